"""Offer: what the finder must know of an offer beside the words of its answer, as values that a browser can filter and sort by.

The words in it (`title`, `short`, `access`, `costs`, names of places) are words of the answer's own blocks; `parity.py` proves it.
"""

from __future__ import annotations

from generator.frozen import dataclass

PARTS_OF_DAY = ((6 * 60, 12 * 60), (12 * 60, 18 * 60), (18 * 60, 24 * 60), (0, 6 * 60))
"""Morning, afternoon, evening, night; in minutes after midnight."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place to go to. `latitude` and `longitude` are degrees (WGS 84), both None where they are not known."""

    name: str
    address: str
    wijk: str
    latitude: float | None
    longitude: float | None
    wheelchair: bool
    moments: str
    """When it is open, as in `Block.moments`; empty where that is not known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """One offer; `block` is the id of its block in the answer, `spots` are indexes in `Provider.spots`.

    `groups`: for whom it is especially; none where it is for everybody. `way_in`: vrij, aanmelden, verwijzing or indicatie.
    `payment`: gratis, bijdrage, or verschilt where there is no amount.
    `week`: a bit for each part of each weekday on which it is open somewhere in the coming four weeks, Monday's morning first.
    `moments`: its own hours; empty where those of its spots hold.
    """

    block: str
    title: str
    short: str
    access: str
    way_in: str
    costs: tuple[str, ...]
    payment: str
    groups: tuple[str, ...]
    ages: tuple[int | None, int | None]
    languages: tuple[str, ...]
    manners: tuple[str, ...]
    spots: tuple[int, ...]
    week: int
    moments: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Provider:
    """Who offers, and for which area: `area` is wijk, gemeente, regio or landelijk, `wijken` its neighbourhoods, `served` both in words."""

    domains: tuple[str, ...]
    area: str
    wijken: tuple[str, ...]
    served: str
    spots: tuple[Spot, ...]
    offers: tuple[Offer, ...]


__all__ = ["PARTS_OF_DAY", "Offer", "Provider", "Spot"]
