"""The files of the theme in a site: those of the map only where a municipality has one, and none that its policy would stop."""

from __future__ import annotations

import re

import pytest
from conftest import TESTS

from generator.assets import MAP_PATHS, PATHS, assets

THEME = TESTS.parent / "theme"
LEAFLET = THEME / "assets/leaflet"


@pytest.mark.parametrize("for_agents", [False, True], ids=["site", "kcc"])
def test_only_a_site_with_a_map_has_the_files_of_the_map(for_agents: bool) -> None:  # noqa: FBT001 - a parameter of the test
    without = {path for path, _ in assets(THEME, for_agents=for_agents)}
    with_map = {path for path, _ in assets(THEME, for_agents=for_agents, with_map=True)}

    assert set(PATHS) <= without
    assert with_map - without == set(MAP_PATHS)


def test_leaflet_is_the_one_that_is_pinned_and_has_its_licence() -> None:
    pinned = re.search(r'"leaflet": "([\d.]+)"', (THEME / "sources/package.json").read_text("utf-8"))
    assert pinned is not None
    assert f"Leaflet {pinned[1]}" in (LEAFLET / "leaflet.js").read_text("utf-8")[:100]
    assert (LEAFLET / "LICENSE.txt").read_text("utf-8").startswith("BSD 2-Clause License")


def test_leaflet_asks_for_no_picture_of_its_own_and_makes_no_html_as_it_loads() -> None:
    script = (LEAFLET / "leaflet.js").read_text("utf-8")

    assert "data:" not in script
    assert '.innerHTML="<svg/>"' not in script
    assert "url(" not in (LEAFLET / "leaflet.css").read_text("utf-8")
