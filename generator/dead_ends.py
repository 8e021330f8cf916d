"""What leads nowhere: someone who is told "not here" without an elsewhere, and a caller who is handed over to nobody.

Source: the inventory of sociale kaarten (VNG/SVB, 2021), which asks that everybody who is turned away hears where to go instead.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.problems import Level, Problem
from generator.records.gedeeld import ELDERS
from generator.referrals import REFERRING, name_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.catalogue import Catalogue
    from generator.fields import Reference
    from generator.records import Entry
    from generator.records.gedeeld import KccLaag, NietHier
    from generator.records.product import Product

_TELEPHONE = re.compile(
    r"(?<![\w€.,])(?:11[23]|144|116 ?\d{3}|14 ?0\d{2,4}|0\d{2,3}[ -]?\d[\d -]{2,}\d|\+\d[\d -]{7,}\d)"
    r"(?![\w%,]|\s+(?:jaar|uur|da|we|ma|meter|kilo|euro|keer))"
)
"""A number that someone can call: of ten digits, 14 with an area code, 0800 or 0900, an emergency number, or from abroad. What is
counted (112 dagen) is none."""

_REPAIR = "voeg verwijst_naar toe, zet een link of telefoonnummer in dan, of kies elders: " + ", ".join(ELDERS)


def check_dead_ends(entry: Entry, catalogue: Catalogue) -> Iterator[Problem]:
    """Give the dead ends of one whole record; the rest of the catalogue may be light."""
    if entry.kind not in REFERRING:
        return
    for exclusion in getattr(entry.record, "niet_hier", ()):
        if not _says_where(exclusion) and (message := _leads_nowhere(exclusion.verwijst_naar, catalogue)):
            yield Problem(exclusion.wie.at, "doodlopend", message, _REPAIR)
    if entry.kind == "product":
        yield from _refused_for_good(entry.record)
    if entry.record.kcc:
        yield from _unanswered(entry.record.kcc, catalogue)


def _refused_for_good(product: Product) -> Iterator[Problem]:
    """Ask of a product with conditions what comes after a no: who is not eligible must read what is possible instead, or how to object."""
    if product.voorwaarden is not None and not product.niet_hier and product.bezwaar is None:
        message = "wie dit niet krijgt, leest niet wat dan kan"
        repair = "voeg niet_hier toe (voor wie dit niet is, en wat dan wel kan), of bezwaar"
        yield Problem(product.voorwaarden.at, "geen-vervolg", message, repair, Level.WAARSCHUWING)


def _says_where(exclusion: NietHier) -> bool:
    raw = exclusion.dan.raw
    return exclusion.elders is not None or "](" in raw or _TELEPHONE.search(raw) is not None


def _leads_nowhere(references: tuple[Reference, ...], catalogue: Catalogue) -> str:
    """Say why `references` lead nowhere; nothing where one leads to a page, or to a mistake that another rule reports."""
    if not references:
        return "wie hier niet terecht kan, leest niet waar wel"
    if any(catalogue.find(reference) is not None or not _is_waiting(reference, catalogue) for reference in references):
        return ""
    return f"wie hier niet terecht kan, gaat naar '{references[0].id}', en dat staat nu niet op de site"


def _is_waiting(reference: Reference, catalogue: Catalogue) -> bool:
    """Tell whether the record is sound, but not on the site on the peildatum."""
    return any(entry.kind == reference.kind and entry.record is not None and entry.record.id == reference.id for entry in catalogue.entries)


def _unanswered(layer: KccLaag, catalogue: Catalogue) -> Iterator[Problem]:
    for transfer in layer.doorverbinden:
        found = catalogue.find(transfer.naar)
        if found is not None and not _telephone(transfer.naar.kind, found, catalogue):
            message = f"{name_of((transfer.naar.kind, transfer.naar.id))} heeft geen telefoonnummer om naar door te verbinden"
            repair = "geef dat record een telefoonnummer, of zeg bij niet_doorverbinden wat de medewerker dan doet"
            yield Problem(transfer.naar.at, "doorverbinden-zonder-nummer", message, repair)


def _telephone(kind: str, record: object, catalogue: Catalogue) -> str | None:
    """Give the number of an organisation, a contact point, or the contact point of a desk; the latter unknown counts as one."""
    if kind == "loket":
        contact = catalogue.find(record.contact)  # type: ignore[attr-defined]
        return _telephone("contactpunt", contact, catalogue) if contact is not None else "onbekend"
    details = record.contact if kind == "organisatie" else record.gegevens  # type: ignore[attr-defined]
    return details.telefoon  # type: ignore[no-any-return]


__all__ = ["check_dead_ends"]
