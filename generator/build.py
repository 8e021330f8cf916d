"""The build, from records to two proven sites. Read `build` for the whole story; every station is one module."""

from __future__ import annotations

import json
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.channels.site import AGENTS, PUBLIC
from generator.checking import read_and_check
from generator.edition import make_edition
from generator.flyers import print_flyers
from generator.leak import leaks
from generator.parity import verify
from generator.plugin import build_site
from generator.staging import recover, staging, swap

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable
    from contextlib import AbstractContextManager
    from pathlib import Path

    from generator.edition import Edition
    from generator.problems import Problems

    Station = Callable[[str, int], AbstractContextManager[Callable[[], None]]]
    """Shows progress: named, with the number of steps, it gives what to call after each step."""

SITES = {PUBLIC: "site", AGENTS: "site-kcc"}
MANIFEST = "editie.json"
"""In each site: for which day it speaks, so that it can be proven again later."""


class NotPublishableError(Exception):
    """The records have a `fout`; nothing was built."""

    def __init__(self, problems: Problems) -> None:
        super().__init__("de records hebben fouten")
        self.problems = problems


class NotProvenError(Exception):
    """The built sites do not say what the answers say, or say too much; they were not put live."""

    def __init__(self, findings: list[str]) -> None:
        super().__init__("de gemaakte site klopt niet")
        self.findings = findings


@dataclass(frozen=True, slots=True)
class Summary:
    """What a build made."""

    answers: int
    pages: int
    flyers: int
    flyers_printed: int
    seconds: float
    problems: Problems


def build(root: Path, peildatum: dt.date, station: Station) -> Summary:
    """Make both sites as they speak on `peildatum`, prove them, and put them live.

    Raises NotPublishableError or NotProvenError; then, and when it is interrupted, the last good sites stay as they were.
    """
    began = time.monotonic()
    recover(root, tuple(SITES.values()))
    with station("Records lezen en nakijken", 1) as step:
        checked = read_and_check(root, peildatum)
        step()
    if checked.problems.stop_the_build:
        raise NotPublishableError(checked.problems)
    with station("Antwoorden maken", 1) as step:
        edition = make_edition(checked.catalogue)
        step()
    with staging(root) as folder:
        staged = {channel: folder / name for channel, name in SITES.items()}
        printed = _write_sites(root, edition, staged, station)
        with station("Nakijken of alles hetzelfde zegt", 1) as step:
            prove(edition, staged, public_url(staged[PUBLIC]))
            step()
        pages = sum(1 for site in staged.values() for _ in site.rglob("*.html"))
        swap(root, {SITES[channel]: site for channel, site in staged.items()})
    count = len(edition.answers)
    return Summary(count, pages, count, printed, time.monotonic() - began, checked.problems)


def _write_sites(root: Path, edition: Edition, staged: dict[str, Path], station: Station) -> int:
    with station("Sites maken", len(staged)) as step:
        sites = {}
        for channel, folder in staged.items():
            sites[channel] = build_site(root, edition, channel, folder)
            manifest = {"peildatum": edition.catalogue.peildatum.isoformat(), "url": sites[PUBLIC].url}
            (folder / MANIFEST).write_text(json.dumps(manifest) + "\n", encoding="utf-8")
            step()
    with station("Folders drukken", len(edition.answers)) as step:
        return print_flyers(root, edition.answers, sites[PUBLIC], list(staged.values()), progress=step)


def public_url(site: Path) -> str:
    """Give the address for which a site was built."""
    return str(json.loads((site / MANIFEST).read_text(encoding="utf-8"))["url"])


def prove(edition: Edition, sites: dict[str, Path], url: str) -> None:
    """Read everything back; raise NotProvenError where a channel differs from the answers or tells what only agents may know."""
    differences = verify(edition.answers, edition.layers, sites, url=url)
    told = leaks(edition.answers, edition.layers.values(), sites[PUBLIC])
    if differences or told:
        raise NotProvenError([*map(str, differences), *map(str, told)])
