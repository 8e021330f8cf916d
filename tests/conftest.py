"""The small project that tests read, and how thorough hypothesis is."""

from __future__ import annotations

import datetime as dt
import os
import shutil
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

from generator.catalogue import read_all
from generator.checking import read_and_check
from generator.source import Mapping, SourceFile, parse

if TYPE_CHECKING:
    from generator.checking import Checked
    from generator.fields import Kind
    from generator.records import Entry

# At one's desk every run draws other examples, so few each time; where one run decides, it draws many, and always the same.
# A busy machine is slow, not wrong: how long an example takes fails no test.
ALLOWED = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
settings.register_profile("lokaal", max_examples=25, deadline=None, suppress_health_check=ALLOWED)
settings.register_profile("ci", settings.get_profile("lokaal"), max_examples=100, derandomize=True, print_blob=True)
settings.load_profile("ci" if os.environ.get("CI") == "true" else "lokaal")

TESTS = Path(__file__).parent
PEILDATUM = dt.date(2026, 11, 22)


@cache
def own_records() -> tuple[Entry, ...]:
    """Read the records of this project itself, once for all tests of a process: they are not to be changed."""
    return tuple(read_all(TESTS.parent))


class Project:
    """A copy of the small municipality Klein, in which a test changes what it wants to see go wrong."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def write(self, path: str, text: str) -> None:
        (self.root / path).parent.mkdir(parents=True, exist_ok=True)
        (self.root / path).write_text(text, encoding="utf-8", newline="")

    def replace(self, path: str, old: str, new: str) -> None:
        text = (self.root / path).read_text(encoding="utf-8")
        assert old in text, f"{path} does not say {old!r}"
        self.write(path, text.replace(old, new))

    def append(self, path: str, text: str) -> None:
        self.write(path, (self.root / path).read_text(encoding="utf-8") + text)

    def check(self, peildatum: dt.date = PEILDATUM) -> Checked:
        return read_and_check(self.root, peildatum)

    def rules(self, peildatum: dt.date = PEILDATUM) -> list[str]:
        return [problem.rule for problem in self.check(peildatum).problems]


@pytest.fixture
def klein(tmp_path: Path) -> Project:
    return Project(small_municipality(tmp_path / "klein"))


def small_municipality(root: Path) -> Path:
    """Put the records of the small municipality in `root`; it speaks with the real words of both languages."""
    shutil.copytree(TESTS / "fixtures" / "klein", root)
    shutil.copytree(TESTS.parent / "content/talen", root / "content/talen")
    return root


def parsed(text: str) -> tuple[Mapping | None, SourceFile]:
    """Parse `text` as the file `record.yaml`."""
    source = SourceFile("record.yaml", text)
    return parse(source), source


def reading(kind: Kind, typed: str) -> tuple[object, list[tuple[str, str]]]:
    """Read what an editor typed at a field of `kind`: the value, and the rule and repair of each problem."""
    node, source = parsed(f"veld: {typed}")
    assert node is not None, f"no YAML: {typed!r}"
    value = kind.read(node.entries["veld"][1], source)
    return value, [(problem.rule, problem.repair) for problem in source.problems]
