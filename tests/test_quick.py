"""What is made quickly is what is made thoroughly: by one process or more, at once or after an edit."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

import pytest
from conftest import PEILDATUM, own_records
from project import MAIN, lay_down

from generator import crew, ledger
from generator.catalogue import Catalogue, read_all
from generator.edition import SiteSpec, all_files, make_edition, site_of
from generator.ledger import Ledger, Records, load, save
from generator.quick import LastTime, Order, QuickSite, make_site
from generator.records.light import light_entry
from generator.turns import Turns
from generator.wording.compose import answered, layer, word
from generator.wording.overviews import overviews

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from conftest import Project

PRODUCT = "products/paspoort.yaml"
SHARES = 30
"""Answers are compared in so many parts: in each, one record of so many is whole, and all others are light."""
AOW_IN_ENGLISH = 'vertalingen: {en: {brontekst: "00000000", naam: State pension, kort_antwoord: You apply to the SVB.}}\n'


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return lay_down(tmp_path / "klein")


def order(root: Path, channel: str = "publiek", key: bytes = b"the same program") -> Order:
    return Order(root, SiteSpec(channel, "https://www.klein.example/", MAIN / "theme/templates"), PEILDATUM, key)


def whole(root: Path, channel: str = "publiek") -> dict[str, bytes]:
    edition = make_edition(Catalogue(read_all(root), PEILDATUM))
    return dict(all_files(edition, site_of(edition.catalogue, order(root, channel).spec)))


class OneForTheFirst(Turns):
    """Turns in which the first process reads one record and the others all that is left, so that a test knows who works."""

    def __init__(self, sources: list[tuple[str, str]]) -> None:
        super().__init__(sources, at_once=1)

    def to_read(self, process: int) -> Iterator[tuple[str, str]]:
        return islice(super().to_read(process), 1 if process == crew.FIRST else None)


class AllForTheFirst(OneForTheFirst):
    """Turns in which the first process makes also what the others have read, and they make nothing."""

    def to_make(self, process: int) -> Iterator[list[tuple[str, str]]]:
        return super().to_make(process) if process == crew.FIRST else iter(())


def share(monkeypatch: pytest.MonkeyPatch, processes: int, turns: type[Turns] = OneForTheFirst) -> None:
    """Let so many processes make a site, however small it is."""
    monkeypatch.setattr(crew, "_crew_size", lambda _files: processes)
    if processes > 1:
        monkeypatch.setattr(crew, "Turns", turns)


@pytest.mark.parametrize("channel", ["publiek", "kcc"])
def test_quick_and_thorough_make_the_same_files(project: Project, channel: str) -> None:
    assert make_site(order(project.root, channel)).files == whole(project.root, channel)


@pytest.mark.parametrize("channel", ["publiek", "kcc"])
def test_two_processes_make_the_same_files_as_one(project: Project, channel: str, monkeypatch: pytest.MonkeyPatch) -> None:
    share(monkeypatch, 3)
    assert make_site(order(project.root, channel)).files == whole(project.root, channel)


@pytest.mark.parametrize("processes", [1, 2, 3, 6])
def test_processes_count_the_words_of_search_together(project: Project, monkeypatch: pytest.MonkeyPatch, processes: int) -> None:
    monkeypatch.setattr("generator.search.counting.SEGMENT", 2)
    share(monkeypatch, processes)
    files = {path: text for path, text in whole(project.root).items() if path.startswith("zoeken/")}
    assert {path: text for path, text in make_site(order(project.root)).files.items() if path.startswith("zoeken/")} == files
    assert json.loads(files["zoeken/kern.json"])["aantal"] > 3 * 2, "there should be segments for at least four processes"


@pytest.mark.parametrize("processes", [1, 2, 3, 6])
def test_processes_that_write_their_own_files_write_the_same(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, processes: int
) -> None:
    share(monkeypatch, processes)
    folder = tmp_path / "vers"
    made = make_site(order(project.root), folder=folder)
    written = {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    assert written
    assert written | made.files == whole(project.root)


@pytest.mark.parametrize("channel", ["publiek", "kcc"])
def test_what_one_process_has_read_another_can_make(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, channel: str
) -> None:
    share(monkeypatch, 2, AllForTheFirst)
    folder = tmp_path / "vers"
    made = make_site(order(project.root, channel), folder=folder)
    written = {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    assert written
    assert written | made.files == whole(project.root, channel)


def test_a_record_that_breaks_while_it_is_made_stops_the_site(project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    share(monkeypatch, 2, AllForTheFirst)
    broken = project.root / "sociale_kaart" / max((project.root / "sociale_kaart").iterdir()).name
    monkeypatch.setattr(
        crew.Crew, "check", lambda *told, check=crew.Crew.check: (check(*told), broken.write_text("naam: [", encoding="utf-8"))[0]
    )
    with pytest.raises(crew.ChangedMeanwhileError, match=broken.name):
        make_site(order(project.root), folder=tmp_path / "vers")


def test_a_mistake_found_by_another_process_stops_the_site(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    share(monkeypatch, 3)
    project.append("sociale_kaart/" + max((project.root / "sociale_kaart").iterdir()).name, "onzin: ja\n")
    made = make_site(order(project.root))
    assert [problem.rule for problem in made.problems] == ["onbekend-veld"]
    assert (made.site, made.files) == (None, {})


def test_a_bug_in_another_process_is_not_lost(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    share(monkeypatch, 2)
    monkeypatch.setattr(crew.Share, "check", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        make_site(order(project.root))


def last(made: QuickSite, *, stands: bool = True) -> LastTime:
    assert made.ledger is not None
    return LastTime(made.ledger, lambda: stands)


def again(project: Project, change: str) -> tuple[QuickSite, dict[str, bytes]]:
    """Make a site, change the passport, make what changed; give that, and the site as it then stands."""
    first = make_site(order(project.root))
    text = (project.root / PRODUCT).read_text("utf-8")
    old, new = change.split(" → ")
    assert old in text
    project.write(PRODUCT, text.replace(old, new, 1))
    second = make_site(order(project.root), last(first))
    return second, (first.files | second.files if second.keeps else second.files)


@pytest.mark.parametrize(
    "change",
    [
        "eigenaar: Team → eigenaar: Ander team",
        "gecontroleerd_op: 2026 → gecontroleerd_op: 2025",
        "kort_antwoord: | → kort_antwoord: |\n  Er kwam een zin bij.",
        "trefwoorden: → # een regel erbij\ntrefwoorden:",
        "naam: Paspoort → naam: Nieuw paspoort",
        "Soms langer. → Soms korter.",
        "Sometimes longer. → Sometimes shorter.",
        "at the municipality. → at the town hall.",
        "naam: Apply for a passport → naam: Get a passport",
        "  en:\n → # een regel erbij\n  en:\n",
    ],
)
def test_after_an_edit_the_site_is_as_if_made_anew(project: Project, change: str) -> None:
    _, site = again(project, change)
    assert site == whole(project.root)


def test_an_edited_short_answer_is_one_page_its_overviews_lists_and_search(project: Project) -> None:
    second, _ = again(project, "kort_antwoord: | → kort_antwoord: |\n  Er kwam een zin bij.")
    assert second.keeps
    assert "producten/paspoort/index.html" in second.files
    assert "a-z/index.html" in second.files
    assert not [path for path in second.files if path.startswith("sociale-kaart/") and path.count("/") > 1]


def test_an_edited_short_answer_is_told_again_by_the_decision_tree_that_ends_in_it(project: Project) -> None:
    first = make_site(order(project.root))
    project.replace("products/aow.yaml", "U vraagt uw AOW aan bij de SVB.", "De SVB regelt uw AOW.")
    second = make_site(order(project.root), last(first))
    assert second.keeps
    assert "keuzehulp/geld-later/aow/index.html" in second.files
    assert first.files | second.files == whole(project.root)


def test_a_decision_tree_is_left_alone_where_nothing_in_it_changes(project: Project) -> None:
    second, _ = again(project, "Soms langer. → Soms korter.")
    assert not [path for path in second.files if path.startswith("keuzehulp/")]


ENGLISH_PAGE = {"en/producten/paspoort/index.html", "en/producten/paspoort/index.md", "api/v1/en/producten/paspoort.json"}


@pytest.mark.parametrize("change", ["Soms langer. → Soms korter.", "Sometimes longer. → Sometimes shorter."])
def test_an_edit_of_a_translated_record_makes_its_page_in_every_language(project: Project, change: str) -> None:
    second, site = again(project, change)
    assert second.keeps
    assert {path.removeprefix("en/").replace("api/v1/en/", "api/v1/") for path in ENGLISH_PAGE} | ENGLISH_PAGE <= second.files.keys()
    assert not [path for path in second.files if path.endswith("a-z/index.html")]
    about = site["en/producten/paspoort/index.html"].decode()
    assert ("The Dutch text has changed since." in about) is change.startswith("Soms")


def test_an_edited_short_answer_in_another_language_is_its_page_and_its_overviews(project: Project) -> None:
    second, site = again(project, "at the municipality. → at the town hall.")
    assert second.keeps
    assert ENGLISH_PAGE | {"en/a-z/index.html", "en/thema/burgerzaken/index.html", "en/zoeken/antwoorden/0.json"} <= second.files.keys()
    assert "a-z/index.html" not in second.files
    assert "at the town hall." in site["en/a-z/index.html"].decode()


@pytest.mark.parametrize("name", ["naam: Paspoort → naam: Nieuw paspoort", "naam: Apply for a passport → naam: Get a passport"])
def test_another_name_makes_everything_again(project: Project, name: str) -> None:
    second, _ = again(project, name)
    assert not second.keeps


def test_another_name_in_a_language_is_everywhere_that_shows_it(project: Project) -> None:
    project.append("products/aow.yaml", AOW_IN_ENGLISH)
    first = make_site(order(project.root))
    project.replace("products/aow.yaml", "naam: State pension", "naam: Old age pension")
    second = make_site(order(project.root), last(first))
    shown = {path for path, content in second.files.items() if b"Old age pension" in content}
    assert shown == {
        "api/v1/en/producten.json",
        "api/v1/en/producten/aow.json",
        "api/v1/en/producten/paspoort.json",
        "en/a-z/index.html",
        "en/producten/aow/index.html",
        "en/producten/aow/index.md",
        "en/producten/paspoort/index.html",
        "en/producten/paspoort/index.md",
        "en/thema/burgerzaken/index.html",
        "en/zoeken/antwoorden/0.json",
    }
    assert second.files == whole(project.root)


@pytest.mark.parametrize("added", [True, False])
def test_a_translation_that_comes_or_goes_makes_everything_again(project: Project, *, added: bool) -> None:
    before, after = (b"", AOW_IN_ENGLISH.encode()) if added else (AOW_IN_ENGLISH.encode(), b"")
    path = project.root / "products/aow.yaml"
    dutch = path.read_bytes()
    path.write_bytes(dutch + before)
    first = make_site(order(project.root))
    path.write_bytes(dutch + after)
    second = make_site(order(project.root), last(first))
    assert not second.keeps
    assert ("en/producten/aow/index.html" in second.files) is added
    assert second.files == whole(project.root)


def test_another_word_of_a_language_makes_everything_again(project: Project) -> None:
    first = make_site(order(project.root))
    project.replace("content/talen/en.yaml", "blok-bijzonderheden: Good to know", "blok-bijzonderheden: Keep in mind")
    second = make_site(order(project.root), last(first))
    assert not second.keeps
    assert b"Keep in mind" in second.files["en/producten/paspoort/index.html"]


def test_nothing_changed_makes_nothing(project: Project) -> None:
    first = make_site(order(project.root))
    second = make_site(order(project.root), last(first))
    assert (second.keeps, second.files) == (True, {})


def test_a_site_that_somebody_touched_is_made_again(project: Project) -> None:
    first = make_site(order(project.root))
    assert not make_site(order(project.root), last(first, stands=False)).keeps


def test_another_program_makes_everything_again(project: Project) -> None:
    first = make_site(order(project.root))
    assert not make_site(order(project.root, key=b"another program"), last(first)).keeps


def test_a_mistake_after_an_edit_stops_the_site(project: Project) -> None:
    first = make_site(order(project.root))
    project.append(PRODUCT, "onzin: ja\n")
    second = make_site(order(project.root), last(first))
    assert [problem.rule for problem in second.problems] == ["onbekend-veld"]
    assert second.site is None


def test_a_changed_fact_and_a_removed_record_make_everything_again(project: Project) -> None:
    first = make_site(order(project.root))
    fact = next((project.root / "content/feiten").iterdir())
    project.append(f"content/feiten/{fact.name}", "# een regel erbij\n")
    second = make_site(order(project.root), last(first))
    assert not second.keeps
    shutil.copy(project.root / PRODUCT, project.root / "products/extra.yaml")
    project.replace("products/extra.yaml", "naam: Paspoort", "naam: Extra paspoort")
    assert not make_site(order(project.root), last(second)).keeps


def test_two_records_that_draw_one_code_get_two(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    def few_codes(digest: bytes, attempt: int = 0) -> str:
        return f"AAA-{digest[0] % 2 + attempt}"

    monkeypatch.setattr("generator.answer.code_of", few_codes)
    monkeypatch.setattr(crew, "code_of", few_codes)
    made = make_site(order(project.root))
    assert made.ledger is not None
    codes = [one.code for one in made.ledger.records.made.values()]
    assert len(set(codes)) == len(codes) > 2
    assert made.files == whole(project.root)


def test_a_ledger_that_cannot_be_read_is_no_ledger(tmp_path: Path, project: Project) -> None:
    made = make_site(order(project.root))
    assert made.ledger is not None
    save(tmp_path / "grootboek", made.ledger)
    again = load(tmp_path / "grootboek")
    assert again is not None
    assert told(again) == told(made.ledger)
    next((tmp_path / "grootboek-delen").iterdir()).unlink()
    assert load(tmp_path / "grootboek") is None
    (tmp_path / "grootboek").write_bytes(b"half")
    assert load(tmp_path / "grootboek") is None
    assert load(tmp_path / "is er niet") is None


def told(ledger: Ledger) -> tuple[object, ...]:
    """Give all that a ledger says, whether it is read from its files or not."""
    records = ledger.records
    return replace(ledger, records=Records([], {})), list(records.entries), dict(records.made), dict(records.search)


def test_after_an_edit_a_ledger_writes_only_the_parts_that_changed(
    tmp_path: Path, project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ledger, "TOGETHER", 2)
    first = make_site(order(project.root))
    assert first.ledger is not None
    place, parts = tmp_path / "grootboek", tmp_path / "grootboek-delen"
    save(place, first.ledger)
    before = {file.name for file in parts.iterdir()}
    read = load(place)
    assert read is not None
    project.replace(PRODUCT, "kort_antwoord: ", "kort_antwoord: Let op. ")
    second = make_site(order(project.root), LastTime(read, lambda: True))
    assert second.keeps
    assert second.ledger is not None
    save(place, second.ledger, read.records)
    after = {file.name for file in parts.iterdir()}
    assert len(after - before) == len(before - after) == 4 < len(before) / 3
    """The record, its answer, that of the decision tree that tells it too, and its words in search."""
    last = load(place)
    assert last is not None
    assert told(last) == told(second.ledger)


def test_an_answer_needs_no_more_of_other_records_than_their_light_form() -> None:
    entries = own_records()
    light = [light_entry(entry) for entry in entries]
    full = Catalogue(entries, PEILDATUM)
    everything = list(answered(full))
    for start in range(SHARES):
        share = everything[start::SHARES]
        whole = {(asked.kind, asked.id) for asked in share}
        own = [
            entry if entry.record is not None and (entry.kind, entry.record.id) in whole else other
            for entry, other in zip(entries, light, strict=True)
        ]
        among_light = Catalogue(own, PEILDATUM)
        for asked in share:
            assert word(among_light, asked) == word(full, asked)
            assert layer(among_light, asked.kind, asked.id) == layer(full, asked.kind, asked.id)


def test_overviews_need_only_light_records() -> None:
    entries = own_records()
    light = Catalogue([light_entry(entry) for entry in entries], PEILDATUM)
    assert overviews(light) == overviews(Catalogue(entries, PEILDATUM))
