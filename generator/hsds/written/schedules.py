"""Opening hours as schedules of HSDS: the fields of an iCalendar rule (RFC 5545, 3.3.10), with the hours as Dutch clocks show them.

What HSDS has no field for is told in words as well: `description` has the opening hours as the website words them. How each form of
`Openingstijden` is written:

- the week: `WEEKLY` with `byday`; one schedule per span of time; past midnight `closes_at` is not after `opens_at`;
- even and odd weeks: `byweekno` with every such week, since an `interval` of 2 goes wrong after a year of 53 weeks;
- the first Monday of the month: `MONTHLY` with `1MO`, the last with `-1MO`;
- a season: one schedule for the running or coming season and one for the next, with `valid_from` and `valid_to`;
- an exception: `valid_from` and `valid_to` are that day; without times the place is closed. `notes` says why;
- 24 hours: 00:00 to 23:59, as the guidance of HSDS asks;
- by appointment: `attending_type`; without any times where no times are kept;
- holidays: the attribute `feestdagen`.
"""

from __future__ import annotations

import datetime as dt
from calendar import monthrange
from typing import TYPE_CHECKING

from generator.dates import DAYS
from generator.recurring import BYDAY, recurrence
from generator.wording.hours import hours_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.hsds.tables import Row
    from generator.hsds.written.collected import Collected
    from generator.records.gedeeld import Openingstijden, Tijden, Uitzondering

WEEKS = {"even": ",".join(map(str, range(2, 54, 2))), "oneven": ",".join(map(str, range(1, 54, 2)))}
DAY = 24 * 60
ALL_DAY = (0, DAY)
YEARS = 18
"""How far ahead to look for two seasons: a season of only 29 February may come once in eight years."""


def add_schedules(out: Collected, times: Openingstijden, owner: str, path: tuple[str, ...], *, manner: str = "open") -> None:
    """Add the schedules of the object of table `owner` at `path`; `manner` is how they read: `open`, or `bereikbaar` by telephone."""
    description = hours_line(times, out.say, manner=manner)
    # What speaks of every day, and leaves open how it is on holidays, holds on holidays too (see `openings`).
    holidays = "open" if (times.altijd or times.afspraak) and times.feestdagen == "onbekend" else times.feestdagen
    for number, row in enumerate(schedule_rows(times, out.catalogue.peildatum, out.say.lang("op-afspraak"))):
        here = (owner, *path, str(number))
        out.add("schedule", here, **{f"{owner}_id": out.id_of(owner, path)}, **row, description=description)
        out.mark("schedule", here, f"feestdagen:{holidays}")


def schedule_rows(times: Openingstijden, peildatum: dt.date, by_appointment: str) -> Iterator[Row]:
    """Give the schedules of `times` from `peildatum` on; `by_appointment` are the words for that."""
    if times.altijd:
        yield {"freq": "WEEKLY", "byday": ",".join(BYDAY.values()), **_clock(ALL_DAY)}
    if times.afspraak:
        yield {"attending_type": by_appointment}
    for rule in times.tijden:
        for window in _windows(rule, peildatum):
            for span in rule.tijd:
                row = {**window, **_recurrence(rule), **_clock(span)}
                yield {**row, "attending_type": by_appointment} if rule.afspraak else row
    for exception in sorted((day for day in times.uitzonderingen if day.dag >= peildatum), key=lambda day: day.dag):
        yield from _exception(exception)


def _recurrence(rule: Tijden) -> Row:
    freq, byday = recurrence(rule)
    row: Row = {"freq": freq, "byday": byday}
    return {**row, "wkst": "MO", "byweekno": WEEKS[rule.weken]} if rule.weken else row


def _clock(span: tuple[int, int]) -> Row:
    """Write a span; only one whole day from midnight to midnight would read as no time at all, and ends a minute earlier."""
    begin, end = span
    return {"opens_at": _time(begin), "closes_at": "23:59:00" if span == ALL_DAY else _time(end % DAY)}


def _time(minutes: int) -> str:
    return f"{minutes // 60:02d}:{minutes % 60:02d}:00"


def _windows(rule: Tijden, peildatum: dt.date) -> list[Row]:
    """Give the running or coming season and the one after; one empty window for a rule of all year."""
    if not (rule.vanaf_dag or rule.tot_en_met_dag):
        return [{}]
    begin, end = rule.vanaf_dag or (1, 1), rule.tot_en_met_dag or (12, 31)
    later = int(begin > end)
    seasons = ((_first_day(year, begin), _last_day(year + later, end)) for year in range(peildatum.year - 1, peildatum.year + YEARS))
    ahead = [(first, last) for first, last in seasons if max(first, peildatum) <= last]
    return [{"valid_from": first.isoformat(), "valid_to": last.isoformat()} for first, last in ahead[:2]]


def _first_day(year: int, day: tuple[int, int]) -> dt.date:
    month, date = day
    missing = date > monthrange(year, month)[1]  # 29 February
    return dt.date(year, 3, 1) if missing else dt.date(year, month, date)


def _last_day(year: int, day: tuple[int, int]) -> dt.date:
    month, date = day
    return dt.date(year, month, min(date, monthrange(year, month)[1]))


def _exception(exception: Uitzondering) -> Iterator[Row]:
    that_day: Row = {"valid_from": exception.dag.isoformat(), "valid_to": exception.dag.isoformat(), "notes": exception.reden}
    if not exception.tijd:
        yield that_day
    for span in exception.tijd:
        once: Row = {"dtstart": exception.dag.isoformat(), "count": 1, "freq": "WEEKLY", "byday": BYDAY[DAYS[exception.dag.weekday()]]}
        yield {**that_day, **once, **_clock(span)}
