"""The project's own sociale kaart, exported and taken in again: what comes back as it was, and what does not."""

from __future__ import annotations

import dataclasses
import datetime as dt
from typing import TYPE_CHECKING

import pytest
from conftest import PEILDATUM

from generator.answer import plain_bodies
from generator.fields import FactValue, RichLine, RichText
from generator.hsds.export import FOLDER
from generator.hsds.importing import import_hsds
from generator.hsds.taken.account import What
from generator.hsds.taken.taking import Choices
from generator.hsds.written.plain import plain_line, plain_text
from generator.openings import days
from generator.records import read_entry
from generator.records.gedeeld import Openingstijden
from generator.records.organisatie import Organisatie
from generator.wording.phrases import speaking
from hsds.any_hours import AHEAD
from hsds.real import catalogue, files
from hsds.standard import PROJECT, URL

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from generator.hsds.importing import Imported

NOT_CARRIED = {
    "hulp_van": "HSDS has no field for how close help stands to a resident",
    "at": "where it stands in a file",
    "kcc": "the agents' layer is never exported",
    "veldcontroles": "who told us of one field is for agents only",
    "geldig_vanaf": "an export speaks for one day",
    "geldig_tot": "an export speaks for one day",
    "oude_namen": "names of our pages",
    "verwant": "HSDS does not relate organisations",
    "niet_hier": "its words come back in wat_is_het",
    "bijzonderheden": "its words come back in wat_is_het",
    "wat_is_het": "comes back with the words of the two above",
}
"""Fields of an organisation that do not come back, and why; every other field must."""


@pytest.fixture(scope="module", params=["tables", "json"])
def taken(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Imported, Path]:
    """Take the export in, from its tables and from its JSON, beside the themes, products and neighbourhoods of the project."""
    root = tmp_path_factory.mktemp("terug")
    wanted = "/datapackage/" if request.param == "tables" else ".json"
    for path, content in files().items():
        if wanted in path and (request.param == "tables") == ("/datapackage/" in path):
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_bytes(content)
    for folder in ("content", "products"):
        (root / folder).symlink_to(PROJECT / folder)
    return import_hsds(root / FOLDER, root / "sociale_kaart", Choices(peildatum=PEILDATUM)), root


def pairs(root: Path) -> Iterator[tuple[Organisatie, Organisatie]]:
    """Give each organisation as it was and as it came back."""
    for identifier, record in catalogue().by_kind["organisatie"].items():
        entry = read_entry(root, "organisatie", f"sociale_kaart/{identifier}.yaml")
        assert entry.record is not None, (identifier, [str(problem) for problem in entry.problems])
        yield record, entry.record


def told(value: object, *, back: bool) -> object:
    """Give what a value says: texts as words with their facts filled in, hours as days, costs as amounts."""
    if isinstance(value, Openingstijden):
        return days(value, PEILDATUM, AHEAD)
    if isinstance(value, RichText | RichLine):
        return words(value, back=back)
    if isinstance(value, FactValue):
        return catalogue().facts[value.name].value
    if isinstance(value, tuple):
        return [told(one, back=back) for one in value]
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        named = {field.name: getattr(value, field.name) for field in dataclasses.fields(value)}
        return {name: told(one, back=back) for name, one in named.items() if name not in NOT_CARRIED}
    return "" if value is None else value


def words(value: RichText | RichLine, *, back: bool) -> str:
    """Give the words without signs: the address behind a link came along as words, and lists and paragraphs may have changed."""
    say = speaking(catalogue())
    if back:
        lines = plain_bodies(say.bodies(value)) if isinstance(value, RichText) else [plain_line(say.line(value), "")]
    else:
        lines = [plain_text(say.bodies(value), URL) if isinstance(value, RichText) else plain_line(say.line(value), URL)]
    return " ".join(" ".join(line.removeprefix("- ") for line in "\n".join(lines).split("\n")).split())


def test_every_organisation_comes_back(taken: tuple[Imported, Path]) -> None:
    there = {f"{identifier}.yaml" for identifier in catalogue().by_kind["organisatie"]}
    assert {*taken[0].written} == there | {"gemeente-voorbeeldstad.yaml"}, "the municipality is there for its desks"


@pytest.mark.parametrize("field", [field.name for field in dataclasses.fields(Organisatie) if field.name not in NOT_CARRIED])
def test_a_field_comes_back(taken: tuple[Imported, Path], field: str) -> None:
    for before, after in pairs(taken[1]):
        was, now = told(getattr(before, field), back=False), told(getattr(after, field), back=True)
        assert now == was, f"{before.id}: {field}"


def test_the_words_that_have_another_place_are_all_there(taken: tuple[Imported, Path]) -> None:
    for before, after in pairs(taken[1]):
        for value in (before.wat_is_het, before.bijzonderheden, *(one.dan for one in before.niet_hier)):
            if value is not None:
                assert after.wat_is_het is not None
                assert words(value, back=False) in words(after.wat_is_het, back=True), before.id


def test_nothing_of_an_organisation_is_lost(taken: tuple[Imported, Path]) -> None:
    """Only of the desks: who answers there, and whom to tell of a mistake."""
    assert set(taken[0].account.entries[What.LOST]) <= {"contact.name", "service.assurer_email"}


def test_only_the_municipality_is_not_complete(taken: tuple[Imported, Path]) -> None:
    """Desks have no access, no costs and no audience of their own; those must be typed."""
    open_files = {example for entry in taken[0].account.entries[What.OPEN].values() for example in entry.examples}
    assert open_files == {"gemeente-voorbeeldstad.yaml"}


def test_exceptions_before_the_peildatum_are_not_exported() -> None:
    exported = files()[f"{FOLDER}/datapackage/schedules.csv"].decode()
    assert (PEILDATUM - dt.timedelta(days=1)).isoformat() not in exported
