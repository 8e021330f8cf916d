"""How someone is reached, in HSDS: telephones, the hours in which they are answered, and the address for letters."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.hsds.written.schedules import add_schedules
from generator.wording.hours import hours_line

if TYPE_CHECKING:
    from generator.hsds.tables import Value
    from generator.hsds.written.collected import Collected, Path
    from generator.records.gedeeld import Adres, Contactgegevens

COUNTRY = "NL"
PROVINCE = "NL"
"""HSDS asks for a state or province, which no record has; an empty value would be refused, and a guess would be wrong."""


def add_phones(out: Collected, details: Contactgegevens, owner: str, path: Path) -> None:
    """Add the numbers of the object of table `owner` at `path`; what one must know of a number is told with it, hours included."""
    holder = {f"{owner}_id": out.id_of(owner, path)}
    if details.telefoon:
        told = [details.telefoon_toelichting or "", _answered(out, details)]
        words = " ".join(text if text.endswith((".", "!", "?")) else f"{text}." for text in told if text)
        out.add("phone", (owner, *path, "telefoon"), **holder, number=details.telefoon, type="voice", description=words)
    if details.whatsapp:
        name = out.say.lang("rij-whatsapp")
        out.add("phone", (owner, *path, "whatsapp"), **holder, number=details.whatsapp, type="text", description=name)


def _answered(out: Collected, details: Contactgegevens) -> str:
    if not details.bereikbaar:
        return ""
    return f"{out.say.lang('telefonisch-bereikbaar')}: {hours_line(details.bereikbaar, out.say, manner='bereikbaar')}"


def add_telephone_line(out: Collected, details: Contactgegevens, path: Path, organisation: str) -> str:
    """Add a virtual location for a number with hours, since HSDS has schedules for places and not for telephones; give its id, or ''."""
    if not details.telefoon or not details.bereikbaar:
        return ""
    line = (*path, "telefoon")
    added = out.add(
        "location",
        line,
        location_type="virtual",
        organization_id=organisation,
        name=out.say.lang("rij-telefoon"),
        url="tel:" + re.sub(r"[^0-9+]", "", details.telefoon),
    )
    add_schedules(out, details.bereikbaar, "location", line, manner="bereikbaar")
    return added


def add_postal_address(out: Collected, details: Contactgegevens, path: Path, organisation: str) -> None:
    """Add the address for letters: a location of the type `postal`."""
    if details.postadres:
        place = (*path, "post")
        out.add("location", place, location_type="postal", organization_id=organisation, name=out.say.lang("rij-postadres"))
        add_address(out, details.postadres, place, "postal")


def add_address(out: Collected, address: Adres, place: Path, kind: str) -> None:
    """Add the address of the location at `place`: `physical` or `postal`."""
    where: dict[str, Value | None] = {"address_1": address.straat, "city": address.plaats, "postal_code": address.postcode}
    out.add(
        "address",
        place,
        location_id=out.id_of("location", place),
        **where,
        state_province=PROVINCE,
        country=COUNTRY,
        address_type=kind,
    )
