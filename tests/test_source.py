"""Strict YAML: scalars stay text, every node knows where it stands, and whatever YAML would do on its own is refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from conftest import parsed

from generator.problems import Position
from generator.source import MAX_BYTES, Scalar, read_text

if TYPE_CHECKING:
    from pathlib import Path


def scalar(text: str, name: str) -> Scalar:
    node, _ = parsed(text)
    assert node is not None
    value = node.entries[name][1]
    assert isinstance(value, Scalar)
    return value


def problems_in(text: str) -> list[tuple[str, int, int]]:
    _, source = parsed(text)
    return [(problem.rule, problem.position.line, problem.position.column) for problem in source.problems]


@pytest.mark.parametrize("typed", ["0201234567", "13:30", "1.10", "nee", "yes", "~", "null", "2026-01-01", "0x1F", "1e3", ".inf"])
def test_scalar_stays_as_typed(typed: str) -> None:
    assert scalar(f"veld: {typed}\n", "veld").text == typed


def test_scalar_knows_its_line_and_column() -> None:
    value = scalar("naam: Één kind 👶\nkosten:   83,87\n", "kosten")
    assert (value.line, value.column) == (2, 11)


def test_windows_line_ends_count_as_one() -> None:
    value = scalar("naam: Paspoort\r\ntekst: |\r\n  een\r\n  twee\r\nkosten: 5\r\n", "kosten")
    assert (value.line, value.column) == (5, 9)
    assert scalar("tekst: |\r\n  een\r\n  twee\r\n", "tekst").text == "een\ntwee\n"


def test_fragment_is_found_inside_a_block_text() -> None:
    node, source = parsed("tekst: |\n  Een eerste zin.\n\n  Het kost € 25 per keer.\n")
    assert node is not None
    assert source.position(node.entries["tekst"][1], "€ 25") == Position("record.yaml", 4, 12)
    assert source.position(node.entries["tekst"][1], "€ 25").length == 4


def test_fragment_that_is_written_otherwise_points_at_the_value() -> None:
    node, source = parsed('tekst: "\\u20ac 25"\n')
    assert node is not None
    assert source.position(node.entries["tekst"][1], "€ 25") == Position("record.yaml", 1, 8)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("naam: Let op: dit\n", ("yaml-syntax", 1, 13)),
        ("naam: a\nnaam: b\n", ("dubbele-sleutel", 2, 1)),
        ("a: &x 1\nb:\n  - *x\n", ("yaml-alias", 3, 5)),
        ("a: &x [*x]\n", ("yaml-alias", 1, 8)),
        ("a: *nergens\n", ("yaml-alias", 1, 4)),
        ("naam: !!str Paspoort\n", ("yaml-tag", 1, 7)),
        ("a: !!binary aGFsbG8=\n", ("yaml-tag", 1, 4)),
        ("a: !python/object:os.system x\n", ("yaml-tag", 1, 4)),
        ("a: 1\n---\nb: 2\n", ("yaml-meer-documenten", 2, 1)),
        ("- a\n- b\n", ("verwacht-velden", 1, 1)),
        ("alleen tekst\n", ("verwacht-velden", 1, 1)),
        ("# niets\n", ("verwacht-velden", 1, 1)),
        ("? [a, b]\n: c\n", ("yaml-syntax", 1, 3)),
        ("\tnaam: a\n", ("yaml-syntax", 1, 1)),
        ("naam: 'a\n", ("yaml-syntax", 1, 7)),
        ("a: 1\nb: [c,\nd: 2\n", ("yaml-syntax", 2, 4)),
        ("a: 1\nb: [c", ("yaml-syntax", 2, 4)),
        ("a: {", ("yaml-syntax", 1, 4)),
        ("a: [1, , 2]\n", ("yaml-syntax", 1, 8)),
        ("naam: a\nregel: b\x07c\n", ("yaml-syntax", 2, 9)),
        ("naam: a\rregel: b\n", ("yaml-syntax", 1, 8)),
        ("naam: a\u2028b\n", ("yaml-syntax", 1, 8)),
        ('naam: "a\\0b"\n', ("yaml-syntax", 1, 7)),
        ('naam: "a\\rb"\n', ("yaml-syntax", 1, 7)),
    ],
)
def test_strict_yaml_refuses(text: str, problem: tuple[str, int, int]) -> None:
    assert problems_in(text) == [problem]


@pytest.mark.parametrize(
    "text",
    [
        "a: " + "[" * 100_000,
        "a: " + '["]", ' * 40_000,
        "- " * 50_000,
        "a: " + "{b: " * 50_000,
        "\n".join(" " * n + "-" for n in range(300)),
    ],
    ids=["open", "closed in quotes", "dashes", "groups", "steps"],
)
def test_very_deep_nesting_is_a_problem_not_a_crash(text: str) -> None:
    assert problems_in(text) == [("yaml-syntax", 1, 1)]


def test_many_brackets_beside_each_other_are_fine() -> None:
    assert problems_in("a:\n" + "  - [x, y]\n" * 500) == []


def test_byte_order_mark_is_reported_and_the_rest_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes(b"\xef\xbb\xbfnaam: Paspoort\n")
    source = read_text(tmp_path, "a.yaml")
    assert source.text == "naam: Paspoort\n"
    assert [problem.rule for problem in source.problems] == ["bestand-codering"]


def test_wrong_encoding_is_reported_at_its_line(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes("naam: a\ntekst: één\n".encode("latin-1"))
    source = read_text(tmp_path, "a.yaml")
    assert source.text == ""
    assert [(problem.rule, problem.position.line) for problem in source.problems] == [("bestand-codering", 2)]


def test_folder_that_is_a_link_is_refused(tmp_path: Path) -> None:
    (tmp_path / "elders").mkdir()
    (tmp_path / "elders" / "a.yaml").write_text("naam: a\n")
    (tmp_path / "products").symlink_to("elders")
    assert [problem.rule for problem in read_text(tmp_path, "products/a.yaml").problems] == ["bestand-symlink"]


def test_file_may_be_just_as_large_as_allowed(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes(b"#" * MAX_BYTES)
    assert list(read_text(tmp_path, "a.yaml").problems) == []
    (tmp_path / "a.yaml").write_bytes(b"#" * (MAX_BYTES + 1))
    assert [problem.rule for problem in read_text(tmp_path, "a.yaml").problems] == ["bestand-te-groot"]


@pytest.mark.parametrize("name", ["Paspoort.yaml", "pas poort.yaml", "paspoort.yml", "paspoort.yaml.bak", "-a.yaml", "a--b.yaml", "é.yaml"])
def test_file_name_that_can_be_no_address(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("naam: a\n")
    assert [problem.rule for problem in read_text(tmp_path, name).problems] == ["bestand-naam"]
