"""Every flyer can be read by everybody (PDF/UA-1) and kept for ever (PDF/A-2a), as an independent validator sees it."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, Any

import page as validator
import pikepdf
import pytest
from conftest import Project
from project import MAIN, Sites, built_sites, edition_of, site_for

from generator.channels.flyer import FlyerPress, flyer_content

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = [pytest.mark.build, pytest.mark.xdist_group("flyers")]

PROFILES = (validator.ValidationProfile.PDF_UA_1, validator.ValidationProfile.PDF_A_2A)
STREAM_LENGTH = "PDFA2A-STREAM-LENGTH-001"
"""page-validation 0.11 reports this wrongly of a stream whose last byte is a carriage return: with the line feed that follows, it takes
that byte for a line end. Where it does, the test checks the length of every stream of the file itself."""


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Sites:
    return built_sites(tmp_path_factory.mktemp("flyers") / "klein")


@pytest.fixture(scope="module")
def flyers(small: Sites) -> dict[str, Path]:
    return {path.stem: path for path in sorted(small.public.rglob("*.pdf"))}


def failures(path: Path) -> list[str]:
    """Give every rule that a flyer breaks, with what the validator says; not the one rule that the test proved itself."""
    reports = [validator.validate_pdf(path, profile=profile) for profile in PROFILES]
    found = [failure for report in reports for failure in report.failures]
    wrong = [f"{failure.rule_id}: {failure.message}" for failure in found if failure.rule_id != STREAM_LENGTH]
    if len(wrong) < len(found):
        wrong += wrong_stream_lengths(path.read_bytes())
    assert wrong or found or all(report.is_compliant for report in reports)
    return wrong


def wrong_stream_lengths(raw: bytes) -> list[str]:
    """Check ISO 19005-2, 6.1.7.1 on the bytes: `Length` bytes after `stream` and its line end, a line end and `endstream` follow."""
    wrong = []
    for stream in re.finditer(rb"\bstream(?:\r\n|\n)", raw):
        if raw[: stream.start()].endswith(b"end"):
            continue
        dictionary = raw[raw.rfind(b" obj", 0, stream.start()) : stream.start()]
        length = re.search(rb"/Length (\d+)(?! \d+ R)", dictionary)
        end = stream.end() + int(length[1]) if length else 0
        if not length or not re.match(rb"(?:\r\n|\r|\n)endstream\b", raw[end:]):
            wrong.append(f"stream at byte {stream.start()} has another length than it says")
    return wrong


def test_there_is_a_flyer_for_every_answer(small: Sites, flyers: dict[str, Path]) -> None:
    assert sorted(flyers) == sorted(answer.id for answer in small.edition.answers)


def test_the_validator_accepts_every_flyer(flyers: dict[str, Path]) -> None:
    assert {name: found for name, path in flyers.items() if (found := failures(path))} == {}


def test_language_title_and_tags(small: Sites, flyers: dict[str, Path]) -> None:
    titles = {answer.id: answer.title for answer in small.edition.answers}
    for name, path in flyers.items():
        with pikepdf.open(path) as pdf:
            assert str(pdf.Root.Lang) in {"nl", "nl-NL"}
            assert bool(pdf.Root.MarkInfo.Marked)
            assert pdf.Root.StructTreeRoot.Type == "/StructTreeRoot"
            assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
            with pdf.open_metadata() as metadata:
                assert metadata["dc:title"] == titles[name]
                assert (metadata["pdfuaid:part"], metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == ("1", "2", "A")


def test_headings_lists_and_tables_are_tagged_as_what_they_are(flyers: dict[str, Path]) -> None:
    with pikepdf.open(flyers["identiteitskaart"]) as pdf:
        tags = set(structure_tags(pdf.Root.StructTreeRoot))

    assert {"/H1", "/H2", "/P", "/L", "/LI", "/Table", "/TH", "/TD", "/Link", "/Figure"} <= tags


def structure_tags(element: Any) -> list[str]:  # noqa: ANN401 - any PDF object
    tags = [str(element["/S"])] if "/S" in element else []
    children = element.get("/K", [])
    for child in children if isinstance(children, pikepdf.Array) else [children]:
        if isinstance(child, pikepdf.Dictionary):
            tags += structure_tags(child)
    return tags


def test_all_fonts_are_embedded(flyers: dict[str, Path]) -> None:
    for path in flyers.values():
        with pikepdf.open(path) as pdf:
            fonts = [thing for thing in pdf.objects if isinstance(thing, pikepdf.Dictionary) and thing.get("/Type") == "/FontDescriptor"]
            assert fonts
            assert {str(font.FontName).partition("+")[2] for font in fonts} <= {"NotoSans-Regular", "NotoSans-Bold"}
            assert all("/FontFile2" in font or "/FontFile3" in font for font in fonts)


def test_a_flyer_is_dated_on_the_day_it_speaks_for(flyers: dict[str, Path]) -> None:
    with pikepdf.open(flyers["paspoort"]) as pdf:
        assert str(pdf.docinfo["/CreationDate"]).startswith("D:20261122")


def test_a_wrong_length_is_seen(flyers: dict[str, Path]) -> None:
    raw = flyers["paspoort"].read_bytes()

    assert wrong_stream_lengths(raw) == []
    assert (
        len(wrong_stream_lengths(re.sub(rb"/Length (\d+)", lambda found: b"/Length " + str(int(found[1]) + 1).encode(), raw, count=1))) == 1
    )


def test_every_flyer_of_the_real_municipality(tmp_path: Path) -> None:
    """Print all flyers of the real records, as they are on a fixed day."""
    edition = edition_of(Project(MAIN), dt.date(2026, 12, 1))
    press, site = FlyerPress(MAIN / "theme/flyer"), site_for()
    wrong = {}
    for answer in edition.answers:
        path = tmp_path / f"{answer.kind}-{answer.id}.pdf"
        path.write_bytes(press.print(flyer_content(answer, site)))
        if found := failures(path):
            wrong[answer.key] = found

    assert len(edition.answers) > 100
    assert wrong == {}
