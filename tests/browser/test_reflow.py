"""Small screens, large and spaced text, and big fingers: WCAG 1.4.4, 1.4.10, 1.4.12 and 2.5.8."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from browser.page_types import EVERYWHERE
from browser.serving import AGENTS, PUBLIC, documents

if TYPE_CHECKING:
    from collections.abc import Callable

    from browser.conftest import Visit
    from browser.serving import Served

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

ONLY_HEARD = """const onlyHeard = (e) => e !== null && (getComputedStyle(e).clipPath === "inset(50%)" || onlyHeard(e.parentElement));"""
"""Whether words are for who listens and not for who looks."""

TOO_WIDE = f"""() => {{ {ONLY_HEARD}
  const wide = document.documentElement.clientWidth;
  const all = [...document.body.querySelectorAll("*")].filter((e) => !onlyHeard(e));
  const scrolls = all.filter((e) => e.tagName !== "INPUT" && e.scrollWidth > e.clientWidth + 1 && e.clientWidth > 0 && getComputedStyle(e).overflowX !== "visible");
  const out = all.filter((e) => e.getBoundingClientRect().right > wide + 1 && e.checkVisibility());
  const page = document.documentElement.scrollWidth > wide ? [`page ${{document.documentElement.scrollWidth}} of ${{wide}} px`] : [];
  return [...page, ...[...new Set([...scrolls, ...out])].map((e) => e.outerHTML.slice(0, 120))];
}}"""
"""What needs scrolling sideways: the page, or anything inside it."""

SPACED = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }
    p { margin-block-end: 2em !important; }`);
  document.adoptedStyleSheets = [sheet];
}"""

LOST = """() => { ONLY_HEARD
  const lost = [];
  const layer = (e) => (e === null || ["fixed", "sticky"].includes(getComputedStyle(e).position) ? e : layer(e.parentElement));
  for (const e of document.body.querySelectorAll("*")) {
    const style = getComputedStyle(e);
    if (e.tagName === "INPUT" || onlyHeard(e) || ![style.overflowX, style.overflowY].some((value) => ["hidden", "clip"].includes(value))) continue;
    if (e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1) lost.push(`cut off: ${e.outerHTML.slice(0, 120)}`);
  }
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const lines = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!node.data.trim() || !node.parentElement.checkVisibility() || node.parentElement.closest(".spring")) continue;
    if (onlyHeard(node.parentElement)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const box of range.getClientRects()) if (box.width > 2) lines.push({ node, box, layer: layer(node.parentElement) });
  }
  lines.sort((one, other) => one.box.top - other.box.top);
  lines.forEach(({ node, box, layer }, place) => {
    for (const next of lines.slice(place + 1)) {
      if (next.box.top > box.bottom) break;
      const high = Math.min(box.bottom, next.box.bottom) - next.box.top;
      const wide = Math.min(box.right, next.box.right) - Math.max(box.left, next.box.left);
      const small = Math.min(box.height, next.box.height);
      if (next.node !== node && next.layer === layer && wide > 2 && high > small / 2) lost.push(`over each other: ${node.data.trim()} | ${next.node.data.trim()}`);
    }
  });
  return lost;
}""".replace("ONLY_HEARD", ONLY_HEARD)
"""Text that is cut off, or that stands on other text for more than half its height; what stays in view may cover what scrolls."""

SMALL_TARGETS = """() => [...document.querySelectorAll("a[href], button, input, summary")].filter((e) => {
  const box = e.getBoundingClientRect();
  if (!e.checkVisibility() || (box.width >= 24 && box.height >= 24)) return false;
  const around = e.closest("p, li, dd, td, th, dt, figcaption, div");
  const other = around.textContent.replace(e.textContent, "").trim();
  const inText = getComputedStyle(e).display === "inline" && other !== "";
  return !inText;
}).map((e) => `${Math.round(e.getBoundingClientRect().width)} x ${Math.round(e.getBoundingClientRect().height)}: ${e.outerHTML.slice(0, 140)}`)"""
"""Targets under 24 by 24 px that are not part of a sentence."""


@pytest.mark.parametrize("name", EVERYWHERE)
def test_page_fits_a_small_screen(look: Callable[..., Visit], name: str) -> None:
    page = look(width=320).to(EVERYWHERE[name])
    assert page.evaluate(TOO_WIDE) == []
    assert page.evaluate(SMALL_TARGETS) == []
    page.evaluate(SPACED)
    assert page.evaluate(TOO_WIDE) == []
    assert page.evaluate(LOST) == []
    page.set_viewport_size({"width": 1280, "height": 800})
    assert page.evaluate(TOO_WIDE) == []
    assert page.evaluate(LOST) == []
    page.evaluate("document.adoptedStyleSheets = []")
    assert page.evaluate(SMALL_TARGETS) == []


@pytest.mark.parametrize("name", EVERYWHERE)
def test_page_is_whole_at_twice_the_size(look: Callable[..., Visit], name: str) -> None:
    page = look(width=640, device_scale_factor=2).to(EVERYWHERE[name])
    page.set_viewport_size({"width": 640, "height": 400})
    assert page.evaluate(TOO_WIDE) == []
    assert page.evaluate(LOST) == []


def test_long_titles_fit_a_small_screen(look: Callable[..., Visit], sites: Served) -> None:
    reader = look(width=320)
    tried = 0
    for prefix in (PUBLIC, AGENTS):
        for found in documents(sites, prefix):
            if max(map(len, re.findall(r"\w+", found["titel"]))) > 20:
                page = reader.to(prefix + found["pad"])
                assert page.evaluate(TOO_WIDE) == [], found["titel"]
                tried += 1
    assert tried, "no title has a word of more than 20 letters any more; this test looks at nothing"


def test_reflow_check_would_find_a_fault(look: Callable[..., Visit]) -> None:
    page = look(width=320).to("")
    page.evaluate(
        "document.querySelector('h2').style.whiteSpace = 'nowrap'; document.querySelector('h2').textContent = 'woord '.repeat(30)"
    )
    page.evaluate("document.querySelector('.voet a').style.display = 'inline'; document.querySelector('.voet a').textContent = 'i'")
    page.evaluate("document.querySelector('.voet p').style.marginBlockStart = '-200px'")
    assert page.evaluate(TOO_WIDE) != []
    assert page.evaluate(SMALL_TARGETS) != []
    assert page.evaluate(LOST) != []
