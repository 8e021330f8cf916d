"""The printable flyer of an answer or an overview: an accessible (PDF/UA-1) and archivable (PDF/A-2a) PDF, laid out by Typst."""

from __future__ import annotations

import hashlib
import io
import json
import re
from dataclasses import asdict
from functools import cached_property, lru_cache
from importlib.metadata import version
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, cast

import segno
import typst

from generator.answer import Foreign, Items, Link, Pairs, Paragraph, Strong
from generator.huisstijl import house_style

if TYPE_CHECKING:
    import datetime as dt
    from pathlib import Path

    from generator.answer import Answer, Body, Inline, Line
    from generator.channels.site import Site
    from generator.overview import Lead, Overview

STANDARDS: list[Literal["ua-1", "a-2a"]] = ["ua-1", "a-2a"]
"""ISO 14289-1 and ISO 19005-2 conformance level A; Typst refuses to write a file that breaks either."""


class Paper(NamedTuple):
    """On what a flyer is printed: its name in the template (`theme/flyer/look.typ`), and how its file name ends."""

    name: str
    suffix: str


PAPERS = (Paper("a4", ""), Paper("a5", "-a5"), Paper("groot", "-groot"))
"""A4, A5, and large print on A4."""

FONTS = ["Noto Sans"]
FONTS_RTL = ["Vazirmatn", *FONTS]
"""The font of the script itself first, with spaces of its own: else Typst tags each word apart, in the order in which one sees them. Not
Noto Sans Arabic: it draws the dots of letters apart, so that whoever copies or hears the text gets these letters twice."""

LONG = 24
"""A word with more letters may not fit in a narrow column or cell, and may be broken with a hyphen; no other word is."""


_BOUND = re.compile(r"(?<=\d) (?=\d)|(?<=\b\d{4}) (?=[A-Z]{2}\b)")
"""The spaces in a telephone number and a postcode: no line ends there."""


def papers_of(answer: Answer) -> tuple[Paper, ...]:
    """Give the papers that an answer is printed on."""
    return PAPERS[:1] if answer.on_a4_alone else PAPERS


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
        return hashlib.sha256(b"\0".join([version("typst").encode(), version("segno").encode(), *parts])).digest()

    def fingerprint(self, content: str, paper: str = "a4") -> str:
        """Name a flyer by everything that decides its bytes: its content, the paper, the template, the fonts, and who draws it."""
        return hashlib.sha256(self._press_fingerprint + f"{paper}\0{content}".encode()).hexdigest()

    def print(self, content: str, paper: str = "a4") -> bytes:
        """Lay out `content` (from `flyer_content` or `overview_content`) as a PDF; `paper` is the name of one of PAPERS."""
        inputs = {"data": content, "paper": paper, "qr": qr_code(json.loads(content)["url"])}
        return cast(bytes, self._compiler.compile(format="pdf", pdf_standards=cast(Any, STANDARDS), sys_inputs=inputs))


def flyer_content(answer: Answer, site: Site) -> str:
    """Give everything that stands on the flyer of `answer`, as the JSON that `flyer.typ` reads."""
    blocks = [block for block in answer.blocks if not block.passing]
    beside = next((number for number, block in enumerate(blocks[:3], 1) if block.id == "acties"), 1)
    return _as_json(
        _shared(answer, site, answer.peildatum, answer.label),
        kind="answer",
        code=answer.code,
        keywords=[answer.label, answer.code],
        in_panel=beside,
        blocks=[{"id": block.id, "title": block.title, "bodies": [_body(body, site) for body in block.bodies]} for block in blocks],
    )


def overview_content(overview: Overview, site: Site) -> str:
    """Give everything that stands on the flyer of an `overview`, as the JSON that `flyer.typ` reads."""
    label = overview.trail[-1].text if overview.trail else site.name
    return _as_json(
        _shared(overview, site, site.peildatum, label),
        kind="overview",
        code="",
        keywords=[label],
        intro=overview.intro,
        steps_title=site.languages[overview.lang]("stappen") if overview.steps else "",
        steps=[
            {"when": _line(step.when, site), "what": _line(step.what, site), "links": [_part(link, site) for link in step.links]}
            for step in overview.steps
        ],
        sections=[
            {"title": section.title, "leads": [_lead(lead, site) for lead in section.leads]}
            for section in overview.sections
            if section.leads
        ],
    )


def _as_json(*parts: dict[str, Any], **own: Any) -> str:  # noqa: ANN401 - what JSON holds
    return json.dumps({name: value for part in (*parts, own) for name, value in part.items()}, ensure_ascii=False, sort_keys=True)


def _shared(page: Answer | Overview, site: Site, day: dt.date, label: str) -> dict[str, Any]:
    """Give what every flyer has, whatever it is about; `day` is when it holds."""
    url = site.url + page.path
    return {
        "lang": page.lang,
        "dir": "rtl" if page.rtl else "ltr",
        "words": _words(page, site, day),
        "colours": asdict(house_style(site.templates.parent / "assets").flyer),
        "fonts": FONTS_RTL if page.rtl else FONTS,
        "name": site.name,
        "label": label,
        "title": page.title,
        "year": day.year,
        "month": day.month,
        "day": day.day,
        "url": url,
        "short_url": url.removeprefix("https://"),
    }


def _words(page: Answer | Overview, site: Site, day: dt.date) -> dict[str, str]:
    """Give all words on a flyer that neither an answer nor an overview brings; `pagina` is filled in when the pages are counted."""
    say, code = site.languages[page.lang], getattr(page, "code", "")
    date = say.date(day)
    return {
        "bel": say("bel", nummer=_bound(site.phone.text)),
        "lees": say("folder-lees"),
        "voet": say("folder-voet", code=code, datum=date) if code else say("folder-geldig", datum=date),
        "pagina": say("folder-pagina"),
        "qr": say("folder-qr", adres=(site.url + page.path).removeprefix("https://")),
    }


def _lead(lead: Lead, site: Site) -> dict[str, Any]:
    return {"name": _part(lead.link, site) | {"printed": ""}, "text": lead.text, "reach": [_line(way, site) for way in lead.reach]}


def printed_address(link: Link) -> str:
    """Give the address to print behind a link: of other sites only, and only where its words do not say it."""
    short = link.target.removeprefix("https://").removeprefix("www.").rstrip("/")
    return "" if not link.target.startswith("http") or short in link.text else short


@lru_cache(maxsize=4)
def qr_code(url: str) -> str:
    """Draw a QR code (ISO/IEC 18004, error correction M) as SVG."""
    drawn = io.BytesIO()
    segno.make(url, error="m", micro=False).save(drawn, kind="svg", border=2, xmldecl=False, svgns=True, dark="#1f1f24", light="#ffffff")
    return drawn.getvalue().decode()


def _body(body: Body, site: Site) -> dict[str, Any]:
    if isinstance(body, Paragraph):
        return {"kind": "paragraph", "line": _line(body.line, site)}
    if isinstance(body, Items):
        way = {"way": True} if body.actors else {}
        return {"kind": "items", "numbered": body.numbered, "lines": [_line(line, site) for line in body.lines]} | way
    if isinstance(body, Pairs):
        return {"kind": "pairs", "rows": [{"name": name, "line": _line(line, site)} for name, line in body.rows]}
    return {
        "kind": "table",
        "caption": body.caption,
        "heads": list(body.heads),
        "rows": [[_line(cell, site) for cell in row] for row in body.rows],
    }


def _line(line: Line, site: Site) -> list[dict[str, Any]]:
    return [_part(part, site) for part in line]


def _part(part: Inline, site: Site) -> dict[str, Any]:
    """Give a part of a line; of what holds for few (a language, a long word) only where it does."""
    shown: dict[str, Any] = {"kind": "strong" if isinstance(part, Strong) else "words", "text": _bound(part.text)}
    if isinstance(part, Link):
        target = site.url + part.target if part.target.startswith("/") else part.target
        shown |= {"kind": "link", "target": target, "printed": printed_address(part)}
    if isinstance(part, Link | Foreign) and part.lang:
        shown["lang"] = part.lang
    if isinstance(part, Link) and _is_address(part):
        shown["address"] = True
    elif any(len(word) > LONG for word in part.text.split(" ")):
        shown["long"] = True
    return shown


def _is_address(link: Link) -> bool:
    """Tell whether the words of a link are an address on internet themselves: `rdw.nl`, `info@klein.example`."""
    return bool(re.fullmatch(r"\S+[.@]\S+", link.text)) and link.text in link.target


def _bound(words: str) -> str:
    return _BOUND.sub("\N{NO-BREAK SPACE}", words)
