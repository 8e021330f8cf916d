"""What a channel makes of a block that many answers have in common is made once, and kept on that block."""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.answer import Block

Made = TypeVar("Made")
Told = ParamSpec("Told")


def once(make: Callable[Concatenate[Block, Told], Made]) -> Callable[Concatenate[Block, Told], Made]:
    """Let what a channel makes of a block, told by values that can be looked up, be made once where many answers have that block."""

    @wraps(make)
    def given(block: Block, /, *told: Told.args, **named: Told.kwargs) -> Made:
        if block.made is None:
            return make(block, *told, **named)
        asked = (make, told, *named.items())
        if asked not in block.made:
            block.made[asked] = make(block, *told, **named)
        found: Made = block.made[asked]
        return found

    return given
