"""Proves that nothing of the agents' layer is in the public site: not in a page, a data file, a script or a flyer."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

import pypdfium2

from generator.answer import plain
from generator.frozen import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from generator.answer import AgentLayer, Answer
    from generator.overview import Overview

LONGEST_RUN, SHORTEST_RUN = 7, 4
"""How many words in a row mark a text: seven, or a whole sentence of at least four. Fewer words occur in any Dutch text by chance."""

_WORD = re.compile(r"\w+")
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_ATTRIBUTE = re.compile(r"=\s*(\"[^\"]*\"|'[^']*')")
_FOLD = re.compile(r"\r?\n[ \t]|\\(?=[,;])")
"""Where a calendar breaks a line (RFC 5545, 3.1) or has a sign before another."""
_JSON_ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|.)")

Run = tuple[str, ...]


@dataclass(frozen=True, slots=True, order=True)
class Leak:
    """Words of the agents' layer found in a public file."""

    file: str
    words: str

    def __str__(self) -> str:
        """Tell it in Dutch."""
        return f"{self.file}: hier staat tekst die alleen voor medewerkers is: “{self.words}”"


def leaks(answers: Iterable[Answer], layers: Iterable[AgentLayer], public: Path, overviews: Iterable[Overview] = ()) -> list[Leak]:
    """Search every file below `public` for runs of words that editors typed for agents, and that no answer or overview has."""
    said = (*map(_everything, answers), *(words for overview in overviews for words in _steps(overview)))
    told = {run for words in said for run in _every_run(words)}
    secret = {run for layer in layers for line in layer.private for run in _marks(line)} - told
    return sorted(
        Leak(path.relative_to(public).as_posix(), " ".join(run))
        for path in sorted(public.rglob("*"))
        if path.is_file()
        for run in secret.intersection(_every_run(_words_in(path)))
    )


def _everything(answer: Answer) -> str:
    return " ".join(words for block in answer.blocks for words in (block.title, *block.lines))


def _steps(overview: Overview) -> Iterator[str]:
    """Give what an overview tells people to do: its other words are names and short answers, which answers have."""
    for step in overview.steps:
        yield plain(step.when)
        yield plain(step.what)


def _marks(line: str) -> Iterator[Run]:
    words = _WORD.findall(line.lower())
    if len(words) >= SHORTEST_RUN:
        yield from _runs(words, min(len(words), LONGEST_RUN))


def _every_run(text: str) -> Iterator[Run]:
    words = _WORD.findall(text.lower())
    for length in range(SHORTEST_RUN, LONGEST_RUN + 1):
        yield from _runs(words, length)


def _runs(words: list[str], length: int) -> Iterator[Run]:
    return zip(*(words[start:] for start in range(length)), strict=False)


def _words_in(path: Path) -> str:
    if path.suffix != ".pdf":
        return _unwrapped(path.read_bytes().decode("utf-8", errors="replace"), path.suffix)
    document = pypdfium2.PdfDocument(path)
    try:
        pages = [page.get_textpage().get_text_bounded() for page in document]
        metadata = [str(value) for value in document.get_metadata_dict().values()]
        return " ".join([*pages, *metadata])
    finally:
        document.close()


def _unwrapped(text: str, suffix: str) -> str:
    """Take off what could stand between the words: tags (their attributes are read after the text), entities, JSON's escapes."""
    if suffix == ".ics":
        return _FOLD.sub("", text).replace("\\n", " ")
    if suffix in {".html", ".xml", ".svg"}:
        return html.unescape(" ".join([_TAG.sub(" ", text), *_ATTRIBUTE.findall(text)]))
    return _JSON_ESCAPE.sub(lambda found: chr(int(found[1], 16)) if found[1] else " ", text) if suffix == ".json" else text
