"""The way in to an offer as a drawing."""

from __future__ import annotations

from lxml import etree

from generator.answer import Block, Items, Strong, Words
from generator.channels.drawing import way_drawn
from generator.channels.html import block_html

SVG = "{http://www.w3.org/2000/svg}"


def drawn(*actors: str) -> etree._Element:
    return etree.fromstring(way_drawn(actors).replace("<svg", '<svg xmlns="http://www.w3.org/2000/svg"', 1))


def test_who_does_not_see_it_hears_who_acts_in_which_order() -> None:
    assert drawn("U", "De huisarts", "U").attrib["aria-label"] == "1 U, 2 De huisarts, 3 U"


def test_everybody_has_a_lane_and_every_step_a_row_below_the_last() -> None:
    circles = [(int(one.attrib["cx"]), int(one.attrib["cy"])) for one in drawn("U", "De huisarts", "U", "De school").iter(f"{SVG}circle")]

    (first, second, third, fourth) = (x for x, _ in circles)
    assert first == third < second < fourth
    assert [y for _, y in circles] == sorted({y for _, y in circles})


def test_it_fits_on_a_screen_of_320_pixels() -> None:
    assert int(drawn("U", "De gemeente", "De organisatie").attrib["width"]) <= 288


def test_one_step_has_no_line() -> None:
    assert [path.attrib["d"] for path in drawn("U").iter(f"{SVG}path")] == [""]


def test_it_has_no_style_of_its_own_and_names_are_inert() -> None:
    drawing = way_drawn(("U & <b>wij</b>",))

    assert "style" not in drawing
    assert "<b>" not in drawing


def test_the_drawing_stands_above_the_list_that_says_it() -> None:
    steps = Items(((Strong("U"), Words(" belt ons.")),), numbered=True, actors=("U",))

    shown = block_html(Block("aanbod-hulp", "Hulp", (steps,)), "../../")
    assert "</svg><ol><li><strong>U</strong> belt ons.</li></ol>" in shown
    assert "<svg" not in block_html(Block("aanbod-hulp", "Hulp", (Items(steps.lines, numbered=True),)), "../../")
