"""Searches the answers in Python as the browser does, from the same files: so that an editor sees what a visitor would find."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import orjson

from generator.channels.search import files, sought
from generator.search.first import preferred, urgent
from generator.search.index import Index
from generator.search.lists import lists_of
from generator.search.question import understand
from generator.search.ranking import find
from generator.wording.compose import compose
from generator.wording.phrases import speaking
from generator.words import DUTCH

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.catalogue import Catalogue

MOST = 10
"""Results that are shown at first."""


class Results(NamedTuple):
    """What a visitor sees: help for someone in danger, the answers, and what may have been meant."""

    urgent: list[dict[str, Any]]
    records: list[str]
    meant: str


class Finder:
    """Search over the files of one site and language."""

    def __init__(self, files: Mapping[str, bytes], folder: str = "zoeken/") -> None:
        """Take the files of search, by path in the site."""
        core = orjson.loads(files[f"{folder}kern.json"])
        parts = {start: files[f"{folder}woorden/{start}.txt"].decode() for start in core["delen"]}
        self.index = Index.of(core, parts)
        count = -(-core["aantal"] // core["samen"])
        self.documents: list[dict[str, Any]] = [
            found for number in range(count) for found in orjson.loads(files[f"{folder}antwoorden/{number}.json"])
        ]

    @property
    def titles(self) -> dict[str, str]:
        """Give the title of every answer, by record."""
        return {found["record"]: found["titel"] for found in self.documents}

    def results(self, question: str) -> Results:
        """Give what a visitor sees for `question`: what editors put first, and then what search finds."""
        asked = understand(question, self.index)
        needs = urgent(asked, self.index)
        first = [number for need in needs for number in need["records"]] + preferred(asked, self.index)
        numbers = list(dict.fromkeys([*first, *(hit.number for hit in find(question, self.index))]))
        meant = " ".join(asked.corrected) if asked.corrected != asked.words else ""
        return Results(needs, [self.documents[number]["record"] for number in numbers], meant)


def finder_of(catalogue: Catalogue) -> Finder:
    """Make what the public site searches in Dutch, from the records."""
    lang = speaking(catalogue).lang
    told = [sought(answer, lang) for answer in compose(catalogue) if answer.lang == DUTCH]
    return Finder(files(told, lists_of(catalogue), DUTCH, [])[0])
