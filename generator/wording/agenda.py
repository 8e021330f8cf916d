"""Opening hours to take along in a calendar, in words of the answer: what is open, where, and all its hours on one line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.agenda import Entry
from generator.answer import Link, Paragraph
from generator.recurring import series
from generator.wording.hours import hours_line
from generator.wording.phrases import address, path_of
from generator.wording.week import moments_code

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.answer import Body
    from generator.records.gedeeld import Openingstijden
    from generator.records.inhoud import Loket
    from generator.records.organisatie import Aanbod, Organisatie
    from generator.wording.phrases import Phrases


def organisatie_agenda(organisatie: Organisatie, say: Phrases) -> tuple[Entry, ...]:
    """Give the hours of its places, and of offers that have hours of their own. What is sensitive goes in nobody's calendar."""
    if organisatie.gevoelig:
        return ()
    places = [
        _entry(f"locatie-{place.id}", (place.naam, organisatie.naam), address(place), place.openingstijden, say)
        for place in organisatie.locaties
    ]
    offers = [
        _entry(f"aanbod-{offer.id}", (offer.naam, organisatie.naam), _where(offer, organisatie), offer.openingstijden, say)
        for offer in organisatie.aanbod
    ]
    return tuple(entry for entry in (*places, *offers) if entry is not None)


def loket_agenda(loket: Loket, say: Phrases) -> tuple[Entry, ...]:
    """Give the hours of a desk."""
    where = address(loket.adres) if loket.adres else ""
    entry = None if loket.gevoelig else _entry("adres", (loket.naam,), where, loket.openingstijden, say)
    return (entry,) if entry is not None else ()


def agenda_link(entries: Iterable[Entry], kind: str, identifier: str, say: Phrases) -> list[Body]:
    """Lead to the calendar, where there is one."""
    target = f"{path_of(kind, identifier)}{identifier}.ics"
    return [Paragraph((Link(say.lang("agenda-zet"), target),))] if any(entries) else []


def _where(offer: Aanbod, organisatie: Organisatie) -> str:
    """Give the address of an offer that is at one place."""
    places = [place for place in organisatie.locaties if place.id in offer.locaties]
    return address(places[0]) if len(places) == 1 else ""


def _entry(identifier: str, names: tuple[str, ...], where: str, times: Openingstijden | None, say: Phrases) -> Entry | None:
    recurring = series(times, say.catalogue.peildatum) if times else ()
    if times is None or not recurring:
        return None
    name = ", ".join(dict.fromkeys(names))
    title = say.lang("agenda-open", naam=name)
    return Entry(
        id=identifier,
        title=title,
        title_appointment=f"{title} ({say.lang('op-afspraak')})",
        address=where,
        hours=hours_line(times, say),
        series=recurring,
        moments=moments_code(times, say.catalogue.peildatum),
    )


__all__ = ["agenda_link", "loket_agenda", "organisatie_agenda"]
