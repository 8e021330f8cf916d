"""The build, from records to two proven sites. Read `build` for the whole story; every station is one module."""

from __future__ import annotations

import json
import time
from typing import TYPE_CHECKING

from generator.channels import history
from generator.channels.site import AGENTS, PUBLIC
from generator.checking import read_and_check
from generator.desk import worker
from generator.desk.folder import write_copies
from generator.desk.history import history_of
from generator.edition import make_edition
from generator.flyers import flyers_of, print_flyers
from generator.frozen import dataclass
from generator.hsds.export import write_hsds
from generator.leak import leaks
from generator.parity import Printed, verify
from generator.plugin import build_site
from generator.staging import recover, staging, swap
from generator.wording.news import private_news
from generator.wording.overviews import overviews
from generator.wording.quickscan import private_scan

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
"""In each site: for whom and for which day it speaks, so that it can be proven again later, and never goes to the wrong place."""


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
        flyers, printed = _write_sites(root, edition, staged, station)
        with station("Nakijken of alles hetzelfde zegt", 1) as step:
            prove(edition, staged, public_url(staged[PUBLIC]))
            step()
        pages = sum(1 for site in staged.values() for _ in site.rglob("*.html"))
        swap(root, {SITES[channel]: site for channel, site in staged.items()})
    return Summary(len(edition.answers), pages, flyers, printed, time.monotonic() - began, checked.problems)


def _write_sites(root: Path, edition: Edition, staged: dict[str, Path], station: Station) -> tuple[int, int]:
    """Write both sites; give how many flyers they have, and how many of those had to be printed."""
    with station("Sites maken", len(staged)) as step:
        sites = {}
        for channel, folder in staged.items():
            sites[channel] = build_site(root, edition, channel, folder)
            manifest = {"kanaal": channel, "peildatum": edition.catalogue.peildatum.isoformat(), "url": sites[PUBLIC].url}
            (folder / MANIFEST).write_text(json.dumps(manifest) + "\n", encoding="utf-8")
            step()
    with station("Terugkijken in de geschiedenis", 1) as step:
        _write(history.files(edition.desk_records, history_of(root, edition), sites[AGENTS]), staged[AGENTS])
        step()
    with station("Klaarmaken voor gebruik zonder netwerk", 1) as step:
        _prepare_for_no_network(root, edition, staged[AGENTS])
        step()
    with station("Sociale kaart als open data maken", 1) as step:
        write_hsds(edition.catalogue, sites[PUBLIC].url, list(staged.values()))
        step()
    flyers = flyers_of(edition.answers, overviews(edition.catalogue), sites[PUBLIC])
    with station("Folders drukken", len(flyers)) as step:
        return len(flyers), print_flyers(root, flyers, list(staged.values()), progress=step)


def _prepare_for_no_network(root: Path, edition: Edition, folder: Path) -> None:
    """Write into the agents' site what it needs when it is opened from a folder, and the worker that keeps its pages in a browser."""
    paths = [one.path for one in edition.desk_records]
    write_copies(folder, paths)
    _write({worker.WORKER: worker.render(paths, folder, root / "theme").encode()}, folder)


def _write(files: dict[str, bytes], folder: Path) -> None:
    for path, content in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)


def public_url(site: Path) -> str:
    """Give the address for which a site was built."""
    return str(json.loads((site / MANIFEST).read_text(encoding="utf-8"))["url"])


def printed_by(edition: Edition, url: str) -> Printed:
    """Give what the flyers of an edition say besides its answers; `url` is where the public site will stand."""
    catalogue = edition.catalogue
    return Printed(url, catalogue.peildatum, overviews(catalogue), {taal.id: taal.woorden for taal in catalogue.by_kind["taal"].values()})


def prove(edition: Edition, sites: dict[str, Path], url: str) -> None:
    """Read everything back; raise NotProvenError where a channel differs from the answers or tells what only agents may know."""
    differences = verify(edition.answers, edition.layers, sites, printed=printed_by(edition, url))
    private = [*edition.layers.values(), *private_news(edition.catalogue), *private_scan(edition.catalogue)]
    told = leaks(edition.answers, private, sites[PUBLIC], overviews(edition.catalogue))
    if differences or told:
        raise NotProvenError([*map(str, differences), *map(str, told)])
