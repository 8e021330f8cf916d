"""How columns fill: on a sheet whose columns are 100 points high, and a millimetre 1 point."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from conftest import TESTS
from hypothesis import given
from hypothesis import strategies as st

from generator.press.columns import Columns, Filled, Unit
from generator.press.heights import Height, Piece
from generator.press.sheet import Sheet, sheet_of

if TYPE_CHECKING:
    from collections.abc import Sequence

A4 = sheet_of(TESTS.parent / "theme/flyer", "a4")
TWO = A4._replace(height=100, columns=2, millimetre=1, leading=6, closer=(5, 4))
ONE = TWO._replace(columns=1)


def unit(*heights: float, above: float = 10, whole: bool = False, leadings: float = 0) -> Unit:
    """Give a unit whose pieces stay whole."""
    return Unit(above, [Piece(Height(height, leadings), whole=True) for height in heights], whole=whole)


def text(height: float, above: float = 10) -> Unit:
    """Give a unit that may be broken anywhere."""
    return Unit(above, [Piece(Height(height), whole=False)])


def fill(*units: Unit, sheet: Sheet = TWO, head: float = 0) -> Filled:
    return Columns(sheet, head, sure=1).fill(units)


class TestPages:
    @pytest.mark.parametrize(
        ("units", "pages"),
        [
            ([unit(20), unit(20), unit(20)], 1),
            ([unit(20)] * 6, 1),
            ([unit(20)] * 7, 2),  # three of 20 with 10 between fill a column
        ],
    )
    def test_what_does_not_fit_goes_on_in_the_next_column_and_on_the_next_page(self, units: list[Unit], pages: int) -> None:
        assert fill(*units).pages == pages

    def test_the_head_takes_room_of_the_first_page_alone(self) -> None:
        assert fill(*[unit(20)] * 4, head=40).pages == 1
        assert fill(*[unit(20)] * 5, head=40).pages == 2
        assert fill(*[unit(20)] * 4, *[unit(20)] * 6, head=40).pages == 2

    def test_above_the_first_of_a_column_is_no_white(self) -> None:
        assert fill(unit(100), unit(100), sheet=TWO).pages == 1

    def test_a_text_goes_on_in_the_next_column(self) -> None:
        assert fill(text(150)).pages == 1
        assert fill(text(250)).pages == 2

    def test_a_text_does_not_begin_where_there_is_hardly_room(self) -> None:
        """20 mm, of which 10 below what is above."""
        assert fill(text(65), text(120)).pages == 1
        assert fill(text(75), text(120)).pages == 2

    def test_what_is_low_stays_whole_and_what_is_high_is_broken(self) -> None:
        assert fill(unit(10, 10), unit(15, 15), unit(27)).whole == (True, False, True)
        assert fill(unit(40, whole=True)).whole == (True,)


class TestCloser:
    """A last page with little on it is won back, if lines can be so much closer."""

    def test_lines_are_set_closer_as_little_as_wins_the_page(self) -> None:
        rows = [unit(0, leadings=4, above=2) for _ in range(7)]  # three of 24 points in a column, with 2 between

        assert fill(*rows[:6]) == Filled(6, 1, 176, 3, (2,) * 6, (True,) * 6)
        assert (fill(*rows).leading, fill(*rows).pages) == (5, 1)
        assert fill(*rows).above == (1.5,) * 7

    def test_lines_stay_where_that_wins_nothing(self) -> None:
        assert (fill(*[unit(20)] * 7).leading, fill(*[unit(30)] * 7).pages) == (6, 2)

    def test_a_last_page_that_is_well_filled_stays(self) -> None:
        rows = [unit(0, leadings=4, above=2) for _ in range(9)]

        assert (fill(*rows).leading, fill(*rows).pages) == (6, 2)


class TestLevel:
    """The columns of the last page end at about the same height."""

    @pytest.mark.parametrize(
        ("heights", "begins"),
        [
            ([20, 20], 1),
            ([20, 20, 20], 2),
            ([20, 20, 20, 20], 2),
            ([40, 10, 10, 10], 1),
            ([10, 10, 40], 2),
            ([20], None),
        ],
    )
    def test_the_second_column_begins_half_way(self, heights: list[float], begins: int | None) -> None:
        assert fill(*(unit(height, whole=True) for height in heights)).level == begins

    def test_rather_the_first_is_the_higher(self) -> None:
        assert fill(*(unit(20) for _ in range(5))).level == 3

    def test_only_on_the_last_page(self) -> None:
        filled = fill(*(unit(27) for _ in range(4)), *(unit(20, whole=True) for _ in range(4)))  # of which five on the first page

        assert (filled.pages, filled.level) == (2, 7)

    def test_one_column_is_level_anyway(self) -> None:
        assert fill(unit(20), unit(20), sheet=ONE).level is None


HEIGHTS = st.lists(st.floats(1, 90), min_size=1, max_size=12)


class TestAnyText:
    @given(HEIGHTS)
    def test_no_page_is_left_out_and_none_is_too_full(self, heights: Sequence[float]) -> None:
        filled = fill(*(unit(height, whole=True) for height in heights))

        assert sum(heights) <= filled.pages * 200
        assert filled.pages <= 1 + len(heights) // 2

    @given(HEIGHTS)
    def test_the_second_column_begins_with_one_of_the_last_page(self, heights: Sequence[float]) -> None:
        filled = fill(*(unit(height, whole=True) for height in heights))

        assert filled.level is None or 0 < filled.level < len(heights)
        assert filled.level is None or sum(heights[filled.level :]) <= 100

    @given(HEIGHTS, st.floats(0, 50))
    def test_a_higher_head_takes_no_page_away(self, heights: Sequence[float], head: float) -> None:
        units = [text(height) for height in heights]

        assert fill(*units, sheet=ONE, head=head).pages >= fill(*units, sheet=ONE).pages
