"""Opening hours as rules that repeat (RFC 5545, 3.3.10), for calendars and for HSDS.

A rule of ours becomes a rule of iCalendar; which days are different (holidays, exceptions, other rules on the same day) is found by
comparing the days of that rule with the days as `openings` settles them. Even and odd weeks have no rule: an interval of two weeks goes
wrong after a year of 53 weeks, so their days are named one by one.

Nothing goes on for longer than `AHEAD`: a copy in somebody's calendar is not corrected when the hours change.
"""

from __future__ import annotations

import datetime as dt
from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING

from generator.agenda import Series
from generator.dates import DAYS
from generator.openings import FULL_DAY, holds, kept_on

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.openings import Span
    from generator.records.gedeeld import Openingstijden, Tijden

BYDAY = dict(zip(DAYS, ("MO", "TU", "WE", "TH", "FR", "SA", "SU"), strict=True))
TURNS = {"eerste": 1, "tweede": 2, "derde": 3, "vierde": 4, "laatste": -1}

AHEAD = 365
"""Days that are reckoned out."""

FEW = 2
"""Fewer days than this need no rule."""


def recurrence(rule: Tijden) -> tuple[str, str]:
    """Give how often a rule repeats and on which days (`MONTHLY`, `1MO`), without its weeks and its season."""
    if not rule.keer_in_maand:
        return "WEEKLY", ",".join(BYDAY[day] for day in DAYS if day in rule.dagen)
    turns = sorted((TURNS[turn] for turn in rule.keer_in_maand), key=lambda turn: turn % 6)
    return "MONTHLY", ",".join(f"{turn}{BYDAY[day]}" for turn in turns for day in DAYS if day in rule.dagen)


@lru_cache(maxsize=4096)
def series(times: Openingstijden, first: dt.date) -> tuple[Series, ...]:
    """Give everything that `times` opens in `AHEAD` days from `first` on, with the night that began the day before.

    Nothing where it is always open or keeps no hours.
    """
    if times.altijd or times.afspraak:
        return ()
    before = first - dt.timedelta(days=1)
    opened = kept_on(times, before, AHEAD + 1)
    ordered = sorted(opened.items(), key=lambda item: (item[0].begin, item[0].end, item[0].by_appointment))
    found = ((span, dates if span.end > FULL_DAY else dates - {before}) for span, dates in ordered)
    return tuple(one for span, dates in found if dates for one in _covering(span, dates, times, first))


def _covering(span: Span, dates: set[dt.date], times: Openingstijden, first: dt.date) -> Iterator[Series]:
    """Cover the days that have `span` by the rules that name it; what no rule has is named day by day."""
    left = set(dates)
    hours = f"{span.begin}-{span.end}{'a' if span.by_appointment else ''}"
    for rule in times.tijden:
        if rule.weken or (span.begin, span.end) not in rule.tijd or rule.afspraak != span.by_appointment:
            continue
        frequency, byday = recurrence(rule)
        for season, ruled in _seasons(rule, first):
            kept = left.intersection(ruled)
            if len(kept) < FEW or len(kept) * 2 < len(ruled):
                continue
            begun, ended = min(kept), max(kept)
            yield Series(
                name=f"{frequency} {byday} {season}{hours}",
                begin=span.begin,
                end=span.end,
                by_appointment=span.by_appointment,
                first=begun,
                rule=f"FREQ={frequency};BYDAY={byday};WKST=MO",
                last=ended,
                skipped=tuple(day for day in ruled if begun < day < ended and day not in kept),
            )
            left -= kept
    if left:
        begun, *others = sorted(left)
        yield Series(name=hours, begin=span.begin, end=span.end, by_appointment=span.by_appointment, first=begun, others=tuple(others))


def _seasons(rule: Tijden, first: dt.date) -> Iterator[tuple[str, list[dt.date]]]:
    """Give the days of a rule, apart for each season ahead: between two seasons there would be much to skip."""
    ahead = _by_weekday(first)
    ruled = sorted(day for weekday in set(rule.dagen) for day in ahead[weekday] if holds(rule, day))
    for season, dates in groupby(ruled, key=lambda day: _season(rule, day)):
        yield season, list(dates)


@lru_cache(maxsize=4)
def _by_weekday(first: dt.date) -> dict[str, list[dt.date]]:
    """Give the days that are reckoned out, kept by weekday: every place of a build has the same."""
    ahead = [first + dt.timedelta(days=after) for after in range(-1, AHEAD)]
    return {weekday: [day for day in ahead if day.weekday() == number] for number, weekday in enumerate(DAYS)}


def _season(rule: Tijden, day: dt.date) -> str:
    """Name the season that a day of it is in, by the year in which it began."""
    if not (rule.vanaf_dag or rule.tot_en_met_dag):
        return ""
    begin, end = rule.vanaf_dag or (1, 1), rule.tot_en_met_dag or (12, 31)
    return f"{begin}-{end} {day.year - (begin > end and (day.month, day.day) < begin)} "


__all__ = ["AHEAD", "BYDAY", "TURNS", "recurrence", "series"]
