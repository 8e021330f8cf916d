"""The small Markdown that text fields take, parsed to a tree: paragraphs, lists, links, bold, and `{facts}`.

Everything else that Markdown knows (headings, images, code, tables, raw HTML) is refused with a problem, so that every channel
can show every text. The tree holds facts by name; `wording` puts in their values.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from generator.simple_text import simple_line, simple_text
from generator.tree import Block, Bold, FactName, Inline, Items, Line, Link, Paragraph
from generator.words import Words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from markdown_it import MarkdownIt
    from markdown_it.token import Token


class Finding(NamedTuple):
    """What is wrong with a text: the rule, the words to point at, the message and the repair."""

    rule: str
    fragment: str
    message: str
    repair: str


RECORD_KINDS = ("product", "organisatie", "loket", "thema", "levensgebeurtenis", "wijk", "vraag", "keuzehulp")
"""Kinds that a text may link to, as `[tekst](product:paspoort)`."""

_LINE_END_SPACE = re.compile(r"[ \t]+\n")
_FACT = re.compile(r"\{([^{}]*)\}")
_FACT_NAME = re.compile(r"[a-z][a-z0-9_]*(?:-[a-z0-9_]+)*\.[a-z][a-z0-9_]*")
_SAFE_URL = re.compile(r"(?:https?://[^\s/]+\.[^\s]+|mailto:[^\s@]+@[^\s@]+\.[^\s@]+|tel:\+?[0-9-]+)\Z")
_RECORD_TARGET = re.compile(rf"(?:{'|'.join(RECORD_KINDS)}):[a-z0-9]+(?:-[a-z0-9]+)*\Z")
_REFUSED = {
    "em_open": ("schuine tekst", "gebruik **vet** voor nadruk, of gewone woorden"),
    "heading_open": ("een kop", "de koppen komen vanzelf: schrijf hier alleen de tekst"),
    "code_inline": ("code", "haal de accenten ` weg"),
    "code_block": ("ingesprongen tekst", "begin de regel zonder extra spaties"),
    "fence": ("een codeblok", "haal de regels met ``` weg"),
    "blockquote_open": ("een citaat", "haal het teken > aan het begin weg"),
    "hr": ("een streep", "haal de regel met --- weg"),
    "image": ("een plaatje", "beschrijf met woorden wat er te zien is"),
}


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt  # noqa: PLC0415 - few texts need it, and it takes long to import

    parser = MarkdownIt("commonmark", {"html": False}).disable(["reference", "autolink", "html_inline", "html_block", "entity"])
    parser.validateLink = lambda url: True  # type: ignore[method-assign]  # noqa: ARG005  # we judge links ourselves, with a problem at the right place
    return parser


def parse_line(raw: str, report: Callable[[Finding], None]) -> Line:
    """Parse one line of text (no paragraphs or lists); findings go to `report`."""
    text = raw.strip()
    if "\n" in text:
        report(Finding("regel-te-veel", "", "dit is meer dan één regel", "maak er één regel van"))
        text = " ".join(text.split())
    if (simple := simple_line(text)) is not None:
        return simple
    blocks = _Reader(report, text).inline(_parser().parseInline(text)[0].children or [])
    return _joined(blocks)


def parse_text(raw: str, report: Callable[[Finding], None]) -> tuple[Block, ...]:
    """Parse a text with paragraphs and lists; findings go to `report`."""
    text = raw.strip()
    if " \n" in text or "\t\n" in text:
        text = _LINE_END_SPACE.sub("\n", text)
    if (simple := simple_text(text)) is not None:
        return simple
    return tuple(_Reader(report, text).blocks(_parser().parse(text)))


def _joined(line: Sequence[Inline]) -> Line:
    joined: list[Inline] = []
    for part in line:
        if isinstance(part, Words) and joined and isinstance(joined[-1], Words):
            joined[-1] = Words(joined[-1].text + part.text)
        else:
            joined.append(part)
    return tuple(joined)


class _Reader:
    """Walks markdown-it's tokens and builds our tree."""

    def __init__(self, report: Callable[[Finding], None], text: str) -> None:
        self.report = report
        self.lines = text.split("\n")

    def blocks(self, tokens: Sequence[Token]) -> list[Block]:
        blocks: list[Block] = []
        items: list[Line] = []
        depth = 0
        for token in tokens:
            if token.type in {"bullet_list_open", "ordered_list_open"}:
                depth += 1
                if depth > 1:
                    message = "een lijst in een lijst kan niet overal getoond worden"
                    self.report(Finding("opmaak-onbekend", self._line_of(token), message, "maak er één lijst van"))
            elif token.type in {"bullet_list_close", "ordered_list_close"}:
                depth -= 1
                if depth == 0 and items:
                    blocks.append(Items(tuple(items), token.type.startswith("ordered")))
                    items = []
            elif token.type == "inline":
                line = self.inline(token.children or [])
                if depth and line:
                    items.append(line)
                elif line:
                    blocks.append(Paragraph(line))
            else:
                self._refuse(token, self._line_of(token))
        return blocks

    def inline(self, tokens: Sequence[Token]) -> Line:
        stack: list[list[Inline]] = [[]]
        targets: list[str] = []
        for index, token in enumerate(tokens):
            if token.type == "text":
                stack[-1].extend(self._words(token.content))
            elif token.type in {"softbreak", "hardbreak"}:
                stack[-1].append(Words(" "))
            elif token.type in {"strong_open", "link_open"}:
                stack.append([])
                targets.append(str(token.attrGet("href") or ""))
                if title := token.attrGet("title"):
                    message = "een link kan geen tweede tekst tussen aanhalingstekens hebben"
                    self.report(Finding("opmaak-onbekend", str(title), message, "zet de woorden in de tekst van de link"))
            elif token.type == "strong_close":
                targets.pop()
                stack[-2].append(Bold(_joined(stack.pop())))
            elif token.type == "link_close":
                stack[-2].append(self._link(_joined(stack.pop()), targets.pop()))
            elif token.type == "em_open":
                self._refuse(token, token.markup + tokens[index + 1].content)
            else:
                self._refuse(token, token.content)
        return _joined(stack[0])

    def _words(self, text: str) -> list[Inline]:
        if "<" in text and re.search(r"</?[a-zA-Z!]", text):
            fragment = text[text.index("<") :].split(" ", maxsplit=1)[0]
            self.report(
                Finding(
                    "html-in-tekst",
                    fragment,
                    "HTML mag niet in een tekst",
                    "gebruik **vet**, een lijst met - of een link [tekst](https://…)",
                )
            )
        parts: list[Inline] = []
        for index, piece in enumerate(_FACT.split(text)):
            if index % 2 and _FACT_NAME.fullmatch(piece):
                parts.append(FactName(piece))
            elif index % 2:
                self.report(
                    Finding(
                        "feit-naam",
                        "{" + piece + "}",
                        f"'{{{piece}}}' is geen naam van een feit",
                        "schrijf {groep.naam}, bijvoorbeeld {leges.paspoort_volwassene}",
                    )
                )
            elif piece:
                parts.append(Words(piece))
        if "{" in (rest := _FACT.sub("", text)) or "}" in rest:
            self.report(
                Finding(
                    "feit-naam",
                    "{" if "{" in rest else "}",
                    "deze accolade hoort nergens bij",
                    "sluit het feit met }, of haal de accolade weg",
                )
            )
        return parts

    def _link(self, parts: Line, target: str) -> Inline:
        if not (_SAFE_URL.match(target) or _RECORD_TARGET.match(target)):
            self.report(
                Finding(
                    "link-onveilig",
                    target,
                    f"'{target}' kan geen link zijn",
                    "gebruik https://…, mailto:…, tel:… of een record: product:paspoort",
                )
            )
            return Bold(parts)
        if not parts:
            self.report(
                Finding(
                    "link-zonder-tekst",
                    target,
                    "deze link heeft geen tekst",
                    "schrijf waar de link heen gaat: [Belastingdienst](https://…)",
                )
            )
        return Link(parts, target)

    def _line_of(self, token: Token) -> str:
        """Give the line where a block begins, to point at."""
        return self.lines[token.map[0]].strip() if token.map and token.map[0] < len(self.lines) else ""

    def _refuse(self, token: Token, fragment: str) -> None:
        if token.type in _REFUSED:
            what, repair = _REFUSED[token.type]
            self.report(Finding("opmaak-onbekend", fragment, f"{what} kan niet overal getoond worden", repair))


__all__ = [
    "RECORD_KINDS",
    "Block",
    "Bold",
    "FactName",
    "Finding",
    "Inline",
    "Items",
    "Line",
    "Link",
    "Paragraph",
    "Words",
    "parse_line",
    "parse_text",
]
