"""Where places lie against the postcode table of their neighbourhood, which the finder measures from."""

from __future__ import annotations

from math import asin, cos, radians, sin, sqrt
from typing import TYPE_CHECKING

from generator.problems import Level, Position, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.catalogue import Catalogue
    from generator.records.organisatie import Locatie

EARTH = 6371.0
"""Mean radius, in kilometres (IUGG)."""

FAR = 2.0
"""Kilometres. A postcode of six characters is one street or a part of it; in the country that can be a long road."""


def check_postcode(path: str, place: Locatie, catalogue: Catalogue) -> Iterator[Problem]:
    """Give what is wrong with the postcode and the coordinates of a place; silent where its neighbourhood has no table."""
    known = {
        one.postcode: (float(one.breedtegraad), float(one.lengtegraad))
        for wijk in catalogue.by_kind["wijk"].values()
        if place.postcode[:4] in wijk.postcodes
        for one in wijk.postcodetabel
    }
    if known and place.postcode not in known:
        message = f"postcode {place.postcode} staat niet in de postcodetabel van de wijk"
        repair = "verbeter de postcode, of zet die bij de wijk in postcodetabel"
        yield Problem(Position(path), "postcode-onbekend", message, repair, Level.WAARSCHUWING, fragment=place.straat)
    elif known and place.breedtegraad is not None and place.lengtegraad is not None:
        away = kilometres((float(place.breedtegraad), float(place.lengtegraad)), known[place.postcode])
        if away > FAR:
            message = f"de plek ligt {away:.1f} kilometer van postcode {place.postcode}".replace(".", ",")
            repair = "verbeter breedtegraad en lengtegraad, of de postcode"
            yield Problem(Position(path), "plek-ver-weg", message, repair, Level.WAARSCHUWING, fragment=place.straat)


def kilometres(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Measure between two places in degrees, along the earth (haversine): as the crow flies."""
    (north, east), (other_north, other_east) = (tuple(map(radians, place)) for place in (one, other))
    half = sin((other_north - north) / 2) ** 2 + cos(north) * cos(other_north) * sin((other_east - east) / 2) ** 2
    return 2 * EARTH * asin(sqrt(half))
