"""Reckons how the columns of a flyer fill, so that no page holds only a few lines and the columns of the last page end level.

It goes by reckoned heights (`heights.py`); Typst itself then fills the columns.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.press.heights import Height, Piece

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.press.sheet import Sheet

LOW = 0.28
"""A unit that takes less of a page is kept whole; a higher one goes on in the next column."""

FEW = 0.25
"""When the last page is filled for less than this, lines are set closer if that wins the page back."""

NEARER = 0.75
"""How much of the white between units is left where lines are set closer."""

LEFT_AT_FIRST, LEFT = 20, 10
"""What is broken needs so much room to begin in (millimetres on A4): at the top of a unit, and below that."""

LEVEL = 0.96
"""How much of a column may be filled for the other to begin beside it."""

FIRST_HIGHER = 1.1
"""Rather the first of two columns is higher: the second counts for so much."""


class Unit(NamedTuple):
    """A part of the text that belongs together: the white above it (points) and its pieces; `whole` asks that it is never broken."""

    above: float
    pieces: Sequence[Piece]
    whole: bool = False

    def height(self, leading: float) -> float:
        """Give how high it is with lines at this distance, without the white above."""
        return sum(piece.height.at(leading) for piece in self.pieces)


class Place(NamedTuple):
    """A place in the columns: the number of the column, over all pages, and how far down it (points)."""

    column: int
    down: float


class Filled(NamedTuple):
    """How columns fill: the leading, the pages, how far the last page is filled (points, its columns below each other).

    `level` is the unit to begin the second column of the last page with, where that makes them end level; `whole` tells of every unit
    whether it stays in one column, and `above` what is above it.
    """

    leading: float
    pages: int
    last: float
    level: int | None
    above: tuple[float, ...]
    whole: tuple[bool, ...]


class Columns:
    """The columns of a sheet below a head that stands over the full width of the first page, `head` points high.

    What is reckoned to fill a column for the part `sure` is sure to fit.
    """

    def __init__(self, sheet: Sheet, head: float, *, sure: float) -> None:
        """Take the paper, the height of the head, and how sure the heights are."""
        self._sheet, self._head, self._sure = sheet, head, sure

    def fill(self, units: Sequence[Unit]) -> Filled:
        """Fill the columns; with lines closer together where that wins back a last page that holds little."""
        usual = self._filled(units, self._sheet.leading)
        if usual.pages == 1 or usual.last >= FEW * self._sheet.height * self._sheet.columns:
            return usual
        nearer = [unit._replace(above=NEARER * unit.above) for unit in units]
        closer = (self._filled(nearer, leading) for leading in self._sheet.closer)
        return next((found for found in closer if found.pages < usual.pages), usual)

    def room(self, column: int) -> float:
        """Give the height of a column by its number over all pages."""
        return self._sure * (self._sheet.height - (self._head if column < self._sheet.columns else 0))

    def _filled(self, units: Sequence[Unit], leading: float) -> Filled:
        heights = [unit.height(leading) for unit in units]
        whole = tuple(unit.whole or height < LOW * self._sheet.height for unit, height in zip(units, heights, strict=True))
        begins, end = self._places(units, whole, leading)
        last = end.down + (self.room(end.column) if end.column % self._sheet.columns else 0)
        level = self._level([unit.above + height for unit, height in zip(units, heights, strict=True)], units, begins, end)
        return Filled(leading, end.column // self._sheet.columns + 1, last, level, tuple(unit.above for unit in units), whole)

    def _places(self, units: Sequence[Unit], whole: Sequence[bool], leading: float) -> tuple[list[Place], Place]:
        """Give where every unit begins, and where the last one ends."""
        begins, (column, down) = [], Place(0, 0)
        for unit, stays in zip(units, whole, strict=True):
            down += unit.above if down else 0
            for index, piece in enumerate(_together(unit) if stays else unit.pieces):
                height, left = piece.height.at(leading), self.room(column) - down
                least = (LEFT if index else LEFT_AT_FIRST) * self._sheet.millimetre
                if down and height > left and (piece.whole or left < least):
                    column, down = column + 1, 0.0
                if not index:
                    begins.append(Place(column, down))
                down += height
                while down > self.room(column):
                    down -= self.room(column)
                    column += 1
        return begins, Place(column, down)

    def _level(self, heights: Sequence[float], units: Sequence[Unit], begins: Sequence[Place], end: Place) -> int | None:
        """Give the unit to begin the second column of the last page with, so that both are about as high; none where that can't be.

        `heights` are those of the units with what is above them.
        """
        columns = self._sheet.columns
        here = [index for index, begin in enumerate(begins) if begin.column // columns == end.column // columns]
        if columns == 1 or not here or begins[here[0]].column % columns:
            return None
        first, found = begins[here[0]], None
        least = self.room(first.column) * LEVEL
        for cut, (before, after) in self._cuts([heights[index] for index in here], [units[index].above for index in here]):
            height = max(first.down + before, FIRST_HIGHER * after)
            if height < least:
                least, found = height, here[cut]
        return found

    @staticmethod
    def _cuts(heights: Sequence[float], above: Sequence[float]) -> Iterator[tuple[int, tuple[float, float]]]:
        """Give every place to begin the second column, with the heights of both; the white at the top of a column falls away."""
        before, whole = -above[0], sum(heights)
        for cut in range(1, len(heights)):
            before += heights[cut - 1]
            yield cut, (before, whole - above[0] - before - above[cut])


def _together(unit: Unit) -> list[Piece]:
    """Make one piece of a unit that stays whole."""
    points, leadings = (sum(part) for part in zip(*(piece.height for piece in unit.pieces), strict=True))
    return [Piece(Height(points, leadings), whole=True)]
