"""The agents' site without a network: from a folder, from what a service worker kept, and what it says of its own age."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from browser.serving import AGENTS, served

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, Page

    from browser.conftest import Visit
    from browser.serving import Served

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

PASSPORT = "producten/paspoort/"

KEPT = """async (path) => {
  await navigator.serviceWorker.ready;
  return (await caches.match(new URL(path, location.href).href)) !== undefined;
}"""
WAITS = 120
"""Half seconds, for a slow machine: the worker takes some hundreds of pages."""

ICONS = re.compile("assets/icons/|net::ERR_FAILED")
"""A browser complains of masks in a page from a folder before desk-folder.js has replaced them by shapes."""


@pytest.fixture
def folder_page(browser: Browser, sites: Served) -> Iterator[Page]:
    """The agents' site opened as files; at the end nothing was asked of any server, and the browser did not complain."""
    context = browser.new_context(locale="nl-NL", viewport={"width": 1280, "height": 800})
    asked: list[str] = []
    complaints: list[str] = []
    context.on("request", lambda request: asked.append(request.url))
    page = context.new_page()
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda said: complaints.append(said.text) if said.type == "error" and not ICONS.search(said.text) else None)
    page.goto((sites.folder(AGENTS) / "index.html").as_uri())
    yield page
    context.close()
    assert [url for url in asked if not url.startswith(("file:", "data:"))] == []
    assert complaints == []


def test_every_step_from_home_works_from_a_folder(folder_page: Page) -> None:
    page = folder_page
    page.get_by_role("link", name="Producten A–Z").click()
    page.wait_for_url(re.compile(r"^file://.*/a-z/index[.]html"))
    page.locator("main a[href*='producten/paspoort/']").first.click()
    page.wait_for_url(re.compile(rf"^file://.*/{PASSPORT}index[.]html$"))
    expect(page.get_by_role("button", name="Kopieer alles")).to_be_visible()
    expect(page.locator(".kcc")).to_have_css("border-top-style", "solid")
    page.get_by_role("link", name="Home").click()
    page.wait_for_url(re.compile(r"^file://.*/site-kcc/index[.]html"))


def test_search_and_my_list_work_from_a_folder(folder_page: Page) -> None:
    page = folder_page
    page.get_by_role("combobox").fill("gpk verl")
    expect(page.locator("#zoeksuggesties [role=option]").first).to_have_text(re.compile("^Gehandicaptenparkeerkaart"))
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"^file://.*/zoeken/index[.]html[?]q="))
    page.locator("#zoekresultaten h2 a").first.click()
    page.wait_for_url(re.compile(r"^file://.*/gehandicaptenparkeerkaart/index[.]html$"))
    page.locator("[data-bewaar] button").click()
    page.locator("[data-bewaar] a").click()

    expect(page.locator(".mijnlijst__kaart h2")).to_have_text("Gehandicaptenparkeerkaart")


def test_a_suggestion_leads_to_its_answer_from_a_folder(folder_page: Page) -> None:
    page = folder_page
    page.get_by_role("combobox").fill("paspoort")
    page.locator("#zoeksuggesties [role=option]").first.click()

    page.wait_for_url(re.compile(r"^file://.*/index[.]html$"))
    expect(page.locator("h1")).to_contain_text("aspoort")


def test_the_finder_gives_offers_from_a_folder(folder_page: Page) -> None:
    page = folder_page
    page.get_by_role("link", name="Sociale kaart").first.click()
    page.locator("[data-groep=leefdomein] input").first.check()

    expect(page.locator("#wijzer-status")).to_have_text(re.compile("^[1-9][0-9]* mogelijkheden gevonden[.]$"))
    expect(page.locator("#wijzer-resultaten a").first).to_be_visible()


def test_two_answers_stand_side_by_side_from_a_folder(folder_page: Page) -> None:
    page = folder_page
    page.goto(page.url.replace("index.html", "naast/index.html?a=producten/paspoort/&b=producten/gehandicaptenparkeerkaart/"))

    expect(page.locator("[data-naast-plaats] article h2")).to_have_text(["Paspoort aanvragen of verlengen", "Gehandicaptenparkeerkaart"])
    expect(page.locator("[data-naast-plaats] .kcc")).to_have_count(2)


def test_icons_are_shown_from_a_folder(folder_page: Page) -> None:
    look = "(of) => { const { clipPath, maskImage } = getComputedStyle(document.querySelector(of), '::before'); return [clipPath, maskImage]; }"
    expect(folder_page.locator("#vorm-phone path")).to_have_count(1)
    folder_page.wait_for_function("() => getComputedStyle(document.querySelector('.kop__bel a'), '::before').maskImage === 'none'")

    assert folder_page.evaluate(look, ".kop__bel a") == ['url("#vorm-phone")', "none"]


def test_an_answer_code_is_looked_up_from_a_folder(folder_page: Page, sites: Served) -> None:
    page = folder_page
    page.goto((sites.folder(AGENTS) / PASSPORT / "index.html").as_uri())
    code = str(page.locator("article").get_attribute("data-code"))
    page.get_by_role("link", name="Antwoordcode").click()
    page.wait_for_url(re.compile(r"^file://.*/code/index[.]html"))
    page.get_by_label("Antwoordcode", exact=True).fill(code)
    page.keyboard.press("Enter")
    expect(page.locator("[data-code-status]")).to_contain_text("niet veranderd")
    page.locator("[data-code-status] a").click()
    page.wait_for_url(re.compile(rf"^file://.*/{PASSPORT}index[.]html$"))


def test_the_last_version_stays_when_the_server_is_gone(browser: Browser, sites: Served) -> None:
    context = browser.new_context(locale="nl-NL")
    page = context.new_page()
    with served(sites.root) as here:
        page.goto(f"{here.url}{AGENTS}{PASSPORT}")
        for _ in range(WAITS):
            if page.evaluate(KEPT, "../gehandicaptenparkeerkaart/"):
                break
            page.wait_for_timeout(500)
    context.set_offline(True)
    page.goto(page.url.replace(PASSPORT, "producten/gehandicaptenparkeerkaart/"))
    expect(page.locator("h1")).to_have_text("Gehandicaptenparkeerkaart")
    expect(page.locator(".kcc")).to_have_css("border-top-style", "solid")
    context.close()


def test_the_copy_can_be_erased(browser: Browser, sites: Served) -> None:
    context = browser.new_context(locale="nl-NL")
    page = context.new_page()
    with served(sites.root) as here:
        page.goto(f"{here.url}{AGENTS}werkplek/")
        page.evaluate("() => navigator.serviceWorker.ready.then(() => true)")
        page.get_by_role("button", name="Wis alles uit deze browser").click()
        page.wait_for_function(
            "() => caches.keys().then((names) => navigator.serviceWorker.getRegistrations().then((all) => !names.length && !all.length))"
        )
    context.close()


def test_the_worker_keeps_nothing_of_what_was_searched_for(browser: Browser, sites: Served) -> None:
    context = browser.new_context(locale="nl-NL")
    page = context.new_page()
    with served(sites.root) as here:
        page.goto(f"{here.url}{AGENTS}")
        page.evaluate(KEPT, "./")
        page.wait_for_function("() => navigator.serviceWorker.controller !== null")
        page.goto(f"{here.url}{AGENTS}zoeken/?q=geheimpje")
        page.wait_for_load_state("networkidle")
        kept = page.evaluate(
            """async () => (await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys())))
              .flat().map(({ url }) => url)"""
        )
    context.close()
    assert kept
    assert [url for url in kept if "geheimpje" in url] == []


@pytest.mark.parametrize(
    ("hours", "told", "warned"),
    [
        (10, "(10 uur geleden)", False),
        (47, "(47 uur geleden)", False),
        (48, "(2 dagen geleden)", True),
        (75, "(3 dagen geleden)", True),
    ],
)
def test_the_site_says_how_old_it_is_and_warns(visit: Callable[..., Visit], hours: int, told: str, warned: bool) -> None:  # noqa: FBT001 - a column
    reader = visit()
    version = reader.to(AGENTS).locator("[data-versie-van]")
    since = int(str(version.get_attribute("data-versie-van")))
    assert version.get_attribute("data-waarschuw-na") == "48", "what the municipality chose; the hours below lie around it"
    reader.page.clock.set_fixed_time(dt.datetime.fromtimestamp(since + hours * 3600 + 60, dt.UTC))
    page = reader.to(AGENTS + PASSPORT)

    expect(page.locator("[data-versie-van]")).to_have_text(told)
    assert page.locator(".verouderd").count() == int(warned)


def test_the_public_site_has_no_worker_and_none_of_this(visit: Callable[..., Visit], sites: Served) -> None:
    reader = visit()
    page = reader.to(PASSPORT)
    page.wait_for_load_state("networkidle")

    assert page.evaluate("async () => (await navigator.serviceWorker.getRegistrations()).length") == 0
    assert not [path for path in reader.asked() if "desk" in path]
    assert not (sites.root / "site/sw.js").exists()
