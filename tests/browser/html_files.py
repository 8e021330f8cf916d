"""Every HTML file of both sites, parsed, and what its links lead to."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

from lxml import etree, html

from browser.serving import AGENTS, FOLDERS, PUBLIC

if TYPE_CHECKING:
    from pathlib import Path

    from browser.serving import Served

HOST = "https://here.example/"
"""Stands for the server when links are resolved."""


@dataclass(frozen=True, slots=True)
class HtmlFile:
    """One HTML file: its path on the server (`kcc/a-z/`), its size, and its tree."""

    path: str
    prefix: str
    size: int
    tree: html.HtmlElement

    @property
    def is_redirect(self) -> bool:
        return bool(self.tree.xpath("//meta[@http-equiv='refresh']"))

    def links(self) -> list[str]:
        """Give where its links lead: absolute, with the fragment."""
        found = self.tree.xpath("//a/@href | //link[not(@rel='canonical')]/@href | //script/@src | //img/@src | //form/@action")
        return [urljoin(HOST + self.path, target) for target in found]


def pages(served: Served) -> list[HtmlFile]:
    """Give all HTML files of both sites, in the order of their paths."""
    return _pages(served.root)


@cache
def _pages(root: Path) -> list[HtmlFile]:
    return [
        _parse(root / FOLDERS[prefix], path, prefix)
        for prefix in (PUBLIC, AGENTS)
        for path in sorted((root / FOLDERS[prefix]).rglob("*.html"))
    ]


def _parse(site: Path, path: Path, prefix: str) -> HtmlFile:
    content = path.read_bytes()
    parser = html.HTMLParser(encoding="utf-8")
    return HtmlFile(
        prefix + path.relative_to(site).as_posix().removesuffix("index.html"),
        prefix,
        len(content),
        html.document_fromstring(content, parser=parser),
    )


def file_of(served: Served, url: str) -> Path:
    """Give the file that the server sends for a URL of the sites."""
    path = unquote(urlsplit(urldefrag(url).url).path).removeprefix("/")
    prefix = AGENTS if path.startswith(AGENTS) else PUBLIC
    file = served.folder(prefix) / path.removeprefix(prefix)
    return file / "index.html" if path.endswith("/") or path in {"", prefix} else file


def text_of(element: etree._Element) -> str:
    """Give the words of an element, with its label for who does not see it."""
    return " ".join("".join(map(str, element.itertext())).split()) or str(element.get("aria-label", ""))
