"""Files that are put in the folder of a site, and taken over from where another process put them."""

from __future__ import annotations

import errno
import os
from typing import TYPE_CHECKING

import pytest
from project import edition_of, lay_down, site_for

from generator.answer import wording_digest
from generator.edition import make
from generator.ledger import stamp
from generator.output import Output, items_of, written
from generator.records import tree_stamps

if TYPE_CHECKING:
    from pathlib import Path

PAGE = {
    "producten/paspoort/index.html": b"<p>\xe2\x82\xac 84",
    "producten/paspoort/index.md": b"84",
    "api/v1/producten/paspoort.json": b"{}",
}
HOME = {"index.html": b"<p>welkom"}


def found(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_files_are_written_where_no_folder_was(tmp_path: Path) -> None:
    stamps = written(PAGE | HOME, tmp_path / "werk" / "site")
    assert found(tmp_path / "werk" / "site") == PAGE | HOME
    assert stamps == tree_stamps(tmp_path / "werk" / "site")


def test_a_file_that_is_there_is_replaced_and_others_stay(tmp_path: Path) -> None:
    written(PAGE | HOME, tmp_path)
    written({"index.html": b"<p>hoi"}, tmp_path)
    assert found(tmp_path) == PAGE | {"index.html": b"<p>hoi"}


def test_a_file_of_which_the_disk_takes_a_part_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write = os.write
    monkeypatch.setattr(os, "write", lambda file, content: write(file, content[:2]))
    with pytest.raises(OSError, match=r"index\.html") as raised:
        written(HOME, tmp_path)
    assert raised.value.errno == errno.ENOSPC


def test_stamps_are_those_of_what_was_written_since_they_were_asked_for(tmp_path: Path) -> None:
    output = Output(tmp_path)
    output.write(PAGE)
    assert output.noted().keys() == PAGE.keys()
    output.write(HOME)
    assert output.noted() == {"index.html": stamp(tmp_path / "index.html")}
    assert output.noted() == {}


def test_what_another_process_wrote_is_moved_to_the_site(tmp_path: Path) -> None:
    place, site = tmp_path / "anders", tmp_path / "site"
    written(PAGE, place)
    written(HOME | {"producten/index.html": b"<p>a-z"}, site)
    Output(site).take_over(place, ["producten/paspoort", "api/v1/producten/paspoort.json"])
    assert found(site) == PAGE | HOME | {"producten/index.html": b"<p>a-z"}
    assert found(place) == {}


def test_the_items_of_an_answer_hold_all_its_files(tmp_path: Path) -> None:
    for answer in edition_of(lay_down(tmp_path / "klein")).answers:
        made = make(answer, None, site_for(), wording_digest(answer))
        items = tuple(items_of(made))
        assert len(items) == len(set(items))
        assert [path for path in made.files if not any(path == item or path.startswith(f"{item}/") for item in items)] == []
