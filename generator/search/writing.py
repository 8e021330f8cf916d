"""Writes the files of search: the core that is read first, parts with the words that begin alike, and the answers as results show them.

Answers are numbered in the order of the site; their words are counted by segments of `SEGMENT` answers, so that a change of one answer
writes its own segment anew and leaves the others as text.
"""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING

from generator.dutch import ALIKE, stems
from generator.search.beginnings import start_in, starts_of
from generator.search.index import LOWEST, MEANINGS
from generator.search.terms import CORE, FIELDS, REST

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from generator.search.terms import Found

MOST_ENDING = 3
"""Compounds that are looked up with the word that they end in, the shortest first: each may stand in a part of its own.

With thirty of them some questions read more than 100 kB; more than three found nothing more that counts.
"""

COMMON = 12
"""A word that more than one in so many answers has in its running text says nothing there."""

Segment = dict[str, str]
"""The lines of a segment by the first four letters of their words."""


def segment(entries: Iterable[str]) -> tuple[Segment, list[str]]:
    """Write the words of the answers of one segment, each answer as `told_words`.

    Give also the words of names, keywords and short answers.
    """
    words: dict[str, list[tuple[int, str]]] = defaultdict(list)
    in_text: dict[str, list[int]] = defaultdict(list)
    count = 0
    for number, entry in enumerate(entries):
        count += 1
        named, _, rest = entry.partition("\n")
        pieces = named.split()
        for word, told in zip(pieces[::2], pieces[1::2], strict=True):
            words[word].append((number, told))
        for word in rest.split():
            in_text[word].append(number)
    lines: dict[str, list[str]] = defaultdict(list)
    for word in sorted(words.keys() | in_text.keys()):
        if postings := _worth_telling(words.get(word, []), in_text.get(word, []), count):
            lines[word[:4]].append(f"{word} {stem_code(word)} {_postings(postings)}\n")
    core = [word for word in sorted(words) if any(told[0] in _IN_CORE for _, told in words[word])]
    return {start: "".join(told) for start, told in lines.items()}, core


def _worth_telling(named: list[tuple[int, str]], in_text: list[int], count: int) -> list[tuple[int, str]]:
    """Give who has a word and where; of a common word, that answers have it in their running text is left out."""
    if (len(named) + len(in_text)) * COMMON > count > COMMON:
        return [(number, f"{_NAMED[told[0]]}{told[1:]}") for number, told in named if told[0] in _NAMED]
    return sorted([*named, *((number, _IN_TEXT) for number in in_text)]) if in_text else named


def told_words(found: Found, together: Mapping[str, str]) -> str:
    """Write the words of an answer for `segment`.

    On the first line those that stand in more than its running text, each followed by what `told_of` says of it; on the second the others.
    """
    named = " ".join([f"{word} {told_of(bits, together.get(word, ''))}" for word, bits in found.named.items()])
    return f"{named}\n{' '.join(found.in_text)}"


def told_of(bits: int, together: str) -> str:
    """Write in which fields of an answer a word stands, and in which of its keywords of several words."""
    return chr(LOWEST + bits) + together


_IN_TEXT = told_of(REST, "")

_EVERY = range(1, 1 << len(FIELDS))
_NAMED = {told_of(bits, ""): told_of(bits & ~REST, "") for bits in _EVERY if bits & ~REST}
"""The letter of fields without the running text, by the letter of all; none where there is no other field."""

_IN_CORE = frozenset(told_of(bits, "") for bits in _EVERY if bits & CORE)


def _postings(postings: list[tuple[int, str]]) -> str:
    told, before = [], -1
    for number, fields in postings:
        told.append(f"{number - before}{fields}")
        before = number
    return "".join(told)


@lru_cache(maxsize=65536)
def stem_code(word: str) -> str:
    """Write how to get the stems of a word: `2` takes two letters off, `3s` takes three and puts an s on; two where they differ."""
    return "/".join(dict.fromkeys(_code(word, stem) for stem in stems(word)))


def _code(word: str, stem: str) -> str:
    apart = (number for number, (one, other) in enumerate(zip(word, stem, strict=False)) if one != other)
    same = next(apart, min(len(word), len(stem)))
    return f"{len(word) - same}{stem[same:]}"


def parts(segments: list[Segment], answers: int, meanings: Mapping[str, str]) -> dict[str, str]:
    """Gather the segments into parts, by the beginning that each starts at; a part without words is there too.

    `meanings` are the lines of what phrases mean by their first word: each goes to the part in which that word would stand.
    """
    starts = starts_of(answers)
    held: dict[str, list[str]] = {start: [] for start in starts}
    for letters in sorted({letters for one in segments for letters in one}):
        held[start_in(starts, letters)].append(letters)
    meant: dict[str, list[str]] = defaultdict(list)
    for first, lines in sorted(meanings.items()):
        meant[start_in(starts, first)].append(lines)
    return {
        start: _joined(segments, letters) + (f"\f{MEANINGS}\n{''.join(meant[start])}" if start in meant else "")
        for start, letters in held.items()
    }


def _joined(segments: list[Segment], held: list[str]) -> str:
    lines = ("".join(one.get(start, "") for start in held) for one in segments)
    return "\f".join(f"{number}\n{told}" for number, told in enumerate(lines) if told)


def core_words(segments: Iterable[list[str]]) -> list[str]:
    """Give the words that must be known before anything is asked."""
    return sorted({word for words in segments for word in words})


def forms(known: Iterable[str]) -> list[list[str]]:
    """Give the groups of forms of which answers have one; people may type the others, and those may begin with other letters."""
    words = set(known)
    return [group for group in (told.split() for told in ALIKE.values()) if words.intersection(group)]
