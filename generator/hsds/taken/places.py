"""Locations of HSDS as places where people go, addresses for letters, telephone hours, or words."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from generator.hsds.taken.texts import our_line, plain_words
from generator.hsds.taken.values import coordinate, is_id, postcode, unused
from generator.hsds.written.organisations import OURS

if TYPE_CHECKING:
    from generator.hsds.taken.reading import Row
    from generator.hsds.taken.taking import Taking

Fields = dict[str, Any]
"""Fields of a record as an editor types them; None and empty values are not written."""


@dataclass(slots=True)
class Places:
    """The locations of one organisation: as records, and by id of HSDS what an offer calls them."""

    records: list[Fields] = field(default_factory=list)
    names: dict[str, str] = field(default_factory=dict)
    ways: dict[str, str] = field(default_factory=dict)
    """For a virtual location: how help is given there, `telefoon` or `online`."""
    post: Fields = field(default_factory=dict)
    telephone: dict[str, Fields] = field(default_factory=dict)
    """Telephone hours, by the digits of the number."""
    telephone_words: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    phones: list[tuple[str, Row]] = field(default_factory=list)
    """Numbers of a place, each with the name of the place."""


def places_of(rows: list[Row], taking: Taking, owner: str) -> Places:
    """Read the locations of the organisation named `owner`."""
    places, taken = Places(), set[str]()
    for row in rows:
        kind = row.get("location_type") or "physical"
        if kind == "postal":
            _, places.post = _address(row, taking, {"postal", ""})
            row.get("name")
        elif kind == "virtual":
            _virtual(row, taking, places)
        else:
            record = _physical(row, taking, places, owner, taken)
            places.records.append(record)
            places.names[row.look("id")] = record["id"]
    return places


def _physical(row: Row, taking: Taking, places: Places, owner: str, taken: set[str]) -> Fields:
    name = plain_words(row.get("name", "alternate_name")) or owner
    ours = row.get("external_identifier") if row.look("external_identifier_type") == OURS else ""
    attention, address = _address(row, taking, {"physical", ""})
    marks = taking.marks("location", row)
    times, words = taking.hours("location", row)
    if ours:
        row.get("external_identifier_type")
    told = [row.get("description"), attention, *_told_access(row, taking)]
    places.words += [f"{name}: {plain_words(text)}" for text in (*told, *words) if text]
    places.phones += [(name, phone) for phone in taking.source.of("phone", "location_id", row.look("id"))]
    quarters = [*taking.references("wijk", marks), taking.neighbourhood(address.get("postcode", ""))]
    latitude, longitude = row.get("latitude"), row.get("longitude")
    return {
        "id": unused(ours if is_id(ours) else name, taken, "locatie"),
        "naam": name,
        **address,
        "wijk": quarters[0],
        "breedtegraad": coordinate(latitude) if latitude else None,
        "lengtegraad": coordinate(longitude) if longitude else None,
        "toegankelijk": _access(row, taking),
        "bereikbaarheid": our_line(row.get("transportation")),
        "openingstijden": times,
    }


def _address(row: Row, taking: Taking, kinds: set[str]) -> tuple[str, Fields]:
    """Give who to ask for, and one address of a location, of these `kinds` if there is one; others are accounted for as not carried."""
    addresses = taking.source.of("address", "location_id", row.look("id"))
    for address in sorted(addresses, key=lambda address: address.look("address_type") not in kinds)[:1]:
        address.get("address_type"), address.get("country")
        if address.look("country").upper() == address.look("state_province").upper():
            address.get("state_province")  # ours: HSDS asks for one, and the records have none
        return address.get("attention"), address_fields(address)
    return "", {}


def address_fields(address: Row) -> Fields:
    """Give an address as an editor types it; what it lacks is left out, and `check` asks for it."""
    street = ", ".join(plain_words(part) for part in (address.get("address_1"), address.get("address_2")) if part)
    return {"straat": street, "postcode": postcode(address.get("postal_code")), "plaats": plain_words(address.get("city"))}


def _access(row: Row, taking: Taking) -> list[str]:
    rows = taking.source.of("accessibility", "location_id", row.look("id"))
    return list(dict.fromkeys(code for one in rows for code in taking.marks("accessibility", one).codes("toegankelijk")))


def _told_access(row: Row, taking: Taking) -> list[str]:
    """Give what is told of access in words of others: what a place has, or has not, can't be guessed from those."""
    told = []
    for one in taking.source.of("accessibility", "location_id", row.look("id")):
        words = ". ".join(text.rstrip(".") for text in (one.get("description"), one.get("details"), one.get("url")) if text)
        if words and not taking.marks("accessibility", one).codes("toegankelijk"):
            taking.account.moved("accessibility: als woorden bij bijzonderheden", words)
            told.append(words)
    return told


def _virtual(row: Row, taking: Taking, places: Places) -> None:
    """Read a telephone number with its hours, or a place on the internet."""
    url, name = row.get("url"), plain_words(row.get("name", "alternate_name"))
    if url.startswith("tel:"):
        hours_words = [one.look("description") for one in taking.source.of("schedule", "location_id", row.look("id"))]
        places.telephone[url.removeprefix("tel:")], words = taking.hours("location", row)
        places.telephone_words += hours_words
        places.ways[row.look("id")] = "telefoon"
    else:
        places.ways[row.look("id")] = "online"
        times, words = taking.hours("location", row)
        if times:
            taking.account.lost("tijden van een plek op internet", name)
        words = [text for text in (name, url, row.get("description"), *words) if text]
        words = [": ".join(words)] if words else []
    places.words += words
    places.phones += [(name, phone) for phone in taking.source.of("phone", "location_id", row.look("id"))]
