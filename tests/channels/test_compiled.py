"""Compiled templates: kept for the next build, and never more than a way to be quicker."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinja2 import Environment, FileSystemLoader

from generator.channels.compiled import FOLDER, compiled
from generator.staging import WORK

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def says(templates: Path) -> str:
    return (
        Environment(loader=FileSystemLoader(templates), bytecode_cache=compiled(templates), autoescape=True)
        .get_template("een.html")
        .render()
    )


def theme(root: Path, text: str) -> Path:
    templates = root / "theme/templates"
    templates.mkdir(parents=True, exist_ok=True)
    (templates / "een.html").write_text(text, "utf-8")
    return templates


def test_a_template_is_compiled_once_for_all_builds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    templates = theme(tmp_path, "{{ 1 + 1 }}")
    assert says(templates) == "2"
    assert [file.name[-41:-40] for file in (tmp_path / WORK / FOLDER).iterdir()] == ["-"]
    monkeypatch.setattr(Environment, "_generate", lambda *_args, **_named: 1 / 0)
    assert says(templates) == "2"


def test_another_text_is_compiled_anew(tmp_path: Path) -> None:
    assert says(theme(tmp_path, "{{ 1 + 1 }}")) == "2"
    assert says(theme(tmp_path, "{{ 2 + 2 }}")) == "4"


def test_what_another_program_compiled_is_cleared_away(tmp_path: Path) -> None:
    templates = theme(tmp_path, "{{ 1 + 1 }}")
    assert says(templates) == "2"
    [kept] = (tmp_path / WORK / FOLDER).iterdir()
    (kept.parent / f"{'0' * 16}-old").write_bytes(b"of an older program")
    assert says(templates) == "2"
    assert list(kept.parent.iterdir()) == [kept]


def test_what_cannot_be_read_is_compiled_anew(tmp_path: Path) -> None:
    templates = theme(tmp_path, "{{ 1 + 1 }}")
    assert says(templates) == "2"
    for file in (tmp_path / WORK / FOLDER).iterdir():
        file.write_bytes(b"half")
    assert says(templates) == "2"


def test_where_nothing_can_be_written_templates_are_compiled_every_time(tmp_path: Path) -> None:
    templates = theme(tmp_path, "{{ 1 + 1 }}")
    (tmp_path / WORK).write_text("a file where the folder should be", "utf-8")
    assert compiled(templates) is None
    assert says(templates) == "2"
