"""Whatever stands in a file, it gives a record or problems; an exception would be a bug in this program."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from conftest import PEILDATUM, TESTS
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator import report, rules
from generator.catalogue import Catalogue, read_all
from generator.problems import Problems, shown_in_source
from generator.records import COLLECTIONS, Entry, read_entry

if TYPE_CHECKING:
    from pathlib import Path

KLEIN = TESTS / "fixtures" / "klein"
LANGUAGES = [read_entry(TESTS.parent, "taal", f"content/talen/{code}.yaml") for code in ("nl", "en")]
SOUND = [*read_all(KLEIN), *LANGUAGES]
KINDS = sorted(COLLECTIONS)
CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]")


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("tekst")


def read(root: Path, kind: str, content: bytes) -> Entry:
    """Read `content` as a record, and report everything about it and about the others beside it."""
    (root / "kapot.yaml").write_bytes(content)
    entry = read_entry(root, kind, "kapot.yaml")
    assert entry.record is not None or entry.problems
    text = content.decode("utf-8", errors="replace")
    others = [shown_in_source(problem, text) for problem in rules.check(Catalogue([*SOUND, entry], PEILDATUM))]
    problems = Problems([*entry.problems, *others])
    for problem in problems:
        assert problem.position.line >= 1
        assert problem.position.column >= 1
        assert problem.position.line <= content.count(b"\n") + 1 or problem not in entry.problems
        assert not CONTROL.search(report.as_text(problem))
    assert report.as_json(problems)
    assert report.as_gitlab(problems)
    return entry


@given(kind=st.sampled_from(KINDS), content=st.binary(max_size=200))
def test_any_bytes_give_a_record_or_problems(root: Path, kind: str, content: bytes) -> None:
    read(root, kind, content)


yaml_like = st.lists(
    st.sampled_from(
        ["naam", "feiten", "aanbod", "gratis", ": ", ":\n  ", "\n", "- ", "[", "]", "{", "}", "&a ", "*a", "!!int ", "|\n  ", "? "]
    )
    | st.sampled_from(["'", '"', "#", "---\n", "%", "\t", "\\0", "ja", "2026-01-01", "€ 5", "{a.b}", "\u2028", "\r", "\ufeff", "\x00"])
    | st.text(max_size=5),
    max_size=30,
).map("".join)


@given(kind=st.sampled_from(KINDS), text=st.text(max_size=200) | yaml_like)
@example(kind="feiten", text="omschrijving: a\nfeiten:\n  a:\n    omschrijving: a\n    soort: bedrag\n    waarden: []\n")
@example(kind="product", text="naam: ٣\ngecontroleerd_op: ٢٠٢٦-٠١-٠١\n")
def test_any_text_gives_a_record_or_problems(root: Path, kind: str, text: str) -> None:
    read(root, kind, text.encode("utf-8", errors="replace"))


@st.composite
def mutated(draw: st.DrawFn) -> tuple[str, str]:
    """Take a sound record and damage it as an editor might: lines gone, doubled or swapped, values swapped, signs typed in between."""
    entry = draw(st.sampled_from(SOUND))
    lines = ((TESTS.parent if entry in LANGUAGES else KLEIN) / entry.path).read_text(encoding="utf-8").splitlines()
    for _ in range(draw(st.integers(1, 4))):
        here, there = (draw(st.integers(0, len(lines) - 1)) for _ in range(2))
        match draw(st.sampled_from(["delete", "double", "swap lines", "swap values", "insert", "indent", "empty"])):
            case "delete" if len(lines) > 1:
                del lines[here]
            case "double":
                lines.insert(there, lines[here])
            case "swap lines":
                lines[here], lines[there] = lines[there], lines[here]
            case "swap values":
                (name, sign, value), (other_name, other_sign, other) = lines[here].partition(": "), lines[there].partition(": ")
                lines[here], lines[there] = name + sign + other, other_name + other_sign + value
            case "insert":
                at = draw(st.integers(0, len(lines[here])))
                typed = draw(st.text(max_size=3) | st.sampled_from(["- ", ": ", "{", "[", '"', "'", "*", "&", "#", "|", "€ 5", "\t"]))
                lines[here] = lines[here][:at] + typed + lines[here][at:]
            case "indent":
                lines[here] = "  " + lines[here]
            case _:
                lines[here] = lines[here].partition(":")[0] + ": []"
    return entry.kind, "\n".join(lines) + "\n"


@settings(max_examples=2 * settings().max_examples)
@given(mutated())
def test_a_damaged_record_gives_a_record_or_problems(root: Path, damaged: tuple[str, str]) -> None:
    kind, text = damaged
    read(root, kind, text.encode("utf-8", errors="replace"))


def test_the_sound_records_are_all_there() -> None:
    assert {entry.kind for entry in SOUND} == set(KINDS)
    assert [entry.path for entry in SOUND if entry.problems or entry.record is None] == []
