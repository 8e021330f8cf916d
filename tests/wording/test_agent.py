"""The agents' layer: what to ask, what to say, who handles it, and the handover with everything at hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from project import edition_of, lay_down, told_in

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Project

    from generator.answer import AgentLayer

CARD = "product:identiteitskaart"
RECORD = "products/identiteitskaart.yaml"


@pytest.fixture
def bouw(tmp_path: Path) -> Project:
    return lay_down(tmp_path / "bouw")


def layer_of(project: Project, key: str = CARD) -> AgentLayer:
    return edition_of(project).layers[key]


def test_blocks_stand_in_the_order_of_a_conversation(bouw: Project) -> None:
    assert [(block.id, block.title) for block in layer_of(bouw).blocks] == [
        ("kcc-vraag-eerst", "Vraag eerst"),
        ("kcc-zeg-dit", "Zeg dit (11 woorden, ongeveer 4 seconden)"),
        ("kcc-afhandeling", "Afhandeling"),
        ("kcc-niet-doorverbinden", "Niet doorverbinden"),
        ("kcc-let-op", "Let op"),
        ("kcc-doorverbinden", "Doorverbinden"),
        ("kcc-volume", "Hoe vaak gevraagd"),
    ]


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("zelf", "U handelt dit zelf af."),
        ("intake", "U neemt het aan. Een collega doet de rest."),
        ("doorverbinden", "U verbindt door."),
    ],
)
def test_who_handles_it(bouw: Project, typed: str, told: str) -> None:
    bouw.replace(RECORD, "afhandeling: doorverbinden", f"afhandeling: {typed}")

    assert told_in(layer_of(bouw), "kcc-afhandeling") == [told, "U plant de afspraak. Burgerzaken doet de rest."]


def test_a_handover_has_the_number_and_the_hours_at_hand(bouw: Project) -> None:
    assert told_in(layer_of(bouw), "kcc-doorverbinden") == [
        "Naar: Gemeentehuis",
        "Wanneer: De kaart is gestolen in het buitenland.",
        "Telefoon: 14 012",
        "Geef mee: Het nummer van het proces-verbaal van de politie.",
        "Bij geen gehoor: Maak een terugbelnotitie voor vandaag.",
        "E-mail: info@klein.example",
        "Telefonisch bereikbaar: maandag tot en met vrijdag: 9.00 tot 17.00 uur; zaterdag en zondag: niet bereikbaar; feestdagen: niet bereikbaar",
        (
            "Balie open: maandag: 9.00 tot 12.30 uur en 13.30 tot 17.00 uur; dinsdag tot en met donderdag: gesloten; "
            "vrijdag: 9.00 tot 12.30 uur en 13.30 tot 17.00 uur; zaterdag en zondag: gesloten; feestdagen: gesloten"
        ),
    ]


def test_a_handover_tells_when_the_telephone_is_answered(bouw: Project) -> None:
    [card] = [block for block in layer_of(bouw).blocks if block.id == "kcc-doorverbinden"]
    [known] = [part for part in card.moments.split() if part.startswith("t")]

    assert card.moments.startswith("o"), "the contact point is open on the first day"
    assert known, "the browser must know until when the moments hold"


def test_every_handover_is_a_card_of_its_own(bouw: Project) -> None:
    bouw.replace(
        RECORD, "  doorverbinden:\n", "  doorverbinden:\n    - naar: organisatie:de-linde\n      wanneer: De beller wil gezelschap.\n"
    )
    cards = [(block.id, block.title) for block in layer_of(bouw).blocks if block.id.startswith("kcc-doorverbinden")]

    assert cards == [("kcc-doorverbinden", "Doorverbinden (1 van 2)"), ("kcc-doorverbinden-2", "Doorverbinden (2 van 2)")]
    assert told_in(layer_of(bouw), "kcc-doorverbinden")[:2] == ["Naar: Buurthuis De Linde", "Wanneer: De beller wil gezelschap."]


def test_a_desk_that_does_not_answer_means_a_request_to_call_back(bouw: Project) -> None:
    bouw.replace(RECORD, "      geen_gehoor: Maak een terugbelnotitie voor vandaag.\n", "")

    assert told_in(layer_of(bouw), "kcc-doorverbinden")[4] == (
        "Bij geen gehoor: Maak een terugbelverzoek: naam, telefoonnummer, waar het over gaat en wanneer bellen uitkomt."
    )


@pytest.mark.parametrize(
    ("target", "told"),
    [
        ("organisatie:de-linde", "Geef de beller het nummer. Zeg erbij dat wij de tijden niet weten."),
        ("contactpunt:gemeente", "Maak een terugbelverzoek: naam, telefoonnummer, waar het over gaat en wanneer bellen uitkomt."),
    ],
)
def test_every_card_says_what_to_do_when_nobody_answers(bouw: Project, target: str, told: str) -> None:
    bouw.replace(RECORD, "      geen_gehoor: Maak een terugbelnotitie voor vandaag.\n", "")
    bouw.replace(RECORD, "naar: loket:kcc", f"naar: {target}")

    assert f"Bij geen gehoor: {told}" in told_in(layer_of(bouw), "kcc-doorverbinden")


def test_a_card_without_hours_says_so_and_where_they_are(bouw: Project) -> None:
    bouw.replace(RECORD, "naar: loket:kcc", "naar: organisatie:de-linde")
    bouw.replace(
        "sociale_kaart/de-linde.yaml", "telefoon: 012 345 67 89", "telefoon: 012 345 67 89\n  website: https://www.delinde.example"
    )
    [hours] = [line for line in told_in(layer_of(bouw), "kcc-doorverbinden") if line.startswith("Telefonisch bereikbaar")]
    assert hours == "Telefonisch bereikbaar: De tijden staan niet op deze site. Kijk op: delinde.example"


@pytest.mark.parametrize(
    ("target", "told"),
    [
        ("organisatie:de-linde", ["Naar: Buurthuis De Linde", "Telefoon: 012 345 67 89"]),
        ("contactpunt:gemeente", ["Naar: gemeente Klein", "Telefoon: 14 012"]),
    ],
)
def test_a_handover_to_an_organisation_or_a_contact_point(bouw: Project, target: str, told: list[str]) -> None:
    bouw.replace(RECORD, "naar: loket:kcc", f"naar: {target}")
    lines = told_in(layer_of(bouw), "kcc-doorverbinden")

    assert [lines[0], lines[2]] == told


def test_a_handover_to_somebody_who_is_no_longer_there_is_left_out(bouw: Project) -> None:
    bouw.replace(RECORD, "naar: loket:kcc", "naar: organisatie:de-linde")
    bouw.append("sociale_kaart/de-linde.yaml", "geldig_tot: 2026-11-01\n")

    assert told_in(layer_of(bouw), "kcc-doorverbinden") == []


def test_what_a_desk_can_do(klein: Project) -> None:
    assert told_in(layer_of(klein, "loket:kcc"), "kcc-functies") == ["Ontvangst en informatie."]


def test_a_record_without_a_layer_has_no_blocks(klein: Project) -> None:
    assert layer_of(klein, "product:aow").blocks == ()
    assert layer_of(klein, "product:aow").private == ()


def test_private_is_every_line_that_an_editor_typed_and_nothing_else(bouw: Project) -> None:
    assert layer_of(bouw).private == (
        "Hoe oud is degene die de kaart krijgt?",
        "Is de oude kaart gestolen of kwijt?",
        "U kunt meteen bij mij een afspraak maken voor de balie.",
        "U plant de afspraak. Burgerzaken doet de rest.",
        "De kaart is gestolen in het buitenland.",
        "Het nummer van het proces-verbaal van de politie.",
        "Maak een terugbelnotitie voor vandaag.",
        "Niet voor een vraag over de prijs.",
        "Spoed kan alleen vóór twaalf uur worden aangevraagd.",
    )


def test_facts_have_their_value_for_agents_too(bouw: Project) -> None:
    bouw.replace(RECORD, "Niet voor een vraag over de prijs.", '"Zeg niet dat het {kaart.volwassene} kost."')

    assert told_in(layer_of(bouw), "kcc-niet-doorverbinden") == ["Zeg niet dat het €\N{NO-BREAK SPACE}83,87 kost."]
