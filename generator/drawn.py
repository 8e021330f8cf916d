"""Proves that a drawing on a page shows the steps that the answer lists, in their order, with the same words."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from generator.answer import Items
from generator.readback import read_drawings
from generator.said import Difference

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from generator.answer import Answer


def differing_drawings(answer: Answer, path: Path, channel: str) -> Iterator[Difference]:
    """Compare the drawings on the page at `path` with the steps of the answer that have actors."""
    drawn = [body.actors for block in answer.blocks for body in block.bodies if isinstance(body, Items) and body.actors]
    if not path.is_file():  # which the proof of the page tells
        return
    for actors, read in zip_longest(drawn, read_drawings(path, answer.id)):
        numbered = [f"{number} {actor}" for number, actor in enumerate(actors or (), 1)]
        label, words = read or ("", "")
        for expected, found in ((", ".join(numbered), label), (" ".join(numbered), words)):
            if expected != found:
                yield Difference(answer.key, "(tekening)", channel, expected, found)


__all__ = ["differing_drawings"]
