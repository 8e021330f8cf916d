"""The report on coverage for editors and policy staff: Markdown to read, CSV to reckon with, and a picture in SVG.

The picture says nothing by colour alone, has a title and a description, and the Markdown holds the same as text (WCAG 1.1.1, 1.4.1).
"""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from generator.coverage import AGES, DUTCH, ENTREPRENEURS, GROUPS, REACHES, Combination, Coverage, Helper
from generator.dates import in_words
from generator.frozen import dataclass
from generator.records.gedeeld import LEEFDOMEINEN

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable
    from pathlib import Path

TITLE = "Dekking van de sociale kaart"
NOBODY = "niemand"
SHOWN_GROUP = "volwassenen"
"""The group of the table of languages; the others stand in the CSV."""

_LANGUAGES = f"Talen: {SHOWN_GROUP}, per leefdomein in de wijk met de minste hulp"

TEMPLATE = "dekking.svg"
AT_HOME = tuple(REACHES).index("aan-huis")
_WRITTEN = {"financien": "Financiën"}


def write_report(coverage: Coverage, peildatum: dt.date, templates: Path, folder: Path) -> list[Path]:
    """Write `dekking.md`, `dekking.csv` and `dekking.svg` in `folder`, which is made where it is not there; give their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    files = {
        "dekking.md": markdown(coverage, peildatum),
        "dekking.csv": as_csv(coverage),
        "dekking.svg": svg(coverage, peildatum, templates),
    }
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8", newline="")
    return [folder / name for name in files]


def label(name: str) -> str:
    """Write a key as a reader sees it: `sociale-relaties` is `Sociale relaties`."""
    return _WRITTEN.get(name) or name.replace("-", " ").capitalize()


def told(found: tuple[Helper, ...]) -> str:
    """Say who helps: how many organisations of all come as near as the best, or, for want of better, only for a part of the group."""
    if not found:
        return NOBODY
    best = found[0]
    as_near = sum(helper.near == best.near and helper.partly == best.partly for helper in found)
    return f"{as_near} van {len(found)} {best.reach.replace('-', ' ')}{' (deels)' if best.partly else ''}"


def summary(coverage: Coverage) -> str:
    """Say the outcome in two sentences."""
    dutch = [combination for combination in coverage.helpers if combination.taal == DUTCH]
    none = sum(not coverage.helpers[combination] for combination in dutch)
    near = sum(best is not None and best.near <= AT_HOME and not best.partly for best in map(coverage.best, dutch))
    return (
        f"Van de {len(dutch)} combinaties van leefdomein, wijk en doelgroep heeft {none} in het Nederlands niemand die helpt. "
        f"Bij {near} is er hulp in de wijk of aan huis voor de hele groep."
    )


def as_csv(coverage: Coverage) -> str:
    """Give one row per combination: how many organisations at each reach, how many of all for a part only, and who."""
    file = io.StringIO()
    rows = csv.writer(file, lineterminator="\r\n")
    reaches = [reach.replace("-", "_") for reach in REACHES]
    rows.writerow(["leefdomein", "wijk", "doelgroep", "taal", "beste", "organisaties", *reaches, "deel_van_de_groep", "namen"])
    for combination, found in coverage.helpers.items():
        counts = [sum(helper.reach == reach for helper in found) for reach in REACHES]
        named = "; ".join(helper.name for helper in found)
        place = (combination.leefdomein, coverage.wijken[combination.wijk], combination.doelgroep, combination.taal)
        outcome = found[0].reach if found else NOBODY
        rows.writerow([*map(_inert, place), outcome, len(found), *counts, sum(helper.partly for helper in found), _inert(named)])
    return file.getvalue()


def _inert(cell: str) -> str:
    """Keep a spreadsheet from taking words for a formula (OWASP, "CSV Injection")."""
    return f"'{cell}" if cell.startswith(("=", "+", "-", "@", "\t", "\r")) else cell


def markdown(coverage: Coverage, peildatum: dt.date) -> str:
    """Write the report as one page."""
    parts = [f"# {TITLE}", f"Peildatum: {in_words(peildatum)}. {summary(coverage)}", *_definitions()]
    parts += ["## Nederlands: wie helpt waar", _table(*_dutch_grid(coverage))]
    parts += ["## Hier helpt niemand", _listed(coverage, lambda best: best is None)]
    parts += ["## Hier is geen hulp in de wijk of aan huis", _listed(coverage, lambda best: best is not None and best.near > AT_HOME)]
    parts += [f"## {_LANGUAGES}", _table(*_language_grid(coverage))]
    parts += ["Elke combinatie, ook voor de andere doelgroepen, staat met de namen in dekking.csv."]
    return "\n\n".join(parts) + "\n"


def _definitions() -> list[str]:
    ages = ", ".join(f"{group} ({first} tot en met {last} jaar)" for group, (first, last) in list(AGES.items())[:-1])
    oldest, (first, _) = list(AGES.items())[-1]
    return [
        "## Hoe dit is geteld",
        "\n".join(
            [
                "- Geteld is het aanbod van organisaties. Loketten tellen niet mee: die wijzen de weg naar hulp.",
                "- Een aanbod telt voor elk leefdomein van zijn organisatie.",
                "- Een organisatie voor een wijk telt alleen daar. Een organisatie voor de gemeente, regio of het land telt in elke wijk.",
                f"- Doelgroepen: {ages} en {oldest} (vanaf {first} jaar).",
                "- Deels: niet alle leeftijden van die groep.",
                "- Een aanbod zonder leeftijd telt voor iedereen. De dekking kan dus beter lijken dan zij is, nooit slechter.",
                f"- {label(ENTREPRENEURS)}: aanbod dat helpt bij een product voor ondernemers, in de leefdomeinen van die producten.",
                "- Een andere taal telt als het aanbod die noemt. Een tolk staat apart.",
                "- 2 van 10 in de wijk: er helpen 10 organisaties, en de dichtste 2 daarvan komen zo dichtbij:",
                *(f"    - {reach.replace('-', ' ')}: {meaning}" for reach, meaning in REACHES.items()),
            ]
        ),
    ]


@dataclass(frozen=True, slots=True)
class GridCell:
    """One outcome: its words, and its look: a reach or `niemand`."""

    words: str
    look: str


Grid = tuple[list[str], list[tuple[str, list[GridCell]]]]
"""The heads (the first is of the names of the rows), and the rows with their names."""


def _cell(coverage: Coverage, combination: Combination) -> GridCell:
    best = coverage.best(combination)
    return GridCell(told(coverage.helpers[combination]), best.reach if best else NOBODY)


def _dutch_grid(coverage: Coverage) -> Grid:
    rows = [
        (f"{label(domain)}, {group}", [_cell(coverage, Combination(domain, wijk, group, DUTCH)) for wijk in coverage.wijken])
        for domain in LEEFDOMEINEN
        for group in GROUPS
        if all(Combination(domain, wijk, group, DUTCH) in coverage.helpers for wijk in coverage.wijken)
    ]
    return ["Leefdomein en doelgroep", *coverage.wijken.values()], rows


def _language_grid(coverage: Coverage) -> Grid:
    rows = [(taal, [_worst(coverage, domain, taal) for domain in LEEFDOMEINEN]) for taal in coverage.languages]
    return ["Taal", *map(label, LEEFDOMEINEN)], rows


def _worst(coverage: Coverage, domain: str, taal: str) -> GridCell:
    """Give the outcome of the neighbourhood with the least help."""
    combinations = [Combination(domain, wijk, SHOWN_GROUP, taal) for wijk in coverage.wijken]

    def badness(combination: Combination) -> tuple[bool, bool, int, int]:
        best = coverage.best(combination)
        return (best is None, best is not None and best.partly, best.near if best else 0, -len(coverage.helpers[combination]))

    return _cell(coverage, max(combinations, key=badness)) if combinations else GridCell(NOBODY, NOBODY)


def _table(heads: list[str], rows: list[tuple[str, list[GridCell]]]) -> str:
    lines = [_row(heads), _row(["---"] * len(heads))]
    return "\n".join([*lines, *(_row([name, *(cell.words for cell in cells)]) for name, cells in rows)])


def _row(cells: Iterable[str]) -> str:
    return "| " + " | ".join(cell.replace("\\", "\\\\").replace("|", "\\|") for cell in cells) + " |"


def _listed(coverage: Coverage, wanted: Callable[[Helper | None], bool]) -> str:
    """List the combinations in Dutch whose best help is `wanted`, neighbourhoods together."""
    where: dict[tuple[str, str], list[str]] = {}
    for combination in coverage.helpers:
        if combination.taal == DUTCH and wanted(coverage.best(combination)):
            where.setdefault((combination.leefdomein, combination.doelgroep), []).append(coverage.wijken[combination.wijk])
    lines = [
        f"- {label(domain)}, {group}: {'alle wijken' if len(names) == len(coverage.wijken) else ', '.join(names)}"
        for (domain, group), names in where.items()
    ]
    return "\n".join(lines) or "Geen enkele combinatie."


NAME_WIDTH, CELL_WIDTH, CELL_HEIGHT, MARGIN = 280, 150, 26, 20
"""Of the picture, in pixels."""
NAME_LETTERS, HEAD_LETTERS = 38, 20
"""How much of a name fits in the picture; the tables have it whole."""


def svg(coverage: Coverage, peildatum: dt.date, templates: Path) -> str:
    """Draw both grids with the template in `templates`."""
    grids, y = [], 130
    for title, (heads, rows) in (("Nederlands", _dutch_grid(coverage)), (_LANGUAGES, _language_grid(coverage))):
        grids.append({"title": title, "y": y, "heads": _placed_heads(heads[1:], y + 24), "rows": _placed_rows(rows, y + 34)})
        y += 34 + len(rows) * CELL_HEIGHT + 50
    columns = max(len(coverage.wijken), len(LEEFDOMEINEN))
    environment = Environment(loader=FileSystemLoader(templates), autoescape=True, undefined=StrictUndefined, keep_trailing_newline=True)
    return environment.get_template(TEMPLATE).render(
        title=f"{TITLE}, {in_words(peildatum)}",
        summary=f"{summary(coverage)} Dezelfde cijfers staan als tekst in dekking.md.",
        width=NAME_WIDTH + columns * CELL_WIDTH + 2 * MARGIN,
        height=y,
        grids=grids,
        legend=[_placed(GridCell(look.replace("-", " "), look), column, 60) for column, look in enumerate((*REACHES, NOBODY))],
    )


def _placed(cell: GridCell, column: int, y: int) -> dict[str, object]:
    x = NAME_WIDTH + column * CELL_WIDTH
    return {"x": x, "y": y, "width": CELL_WIDTH, "height": CELL_HEIGHT, "words": cell.words, "look": cell.look}


def _placed_heads(heads: list[str], y: int) -> list[dict[str, object]]:
    return [{"x": NAME_WIDTH + column * CELL_WIDTH + 8, "y": y, "words": _fitting(head, HEAD_LETTERS)} for column, head in enumerate(heads)]


def _placed_rows(rows: list[tuple[str, list[GridCell]]], y: int) -> list[dict[str, object]]:
    return [
        {
            "name": name,
            "y": y + at * CELL_HEIGHT,
            "cells": [_placed(cell, column, y + at * CELL_HEIGHT) for column, cell in enumerate(cells)],
        }
        for at, (name, cells) in enumerate(rows)
    ]


def _fitting(name: str, most: int) -> str:
    return name if len(name) <= most else name[: most - 1] + "…"


__all__ = ["as_csv", "markdown", "summary", "svg", "write_report"]
