"""The words that an answer is found by, each with the fields in which it stands."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from generator.dutch import STOP_WORDS, words_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.answer import AgentLayer, Answer

NAME, ALONE, WORDS, SHORT, REST, AGENT = 1, 2, 4, 8, 16, 32
"""The fields, as bits: the title; a word that is a keyword or title all by itself; a word of a longer keyword; the short answer; the other
blocks; the agents' layer."""

FIELDS = {"naam": NAME, "alleen": ALONE, "woorden": WORDS, "kort": SHORT, "rest": REST, "kcc": AGENT}

CORE = NAME | ALONE | WORDS | SHORT
"""What must be known before anything is asked: for typing errors and compounds."""

FURNITURE = frozenset(
    {
        "wie-wijst",
        "wie-verwijst",
        "verwijst-naar",
        "kort-antwoord",
        "acties",
        "contact",
        "verantwoording",
        "verwant",
        "wie-helpt",
        "wetten",
        "deze-week",
        "weken-daarna",
    }
)
"""Blocks that say where, who and when: their words would find the answer for the wrong reason."""

SHORTEST = 3
"""Letters of a word of the text below the short answer."""


def found_by(answer: Answer, layer: AgentLayer | None = None) -> dict[str, int]:
    """Give the words of `answer` with the bits of their fields; of the agents' `layer` too where it is given."""
    found: dict[str, int] = {}
    _note(found, pieces(answer.title), NAME)
    for phrase in (answer.title, *answer.keywords):
        told = pieces(phrase)
        _note(found, told, WORDS if phrase is not answer.title else NAME)
        if len(alone := [word for word in words_of(phrase) if word not in STOP_WORDS]) == 1:
            _note(found, alone, ALONE)
    _note(found, pieces(answer.summary), SHORT)
    lasting = (block for block in answer.blocks if not block.passing and block.id not in FURNITURE)
    lines = [line for block in lasting for line in (block.title, *block.lines)]
    for written in dict.fromkeys(" ".join(lines).split()):  # a text says `de` a hundred times
        for word in _telling(written):
            found[word] = found.get(word, 0) | REST
    if layer is not None:
        _note(found, pieces(answer.code), ALONE)
        lines = [line for block in layer.blocks for line in block.lines]
        for written in dict.fromkeys(" ".join(lines).split()):
            _note(found, (word for word in _pieces(written) if len(word) >= SHORTEST), AGENT)
    return found


def pieces(text: str) -> list[str]:
    """Give the words of a text that mean something; of `ID-kaart` also `idkaart`, since some write it as one word."""
    return [word for written in text.split() for word in _pieces(written)]


@lru_cache(maxsize=65536)
def _telling(written: str) -> tuple[str, ...]:
    """Give the words that running text can be found by: neither very short, nor numbers."""
    return tuple(word for word in _pieces(written) if len(word) >= SHORTEST and not word.isdigit())


@lru_cache(maxsize=65536)
def _pieces(written: str) -> tuple[str, ...]:
    parts = words_of(written)
    joined = ["".join(parts)] if len(parts) > 1 and "-" in written else []
    return tuple(word for word in (*parts, *joined) if word not in STOP_WORDS)


def _note(found: dict[str, int], words: Iterable[str], field: int) -> None:
    for word in words:
        found[word] = found.get(word, 0) | field
