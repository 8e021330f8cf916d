"""The smallest pieces of wording: links, texts as an editor types them, facts and amounts."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from generator.answer import Items, Link, Paragraph, Strong, Words, plain_bodies
from generator.fields import tekst
from generator.records.gedeeld import Adres
from generator.source import Scalar, SourceFile
from generator.wording.phrases import address, block, mail, site, speaking, tel, words

if TYPE_CHECKING:
    from conftest import Project

    from generator.answer import Body


def bodies(project: Project, typed: str) -> tuple[Body, ...]:
    """Word a text as an editor types it, with the records and facts of the small municipality."""
    rich = tekst.read(Scalar(typed, 1, 1, 0, len(typed)), SourceFile("products/x.yaml", typed))
    return tuple(speaking(project.check().catalogue).bodies(rich))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("number", "target"), [("14 012", "tel:14012"), ("(012) 345-67 89", "tel:0123456789"), ("+31 12 345 67 89", "tel:+31123456789")]
)
def test_a_number_reads_as_typed_and_dials_as_digits(number: str, target: str) -> None:
    assert tel(number) == Link(number, target)


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("https://www.svb.nl/", "svb.nl"),
        ("https://svb.nl/aow", "svb.nl/aow"),
        ("https://mijn.svb.nl", "mijn.svb.nl"),
        ("https://www.svb.nl/nl/www.x/", "svb.nl/nl/www.x"),
    ],
)
def test_a_site_by_its_short_address(url: str, shown: str) -> None:
    assert site(url) == Link(shown, url)


def test_mail_and_address() -> None:
    assert mail("info@klein.example") == Link("info@klein.example", "mailto:info@klein.example")
    assert address(Adres(straat="Markt 1", postcode="1291 AB", plaats="Klein")) == "Markt 1, 1291 AB Klein"


def test_a_block_with_nothing_to_say_is_no_block() -> None:
    assert block("kosten", "Wat kost het?", []) == []
    [made] = block("kosten", "Wat kost het?", [Paragraph(words("Niets."))])
    assert (made.id, made.title) == ("kosten", "Wat kost het?")


class TestText:
    """What an editor types becomes lines of words, strong words and links."""

    def test_paragraphs_lists_and_strong_words(self, klein: Project) -> None:
        assert bodies(klein, "Neem **altijd** mee:\n\n- een foto\n- geld\n\n1. Kom.\n2. Betaal.") == (
            Paragraph((Words("Neem "), Strong("altijd"), Words(" mee:"))),
            Items(((Words("een foto"),), (Words("geld"),))),
            Items(((Words("Kom."),), (Words("Betaal."),)), numbered=True),
        )

    @pytest.mark.parametrize(
        ("typed", "target"),
        [
            ("[x](product:paspoort)", "/producten/paspoort/"),
            ("[x](organisatie:svb)", "/sociale-kaart/svb/"),
            ("[x](loket:kcc)", "/loket/kcc/"),
            ("[x](thema:burgerzaken)", "/thema/burgerzaken/"),
            ("[x](levensgebeurtenis:verhuizen)", "/levensgebeurtenis/verhuizen/"),
            ("[x](wijk:centrum)", "/wijk/centrum/"),
            ("[x](https://www.rdw.nl)", "https://www.rdw.nl"),
            ("[x](tel:112)", "tel:112"),
        ],
    )
    def test_links(self, klein: Project, typed: str, target: str) -> None:
        assert bodies(klein, typed) == (Paragraph((Link("x", target),)),)

    def test_facts(self, klein: Project) -> None:
        assert plain_bodies(bodies(klein, "{leges.paspoort_volwassene}, klaar in **{leges.levertijd}**.")) == [
            "€\N{NO-BREAK SPACE}83,87, klaar in 5 werkdagen."
        ]

    def test_amounts(self, klein: Project) -> None:
        say = speaking(klein.check().catalogue)

        assert [say.amount(Decimal(amount)) for amount in ("0.05", "1234.5", "1000000")] == [
            "€\N{NO-BREAK SPACE}0,05",
            "€\N{NO-BREAK SPACE}1.234,50",
            "€\N{NO-BREAK SPACE}1.000.000,00",
        ]
