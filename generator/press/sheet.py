"""The papers that flyers are printed on, and the sizes on each, as `theme/flyer/papers.toml` has them; here all in points."""

from __future__ import annotations

import tomllib
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from pathlib import Path

MILLIMETRE = 72 / 25.4
"""In points (of which 72 go in an inch)."""


class Paper(NamedTuple):
    """On what a flyer is printed: its name in `papers.toml`, and how its file name ends."""

    name: str
    suffix: str


PAPERS = (Paper("a4", ""), Paper("a5", "-a5"), Paper("groot", "-groot"))
"""A4, A5, and large print on A4."""


class Sheet(NamedTuple):
    """The sizes on one paper, in points.

    Those of `ems` are in letters, `widest_last` is a part of a width; a `millimetre` is longer where letters are larger. `width` and
    `height` are of what is printed within the margins, `column` is the width of one of `columns`. The distances between parts are those
    at the paper's own `leading`; `items_by_leading` goes along with a closer one.
    """

    width: float
    height: float
    columns: int
    column: float
    qr: float
    body: float
    lead: float
    heading: float
    title: float
    leading: float
    closer: tuple[float, ...]
    distances: dict[str, float]
    gaps: dict[str, float]
    ems: dict[str, float]
    widest_last: float
    millimetre: float

    @property
    def items_by_leading(self) -> float:
        """Give the distance between the items of a list, times that between lines."""
        return self.distances["items"] / self.leading


@cache
def _told(folder: Path) -> dict[str, Any]:
    return tomllib.loads((folder / "papers.toml").read_text(encoding="utf-8"))


def families_of(folder: Path, direction: str) -> tuple[str, ...]:
    """Give the families of fonts for a direction of writing, `ltr` or `rtl`; the first that has a letter shows it."""
    return tuple(_told(folder)["fonts"][direction])


@cache
def sheet_of(folder: Path, paper: str) -> Sheet:
    """Read the sizes on a `paper` from the folder of the template."""
    told = _told(folder)
    own = told["papers"][paper]
    width = (own["width"] - 2 * own["side"]) * MILLIMETRE
    columns = own["columns"]
    return Sheet(
        width=width,
        height=(own["height"] - own["top"] - own["bottom"]) * MILLIMETRE,
        columns=columns,
        column=(width - (columns - 1) * own["gutter"] * MILLIMETRE) / columns,
        qr=own["qr"] * MILLIMETRE,
        **{name: own[name] for name in ("body", "lead", "heading", "title", "leading")},
        closer=tuple(own["closer"]),
        distances={name: times * own["leading"] for name, times in told["distances"].items()},
        gaps={name: wide * own["space"] * MILLIMETRE for name, wide in told["gaps"].items()},
        ems=told["letters"],
        widest_last=told["tables"]["widest-last"],
        millimetre=own["space"] * MILLIMETRE,
    )
