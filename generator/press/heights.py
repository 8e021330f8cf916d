"""Reckons how high the parts of a flyer will be, before Typst lays them out: laying out twice, to measure, would take twice the time.

Parts come as `channels/flyer.py` words them (dictionaries, for they are the JSON that the template reads). Heights and widths are points.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from generator.press.letters import Run

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.press.letters import Letters
    from generator.press.sheet import Sheet

LOW = 1 / 3
"""A list or table that takes less of a page is kept whole: a column should not begin with its last item or row."""

FEW_LINES = 3
"""A paragraph that is lower than so many letters is kept whole."""


class Height(NamedTuple):
    """A height that depends on how far lines stand apart: so many points, and so many times the leading."""

    points: float
    leadings: float = 0

    def at(self, leading: float) -> float:
        """Give the height in points with lines at this distance."""
        return self.points + self.leadings * leading

    def under(self, other: Height) -> Height:
        """Add what stands above."""
        return Height(self.points + other.points, self.leadings + other.leadings)


class Piece(NamedTuple):
    """A piece of a part: its height with what is above it, and whether it stays whole."""

    height: Height
    whole: bool


def stacked(heights: Iterable[Height], between: Height) -> Height:
    """Put heights below each other."""
    found = list(heights)
    points = sum(one.points for one in found) + (len(found) - 1) * between.points
    return Height(points, sum(one.leadings for one in found) + (len(found) - 1) * between.leadings)


class Ruler:
    """Measures what stands on one flyer: on this sheet, with the letters of its script."""

    def __init__(self, sheet: Sheet, letters: Letters) -> None:
        """Take the paper and the letters; heights of bodies are kept, for they are asked more than once."""
        self.sheet, self.letters = sheet, letters
        self._kept: dict[tuple[int, float], tuple[dict[str, Any], Height]] = {}

    def text(self, runs: Iterable[Run], width: float, size: float, hanging: float = 0) -> Height:
        """Give how high text is; lines after the first are `hanging` (in letters) narrower."""
        lines = self.letters.lines(runs, width / size, hanging)
        return Height(lines * size * self.letters.capital, lines - 1)

    def body(self, body: dict[str, Any], width: float, size: float) -> Height:
        """Give how high a paragraph, list or table is."""
        place = id(body), width  # what is kept keeps the body too, so that no other gets its place
        if place not in self._kept:
            self._kept[place] = body, self._height(body, width, size)
        return self._kept[place][1]

    def _height(self, body: dict[str, Any], width: float, size: float) -> Height:
        if body["kind"] == "paragraph":
            return self.text(runs_of(body["line"]), width, size)
        items = Height(0, self.sheet.items_by_leading)
        if body["kind"] == "items":
            marker = (f"{len(body['lines'])}." if body["numbered"] else "•", body["numbered"])
            indent = (self.letters.width([Run(*marker)]) + self.sheet.ems["marker"]) * size
            return stacked((self.text(runs_of(line), width - indent, size) for line in body["lines"]), items)
        if body["kind"] == "pairs":
            rows = ([Run(f"{row['name']}: ", bold=True), *runs_of(row["line"])] for row in body["rows"])
            return stacked((self.text(row, width, size, self.sheet.ems["hanging"]) for row in rows), items)
        return self._table(body, width, size)

    def _table(self, body: dict[str, Any], width: float, size: float) -> Height:
        gaps = self.sheet.gaps
        last = self.last_column(body, width, size)
        other = (width - last) / (len(body["heads"]) - 1) - gaps["cells"] if len(body["heads"]) > 1 else 0
        widths = [*(other for _ in body["heads"][1:]), last]
        rows = [[[Run(head, bold=True)] for head in body["heads"]], *([runs_of(cell) for cell in row] for row in body["rows"])]
        heights = [max(self.text(cell, wide, size) for cell, wide in zip(row, widths, strict=True)) for row in rows]
        whole = stacked(heights, Height(2 * gaps["cell"])).under(Height(2 * gaps["cell"]))
        if not body["caption"]:
            return whole
        caption = self.text([Run(body["caption"], bold=True)], width, size)
        return whole.under(caption).under(self._around_introduction())

    def last_column(self, body: dict[str, Any], width: float, size: float) -> float:
        """Give how wide the last column of a table becomes: as its widest cell, where that leaves the others enough."""
        cells = [[Run(body["heads"][-1], bold=True)], *(runs_of(row[-1]) for row in body["rows"])]
        return min(max(map(self.letters.width, cells)) * size, self.sheet.widest_last * width)

    def is_low(self, body: dict[str, Any], width: float, size: float) -> bool:
        """Tell whether a body is so low that it is kept whole."""
        high = FEW_LINES * size if body["kind"] == "paragraph" else self.sheet.height * LOW
        return self.body(body, width, size).at(self.sheet.leading) < high

    def section(self, part: dict[str, Any], width: float, size: float) -> list[Piece]:
        """Give the pieces of a section, from the top. A heading or an introducing line goes with what comes below it."""
        between, pieces = Height(self.sheet.distances["bodies"]), []
        above = self.heading(part["title"], width)
        waits = True
        for body in part["bodies"]:
            own = self.body(body, width, size)
            waits = introduces(body)
            if waits:
                above = own.under(above).under(self._around_introduction())
            else:
                pieces.append(Piece(own.under(above), self.is_low(body, width, size)))
                above = between
        return [*pieces, Piece(above, whole=True)] if waits else pieces

    def _around_introduction(self) -> Height:
        """Give the white around an introducing line, but for what is between bodies anyway."""
        distances = self.sheet.distances
        return Height(distances["above-introduction"] - distances["bodies"] + distances["below-introduction"])

    def heading(self, title: str, width: float) -> Height:
        """Give how high a heading is, with the white below it."""
        return self.text([Run(title, bold=True)], width, self.sheet.heading).under(Height(self.sheet.distances["below-heading"]))


def introduces(body: dict[str, Any]) -> bool:
    """Tell whether a body is a line of only strong words, which introduces what follows and stays with it."""
    return body["kind"] == "paragraph" and all(part["kind"] == "strong" for part in body["line"])


def runs_of(line: Sequence[dict[str, Any]]) -> list[Run]:
    """Give the words of a line, with the addresses that paper shows."""
    found = []
    for part in line:
        found.append(Run(part["text"], part["kind"] == "strong", "address" in part))
        if part.get("printed"):
            found += [Run(" ("), Run(part["printed"], address=True), Run(")")]
    return found
