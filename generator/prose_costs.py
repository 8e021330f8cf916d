"""What prose says about costs, against the fields `kosten` and `gratis`; and amounts in lines where no fact can stand.

The page says "Dit kost u niets" where the record says `gratis: ja`, and shows a table where it has `kosten`. A sentence that says the
opposite *of the whole* contradicts that: "Het is gratis.", "U betaalt niets.", "Het kost {leges.pas}.", or "De stadspas is gratis" in a
record that is called Stadspas and has a cost for a stadspas. A sentence about a part does not: "Bezorgen is gratis", "De eerste pas is
gratis", "De les is gratis" beside a cost for the book, "Heeft u een partner? Dan betaalt u niets", "Een ceremonie kost {leges.trouwen}".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from generator.dutch import stem, words_of
from generator.problems import Problem
from generator.prose import sentences_with

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.catalogue import Catalogue
    from generator.prose import Sentence
    from generator.records import Entry
    from generator.records.organisatie import Organisatie

_OF_PRODUCT = ("kort_antwoord", "wat_is_het", "kosten_toelichting", "bijzonderheden")
_OF_OFFER = ("omschrijving", "voor_wie", "toegang_toelichting", "kosten_toelichting", "documenten")
_OF_ORGANISATION = ("kort_antwoord", "wat_is_het", "bijzonderheden")

_FREE_HINTS = ("gratis", "Gratis", "niets")
_PAID_HINTS = ("€", "euro", "{")

_ENDS = r"(?=\s*(?:[.!,;)]|en\b|$))"
"""After this the sentence goes on about something else; "gratis voor kinderen" or "niets als u 18 bent" is about a part."""

_FREE = re.compile(
    r"(?:(?:het|dit) is (?:altijd |helemaal |geheel )?gratis|(?:het|dit) kost(?: u)? niets|u betaalt (?:hiervoor |er |hier )?niets|gratis)"
    + _ENDS,
    re.IGNORECASE,
)
_PAID = re.compile(
    r"(?:(?:het|dit) kost|u betaalt|de (?:kosten|prijs) (?:is|zijn|bedraagt|bedragen)|de eigen bijdrage is)\b", re.IGNORECASE
)
_NAMED_FREE = re.compile(rf"(?:de|het|een) (\w+) (?:is (?:altijd )?gratis|kost(?: u)? niets){_ENDS}", re.IGNORECASE)
_NAMED_PAID = re.compile(r"(?:de|het|een) (\w+) kost\b", re.IGNORECASE)
_EUROS = re.compile(r"€\s*\d|\d\s+euro\b")
_FACT = re.compile(r"\{([^{}]+)\}")


def check_costs_told(entry: Entry, catalogue: Catalogue) -> Iterator[Problem]:
    """Report where the prose of a product, an organisation or one of its offers contradicts what the record says about costs."""
    record = entry.record
    if entry.kind == "product":
        yield from _contradictions(record, record.naam, _OF_PRODUCT, catalogue)
    elif entry.kind == "organisatie":
        for offer in record.aanbod:
            yield from _contradictions(offer, offer.naam, _OF_OFFER, catalogue)
        if _nothing_free(record):
            yield from _called_free(set(), _told(record, _OF_ORGANISATION, _FREE_HINTS))


def _nothing_free(organisatie: Organisatie) -> bool:
    return not any(offer.gratis for offer in organisatie.aanbod) and any(offer.kosten for offer in organisatie.aanbod)


def _contradictions(record: Any, name: str, fields: tuple[str, ...], catalogue: Catalogue) -> Iterator[Problem]:  # noqa: ANN401 - a product or offer
    if record.kosten and (told := list(_told(record, fields, _FREE_HINTS))):
        costs = " ".join(cost.omschrijving.raw for cost in record.kosten)
        yield from _called_free(_stems(name) & _stems(costs), told)
    elif record.gratis and (told := list(_told(record, fields, _PAID_HINTS))):
        yield from _called_paid(_stems(name), told, catalogue)


def _stems(words: str) -> set[str]:
    return {stem(word) for word in words_of(words)}


def _told(record: Any, fields: tuple[str, ...], hints: tuple[str, ...]) -> Iterator[Sentence]:  # noqa: ANN401 - a product, organisation or offer
    yield from sentences_with(hints, record, *fields)
    if layer := getattr(record, "kcc", None):
        yield from sentences_with(hints, layer, "zeg_dit")


def _called_free(subjects: set[str], told: Iterable[Sentence]) -> Iterator[Problem]:
    for sentence in told:
        if _of_the_whole(sentence, _FREE, _NAMED_FREE, subjects):
            message, repair = "de tekst zegt dat het gratis is, maar er staan kosten bij", "zeg wat er gratis is, of haal kosten weg"
            yield Problem(sentence.at, "gratis-naast-kosten", message, repair, fragment=sentence.fragment)


def _called_paid(subjects: set[str], told: Iterable[Sentence], catalogue: Catalogue) -> Iterator[Problem]:
    for sentence in told:
        if _has_amount(sentence.words, catalogue) and _of_the_whole(sentence, _PAID, _NAMED_PAID, subjects):
            message, repair = "de tekst noemt een bedrag, maar er staat gratis: ja", "zet het bedrag bij kosten en haal gratis weg"
            yield Problem(sentence.at, "bedrag-naast-gratis", message, repair, fragment=sentence.fragment)


def _of_the_whole(sentence: Sentence, general: re.Pattern[str], named: re.Pattern[str], subjects: set[str]) -> bool:
    """Tell whether a sentence speaks of the whole: in general, or of one of `subjects` (stems); an answer to a question does not."""
    if sentence.before.endswith("?"):
        return False
    words = sentence.words.lstrip("*")
    if general.match(words):
        return True
    subject = named.match(words)
    return subject is not None and not _stems(subject[1]).isdisjoint(subjects)


def _has_amount(words: str, catalogue: Catalogue) -> bool:
    if "{" not in words:
        return _EUROS.search(words) is not None
    facts = (catalogue.facts.get(name) for name in _FACT.findall(words))
    return any(fact is not None and fact.kind == "bedrag" for fact in facts)


__all__ = ["check_costs_told"]
