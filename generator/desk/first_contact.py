"""Who can be helped at the first contact: which share of the products an agent finishes alone, and what the others still need.

An agent finishes a product alone where its `afhandeling` is `zelf` and nothing is missing for that (see `wording/desk.py`). The aim of
*Antwoord* (VNG and VDP, 2007) is that 80% of the questions are answered at the first contact. A question is not a product, so the share
is reckoned twice: every product once, and every product as often as it is asked for (`contactvolume`), as far as that is known.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.frozen import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.desk.record import DeskRecord

AIM = 80
"""Per cent of the questions answered at the first contact (*Antwoord*)."""

HANDLINGS = {
    "zelf": "zelf afhandelen",
    "intake": "aannemen, een collega doet de rest",
    "doorverbinden": "doorverbinden",
    "": "geen werkinstructie",
}


@dataclass(frozen=True, slots=True)
class Share:
    """How many of how many; nothing of nothing is no share."""

    part: int
    whole: int

    @property
    def percent(self) -> int:
        """Give the share in whole per cents, rounded down, so that an aim is never said to be reached before it is."""
        return self.part * 100 // self.whole if self.whole else 0


@dataclass(frozen=True, slots=True)
class FirstContact:
    """The report: products by how often they are asked for, the shares finished alone, and each handling with its shares."""

    products: tuple[DeskRecord, ...]
    by_product: Share
    by_volume: Share
    handlings: tuple[tuple[str, Share, Share], ...]
    unknown_volume: int

    @property
    def lacking(self) -> tuple[DeskRecord, ...]:
        """The products for which an agent misses something, the most asked for first."""
        return tuple(one for one in self.products if one.facts.lacks)


def alone(record: DeskRecord) -> bool:
    """Tell whether an agent can finish this alone."""
    return record.facts.handling == "zelf" and not record.facts.lacks


def first_contact(records: Iterable[DeskRecord]) -> FirstContact:
    """Reckon out the report from the Dutch products among `records`."""
    found = (one for one in records if one.kind == "product" and one.key == f"product:{one.id}")
    products = sorted(found, key=lambda one: (-(one.facts.volume or 0), one.title.casefold()))
    finished = [one for one in products if alone(one)]
    handlings = tuple(
        (name, _counted(same, products), _weighed(same, products))
        for handling, name in HANDLINGS.items()
        if (same := [one for one in products if one.facts.handling == handling])
    )
    unknown = sum(one.facts.volume is None for one in products)
    return FirstContact(tuple(products), _counted(finished, products), _weighed(finished, products), handlings, unknown)


def _counted(part: list[DeskRecord], whole: list[DeskRecord]) -> Share:
    return Share(len(part), len(whole))


def _weighed(part: list[DeskRecord], whole: list[DeskRecord]) -> Share:
    return Share(sum(one.facts.volume or 0 for one in part), sum(one.facts.volume or 0 for one in whole))
