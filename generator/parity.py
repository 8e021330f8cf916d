"""Proves that every channel says the same: reads the built files back and compares them with the Answers, word by word.

The comparison knows the Answer's data classes and the files on disk, and nothing of how a channel renders.
"""

from __future__ import annotations

import json
import re
import unicodedata
from itertools import islice
from typing import TYPE_CHECKING

from generator import readback
from generator.answer import Items, Link, plain
from generator.drawn import differing_drawings
from generator.found import in_finder
from generator.in_calendar import in_calendar
from generator.paper import Printed, on_paper
from generator.readback import Reading, normal
from generator.said import Difference, block_words
from generator.said_in_copies import in_copies
from generator.said_in_steps import differing_steps
from generator.said_of_changes import in_changes
from generator.words import DUTCH

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from generator.answer import AgentLayer, Answer, Block

_WORD = re.compile(r"[a-z0-9]+")

MOST_ACTIONS = 2
"""Links under a search result."""

__all__ = ["Difference", "Printed", "block_words", "verify"]

OVERVIEWS = ("letter", "thema")
"""Folders beside those of the records that hold overviews."""


def verify(answers: Iterable[Answer], layers: Mapping[str, AgentLayer], sites: Mapping[str, Path], *, printed: Printed) -> list[Difference]:
    """Compare every built file in `sites` (`publiek`, `kcc`: their folders) with its Answer; no difference means proven the same."""
    told = sorted(answers, key=lambda answer: answer.key)
    differences: list[Difference] = []
    for channel, folder in sites.items():
        for answer in told:
            layer = layers.get(answer.key) if channel == "kcc" else None
            differences.extend(_record(answer, layer, folder, channel))
            if answer.kind == "keuzehulp":
                differences.extend(differing_steps(answer, layer, folder, channel))
        differences.extend(_shared(told, layers if channel == "kcc" else {}, folder, channel))
        if channel == "kcc":
            differences.extend(in_changes(told, layers, folder))
    differences.extend(on_paper(told, printed, sites))
    if not differences and "kcc" in sites:  # a copy is compared with its file, so first the files must be right
        differences.extend(in_copies(sites["kcc"]))
    return sorted(differences)


def _record(answer: Answer, layer: AgentLayer | None, folder: Path, channel: str) -> Iterator[Difference]:
    page, place = folder / answer.path[1:], f"{channel} "
    yield from _file(answer, layer, page / "index.html", place + "pagina")
    yield from _file(answer, None, page / "index.md", place + "markdown")
    yield from _file(answer, None, folder / f"api/v1/{answer.api_path}.json", place + "json")
    yield from in_calendar(answer, folder, place + "agenda")
    if answer.kind == "organisatie":
        yield from differing_drawings(answer, page / "index.html", place + "tekening")


def _file(answer: Answer, layer: AgentLayer | None, path: Path, channel: str) -> Iterator[Difference]:
    if not path.is_file():
        yield Difference(answer.key, "(alles)", channel, answer.title, "")
        return
    blocks = (*answer.blocks, *(layer.blocks if layer else ()))
    for part, reading in _readings(path, answer).items():
        yield from _compare(answer, blocks, reading, f"{channel}{part}")


def _readings(path: Path, answer: Answer) -> dict[str, Reading]:
    if path.suffix == ".html":
        found = readback.read_html(path)
        return {"": found.get(answer.id, Reading("", {}))}
    if path.suffix == ".md":
        return {"": readback.read_markdown(path)}
    return {f" ({part})": reading for part, reading in readback.read_json(path).items()}


def _compare(answer: Answer, blocks: tuple[Block, ...], reading: Reading, channel: str) -> Iterator[Difference]:
    if normal(reading.title) != normal(answer.title):
        yield Difference(answer.key, "(titel)", channel, answer.title, reading.title)
    for block in blocks:
        expected, found = block_words(block), reading.blocks.get(block.id, "")
        if found != expected:
            yield Difference(answer.key, block.id, channel, expected, found)
    known = [block.id for block in blocks]
    for extra in sorted(reading.blocks.keys() - set(known)):
        yield Difference(answer.key, extra, channel, "", reading.blocks[extra])
    order = sorted((identifier for identifier in reading.blocks if identifier in known), key=lambda name: name.startswith("kcc-"))
    if order != (wanted := [identifier for identifier in known if identifier in reading.blocks]):
        yield Difference(answer.key, "(volgorde)", channel, " ".join(wanted), " ".join(order))


def _shared(answers: list[Answer], layers: Mapping[str, AgentLayer], folder: Path, channel: str) -> Iterator[Difference]:
    for lang in sorted({answer.lang for answer in answers}):
        own = {answer.record: answer for answer in answers if answer.lang == lang}
        top, place = ("", channel) if lang == DUTCH else (f"{lang}/", f"{channel} {lang}")
        sought = {record: _sought(answer, layers.get(answer.key)) for record, answer in own.items()}
        yield from _search(sought, folder / top / "zoeken", place)
        for listing in sorted({answer.api_path.rpartition("/")[0] for answer in own.values()}):
            yield from _listing(own, folder / f"api/v1/{listing}.json", place)
    yield from _leads(answers, folder, channel)
    yield from in_finder(answers, folder, channel)
    yield from _strangers(answers, folder, channel)


def _leads(answers: list[Answer], folder: Path, channel: str) -> Iterator[Difference]:
    """Compare every lead of every overview with the answer that it leads to: that in the language of the page, or else the Dutch."""
    by_key = {answer.key: answer for answer in answers}
    langs = {answer.lang for answer in answers} - {DUTCH}
    for page in sorted(folder.rglob("index.html")):
        first = page.relative_to(folder).parts[0]
        for record, title, text in readback.read_leads(page):
            answer = by_key.get(f"{record}:{first}" if first in langs else record) or by_key.get(record)
            if answer is not None:
                expected, found = f"{answer.title} {normal(answer.summary)}", f"{title} {text or normal(answer.summary)}"
                if found != expected:
                    yield Difference(record, "(overzicht)", f"{channel} {_name_of(page, folder)}", expected, f"{title} {text}".strip())


def _name_of(page: Path, folder: Path) -> str:
    """Name an overview by its folder in the site; the home page has none."""
    return page.parent.relative_to(folder).as_posix() if page.parent != folder else "home"


def _sought(answer: Answer, layer: AgentLayer | None) -> dict[str, str]:
    """Give what search has to show of `answer`, and every word that it may be found by; those of the `layer` for agents only."""
    links = (part for block in answer.blocks if block.id == "acties" for part in _links(block))
    acts = " ".join(f"{link.text} {link.target}" for link in islice(links, MOST_ACTIONS))
    shown = (answer.title, answer.summary, *answer.keywords)
    blocks = (*answer.blocks, *(layer.blocks if layer else ()))
    lines = [line for block in blocks for line in (block.title, *block.lines)]
    told = {"titel": answer.title, "kort": answer.summary, "code": answer.code, "pad": answer.path[1:], "acties": acts}
    told["loket"] = layer.handled_by if layer else ""
    return told | {"woorden": " ".join(shown), "meer": " ".join([*shown, *lines, answer.code])}


def _sought_words(text: str) -> set[str]:
    """Split a text into words as search does; a word with a hyphen is also one word without it."""
    plain_text = "".join(letter for letter in unicodedata.normalize("NFKD", text.lower()) if not unicodedata.combining(letter))
    pieces = [(_WORD.findall(piece), "-" in piece) for piece in plain_text.split()]
    return {word for parts, whole in pieces for word in (*parts, *(["".join(parts)] if whole and parts else []))}


def _links(block: Block) -> Iterator[Link]:
    lines = (line for body in block.bodies if isinstance(body, Items) for line in body.lines)
    return (part for line in lines for part in line if isinstance(part, Link) and plain(line) == part.text)


def _search(sought: Mapping[str, dict[str, str]], path: Path, channel: str) -> Iterator[Difference]:
    documents = readback.read_search(path)
    for key in sorted(sought.keys() | documents.keys()):
        expected, found = sought.get(key, {}), documents.get(key, {})
        for field in ("titel", "kort", "code", "pad", "acties", "loket"):
            if expected.get(field, "") != found.get(field, ""):
                yield Difference(key, f"({field})", f"{channel} zoekdocument", expected.get(field, ""), found.get(field, ""))
        needed, may = (_sought_words(expected.get(field, "")) for field in ("woorden", "meer"))
        indexed, silent = set(found.get("woorden", "").split()), set(found.get("stil", "").split())
        lost, strange = {word for word in needed - silent - indexed if word.isalpha() and len(word) > 1}, indexed - may
        if (lost or strange) and found:
            yield Difference(key, "(woorden)", f"{channel} zoeken", " ".join(sorted(lost)), " ".join(sorted(strange)))


def _listing(by_record: dict[str, Answer], path: Path, channel: str) -> Iterator[Difference]:
    rows = json.loads(path.read_text(encoding="utf-8"))["resultaten"] if path.is_file() else []
    found = {f"{row['soort']}:{row['id']}": " ".join((row["titel"], row["kort_antwoord"], row["antwoordcode"])) for row in rows}
    expected = {
        key: f"{answer.title} {answer.summary} {answer.code}"
        for key, answer in by_record.items()
        if answer.api_path.rpartition("/")[0].endswith(path.stem)
    }
    for key in sorted(expected.keys() | found.keys()):
        if found.get(key, "") != expected.get(key, ""):
            yield Difference(key, "(lijst)", f"{channel} json-lijst", expected.get(key, ""), found.get(key, ""))


def _strangers(answers: list[Answer], folder: Path, channel: str) -> Iterator[Difference]:
    """Report what is left in the site of a record that no longer exists: its folder, and its JSON."""
    known = {path.strip("/") for answer in answers for path in (answer.path, *answer.old_paths)}
    for top in sorted({path.rpartition("/")[0] for path in known}):
        for page in sorted((folder / top).glob("*/")):
            if f"{top}/{page.name}" not in known and page.name not in OVERVIEWS:
                yield Difference(page.name, "(alles)", f"{channel} pagina", "", f"{top}/{page.name}/ hoort bij geen record")
    described = {answer.api_path for answer in answers}
    lists = {path.rpartition("/")[0] for path in described}
    for left in sorted((folder / "api/v1").rglob("*.json")):
        name = left.relative_to(folder / "api/v1").with_suffix("").as_posix()
        if "/" in name and name not in described and name not in lists:
            yield Difference(left.stem, "(alles)", f"{channel} json", "", f"{name}.json hoort bij geen record")
