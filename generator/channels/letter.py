"""A letter as plain text, for a mail or on paper."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from generator.answer import Items, Table, plain, plain_bodies

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.answer import Block, Body
    from generator.letter import Letter

WIDTH = 72
"""Letters in a line; what is quoted in an answer gets longer."""


def render(letter: Letter) -> str:
    """Give the letter as text, with empty lines between its parts."""
    parts = [
        "\n".join(letter.to),
        letter.subject,
        *map(_wrapped, letter.asked),
        _underlined(letter.heading, "="),
        *(part for block in letter.blocks for part in _block(block)),
        "=" * WIDTH,
        *("\n".join(map(_wrapped, part.split("\n"))) for part in letter.closing),
    ]
    return "\n\n".join(parts) + "\n"


def _block(block: Block) -> Iterator[str]:
    yield _underlined(block.title, "-")
    for body in block.bodies:
        yield "\n".join(_body(body))


def _body(body: Body) -> Iterable[str]:
    if isinstance(body, Items):
        return [_wrapped(plain(line), f"{number}. " if body.numbered else "- ") for number, line in enumerate(body.lines, 1)]
    if isinstance(body, Table):
        rows = (": ".join(plain(cell) for cell in row) for row in body.rows)
        return [_wrapped(line) for line in (body.caption, *rows) if line]
    return map(_wrapped, plain_bodies([body]))


def _wrapped(text: str, mark: str = "") -> str:
    further = " " * len(mark)
    return textwrap.fill(text, WIDTH, initial_indent=mark, subsequent_indent=further, break_long_words=False, break_on_hyphens=False)


def _underlined(title: str, sign: str) -> str:
    wrapped = _wrapped(title)
    return f"{wrapped}\n{sign * max(map(len, wrapped.splitlines()))}"


__all__ = ["render"]
