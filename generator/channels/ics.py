"""Opening hours as a calendar file (iCalendar, RFC 5545), to take along in the agenda of a phone or a computer."""

from __future__ import annotations

import datetime as dt
import re
import uuid
from functools import lru_cache
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.agenda import Entry, Series
    from generator.answer import Answer
    from generator.channels.site import Site

ZONE = "Europe/Amsterdam"
AMSTERDAM = ZoneInfo(ZONE)
LONGEST_LINE = 75
"""Octets in a line, without its end (RFC 5545, 3.1)."""

TIMEZONE = (
    "BEGIN:VTIMEZONE",
    f"TZID:{ZONE}",
    "BEGIN:DAYLIGHT",
    "TZNAME:CEST",
    "TZOFFSETFROM:+0100",
    "TZOFFSETTO:+0200",
    "DTSTART:19960331T020000",
    "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
    "END:DAYLIGHT",
    "BEGIN:STANDARD",
    "TZNAME:CET",
    "TZOFFSETFROM:+0200",
    "TZOFFSETTO:+0100",
    "DTSTART:19961027T030000",
    "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
    "END:STANDARD",
    "END:VTIMEZONE",
)
"""Summer time as the European Union has it since 1996 (Directive 2000/84/EC)."""

WITHIN_A_CHARACTER = range(0x80, 0xC0)
"""Octets of UTF-8 that go on with the one before (RFC 3629)."""

_SPECIAL = re.compile(r"[\\;,]")


def render(answer: Answer, site: Site) -> bytes:
    """Give the calendar of an answer that has an agenda; two builds of one day give the same bytes."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Antwoordkaart//Openingstijden//NL",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"X-WR-CALNAME:{_text(answer.title)}",
        *TIMEZONE,
        *(line for entry in answer.agenda for one in entry.series for line in _event(entry, one, answer, site)),
        "END:VCALENDAR",
    ]
    return "".join(f"{folded}\r\n" for line in lines for folded in _folded(line)).encode()


def _event(entry: Entry, one: Series, answer: Answer, site: Site) -> Iterator[str]:
    say, url = site.languages[answer.lang], site.url + answer.path
    stamp = f"{answer.peildatum:%Y%m%d}T000000Z"
    told = f"{entry.hours}\n{say('agenda-stand', datum=say.date(answer.peildatum), adres=url)}"
    yield "BEGIN:VEVENT"
    yield f"UID:{uuid.uuid5(uuid.NAMESPACE_URL, f'antwoordkaart/agenda/{site.name}/{answer.key}/{entry.id}/{one.name}')}"
    yield f"DTSTAMP:{stamp}"
    yield f"LAST-MODIFIED:{stamp}"
    yield f"DTSTART;TZID={ZONE}:{_local(one.first, one.begin)}"
    yield f"DTEND;TZID={ZONE}:{_local(one.first, one.end)}"
    if one.rule and one.last:
        # UNTIL is in UTC where DTSTART has a time zone (3.3.10).
        yield f"RRULE:{one.rule};UNTIL={_clock(one.last, one.begin).astimezone(dt.UTC):%Y%m%dT%H%M%SZ}"
    for name, dates in (("EXDATE", one.skipped), ("RDATE", one.others)):
        if dates:
            yield f"{name};TZID={ZONE}:{','.join(_local(date, one.begin) for date in dates)}"
    yield f"SUMMARY:{_text(entry.title_appointment if one.by_appointment else entry.title)}"
    if entry.address:
        yield f"LOCATION:{_text(entry.address)}"
    yield f"DESCRIPTION:{_text(told)}"
    yield f"URL:{url}"
    yield "CLASS:PUBLIC"
    yield "TRANSP:TRANSPARENT"  # being open keeps nobody busy
    yield "END:VEVENT"


def _clock(date: dt.date, minutes: int) -> dt.datetime:
    """Give what Dutch clocks show so many minutes after midnight."""
    return dt.datetime.combine(date, dt.time(), AMSTERDAM) + dt.timedelta(minutes=minutes)


@lru_cache(maxsize=16384)
def _local(date: dt.date, minutes: int) -> str:
    return f"{_clock(date, minutes):%Y%m%dT%H%M%S}"


def _text(words: str) -> str:
    r"""Escape text (3.3.11): a backslash, semicolon or comma gets a backslash before it, a new line is `\n`."""
    return _SPECIAL.sub(r"\\\g<0>", words).replace("\n", r"\n")


def _folded(line: str) -> Iterator[str]:
    """Break a line of more than 75 octets, between two characters; what goes on begins with a space (3.1)."""
    octets, indent, begin = line.encode(), "", 0
    while len(octets) - begin > (room := LONGEST_LINE - len(indent)):
        end = begin + room
        while octets[end] in WITHIN_A_CHARACTER:
            end -= 1
        yield indent + octets[begin:end].decode()
        indent, begin = " ", end
    yield indent + octets[begin:].decode()


__all__ = ["render"]
