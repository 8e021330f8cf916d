"""Ledger: what the last build of a site was made from and what it made, so that the next build can keep what still holds.

It is only ever an optimisation: without it, or with another program, theme or day, everything is made again, to the same bytes.
"""

from __future__ import annotations

import hashlib
import multiprocessing
import pickle
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from generator.records import COLLECTIONS, Stamp, tree_stamps

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from generator.channels.search import Written
    from generator.channels.site import Site
    from generator.edition import Made

RECORD_FOLDERS = frozenset({*(collection.path for collection in COLLECTIONS.values() if collection.api), "api"})
"""The folders of a site in which nearly everything is of records."""


@dataclass
class Ledger:
    """What was made last time."""

    key: bytes
    """Fingerprint of everything that every page depends on."""
    site: Site
    sources: dict[str, Stamp]
    entries: list[bytes]
    """Light, each pickled, in the order of the sources: so that keeping the unchanged ones costs nothing."""
    made: dict[str, Made]
    """By record key, without the files."""
    overviews: dict[str, str]
    """Fingerprint of each overview, by path."""
    search: dict[str, list[Written]] = field(default_factory=dict)
    """What of search need not be counted again, by language, and `sought`: the digest of each of its files."""
    sought: dict[str, bytes] = field(default_factory=dict)
    files: dict[str, Stamp] = field(default_factory=dict)
    """Every file of the site as it was left."""


def load(path: Path) -> Ledger | None:
    """Read a ledger; None where there is none that this program can read."""
    try:
        found = pickle.loads(path.read_bytes())  # noqa: S301 - our own file, in the project's work folder
    except Exception:  # noqa: BLE001 - whatever is wrong with a cache, the answer is to do without
        return None
    return found if isinstance(found, Ledger) else None


def save(path: Path, ledger: Ledger) -> None:
    """Write a ledger, whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    half = path.with_suffix(".half")
    half.write_bytes(pickle.dumps(ledger, pickle.HIGHEST_PROTOCOL))
    half.replace(path)


def stamp(path: Path) -> Stamp:
    """Give a file's stamp; a symbolic link's own, so that what it points at is never taken for a record."""
    found = path.lstat()
    return (found.st_size, found.st_mtime_ns)


def restamped(folder: Path, before: dict[str, Stamp], changed: Iterable[str]) -> dict[str, Stamp]:
    """Give the stamps of a site of which only the files `changed`, and what is no record's, were written since `before`."""
    kept = {path: known for path, known in before.items() if path.split("/", 1)[0] in RECORD_FOLDERS}
    written = {path: stamp(folder / path) for path in changed}
    rest = [place for place in folder.iterdir() if place.name not in RECORD_FOLDERS]
    others = {path: found for place in rest for path, found in _stamps_of(place).items()}
    return kept | others | written


def _stamps_of(place: Path) -> dict[str, Stamp]:
    return tree_stamps(place, f"{place.name}/") if place.is_dir() else {place.name: stamp(place)}


def stands(ledger: Ledger, site: Path) -> Callable[[], bool]:
    """Find out whether every file of `site` is as `ledger` left it: in a process of its own where that can be, while this one goes on."""
    if "fork" not in multiprocessing.get_all_start_methods():
        return lambda: tree_stamps(site) == ledger.files
    context = multiprocessing.get_context("fork")
    here, there = context.Pipe(duplex=False)
    process = context.Process(target=lambda: there.send(tree_stamps(site) == ledger.files), daemon=True)
    process.start()
    there.close()
    return here.recv


def program_key(theme: Path, *parts: object) -> bytes:
    """Fingerprint the program, the theme and whatever else (`parts`) every page depends on."""
    program = Path(__file__).parent
    files: Iterable[Path] = [*program.rglob("*.py"), *(theme / "templates").rglob("*"), *(theme / "assets").rglob("*")]
    told = [f"{path}:{stamp(path)}" for path in sorted(files)]
    return hashlib.sha256("\n".join([*told, *map(str, parts)]).encode()).digest()
