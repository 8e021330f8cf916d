"""Checks what editors tell search: a meaning must be a word of the answers, and a title needs no other word for it."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any

from generator.dutch import STOP_WORDS, stems, words_of
from generator.fields import RichLine, RichText
from generator.problems import Level, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.catalogue import Catalogue
    from generator.records.zoeken import Paar

ANSWERED = ("product", "organisatie", "loket", "vraag", "keuzehulp")


def check_synonyms(catalogue: Catalogue) -> Iterator[Problem]:
    """Check every list of synonyms; for this the records must be whole."""
    lists = [entry for entry in catalogue.entries if entry.kind == "synoniemen" and entry.record is not None]
    if not lists:
        return
    records = [
        entry.record
        for entry in catalogue.entries
        if entry.kind not in {"synoniemen", "zoeken", "taal", "quickscan"} and entry.record is not None
    ]
    told = {stem for record in records for text in _texts(record) for word in words_of(text) for stem in stems(word)}
    titles = {tuple(words_of(record.naam)): record.naam for kind in ANSWERED for record in catalogue.by_kind[kind].values()}
    for entry in lists:
        for paar in entry.record.paren:
            yield from _check_pair(paar, told, titles)


def _check_pair(paar: Paar, told: set[str], titles: dict[tuple[str, ...], str]) -> Iterator[Problem]:
    for meaning in paar.betekent:
        strange = [word for word in words_of(meaning) if word not in STOP_WORDS and not told.intersection(stems(word))]
        if strange:
            message = f"geen enkel antwoord heeft het woord '{strange[0]}'"
            yield Problem(paar.at, "synoniem-onbekend", message, "schrijf een woord dat in de antwoorden staat", fragment=meaning)
    for typed in paar.woorden:
        if tuple(words_of(typed)) in titles:
            message = f"'{typed}' is zelf de naam van een antwoord"
            yield Problem(
                paar.at,
                "synoniem-titel",
                message,
                "haal dit woord weg: de naam wordt al gevonden",
                level=Level.WAARSCHUWING,
                fragment=typed,
            )


def _texts(value: Any) -> Iterator[str]:  # noqa: ANN401 - any part of a record
    if isinstance(value, str):
        yield value
    elif isinstance(value, RichText | RichLine):
        yield value.raw
    elif isinstance(value, tuple):
        for part in value:
            yield from _texts(part)
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from _texts(getattr(value, field.name))
