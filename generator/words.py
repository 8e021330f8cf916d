"""Plain words: what a parsed text and an answer have in common, so that a line of only words passes from one to the other as it is."""

from __future__ import annotations

from generator.frozen import dataclass

DUTCH = "nl"
"""The language of the records, as BCP 47 writes it; others are translations of it."""


@dataclass(frozen=True, slots=True)
class Words:
    """Plain words."""

    text: str

    def __reduce__(self) -> tuple[type[Words], tuple[str]]:
        """Pickle by the constructor: three times faster than what dataclasses with slots do."""
        return Words, (self.text,)
