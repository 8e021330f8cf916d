"""The tools that are compared: how each starts afresh, is run, and is shown to have done its work."""

from __future__ import annotations

import os
import shutil
import sys
import time
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from measuring import CommandFailedError, run
from others import write_hugo, write_stock
from synthetic import PEILDATUM, edit, write_project
from vocabulary import id_of, name_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from measuring import Run

MKDOCS = (sys.executable, "-m", "mkdocs", "build", "--quiet")
FEW = 1000
"""Above this many pages stock MkDocs runs once: its time grows with the square of the pages, and one run takes minutes."""

ENVIRONMENT = {"ANTWOORDKAART_PEILDATUM": PEILDATUM, "NO_MKDOCS_2_WARNING": "1"}


@dataclass(frozen=True, slots=True)
class Case:
    """One line of the table: prepare (not timed), run `command` in `folder` (timed), and prove that the site is complete."""

    name: str
    folder: Path
    site: Path
    command: tuple[str, ...]
    prepare: Callable[[], str]
    """Gives words that the first product's page must show afterwards."""
    pages: int
    runs: int
    sampled: bool = True
    """Whether an extra, untimed first run samples the memory; it also warms the disk's cache."""
    done: list[Run] = field(default_factory=list)

    def measure(self, *, watch: bool = False) -> Run:
        """Do one run."""
        expected = self.prepare()
        os.sync()  # else it waits for the disk to write what the tool before it made: five gigabytes, by one of them
        finished = run(self.command, self.folder, ENVIRONMENT, watch=watch)
        self._prove(expected)
        return finished

    def _prove(self, expected: str) -> None:
        pages = [self.site / "producten" / id_of(name_of(number)) / "index.html" for number in range(self.pages)]
        missing = sum(not page.is_file() for page in pages)
        if missing or expected not in pages[0].read_text(encoding="utf-8"):
            message = f"{self.name}: {missing} of {self.pages} product pages are missing, or the first does not show '{expected}'"
            raise CommandFailedError(message)


def first_build(work: Path, count: int) -> Path:
    """Write our project of `count` products and build it once; give its site, from which the others' sources are made."""
    project = work / "ours"
    write_project(project, count)
    run(MKDOCS, project, ENVIRONMENT)
    return project / "site"


def cases(work: Path, count: int, *, stock_max: int, runs: int) -> list[Case]:
    """Write the sources of every tool below `work`, and list what to measure, in the order of one round."""
    site = first_build(work, count)
    found = _ours(work / "ours", count, runs)
    if shutil.which("hugo"):
        write_hugo(work / "hugo", site)
        found.append(_afresh("Hugo", work / "hugo/public", ("hugo", "--quiet"), count, runs))
    if count <= stock_max:
        write_stock(work / "stock", site)
        stock = _afresh("MkDocs + Material", work / "stock/site", MKDOCS, count, runs)
        found.append(stock if count <= FEW else replace(stock, runs=1, sampled=False))
    return found


def _ours(project: Path, count: int, runs: int) -> list[Case]:
    turns = iter(range(1, 10_000))

    def forget() -> str:
        put_away(project / ".antwoordkaart")
        put_away(project / "site")
        return name_of(0)

    def change() -> str:
        return edit(project, 0, next(turns))

    return [
        Case("ours, cold", project, project / "site", MKDOCS, forget, count, runs),
        Case("ours, nothing changed", project, project / "site", MKDOCS, lambda: name_of(0), count, runs),
        Case("ours, one record edited", project, project / "site", MKDOCS, change, count, runs),
    ]


def put_away(folder: Path) -> None:
    """Move a built site away rather than deleting it; everything goes when the whole benchmark ends.

    ext4 does not hand out an inode again within a minute of its deletion, and searches past all of them for each new file: a site that
    is made right after another was deleted costs up to a millisecond a file, whoever makes it. No user's first build is like that.
    """
    if folder.exists():
        aside = folder.parent.parent / "weg" / f"{folder.parent.name}-{folder.name}-{time.monotonic_ns()}"
        aside.parent.mkdir(exist_ok=True)
        folder.rename(aside)


def _afresh(name: str, site: Path, command: tuple[str, ...], count: int, runs: int) -> Case:
    def forget() -> str:
        put_away(site)
        return name_of(0)

    return Case(name, site.parent, site, command, forget, count, runs)


def material_site(folder: Path, site: Path, *settings: str) -> Path:
    """Build MkDocs with Material from the answers of our `site`, with further lines of configuration.

    Without its fonts, which it lets a visitor fetch from Google: unfair to us, and not to be had here.
    """
    write_stock(folder, site)
    with (folder / "mkdocs.yml").open("a", encoding="utf-8") as config:
        config.writelines(f"{line}\n" for line in ("  font: false", *settings))
    run(MKDOCS, folder, ENVIRONMENT)
    return folder / "site"
