"""How well answers have the words of a question, field by field: the rows that lunr gets, and what each word weighs."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from generator.search.known import FORM

if TYPE_CHECKING:
    from generator.search.index import Index
    from generator.search.known import Heads
    from generator.search.question import Phrase

FIELDS = ("naam", "alleen", "woorden", "kort", "rest", "kcc")
WEIGHTS = (0.7, 0.45, 0.6, 0.35, 0.22, 0.2)
"""What a word counts in each field."""

OUTRIGHT = (0.7, 0.3, 0.4, 0.0, 0.0, 0.0)
"""As what a record counts that editors named for a word."""

NONE = (0.0,) * len(FIELDS)

GOOD = 0.5
"""From here on an answer has the word rather than something like it."""

UNKNOWN = 0.6
"""How much a word that nothing is like weighs in the question, against a word that one answer has."""

RARE = 1.3
"""How much more a word says that fewer answers have: 1 is what is usual, and more makes the rare words of a long sentence decide."""

IN_PASSING, IN_FULL = 0.6, 0.7
"""What is left of the weight of a word that answers only mention in passing, and how well one must have it for all of its weight."""

HALF_PHRASE = 0.8

ONCE, MORE = 0.9, 0.75
"""What a word counts that is a keyword by itself, from where each further field adds less: an answer that also has it in its title and in
all of its texts has it better, but not three times as well, and another word of the question says more."""

Row = tuple[float, ...]
Found = dict[int, Row]


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


def rows_of(forms: Heads, index: Index) -> Found:
    """Give for each answer how well it has a word in one of its forms, field by field."""
    found: Found = {}
    for form, weight in forms.items():
        for number, bits in index.part_of(form)[form].found.items():
            row = tuple(weight * value if bits >> at & 1 else 0.0 for at, value in enumerate(WEIGHTS))
            if number not in found or sum(row) > sum(found[number]):
                found[number] = row
    return found


def weight_of(found: Found, index: Index) -> float:
    """Give the weight of a word: the fewer answers have it, the more it says."""
    total: int = index.core["aantal"]
    if not found:
        return math.log(1 + total) * UNKNOWN
    weight = math.log(1 + total / (0.5 + sum(1 for row in found.values() if sum(row) >= GOOD)))
    best = min(1.0, max(sum(row) for row in found.values()) / IN_FULL)
    return math.pow(weight, RARE) * (IN_PASSING + (1 - IN_PASSING) * best)


def add_phrase(phrase: Phrase, rows: list[Found], index: Index) -> None:
    """Let the words of the question count as the phrase that says the same, where that is better."""
    parts = [rows_of(forms_of(heads, index), index) for heads in phrase.words]
    weights = [weight_of(found, index) for found in parts]
    numbers = sorted({number for found in parts for number in found})
    for number in numbers:
        share = phrase.weight if all(number in found for found in parts) else phrase.weight * HALF_PHRASE
        values = [
            sum(weight * found.get(number, NONE)[at] for weight, found in zip(weights, parts, strict=True)) for at in range(len(FIELDS))
        ]
        _raise(rows, phrase, number, tuple(share * value / sum(weights) for value in values))
    for number in phrase.records:
        _raise(rows, phrase, number, OUTRIGHT)


def _raise(rows: list[Found], phrase: Phrase, number: int, row: Row) -> None:
    for at in range(phrase.first, phrase.after):
        if number not in rows[at] or sum(row) > sum(rows[at][number]):
            rows[at][number] = row


def counted(found: Found, more: dict[int, float]) -> Found:
    """Give rows as lunr adds them up: further fields add less, and `more` is what words count that stand together in a keyword."""
    told: Found = {}
    for number, row in found.items():
        less = (sum(row) / ONCE) ** (MORE - 1)
        extra = more.get(number, 0.0)
        told[number] = tuple(value * less + (extra if name == "woorden" else 0.0) for name, value in zip(FIELDS, row, strict=True))
    return told
