"""What a record says in plain Dutch prose, by field and by sentence, for the rules that hold prose against structure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.fields import RichLine, RichText
    from generator.problems import Position
    from generator.records import Entry
    from generator.records.gedeeld import Contactgegevens

_SENTENCE_END = re.compile(r"(?<=[.!?])\s+|\s*\n\s*(?:[-*]|\d+\.)\s+|\s*\n\s*\n\s*")
_ITEM = re.compile(r"\s*(?:[-*]|\d+\.)\s+")


class Sentence(NamedTuple):
    """A sentence as typed, the one before it in the same text (empty where there is none), and where its text begins."""

    words: str
    before: str
    at: Position

    @property
    def fragment(self) -> str:
        """The words to point at in the source: a sentence can go on over the end of a line."""
        return self.words.split("\n")[0].strip()


def sentences(told: RichText | RichLine | None) -> Iterator[Sentence]:
    """Split a text into its sentences and list items, without the dash of an item; an absent text has none."""
    before = ""
    for typed in _SENTENCE_END.split(told.raw.strip()) if told is not None else ():
        words = _ITEM.sub("", typed, count=1) if _ITEM.match(typed) else typed
        if words:
            yield Sentence(words, before, told.at)  # type: ignore[union-attr]
            before = words


def sentences_with(hints: tuple[str, ...], record: Any, *fields: str) -> Iterator[Sentence]:  # noqa: ANN401 - a record, or a group in one
    """Give the sentences of those text fields of a record that have one of `hints` in them: few do, and splitting takes time."""
    for field in fields:
        told = getattr(record, field)
        if told is not None and any(hint in told.raw for hint in hints):
            yield from sentences(told)


def plain_lines(entry: Entry) -> Iterator[tuple[str, str]]:
    """Give the field name and the words of every plain line of a record that residents read; facts can't stand in these.

    Search words and sources are left out: they state no amount, they name what someone searches for or where something was found.
    """
    record = entry.record
    if entry.kind in ("product", "organisatie", "loket", "nieuws", "vraag", "keuzehulp"):
        yield "naam", record.naam
    if entry.kind == "contactpunt":
        yield from _explanation(record.gegevens)
    elif entry.kind == "organisatie":
        yield "soort", record.soort
        yield from _explanation(record.contact)
        yield from (("naam", place.naam) for place in record.locaties)
        for offer in record.aanbod:
            yield "naam", offer.naam
            yield from (("verwijzers", referrer) for referrer in offer.verwijzers)


def _explanation(details: Contactgegevens) -> Iterator[tuple[str, str]]:
    if details.telefoon_toelichting:
        yield "telefoon_toelichting", details.telefoon_toelichting


__all__ = ["Sentence", "plain_lines", "sentences", "sentences_with"]
