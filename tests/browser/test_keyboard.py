"""Everything works with the keyboard: the skip link, an order that follows the page, a focus that is seen, and no surprising keys."""

from __future__ import annotations

import string
from typing import TYPE_CHECKING

import pytest

from browser.page_types import EVERYWHERE

if TYPE_CHECKING:
    from collections.abc import Callable

    from browser.conftest import Visit

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

NUMBER = """() => {
  const found = [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex='0']")];
  const shown = found.filter((e) => e.checkVisibility({ visibilityProperty: true }));
  const looks = (e) => { const s = getComputedStyle(e); return `${s.outlineStyle} ${s.outlineWidth} ${s.outlineColor} ${s.boxShadow}`; };
  shown.forEach((e, place) => { e.__place = place; e.__calm = looks(e); });
  window.__looks = looks;
  return shown.length;
}"""
"""Number what can have the focus, in the order of the document, and note how it looks without."""

FOCUSED = """() => {
  const e = document.activeElement;
  if (e === document.body) return null;
  const box = e.getBoundingClientRect();
  const style = getComputedStyle(e);
  const seen = [...e.getClientRects()].some((r) => e.contains(document.elementFromPoint(r.left + r.width / 2, r.top + r.height / 2)));
  return {
    place: e.__place ?? -1,
    what: e.outerHTML.slice(0, 120),
    inside: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
    uncovered: seen,
    marked: window.__looks(e) !== e.__calm && ((style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2) || style.boxShadow !== "none"),
  };
}"""

KEYS = [*string.ascii_lowercase, *string.digits, "/", "?", ".", ",", ";", "'", "[", "]", "+", "-", "*"]
STATE = "() => [location.href, document.activeElement.tagName, document.body.outerHTML.length, scrollY]"


STARTS_IN_FIELD = [name for name in EVERYWHERE if name == "kcc-home" or name.startswith("kcc-zoeken")]
"""Where an agent can type at once."""


@pytest.mark.parametrize("name", STARTS_IN_FIELD)
def test_agents_start_in_the_search_field(look: Callable[..., Visit], name: str) -> None:
    page = look().to(EVERYWHERE[name])
    assert page.evaluate("document.activeElement.id") == "zoekveld"


@pytest.mark.parametrize("name", [name for name in EVERYWHERE if name not in STARTS_IN_FIELD])
def test_skip_link_is_first_and_leads_to_the_content(look: Callable[..., Visit], name: str) -> None:
    page = look().to(EVERYWHERE[name])
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Naar de inhoud"
    box = page.locator(":focus").bounding_box()
    assert box is not None
    assert box["y"] >= 0
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.tagName") == "MAIN"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement === document.body || document.activeElement.closest('main, footer') !== null")


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("name", ["home", "product", "zoeken-gevonden", "a-z", "organisatie", "kcc-product", "kcc-loket"])
def test_focus_follows_the_page_and_is_seen(look: Callable[..., Visit], name: str, width: int) -> None:
    page = look(width=width, reduced_motion="reduce").to(EVERYWHERE[name])
    count = page.evaluate(NUMBER)
    for place in range(count):
        page.keyboard.press("Tab")
        focus = page.evaluate(FOCUSED)
        assert focus is not None, f"the focus left the page after {place} of {count} stops"
        assert (focus["place"], focus["inside"], focus["uncovered"], focus["marked"]) == (place, True, True, True), focus["what"]


@pytest.mark.parametrize("name", ["home", "product", "zoeken-gevonden", "kcc-product"])
def test_no_key_does_anything_by_itself(look: Callable[..., Visit], name: str) -> None:
    page = look().to(EVERYWHERE[name])
    before = page.evaluate(STATE)
    for key in KEYS:
        page.keyboard.press(key)
    page.keyboard.press("Escape")
    assert page.evaluate(STATE) == before


def test_search_works_with_the_keyboard_alone(look: Callable[..., Visit]) -> None:
    reader = look()
    page = reader.to("producten/paspoort/")
    page.locator("#zoekveld").focus()
    page.keyboard.type("grofvuil")
    page.keyboard.press("Enter")
    page.wait_for_url("**/zoeken/?q=grofvuil")
    reader.settled()
    page.locator("#zoekresultaten a").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/producten/grofvuil/")
