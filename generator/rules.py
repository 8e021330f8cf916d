"""What can only be checked when all records are known: references, facts, amounts, names, and how old an answer is."""

from __future__ import annotations

import dataclasses
import difflib
import re
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING

from generator.catalogue import Catalogue, Fact, euros
from generator.circles import check_circles
from generator.completeness import check_completeness
from generator.contradictions import check_contradictions, check_shared_contacts
from generator.dead_ends import check_dead_ends
from generator.fields import FactValue, Mention, Reference, RichLine, RichText
from generator.freshness_rules import check_freshness
from generator.handovers import check_handovers
from generator.language_rules import check_languages
from generator.problems import Level, Position, Problem
from generator.prose import plain_lines
from generator.records import COLLECTIONS
from generator.records.inhoud import fact_value
from generator.scan_rules import check_scans
from generator.source import id_of
from generator.synonym_rules import check_synonyms
from generator.text import RECORD_KINDS
from generator.ways import check_ways

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.records import Entry

ANSWERED = tuple(kind for kind, collection in COLLECTIONS.items() if collection.api)
"""Kinds of record that have an answer of their own."""

LONGEST_SENTENCE = 25
"""Words. Plain Dutch (B1) keeps to about 15; over this length a sentence is reported."""

_FACT_IN_TEXT = re.compile(r"\{([^{}]*)\}")
_RECORD_IN_TEXT = re.compile(rf"\]\(({'|'.join(RECORD_KINDS)}):([a-z0-9-]+)\)")
_AMOUNT = re.compile(r"€\s*(\d+(?:\.\d{3})*(?:,\d\d)?)|(\d+(?:\.\d{3})*(?:,\d\d)?)\s+euro\b")
_SENTENCE_END = re.compile(r"(?<=[.!?:])\s+|\n\s*(?:[-*]|\d+\.)\s|\n\s*\n")


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Give every problem between records: of `catalogue`'s entries as they hold on its peildatum."""
    yield from check_entries(catalogue.entries, catalogue)
    yield from check_together(catalogue)
    yield from check_circles(catalogue)  # these five need every record whole, so that `mkdocs build` leaves them out
    yield from check_handovers(catalogue)
    yield from check_shared_contacts(catalogue)
    yield from check_synonyms(catalogue)
    yield from check_ways(catalogue)


def check_entries(entries: Iterable[Entry], catalogue: Catalogue) -> Iterator[Problem]:
    """Check what each of `entries` says about the others; for this they must be whole, the rest of the catalogue may be light."""
    amounts = _amounts(catalogue)
    names = _known_names(catalogue)
    for entry in entries:
        shown = _shown(entry, catalogue)
        for mention in entry.mentions:
            if mention.id in names[mention.kind] if type(mention) is Reference else _is_plain(mention):  # nearly all are right
                continue
            found = _check_mention(mention, catalogue, names, amounts)
            yield from found if shown else (problem for problem in found if problem.rule != "feit-zonder-waarde")
        if entry.record is not None:
            yield from check_freshness(entry, catalogue.peildatum)
            yield from _check_plain_lines(entry, amounts)
            yield from check_dead_ends(entry, catalogue)
            yield from check_completeness(entry, catalogue)
            yield from check_contradictions(entry, catalogue)


def check_together(catalogue: Catalogue) -> Iterator[Problem]:
    """Check what no entry can be blamed for alone: ids, names and old names that two records share, and the one municipality."""
    yield from _check_same_ids(catalogue)
    yield from _check_municipality(catalogue)
    yield from _check_old_names(catalogue)
    yield from _check_same_names(catalogue)
    yield from check_languages(catalogue)
    yield from check_scans(catalogue)


def _shown(entry: Entry, catalogue: Catalogue) -> bool:
    """Whether the record is published on the peildatum: one of next year may state next year's facts."""
    return entry.record is None or id_of(entry.path) in catalogue.by_kind[entry.kind]


def _check_same_ids(catalogue: Catalogue) -> Iterator[Problem]:
    first: dict[tuple[str, str], str] = {}
    for entry in catalogue.entries:
        other = first.setdefault((entry.kind, id_of(entry.path)), entry.path)
        if other != entry.path:
            message = f"{other} heeft dezelfde naam; die naam is het adres op de site"
            yield Problem(Position(entry.path), "dubbele-id", message, "geef één van de twee bestanden een andere naam")


def _known_names(catalogue: Catalogue) -> dict[str, frozenset[str]]:
    """Give the ids of all files by kind; also of those with mistakes, so that one mistake does not cause a hundred others."""
    names: dict[str, set[str]] = {kind: set() for kind in COLLECTIONS}
    for entry in catalogue.entries:
        names[entry.kind].add(id_of(entry.path))
    return {kind: frozenset(found) for kind, found in names.items()}


def _check_mention(
    mention: Mention, catalogue: Catalogue, names: dict[str, frozenset[str]], amounts: dict[Decimal, str]
) -> Iterator[Problem]:
    if isinstance(mention, Reference):
        yield from _check_reference(mention, names)
    elif isinstance(mention, FactValue):
        yield from _check_fact(mention.name, mention.at, catalogue, mention.kind)
    else:
        yield from _check_text(mention, catalogue, names, amounts)


def _check_reference(reference: Reference, names: dict[str, frozenset[str]], fragment: str = "") -> Iterator[Problem]:
    known = names[reference.kind]
    if reference.id not in known:
        message = f"er is geen {reference.kind} '{reference.id}'"
        yield Problem(reference.at, "onbekende-verwijzing", message, _nearest(reference.id, known), fragment=fragment or reference.id)


def _check_fact(name: str, at: Position, catalogue: Catalogue, kind: str = "") -> Iterator[Problem]:
    fact, group = catalogue.facts.get(name), name.partition(".")[0]
    if fact is None and any(entry.problems for entry in catalogue.entries if (entry.kind, id_of(entry.path)) == ("feiten", group)):
        return  # the fact may well be there, once the mistakes in its file are gone
    if fact is None:
        yield Problem(at, "onbekend-feit", f"er is geen feit '{name}'", _nearest(name, frozenset(catalogue.facts)), fragment=name)
    elif kind and fact.kind != kind:
        message = f"het feit '{name}' is een {fact.kind}, geen {kind}"
        yield Problem(at, "feit-soort", message, f"kies een feit van de soort {kind}", fragment=name)
    elif fact.value is None and fact.record.waarden:
        first = min(value.geldig_vanaf for value in fact.record.waarden)
        repair = f"het feit geldt pas vanaf {first}: geef het een eerdere waarde"
        yield Problem(at, "feit-zonder-waarde", f"het feit '{name}' heeft nog geen waarde op {catalogue.peildatum}", repair, fragment=name)


def _check_text(
    mention: RichText | RichLine, catalogue: Catalogue, names: dict[str, frozenset[str]], amounts: dict[Decimal, str]
) -> Iterator[Problem]:
    raw, at = mention.raw, mention.at
    if "{" in raw:
        for name in _FACT_IN_TEXT.findall(raw):
            if "." in name:
                yield from _check_fact(name, at, catalogue)
    if "](" in raw:
        for kind, identifier in _RECORD_IN_TEXT.findall(raw):
            yield from _check_reference(Reference(kind, identifier, at), names, f"{kind}:{identifier}")
    if "€" in raw or "euro" in raw:
        yield from _check_amounts(raw, at, amounts)
    if _may_be_long(raw):
        yield from _check_sentences(raw, at)


def _is_plain(mention: Mention) -> bool:
    """Say quickly of most texts that they name no record, fact or amount, and have no long sentence."""
    if isinstance(mention, Reference | FactValue):
        return False
    raw = mention.raw
    return not ("{" in raw or "](" in raw or "€" in raw or "euro" in raw or _may_be_long(raw))


def _may_be_long(raw: str) -> bool:
    """Tell of a text whether there may be a long sentence in it: pieces between full stops and question marks are at most longer."""
    if raw.count(" ") + raw.count("\n") < LONGEST_SENTENCE:
        return False
    return any(piece.count(" ") >= LONGEST_SENTENCE for piece in raw.replace("\n", " ").replace("? ", ". ").split(". "))


def _check_amounts(raw: str, at: Position, amounts: dict[Decimal, str]) -> Iterator[Problem]:
    for found in _AMOUNT.finditer(raw):
        typed = found.group(1) or found.group(2)
        value = Decimal(typed.replace(".", "").replace(",", "."))
        if value in amounts:
            yield Problem(
                at,
                "los-bedrag",
                f"het bedrag '{found.group(0)}' staat los in de tekst",
                f"er is een feit voor: schrijf {{{amounts[value]}}}",
                fragment=found.group(0),
            )
        else:
            repair = "maak er een feit van in content/feiten, met jaar en bron"
            yield Problem(
                at,
                "bedrag-zonder-feit",
                f"het bedrag '{found.group(0)}' heeft geen jaar en geen bron",
                repair,
                Level.WAARSCHUWING,
                fragment=found.group(0),
            )


def _check_plain_lines(entry: Entry, amounts: dict[Decimal, str]) -> Iterator[Problem]:
    for _, words in plain_lines(entry):
        if "€" in words or "euro" in words:
            for problem in _check_amounts(words, Position(entry.path), amounts):
                repair = "haal het bedrag uit deze regel, en zet het als feit in een tekst"
                yield dataclasses.replace(problem, repair=repair, fragment=words)


def _check_sentences(raw: str, at: Position) -> Iterator[Problem]:
    for sentence in _SENTENCE_END.split(raw):
        count = len(sentence.split())
        if count > LONGEST_SENTENCE:
            message = f"een zin van {count} woorden: '{' '.join(sentence.split()[:6])} …'"
            yield Problem(
                at,
                "lange-zin",
                message,
                "maak er twee zinnen van, liefst van hoogstens 15 woorden",
                Level.WAARSCHUWING,
                fragment=sentence.split("\n")[0].strip(),
            )


def _check_municipality(catalogue: Catalogue) -> Iterator[Problem]:
    if sum(entry.kind == "gemeente" for entry in catalogue.entries) != 1:
        at = Position("content/gemeente")
        yield Problem(
            at, "gemeente-ontbreekt", "er is niet precies één gemeente", "zet één bestand in content/gemeente, bijvoorbeeld gemeente.yaml"
        )
    for gemeente in catalogue.by_kind["gemeente"].values():
        contact = catalogue.find(gemeente.contact)
        if contact is not None and not contact.gegevens.telefoon:
            message = "het contactpunt van de gemeente heeft geen telefoonnummer"
            yield Problem(contact.at, "gemeente-telefoon", message, "voeg telefoon toe bij gegevens", fragment="gegevens")


def _check_old_names(catalogue: Catalogue) -> Iterator[Problem]:
    for kind in ANSWERED:
        taken = {identifier: identifier for identifier in _known_names(catalogue)[kind]}
        for record in catalogue.by_kind[kind].values():
            for old in record.oude_namen:
                if old in taken:
                    message = f"de oude naam '{old}' is al van '{taken[old]}'"
                    yield Problem(record.at, "oude-naam-bezet", message, "haal de oude naam bij één van de twee weg", fragment="oude_namen")
                taken[old] = record.id


def _check_same_names(catalogue: Catalogue) -> Iterator[Problem]:
    for kind in (*ANSWERED, "thema", "wijk"):
        first: dict[str, str] = {}
        for record in catalogue.by_kind[kind].values():
            other = first.setdefault(record.naam.casefold(), record.id)
            if other != record.id:
                message = f"'{record.naam}' heet precies zoals '{other}'"
                repair = "geef één van de twee een naam die het verschil noemt"
                yield Problem(record.at, "dubbele-naam", message, repair, fragment=f"naam: {record.naam}")


def _amounts(catalogue: Catalogue) -> dict[Decimal, str]:
    """Map every amount that any fact has, at any date, to the fact's name."""
    found: dict[Decimal, str] = {}
    for name, fact in sorted(catalogue.facts.items()):
        for value in _values(fact):
            found.setdefault(value, name)
    return found


def _values(fact: Fact) -> Iterable[Decimal]:
    for stated in fact.record.waarden:
        value = fact_value(fact.kind, stated.waarde)
        if fact.kind == "bedrag" and isinstance(value, Decimal):
            yield value


@lru_cache
def _nearest(name: str, known: frozenset[str]) -> str:
    """Suggest a repair; remembered, since one renamed record can be missed in a thousand places."""
    near = difflib.get_close_matches(name, sorted(known), n=1, cutoff=0.6)
    return f"bedoelt u '{near[0]}'?" if near else "kijk of de naam klopt, of maak dit record"


__all__ = ["check", "euros"]
