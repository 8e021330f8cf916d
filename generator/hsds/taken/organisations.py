"""An organization of HSDS, with its services and locations, as a record of an organisation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.hsds.taken.contact import Contact, contact_of, reached, websites
from generator.hsds.taken.offers import STOPPED, offer
from generator.hsds.taken.places import places_of
from generator.hsds.taken.taking import Marks
from generator.hsds.taken.texts import our_text, plain_words
from generator.hsds.taken.values import day, fits, is_id
from generator.hsds.written.organisations import OURS
from generator.hsds.written.terms import BETWEEN
from generator.scalars import webadres

if TYPE_CHECKING:
    from generator.hsds.taken.places import Fields, Places
    from generator.hsds.taken.reading import Row
    from generator.hsds.taken.taking import Taking


def organisation(identifier: str, row: Row | None, taking: Taking) -> Fields:
    """Read one organization as the fields of a record; `row` is None where services name it and no table has it."""
    marks = taking.marks("organization", row) if row else Marks()
    services = _services(identifier, taking)
    name = plain_words(row.get("name")) if row else ""
    places = places_of(_locations(identifier, services, taking), taking, name)
    contact = contact_of(row, services, places, taking)
    offers, of_services = _offers(services, taking, places, contact)
    short, _, more = our_text(row.get("description") if row else "").partition("\n\n")
    chosen = taking.choices
    areas = [area for service in services for area in taking.source.of("service_area", "service_id", service.look("id"))]
    served, quarters = _served(areas, taking, contact)
    return {
        "naam": name,
        "soort": (marks.codes("soort") or [chosen.soort])[0],
        "werkgebied": served,
        "werkgebied_wijken": quarters if served == "wijk" else [],
        "themas": _of_all(of_services, "thema", taking) or list(chosen.themas),
        "leefdomeinen": list(dict.fromkeys(code for one in of_services for code in one.codes("leefdomein"))) or list(chosen.leefdomeinen),
        "trefwoorden": _keywords(row, services, [marks, *of_services]),
        "kort_antwoord": short,
        "wat_is_het": more,
        "contact": contact.fields,
        "locaties": places.records,
        "aanbod": offers,
        "bijzonderheden": "\n\n".join([*contact.words, *(our_text(words) for words in places.words), *_websites(row, taking)]),
        **_origin(row, marks, services, taking),
    }


def identifier_of(row: Row | None, taking: Taking) -> str:
    """Give the id that an export of ours says the record had; empty for any other source."""
    for one in taking.source.of("organization_identifier", "organization_id", row.look("id")) if row else []:
        if one.look("identifier_type") == OURS and is_id(one.look("identifier")):
            one.get("identifier_type")
            return one.get("identifier")
    return ""


def _services(identifier: str, taking: Taking) -> list[Row]:
    found = taking.source.of("service", "organization_id", identifier)
    for service in (one for one in found if one.look("status") in STOPPED):
        taking.account.lost(f"dienst met status {service.look('status')}", service.look("name"))
    return [one for one in found if one.look("status") not in STOPPED]


def _locations(identifier: str, services: list[Row], taking: Taking) -> list[Row]:
    """Give its own locations, and those of others where one of its services is."""
    source = taking.source
    found = {row.look("id"): row for row in source.of("location", "organization_id", identifier)}
    for service in services:
        for link in source.of("service_at_location", "service_id", service.look("id")):
            location = source.find("location", link.look("location_id"))
            if location is not None:
                found.setdefault(location.look("id"), location)
    return list(found.values())


def _offers(services: list[Row], taking: Taking, places: Places, contact: Contact) -> tuple[list[Fields], list[Marks]]:
    taken, offers = set[str](), []
    for one in services:
        links = taking.source.of("service_at_location", "service_id", one.look("id"))
        told = [words for link in links for words in reached("service_at_location", link, taking, contact)]
        told = [*reached("service", one, taking, contact), *told, *websites("service", one, taking)]
        offers.append(offer(one, taking, places, taken, list(dict.fromkeys(told))))
    return offers, [taking.marks("service", one) for one in services]


def _of_all(of_services: list[Marks], kind: str, taking: Taking) -> list[str]:
    together = Marks()
    for one in of_services:
        together.ours[kind] += one.ours[kind]
    return taking.references(kind, together)


def _keywords(row: Row | None, services: list[Row], marks: list[Marks]) -> list[str]:
    """Give words to search by: ours, or else other names, the terms of others, and the names of the services."""
    ours = [word for one in marks for value in one.values("trefwoorden") for word in value.split(BETWEEN)]
    others = [row.get("alternate_name") if row else "", *(service.get("alternate_name") for service in services)]
    others += [name for one in marks for name in one.names]
    found = list(dict.fromkeys(plain_words(word) for word in (*ours, *others) if word))
    return found or list(dict.fromkeys(plain_words(name) for service in services if (name := service.look("name"))))


def _served(areas: list[Row], taking: Taking, contact: Contact) -> tuple[str, list[str]]:
    """Give the word for the area, and its neighbourhoods; areas of others are told in words."""
    marks = [taking.marks("service_area", area) for area in areas]
    words = [code for one in marks for code in one.codes("werkgebied")]
    together = Marks()
    for one in marks:
        together.ours["wijk"] += one.ours["wijk"]
    named = []
    for area, one in zip(areas, marks, strict=True):
        told = [area.get("name"), area.get("description")]
        named += [plain_words(told[0])] if told[0] and not one.codes("werkgebied") else []
    if named:
        contact.words.append(f"Werkgebied: {our_text(', '.join(dict.fromkeys(named)))}")
        taking.account.moved("service_area: als woorden bij bijzonderheden", named[0])
    return (words or [taking.choices.werkgebied])[0], taking.references("wijk", together)


def _websites(row: Row | None, taking: Taking) -> list[str]:
    return websites("organization", row, taking) if row else []


def _origin(row: Row | None, marks: Marks, services: list[Row], taking: Taking) -> Fields:
    """Tell where the record comes from, and when it was checked: as far as all of it was."""
    chosen, uri = taking.choices, row.look("uri") if row else ""
    ours = bool(marks.values("bron"))
    checked = [date for service in services if (date := day(service.get("assured_date") or service.look("last_modified")))]
    if row and (ours or fits(webadres, uri)):
        row.get("uri")
    for service in services:
        if ours:
            service.get("assurer_email")
    return {
        "bron": (marks.values("bron") or [chosen.bron])[0],
        "bron_url": (marks.values("bron-url") or [uri if fits(webadres, uri) and not ours else ""])[0],
        "gecontroleerd_op": chosen.gecontroleerd_op or (min(checked).isoformat() if checked else None),
        "eigenaar": (marks.values("eigenaar") or [chosen.eigenaar])[0],
        "gevoelig": "ja" if marks.values("gevoelig") else None,
    }
