"""Turns parsed texts and typed values into lines of an answer: facts get their value, references their page."""

from __future__ import annotations

import dataclasses
import re
from dataclasses import field
from typing import TYPE_CHECKING, Any

from generator import text
from generator.answer import Block, Body, Foreign, Items, Line, Link, Paragraph, Strong, Table, Words, plain
from generator.fields import FactValue, Reference
from generator.freshness import overdue
from generator.frozen import dataclass
from generator.language import Language, language_of
from generator.records import COLLECTIONS
from generator.words import DUTCH

if TYPE_CHECKING:
    from collections.abc import Iterable
    from decimal import Decimal

    from generator.catalogue import Catalogue
    from generator.dates import Term
    from generator.fields import RichLine, RichText
    from generator.overview import Lead
    from generator.records.gedeeld import Adres, Kosten, NietHier, Openingstijden, Wet
    from generator.records.organisatie import Locatie


def path_of(kind: str, identifier: str) -> str:
    """Give the path of a record's page in the site."""
    return f"/{COLLECTIONS[kind].path}/{identifier}/"


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


def speaking(catalogue: Catalogue, code: str = DUTCH) -> Phrases:
    """Give the phrases of a language that `catalogue` has."""
    if code not in catalogue.spoken:
        catalogue.spoken[code] = Phrases(catalogue, language_of(catalogue.by_kind["taal"][code]))
    found = catalogue.spoken[code]
    assert isinstance(found, Phrases)  # noqa: S101 - put there above
    return found


@dataclass(frozen=True, slots=True)
class Phrases:
    """Speaks a language, and knows the catalogue: the values of facts and the names of records."""

    catalogue: Catalogue
    lang: Language
    told: dict[tuple[int, str, str], tuple[Openingstijden, tuple[Body, ...]]] = field(default_factory=dict, repr=False, compare=False)
    """Opening hours in words (see `hours`)."""
    leads: dict[tuple[str, str, bool, tuple[Line, ...]], Lead] = field(default_factory=dict, repr=False, compare=False)
    """The leads of overviews to records."""
    contacts: dict[tuple[str, tuple[str, ...]], list[Block]] = field(default_factory=dict, repr=False, compare=False)
    """Blocks that tell whom to ask about a product, by contact point and languages."""

    @property
    def dutch(self) -> bool:
        """Whether this is the language of the records themselves."""
        return self.lang.code == DUTCH

    def block(self, identifier: str, bodies: Iterable[Body], title: str = "", *, moments: str = "") -> list[Block]:
        """Make a block under the heading that the list of words has for `title`, or else for the block itself."""
        told = tuple(bodies)
        return block(identifier, self.lang(f"blok-{title or identifier}"), told, moments=moments) if told else []

    def week(self, tables: Iterable[Body]) -> list[Block]:
        """Make the block of the coming days."""
        return _passing(self.block("deze-week", tables))

    def weeks_after(self, tables: Iterable[Body]) -> list[Block]:
        """Make the block of the weeks after the coming days."""
        return _passing(self.block("weken-daarna", tables))

    def name(self, record: Any) -> tuple[str, str]:  # noqa: ANN401 - any record with a name
        """Give a record's name in this language, or else its Dutch name and that this is Dutch."""
        if self.dutch:
            return record.naam, ""
        for vertaling in getattr(record, "vertalingen", ()):
            if vertaling.id == self.lang.code:
                return vertaling.naam, ""
        return record.naam, DUTCH

    def named(self, record: Any) -> Words | Foreign:  # noqa: ANN401 - any record with a name
        """Give a record's name as words of a line."""
        name, foreign = self.name(record)
        return Foreign(name, foreign) if foreign else Words(name)

    def typed(self, text: str) -> Words | Foreign:
        """Give words that an editor typed in Dutch, and that have no translation."""
        return Words(text) if self.dutch else Foreign(text, DUTCH)

    def page_link(self, record: Any, kind: str) -> Link:  # noqa: ANN401 - any kind of record with a page
        """Link to a record's page by its name: to the page in this language where there is one."""
        if self.dutch:
            return Link(record.naam, path_of(kind, record.id))
        name, foreign = self.name(record)
        here = self.tells(record, kind)
        return Link(name, (self.lang.prefix if here else "") + path_of(kind, record.id), foreign, "" if here else DUTCH)

    def tells(self, record: Any, kind: str) -> bool:  # noqa: ANN401 - any kind of record with a page
        """Tell whether a record has a page in this language: a translated product, and a translated theme with such a product."""
        if self.dutch or kind not in {"product", "thema"} or self.name(record)[1]:
            return self.dutch
        return kind == "product" or any(self.tells(product, "product") for product in self.products_of(record))

    def products_of(self, thema: Any) -> list[Any]:  # noqa: ANN401 - a Thema
        """Give the published products of a theme."""
        return self.catalogue.naming("product", "themas").get(thema.id, [])

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
            value = self.fact(inline.name)
            yield Strong(value) if strong else Words(value)
        elif isinstance(inline, text.Bold):
            for inner in inline.parts:
                yield from self._part(inner, strong=True)
        else:
            yield self._linked(inline)

    def _linked(self, inline: text.Link) -> Words | Link:
        kind, _, identifier = inline.target.partition(":")
        shown = plain(self.parts(inline.parts))
        if kind not in text.RECORD_KINDS:
            return Link(shown, inline.target)
        if identifier not in self.catalogue.by_kind[kind]:
            return Words(shown)
        found = self.page_link(self.catalogue.by_kind[kind][identifier], kind)
        return Link(shown, found.target, page_lang=found.page_lang)

    def fact(self, name: str) -> str:
        """Write the value of a fact."""
        found = self.catalogue.facts[name]
        return found.in_words() if self.dutch else self.lang.value(found.kind, found.value)

    def amount(self, value: Decimal | FactValue) -> str:
        """Write an amount, typed or by fact."""
        return self.fact(value.name) if isinstance(value, FactValue) else self.lang.amount(value)

    def term(self, value: Term | FactValue) -> str:
        """Write a term, typed or by fact."""
        return self.fact(value.name) if isinstance(value, FactValue) else self.lang.term(value)

    def links(self, references: Iterable[Reference]) -> list[Link]:
        """Link the published records among `references`."""
        return [self.page_link(record, ref.kind) for ref in references if (record := self.catalogue.find(ref)) is not None]

    def costs(self, costs: tuple[Kosten, ...], *, free: bool, note: RichText | None) -> tuple[Body, ...]:
        """Tell what something costs: a table, or that it costs nothing, and the note."""
        bodies: list[Body] = []
        if costs:
            rows = tuple((self.line(cost.omschrijving), words(self._cost(cost))) for cost in costs)
            bodies.append(Table("", (self.lang("kosten-waarvoor"), self.lang("kosten-kosten")), rows))
        elif free:
            bodies.append(Paragraph(words(self.lang("kosten-niets"))))
        return (*bodies, *self.bodies(note))

    def _cost(self, cost: Kosten) -> str:
        amount = self.amount(cost.bedrag)
        once = cost.per in {None, "keer"}
        return amount if once else self.lang("kosten-per", bedrag=amount, eenheid=self.lang(f"per-{cost.per}"))

    def laws(self, laws: tuple[Wet, ...]) -> tuple[Body, ...]:
        """List the laws and rules that an answer rests on; their names have no translation."""
        lang = "" if self.dutch else DUTCH
        lines: list[Line] = [(Link(wet.naam, wet.url, lang, lang),) if wet.url else (self.typed(wet.naam),) for wet in laws]
        return (Items(tuple(lines)),) if lines else ()

    def checked(self, record: Any, kind: str) -> tuple[str, Line]:  # noqa: ANN401 - any record with an answer
        """Tell when a record was checked: the day, or only the month once it should have been checked again."""
        day = record.gecontroleerd_op
        if overdue(record, kind, self.catalogue.peildatum):
            return self.lang("gecontroleerd-in"), words(self.lang("maand-en-jaar", maand=self.lang.month(day.month), jaar=day.year))
        return self.lang("gecontroleerd-op"), words(self.lang.date(day))

    def elsewhere(self, exclusions: tuple[NietHier, ...]) -> tuple[Body, ...]:
        """Tell for whom this is not, and where that person can go instead."""
        bodies: list[Body] = []
        for exclusion in exclusions:
            bodies.append(Paragraph((Strong(plain(self.line(exclusion.wie)).rstrip(".?؟") + self.lang("vraagteken")),)))
            bodies.extend(self.bodies(exclusion.dan))
            if links := self.links(exclusion.verwijst_naar):
                bodies.append(Items(tuple((link,) for link in links)))
        return tuple(bodies)


def address(place: Adres | Locatie) -> str:
    """Write an address on one line."""
    return f"{place.straat}, {place.postcode} {place.plaats}"


def block(identifier: str, title: str, bodies: Iterable[Body], *, moments: str = "") -> list[Block]:
    """Make a block under a heading of its own, or none where there is nothing to say."""
    told = tuple(bodies)
    return [Block(identifier, title, told, moments=moments)] if told else []


def shared(told: Block) -> Block:
    """Let channels keep what they make of a block, since many answers have it."""
    return dataclasses.replace(told, made={})


def _passing(blocks: list[Block]) -> list[Block]:
    return [dataclasses.replace(told, passing=True) for told in blocks]


def accessible(features: Iterable[str], lang: Language) -> str:
    """Tell what a place has for people with a disability."""
    return lang.joined(lang(f"toegankelijk-{feature}") for feature in features)
