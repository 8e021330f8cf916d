"""One schedule of HSDS as one rule of ours: on which days, in which weeks, at which turns in the month, from when to when.

Reads the fields of an iCalendar rule (HSDS 2 and 3), and the `weekday` of HSDS 1.1.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from generator.dates import DAYS
from generator.frozen import dataclass
from generator.hsds.taken.values import day
from generator.hsds.written.schedules import ALL_DAY, DAY, WEEKS
from generator.recurring import BYDAY, TURNS

if TYPE_CHECKING:
    from generator.hsds.taken.reading import Row

_DAYS = {code: name for name, code in BYDAY.items()}
_TURNS = {turn: name for name, turn in TURNS.items()}
_ENGLISH = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_CLOCK = re.compile(r"(\d{1,2}):(\d\d)(?::\d\d(?:\.\d+)?)?\s*([ap]m)?\s*(Z|[+-]\d\d:?\d\d)?", re.IGNORECASE)
_BY_APPOINTMENT = re.compile(r"afspraak|appointment", re.IGNORECASE)


class UnsayableError(Exception):
    """Our opening hours cannot say what a `field` of the schedule says."""

    def __init__(self, *, field: str) -> None:
        super().__init__(field)
        self.field = field


@dataclass(frozen=True, slots=True)
class Rule:
    """When it is open, as `Tijden` has it: `turns` and `weeks` may be empty, `span` is None where it is closed or has no times."""

    days: tuple[str, ...]
    turns: tuple[str, ...]
    weeks: str
    span: tuple[int, int] | None
    by_appointment: bool


def read_rules(row: Row, peildatum: dt.date) -> list[Rule]:
    """Give the rules of a schedule, as they hold from `peildatum` on. Raises UnsayableError."""
    by_appointment = bool(_BY_APPOINTMENT.search(row.look("attending_type"))) and bool(row.get("attending_type"))
    span = _span(row.get("opens_at"), row.get("closes_at"))
    for name in ("bymonthday", "byyearday"):
        if row.look(name):
            raise UnsayableError(field=name)
    weeks = _weeks(row, peildatum)
    if row.get("freq").upper() == "MONTHLY":
        return [Rule(days, turns, weeks, span, by_appointment) for turns, days in _turns(row).items()]
    if row.look("freq").upper() not in {"", "DAILY", "WEEKLY"}:
        raise UnsayableError(field="freq")
    return [Rule(_weekdays(row), (), weeks, span, by_appointment)]


def _span(opens: str, closes: str) -> tuple[int, int] | None:
    """Read two times as minutes after midnight; both missing is no span."""
    if not opens and not closes:
        return None
    begin, end = _minutes(opens, "opens_at"), _minutes(closes, "closes_at")
    if (begin, end) in {(0, 0), (0, DAY - 1)} or (begin, end) == ALL_DAY:
        return ALL_DAY
    if begin == end or begin >= DAY:
        raise UnsayableError(field="closes_at")
    return begin, end if end > begin else end + DAY


def _minutes(typed: str, name: str) -> int:
    match = _CLOCK.fullmatch(typed)
    if match is None:
        raise UnsayableError(field=name)
    hours, minutes, half = int(match[1]), int(match[2]), (match[3] or "").lower()
    if half:
        hours = hours % 12 + (12 if half == "pm" else 0)
    if hours * 60 + minutes > DAY or minutes > 59:  # noqa: PLR2004 - minutes of an hour
        raise UnsayableError(field=name)
    return hours * 60 + minutes


def _weekdays(row: Row) -> tuple[str, ...]:
    typed = [part for part in re.split(r"[,;\s]+", row.get("byday").upper()) if part]
    if typed and all(part in _DAYS for part in typed):
        return tuple(name for name in DAYS if BYDAY[name] in typed)
    if typed:
        raise UnsayableError(field="byday")
    weekday = row.get("weekday").casefold()
    named = [name for name, english in zip(DAYS, _ENGLISH, strict=True) if weekday and weekday in (english, english[:3], name)]
    if named:
        return tuple(named)
    start = day(row.look("dtstart"))
    if row.look("freq").upper() == "DAILY":
        return DAYS
    return (DAYS[start.weekday()],) if start is not None and row.look("freq") else ()


def _turns(row: Row) -> dict[tuple[str, ...], tuple[str, ...]]:
    """Give the days by the turns that they have in the month; days without a turn are open every week."""
    if row.look("interval") not in {"", "1", "1.0"}:
        raise UnsayableError(field="interval")
    turns: dict[str, set[int]] = {}
    for part in re.split(r"[,;\s]+", row.get("byday").upper()):
        match = re.fullmatch(r"([+-]?\d)?(MO|TU|WE|TH|FR|SA|SU)", part)
        if match is None or int(match[1] or 1) not in _TURNS:
            raise UnsayableError(field="byday")
        turns.setdefault(_DAYS[match[2]], set()).update([int(match[1])] if match[1] else ())
    grouped: dict[tuple[str, ...], tuple[str, ...]] = {}
    for name in sorted(turns, key=DAYS.index):
        key = tuple(word for turn, word in _TURNS.items() if turn in turns[name])
        grouped[key] = (*grouped.get(key, ()), name)
    return grouped


def _weeks(row: Row, peildatum: dt.date) -> str:
    """Tell in which weeks: even, odd, or (empty) all. Every other week is told as even or odd as it is from `peildatum` on."""
    interval, numbers = row.get("interval"), row.get("byweekno")
    if numbers:
        named = {int(part) for part in re.findall(r"-?\d+", numbers)}
        kinds = [kind for kind, weeks in WEEKS.items() if named >= {int(week) for week in weeks.split(",")} - {53}]
        if len(kinds) == 1 and all((number % 2 == 0) == (kinds[0] == "even") for number in named):
            return kinds[0]
        raise UnsayableError(field="byweekno")
    if interval in {"", "1", "1.0"}:
        return ""
    start = day(row.get("dtstart"))
    if interval not in {"2", "2.0"} or start is None:
        raise UnsayableError(field="interval")
    monday = start - dt.timedelta(days=start.weekday())
    ahead = max(0, -((monday - peildatum).days // 14)) * 14 if monday < peildatum else 0
    return "even" if (monday + dt.timedelta(days=ahead)).isocalendar().week % 2 == 0 else "oneven"
