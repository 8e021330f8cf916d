"""Proves that the copies for use from a folder say what the files say that they are of: reads them back as a browser would run them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from lxml import html

from generator.readback import normal
from generator.said import Difference

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

BEGIN, END = "antwoordkaartCopy(", ");\n"
KINDS = (".json.js", ".txt.js", ".html.js")


def in_copies(folder: Path) -> Iterator[Difference]:
    """Compare every copy in the agents' site with the file beside it."""
    for path in sorted(folder.rglob("*.js")):
        if path.name.endswith(KINDS):
            name, original = path.relative_to(folder).as_posix(), path.with_suffix("")
            text = path.read_text(encoding="utf-8")
            expected = original.read_text(encoding="utf-8") if original.is_file() else ""
            if not (text.startswith(BEGIN) and text.endswith(END) and _same(json.loads(text[len(BEGIN) : -len(END)]), expected, name)):
                yield Difference(name, "(kopie)", "kcc map", normal(expected), normal(text))


def _same(told: Any, expected: str, name: str) -> bool:  # noqa: ANN401 - any JSON
    if name.endswith(".json.js"):
        return bool(told == json.loads(expected))
    return bool(told == expected) if name.endswith(".txt.js") else list(_in_tree(told)) == list(_in_page(expected))


def _in_tree(tree: list[Any]) -> Iterator[tuple[str, str]]:
    """Give the words of every block, and of the title."""
    name, attributes, *children = tree
    if "data-blok" in attributes or name == "h1":
        yield attributes.get("data-blok", name), normal("".join(_texts(tree)))
    for child in children:
        if isinstance(child, list):
            yield from _in_tree(child)


def _texts(tree: list[Any]) -> Iterator[str]:
    for child in tree[2:]:
        yield from _texts(child) if isinstance(child, list) else (child,)


def _in_page(text: str) -> Iterator[tuple[str, str]]:
    for part in html.fromstring(text).xpath("//article[@data-antwoord]//*[@data-blok or self::h1]"):  # type: ignore[union-attr]
        yield part.get("data-blok", "h1"), normal(part.text_content())  # type: ignore[union-attr]
