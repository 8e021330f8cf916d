"""Turns parsed texts and typed values into lines of an answer: facts get their value, references their page."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from generator import text
from generator.answer import Block, Body, Items, Line, Link, Paragraph, Strong, Table, Words, plain
from generator.catalogue import Catalogue, euros
from generator.fields import FactValue, Reference
from generator.records import COLLECTIONS

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable
    from decimal import Decimal

    from generator.dates import Term
    from generator.fields import RichLine, RichText
    from generator.records.gedeeld import Adres, Kosten, NietHier


def path_of(kind: str, identifier: str) -> str:
    """Give the path of a record's page in the site."""
    return f"/{COLLECTIONS[kind].path}/{identifier}/"


def page_link(record: Any, kind: str) -> Link:  # noqa: ANN401 - any kind of record with a page
    """Link to a record's page by its name."""
    return Link(record.naam, path_of(kind, record.id))


def tel(number: str) -> Link:
    """Link a telephone number; it reads as typed and dials as digits."""
    return Link(number, "tel:" + re.sub(r"[^0-9+]", "", number))


def mail(address: str) -> Link:
    """Link an e-mail address."""
    return Link(address, f"mailto:{address}")


def site(url: str) -> Link:
    """Link a website by its short address."""
    return Link(re.sub(r"^https://(?:www\.)?|/$", "", url), url)


def words(value: str) -> Line:
    """Make a line of plain words."""
    return (Words(value),)


@dataclass(frozen=True, slots=True)
class Phrases:
    """Knows the catalogue, and so the values of facts and the names of records."""

    catalogue: Catalogue

    def bodies(self, rich: RichText | None) -> tuple[Body, ...]:
        """Turn a parsed text into bodies; nothing for None."""
        if rich is None:
            return ()
        return tuple(
            Paragraph(self.parts(block.line))
            if isinstance(block, text.Paragraph)
            else Items(tuple(self.parts(line) for line in block.lines), block.numbered)
            for block in rich.blocks
        )

    def line(self, rich: RichLine) -> Line:
        """Turn a parsed line into a line."""
        return self.parts(rich.line)

    def parts(self, line: text.Line) -> Line:
        """Turn parsed inlines into ours; a line of only words (most are) is one already."""
        if len(line) == 1 and isinstance(line[0], Words):
            return (line[0],)
        return tuple(part for inline in line for part in self._part(inline, strong=False))

    def _part(self, inline: text.Inline, *, strong: bool) -> Iterable[Words | Strong | Link]:
        if isinstance(inline, text.Words):
            yield Strong(inline.text) if strong else Words(inline.text)
        elif isinstance(inline, text.FactName):
            value = self.catalogue.facts[inline.name].in_words()
            yield Strong(value) if strong else Words(value)
        elif isinstance(inline, text.Bold):
            for inner in inline.parts:
                yield from self._part(inner, strong=True)
        else:
            kind, _, identifier = inline.target.partition(":")
            target = path_of(kind, identifier) if kind in text.RECORD_KINDS else inline.target
            shown = plain(self.parts(inline.parts))
            reachable = kind not in text.RECORD_KINDS or identifier in self.catalogue.by_kind[kind]
            yield Link(shown, target) if reachable else Words(shown)

    def amount(self, value: Decimal | FactValue) -> str:
        """Write an amount, typed or by fact."""
        return self.catalogue.facts[value.name].in_words() if isinstance(value, FactValue) else euros(value)

    def term(self, value: Term | FactValue) -> str:
        """Write a term, typed or by fact."""
        return self.catalogue.facts[value.name].in_words() if isinstance(value, FactValue) else str(value)

    def links(self, references: Iterable[Reference]) -> list[Link]:
        """Link the published records among `references`."""
        return [page_link(record, ref.kind) for ref in references if (record := self.catalogue.find(ref)) is not None]

    def costs(self, costs: tuple[Kosten, ...], *, free: bool, note: RichText | None) -> tuple[Body, ...]:
        """Tell what something costs: a table, or that it costs nothing, and the note."""
        bodies: list[Body] = []
        if costs:
            rows = tuple(
                (
                    self.line(cost.omschrijving),
                    words(self.amount(cost.bedrag) + (f" per {cost.per}" if cost.per not in {None, "keer"} else "")),
                )
                for cost in costs
            )
            bodies.append(Table("", ("Waarvoor", "Kosten"), rows))
        elif free:
            bodies.append(Paragraph(words("Dit kost u niets.")))
        return (*bodies, *self.bodies(note))

    def elsewhere(self, exclusions: tuple[NietHier, ...]) -> tuple[Body, ...]:
        """Tell for whom this is not, and where that person can go instead."""
        bodies: list[Body] = []
        for exclusion in exclusions:
            bodies.append(Paragraph((Strong(plain(self.line(exclusion.wie)).rstrip(".?") + "?"),)))
            bodies.extend(self.bodies(exclusion.dan))
            if links := self.links(exclusion.verwijst_naar):
                bodies.append(Items(tuple((link,) for link in links)))
        return tuple(bodies)


def address(place: Adres) -> str:
    """Write an address on one line."""
    return f"{place.straat}, {place.postcode} {place.plaats}"


def joined(parts: Iterable[str]) -> str:
    """Join words as Dutch does: a, b en c."""
    *most, last = parts
    return f"{', '.join(most)} en {last}" if most else last


def block(identifier: str, title: str, bodies: Iterable[Body]) -> list[Block]:
    """Make a block, or none where there is nothing to say."""
    told = tuple(bodies)
    return [Block(identifier, title, told)] if told else []


def month_of(date: dt.date) -> str:
    """Write the month and year of a date."""
    from generator.dates import MONTHS  # noqa: PLC0415

    return f"{MONTHS[date.month - 1]} {date.year}"
