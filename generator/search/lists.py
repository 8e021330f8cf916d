"""What editors tell search, as the browser needs it: words as they sound, and answers by number."""

from __future__ import annotations

from itertools import permutations
from typing import TYPE_CHECKING, Any

from generator.dutch import STOP_WORDS, words_of
from generator.search.spelling import light

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from generator.catalogue import Catalogue
    from generator.fields import Reference
    from generator.records.zoeken import Nood, Paar

Told = dict[str, Any]


def no_lists() -> Told:
    """Give what a language has that editors wrote no lists for."""
    return {"synoniemen": {}, "getypt": [], "voorkeur": [], "crisis": []}


def lists_of(catalogue: Catalogue) -> Told:
    """Give the lists of `catalogue`, with answers by record; `numbered` makes numbers of these."""
    told = no_lists()
    typed: set[str] = set()
    for _, group in sorted(catalogue.by_kind["synoniemen"].items()):
        for paar in group.paren:
            _add_pair(told, typed, paar)
    told["getypt"] = sorted(typed)
    for _, zoeken in sorted(catalogue.by_kind["zoeken"].items()):
        told["voorkeur"] += [{"vragen": _patterns(one.vragen), "records": _keys(one.records)} for one in zoeken.voorkeur]
        told["crisis"] += [_need(one) for one in zoeken.crisis]
    return told


def numbered(told: Told, numbers: Mapping[str, int]) -> Told:
    """Give what is read before anything is asked, with numbers of answers for their records; who is not published is left out."""

    def known(records: list[str]) -> list[int]:
        return [numbers[record] for record in records if record in numbers]

    return {
        "voorkeur": [one | {"records": known(one["records"])} for one in told["voorkeur"]],
        "crisis": [one | {"records": known(one["records"])} for one in told["crisis"]],
    }


def meanings(told: Told, numbers: Mapping[str, int]) -> dict[str, str]:
    """Write what phrases mean, as lines of the part that they are looked up in: by their first word that says something, as it sounds."""
    lines: dict[str, list[str]] = {}
    for phrase, (first, meant) in sorted(told["synoniemen"].items()):
        found = [meaning or "#" + " ".join(str(numbers[record]) for record in records if record in numbers) for meaning, records in meant]
        lines.setdefault(first, []).append(f"{phrase}={'|'.join(found)}\n")
    return {first: "".join(written) for first, written in lines.items()}


def _add_pair(told: Told, typed: set[str], paar: Paar) -> None:
    records = _keys(paar.record)
    meant: list[tuple[str, str, list[str]]] = [(one, other, []) for one, other in permutations(paar.gelijk, 2)]
    meant += [(one, meaning, []) for one in paar.woorden for meaning in paar.betekent]
    meant += [(one, "", records) for one in paar.woorden if records]
    for one, meaning, found in meant:
        words = words_of(one)
        saying = [light(word) for word in words if word not in STOP_WORDS]
        phrase = sorted(saying) if len(saying) > 1 else [light(word) for word in words]
        first = (sorted(saying) or phrase)[0]
        told["synoniemen"].setdefault(" ".join(phrase), (first, []))[1].append((" ".join(words_of(meaning)), found))
        if len(words) == 1:
            typed.add(words[0])


def _need(one: Nood) -> Told:
    return {
        "naam": one.naam,
        "tekst": one.tekst,
        "bellen": [[call.naam, call.telefoon, f"tel:{call.telefoon.replace(' ', '')}", call.uitleg or ""] for call in one.bellen],
        "records": _keys(one.records),
        "vragen": _patterns(one.vragen),
        "niet": [light(word) for phrase in one.niet for word in words_of(phrase)],
    }


def _patterns(phrases: Iterable[str]) -> list[list[str]]:
    """Write each phrase as its words, each with its other possibilities after a slash, as they sound."""
    return [
        [
            "/".join(dict.fromkeys(light(word) for choice in place.split("/") for word in ["".join(words_of(choice))] if word))
            for place in phrase.split()
        ]
        for phrase in phrases
    ]


def _keys(references: Iterable[Reference]) -> list[str]:
    return [f"{reference.kind}:{reference.id}" for reference in references]
