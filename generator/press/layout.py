"""Lays out a flyer: turns what stands on it into the panel and the units that the template sets, each with how it stands in its column."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from generator.press.columns import Columns, Unit
from generator.press.heights import Height, Piece, Ruler, runs_of, stacked
from generator.press.letters import Run

if TYPE_CHECKING:
    from collections.abc import Iterator

Data = dict[str, Any]

HIGHEST_HEAD = 0.95
"""Of a page: when the head with all of the panel would be higher, only the first part stays in it."""

SURE = 0.99
"""How much of a column is sure to hold what is reckoned to fill it."""


class Reckoned(NamedTuple):
    """The parts of a flyer, and their heights: those in the panel, how high the head is with it (points), and those in the columns."""

    panel: list[Data]
    head: float
    parts: list[Data]
    units: list[Unit]


def laid_out(data: Data, ruler: Ruler) -> Data:
    """Give the data of a flyer (see `channels/flyer.py`) with its `panel`, its `units` and its `plan`, as `flyer.typ` sets them."""
    panel, head, parts, units = reckoned(data, ruler)
    filled = Columns(ruler.sheet, head, sure=SURE).fill(units)
    told = [
        part | {"above": above, "whole": whole, **_bodies(part, ruler, whole=whole)}
        for part, above, whole in zip(parts, filled.above, filled.whole, strict=True)
    ]
    plan = {"leading": filled.leading, "pages": filled.pages, "level": filled.level}
    shared = {name: value for name, value in data.items() if name not in {"blocks", "sections", "steps", "in_panel", "intro"}}
    return shared | {"panel": [part | _bodies(part, ruler, whole=True) for part in panel], "units": told, "plan": plan}


def reckoned(data: Data, ruler: Ruler) -> Reckoned:
    """Tell what stands where, and how high it is."""
    panel, parts = _of_answer(data) if data["kind"] == "answer" else _of_overview(data)
    head = _head(data, panel, ruler)
    if head >= ruler.sheet.height * HIGHEST_HEAD:
        panel, parts = panel[:1], [*panel[1:], *parts]
        head = _head(data, panel, ruler)
    return Reckoned(panel, head, parts, [_unit(part, ruler) for part in parts])


def _of_answer(data: Data) -> tuple[list[Data], list[Data]]:
    """Give the blocks that are meant for the panel, and those below."""
    parts = [{"unit": "section", **block} for block in data["blocks"]]
    return parts[: data["in_panel"]], parts[data["in_panel"] :]


def _of_overview(data: Data) -> tuple[list[Data], list[Data]]:
    """Give the introduction, and a unit for every step and entry; the first of a section has its heading."""
    intro = {"unit": "text", "title": "", "bodies": [{"kind": "paragraph", "line": [{"kind": "words", "text": data["intro"]}]}]}
    sections = [("step", data["steps_title"], data["steps"]), *(("entry", part["title"], part["leads"]) for part in data["sections"])]
    return [intro], [
        {"unit": unit, "title": "" if index else title, **part} for unit, title, parts in sections for index, part in enumerate(parts)
    ]


def _unit(part: Data, ruler: Ruler) -> Unit:
    distances, sheet = ruler.sheet.distances, ruler.sheet
    if part["unit"] == "section":
        return Unit(distances["sections"], ruler.section(part, sheet.column, sheet.body))
    pieces = [Piece(height, whole=True) for height in (_entry(part, ruler) if part["unit"] == "entry" else _step(part, ruler))]
    return Unit(distances["first-entry" if part["title"] else "entries"], pieces, whole=True)


def _entry(part: Data, ruler: Ruler) -> Iterator[Height]:
    """Give the heights of an entry from the top, each with the white above it: its name, what is there, and how to reach it."""
    distances, sheet = ruler.sheet.distances, ruler.sheet
    yield _named(part["title"], [Run(part["name"]["text"], bold=True)], ruler, sheet.column)
    below = distances["below-name"]
    if part["text"]:
        yield ruler.text([Run(part["text"])], sheet.column, sheet.body).under(Height(below))
        below = distances["below-text"]
    for way in part["reach"]:
        yield ruler.text(runs_of(way), sheet.column, sheet.body).under(Height(below))
        below = sheet.leading


def _step(part: Data, ruler: Ruler) -> Iterator[Height]:
    """Give the heights of a step from the top: when, what, and where."""
    sheet = ruler.sheet
    width = sheet.column - sheet.ems["step"] * sheet.body
    yield _named(part["title"], [Run(run.words, bold=True) for run in runs_of(part["when"])], ruler, width)
    yield ruler.text(runs_of(part["what"]), width, sheet.body).under(Height(sheet.distances["below-name"]))
    if part["links"]:
        links = {"kind": "items", "numbered": False, "lines": [[link] for link in part["links"]]}
        yield ruler.body(links, width, sheet.body).under(Height(sheet.leading))


def _named(title: str, name: list[Run], ruler: Ruler, width: float) -> Height:
    """Give the height of a name, below the heading of its section where it is the first."""
    sheet = ruler.sheet
    height = ruler.text(name, width, sheet.body)
    if not title:
        return height
    return height.under(ruler.heading(title, sheet.column)).under(Height(sheet.distances["entries"] - sheet.distances["below-heading"]))


def _head(data: Data, panel: list[Data], ruler: Ruler) -> float:
    """Give how high the head is: what it is about, the title, and the panel with what one must know at once and the code."""
    sheet, text = ruler.sheet, ruler.text
    inside = sheet.width - 2 * sheet.gaps["inset"]
    beside = inside - sheet.qr - sheet.gaps["beside-code"]
    narrow = sheet.columns == 1
    online = text([Run(f"{data['words']['lees']} "), Run(data["short_url"], address=True)], inside if narrow else beside, sheet.body)
    address = online.under(Height(sheet.distances["online"])).at(sheet.leading)
    first, *others = (_in_panel(part, ruler, inside if index else beside).at(sheet.leading) for index, part in enumerate(panel))
    panel_height = max(first + (0 if narrow else address), sheet.qr) + (address if narrow else 0)
    panel_height += sum(sheet.distances["panel-parts"] + other for other in others)
    title = text([Run(data["title"], bold=True)], sheet.width, sheet.title).at(sheet.ems["title-leading"] * sheet.title)
    label = text([Run(data["label"], bold=True)], sheet.width, sheet.body).at(sheet.leading)
    around = sheet.gaps["below-label"] + sheet.gaps["below-title"] + 2 * sheet.gaps["inset"] + sheet.distances["sections"]
    return label + title + panel_height + around


def _in_panel(part: Data, ruler: Ruler, width: float) -> Height:
    if part["unit"] == "text":
        return ruler.body(part["bodies"][0], width, ruler.sheet.lead)
    return stacked((piece.height for piece in ruler.section(part, width, ruler.sheet.lead)), Height(0))


def _bodies(part: Data, ruler: Ruler, *, whole: bool) -> Data:
    """Give the bodies of a part, lists with whether they stay whole and tables with how wide their last column is."""
    if "bodies" not in part:
        return {}
    return {"bodies": [body if body["kind"] == "paragraph" else body | _kept(body, ruler, whole=whole) for body in part["bodies"]]}


def _kept(body: Data, ruler: Ruler, *, whole: bool) -> Data:
    sheet = ruler.sheet
    kept: Data = {"whole": not whole and ruler.is_low(body, sheet.column, sheet.body)}
    if body["kind"] == "table":
        fits = ruler.last_column(body, sheet.column, sheet.body) < sheet.widest_last * sheet.column
        kept["last"] = None if fits else sheet.widest_last
    return kept
