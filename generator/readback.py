"""Reads the built files back as words, channel by channel. It shares no code with the channels that wrote them.

Every reader gives a `Reading`: the title, and the words of each block by its id, in the order of the file.
"""

from __future__ import annotations

import ctypes
import json
import re
from itertools import groupby
from typing import TYPE_CHECKING, Any, NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium
from lxml import html

from generator.frozen import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

BLOCK_LEVEL = frozenset(
    {"p", "li", "ul", "ol", "dl", "div", "dt", "dd", "h1", "h2", "h3", "table", "caption", "thead", "tbody", "tr", "th", "td", "section"}
)
SOFT_HYPHEN = "\N{SOFT HYPHEN}"


@dataclass(frozen=True, slots=True)
class Reading:
    """What one built file says about one record."""

    title: str
    blocks: dict[str, str]


def normal(text: str) -> str:
    """Write all white space, the non-breaking too, as single spaces."""
    return " ".join(text.split())


def read_html(path: Path) -> dict[str, Reading]:
    """Read a page: every `data-antwoord` with the blocks inside it, by record id; the words in drawings apart, see `read_drawings`."""
    tree = html.fromstring(path.read_bytes())
    readings = {}
    for article in tree.iter():
        if isinstance(article.tag, str) and (record := article.get("data-antwoord")) is not None:
            heading = article.find(".//h1")
            blocks = [
                (block.get("data-blok", ""), _text(block))
                for block in article.iter()
                if isinstance(block.tag, str) and "data-blok" in block.attrib
            ]
            readings[record] = Reading(_text(heading) if heading is not None else "", _gathered(blocks))
    return readings


def _gathered(blocks: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Give the words of each block by its id; what stands there twice is read twice."""
    gathered: dict[str, str] = {}
    for identifier, words in blocks:
        gathered[identifier] = f"{gathered[identifier]} {words}" if identifier in gathered else words
    return gathered


def read_drawings(path: Path, record: str) -> Iterator[tuple[str, str]]:
    """Give every drawing in the answer about `record`: what it is called for who does not see it, and the words in it."""
    for article in html.fromstring(path.read_bytes()).iter("article"):
        for drawing in article.iter("svg") if article.get("data-antwoord") == record else ():
            yield drawing.get("aria-label", ""), normal(" ".join(str(part.text) for part in drawing.iter("text")))


def read_leads(path: Path) -> Iterator[tuple[str, str, str]]:
    """Give every lead of an overview page: the record it names, the words of its link, and the words beside it."""
    for item in html.fromstring(path.read_bytes()).iter("li"):
        if (record := item.get("data-record")) is not None:
            yield record, _text(item[0]), normal(" ".join(_text(other) for other in list(item)[1:]))


def _text(element: html.HtmlElement) -> str:
    return normal("".join(_pieces(element)))


def _pieces(element: html.HtmlElement) -> Iterator[str]:
    edge = " " if element.tag in BLOCK_LEVEL else ""
    yield edge + (element.text or "")
    for child in element:
        if isinstance(child.tag, str) and child.tag != "svg":
            yield from _pieces(child)
        yield child.tail or ""
    yield edge


def read_json(path: Path) -> dict[str, Reading]:
    """Read an answer's JSON twice: by its plain texts, and by its structure."""
    content = json.loads(path.read_text(encoding="utf-8"))
    plain = ((block["id"], normal(f"{block['kop']} {block['tekst'].replace(' | ', ' ')}")) for block in content["blokken"])
    built = ((block["id"], normal(f"{block['kop']} {' '.join(_json_words(block['inhoud']))}")) for block in content["blokken"])
    return {"tekst": Reading(content["titel"], _gathered(plain)), "inhoud": Reading(content["titel"], _gathered(built))}


def _json_words(value: Any) -> Iterator[str]:  # noqa: ANN401 - any JSON
    """Give the words of the structured form: each line joined, each line apart."""
    if (
        isinstance(value, list)
        and value
        and all(isinstance(part, dict) and part.get("soort") in {"tekst", "nadruk", "link"} for part in value)
    ):
        yield "".join(part["tekst"] for part in value)
    elif isinstance(value, list):
        for item in value:
            yield from _json_words(item)
    elif isinstance(value, dict):
        if "naam" in value:
            yield f"{value['naam']}:"
        for name, item in value.items():
            if name not in {"soort", "naam"}:
                yield from _json_words(item)
    elif isinstance(value, str):
        yield value


_COMMENT = re.compile(r"^<!-- blok: (\S+) -->$", re.MULTILINE)
_ESCAPED = re.compile(r"\\([\\`*_\[\]<>|~&#+.)-])")
_SHIELD = 0xE000
"""Escaped characters are moved to the private use area while markup is taken off, so that they are not taken for markup."""


def read_markdown(path: Path) -> Reading:
    """Read an answer's Markdown: its first heading, and the words between the comments that name the blocks."""
    shielded = _ESCAPED.sub(lambda found: chr(_SHIELD + ord(found[1])), path.read_text(encoding="utf-8"))
    head, *parts = _COMMENT.split(shielded)
    blocks = ((identifier, _markdown_words(body)) for identifier, body in zip(parts[::2], parts[1::2], strict=True))
    return Reading(_markdown_words(head), _gathered(blocks))


def _markdown_words(text: str) -> str:
    lines = [re.sub(r"^(?:#+|-|\d+\.)\s+", "", line) for line in text.split("\n") if not re.fullmatch(r"\|(?: --- \|)+", line)]
    words = re.sub(r"\[([^\]]*)\]\(<[^>]*>\)", r"\1", "\n".join(lines)).replace("**", "").replace("|", " ")
    return normal("".join(chr(ord(letter) - _SHIELD) if _SHIELD <= ord(letter) < _SHIELD + 128 else letter for letter in words))


class Flyer(NamedTuple):
    """What a flyer says: its words in reading order, and what stands beside them at the edges of its first page (the running heads).

    A hyphen at the end of a line is written as a soft one: paper does not show whether it belongs to the word.
    """

    words: str
    edges: str


LINE_END_HYPHENS = str.maketrans({"\x02": SOFT_HYPHEN, "\ufffe": SOFT_HYPHEN} | dict.fromkeys("\u202a\u202b\u202c", ""))
"""How PDFium writes a hyphen at the end of a line; and the signs that say in which direction a text goes, which show nothing."""


def read_flyer(path: Path) -> Flyer:
    """Read a flyer as a screen reader does: what is tagged as content, without artifacts (running heads, repeated heads of tables).

    Artifacts are defined by ISO 32000-1, 14.8.2.2; that they are no part of the content is what PDF/UA-1 (ISO 14289-1, 7.1) asks.
    """
    document = pypdfium2.PdfDocument(path)
    try:
        pages = [list(_texts(page)) for page in document]
    finally:
        document.close()
    words = " ".join(text for page in pages for content, text in page if content)
    return Flyer(normal(words), normal(" ".join(text for content, text in pages[0] if not content)))


def _texts(page: pypdfium2.PdfPage) -> Iterator[tuple[bool, str]]:
    """Give the pieces of text of a page in the order of the file: whether it is content (tags refer to it by its id), and the words."""
    words = page.get_textpage()
    objects = (pdfium.FPDFPage_GetObject(page, number) for number in range(pdfium.FPDFPage_CountObjects(page)))
    texts = (shown for shown in objects if pdfium.FPDFPageObj_GetType(shown) == pdfium.FPDF_PAGEOBJ_TEXT)
    for mark, together in groupby(texts, key=pdfium.FPDFPageObj_GetMarkedContentID):
        shown = (_text_of(one, words) for one in together)
        yield mark >= 0, ("" if mark >= 0 else " ").join(shown)


def _text_of(shown: object, words: pypdfium2.PdfTextPage) -> str:
    size = len(_TEXT)
    length = pdfium.FPDFTextObj_GetText(shown, words, ctypes.cast(_TEXT, ctypes.POINTER(ctypes.c_ushort)), size)
    assert length <= size, "a text object is a piece of one line"  # noqa: S101
    return ctypes.string_at(_TEXT, length - 2).decode("utf-16-le").translate(LINE_END_HYPHENS)


_TEXT = ctypes.create_string_buffer(1 << 16)
"""Where PDFium puts the text of an object; asking it for the length first would take twice as long."""


def read_search(folder: Path) -> dict[str, dict[str, str]]:
    """Read what search shows and is asked by, by record key.

    Of each the words of its result, its `acties` as text, its `woorden` sorted, and the words that are `stil`: not searched.

    Nothing where the files are missing.
    """
    if not (folder / "kern.json").is_file():
        return {}
    core = json.loads((folder / "kern.json").read_text(encoding="utf-8"))
    files = [folder / f"antwoorden/{number}.json" for number in range(-(-core["aantal"] // core["samen"]))]
    shown = [found for path in files for found in json.loads(path.read_text(encoding="utf-8"))]
    words: list[set[str]] = [set() for _ in shown]
    for start in core["delen"]:
        for segment in (folder / f"woorden/{start}.txt").read_text(encoding="utf-8").split("\f"):
            number, *lines = segment.split("\n")
            for line in filter(None, lines if number != "=" else ()):  # `=`: what editors say that words mean
                word, _, postings = line.split(" ")
                at = int(number) * core["segment"] - 1
                for step in re.findall(r"\d+", postings):
                    at += int(step)
                    words[at].add(word)
    acts = [" ".join(f"{text} {target}" for text, target in found["acties"]) for found in shown]
    silent = " ".join(core["stil"])
    told = zip(shown, words, acts, strict=True)
    return {found["record"]: found | {"woorden": " ".join(sorted(own)), "acties": act, "stil": silent} for found, own, act in told}
