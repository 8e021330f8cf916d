"""The map beside the finder: nothing is asked elsewhere before a press; then only the tile server, and the map shows what the list says."""

from __future__ import annotations

import base64
import json
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from browser import npm_tools
from browser.conftest import NO_WORKER, WATCH_POLICY
from browser.serving import AGENTS, PUBLIC
from browser.test_axe import CHECK, OPTIONS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page, Request

    from browser.serving import Served

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

TILES = "https://service.pdok.nl/"
PIXEL = base64.b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==")
SHOW, HIDE = "Toon op de kaart", "Verberg de kaart"
PINS, POPUP = ".kaart__plek", ".leaflet-popup a"
ON_A_MAP = {**OPTIONS, "rules": {"target-size": {"enabled": False}}}
"""Where a marker stands is what it says, so markers may overlap (WCAG 2.5.8, essential); each is in the list as well."""


class Walk:
    """A visitor who may meet the tile server, which here gives one pixel; whatever else is asked elsewhere does not arrive."""

    def __init__(self, page: Page, url: str) -> None:
        """Watch what `page` asks for, and what the browser complains of."""
        self.page, self.url = page, url
        self.elsewhere: list[str] = []
        self.complaints: list[str] = []
        page.route(f"{TILES}**", lambda route: route.fulfill(body=PIXEL, content_type="image/png"))
        page.on("request", self._note)
        page.on("console", lambda said: self.complaints.append(said.text) if said.type in {"warning", "error"} else None)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def _note(self, request: Request) -> None:
        if not request.url.startswith((self.url, "data:")):
            self.elsewhere.append(request.url)

    def to(self, query: str, prefix: str = PUBLIC) -> Page:
        self.page.goto(f"{self.url}{prefix}sociale-kaart/{query}")
        expect(self.page.get_by_role("button", name=SHOW)).to_be_visible()
        return self.page


@pytest.fixture
def walk(browser: Browser, sites: Served) -> Iterator[Walk]:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, service_workers="block", reduced_motion="reduce")
    context.add_init_script(WATCH_POLICY)
    made = Walk(context.new_page(), sites.url)
    yield made
    violations = made.page.evaluate("window.__violations")
    context.close()
    assert (violations, [said for said in made.complaints if NO_WORKER not in said]) == ([], [])


def places_of(page: Page) -> set[tuple[float, float]]:
    """Give where the offers in the list are, from the finder's own file."""
    while page.locator(".wijzer__meer").is_visible():
        page.locator(".wijzer__meer").click()
    links = page.locator("#wijzer-resultaten > li > a").evaluate_all("links => links.map((link) => link.href)")
    shown = {link.partition("sociale-kaart/")[2] for link in links}
    content = page.request.get(page.url.partition("sociale-kaart/")[0] + "sociale-kaart/aanbod.json").json()
    return {
        tuple(place["op"])
        for organisation in content["organisaties"]
        for offer in organisation["aanbod"]
        if f"{organisation['pad']}#{offer['blok']}".partition("sociale-kaart/")[2] in shown
        for place in (organisation["plekken"][number] for number in offer["plekken"])
        if "op" in place
    }


@pytest.mark.parametrize("prefix", [PUBLIC, AGENTS], ids=["site", "kcc"])
def test_the_tile_server_is_asked_after_a_press_and_nobody_else_is(walk: Walk, prefix: str) -> None:
    page = walk.to("?leefdomein=financien", prefix)
    expect(page.get_by_text("PDOK stuurt die en ziet uw IP-adres.")).to_be_visible()
    page.wait_for_load_state("networkidle")
    assert walk.elsewhere == []
    assert page.locator("script[src*=leaflet]").count() == 0

    page.get_by_role("button", name=SHOW).click()
    expect(page.locator(".leaflet-tile-loaded").first).to_be_visible()
    page.get_by_role("button", name="Zoom in").click()
    page.get_by_role("button", name="Zoom uit").click()
    assert walk.elsewhere
    assert [url for url in walk.elsewhere if not url.startswith(TILES)] == []


def test_the_map_shows_the_places_of_the_list_also_when_that_changes(walk: Walk) -> None:
    page = walk.to("?leefdomein=financien")
    page.get_by_role("button", name=SHOW).click()
    expect(page.locator(PINS)).to_have_count(len(places_of(page)))

    page.locator('input[name="leefdomein"][value="financien"]').uncheck()
    page.locator('input[name="leefdomein"][value="wonen"]').check()
    expect(page.locator("#wijzer-status")).to_contain_text("gevonden")
    wanted = len(places_of(page))
    expect(page.locator(PINS)).to_have_count(wanted)
    expect(page.get_by_text(f"Plekken op de kaart: {wanted}")).to_be_visible()


def test_with_the_keyboard_alone_a_marker_leads_to_its_organisation(walk: Walk) -> None:
    page = walk.to("?leefdomein=wonen")
    page.get_by_role("button", name=SHOW).press("Enter")
    expect(page.get_by_role("button", name=HIDE)).to_be_focused()
    pin = page.locator(PINS).first
    pin.press("Enter")
    expect(page.locator(POPUP).first).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator(POPUP)).to_have_count(0)
    expect(pin).to_be_focused()

    page.keyboard.press(" ")
    name = page.locator(POPUP).first.inner_text()
    assert name in str(pin.get_attribute("aria-label"))
    page.locator(POPUP).first.press("Enter")
    expect(page.locator("h1")).to_have_text(name)


def test_what_is_hidden_again_is_gone(walk: Walk) -> None:
    page = walk.to("?leefdomein=wonen")
    page.get_by_role("button", name=SHOW).click()
    page.get_by_role("button", name=HIDE).click()
    expect(page.locator(PINS)).to_have_count(0)
    expect(page.get_by_role("button", name=SHOW)).to_be_focused()
    asked = len(walk.elsewhere)
    page.locator('input[name="kosten"]').first.evaluate("box => box.click()")
    expect(page.locator("#wijzer-status")).to_contain_text("gevonden")
    assert len(walk.elsewhere) == asked


@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_nothing_on_an_open_map(walk: Walk, width: int) -> None:
    walk.page.set_viewport_size({"width": width, "height": 900})
    page = walk.to("?leefdomein=wonen")
    page.get_by_role("button", name=SHOW).click()
    page.locator(PINS).first.press("Enter")
    page.evaluate(npm_tools.script("axe-core/axe.min.js"))
    assert page.evaluate(f"() => ({CHECK})({json.dumps(ON_A_MAP)})") == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
