"""Ages in prose against `leeftijd_vanaf` and `leeftijd_tot_en_met`.

An age in prose is compared where the sentence begins with the people themselves ("Jongeren van 12 tot en met 22 jaar", "U bent 18 jaar
of ouder") and names no others before the age: "Ouders van kinderen tot 12 jaar" is about the age of the children. About ages
("ongeveer 60 jaar") are left alone, and so are groups with others beside them ("mensen vanaf 65 jaar en hun familie"). As Dutch says it,
"tot 18 jaar" ends at 17, "tot en met 18 jaar" at 18, "ouder dan 65 jaar" begins at 66; "tussen 12 en 18 jaar" can end at 17 or 18, and
both are right. Where the fields say nothing that is no contradiction, but what filters and the report on coverage miss:
`leeftijd-ontbreekt`, a warning.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.frozen import dataclass
from generator.problems import Level, Problem
from generator.prose import sentences

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.fields import RichLine, RichText
    from generator.records import Entry
    from generator.records.organisatie import Organisatie

_PEOPLE = (
    r"(?:mensen|inwoners|jongeren|kinderen|volwassenen|ouderen|senioren|vrouwen|mannen|meisjes|meiden|jongens|scholieren|leerlingen|"
    r"studenten|iedereen|bezoekers|deelnemers)"
)
_BEGINS = re.compile(rf"(?:(?:alle|jonge|oudere)\s+)?{_PEOPLE}\b|u bent\b|bent u\b|ben je\b|je bent\b", re.IGNORECASE)
_OTHERS = re.compile(rf"\b(?:{_PEOPLE}|kind|baby|ouders?|partner)\b", re.IGNORECASE)
_ABOUT = re.compile(r"\b(?:ongeveer|rond|bijna|circa)(?: de)?\s*$", re.IGNORECASE)
_AND_OTHERS = re.compile(
    r"\bjaar\b.*\b(?:en|of) (?:hun|gezinnen|families|ouders|kinderen|jongeren|mensen|iedereen|anderen|wie)\b", re.IGNORECASE
)
_AGE = re.compile(
    r"(?:van|tussen|vanaf)?\s*(?P<low>\d{1,3})(?:\s*jaar)?\s*(?:(?P<last>tot en met|t/m|-|–)|(?P<end>tot|en))\s*(?P<high>\d{1,3})\s*jaar"
    r"|(?:vanaf|van)\s+(?P<from>\d{1,3})\s*jaar"
    r"|(?P<over>\d{1,3})\s*jaar\s*(?:en|of)\s*ouder|(?P<older>ouder dan)\s+(?P<older_than>\d{1,3})\s*jaar"
    r"|(?:tot en met|t/m)\s+(?P<through>\d{1,3})\s*jaar"
    r"|(?:tot|onder de|jonger dan)\s+(?P<under>\d{1,3})\s*jaar",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Ages:
    """What a sentence says: the first age, and the last ages that it can mean; None and empty where it does not say."""

    first: int | None
    last: frozenset[int]

    def contradicts(self, first: int | None, last: int | None) -> bool:
        """Tell whether fields with these ages say something else; a side that the sentence leaves open contradicts nothing."""
        return (self.first is not None and self.first != (first or 0)) or (bool(self.last) and last not in self.last)


def ages_in(sentence: str) -> Ages | None:
    """Read the ages of the people that a sentence begins with; None where it names none, or names others first."""
    begin = _BEGINS.match(sentence)
    found = _AGE.search(sentence, begin.end()) if begin else None
    if begin is None or found is None:
        return None
    between = sentence[begin.end() : found.start()]
    if _OTHERS.search(between) or _ABOUT.search(between):
        return None
    return _read(found)


def _read(found: re.Match[str]) -> Ages:
    if found["low"]:
        low, high = int(found["low"]), int(found["high"])
        if found["last"]:
            return Ages(low, frozenset((high,)))
        return Ages(low, frozenset((high - 1, high) if found["end"] == "en" else (high - 1,)))
    if begins := found["from"] or found["over"]:
        return Ages(int(begins), frozenset())
    if found["older"]:
        return Ages(int(found["older_than"]) + 1, frozenset())
    return Ages(None, frozenset((int(found["through"]),) if found["through"] else (int(found["under"]) - 1,)))


def check_ages(entry: Entry) -> Iterator[Problem]:
    """Report where an organisation's prose names other ages than its offers do."""
    if entry.kind != "organisatie":
        return
    for offer in entry.record.aanbod:
        yield from _differing(offer.voor_wie, offer.leeftijd_vanaf, offer.leeftijd_tot_en_met)
    yield from _differing_for_all(entry.record)


def _differing_for_all(organisatie: Organisatie) -> Iterator[Problem]:
    """Compare the short answer with the ages of all offers together; a side that an offer leaves open can't be compared."""
    firsts = [offer.leeftijd_vanaf for offer in organisatie.aanbod]
    lasts = [offer.leeftijd_tot_en_met for offer in organisatie.aanbod]
    first = min((age for age in firsts if age is not None), default=None) if None not in firsts else None
    last = max((age for age in lasts if age is not None), default=None) if None not in lasts else None
    yield from _differing(organisatie.kort_antwoord, first, last, only_known=True)


def _differing(told: RichText | RichLine, first: int | None, last: int | None, *, only_known: bool = False) -> Iterator[Problem]:
    for sentence in sentences(told) if "jaar" in told.raw else ():
        ages = ages_in(sentence.words)
        if ages is not None and only_known:
            ages = Ages(ages.first if first is not None else None, ages.last if last is not None else frozenset())
        if ages is None or not ages.contradicts(first, last) or _AND_OTHERS.search(sentence.words):
            continue
        if first is not None or last is not None:
            message, repair = f"de tekst noemt een andere leeftijd dan {_fields(first, last)}", "maak de tekst en de velden gelijk"
            yield Problem(sentence.at, "leeftijd-tegenspraak", message, repair, fragment=sentence.fragment)
        else:
            message, repair = "de tekst noemt een leeftijd, de velden niet", "vul leeftijd_vanaf of leeftijd_tot_en_met in"
            yield Problem(sentence.at, "leeftijd-ontbreekt", message, repair, Level.WAARSCHUWING, fragment=sentence.fragment)


def _fields(first: int | None, last: int | None) -> str:
    told = [f"leeftijd_vanaf: {first}" if first is not None else "", f"leeftijd_tot_en_met: {last}" if last is not None else ""]
    return " en ".join(filter(None, told))


__all__ = ["Ages", "ages_in", "check_ages"]
