"""From catalogue to Answers: which record is worded by which module, and every answer with its code."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any

from generator.answer import AgentLayer, Answer, Block, Pairs, Words, unique_codes, wording_digest
from generator.wording.agent import agent_layer
from generator.wording.loket import loket_answer
from generator.wording.organisatie import organisatie_answer
from generator.wording.product import product_answer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from generator.catalogue import Catalogue

_WORDED: dict[str, Callable[[Any, Catalogue], Answer]] = {
    "product": product_answer,
    "organisatie": organisatie_answer,
    "loket": loket_answer,
}


def answered(catalogue: Catalogue) -> list[tuple[str, str]]:
    """List `(kind, id)` of every record that has an answer, in a fixed order."""
    return [(kind, identifier) for kind in _WORDED for identifier in sorted(catalogue.by_kind[kind])]


def word(catalogue: Catalogue, kind: str, identifier: str) -> Answer:
    """Word one answer; it has no code yet."""
    return _WORDED[kind](catalogue.by_kind[kind][identifier], catalogue)


def layer(catalogue: Catalogue, kind: str, identifier: str) -> AgentLayer:
    """Word the agents' layer of one record."""
    return agent_layer(catalogue.by_kind[kind][identifier], kind, catalogue)


def with_code(answer: Answer, code: str) -> Answer:
    """Give the answer its code, also in the block that shows it."""
    *blocks, last = answer.blocks
    [pairs] = last.bodies
    assert isinstance(pairs, Pairs)  # noqa: S101 - every wording ends with this block
    shown = Block(last.id, last.title, (Pairs((*pairs.rows, ("Antwoordcode", (Words(code),)))),))
    return dataclasses.replace(answer, code=code, blocks=(*blocks, shown))


def compose(catalogue: Catalogue) -> list[Answer]:
    """Word every answer, each with its own code."""
    return coded(word(catalogue, kind, identifier) for kind, identifier in answered(catalogue))


def coded(answers: Iterable[Answer]) -> list[Answer]:
    """Give all `answers` their codes; no two share one."""
    worded = list(answers)
    codes = unique_codes({answer.key: wording_digest(answer) for answer in worded})
    return [with_code(answer, codes[answer.key]) for answer in worded]
