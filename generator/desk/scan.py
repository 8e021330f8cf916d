"""The quick scan with the records that it gathers: what its page shows beside each question, and once for all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.frozen import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.desk.record import DeskRecord
    from generator.scan import Question, Scan


@dataclass(frozen=True, slots=True)
class Gathering:
    """The scans, their records by key, and each record once, in the order in which the questions name them."""

    scans: tuple[Scan, ...]
    by_key: dict[str, DeskRecord]

    @property
    def records(self) -> tuple[DeskRecord, ...]:
        """Every record that an answer can gather, once."""
        keys = dict.fromkeys(key for scan in self.scans for question in scan.questions for key in question.keys)
        return tuple(self.by_key[key] for key in keys if key in self.by_key)

    def of(self, question: Question) -> tuple[DeskRecord, ...]:
        """Give the records that a question leads to."""
        return tuple(self.by_key[key] for key in question.keys if key in self.by_key)


def gathering(scans: tuple[Scan, ...], records: Iterable[DeskRecord]) -> Gathering:
    """Bring the questions and the records of a site together."""
    return Gathering(scans, {one.key: one for one in records})
