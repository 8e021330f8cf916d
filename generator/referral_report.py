"""The referral graph as a report: text for a person, JSON for a program, and DOT (Graphviz) or Mermaid for a drawing.

Per product it also names the guides (toeleiders) and the referrers (verwijzers), as the product's page does: see `wording/wegwijzers.py`.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from generator.circles import mutual
from generator.frozen import dataclass
from generator.referrals import CARRIED_OUT, EXCLUSION, TRANSFER, Node, Step, name_of, steps

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.catalogue import Catalogue

_LINES = {EXCLUSION: "solid", TRANSFER: "dashed", CARRIED_OUT: "bold"}
"""How DOT draws each kind of step; the label says it too."""

_SHAPES = {"product": "box", "organisatie": "ellipse", "loket": "house", "contactpunt": "note", "vraag": "oval", "keuzehulp": "diamond"}
_BRACKETS = {
    "product": ("[", "]"),
    "organisatie": ("(", ")"),
    "loket": ("{", "}"),
    "contactpunt": ("{", "}"),
    "vraag": ("[", "]"),
    "keuzehulp": ("{", "}"),
}


@dataclass(frozen=True, slots=True)
class WaysTo:
    """How people come to one product: guides and referrers, by name, and the records that refer to it."""

    product: str
    name: str
    guides: tuple[str, ...]
    referrers: tuple[str, ...]
    referred_from: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Referrals:
    """The whole graph: every step, the ways to every product, and the names of records."""

    steps: tuple[Step, ...]
    ways: tuple[WaysTo, ...]
    names: dict[Node, str]


def referrals_of(catalogue: Catalogue, around: str = "") -> Referrals:
    """Gather the graph of what is on the site on the peildatum; records must be whole.

    With `around` (`product:paspoort`) only the steps from and to that record, and the ways to it.
    """
    found = tuple(step for step in steps(catalogue) if not around or around in (name_of(step.source), name_of(step.target)))
    from_records: dict[Node, dict[str, None]] = {}
    for step in found:
        if step.source != step.target:
            from_records.setdefault(step.target, {})[name_of(step.source)] = None
    asked = (identifier for identifier in catalogue.by_kind["product"] if around in ("", f"product:{identifier}"))
    ways = tuple(_ways_to(identifier, catalogue, from_records) for identifier in asked)
    names = {(kind, record.id): record.naam for kind in _SHAPES for record in catalogue.by_kind[kind].values()}
    return Referrals(found, ways, names)


def _ways_to(identifier: str, catalogue: Catalogue, from_records: dict[Node, dict[str, None]]) -> WaysTo:
    helpers = catalogue.offers_for.get(identifier, [])
    desks = [loket.naam for loket in catalogue.guiding_desks(identifier)]
    guides = dict.fromkeys([*(organisatie.naam for organisatie, _ in catalogue.guides_for.get(identifier, [])), *desks])
    referrers = dict.fromkeys(word for _, offer in helpers if offer is not None for word in offer.verwijzers)
    node = ("product", identifier)
    return WaysTo(
        name_of(node), catalogue.by_kind["product"][identifier].naam, tuple(guides), tuple(referrers), tuple(from_records.get(node, {}))
    )


def as_text(referrals: Referrals) -> str:
    """Write tables for a person: the steps of each record, the ways to each product, and records that refer to each other."""
    pairs = mutual(referrals.steps)
    parts = [f"Verwijzingen ({len(referrals.steps)})\n", *_steps_told(referrals.steps)]
    parts += [f"\nProducten ({len(referrals.ways)})\n", *(line for way in referrals.ways for line in _way_told(way))]
    parts += [
        f"\nVerwijzen naar elkaar ({len(pairs)}): lees de redenen naast elkaar; geldt een reden voor beide kanten, dan is het een kring\n"
    ]
    parts += [line for there, back in pairs for line in _pair_told(there, back)]
    return "\n".join(parts)


def _steps_told(found: Iterable[Step]) -> Iterable[str]:
    source: Node | None = None
    for step in found:
        if step.source != source:
            source = step.source
            yield name_of(source)
        yield f"  {step.kind:13}  {name_of(step.target):48}  {_one_line(step.group)}"


def _way_told(way: WaysTo) -> Iterable[str]:
    yield way.product
    for title, told in (("toeleiders", way.guides), ("verwijzers", way.referrers), ("verwezen uit", way.referred_from)):
        yield f"  {title:13}  {', '.join(told) or '-'}"


def _pair_told(there: list[Step], back: list[Step]) -> Iterable[str]:
    yield f"{name_of(there[0].source)} ⇄ {name_of(back[0].source)}"
    yield from (f"  →  {_one_line(step.group)}" for step in there)
    yield from (f"  ←  {_one_line(step.group)}" for step in back)


def _one_line(words: str) -> str:
    return " ".join(words.split())


def as_json(referrals: Referrals) -> str:
    """Give the graph as JSON: `verwijzingen`, `producten` and `naar_elkaar` (pairs of records)."""
    told = {
        "verwijzingen": [
            {
                "van": name_of(step.source),
                "naar": name_of(step.target),
                "soort": step.kind,
                "wie": _one_line(step.group),
                "bestand": step.at.file,
                "regel": step.at.line,
            }
            for step in referrals.steps
        ],
        "producten": [
            {
                "product": way.product,
                "naam": way.name,
                "toeleiders": way.guides,
                "verwijzers": way.referrers,
                "verwezen_uit": way.referred_from,
            }
            for way in referrals.ways
        ],
        "naar_elkaar": [[name_of(there[0].source), name_of(back[0].source)] for there, back in mutual(referrals.steps)],
    }
    return json.dumps(told, ensure_ascii=False, indent=2)


def as_dot(referrals: Referrals) -> str:
    """Give the graph in Graphviz' language: `antwoordkaart verwijzingen --formaat dot | dot -Tsvg`."""
    lines = ["digraph verwijzingen {", "  rankdir=LR;", '  node [fontname="Noto Sans"];', '  edge [fontname="Noto Sans", fontsize=10];']
    lines += [
        f"  {_quoted(name_of(node))} [label={_quoted(referrals.names[node])}, shape={_SHAPES[node[0]]}];" for node in _nodes(referrals)
    ]
    lines += [
        f"  {_quoted(name_of(source))} -> {_quoted(name_of(target))} [label={_quoted(kind)}, style={_LINES[kind]}];"
        for source, target, kind in _edges(referrals)
    ]
    return "\n".join([*lines, "}"])


def _quoted(words: str) -> str:
    return '"' + words.replace("\\", "\\\\").replace('"', '\\"') + '"'


def as_mermaid(referrals: Referrals) -> str:
    """Give the graph in Mermaid's language, which GitHub and GitLab draw in a page."""
    numbers = {node: f"r{number}" for number, node in enumerate(_nodes(referrals))}
    lines = ["flowchart LR"]
    for node, number in numbers.items():
        opening, closing = _BRACKETS[node[0]]
        lines.append(f"  {number}{opening}{_mermaid(referrals.names[node])}{closing}")
    lines += [f"  {numbers[source]} -- {kind} --> {numbers[target]}" for source, target, kind in _edges(referrals)]
    return "\n".join(lines)


def _mermaid(words: str) -> str:
    """Quote words; a quotation mark is written as Mermaid's documentation says (entity codes)."""
    return '"' + words.replace("#", "#35;").replace("&", "#amp;").replace('"', "#quot;").replace("<", "#lt;") + '"'


def _nodes(referrals: Referrals) -> list[Node]:
    return sorted({node for step in referrals.steps for node in (step.source, step.target)})


def _edges(referrals: Referrals) -> list[tuple[Node, Node, str]]:
    """Give each line of the drawing once: two reasons to refer to one record are one line."""
    return sorted({(step.source, step.target, step.kind) for step in referrals.steps})


FORMS = {"tekst": as_text, "json": as_json, "dot": as_dot, "mermaid": as_mermaid}

__all__ = ["FORMS", "Referrals", "WaysTo", "referrals_of"]
