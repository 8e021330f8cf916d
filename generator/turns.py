"""Who does what of a long list: several processes take pieces of it in turns, so that a quick one does more and none waits long."""

from __future__ import annotations

import multiprocessing
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    Source = tuple[str, str]
    """A kind and a path."""

AT_ONCE = 16
"""Sources in a piece: done in a twentieth of a second, which is the longest that anybody waits for another at the end."""

FREE = 0


class Turns:
    """Pieces of a list of sources. Each is read by one process; who read it makes it, or another that has nothing of its own left."""

    def __init__(self, sources: list[Source], at_once: int = AT_ONCE) -> None:
        """Cut `sources` in pieces, in the process that starts the others."""
        self._pieces = [sources[begin : begin + at_once] for begin in range(0, len(sources), at_once)]
        self._state = multiprocessing.Array("i", len(self._pieces))
        """Of each piece: free, the number of the process that read it, or, once it is being made, that number below zero."""

    def to_read(self, process: int) -> Iterator[Source]:
        """Give the sources that this process (a number from 1) is to read: what is still free, piece by piece."""
        for at, piece in enumerate(self._pieces):
            with self._state.get_lock():
                mine = self._state[at] == FREE
                if mine:
                    self._state[at] = process
            if mine:
                yield from piece

    def to_make(self, process: int) -> Iterator[list[Source]]:
        """Give the pieces that this process is to make: its own, and then the last of others, who are still at their first."""
        while (at := self._take(process)) is not None:
            yield self._pieces[at]

    def _take(self, process: int) -> int | None:
        with self._state.get_lock():
            states: list[int] = self._state[:]
            read = [at for at, state in enumerate(states) if state > FREE]
            own = [at for at in read if states[at] == process]
            if not read:
                return None
            at = own[0] if own else read[-1]
            self._state[at] = -states[at]
            return at
