"""Agenda: opening hours that a visitor can take along in a calendar, as an answer carries them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.frozen import dataclass

if TYPE_CHECKING:
    import datetime as dt


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """The same hours on many days: from `first` until `last` as `rule` has it, or without rule on `first` and `others` alone.

    `begin` and `end` are minutes after the day's midnight, as Dutch clocks show them; `end` is over 1440 where it goes on past the next.
    `rule` is that of iCalendar (RFC 5545, 3.3.10) without its end, `skipped` are days of the rule that are different. `name` stays the
    same from build to build, so that a calendar knows the series again.
    """

    name: str
    begin: int
    end: int
    by_appointment: bool
    first: dt.date
    rule: str = ""
    last: dt.date | None = None
    others: tuple[dt.date, ...] = ()
    skipped: tuple[dt.date, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What is open together: a place, a desk, or an offer with hours of its own; `id` names it within the answer.

    `title` is what a calendar shows, and `title_appointment` where it takes an appointment; `hours` has all hours on one line.
    `moments` is when it is open, as in `Block.moments`: the proof compares the calendar with it.
    """

    id: str
    title: str
    title_appointment: str
    address: str
    hours: str
    series: tuple[Series, ...]
    moments: str


__all__ = ["Entry", "Series"]
