"""The shape of the code, read from its imports: who may know whom, and how long a module and a function may be."""

from __future__ import annotations

import ast
from functools import cache
from typing import TYPE_CHECKING

import pytest
from conftest import TESTS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ROOT = TESTS.parent
MODULES = {
    ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): path
    for path in sorted((ROOT / "generator").rglob("*.py"))
}
CHANNELS = sorted(name for name in MODULES if name.startswith("generator.channels."))
SHARED_BY_CHANNELS = {f"generator.channels.{name}" for name in ("compiled", "drawing", "html", "kept", "once", "shape", "site")}
STATIONS = ("source", "records", "catalogue", "rules", "checking", "wording", "channels", "edition", "build", "parity", "plugin", "cli")
LONGEST_MODULE = 320
LONGEST_FUNCTION = 45
LISTS = {"generator.records.woordenlijst"}
"""A list of names, one a line, is as long as it is."""


@cache
def imports(module: str) -> frozenset[str]:
    """Give every module that `module` imports at run time or for its types."""
    tree = ast.parse(MODULES[module].read_text(encoding="utf-8"))
    return frozenset(_imported(tree))


def _imported(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports name the whole module"
            assert node.module is not None
            for alias in node.names:
                name = f"{node.module}.{alias.name}"
                yield name if name in MODULES else node.module


def known(module: str, *stations: str) -> set[str]:
    """Give what `module` imports of `stations` (a module, or a package with all in it)."""
    return {name for name in imports(module) for station in stations if f"{name}.".startswith(f"{station}.")}


def test_only_the_plugin_knows_mkdocs() -> None:
    assert {module for module in MODULES if known(module, "mkdocs", "material")} == {"generator.plugin"}


def test_only_the_stations_at_the_end_know_the_plugin() -> None:
    assert {module for module in MODULES if known(module, "generator.plugin")} <= {"generator.build", "generator.cli"}


@pytest.mark.parametrize("channel", CHANNELS)
def test_a_channel_reads_answers_and_nothing_behind_them(channel: str) -> None:
    behind = [f"generator.{station}" for station in ("records", "catalogue", "wording", "source", "parity", "fields", "rules")]
    assert known(channel, *behind) == set()


@pytest.mark.parametrize("channel", CHANNELS)
def test_a_channel_does_not_read_what_another_channel_makes(channel: str) -> None:
    others = known(channel, "generator.channels") - SHARED_BY_CHANNELS - {channel}
    allowed = {"generator.channels.page"} if channel == "generator.channels.agent" else set()
    assert others <= allowed, "the agents' page may show the public page's answer; further share through html.py or site.py"


def test_the_answer_knows_no_other_station() -> None:
    assert known("generator.answer", *(f"generator.{station}" for station in STATIONS)) == set()


@pytest.mark.parametrize("module", [name for name in MODULES if name.startswith("generator.records")])
def test_records_know_neither_wording_nor_channels(module: str) -> None:
    later = [f"generator.{station}" for station in ("wording", "channels", "answer", "catalogue", "rules", "edition", "build", "parity")]
    assert known(module, *later) == set()


@pytest.mark.parametrize("module", [name for name in MODULES if name.startswith("generator.wording")])
def test_wording_does_not_know_the_channels(module: str) -> None:
    assert known(module, "generator.channels", "generator.edition", "generator.build", "generator.parity") == set()


@pytest.mark.parametrize("module", [name for name in ("generator.parity", "generator.readback") if name in MODULES])
def test_proof_reads_the_files_and_not_who_made_them(module: str) -> None:
    assert known(module, "generator.channels", "generator.wording") == set()


def test_no_module_hides_behind_a_name_that_says_nothing() -> None:
    empty = {"utils", "util", "helpers", "helper", "manager", "common", "misc"}
    assert {module for module in MODULES if empty & set(module.split("."))} == set()


def test_modules_stay_short_enough_to_read() -> None:
    lengths = {module: _lines(path) for module, path in MODULES.items()}
    assert {module: count for module, count in lengths.items() if count > LONGEST_MODULE and module not in LISTS} == {}


def _lines(path: Path) -> int:
    return path.read_text(encoding="utf-8").count("\n")


def test_functions_stay_short_enough_to_read() -> None:
    assert {name: lines for name, lines in _functions() if lines > LONGEST_FUNCTION} == {}


def _functions() -> Iterator[tuple[str, int]]:
    for module, path in MODULES.items():
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                assert node.end_lineno is not None
                yield f"{module}.{node.name}", node.end_lineno - node.lineno + 1


def test_every_module_tells_its_purpose() -> None:
    assert [module for module, path in MODULES.items() if not ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))] == []
