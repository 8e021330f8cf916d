"""The answer about a desk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from project import answer_of, links_in, told_in

if TYPE_CHECKING:
    from conftest import Project

DESK = "loket:kcc"
RECORD = "content/loketten/kcc.yaml"


def test_blocks_stand_in_a_fixed_order(klein: Project) -> None:
    klein.append(RECORD, "wat_is_het: Wij helpen u aan de balie.\n")

    assert [block.id for block in answer_of(klein, DESK).blocks] == [
        "kort-antwoord",
        "acties",
        "wat-is-het",
        "adres",
        "deze-week",
        "contact",
        "producten",
        "verantwoording",
    ]


def test_where_and_when(klein: Project) -> None:
    klein.append(RECORD, "afspraak: Maak een afspraak via [14 012](tel:14012).\ntoegankelijk: [rolstoel, ringleiding]\n")

    assert told_in(answer_of(klein, DESK), "adres") == [
        "Adres: Markt 1, 1291 AB Klein",
        "Wijk: Centrum",
        "Afspraak: Maak een afspraak via 14 012.",
        "Toegankelijk: goed te bereiken met een rolstoel en ringleiding voor mensen met een hoortoestel",
        "Openingstijden van de balie",
        "Dag | Tijd",
        "maandag | 9.00 tot 12.30 uur en 13.30 tot 17.00 uur",
        "dinsdag tot en met donderdag | gesloten",
        "vrijdag | 9.00 tot 12.30 uur en 13.30 tot 17.00 uur",
        "zaterdag en zondag | gesloten",
        "feestdagen | gesloten",
    ]


def test_how_to_reach_it(klein: Project) -> None:
    answer = answer_of(klein, DESK)

    assert links_in(answer, "acties") == [("Bel 14 012", "tel:14012")]
    assert told_in(answer, "contact") == [
        "Telefoon: 14 012",
        "E-mail: info@klein.example",
        "Website: klein.example",
        "Postadres: Postbus 1, 1290 AA Klein",
        "Telefonisch bereikbaar",
        "Dag | Tijd",
        "maandag tot en met vrijdag | 9.00 tot 17.00 uur",
        "zaterdag en zondag | niet bereikbaar",
        "feestdagen | niet bereikbaar",
    ]


def test_a_desk_has_its_hours_in_a_calendar(klein: Project) -> None:
    answer = answer_of(klein, DESK)

    assert links_in(answer, "deze-week") == [("Zet de openingstijden in uw agenda", "/loket/kcc/kcc.ics")]
    [entry] = answer.agenda
    assert (entry.id, entry.address) == ("adres", "Markt 1, 1291 AB Klein")
    assert entry.hours.startswith("maandag: 9.00 tot 12.30 uur en 13.30 tot 17.00 uur; dinsdag tot en met donderdag: gesloten")


def test_a_desk_without_a_telephone_has_no_button(klein: Project) -> None:
    klein.write(
        "content/contactpunten/post.yaml", "naam: de postkamer\ngegevens: {email: post@klein.example}\ngecontroleerd_op: 2026-10-05\n"
    )
    klein.replace(RECORD, "contact: gemeente", "contact: post")
    answer = answer_of(klein, DESK)

    assert told_in(answer, "acties") == []
    assert told_in(answer, "contact") == ["E-mail: post@klein.example"]


def test_what_for_by_name(klein: Project) -> None:
    klein.replace(RECORD, "producten: [paspoort, verhuizing-doorgeven]", "producten: [verhuizing-doorgeven, paspoort, nieuwe-parkeerpas]")

    assert links_in(answer_of(klein, DESK), "producten") == [
        ("Paspoort aanvragen", "/producten/paspoort/"),
        ("Verhuizing doorgeven", "/producten/verhuizing-doorgeven/"),
    ]


def test_what_it_can_do_is_for_agents(klein: Project) -> None:
    assert not any(
        "ontvangst" in line.casefold() for block in answer_of(klein, DESK).blocks for line in told_in(answer_of(klein, DESK), block.id)
    )


def test_where_it_is_found(klein: Project) -> None:
    answer = answer_of(klein, DESK)

    assert (answer.path, answer.api_path, answer.label) == ("/loket/kcc/", "loketten/kcc", "Loket")
    assert [(place.name, place.path) for place in answer.places] == [("Loketten", "/loket/")]
    assert answer.old_paths == ("/loket/balie/",)
