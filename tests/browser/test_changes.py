"""What changed and what will, in a real browser: since the shift before, of one team, of one theme, with old and new side by side.

The pages are those of the small municipality, with commits on days of our choosing: what the real content has to tell differs by day.
"""

from __future__ import annotations

import datetime as dt
import re
import shutil
from typing import TYPE_CHECKING

import pytest
from desk.ledger_of_commits import committed, history, repository
from playwright.sync_api import expect
from project import site_for

from browser.serving import AGENTS
from generator.channels.history import changed_pages
from generator.channels.site import AGENTS as CHANNEL

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page, Route

    from browser.conftest import Visit

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

MONDAY, FRIDAY, SUNDAY = (dt.date(2026, 11, day) for day in (9, 20, 22))
PENSION, PASSPORT, ANOTHER = "AOW-pensioen", "Paspoort aanvragen", "Nabestaanden"


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The pages of a municipality whose passport changed on Monday, its pension on Friday, and that has and had one record more."""
    project = repository(tmp_path_factory.mktemp("veranderd") / "klein")
    project.replace("products/paspoort.yaml", "bezwaar: Schrijf een brief.", "bezwaar: Schrijf ons een brief.")
    shutil.copy(project.root / "products/aow.yaml", project.root / "products/anw.yaml")
    project.replace("products/anw.yaml", "naam: AOW-pensioen", f"naam: {ANOTHER}")
    committed(project, MONDAY)
    shutil.copy(project.root / "content/themas/burgerzaken.yaml", project.root / "content/themas/inkomen.yaml")
    project.replace("content/themas/inkomen.yaml", "naam: Burgerzaken", "naam: Inkomen")
    project.replace("products/aow.yaml", "themas: burgerzaken", "themas: inkomen")
    project.replace("products/aow.yaml", "U vraagt uw AOW aan bij de SVB.", "Vraag uw AOW aan bij de SVB.")
    project.append("products/anw.yaml", "geldig_tot: 2026-11-20\n")
    committed(project, FRIDAY)
    return changed_pages(history(project), site_for(CHANNEL))


@pytest.fixture
def reader(visit: Callable[..., Visit], told: dict[str, str]) -> Visit:
    begun = visit()

    def give(route: Route) -> None:
        path = route.request.url.partition(AGENTS)[2]
        route.fulfill(body=told[f"{path}index.html"], content_type="text/html; charset=utf-8")

    begun.page.route("**/kcc/veranderd/**", give)
    return begun


def on(reader: Visit, day: dt.date) -> Page:
    reader.page.clock.set_fixed_time(dt.datetime.combine(day, dt.time(9), dt.UTC))
    return reader.to(f"{AGENTS}veranderd/")


def shown(page: Page) -> list[str]:
    return [
        heading.partition(": ")[2] + " " + heading.partition(": ")[0] for heading in page.locator(".wijziging:visible h3").all_inner_texts()
    ]


PENSION_CHANGED, EXPIRED = f"{PENSION} Veranderd", f"{ANOTHER} Vervallen"
PASSPORT_CHANGED, NEW = f"{PASSPORT} Veranderd", f"{ANOTHER} Nieuw"


def test_new_changed_and_expired_are_told_the_latest_first(reader: Visit) -> None:
    page = on(reader, SUNDAY)

    assert shown(page)[:2] == [PENSION_CHANGED, EXPIRED]
    assert sorted(one for one in shown(page)[2:] if one in {PASSPORT_CHANGED, NEW}) == [NEW, PASSPORT_CHANGED]


def test_a_shift_is_told_what_changed_since_the_one_before(reader: Visit) -> None:
    page = on(reader, FRIDAY)
    since = page.get_by_label("Sinds")
    assert "uw vorige dienst" not in since.locator("option").all_inner_texts()
    assert PASSPORT_CHANGED in shown(page)
    page = on(reader, SUNDAY)

    expect(since).to_have_value("vorige")
    assert PENSION_CHANGED in shown(page)
    assert PASSPORT_CHANGED not in shown(page)
    expect(page.locator("[data-kies-status]")).to_have_text(re.compile(f"^{len(shown(page))} verandering(en)? op deze pagina[.]"))
    page.reload()
    assert PENSION_CHANGED in shown(page), "a shift lasts a day"
    since.select_option("alles")
    assert PASSPORT_CHANGED in shown(page)


@pytest.mark.parametrize(
    ("label", "chosen", "there", "gone"),
    [
        ("Team", "Team Burgerzaken", PASSPORT_CHANGED, PENSION_CHANGED),
        ("Team", "Team Klantcontact", PENSION_CHANGED, PASSPORT_CHANGED),
        ("Thema", "Inkomen", PENSION_CHANGED, PASSPORT_CHANGED),
        ("Thema", "Burgerzaken", PASSPORT_CHANGED, PENSION_CHANGED),
    ],
)
def test_one_team_or_theme_is_chosen_and_stays_chosen(reader: Visit, label: str, chosen: str, there: str, gone: str) -> None:
    page = on(reader, SUNDAY)
    page.get_by_label(label).select_option(chosen)
    assert there in shown(page)
    assert gone not in shown(page)
    page.reload()

    expect(page.get_by_label(label)).to_have_value(chosen)
    assert gone not in shown(page)


def test_what_will_change_is_no_news_of_a_shift(reader: Visit) -> None:
    page = reader.to(f"{AGENTS}veranderd/straks/")

    expect(page.get_by_label("Team")).to_be_visible()
    expect(page.get_by_label("Sinds")).to_have_count(0)
    expect(page.locator("[data-kies-status]")).to_have_text(re.compile("^[1-9][0-9]* verandering(en)? op deze pagina[.]"))
    assert "dag" not in page.evaluate("JSON.parse(localStorage.getItem('antwoordkaart.veranderd'))")
    every = len(shown(page))
    page.get_by_label("Team").select_option("Team Parkeren")
    assert 0 < len(shown(page)) < every


def test_old_and_new_stand_side_by_side(reader: Visit) -> None:
    page = reader.to(f"{AGENTS}veranderd/straks/")
    amounts = page.locator(".wijziging", has_text="86,00").first
    if not amounts.locator("ins").first.is_visible():
        amounts.locator("summary").last.click()
    old, new = amounts.locator("del").first.bounding_box(), amounts.locator("ins").first.bounding_box()

    assert old is not None
    assert new is not None
    assert old["x"] + old["width"] <= new["x"]
    assert abs(old["y"] - new["y"]) < old["height"]
