"""The municipality as an organisation of HSDS, and its desks as its services: where a resident can go with any question."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.answer import plain_bodies
from generator.hsds.written.contact import add_address, add_phones, add_postal_address, add_telephone_line
from generator.hsds.written.organisations import add_access
from generator.hsds.written.plain import plain_line, plain_text
from generator.hsds.written.schedules import add_schedules
from generator.hsds.written.services import add_area, mark_products
from generator.hsds.written.terms import BETWEEN
from generator.wording.phrases import path_of

if TYPE_CHECKING:
    from generator.hsds.written.collected import Collected, Path
    from generator.records.inhoud import Contactpunt, Loket

MUNICIPALITY: Path = ("gemeente",)


def add_desks(out: Collected) -> None:
    """Add the municipality with every published desk; nothing where there is no desk."""
    desks = sorted(out.catalogue.by_kind["loket"].items())
    if not desks:
        return
    gemeente, contact = out.catalogue.gemeente, out.catalogue.contact.gegevens
    general = out.catalogue.find(gemeente.kcc_loket)
    about = " ".join(plain_bodies(out.say.bodies(general.kort_antwoord))) if general else gemeente.naam
    added = out.add(
        "organization", MUNICIPALITY, name=gemeente.naam, description=about, email=contact.email, website=contact.website, uri=f"{out.url}/"
    )
    add_phones(out, contact, "organization", MUNICIPALITY)
    add_postal_address(out, contact, MUNICIPALITY, added)
    lines = {}
    for _, loket in desks:
        punt = out.catalogue.find(loket.contact)
        if punt.id not in lines:
            lines[punt.id] = add_telephone_line(out, punt.gegevens, ("contactpunt", punt.id), added)
        _add_desk(out, loket, punt, lines[punt.id])


def _add_desk(out: Collected, loket: Loket, punt: Contactpunt, line: str) -> None:
    say, path = out.say, ("loket", loket.id)
    service = out.add(
        "service",
        path,
        organization_id=out.id_of("organization", MUNICIPALITY),
        name=loket.naam,
        description=plain_text((*say.bodies(loket.kort_antwoord), *say.bodies(loket.wat_is_het)), out.url),
        url=out.url + path_of("loket", loket.id),
        email=punt.gegevens.email,
        status="active",
        application_process=plain_line(say.line(loket.afspraak), out.url) if loket.afspraak else None,
        assured_date=loket.gecontroleerd_op.isoformat(),
        assurer_email=out.catalogue.contact.gegevens.email,
    )
    out.add("contact", path, service_id=service, name=punt.naam, email=punt.gegevens.email)
    add_phones(out, punt.gegevens, "contact", path)
    mark_products(out, loket.producten, path)
    out.mark("service", path, "gegeven:trefwoorden", BETWEEN.join(loket.trefwoorden))
    add_area(out, "gemeente", [], path)
    places = [_add_place(out, loket, path)] if loket.adres else []
    for location in [*places, *([line] if line else [])]:
        out.add("service_at_location", (*path, location), service_id=service, location_id=location)


def _add_place(out: Collected, loket: Loket, path: Path) -> str:
    added = out.add(
        "location",
        path,
        location_type="physical",
        organization_id=out.id_of("organization", MUNICIPALITY),
        name=loket.naam,
    )
    assert loket.adres is not None  # noqa: S101 - the only caller asks first
    add_address(out, loket.adres, path, "physical")
    add_access(out, loket.toegankelijk, path)
    if loket.wijk and out.catalogue.find(loket.wijk) is not None:
        out.mark("location", path, f"wijk:{loket.wijk.id}")
    if loket.openingstijden:
        add_schedules(out, loket.openingstijden, "location", path)
    return added
