"""Weighs what a visitor loads, and asks Lighthouse's opinion: ours, and stock MkDocs with Material. See README.md beside this file."""

from __future__ import annotations

import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

import click
from compressing import served
from first_view import KINDS, browsing, first_view
from lighthouse import CATEGORIES, lighthouse
from rich.console import Console
from rich.table import Table
from tools import material_site

if TYPE_CHECKING:
    from first_view import FirstView
    from lighthouse import Report

PROJECT = Path(__file__).resolve().parents[1]
PRODUCT = "/producten/gehandicaptenparkeerkaart/"
OURS = {
    "home": "/",
    "product": PRODUCT,
    "organisation": "/sociale-kaart/huisartsenpost-voorbeeldstad/",
    "overview": "/thema/zorg-en-hulp/",
    "search": "/zoeken/?q=hulp+in+huis",
    "agents' product": f"/kcc{PRODUCT}",
}
MATERIAL = "Material's product"

MOST_BYTES = 60_000
"""What a page may weigh at a first visit, text compressed with gzip -9."""
LEAST = {"performance": 98, "accessibility": 100, "best-practices": 100, "seo": 98}
"""What Lighthouse must say at least."""


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--van",
    "project",
    type=click.Path(exists=True, resolve_path=True, path_type=Path),
    default=PROJECT,
    help="The project whose built sites count.",
)
@click.option("--lighthouse/--no-lighthouse", "judged", default=True, help="Also ask Lighthouse: fifteen seconds a page.")
def main(project: Path, *, judged: bool) -> None:
    """Weigh the first view of each type of page, and that of Material for the same words."""
    console = Console(width=None if sys.stdout.isatty() else 150)
    with ExitStack() as stack:
        work = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="antwoordkaart-weight-")))
        with console.status("building Material's site"):
            material = material_site(work / "stock", project / "site")
        ours = stack.enter_context(served({"/": project / "site", "/kcc/": project / "site-kcc"}))
        urls = {name: ours + path for name, path in OURS.items()}
        urls[MATERIAL] = stack.enter_context(served({"/": material})) + PRODUCT
        browser = stack.enter_context(browsing())
        show_weights(console, {name: first_view(browser, url) for name, url in urls.items()})
        if judged:
            reports = {}
            for name, url in urls.items():
                with console.status(f"Lighthouse: {name}"):
                    reports[name] = lighthouse(url, indexed="/kcc/" not in url)
            show_reports(console, reports)


def show_weights(console: Console, views: dict[str, FirstView]) -> None:
    """Show what each page loads; bold is what misses a target."""
    columns = [*KINDS.values(), "rest"]
    table = Table("first view, bytes", *columns, "gzip -9", "brotli", "on disk", "requests", "blocking css", "shift")
    for column in table.columns[1:]:
        column.justify = "right"
    for name, view in views.items():
        table.add_row(
            name,
            *(f"{view.gzip[column]:,}" for column in columns),
            _marked(f"{view.total:,}", good=view.total <= MOST_BYTES),
            f"{view.brotli:,}",
            f"{view.plain:,}",
            str(view.requests),
            _marked(str(len(view.blocking)), good=len(view.blocking) <= 1),
            _marked(f"{view.shift:.3f}", good=view.shift == 0),
        )
    console.print(table)
    console.print(f"Targets: at most {MOST_BYTES:,} bytes with gzip, one style sheet that the first paint waits for, no shift.")
    for name, view in views.items():
        said = [f"asks another host: {url}" for url in view.elsewhere]
        said += [f"shifts by {value:.3f}: {'; '.join(moved)}" for value, moved in view.shifts]
        for line in said:
            console.print(f"{name} {line}", markup=False, highlight=False)


def show_reports(console: Console, reports: dict[str, Report]) -> None:
    """Show Lighthouse's scores, and what took points from our pages."""
    timings = list(next(iter(reports.values())).timings)
    table = Table("Lighthouse, telephone", *CATEGORIES, *timings)
    for name, report in reports.items():
        scores = [_marked(str(score), good=score >= LEAST[category]) for category, score in report.scores.items()]
        table.add_row(name, *scores, *report.timings.values())
    console.print(table)
    console.print("Targets: " + ", ".join(f"{category} {score}" for category, score in LEAST.items()) + ".")
    for name, report in reports.items():
        for lost in report.lost:
            console.print(f"{name}: {lost}", markup=False, highlight=False)


def _marked(text: str, *, good: bool) -> str:
    return text if good else f"[bold red]{text} ✗[/bold red]"


if __name__ == "__main__":
    main()
