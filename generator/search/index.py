"""Index: what the files of search say, read back into Python; the browser reads the same files in the same way."""

from __future__ import annotations

import re
from dataclasses import field
from typing import TYPE_CHECKING, Any, NamedTuple

from generator.dutch import sound
from generator.frozen import dataclass
from generator.search.beginnings import start_in

if TYPE_CHECKING:
    from collections.abc import Mapping

SEGMENT = 256
"""Answers whose words are counted and written together, so that a change of one answer leaves the others as they are."""

LOWEST = 63
"""The letter of no field at all; each combination of fields adds its bits to it (`@` is the name alone)."""

MEANINGS = "="
"""What stands in a part before what editors say that words mean, in the place of the number of a segment."""

TYPED_ONLY = "!"
"""What ends a word of the core that no answer has, and that editors say people type."""

_POSTING = re.compile(r"(\d+)([@-~])([A-Za-z]*)")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the answers: its stems, and the answers (by number) that have it, with the bits of the fields."""

    stems: frozenset[str]
    found: dict[int, int]
    together: dict[int, str]
    """The letters of the keywords of several words in which it stands (`together.py`), by answer."""


class Meaning(NamedTuple):
    """What editors say that people mean: words, or the answers (by number) that they look for."""

    words: list[str]
    records: list[int]


class Part(NamedTuple):
    """A part of the index: words that begin alike, and what editors say about phrases whose first word does, as it sounds."""

    words: dict[str, Word]
    meanings: dict[str, list[Meaning]]


@dataclass
class Index:
    """Everything search knows: `core` is what is there before anything is asked, `parts` are read when a word needs them."""

    core: Mapping[str, Any]
    parts: Mapping[str, str]
    words: list[str]
    known: frozenset[str]
    typed: list[str]
    """Words that no answer has, and that editors say people type."""
    _read: dict[str, Part] = field(default_factory=dict)
    _sounds: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, core: Mapping[str, Any], parts: Mapping[str, str]) -> Index:
        """Take the core and the parts by the beginning that they start at."""
        told = unpacked(core["woorden"])
        words = [word for word in told if not word.endswith(TYPED_ONLY)]
        return cls(core, parts, words, frozenset(words), [word[:-1] for word in told if word.endswith(TYPED_ONLY)])

    def start_of(self, word: str) -> str:
        """Give where the part starts that `word` would stand in."""
        return start_in(self.core["delen"], word)

    def part_of(self, word: str) -> dict[str, Word]:
        """Give the words of the part that `word` would stand in."""
        return self._part(word).words

    def meanings(self, phrase: list[str], first: str) -> list[Meaning]:
        """Give what editors say that a phrase means; all its words, and the `first` one that says something, as they sound."""
        return self._part(first).meanings.get(" ".join(phrase), [])

    def _part(self, word: str) -> Part:
        start = self.start_of(word)
        if start not in self._read:
            self._read[start] = read_part(self.parts[start])
        return self._read[start]

    def sound(self, word: str) -> str:
        """Give how a word sounds; remembered, since every unknown word is compared with all."""
        if word not in self._sounds:
            self._sounds[word] = sound(word)
        return self._sounds[word]


def read_part(text: str) -> Part:
    """Read the lines of a part: a word, what to do to get its stems, and its answers; a word stands once per segment."""
    words: dict[str, Word] = {}
    meanings: dict[str, list[Meaning]] = {}
    for segment in text.split("\f"):
        number, _, lines = segment.partition("\n")
        for line in filter(None, lines.split("\n")):
            if number == MEANINGS:
                phrase, _, meant = line.partition("=")
                meanings[phrase] = [read_meaning(one) for one in meant.split("|")]
                continue
            word, stems, postings = line.split(" ")
            entry = words.setdefault(word, Word(frozenset(stemmed(word, code) for code in stems.split("/")), {}, {}))
            at = int(number) * SEGMENT - 1
            for step, letter, phrases in _POSTING.findall(postings):
                at += int(step)
                entry.found[at] = ord(letter) - LOWEST
                if phrases:
                    entry.together[at] = phrases
    return Part(words, meanings)


def read_meaning(told: str) -> Meaning:
    """Read a meaning: words with a space between, or after `#` the numbers of answers."""
    if told.startswith("#"):
        return Meaning([], [int(number) for number in told[1:].split()])
    return Meaning(told.split(), [])


def stemmed(word: str, code: str) -> str:
    """Get a stem from a word: take off as many letters as the code says, and put its letters on."""
    digits = len(code) - len(code.lstrip("0123456789"))
    return word[: len(word) - int(code[:digits] or 0)] + code[digits:]


def packed(words: list[str]) -> str:
    """Write sorted words as what each adds to the one before: `paspoort paspoorten` is `0paspoort 8en`."""
    told, before = [], ""
    for word in words:
        same = 0
        while same < min(len(before), len(word), 35) and before[same] == word[same]:
            same += 1
        told.append(f"{'0123456789abcdefghijklmnopqrstuvwxyz'[same]}{word[same:]}")
        before = word
    return " ".join(told)


def unpacked(told: str) -> list[str]:
    """Read what `packed` wrote."""
    words, before = [], ""
    for piece in told.split(" ") if told else ():
        before = before[: int(piece[0], 36)] + piece[1:]
        words.append(before)
    return words
