"""What the finder tells of an organisation's offers: words that its answer has too, and values to filter and sort by."""

from __future__ import annotations

import dataclasses
from functools import lru_cache, reduce
from operator import or_
from typing import TYPE_CHECKING

from generator.answer import Paragraph, Table, plain, plain_bodies
from generator.offer import PARTS_OF_DAY, Offer, Provider, Spot
from generator.openings import days
from generator.wording.organisatie import access, area_served, organisatie_answer
from generator.wording.phrases import speaking
from generator.wording.week import moments_code

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from generator.answer import Answer, Body
    from generator.catalogue import Catalogue
    from generator.records.gedeeld import Openingstijden
    from generator.records.organisatie import Aanbod, Locatie, Organisatie
    from generator.wording.phrases import Phrases

WEEKS = 4
"""What is open on some Tuesday in so many weeks is found under Tuesday: also what is there once a month."""

FULL_DAY = 24 * 60


def organisatie_with_offers(organisatie: Organisatie, catalogue: Catalogue) -> Answer:
    """Word the answer about `organisatie`, and beside it what the finder must know."""
    say = speaking(catalogue)
    wijken = catalogue.found(organisatie.werkgebied_wijken)
    provider = Provider(
        domains=organisatie.leefdomeinen,
        area=organisatie.werkgebied,
        wijken=tuple(wijk.id for wijk in wijken),
        served=area_served(organisatie, say),
        spots=tuple(_spot(place, catalogue) for place in organisatie.locaties),
        offers=tuple(_offer(aanbod, organisatie, say) for aanbod in organisatie.aanbod),
    )
    return dataclasses.replace(organisatie_answer(organisatie, catalogue), provider=provider)


def _spot(place: Locatie, catalogue: Catalogue) -> Spot:
    known = place.breedtegraad is not None and place.lengtegraad is not None
    return Spot(
        name=place.naam,
        address=f"{place.straat}, {place.postcode} {place.plaats}",
        wijk=place.wijk.id if place.wijk and catalogue.find(place.wijk) is not None else "",
        latitude=float(place.breedtegraad) if known and place.breedtegraad is not None else None,
        longitude=float(place.lengtegraad) if known and place.lengtegraad is not None else None,
        wheelchair="rolstoel" in place.toegankelijk,
        moments=moments_code(place.openingstijden, catalogue.peildatum) if place.openingstijden else "",
    )


def _offer(aanbod: Aanbod, organisatie: Organisatie, say: Phrases) -> Offer:
    peildatum = say.catalogue.peildatum
    places = [place for place in organisatie.locaties if place.id in aanbod.locaties]
    own = aanbod.openingstijden or (organisatie.contact.bereikbaar if not places and "telefoon" in aanbod.manier else None)
    hours = [own] if own else [place.openingstijden for place in places if place.openingstijden]
    return Offer(
        block=f"aanbod-{aanbod.id}",
        title=aanbod.naam,
        short=plain_bodies(say.bodies(aanbod.omschrijving))[0],
        access=access(aanbod, say.lang),
        way_in=aanbod.toegang,
        costs=tuple(_cost_lines(say.costs(aanbod.kosten, free=aanbod.gratis, note=aanbod.kosten_toelichting))),
        payment="gratis" if aanbod.gratis else "bijdrage" if aanbod.kosten else "verschilt",
        groups=aanbod.doelgroepen,
        ages=(aanbod.leeftijd_vanaf, aanbod.leeftijd_tot_en_met),
        languages=aanbod.talen,
        manners=aanbod.manier,
        spots=tuple(number for number, place in enumerate(organisatie.locaties) if place in places),
        week=_week(hours, peildatum),
        moments=moments_code(own, peildatum) if own else "",
    )


def _cost_lines(bodies: Iterable[Body]) -> list[str]:
    """Give the amounts, each with what it is for; or else the first line that tells of costs."""
    told = list(bodies)
    for body in told:
        if isinstance(body, Table):
            return [" ".join(plain(cell) for cell in row) for row in body.rows]
    return [plain(body.line) if isinstance(body, Paragraph) else plain_bodies([body])[0] for body in told[:1]]


def _week(hours: Iterable[Openingstijden], first: dt.date) -> int:
    """Set a bit for each part of each weekday on which one of `hours` has something, also by appointment."""
    return reduce(or_, (_week_of(times, first) for times in hours), 0)


@lru_cache(maxsize=4096)
def _week_of(times: Openingstijden, first: dt.date) -> int:
    held = {(one.date.weekday(), span.begin, span.end) for one in days(times, first, WEEKS * 7) for span in one.spans}
    return reduce(or_, (_bits(*span) for span in held), 0)


def _bits(weekday: int, begin: int, end: int) -> int:
    bits = 0
    for after in (0, 1):  # the part past midnight is on the next day
        for number, (starts, ends) in enumerate(PARTS_OF_DAY):
            if begin < ends + after * FULL_DAY and end > starts + after * FULL_DAY:
                bits |= 1 << ((weekday + after) % 7 * len(PARTS_OF_DAY) + number)
    return bits


__all__ = ["organisatie_with_offers"]
