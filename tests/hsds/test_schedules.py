"""Opening hours as schedules: every form, and what a standard iCalendar engine makes of them."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from dateutil.rrule import FR, MO, MONTHLY, SA, SU, TH, TU, WE, WEEKLY, rrule, weekday
from hypothesis import given

from generator.hsds.written.schedules import WEEKS, schedule_rows
from generator.openings import State, day
from generator.records.gedeeld import Openingstijden, Tijden
from hsds.any_hours import PEILDATUM, rules, times

OFFICE = {"opens_at": "09:00:00", "closes_at": "17:00:00"}
ENGINE_DAYS = {"MO": MO, "TU": TU, "WE": WE, "TH": TH, "FR": FR, "SA": SA, "SU": SU}


def written(typed: str, peildatum: dt.date = PEILDATUM) -> list[dict[str, Any]]:
    return list(schedule_rows(times(typed), peildatum, "op afspraak"))


FORMS: dict[str, tuple[str, list[dict[str, Any]]]] = {
    "the week": (
        "tijden: [{dagen: [woensdag, maandag], tijd: [09:00-12:00, 13:00-17:00]}]",
        [
            {"freq": "WEEKLY", "byday": "MO,WE", "opens_at": "09:00:00", "closes_at": "12:00:00"},
            {"freq": "WEEKLY", "byday": "MO,WE", "opens_at": "13:00:00", "closes_at": "17:00:00"},
        ],
    ),
    "past midnight": (
        "tijden: [{dagen: vrijdag, tijd: 20:00-02:00}]",
        [{"freq": "WEEKLY", "byday": "FR", "opens_at": "20:00:00", "closes_at": "02:00:00"}],
    ),
    "until midnight": (
        "tijden: [{dagen: vrijdag, tijd: 20:00-24:00}]",
        [{"freq": "WEEKLY", "byday": "FR", "opens_at": "20:00:00", "closes_at": "00:00:00"}],
    ),
    "24 hours of one day": (
        "tijden: [{dagen: vrijdag, tijd: 00:00-24:00}]",
        [{"freq": "WEEKLY", "byday": "FR", "opens_at": "00:00:00", "closes_at": "23:59:00"}],
    ),
    "always": (
        "altijd: ja",
        [{"freq": "WEEKLY", "byday": "MO,TU,WE,TH,FR,SA,SU", "opens_at": "00:00:00", "closes_at": "23:59:00"}],
    ),
    "even weeks": (
        "tijden: [{dagen: maandag, tijd: 09:00-17:00, weken: even}]",
        [{"freq": "WEEKLY", "byday": "MO", "wkst": "MO", "byweekno": WEEKS["even"], **OFFICE}],
    ),
    "turns in the month": (
        "tijden: [{dagen: [maandag, dinsdag], tijd: 09:00-17:00, keer_in_maand: [laatste, eerste]}]",
        [{"freq": "MONTHLY", "byday": "1MO,1TU,-1MO,-1TU", **OFFICE}],
    ),
    "a coming season": (
        "tijden: [{dagen: maandag, tijd: 09:00-17:00, vanaf_dag: 01-04, tot_en_met_dag: 30-09}]",
        [
            {"valid_from": "2027-04-01", "valid_to": "2027-09-30", "freq": "WEEKLY", "byday": "MO", **OFFICE},
            {"valid_from": "2028-04-01", "valid_to": "2028-09-30", "freq": "WEEKLY", "byday": "MO", **OFFICE},
        ],
    ),
    "a running season over New Year": (
        "tijden: [{dagen: maandag, tijd: 09:00-17:00, vanaf_dag: 01-11, tot_en_met_dag: 29-02}]",
        [
            {"valid_from": "2026-11-01", "valid_to": "2027-02-28", "freq": "WEEKLY", "byday": "MO", **OFFICE},
            {"valid_from": "2027-11-01", "valid_to": "2028-02-29", "freq": "WEEKLY", "byday": "MO", **OFFICE},
        ],
    ),
    "by appointment at times": (
        "tijden: [{dagen: maandag, tijd: 09:00-17:00, afspraak: ja}]",
        [{"freq": "WEEKLY", "byday": "MO", **OFFICE, "attending_type": "op afspraak"}],
    ),
    "by appointment only": ("afspraak: ja", [{"attending_type": "op afspraak"}]),
    "exceptions from today on": (
        (
            "afspraak: ja\nuitzonderingen: [{dag: 2026-11-21, reden: gisteren}, {dag: 2026-12-25, reden: kerst}, "
            "{dag: 2026-11-22, tijd: 09:00-17:00, reden: open dag}]"
        ),
        [
            {"attending_type": "op afspraak"},
            {
                "valid_from": "2026-11-22",
                "valid_to": "2026-11-22",
                "notes": "open dag",
                "dtstart": "2026-11-22",
                "count": 1,
                "freq": "WEEKLY",
                "byday": "SU",
                **OFFICE,
            },
            {"valid_from": "2026-12-25", "valid_to": "2026-12-25", "notes": "kerst"},
        ],
    ),
}


@pytest.mark.parametrize("form", FORMS)
def test_every_form(form: str) -> None:
    typed, rows = FORMS[form]
    assert written(typed) == rows


def test_even_and_odd_weeks_are_all_weeks() -> None:
    weeks = [int(week) for kind in WEEKS.values() for week in kind.split(",")]
    assert sorted(weeks) == list(range(1, 54))


@given(rules)
def test_a_calendar_engine_opens_on_the_same_days(rule: Tijden) -> None:
    """The first year, within which every schedule of a season holds; the times of a day are in the fields as they stand."""
    hours = Openingstijden(tijden=(rule,), feestdagen="open")
    year = [PEILDATUM + dt.timedelta(days=after) for after in range(365)]

    assert {date for row in schedule_rows(hours, PEILDATUM, "op afspraak") for date in occurrences(row)} & set(year) == {
        date for date in year if day(hours, date).state is not State.CLOSED
    }


def occurrences(row: dict[str, Any]) -> set[dt.date]:
    """Let dateutil, which follows RFC 5545, say on which days a schedule is open within its period."""
    begin = dt.date.fromisoformat(row.get("valid_from", PEILDATUM.isoformat()))
    end = dt.date.fromisoformat(row.get("valid_to", (PEILDATUM + dt.timedelta(days=400)).isoformat()))
    found = rrule(
        MONTHLY if row["freq"] == "MONTHLY" else WEEKLY,
        dtstart=dt.datetime.combine(begin, dt.time()),
        until=dt.datetime.combine(end, dt.time()),
        wkst=MO,
        byweekday=[_engine_day(part) for part in row["byday"].split(",")],
        byweekno=[int(week) for week in row["byweekno"].split(",")] if "byweekno" in row else None,
    )
    return {moment.date() for moment in found}


def _engine_day(part: str) -> weekday:
    turn, name = part[:-2], ENGINE_DAYS[part[-2:]]
    return name(int(turn)) if turn else name
