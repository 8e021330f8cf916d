"""What a designer insists on: words of a size and in lines that can be read, and the actions always at hand."""

from __future__ import annotations

import gzip
import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest

from browser.html_files import file_of
from browser.page_types import EVERYWHERE
from browser.serving import PUBLIC

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    from browser.conftest import Visit
    from browser.serving import Served

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

SENSITIVE = "producten/opvang-huiselijk-geweld/"
PRODUCTS = {
    "paspoort": "producten/paspoort/",
    "gevoelig": SENSITIVE,
    "vier acties": "producten/vog/",
    "engels": "en/producten/paspoort/",
    "organisatie": "sociale-kaart/voedselbank-voorbeeldstad/",
}
SCREENS = {
    "telefoon": (360, 640),
    "kleine telefoon": (320, 568),
    "telefoon op zijn kant": (740, 360),
    "tablet": (768, 1024),
    "bureau": (1280, 800),
    "bureau op 200%": (640, 400),
}
"""CSS px. On every screen of at least 20 rem high the actions of a page stay in view."""

USED_FONTS = """() => [...document.fonts].filter((font) => font.status === "loaded")
  .map((font) => `${font.family.replaceAll('"', "")} ${font.weight}`)"""

LETTERS_IN_A_LINE = """() => [...document.querySelectorAll("main p, main li")].flatMap((e) => {
  if (e.closest(".lijst--cards, .bellen, .kcc, .blok--acties, .bewaar, table") || !e.checkVisibility() || e.querySelector("p, ul, ol")) return [];
  const range = document.createRange();
  range.selectNodeContents(e);
  const tops = [...range.getClientRects()].map((box) => Math.round(box.bottom / 8));
  const lines = new Set(tops).size;
  if (lines < 3) return [];
  const once = e.cloneNode(true);
  once.style.cssText = "position: absolute; white-space: nowrap; inline-size: max-content; max-inline-size: none; padding: 0";
  e.after(once);
  const style = getComputedStyle(e);
  const room = e.clientWidth - parseFloat(style.paddingInlineStart) - parseFloat(style.paddingInlineEnd);
  const letters = room / (once.getBoundingClientRect().width / e.textContent.length);
  once.remove();
  return [[Math.round(letters), e.textContent.slice(0, 60)]];
})"""
"""How many letters fit in a line of each text of three lines or more."""

SIZES = """() => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = {};
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const e = node.parentElement;
    if (!node.data.trim() || !e.checkVisibility() || getComputedStyle(e).clipPath === "inset(50%)") continue;
    const kind = e.closest("p, li, td, th, dd, dt, h1, h2, h3")?.closest("main") ? "text" : "other";
    const size = parseFloat(getComputedStyle(e).fontSize);
    found[kind] = Math.min(found[kind] ?? 99, e.closest(".acties--balk, .vandaag") ? Math.max(size, 16) : size);
    found.least = Math.min(found.least ?? 99, size);
  }
  return found;
}"""

AT_HAND = """() => [...document.querySelectorAll(".acties--balk a, .verlaat a")].map((e) => {
  const box = e.getBoundingClientRect();
  const inside = box.top >= 0 && box.left >= 0 && box.bottom <= innerHeight && box.right <= innerWidth;
  const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
  return [e.textContent, inside && e.contains(top)];
})"""

COVERED = """() => {
  const focus = document.activeElement;
  if (focus === document.body) return [];
  const box = focus.getBoundingClientRect();
  const above = [...document.querySelectorAll(".acties--balk, .verlaat, .verlaat a")].filter((e) =>
    ["fixed", "sticky"].includes(getComputedStyle(e).position) && !e.contains(focus) && getComputedStyle(e).pointerEvents !== "none");
  return above.filter((e) => {
    const other = e.getBoundingClientRect();
    return Math.min(box.bottom, other.bottom) - Math.max(box.top, other.top) > 1 && Math.min(box.right, other.right) - Math.max(box.left, other.left) > 1;
  }).map((e) => `${e.className} covers ${focus.outerHTML.slice(0, 100)}`);
}"""

NAMES_IN_DRAWINGS = """() => {
  const names = [...document.querySelectorAll(".weg text:not(.weg__nummer)")];
  const cut = names.filter((name) => {
    const { x, width } = name.getBBox();
    return x + width > name.ownerSVGElement.viewBox.baseVal.width;
  });
  return { names: names.map((name) => name.textContent), cut: cut.map((name) => name.textContent) };
}"""

PICTURES = """() => {
  const wrong = [];
  for (const e of document.querySelectorAll("img, svg, [role=img], canvas, object")) {
    const named = e.getAttribute("alt") !== null || e.getAttribute("aria-label") || e.closest("[aria-hidden=true]");
    if (!named) wrong.push(`no name: ${e.outerHTML.slice(0, 100)}`);
  }
  let seen = 0;
  for (const e of document.body.querySelectorAll("*")) for (const part of ["::before", "::after"]) {
    const style = getComputedStyle(e, part);
    if (style.content === "none" || style.maskImage === "none") continue;
    seen += 1;
    if (style.content !== '""') wrong.push(`a picture that is read aloud: ${e.outerHTML.slice(0, 100)}`);
    const holder = e.matches("ul, ol") ? e : e.closest("a, button, summary, h2, h3");
    if (!holder?.textContent.trim()) wrong.push(`a picture without words: ${e.outerHTML.slice(0, 100)}`);
  }
  return { wrong, seen };
}"""

WATCH_SHIFTS = """window.__shift = 0;
new PerformanceObserver((list) => { for (const entry of list.getEntries()) window.__shift += entry.value; }).observe({ type: "layout-shift", buffered: true });"""

SHORT_LABELS = """() => [...document.querySelectorAll(".acties--balk a")].map((e) => {
  const heard = e.textContent;
  const more = e.querySelector(".knop__meer");
  return [more ? heard.slice(0, heard.length - more.textContent.length) : heard, heard];
})"""


def looked_at(look: Callable[..., Visit], path: str, size: tuple[int, int], **options: object) -> Page:
    reader = look(width=size[0], reduced_motion="reduce", **options)
    reader.page.set_viewport_size({"width": size[0], "height": size[1]})
    return reader.to(path)


def scrolled(page: Page) -> list[int]:
    """Give places to scroll to, from the top of the page to its end, less than a screen apart."""
    high, seen = page.evaluate("[document.documentElement.scrollHeight, innerHeight]")
    return [*range(0, high - seen, max(seen // 2, 100)), high]


@pytest.mark.parametrize("name", ["product", "organisatie", "loket", "thema", "levensgebeurtenis", "a-z", "geschreven", "kcc-product"])
def test_lines_have_between_45_and_80_letters(look: Callable[..., Visit], name: str) -> None:
    lines = look().to(EVERYWHERE[name]).evaluate(LETTERS_IN_A_LINE)
    assert lines, "no text of three lines: this looks at nothing"
    assert [(letters, text) for letters, text in lines if not 45 <= letters <= 80] == []


@pytest.mark.parametrize("name", EVERYWHERE)
@pytest.mark.parametrize("width", [360, 1280])
def test_words_are_large_enough(look: Callable[..., Visit], name: str, width: int) -> None:
    sizes = look(width=width).to(EVERYWHERE[name]).evaluate(SIZES)
    assert sizes["text"] >= 16
    assert sizes["least"] >= 14


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("name", PRODUCTS)
def test_actions_are_at_hand_wherever_one_reads(look: Callable[..., Visit], name: str, screen: str) -> None:
    page = looked_at(look, PRODUCTS[name], SCREENS[screen])
    for place in scrolled(page):
        page.evaluate("(top) => window.scrollTo(0, top)", place)
        found = page.evaluate(AT_HAND)
        assert found
        assert [words for words, seen in found if not seen] == [], f"at {place} px"


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("name", PRODUCTS)
def test_bar_takes_at_most_a_quarter_of_the_height(look: Callable[..., Visit], name: str, screen: str) -> None:
    page = looked_at(look, PRODUCTS[name], SCREENS[screen])
    bar = page.locator(".acties--balk").evaluate(
        "(e) => [getComputedStyle(e).position, e.getBoundingClientRect().height, e.children.length]"
    )
    assert bar[2] <= 3
    assert bar[0] != "fixed" or bar[1] <= SCREENS[screen][1] / 4


def test_bar_is_left_out_where_there_is_no_room(look: Callable[..., Visit]) -> None:
    page = looked_at(look, PRODUCTS["paspoort"], (320, 256))
    assert page.locator(".acties--balk").evaluate("(e) => getComputedStyle(e).position") == "static"
    assert page.locator("#acties").is_visible()


def test_bar_makes_room_for_the_keyboard_of_the_screen(look: Callable[..., Visit]) -> None:
    page = looked_at(look, PRODUCTS["paspoort"], SCREENS["telefoon"])
    page.locator("#zoekveld").focus()
    assert page.locator(".acties--balk").evaluate("(e) => getComputedStyle(e).position") == "static"


def test_what_a_button_shows_begins_what_it_is_called(look: Callable[..., Visit]) -> None:
    labels = [label for path in PRODUCTS.values() for label in looked_at(look, path, SCREENS["telefoon"]).evaluate(SHORT_LABELS)]
    assert ["Kom langs", "Kom langs bij Gemeentehuis en klantcontactcentrum"] in labels
    assert ["Online regelen", "Online regelen met DigiD"] in labels
    assert [shown for shown, heard in labels if not heard.startswith(shown) or len(shown) > 20] == []


@pytest.mark.parametrize("name", ["paspoort", "gevoelig"])
@pytest.mark.parametrize("screen", SCREENS)
def test_nothing_covers_what_has_the_focus(look: Callable[..., Visit], name: str, screen: str) -> None:
    page = looked_at(look, PRODUCTS[name], SCREENS[screen])
    stops = page.evaluate("document.querySelectorAll('a[href], button, input, summary').length")
    found = []
    for key in ("Tab", "Shift+Tab"):
        for _ in range(stops):
            page.keyboard.press(key)
            found += page.evaluate(COVERED)
    assert found == []


MAIN_TARGETS = ".acties a, .zoek button, .zoek input, .kop__knop, .verlaat a, .lijst--tasks a, .bellen .knop, .letters a, summary"


@pytest.mark.parametrize("path", ["", "producten/paspoort/", SENSITIVE, "a-z/", "kcc/producten/paspoort/"])
@pytest.mark.parametrize("width", [320, 1280])
def test_main_targets_are_44_px(look: Callable[..., Visit], path: str, width: int) -> None:
    boxes = (
        look(width=width)
        .to(path)
        .locator(MAIN_TARGETS)
        .evaluate_all(
            "(all) => all.filter((e) => e.checkVisibility()).map((e) => [e.outerHTML.slice(0, 80), e.getBoundingClientRect().toJSON()])"
        )
    )
    assert boxes
    assert [what for what, box in boxes if min(box["width"], box["height"]) < 44] == []


@pytest.mark.parametrize("name", EVERYWHERE)
def test_pictures_stand_beside_words_and_say_nothing(look: Callable[..., Visit], name: str) -> None:
    found = look().to(EVERYWHERE[name]).evaluate(PICTURES)
    assert found["wrong"] == []
    assert found["seen"] > 0


def test_every_name_in_a_drawing_is_whole(look: Callable[..., Visit], sites: Served) -> None:
    folder = sites.folder(PUBLIC)
    drawn = [path.parent for path in sorted(folder.glob("sociale-kaart/*/index.html")) if 'class="weg"' in path.read_text(encoding="utf-8")]
    names: set[str] = set()
    for page in drawn:
        found = look().to(f"{page.relative_to(folder).as_posix()}/").evaluate(NAMES_IN_DRAWINGS)
        assert found["cut"] == []
        names.update(found["names"])
    assert len(names) > 3


@pytest.mark.parametrize("path", ["", "producten/paspoort/", "sociale-kaart/huisartsenpost-voorbeeldstad/"])
@pytest.mark.parametrize("width", [360, 1280])
def test_nothing_moves_while_a_page_comes_in(visit: Callable[..., Visit], path: str, width: int) -> None:
    reader = visit(width=width)
    reader.page.context.add_init_script(WATCH_SHIFTS)
    page = reader.to(path)
    page.wait_for_load_state("networkidle")
    assert page.evaluate("window.__shift") < 0.001


def test_first_view_of_a_product_weighs_less_than_60_kilobytes(visit: Callable[..., Visit], sites: Served) -> None:
    reader = visit()
    reader.to("producten/paspoort/").wait_for_load_state("networkidle")
    files = {file_of(sites, urlsplit(request.url)._replace(query="").geturl()) for request in reader.requests}
    sent = {path.name: len(path.read_bytes() if path.suffix == ".woff2" else gzip.compress(path.read_bytes())) for path in files}
    assert {"index.html", "style.css", "noto-sans-regular.woff2", "noto-sans-bold.woff2"} <= sent.keys()
    assert sum(sent.values()) < 60_000, sent


def test_one_style_sheet_holds_up_the_page(look: Callable[..., Visit]) -> None:
    page = look().to("producten/paspoort/")
    assert page.locator("link[rel=stylesheet]").count() == 1
    assert page.locator("script:not([defer])").count() == 0


def test_both_fonts_that_are_asked_for_early_are_used(look: Callable[..., Visit]) -> None:
    page = look().to(PRODUCTS["paspoort"])
    early = page.eval_on_selector_all("link[rel=preload][as=font]", "(links) => links.map((link) => link.href.split('/').pop())")
    assert early == ["noto-sans-regular.woff2", "noto-sans-bold.woff2"]

    page.evaluate("document.fonts.ready")
    used = page.evaluate(USED_FONTS)
    assert {"Noto Sans 400", "Noto Sans 700"} <= set(used)


def test_menu_of_a_telephone_opens_without_scripts(visit: Callable[..., Visit]) -> None:
    page = visit(width=360, java_script_enabled=False).to("producten/paspoort/", scripts=False)
    menu = page.get_by_role("navigation", name="Hoofdmenu")
    assert not menu.is_visible()
    page.get_by_role("button", name="Menu").focus()
    page.keyboard.press("Enter")
    assert menu.get_by_role("link").count() == 4
    page.keyboard.press("Tab")
    assert menu.get_by_role("link").first.evaluate("(e) => e === document.activeElement")
    page.keyboard.press("Escape")
    assert not menu.is_visible()


def test_today_is_marked_in_words(visit: Callable[..., Visit]) -> None:
    reader = visit()
    page = reader.to("loket/wmo-loket/")
    day = page.locator("[data-peildatum]").get_attribute("data-peildatum")
    page.clock.set_fixed_time(f"{day}T10:00:00Z")
    page.reload()
    [marked] = page.locator(".blok--deze-week tr[aria-current=date]").all()
    assert re.search(r"\bvandaag$", marked.locator("th").inner_text())
    assert marked.evaluate("(e) => e.rowIndex") == 1


def test_page_of_last_week_marks_no_day(visit: Callable[..., Visit]) -> None:
    page = visit().page
    page.clock.set_fixed_time("2031-01-01T10:00:00Z")
    page.goto(page.url)
    assert page.locator("tr[aria-current]").count() == 0


@pytest.mark.parametrize("path", [SENSITIVE, "levensgebeurtenis/huiselijk-geweld/"])
@pytest.mark.parametrize("size", [*SCREENS.values(), (320, 256)])
def test_one_can_leave_a_sensitive_page_from_everywhere(visit: Callable[..., Visit], path: str, size: tuple[int, int]) -> None:
    page = looked_at(visit, path, size, java_script_enabled=True)
    for place in scrolled(page):
        page.evaluate("(top) => window.scrollTo(0, top)", place)
        box = page.locator(".verlaat a").bounding_box()
        assert box is not None
        assert 0 <= box["y"] <= size[1] - box["height"] or place == 0, f"at {place} px"


EDGES = ".blok--kort-antwoord, .knop, .zoek button, .lijst--cards li, .bellen"


@pytest.mark.parametrize("path", ["", "producten/paspoort/"])
def test_own_colours_of_windows_keep_every_edge(look: Callable[..., Visit], path: str) -> None:
    page = look(forced_colors="active").to(path)
    bare = page.locator(EDGES).evaluate_all(
        "(all) => all.filter((e) => parseFloat(getComputedStyle(e).borderTopWidth) < 1).map((e) => e.className)"
    )
    assert page.locator(EDGES).count() > 2
    assert bare == []


def test_own_colours_of_windows_show_where_one_is(look: Callable[..., Visit]) -> None:
    page = look(forced_colors="active").to("a-z/")
    edge = "(e) => parseFloat(getComputedStyle(e).borderBlockEndWidth)"
    assert page.locator(".kop__menu a[aria-current]").evaluate(edge) >= 3
    assert page.locator(".kop__menu a:not([aria-current])").first.evaluate(edge) == 0


@pytest.mark.parametrize("width", [320, 1280])
def test_agents_see_in_words_that_they_are_in_their_own_place(look: Callable[..., Visit], width: int) -> None:
    page = look(width=width).to("kcc/producten/paspoort/")
    box = page.get_by_text("Voor medewerkers", exact=True).bounding_box()
    assert box is not None
    assert box["y"] < 60
    assert look(width=width).to("producten/paspoort/").get_by_text("Voor medewerkers", exact=True).count() == 0


def test_nothing_moves_for_who_does_not_want_that(look: Callable[..., Visit]) -> None:
    page = look(reduced_motion="reduce").to("")
    assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"
