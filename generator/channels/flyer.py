"""What stands on the printable flyer of an answer or an overview; the press (`generator/press`) lays it out."""

from __future__ import annotations

import json
import re
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from generator.answer import Foreign, Items, Link, Pairs, Paragraph, Strong
from generator.huisstijl import house_style
from generator.press.sheet import PAPERS, Paper

if TYPE_CHECKING:
    import datetime as dt

    from generator.answer import Answer, Body, Inline, Line
    from generator.channels.site import Site
    from generator.overview import Lead, Overview

LONG = 24
"""A word with more letters may not fit in a narrow column or cell, and may be broken with a hyphen; no other word is."""


_BOUND = re.compile(r"(?<=\d) (?=\d)|(?<=\b\d{4}) (?=[A-Z]{2}\b)")
"""The spaces in a telephone number and a postcode: no line ends there."""


def papers_of(answer: Answer) -> tuple[Paper, ...]:
    """Give the papers that an answer is printed on."""
    return PAPERS[:1] if answer.on_a4_alone else PAPERS


def flyer_content(answer: Answer, site: Site) -> str:
    """Give everything that stands on the flyer of `answer`, as the JSON that the press takes."""
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
    """Give everything that stands on the flyer of an `overview`, as the JSON that the press takes."""
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
