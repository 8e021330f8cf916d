"""The weeks to come: seven days in full, and of the three weeks after them what is not as usual."""

from __future__ import annotations

import datetime as dt

from project import speaking_on

from generator.answer import plain
from generator.wording.week import coming_week, later_days
from wording.test_hours import times

WORKDAYS = "{dagen: [maandag, dinsdag, woensdag, donderdag, vrijdag], tijd: 09:00-17:00}"
FRIDAY = dt.date(2026, 11, 27)


def later(yaml: str, peildatum: dt.date = FRIDAY) -> list[tuple[str, str]]:
    """Give the rows of the weeks after the coming one."""
    return [(plain(day), plain(told)) for table in later_days(times(yaml), "", speaking_on(peildatum)) for day, told in table.rows]


def test_the_coming_week_begins_today_and_has_seven_days() -> None:
    [table] = coming_week(times(f"tijden: [{WORKDAYS}]"), "", speaking_on(FRIDAY))

    assert [plain(day) for day, _ in table.rows][::6] == ["vrijdag 27 november 2026", "donderdag 3 december 2026"]


def test_where_every_week_is_the_same_there_is_nothing_more_to_say() -> None:
    assert later(f"tijden: [{WORKDAYS}]") == []


def test_holidays_of_the_weeks_after_are_told() -> None:
    assert later(f"tijden: [{WORKDAYS}]\nfeestdagen: dicht", dt.date(2026, 12, 4)) == [
        ("vrijdag 25 december 2026", "gesloten (Eerste kerstdag)"),
    ]


def test_after_a_holiday_of_this_week_the_usual_days_are_no_news() -> None:
    assert later(f"tijden: [{WORKDAYS}]\nfeestdagen: dicht", dt.date(2026, 12, 25)) == [
        ("vrijdag 1 januari 2027", "gesloten (Nieuwjaarsdag)")
    ]


def test_once_a_month_says_when_that_is() -> None:
    assert later("tijden: [{dagen: dinsdag, tijd: 19:00-21:00, keer_in_maand: derde}]") == [
        ("dinsdag 15 december 2026", "19.00 tot 21.00 uur")
    ]


def test_of_even_and_odd_weeks_the_openings_are_told() -> None:
    assert later("tijden: [{dagen: dinsdag, tijd: 10:00-12:00, weken: oneven}]") == [("dinsdag 15 december 2026", "10.00 tot 12.00 uur")]
    assert later("tijden: [{dagen: dinsdag, tijd: 10:00-12:00, weken: even}]") == [
        ("dinsdag 8 december 2026", "10.00 tot 12.00 uur"),
        ("dinsdag 22 december 2026", "10.00 tot 12.00 uur"),
    ]
