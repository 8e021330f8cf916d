"""A visit leaves no trace and asks nobody else for anything, and every page has a strict policy that nothing breaks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from browser.html_files import pages
from browser.page_types import EVERYWHERE

if TYPE_CHECKING:
    from collections.abc import Callable

    from browser.conftest import Visit
    from browser.serving import Served

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

KEPT = """async () => ({
  cookies: document.cookie,
  local: localStorage.length,
  session: sessionStorage.length,
  databases: (await indexedDB.databases()).length,
  caches: (await caches.keys()).length,
  workers: (await navigator.serviceWorker.getRegistrations()).length,
})"""

PLANT = """() => new Promise((done) => {
  document.addEventListener("securitypolicyviolation", () => setTimeout(done, 100));
  document.body.insertAdjacentHTML("beforeend", '<img src="https://example.org/x.png" onerror="window.__ran = 1" style="color: red">');
})"""


@pytest.mark.parametrize("name", EVERYWHERE)
def test_visit_leaves_nothing_behind(visit: Callable[..., Visit], name: str) -> None:
    reader = visit()
    page = reader.to(EVERYWHERE[name])
    page.locator("#zoekveld").focus()
    page.wait_for_load_state("networkidle")
    assert page.evaluate("window.__violations") == []
    assert page.context.cookies() == []
    assert page.evaluate(KEPT) == {"cookies": "", "local": 0, "session": 0, "databases": 0, "caches": 0, "workers": 0}
    assert reader.asked(), "no request was seen: the test looks at nothing"
    assert reader.elsewhere() == []


def test_policy_stops_what_it_should(visit: Callable[..., Visit]) -> None:
    reader = visit()
    page = reader.to("")
    page.evaluate(PLANT)
    assert page.evaluate("window.__violations.length") > 0
    assert page.evaluate("window.__ran") is None
    reader.complaints.clear()
    reader.requests.clear()


def test_every_page_has_a_policy_and_nothing_inline(sites: Served) -> None:
    wrong = []
    for page in pages(sites):
        policies = page.tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
        if len(policies) != 1 or "unsafe" in policies[0] or not policies[0].startswith("default-src 'none'"):
            wrong.append(f"{page.path}: policy {policies}")
        inline = page.tree.xpath(
            "//style | //script[not(@src)] | //@style | //@*[starts-with(name(), 'on')] | //iframe | //object | //embed | //base"
        )
        wrong += [f"{page.path}: {found}" for found in inline]
        sources = page.tree.xpath("//script/@src | //img/@src | //link[@rel='stylesheet' or @rel='icon']/@href")
        wrong += [f"{page.path}: {source}" for source in sources if "//" in source]
    assert wrong == []


def test_links_to_other_sites_tell_them_nothing(sites: Served) -> None:
    told = [
        f"{page.path}: {link.get('href')}"
        for page in pages(sites)
        for link in page.tree.xpath("//a[starts-with(@href, 'http')]")
        if "noreferrer" not in link.get("rel", "") or link.get("target")
    ]
    assert told == []
