"""Proves that the pages about what changed say of today what the answers say: reads the built pages of the agents' site back.

What was said before is history, and no built file can prove it. But the new words of the last change of a part are those that a citizen
reads now, and so are the present words of what will change first. Every code of now leads to its answer.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from lxml import html

from generator.readback import normal
from generator.said import Difference

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from generator.answer import AgentLayer, Answer

Words = dict[str, list[str]]
"""The lines of every part of a record, by the id of the part."""

CODES = "code/codes.json"


def in_changes(answers: Iterable[Answer], layers: Mapping[str, AgentLayer], folder: Path) -> Iterator[Difference]:
    """Compare every page below `veranderd/` and `code/` with what is said now."""
    told = list(answers)
    now = {answer.key: _words(answer, layers.get(answer.key)) for answer in told}
    yield from _last_said(_pages(folder / "veranderd"), now, "ins", "kcc veranderd")
    yield from _last_said(_pages(folder / "veranderd/straks"), now, "del", "kcc straks")
    for page in sorted((folder / "code").glob("*/index.html")):
        yield from _last_said([page], now, "ins", f"kcc code/{page.parent.name}")
        yield from _code_of_now(page, told)
    yield from _codes(told, folder / CODES)


def _words(answer: Answer, layer: AgentLayer | None) -> Words:
    blocks = (*answer.blocks, *(layer.blocks if layer else ()))
    return {"titel": [answer.title]} | {block.id: [normal(line) for line in block.lines] for block in blocks}


def _pages(folder: Path) -> list[Path]:
    """Give the first page and those after it, in their order."""
    later = sorted((page for page in folder.glob("[0-9]*/index.html")), key=lambda page: int(page.parent.name))
    return [*folder.glob("index.html"), *later]


def _last_said(pages: Iterable[Path], now: Mapping[str, Words], side: str, channel: str) -> Iterator[Difference]:
    """Compare the words at one side of the first entry of every part; what comes after it on these pages is further from today."""
    seen: set[tuple[str, str]] = set()
    for page in pages:
        for entry in html.fromstring(page.read_bytes()).iterfind(".//*[@data-van]"):
            for key in entry.get("data-van", "").split():
                if (key, "") not in seen and key in now:
                    yield from _entry(entry, key, now[key], seen, (side, channel))
                if entry.get("data-soort", "veranderd") != "veranderd":
                    seen.add((key, ""))


def _entry(entry: html.HtmlElement, key: str, now: Words, seen: set[tuple[str, str]], where: tuple[str, str]) -> Iterator[Difference]:
    side, channel = where
    for part in entry.iterfind(".//*[@data-deel]"):
        name = part.get("data-deel", "")
        if (key, name) not in seen:
            seen.add((key, name))
            lines = [normal(line.text_content()) for line in part.iterfind(f".//{side}")]
            if strange := [line for line in lines if line not in now.get(name, [])]:
                yield Difference(key, name, channel, " ".join(now.get(name, [])), strange[0])


def _code_of_now(page: Path, answers: list[Answer]) -> Iterator[Difference]:
    codes = {answer.key: answer.code for answer in answers}
    for entry in html.fromstring(page.read_bytes()).iterfind(".//*[@data-code]"):
        key, code = entry.get("data-van", ""), entry.get("data-code", "")
        if codes.get(key, "") != code:
            yield Difference(key, "(code)", f"kcc code/{page.parent.name}", codes.get(key, ""), code)


def _codes(answers: list[Answer], path: Path) -> Iterator[Difference]:
    known = json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
    found = {code: f"{title} {target}" for code, (title, target, current) in known.items() if current}
    expected = {answer.code: (answer.key, f"{answer.title} {answer.path[1:]}") for answer in answers}
    for code in sorted(found.keys() | expected.keys()):
        key, wanted = expected.get(code, (code, ""))
        if found.get(code, "") != wanted:
            yield Difference(key, "(code)", "kcc codes", wanted, found.get(code, ""))
