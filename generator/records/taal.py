"""A language of the sites: every word that no record brings, in one file per language. `nl` is the reference for the others."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.fields import Choice, expect_scalar, regel_tekst, veld
from generator.frozen import dataclass
from generator.nodes import Mapping
from generator.problems import shortened
from generator.records.gedeeld import Record
from generator.words import DUTCH

if TYPE_CHECKING:
    from generator.fields import Json
    from generator.source import Node, SourceFile

REFERENCE = DUTCH
"""The language that every record has, and whose list of words the others must match."""

NAME = r"[a-z0-9]+(?:-[a-z0-9]+)*"
PLACEHOLDER = re.compile(r"\{[a-z]*\}|\[\]")
"""`{naam}` is filled in; `[]` is where a link comes."""


@dataclass(frozen=True)
class Woorden:
    """Words and sentences by name."""

    def read(self, node: Node, source: SourceFile) -> object | None:
        """Read every word; report what is no name, or holds nothing."""
        if not isinstance(node, Mapping):
            source.report(source.position(node), "verwacht-velden", "hier horen woorden met een naam", "schrijf: naam: woorden")
            return None
        found: dict[str, str] = {}
        for name, (key, value) in node.entries.items():
            if not re.fullmatch(NAME, name):
                repair = "gebruik kleine letters, cijfers en streepjes"
                source.report(source.position(key), "geen-naam", f"'{shortened(name)}' kan geen naam zijn", repair)
                continue
            scalar = expect_scalar(value, source, "woorden", "Kort antwoord")
            if scalar is not None:
                found[name] = re.sub(r"[ \n]+", " ", scalar.text).strip(" ")
        return found

    def schema(self) -> Json:
        """Any name, with words."""
        return {"type": "object", "patternProperties": {f"^(?:{NAME})$": {"type": "string"}}, "additionalProperties": False}

    def describe(self) -> str:
        """Say what is typed."""
        return "per naam de woorden"


@dataclass(frozen=True, slots=True, kw_only=True)
class Taal(Record):
    """A language: its own name, the direction in which it is written, and its words."""

    naam: str = veld(regel_tekst, "De naam van de taal, in die taal zelf: English.", verplicht=True)
    richting: str = veld(
        Choice({"links-naar-rechts": "zoals Nederlands", "rechts-naar-links": "zoals Arabisch"}),
        "Hoe de taal geschreven wordt.",
        verplicht=True,
    )
    woorden: dict[str, str] = veld(
        Woorden(),
        "Alle vaste woorden van de sites en de folders, onder dezelfde namen als in nl.yaml. Wat tussen accolades staat blijft staan.",
        verplicht=True,
    )


def placeholders(words: str) -> list[str]:
    """List what is filled in, sorted: a translation must have the same."""
    return sorted(PLACEHOLDER.findall(words))
