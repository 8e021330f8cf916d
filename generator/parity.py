"""Proves that every channel says the same: reads the built files back and compares them with the Answers, word by word.

The comparison knows the Answer's data classes and the files on disk, and nothing of how a channel renders.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator import readback
from generator.answer import AgentLayer, Answer, Block, Items, Link, Pairs, Paragraph, plain_bodies
from generator.dates import in_words
from generator.readback import Reading, normal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from generator.answer import Body, Line


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


def verify(answers: Iterable[Answer], layers: Mapping[str, AgentLayer], sites: Mapping[str, Path], *, url: str) -> list[Difference]:
    """Compare every built file in `sites` (`publiek`, `kcc`: their folders) with its Answer; no difference means proven the same.

    `url` is where the public site will stand, as flyers print it.
    """
    told = sorted(answers, key=lambda answer: answer.key)
    differences: list[Difference] = []
    for channel, folder in sites.items():
        for answer in told:
            differences.extend(_record(answer, layers.get(answer.key) if channel == "kcc" else None, folder, channel))
            differences.extend(_flyer(answer, folder, channel, url))
        differences.extend(_shared(told, layers if channel == "kcc" else {}, folder, channel))
    return sorted(differences)


def _record(answer: Answer, layer: AgentLayer | None, folder: Path, channel: str) -> Iterator[Difference]:
    page, place = folder / answer.path[1:], f"{channel} "
    yield from _file(answer, layer, page / "index.html", place + "pagina")
    yield from _file(answer, None, page / "index.md", place + "markdown")
    yield from _file(answer, None, folder / f"api/v1/{answer.api_path}.json", place + "json")


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


def _flyer(answer: Answer, folder: Path, channel: str, url: str) -> Iterator[Difference]:
    """Compare a flyer as one stream of letters: how lines break on paper says nothing about the words."""
    path, name = folder / answer.path[1:] / f"{answer.id}.pdf", f"{channel} folder"
    found, foot = readback.read_flyer(path) if path.is_file() else ("", "")
    stream, at = "".join(found.split()), 0
    for identifier, expected in _flyer_words(answer, url):
        letters = "".join(expected.split())
        if stream[at : at + len(letters)] != letters:
            yield Difference(answer.key, identifier, name, expected, _words_from(found, at, len(letters)))
            return
        at += len(letters)
    if stream[at:]:
        yield Difference(answer.key, "(na het einde)", name, "", _words_from(found, at, len(stream)))
    stamp = f"Antwoordcode {answer.code} · geldig op {in_words(answer.peildatum)}"
    if "".join(stamp.split()) not in "".join(foot.split()):
        yield Difference(answer.key, "(voet)", name, stamp, foot)


def _flyer_words(answer: Answer, url: str) -> Iterator[tuple[str, str]]:
    first, *rest = answer.blocks
    yield "(titel)", f"{answer.label} {answer.title}"
    yield first.id, block_words(first, on_paper=True)
    yield "(adres)", f"Lees dit op internet: {url.removeprefix('https://').rstrip('/')}{answer.path}"
    yield from ((block.id, block_words(block, on_paper=True)) for block in rest)


def _words_from(text: str, at: int, length: int) -> str:
    """Give the words of `text` from its `at`th letter on, not counting white space."""
    letters = 0
    for index, letter in enumerate(text):
        if letters == at and not letter.isspace():
            return normal(text[index : index + length + length // 4])
        letters += not letter.isspace()
    return ""


def _shared(answers: list[Answer], layers: Mapping[str, AgentLayer], folder: Path, channel: str) -> Iterator[Difference]:
    by_key = {answer.key: answer for answer in answers}
    yield from _search({answer.key: _sought(answer, layers.get(answer.key)) for answer in answers}, folder, channel)
    for listing in sorted({answer.api_path.split("/", maxsplit=1)[0] for answer in answers}):
        yield from _listing(by_key, folder / f"api/v1/{listing}.json", channel)
    for page in sorted(folder.rglob("index.html")):
        for record, title, text in readback.read_leads(page):
            if (answer := by_key.get(record)) is not None:
                expected, found = f"{answer.title} {normal(answer.summary)}", f"{title} {text or normal(answer.summary)}"
                if found != expected:
                    yield Difference(record, "(overzicht)", f"{channel} {_name_of(page, folder)}", expected, f"{title} {text}".strip())
    yield from _strangers(by_key, folder, channel)


def _name_of(page: Path, folder: Path) -> str:
    """Name an overview by its folder in the site; the home page has none."""
    return page.parent.relative_to(folder).as_posix() if page.parent != folder else "home"


def _sought(answer: Answer, layer: AgentLayer | None) -> dict[str, str]:
    """Give what the search document of `answer` has to say; `kcc` with the agents' `layer` only."""
    kcc = " ".join(line for block in layer.blocks for line in plain_bodies(block.bodies)) if layer else ""
    words = ", ".join(answer.keywords)
    return {"titel": answer.title, "kort": answer.summary, "woorden": words, "code": answer.code, "pad": answer.path[1:], "kcc": kcc}


def _search(sought: Mapping[str, dict[str, str]], folder: Path, channel: str) -> Iterator[Difference]:
    documents = readback.read_search(folder / "zoeken/documenten.json")
    for key in sorted(sought.keys() | documents.keys()):
        expected, found = sought.get(key, {}), documents.get(key, {})
        for field in ("titel", "kort", "woorden", "code", "pad", "kcc"):
            if expected.get(field, "") != found.get(field, ""):
                yield Difference(key, f"({field})", f"{channel} zoekdocument", expected.get(field, ""), found.get(field, ""))


def _listing(by_key: dict[str, Answer], path: Path, channel: str) -> Iterator[Difference]:
    rows = json.loads(path.read_text(encoding="utf-8"))["resultaten"] if path.is_file() else []
    found = {f"{row['soort']}:{row['id']}": " ".join((row["titel"], row["kort_antwoord"], row["antwoordcode"])) for row in rows}
    expected = {
        key: f"{answer.title} {answer.summary} {answer.code}"
        for key, answer in by_key.items()
        if answer.api_path.startswith(path.stem + "/")
    }
    for key in sorted(expected.keys() | found.keys()):
        if found.get(key, "") != expected.get(key, ""):
            yield Difference(key, "(lijst)", f"{channel} json-lijst", expected.get(key, ""), found.get(key, ""))


def _strangers(by_key: dict[str, Answer], folder: Path, channel: str) -> Iterator[Difference]:
    """Report what is left in the site of a record that no longer exists: its folder, and its JSON."""
    known = {path.strip("/") for answer in by_key.values() for path in (answer.path, *answer.old_paths)}
    for top in sorted({path.split("/", maxsplit=1)[0] for path in known}):
        for page in sorted((folder / top).glob("*/")):
            if f"{top}/{page.name}" not in known and page.name != "letter":
                yield Difference(page.name, "(alles)", f"{channel} pagina", "", f"{top}/{page.name}/ hoort bij geen record")
    described = {answer.api_path for answer in by_key.values()}
    for left in sorted((folder / "api/v1").glob("*/*.json")):
        if (name := f"{left.parent.name}/{left.stem}") not in described:
            yield Difference(left.stem, "(alles)", f"{channel} json", "", f"{name}.json hoort bij geen record")


def block_words(block: Block, *, on_paper: bool = False) -> str:
    """Give every word of a block in reading order, its heading first; on paper a link to another site is followed by its address."""
    return normal(" ".join([block.title, *(word for body in block.bodies for word in _body_words(body, on_paper=on_paper))]))


def _body_words(body: Body, *, on_paper: bool) -> Iterator[str]:
    if isinstance(body, Paragraph):
        yield _line_words(body.line, on_paper=on_paper)
    elif isinstance(body, Items):
        yield from (
            f"{_marker(number, body, on_paper=on_paper)}{_line_words(line, on_paper=on_paper)}" for number, line in enumerate(body.lines, 1)
        )
    elif isinstance(body, Pairs):
        yield from (f"{name}: {_line_words(line, on_paper=on_paper)}" for name, line in body.rows)
    else:
        yield from (body.caption, *body.heads)
        yield from (_line_words(cell, on_paper=on_paper) for row in body.rows for cell in row)


def _marker(number: int, items: Items, *, on_paper: bool) -> str:
    """Give what stands before an item on paper, where the number or dot is printed as text."""
    if not on_paper:
        return ""
    return f"{number}. " if items.numbered else "• "


def _line_words(line: Line, *, on_paper: bool) -> str:
    return "".join(part.text + (_address(part) if on_paper and isinstance(part, Link) else "") for part in line)


def _address(link: Link) -> str:
    short = link.target.removeprefix("https://").removeprefix("www.").rstrip("/")
    return "" if not link.target.startswith("http") or short in link.text else f" ({short})"
