"""What an answer says, as plain words, and how the proof tells where a channel says something else.

It knows the Answer's data classes, and nothing of how a channel renders.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.answer import Items, Link, Pairs, Paragraph
from generator.frozen import dataclass
from generator.readback import normal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.answer import Block, Body, Line


@dataclass(frozen=True, slots=True, order=True)
class Difference:
    """One place where a channel does not say what the Answer says."""

    record: str
    block: str
    channel: str
    expected: str
    found: str

    def __str__(self) -> str:
        """Tell it in Dutch, with only the words around the first difference."""
        expected, found = _around(self.expected, self.found)
        return f"{self.record}, blok '{self.block}', kanaal {self.channel}: het antwoord zegt “{expected}”, hier staat “{found}”"


def _around(expected: str, found: str, words: int = 6) -> tuple[str, str]:
    left, right = expected.split(), found.split()
    same = next((index for index, pair in enumerate(zip(left, right, strict=False)) if pair[0] != pair[1]), min(len(left), len(right)))
    begin = max(0, same - words)
    return tuple(("… " if begin else "") + " ".join(side[begin : same + words]) or "(niets)" for side in (left, right))  # type: ignore[return-value]


def block_words(block: Block, *, on_paper: bool = False) -> str:
    """Give every word of a block in reading order, its heading first; on paper a link to another site is followed by its address."""
    return normal(" ".join([block.title, *(word for body in block.bodies for word in _body_words(body, on_paper=on_paper))]))


def _body_words(body: Body, *, on_paper: bool) -> Iterator[str]:
    if isinstance(body, Paragraph):
        yield line_words(body.line, on_paper=on_paper)
    elif isinstance(body, Items):
        yield from (
            f"{_marker(number, body, on_paper=on_paper)}{line_words(line, on_paper=on_paper)}" for number, line in enumerate(body.lines, 1)
        )
    elif isinstance(body, Pairs):
        yield from (f"{name}: {line_words(line, on_paper=on_paper)}" for name, line in body.rows)
    else:
        yield from (body.caption, *body.heads)
        yield from (line_words(cell, on_paper=on_paper) for row in body.rows for cell in row)


def _marker(number: int, items: Items, *, on_paper: bool) -> str:
    """Give what stands before an item on paper, where the number or dot is printed as text."""
    if not on_paper:
        return ""
    return f"{number}. " if items.numbered else "• "


def line_words(line: Line, *, on_paper: bool = False) -> str:
    """Give the words of a line; on paper a link to another site is followed by its address."""
    return "".join(part.text + (_address(part) if on_paper and isinstance(part, Link) else "") for part in line)


def _address(link: Link) -> str:
    short = link.target.removeprefix("https://").removeprefix("www.").rstrip("/")
    return "" if not link.target.startswith("http") or short in link.text else f" ({short})"
