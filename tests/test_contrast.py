"""Contrast as WCAG reckons it, and a colour that is enough."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.contrast import as_hex, contrast, improved

COLOURS = st.from_regex(r"#[0-9a-f]{6}", fullmatch=True)


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#000000", "#ffffff", 21.0),
        ("#ffffff", "#ffffff", 1.0),
        ("#767676", "#ffffff", 4.54),
        ("#777777", "#ffffff", 4.48),
        ("#0000ff", "#ffffff", 8.59),
    ],
)
def test_the_known_ratios(one: str, other: str, ratio: float) -> None:
    assert contrast(one, other) == pytest.approx(ratio, abs=0.005)
    assert contrast(other, one) == contrast(one, other)


@pytest.mark.parametrize(
    ("value", "colour"),
    [
        ("#1C5C3F", "#1c5c3f"),
        ("#fff", "#ffffff"),
        ("white", "#ffffff"),
        ("rgb(28, 92, 63)", "#1c5c3f"),
        ("rgb(28 92 63)", "#1c5c3f"),
        ("hsl(200 50% 40%)", "#337799"),
    ],
)
def test_a_colour_in_every_way_that_all_browsers_know(value: str, colour: str) -> None:
    assert as_hex(value) == colour


@pytest.mark.parametrize(
    "value", ["groen", "#12345", "", "currentcolor", "transparent", "#1c5c3f80", "oklch(0.5 0.1 140)", "var(--gras)", "1px"]
)
def test_no_colour_that_a_flyer_could_take(value: str) -> None:
    assert as_hex(value) == ""


def test_the_darker_of_two_becomes_darker_and_the_lighter_lighter() -> None:
    assert improved("#8fce00", [("#ffffff", 4.5)]) == "#598000"
    assert improved("#666666", [("#000000", 4.5)]) == "#757575"


@pytest.mark.parametrize("others", [[("#808080", 12)], [("#ffffff", 4.5), ("#000000", 4.5)], [("", 4.5)]])
def test_no_colour_where_none_is_enough(others: list[tuple[str, float]]) -> None:
    assert improved("#7f7f7f", others) == ""


@given(COLOURS, COLOURS, st.sampled_from([3.0, 4.5, 7.0]))
def test_an_improved_colour_is_always_enough(colour: str, other: str, least: float) -> None:
    better = improved(colour, [(other, least)])
    assert better == "" or contrast(better, other) >= least
