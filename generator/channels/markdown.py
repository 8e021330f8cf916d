"""Answers as Markdown (CommonMark with GFM tables): for people who copy, and for machines that read text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.answer import Answer, Block, Body, Items, Line, Link, Pairs, Paragraph, Strong, Words
from generator.channels.once import once

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.channels.site import Site

    Escape = Callable[[str], str]

_PERHAPS = re.compile(r"[\\`*_\[\]<>|~&#]")
"""Nearly all words have none of these, which is quickly seen."""

_SPECIAL = re.compile(r"[\\`*_\[\]<>|~]|&(?=#?\w+;)|(?<!\S)#+$")
_AT_START = re.compile(r"(\d{0,9})(?:[-+](?=\s|$)|#(?=#{0,5}(?:\s|$))|-(?=-+$)|(?<=\d)[.)](?=\s|$))")
"""What makes a line a list, a heading or a rule: also where its first words come from more than one part, such as a fact."""

_STARTS = frozenset("0123456789-+#")
"""Letters that such a line begins with; most lines begin with another."""

_SPECIAL_IN_TARGET = re.compile(r"[\\<>]|&(?=#?\w+;)")


def render(answer: Answer, site: Site) -> str:
    """Give one answer as a Markdown document; a comment before each heading holds the block's id."""
    lines = [f"# {escaped(answer.title)}", ""]
    for block in answer.blocks:
        lines += _block(block, site.url)
    return "\n".join(lines).rstrip() + "\n"


@once
def _block(block: Block, url: str) -> list[str]:
    """Write a block; `url` is where the site stands."""
    lines = [f"<!-- blok: {block.id} -->", f"## {escaped(block.title)}", ""]
    escape = escaped if _PERHAPS.search("\n".join(block.lines)) else str  # which leaves words as they are, as those of most blocks can be
    for body in block.bodies:
        lines += [*_body(body, url, escape), ""]
    return lines


def escaped(words: str) -> str:
    """Escape what Markdown would take for markup anywhere in a line."""
    return _SPECIAL.sub(r"\\\g<0>", words) if _PERHAPS.search(words) else words


def _body(body: Body, url: str, escape: Escape) -> list[str]:
    if isinstance(body, Paragraph):
        return [_line(body.line, url, escape)]
    if isinstance(body, Items):
        return [f"{f'{number}.' if body.numbered else '-'} {_line(line, url, escape)}" for number, line in enumerate(body.lines, 1)]
    if isinstance(body, Pairs):
        return [f"- **{escape(name)}:** {_line(line, url, escape)}" for name, line in body.rows]
    caption = [f"**{escape(body.caption)}**", ""] if body.caption else []
    rows = [
        [escape(head) for head in body.heads],
        ["---"] * len(body.heads),
        *([_line(cell, url, escape) for cell in row] for row in body.rows),
    ]
    return [*caption, *("| " + " | ".join(row) + " |" for row in rows)]


def _line(line: Line, url: str, escape: Escape) -> str:
    written = escape(line[0].text) if len(line) == 1 and type(line[0]) is Words else "".join([_part(part, url, escape) for part in line])
    if written[:1] in _STARTS and (start := _AT_START.match(written)):
        return f"{written[: start.end() - 1]}\\{written[start.end() - 1 :]}"
    return written


def _part(part: object, url: str, escape: Escape) -> str:
    if type(part) is Words:  # nearly all are
        return escape(part.text)
    if isinstance(part, Link):
        if part.target.startswith("/"):  # a path of ours has no special letter
            return f"[{escape(part.text)}](<{url}{part.target}>)"
        return f"[{escape(part.text)}](<" + _SPECIAL_IN_TARGET.sub(r"\\\g<0>", part.target) + ">)"
    words = escape(part.text)  # type: ignore[attr-defined]
    return f"**{words}**" if isinstance(part, Strong) and words.strip() else words
