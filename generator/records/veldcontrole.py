"""A check of one field, apart from the check of the whole record: what was looked at, when, and where the value came from."""

from __future__ import annotations

import difflib
import re
from typing import TYPE_CHECKING

from generator.fields import lange_regel
from generator.fields import veld as declare
from generator.frozen import dataclass
from generator.problems import shortened
from generator.records.reader import scalars_in
from generator.scalars import Scalars, datum, getal
from generator.source import Mapping, Node, Scalar, Sequence

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from generator.problems import Position
    from generator.source import SourceFile

veldnaam = Scalars(
    "veldcontrole-onbekend",
    "naam van een veld",
    "contact",
    r"[a-z0-9_\-]+(?:\.[a-z0-9_\-]+)*",
    "schrijf de naam van een veld van dit record: contact, of aanbod.inloop.kosten",
)

NOT_CHECKED = frozenset(
    (
        *("gecontroleerd_op", "controle_dagen", "veldcontroles", "eigenaar", "geldig_vanaf", "geldig_tot", "oude_namen", "gevoelig", "kcc"),
        "vertalingen",
    )
)
"""Fields that tell of the record itself, or that only agents read; translations have a check of their own (`brontekst`)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Veldcontrole:
    """One field that somebody looked at on a day of its own."""

    at: Position
    veld: str = declare(
        veldnaam,
        "Het veld dat u apart nakeek. Een veld daarbinnen komt na een punt, een deel van een lijst met zijn id: `aanbod.inloop.kosten`.",
        verplicht=True,
    )
    op: dt.date = declare(datum, "Wanneer iemand dit veld voor het laatst nakeek.", verplicht=True)
    bron: str = declare(lange_regel, "Waar dit gegeven vandaan komt. Alleen medewerkers lezen dat.", verplicht=True)
    dagen: int | None = declare(getal, "Na hoeveel dagen iemand dit veld weer nakijkt, als dat anders is dan voor het hele record.")


def check_field_checks(node: Mapping, source: SourceFile) -> None:
    """Ask for fields that this record has, each once."""
    known, seen = sorted(set(_paths(node))) if "veldcontroles" in node.entries else [], set[str]()
    for scalar in scalars_in(node, "veldcontroles", "veld"):
        name = scalar.text.strip()
        if name in seen:
            message = f"'{shortened(name)}' staat twee keer in deze lijst"
            source.report(source.position(scalar), "dubbel-in-lijst", message, "haal er één weg")
        elif name not in known and re.fullmatch(veldnaam.pattern, name):
            near = difflib.get_close_matches(name, known, n=1, cutoff=0.6)
            repair = f"bedoelt u '{near[0]}'?" if near else "kies uit: " + ", ".join(one for one in known if "." not in one)
            source.report(
                source.position(scalar), "veldcontrole-onbekend", f"het veld '{shortened(name)}' staat niet in dit record", repair
            )
        seen.add(name)


def _paths(node: Node, before: str = "") -> Iterator[str]:
    """Give the name of every field that is filled in, and of every item with an id, with what it is inside of before it."""
    for name, value in _named(node):
        if before or name not in NOT_CHECKED:
            yield before + name
            yield from _paths(value, f"{before}{name}.")


def _named(node: Node) -> Iterator[tuple[str, Node]]:
    if isinstance(node, Mapping):
        yield from ((name, value) for name, (_, value) in node.entries.items())
    elif isinstance(node, Sequence):
        for item in node.items:
            if isinstance(item, Mapping) and "id" in item.entries and isinstance(named := item.entries["id"][1], Scalar):
                yield named.text.strip(), item


__all__ = ["NOT_CHECKED", "Veldcontrole", "check_field_checks"]
