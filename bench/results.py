"""Medians, ratios, and the table of a benchmark."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING

from measuring import output_of
from rich.table import Table

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rich.console import Console
    from tools import Case


@dataclass(frozen=True, slots=True)
class Line:
    """What was measured of one case; memory in MB."""

    name: str
    seconds: float
    fastest: float
    slowest: float
    processor: float
    largest: float
    together: float | None
    files: int
    megabytes: float
    runs: int


def line_of(case: Case, together: float | None) -> Line:
    """Take the medians of a case's runs, and look at its site."""
    seconds, site = [run.seconds for run in case.done], output_of(case.site)
    return Line(
        name=case.name,
        seconds=median(seconds),
        fastest=min(seconds),
        slowest=max(seconds),
        processor=median(run.processor for run in case.done),
        largest=median(run.largest for run in case.done),
        together=together,
        files=site.files,
        megabytes=site.megabytes,
        runs=len(seconds),
    )


def show_results(console: Console, count: int, lines: list[Line], stock_max: int) -> None:
    """Print the table of one N, with the ratios below it."""
    table = Table(title=f"{count} products")
    table.add_column("what", no_wrap=True)
    for name in ("seconds", "min–max", "cpu s", "÷ Hugo", "MB largest", "MB together", "files", "MB out", "runs"):
        table.add_column(name, justify="right", no_wrap=True)
    hugo = next((line.seconds for line in lines if line.name == "Hugo"), None)
    for line in lines:
        table.add_row(
            line.name,
            f"{line.seconds:.2f}",
            f"{line.fastest:.2f}–{line.slowest:.2f}",
            f"{line.processor:.2f}",
            f"{line.seconds / hugo:.2f}" if hugo else "",
            f"{line.largest:.0f}",
            f"{line.together:.0f}" if line.together else "",
            str(line.files),
            f"{line.megabytes:.1f}",
            str(line.runs),
        )
    console.print(table)
    for remark in remarks(count, {line.name: line for line in lines}, stock_max):
        console.print(remark, highlight=False)


def remarks(count: int, lines: Mapping[str, Line], stock_max: int) -> list[str]:
    """Say the ratios in words, and what was not measured."""
    ours, said = lines["ours, cold"], []
    if "Hugo" in lines:
        said.append(f"ours cold ÷ Hugo: {_ratios(ours, lines['Hugo'])}")
    else:
        said.append("Hugo is not on this machine: not measured")
    if "MkDocs + Material" in lines:
        said.append(f"stock MkDocs + Material ÷ ours cold: {_ratios(lines['MkDocs + Material'], ours)}")
    else:
        said.append(f"stock MkDocs + Material: not measured at {count} (--stock-max {stock_max}); see its ratio at the largest n above")
    return said


def _ratios(one: Line, other: Line) -> str:
    wall, least, work = one.seconds / other.seconds, one.fastest / other.fastest, one.processor / other.processor
    return f"{wall:.2f} (median); {least:.2f} (fastest runs); {work:.2f} (processor time)"


def show_flyers(console: Console, flyers: Mapping[str, float]) -> None:
    """Print what flyers cost."""
    console.print(
        f"{flyers['count']:.0f} flyers: the first {flyers['first'] * 1000:.0f} ms (with the start of Typst), "
        f"then {flyers['each'] * 1000:.1f} ms and {flyers['kilobytes_each']:.0f} kB each",
        highlight=False,
    )
