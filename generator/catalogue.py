"""All records by id, references both ways, and the facts that hold on the peildatum."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING, Any

from generator.dates import Term, in_words
from generator.frozen import dataclass
from generator.records import Entry, read_entry, source_paths
from generator.records.inhoud import Contactpunt, Feit, Gemeente, fact_value

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from generator.fields import Reference
    from generator.records.organisatie import Aanbod, Organisatie
    from generator.records.product import Product


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact as it holds on the peildatum; `value` is None where no value holds yet."""

    name: str
    kind: str
    value: Decimal | int | dt.date | Term | str | None
    since: dt.date | None
    source: str
    record: Feit

    def in_words(self) -> str:
        """Write the value as it reads in a Dutch sentence: `€ 83,87`, `6 weken`, `1 januari 2026`."""
        if isinstance(self.value, Decimal):
            return euros(self.value) if self.kind == "bedrag" else f"{self.value}".replace(".", ",") + "%"
        return in_words(self.value) if isinstance(self.value, dt.date) else str(self.value)


def euros(amount: Decimal) -> str:
    """Write an amount as Dutch does: `€ 1.234,50`; the space does not break."""
    whole, cents = f"{amount:,.2f}".split(".")
    return f"€\N{NO-BREAK SPACE}{whole.replace(',', '.')},{cents}"


def read_all(root: Path) -> list[Entry]:
    """Read every file of every kind below `root`, one after the other."""
    return [read_entry(root, kind, path) for kind, path in source_paths(root)]


class Catalogue:
    """The records that are published on the peildatum, and what connects them."""

    def __init__(self, entries: Iterable[Entry], peildatum: dt.date) -> None:
        """Gather `entries` that hold on `peildatum`."""
        self.peildatum = peildatum
        self._naming: dict[tuple[str, str], dict[str, list[Any]]] = {}
        self.spoken: dict[str, object] = {}
        """How each language says things, as far as it was asked for."""
        self.entries = tuple(entries)
        self.by_kind: dict[str, dict[str, Any]] = defaultdict(dict)
        for entry in self.entries:
            if entry.record is not None and _published(entry.record, peildatum):
                self.by_kind[entry.kind][entry.record.id] = entry.record
        self.facts = {fact.name: fact for group in self.by_kind["feiten"].values() for fact in _facts(group, peildatum)}

    def find(self, reference: Reference) -> Any:  # noqa: ANN401 - a record of whatever kind the reference names
        """Give the record that `reference` names; None where it does not exist or is not published."""
        return self.by_kind[reference.kind].get(reference.id)

    def found(self, references: Iterable[Reference]) -> list[Any]:
        """Give the published records among `references`, in their order."""
        return [record for reference in references if (record := self.find(reference)) is not None]

    def naming(self, kind: str, field: str) -> dict[str, list[Any]]:
        """Give the records of `kind` by the ids that they name in `field`: the products of each theme, and so on."""
        if (kind, field) not in self._naming:
            named: dict[str, list[Any]] = defaultdict(list)
            for record in self.by_kind[kind].values():
                for reference in getattr(record, field, ()):
                    named[reference.id].append(record)
            self._naming[kind, field] = named
        return self._naming[kind, field]

    @cached_property
    def gemeente(self) -> Gemeente:
        """The municipality that speaks."""
        [record] = self.by_kind["gemeente"].values()
        assert isinstance(record, Gemeente)  # noqa: S101 - the collection holds nothing else
        return record

    @property
    def contact(self) -> Contactpunt:
        """The municipality's general contact point."""
        contact = self.find(self.gemeente.contact)
        assert isinstance(contact, Contactpunt)  # noqa: S101 - checked by the rule on references
        return contact

    @cached_property
    def offers_for(self) -> dict[str, list[tuple[Organisatie, Aanbod | None]]]:
        """Who helps with each product: offers that name it, and organisations that the product names and that do not just lead to it."""
        helpers: dict[str, list[tuple[Organisatie, Aanbod | None]]] = defaultdict(list)
        for organisatie, aanbod in self._offers():
            for reference in aanbod.producten:
                helpers[reference.id].append((organisatie, aanbod))
        for product in self.by_kind["product"].values():
            named = {organisatie.id for organisatie, _ in (*helpers[product.id], *self.guides_for.get(product.id, []))}
            helpers[product.id].extend((record, None) for record in self.found(product.organisaties) if record.id not in named)
        return helpers

    @cached_property
    def products_of(self) -> dict[str, list[Product]]:
        """The products that each organisation helps with: the same links, the other way."""
        helped: dict[str, list[Product]] = defaultdict(list)
        for product_id, helpers in self.offers_for.items():
            product = self.by_kind["product"].get(product_id)
            for organisatie_id in dict.fromkeys(organisatie.id for organisatie, _ in helpers):
                if product is not None:
                    helped[organisatie_id].append(product)
        return helped

    @cached_property
    def guides_for(self) -> dict[str, list[tuple[Organisatie, Aanbod]]]:
        """Who leads people to each product without being that help itself (toeleiders)."""
        guides: dict[str, list[tuple[Organisatie, Aanbod]]] = defaultdict(list)
        for organisatie, aanbod in self._offers():
            for reference in aanbod.wijst_de_weg_naar:
                guides[reference.id].append((organisatie, aanbod))
        return guides

    @cached_property
    def referred_by(self) -> dict[str, list[tuple[Organisatie, Aanbod]]]:
        """What each referrer (verwijzer) refers to, by the word in small letters that offers have for them: `huisarts`."""
        referred: dict[str, list[tuple[Organisatie, Aanbod]]] = defaultdict(list)
        for organisatie, aanbod in self._offers():
            for word in dict.fromkeys(word.casefold() for word in aanbod.verwijzers):
                referred[word].append((organisatie, aanbod))
        return referred

    def _offers(self) -> Iterable[tuple[Organisatie, Aanbod]]:
        return ((organisatie, aanbod) for organisatie in self.by_kind["organisatie"].values() for aanbod in organisatie.aanbod)

    @cached_property
    def related(self) -> dict[tuple[str, str], list[Any]]:
        """Records of one kind that name each other, both ways."""
        links: dict[tuple[str, str], dict[str, Any]] = defaultdict(dict)
        for kind in ("product", "organisatie"):
            for record in self.by_kind[kind].values():
                for other in self.found(record.verwant):
                    links[kind, record.id][other.id] = other
                    links[kind, other.id].setdefault(record.id, record)
        return {key: list(others.values()) for key, others in links.items()}

    def themes_of(self, record: Any) -> list[Any]:  # noqa: ANN401 - any record with themes
        """Give the themes of a record: its own, or those of the products, or else the organisations, that it belongs to."""
        if hasattr(record, "themas"):
            return self.found(record.themas)
        owners = self.found(record.producten) or self.found(record.organisaties)
        return list({thema.id: thema for owner in owners for thema in self.found(owner.themas)}.values())

    def of_theme(self, kind: str) -> dict[str, list[Any]]:
        """Give the records of `kind` by the ids of their themes (see `themes_of`)."""
        if (kind, "thema") not in self._naming:
            named: dict[str, list[Any]] = defaultdict(list)
            for record in self.by_kind[kind].values():
                for thema in self.themes_of(record):
                    named[thema.id].append(record)
            self._naming[kind, "thema"] = named
        return self._naming[kind, "thema"]

    @cached_property
    def desks_for(self) -> dict[str, list[Any]]:
        """The desks where each product is dealt with."""
        desks: dict[str, list[Any]] = defaultdict(list)
        for loket in self.by_kind["loket"].values():
            for reference in loket.producten:
                desks[reference.id].append(loket)
        return desks

    def guiding_desks(self, product: str) -> list[Any]:
        """Give the desks that lead to a product, since people find out there what they need.

        Only where others help with it: else the desk gives it itself.
        """
        helped = self.offers_for.get(product) or self.guides_for.get(product)
        return [desk for desk in self.desks_for.get(product, []) if helped and "vraagverheldering" in desk.functies]


def _published(record: object, peildatum: dt.date) -> bool:
    begin, end = getattr(record, "geldig_vanaf", None), getattr(record, "geldig_tot", None)
    return (begin is None or begin <= peildatum) and (end is None or peildatum < end)


def _facts(group: Any, peildatum: dt.date) -> Iterable[Fact]:  # noqa: ANN401 - a Feiten record
    for feit in group.feiten:
        holding = [value for value in feit.waarden if value.geldig_vanaf <= peildatum]
        latest = max(holding, key=lambda value: value.geldig_vanaf, default=None)
        value = fact_value(feit.soort, latest.waarde) if latest else None
        yield Fact(f"{group.id}.{feit.id}", feit.soort, value, latest.geldig_vanaf if latest else None, latest.bron if latest else "", feit)
