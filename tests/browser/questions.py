"""Question sets: what people type, which answers they look for, and how many of them are found.

The project's own sets name records. Another set may name what it looks for by `kind` and `expected_label`: a product by the name of the
Uniforme Productnamenlijst, an organisation by its sort; such labels are looked up in the records.
"""

from __future__ import annotations

import csv
import os
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import yaml

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

PROJECT = Path(__file__).resolve().parents[2]
OWN = PROJECT / "tests/zoekvragen"
SHARED = Path(os.environ.get("ANTWOORDKAART_SHARED") or PROJECT.parent / "shared") / "data/zoekvragen.tsv"

FOLDERS = {"product": "products", "organisatie": "sociale_kaart", "loket": "content/loketten"}
RANKS = (1, 3, 5)


class Question(NamedTuple):
    """A question, the records of which one must be found, and how it is put; `also` must each be among the first five."""

    query: str
    wanted: frozenset[str]
    style: str
    also: tuple[frozenset[str], ...] = ()


@dataclass
class Recall:
    """How many questions find their answer, by style, and all together under the empty name."""

    counts: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    missed: list[str] = field(default_factory=list)

    def add(self, question: Question, records: Sequence[str]) -> None:
        """Count what a question found, best first."""
        for style in ("", question.style):
            counts = self.counts[style]
            counts["asked"] += 1
            counts["nothing"] += not records
            for rank in RANKS:
                counts[f"{rank}"] += bool(question.wanted & set(records[:rank]))
        if not question.wanted & set(records[:5]):
            self.missed.append(f"MISSED {question.style}: {question.query}: {', '.join(records[:3])}")
        for other in question.also:
            if not other & set(records[:5]):
                self.missed.append(f"NOT SHOWN TOO {question.style}: {question.query}: {', '.join(sorted(other))}")

    def part(self, rank: int, style: str = "") -> float:
        """Give the part of the questions whose answer is among the first `rank`."""
        return self.counts[style][f"{rank}"] / max(1, self.counts[style]["asked"])

    def lines(self) -> Iterator[str]:
        """Tell it: each miss, and a line for each style."""
        yield from self.missed
        for style, counts in sorted(self.counts.items()):
            found = " ".join(f"@{rank} {self.part(rank, style):.3f}" for rank in RANKS)
            yield f"{style or 'all':<11}{counts['asked']:5} {found} nothing {counts['nothing']}"


def own_questions() -> list[Question]:
    """Read the project's own sets."""
    return [question for path in sorted(OWN.glob("*.tsv")) for question in questions_in(path)]


def further_files() -> list[Path]:
    """List the sets of others: those named in `ZOEKVRAGEN` (paths with a colon between), and the shared one where it is there."""
    named = [Path(one) for one in os.environ.get("ZOEKVRAGEN", "").split(os.pathsep) if one]
    return [*named, *([SHARED] if SHARED.is_file() else [])]


def questions_in(path: Path) -> list[Question]:
    """Read a set: tab-separated, with `query`, `style`, `note`, and `record` or `kind` and `expected_label`."""
    rows = csv.DictReader(path.read_text("utf-8").splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)
    return [_question(row) for row in rows]


def _question(row: dict[str, Any]) -> Question:
    main = row.get("record") or f"{row['kind']}:{row['expected_label']}"
    kind = main.split(":")[0]
    told = [part.strip().partition("=") for part in (row.get("note") or "").split(";")]
    others = {name: [one for key, _, many in told if key == name for one in many.split(",")] for name in ("alt", "multi")}
    wanted = _meant(main, kind).union(*(_meant(one, kind) for one in others["alt"]))
    return Question(row["query"], wanted, row["style"], tuple(_meant(one, kind) for one in others["multi"]))


def _meant(named: str, kind: str) -> frozenset[str]:
    """Give the records that `kind:label` means, or a label alone: of the same kind as the answer, or else of any."""
    stated, _, label = named.strip().rpartition(":")
    if stated and stated not in FOLDERS:
        return frozenset({named.strip()})
    for one in (stated,) if stated and stated != "organisatie" else (stated or kind, *FOLDERS):
        if found := _called()[one].get(label.lower()):
            return frozenset(found)
    return frozenset({f"{stated or kind}:{label}"})


@cache
def _called() -> dict[str, dict[str, set[str]]]:
    """Give records by kind and by what they are called: their id, a UPL name, the sort of organisation."""
    called: dict[str, dict[str, set[str]]] = {kind: defaultdict(set) for kind in FOLDERS}
    for kind, folder in FOLDERS.items():
        for path in sorted((PROJECT / folder).glob("*.yaml")):
            record = yaml.load(path.read_text("utf-8"), Loader=yaml.CSafeLoader)
            names = [path.stem, *(one["naam"] for one in record.get("upl") or []), record.get("soort")]
            for name in filter(None, names):
                called[kind][name.lower()].add(f"{kind}:{path.stem}")
    return called
