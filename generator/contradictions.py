"""Prose against structure, and records against each other: where a record says two things, and which of them is true is unknown.

What a reader meets on one page (hours, costs, ages) is a `fout`; what only somebody who compares records can see is a `waarschuwing`.
Each rule is conservative: `prose_hours`, `prose_costs`, `prose_ages` and `shared_contacts` say what they leave alone, and how a sound
case is accepted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.prose_ages import check_ages
from generator.prose_costs import check_costs_told
from generator.prose_hours import check_hours
from generator.shared_contacts import check_place, check_shared_contacts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.catalogue import Catalogue
    from generator.problems import Problem
    from generator.records import Entry


def check_contradictions(entry: Entry, catalogue: Catalogue) -> Iterator[Problem]:
    """Give the contradictions of one whole record, with itself and with shared records; the rest of the catalogue may be light."""
    yield from check_hours(entry)
    yield from check_costs_told(entry, catalogue)
    yield from check_ages(entry)
    yield from check_place(entry, catalogue)


__all__ = ["check_contradictions", "check_shared_contacts"]
