"""Light records: what other records, overviews and rules may know of a record, without the texts that only its own answer needs.

Light records are small enough to pass between processes and to keep from one build to the next. A test proves on every record that
its answer is the same among light records as among whole ones.
"""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any

from generator.fields import Reference, RichText
from generator.problems import Position
from generator.records.organisatie import Organisatie
from generator.records.product import Product
from generator.records.vertaling import ProductVertaling
from generator.records.vraag import Vraag

if TYPE_CHECKING:
    from generator.records import Entry
    from generator.records.organisatie import Aanbod, Locatie

NOWHERE = Position("")
"""Where something stands does not matter to others, and would make a light record change when only lines move."""


NO_TEXT = RichText((), "", NOWHERE)


def light_entry(entry: Entry) -> Entry:
    """Give the light form of what one file gave. Its problems stay; what it mentions is for its own reader to check."""
    return dataclasses.replace(entry, record=light(entry.record), mentions=())


def light(record: Any) -> Any:  # noqa: ANN401 - any record, or None
    """Give the light form of a product, an organisation or a question; other records are small, and stay as they are."""
    if isinstance(record, Product):
        return _product(record)
    if isinstance(record, Organisatie):
        return _organisation(record)
    return _question(record) if isinstance(record, Vraag) else record


def _product(record: Product) -> Product:
    return Product(
        id=record.id,
        at=record.at,
        naam=record.naam,
        uitvoerder=record.uitvoerder,
        doelgroep=record.doelgroep,
        themas=_refs(record.themas),
        leefdomeinen=record.leefdomeinen,
        levensgebeurtenissen=_refs(record.levensgebeurtenissen),
        kort_antwoord=_short(record.kort_antwoord),
        verwant=_refs(record.verwant),
        organisaties=_refs(record.organisaties),
        contact=Reference(record.contact.kind, record.contact.id, NOWHERE) if record.contact else None,
        gecontroleerd_op=record.gecontroleerd_op,
        eigenaar=record.eigenaar,
        geldig_vanaf=record.geldig_vanaf,
        geldig_tot=record.geldig_tot,
        oude_namen=record.oude_namen,
        vertalingen=tuple(_translation(vertaling) for vertaling in record.vertalingen),
    )


def _organisation(record: Organisatie) -> Organisatie:
    return dataclasses.replace(
        record,
        kort_antwoord=_short(record.kort_antwoord),
        themas=_refs(record.themas),
        werkgebied_wijken=_refs(record.werkgebied_wijken),
        verwant=_refs(record.verwant),
        aanbod=tuple(_offer(aanbod) for aanbod in record.aanbod),
        locaties=tuple(_place(locatie) for locatie in record.locaties),
        wat_is_het=None,
        bijzonderheden=None,
        kcc=None,
        veldcontroles=(),
        niet_hier=(),
        trefwoorden=(),
    )


def _question(record: Vraag) -> Vraag:
    return dataclasses.replace(
        record,
        kort_antwoord=_short(record.kort_antwoord),
        producten=_refs(record.producten),
        organisaties=_refs(record.organisaties),
        toelichting=None,
        trefwoorden=(),
        wetten=(),
        veldcontroles=(),
        kcc=None,
    )


def _refs(references: tuple[Reference, ...]) -> tuple[Reference, ...]:
    return tuple(Reference(reference.kind, reference.id, NOWHERE) for reference in references)


def _short(rich: RichText) -> RichText:
    return RichText(rich.blocks, "", NOWHERE)


def _offer(aanbod: Aanbod) -> Aanbod:
    return dataclasses.replace(
        aanbod,
        omschrijving=NO_TEXT,
        voor_wie=NO_TEXT,
        kosten=(),
        kosten_toelichting=None,
        toegang_toelichting=None,
        stappen=(),
        documenten=None,
        wachttijd=None,
        openingstijden=None,
        producten=_refs(aanbod.producten),
        wijst_de_weg_naar=_refs(aanbod.wijst_de_weg_naar),
    )


def _place(locatie: Locatie) -> Locatie:
    wijk = Reference(locatie.wijk.kind, locatie.wijk.id, NOWHERE) if locatie.wijk else None
    return dataclasses.replace(locatie, wijk=wijk, bereikbaarheid=None, openingstijden=None)


def _translation(vertaling: ProductVertaling) -> ProductVertaling:
    return ProductVertaling(id=vertaling.id, at=NOWHERE, naam=vertaling.naam, kort_antwoord=_short(vertaling.kort_antwoord))
