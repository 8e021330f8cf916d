"""The answer about an organisation of the sociale kaart."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from project import answer_of, lay_down, links_in, told_in

from generator.answer import Items, Strong

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Project

LINDE, FOOD_BANK = "organisatie:de-linde", "organisatie:voedselbank"
RECORD = "sociale_kaart/de-linde.yaml"
PRICE = "€\N{NO-BREAK SPACE}{}".format


@pytest.fixture
def bouw(tmp_path: Path) -> Project:
    return lay_down(tmp_path / "bouw")


def test_blocks_stand_in_a_fixed_order(bouw: Project) -> None:
    bouw.append(
        "sociale_kaart/voedselbank.yaml", "\nbijzonderheden: Neem een tas mee.\nniet_hier: [{wie: Heeft u honger?, dan: Bel 14 012.}]\n"
    )

    assert [block.id for block in answer_of(bouw, FOOD_BANK).blocks] == [
        "kort-antwoord",
        "acties",
        "wat-is-het",
        "aanbod-pakket",
        "aanbod-winkel",
        "locatie-loods",
        "deze-week",
        "weken-daarna",
        "contact",
        "bijzonderheden",
        "niet-hier",
        "producten",
        "verwant",
        "verantwoording",
    ]


def test_an_offer_tells_what_for_whom_how_and_where(bouw: Project) -> None:
    assert told_in(answer_of(bouw, FOOD_BANK), "aanbod-pakket") == [
        "Een pakket met eten voor een week.",
        "Voor wie?",
        "Mensen die te weinig geld hebben voor eten.",
        "Hoe komt u binnen?",
        "U heeft een verwijzing nodig.",
        "Vraag het wijkteam om u aan te melden.",
        "Stap voor stap",
        "U belt het wijkteam. Kosten: Niets.",
        "Het wijkteam meldt u aan. Neem mee: Een overzicht van uw inkomsten. Hoe lang: Een uur.",
        "U haalt elke week een pakket bij De Linde.",
        "Neem mee",
        "Een overzicht van uw inkomsten.",
        "Kosten",
        "Dit kost u niets.",
        "Hoe: op een locatie",
        "Wie verwijst of meldt aan: wijkteam en huisarts",
        "Wachttijd: Twee weken, gemeten in september 2026.",
        "Waar: De Loods",
    ]


def test_small_headings_within_an_offer_are_strong(bouw: Project) -> None:
    [offer] = [block for block in answer_of(bouw, FOOD_BANK).blocks if block.id == "aanbod-pakket"]

    headings = [part.text for body in offer.bodies for line in [getattr(body, "line", ())] for part in line if isinstance(part, Strong)]
    assert headings == ["Voor wie?", "Hoe komt u binnen?", "Stap voor stap", "Neem mee", "Kosten"]


def test_the_steps_say_in_order_who_acts(bouw: Project) -> None:
    [offer] = [block for block in answer_of(bouw, FOOD_BANK).blocks if block.id == "aanbod-pakket"]

    [steps] = [body for body in offer.bodies if isinstance(body, Items) and body.actors]
    assert steps.numbered
    assert steps.actors == ("U", "Het wijkteam", "U")


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("toegang: vrij\n    manier: telefoon", "U kunt gewoon bellen."),
        ("toegang: vrij\n    manier: aan-huis", "U kunt gewoon bellen."),
        ("toegang: vrij\n    manier: [op-locatie, telefoon]", "U kunt gewoon komen of bellen."),
        ("toegang: vrij\n    manier: [telefoon, aan-huis]", "U kunt gewoon bellen."),
        ("toegang: vrij\n    manier: op-locatie", "U kunt gewoon komen."),
        ("toegang: vrij", "U kunt gewoon komen."),
        ("toegang: aanmelden", "Meld u eerst aan."),
        ("toegang: verwijzing", "U heeft een verwijzing nodig."),
        ("toegang: indicatie", "U heeft een indicatie nodig. Dat is een besluit waarin staat dat u deze hulp krijgt."),
    ],
)
def test_ways_in(klein: Project, typed: str, told: str) -> None:
    klein.replace(RECORD, "toegang: vrij", typed)

    lines = told_in(answer_of(klein, LINDE), "aanbod-formulieren")
    assert lines[lines.index("Hoe komt u binnen?") + 1] == told


@pytest.mark.parametrize(
    ("typed", "told"),
    [("manier: online", "U kunt dit zelf gebruiken, via internet."), ("leeftijd_vanaf: 18", "U heeft geen verwijzing nodig.")],
)
def test_free_to_use_without_a_place_to_go_or_call(klein: Project, typed: str, told: str) -> None:
    klein.replace(RECORD, "    locaties: linde\n", f"    {typed}\n")

    assert told in told_in(answer_of(klein, LINDE), "aanbod-formulieren")


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("leeftijd_vanaf: 18", "Leeftijd: vanaf 18 jaar"),
        ("leeftijd_tot_en_met: 12", "Leeftijd: tot en met 12 jaar"),
        ("leeftijd_vanaf: 0\n    leeftijd_tot_en_met: 4", "Leeftijd: 0 tot en met 4 jaar"),
        ("talen: [Arabisch, Turks]", "Talen: Nederlands, Arabisch en Turks"),
        ("manier: [aan-huis, online]", "Hoe: bij u thuis en via internet"),
    ],
)
def test_facts_of_an_offer(klein: Project, typed: str, told: str) -> None:
    klein.replace(RECORD, "    gratis: ja", f"    gratis: ja\n    {typed}")

    assert told in told_in(answer_of(klein, LINDE), "aanbod-formulieren")


def test_costs_by_the_month(bouw: Project) -> None:
    lines = told_in(answer_of(bouw, FOOD_BANK), "aanbod-winkel")

    assert lines[lines.index("Kosten") + 1 :][:2] == ["Waarvoor | Kosten", f"Toegang | {PRICE('1,50')} per maand"]


def test_a_location_tells_where_when_and_how_to_get_in(bouw: Project) -> None:
    assert told_in(answer_of(bouw, FOOD_BANK), "locatie-loods")[:5] == [
        "Adres: Havenweg 3, 1291 CD Klein",
        "Wijk: Centrum",
        "Toegankelijk: goed te bereiken met een rolstoel en lift",
        "Openingstijden van De Loods",
        "Dag | Tijd",
    ]


def test_unknown_opening_hours_are_not_guessed(klein: Project) -> None:
    assert told_in(answer_of(klein, LINDE), "locatie-linde")[-1] == "De openingstijden weten wij niet. Bel of mail eerst."


def test_buttons_and_contact(bouw: Project) -> None:
    answer = answer_of(bouw, FOOD_BANK)

    assert links_in(answer, "acties") == [
        ("Bel 012 234 56 78", "tel:0122345678"),
        ("Stuur een e-mail", "mailto:info@voedselbank.example"),
        ("Ga naar voedselbank.example", "https://www.voedselbank.example"),
    ]
    assert told_in(answer, "contact") == [
        "Telefoon: 012 234 56 78",
        "E-mail: info@voedselbank.example",
        "Website: voedselbank.example",
        "Werkt voor: de hele gemeente",
    ]


@pytest.mark.parametrize(("key", "area"), [(LINDE, "Centrum"), ("organisatie:svb", "heel Nederland")])
def test_area(klein: Project, key: str, area: str) -> None:
    assert told_in(answer_of(klein, key), "contact")[-1] == f"Werkt voor: {area}"


def test_products_it_helps_with_by_name(klein: Project) -> None:
    assert links_in(answer_of(klein, LINDE), "producten") == [
        ("AOW-pensioen", "/producten/aow/"),
        ("Verhuizing doorgeven", "/producten/verhuizing-doorgeven/"),
    ]


def test_related_organisations_name_each_other_whoever_said_so(klein: Project) -> None:
    assert links_in(answer_of(klein, LINDE), "verwant") == [("SVB", "/sociale-kaart/svb/")]
    assert links_in(answer_of(klein, "organisatie:svb"), "verwant") == [("Buurthuis De Linde", "/sociale-kaart/de-linde/")]


def test_label_keywords_and_source(klein: Project) -> None:
    answer = answer_of(klein, LINDE)

    assert answer.label == "Buurthuis"
    assert answer.keywords == ("buurthuis", "hulp met brieven", "Hulp met formulieren")
    assert told_in(answer, "verantwoording") == [
        "Bron: opgave van De Linde",
        "Gecontroleerd op: 5 oktober 2026",
        "Wie gaat hierover: Team Zorg",
        f"Antwoordcode: {answer.code}",
    ]
