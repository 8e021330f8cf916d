"""Understands a question: which known words each of its words may be, and which phrases say the same.

`theme/assets/zoeken.js` does the same, in the same order; `tests/browser/test_search.py` compares what both find.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.dutch import words_of
from generator.search.known import MISTYPED, OTHER_FORM, PER_ERROR, is_known, meant
from generator.search.spelling import PARTICLES, guesses, light, other_forms

if TYPE_CHECKING:
    from generator.search.index import Index
    from generator.search.known import Heads

APART, TOGETHER, MEANT = 0.9, 1.0, 0.77
"""What counts: both parts of a compound, two words written as one, and what a word means according to the lists of editors."""

SURE = 0.72
"""A guess at two words written as one counts only where it is this good."""

GOES_ON = frozenset({"en", "als", "want", "maar", "of", "omdat", "dan", "wat", "hoe", "wanneer", "voor", "bij", "met"})
"""Words with which a sentence goes on after a verb."""

LONGEST_PHRASE = 5
MOST_WORDS = 16
"""Words of a question that are looked at; a longer one is a letter."""


@dataclass
class Phrase:
    """Words that say the same as the question's words from `first` up to `after`, and the answers (by number) named outright."""

    first: int
    after: int
    words: list[Heads]
    weight: float
    records: list[int] = field(default_factory=list)


@dataclass
class Asked:
    """A question as it is understood."""

    typed: list[str]
    words: list[str]
    """Without the words that say nothing."""
    heads: list[Heads]
    """For each word the known words that it may be, with what they count; their other forms come with them."""
    phrases: list[Phrase]
    corrected: list[str]
    """The words with typing errors repaired, for `bedoelde u`."""


def understand(question: str, index: Index) -> Asked:
    """Understand `question` in terms of `index`."""
    typed = words_of(question)[:MOST_WORDS]
    silent = frozenset(index.core["stil"])
    places = [at for at, word in enumerate(typed) if word not in silent] or list(range(len(typed)))
    asked = Asked(typed, [typed[at] for at in places], [], [], [])
    for at, word in enumerate(asked.words):
        heads, parts, corrected = meant(word, index)
        asked.heads.append(heads)
        asked.corrected.append(corrected)
        if parts:
            asked.phrases.append(Phrase(at, at + 1, [_simple(part, index) for part in parts], APART))
    asked.phrases += _joined(asked.words, index)
    asked.phrases += _separated(typed, places, index)
    asked.phrases += _synonyms(typed, places, asked.corrected, index)
    return asked


def _simple(word: str, index: Index) -> Heads:
    """Give the known words for a word of a phrase: itself, or its other forms."""
    if is_known(word, word, index):
        return {word: 1.0}
    return dict.fromkeys(other_forms(word, lambda form: is_known(form, word, index)), OTHER_FORM)


def _joined(words: list[str], index: Index) -> list[Phrase]:
    """Write neighbours as one word: `afval kalender`, `wespen nest`; also with an s between."""
    found = []
    for at in range(len(words) - 1):
        plain = words[at] + words[at + 1]
        for together in (plain, f"{words[at]}s{words[at + 1]}"):
            if is_known(together, together, index):
                found.append(Phrase(at, at + 2, [{together: 1.0}], TOGETHER))
            elif forms := other_forms(together, index.known.__contains__):
                found.append(Phrase(at, at + 2, [dict.fromkeys(forms, OTHER_FORM)], TOGETHER))
            elif together == plain and len(together) > 6:  # noqa: PLR2004 - letters
                guessed = {guess: MISTYPED - PER_ERROR * cost for guess, cost in guesses(together, index.words, index.sound)}
                if guessed and max(guessed.values()) >= SURE:
                    found.append(Phrase(at, at + 2, [guessed], APART))
    return found


def _separated(typed: list[str], places: list[int], index: Index) -> list[Phrase]:
    """Put verbs together again: in `haalt iemand mijn oude bank op` the verb is ophalen; `op` must end a clause, or else it says where."""
    found = []
    for at, place in enumerate(places):
        for end in range(place + 1, len(typed)):
            if typed[end] in PARTICLES and (end + 1 == len(typed) or typed[end + 1] in GOES_ON):
                together = typed[end] + typed[place]
                forms = [together] if together in index.known else other_forms(together, index.known.__contains__)
                if forms:
                    found.append(Phrase(at, at + 1, [dict.fromkeys(forms, OTHER_FORM)], TOGETHER))
    return found


def _synonyms(typed: list[str], places: list[int], corrected: list[str], index: Index) -> list[Phrase]:
    """Find what editors say that words mean, whether or not the words are spelled right."""
    spelled = list(typed)
    for at, place in enumerate(places):
        spelled[place] = corrected[at]
    lights = [light(word) for word in spelled]
    found = []
    for begin in range(len(typed)):
        for end in range(begin + 1, min(len(typed), begin + LONGEST_PHRASE) + 1):
            covered = [at for at, place in enumerate(places) if begin <= place < end]
            for meaning in index.meanings(lights[begin:end], lights[places[covered[0]]]) if covered else ():
                words = [_simple(word, index) for word in meaning.words]
                found.append(Phrase(covered[0], covered[-1] + 1, words, MEANT, meaning.records))
    said = [(at, lights[place]) for at, place in enumerate(places)]
    faint = frozenset(index.core["zwak"])
    strong = [(at, word) for at, word in said if typed[places[at]] not in faint]
    return found + _in_any_order(said, index) + (_in_any_order(strong, index) if len(strong) < len(said) else [])


def _in_any_order(said: list[tuple[int, str]], index: Index) -> list[Phrase]:
    """Find phrases of several words that say something in whatever order they stand, with at most one other word between.

    `said` are places and words as they sound; also asked without those that say little: `de stoep ligt helemaal scheef`.
    """
    found = []
    for begin in range(len(said)):
        for end in range(begin + 2, min(len(said), begin + LONGEST_PHRASE) + 1):
            chosen = [range(begin, end), *([*range(begin, at), *range(at + 1, end)] for at in range(begin + 1, end - 1))]
            for places in chosen:
                phrase = sorted(said[at][1] for at in places)
                for meaning in index.meanings(phrase, phrase[0]):
                    words = [_simple(word, index) for word in meaning.words]
                    found.append(Phrase(said[begin][0], said[end - 1][0] + 1, words, MEANT, meaning.records))
    return found
