"""What an import must account for: what was lost, moved, changed or left open, counted, each with a few examples."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.hsds.taken.reading import Row

EXAMPLES, LONGEST = 3, 80


class What(StrEnum):
    """What happened to something that the source had."""

    LOST = "niet overgenomen"
    MOVED = "ergens anders gezet"
    CHANGED = "aangepast"
    OPEN = "nog in te vullen"


@dataclass(slots=True)
class Entry:
    """How often something happened, with examples."""

    count: int = 0
    examples: list[str] = field(default_factory=list)


class Account:
    """Counts what happened, by kind and by what it happened to (`schedule.notes`, or a few Dutch words)."""

    def __init__(self) -> None:
        """Start with nothing to tell."""
        self.entries: dict[What, dict[str, Entry]] = {what: defaultdict(Entry) for what in What}

    def note(self, what: What, subject: str, example: str = "", count: int = 1) -> None:
        """Note that it happened to `subject`."""
        entry = self.entries[what][subject]
        entry.count += count
        shown = " ".join(example.split())
        shown = shown if len(shown) <= LONGEST else f"{shown[: LONGEST - 2]} …"
        if shown and shown not in entry.examples and len(entry.examples) < EXAMPLES:
            entry.examples.append(shown)

    def lost(self, subject: str, example: str = "") -> None:
        """Note that something did not come over."""
        self.note(What.LOST, subject, example)

    def moved(self, subject: str, example: str = "") -> None:
        """Note that something stands in another field than a reader of HSDS expects."""
        self.note(What.MOVED, subject, example)

    def changed(self, subject: str, example: str = "") -> None:
        """Note that something was written differently."""
        self.note(What.CHANGED, subject, example)

    def not_carried(self, rows: Iterable[Row]) -> None:
        """Note every value that nobody asked for; a row of which nobody asked anything as a whole."""
        for row in rows:
            lost = row.lost
            if lost and row.asked == {"id"}:
                self.lost(f"{row.table} (hele rij)", row.look("name") or ", ".join(f"{name}: {value}" for name, value in lost.items()))
            else:
                for name, value in lost.items():
                    self.lost(f"{row.table}.{name}", value)
