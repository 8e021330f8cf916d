"""Proves that a calendar file says what the page says: the same words, and open at the same moments as the line "nu open" goes by.

It reads the file by itself and lets dateutil work out the rules, so it shares nothing with what wrote them.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from dateutil.rrule import rrule, rruleset, rrulestr

from generator.said import Difference

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from generator.agenda import Entry
    from generator.answer import Answer

_AMSTERDAM = ZoneInfo("Europe/Amsterdam")
_FORM = "%Y%m%dT%H%M%S"

Event = dict[str, str]
Spans = list[tuple[int, int]]
"""Minutes since 1970 from and until when it is open, in order and apart."""


def in_calendar(answer: Answer, folder: Path, channel: str) -> Iterator[Difference]:
    """Compare the calendar of an answer in a built site with the answer; there must be none where it has no agenda."""
    path = folder / f"{answer.path[1:]}{answer.id}.ics"
    if path.is_file() != bool(answer.agenda):
        yield Difference(answer.key, "(agenda)", channel, path.name * bool(answer.agenda), path.name * path.is_file())
        return
    events = read_calendar(path) if answer.agenda else []
    for entry in answer.agenda:
        own = [events.pop(0) for _ in entry.series[: len(events)]]
        yield from (Difference(answer.key, entry.id, channel, *pair) for pair in _words(entry, own))
        wanted, until = _decoded(entry.moments)
        if (found := spans_of(own, *until)) != wanted:
            strange = sorted(set(wanted) ^ set(found))[:2]
            yield Difference(answer.key, entry.id, channel, _told(strange, wanted), _told(strange, found))
    for event in events:
        yield Difference(answer.key, "(agenda)", channel, "", event.get("SUMMARY", ""))


def _words(entry: Entry, events: Iterable[Event]) -> Iterator[tuple[str, str]]:
    """Give what is not said as the answer says it: what it should be, and what it is."""
    for event, one in zip(events, entry.series, strict=False):
        title = entry.title_appointment if one.by_appointment else entry.title
        described = event.get("DESCRIPTION", "").partition("\n")[0]
        for wanted, found in ((title, event.get("SUMMARY", "")), (entry.address, event.get("LOCATION", "")), (entry.hours, described)):
            if wanted != found:
                yield wanted, found


def read_calendar(path: Path) -> list[Event]:
    """Read the events of a file: the value of each property by its name, with texts as people read them."""
    text = re.sub(r"\r\n[ \t]", "", path.read_bytes().decode())
    events = re.findall(r"BEGIN:VEVENT\r\n(.*?)END:VEVENT\r\n", text, re.DOTALL)
    return [dict(_property(line) for line in event.splitlines()) for event in events]


def _property(line: str) -> tuple[str, str]:
    name, _, value = line.partition(":")
    return name.partition(";")[0], re.sub(r"\\(.)", lambda found: "\n" if found[1] == "n" else found[1], value)


def spans_of(events: Iterable[Event], first: int, last: int) -> Spans:
    """Work out when events hold, of what begins or goes on between two moments in minutes since 1970."""
    found = [(max(begin, first), end) for event in events for begin, end in _held(event, first, last) if end > first and begin < last]
    joined: Spans = []
    for begin, end in sorted(found):
        if joined and begin <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((begin, end))
    return joined


def _held(event: Event, first: int, last: int) -> Iterator[tuple[int, int]]:
    begins = dt.datetime.strptime(event["DTSTART"], _FORM).replace(tzinfo=_AMSTERDAM)
    length = dt.datetime.strptime(event["DTEND"], _FORM).replace(tzinfo=_AMSTERDAM) - begins
    held = rruleset()
    rule = rrulestr(event["RRULE"], dtstart=begins) if "RRULE" in event else None
    if isinstance(rule, rrule):
        held.rrule(rule)
    else:
        held.rdate(begins)
    for name, add in (("EXDATE", held.exdate), ("RDATE", held.rdate)):
        for date in filter(None, event.get(name, "").split(",")):
            add(dt.datetime.strptime(date, _FORM).replace(tzinfo=_AMSTERDAM))
    edge = dt.timedelta(days=2)
    low, high = (dt.datetime.fromtimestamp(minutes * 60, _AMSTERDAM) for minutes in (first, last))
    for begin in held.between(low - edge, high + edge, inc=True):
        yield _minutes(begin), _minutes(begin + length)


def _minutes(moment: dt.datetime) -> int:
    return int(moment.timestamp()) // 60


def _decoded(moments: str) -> tuple[Spans, tuple[int, int]]:
    """Read moments as the page has them: open and by appointment together, without what is unknown; and from and until when it holds."""
    *known, whole = [(part[0], *_ends(part[1:])) for part in moments.split()]
    joined: Spans = []
    for state, begin, end in known:
        if state == "u":
            continue
        if joined and joined[-1][1] == begin:
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((begin, end))
    return joined, whole[1:]


def _ends(code: str) -> tuple[int, int]:
    begin, _, end = code.partition("-")
    return int(begin), int(end)


def _told(strange: Iterable[tuple[int, int]], spans: Spans) -> str:
    form = "%Y-%m-%d %H.%M"
    shown = [
        tuple(dt.datetime.fromtimestamp(minute * 60, _AMSTERDAM).strftime(form) for minute in span) for span in strange if span in spans
    ]
    return ", ".join(" tot ".join(span) for span in shown) or "dicht"


__all__ = ["in_calendar", "read_calendar", "spans_of"]
