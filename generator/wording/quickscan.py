"""The quick scan for agents: its questions by life domain, and what each answer gathers.

It is worded apart from answers, so that a public page never has it in hand; `leak.py` searches the public site for its words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.answer import AgentLayer
from generator.scan import Question, Scan

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.catalogue import Catalogue
    from generator.records.quickscan import Quickscan, ScanVraag


def quick_scan(catalogue: Catalogue) -> tuple[Scan, ...]:
    """Word the quick scan in its order. A question whose records are all off the site today leads nowhere, and is not asked."""
    scans = (
        Scan(one.leefdomein, one.naam, tuple(asked for question in one.vragen if (asked := _question(one, question, catalogue)).keys))
        for one in _ordered(catalogue)
    )
    return tuple(scan for scan in scans if scan.questions)


def private_scan(catalogue: Catalogue) -> list[AgentLayer]:
    """Give the words of the quick scan as layers of records, for the proof that they are in no public file."""
    return [
        AgentLayer(
            kind="quickscan",
            id=one.id,
            blocks=(),
            private=tuple(line for question in one.vragen for line in (question.vraag, question.kcc) if line),
        )
        for one in _ordered(catalogue)
    ]


def _ordered(catalogue: Catalogue) -> Iterable[Quickscan]:
    return sorted(catalogue.by_kind["quickscan"].values(), key=lambda one: (one.volgorde, one.naam.casefold()))


def _question(scan: Quickscan, question: ScanVraag, catalogue: Catalogue) -> Question:
    keys = tuple(f"{one.kind}:{one.id}" for one in question.naar if catalogue.find(one) is not None)
    return Question(f"{scan.leefdomein}.{question.id}", question.vraag, question.kcc or "", question.bij, keys)
