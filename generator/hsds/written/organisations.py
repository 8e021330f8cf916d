"""An organisation of the sociale kaart as rows of HSDS: the organization itself and where it is. What it offers is in `services`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.answer import Paragraph
from generator.hsds.written.contact import add_address, add_phones, add_postal_address, add_telephone_line
from generator.hsds.written.plain import plain_line, plain_text
from generator.hsds.written.schedules import add_schedules
from generator.hsds.written.terms import BETWEEN
from generator.records.gedeeld import Adres
from generator.wording.phrases import path_of, words

if TYPE_CHECKING:
    from generator.hsds.written.collected import Collected, Path
    from generator.records.organisatie import Locatie, Organisatie

OURS = "Antwoordkaart"
"""The kind of identifier that names a record of this program."""

TELEPHONE = "(telefoon)"
"""Stands among the ids of locations; no location can have it, since ids have no brackets."""


def add_organisation(out: Collected, organisatie: Organisatie) -> dict[str, str]:
    """Add an organisation and its locations; give the ids of the locations, by what an offer calls them (`TELEPHONE` for its telephone)."""
    path = ("organisatie", organisatie.id)
    added = out.add(
        "organization",
        path,
        name=organisatie.naam,
        description=_description(out, organisatie),
        email=organisatie.contact.email,
        website=organisatie.contact.website,
        uri=out.url + path_of("organisatie", organisatie.id),
    )
    out.add("organization_identifier", path, organization_id=added, identifier_type=OURS, identifier=organisatie.id)
    add_phones(out, organisatie.contact, "organization", path)
    _mark(out, organisatie, path)
    places = {locatie.id: add_location(out, locatie, path, added) for locatie in organisatie.locaties}
    add_postal_address(out, organisatie.contact, path, added)
    if line := add_telephone_line(out, organisatie.contact, path, added):
        places[TELEPHONE] = line
    return places


def _description(out: Collected, organisatie: Organisatie) -> str:
    """Tell all that the public answer tells of the organisation itself, also for whom it is not."""
    say = out.say
    bodies = [body for text in (organisatie.kort_antwoord, organisatie.wat_is_het, organisatie.bijzonderheden) for body in say.bodies(text)]
    if elsewhere := say.elsewhere(organisatie.niet_hier):
        bodies += [Paragraph(words(say.lang("blok-niet-hier"))), *elsewhere]
    return plain_text(bodies, out.url)


def _mark(out: Collected, organisatie: Organisatie, path: Path) -> None:
    out.mark("organization", path, f"soort:{organisatie.soort}")
    told = {
        "trefwoorden": BETWEEN.join(organisatie.trefwoorden),
        "bron": organisatie.bron,
        "bron-url": organisatie.bron_url or "",
        "eigenaar": organisatie.eigenaar,
        "gevoelig": "ja" if organisatie.gevoelig else "",
    }
    for name, value in told.items():
        if value:
            out.mark("organization", path, f"gegeven:{name}", value)


def add_location(out: Collected, locatie: Locatie, organisation: Path, owner: str) -> str:
    """Add a place of the organisation at path `organisation`, with address, access and hours; give its id."""
    place = (*organisation, "locatie", locatie.id)
    added = out.add(
        "location",
        place,
        location_type="physical",
        organization_id=owner,
        name=locatie.naam,
        transportation=plain_line(out.say.line(locatie.bereikbaarheid), out.url) if locatie.bereikbaarheid else None,
        latitude=float(locatie.breedtegraad) if locatie.breedtegraad is not None else None,
        longitude=float(locatie.lengtegraad) if locatie.lengtegraad is not None else None,
        external_identifier=locatie.id,
        external_identifier_type=OURS,
    )
    add_address(out, Adres(straat=locatie.straat, postcode=locatie.postcode, plaats=locatie.plaats), place, "physical")
    add_access(out, locatie.toegankelijk, place)
    if locatie.wijk and out.catalogue.find(locatie.wijk) is not None:
        out.mark("location", place, f"wijk:{locatie.wijk.id}")
    if locatie.openingstijden:
        add_schedules(out, locatie.openingstijden, "location", place)
    return added


def add_access(out: Collected, features: tuple[str, ...], place: Path) -> None:
    """Tell what the location at `place` has for people with a disability."""
    for feature in features:
        told = out.say.lang(f"toegankelijk-{feature}")
        out.add("accessibility", (*place, feature), location_id=out.id_of("location", place), description=told)
        out.mark("accessibility", (*place, feature), f"toegankelijk:{feature}")
