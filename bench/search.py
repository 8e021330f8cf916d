"""Compares search: ours, Material's own and Pagefind, in Chromium, over the same answers. See README.md beside this file.

The questions are read by the browser tests' own module: run it with `PYTHONPATH=.:tests`, as `make bench-search` does.
"""

from __future__ import annotations

import os
import random
import shlex
import subprocess
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

import click
from browser.questions import Question, Recall, further_files, own_questions, questions_in
from compressing import as_gzip, served
from engines import KINDS, MATERIAL, OURS, PAGEFIND, Engine, pagefind_site, record_of
from first_view import TELEPHONE, browsing
from rich.console import Console
from rich.table import Table
from synthetic import write_project
from tools import ENVIRONMENT, MKDOCS, material_site
from vocabulary import name_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

PROJECT = Path(__file__).resolve().parents[1]
TRIES = 9
"""Questions of each length whose bytes and times are measured, each in a browser that has loaded nothing yet."""
LENGTHS = (1, 3)
SLOWER = (1, 4)
"""How many times slower Chromium's processor is made: the second is a middling telephone."""


class Cost(NamedTuple):
    """What one first question costs: bytes, and milliseconds until search is ready and from there to the data of ten results."""

    sent: int
    ready: float
    answer: float


class Served(NamedTuple):
    """An engine with its site on a local server, and what was asked of that server."""

    engine: Engine
    url: str
    asked: list[tuple[str, int]]


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--site", type=click.Path(exists=True, resolve_path=True, path_type=Path), default=PROJECT / "site", help="Our built public site."
)
@click.option("--n", "count", type=int, help="Measure a made-up project of so many products instead: bytes and times of ours alone.")
@click.option(
    "--pagefind", default="", help="The command of Pagefind (`pip install 'pagefind[bin]'` elsewhere): '/there/python -m pagefind'."
)
@click.option("--recall/--no-recall", "judged", default=True, help="Also ask all questions.")
@click.argument("vragen", nargs=-1, type=click.Path(exists=True, path_type=Path))
def main(site: Path, count: int | None, pagefind: str, vragen: tuple[Path, ...], *, judged: bool) -> None:
    """Measure what search costs, and what it finds: on our own questions, on those in VRAGEN, and on the shared ones where they are."""
    console = Console(width=None if sys.stdout.isatty() else 170)
    sets = {"our own": own_questions(), **{path.name: questions_in(path) for path in (*vragen, *further_files())}}
    with ExitStack() as stack:
        work = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="antwoordkaart-search-")))
        sites = {OURS: site} if count is None else {OURS: synthetic_site(work / "ours", count)}
        if count is None:
            with console.status("building the sites of others"):
                sites |= {MATERIAL: material_site(work / "stock", site, "  language: nl", "nav: [index.md]")}
                sites |= {PAGEFIND: pagefind_site(work / "pagefind", site, shlex.split(pagefind))} if pagefind else {}
        engines = [_served(stack, engine, folder) for engine, folder in sites.items()]
        browser = stack.enter_context(browsing())
        asked = [one.query for one in sets["our own"]] if count is None else list(made_up(count))
        show_costs(console, browser, engines, asked)
        show_first_answers(console, browser, engines[0], sites[OURS], asked)
        if judged and count is None:
            for name, questions in sets.items():
                show_recall(console, name, {one.engine.name: recall(browser, one, questions) for one in engines})


def synthetic_site(folder: Path, count: int) -> Path:
    """Build the benchmark's project."""
    write_project(folder, count)
    subprocess.run(MKDOCS, cwd=folder, env=os.environ | ENVIRONMENT, check=True, capture_output=True)
    return folder / "site"


def made_up(count: int) -> Iterator[str]:
    """Ask for made-up products by a word of their names, and by three of two names."""
    for number in range(0, count - 1, count // 50):
        yield name_of(number).split()[-1]
        yield " ".join(f"{name_of(number)} {name_of(number + 1)}".split()[:3])


def _served(stack: ExitStack, engine: Engine, site: Path) -> Served:
    asked: list[tuple[str, int]] = []
    return Served(engine, stack.enter_context(served({"/": site}, asked)), asked)


def opened(browser: Browser, one: Served, slower: int = 1) -> Page:
    """Open a page that has loaded nothing of search yet."""
    context = browser.new_context(**TELEPHONE, locale="nl-NL")  # type: ignore[arg-type]
    page = context.new_page()
    if one.engine.before:
        page.add_init_script(one.engine.before)
    page.goto(one.url + one.engine.page, wait_until="networkidle")
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": slower})
    return page


def cost(browser: Browser, one: Served, query: str, slower: int) -> Cost:
    """Ask a first question."""
    one.asked.clear()
    page = opened(browser, one, slower)
    script = f"""async (query) => {{
      const begun = performance.now();
      await ({one.engine.start})();
      const ready = performance.now();
      await ({one.engine.ask})(query);
      return [ready - begun, performance.now() - ready];
    }}"""
    ready, answer = page.evaluate(script, query)
    page.context.close()
    return Cost(sum(size for path, size in dict(one.asked).items() if path.startswith(one.engine.counted)), ready, answer)


READS = """async (queries) => {
  const told = [];
  for (const query of queries) {
    const paths = new Set();
    window.antwoordkaartFolder = { read: (path) => { paths.add(path); return fetch(path); } };
    const engine = window.antwoordkaartZoeken("/zoeken/");
    await engine.load();
    const { numbers } = await engine.search(query);
    await engine.documents(numbers.slice(0, 10));
    told.push([...paths]);
  }
  return told;
}"""
"""What an engine of ours that has read nothing yet reads for each question."""


def first_answers(browser: Browser, ours: Served, site: Path, queries: list[str]) -> list[int]:
    """Reckon what each question needs as a first one, from the files that it reads and the scripts; text with `gzip -9`."""
    page = opened(browser, ours)
    page.evaluate(ours.engine.start)
    read = page.evaluate(READS, queries)
    page.context.close()
    assets = [f"/assets/{path.name}" for path in (site / "assets").glob("*.js")]
    scripts = [path.removeprefix("/") for path in assets if path.startswith(ours.engine.counted)]
    sizes = {path: len(as_gzip((site / path.removeprefix("/")).read_bytes())) for paths in [*read, scripts] for path in paths}
    return [sum(sizes[path] for path in (*paths, *scripts)) for paths in read]


def recall(browser: Browser, one: Served, questions: list[Question]) -> Recall:
    """Ask all questions whose answer every engine has a page of."""
    page = opened(browser, one)
    page.evaluate(one.engine.start)
    found = Recall()
    for question in questions:
        if any(wanted.partition(":")[0] in KINDS.values() for wanted in question.wanted):
            found.add(question, [record_of(told) for told in page.evaluate(one.engine.ask, question.query)])
    page.context.close()
    return found


def of_length(asked: list[str], length: int) -> list[str]:
    """Draw questions of so many words, always the same."""
    return random.Random(length).sample([query for query in asked if len(query.split()) == length], TRIES)  # noqa: S311 - no secret


def show_costs(console: Console, browser: Browser, engines: list[Served], asked: list[str]) -> None:
    """Show bytes and times: medians, and the most bytes."""
    table = Table(
        "first ten results",
        "words",
        "bytes",
        "most bytes",
        *(name for rate in SLOWER for name in (f"ready ms {rate}×", f"answer ms {rate}×")),
    )
    for one in engines:
        for length in LENGTHS:
            queries = of_length(asked, length)
            costs = [[cost(browser, one, query, rate) for query in queries] for rate in (1, *SLOWER)][
                1:
            ]  # the first lets the server compress
            table.add_row(one.engine.name, str(length), *_sizes(costs[0]), *(told for of in costs for told in _times(of)))
    console.print(table)


def show_first_answers(console: Console, browser: Browser, ours: Served, site: Path, asked: list[str]) -> None:
    """Show the median and the most that any question needs."""
    sizes = first_answers(browser, ours, site, asked)
    needed = f"{median(sizes):,.0f} bytes in the middle and {max(sizes):,} at most, reckoned from the files"
    console.print(f"ours, {len(sizes):,} questions: a first answer needs {needed} ('{asked[sizes.index(max(sizes))]}')")


def _sizes(costs: list[Cost]) -> Iterator[str]:
    yield f"{median(one.sent for one in costs):,.0f}"
    yield f"{max(one.sent for one in costs):,}"


def _times(costs: list[Cost]) -> Iterator[str]:
    yield f"{median(one.ready for one in costs):.0f}"
    yield f"{median(one.answer for one in costs):.0f}"


def show_recall(console: Console, name: str, found: dict[str, Recall]) -> None:
    """Show what each engine finds of a set."""
    table = Table(
        f"questions: {name}",
        "asked",
        *(f"{engine} @{rank}" for engine in found for rank in (1, 3, 5)),
        *(f"{engine} none" for engine in found),
    )
    first = next(iter(found.values()))
    for style, counts in sorted(first.counts.items()):
        parts = [f"{one.part(rank, style):.2f}" for one in found.values() for rank in (1, 3, 5)]
        table.add_row(style or "all", str(counts["asked"]), *parts, *(str(one.counts[style]["nothing"]) for one in found.values()))
    console.print(table)


if __name__ == "__main__":
    main()
