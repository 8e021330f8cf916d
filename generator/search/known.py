"""Tells which known words a word of a question may be: the word itself, another form of it, a compound or a typing error.

`theme/assets/zoeken.js` does the same, in the same order; `tests/browser/test_search.py` compares what both find.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.search.shorthand import shortened
from generator.search.spelling import guesses, other_forms, split, split_mistyped

if TYPE_CHECKING:
    from generator.search.index import Index

FORM, OTHER_FORM, BEGINNING = 0.9, 0.9, 0.6
"""What a word counts against the word as typed: another form by its stem, another form by its ending, a longer word that begins so."""

LAST_PART, FIRST_PART = 0.5, 0.42
"""What a compound counts that ends or begins with the word: `ziekenhuis` for huis, `afvalkalender` for afval."""

MISTYPED, PER_ERROR = 0.85, 0.12
"""What a guess counts, and how much less with every error."""

SHORTENED, LONGER = 0.7, 7
"""What a word counts of which vowels and the end are left out; in a word of so many letters one typing error is more likely."""

HALF = 0.6
"""What a word counts that shares its beginning or its end with an unknown one."""

LONG = 9
"""Letters from which a word that is one typing error away is more likely than a compound that no answer has."""

BEGUN = 6
"""Letters from which the beginning of a known word is no compound: `dagbest` is dagbesteding, and not the best of a day."""

Heads = dict[str, float]


def is_known(word: str, near: str, index: Index) -> bool:
    """Whether an answer has `word`: one of the core, or one that stands in the same part as `near`, which is at hand."""
    return word in index.known or (index.start_of(word) == index.start_of(near) and word in index.part_of(near))


def meant(word: str, index: Index) -> tuple[Heads, list[str], str]:
    """Give the known words that `word` may be; or else the parts of a compound; and the word with its errors repaired."""
    if is_known(word, word, index):
        return {word: 1.0} | _alike(word, index) | _compounds(word, index), [], word
    forms = dict.fromkeys(other_forms(word, lambda form: is_known(form, word, index)), OTHER_FORM) | _alike(word, index)
    if forms:
        return forms | _compounds(word, index), [], word
    if word in index.typed:
        return {}, [], word
    whole = (len(word) >= LONG and _near(word, index)) or (len(word) >= BEGUN and any(longer.startswith(word) for longer in index.words))
    if not whole and (parts := split(word, lambda part: is_known(part, word, index))):
        return {parts[-1]: LAST_PART}, parts, word
    heads, parts, corrected = _guessed(word, index)
    if not heads and (parts := split_mistyped(word, lambda part: is_known(part, word, index), lambda part: _near(part, index))):
        return {parts[-1]: LAST_PART}, parts, "".join(parts)
    return heads, parts, corrected


def _near(part: str, index: Index) -> str:
    """Give the word that a long word, or a part of a compound, is one typing error away from."""
    found = guesses(part, index.words, index.sound)
    return found[0][0] if found and found[0][1] <= 1 else ""


def _guessed(word: str, index: Index) -> tuple[Heads, list[str], str]:
    """Take an unknown word for the beginning of others, for a typing error, or for a compound of which one part is known."""
    found: Heads = {longer: BEGINNING for longer in index.words if len(word) > 2 and longer.startswith(word)}  # noqa: PLR2004 - letters
    guessed = guesses(word, [*index.words, *index.typed], index.sound)
    for guess, cost in guessed:
        found[guess] = MISTYPED - PER_ERROR * cost
    if not guessed or guessed[0][1] > 1 or len(word) < LONGER:
        found |= {full: SHORTENED for full in shortened(word, index.words) if found.get(full, 0) < SHORTENED}
    if not guessed or guessed[0][1] > 1:
        found |= {other: weight for other, weight in _related(word, index).items() if weight > found.get(other, 0)}
    return found, [], guessed[0][0] if guessed else word


def _related(word: str, index: Index) -> Heads:
    """Give words that begin or end as an unknown one does: gokverslaving for `gokverslaafd`, barbecue for `buurtbarbecue`."""
    found: Heads = {}
    shared = max(6, len(word) * 2 // 3)
    for other in index.words:
        if (len(other) >= shared and other[:shared] == word[:shared]) or (
            len(other) > 5 and len(word) > len(other) + 2 and word.endswith(other)  # noqa: PLR2004 - letters
        ):
            found[other] = HALF
    return found


def _alike(word: str, index: Index) -> Heads:
    """Give the forms that begin with other letters: `gestolen` for stelen."""
    return {form: FORM for group in index.core["vormen"] if word in group for form in group if form != word and form in index.known}


def _compounds(word: str, index: Index) -> Heads:
    found: Heads = {}
    if len(word) < 4:  # noqa: PLR2004 - letters; `oor` is in too much
        return found
    verb = word[:-2] if word.endswith("en") else ""
    stems = [word]
    if len(verb) > 3:  # noqa: PLR2004 - letters
        stems += [verb, verb[:-1] + verb[-2:]] if verb[-2] in "aeou" and verb[-3] not in "aeou" else [verb]
        if verb[-2] in "aeou" and verb[-3] not in "aeou":
            stems.append(verb[:-1] + verb[-2] + verb[-1])
    ends: list[str] = []
    for other in index.words:
        if len(other) <= len(word) + 2:
            continue
        if other.endswith(word):
            ends.append(other)
        elif any(len(stem) > 4 and other.startswith(stem) for stem in stems):  # noqa: PLR2004 - letters
            found[other] = FIRST_PART
    ends.sort(key=lambda other: (len(other), other))
    return found | dict.fromkeys(ends[: index.core["eindes"]], LAST_PART)
