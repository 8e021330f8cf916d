"""Dutch words for dates, and the values that editors type for terms and times."""

from __future__ import annotations

import datetime as dt
import re

from generator.frozen import dataclass

DAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
MONTHS = ("januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december")

UNITS = {
    "uur": ("uur", "uur"), "dag": ("dag", "dagen"), "werkdag": ("werkdag", "werkdagen"), "week": ("week", "weken"),
    "maand": ("maand", "maanden"), "jaar": ("jaar", "jaar"),
}  # fmt: skip
"""Units of a term: how one and more than one of it is written."""


@dataclass(frozen=True, slots=True)
class Term:
    """A length of time as a rule states it: 6 weeks, not 42 days. `unit` is a key of `UNITS`."""

    count: int
    unit: str

    def __str__(self) -> str:
        """Write it as Dutch does: `1 week`, `6 weken`, `2 jaar`."""
        return f"{self.count} {UNITS[self.unit][self.count != 1]}"


def parse_term(text: str) -> Term | None:
    """Read `6 weken` or `1 werkdag`; None where it is no term."""
    count, _, word = text.strip().partition(" ")
    for unit, forms in UNITS.items():
        if word.strip() in forms and count.isascii() and count.isdigit():
            return Term(int(count), unit)
    return None


def parse_date(text: str) -> dt.date | None:
    """Read an ISO 8601 calendar date, `2026-01-01`; None where it is none."""
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        return None
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        return None


def in_words(date: dt.date) -> str:
    """Write a date as `1 januari 2026`."""
    return f"{date.day} {MONTHS[date.month - 1]} {date.year}"


def short_time(minutes: int) -> str:
    """Write minutes since midnight as Dutch prose does: `9.00`, `12.30`."""
    return f"{minutes // 60 % 24}.{minutes % 60:02d}"
