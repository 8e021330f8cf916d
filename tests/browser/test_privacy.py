"""A visit leaves no trace and asks nobody else for anything, and every page has a strict policy that nothing breaks.

Each type of page is visited twice: with the policy in the page alone, as any web server sends it, and with the headers that the site's own
`_headers` tells, which hold the same values as the files for Apache and nginx (`tests/channels/test_server.py`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Error, expect
from playwright.sync_api import TimeoutError as PlaywrightTimeoutError

from browser.conftest import NO_WORKER, WATCH_POLICY, Visit
from browser.hosting import hosted
from browser.html_files import pages
from browser.page_types import EVERYWHERE, NOT_FOUND, PATHS
from browser.serving import AGENTS, FOLDERS, PUBLIC
from generator.policy import AGENTS_HEADERS, HEADERS, TYPES, content_policy

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page, Route

    from browser.hosting import Hosted
    from browser.serving import Served

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

TILES = "https://service.pdok.nl"
"""The server of Voorbeeldstad's map, which the headers let give pictures; of the pages only the finder does."""
MORE_PATHS = {
    "gevoelig": "producten/opvang-huiselijk-geweld/",
    "engels": "en/",
    "engels-product": "en/producten/paspoort/",
    "engels-zoeken": "en/zoeken/?q=passport",
    "privacy": "privacy/",
    "404-diep": f"en/producten/{NOT_FOUND}en/dan/dieper/",
}
HOSTED_PATHS = PATHS | MORE_PATHS
SITES = pytest.mark.parametrize("prefix", [PUBLIC, AGENTS], ids=["site", "kcc"])

KEPT = """async () => ({
  cookies: document.cookie,
  local: localStorage.length,
  session: sessionStorage.length,
  databases: (await indexedDB.databases()).length,
  caches: (await caches.keys()).length,
  workers: (await navigator.serviceWorker.getRegistrations()).length,
})"""
NOTHING = {"cookies": "", "local": 0, "session": 0, "databases": 0, "caches": 0, "workers": 0}

AT_THE_DESK = {"cookies": "", "session": 0, "databases": 0}
"""The agents' site keeps what `/werkplek/` says it does, in this browser alone; see test_desk.py and test_desk_offline.py."""

FIRST_VIOLATIONS = """() => new Promise((done) => {
  const began = Date.now();
  const look = () => (window.__violations.length || Date.now() - began > 3000 ? done(window.__violations) : setTimeout(look, 20));
  look();
})"""

USED_BY_POINTER = (
    "summary, [aria-expanded], [role=button], [role=tab], button:not([type=submit]), main a[href^='#'], select, "
    "main input:not([type=checkbox]), main label:nth-of-type(-n+2) > [type=checkbox]"
)
"""What a visitor can use on a page without leaving it; the search field apart, and two choices of every group."""

FORBIDDEN = {
    "script of another site": (
        "() => { const one = document.createElement('script'); one.src = 'https://other.example/x.js'; document.head.append(one); }",
        "require-trusted-types-for",
    ),
    "script in the text": (
        "() => { const one = document.createElement('script'); one.textContent = 'window.__ran = 1'; document.head.append(one); }",
        "require-trusted-types-for",
    ),
    "text that becomes HTML": (
        "() => { document.body.innerHTML = '<img src=x onerror=\"window.__ran = 1\">'; }",
        "require-trusted-types-for",
    ),
    "text that becomes script": ("() => { setTimeout('window.__ran = 1', 0); }", "require-trusted-types-for"),
    "a policy of one's own": ("() => trustedTypes.createPolicy('mine', {createHTML: (text) => text})", "trusted-types"),
    "script in an attribute": (
        "() => { const one = document.createElement('b'); one.setAttribute('onclick', 'window.__ran = 1'); one.click(); }",
        "require-trusted-types-for",
    ),
    "style in an attribute": ("() => document.body.setAttribute('style', 'color: red')", "style-src-attr"),
    "style of another site": (
        "() => document.head.append(Object.assign(document.createElement('link'), {rel: 'stylesheet', href: 'https://other.example/x.css'}))",
        "style-src-elem",
    ),
    "image of another site": ("() => { new Image().src = 'https://other.example/x.png'; }", "img-src"),
    "font of another site": ("() => { new FontFace('x', 'url(https://other.example/x.woff2)').load().catch(() => {}); }", "font-src"),
    "request to another site": ("() => { fetch('https://other.example/').catch(() => {}); }", "connect-src"),
    "signal to another site": ("() => { navigator.sendBeacon('https://other.example/', 'q'); }", "connect-src"),
    "frame": ("() => { document.body.append(Object.assign(document.createElement('iframe'), {src: '/'})); }", "frame-src"),
    "plug-in": ("() => { document.body.append(Object.assign(document.createElement('object'), {data: '/favicon.ico'})); }", "object-src"),
    "another base for links": (
        "() => { document.head.append(Object.assign(document.createElement('base'), {href: 'https://other.example/'})); }",
        "base-uri",
    ),
    "form to another site": (
        "() => { const one = document.querySelector('form'); one.action = 'https://other.example/'; one.submit(); }",
        "form-action",
    ),
    "worker of another site": (
        "() => { try { new Worker('https://other.example/x.js'); } catch (error) { if (error.name !== 'TypeError') throw error; } }",
        "require-trusted-types-for",
    ),
}
"""What an attacker would do with a hole in a page, and the directive that stops it."""


@pytest.fixture(scope="session")
def hosts(sites: Served) -> Iterator[dict[str, Hosted]]:
    """Both sites, each at an address of its own with its own headers."""
    with hosted(sites.folder(PUBLIC)) as public, hosted(sites.folder(AGENTS)) as agents:
        yield {PUBLIC: public, AGENTS: agents}


@pytest.fixture
def guest(browser: Browser, hosts: dict[str, Hosted]) -> Iterator[Callable[[str], Visit]]:
    """Start visits to a hosted site; nothing that they ask of others is sent on."""
    contexts = []

    def start(prefix: str) -> Visit:
        context = browser.new_context(locale="nl-NL", reduced_motion="reduce", service_workers="block")
        contexts.append(context)
        context.add_init_script(WATCH_POLICY)
        visit = Visit(context.new_page(), hosts[prefix].url)
        context.on("request", lambda request: visit.requests.append(request))  # noqa: PLW0108 - Playwright needs a function
        context.route(lambda url: not url.startswith(visit.url), _answer_nothing)
        visit.page.on(
            "console",
            lambda said: visit.complaints.append(said.text) if said.type in {"warning", "error"} and NO_WORKER not in said.text else None,
        )
        visit.page.on("pageerror", lambda error: visit.complaints.append(str(error)))
        hosts[prefix].asked.clear()
        return visit

    yield start
    for context in contexts:
        context.close()


def _answer_nothing(route: Route) -> None:
    route.fulfill(status=200, content_type="text/html", body="<!doctype html><title>elsewhere</title>")


@pytest.mark.parametrize("name", EVERYWHERE)
def test_visit_leaves_nothing_behind(visit: Callable[..., Visit], name: str) -> None:
    reader = visit()
    page = reader.to(EVERYWHERE[name])
    page.locator("#zoekveld").focus()
    page.wait_for_load_state("networkidle")
    assert page.evaluate("window.__violations") == []
    assert page.context.cookies() == []
    _keeps_only_what_it_says(page, for_agents=name.startswith("kcc-"))
    assert reader.asked(), "no request was seen: the test looks at nothing"
    assert reader.elsewhere() == []


@SITES
@pytest.mark.parametrize("name", HOSTED_PATHS)
def test_visit_with_the_headers_of_the_site(guest: Callable[[str], Visit], prefix: str, name: str) -> None:
    """Visit, and use everything that can be used."""
    reader = guest(prefix)
    page = reader.to(HOSTED_PATHS[name])
    _use_everything(page)
    _finds_no_trace(reader)
    missing = "the server responded with a status of 404"
    assert [said for said in reader.complaints if missing not in said or "404" not in name] == []


@SITES
@pytest.mark.parametrize("start", ["", "producten/paspoort/", "en/"])
def test_search_with_the_headers_of_the_site(guest: Callable[[str], Visit], prefix: str, start: str) -> None:
    """Search from a page, and open the first result."""
    reader = guest(prefix)
    page = reader.to(start)
    page.locator("#zoekveld").fill("paspoort")
    page.locator("#zoekveld").press("Enter")
    page.wait_for_url("**/zoeken/?q=paspoort")
    reader.settled()
    _finds_no_trace(reader)
    page.locator("#zoekresultaten a").first.click()
    expect(page.locator("article")).to_be_visible()
    _finds_no_trace(reader)
    assert reader.complaints == []


ONLY_WHEN_ASKED = "e => e.closest('[data-bewaar], .mijnlijst__knoppen, .kaart') !== null"
"""What keeps something, or asks another for pictures, because a visitor wants it: test_list.py and test_map.py are about that."""


def _use_everything(page: Page) -> None:
    """Use what can be used without leaving the page, which has its style by then."""
    page.wait_for_load_state("load")
    for element in page.locator(USED_BY_POINTER).all():
        try:
            if element.is_visible() and not element.evaluate(ONLY_WHEN_ASKED, timeout=3000):
                element.click(timeout=3000)
        except PlaywrightTimeoutError:
            assert element.count() == 0 or not element.is_visible(), "what can be seen can be used"  # a choice takes others away
    page.wait_for_load_state("networkidle")


def _keeps_only_what_it_says(page: Page, *, for_agents: bool) -> None:
    kept = page.evaluate(KEPT)
    assert {name: kept[name] for name in AT_THE_DESK} == AT_THE_DESK if for_agents else kept == NOTHING
    if for_agents:
        names = page.evaluate("Object.keys(localStorage)")
        told = {"antwoordkaart.recent", "antwoordkaart.vast", "antwoordkaart.weergave", "antwoordkaart.veranderd"}
        assert set(names) <= told


def _finds_no_trace(reader: Visit) -> None:
    assert reader.page.evaluate("window.__violations") == []
    assert reader.page.context.cookies() == []
    _keeps_only_what_it_says(reader.page, for_agents=reader.page.locator("body.medewerkers").count() == 1)
    assert len(reader.asked()) > 1, "few requests were seen: the test looks at nothing"
    assert reader.elsewhere() == []


@SITES
def test_the_headers_came_with_every_file_that_a_visit_asks_for(guest: Callable[[str], Visit], prefix: str) -> None:
    reader = guest(prefix)
    page = reader.to("producten/paspoort/")
    page.locator("#zoekveld").focus()
    page.wait_for_load_state("networkidle")
    wanted = HEADERS | (AGENTS_HEADERS if prefix == AGENTS else {})
    seen = {urlsplit(request.url).path: request.response().all_headers() for request in reader.requests}  # type: ignore[union-attr]
    lacking = [f"{path}: {name}" for path, told in seen.items() for name, value in wanted.items() if told.get(name.lower()) != value]
    assert lacking == []
    assert seen["/producten/paspoort/"]["content-security-policy"] == content_policy(tiles=TILES)
    assert {"/assets/style.css", "/assets/search.js", "/assets/fonts/noto-sans-regular.woff2"} <= seen.keys()


@SITES
def test_what_somebody_seeks_is_told_to_no_one(guest: Callable[[str], Visit], hosts: dict[str, Hosted], prefix: str) -> None:
    """The query stands in the address, so no request that the results page makes or leads to may name that address."""
    reader = guest(prefix)
    page = reader.to("")
    page.locator("#zoekveld").fill("veilig thuis")
    page.locator("#zoekveld").press("Enter")
    page.wait_for_url("**/zoeken/?q=veilig+thuis")
    reader.settled()
    page.locator("#zoekresultaten a").first.click()
    page.wait_for_url(lambda url: "zoeken" not in url)
    page.locator("main a[href^='https://']").first.click()
    page.wait_for_url(lambda url: url.startswith("https://"))

    asked = hosts[prefix].asked
    assert [path for path, _ in asked if "veilig+thuis" in path] == ["/zoeken/?q=veilig+thuis"]
    assert [path for path, headers in asked if "referer" in headers] == []
    assert [request.url for request in reader.requests if "referer" in request.all_headers()] == []
    assert [request.url for request in reader.requests if "veilig+thuis" in request.url] == [f"{reader.url}zoeken/?q=veilig+thuis"]


def test_leaving_at_once_tells_the_other_site_nothing(guest: Callable[[str], Visit]) -> None:
    reader = guest(PUBLIC)
    page = reader.to(HOSTED_PATHS["gevoelig"])
    page.locator("[data-verlaat]").first.click()
    page.wait_for_url(lambda url: not url.startswith(reader.url))
    [left] = [request for request in reader.requests if not request.url.startswith(reader.url)]
    assert "referer" not in left.all_headers()


@pytest.mark.parametrize("act", FORBIDDEN)
def test_policy_stops(guest: Callable[[str], Visit], act: str) -> None:
    """Each act is stopped by its own directive, of the header and of the page alike, and reaches nobody."""
    script, directive = FORBIDDEN[act]
    reader = guest(PUBLIC)
    page = reader.to("")
    try:
        page.evaluate(script)
    except Error as refused:
        assert "TypeError" in str(refused)  # noqa: PT017 - refusing at once is one of the two ways to stop it
    assert {violation.split(" ")[0] for violation in page.evaluate(FIRST_VIOLATIONS)} == {directive}
    assert page.evaluate("window.__ran") is None
    assert [request.url for request in reader.requests if not request.url.startswith(reader.url) and request.failure != "csp"] == []


def test_policy_lets_our_own_script_be_loaded(guest: Callable[[str], Visit]) -> None:
    page = guest(PUBLIC).to("")
    page.evaluate("""() => new Promise((done, failed) => {
      document.head.append(Object.assign(document.createElement("script"), {src: "assets/lunr.min.js", onload: done, onerror: failed}));
    })""")
    assert page.evaluate("typeof window.lunr") == "function"
    assert page.evaluate("window.__violations") == []


@SITES
def test_no_other_site_can_show_a_page_in_a_frame(guest: Callable[[str], Visit], sites: Served, tmp_path: Path, prefix: str) -> None:
    """Only a header can say so: without it the page shows, which proves that this test would see it."""
    reader = guest(prefix)
    assert _shown_in_a_frame(reader.page, sites.url + prefix, tmp_path / "without")
    assert not _shown_in_a_frame(reader.page, reader.url, tmp_path / "with")


def _shown_in_a_frame(page: Page, url: str, folder: Path) -> bool:
    """Tell whether a page of another site, which stands in `folder`, can show `url`."""
    folder.mkdir()
    (folder / "_headers").touch()
    (folder / "index.html").write_text(f'<!doctype html><title>around</title><iframe src="{url}"></iframe>', encoding="utf-8")
    with hosted(folder) as around:
        for allowed in (around.url, url):
            page.context.route(f"{allowed}**", lambda route: route.continue_())
        page.goto(around.url)
        page.wait_for_load_state("networkidle")
        _, frame = page.frames
        return frame.locator("main").count() == 1


def test_a_flyer_comes_without_a_policy_for_the_viewer_around_it(guest: Callable[[str], Visit]) -> None:
    """A browser lays out its own viewer with styles, which the policy of a page would forbid it."""
    reader = guest(PUBLIC)
    answer = reader.page.request.get(f"{reader.url}producten/paspoort/paspoort.pdf")
    assert answer.status == 200
    assert answer.headers["content-type"] == "application/pdf"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "content-security-policy" not in answer.headers


@SITES
@pytest.mark.parametrize("path", [NOT_FOUND, f"producten/{NOT_FOUND}", f"en/producten/{NOT_FOUND}dieper/nog-dieper", "assets/weg.html"])
def test_a_missing_page_leads_to_search_from_any_depth(guest: Callable[[str], Visit], prefix: str, path: str) -> None:
    reader = guest(prefix)
    answer = reader.page.goto(reader.url + path)
    assert answer is not None
    assert answer.status == 404
    expect(reader.page.locator("h1")).to_have_css("font-weight", "700")
    reader.page.locator("#zoekveld").fill("paspoort")
    reader.page.get_by_role("button", name="Zoeken").click()
    reader.page.wait_for_url(f"{reader.url}zoeken/?q=paspoort")
    reader.settled()
    expect(reader.page.locator("#zoekresultaten > li").first).to_be_visible()


def test_every_page_has_the_policy_and_nothing_inline(sites: Served) -> None:
    wrong = []
    for page in pages(sites):
        policies = page.tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
        tiles = TILES if page.path == f"{page.prefix}sociale-kaart/" else ""
        if policies != [content_policy(in_page=True, tiles=tiles)]:
            wrong.append(f"{page.path}: policy {policies}")
        inline = page.tree.xpath(
            "//style | //script[not(@src)] | //@style | //@*[starts-with(name(), 'on')] | //iframe | //object | //embed | //base"
        )
        wrong += [f"{page.path}: {found}" for found in inline]
        sources = page.tree.xpath("//script/@src | //img/@src | //link[@rel='stylesheet' or contains(@rel, 'icon')]/@href")
        wrong += [f"{page.path}: {source}" for source in sources if "//" in source]
    assert wrong == []


def test_titles_are_unique_over_both_sites_and_all_languages(sites: Served) -> None:
    first: dict[str, str] = {}
    again = []
    for page in pages(sites):
        title = page.tree.findtext(".//title")
        assert title, f"{page.path} has no title"
        if not page.is_redirect and first.setdefault(title, page.path) != page.path:
            again.append(f"{page.path} is called as {first[title]}: {title}")
    assert again == []


def test_links_to_other_sites_tell_them_nothing(sites: Served) -> None:
    told = [
        f"{page.path}: {link.get('href')}"
        for page in pages(sites)
        for link in page.tree.xpath("//a[starts-with(@href, 'http')]")
        if "noreferrer" not in link.get("rel", "") or link.get("target")
    ]
    assert told == []


@SITES
def test_a_server_knows_the_type_of_every_file(sites: Served, prefix: str) -> None:
    """A type that is not told is guessed, and with `nosniff` a file of an unknown type is of no use."""
    files = [path for path in (sites.root / FOLDERS[prefix]).rglob("*") if path.is_file() and path.name not in {"_headers", ".htaccess"}]
    assert len(files) > 100, "few files were built: the test looks at nothing"
    assert {path.suffix[1:] for path in files} - TYPES.keys() == set()
