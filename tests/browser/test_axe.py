"""axe-core finds nothing on any type of page, at any width, light or dark."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import TYPE_CHECKING

import pytest

from browser.page_types import EVERYWHERE

if TYPE_CHECKING:
    from collections.abc import Callable

    from browser.conftest import Visit

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

AXE = (files("axe_playwright_python") / "axe.min.js").read_text("utf-8")
WIDTHS = (320, 768, 1280)
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
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme="light" if scheme == "light" else "dark")
            if violations := page.evaluate(RUN):
                found[f"{width} px, {scheme}"] = violations
    assert found == {}
