"""axe-core finds nothing on any type of page, at any width, light or dark."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from browser import npm_tools
from browser.page_types import EVERYWHERE
from browser.views import found_in_any_view

if TYPE_CHECKING:
    from collections.abc import Callable

    from browser.conftest import Visit

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

OPTIONS: dict[str, object] = {
    "resultTypes": ["violations"],
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]},
    "rules": {"target-size": {"enabled": True}},
}
COLOURS = {"resultTypes": ["violations"], "runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}}
"""What a dark scheme changes."""
CHECK = """async (options) => (await axe.run(options)).violations.flatMap((rule) => rule.nodes.map((node) =>
    `${rule.id}: ${node.html.slice(0, 160)}\\n  at ${node.target}\\n  ${node.failureSummary.replaceAll("\\n", "\\n  ")}`))"""
RUN, IN_DARK = f"() => ({CHECK})({json.dumps(OPTIONS)})", f"() => ({CHECK})({json.dumps(COLOURS)})"


@pytest.mark.parametrize("name", EVERYWHERE)
def test_axe_finds_nothing(look: Callable[..., Visit], name: str) -> None:
    page = look().to(EVERYWHERE[name])
    page.evaluate(npm_tools.script("axe-core/axe.min.js"))
    found = found_in_any_view(page, RUN, in_dark=IN_DARK)
    assert not found, f"{page.url}\n\n{found}"


def test_axe_would_find_a_fault(look: Callable[..., Visit]) -> None:
    page = look(width=320).to("")
    page.evaluate(npm_tools.script("axe-core/axe.min.js"))
    page.evaluate("document.querySelector('main a').replaceChildren()")
    page.evaluate("document.querySelector('footer p').style.color = '#ccc'")
    assert {found.split(":")[0] for found in page.evaluate(RUN)} >= {"link-name", "color-contrast"}
    assert {found.split(":")[0] for found in page.evaluate(IN_DARK)} == {"color-contrast"}
