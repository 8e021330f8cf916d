"""The answer about a product, from what an editor typed."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from project import answer_of, edition_of, lay_down, links_in, told_in

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Project

ORDER = [
    "kort-antwoord", "acties", "wat-is-het", "voorwaarden", "meenemen", "online", "telefoon", "balie", "post", "kosten", "termijn",
    "bezwaar", "geen-reactie", "bijzonderheden", "niet-hier", "wie-helpt", "contact", "verwant", "wetten", "verantwoording",
]  # fmt: skip
PASSPORT, MOVING, AOW = "product:paspoort", "product:verhuizing-doorgeven", "product:aow"
PRICE = "€\N{NO-BREAK SPACE}{}".format


def test_blocks_stand_in_a_fixed_order(klein: Project) -> None:
    klein.append("products/paspoort.yaml", "organisaties: de-linde\n")

    assert [block.id for block in answer_of(klein, PASSPORT).blocks] == ORDER


def test_a_block_with_nothing_to_tell_is_left_out(klein: Project) -> None:
    assert [block.id for block in answer_of(klein, AOW).blocks] == [
        "kort-antwoord",
        "acties",
        "kosten",
        "wie-helpt",
        "keuzehulp",
        "vragen-hierover",
        "verantwoording",
    ]


def test_the_short_answer_is_the_first_thing_and_the_summary(klein: Project) -> None:
    answer = answer_of(klein, PASSPORT)

    assert told_in(answer, "kort-antwoord") == [
        "U vraagt een paspoort aan bij de gemeente.",
        f"Dat kost {PRICE('83,87')}. Zie ook verhuizing doorgeven.",
    ]
    assert answer.summary == " ".join(told_in(answer, "kort-antwoord"))


class TestCosts:
    """What a product costs, or that it costs nothing."""

    def test_free_only_where_the_editor_said_so(self, klein: Project) -> None:
        assert told_in(answer_of(klein, MOVING), "kosten") == ["Dit kost u niets."]
        assert "Dit kost u niets." not in told_in(answer_of(klein, PASSPORT), "kosten")

    def test_only_a_note_is_not_free(self, klein: Project) -> None:
        klein.replace("products/verhuizing-doorgeven.yaml", "gratis: ja", "kosten_toelichting: De prijs hangt af van uw inkomen.")

        assert told_in(answer_of(klein, MOVING), "kosten") == ["De prijs hangt af van uw inkomen."]

    @pytest.mark.parametrize(
        ("peildatum", "price"), [(dt.date(2026, 12, 31), "83,87"), (dt.date(2027, 1, 1), "86,00"), (dt.date(2030, 1, 1), "86,00")]
    )
    def test_the_tariff_of_the_day(self, klein: Project, peildatum: dt.date, price: str) -> None:
        answer = answer_of(klein, PASSPORT, peildatum)

        assert told_in(answer, "kosten") == ["Waarvoor | Kosten", f"18 jaar of ouder | {PRICE(price)}", "U betaalt aan de balie."]
        assert f"Dat kost {PRICE(price)}." in answer.summary

    @pytest.mark.parametrize(("per", "told"), [("keer", "1.234,50"), ("maand", "1.234,50 per maand"), ("uur", "1.234,50 per uur")])
    def test_an_amount_for_something(self, klein: Project, per: str, told: str) -> None:
        klein.replace(
            "products/verhuizing-doorgeven.yaml", "gratis: ja", f"kosten: [{{omschrijving: Hulp, bedrag: '1.234,50', per: {per}}}]"
        )

        assert told_in(answer_of(klein, MOVING), "kosten")[1] == f"Hulp | {PRICE(told)}"


class TestWays:
    """How to get it: one block a channel, and a button for each at the top."""

    def test_buttons(self, klein: Project) -> None:
        assert links_in(answer_of(klein, PASSPORT), "acties") == [
            ("Online regelen met DigiD", "https://www.klein.example/pas"),
            ("Bel 14 012", "tel:14012"),
            ("Kom langs bij Gemeentehuis", "/loket/kcc/"),
        ]

    def test_steps(self, klein: Project) -> None:
        answer = answer_of(klein, PASSPORT)

        assert told_in(answer, "online") == ["Online regelen met DigiD.", "Log in."]
        assert told_in(answer, "telefoon") == ["Bel 14 012 (gemeente Klein).", "Bel ons.", "Noem uw naam."]
        assert told_in(answer, "balie") == [
            "Ga naar Gemeentehuis. Maak eerst een afspraak.",
            "Maak een afspraak.",
            "Neem uw oude paspoort mee.",
        ]
        assert told_in(answer, "post") == ["Schrijf naar gemeente Klein, Postbus 1, 1290 AA Klein.", "Stuur een brief met uw naam."]

    @pytest.mark.parametrize(
        ("typed", "told"),
        [
            ("nee", "Online regelen"),
            ("digid", "Online regelen met DigiD"),
            ("eherkenning", "Online regelen met eHerkenning"),
            ("digid-eherkenning", "Online regelen met DigiD of eHerkenning"),
        ],
    )
    def test_how_to_log_in(self, klein: Project, typed: str, told: str) -> None:
        klein.replace("products/paspoort.yaml", "inloggen: digid", f"inloggen: {typed}")

        assert links_in(answer_of(klein, PASSPORT), "online") == [(told, "https://www.klein.example/pas")]

    @pytest.mark.parametrize(
        ("typed", "told"),
        [
            ("verplicht", "Maak eerst een afspraak."),
            ("mag", "U kunt met of zonder afspraak komen."),
            ("nee", "Een afspraak is niet nodig."),
        ],
    )
    def test_appointments(self, klein: Project, typed: str, told: str) -> None:
        klein.replace("products/paspoort.yaml", "afspraak: verplicht", f"afspraak: {typed}")

        assert told_in(answer_of(klein, PASSPORT), "balie")[0] == f"Ga naar Gemeentehuis. {told}"

    def test_a_national_body_that_carries_it_out(self, klein: Project) -> None:
        assert links_in(answer_of(klein, AOW), "acties") == [("Dit regelt SVB", "/sociale-kaart/svb/")]

    def test_a_contact_point_without_a_number(self, klein: Project) -> None:
        klein.replace("products/paspoort.yaml", "telefoon:\n    contact: contactpunt:gemeente", "telefoon:\n    contact: organisatie:svb")
        answer = answer_of(klein, PASSPORT)

        assert told_in(answer, "telefoon") == ["Bel SVB.", "Bel ons.", "Noem uw naam."]
        assert links_in(answer, "acties") == [
            ("Online regelen met DigiD", "https://www.klein.example/pas"),
            ("Kom langs bij Gemeentehuis", "/loket/kcc/"),
        ]


class TestLinks:
    """Other records, both ways, and only while they are on the site."""

    def test_related_products_name_each_other_whoever_said_so(self, klein: Project) -> None:
        assert links_in(answer_of(klein, PASSPORT), "verwant") == [
            ("Verhuizing doorgeven", "/producten/verhuizing-doorgeven/"),
            ("Gemeentehuis", "/loket/kcc/"),
        ]
        assert links_in(answer_of(klein, MOVING), "verwant") == [
            ("Paspoort aanvragen", "/producten/paspoort/"),
            ("Gemeentehuis", "/loket/kcc/"),
        ]

    def test_who_helps_and_with_what(self, klein: Project) -> None:
        answer = answer_of(klein, AOW)

        assert links_in(answer, "wie-helpt") == [("Buurthuis De Linde", "/sociale-kaart/de-linde/"), ("SVB", "/sociale-kaart/svb/")]
        assert told_in(answer, "wie-helpt") == ["Gratis, zonder verwijzing", "Buurthuis De Linde: Hulp met formulieren", "SVB: AOW"]

    def test_who_helps_when_only_the_product_says_so(self, klein: Project) -> None:
        klein.append("products/paspoort.yaml", "organisaties: de-linde\n")

        assert told_in(answer_of(klein, PASSPORT), "wie-helpt") == ["Buurthuis De Linde"]
        assert ("Paspoort aanvragen", "/producten/paspoort/") in links_in(answer_of(klein, "organisatie:de-linde"), "producten")

    def test_a_record_that_is_not_on_the_site_becomes_plain_words(self, klein: Project) -> None:
        klein.replace("products/paspoort.yaml", "Zie ook", "Zie ook [de parkeerpas](product:nieuwe-parkeerpas) en")
        klein.replace("products/paspoort.yaml", "verwant: verhuizing-doorgeven", "verwant: [verhuizing-doorgeven, nieuwe-parkeerpas]")
        now, later = answer_of(klein, PASSPORT), answer_of(klein, PASSPORT, dt.date(2027, 1, 1))

        assert links_in(now, "kort-antwoord") == [("verhuizing doorgeven", "/producten/verhuizing-doorgeven/")]
        assert ("de parkeerpas", "/producten/nieuwe-parkeerpas/") in links_in(later, "kort-antwoord")
        assert "Zie ook de parkeerpas en verhuizing doorgeven." in now.summary
        assert "Parkeerpas" not in told_in(now, "verwant")
        assert "Parkeerpas" in told_in(later, "verwant")

    def test_where_to_go_instead(self, klein: Project) -> None:
        answer = answer_of(klein, PASSPORT)

        assert told_in(answer, "niet-hier") == ["Woont u ergens anders?", "Ga naar uw eigen gemeente.", "SVB", "AOW-pensioen"]
        assert links_in(answer, "niet-hier") == [("SVB", "/sociale-kaart/svb/"), ("AOW-pensioen", "/producten/aow/")]

    def test_old_names_keep_their_address(self, klein: Project) -> None:
        assert answer_of(klein, PASSPORT).old_paths == ("/producten/reisdocument/",)


def test_term_languages_laws_and_who_is_responsible(klein: Project) -> None:
    answer = answer_of(klein, PASSPORT)

    assert told_in(answer, "termijn") == ["Termijn: 5 werkdagen", "Soms langer."]
    assert told_in(answer, "contact")[-1] == "Wij helpen u ook in het Engels en Turks."
    assert told_in(answer, "wetten") == ["Paspoortwet", "Legesverordening"]
    assert links_in(answer, "wetten") == [("Paspoortwet", "https://wetten.overheid.nl/BWBR0005212/")]
    assert told_in(answer, "verantwoording") == [
        "Gecontroleerd op: 5 oktober 2026",
        "Wie gaat hierover: Team Burgerzaken",
        f"Antwoordcode: {answer.code}",
    ]


def test_where_it_is_found(klein: Project) -> None:
    answer = answer_of(klein, PASSPORT)

    assert (answer.path, answer.api_path, answer.label) == ("/producten/paspoort/", "producten/paspoort", "Product")
    assert [(place.name, place.path) for place in answer.places] == [("Burgerzaken", "/thema/burgerzaken/")]
    assert answer.keywords == ("pas", "reisdocument", "paspoort")


@pytest.mark.parametrize(
    ("peildatum", "there"),
    [(dt.date(2026, 12, 31), False), (dt.date(2027, 1, 1), True), (dt.date(2027, 12, 31), True), (dt.date(2028, 1, 1), False)],
)
def test_a_product_is_there_from_its_first_day_to_the_day_before_its_end(klein: Project, peildatum: dt.date, *, there: bool) -> None:
    assert ("product:nieuwe-parkeerpas" in [answer.key for answer in edition_of(klein, peildatum).answers]) is there


def test_nothing_for_agents_is_in_an_answer(tmp_path: Path) -> None:
    project = lay_down(tmp_path / "klein")

    assert [block.id for answer in edition_of(project).answers for block in answer.blocks if block.id.startswith("kcc-")] == []


def test_products_of_one_desk_and_in_the_same_languages_share_whom_to_ask(klein: Project) -> None:
    first = (klein.root / "products/paspoort.yaml").read_text("utf-8").replace("oude_namen: reisdocument\n", "")
    klein.write("products/tweede-paspoort.yaml", first.replace("naam: Paspoort", "naam: Tweede paspoort"))
    klein.write("products/derde-paspoort.yaml", first.replace("naam: Paspoort", "naam: Derde paspoort").replace("Turks", "Pools"))
    edition = edition_of(klein)
    asked = {answer.id: block for answer in edition.answers for block in answer.blocks if (answer.lang, block.id) == ("nl", "contact")}

    assert asked["paspoort"] is asked["tweede-paspoort"]
    assert asked["paspoort"] != asked["derde-paspoort"]
