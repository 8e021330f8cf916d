"""Measures a sociale kaart of thousands of organisations: both sites, the open data, and the finder. See README.md beside this file."""

from __future__ import annotations

import datetime as dt
import gzip
import sys
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

import click
from compressing import served
from first_view import TELEPHONE, browsing
from measuring import output_of, run
from organisations import write_organisations
from rich.console import Console
from rich.table import Table
from synthetic import PEILDATUM
from tools import ENVIRONMENT, MKDOCS

from generator.channels.finder import OFFERS
from generator.checking import read_and_check
from generator.hsds.export import write_hsds

if TYPE_CHECKING:
    from playwright.sync_api import Browser

SITES = {"public site": ("site", MKDOCS), "agents' site": ("site-kcc", (*MKDOCS, "-f", "mkdocs.kcc.yml"))}
TRIES = 5
SLOWER = (1, 4)
"""How many times slower Chromium's processor is made: the second is a middling telephone."""
CHOOSE = """() => new Promise((shown) => {
  const list = document.getElementById("wijzer-resultaten");
  const begun = performance.now();
  new MutationObserver(() => { if (list.children.length) shown(performance.now() - begun); }).observe(list, { childList: true });
  document.querySelector('[data-groep="toegang"] input[value="vrij"]').click();
})"""
"""Choose who lets people in freely, on a page that has loaded nothing of the finder yet; give the milliseconds until there are results."""


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--organisaties", "count", type=click.IntRange(min=2), default=5000, show_default=True, help="How many organisations.")
@click.option("--map", "work", type=click.Path(path_type=Path), help="Where to work, and leave everything [default: a temporary folder].")
@click.option("--browser/--no-browser", "in_browser", default=True, help="Also use the finder in Chromium.")
def main(count: int, work: Path | None, *, in_browser: bool) -> None:
    """Write so many organisations, find no problem in them, make everything but flyers once, and use the finder."""
    console = Console(width=None if sys.stdout.isatty() else 132)
    with ExitStack() as stack:
        folder = work.resolve() if work else Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="antwoordkaart-kaart-")))
        project = folder / "ours"
        write_organisations(project, count)
        show_builds(console, project, count)
        data = (project / "site" / OFFERS).read_bytes()
        console.print(f"data of the finder: {len(data):,} bytes, {len(gzip.compress(data, 9)):,} with gzip -9")
        if in_browser:
            show_finder(console, stack.enter_context(browsing()), project / "site")


def show_builds(console: Console, project: Path, count: int) -> None:
    """Make both sites cold, and the open data; show what each takes."""
    table = Table(f"{count} organisations, cold", "seconds", "cpu s", "MB together", "files", "MB out")
    catalogue_row, export_row = _open_data(project)
    table.add_row(*catalogue_row)
    for name, (site, command) in SITES.items():
        done, made = run(command, project, ENVIRONMENT, watch=True), output_of(project / site)
        table.add_row(
            name, f"{done.seconds:.1f}", f"{done.processor:.1f}", f"{done.together or 0:.0f}", f"{made.files:,}", f"{made.megabytes:.0f}"
        )
    table.add_row(*export_row)
    console.print(table)


def _open_data(project: Path) -> tuple[list[str], list[str]]:
    """Check all records and write the open data, in this process; a problem of any level ends the benchmark."""
    begun, used = time.perf_counter(), time.process_time()
    checked = read_and_check(project, dt.date.fromisoformat(PEILDATUM))
    if found := list(checked.problems):
        message = f"{len(found)} problems, the first: {found[0]}"
        raise click.ClickException(message)
    check = ["reading and checking, one process", f"{time.perf_counter() - begun:.1f}", f"{time.process_time() - used:.1f}", "", "", ""]
    begun, used = time.perf_counter(), time.process_time()
    folder = project / "open-data"
    write_hsds(checked.catalogue, "https://www.voorbeeldstad.example/", [folder])
    spent = [f"{time.perf_counter() - begun:.1f}", f"{time.process_time() - used:.1f}"]
    made = output_of(folder)
    return check, ["open data (HSDS)", *spent, "", f"{made.files:,}", f"{made.megabytes:.0f}"]


def show_finder(console: Console, browser: Browser, site: Path) -> None:
    """Choose something in the finder, with an empty cache each time; show the bytes and the time until the first results."""
    table = Table("finder", "bytes until results", "ms until results (median)", "ms, most")
    asked: list[tuple[str, int]] = []
    with served({"/": site}, asked) as url:
        for rate in SLOWER:
            spent = [_first_results(browser, url, rate, asked) for _ in range(TRIES + 1)][1:]  # the first lets the server compress
            sent = sum(size for path, size in dict(asked).items() if path.endswith(".json"))
            table.add_row(f"{rate}× slower", f"{sent:,}", f"{median(spent):.0f}", f"{max(spent):.0f}")
    console.print(table)


def _first_results(browser: Browser, url: str, slower: int, asked: list[tuple[str, int]]) -> float:
    context = browser.new_context(**TELEPHONE, locale="nl-NL")  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(f"{url}/sociale-kaart/", wait_until="networkidle")
    page.evaluate("document.querySelectorAll('.wijzer details').forEach((more) => { more.open = true; })")
    context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": slower})
    asked.clear()
    spent = float(page.evaluate(CHOOSE))
    context.close()
    return spent


if __name__ == "__main__":
    main()
