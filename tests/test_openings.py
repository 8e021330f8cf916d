"""When a place is open: hand-worked days of real calendars, and what must hold for any opening hours."""

from __future__ import annotations

import dataclasses
import datetime as dt
from itertools import pairwise

import pytest
from holidays import country_holidays
from hypothesis import assume, given
from hypothesis import strategies as st

from generator.dates import DAYS
from generator.openings import AHEAD, AMSTERDAM, Day, Moment, Span, State, Status, day, days, kept_on, moments, status, status_at
from generator.public_holidays import holiday
from generator.records.gedeeld import Openingstijden, Tijden, Uitzondering
from generator.records.reader import Group
from generator.source import SourceFile, parse

EVERY_DAY = f"[{', '.join(DAYS)}]"
OFFICE = "tijden: [{dagen: [maandag, dinsdag, woensdag, donderdag, vrijdag], tijd: 09:00-17:00}]"
CAFE = "tijden: [{dagen: [vrijdag, zaterdag], tijd: 20:00-02:00}]"
NIGHTS = f"tijden: [{{dagen: {EVERY_DAY}, tijd: 22:00-06:00}}]\nfeestdagen: open"


def times(yaml: str) -> Openingstijden:
    """Read opening hours as an editor types them."""
    source = SourceFile("content/loketten/kcc.yaml", yaml)
    node = parse(source)
    assert node is not None
    value = Group(Openingstijden).read(node, source)
    assert not list(source.problems), list(source.problems)
    assert isinstance(value, Openingstijden)
    return value


def on(date: str, yaml: str) -> Day:
    return day(times(yaml), dt.date.fromisoformat(date))


def clock(minutes: int) -> str:
    return f"{minutes // 60:02d}:{minutes % 60:02d}"


def told(date: str, yaml: str) -> str:
    """Write the spans of a date, or its state where it has none; past midnight the hours count on: `20:00-26:00`."""
    found = on(date, yaml)
    spans = [f"{clock(span.begin)}-{clock(span.end)}{' afspraak' if span.by_appointment else ''}" for span in found.spans]
    return ", ".join(spans) or found.state


def open_on(yaml: str, *dates: str) -> list[str]:
    """Give which of these dates have spans."""
    return [date for date in dates if on(date, yaml).spans]


def at(moment: str) -> dt.datetime:
    """Read a moment with its offset; the short form `2026-11-23 09:00 +01`."""
    date, time, offset = moment.split()
    return dt.datetime.fromisoformat(f"{date}T{time}{offset}:00")


def open_moments(yaml: str, first: str, count: int) -> list[tuple[dt.datetime, dt.datetime]]:
    found = moments(times(yaml), dt.date.fromisoformat(first), count)
    return [(moment.begin, moment.end) for moment in found if moment.state is State.OPEN]


# Holidays

HOLIDAYS = {
    "2025-01-01": "Nieuwjaarsdag",
    "2025-04-20": "Eerste paasdag",
    "2025-04-21": "Tweede paasdag",
    "2025-04-26": "Koningsdag",  # the 27th is a Sunday
    "2025-05-05": "Bevrijdingsdag",
    "2025-05-29": "Hemelvaartsdag",
    "2025-06-08": "Eerste pinksterdag",
    "2025-06-09": "Tweede pinksterdag",
    "2025-12-25": "Eerste kerstdag",
    "2025-12-26": "Tweede kerstdag",
    "2026-01-01": "Nieuwjaarsdag",
    "2026-04-05": "Eerste paasdag",
    "2026-04-06": "Tweede paasdag",
    "2026-04-27": "Koningsdag",
    "2026-05-05": "Bevrijdingsdag",
    "2026-05-14": "Hemelvaartsdag",
    "2026-05-24": "Eerste pinksterdag",
    "2026-05-25": "Tweede pinksterdag",
    "2026-12-25": "Eerste kerstdag",
    "2026-12-26": "Tweede kerstdag",
    "2027-01-01": "Nieuwjaarsdag",
    "2027-03-28": "Eerste paasdag",
    "2027-03-29": "Tweede paasdag",
    "2027-04-27": "Koningsdag",
    "2027-05-05": "Bevrijdingsdag",
    "2027-05-06": "Hemelvaartsdag",
    "2027-05-16": "Eerste pinksterdag",
    "2027-05-17": "Tweede pinksterdag",
    "2027-12-25": "Eerste kerstdag",
    "2027-12-26": "Tweede kerstdag",
}


def test_the_holidays_of_three_years_are_these_and_no_others() -> None:
    dates = [dt.date(2025, 1, 1) + dt.timedelta(days=after) for after in range(3 * 365)]

    assert {str(date): name for date in dates if (name := holiday(date))} == HOLIDAYS


def test_good_friday_is_a_working_day() -> None:
    assert holiday(dt.date(2026, 4, 3)) is None


def test_two_holidays_on_one_day_are_both_named() -> None:
    assert holiday(dt.date(2016, 5, 5)) == "Bevrijdingsdag en Hemelvaartsdag"


@pytest.mark.parametrize("year", range(2014, 2101))
def test_the_holidays_package_has_the_same_days(year: int) -> None:
    named = country_holidays("NL", years=year, language="nl", categories=("public", "optional")).items()
    expected = {date: set(name.split("; ")) for date, name in named if name.lower() != "goede vrijdag"}
    dates = (dt.date(year, 1, 1) + dt.timedelta(days=after) for after in range(365))

    assert {date: set(name.split(" en ")) for date in dates if (name := holiday(date))} == expected


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("dicht", Day(dt.date(2026, 5, 14), (), State.CLOSED, "Hemelvaartsdag", special=True)),
        ("onbekend", Day(dt.date(2026, 5, 14), (), State.UNKNOWN, "Hemelvaartsdag", special=True)),
        ("open", Day(dt.date(2026, 5, 14), (Span(540, 1020),), State.OPEN)),
    ],
)
def test_a_holiday_on_a_day_that_is_otherwise_open(typed: str, expected: Day) -> None:
    assert on("2026-05-14", f"{OFFICE}\nfeestdagen: {typed}") == expected


def test_holidays_are_unknown_unless_told() -> None:
    assert told("2026-05-14", OFFICE) == "unknown"


@pytest.mark.parametrize("typed", ["dicht", "onbekend", "open"])
def test_a_holiday_on_a_day_that_is_closed_anyway_changes_nothing(typed: str) -> None:
    easter_sunday = dt.date(2026, 4, 5)

    assert on("2026-04-05", f"{OFFICE}\nfeestdagen: {typed}") == Day(easter_sunday, (), State.CLOSED)


# The week


def test_a_day_of_the_week() -> None:
    assert on("2026-11-23", OFFICE) == Day(dt.date(2026, 11, 23), (Span(540, 1020),), State.OPEN, "", special=False)


def test_a_day_without_rule_is_closed() -> None:
    assert on("2026-11-22", OFFICE) == Day(dt.date(2026, 11, 22), (), State.CLOSED, "", special=False)


def test_days_are_the_same_as_day_by_day() -> None:
    hours = times(OFFICE)

    assert days(hours, dt.date(2026, 12, 24), 3) == tuple(day(hours, dt.date(2026, 12, date)) for date in (24, 25, 26))


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("[{dagen: maandag, tijd: [13:00-17:00, 09:00-12:30]}]", "09:00-12:30, 13:00-17:00"),
        ("[{dagen: maandag, tijd: 13:00-17:00}, {dagen: maandag, tijd: 09:00-12:30}]", "09:00-12:30, 13:00-17:00"),
        ("[{dagen: maandag, tijd: [09:00-12:00, 11:00-13:00]}]", "09:00-13:00"),
        ("[{dagen: maandag, tijd: [09:00-17:00, 11:00-13:00]}]", "09:00-17:00"),
        ("[{dagen: maandag, tijd: [09:00-12:00, 12:00-17:00]}]", "09:00-17:00"),
        ("[{dagen: maandag, tijd: 09:00-12:00}, {dagen: maandag, tijd: 12:00-17:00, afspraak: ja}]", "09:00-12:00, 12:00-17:00 afspraak"),
        ("[{dagen: maandag, tijd: 09:00-12:00}, {dagen: maandag, tijd: 10:00-17:00, afspraak: ja}]", "09:00-12:00, 12:00-17:00 afspraak"),
        (
            "[{dagen: maandag, tijd: 10:00-12:00}, {dagen: maandag, tijd: 09:00-17:00, afspraak: ja}]",
            "09:00-10:00 afspraak, 10:00-12:00, 12:00-17:00 afspraak",
        ),
    ],
)
def test_times_of_one_day_are_sorted_and_joined_and_walking_in_wins(typed: str, expected: str) -> None:
    assert told("2026-11-23", f"tijden: {typed}") == expected


@pytest.mark.parametrize(("only", "state"), [("nee", State.OPEN), ("ja", State.APPOINTMENT)])
def test_a_day_is_open_where_people_can_walk_in_for_a_part_of_it(only: str, state: State) -> None:
    yaml = f"tijden: [{{dagen: maandag, tijd: 09:00-12:00, afspraak: ja}}, {{dagen: maandag, tijd: 13:00-14:00, afspraak: {only}}}]"

    assert on("2026-11-23", yaml).state is state


# Even and odd weeks: 2026 has a week 53, so two odd weeks follow each other

MONDAYS = ("2026-12-14", "2026-12-21", "2026-12-28", "2027-01-04", "2027-01-11")  # weeks 51, 52, 53, 1, 2


@pytest.mark.parametrize(
    ("weeks", "expected"),
    [("even", ["2026-12-21", "2027-01-11"]), ("oneven", ["2026-12-14", "2026-12-28", "2027-01-04"])],
)
def test_even_and_odd_weeks_over_week_53(weeks: str, expected: list[str]) -> None:
    assert open_on(f"tijden: [{{dagen: maandag, tijd: 09:00-12:00, weken: {weeks}}}]", *MONDAYS) == expected


def test_the_week_of_1_january_belongs_to_the_iso_year() -> None:
    # Saturday 2 January 2027 is still in week 53; Wednesday 31 December 2025 is already in week 1.
    assert open_on("tijden: [{dagen: zaterdag, tijd: 09:00-12:00, weken: oneven}]", "2027-01-02") == ["2027-01-02"]
    assert open_on("tijden: [{dagen: woensdag, tijd: 09:00-12:00, weken: even}]", "2025-12-24", "2025-12-31") == ["2025-12-24"]


def test_a_special_rule_adds_to_the_plain_one() -> None:
    evening = "tijden: [{dagen: maandag, tijd: 09:00-12:00}, {dagen: maandag, tijd: 18:00-20:00, weken: even}]"

    assert told("2026-12-21", evening) == "09:00-12:00, 18:00-20:00"
    assert told("2026-12-28", evening) == "09:00-12:00"


# The first and the last of a month

NOVEMBER = ("2026-11-02", "2026-11-09", "2026-11-16", "2026-11-23", "2026-11-30")
FEBRUARY = ("2027-02-01", "2027-02-08", "2027-02-15", "2027-02-22")


@pytest.mark.parametrize(
    ("turns", "expected"),
    [
        ("eerste", ["2026-11-02", "2027-02-01"]),
        ("tweede", ["2026-11-09", "2027-02-08"]),
        ("derde", ["2026-11-16", "2027-02-15"]),
        ("vierde", ["2026-11-23", "2027-02-22"]),
        ("laatste", ["2026-11-30", "2027-02-22"]),
        ("[eerste, laatste]", ["2026-11-02", "2026-11-30", "2027-02-01", "2027-02-22"]),
    ],
)
def test_mondays_of_a_month_with_five_and_a_month_with_four(turns: str, expected: list[str]) -> None:
    assert open_on(f"tijden: [{{dagen: maandag, tijd: 19:00-21:00, keer_in_maand: {turns}}}]", *NOVEMBER, *FEBRUARY) == expected


def test_every_condition_of_a_rule_must_hold() -> None:
    rule = "tijden: [{dagen: maandag, tijd: 19:00-21:00, keer_in_maand: [eerste, derde], weken: oneven, tot_en_met_dag: 15-11}]"
    even_week, second_monday, after_the_season = "2026-08-03", "2026-08-10", "2026-11-16"

    assert open_on(rule, even_week, second_monday, "2026-11-02", after_the_season) == ["2026-11-02"]


# Seasons


@pytest.mark.parametrize(
    ("season", "expected"),
    [
        ("vanaf_dag: 01-04, tot_en_met_dag: 30-09", ["2026-04-01", "2026-09-30"]),
        ("vanaf_dag: 01-10, tot_en_met_dag: 31-03", ["2026-03-31", "2026-10-01", "2026-12-31", "2027-01-01"]),
        ("vanaf_dag: 01-10", ["2026-10-01", "2026-12-31"]),
        ("tot_en_met_dag: 31-03", ["2026-03-31", "2027-01-01"]),
        ("vanaf_dag: 31-12, tot_en_met_dag: 31-12", ["2026-12-31"]),
    ],
)
def test_a_season_and_one_over_new_year(season: str, expected: list[str]) -> None:
    yaml = f"tijden: [{{dagen: {EVERY_DAY}, tijd: 10:00-16:00, {season}}}]\nfeestdagen: open"

    assert open_on(yaml, "2026-03-31", "2026-04-01", "2026-09-30", "2026-10-01", "2026-12-31", "2027-01-01") == expected


@pytest.mark.parametrize(
    ("season", "expected"),
    [
        ("tot_en_met_dag: 29-02", ["2027-02-28", "2028-02-28", "2028-02-29"]),
        ("tot_en_met_dag: 28-02", ["2027-02-28", "2028-02-28"]),
        ("vanaf_dag: 29-02", ["2027-03-01", "2028-02-29", "2028-03-01"]),
    ],
)
def test_a_season_that_ends_or_begins_on_the_leap_day(season: str, expected: list[str]) -> None:
    yaml = f"tijden: [{{dagen: {EVERY_DAY}, tijd: 10:00-16:00, {season}}}]"

    assert open_on(yaml, "2027-02-28", "2027-03-01", "2028-02-28", "2028-02-29", "2028-03-01") == expected


def test_the_leap_day_of_2028_is_the_fifth_tuesday_and_so_the_last() -> None:
    tuesdays = ("2028-02-01", "2028-02-22", "2028-02-29", "2028-03-07")

    assert open_on("tijden: [{dagen: dinsdag, tijd: 09:00-12:00, keer_in_maand: laatste}]", *tuesdays) == ["2028-02-29"]
    assert open_on("tijden: [{dagen: dinsdag, tijd: 09:00-12:00, keer_in_maand: eerste}]", *tuesdays) == ["2028-02-01", "2028-03-07"]


# Day and night, and only by appointment


def test_day_and_night_also_on_holidays() -> None:
    assert told("2026-11-22", "altijd: ja") == "00:00-24:00"
    assert on("2026-12-25", "altijd: ja") == Day(dt.date(2026, 12, 25), (Span(0, 1440),), State.OPEN)


def test_day_and_night_but_closed_on_holidays_is_believed() -> None:
    assert told("2026-12-25", "altijd: ja\nfeestdagen: dicht") == "closed"


@pytest.mark.parametrize(("typed", "state"), [("dicht", "closed"), ("onbekend", "appointment"), ("open", "appointment")])
def test_only_by_appointment(typed: str, state: str) -> None:
    yaml = f"afspraak: ja\nfeestdagen: {typed}"

    assert told("2026-12-24", yaml) == "appointment"
    assert told("2026-12-25", yaml) == state


# Exceptions


def test_an_exception_closes_a_day_and_says_why() -> None:
    yaml = f"{OFFICE}\nuitzonderingen: [{{dag: 2026-11-26, reden: studiedag}}]"

    assert on("2026-11-26", yaml) == Day(dt.date(2026, 11, 26), (), State.CLOSED, "studiedag", special=True)
    assert told("2026-11-27", yaml) == "09:00-17:00"


@pytest.mark.parametrize("typed", ["dicht", "onbekend", "open"])
def test_an_exception_opens_a_place_on_a_holiday(typed: str) -> None:
    yaml = f"{OFFICE}\nfeestdagen: {typed}\nuitzonderingen: [{{dag: 2026-12-25, tijd: 11:00-15:00, reden: kerstlunch}}]"

    assert on("2026-12-25", yaml) == Day(dt.date(2026, 12, 25), (Span(660, 900),), State.OPEN, "kerstlunch", special=True)


def test_an_exception_that_says_what_the_week_says_is_not_special() -> None:
    yaml = f"{OFFICE}\nuitzonderingen: [{{dag: 2026-05-05, tijd: 09:00-17:00, reden: gewoon open}}]"

    assert on("2026-05-05", yaml) == Day(dt.date(2026, 5, 5), (Span(540, 1020),), State.OPEN, "gewoon open", special=False)


def test_an_exception_closes_what_is_always_open() -> None:
    assert told("2026-12-01", "altijd: ja\nuitzonderingen: [{dag: 2026-12-01, reden: verbouwing}]") == "closed"
    assert told("2026-12-01", "altijd: ja\nuitzonderingen: [{dag: 2026-12-01, tijd: 10:00-14:00, reden: verbouwing}]") == "10:00-14:00"


@pytest.mark.parametrize(
    "week",
    ["afspraak: ja", "tijden: [{dagen: maandag, tijd: 09:00-12:00, afspraak: ja}, {dagen: dinsdag, tijd: 09:00-12:00, afspraak: ja}]"],
)
def test_an_exception_does_not_make_a_place_of_appointments_one_to_walk_in(week: str) -> None:
    yaml = f"{week}\nuitzonderingen: [{{dag: 2026-11-28, tijd: 10:00-14:00, reden: extra zaterdag}}]"

    assert told("2026-11-28", yaml) == "10:00-14:00 afspraak"


def test_an_exception_on_a_day_of_appointments_in_a_mixed_week() -> None:
    week = "tijden: [{dagen: maandag, tijd: 09:00-12:00, afspraak: ja}, {dagen: dinsdag, tijd: 09:00-12:00}]"
    other = "{dag: 2026-11-23, tijd: 13:00-15:00, reden: later}, {dag: 2026-11-24, tijd: 13:00-15:00, reden: later}"
    yaml = f"{week}\nuitzonderingen: [{other}]"

    assert told("2026-11-23", yaml) == "13:00-15:00 afspraak"
    assert told("2026-11-24", yaml) == "13:00-15:00"


def test_two_exceptions_for_one_day_are_taken_together() -> None:
    both = "{dag: 2026-12-24, tijd: 13:00-15:00, reden: kerstavond}, {dag: 2026-12-24, tijd: 09:00-11:00, reden: ontbijt}"

    assert told("2026-12-24", f"{OFFICE}\nuitzonderingen: [{both}]") == "09:00-11:00, 13:00-15:00"
    assert on("2026-12-24", f"{OFFICE}\nuitzonderingen: [{both}]").reason == "kerstavond; ontbijt"


def test_a_reason_that_two_exceptions_share_is_told_once() -> None:
    both = "{dag: 2026-12-24, tijd: 09:00-11:00, reden: kerst}, {dag: 2026-12-24, tijd: 13:00-15:00, reden: kerst}"

    assert on("2026-12-24", f"{OFFICE}\nuitzonderingen: [{both}]").reason == "kerst"


def test_two_exceptions_that_contradict_each_other_tell_nothing() -> None:
    eve = dt.date(2026, 12, 24)
    both = (Uitzondering(dag=eve, tijd=((780, 900),), reden="kerstavond"), Uitzondering(dag=eve, reden="vakantie"))
    told = dataclasses.replace(times(OFFICE), uitzonderingen=both)  # reading refuses it: the rule uitzondering-tegenspraak

    assert day(told, eve) == Day(eve, (), State.UNKNOWN, "kerstavond; vakantie", special=True)


# Moments: Amsterdam is at +01 in winter and +02 in summer


def test_moments_are_in_utc() -> None:
    [moment] = moments(times(OFFICE), dt.date(2026, 11, 23), 1)

    assert moment == Moment(dt.datetime(2026, 11, 23, 8, tzinfo=dt.UTC), dt.datetime(2026, 11, 23, 16, tzinfo=dt.UTC), State.OPEN)
    assert moment.begin.tzinfo is moment.end.tzinfo is dt.UTC


def test_times_that_touch_over_midnight_are_one_moment() -> None:
    weekend = """
tijden:
  - {dagen: vrijdag, tijd: 16:00-24:00}
  - {dagen: zaterdag, tijd: 00:00-24:00}
  - {dagen: zondag, tijd: 00:00-16:00}
"""
    assert open_moments(weekend, "2026-11-26", 7) == [(at("2026-11-27 16:00 +01"), at("2026-11-29 16:00 +01"))]


def test_times_that_overlap_past_midnight_are_one_moment() -> None:
    yaml = "tijden: [{dagen: vrijdag, tijd: 20:00-02:00}, {dagen: zaterdag, tijd: 01:00-04:00}]"

    assert open_moments(yaml, "2026-11-27", 2) == [(at("2026-11-27 20:00 +01"), at("2026-11-28 04:00 +01"))]


def test_what_began_the_day_before_is_there_from_midnight() -> None:
    assert open_moments(CAFE, "2026-11-29", 1) == [(at("2026-11-29 00:00 +01"), at("2026-11-29 02:00 +01"))]


def test_what_begins_on_the_last_day_goes_on_past_it() -> None:
    assert open_moments(CAFE, "2026-11-27", 1) == [(at("2026-11-27 20:00 +01"), at("2026-11-28 02:00 +01"))]


def test_day_and_night_is_one_moment() -> None:
    assert open_moments("altijd: ja", "2026-11-23", 42) == [(at("2026-11-23 00:00 +01"), at("2027-01-04 00:00 +01"))]


def test_appointments_and_unknown_days_are_moments_too() -> None:
    yaml = "tijden: [{dagen: [donderdag, vrijdag], tijd: 09:00-12:00, afspraak: ja}]"

    assert moments(times(yaml), dt.date(2026, 12, 24), 2) == (
        Moment(at("2026-12-24 09:00 +01"), at("2026-12-24 12:00 +01"), State.APPOINTMENT),
        Moment(at("2026-12-25 00:00 +01"), at("2026-12-26 00:00 +01"), State.UNKNOWN),
    )


def test_an_evening_goes_on_into_a_holiday_that_is_closed() -> None:
    yaml = "tijden: [{dagen: [zaterdag, zondag], tijd: 20:00-02:00}]\nfeestdagen: dicht"

    assert open_moments(yaml, "2026-04-04", 2) == [(at("2026-04-04 20:00 +02"), at("2026-04-05 02:00 +02"))]  # the 5th is Easter Sunday


def test_an_evening_goes_on_into_a_holiday_that_is_unknown() -> None:
    yaml = "tijden: [{dagen: [zaterdag, zondag], tijd: 20:00-02:00}]"

    assert moments(times(yaml), dt.date(2026, 4, 4), 2) == (
        Moment(at("2026-04-04 20:00 +02"), at("2026-04-05 02:00 +02"), State.OPEN),
        Moment(at("2026-04-05 02:00 +02"), at("2026-04-06 00:00 +02"), State.UNKNOWN),
    )


# Summer time begins on Sunday 28 March 2027 (02:00 becomes 03:00) and ends on Sunday 25 October 2026 (03:00 becomes 02:00)


def test_office_hours_move_with_the_clock() -> None:
    daily = f"tijden: [{{dagen: {EVERY_DAY}, tijd: 09:00-17:00}}]\nfeestdagen: open"

    assert [begin.hour for begin, _ in open_moments(daily, "2027-03-27", 3)] == [8, 7, 7]
    assert [begin.hour for begin, _ in open_moments(daily, "2026-10-24", 3)] == [7, 8, 8]


@pytest.mark.parametrize(("first", "hours"), [("2027-03-27", 7), ("2026-10-24", 9), ("2026-11-21", 8)])
def test_a_night_is_an_hour_shorter_or_longer(first: str, hours: int) -> None:
    [_, (begin, end)] = open_moments(NIGHTS, first, 1)

    assert end - begin == dt.timedelta(hours=hours)


@pytest.mark.parametrize(
    ("typed", "begin", "end"),
    [
        ("01:00-02:30", "2027-03-28 01:00 +01", "2027-03-28 03:00 +02"),  # 02:30 does not come: closed when clocks say 03:00
        ("02:30-05:00", "2027-03-28 03:00 +02", "2027-03-28 05:00 +02"),
        ("01:00-03:00", "2027-03-28 01:00 +01", "2027-03-28 03:00 +02"),
        ("01:00-03:30", "2027-03-28 01:00 +01", "2027-03-28 03:30 +02"),
    ],
)
def test_times_that_the_clock_skips(typed: str, begin: str, end: str) -> None:
    yaml = f"tijden: [{{dagen: zondag, tijd: {typed}}}]\nfeestdagen: open"

    assert open_moments(yaml, "2027-03-28", 1) == [(at(begin), at(end))]


def test_opening_hours_that_the_clock_skips_do_not_come() -> None:
    assert open_moments("tijden: [{dagen: zondag, tijd: 02:00-02:45}]\nfeestdagen: open", "2027-03-28", 1) == []


def test_a_break_that_the_clock_skips_is_no_break() -> None:
    yaml = "tijden: [{dagen: zondag, tijd: [00:00-02:00, 03:00-06:00]}]\nfeestdagen: open"

    assert open_moments(yaml, "2027-03-28", 1) == [(at("2027-03-28 00:00 +01"), at("2027-03-28 06:00 +02"))]


@pytest.mark.parametrize(
    ("typed", "begin", "end"),
    [
        ("01:00-02:30", "2026-10-25 01:00 +02", "2026-10-25 02:30 +02"),  # the first time it is 02:30
        ("02:30-05:00", "2026-10-25 02:30 +02", "2026-10-25 05:00 +01"),
        ("01:00-03:00", "2026-10-25 01:00 +02", "2026-10-25 03:00 +01"),
    ],
)
def test_times_that_come_twice_are_the_first(typed: str, begin: str, end: str) -> None:
    assert open_moments(f"tijden: [{{dagen: zondag, tijd: {typed}}}]", "2026-10-25", 1) == [(at(begin), at(end))]


# How it stands now


@pytest.mark.parametrize(
    ("now", "state", "until", "then"),
    [
        ("2026-11-23 08:59 +01", State.CLOSED, "2026-11-23 09:00 +01", State.OPEN),
        ("2026-11-23 09:00 +01", State.OPEN, "2026-11-23 17:00 +01", State.CLOSED),
        ("2026-11-23 16:59 +01", State.OPEN, "2026-11-23 17:00 +01", State.CLOSED),
        ("2026-11-23 17:00 +01", State.CLOSED, "2026-11-24 09:00 +01", State.OPEN),
        ("2026-11-27 17:00 +01", State.CLOSED, "2026-11-30 09:00 +01", State.OPEN),  # over the weekend
        ("2026-11-23 15:30 +00", State.OPEN, "2026-11-23 17:00 +01", State.CLOSED),  # asked from London
    ],
)
def test_open_until_and_closed_until(now: str, state: State, until: str, then: State) -> None:
    assert status(times(f"{OFFICE}\nfeestdagen: dicht"), at(now)) == Status(state, at(until), then)


def test_past_midnight_it_is_still_open() -> None:
    assert status(times(CAFE), at("2026-11-28 01:00 +01")) == Status(State.OPEN, at("2026-11-28 02:00 +01"), State.CLOSED)
    assert status(times(CAFE), at("2026-11-28 02:00 +01")) == Status(State.CLOSED, at("2026-11-28 20:00 +01"), State.OPEN)


def test_closed_over_christmas() -> None:
    assert status(times(f"{OFFICE}\nfeestdagen: dicht"), at("2026-12-24 17:30 +01")) == Status(
        State.CLOSED, at("2026-12-28 09:00 +01"), State.OPEN
    )


def test_when_it_opens_is_not_known_where_the_unknown_lies_between() -> None:
    assert status(times(OFFICE), at("2026-12-24 17:30 +01")) == Status(State.CLOSED)


def test_on_an_unknown_day_nothing_is_told() -> None:
    assert status(times(OFFICE), at("2026-12-25 11:00 +01")) == Status(State.UNKNOWN)
    # Saturday 26 December is Tweede kerstdag, but on Saturdays it is closed whatever a holiday does.
    assert status(times(OFFICE), at("2026-12-26 11:00 +01")) == Status(State.CLOSED, at("2026-12-28 09:00 +01"), State.OPEN)


def test_until_when_is_not_known_where_the_unknown_follows() -> None:
    daily = f"tijden: [{{dagen: {EVERY_DAY}, tijd: 00:00-24:00}}]"

    assert status(times(daily), at("2026-12-24 17:30 +01")) == Status(State.OPEN)


def test_day_and_night_has_no_end() -> None:
    assert status(times("altijd: ja"), at("2026-11-23 03:00 +01")) == Status(State.OPEN)


def test_appointments() -> None:
    yaml = "tijden: [{dagen: maandag, tijd: 09:00-12:00}, {dagen: maandag, tijd: 12:00-17:00, afspraak: ja}]"

    assert status(times(yaml), at("2026-11-23 10:00 +01")) == Status(State.OPEN, at("2026-11-23 12:00 +01"), State.APPOINTMENT)
    assert status(times(yaml), at("2026-11-23 12:00 +01")) == Status(State.APPOINTMENT, at("2026-11-23 17:00 +01"), State.CLOSED)
    assert status(times("afspraak: ja"), at("2026-11-23 12:00 +01")) == Status(State.APPOINTMENT)


@pytest.mark.parametrize(("now", "known"), [("2026-11-23 08:59 +01", False), ("2026-11-23 09:00 +01", True)])
def test_opening_is_told_fourteen_days_ahead(now: str, *, known: bool) -> None:
    yaml = "tijden: [{dagen: maandag, tijd: 09:00-12:00, vanaf_dag: 07-12, tot_en_met_dag: 07-12}]"
    opens = Status(State.CLOSED, at("2026-12-07 09:00 +01"), State.OPEN)

    assert status(times(yaml), at(now)) == (opens if known else Status(State.CLOSED))


def test_a_season_that_is_far_away() -> None:
    summer = f"tijden: [{{dagen: {EVERY_DAY}, tijd: 10:00-16:00, vanaf_dag: 01-06, tot_en_met_dag: 31-08}}]"

    assert status(times(summer), at("2026-11-23 12:00 +01")) == Status(State.CLOSED)


def test_a_moment_without_time_zone_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="now has no time zone"):
        status(times(OFFICE), dt.datetime(2026, 11, 23, 9))  # noqa: DTZ001


# Any opening hours


def _spans() -> st.SearchStrategy[tuple[tuple[int, int], ...]]:
    span = st.tuples(st.integers(0, 1439), st.integers(1, 1439)).map(lambda found: (found[0], found[0] + found[1]))
    return st.lists(span, min_size=1, max_size=3).map(tuple)


def _day_of_year() -> st.SearchStrategy[tuple[int, int] | None]:
    return st.none() | st.dates(dt.date(2024, 1, 1), dt.date(2024, 12, 31)).map(lambda date: (date.month, date.day))


FIRST, LAST = dt.date(2026, 10, 1), dt.date(2027, 5, 31)
"""A winter with both changes of the clock, week 53 and most holidays."""
rules = st.builds(
    Tijden,
    dagen=st.lists(st.sampled_from(DAYS), min_size=1, max_size=7, unique=True).map(tuple),
    tijd=_spans(),
    weken=st.none() | st.sampled_from(["even", "oneven"]),
    keer_in_maand=st.lists(st.sampled_from(["eerste", "vierde", "laatste"]), max_size=2).map(tuple),
    vanaf_dag=_day_of_year(),
    tot_en_met_dag=_day_of_year(),
    afspraak=st.booleans(),
)
exceptions = st.builds(Uitzondering, dag=st.dates(FIRST, LAST), tijd=st.just(()) | _spans(), reden=st.just("reden"))
holidays = st.sampled_from(["dicht", "open", "onbekend"])
openings = st.one_of(
    st.builds(
        Openingstijden,
        tijden=st.lists(rules, min_size=1, max_size=4).map(tuple),
        feestdagen=holidays,
        uitzonderingen=st.lists(exceptions, max_size=4).map(tuple),
    ),
    st.builds(Openingstijden, altijd=st.just(value=True), feestdagen=holidays, uitzonderingen=st.lists(exceptions, max_size=4).map(tuple)),
    st.builds(Openingstijden, afspraak=st.just(value=True), feestdagen=holidays),
)
changes_of_the_clock = st.integers(-180, 180).flatmap(
    lambda minutes: st.sampled_from([at("2026-10-25 01:00 +00"), at("2027-03-28 01:00 +00")]).map(
        lambda change: change + dt.timedelta(minutes=minutes)
    )
)
instants = (
    st.datetimes(dt.datetime(2026, 10, 2), dt.datetime(2027, 5, 1), timezones=st.just(dt.UTC)) | changes_of_the_clock  # noqa: DTZ001
)


def by_the_clock(hours: Openingstijden, now: dt.datetime) -> State:
    """Tell how a place stands by what Dutch clocks show, from the days alone: slower and simpler than moments."""
    wall = now.astimezone(AMSTERDAM)
    minutes = wall.hour * 60 + wall.minute
    today, before = (day(hours, wall.date() - dt.timedelta(days=back)) for back in (0, 1))
    running = [span for span in today.spans if span.begin <= minutes < span.end]
    running += [span for span in before.spans if span.begin <= minutes + 1440 < span.end]
    if running:
        return State.APPOINTMENT if all(span.by_appointment for span in running) else State.OPEN
    return today.state if not today.spans and today.state is not State.CLOSED else State.CLOSED


def comes_once(now: dt.datetime) -> bool:
    """Tell whether Dutch clocks show this time once that day, so that they say which moment it is."""
    wall = now.astimezone(AMSTERDAM)
    return wall.replace(fold=0).utcoffset() == wall.replace(fold=1).utcoffset()


@given(openings, st.dates(FIRST, LAST))
def test_spans_of_a_day_are_sorted_and_apart(hours: Openingstijden, date: dt.date) -> None:
    found = day(hours, date)

    assert all(0 <= span.begin < span.end < 1440 * 2 for span in found.spans)
    assert all(
        one.end < two.begin or (one.end == two.begin and one.by_appointment != two.by_appointment) for one, two in pairwise(found.spans)
    )


@given(openings, st.dates(FIRST, LAST))
def test_state_and_spans_of_a_day_say_the_same(hours: Openingstijden, date: dt.date) -> None:
    found = day(hours, date)
    walk_in = [not span.by_appointment for span in found.spans]

    assert (found.state is State.OPEN) == any(walk_in)
    assert not (found.spans and found.state in (State.CLOSED, State.UNKNOWN))


@given(openings, st.dates(FIRST, LAST), st.integers(1, 40))
def test_by_span_the_days_are_the_same(hours: Openingstijden, first: dt.date, count: int) -> None:
    told = {(span, one.date) for one in days(hours, first, count) for span in one.spans}

    assert {(span, date) for span, dates in kept_on(hours, first, count).items() for date in dates} == told


@given(openings, st.dates(FIRST, LAST), st.integers(1, 20))
def test_moments_are_sorted_and_apart(hours: Openingstijden, first: dt.date, count: int) -> None:
    found = moments(hours, first, count)

    assert all(moment.begin < moment.end and moment.state is not State.CLOSED for moment in found)
    assert all(one.end < two.begin or (one.end == two.begin and one.state is not two.state) for one, two in pairwise(found))


@given(openings, instants)
def test_status_is_what_clocks_and_days_say(hours: Openingstijden, now: dt.datetime) -> None:
    assume(comes_once(now))

    assert status(hours, now).state is by_the_clock(hours, now)


@given(openings, instants)
def test_a_change_comes_when_clocks_and_days_say(hours: Openingstijden, now: dt.datetime) -> None:
    found = status(hours, now)
    assume(found.until is not None)
    assert found.until is not None
    just_before = found.until - dt.timedelta(minutes=1)

    assert now < found.until <= now + AHEAD
    assert not comes_once(found.until) or by_the_clock(hours, found.until) is found.then
    assert not comes_once(just_before) or by_the_clock(hours, just_before) is found.state


@given(openings, instants, st.integers(0, 20))
def test_status_is_the_same_from_moments_that_reach_further(hours: Openingstijden, now: dt.datetime, earlier: int) -> None:
    first = now.astimezone(AMSTERDAM).date() - dt.timedelta(days=earlier)

    assert status_at(moments(hours, first, 42), now) == status(hours, now)
