"""Letter: what we write to an organisation about its own answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.frozen import dataclass

if TYPE_CHECKING:
    from generator.answer import Block


@dataclass(frozen=True, slots=True)
class Letter:
    """To whom, about what, what is asked, what we say now (`blocks` of the answer, under `heading`), and who asks."""

    to: tuple[str, ...]
    subject: str
    asked: tuple[str, ...]
    heading: str
    blocks: tuple[Block, ...]
    closing: tuple[str, ...]


__all__ = ["Letter"]
