"""Shorthand: which word is meant by one whose vowels and end are left out, as agents type with a caller on the line.

`theme/assets/zoeken.js` does the same, line by line; `tests/browser/test_search.py` compares them.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

SHORTEST, SHORTEST_BARE = 4, 3
"""Letters of a shortened word, and of what is left of it without vowels."""

LONG = 8
"""Letters from which a word may have kept some vowels and still be a shortened one: `opvoedondrst`."""

_DROPPED = re.compile("[aeiouyj]")


def shortened(word: str, words: Iterable[str]) -> list[str]:
    """Give the words that `word` may be with vowels and the end left out, like `rlst` for rolstoel."""
    bare = _bare(word)
    if len(word) < SHORTEST or len(bare) < SHORTEST_BARE or (len(word) - len(bare) > 1 and len(word) < LONG):
        return []
    return [
        other
        for other in words
        if other[0] == word[0] and len(other) > len(word) and _bare(other).startswith(bare) and _within(word, other)
    ]


@lru_cache(maxsize=50_000)
def _bare(word: str) -> str:
    """Give a word without vowels, but for its first letter; a j goes with the i before it."""
    return word[0] + _DROPPED.sub("", word[1:])


def _within(word: str, other: str) -> bool:
    letters = iter(other)
    return all(letter in letters for letter in word)
