"""How search looks at Dutch words: folding, splitting into words, and stems. `theme/assets/search.js` does the same to a query."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

import snowballstemmer

_WORD = re.compile(r"[a-z0-9]+")
_STEMMER = snowballstemmer.stemmer("dutch_porter")


def fold(text: str) -> str:
    """Lower-case and take off accents: `Café 's-Graveland` becomes `cafe 's-graveland`; also the letter `ĳ`."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text.lower())
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def words_of(text: str) -> list[str]:
    """Split folded text into words of letters and digits; an apostrophe or hyphen ends a word."""
    return _WORD.findall(fold(text))


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """Give the stem of a folded word, after Snowball's Dutch (Porter) algorithm."""
    return str(_STEMMER.stemWord(word))


def terms_of(text: str) -> list[str]:
    """Give the terms that a text is found by: each word as it stands, and its stem where that differs."""
    return [term for word in words_of(text) for term in dict.fromkeys((word, stem(word)))]
