"""A page in Arabic, in a real browser: mirrored, nothing outside the screen, and only there the font for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from arabic import lay_down_arabic
from project import MAIN, edition_of, site_for

from browser.serving import FOLDERS, served
from generator.assets import assets
from generator.edition import SiteSpec, all_files, site_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Page

    from browser.conftest import Visit
    from browser.serving import Served

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

PAGES = {
    "product": "ar/producten/paspoort/",
    "home": "ar/",
    "a-z": "ar/a-z/",
    "thema": "ar/thema/burgerzaken/",
    "zoeken": "ar/zoeken/",
    "kcc-product": "kcc/ar/producten/paspoort/",
}
FONTS = {"noto-sans-arabic-regular.woff2", "noto-sans-arabic-bold.woff2"}

OUTSIDE = """() => {
  const wide = document.documentElement.clientWidth;
  const seen = [...document.body.querySelectorAll("*")].filter((e) => e.checkVisibility() && !e.closest(".spring"));
  const out = seen.filter((e) => { const box = e.getBoundingClientRect(); return box.width > 0 && (box.right > wide + 1 || box.left < -1); });
  const page = document.documentElement.scrollWidth > wide ? [`page ${document.documentElement.scrollWidth} of ${wide} px`] : [];
  return [...page, ...out.map((e) => e.outerHTML.slice(0, 120))];
}"""
"""What stands outside the screen, on either side."""

NUMBERS = """() => {
  const wrong = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const found = node.data.match(/14\\s012/);
    if (!found || !node.parentElement.checkVisibility()) continue;
    const box = (begin, end) => { const range = document.createRange(); range.setStart(node, begin); range.setEnd(node, end); return range.getBoundingClientRect(); };
    const [first, last] = [box(found.index, found.index + 2), box(found.index + 3, found.index + 6)];
    if (first.right > last.left + 1 && Math.abs(first.top - last.top) < 2) wrong.push(node.data);
  }
  return wrong;
}"""
"""Telephone numbers whose groups changed places."""


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """Both sites of the small municipality that also speaks Arabic, without flyers."""
    root = tmp_path_factory.mktemp("rtl")
    edition = edition_of(lay_down_arabic(root / "klein"))
    for channel, name in zip(("publiek", "kcc"), FOLDERS.values(), strict=True):
        site = site_of(edition.catalogue, SiteSpec(channel, f"{site_for().url}/", MAIN / "theme/templates"))
        for path, content in (*all_files(edition, site), *assets(MAIN / "theme", for_agents=site.for_agents)):
            (root / name / path).parent.mkdir(parents=True, exist_ok=True)
            (root / name / path).write_bytes(content.encode() if isinstance(content, str) else content)
        (root / name / "404.html").write_text("<!doctype html><title>404</title>", encoding="utf-8")
    with served(root) as found:
        yield found


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("name", PAGES)
def test_nothing_stands_outside_the_screen(visit: Callable[..., Visit], name: str, width: int) -> None:
    page = visit(width=width).to(PAGES[name])

    assert page.evaluate(OUTSIDE) == []
    assert page.evaluate(NUMBERS) == []


def box(page: Page, selector: str) -> dict[str, float]:
    found = page.locator(selector).first.bounding_box()
    assert found, selector
    return {"left": found["x"], "right": found["x"] + found["width"], "top": found["y"]}


def style(page: Page, selector: str, name: str) -> str:
    return str(page.locator(selector).first.evaluate("(e, name) => getComputedStyle(e)[name]", name))


@pytest.mark.parametrize("width", [320, 1280])
def test_words_begin_at_the_right(visit: Callable[..., Visit], width: int) -> None:
    page = visit(width=width).to(PAGES["product"])
    main, title = (
        box(page, "main"),
        "() => { const r = document.createRange(); r.selectNodeContents(document.querySelector('h1')); return r.getBoundingClientRect().right; }",
    )

    assert style(page, "body", "direction") == "rtl"
    assert abs(page.evaluate(title) - main["right"]) < 4
    assert style(page, "[data-blok='voorwaarden'] ul", "paddingLeft") == "0px"
    assert style(page, "[data-blok='voorwaarden'] ul", "paddingRight") != "0px"


def test_the_columns_change_places(visit: Callable[..., Visit]) -> None:
    reader = visit(width=1280)
    arabic = reader.to(PAGES["product"])
    assert box(arabic, ".antwoord__zij")["right"] <= box(arabic, ".antwoord__eerst")["left"]
    assert box(arabic, ".kop__naam")["left"] > box(arabic, ".zoek__rij")["right"]

    dutch = reader.to("producten/paspoort/")
    assert box(dutch, ".antwoord__zij")["left"] >= box(dutch, ".antwoord__eerst")["right"]
    assert box(dutch, ".kop__naam")["right"] < box(dutch, ".zoek__rij")["left"]


def test_what_stands_at_an_edge_stands_at_the_other_edge(visit: Callable[..., Visit]) -> None:
    """Margins, paddings and rounded corners too: the style sheet names no left or right."""
    reader = visit(width=1280)
    mirrored = {}
    for path in ("producten/paspoort/", PAGES["product"]):
        page = reader.to(path)
        row, search = box(page, ".kop__rij"), box(page, ".zoek__rij")
        padding = float(style(page, ".kop__rij", "paddingRight").removesuffix("px"))
        right = path.startswith("producten/")
        edge = row["right"] - padding - search["right"] if right else search["left"] - row["left"] - padding
        sides = ("Right", "Left") if right else ("Left", "Right")
        mirrored[path] = (
            round(edge),
            *(style(page, "td", f"padding{side}") for side in sides),
            *(style(page, ".blok--kort-antwoord", f"borderTop{side}Radius") for side in sides),
        )

    assert mirrored["producten/paspoort/"] == mirrored[PAGES["product"]]


def test_only_pages_with_arabic_letters_fetch_the_font(visit: Callable[..., Visit]) -> None:
    arabic, dutch = visit(), visit()
    arabic.to(PAGES["product"]).evaluate("document.fonts.ready")
    dutch.to("producten/verhuizing-doorgeven/").evaluate("document.fonts.ready")

    assert {path.rpartition("/")[2] for path in arabic.asked()} >= FONTS
    assert {path.rpartition("/")[2] for path in dutch.asked()} & FONTS == set()


def test_arabic_letters_are_set_in_it(visit: Callable[..., Visit]) -> None:
    page = visit().to(PAGES["product"])
    page.evaluate("document.fonts.ready")
    loaded = page.evaluate("[...document.fonts].filter((font) => font.status === 'loaded').map((font) => font.unicodeRange)")

    assert len([ranges for ranges in loaded if "600-6FF" in ranges]) == 2


def test_the_checks_would_find_a_fault(visit: Callable[..., Visit]) -> None:
    page = visit(width=320).to(PAGES["product"])
    page.evaluate("() => { const h = document.querySelector('h2'); h.style.whiteSpace = 'nowrap'; h.textContent = 'كلمة '.repeat(40); }")
    page.evaluate("() => { document.querySelector('.kop__bel a').textContent = 'اتصل بـ 14 012'; }")

    assert page.evaluate(OUTSIDE) != []
    assert page.evaluate(NUMBERS) == ["اتصل بـ 14 012"]
