"""When a place is open: its opening hours reckoned out to days, to moments, and to how things stand at one moment.

Pure: what is asked depends on the record and the date given, never on the clock. One day is settled in this order:

1. An `uitzondering` for that date wins over everything, holidays included. Two that contradict each other make the day unknown.
2. A holiday (see `holiday`) wins over the week: `dicht` closes, `onbekend` makes unknown what the week opens; what the week leaves
   closed stays closed, since both other values say so. `open` changes nothing, and under `altijd` and `afspraak` (which speak of
   every day) neither does `onbekend`.
3. The week: every rule of that weekday adds its times. A rule without condition always holds; one with `weken`, `keer_in_maand` or a
   season holds where all its conditions do. It adds to the other rules and never replaces them, as the table of hours reads.

Times that overlap or touch become one; where a walk-in overlaps an appointment, people can walk in. Times past midnight belong to the
day on which they begin: a season, a holiday or an exception on the next day does not cut them short.
"""

from __future__ import annotations

import datetime as dt
from calendar import monthrange
from enum import StrEnum
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, TypeVar
from zoneinfo import ZoneInfo

from generator.dates import DAYS
from generator.frozen import dataclass
from generator.public_holidays import holiday

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from generator.records.gedeeld import Openingstijden, Tijden, Uitzondering

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
AHEAD = dt.timedelta(days=14)
"""How far ahead `status` looks; what changes later is not told."""
FULL_DAY = 24 * 60
ORDINALS = ("eerste", "tweede", "derde", "vierde")


class State(StrEnum):
    """How a place stands. Where pieces of time overlap, the first of these wins."""

    OPEN = "open"
    APPOINTMENT = "appointment"
    UNKNOWN = "unknown"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of one day, in minutes after its midnight; `end` is over 1440 where it goes on past the next."""

    begin: int
    end: int
    by_appointment: bool = False


@dataclass(frozen=True, slots=True)
class Day:
    """One date: its spans in order, none touching another of its kind.

    `state` is `OPEN` where anyone can walk in for some part of the day, and `APPOINTMENT` where it takes one all day; then `spans` is
    empty if no times are kept at all. `reason` is what the exception says, or the name of the holiday that makes this day differ;
    empty otherwise. `special` tells whether spans or state differ from what the week has for this date.
    """

    date: dt.date
    spans: tuple[Span, ...]
    state: State
    reason: str = ""
    special: bool = False


@dataclass(frozen=True, slots=True)
class Moment:
    """From `begin` to just before `end`, both in UTC, the place stands as `state`; what lies between moments is closed."""

    begin: dt.datetime
    end: dt.datetime
    state: State


@dataclass(frozen=True, slots=True)
class Status:
    """How a place stands now: `state` lasts until `until` (UTC), and is `then` from there.

    So a closed place opens at `until`, to anyone or by appointment as `then` says; an open one closes there where `then` is `CLOSED`.
    Both are None where nothing is known to change within `AHEAD`: the next change lies later, or leads to or from the unknown.
    """

    state: State
    until: dt.datetime | None = None
    then: State | None = None


_Piece = tuple[int, int, State]
_Settled = tuple[tuple[Span, ...], State]
_T = TypeVar("_T", int, dt.datetime)


def day(times: Openingstijden, date: dt.date) -> Day:
    """Settle one date."""
    return _Calendar(times).day(date)


def days(times: Openingstijden, first: dt.date, count: int) -> tuple[Day, ...]:
    """Settle `count` dates from `first` on; faster than date by date."""
    calendar = _Calendar(times)
    return tuple(calendar.day(first + dt.timedelta(days=after)) for after in range(count))


def kept_on(times: Openingstijden, first: dt.date, count: int) -> dict[Span, set[dt.date]]:
    """Give the dates of each span in `count` days from `first` on: what `days` says, by span, and quicker for many days.

    Days of the week that have the same every week are settled once, but for their exceptions and holidays.
    """
    calendar = _Calendar(times)
    found: dict[Span, set[dt.date]] = {}
    for usual, dates in zip(calendar.alike, _by_weekday(first, count), strict=True):
        apart = dates if usual is None else dates & calendar.different(first, count)
        for span in usual[0] if usual is not None else ():
            found.setdefault(span, set()).update(dates - apart)
        for date in apart:
            for span in calendar.day(date).spans:
                found.setdefault(span, set()).add(date)
    return found


@lru_cache(maxsize=16)
def _by_weekday(first: dt.date, count: int) -> tuple[frozenset[dt.date], ...]:
    """Sort the dates by the day of the week, Monday first: every place of a build has the same."""
    dates = [first + dt.timedelta(days=after) for after in range(count)]
    return tuple(frozenset(date for date in dates if date.weekday() == weekday) for weekday in range(len(DAYS)))


@lru_cache(maxsize=16)
def _holidays_in(first: dt.date, count: int) -> frozenset[dt.date]:
    return frozenset(date for dates in _by_weekday(first, count) for date in dates if holiday(date))


def moments(times: Openingstijden, first: dt.date, count: int) -> tuple[Moment, ...]:
    """Give when it is open, by appointment or unknown, from midnight before `first` for `count` days, in order and apart.

    Moments go on over midnight; what began the day before `first` is there from midnight, and the last may end after the last day.
    A day of appointments without times, and an unknown day, is one from midnight to midnight.
    """
    start = _instant(first, 0)
    pieces = [
        (max(_instant(told.date, begin), start), end, state)
        for told in days(times, first - dt.timedelta(days=1), count + 1)
        for begin, minutes, state in _pieces(told)
        if (end := _instant(told.date, minutes)) > start
    ]
    return tuple(Moment(*piece) for piece in _layered(pieces))


def status(times: Openingstijden, now: dt.datetime) -> Status:
    """Tell how a place stands at `now`, which must know its time zone (ValueError)."""
    if now.utcoffset() is None:
        msg = "now has no time zone"
        raise ValueError(msg)
    today = now.astimezone(AMSTERDAM).date()
    return status_at(moments(times, today, AHEAD.days + 2), now)


def status_at(known: Iterable[Moment], now: dt.datetime) -> Status:
    """Read the status from moments that reach more than `AHEAD` past `now`. The script in the browser does exactly this."""
    ahead = [moment for moment in known if moment.end > now]
    if ahead and ahead[0].begin <= now:
        state, until = ahead[0].state, ahead[0].end
        then = ahead[1].state if ahead[1:] and ahead[1].begin == until else State.CLOSED
    elif ahead:
        state, until, then = State.CLOSED, ahead[0].begin, ahead[0].state
    else:
        return Status(State.CLOSED)
    known_change = State.UNKNOWN not in (state, then) and until - now <= AHEAD
    return Status(state, until, then) if known_change else Status(state)


class _Calendar:
    """The opening hours of one place, sorted so that a date needs only what concerns it."""

    def __init__(self, times: Openingstijden) -> None:
        always: list[tuple[tuple[_Piece, ...], Tijden | None]] = [(((0, FULL_DAY, State.OPEN),), None)] if times.altijd else []
        self.week = {weekday: always.copy() for weekday in DAYS}
        for rule in times.tijden:
            kind = State.APPOINTMENT if rule.afspraak else State.OPEN
            pieces = tuple((begin, end, kind) for begin, end in rule.tijd)
            for weekday in rule.dagen:
                self.week[weekday].append((pieces, rule if _is_conditional(rule) else None))
        self.without_times = times.afspraak
        self.alike = [self._every_week(weekday) for weekday in DAYS]
        self.only_by_appointment = not times.altijd and all(rule.afspraak for rule in times.tijden)
        speaks_of_every_day = times.altijd or times.afspraak
        self.holidays = "open" if speaks_of_every_day and times.feestdagen == "onbekend" else times.feestdagen
        self.exceptions: dict[dt.date, list[Uitzondering]] = {}
        for exception in times.uitzonderingen:
            self.exceptions.setdefault(exception.dag, []).append(exception)

    def different(self, first: dt.date, count: int) -> frozenset[dt.date]:
        """Give every date that need not be as its day of the week is."""
        return frozenset(self.exceptions) | (_holidays_in(first, count) if self.holidays != "open" else frozenset())

    def day(self, date: dt.date) -> Day:
        usual = self.alike[date.weekday()] or self._usual(date)
        if exceptions := self.exceptions.get(date):
            settled = self._exceptional(exceptions, usual)
            return Day(date, *settled, "; ".join(dict.fromkeys(exception.reden for exception in exceptions)), settled != usual)
        name = holiday(date) if self.holidays != "open" and usual[1] is not State.CLOSED else None
        if name:
            return Day(date, (), State.CLOSED if self.holidays == "dicht" else State.UNKNOWN, name, special=True)
        return Day(date, *usual)

    def _every_week(self, weekday: str) -> _Settled | None:
        """Settle a day of the week once, where no rule asks for the date."""
        if self.without_times:
            return (), State.APPOINTMENT
        if any(rule for _, rule in self.week[weekday]):
            return None
        return _settled(tuple(piece for pieces, _ in self.week[weekday] for piece in pieces))

    def _usual(self, date: dt.date) -> _Settled:
        held = [pieces for pieces, rule in self.week[DAYS[date.weekday()]] if rule is None or holds(rule, date)]
        return _settled(held[0] if len(held) == 1 else tuple(piece for pieces in held for piece in pieces))

    def _exceptional(self, exceptions: Sequence[Uitzondering], usual: _Settled) -> _Settled:
        """Settle a day by its exceptions, which cannot say by appointment: that stays as it usually is."""
        if len({bool(exception.tijd) for exception in exceptions}) > 1:
            return (), State.UNKNOWN
        kind = State.APPOINTMENT if usual[1] is State.APPOINTMENT or self.only_by_appointment else State.OPEN
        return _settled(tuple((begin, end, kind) for exception in exceptions for begin, end in exception.tijd))


def _is_conditional(rule: Tijden) -> bool:
    return bool(rule.weken or rule.keer_in_maand or rule.vanaf_dag or rule.tot_en_met_dag)


def holds(rule: Tijden, date: dt.date) -> bool:
    """Tell whether the weeks, the turn in the month and the season of a rule hold on a date; its weekdays are not asked."""
    if rule.weken and (date.isocalendar().week % 2 == 0) != (rule.weken == "even"):
        return False
    if rule.keer_in_maand and not any(turn in rule.keer_in_maand for turn in _turns(date)):
        return False
    begin, end, today = rule.vanaf_dag or (1, 1), rule.tot_en_met_dag or (12, 31), (date.month, date.day)
    return begin <= today <= end if begin <= end else today >= begin or today <= end


def _turns(date: dt.date) -> Iterator[str]:
    """Tell which of its weekday a date is in its month; a fifth is only the last, a fourth may be the last as well."""
    yield from ORDINALS[(date.day - 1) // 7 :][:1]
    if date.day + 7 > monthrange(date.year, date.month)[1]:
        yield "laatste"


@lru_cache(maxsize=4096)
def _settled(pieces: tuple[_Piece, ...]) -> _Settled:
    """Lay the pieces of one day beside each other; kept, because most places have the same few days."""
    spans = tuple(Span(begin, end, state is State.APPOINTMENT) for begin, end, state in _layered(pieces))
    if not spans:
        return spans, State.CLOSED
    return spans, State.APPOINTMENT if all(span.by_appointment for span in spans) else State.OPEN


def _pieces(told: Day) -> Iterator[_Piece]:
    if not told.spans and told.state is not State.CLOSED:
        yield 0, FULL_DAY, told.state
    for span in told.spans:
        yield span.begin, span.end, State.APPOINTMENT if span.by_appointment else State.OPEN


def _layered(pieces: Iterable[tuple[_T, _T, State]]) -> list[tuple[_T, _T, State]]:
    """Make pieces of time follow each other: what overlaps goes to the first of `State`, what touches and is alike becomes one."""
    changes = [change for begin, end, state in pieces for change in ((begin, state, 1), (end, state, -1))]
    running = dict.fromkeys((State.OPEN, State.APPOINTMENT, State.UNKNOWN), 0)
    result: list[tuple[_T, _T, State]] = []
    since: tuple[_T, State] | None = None
    for at, changed in groupby(sorted(changes, key=itemgetter(0)), key=itemgetter(0)):
        for _, state, step in changed:
            running[state] += step
        now = next((state for state, count in running.items() if count), None)
        if since and now is not since[1]:
            result.append((since[0], at, since[1]))
            since = None
        if now and not since:
            since = (at, now)
    return result


@lru_cache(maxsize=16384)
def _instant(date: dt.date, minutes: int) -> dt.datetime:
    """Turn minutes after midnight, as Dutch clocks show them, into an instant.

    Where summer time ends, a time that comes twice is the first (RFC 5545, 3.3.5). Where it begins, a time that clocks skip is the
    moment of the change, so that order is kept: at 01:00 UTC on the last Sunday of March (Directive 2000/84/EC, article 2). Kept,
    because places share the days and the hours of a build.
    """
    wall = dt.datetime.combine(date, dt.time(), AMSTERDAM) + dt.timedelta(minutes=minutes)
    instant = wall.astimezone(dt.UTC)
    # Compared within one zone, so by what clocks show.
    return instant if instant.astimezone(AMSTERDAM) == wall else instant.replace(minute=0)
