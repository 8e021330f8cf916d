"""The house style: every pair of colours can be read, in every house style that passes, and the styles hold no other colour."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING

import pytest
from conftest import TESTS
from hypothesis import given
from hypothesis import strategies as st

from generator.contrast import contrast
from generator.huisstijl import DECORATION, FILES, OWN, PAIRS, FlyerColours, house_style
from generator.problems import Level

if TYPE_CHECKING:
    from pathlib import Path

    from generator.huisstijl import HouseStyle

ASSETS = TESTS.parent / "theme/assets"
GREEN = TESTS / "fixtures/huisstijl/groen.css"


@pytest.fixture(scope="session")
def assets(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the real style sheets in a folder where `styled` writes a municipality's own."""
    folder = tmp_path_factory.mktemp("assets")
    for name in FILES:
        shutil.copy(ASSETS / name, folder / name)
    return folder


def styled(assets: Path, text: str) -> HouseStyle:
    (assets / OWN).write_text(text, encoding="utf-8")
    return house_style(assets)


def told(style: HouseStyle) -> list[tuple[int, str, str, str]]:
    return [(problem.position.line, problem.rule, problem.message, problem.repair) for problem in style.problems]


class TestTheStylesOfTheProject:
    @pytest.mark.parametrize("own", [ASSETS / OWN, GREEN, None], ids=["voorbeeldstad", "groen", "zonder eigen kleuren"])
    def test_every_pair_can_be_read_in_light_and_in_dark(self, assets: Path, own: Path | None) -> None:
        style = styled(assets, own.read_text(encoding="utf-8") if own else "")

        assert told(style) == []
        for colours in (style.light, style.dark):
            assert [pair for pair in PAIRS if contrast(colours[pair.front], colours[pair.back]) < pair.least] == []

    def test_every_colour_of_the_styles_is_in_a_pair_or_only_decorates(self) -> None:
        style = house_style(ASSETS)
        paired = {name for pair in PAIRS for name in (pair.front, pair.back)}

        assert set(style.light) == set(style.dark) == paired | set(DECORATION)

    def test_dark_gives_no_colour_of_its_own_to_what_light_does_not_have(self) -> None:
        text = (ASSETS / "site.css").read_text(encoding="utf-8")
        light, dark = re.findall(r":root \{(.*?)\}", text, re.DOTALL)[:2]

        assert set(re.findall(r"(--[\w-]+):", dark)) <= set(re.findall(r"(--[\w-]+):", light))

    def test_no_rule_holds_a_colour_but_the_black_of_a_shadow(self) -> None:
        text = re.sub(r"/\*.*?\*/", "", (ASSETS / "site.css").read_text(encoding="utf-8"), flags=re.DOTALL)
        colours = re.findall(r"#[0-9a-fA-F]{3,8}\b|\b(?:rgb|hsl|hwb|lab|lch|oklab|oklch|color)a?\([^)]*\)", text)

        assert set(colours) == {"rgb(0 0 0 / 25%)", "rgb(0 0 0 / 12%)"}

    def test_flyers_take_the_colours_of_a_light_page(self, assets: Path) -> None:
        assert house_style(ASSETS).flyer == FlyerColours(ink="#1d1a24", brand="#522a87", wash="#f6f3fb", line="#d5d1db")
        assert styled(assets, GREEN.read_text(encoding="utf-8")).flyer.brand == "#1c5c3f"

    def test_the_manual_names_every_token_that_the_house_style_gives(self) -> None:
        manual = (TESTS.parent / "docs/huisstijl.md").read_text(encoding="utf-8")
        names = re.findall(r"--basis-[\w-]+", (ASSETS / OWN).read_text(encoding="utf-8"))

        assert names
        assert [name for name in names if name not in manual] == []


class TestContrast:
    def test_one_mistake_is_one_problem_with_a_repair_that_is_right_for_all_pairs(self, assets: Path) -> None:
        style = styled(assets, ":root {\n  --basis-color-accent-1-color-default: #8fce00;\n}\n")

        message = "een link op een vlak onder de muis verschilt 1,6 : 1 (#8fce00 en #f3eeff); nodig is 4,5 : 1"
        assert told(style) == [(2, "huisstijl-contrast", message, "neem bijvoorbeeld #537700")]
        assert told(styled(assets, ":root { --basis-color-accent-1-color-default: #537700; }")) == []

    def test_of_white_on_a_light_colour_the_light_colour_is_wrong(self, assets: Path) -> None:
        own = ":root {\n--basis-color-accent-1-inverse-color-default: white;\n--basis-color-accent-1-inverse-bg-default: #8fce00;\n}"
        [problem] = styled(assets, own).problems

        assert (problem.position.line, problem.position.column, problem.position.length) == (3, 44, 7)
        assert problem.repair == "neem bijvoorbeeld #598000"
        assert problem.source_line == "--basis-color-accent-1-inverse-bg-default: #8fce00;"

    def test_dark_is_named(self, assets: Path) -> None:
        [problem] = styled(assets, ":root { --basis-color-accent-1-inverse-color-subtle: #6b3fa0; }").problems

        assert "op een donker scherm" in problem.message
        assert problem.repair.startswith("neem bijvoorbeeld #")

    def test_a_colour_behind_an_own_name_is_reported_where_it_stands(self, assets: Path) -> None:
        own = ":root {\n  --gras: #8fce00;\n  --basis-color-accent-1-color-default: var(--gras);\n}"
        [problem] = styled(assets, own).problems

        assert problem.position.line == 2

    def test_own_colours_for_dark_count_in_dark_alone(self, assets: Path) -> None:
        own = "@media (prefers-color-scheme: dark) { :root { --basis-color-default-inverse-bg-subtle: #ffffff; } }"
        problems = styled(assets, own).problems

        assert problems
        assert all("op een donker scherm" in problem.message for problem in problems)


class TestTokens:
    def test_a_mistyped_name_is_a_warning_with_the_nearest_name(self, assets: Path) -> None:
        [problem] = styled(assets, ":root { --basis-color-accent-1-bg-sutble: #f1f7f4; }").problems

        assert (problem.rule, problem.level, problem.position.column) == ("huisstijl-onbekend", Level.WAARSCHUWING, 9)
        assert problem.repair == "bedoelt u '--basis-color-accent-1-bg-subtle'?"

    def test_a_name_like_no_other_is_referred_to_the_manual(self, assets: Path) -> None:
        [problem] = styled(assets, ":root { --xyz: #f1f7f4; }").problems

        assert problem.repair == "haal deze regel weg; in docs/huisstijl.md staat welke namen er zijn"

    @pytest.mark.parametrize("value", ["groen", "#12345", "oklch(0.5 0.1 140)", "#1c5c3f80"])
    def test_what_is_no_colour_everywhere_is_an_error(self, assets: Path, value: str) -> None:
        problems = styled(assets, f":root {{ --basis-color-accent-1-color-default: {value}; }}").problems

        assert [(problem.rule, problem.message) for problem in problems] == [
            ("huisstijl-kleur", f"'{value}' is geen kleur die overal werkt")
        ]

    def test_a_name_that_leads_nowhere_is_an_error(self, assets: Path) -> None:
        problems = styled(assets, ":root { --basis-color-accent-1-color-default: var(--gras); }").problems

        assert [(problem.rule, problem.message) for problem in problems] == [("huisstijl-kleur", "'var(--gras)' leidt naar geen kleur")]

    @given(st.one_of(st.text(), st.text(alphabet=":root {}-;#/*@media()va\n0f")))
    def test_any_text_gives_problems_and_never_an_exception(self, assets: Path, text: str) -> None:
        for problem in styled(assets, text).problems:
            assert problem.repair
