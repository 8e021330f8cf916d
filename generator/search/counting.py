"""Counts the words that answers are found by, in segments of answers that follow each other; what was counted before is kept."""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from typing import TYPE_CHECKING, NamedTuple

from generator.search.index import SEGMENT
from generator.search.writing import segment

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.search.writing import Segment


class Written(NamedTuple):
    """A segment as it was written, and of what."""

    of: bytes
    lines: Segment
    core: list[str]
    """Its words of names, keywords and short answers."""


def all_written(words: list[str], kept: Iterable[Written]) -> list[Written]:
    """Count the words of all answers (each as `told_words`); segments that are as in `kept` are not counted again."""
    known = {one.of: one for one in kept}
    segments = (words[begin : begin + SEGMENT] for begin in range(0, len(words), SEGMENT))
    return [known.get(_mark(told)) or _counted(told) for told in segments]


class Counting:
    """Counts a segment as soon as all its answers are made, in whatever order they come: so that less is left for the end."""

    def __init__(self, answers: Iterable[tuple[str, str]]) -> None:
        """Take the language and key of every answer, in the order of the site."""
        count = Counter[str]()
        self._place: dict[str, tuple[str, int, int]] = {}
        self._told: dict[tuple[str, int], dict[int, str]] = defaultdict(dict)
        self._size = Counter[tuple[str, int]]()
        self.kept: dict[str, list[Written]] = defaultdict(list)
        """What was counted, by language."""
        for lang, key in answers:
            number, at = divmod(count[lang], SEGMENT)
            self._place[key] = (lang, number, at)
            self._size[lang, number] += 1
            count[lang] += 1

    def take(self, key: str, words: str) -> None:
        """Take the words of an answer (as `told_words`)."""
        lang, number, at = self._place[key]
        told = self._told[lang, number]
        told[at] = words
        if len(told) == self._size[lang, number]:
            self.kept[lang].append(_counted([told[at] for at in range(len(told))]))


def _counted(words: list[str]) -> Written:
    return Written(_mark(words), *segment(words))


def _mark(words: list[str]) -> bytes:
    return hashlib.sha256("\n".join(words).encode()).digest()
