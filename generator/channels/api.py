"""Answers as JSON: the same blocks, as plain text and as structure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import orjson

from generator.answer import Answer, Block, Body, Foreign, Items, Line, Link, Pairs, Paragraph, Strong, Words
from generator.channels.once import once

if TYPE_CHECKING:
    from generator.channels.site import Site


def render(answer: Answer, site: Site) -> str:
    """Give one answer as a JSON document."""
    whole = {
        **summary(answer, site),
        "blokken": [_block(block, site.url) for block in answer.blocks],
        "themas": [{"naam": place.name, "url": site.url + place.path} for place in answer.places],
        "trefwoorden": list(answer.keywords),
        "vertalingen": [{"taal": other.lang, "url": site.url + other.path} for other in answer.others],
    }
    return as_json(whole) + "\n"


def render_list(rows: list[str], site: Site) -> str:
    """Give all answers of a kind, each in short (`summary`, as JSON), with the address of the whole."""
    return f'{{"aantal":{len(rows)},"peildatum":"{site.peildatum.isoformat()}","resultaten":[{",".join(rows)}]}}\n'


def summary(answer: Answer, site: Site) -> dict[str, str]:
    """Give what a list tells of one answer."""
    return {
        "soort": answer.kind,
        "id": answer.id,
        "titel": answer.title,
        "kort_antwoord": answer.summary,
        "url": site.url + answer.path,
        "api_url": f"{site.url}/api/v1/{answer.api_path}.json",
        "antwoordcode": answer.code,
        "gecontroleerd_op": answer.checked.isoformat(),
        "peildatum": answer.peildatum.isoformat(),
        "taal": answer.lang,
    }


@once
def _block(block: Block, url: str) -> dict[str, Any]:
    return {
        "id": block.id,
        "kop": block.title,
        "tekst": "\n".join(block.lines),
        "inhoud": [_body(body, url) for body in block.bodies],
    }


def _body(body: Body, url: str) -> dict[str, Any]:
    if isinstance(body, Paragraph):
        return {"soort": "alinea", "tekst": _line(body.line, url)}
    if isinstance(body, Items):
        return {"soort": "stappen" if body.numbered else "lijst", "punten": [_line(line, url) for line in body.lines]}
    if isinstance(body, Pairs):
        return {"soort": "gegevens", "gegevens": [{"naam": name, "waarde": _line(line, url)} for name, line in body.rows]}
    return {
        "soort": "tabel",
        "titel": body.caption,
        "koppen": list(body.heads),
        "rijen": [[_line(cell, url) for cell in row] for row in body.rows],
    }


def _line(line: Line, url: str) -> list[dict[str, str]]:
    if len(line) == 1 and type(line[0]) is Words:  # nearly all are
        return [{"soort": "tekst", "tekst": line[0].text}]
    return [_part(part, url) for part in line]


def _part(part: object, url: str) -> dict[str, str]:
    if isinstance(part, Link):
        return {"soort": "link", "tekst": part.text, "url": url + part.target if part.target.startswith("/") else part.target}
    if isinstance(part, Foreign):
        return {"soort": "tekst", "tekst": part.text, "taal": part.lang}
    kind = "nadruk" if isinstance(part, Strong) else "tekst"
    return {"soort": kind, "tekst": part.text}  # type: ignore[attr-defined]


def as_json(value: object) -> str:
    """Write JSON as compact as it can be, with letters as they are."""
    return orjson.dumps(value).decode()
