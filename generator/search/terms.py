"""The words that an answer is found by, each with the fields in which it stands."""

from __future__ import annotations

from functools import cache, lru_cache
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from generator.dutch import STOP_WORDS, words_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

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


class Found(NamedTuple):
    """The words of an answer: those that stand in more than its running text with the bits of their fields, and the others."""

    named: dict[str, int]
    in_text: tuple[str, ...]


def found_by(answer: Answer, layer: AgentLayer | None = None) -> Found:
    """Give the words of `answer`; of the agents' `layer` too where it is given."""
    named: dict[str, int] = {}
    for phrase in (answer.title, *answer.keywords):
        _note(named, pieces(phrase), WORDS if phrase is not answer.title else NAME)
        if len(alone := meant(phrase)) == 1:
            _note(named, alone, ALONE)
    _note(named, pieces(answer.summary), SHORT)
    if layer is not None:
        _note(named, pieces(answer.code), ALONE)
        lines = [line for block in layer.blocks for line in block.lines]
        _note(named, (word for word in _all(_pieces, lines) if len(word) >= SHORTEST), AGENT)
    lasting = (block for block in answer.blocks if not block.passing and block.id not in FURNITURE)
    in_text = _all(_telling, [line for block in lasting for line in (block.title, *block.lines)])
    _note(named, filter(in_text.__contains__, tuple(named)), REST)
    return Found(named, tuple([word for word in in_text if word not in named]))


def pieces(text: str) -> tuple[str, ...]:
    """Give the words of a text that mean something; of `ID-kaart` also `idkaart`, since some write it as one word."""
    return tuple(chain.from_iterable(map(_pieces, text.split())))


@lru_cache(maxsize=4096)
def meant(phrase: str) -> tuple[str, ...]:
    """Give the words of a title or keyword that mean something, as they stand."""
    return tuple([word for word in words_of(phrase) if word not in STOP_WORDS])


def _all(told: Callable[[str], tuple[str, ...]], lines: list[str]) -> dict[str, None]:
    """Give what is `told` by each word of `lines` once, in their order; a text says `de` a hundred times."""
    return dict.fromkeys(chain.from_iterable(map(told, dict.fromkeys(" ".join(lines).split()))))


@cache
def _telling(written: str) -> tuple[str, ...]:
    """Give the words that running text can be found by: neither very short, nor numbers."""
    return tuple(word for word in _pieces(written) if len(word) >= SHORTEST and not word.isdigit())


@cache
def _pieces(written: str) -> tuple[str, ...]:
    parts = words_of(written)
    joined = ["".join(parts)] if len(parts) > 1 and "-" in written else []
    return tuple(word for word in (*parts, *joined) if word not in STOP_WORDS)


def _note(found: dict[str, int], words: Iterable[str], field: int) -> None:
    for word in words:
        found[word] = found.get(word, 0) | field
