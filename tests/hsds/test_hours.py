"""Schedules of others as our opening hours, there and back, and what our hours cannot say."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given

from generator.hsds.taken.account import Account, What
from generator.hsds.taken.hours import hear
from generator.hsds.taken.reading import Row
from generator.hsds.written.schedules import WEEKS, schedule_rows
from generator.openings import days
from hsds.any_hours import AHEAD, PEILDATUM, any_hours, read_back

if TYPE_CHECKING:
    from generator.records.gedeeld import Openingstijden

NINE_TO_FIVE = {"opens_at": "9:00", "closes_at": "17:00"}


def heard(*rows: dict[str, str], holidays: str = "") -> tuple[dict[str, Any], list[str]]:
    told = hear([Row("schedule", row) for row in rows], holidays, PEILDATUM, Account())
    return told.times, told.words


def accounted(what: What, *rows: dict[str, str]) -> list[str]:
    account, read = Account(), [Row("schedule", row) for row in rows]
    hear(read, "", PEILDATUM, account)
    account.not_carried(read)
    return list(account.entries[what])


@given(any_hours)
def test_hours_come_back_as_they_were(hours: Openingstijden) -> None:
    """Every day of three years, with its times, its state and its reason; holidays as the attribute `feestdagen` tells them."""
    every_day = (hours.altijd or hours.afspraak) and hours.feestdagen == "onbekend"
    rows = [{name: str(value) for name, value in row.items()} for row in schedule_rows(hours, PEILDATUM, "op afspraak")]

    told, words = heard(*rows, holidays="open" if every_day else hours.feestdagen)

    assert words == []
    assert days(read_back(told), PEILDATUM, AHEAD) == days(hours, PEILDATUM, AHEAD)


@given(any_hours)
def test_nothing_of_our_own_schedules_is_lost(hours: Openingstijden) -> None:
    rows = [{name: str(value) for name, value in row.items()} for row in schedule_rows(hours, PEILDATUM, "op afspraak")]
    assert accounted(What.LOST, *rows) == []


class TestOthers:
    """What other directories write."""

    def test_the_weekdays_of_hsds_1(self) -> None:
        rows = [
            {"weekday": "Monday", **NINE_TO_FIVE},
            {"weekday": "Tuesday", **NINE_TO_FIVE},
            {"weekday": "Friday", "opens_at": "9:00", "closes_at": "12:30"},
            {"weekday": "Sunday"},
        ]
        assert heard(*rows)[0] == {
            "tijden": [{"dagen": ["maandag", "dinsdag"], "tijd": ["09:00-17:00"]}, {"dagen": ["vrijdag"], "tijd": ["09:00-12:30"]}]
        }

    def test_a_week_without_times_is_not_known(self) -> None:
        assert heard({"weekday": "Sunday"}, {"weekday": "Monday"}) == ({}, [])

    def test_24_hours_a_day_is_always(self) -> None:
        every_day = {"freq": "WEEKLY", "byday": "MO,TU,WE,TH,FR,SA,SU", "opens_at": "00:00", "closes_at": "23:59"}
        assert heard(every_day)[0] == {"altijd": "ja"}

    def test_24_hours_a_day_but_perhaps_not_on_holidays(self) -> None:
        every_day = {"freq": "WEEKLY", "byday": "MO,TU,WE,TH,FR,SA,SU", "opens_at": "00:00", "closes_at": "23:59"}
        assert list(heard(every_day, holidays="onbekend")[0]) == ["tijden"]

    @pytest.mark.parametrize("typed", ["09:00", "9:00", "09:00:00", "09:00+01:00", "09:00Z", "9:00 AM"])
    def test_every_way_to_write_a_time(self, typed: str) -> None:
        row = {"freq": "WEEKLY", "byday": "MO", "opens_at": typed, "closes_at": "5:00 pm"}
        assert heard(row)[0] == {"tijden": [{"dagen": ["maandag"], "tijd": ["09:00-17:00"]}]}

    def test_a_time_with_a_zone_is_accounted_for(self) -> None:
        row = {"freq": "WEEKLY", "byday": "MO", "opens_at": "09:00Z", "closes_at": "17:00Z"}
        assert accounted(What.CHANGED, row) == ["tijden met een tijdzone, genomen zoals ze er staan"]

    @pytest.mark.parametrize(("start", "weeks"), [("2026-11-23", "even"), ("2026-11-16", "oneven"), ("2020-01-06", "oneven")])
    def test_every_other_week_is_even_or_odd(self, start: str, weeks: str) -> None:
        """Week 2 of 2020 is even; since that year had 53 weeks, every fourteenth day after it falls in odd weeks."""
        row = {"freq": "WEEKLY", "interval": "2", "byday": "MO", "dtstart": start, **NINE_TO_FIVE}
        assert heard(row)[0]["tijden"] == [{"dagen": ["maandag"], "tijd": ["09:00-17:00"], "weken": weeks}]

    def test_days_with_a_turn_and_days_without(self) -> None:
        row = {"freq": "MONTHLY", "byday": "1MO,-1MO,TU", **NINE_TO_FIVE}
        assert heard(row)[0]["tijden"] == [
            {"dagen": ["maandag"], "tijd": ["09:00-17:00"], "keer_in_maand": ["eerste", "laatste"]},
            {"dagen": ["dinsdag"], "tijd": ["09:00-17:00"]},
        ]

    def test_a_short_period_is_written_out(self) -> None:
        week = {"freq": "WEEKLY", "byday": "MO", **NINE_TO_FIVE}
        extra = {"valid_from": "2026-12-21", "valid_to": "2026-12-22", "opens_at": "10:00", "closes_at": "12:00", "description": "kerst"}
        assert heard(week, extra)[0]["uitzonderingen"] == [
            {"dag": "2026-12-21", "tijd": ["10:00-12:00"], "reden": "kerst"},
            {"dag": "2026-12-22", "tijd": ["10:00-12:00"], "reden": "kerst"},
        ]

    def test_a_long_period_that_comes_once_becomes_a_season(self) -> None:
        summer = {"valid_from": "2027-06-01", "valid_to": "2027-08-31", "freq": "WEEKLY", "byday": "MO", **NINE_TO_FIVE}
        assert heard(summer)[0]["tijden"] == [
            {"dagen": ["maandag"], "tijd": ["09:00-17:00"], "vanaf_dag": "01-06", "tot_en_met_dag": "31-08"}
        ]
        assert accounted(What.CHANGED, summer) == ["een periode die één keer komt, staat er als seizoen van elk jaar"]

    def test_a_day_that_is_closed_two_years_in_a_row_is_no_season(self) -> None:
        week = {"freq": "WEEKLY", "byday": "MO", **NINE_TO_FIVE}
        closed = [{"valid_from": day, "valid_to": day, "notes": "feest"} for day in ("2026-12-01", "2027-12-01")]
        assert heard(week, *closed)[0]["uitzonderingen"] == [
            {"dag": "2026-12-01", "reden": "feest"},
            {"dag": "2027-12-01", "reden": "feest"},
        ]

    def test_what_is_over_is_left_out(self) -> None:
        row = {"valid_to": "2026-11-21", "freq": "WEEKLY", "byday": "MO", **NINE_TO_FIVE}
        assert heard(row) == ({}, [])
        assert accounted(What.LOST, row) == ["openingstijden die voorbij zijn"]

    @pytest.mark.parametrize(
        ("unsayable", "field"),
        [
            ({"freq": "MONTHLY", "bymonthday": "15"}, "bymonthday"),
            ({"freq": "MONTHLY", "byday": "5MO"}, "byday"),
            ({"freq": "MONTHLY", "byday": "1MO", "interval": "2"}, "interval"),
            ({"freq": "WEEKLY", "byday": "MO", "interval": "3", "dtstart": "2026-01-05"}, "interval"),
            ({"freq": "WEEKLY", "byday": "MO", "byweekno": "1,2,3"}, "byweekno"),
            ({"freq": "YEARLY", "byyearday": "1"}, "byyearday"),
            ({"opens_at": "by sunrise"}, "opens_at"),
            ({}, "byday"),
        ],
    )
    def test_what_our_hours_cannot_say_is_told_in_words(self, unsayable: dict[str, str], field: str) -> None:
        row = {**NINE_TO_FIVE, **unsayable, "description": "Soms open", "notes": "Bel eerst."}
        assert heard(row) == ({}, ["Soms open. Bel eerst"])
        assert f"schedule.{field}: als woorden bij bijzonderheden" in accounted(What.MOVED, row)

    def test_without_words_it_is_lost(self) -> None:
        assert "schedule.bymonthday" in accounted(What.LOST, {"freq": "MONTHLY", "bymonthday": "15", **NINE_TO_FIVE})

    def test_weeks_with_and_without_the_53rd(self) -> None:
        row = {"freq": "WEEKLY", "byday": "MO", "byweekno": WEEKS["oneven"].removesuffix(",53"), **NINE_TO_FIVE}
        assert heard(row)[0]["tijden"][0]["weken"] == "oneven"
