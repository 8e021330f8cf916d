"""Who refers to whom: products, organisations, desks and contact points, and every step that a resident or a caller is sent on.

Three kinds of step make the graph:

* `niet-hier`: an exclusion (`niet_hier`) sends those for whom a record is not to `verwijst_naar`;
* `doorverbinden`: an agent hands a caller over (`kcc.doorverbinden.naar`);
* `uitvoerder`: a product is carried out by another organisation (`uitvoerende_organisatie`).

`dead_ends` and `circles` judge the graph, `referral_report` shows it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from generator.frozen import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.catalogue import Catalogue
    from generator.fields import Reference
    from generator.problems import Position

REFERRING = ("product", "organisatie", "loket", "vraag", "keuzehulp")
"""Kinds of record that refer to others."""

EXCLUSION, TRANSFER, CARRIED_OUT = "niet-hier", "doorverbinden", "uitvoerder"
EVERYBODY = "iedereen"

Node = tuple[str, str]
"""A record: its kind and id."""


@dataclass(frozen=True, slots=True)
class Step:
    """One reference: from `source` to `target`, of a `kind` (see the module), for `group`, typed at `at` (relative to the project)."""

    source: Node
    target: Node
    kind: str
    group: str
    at: Position


def steps(catalogue: Catalogue, *kinds: str) -> Iterator[Step]:
    """Give every step (of `kinds`, or of all) between records that are on the site on the peildatum.

    The records must be whole: light ones don't tell what they refer to.
    """
    for kind in REFERRING:
        for record in catalogue.by_kind[kind].values():
            for step in steps_from(kind, record):
                if (not kinds or step.kind in kinds) and step.target[1] in catalogue.by_kind[step.target[0]]:
                    yield step


def steps_from(kind: str, record: Any) -> Iterator[Step]:  # noqa: ANN401 - a product, organisation or desk
    """Give the steps that leave one record, in the order of its fields."""
    source = (kind, record.id)
    carried_out_by: Reference | None = getattr(record, "uitvoerende_organisatie", None)
    if carried_out_by is not None:
        yield Step(source, _node(carried_out_by), CARRIED_OUT, EVERYBODY, carried_out_by.at)
    for exclusion in getattr(record, "niet_hier", ()):
        for reference in exclusion.verwijst_naar:
            yield Step(source, _node(reference), EXCLUSION, exclusion.wie.raw, reference.at)
    for transfer in record.kcc.doorverbinden if record.kcc else ():
        yield Step(source, _node(transfer.naar), TRANSFER, transfer.wanneer.raw, transfer.naar.at)


def _node(reference: Reference) -> Node:
    return reference.kind, reference.id


def name_of(node: Node) -> str:
    """Write a record as editors refer to it: `product:paspoort`."""
    return f"{node[0]}:{node[1]}"


__all__ = ["CARRIED_OUT", "EVERYBODY", "EXCLUSION", "REFERRING", "TRANSFER", "Node", "Step", "name_of", "steps", "steps_from"]
