"""News for agents: pinned from its first day to its end, the important first, with its teams; and what a municipality calls old."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from project import MAIN, edition_of

from generator.answer import plain_bodies
from generator.channels.site import AGENTS
from generator.edition import SiteSpec, site_of
from generator.wording.news import agent_news, pinned, public_news
from generator.wording.phrases import speaking

if TYPE_CHECKING:
    from conftest import Project

NEWS = "naam: {}\nkort_antwoord: Zeg dat het druk is.\ngeldig_vanaf: 2026-12-14\ngeldig_tot: 2026-12-20\nvoor: medewerkers\n"


@pytest.fixture
def notices(klein: Project) -> Project:
    klein.write("content/nieuws/gewoon.yaml", NEWS.format("Aan de balie") + "volgorde: 0\n")
    klein.write("content/nieuws/storing.yaml", NEWS.format("Storing") + "volgorde: 9\nbelang: hoog\nteams: [Team Balie, Team Telefoon]\n")
    return klein


def test_the_important_comes_first_and_names_its_teams(notices: Project) -> None:
    told = agent_news(edition_of(notices, dt.date(2026, 12, 14)).catalogue)

    assert [one.title for one in told] == ["Storing", "Aan de balie", "Dicht met kerst"]
    assert plain_bodies(told[0].bodies) == ["Voor: Team Balie, Team Telefoon.", "Zeg dat het druk is."]


@pytest.mark.parametrize(("day", "shown"), [(13, False), (14, True), (19, True), (20, False)])
def test_only_the_important_is_pinned_and_only_from_its_first_day_to_its_end(notices: Project, day: int, *, shown: bool) -> None:
    found = pinned(edition_of(notices, dt.date(2026, 12, day)).catalogue)

    assert [(link.text, link.target) for link in found] == [("Storing (Team Balie, Team Telefoon)", "/#nieuws-storing")] * shown


def test_what_is_for_agents_is_never_worded_for_everybody(notices: Project) -> None:
    told = public_news(speaking(edition_of(notices, dt.date(2026, 12, 14)).catalogue))

    assert [one.title for one in told] == ["Dicht met kerst"]


def test_after_how_many_hours_the_site_is_old_is_up_to_the_municipality(klein: Project) -> None:
    klein.append("content/gemeente/gemeente.yaml", "verouderd_na: 30\n")
    site = site_of(edition_of(klein).catalogue, SiteSpec(AGENTS, "https://kcc.klein.example/", MAIN / "theme/templates"))

    assert 'data-waarschuw-na="30"' in site.render("desk/toetsen", path="/toetsen/", title="Toetsen")
