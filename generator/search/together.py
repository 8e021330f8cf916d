"""Which words of an answer stand together in one keyword or title, and what it counts when a question has them together.

A keyword of several words points to its answer when they are asked for together: `graf kopen` says more than a `graf` here and a `kopen`
there. Each keyword has a letter of its own within its answer, which stands in the index beside each of its words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.search.terms import meant, pieces

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.search.index import Index
    from generator.search.known import Heads

TOGETHER = 0.25
"""What a word of a question counts more in an answer that has it in one keyword with other words of that question."""

LONG = 4
"""Words from which a keyword is a long one: of those a question must have three, of others two, so always more than half."""

_SHORT_ONES, _LONG_ONES = "abcdefghijklmnopqrstuvwxyz", "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def letters_of(phrases: Iterable[str]) -> dict[str, str]:
    """Give for each word of phrases of several words the letters of those in which it stands; after `z` comes `a` again."""
    found: dict[str, str] = {}
    count = 0
    for phrase in phrases:
        words = set(meant(phrase))
        if len(words) > 1:
            letter = (_SHORT_ONES if len(words) < LONG else _LONG_ONES)[count % len(_SHORT_ONES)]
            count += 1
            for word in words.union(pieces(phrase)):
                if letter not in found.get(word, ""):
                    found[word] = found.get(word, "") + letter
    return found


def counted_together(asked: list[Heads], index: Index) -> list[dict[int, float]]:
    """Give for each word of a question (all forms that it may be) what it counts more, by answer."""
    places: dict[tuple[int, str], dict[int, float]] = {}
    for at, forms in enumerate(asked):
        for form, weight in forms.items():
            for number, letters in index.part_of(form)[form].together.items():
                for letter in letters:
                    of_phrase = places.setdefault((number, letter), {})
                    of_phrase[at] = max(of_phrase.get(at, 0), weight)
    more: list[dict[int, float]] = [{} for _ in asked]
    for (number, letter), of_phrase in places.items():
        if len(of_phrase) >= (2 if letter in _SHORT_ONES else 3):
            for at, weight in of_phrase.items():
                more[at][number] = max(more[at].get(number, 0), TOGETHER * weight)
    return more
