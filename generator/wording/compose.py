"""From catalogue to Answers: which record is worded by which module, and every answer with its code."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any, NamedTuple

from generator.answer import AgentLayer, Answer, Block, Pairs, Words, unique_codes, wording_digest
from generator.wording.agent import agent_layer
from generator.wording.keuzehulp import keuzehulp_answer
from generator.wording.loket import loket_answer
from generator.wording.offers import organisatie_with_offers
from generator.wording.phrases import speaking
from generator.wording.product import product_answer
from generator.wording.vraag import vraag_answer
from generator.words import DUTCH

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.catalogue import Catalogue

_WORDED: dict[str, Callable[[Any, Catalogue], Answer]] = {
    "product": product_answer,
    "organisatie": organisatie_with_offers,
    "loket": loket_answer,
    "vraag": vraag_answer,
    "keuzehulp": keuzehulp_answer,
}
"""In the order in which lists and search have them."""

KINDS = tuple(_WORDED)


class Asked(NamedTuple):
    """An answer to be worded: of which record, in which language."""

    kind: str
    id: str
    lang: str = DUTCH

    @property
    def key(self) -> str:
        """Name the answer as `Answer.key` does."""
        return f"{self.kind}:{self.id}" if self.lang == DUTCH else f"{self.kind}:{self.id}:{self.lang}"


def answered(catalogue: Catalogue) -> list[Asked]:
    """List every answer that there is, in a fixed order: of each record in Dutch, and in the languages that it has."""
    return [
        Asked(kind, identifier, lang)
        for kind in _WORDED
        for identifier, record in sorted(catalogue.by_kind[kind].items())
        for lang in (DUTCH, *sorted(vertaling.id for vertaling in (record.vertalingen if kind == "product" else ())))
    ]


def word(catalogue: Catalogue, asked: Asked) -> Answer:
    """Word one answer; it has no code yet."""
    record = catalogue.by_kind[asked.kind][asked.id]
    return product_answer(record, catalogue, asked.lang) if asked.kind == "product" else _WORDED[asked.kind](record, catalogue)


def layer(catalogue: Catalogue, kind: str, identifier: str) -> AgentLayer:
    """Word the agents' layer of one record."""
    return agent_layer(catalogue.by_kind[kind][identifier], kind, catalogue)


def with_code(answer: Answer, code: str, name: str) -> Answer:
    """Give the answer its code, also in the block that shows it under that `name`."""
    *blocks, last = answer.blocks
    *before, pairs = last.bodies
    assert isinstance(pairs, Pairs)  # noqa: S101 - every wording ends with this block
    shown = Block(last.id, last.title, (*before, Pairs((*pairs.rows, (name, (Words(code),))))))
    return dataclasses.replace(answer, code=code, blocks=(*blocks, shown))


def compose(catalogue: Catalogue) -> list[Answer]:
    """Word every answer, each with its own code."""
    worded = [word(catalogue, asked) for asked in answered(catalogue)]
    codes = unique_codes({answer.key: wording_digest(answer) for answer in worded})
    return [with_code(answer, codes[answer.key], code_name(catalogue, answer.lang)) for answer in worded]


def code_name(catalogue: Catalogue, lang: str) -> str:
    """Say what the answer code is called in a language."""
    return speaking(catalogue, lang).lang("antwoordcode")
