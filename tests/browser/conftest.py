"""Sites, server, Chromium, and a page that fails its test when it asks another host for anything or leaves a complaint."""

from __future__ import annotations

import os
import re
import shutil
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

import pytest
from playwright.sync_api import expect, sync_playwright

from browser.page_types import NOT_FOUND, is_finder, is_search
from browser.serving import served, sites_in

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, Page, Request

    from browser.serving import Served

LAUNCH = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

NO_WORKER = "Service Worker registration blocked by Playwright"
"""Keeping the agents' whole site for each visit would take hundreds of requests; test_desk_offline.py looks at the worker."""

LATE_FONT = ".woff2 was preloaded using link preload but not used within a few seconds"
"""A page does without a font that comes late (`font-display: optional`); test_look.py sees that both are used when they come in time."""

QUIET = (NOT_FOUND, NO_WORKER, LATE_FONT)

ENGINE_IS_THERE = """async () => {
  while (!window.lunr || !window.antwoordkaartZoeken) await new Promise((done) => setTimeout(done, 5));
}"""
"""Playwright's own wait for an expression evaluates text, which the policy of the pages forbids."""

WATCH_POLICY = """
window.__violations = [];
document.addEventListener("securitypolicyviolation", (event) => window.__violations.push(`${event.violatedDirective} ${event.blockedURI}`));
"""


expect.set_options(timeout=20_000)
"""A busy machine is slow, not wrong: five seconds, Playwright's own choice, are too few where all processors test."""


@pytest.fixture(scope="session")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """Both sites on the local server; built first where they are absent or older than their sources."""
    own = tmp_path_factory.getbasetemp()
    with served(sites_in(own.parent if "PYTEST_XDIST_WORKER" in os.environ else own)) as found:
        yield found


def chromium() -> str:
    names = ("chromium", "chromium-browser", "google-chrome")
    found = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, names)), None)
    assert found, "install Chromium, or name it: CHROMIUM=/path/to/chromium"
    return found


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium(), args=LAUNCH)
        yield opened
        opened.close()


@dataclass(slots=True)
class Visit:
    """One visitor with one page: goes to paths of the sites, and remembers every request and every complaint of the browser."""

    page: Page
    url: str
    requests: list[Request] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def to(self, path: str, *, scripts: bool = True) -> Page:
        """Go to `path`; on a page with results, wait for them."""
        self.page.goto(self.url + path)
        if scripts and is_search(path):
            self.settled()
        if scripts and is_finder(path):
            expect(self.page.locator("#wijzer-status")).not_to_have_text(re.compile("^(Wij zoeken.)?$"))
        return self.page

    def with_engine(self) -> Page:
        """Go to the home page and put the focus in the search field, which loads the engine of the search."""
        page = self.to("")
        page.locator("#zoekveld").focus()
        page.evaluate(ENGINE_IS_THERE)
        return page

    def settled(self) -> None:
        """Wait until the search has said what it found."""
        expect(self.page.locator("#zoekstatus")).not_to_have_text(re.compile("^(Zoeken…)?$"))

    def asked(self) -> list[str]:
        """Give the addresses that were asked for, as paths of the sites where they are there."""
        return [request.url.removeprefix(self.url) for request in self.requests]

    def elsewhere(self) -> list[str]:
        """Give the addresses of other hosts that were asked for."""
        return [request.url for request in self.requests if not request.url.startswith((self.url, "data:"))]


def _begun(browser: Browser, url: str, **options: Any) -> Visit:  # noqa: ANN401 - what Playwright's new_context takes
    context = browser.new_context(locale="nl-NL", service_workers="block", **options)
    context.add_init_script(WATCH_POLICY)
    made = Visit(context.new_page(), url)
    context.on("request", lambda request: made.requests.append(request))  # noqa: PLW0108 - Playwright needs a function
    made.page.on("console", lambda said: _note(made, said.type, f"{said.text} ({said.location.get('url')})"))
    made.page.on("pageerror", lambda error: made.complaints.append(str(error)))
    return made


@pytest.fixture
def visit(browser: Browser, sites: Served) -> Iterator[Callable[..., Visit]]:
    """Start visits, each with a profile of its own; afterwards prove that none of them asked elsewhere or complained."""
    visits: list[Visit] = []

    def start(*, width: int = 1280, **options: Any) -> Visit:  # noqa: ANN401 - what Playwright's new_context takes
        visits.append(_begun(browser, sites.url, viewport={"width": width, "height": 800}, **options))
        return visits[-1]

    yield start
    for done in visits:
        done.page.context.close()
        assert done.elsewhere() == []
        assert done.complaints == []


@pytest.fixture(scope="session")
def lookers(browser: Browser, sites: Served) -> Iterator[Callable[..., Visit]]:
    """Keep one visitor for each set of options: a new profile costs more than most looks at a page."""
    kept: dict[str, Visit] = {}

    def give(**options: Any) -> Visit:  # noqa: ANN401 - what Playwright's new_context takes
        key = repr(sorted(options.items()))
        if key not in kept:
            kept[key] = _begun(browser, sites.url, **options)
        return kept[key]

    yield give
    for done in kept.values():
        done.page.context.close()


@pytest.fixture
def look(lookers: Callable[..., Visit]) -> Iterator[Callable[..., Visit]]:
    """Give a visitor who has been here before, for tests that only look: nothing is left of the test before, and the same is proven."""
    used: dict[str, tuple[Visit, Literal["no-preference", "reduce"]]] = {}

    def start(*, width: int = 1280, height: int = 800, **options: Any) -> Visit:  # noqa: ANN401 - what Playwright's new_context takes
        looker = lookers(**options)
        looker.page.set_viewport_size({"width": width, "height": height})
        used[repr(options)] = (looker, options.get("reduced_motion", "no-preference"))
        return looker

    yield start
    for done, motion in used.values():
        page, requests, complaints = done.page, [*done.elsewhere()], [*done.complaints]
        page.evaluate("() => { localStorage.clear(); sessionStorage.clear(); }")
        page.emulate_media(media="null", color_scheme="light", reduced_motion=motion)
        page.goto("about:blank")
        done.requests.clear()
        done.complaints.clear()
        assert requests == []
        assert complaints == []


def _note(visit: Visit, kind: str, text: str) -> None:
    """Note a warning or an error; that a missing page answers 404 is no mistake, nor what else is `QUIET`."""
    if kind in {"warning", "error"} and not any(known in text for known in QUIET):
        visit.complaints.append(f"{kind}: {text}")
