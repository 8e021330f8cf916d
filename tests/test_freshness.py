"""A field can be checked apart from its record: it has a day and a source of its own, and keeps the same rhythm."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from conftest import PEILDATUM
from project import edition_of, lay_down, told_in

from generator.check_letters import all_overdue, letters
from generator.freshness import late_since, stale_fields
from generator.records.gedeeld import Answered
from generator.records.light import light
from generator.records.organisatie import Organisatie
from generator.records.reader import declared_fields
from generator.records.veldcontrole import NOT_CHECKED
from generator.wording.veldcontroles import field_name

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Project

FOODBANK, KEY = "sociale_kaart/voedselbank.yaml", "organisatie:voedselbank"
HALL = "sociale_kaart/de-linde.yaml"


@pytest.fixture
def bouw(tmp_path: Path) -> Project:
    return lay_down(tmp_path / "bouw")


def check_of(name: str, days: int, further: str = "") -> str:
    """Type the check of a field, this many days ago."""
    return f"  - veld: {name}\n    op: {PEILDATUM - dt.timedelta(days=days)}\n    bron: telefoongesprek met de voorzitter\n{further}"


def told_of(project: Project, *checks: str) -> list[tuple[str, str]]:
    project.append(FOODBANK, "veldcontroles:\n" + "".join(checks))
    return [(problem.rule, problem.message) for problem in project.check().problems]


@pytest.mark.parametrize(("days", "late"), [(180, False), (181, True)])
def test_a_field_keeps_the_rhythm_of_its_kind_of_record(bouw: Project, days: int, *, late: bool) -> None:
    day = PEILDATUM - dt.timedelta(days=days)
    assert told_of(bouw, check_of("contact", days)) == late * [
        ("veldcontrole-verlopen", f"het veld 'contact' is sinds {day} niet nagekeken")
    ]


@pytest.mark.parametrize(("days", "rules"), [(30, []), (31, ["veldcontrole-verlopen"])])
def test_the_record_or_the_field_can_have_a_rhythm_of_its_own(bouw: Project, days: int, rules: list[str]) -> None:
    bouw.replace(FOODBANK, "gecontroleerd_op: 2026-10-05\n", "gecontroleerd_op: 2026-11-20\ncontrole_dagen: 30\n")
    assert [rule for rule, _ in told_of(bouw, check_of("contact", days))] == rules
    bouw.replace(FOODBANK, "controle_dagen: 30\n", "")
    bouw.append(FOODBANK, "    dagen: 30\n")
    assert bouw.rules() == rules


def test_a_field_does_not_follow_the_date_of_its_record(bouw: Project) -> None:
    bouw.replace(FOODBANK, "gecontroleerd_op: 2026-10-05", f"gecontroleerd_op: {PEILDATUM - dt.timedelta(days=200)}")
    assert [rule for rule, _ in told_of(bouw, check_of("contact", 10))] == ["controle-verlopen"]


def test_a_field_inside_another_is_named_with_points_and_ids(bouw: Project) -> None:
    assert told_of(bouw, check_of("aanbod.pakket.wachttijd", 10), check_of("contact.telefoon", 10), check_of("locaties.loods", 10)) == []


@pytest.mark.parametrize(
    ("typed", "repair"),
    [
        ("contcat", "bedoelt u 'contact'?"),
        ("aanbod.paket.wachttijd", "bedoelt u 'aanbod.pakket.wachttijd'?"),
        (
            "niet_hier",
            "kies uit: aanbod, bron, contact, kort_antwoord, leefdomeinen, locaties, naam, soort, themas, trefwoorden, verwant, ",
        ),
        ("eigenaar", "kies uit: "),
        ("kcc.let_op", "kies uit: "),
    ],
)
def test_a_field_that_is_not_there_is_told_with_what_is(bouw: Project, typed: str, repair: str) -> None:
    assert told_of(bouw, check_of(typed, 10)) == [("veldcontrole-onbekend", f"het veld '{typed}' staat niet in dit record")]
    [problem] = bouw.check().problems
    assert problem.repair.startswith(repair)


def test_what_is_no_name_of_a_field_is_refused_once(bouw: Project) -> None:
    assert told_of(bouw, check_of("Het telefoonnummer", 10)) == [
        ("veldcontrole-onbekend", "'Het telefoonnummer' is geen naam van een veld")
    ]


def test_the_same_field_is_checked_once(bouw: Project) -> None:
    assert told_of(bouw, check_of("contact", 10), check_of("contact", 20)) == [
        ("dubbel-in-lijst", "'contact' staat twee keer in deze lijst")
    ]


def test_a_day_that_must_come_yet_is_refused(bouw: Project) -> None:
    assert told_of(bouw, check_of("contact", 10).replace("2026-11-12", "2126-11-12")) == [
        ("controle-in-toekomst", "'op' is 2126-11-12: die dag moet nog komen")
    ]


def test_agents_read_which_field_is_late_and_which_is_not(bouw: Project) -> None:
    told_of(bouw, check_of("aanbod.pakket.wachttijd", 200), check_of("contact", 10))
    layer = edition_of(bouw).layers[KEY]

    assert told_in(layer, "kcc-controle") == [
        "Dit onderdeel is te lang niet nagekeken. Zeg dat erbij, en meld wat niet klopt.",
        "Wachttijd (aanbod Voedselpakket): op 6 mei 2026. Bron: telefoongesprek met de voorzitter.",
    ]
    assert told_in(layer, "kcc-veldcontroles") == ["Contact: op 12 november 2026. Bron: telefoongesprek met de voorzitter."]
    assert "Bron: telefoongesprek met de voorzitter" in layer.private, "what only agents read is searched for in the public site"


def test_agents_read_of_the_record_and_of_more_fields_together(bouw: Project) -> None:
    bouw.replace(FOODBANK, "gecontroleerd_op: 2026-10-05", "gecontroleerd_op: 2026-03-01")
    told_of(bouw, check_of("aanbod", 200), check_of("contact", 201))
    first, second, *fields = told_in(edition_of(bouw).layers[KEY], "kcc-controle")

    assert first == "Dit antwoord is sinds 1 maart 2026 niet nagekeken. Zeg dat erbij, en meld wat niet klopt."
    assert second == "Deze onderdelen zijn te lang niet nagekeken. Zeg dat erbij, en meld wat niet klopt."
    assert [field.partition(":")[0] for field in fields] == ["Aanbod", "Contact"]


def test_agents_read_it_where_nothing_else_is_written_for_them(bouw: Project) -> None:
    bouw.append(HALL, "veldcontroles:\n" + check_of("contact", 10))
    assert [block.id for block in edition_of(bouw).layers["organisatie:de-linde"].blocks] == ["kcc-veldcontroles"]


def test_everybody_reads_the_same_answer_as_without(bouw: Project) -> None:
    before = [answer.blocks for answer in edition_of(bouw).answers]
    told_of(bouw, check_of("contact", 200), check_of("aanbod.pakket", 10))
    assert [answer.blocks for answer in edition_of(bouw).answers] == before


@pytest.mark.parametrize(
    ("checked", "told"), [("2026-05-26", "Gecontroleerd op: 26 mei 2026"), ("2026-05-25", "Gecontroleerd in: mei 2026")]
)
def test_everybody_reads_the_day_and_only_the_month_once_it_is_too_long_ago(bouw: Project, checked: str, told: str) -> None:
    bouw.replace(FOODBANK, "gecontroleerd_op: 2026-10-05", f"gecontroleerd_op: {checked}")
    [foodbank] = [answer for answer in edition_of(bouw).answers if f"{answer.kind}:{answer.id}" == KEY]
    assert [line for line in told_in(foodbank, "verantwoording") if line.startswith("Gecontroleerd")] == [told]


def test_the_letter_tells_of_each_field_when_it_was_checked(bouw: Project) -> None:
    told_of(bouw, check_of("aanbod.pakket.wachttijd", 200), check_of("contact", 10))
    written = " ".join(letters(bouw.check().catalogue, ["voedselbank"])["voedselbank"].split())

    assert "Wij keken uw gegevens voor het laatst na op 5 oktober 2026. Apart keken wij dit na op" in written
    assert "Apart keken wij dit na op 6 mei 2026: wachttijd (aanbod Voedselpakket). Dat is te lang geleden. " in written
    assert "Apart keken wij dit na op 12 november 2026: contact. Wilt u de gegevens hieronder lezen?" in written
    assert "voorzitter" not in written


def test_an_organisation_with_a_late_field_gets_its_letter_in_the_order_of_that_field(bouw: Project) -> None:
    assert all_overdue(bouw.check().catalogue) == []
    bouw.replace(HALL, "gecontroleerd_op: 2026-10-05", f"gecontroleerd_op: {PEILDATUM - dt.timedelta(days=190)}")
    told_of(bouw, check_of("contact", 10), check_of("aanbod", 200))

    assert all_overdue(bouw.check().catalogue) == ["voedselbank", "de-linde"]


def test_a_product_has_the_rhythm_of_a_year(bouw: Project) -> None:
    bouw.append("products/identiteitskaart.yaml", "veldcontroles:\n" + check_of("kosten", 365) + check_of("termijn", 366))
    card = bouw.check().catalogue.by_kind["product"]["identiteitskaart"]

    assert [check.veld for check in stale_fields(card, "product", PEILDATUM)] == ["termijn"]
    assert late_since(card, "product", PEILDATUM) == PEILDATUM - dt.timedelta(days=366)
    assert late_since(card, "product", PEILDATUM - dt.timedelta(days=1)) is None


@pytest.mark.parametrize("folder", ["content/loketten", "content/vragen", "content/keuzehulpen", "products", "sociale_kaart"])
def test_whatever_has_an_answer_can_have_a_field_checked_apart(bouw: Project, folder: str) -> None:
    path = min((bouw.root / folder).glob("*.yaml")).relative_to(bouw.root).as_posix()
    bouw.append(path, "veldcontroles:\n" + check_of("kort_antwoord", 400) + check_of("kort_antwoorden", 10))
    found = [(problem.rule, problem.repair) for problem in bouw.check().problems if problem.rule == "veldcontrole-onbekend"]

    assert found == [("veldcontrole-onbekend", "bedoelt u 'kort_antwoord'?")]


def test_a_kind_without_a_rhythm_is_never_late(bouw: Project) -> None:
    [theme, *_] = bouw.check().catalogue.by_kind["thema"].values()
    assert (stale_fields(theme, "thema", PEILDATUM), late_since(theme, "thema", PEILDATUM)) == ((), None)


def test_a_name_is_read_as_people_say_it(bouw: Project) -> None:
    foodbank = bouw.check().catalogue.by_kind["organisatie"]["voedselbank"]
    names = ("kort_antwoord", "contact.telefoon", "locaties.loods", "locaties.loods.openingstijden")

    assert [field_name(foodbank, name) for name in names] == [
        "kort antwoord",
        "telefoon (contact)",
        "De Loods (locaties)",
        "openingstijden (locaties De Loods)",
    ]


def test_what_tells_of_the_record_itself_is_no_field_to_check() -> None:
    of_every_answer = {field.name for field in declared_fields(Answered)}
    assert {*of_every_answer, "vertalingen"} == NOT_CHECKED
    assert NOT_CHECKED - {field.name for field in declared_fields(Organisatie)} == {"vertalingen"}


def test_others_do_not_know_of_it(bouw: Project) -> None:
    foodbank = bouw.check().catalogue.by_kind["organisatie"]["voedselbank"]
    told_of(bouw, check_of("contact", 10))
    assert light(bouw.check().catalogue.by_kind["organisatie"]["voedselbank"]) == light(foodbank)
