"""What the agents' site needs to work when its folder is opened without a server (`theme/assets/desk-folder.js` uses it).

A browser lets a page from a folder read no other file, and shows no masks from one; it does run scripts and use shapes of the page itself.
So what scripts read gets a copy that is a script, and every icon its outline. The answer on a page is copied as a tree of elements, for no
text may become HTML (Trusted Types).
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import orjson

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from lxml.html import HtmlElement

READ = (
    *("zoeken/kern.json", "zoeken/woorden/*.txt", "zoeken/antwoorden/*.json"),
    *("*/zoeken/kern.json", "*/zoeken/woorden/*.txt", "*/zoeken/antwoorden/*.json"),
    *("sociale-kaart/*.json", "code/codes.json"),
    *("api/v1/producten/*.json", "api/v1/organisaties/*.json", "api/v1/*/producten/*.json", "api/v1/*/organisaties/*.json"),
)
"""What scripts read: the index of search, the data of the finder, and the answers that can stand on somebody's list."""

LEFT_OUT = frozenset({"werkbalk", "inhoud", "inhoudsopgave", "folders", "melden"})
"""Parts of a page that are not shown where it stands beside another."""

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_PICTURE = re.compile(r'--beeld: url\("icons/([a-z-]+)\.svg"\)')
_OUTLINE = re.compile(r' d="([^"]+)"')


def write_copies(site: Path, answers: Iterable[str]) -> None:
    """Write beside everything that scripts read in the built `site` a script that hands it over; `answers` are paths of their pages."""
    found = [path for pattern in READ for path in sorted(site.glob(pattern))]
    for path in (*found, *(site / answer[1:] / "index.html" for answer in answers)):
        path.with_name(f"{path.name}.js").write_bytes(copy_of(path.name, path.read_bytes()))


def copy_of(name: str, content: bytes) -> bytes:
    """Give a file as a script: data as they are, which is JavaScript too (ECMA-262, since 2019), text as one string, a page as a tree."""
    if name.endswith(".html"):
        from lxml import html  # noqa: PLC0415 - only a whole build makes copies

        article = html.fromstring(content).find(".//article[@data-antwoord]")
        data = orjson.dumps(_tree(article))
    else:
        data = content.strip() if name.endswith(".json") else orjson.dumps(content.decode())
    return b"antwoordkaartCopy(" + data + b");\n"


def _tree(element: HtmlElement) -> list[Any]:
    """Give an element as its name, its attributes, and its children: texts and other trees."""
    children: list[Any] = [element.text] if element.text else []
    for child in element:
        if isinstance(child.tag, str) and not LEFT_OUT.intersection(child.get("class", "").split()):
            children.append(_tree(child))
        if child.tail:
            children.append(child.tail)
    return [element.tag, dict(element.attrib), *children]


def script(theme: Path, icons: tuple[str, ...]) -> str:
    """Give `desk-folder.js` with the outlines of the icons before it."""
    outlines = {name: _OUTLINE.findall((theme / f"assets/icons/{name}.svg").read_text(encoding="utf-8")) for name in icons}
    text = (theme / "assets/desk-folder.js").read_text(encoding="utf-8")
    return f"const SHAPES = {json.dumps({name: ' '.join(drawn) for name, drawn in outlines.items()})};\n\n{text}"


def style(css: str) -> str:
    """Give for every rule that shows an icon by a mask one that cuts it out of the page's own shapes."""
    return "\n".join(_shaped(_COMMENT.sub("", css))) + "\n"


def _shaped(css: str) -> Iterator[str]:
    for selector, told in _RULE.findall(css):
        picture = _PICTURE.search(told)
        if picture:
            yield f'{selector.strip()} {{ --vorm: url("#vorm-{picture[1]}"); }}'
        if "mask: var(--beeld)" in told:
            yield f"{selector.strip()} {{ mask: none; clip-path: var(--vorm); }}"
