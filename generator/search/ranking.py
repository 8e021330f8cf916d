"""Ranks the answers to a question with lunr.

What a word may be (its forms, compounds, typing errors) is worked out before; lunr gets the question's own words as its terms, and for
each answer and field a vector that says how well the answer has each word. lunr adds up; we look after what it does not know:
how much of the question an answer covers, how much of the title is asked for, and that one family does not fill the list.
"""

from __future__ import annotations

import math
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from lunr.index import Index as LunrIndex
from lunr.query import Query

from generator.search.known import FORM
from generator.search.question import Asked, understand

if TYPE_CHECKING:
    from generator.search.index import Index
    from generator.search.known import Heads
    from generator.search.question import Phrase

FIELDS = ("naam", "alleen", "woorden", "kort", "rest", "kcc")
WEIGHTS = (0.7, 0.3, 0.6, 0.3, 0.2, 0.2)
"""What a word counts in each field."""

OUTRIGHT = (0.7, 0.3, 0.4, 0.0, 0.0, 0.0)
"""As what a record counts that editors named for a word."""

LENGTH = 8.0
"""The length that every vector gets, so that lunr divides all by the same."""

GOOD = 0.5
"""From here on an answer has the word rather than something like it."""

UNKNOWN = 0.6
"""How much a word that nothing is like weighs in the question, against a word that one answer has."""

IN_PASSING, IN_FULL = 0.35, 0.7
"""What is left of the weight of a word that answers only mention in passing, and how well one must have it for all of its weight."""

FAINT = 0.35
"""What is left of the weight of a word that says little, such as `krijgen` and `helemaal`."""

HALF_PHRASE = 0.5
COVERED, UNCOVERED = 0.8, 0.35
"""How well an answer must have a word to cover it; what is left of a score that covers nothing of the question."""

IN_TITLE = 0.2
OF_A_FAMILY = 2
LATER = {"organisatie": 0.93, "loket": 0.9, "vraag": 0.9}
"""Products answer most questions; who helps comes after, unless it is asked for."""

Row = tuple[float, ...]
Found = dict[int, Row]


class Hit(NamedTuple):
    """An answer that was found, by number."""

    number: int
    score: float


def find(question: str, index: Index) -> list[Hit]:
    """Give the answers to `question`, best first."""
    asked = understand(question, index)
    if not asked.words:
        return []
    rows = [_rows(heads, index) for heads in asked.heads]
    weights = [_weight(found, index) for found in rows]
    silent = [at for at, found in enumerate(rows) if not found]
    for phrase in asked.phrases:
        _add_phrase(phrase, rows, index)
    for at in silent:
        weights[at] = _weight(rows[at], index)
    faint = frozenset(index.core["zwak"])
    weights = [weight * (FAINT if word in faint else 1) for word, weight in zip(asked.words, weights, strict=True)]
    return _one_of_many(_ranked(asked, rows, weights, index), index)


def forms_of(heads: Heads, index: Index) -> Heads:
    """Add to words their other forms: those with a stem in common."""
    found: Heads = {}
    for head, weight in heads.items():
        part = index.part_of(head)
        stems = part[head].stems if head in part else frozenset()
        for form, word in part.items():
            if form == head or stems & word.stems:
                found[form] = max(found.get(form, 0), weight * (1 if form == head else FORM))
    return found


def _rows(heads: Heads, index: Index) -> Found:
    """Give for each answer how well it has the word, field by field."""
    found: Found = {}
    for form, weight in forms_of(heads, index).items():
        for number, bits in index.part_of(form)[form].found.items():
            row = tuple(weight * value if bits >> at & 1 else 0.0 for at, value in enumerate(WEIGHTS))
            if number not in found or sum(row) > sum(found[number]):
                found[number] = row
    return found


def _weight(found: Found, index: Index) -> float:
    """Give the weight of a word: the fewer answers have it, the more it says."""
    total = index.core["aantal"]
    if not found:
        return math.log(1 + total) * UNKNOWN
    weight = math.log(1 + total / (0.5 + sum(1 for row in found.values() if sum(row) >= GOOD)))
    best = min(1.0, max(sum(row) for row in found.values()) / IN_FULL)
    return weight * (IN_PASSING + (1 - IN_PASSING) * best)


def _add_phrase(phrase: Phrase, rows: list[Found], index: Index) -> None:
    """Let the words of the question count as the phrase that says the same, where that is better."""
    parts = [_rows(heads, index) for heads in phrase.words]
    weights = [_weight(found, index) for found in parts]
    numbers = sorted({number for found in parts for number in found})
    for number in numbers:
        share = phrase.weight if all(number in found for found in parts) else phrase.weight * HALF_PHRASE
        empty = (0.0,) * len(FIELDS)
        values = [
            sum(weight * found.get(number, empty)[at] for weight, found in zip(weights, parts, strict=True)) for at in range(len(FIELDS))
        ]
        _raise(rows, phrase, number, tuple(share * value / sum(weights) for value in values))
    for number in phrase.records:
        _raise(rows, phrase, number, OUTRIGHT)


def _raise(rows: list[Found], phrase: Phrase, number: int, row: Row) -> None:
    for at in range(phrase.first, phrase.after):
        if number not in rows[at] or sum(row) > sum(rows[at][number]):
            rows[at][number] = row


def _ranked(asked: Asked, rows: list[Found], weights: list[float], index: Index) -> list[Hit]:
    total, titles = sum(weights), index.core["titels"]
    hits = []
    for number, score in _by_lunr(asked.words, rows, weights):
        has = [found.get(number) for found in rows]
        covered = sum(weight * min(1.0, sum(row) / COVERED) for weight, row in zip(weights, has, strict=True) if row) / total
        named = sum(1 for row in has if row and row[0] >= GOOD)
        title = min(1.0, named / max(1, int(titles[number], 36)))
        kind = index.core["soorten"][int(index.core["soort"][number], 36)]
        hits.append(Hit(number, score * (UNCOVERED + (1 - UNCOVERED) * covered) * (1 + IN_TITLE * title) * LATER.get(kind, 1.0)))
    return sorted(hits, key=lambda hit: (-round(hit.score, 6), hit.number))


def _by_lunr(words: list[str], rows: list[Found], weights: list[float]) -> list[tuple[int, float]]:
    """Let lunr add up, over fields and words, how well each answer has them."""
    terms = [f"{at:02}{word}" for at, word in enumerate(words)]
    inverted = [[term, {"_index": at, **_postings(found)}] for at, (term, found) in enumerate(zip(terms, rows, strict=True))]
    numbers = sorted({number for found in rows for number in found})
    vectors = [
        [f"{name}/{number}", _vector([found[number][field] if number in found else 0.0 for found in rows])]
        for field, name in enumerate(FIELDS)
        for number in numbers
        if any(number in found and found[number][field] for found in rows)
    ]
    index = LunrIndex.load({"version": "2.3.9", "fields": list(FIELDS), "fieldVectors": vectors, "invertedIndex": inverted, "pipeline": []})
    query = Query(list(FIELDS))
    for term, weight in zip(terms, weights, strict=True):
        query.term(term, boost=weight, use_pipeline=False)
    return [(int(result["ref"]), float(result["score"]) * LENGTH) for result in index.query(query)]


def _postings(found: Found) -> dict[str, dict[str, dict[str, object]]]:
    return {name: {str(number): {} for number, row in found.items() if row[field]} for field, name in enumerate(FIELDS)}


def _vector(values: list[float]) -> list[float]:
    """Give a vector as lunr keeps it; the last value stands for no word, and makes all vectors equally long."""
    rest = math.sqrt(LENGTH**2 - sum(value**2 for value in values))
    told: list[float] = []
    for at, value in enumerate([*values, rest]):
        told += [at, value]
    return told


def _one_of_many(hits: list[Hit], index: Index) -> list[Hit]:
    """Let no family (organisations of one sort) fill the list: after the first few, the others follow after the next ten."""
    families, seen = index.core["families"], Counter[int]()
    first: list[Hit] = []
    later: list[Hit] = []
    for hit in hits:
        family = families[hit.number]
        seen[family] += 1
        (later if family and seen[family] > OF_A_FAMILY else first).append(hit)
    return [*first[:10], *later, *first[10:]]
