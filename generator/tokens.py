"""Design tokens, as the style sheets declare them: custom properties of `:root`, and where each stands."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import tinycss2

from generator.frozen import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

LIGHT, DARK = "licht", "donker"
"""The two schemes in which a page is shown."""


@dataclass(frozen=True, slots=True)
class Declared:
    """One custom property where it is declared: its value as typed, its file, and where the value stands (from 1)."""

    name: str
    value: str
    file: str
    line: int
    column: int


def declared(file: str, text: str) -> Iterator[tuple[str, Declared]]:
    """Give the custom properties of `:root` with their scheme; those for print and for high contrast are the reader's own wish."""
    for rule in tinycss2.parse_stylesheet(text, skip_comments=True, skip_whitespace=True):
        if rule.type == "qualified-rule":
            yield from ((LIGHT, one) for one in _of_root(file, rule))
        elif rule.type == "at-rule" and rule.content and "prefers-color-scheme: dark" in tinycss2.serialize(rule.prelude):
            inner = tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True)
            yield from ((DARK, one) for part in inner if part.type == "qualified-rule" for one in _of_root(file, part))


def _of_root(file: str, rule: tinycss2.ast.QualifiedRule) -> Iterator[Declared]:
    if tinycss2.serialize(rule.prelude).strip() not in {":root", "html:root"}:
        return
    for part in tinycss2.parse_blocks_contents(rule.content, skip_comments=True, skip_whitespace=True):
        if part.type == "declaration" and part.name.startswith("--"):
            first = next((token for token in part.value if token.type not in {"whitespace", "comment"}), part)
            yield Declared(part.name, tinycss2.serialize(part.value).strip(), file, first.source_line, first.source_column)


USES = re.compile(r"var\(\s*(--[\w-]+)\s*(?:,.+)?\)$")
"""A value that is another token."""


def chain(name: str, declared: Mapping[str, Declared]) -> list[Declared]:
    """Follow a name through `var()` to where its colour stands; empty where it leads nowhere or in a circle."""
    followed: list[Declared] = []
    while (one := declared.get(name)) is not None and one not in followed:
        followed.append(one)
        if not (used := USES.match(one.value)):
            return followed
        name = used[1]
    return []
