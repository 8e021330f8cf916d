"""The printable flyer of an answer: an A4 PDF that is accessible (PDF/UA-1) and archivable (PDF/A-2a), laid out by Typst."""

from __future__ import annotations

import hashlib
import io
import json
from functools import cached_property
from importlib.metadata import version
from typing import TYPE_CHECKING, Any, Literal, cast

import segno
import typst

from generator.answer import Answer, Body, Items, Line, Link, Pairs, Paragraph, Strong
from generator.dates import in_words

if TYPE_CHECKING:
    from pathlib import Path

    from generator.channels.site import Site

STANDARDS: list[Literal["ua-1", "a-2a"]] = ["ua-1", "a-2a"]
"""ISO 14289-1 and ISO 19005-2 conformance level A; Typst refuses to write a file that breaks either."""


class FlyerPress:
    """Prints flyers with the template and fonts of a folder (`theme/flyer`)."""

    def __init__(self, folder: Path) -> None:
        """Take the folder that holds `flyer.typ` and `fonts/`."""
        self.folder = folder

    @cached_property
    def _compiler(self) -> typst.Compiler:
        return typst.Compiler(
            str(self.folder / "flyer.typ"), root=str(self.folder), font_paths=[str(self.folder / "fonts")], ignore_system_fonts=True
        )

    @cached_property
    def _press_fingerprint(self) -> bytes:
        parts = [path.read_bytes() for path in sorted(self.folder.rglob("*")) if path.is_file()]
        return hashlib.sha256(b"\0".join([version("typst").encode(), *parts])).digest()

    def fingerprint(self, content: str) -> str:
        """Name a flyer by everything that decides its bytes: its content, the template, the fonts and Typst's version."""
        return hashlib.sha256(self._press_fingerprint + content.encode()).hexdigest()

    def print(self, content: str) -> bytes:
        """Lay out `content` (from `flyer_content`) as a PDF."""
        return cast(bytes, self._compiler.compile(format="pdf", pdf_standards=cast(Any, STANDARDS), sys_inputs={"data": content}))


def flyer_content(answer: Answer, site: Site) -> str:
    """Give everything that stands on the flyer of `answer`, as the JSON that `flyer.typ` reads."""
    url = site.url + answer.path
    day = answer.peildatum
    content = {
        "name": site.name,
        "phone": site.phone.text,
        "label": answer.label,
        "title": answer.title,
        "code": answer.code,
        "valid": in_words(day),
        "year": day.year,
        "month": day.month,
        "day": day.day,
        "url": url,
        "short_url": url.removeprefix("https://"),
        "qr": _qr(url),
        "keywords": [answer.label, answer.code],
        "blocks": [
            {"id": block.id, "title": block.title, "bodies": [_body(body, site) for body in block.bodies]} for block in answer.blocks
        ],
    }
    return json.dumps(content, ensure_ascii=False, sort_keys=True)


def printed_address(link: Link) -> str:
    """Give the address to print behind a link: of other sites only, and only where its words do not say it."""
    short = link.target.removeprefix("https://").removeprefix("www.").rstrip("/")
    return "" if not link.target.startswith("http") or short in link.text else short


def _qr(url: str) -> str:
    """Draw a QR code (ISO/IEC 18004, error correction M) as SVG."""
    drawn = io.BytesIO()
    segno.make(url, error="m", micro=False).save(drawn, kind="svg", border=2, xmldecl=False, svgns=True, dark="#1f1f24", light="#ffffff")
    return drawn.getvalue().decode()


def _body(body: Body, site: Site) -> dict[str, Any]:
    if isinstance(body, Paragraph):
        return {"kind": "paragraph", "line": _line(body.line, site)}
    if isinstance(body, Items):
        return {"kind": "items", "numbered": body.numbered, "lines": [_line(line, site) for line in body.lines]}
    if isinstance(body, Pairs):
        return {"kind": "pairs", "rows": [{"name": name, "line": _line(line, site)} for name, line in body.rows]}
    return {
        "kind": "table",
        "caption": body.caption,
        "heads": list(body.heads),
        "rows": [[_line(cell, site) for cell in row] for row in body.rows],
    }


def _line(line: Line, site: Site) -> list[dict[str, str]]:
    return [_part(part, site) for part in line]


def _part(part: object, site: Site) -> dict[str, str]:
    if isinstance(part, Link):
        target = site.url + part.target if part.target.startswith("/") else part.target
        return {"kind": "link", "text": part.text, "target": target, "printed": printed_address(part)}
    return {"kind": "strong" if isinstance(part, Strong) else "words", "text": part.text}  # type: ignore[attr-defined]
