"""axe-core finds nothing on any type of page, at any width, light or dark."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import TYPE_CHECKING, Literal

import pytest

from browser.page_types import EVERYWHERE

if TYPE_CHECKING:
    from collections.abc import Callable

    from browser.conftest import Visit

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

AXE = (files("axe_playwright_python") / "axe.min.js").read_text("utf-8")
SEEN_AS: tuple[tuple[int, Literal["light", "dark"]], ...] = ((320, "light"), (320, "dark"), (768, "dark"), (1280, "light"))
"""Every width and both schemes; not every pair, because a run takes half a second and there are more than thirty pages."""
OPTIONS = {
    "resultTypes": ["violations"],
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]},
    "rules": {"target-size": {"enabled": True}},
}
RUN = f"""async () => (await axe.run({json.dumps(OPTIONS)})).violations.flatMap(
    (rule) => rule.nodes.map((node) => `${{rule.id}}: ${{node.html.slice(0, 160)}}: ${{node.failureSummary}}`))"""


@pytest.mark.parametrize("name", EVERYWHERE)
def test_axe_finds_nothing(visit: Callable[..., Visit], name: str) -> None:
    page = visit().to(EVERYWHERE[name])
    page.evaluate(AXE)
    found: dict[str, list[str]] = {}
    for width, scheme in SEEN_AS:
        page.set_viewport_size({"width": width, "height": 800})
        page.emulate_media(color_scheme=scheme)
        if violations := page.evaluate(RUN):
            found[f"{width} px, {scheme}"] = violations
    assert found == {}


def test_axe_would_find_a_fault(visit: Callable[..., Visit]) -> None:
    page = visit(width=320).to("")
    page.evaluate(AXE)
    page.evaluate("document.querySelector('.kop__menu a').replaceChildren()")
    page.evaluate("document.querySelector('.voet p').style.color = '#ccc'")
    assert {found.split(":")[0] for found in page.evaluate(RUN)} >= {"link-name", "color-contrast"}
