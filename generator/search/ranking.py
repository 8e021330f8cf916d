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

from generator.search.question import Asked, understand
from generator.search.rows import FIELDS, GOOD, Found, add_phrase, counted, forms_of, rows_of, weight_of
from generator.search.terms import ALONE
from generator.search.together import counted_together

if TYPE_CHECKING:
    from generator.search.index import Index

LENGTH = 8.0
"""The length that every vector gets, so that lunr divides all by the same."""

FAINT = 0.45
"""What is left of the weight of a word that says little, such as `krijgen` and `helemaal`."""

COVERED, UNCOVERED = 0.85, 0.5
"""How well an answer must have a word to cover it; what is left of a score that covers nothing of the question."""

IN_TITLE = 0.25
JUST_THAT = 1.15
"""What an answer counts more that has the only word of a question as a keyword by itself, or as its title."""

OF_A_FAMILY = 2
LATER = {"keuzehulp": 0.8, "loket": 0.72, "vraag": 0.72}
"""Products and who helps answer most questions; an answer to one single question comes after, unless it is just what is asked."""


class Hit(NamedTuple):
    """An answer that was found, by number."""

    number: int
    score: float


def find(question: str, index: Index) -> list[Hit]:
    """Give the answers to `question`, best first."""
    asked = understand(question, index)
    if not asked.words:
        return []
    forms = [forms_of(heads, index) for heads in asked.heads]
    rows = [rows_of(one, index) for one in forms]
    weights = [weight_of(found, index) for found in rows]
    silent = [at for at, found in enumerate(rows) if not found]
    for phrase in asked.phrases:
        add_phrase(phrase, rows, index)
    for at in silent:
        weights[at] = weight_of(rows[at], index)
    faint = frozenset(index.core["zwak"])
    weights = [weight * (FAINT if word in faint else 1) for word, weight in zip(asked.words, weights, strict=True)]
    return _one_of_many(_ranked(asked, rows, weights, counted_together(forms, index), index), index)


def _ranked(asked: Asked, rows: list[Found], weights: list[float], together: list[dict[int, float]], index: Index) -> list[Hit]:
    total, titles = sum(weights), index.core["titels"]
    told = [counted(found, more) for found, more in zip(rows, together, strict=True)]
    just_that = _just_that(asked, index)
    hits = []
    for number, score in _by_lunr(asked.words, told, weights):
        has = [found.get(number) for found in rows]
        covered = sum(weight * min(1.0, sum(row) / COVERED) for weight, row in zip(weights, has, strict=True) if row) / total
        named = sum(1 for row in has if row and row[0] >= GOOD)
        title = min(1.0, named / max(1, int(titles[number], 36)))
        kind = index.core["soorten"][int(index.core["soort"][number], 36)]
        part = (UNCOVERED + (1 - UNCOVERED) * covered) * (1 + IN_TITLE * title)
        hits.append(Hit(number, score * part * LATER.get(kind, 1.0) * (JUST_THAT if number in just_that else 1)))
    return sorted(hits, key=lambda hit: (-round(hit.score, 6), hit.number))


def _just_that(asked: Asked, index: Index) -> frozenset[int]:
    """Give the answers that have the only word of a question by itself: more than what editors say that it means, they are asked for."""
    [word, *others] = asked.words
    part = index.part_of(word)
    return frozenset() if others or word not in part else frozenset(number for number, bits in part[word].found.items() if bits & ALONE)


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
