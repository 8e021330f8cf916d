"""Opening hours as a calendar file."""

from __future__ import annotations

import dataclasses
import datetime as dt
import re
from typing import TYPE_CHECKING

import pytest
from project import answer_of, lay_down, links_in, site_for

from generator.channels import ics
from generator.in_calendar import in_calendar, read_calendar

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Project

    from generator.answer import Answer

FOOD_BANK = "organisatie:voedselbank"
RECORD = "sociale_kaart/voedselbank.yaml"
HOURS = "    openingstijden:\n"


@pytest.fixture
def bouw(tmp_path: Path) -> Project:
    return lay_down(tmp_path / "bouw")


@pytest.fixture(scope="module")
def food_bank(tmp_path_factory: pytest.TempPathFactory) -> Answer:
    return answer_of(lay_down(tmp_path_factory.mktemp("agenda") / "bouw"), FOOD_BANK)


def written(answer: Answer, root: Path) -> Path:
    path = root / answer.agenda_path[1:]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(ics.render(answer, site_for()))
    return path


def test_the_page_leads_to_the_calendar_of_the_organisation(food_bank: Answer) -> None:
    target = "/sociale-kaart/voedselbank/voedselbank.ics"
    assert ("Zet de openingstijden in uw agenda", target) in links_in(food_bank, "deze-week")
    assert food_bank.agenda_path == target


def test_an_event_tells_what_is_open_and_where_in_words_of_the_answer(food_bank: Answer, tmp_path: Path) -> None:
    [event, *_] = read_calendar(written(food_bank, tmp_path))

    assert event["SUMMARY"] == "Open: De Loods, Voedselbank Klein"
    assert "LOCATION" in event
    assert event["DESCRIPTION"].endswith(
        "Zo was het op 22 november 2026. Kijk voor de laatste tijden op https://www.voorbeeldstad.example/sociale-kaart/voedselbank/"
    )
    assert event["DTSTAMP"] == "20261122T000000Z"


def test_a_file_is_as_the_standard_wants_it(food_bank: Answer) -> None:
    told = ics.render(food_bank, site_for())

    lines = told.split(b"\r\n")
    assert lines[:2] + lines[-2:] == [b"BEGIN:VCALENDAR", b"VERSION:2.0", b"END:VCALENDAR", b""]
    assert max(map(len, lines)) <= 75
    assert b"\n" not in told.replace(b"\r\n", b"")
    assert b"\r\nTZID:Europe/Amsterdam\r\n" in told
    uids = re.findall(rb"UID:(.*)\r", told)
    assert len(set(uids)) == len(uids) > 0


def test_lines_are_folded_between_letters_and_signs_have_a_backslash(bouw: Project, tmp_path: Path) -> None:
    name = "Ënige, échte; \\ " + "é" * 60
    bouw.replace(RECORD, "naam: De Loods", f"naam: {name}")
    answer = answer_of(bouw, FOOD_BANK)

    told = ics.render(answer, site_for())
    assert "SUMMARY:Open: Ënige\\, échte\\; \\\\ é" in told.decode()
    assert max(map(len, told.split(b"\r\n"))) <= 75
    assert read_calendar(written(answer, tmp_path))[0]["SUMMARY"] == f"Open: {name}, Voedselbank Klein"


def test_hours_stay_the_same_on_the_clock_when_summer_time_begins(bouw: Project) -> None:
    answer = answer_of(bouw, FOOD_BANK, dt.date(2027, 3, 22))
    told = ics.render(answer, site_for(peildatum=dt.date(2027, 3, 22))).decode()

    assert "DTSTART;TZID=Europe/Amsterdam:20270323T130000\r\n" in told
    assert "UNTIL=20280314T120000Z" in told, "a Tuesday in winter: 13.00 hours is 12.00 UTC"


def test_what_is_sensitive_goes_in_nobodys_agenda(bouw: Project) -> None:
    bouw.append(RECORD, "\ngevoelig: ja\n")
    answer = answer_of(bouw, FOOD_BANK)

    assert answer.agenda == ()
    assert all("agenda" not in text for text, _ in links_in(answer, "deze-week"))


class TestProof:
    """The proof reads the file back and finds what is not as the answer says."""

    def test_an_honest_file_has_no_difference(self, food_bank: Answer, tmp_path: Path) -> None:
        written(food_bank, tmp_path)

        assert list(in_calendar(food_bank, tmp_path, "agenda")) == []

    @pytest.mark.parametrize(
        ("old", "new"),
        [
            ("SUMMARY:Open: ", "SUMMARY:Dicht: "),
            ("WEEKLY;BYDAY=", "WEEKLY;BYDAY=SU,"),
            ("LOCATION:", "LOCATION:Bij "),
            ("END:VEVENT", "END:VEVEN"),
        ],
    )
    def test_one_change_is_found(self, food_bank: Answer, tmp_path: Path, old: str, new: str) -> None:
        path = written(food_bank, tmp_path)
        text = path.read_bytes().decode()
        assert old in text
        path.write_bytes(text.replace(old, new, 1).encode())

        assert list(in_calendar(food_bank, tmp_path, "agenda")) != []

    def test_a_file_that_is_missing_or_too_many_is_found(self, food_bank: Answer, tmp_path: Path) -> None:
        assert len(list(in_calendar(food_bank, tmp_path, "agenda"))) == 1

        written(food_bank, tmp_path)
        without = dataclasses.replace(food_bank, agenda=())
        assert len(list(in_calendar(without, tmp_path, "agenda"))) == 1
