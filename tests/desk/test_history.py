"""What was told earlier, read from git: by whom it is found, on which days, and what happens where git knows little or nothing."""

from __future__ import annotations

import datetime as dt
import shutil
from typing import TYPE_CHECKING

from project import answer_of, lay_down

from desk.ledger_of_commits import TODAY, committed, git, history, repository
from generator.desk import history as module
from generator.desk.changes import Change, Gathered, changes_of, coming_of, gathered, leaves, old_wordings
from generator.desk.told import BlockChange, Told

if TYPE_CHECKING:
    from pathlib import Path

    import pytest
    from conftest import Project


PASSPORT = "products/paspoort.yaml"
KEY = "product:paspoort"
MONDAY = dt.date(2026, 11, 9)


def told(changes: list[Change]) -> list[tuple[dt.date, str, str]]:
    return [(one.day, one.kind, one.told.key) for one in changes]


def changed_once(root: Path) -> Project:
    """Make a repository in which the passport changed on Monday."""
    project = repository(root)
    project.replace(PASSPORT, "bezwaar: Schrijf een brief.", "bezwaar: Schrijf ons een brief.")
    committed(project, MONDAY)
    return project


def test_a_changed_block_is_told_with_old_and_new_words(tmp_path: Path) -> None:
    [change] = changes_of(history(changed_once(tmp_path / "klein")))

    assert (change.day, change.kind, change.told.key, change.told.team) == (MONDAY, "veranderd", KEY, "Team Burgerzaken")
    assert [(block.id, block.old, block.new) for block in change.blocks] == [
        ("bezwaar", ("Schrijf een brief.",), ("Schrijf ons een brief.",))
    ]


def test_an_old_code_tells_what_it_stood_for_and_what_stands_there_now(tmp_path: Path) -> None:
    project = repository(tmp_path / "klein")
    code = answer_of(project, KEY).code
    project.replace(PASSPORT, "bezwaar: Schrijf een brief.", "bezwaar: Schrijf ons een brief.")
    committed(project, MONDAY)
    found = old_wordings(history(project))

    assert set(found) == {code}
    one = found[code]
    assert (one.was.key, one.begin, one.end) == (KEY, dt.date(2026, 11, 1), MONDAY)
    assert one.now is not None
    assert one.now.code == answer_of(project, KEY).code != code
    assert [(block.title, block.old, block.new) for block in one.blocks] == [
        ("Niet eens met het besluit?", ("Schrijf een brief.",), ("Schrijf ons een brief.",))
    ]


def test_what_is_not_recorded_yet_changed_today(tmp_path: Path) -> None:
    project = repository(tmp_path / "klein")
    project.replace(PASSPORT, "bezwaar: Schrijf een brief.", "bezwaar: Bel ons.")

    assert told(changes_of(history(project))) == [(TODAY, "veranderd", KEY)]


def test_new_and_expired_records(tmp_path: Path) -> None:
    project = repository(tmp_path / "klein")
    shutil.copy(project.root / "products/aow.yaml", project.root / "products/anw.yaml")
    project.replace("products/anw.yaml", "naam: ", "naam: Nabestaanden, ")
    committed(project, MONDAY)
    project.append("products/anw.yaml", "geldig_tot: 2026-11-12\n")
    committed(project, dt.date(2026, 11, 10))

    assert told(changes_of(history(project))) == [
        (dt.date(2026, 11, 12), "vervallen", "product:anw"),
        (MONDAY, "nieuw", "product:anw"),
    ]


def test_a_tariff_that_switched_between_two_commits_is_told_on_its_own_day(tmp_path: Path) -> None:
    project = repository(tmp_path / "klein")
    changes = changes_of(history(project, dt.date(2027, 1, 20)))
    [passport] = [one for one in changes if one.told.key == KEY]

    assert passport.day == dt.date(2027, 1, 1)
    assert ("18 jaar of ouder | €\N{NO-BREAK SPACE}83,87",) in [block.old for block in passport.blocks]
    assert ("18 jaar of ouder | €\N{NO-BREAK SPACE}86,00",) in [block.new for block in passport.blocks]


def test_a_tariff_that_changes_soon_is_told_before_it_does(tmp_path: Path) -> None:
    changes = coming_of(history(repository(tmp_path / "klein")))
    [passport] = [one for one in changes if one.told.key == KEY]
    [costs] = [block for block in passport.blocks if block.id == "kosten"]

    assert (passport.day, passport.kind) == (dt.date(2027, 1, 1), "veranderd")
    assert (costs.old, costs.new) == (
        ("18 jaar of ouder | €\N{NO-BREAK SPACE}83,87",),
        ("18 jaar of ouder | €\N{NO-BREAK SPACE}86,00",),
    )


def test_what_was_changed_and_changed_back_on_one_day_is_no_change(tmp_path: Path) -> None:
    project = changed_once(tmp_path / "klein")
    project.replace(PASSPORT, "bezwaar: Schrijf ons een brief.", "bezwaar: Schrijf een brief.")
    committed(project, MONDAY)

    assert changes_of(history(project)) == []


def test_the_agents_layer_changes_too_and_is_marked(tmp_path: Path) -> None:
    project = repository(tmp_path / "klein")
    project.replace("products/identiteitskaart.yaml", "zeg_dit: U kunt", "zeg_dit: U kan")
    committed(project, MONDAY)
    found = history(project)
    [change] = changes_of(found)

    assert [(block.id, block.for_agents) for block in change.blocks] == [("kcc-zeg-dit", True)]
    assert old_wordings(found) == {}, "the code is of what citizens read"


def test_the_same_change_in_many_answers_is_one_entry() -> None:
    def changed(key: str, team: str, new: str) -> Change:
        told = Told(key, key.capitalize(), f"/{key}/", "222-222", team, ("Burgerzaken",), ())
        return Change(MONDAY, "veranderd", told, (BlockChange("contact", "Vragen?", ("Bel 14 012",), (new,)),))

    [(day, entries)], left_out = gathered(
        [changed("a", "Team Wmo", "Bel 14 013"), changed("b", "Team Afval", "Bel 14 013"), changed("c", "Team Afval", "Bel ons")]
    )

    assert (day, left_out) == (MONDAY, 0)
    assert [([told.key for told in one.told], one.teams) for one in entries] == [
        (["a", "b"], ("Team Afval", "Team Wmo")),
        (["c"], ("Team Afval",)),
    ]


def test_only_whole_days_are_left_out_of_a_long_list(tmp_path: Path) -> None:
    project = changed_once(tmp_path / "klein")
    project.replace(PASSPORT, "bezwaar: Schrijf ons een brief.", "bezwaar: Bel ons.")
    committed(project, dt.date(2026, 11, 10))
    days, left_out = gathered(changes_of(history(project)), most=1)

    assert ([day for day, _ in days], left_out) == ([dt.date(2026, 11, 10)], 1)


def test_with_and_without_what_was_remembered_the_same_comes_out(tmp_path: Path) -> None:
    project = changed_once(tmp_path / "klein")
    first = history(project)
    again = history(project)
    (project.root / ".antwoordkaart/geschiedenis.pickle.gz").write_bytes(b"broken")

    assert first == again == history(project)


def test_what_was_remembered_is_not_worded_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project = changed_once(tmp_path / "klein")
    first = history(project)
    monkeypatch.setattr(module._Lazy, "entries", lambda _: 1 / 0)  # noqa: SLF001 - reading old files is what may not happen

    assert history(project) == first


def test_an_old_state_that_todays_program_cannot_read_is_passed_over(tmp_path: Path) -> None:
    project = lay_down(tmp_path / "klein")
    text = (project.root / PASSPORT).read_text(encoding="utf-8")
    project.write(PASSPORT, "vroeger: ander veld\n")
    git(project.root, "init", "-q")
    committed(project, dt.date(2026, 11, 1))
    project.write(PASSPORT, text)
    committed(project, MONDAY)
    found = history(project)

    assert (len(found.past), found.passed_over, found.remark) == (1, 1, "")
    assert changes_of(found) == []


def test_without_a_repository_it_says_so(tmp_path: Path) -> None:
    found = history(lay_down(tmp_path / "klein"))

    assert (found.past, found.remark) == ((), "Deze site is gemaakt buiten git. Daarom is hier geen geschiedenis.")
    assert coming_of(found), "what comes is known without git"


def test_without_git_it_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project = repository(tmp_path / "klein")
    monkeypatch.setattr("generator.desk.repository.shutil.which", lambda _name: None)

    assert history(project).remark == "Op de computer die deze site maakte, staat geen git. Daarom is hier geen geschiedenis."


def test_a_shallow_copy_tells_what_it_has_and_that_it_has_no_more(tmp_path: Path) -> None:
    project = changed_once(tmp_path / "klein")
    git(tmp_path, "clone", "-q", "--depth", "1", project.root.as_uri(), "ondiep")
    copy = type(project)(tmp_path / "ondiep")
    found = history(copy)

    assert found.remark == "Deze kopie van git heeft niet alle oude versies. Wat ouder is, staat hier niet."
    assert len(found.past) == 1
    assert changes_of(found) == []


def test_a_project_in_a_folder_of_a_repository(tmp_path: Path) -> None:
    project = lay_down(tmp_path / "alles/gemeente")
    git(tmp_path / "alles", "init", "-q")
    committed(project, dt.date(2026, 11, 1))
    project.replace(PASSPORT, "bezwaar: Schrijf een brief.", "bezwaar: Bel ons.")
    committed(project, MONDAY)

    assert told(changes_of(history(project))) == [(MONDAY, "veranderd", KEY)]


def test_many_changes_are_cut_into_pages_and_a_day_goes_on_on_the_next() -> None:
    def entries(day: dt.date, count: int) -> tuple[dt.date, list[Gathered]]:
        return day, [Gathered(day, "nieuw", (), ()) for _ in range(count)]

    tuesday = MONDAY + dt.timedelta(days=1)
    sizes = [[(day, len(ones)) for day, ones in page] for page in leaves([entries(tuesday, 2), entries(MONDAY, 7)], most=3)]

    assert sizes == [[(tuesday, 2), (MONDAY, 1)], [(MONDAY, 3)], [(MONDAY, 3)]]
    assert leaves([]) == [[]]
    assert len(leaves([entries(MONDAY, 3), entries(tuesday, 1)], most=3)) == 2
