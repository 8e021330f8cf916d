"""What only the whole catalogue can tell: dead references, loose amounts, names, age; and that one mistake is one message."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from conftest import PEILDATUM

from generator.problems import Level

if TYPE_CHECKING:
    from conftest import Project

    from generator.problems import Problem

TEXT = "kort_antwoord: U geeft uw nieuwe adres door aan de gemeente."
MOVING = "products/verhuizing-doorgeven.yaml"


def problem_with(klein: Project, text: str) -> Problem:
    """Give the one problem when the short answer of a product is `text`."""
    klein.replace(MOVING, TEXT, f"kort_antwoord: |\n  {text}")
    [problem] = klein.check().problems
    return problem


def where(problem: Problem) -> tuple[str, int, int, int]:
    at = problem.position
    return problem.rule, at.line, at.column, at.length


def test_loose_amount_is_refused_at_the_amount_in_a_block_text(klein: Project) -> None:
    problem = problem_with(klein, "Eerst een zin.\n\n  - Een paspoort kost € 83,87.")
    assert where(problem) == ("los-bedrag", 11, 23, 7)
    assert problem.repair == "er is een feit voor: schrijf {leges.paspoort_volwassene}"
    assert problem.source_line == "  - Een paspoort kost € 83,87."


@pytest.mark.parametrize(
    ("words", "rule"),
    [
        ("Dat kost €86.", "los-bedrag"),  # next year's tariff
        ("Dat kost 57,35 euro extra.", "los-bedrag"),
        ("Dat kost € 12,50.", "bedrag-zonder-feit"),
        ("U krijgt 1.500 euro.", "bedrag-zonder-feit"),
    ],
)
def test_amount_in_a_text(klein: Project, words: str, rule: str) -> None:
    assert problem_with(klein, words).rule == rule


@pytest.mark.parametrize(
    "words", ["U betaalt in euro's.", "Kies 5 europallets.", "Betaal {leges.paspoort_volwassene}.", "Voor € betaalt u."]
)
def test_no_amount_in_a_text(klein: Project, words: str) -> None:
    klein.replace(MOVING, TEXT, f'kort_antwoord: "{words}"')
    assert klein.rules() == []


def test_dead_link_in_a_text_suggests_the_nearest_record(klein: Project) -> None:
    problem = problem_with(klein, "Zie [paspoort](product:paspoor).")
    assert where(problem) == ("onbekende-verwijzing", 9, 18, 15)
    assert problem.repair == "bedoelt u 'paspoort'?"


def test_dead_reference_that_is_near_nothing(klein: Project) -> None:
    klein.append(MOVING, "verwant: xyz\n")
    [problem] = klein.check().problems
    assert problem.repair == "kijk of de naam klopt, of maak dit record"


def test_unknown_fact_in_a_text_suggests_the_nearest(klein: Project) -> None:
    problem = problem_with(klein, "Dat kost {leges.paspoort_volwasene}.")
    assert (where(problem), problem.repair) == (("onbekend-feit", 9, 13, 24), "bedoelt u 'leges.paspoort_volwassene'?")


def test_fact_that_has_no_value_yet_holds_later(klein: Project) -> None:
    klein.replace(MOVING, TEXT, 'kort_antwoord: "Spoed kost {leges.spoed}."')
    assert klein.rules() == ["feit-zonder-waarde"]
    assert klein.rules(dt.date(2027, 1, 1)) == []


def test_record_of_next_year_may_state_next_years_facts(klein: Project) -> None:
    klein.append("products/nieuwe-parkeerpas.yaml", 'bijzonderheden: "Spoed kost {leges.spoed}."\n')
    assert klein.rules() == []


def test_reference_to_a_record_that_is_not_published_is_no_mistake(klein: Project) -> None:
    klein.append(MOVING, "verwant: nieuwe-parkeerpas\n")
    assert klein.rules() == []


def test_mistake_in_a_record_does_not_make_its_references_wrong(klein: Project) -> None:
    klein.replace("content/contactpunten/gemeente.yaml", "naam: gemeente Klein\n", "")
    klein.replace("sociale_kaart/svb.yaml", "soort: landelijke organisatie\n", "")
    assert klein.rules() == ["verplicht-veld", "verplicht-veld"]


def test_mistake_in_a_file_of_facts_does_not_make_its_facts_unknown(klein: Project) -> None:
    klein.replace("content/feiten/leges.yaml", "omschrijving: Tarieven en termijnen van Burgerzaken\n", "")
    assert klein.rules() == ["verplicht-veld"]


def test_fact_without_any_value_is_one_mistake(klein: Project) -> None:
    text = (klein.root / "content/feiten/leges.yaml").read_text(encoding="utf-8")
    klein.write("content/feiten/leges.yaml", text[: text.rindex("    waarden:")] + "    waarden: []\n")
    assert klein.rules() == ["lege-waarde"]


def test_unreadable_municipality_is_not_also_missing(klein: Project) -> None:
    klein.append("content/gemeente/gemeente.yaml", "naam: nog een naam\n")
    assert klein.rules() == ["dubbele-sleutel"]


def test_no_municipality_at_all(klein: Project) -> None:
    (klein.root / "content/gemeente/gemeente.yaml").unlink()
    assert klein.rules() == ["gemeente-ontbreekt"]


def test_two_records_may_have_one_old_name_only_once(klein: Project) -> None:
    klein.append("products/aow.yaml", "oude_namen: reisdocument\n")
    [problem] = klein.check().problems
    assert problem.rule == "oude-naam-bezet"
    assert problem.message == "de oude naam 'reisdocument' is al van 'aow'"


def test_same_name_in_other_letters_is_the_same_name(klein: Project) -> None:
    klein.replace("products/aow.yaml", "naam: AOW-pensioen", "naam: paspoort AANVRAGEN")
    assert klein.rules() == ["dubbele-naam"]


def test_same_file_name_in_a_subfolder_is_refused_and_another_is_fine(klein: Project) -> None:
    text = (klein.root / "products/aow.yaml").read_text(encoding="utf-8")
    klein.write("products/sub/aow-samen.yaml", text.replace("naam: AOW-pensioen", "naam: AOW samen"))
    assert klein.rules() == []
    klein.write("products/sub/aow.yaml", text.replace("naam: AOW-pensioen", "naam: AOW alleen"))
    assert [(problem.rule, problem.position.file) for problem in klein.check().problems] == [("dubbele-id", "products/sub/aow.yaml")]


@pytest.mark.parametrize(("days", "rules"), [(365, []), (366, ["controle-verlopen"])])
def test_answer_is_looked_at_once_a_year(klein: Project, days: int, rules: list[str]) -> None:
    klein.replace(MOVING, "2026-10-05", str(PEILDATUM - dt.timedelta(days=days)))
    assert klein.rules() == rules


@pytest.mark.parametrize(("count", "rules"), [(25, []), (26, ["lange-zin"])])
def test_sentence_has_at_most_25_words(klein: Project, count: int, rules: list[str]) -> None:
    klein.replace(MOVING, TEXT, f"kort_antwoord: Kort. {' '.join(['woorden'] * count)}. Weer kort.")
    assert klein.rules() == rules


def test_list_items_are_sentences_of_their_own(klein: Project) -> None:
    items = "".join(f"  - {' '.join(['woord'] * 20)}\n" for _ in range(4))
    klein.replace(MOVING, TEXT, f"kort_antwoord: |\n{items.rstrip()}")
    assert klein.rules() == []


def test_long_sentence_warns_and_does_not_stop_the_build(klein: Project) -> None:
    problem = problem_with(klein, " ".join(["woorden"] * 30) + ".")
    assert problem.level is Level.WAARSCHUWING
    assert not klein.check().problems.stop_the_build


def test_all_problems_of_all_files_come_in_one_run_in_order(klein: Project) -> None:
    klein.replace("content/themas/burgerzaken.yaml", "volgorde: 1", "volgorde: een")
    klein.append(MOVING, "verwant: weg\ntrefwoord: x\n")
    klein.write("products/leeg.yaml", "")
    klein.replace("sociale_kaart/svb.yaml", "producten: aow", "producten: [aow, aaw]")
    found = [(problem.position.file, problem.position.line, problem.rule) for problem in klein.check().problems]
    assert found == [
        ("content/themas/burgerzaken.yaml", 3, "geen-getal"),
        ("products/leeg.yaml", 1, "verwacht-velden"),
        (MOVING, 12, "onbekende-verwijzing"),
        (MOVING, 13, "onbekend-veld"),
        ("sociale_kaart/svb.yaml", 17, "onbekende-verwijzing"),
    ]
