"""Reads the built files back as words, channel by channel. It shares no code with the channels that wrote them.

Every reader gives a `Reading`: the title, and the words of each block by its id, in the order of the file.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pypdfium2
from lxml import html

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

BLOCK_LEVEL = frozenset(
    {"p", "li", "ul", "ol", "dl", "div", "dt", "dd", "h1", "h2", "h3", "table", "caption", "thead", "tbody", "tr", "th", "td", "section"}
)
FLYER_TOP, FLYER_BOTTOM = 27, 22
"""Height in mm of the bands at the top and bottom of a flyer's page, where running heads stand and no answer does."""

PAGE_HEIGHT = 297
"""Of A4, in mm."""

POINTS_PER_MM = 72 / 25.4


@dataclass(frozen=True, slots=True)
class Reading:
    """What one built file says about one record."""

    title: str
    blocks: dict[str, str]


def normal(text: str) -> str:
    """Write all white space, the non-breaking too, as single spaces."""
    return " ".join(text.split())


def read_html(path: Path) -> dict[str, Reading]:
    """Read a page: every `data-antwoord` with the blocks inside it, by record id."""
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
        if isinstance(child.tag, str):
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


def read_flyer(path: Path) -> tuple[str, str]:
    """Read the words of a flyer in reading order without the running heads of its pages; and the words at the foot of its first page."""
    document = pypdfium2.PdfDocument(path)
    try:
        pages = list(document)  # each is parsed when taken from the document
        words = normal(" ".join(_words_between(page, FLYER_BOTTOM, FLYER_TOP) for page in pages))
        return words, normal(_words_between(pages[0], 0, PAGE_HEIGHT - FLYER_BOTTOM))
    finally:
        document.close()


def _words_between(page: pypdfium2.PdfPage, bottom: float, top: float) -> str:
    """Give the words of a page from `bottom` mm above its lower edge to `top` mm below its upper edge."""
    width, height = page.get_size()
    words = page.get_textpage().get_text_bounded(left=0, bottom=bottom * POINTS_PER_MM, right=width, top=height - top * POINTS_PER_MM)
    # PDFium marks a hyphen at the end of a line; flyers do not break words, so every one of them is a real hyphen.
    return str(words).replace("\ufffe", "-").replace("\x02", "-")


def read_search(path: Path) -> dict[str, dict[str, str]]:
    """Read the search documents, by record key; none where the file is missing."""
    if not path.is_file():
        return {}
    return {found["record"]: found for found in json.loads(path.read_text(encoding="utf-8"))["documenten"]}
