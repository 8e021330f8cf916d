"""Measures how fast sites are made: ours against Hugo and stock MkDocs with Material. See README.md beside this file."""

from __future__ import annotations

import hashlib
import json
import os
import platform
import subprocess
import sys
import tempfile
from contextlib import ExitStack
from dataclasses import asdict
from pathlib import Path
from statistics import median
from typing import Any

import click
from measuring import CommandFailedError
from results import Line, line_of, show_flyers, show_results
from rich.console import Console
from tools import ENVIRONMENT, MKDOCS, Case, cases, first_build

import generator

BENCH = Path(__file__).resolve().parent


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--n",
    "counts",
    type=click.IntRange(min=2),
    multiple=True,
    default=(400,),
    show_default=True,
    help="How many products; repeatable.",
)
@click.option("--stock-max", default=1000, show_default=True, help="Measure stock MkDocs up to this many products; 4000 takes minutes.")
@click.option("--runs", type=click.IntRange(min=1), default=3, show_default=True, help="Timed runs of each; the median counts.")
@click.option("--flyers", type=click.IntRange(min=2), help="Also print this many flyers.")
@click.option("--map", "work", type=click.Path(path_type=Path), help="Where to work, and leave everything [default: a temporary folder].")
@click.option("--schrijf", is_flag=True, help="Write uitkomst.json beside this file.")
def main(counts: tuple[int, ...], stock_max: int, runs: int, flyers: int | None, work: Path | None, *, schrijf: bool) -> None:  # noqa: PLR0913 - one per option
    """Measure every tool on the same synthetic answers, in fresh processes, turn by turn."""
    before = measured_code()
    console = Console(width=None if sys.stdout.isatty() else 132)
    result: dict[str, Any] = {"machine": machine(), "builds": []}
    with ExitStack() as stack:
        folder = work.resolve() if work else Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="antwoordkaart-bench-")))
        for count in sorted(counts):
            lines = measured(console, folder / str(count), count, stock_max=stock_max, runs=runs)
            show_results(console, count, lines, stock_max)
            result["builds"].append({"n": count, "lines": [asdict(line) for line in lines]})
        if flyers:
            result["flyers"] = printed_flyers(folder / "flyers", flyers)
            show_flyers(console, result["flyers"])
    if measured_code() != before:
        console.print("[bold]The generator changed while it was measured: these figures are of no one version.[/bold]")
    if schrijf:
        (BENCH / "uitkomst.json").write_text(json.dumps(result, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def measured(console: Console, work: Path, count: int, *, stock_max: int, runs: int) -> list[Line]:
    """Measure `count` products: an untimed round that samples memory, then `runs` timed rounds in which the tools take turns."""
    with console.status(f"{count} products: writing"):
        found = cases(work, count, stock_max=stock_max, runs=runs)
    together: dict[str, float | None] = {}
    for case in found:
        if case.sampled:
            with console.status(f"{count} products, memory: {case.name}"):
                together[case.name] = case.measure(watch=True).together
    for turn in range(runs):
        for case in found:
            if turn < case.runs:
                _measure_once(console, case, f"{count} products, run {turn + 1} of {runs}: {case.name}")
    return [line_of(case, together.get(case.name)) for case in found]


def _measure_once(console: Console, case: Case, doing: str) -> None:
    with console.status(doing):
        case.done.append(case.measure())


def printed_flyers(work: Path, count: int) -> dict[str, float]:
    """Print `count` flyers in a fresh process; give the seconds of the first (with the start of Typst) and the median of the others."""
    first_build(work, count)
    command = [sys.executable, str(BENCH / "flyers.py"), str(work / "ours"), str(count)]
    done = subprocess.run(command, check=False, capture_output=True, text=True, cwd=BENCH.parent)
    if done.returncode != 0:
        raise CommandFailedError(done.stderr)
    printed = json.loads(done.stdout)
    first, *others = printed["seconds"]
    return {"count": count, "first": first, "each": median(others), "kilobytes_each": printed["bytes"] / count / 1024}


def measured_code() -> str:
    """Fingerprint the generator and templates that are measured, so that figures can be traced, and a change meanwhile is noticed."""
    package = Path(generator.__file__).resolve().parent
    files = sorted([*package.rglob("*.py"), *(BENCH.parent / "theme/templates").rglob("*.html")])
    return hashlib.sha256(b"\0".join(file.read_bytes() for file in files)).hexdigest()[:12]


def machine() -> dict[str, object]:
    """Describe what was measured on: figures of different machines do not compare, their ratios do."""
    return {
        "python": platform.python_version(),
        "python_build": [*platform.python_build(), platform.python_compiler()],
        "system": platform.platform(),
        "processors": os.cpu_count(),
        "load_before": os.getloadavg()[0],
        "code": measured_code(),
        "command": [Path(MKDOCS[0]).name, *MKDOCS[1:]],
        "environment": ENVIRONMENT,
    }


if __name__ == "__main__":
    main()
