"""Reads and checks everything: the one way in for `check`, `build` and the MkDocs plugin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator import rules
from generator.catalogue import Catalogue, read_all
from generator.frozen import dataclass
from generator.huisstijl import OWN, house_style
from generator.problems import Problem, Problems, shown_in_source

if TYPE_CHECKING:
    import datetime as dt
    from pathlib import Path

    from generator.records import Entry


@dataclass(frozen=True, slots=True)
class Checked:
    """The catalogue on its peildatum, with every problem found in it."""

    catalogue: Catalogue
    problems: Problems


def read_and_check(root: Path, peildatum: dt.date, entries: list[Entry] | None = None) -> Checked:
    """Read all records below `root` (or take `entries`), and check them alone and together."""
    entries = read_all(root) if entries is None else entries
    problems = Problems(problem for entry in entries for problem in entry.problems)
    catalogue = Catalogue(entries, peildatum)
    problems.extend(shown_in_source(problem, source_text(root / problem.position.file)) for problem in rules.check(catalogue))
    problems.extend(_house_style(root / "theme/assets"))
    return Checked(catalogue, problems)


def _house_style(assets: Path) -> tuple[Problem, ...]:
    """Check the colours of a project that has a theme of its own."""
    return house_style(assets).problems if (assets / OWN).is_file() else ()


def source_text(path: Path) -> str:
    """Give the text of a record file for showing a problem in it; empty where there is none."""
    return path.read_text(encoding="utf-8", errors="replace") if path.is_file() else ""
