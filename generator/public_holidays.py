"""The Dutch holidays that opening hours speak of."""

from __future__ import annotations

import datetime as dt
from functools import cache

from dateutil.easter import easter

SUNDAY = 6
FIRST_KINGS_DAY = 2014
"""Before it was Koninginnedag; no opening hours here go back that far."""


def holiday(date: dt.date) -> str | None:
    """Name the holiday that `feestdagen` speaks of, in Dutch with a capital; None on other days, and before 2014.

    These are the days of article 3, first paragraph, of the Algemene termijnenwet (Nieuwjaarsdag, Tweede paasdag, Koningsdag,
    Bevrijdingsdag, Hemelvaartsdag, Tweede pinksterdag and both kerstdagen) with Eerste paasdag and Eerste pinksterdag, which are
    Sundays anyway. Koningsdag is on 26 April when the 27th is a Sunday. Bevrijdingsdag counts every year, as in that act, the Cao
    Gemeenten (article 6.6, since 2024) and the Cao Sociaal Werk (article 5.9). Goede Vrijdag does not: the act puts it on a par for
    terms only, and neither agreement gives the day off. A place that differs says so with an `uitzondering`.
    """
    return _holidays(date.year).get(date)


@cache
def _holidays(year: int) -> dict[dt.date, str]:
    # Reckoned here: the `holidays` package takes 0.1 s to load, in every build. The tests prove that it gives the same days.
    if year < FIRST_KINGS_DAY:
        return {}
    sunday, kings_day = easter(year), dt.date(year, 4, 27)
    found = [
        (dt.date(year, 1, 1), "Nieuwjaarsdag"),
        (sunday, "Eerste paasdag"),
        (sunday + dt.timedelta(days=1), "Tweede paasdag"),
        (kings_day - dt.timedelta(days=kings_day.weekday() == SUNDAY), "Koningsdag"),
        (dt.date(year, 5, 5), "Bevrijdingsdag"),
        (sunday + dt.timedelta(days=39), "Hemelvaartsdag"),
        (sunday + dt.timedelta(days=49), "Eerste pinksterdag"),
        (sunday + dt.timedelta(days=50), "Tweede pinksterdag"),
        (dt.date(year, 12, 25), "Eerste kerstdag"),
        (dt.date(year, 12, 26), "Tweede kerstdag"),
    ]
    named: dict[dt.date, list[str]] = {}
    for date, name in found:
        named.setdefault(date, []).append(name)
    return {date: " en ".join(names) for date, names in named.items()}
