"""Schedules of HSDS as our opening hours, with what could not be said in them."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from generator.dates import DAYS
from generator.hsds.taken.rule import Rule, UnsayableError, read_rules
from generator.hsds.taken.texts import plain_words
from generator.hsds.taken.values import day
from generator.hsds.written.schedules import ALL_DAY, DAY

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.hsds.taken.account import Account
    from generator.hsds.taken.reading import Row

Season = tuple[tuple[int, int], tuple[int, int]]
"""First and last day of a season, each as month and day."""

LONGEST_PERIOD = 62
"""Days. A shorter period that comes once is written out as exceptions; a longer one can only be a season."""

LONGEST_REASON = 120
_ALL_YEAR: Season = ((1, 1), (12, 31))
_WORDS = ("description", "notes", "schedule_link")


@dataclass(slots=True)
class Heard:
    """What schedules tell: our `openingstijden` as an editor types them (empty where there are none), and words for the rest."""

    times: dict[str, Any]
    words: list[str] = field(default_factory=list)


def hear(rows: list[Row], holidays: str, peildatum: dt.date, account: Account) -> Heard:
    """Read the schedules of one place or service; `holidays` is our word for what holds on holidays, empty where that is not told."""
    seasons = _seasons(rows)
    weekly: list[tuple[Rule, Season]] = []
    exceptions: list[dict[str, str]] = []
    words: list[str] = []
    for row in rows:
        begin, end = day(row.look("valid_from")), _earliest(day(row.look("valid_to")), day(row.look("until")))
        if end is not None and end < peildatum:
            _carried(row, *row.values)
            account.lost("openingstijden die voorbij zijn", f"tot en met {end}")
            continue
        short = begin is not None and end is not None and id(row) not in seasons and (end - begin).days < LONGEST_PERIOD
        try:
            rules = _rules(row, peildatum, account, any_day=short)
        except UnsayableError as error:
            words += _told(row, account, f"schedule.{error.field}")
            continue
        if short and begin is not None and end is not None:
            _carried(row, "count", "description")
            exceptions += _exceptions(row, rules, begin, end)
        elif any(rule.span or rule.days or rule.by_appointment for rule in rules):
            season = seasons.get(id(row)) or _only_season(begin, end, account)
            weekly += [(rule, season) for rule in rules]
        else:
            words += _told(row, account, "schedule zonder tijden")
    times = _times(weekly, exceptions, holidays)
    if exceptions and not times:
        account.lost("uitzonderingen zonder gewone tijden", f"{exceptions[0]['dag']}")
    return Heard(times, list(dict.fromkeys(words)))


def _rules(row: Row, peildatum: dt.date, account: Account, *, any_day: bool) -> list[Rule]:
    """Read a schedule, and count as carried what tells of its period, and words that say what the rule says."""
    rules = read_rules(row, peildatum)
    if any(rule.span and not rule.days for rule in rules) and not any_day:
        raise UnsayableError(field="byday")
    if any(rule.span or rule.by_appointment for rule in rules):
        _carried(row, "description")
    _carried(row, "valid_from", "valid_to", "until", "wkst", "dtstart")
    if re.search(r"[Z+-]", row.look("opens_at")):
        account.changed("tijden met een tijdzone, genomen zoals ze er staan", row.look("opens_at"))
    return rules


def _carried(row: Row, *names: str) -> None:
    for name in names:
        row.get(name)


def _told(row: Row, account: Account, subject: str) -> list[str]:
    """Give the words of a schedule that our opening hours cannot hold."""
    words = [plain_words(row.get(name)) for name in _WORDS if row.look(name)]
    told = ". ".join(dict.fromkeys(word.rstrip(".") for word in words if word))
    (account.moved if told else account.lost)(f"{subject}: als woorden bij bijzonderheden" if told else subject, told or _rule_of(row))
    return [told] if told else []


def _rule_of(row: Row) -> str:
    return " ".join(f"{name}={value}" for name, value in row.values.items() if name != "id" and not name.endswith("_id"))


def _earliest(*days: dt.date | None) -> dt.date | None:
    return min((one for one in days if one is not None), default=None)


def _seasons(rows: Iterable[Row]) -> dict[int, Season]:
    """Find the seasons: schedules that are alike but for their period, which comes again in another year."""
    alike: dict[object, list[tuple[dt.date, dt.date, Row]]] = defaultdict(list)
    for row in rows:
        begin, end = day(row.look("valid_from")), day(row.look("valid_to"))
        if begin is not None and end is not None and row.look("opens_at") and not row.look("count"):  # else it is an exception
            rest = tuple(sorted((name, value) for name, value in row.values.items() if name not in {"id", "valid_from", "valid_to"}))
            alike[rest, _leapless(begin, (3, 1)), _leapless(end, (2, 28))].append((begin, end, row))
    return {
        id(row): (min(_month_day(begin) for begin, _, _ in periods), max(_month_day(end) for _, end, _ in periods))
        for periods in alike.values()
        if len({begin.year for begin, _, _ in periods}) > 1
        for _, _, row in periods
    }


def _month_day(date: dt.date) -> tuple[int, int]:
    return date.month, date.day


def _leapless(date: dt.date, instead: tuple[int, int]) -> tuple[int, int]:
    """Give month and day; `instead` for 29 February, which a season has only in leap years."""
    return instead if _month_day(date) == (2, 29) else _month_day(date)


def _only_season(begin: dt.date | None, end: dt.date | None, account: Account) -> Season:
    """Take a long period that comes once for a season, and one without an end for all year."""
    if begin is None or end is None or (end - begin).days >= 364:  # noqa: PLR2004 - a year
        if begin or end:
            account.lost("schedule.valid_from en valid_to van gewone tijden", f"{begin or '…'} tot {end or '…'}")
        return _ALL_YEAR
    account.changed("een periode die één keer komt, staat er als seizoen van elk jaar", f"{begin} tot en met {end}")
    return _month_day(begin), _month_day(end)


def _exceptions(row: Row, rules: list[Rule], begin: dt.date, end: dt.date) -> list[dict[str, str]]:
    """Write a short period out: each day on which it is open, or (without times) each day on which it is closed."""
    reason = plain_words(row.get("notes") or row.get("description"))[:LONGEST_REASON] or "andere tijden"
    found = []
    for after in range((end - begin).days + 1):
        date = begin + dt.timedelta(days=after)
        for rule in rules:
            if rule.span is None:
                found.append({"dag": date.isoformat(), "reden": reason})
            elif not rule.days or DAYS[date.weekday()] in rule.days:
                found.append({"dag": date.isoformat(), "tijd": _typed(rule.span), "reden": reason})
    return found


def _times(weekly: list[tuple[Rule, Season]], exceptions: list[dict[str, str]], holidays: str) -> dict[str, Any]:
    rules = [(rule, season) for rule, season in weekly if rule.span is not None and rule.days]
    only_appointment = not rules and any(rule.by_appointment for rule, _ in weekly)
    if not rules and not only_appointment:
        return {}
    told = _tijden(rules)
    always = holidays != "onbekend" and told == [{"dagen": list(DAYS), "tijd": [_typed(ALL_DAY)]}]
    if only_appointment:
        times: dict[str, Any] = {"afspraak": "ja"}
    else:
        times = {"altijd": "ja"} if always else {"tijden": told}
    if holidays and holidays != "onbekend":
        times["feestdagen"] = holidays
    return times | ({"uitzonderingen": _joined(exceptions)} if exceptions else {})


_Condition = tuple[tuple[str, ...], str, Season, bool]


def _tijden(rules: list[tuple[Rule, Season]]) -> list[dict[str, Any]]:
    """Join rules with the same conditions: per day its times, then the days that have the same."""
    by_condition: dict[_Condition, dict[str, list[tuple[int, int]]]] = defaultdict(lambda: defaultdict(list))
    for rule, season in rules:
        for name in rule.days:
            spans = by_condition[rule.turns, rule.weeks, season, rule.by_appointment][name]
            if rule.span is not None and rule.span not in spans:
                spans.append(rule.span)
    told = []
    for (turns, weeks, season, by_appointment), days in by_condition.items():
        alike: dict[tuple[tuple[int, int], ...], list[str]] = defaultdict(list)
        for name in sorted(days, key=DAYS.index):
            alike[tuple(sorted(days[name]))].append(name)
        for together, names in alike.items():
            entry: dict[str, Any] = {"dagen": names, "tijd": [_typed(span) for span in together]}
            entry |= {"weken": weeks} if weeks else {}
            entry |= {"keer_in_maand": list(turns)} if turns else {}
            entry |= {"vanaf_dag": _day_month(season[0])} if season[0] != _ALL_YEAR[0] else {}
            entry |= {"tot_en_met_dag": _day_month(season[1])} if season[1] != _ALL_YEAR[1] else {}
            told.append(entry | ({"afspraak": "ja"} if by_appointment else {}))
    return told


def _joined(exceptions: list[dict[str, str]]) -> list[dict[str, Any]]:
    """Put the times of one day and reason together."""
    found: dict[tuple[str, str], dict[str, Any]] = {}
    for one in exceptions:
        entry = found.setdefault((one["dag"], one["reden"]), {"dag": one["dag"]})
        if "tijd" in one and one["tijd"] not in entry.setdefault("tijd", []):
            entry["tijd"].append(one["tijd"])
        entry["reden"] = entry.pop("reden", one["reden"])
    return list(found.values())


def _typed(span: tuple[int, int]) -> str:
    begin, end = span
    last = end if end <= DAY else end - DAY
    return f"{begin // 60:02d}:{begin % 60:02d}-{last // 60:02d}:{last % 60:02d}"


def _day_month(of_season: tuple[int, int]) -> str:
    month, date = of_season
    return f"{date:02d}-{month:02d}"
