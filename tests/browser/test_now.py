"""The line that says whether it is open now: the script in the page says what `status_at` says, by the visitor's clock."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from conftest import TESTS

from generator.openings import AHEAD, AMSTERDAM, State, moments, status_at
from generator.records.gedeeld import Openingstijden
from generator.records.reader import Group
from generator.source import SourceFile, parse
from generator.wording.week import KNOWN, moments_code

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

    from generator.fields import Kind

FIRST = dt.date(2026, 10, 5)
"""From here six weeks hold the end of summer time."""

TIJDEN = {
    "kantoor": "tijden:\n  - dagen: [maandag, dinsdag, woensdag, donderdag, vrijdag]\n    tijd: [08:30-12:30, 13:30-17:00]\nfeestdagen: dicht\n",
    "avond": "tijden:\n  - dagen: [vrijdag, zaterdag]\n    tijd: 20:00-02:00\nfeestdagen: open\n",
    "afspraak": "tijden:\n  - dagen: [maandag]\n    tijd: 09:00-12:00\n    afspraak: ja\n  - dagen: [maandag]\n    tijd: 12:00-17:00\n",
    "altijd": "altijd: ja\n",
    "zelden": "tijden:\n  - dagen: [woensdag]\n    tijd: 10:00-11:00\n    keer_in_maand: [eerste]\nfeestdagen: dicht\n",
}
WORDS = {
    "tijd": "{uur}.{minuten}",
    "nu-open": "Nu open",
    "nu-open-tot": "Nu open, tot {tijd} uur",
    "nu-sluit-over": "Nu open, sluit over {minuten} minuten",
    "nu-opent-over": "Nu gesloten, opent over {minuten} minuten",
    "nu-dicht": "Nu gesloten",
    "nu-dicht-tot": "Nu gesloten, weer open {wanneer} vanaf {tijd} uur",
    "nu-vandaag": "vandaag",
    "nu-morgen": "morgen",
}
DAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")


def hours(typed: str) -> Openingstijden:
    source = SourceFile("loket.yaml", typed)
    node = parse(source)
    assert node is not None
    kind: Kind = Group(Openingstijden)
    value = kind.read(node, source)
    assert isinstance(value, Openingstijden)
    return value


def expected(times: Openingstijden, now: dt.datetime) -> str:
    """Say in words what `status_at` says."""
    status = status_at(moments(times, FIRST, KNOWN), now)
    if status.state in {State.APPOINTMENT, State.UNKNOWN}:
        return ""
    until = status.until.astimezone(AMSTERDAM) if status.until else None
    left = (status.until - now) // dt.timedelta(minutes=1) if status.until else 0
    if status.state is State.OPEN:
        if not until or status.then is not State.CLOSED:
            return "Nu open"
        return f"Nu open, sluit over {left} minuten" if 1 < left <= 60 else f"Nu open, tot {clock(until)} uur"
    if until is None or status.then is not State.OPEN:
        return "Nu gesloten"
    if 1 < left <= 60:
        return f"Nu gesloten, opent over {left} minuten"
    return f"Nu gesloten, weer open {day(until, now.astimezone(AMSTERDAM))} vanaf {clock(until)} uur"


def clock(moment: dt.datetime) -> str:
    return f"{moment.hour}.{moment.minute:02d}"


def day(moment: dt.datetime, now: dt.datetime) -> str:
    away = (moment.date() - now.date()).days
    if away < 2:
        return ("vandaag", "morgen")[away]
    name = DAYS[moment.weekday()]
    months = {10: "oktober", 11: "november"}
    return name if moment - now < dt.timedelta(days=6) else f"{name} {moment.day} {months[moment.month]}"


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(locale="nl-NL", timezone_id="America/New_York")  # the visitor may be anywhere
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("name", TIJDEN)
def test_the_page_says_what_the_hours_say(page: Page, name: str) -> None:
    times = hours(TIJDEN[name])
    start = dt.datetime.combine(FIRST, dt.time(0, 7), AMSTERDAM)
    instants = [start + dt.timedelta(minutes=step * 397) for step in range(100)]
    shown = [said(page, times, now) for now in instants]

    assert shown == [expected(times, now) for now in instants]
    assert name == "altijd" or len(set(shown)) > 1


@pytest.mark.parametrize(
    ("at", "told"),
    [
        ("07:29", "Nu gesloten, weer open vandaag vanaf 8.30 uur"),
        ("07:30", "Nu gesloten, opent over 60 minuten"),
        ("08:28", "Nu gesloten, opent over 2 minuten"),
        ("08:29", "Nu gesloten, weer open vandaag vanaf 8.30 uur"),
        ("08:30", "Nu open, tot 12.30 uur"),
        ("12:10", "Nu open, sluit over 20 minuten"),
        ("12:29", "Nu open, tot 12.30 uur"),
        ("12:30", "Nu gesloten, opent over 60 minuten"),
        ("17:00", "Nu gesloten, weer open morgen vanaf 8.30 uur"),
    ],
)
def test_within_an_hour_the_minutes_are_counted(page: Page, at: str, told: str) -> None:
    assert said(page, hours(TIJDEN["kantoor"]), dt.datetime.combine(FIRST, dt.time.fromisoformat(at), AMSTERDAM)) == told


@pytest.mark.parametrize("late", [dt.timedelta(days=-1), dt.timedelta(days=KNOWN) - AHEAD + dt.timedelta(hours=1)])
def test_before_its_day_and_when_it_is_old_the_page_says_nothing_about_now(page: Page, late: dt.timedelta) -> None:
    assert said(page, hours(TIJDEN["kantoor"]), dt.datetime.combine(FIRST, dt.time(10), AMSTERDAM) + late) == ""


def said(page: Page, times: Openingstijden, now: dt.datetime) -> str:
    """Run the script as it is at `now`, and read what it made of the line."""
    told = {"code": moments_code(times, FIRST), "now": int(now.timestamp() * 1000), "words": WORDS}
    script = (TESTS.parent / "theme/assets/page.js").read_text(encoding="utf-8")
    page.set_content('<!doctype html><html lang="nl"><body><p class="nu" hidden></p></body></html>')
    page.evaluate(
        """({ code, now, words }) => {
            for (const [name, word] of Object.entries(words)) document.body.setAttribute(`data-${name}`, word);
            document.querySelector(".nu").setAttribute("data-momenten", code);
            Date.now = () => now;
            window.setInterval = () => 0;
        }""",
        told,
    )
    page.evaluate(script)
    line = page.locator(".nu")
    text = str(line.text_content())
    assert line.is_hidden() == (text == "")
    return text
