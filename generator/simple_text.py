"""Parses the texts that need no Markdown parser: plain paragraphs and flat lists, with facts, whole links and bold words.

That is nearly every text of a catalogue, and this is twenty times faster than markdown-it. Whatever is not certain gives None, and
markdown-it decides; a test on arbitrary texts proves that both give the same tree.
"""

from __future__ import annotations

import re

from generator.tree import Block, Bold, FactName, Inline, Items, Line, Link, Paragraph
from generator.words import Words

_UNSURE = re.compile(r"[\\`*_\[\]<{}\x00]")
"""Where none of these occurs, a line has no markup at all."""

_PIECE = re.compile(
    r"\{(?P<fact>[a-z][a-z0-9_]*(?:-[a-z0-9_]+)*\.[a-z][a-z0-9_]*)\}"
    r"|\[(?P<words>[^\\`*_\[\]<{}!\n]*[^\\`*_\[\]<{}!\s])\]\((?P<target>(?:https://|mailto:|tel:|[a-z]+:)[A-Za-z0-9.:/@?=&+%~,;-]*)\)"
    r"|\*\*(?P<bold>[A-Za-z0-9](?:[^\\`*_\[\]<{}\n]*[A-Za-z0-9])?)\*\*"
)
_SAFE_TARGET = re.compile(
    r"(?:https://[^\s/]+\.[^\s]+|mailto:[^\s@]+@[^\s@]+\.[^\s@]+|tel:\+?[0-9-]+"
    r"|(?:product|organisatie|loket|thema|levensgebeurtenis|wijk):[a-z0-9]+(?:-[a-z0-9]+)*)\Z"
)
_EMPTY_LINES = re.compile(r"\n(?:[ \t]*\n)+")
_BULLET = re.compile(r"- (?=\S)")
_NUMBER = re.compile(r"[0-9]{1,9}\. (?=\S)")
_OTHER_BLOCK = re.compile(r"[ \t\x0b\x0c\xa0]|[-+=>#~]|\d{1,9}[.)](?:\s|$)")
"""How a line begins that is no plain text: indented, another list, a quote, a heading, an underline, a fence."""


def simple_line(text: str) -> Line | None:
    """Parse one line; None where only a Markdown parser can tell."""
    if not _UNSURE.search(text):
        return (Words(text),) if text else ()
    if "***" in text:  # which stars belong together is for the parser to say
        return None
    parts: list[Inline] = []
    end = 0
    for piece in _PIECE.finditer(text):
        if piece.start() > end:
            parts.append(Words(text[end : piece.start()]))
        part = _part(piece, text)
        if part is None:
            return None
        parts.append(part)
        end = piece.end()
    if end < len(text):
        parts.append(Words(text[end:]))
    return None if any(isinstance(part, Words) and _UNSURE.search(part.text) for part in parts) else tuple(parts)


def _part(piece: re.Match[str], text: str) -> Inline | None:
    if (fact := piece["fact"]) is not None:
        return FactName(fact)
    if (bold := piece["bold"]) is not None:
        return Bold((Words(bold),))
    image = piece.start() > 0 and text[piece.start() - 1] == "!"
    safe = _SAFE_TARGET.match(piece["target"]) and "%" not in piece["target"] and "&" not in piece["target"]
    return Link((Words(piece["words"]),), piece["target"]) if safe and not image else None


def simple_text(text: str) -> tuple[Block, ...] | None:
    """Parse a text of paragraphs and flat lists whose items are one line each; None where only a Markdown parser can tell."""
    blocks: list[Block] = []
    for part in _EMPTY_LINES.split(text):
        parsed = _list(part) if part.startswith(("- ", "1. ")) else _paragraph(part)
        if parsed is None or (isinstance(parsed, Items) and blocks and isinstance(blocks[-1], Items)):
            return None
        blocks.append(parsed)
    return tuple(block for block in blocks if not isinstance(block, Paragraph) or block.line)


def _paragraph(text: str) -> Paragraph | None:
    lines = text.split("\n")
    if any(_OTHER_BLOCK.match(line) for line in lines):
        return None
    line = simple_line(" ".join(lines).strip())
    return None if line is None else Paragraph(line)


def _list(text: str) -> Items | None:
    numbered = text.startswith("1. ")
    marker = _NUMBER if numbered else _BULLET
    lines: list[Line] = []
    for item in text.split("\n"):
        if not (begin := marker.match(item)) or _OTHER_BLOCK.match(words := item[begin.end() :]):
            return None
        line = simple_line(words.strip())
        if line is None:
            return None
        lines.append(line)
    return Items(tuple(lines), numbered)
