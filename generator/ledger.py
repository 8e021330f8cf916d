"""Ledger: what the last build of a site was made from and what it made, so that the next build can keep what still holds.

It is only ever an optimisation: without it, or with another program, theme or day, everything is made again, to the same bytes.
"""

from __future__ import annotations

import hashlib
import multiprocessing
import pickle
from dataclasses import field, replace
from functools import cached_property
from operator import is_
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from generator.frozen import dataclass
from generator.records import COLLECTIONS, Stamp, tree_stamps

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from generator.channels.site import Site
    from generator.edition import Made
    from generator.search.counting import Written

Result = TypeVar("Result")

RECORD_FOLDERS = frozenset({*(collection.path for collection in COLLECTIONS.values() if collection.api), "api"})
"""The folders of a site in which nearly everything is of records."""


@dataclass(frozen=True)
class Records:
    """What a ledger has of every record, which is nearly all of it."""

    entries: list[bytes]
    """Light, each pickled, in the order of the sources: so that keeping the unchanged ones costs nothing."""
    made: dict[str, Made]
    """By record key, without the files."""
    search: dict[str, list[Written]] = field(default_factory=dict)
    """What of search need not be counted again, by language."""


@dataclass
class Ledger:
    """What was made last time."""

    key: bytes
    """Fingerprint of everything that every page depends on."""
    site: Site
    sources: dict[str, Stamp]
    overviews: dict[str, str]
    """Fingerprint of each overview, by path."""
    records: Records | StoredRecords
    sought: dict[str, bytes] = field(default_factory=dict)
    """The digest of each file of search."""
    files: dict[str, Stamp] = field(default_factory=dict)
    """Every file of the site as it was left."""


TOGETHER = 128
"""Values in one file: an edit writes the files anew that have the values it changed, and leaves the others as they are."""

Names = list[str]
"""Files of values, in their order. Each is named by its content."""

AllNames = tuple[Names, Names, dict[str, Names]]
"""Those of the light entries, of what was made, and of search by language."""


@dataclass
class StoredRecords:
    """The same as `Records`, read from its files when something is asked: where nothing changed nothing is."""

    folder: Path
    names: AllNames
    read: dict[str, list[Any]] = field(default_factory=dict)
    """The values of the files that were read, by name."""

    @cached_property
    def entries(self) -> list[bytes]:
        """Light entries, each pickled."""
        return self._values(self.names[0])

    @cached_property
    def made(self) -> dict[str, Made]:
        """What was made, by record key."""
        return {one.key: one for one in self._values(self.names[1])}

    @cached_property
    def search(self) -> dict[str, list[Written]]:
        """What of search need not be counted again, by language."""
        return {lang: self._values(names) for lang, names in self.names[2].items()}

    def _values(self, names: Names) -> list[Any]:
        for name in names:
            self.read[name] = pickle.loads((self.folder / name).read_bytes())  # noqa: S301 - see `load`
        return [one for name in names for one in self.read[name]]


def load(path: Path) -> Ledger | None:
    """Read a ledger; None where there is none that this program can read."""
    try:
        found, names = pickle.loads(path.read_bytes())  # noqa: S301 - our own file, in the project's work folder
        ledger: Ledger = replace(found, records=StoredRecords(_folder(path), names))
        complete = {file.name for file in _folder(path).iterdir()} >= set(_all_names(names))
    except Exception:  # noqa: BLE001 - whatever is wrong with a cache, the answer is to do without
        return None
    return ledger if complete else None


def save(path: Path, ledger: Ledger, before: Records | StoredRecords | None = None, names: AllNames | None = None) -> None:
    """Write a ledger, whole or not at all; `names` are what `store` gave, where its records were written before."""
    names = names or store(path, ledger.records, before)
    _write(path, pickle.dumps((replace(ledger, records=Records([], {})), names), pickle.HIGHEST_PROTOCOL))
    for name in {file.name for file in _folder(path).iterdir()}.difference(_all_names(names)):
        (_folder(path) / name).unlink()


def store(path: Path, records: Records | StoredRecords, before: Records | StoredRecords | None = None) -> AllNames:
    """Write the records of a ledger; what they have in common with those of `before` is there already. Give what `save` needs."""
    folder = _folder(path)
    folder.mkdir(parents=True, exist_ok=True)
    if isinstance(records, StoredRecords):
        return records.names
    same = before if isinstance(before, StoredRecords) else StoredRecords(folder, ([], [], {}))
    entries, made, search = same.names
    return (
        _parts(same, entries, records.entries),
        _parts(same, made, list(records.made.values())),
        {lang: _parts(same, search.get(lang, []), told) for lang, told in records.search.items()},
    )


def _parts(same: StoredRecords, names: Names, values: list[Any]) -> Names:
    """Write values, except the parts that are of the very same objects as those that were read."""
    parts = [values[begin : begin + TOGETHER] for begin in range(0, len(values), TOGETHER)]
    named = []
    for number, part in enumerate(parts):
        name = names[number] if number < len(names) else ""
        known = same.read.get(name, [])
        kept = len(known) == len(part) and all(map(is_, known, part))
        named.append(name if kept else _part(same.folder, part))
    return named


def _part(folder: Path, values: list[Any]) -> str:
    told = pickle.dumps(values, pickle.HIGHEST_PROTOCOL)
    name = hashlib.sha256(told).hexdigest()[:32]
    _write(folder / name, told)
    return name


def _write(path: Path, content: bytes) -> None:
    half = path.with_suffix(".half")
    half.write_bytes(content)
    half.replace(path)


def _folder(path: Path) -> Path:
    return path.with_name(f"{path.stem}-delen")


def _all_names(names: AllNames) -> Names:
    entries, made, search = names
    return [*entries, *made, *(name for told in search.values() for name in told)]


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
    """Find out whether every file of `site` is as `ledger` left it, while this process goes on."""
    return aside(lambda: tree_stamps(site) == ledger.files)


def aside(work: Callable[[], Result]) -> Callable[[], Result]:
    """Do `work` in a process of its own, where that can be, while this one goes on; give what waits for its result.

    What it raises is raised there. Where no process can be forked, the work is done when its result is asked for.
    """
    if "fork" not in multiprocessing.get_all_start_methods():
        return work
    context = multiprocessing.get_context("fork")
    here, there = context.Pipe(duplex=False)

    def do() -> None:
        try:
            there.send((work(), None))
        except Exception as error:  # noqa: BLE001 - raised again by the process that asked
            there.send((None, error))

    def done() -> Result:
        result, error = here.recv()
        if error is not None:
            raise error
        found: Result = result
        return found

    process = context.Process(target=do, daemon=True)
    process.start()
    there.close()
    return done


def program_key(theme: Path, *parts: object) -> bytes:
    """Fingerprint the program, the theme and whatever else (`parts`) every page depends on."""
    program = Path(__file__).parent
    files: Iterable[Path] = [*program.rglob("*.py"), *(theme / "templates").rglob("*"), *(theme / "assets").rglob("*")]
    told = [f"{path}:{stamp(path)}" for path in sorted(files)]
    return hashlib.sha256("\n".join([*told, *map(str, parts)]).encode()).digest()
