"""The finder's data: every offer of the sociale kaart in one file that the browser filters, and the places that it measures from.

Hours are written once for all places that share them, and as steps from the first minute that is known: they repeat, so that they compress.
`theme/assets/finder.js` reads all this.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import orjson

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.answer import Answer
    from generator.offer import Offer, Spot
    from generator.overview import Area

OFFERS, AREAS = "sociale-kaart/aanbod.json", "sociale-kaart/plaatsen.json"
"""Where both files stand in a site."""


def row(answer: Answer) -> dict[str, Any]:
    """Give what the finder must know of one organisation; nothing of other answers."""
    provider = answer.provider
    if provider is None:
        return {}
    return ({"gevoelig": 1} if answer.sensitive else {}) | {
        "record": answer.record,
        "titel": answer.title,
        "pad": answer.path[1:],
        "leefdomeinen": provider.domains,
        "gebied": provider.area,
        "wijken": provider.wijken,
        "werktVoor": provider.served,
        "plekken": [_spot(spot) for spot in provider.spots],
        "aanbod": [_offer(offer) for offer in provider.offers],
    }


def _spot(spot: Spot) -> dict[str, Any]:
    found: dict[str, Any] = {"naam": spot.name, "adres": spot.address, "momenten": spot.moments}
    if spot.latitude is not None:
        found["op"] = [spot.latitude, spot.longitude]
    return found | ({"wijk": spot.wijk} if spot.wijk else {}) | ({"rolstoel": 1} if spot.wheelchair else {})


def _offer(offer: Offer) -> dict[str, Any]:
    return {
        "blok": offer.block,
        "titel": offer.title,
        "kort": offer.short,
        "binnenkomen": offer.access,
        "toegang": offer.way_in,
        "kosten": offer.costs,
        "betalen": offer.payment,
        "doelgroepen": offer.groups,
        "leeftijd": offer.ages,
        "talen": offer.languages,
        "manier": offer.manners,
        "plekken": offer.spots,
        "week": offer.week,
        "momenten": offer.moments,
    }


def render(rows: Iterable[str]) -> bytes:
    """Give the one file of all offers; `rows` are JSON already."""
    hours: dict[str, int] = {}
    known = ""
    organisations = [orjson.loads(one) for one in rows]
    for organisation in organisations:
        for one in (*organisation["plekken"], *organisation["aanbod"]):
            code = one.pop("momenten")
            if code:
                *moments, known = code.split(" ")
                one["tijd"] = hours.setdefault(_steps(moments, int(known[1:].partition("-")[0])), len(hours))
    return orjson.dumps({"bekend": known[1:], "tijden": list(hours), "organisaties": organisations})


def _steps(moments: list[str], at: int) -> str:
    """Write moments (`o29700030-29700540`) as steps of minutes: `o30,510`, each from the end of the one before."""
    steps = []
    for moment in moments:
        begin, end = map(int, moment[1:].split("-"))
        steps.append(f"{moment[0]}{begin - at},{end - begin}")
        at = end
    return " ".join(steps)


def areas(known: Iterable[Area]) -> bytes:
    """Give the places that can be measured from: neighbourhoods, and postcodes with where they are."""
    return orjson.dumps(
        {area.id: {"naam": area.name, "postcodes": {code: [north, east] for code, north, east in area.postcodes}} for area in known}
    )
