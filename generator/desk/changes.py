"""What changed from one moment to the next, in the order in which an agent wants to know it: the latest first."""

from __future__ import annotations

import datetime as dt
from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from generator.desk.told import BlockChange, Told, block_changes
from generator.frozen import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.desk.history import History, Moment

SHOWN = dt.timedelta(days=92)
"""How far back changes are shown; older codes are known longer."""

MOST = 120
"""Entries on the pages of changes."""

ON_A_PAGE = 30
"""Entries on one page of changes."""

KINDS = {"nieuw": "Nieuw", "veranderd": "Veranderd", "vervallen": "Vervallen"}
COMING = {"nieuw": "Komt erbij", "veranderd": "Verandert", "vervallen": "Vervalt"}


@dataclass(frozen=True, slots=True)
class Change:
    """One record that changed on a day: `kind` is a key of `KINDS`; `blocks` are of a changed record alone."""

    day: dt.date
    kind: str
    told: Told
    blocks: tuple[BlockChange, ...] = ()
    old_code: str = ""


@dataclass(frozen=True, slots=True)
class Gathered:
    """One entry of the list: a change, or the same change of several records (`told`), such as another telephone number."""

    day: dt.date
    kind: str
    told: tuple[Told, ...]
    blocks: tuple[BlockChange, ...]

    @property
    def teams(self) -> tuple[str, ...]:
        """The teams of all its records."""
        return tuple(sorted({told.team for told in self.told}))

    @property
    def themes(self) -> tuple[str, ...]:
        """The themes of all its records."""
        return tuple(sorted({theme for told in self.told for theme in told.themes}))


Day = tuple[dt.date, list[Gathered]]
"""A day with the entries of it."""


@dataclass(frozen=True, slots=True)
class OldWording:
    """What an old code stood for, what the record says now (None: it is gone), from when to when it was told."""

    was: Told
    now: Told | None
    begin: dt.date
    end: dt.date

    @property
    def blocks(self) -> tuple[BlockChange, ...]:
        """What citizens read differently now."""
        return tuple(block for block in block_changes(self.was, self.now) if not block.for_agents) if self.now else ()


def changes_of(history: History) -> list[Change]:
    """Give the changes of the last months, the latest day first."""
    first = history.present.day - SHOWN
    steps = pairwise(_last_of_each_day((*history.past, history.present)))
    found = [change for before, after in steps if after.day >= first for change in between(before, after)]
    return sorted(found, key=lambda one: (-one.day.toordinal(), one.told.title.casefold(), one.told.key))


def _last_of_each_day(moments: Iterable[Moment]) -> list[Moment]:
    """Keep what was told at the end of each day: an agent's shift is a day, and what was changed back is no change."""
    return list({moment.day: moment for moment in moments}.values())


def gathered(changes: Iterable[Change], most: int = MOST) -> tuple[list[Day], int]:
    """Put changes in days, the same change of more records as one entry; give also how many changes were left out: the oldest first."""
    days: list[Day] = []
    shown = left_out = 0
    for day, together in groupby(changes, key=lambda one: one.day):
        same: dict[object, list[Change]] = {}
        count = 0
        for count, change in enumerate(together, 1):  # noqa: B007 - how many there were
            name = (change.kind, change.blocks) if change.blocks else (change.kind, change.told.key)
            same.setdefault(name, []).append(change)
        kept = list(same.values())[: most - shown]
        left_out += count - sum(map(len, kept))
        shown += len(kept)
        if kept:
            days.append((day, [Gathered(day, ones[0].kind, tuple(one.told for one in ones), ones[0].blocks) for ones in kept]))
    return days, left_out


def leaves(days: Iterable[Day], most: int = ON_A_PAGE) -> list[list[Day]]:
    """Cut days into pages of at most so many entries, in the same order; a day may go on on the next page. There is always one page."""
    pages: list[list[Day]] = [[]]
    left = most
    for day, entries in days:
        for begin, end in pairwise([0, *range(left or most, len(entries), most), len(entries)]):
            if not left:
                pages.append([])
                left = most
            pages[-1].append((day, entries[begin:end]))
            left -= end - begin
    return pages


def coming_of(history: History) -> list[Change]:
    """Give the changes that are known to come, the first day first."""
    steps = pairwise((history.present, *history.coming))
    return [change for before, after in steps for change in sorted(between(before, after), key=lambda one: one.told.title.casefold())]


def between(before: Moment, after: Moment) -> Iterator[Change]:
    """Compare two moments, record by record."""
    for key, told in after.state.items():
        was = before.state.get(key)
        if was is None:
            yield Change(after.day, "nieuw", told)
        elif was != told and (blocks := block_changes(was, told)):
            yield Change(after.day, "veranderd", told, blocks, was.code if was.code != told.code else "")
    for key, told in before.state.items():
        if key not in after.state:
            yield Change(after.day, "vervallen", told)


def old_wordings(history: History) -> dict[str, OldWording]:
    """Give what every code of the past stood for that no record has now; where it stood twice, the last time."""
    present = {told.code for told in history.present.state.values()}
    found: dict[str, OldWording] = {}
    for moment, following in pairwise((*history.past, history.present)):
        for key, told in moment.state.items():
            if told.code in present:
                continue
            begin = found[told.code].begin if told.code in found and found[told.code].was.key == key else moment.day
            found[told.code] = OldWording(told, history.present.state.get(key), begin, following.day)
    return dict(sorted(found.items()))
