"""Contact details and places that contradict each other: of one record, of two records, and of a place and its neighbourhood.

A number or an address that two organisations share is often a copy that somebody forgot to change, and often right: five organisations
hold office hours in one community centre. What is right, the reader should hear too, so that is how a sound one is accepted:

* a shared telephone number: `telefoon_toelichting` says who answers ("Dit is Veilig Thuis."), in all records but one; or the number is of
  a contact point with the same e-mail address, and so the same desk;
* a shared address: the name of the place, or `bereikbaarheid`, names the house or who else is there ("Spreekuur in De Linde");
* an e-mail address of another domain than the website: `verwant` names the organisation whose domain it is, or that one names this.

Contact points may share a number among themselves: that is what they are for. Desks count as others at an address, but are not warned
about, since two desks of the municipality in one building need no explanation.
"""

from __future__ import annotations

import re
from collections import defaultdict
from decimal import Decimal
from typing import TYPE_CHECKING, Any, NamedTuple

from generator.dutch import fold
from generator.postcodes import check_postcode
from generator.problems import Level, Position, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.catalogue import Catalogue
    from generator.records import Entry
    from generator.records.gedeeld import Contactgegevens
    from generator.records.organisatie import Locatie, Organisatie

NEAR = Decimal("0.0005")
"""Degrees, some 50 metres: two people who look up one house can differ as much."""

_WHO_ANSWERS = re.compile(r"\bDit is (?:het nummer van |de |het |een |[A-Z0-9])")
_IN_A_HOUSE = re.compile(r"\bin (?:het |de |een )?(?:buurthuis |wijkcentrum |gebouw )?(.{4,})$", re.IGNORECASE)


def check_place(entry: Entry, catalogue: Catalogue) -> Iterator[Problem]:
    """Give what is wrong with the contact details and places of one whole record by itself."""
    if entry.kind == "organisatie":
        yield from _check_domain(entry.record, catalogue)
        for place in entry.record.locaties:
            yield from _check_neighbourhood(entry.path, place, catalogue)
            yield from check_postcode(entry.path, place, catalogue)


def _check_domain(organisatie: Organisatie, catalogue: Catalogue) -> Iterator[Problem]:
    mail, site = _mail_domain(organisatie.contact), _site_domain(organisatie.contact)
    if mail and site and mail != site and mail not in _domains_of_relatives(organisatie, catalogue):
        message = f"het e-mailadres is van {mail}, de website van {site}"
        repair = "kijk of beide kloppen; hoort zij bij een andere organisatie, noem die dan bij verwant"
        yield Problem(organisatie.at, "ander-domein", message, repair, Level.WAARSCHUWING, fragment="email:")


def _domains_of_relatives(organisatie: Organisatie, catalogue: Catalogue) -> set[str]:
    relatives = catalogue.related.get(("organisatie", organisatie.id), ())
    return {domain for other in relatives for domain in (_mail_domain(other.contact), _site_domain(other.contact)) if domain}


def _mail_domain(details: Contactgegevens) -> str:
    return _registered((details.email or "").rpartition("@")[2])


def _site_domain(details: Contactgegevens) -> str:
    return _registered((details.website or "").removeprefix("https://").partition("/")[0].partition(":")[0])


def _registered(host: str) -> str:
    """Give the name that someone registered: the last two parts of the host; names under .co.uk and the like are not told apart."""
    return ".".join(host.lower().split(".")[-2:])


def _check_neighbourhood(path: str, place: Locatie, catalogue: Catalogue) -> Iterator[Problem]:
    digits = place.postcode[:4]
    owners = [wijk for wijk in catalogue.by_kind["wijk"].values() if digits in wijk.postcodes]
    named = catalogue.find(place.wijk) if place.wijk is not None else None
    if place.wijk is None and owners:
        message, repair = f"postcode {digits} ligt in {owners[0].naam}, maar er staat geen wijk bij", f"voeg toe: wijk: {owners[0].id}"
    elif named is not None and named not in owners:
        where = f"in {owners[0].naam}" if owners else "buiten alle wijken van de gemeente"
        message, repair = f"postcode {digits} ligt {where}, niet in {named.naam}", "verbeter de postcode of de wijk"
    else:
        return
    yield Problem(Position(path), "wijk-postcode", message, repair, Level.WAARSCHUWING, fragment=place.straat)


def check_shared_contacts(catalogue: Catalogue) -> Iterator[Problem]:
    """Give what two organisations, or an organisation and a contact point, say of one telephone number or one address."""
    yield from _check_numbers(catalogue)
    yield from _check_addresses(catalogue)


class _Number(NamedTuple):
    """Who has a telephone number, and whether the record explains that it is shared."""

    who: str
    at: Position
    explained: bool
    typed: str


def _dialled(number: str) -> str:
    """Give the digits that a telephone in the Netherlands dials, so that spaces, dashes and +31 make no other number of it."""
    digits = re.sub(r"\D", "", number)
    return "0" + digits[2:] if number.startswith("+31") else digits


def _check_numbers(catalogue: Catalogue) -> Iterator[Problem]:
    answering: dict[str, list[_Number]] = defaultdict(list)
    mails: dict[str, set[str | None]] = defaultdict(set)
    for point in catalogue.by_kind["contactpunt"].values():
        if number := point.gegevens.telefoon:
            mails[_dialled(number)].add(point.gegevens.email)
            answering.setdefault(_dialled(number), [_Number(f"contactpunt:{point.id}", point.at, explained=False, typed=number)])
    for organisatie in catalogue.by_kind["organisatie"].values():
        contact = organisatie.contact
        if number := contact.telefoon:
            same_desk = contact.email is not None and contact.email in mails[_dialled(number)]
            explained = same_desk or _WHO_ANSWERS.search(contact.telefoon_toelichting or "") is not None
            answering[_dialled(number)].append(_Number(f"organisatie:{organisatie.id}", organisatie.at, explained, number))
    for found in answering.values():
        unexplained = [one for one in found if not one.explained]
        for one in unexplained[1:]:
            message = f"{one.typed} is ook het nummer van {unexplained[0].who}"
            repair = "verbeter het nummer, of zeg bij telefoon_toelichting wie er opneemt: Dit is Veilig Thuis."
            yield Problem(one.at, "zelfde-telefoon", message, repair, Level.WAARSCHUWING, fragment="telefoon:")


class _Place(NamedTuple):
    """Who is at an address: as residents know them (folded), what they say of the place (folded), and what must agree."""

    who: str
    at: Position
    street: str
    names: tuple[str, ...]
    told: str
    postcode: str
    wijk: str | None
    degrees: tuple[Decimal | None, Decimal | None]
    is_desk: bool = False


def _check_addresses(catalogue: Catalogue) -> Iterator[Problem]:
    there: dict[tuple[str, str], list[_Place]] = defaultdict(list)
    areas = frozenset(fold(wijk.naam) for wijk in catalogue.by_kind["wijk"].values())
    for loket in catalogue.by_kind["loket"].values():
        if loket.adres and loket.adres.straat:
            there[_address(loket.adres.straat, loket.adres.plaats)].append(_desk_place(loket, areas))
    for organisatie in catalogue.by_kind["organisatie"].values():
        for locatie in organisatie.locaties:
            there[_address(locatie.straat, locatie.plaats)].append(_place(organisatie, locatie, areas))
    for found in there.values():
        if len(found) > 1:
            for number, place in enumerate(found):
                if not place.is_desk:
                    yield from _check_against(place, found[:number])
            yield from _unexplained(found)


def _address(street: str, town: str) -> tuple[str, str]:
    return " ".join(fold(street).split()), fold(town)


def _desk_place(loket: Any, areas: frozenset[str]) -> _Place:  # noqa: ANN401 - a Loket with an address
    address, names = loket.adres, _names(loket.naam, areas)
    wijk = loket.wijk.id if loket.wijk else None
    return _Place(f"loket:{loket.id}", loket.at, address.straat, names, " ".join(names), address.postcode, wijk, (None, None), is_desk=True)


def _place(organisatie: Organisatie, locatie: Locatie, areas: frozenset[str]) -> _Place:
    how = locatie.bereikbaarheid.raw if locatie.bereikbaarheid else ""
    degrees = (locatie.breedtegraad, locatie.lengtegraad)
    names = (*_names(organisatie.naam, areas | {fold(locatie.plaats)}), *_names(locatie.naam, areas | {fold(locatie.plaats)}))
    told = fold(f"{organisatie.naam} {locatie.naam} {how}")
    wijk = locatie.wijk.id if locatie.wijk else None
    return _Place(f"organisatie:{organisatie.id}", organisatie.at, locatie.straat, names, told, locatie.postcode, wijk, degrees)


def _names(name: str, areas: frozenset[str]) -> tuple[str, ...]:
    """Give a name as others may use it, folded: without its neighbourhood or town, and a house by itself (`Spreekuur in De Linde`)."""
    whole, house = fold(name), _IN_A_HOUSE.search(name)
    short, _, last = whole.rpartition(" ")
    return (whole, *((short,) if last in areas and short else ()), *((fold(house[1]),) if house else ()))


def _check_against(place: _Place, others: list[_Place]) -> Iterator[Problem]:
    """Report the first other record that says something else of the same address."""
    for other in others:
        if difference := _difference(place, other):
            message = f"{other.who} heeft hetzelfde adres met {difference}"
            repair = "kijk welke van de twee klopt, en verbeter de andere"
            yield Problem(place.at, "adres-tegenspraak", message, repair, Level.WAARSCHUWING, fragment=place.street)
            return


def _difference(place: _Place, other: _Place) -> str:
    if place.postcode != other.postcode:
        return f"een andere postcode: {other.postcode}"
    if place.wijk and other.wijk and place.wijk != other.wijk:
        return f"een andere wijk: {other.wijk}"
    for here, there in zip(place.degrees, other.degrees, strict=True):
        if here is not None and there is not None and abs(here - there) > NEAR:
            return "een andere plek op de kaart: " + " ".join(str(degree).replace(".", ",") for degree in other.degrees)
    return ""


def _unexplained(found: list[_Place]) -> Iterator[Problem]:
    """Report who came to an address where others are, when none of them says a word about the house or each other."""
    for number, place in enumerate(found):
        others = [other for other in found if other.who != place.who]
        earlier = [other for other in found[:number] if other.who != place.who]
        if place.is_desk or not earlier or any(_speaks_of(place, other) or _speaks_of(other, place) for other in others):
            continue
        message = f"op dit adres zit ook {earlier[0].who}"
        repair = "verbeter het adres, of zeg bij naam of bereikbaarheid in welk gebouw het is: Spreekuur in De Linde"
        yield Problem(place.at, "zelfde-adres", message, repair, Level.WAARSCHUWING, fragment=place.street)


def _speaks_of(place: _Place, other: _Place) -> bool:
    return any(re.search(rf"\b{re.escape(name)}\b", place.told) is not None for name in other.names)


__all__ = ["check_place", "check_shared_contacts"]
