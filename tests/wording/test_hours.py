"""Opening hours as people read them: made from the structure, for every kind of time that the structure knows."""

from __future__ import annotations

import datetime as dt

import pytest
from conftest import PEILDATUM
from project import languages, speaking_on

from generator.answer import Paragraph, Table, plain
from generator.records.gedeeld import Openingstijden
from generator.records.reader import Group
from generator.source import SourceFile, parse
from generator.wording.hours import hours, hours_line, span_words


def times(yaml: str) -> Openingstijden:
    """Read opening hours as an editor types them."""
    source = SourceFile("content/loketten/kcc.yaml", yaml)
    node = parse(source)
    assert node is not None
    value = Group(Openingstijden).read(node, source)
    assert not list(source.problems), list(source.problems)
    assert isinstance(value, Openingstijden)
    return value


def rows(yaml: str, peildatum: dt.date = PEILDATUM, manner: str = "open") -> list[tuple[str, str]]:
    """Give the rows of the table that these hours become, without the last row about holidays."""
    [table] = hours(times(yaml), "Openingstijden", speaking_on(peildatum), manner=manner)
    assert isinstance(table, Table)
    return [(plain(day), plain(time)) for day, time in table.rows if plain(day) != "feestdagen"]


def paragraph(yaml: str, manner: str = "open") -> str:
    [body] = hours(times(yaml), "Openingstijden", speaking_on(PEILDATUM), manner=manner)
    assert isinstance(body, Paragraph)
    return plain(body.line)


def test_days_with_the_same_hours_are_one_row() -> None:
    assert rows("tijden: [{dagen: [maandag, dinsdag, woensdag, donderdag, vrijdag], tijd: 09:00-17:00}]") == [
        ("maandag tot en met vrijdag", "9.00 tot 17.00 uur"),
        ("zaterdag en zondag", "gesloten"),
    ]


def test_a_day_in_between_parts_the_week() -> None:
    assert rows(
        """
tijden:
  - {dagen: [maandag, dinsdag, donderdag, vrijdag], tijd: 09:00-12:30}
  - {dagen: woensdag, tijd: [09:00-12:30, 18:00-20:00]}
"""
    ) == [
        ("maandag en dinsdag", "9.00 tot 12.30 uur"),
        ("woensdag", "9.00 tot 12.30 uur en 18.00 tot 20.00 uur"),
        ("donderdag en vrijdag", "9.00 tot 12.30 uur"),
        ("zaterdag en zondag", "gesloten"),
    ]


def test_two_rules_for_one_day_are_told_together() -> None:
    assert rows("tijden: [{dagen: maandag, tijd: 09:00-12:00}, {dagen: maandag, tijd: 13:00-17:00, afspraak: ja}]") == [
        ("maandag", "9.00 tot 12.00 uur en 13.00 tot 17.00 uur op afspraak"),
        ("dinsdag tot en met zondag", "gesloten"),
    ]


def test_a_telephone_is_not_closed_but_not_answered() -> None:
    assert rows("tijden: [{dagen: maandag, tijd: 09:00-12:00}]", manner="bereikbaar")[-1] == (
        "dinsdag tot en met zondag",
        "niet bereikbaar",
    )


@pytest.mark.parametrize("weeks", ["even", "oneven"])
def test_even_and_odd_weeks(weeks: str) -> None:
    told = rows(f"tijden: [{{dagen: maandag, tijd: 09:00-17:00}}, {{dagen: [donderdag, dinsdag], tijd: 13:00-16:00, weken: {weeks}}}]")

    assert told == [
        ("maandag", "9.00 tot 17.00 uur"),
        ("woensdag", "gesloten"),
        ("vrijdag tot en met zondag", "gesloten"),
        (f"dinsdag en donderdag in weken met een {weeks} nummer", "13.00 tot 16.00 uur"),
    ]


def test_the_first_wednesday_of_the_month() -> None:
    assert rows("tijden: [{dagen: woensdag, tijd: 19:00-21:00, keer_in_maand: eerste}]") == [
        ("maandag en dinsdag", "gesloten"),
        ("donderdag tot en met zondag", "gesloten"),
        ("eerste woensdag van de maand", "19.00 tot 21.00 uur"),
    ]


def test_the_first_and_third_wednesday_by_appointment() -> None:
    assert rows("tijden: [{dagen: woensdag, tijd: 19:00-21:00, keer_in_maand: [eerste, derde], afspraak: ja}]")[-1] == (
        "eerste en derde woensdag van de maand",
        "19.00 tot 21.00 uur op afspraak",
    )


def test_a_season() -> None:
    assert rows("tijden: [{dagen: [zaterdag, zondag], tijd: 10:00-17:00, vanaf_dag: 01-04, tot_en_met_dag: 30-09}]") == [
        ("maandag tot en met vrijdag", "gesloten"),
        ("zaterdag en zondag van 1 april tot en met 30 september", "10.00 tot 17.00 uur"),
    ]


def test_only_by_appointment() -> None:
    assert paragraph("afspraak: ja") == "Alleen op afspraak."


@pytest.mark.parametrize(
    ("manner", "told"), [("open", "Dag en nacht open, elke dag."), ("bereikbaar", "Dag en nacht bereikbaar, elke dag.")]
)
def test_day_and_night(manner: str, told: str) -> None:
    assert paragraph("altijd: ja", manner) == told


def test_twenty_four_hours_on_some_days() -> None:
    assert rows("tijden: [{dagen: zaterdag, tijd: 00:00-24:00}]")[1] == ("zaterdag", "dag en nacht")


def test_until_midnight_and_past_midnight() -> None:
    assert rows("tijden: [{dagen: vrijdag, tijd: 20:00-24:00}, {dagen: zaterdag, tijd: 20:00-02:00}]")[1:3] == [
        ("vrijdag", "20.00 tot 24.00 uur"),
        ("zaterdag", "20.00 tot 2.00 uur"),
    ]


@pytest.mark.parametrize(("typed", "told"), [("dicht", "gesloten"), ("open", "zoals op andere dagen"), ("onbekend", "niet bekend")])
def test_holidays(typed: str, told: str) -> None:
    line = hours_line(times(f"tijden: [{{dagen: maandag, tijd: 09:00-12:00}}]\nfeestdagen: {typed}"), speaking_on(PEILDATUM))

    assert line == f"maandag: 9.00 tot 12.00 uur; dinsdag tot en met zondag: gesloten; feestdagen: {told}"


def test_holidays_are_unknown_unless_told() -> None:
    assert hours_line(times("tijden: [{dagen: maandag, tijd: 09:00-12:00}]"), speaking_on(PEILDATUM)).endswith("feestdagen: niet bekend")


EXCEPTIONS = """
tijden: [{dagen: donderdag, tijd: 09:00-17:00}]
uitzonderingen:
  - {dag: 2026-12-24, tijd: 09:00-12:00, reden: dag voor kerst}
  - {dag: 2026-05-14, reden: Hemelvaartsdag}
  - {dag: 2026-11-26, reden: studiedag}
"""
CHRISTMAS, STUDY_DAY = ("24 december 2026 (dag voor kerst)", "9.00 tot 12.00 uur"), ("26 november 2026 (studiedag)", "gesloten")


@pytest.mark.parametrize(
    ("peildatum", "coming"),
    [
        (dt.date(2026, 11, 25), [STUDY_DAY, CHRISTMAS]),
        (dt.date(2026, 11, 26), [STUDY_DAY, CHRISTMAS]),
        (dt.date(2026, 11, 27), [CHRISTMAS]),
        (dt.date(2026, 12, 25), []),
    ],
)
def test_days_that_are_different_are_told_until_they_are_over(peildatum: dt.date, coming: list[tuple[str, str]]) -> None:
    assert [row for row in rows(EXCEPTIONS, peildatum) if "2026" in row[0]] == coming


def test_on_one_line_for_an_agent_nothing_is_left_out() -> None:
    assert hours_line(times(EXCEPTIONS), speaking_on(PEILDATUM)) == (
        "maandag tot en met woensdag: gesloten; donderdag: 9.00 tot 17.00 uur; vrijdag tot en met zondag: gesloten; feestdagen: niet bekend; "
        "26 november 2026 (studiedag): gesloten; 24 december 2026 (dag voor kerst): 9.00 tot 12.00 uur"
    )
    assert hours_line(times("afspraak: ja"), speaking_on(PEILDATUM)) == "Alleen op afspraak."


def test_spans_in_words() -> None:
    assert span_words(((0, 1440),), languages()["nl"]) == "dag en nacht"
    assert span_words(((545, 750), (810, 1020)), languages()["nl"]) == "9.05 tot 12.30 uur en 13.30 tot 17.00 uur"
