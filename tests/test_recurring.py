"""Opening hours as rules that repeat: worked out by hand, and compared with the days as `openings` settles them."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, NamedTuple

import pytest
from conftest import reading
from dateutil.rrule import rrulestr

from generator.openings import days
from generator.records.gedeeld import Openingstijden
from generator.records.reader import Group
from generator.recurring import AHEAD, series

if TYPE_CHECKING:
    from generator.agenda import Series

FIRST = dt.date(2026, 11, 23)
"""A Monday, in week 48 of a year that has 53."""


def opened(typed: str) -> Openingstijden:
    value, problems = reading(Group(Openingstijden), typed)
    assert problems == []
    assert isinstance(value, Openingstijden)
    return value


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def listed(text: str) -> tuple[dt.date, ...]:
    return tuple(map(day, text.split()))


class Told(NamedTuple):
    """A series, as far as the cases below speak of it."""

    rule: str
    first: dt.date
    last: dt.date | None


def told(one: Series) -> Told:
    return Told(one.rule.removesuffix(";WKST=MO"), one.first, one.last)


def test_the_week_is_one_rule_without_the_holidays_on_which_it_is_closed() -> None:
    [one] = series(opened("{tijden: [{dagen: [maandag, dinsdag], tijd: 09:00-17:00}], feestdagen: dicht}"), FIRST)

    assert told(one) == ("FREQ=WEEKLY;BYDAY=MO,TU", FIRST, day("2027-11-22"))
    assert one.skipped == listed("2027-03-29 2027-04-27 2027-05-17")  # Tweede paasdag, Koningsdag, Tweede pinksterdag
    assert (one.begin, one.end, one.by_appointment) == (540, 1020, False)


def test_who_is_open_on_holidays_skips_none() -> None:
    [one] = series(opened("{tijden: [{dagen: maandag, tijd: 09:00-17:00}], feestdagen: open}"), FIRST)

    assert one.skipped == ()


def test_of_holidays_that_nobody_knows_of_a_calendar_says_nothing() -> None:
    [one] = series(opened("{tijden: [{dagen: maandag, tijd: 09:00-17:00}], feestdagen: onbekend}"), FIRST)

    assert day("2027-03-29") in one.skipped


def test_the_first_monday_of_the_month_is_a_rule_of_months() -> None:
    [one] = series(opened("{tijden: [{dagen: maandag, tijd: 14:00-16:00, keer_in_maand: [laatste, eerste]}], feestdagen: open}"), FIRST)

    assert told(one) == ("FREQ=MONTHLY;BYDAY=1MO,-1MO", day("2026-11-30"), day("2027-11-01"))


def test_odd_weeks_are_named_one_by_one_and_week_53_comes_before_week_1() -> None:
    [one] = series(opened("{tijden: [{dagen: maandag, tijd: 09:00-12:00, weken: oneven}], feestdagen: open}"), FIRST)

    assert (one.rule, one.first) == ("", day("2026-11-30"))
    assert one.others[:5] == listed("2026-12-14 2026-12-28 2027-01-04 2027-01-18 2027-02-01")


def test_a_season_is_a_rule_with_an_end_and_the_next_season_another() -> None:
    summer = "{tijden: [{dagen: zaterdag, tijd: 10:00-16:00, vanaf_dag: 01-06, tot_en_met_dag: 31-08}], feestdagen: open}"

    assert [told(one) for one in series(opened(summer), day("2027-08-01"))] == [
        ("FREQ=WEEKLY;BYDAY=SA", day("2027-08-07"), day("2027-08-28")),
        ("FREQ=WEEKLY;BYDAY=SA", day("2028-06-03"), day("2028-07-29")),
    ]


def test_a_winter_is_one_season_although_the_year_ends_in_it() -> None:
    winter = "{tijden: [{dagen: zaterdag, tijd: 10:00-16:00, vanaf_dag: 01-11, tot_en_met_dag: 01-03}], feestdagen: open}"

    assert told(series(opened(winter), FIRST)[0]) == ("FREQ=WEEKLY;BYDAY=SA", day("2026-11-28"), day("2027-02-27"))


def test_the_leap_day_is_a_day_as_others() -> None:
    times = "{tijden: [{dagen: dinsdag, tijd: 09:00-12:00, vanaf_dag: 29-02, tot_en_met_dag: 29-02}], feestdagen: open}"

    assert [one.first for one in series(opened(times), day("2028-01-01"))] == [day("2028-02-29")]


def test_an_exception_takes_the_day_out_of_its_rule_and_gives_it_its_own_hours() -> None:
    week = "tijden: [{dagen: maandag, tijd: 09:00-17:00}], feestdagen: open"
    usual, other = series(opened(f"{{{week}, uitzonderingen: [{{dag: 2026-12-07, tijd: 09:00-18:00, reden: Feest}}]}}"), FIRST)

    assert usual.skipped == listed("2026-12-07")
    assert (other.rule, other.first, other.end, other.others) == ("", day("2026-12-07"), 1080, ())


def test_a_night_that_has_begun_is_there() -> None:
    [one] = series(opened("{tijden: [{dagen: zondag, tijd: 20:00-08:00}], feestdagen: open}"), FIRST)

    assert (one.first, one.end) == (day("2026-11-22"), 32 * 60)


@pytest.mark.parametrize("typed", ["{altijd: ja}", "{afspraak: ja}"])
def test_what_keeps_no_hours_has_no_calendar(typed: str) -> None:
    assert series(opened(typed), FIRST) == ()


def test_a_series_keeps_its_name_the_next_day() -> None:
    times = opened(
        "{tijden: [{dagen: maandag, tijd: 09:00-12:00}, {dagen: zaterdag, tijd: 09:00-12:00, vanaf_dag: 01-11, tot_en_met_dag: 01-03}]}"
    )

    assert [one.name for one in series(times, FIRST)][:2] == [one.name for one in series(times, FIRST + dt.timedelta(days=9))][:2]
    assert len({one.name for one in series(times, FIRST)}) == len(series(times, FIRST))


BUSY = """{feestdagen: dicht, uitzonderingen: [{dag: 2026-12-05, tijd: [09:00-11:00, 13:00-15:00], reden: Sinterklaas}], tijden: [
  {dagen: [maandag, woensdag], tijd: [09:00-12:00, 13:00-17:00]}, {dagen: maandag, tijd: 12:00-13:00, weken: even},
  {dagen: vrijdag, tijd: 20:00-02:00, keer_in_maand: [eerste, laatste]}, {dagen: dinsdag, tijd: 09:00-12:00, afspraak: ja},
  {dagen: zaterdag, tijd: 09:00-11:00, vanaf_dag: 15-03, tot_en_met_dag: 15-10}]}"""


def test_all_series_together_open_exactly_the_days_that_the_hours_open() -> None:
    times = opened(BUSY)
    found = {(date, one.begin, one.end, one.by_appointment) for one in series(times, FIRST) for date in dates_of(one)}

    settled = days(times, FIRST, AHEAD)
    assert found == {(one.date, span.begin, span.end, span.by_appointment) for one in settled for span in one.spans}


def dates_of(one: Series) -> list[dt.date]:
    """Work a series out with dateutil."""
    if not one.rule or one.last is None:
        return [one.first, *one.others]
    start = dt.datetime.combine(one.first, dt.time())
    until = f";UNTIL={one.last:%Y%m%dT000000}"
    return [date for at in rrulestr(one.rule + until, dtstart=start) if (date := at.date()) not in one.skipped]
