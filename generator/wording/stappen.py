"""The way in to an offer, step by step: who acts, what that is, and what to bring, how long and what it costs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.answer import Body, Items, Strong, Words, plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.answer import Inline, Line
    from generator.records.organisatie import Toegangsstap
    from generator.wording.phrases import Phrases

MORE = {"meenemen": "stap-meenemen", "duur": "stap-duur", "kosten": "stap-kosten"}
"""What else may be told of a step, in this order, with the name of the words before it."""


def way_in(steps: Iterable[Toegangsstap], say: Phrases) -> list[Body]:
    """List the steps, to be read and to be drawn; nothing where there are none."""
    known = tuple(steps)
    actors = tuple(say.lang(f"wie-{step.wie}") for step in known)
    lines = tuple((Strong(actor), *_told(step, say)) for actor, step in zip(actors, known, strict=True))
    return [Items(lines, numbered=True, actors=actors)] if lines else []


def _told(step: Toegangsstap, say: Phrases) -> Iterator[Inline]:
    yield Words(" ")
    yield from _closed(say.line(step.wat))
    for field, name in MORE.items():
        if (more := getattr(step, field)) is not None:
            yield Words(f" {say.lang(name)}: ")
            yield from _closed(say.line(more))


def _closed(line: Line) -> Line:
    """End a line as a sentence, since another may follow."""
    return line if plain(line).endswith((".", "!", "?")) else (*line, Words("."))


__all__ = ["way_in"]
