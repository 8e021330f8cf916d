"""Another municipality, in green, with a mark and a name of its own: nothing of Voorbeeldstad's violet is left, and all can be read."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING

import pytest
from conftest import TESTS
from project import MAIN, build_quietly, lay_down

from browser import npm_tools
from browser.serving import PROJECT, served
from browser.test_axe import IN_DARK, RUN
from browser.views import found_in_any_view, views

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

    from browser.serving import Served

pytestmark = [pytest.mark.browser, pytest.mark.build, pytest.mark.xdist_group("browser")]

GREEN = TESTS / "fixtures/huisstijl"
PATHS = {
    "home": "",
    "product": "producten/identiteitskaart/",
    "organisatie": "sociale-kaart/voedselbank/",
    "zoeken": "zoeken/?q=paspoort",
    "medewerkers": "kcc/producten/identiteitskaart/",
    "medewerkers-home": "kcc/",
}

COLOURS = """() => {
  const found = {};
  const coloured = [...getComputedStyle(document.body)].filter((name) => /color|image|shadow|fill|stroke|filter/.test(name));
  const note = (style, what) => {
    for (const property of coloured) {
      for (const [colour] of style.getPropertyValue(property).matchAll(/rgba?\\([^)]*\\)/g)) found[colour] ??= `${property} of ${what}`;
    }
  };
  for (const e of document.querySelectorAll("*")) for (const part of [null, "::before", "::after", "::marker"]) note(getComputedStyle(e, part), e.outerHTML.slice(0, 80));
  return found;
}"""
"""Every colour in the computed styles (in the properties that can hold one), with where it was first seen."""


@pytest.fixture(scope="module")
def green(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """Serve the small municipality as Groenrijk, with the theme of the project and a house style of its own."""
    project = lay_down(tmp_path_factory.mktemp("groenrijk") / "project")
    (project.root / "theme").unlink()
    shutil.copytree(MAIN / "theme", project.root / "theme", ignore=shutil.ignore_patterns("node_modules", "__pycache__"))
    shutil.copy(GREEN / "groen.css", project.root / "theme/assets/huisstijl.css")
    for name in ("icon.svg", "logo.svg"):
        shutil.copy(GREEN / name, project.root / "theme/assets" / name)
    project.replace("content/gemeente/gemeente.yaml", "naam: gemeente Klein", "naam: gemeente Groenrijk")
    build_quietly(project)
    with served(project.root) as sites:
        yield sites


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(locale="nl-NL")
    yield context.new_page()
    context.close()


def channels(colour: str) -> tuple[int, ...]:
    return tuple(int(colour[at : at + 2], 16) for at in (1, 3, 5))


def own_colours(path: str) -> set[tuple[int, ...]]:
    """Give the colours that a house style sets, but white."""
    found = set(re.findall(r"#[0-9a-f]{6}", (PROJECT / path).read_text(encoding="utf-8")))
    return {channels(colour) for colour in found - {"#ffffff"}}


@pytest.mark.parametrize("name", PATHS)
def test_no_colour_of_voorbeeldstad_is_left(green: Served, page: Page, name: str) -> None:
    violet = own_colours("theme/assets/huisstijl.css") | {
        channels(f"#{shade}") for shade in ("5115ef", "3b0fb0", "743fff", "cfbdff", "f3eeff")
    }
    grass = own_colours("tests/fixtures/huisstijl/groen.css")
    page.goto(green.url + PATHS[name])
    for view in views(page):
        seen = {tuple(map(int, re.findall(r"\d+", colour)[:3])): where for colour, where in page.evaluate(COLOURS).items()}
        assert {where for colour, where in seen.items() if colour in violet} == set(), view
        assert len(seen.keys() & grass) >= 5, view


@pytest.mark.parametrize("name", PATHS)
def test_axe_finds_enough_contrast_light_and_dark(green: Served, page: Page, name: str) -> None:
    page.goto(green.url + PATHS[name])
    page.evaluate(npm_tools.script("axe-core/axe.min.js"))
    assert not (found := found_in_any_view(page, RUN, in_dark=IN_DARK)), found


def test_the_mark_holds_the_name_for_who_looks_and_the_name_stays_for_who_listens(green: Served, page: Page) -> None:
    page.goto(green.url)
    assert page.get_by_role("banner").get_by_role("link", name="gemeente Groenrijk").count() == 1
    mark = page.locator(".kop__beeld")
    assert "logo.svg" in mark.evaluate("(e) => getComputedStyle(e).backgroundImage")
    assert page.request.get(f"{green.url}assets/logo.svg").ok
    box = page.locator(".kop__woorden").bounding_box()
    assert box is not None
    assert (box["width"], box["height"]) == (1, 1)


def test_nothing_says_voorbeeldstad(green: Served) -> None:
    named = [path for path in green.root.glob("site/**/*.html") if "gemeente Voorbeeldstad" in path.read_text(encoding="utf-8")]
    assert named == []
