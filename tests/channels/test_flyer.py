"""What a flyer is laid out from: everything that stands on it, as data."""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
from typing import Any

import pytest
from project import URL, site_for

from generator.answer import Answer, Block, Foreign, Items, Line, Link, Pairs, Paragraph, Strong, Table, Words
from generator.channels.flyer import flyer_content, overview_content, printed_address
from generator.overview import Lead, Overview, Section
from generator.parity import block_words

SHORT = Block("kort-antwoord", "Kort antwoord", (Paragraph((Words("U vraagt het aan."),)),))
ACTIONS = Block("acties", "Direct regelen", (Items(((Link("Bel 14 012", "tel:14012"),),)),))
COSTS = Block(
    "kosten",
    "Wat kost het?",
    (
        Paragraph((Words("Vraag "), Strong("eerst"), Link("de RDW", "https://www.rdw.nl/kopen"), Link("balie", "/loket/kcc/"))),
        Items(((Words("Kom."),),), numbered=True),
        Items(((Words("Neem mee."),),)),
        Pairs((("Telefoon", (Link("14 012", "tel:14012"),)),)),
        Table("Tijden", ("Dag", "Tijd"), (((Words("maandag"),), (Words("9.00 tot 17.00 uur"),)),)),
    ),
)
WEEK = Block("deze-week", "Open in de komende zeven dagen", (Paragraph((Words("Vandaag open."),)),), passing=True)
ANSWER = Answer(
    kind="product",
    id="paspoort",
    path="/producten/paspoort/",
    api_path="producten/paspoort",
    label="Product",
    title="Paspoort aanvragen",
    summary="U vraagt het aan.",
    blocks=(SHORT, ACTIONS, COSTS, WEEK),
    places=(),
    keywords=(),
    checked=dt.date(2026, 10, 5),
    peildatum=dt.date(2026, 11, 22),
    code="234-678",
)
OVERVIEW = Overview(
    "/wijk/centrum/",
    "Wijk Centrum",
    "Wie u helpt in het centrum.",
    (
        Section("loketten", "Loketten", ()),
        Section(
            "hulp",
            "Organisaties in deze wijk",
            (
                Lead(
                    Link("De Linde", "/sociale-kaart/de-linde/"),
                    "Hulp met brieven.",
                    "organisatie:de-linde",
                    ((Link("Bel 012 345 67 89", "tel:0123456789"),), (Words("Lindeplein 1, 1291 DH Klein"),)),
                ),
            ),
        ),
    ),
    trail=(Link("Wijken", "/wijk/"),),
    printed=True,
)


def of_answer(answer: Answer = ANSWER) -> dict[str, Any]:
    return dict(json.loads(flyer_content(answer, site_for())))


def of_overview(overview: Overview = OVERVIEW) -> dict[str, Any]:
    return dict(json.loads(overview_content(overview, site_for())))


def line_of(*parts: Words | Strong | Link | Foreign) -> list[dict[str, Any]]:
    """Give what a line of these parts is laid out from."""
    answer = dataclasses.replace(ANSWER, blocks=(Block("kort-antwoord", "Kort antwoord", (Paragraph(parts),)),))
    return list(of_answer(answer)["blocks"][0]["bodies"][0]["line"])


class TestAnswer:
    """The flyer of an answer."""

    def test_head(self) -> None:
        names = ("kind", "name", "label", "title", "code", "url", "short_url", "keywords", "lang", "dir")

        assert [of_answer()[name] for name in names] == [
            "answer",
            "gemeente Klein",
            "Product",
            "Paspoort aanvragen",
            "234-678",
            f"{URL}/producten/paspoort/",
            "www.voorbeeldstad.example/producten/paspoort/",
            ["Product", "234-678"],
            "nl",
            "ltr",
        ]

    def test_fixed_words(self) -> None:
        assert of_answer()["words"] == {
            "bel": "Bel 14\N{NO-BREAK SPACE}012",
            "lees": "Lees dit op internet:",
            "voet": "Antwoordcode 234-678 · geldig op 22 november 2026",
            "pagina": "pagina {nummer} van {aantal}",
            "qr": "QR-code naar www.voorbeeldstad.example/producten/paspoort/",
        }

    def test_fixed_words_in_the_language_of_the_answer(self) -> None:
        content = of_answer(dataclasses.replace(ANSWER, lang="en", path="/en/producten/paspoort/"))

        assert content["lang"] == "en"
        assert content["words"]["voet"] == "Answer code 234-678 · valid on 22 November 2026"
        assert content["words"]["lees"] == "Read this on the internet:"

    def test_from_right_to_left(self) -> None:
        assert of_answer(dataclasses.replace(ANSWER, rtl=True))["dir"] == "rtl"

    def test_the_date_of_the_document_is_the_peildatum(self) -> None:
        assert [of_answer()[name] for name in ("year", "month", "day")] == [2026, 11, 22]

    def test_blocks_in_their_order_but_none_that_holds_for_some_days_only(self) -> None:
        assert [block["id"] for block in of_answer()["blocks"]] == ["kort-antwoord", "acties", "kosten"]

    @pytest.mark.parametrize(("blocks", "in_panel"), [((SHORT, ACTIONS, COSTS), 2), ((SHORT, COSTS), 1), ((SHORT, COSTS, ACTIONS), 3)])
    def test_what_one_can_do_stands_in_the_panel_with_the_short_answer(self, blocks: tuple[Block, ...], in_panel: int) -> None:
        assert of_answer(dataclasses.replace(ANSWER, blocks=blocks))["in_panel"] == in_panel

    def test_bodies(self) -> None:
        block = of_answer()["blocks"][2]
        paragraph, steps, items, pairs, table = block["bodies"]

        assert (block["id"], block["title"]) == ("kosten", "Wat kost het?")
        assert paragraph["line"] == [
            {"kind": "words", "text": "Vraag "},
            {"kind": "strong", "text": "eerst"},
            {"kind": "link", "text": "de RDW", "target": "https://www.rdw.nl/kopen", "printed": "rdw.nl/kopen"},
            {"kind": "link", "text": "balie", "target": f"{URL}/loket/kcc/", "printed": ""},
        ]
        assert (steps["numbered"], items["numbered"]) == (True, False)
        phone = {"kind": "link", "text": "14\N{NO-BREAK SPACE}012", "target": "tel:14012", "printed": ""}
        assert pairs["rows"] == [{"name": "Telefoon", "line": [phone]}]
        assert (table["caption"], table["heads"]) == ("Tijden", ["Dag", "Tijd"])


class TestOverview:
    """The flyer of a theme, a life event or a neighbourhood."""

    def test_head(self) -> None:
        names = ("kind", "label", "title", "intro", "url", "code")
        expected = ["overview", "Wijken", "Wijk Centrum", "Wie u helpt in het centrum.", f"{URL}/wijk/centrum/", ""]

        assert [of_overview()[name] for name in names] == expected

    def test_at_the_foot_stands_when_it_holds(self) -> None:
        assert of_overview()["words"]["voet"] == "geldig op 22 november 2026"

    def test_every_lead_with_its_name_what_is_there_and_how_to_reach_it(self) -> None:
        [section] = of_overview()["sections"]
        [lead] = section["leads"]

        assert section["title"] == "Organisaties in deze wijk"
        assert (lead["name"]["text"], lead["name"]["target"]) == ("De Linde", f"{URL}/sociale-kaart/de-linde/")
        assert lead["text"] == "Hulp met brieven."
        assert [[part["text"] for part in way] for way in lead["reach"]] == [
            ["Bel 012\N{NO-BREAK SPACE}345\N{NO-BREAK SPACE}67\N{NO-BREAK SPACE}89"],
            ["Lindeplein 1, 1291\N{NO-BREAK SPACE}DH Klein"],
        ]


class TestLine:
    """How the parts of a line come on paper."""

    @pytest.mark.parametrize(
        ("link", "printed"),
        [
            (Link("de RDW", "https://www.rdw.nl"), "rdw.nl"),
            (Link("rdw.nl", "https://www.rdw.nl/"), ""),
            (Link("kijk op rdw.nl/kopen", "https://rdw.nl/kopen"), ""),
            (Link("14 012", "tel:14012"), ""),
            (Link("info@klein.example", "mailto:info@klein.example"), ""),
            (Link("paspoort", "/producten/paspoort/"), ""),
        ],
    )
    def test_a_link_to_another_site_has_its_address(self, link: Link, printed: str) -> None:
        line: Line = (link,)

        assert printed_address(link) == printed
        told = block_words(Block("x", "X", (Paragraph(line),)), on_paper=True)
        assert told == (f"X {link.text} ({printed})" if printed else f"X {link.text}")

    @pytest.mark.parametrize(
        ("words", "bound"),
        [
            ("Bel 012 345 67 89 of mail.", "Bel 012_345_67_89 of mail."),
            ("Markt 1, 1291 AB Klein", "Markt 1, 1291_AB Klein"),
            ("9.00 tot 17.00 uur", "9.00 tot 17.00 uur"),
            ("Dat duurt 6 weken", "Dat duurt 6 weken"),
        ],
    )
    def test_no_line_ends_in_a_telephone_number_or_a_postcode(self, words: str, bound: str) -> None:
        assert line_of(Words(words)) == [{"kind": "words", "text": bound.replace("_", "\N{NO-BREAK SPACE}")}]

    @pytest.mark.parametrize(
        ("link", "address"),
        [
            (Link("rdw.nl", "https://www.rdw.nl/"), True),
            (Link("info@klein.example", "mailto:info@klein.example"), True),
            (Link("de RDW", "https://www.rdw.nl"), False),
            (Link("paspoort", "/producten/paspoort/"), False),
        ],
    )
    def test_an_address_is_marked_as_one(self, link: Link, address: bool) -> None:  # noqa: FBT001 - an expected value
        [part] = line_of(link)

        assert part.get("address", False) is address

    @pytest.mark.parametrize(("letters", "long"), [(24, False), (25, True)])
    def test_a_word_that_may_not_fit_is_marked(self, letters: int, long: bool) -> None:  # noqa: FBT001 - an expected value
        [part] = line_of(Words("Een " + "x" * letters))

        assert part.get("long", False) is long

    def test_words_in_another_language_say_which(self) -> None:
        assert line_of(Foreign("Team Zorg", "nl"), Link("Paspoort", "/producten/paspoort/", "nl")) == [
            {"kind": "words", "text": "Team Zorg", "lang": "nl"},
            {"kind": "link", "text": "Paspoort", "target": f"{URL}/producten/paspoort/", "printed": "", "lang": "nl"},
        ]


def test_the_same_answer_gives_the_same_content() -> None:
    assert flyer_content(ANSWER, site_for()) == flyer_content(ANSWER, site_for())
