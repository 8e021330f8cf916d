"""Guesses which known word is meant by one that no answer has: another form of it, a compound, or a typing error.

`theme/assets/zoeken.js` does the same, line by line; `tests/browser/test_search.py` compares them.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from generator.dutch import sound

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    Known = Callable[[str], bool]

ENDINGS = ("en", "s", "e", "n", "t", "er", "je", "jes", "tje", "tjes", "d", "de", "te", "den", "ten", "ing", "ingen", "nen", "ers")
"""What Dutch puts after a word to make another form of it."""

LINKS = ("", "s", "e", "en", "n")
"""What Dutch puts between the parts of a compound."""

PARTICLES = ("aan", "af", "bij", "door", "in", "mee", "na", "om", "op", "over", "terug", "toe", "uit", "voor", "weg")
"""What Dutch takes apart from a verb: `ophalen` is `haal op` and `opgehaald`."""

SHORTEST_PART, SHORTEST_LAST, SHORTEST_MISTYPED = 3, 4, 4
"""Letters of the first part of a compound, of its last part, and of a word that is taken for a typing error."""

ALMOST = 0.35
"""How much worse than the best guess another guess may be, in typing errors."""

MOST_GUESSES = 6

_VOWELS = "aeou"
_PARTICIPLE = re.compile(rf"({'|'.join(PARTICLES)}|)ge(.{{3,}})(?:t|d|(?<=e)n)$")
_LIGHT = re.compile(r"(?:tjes?|jes?|en|es|e|s)$")


def light(word: str) -> str:
    """Give a word as it sounds without its ending, for comparing what people type with lists that editors write.

    A short one stays as it is: `iit` is not `id`.
    """
    if len(word) <= SHORTEST_PART:
        return word
    sounding = sound(word)
    shorter = _LIGHT.sub("", sounding)
    return shorter if len(shorter) >= SHORTEST_PART else sounding


def other_forms(word: str, known: Known) -> list[str]:
    """Give the known words of which `word` is another form, by taking endings off and putting them on."""
    tried: list[str] = []
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST_PART:
            bases = _bases(word[: -len(ending)])
            tried += bases
            tried += [base + other for base in bases for other in ("en", "ing")]
            tried += _opened(bases[0])
        tried.append(word + ending)
    tried += _opened(word)
    tried.append(word + word[-1] + "en")
    tried += [word[:-1] + "zen"] if word.endswith("s") else []
    tried += [word[:-1] + "ven"] if word.endswith("f") else []
    tried += _infinitives(word)
    return [form for form in dict.fromkeys(tried) if form != word and known(form)]


def _opened(base: str) -> list[str]:
    """Give the infinitive of a verb that loses a vowel in it: `haal` is halen."""
    return [base[:-2] + base[-1] + "en"] if len(base) > SHORTEST_PART and base[-2] == base[-3] and base[-2] in _VOWELS else []


def _infinitives(word: str) -> list[str]:
    """Give what a participle may come from: `opgehaald` from ophalen, `gepoetst` from poetsen, `opgehangen` from ophangen."""
    found = _PARTICIPLE.match(word)
    if not found:
        return []
    base = found[1] + found[2]
    if word.endswith("n"):
        return [base + "n"]
    tried = [base, base + "en", base + base[-1] + "en", *_opened(base)]
    tried += [base[:-1] + {"s": "zen", "f": "ven"}[base[-1]]] if base[-1] in "sf" else []
    return tried


def _bases(base: str) -> list[str]:
    """Spell what is left when an ending is taken off: `bomm` is `bom`, `huiz` is `huis`, `schol` is `school`."""
    spelled = [base]
    if base[-1] == base[-2]:
        spelled.append(base[:-1])
    if base[-1] == "z":
        spelled.append(base[:-1] + "s")
    if base[-1] == "v":
        spelled.append(base[:-1] + "f")
    if base[-2] in _VOWELS and base[-3] not in _VOWELS:
        spelled.append(base[:-1] + base[-2] + base[-1])
    return spelled


def split(word: str, known: Known) -> list[str]:
    """Split an unknown compound into two known words, the most even way; nothing where there is none."""
    best: list[str] = []
    for at in range(SHORTEST_PART, len(word) - SHORTEST_LAST + 1):
        last = _known_form(word[at:], known)
        for link in LINKS if last else ():
            written = word[:at]
            first = written[: len(written) - len(link)] if written.endswith(link) else ""
            found = _known_form(first, known) if len(first) >= SHORTEST_PART else ""
            if found and (not best or min(len(found), len(last)) > min(map(len, best))):
                best = [found, last]
    return best


def split_mistyped(word: str, known: Known, guess: Callable[[str], str]) -> list[str]:
    """Split an unknown compound of which one part is known and the other has a typing error; nothing where there is none."""
    best: list[str] = []
    for at in range(SHORTEST_LAST, len(word) - SHORTEST_LAST + 1):
        first, last = _known_form(word[:at], known), _known_form(word[at:], known)
        if bool(first) is not bool(last):
            other = guess(word[at:] if first else word[:at])
            found = [first or other, last or other] if other else []
            if found and (not best or min(map(len, found)) > min(map(len, best))):
                best = found
    return best


def _known_form(word: str, known: Known) -> str:
    if known(word):
        return word
    forms = other_forms(word, known) if len(word) >= SHORTEST_LAST else []
    return forms[0] if forms else ""


def typing_errors(word: str, other: str, most: int) -> int:
    """Count letters left out, added, changed or swapped (optimal string alignment); more than `most` is `most + 1`."""
    if abs(len(word) - len(other)) > most or _letters_apart(_letters(word), _letters(other)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(word, 1):
        now = [i]
        for j, theirs in enumerate(other, 1):
            cost = min(row[j - 1] + (letter != theirs), row[j] + 1, now[j - 1] + 1)
            if i > 1 and j > 1 and letter == other[j - 2] and word[i - 2] == theirs:
                cost = min(cost, before[j - 2] + 1)
            now.append(cost)
        if min(now) > most:
            return most + 1
        before, row = row, now
    return row[-1]


@lru_cache(maxsize=50_000)
def _letters(word: str) -> int:
    """Give the letters of a word as bits; a digit shares the bit of a letter."""
    bits = 0
    for letter in word:
        bits |= 1 << (ord(letter) & 31)
    return bits


def _letters_apart(one: int, other: int) -> int:
    """Give how many letters one has and the other has not: each takes an error, so that most words need no counting of errors."""
    return max((one & ~other).bit_count(), (other & ~one).bit_count())


def guesses(word: str, words: Iterable[str], sounds: Callable[[str], str]) -> list[tuple[str, float]]:
    """Give the words that `word` may be a typing error of, best first, with their distance in typing errors.

    A word that only sounds the same is half an error away; another first letter costs half an error more.
    """
    length = len(word)
    if length < SHORTEST_MISTYPED or word.isdigit():
        return []
    most = 1 if length <= 5 else 2 if length <= 9 else 3  # noqa: PLR2004 - the longer a word, the more errors fit in it
    sounding = sounds(word)
    found: list[tuple[float, str]] = []
    for other in words:
        if abs(len(other) - length) > most or len(other) < SHORTEST_MISTYPED:
            continue
        cost: float = typing_errors(word, other, most)
        theirs = sounds(other)
        if len(theirs) >= SHORTEST_MISTYPED and (heard := typing_errors(sounding, theirs, 1)) <= 1:
            cost = min(cost, 0.5 + heard)
        cost += 0.5 if other[0] != word[0] else 0
        if cost <= most:
            found.append((cost, other))
    found.sort()
    return [(other, cost) for cost, other in found[:MOST_GUESSES] if cost <= found[0][0] + ALMOST]
