"""One published record as the agents' overviews know it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.frozen import dataclass

if TYPE_CHECKING:
    from generator.answer import DeskFacts


@dataclass(frozen=True, slots=True)
class DeskRecord:
    """A record with its answer code, the path of its page, and the facts for agents; `key` also names the language."""

    key: str
    kind: str
    id: str
    title: str
    path: str
    code: str
    facts: DeskFacts
