"""What was told, day by day: the records of earlier commits worded again, also on days between on which a fact or record began or ended.

The words are those of today's program: its fixed words and rules are taken for granted, so that what differs is what editors changed.
A commit whose records today's program can't read or word is passed over. Worded states rest in `.antwoordkaart/`, by the fingerprints
of the files that they were made of; without that file the same comes out, only slower.
"""

from __future__ import annotations

import datetime as dt
import gzip
import hashlib
import pickle
import tempfile
from dataclasses import field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from generator.catalogue import Catalogue
from generator.desk.repository import Commit, NoHistoryError, Repository, repository_of
from generator.desk.told import Told, told_of
from generator.frozen import dataclass
from generator.ledger import program_key
from generator.problems import Level
from generator.records import COLLECTIONS, Entry, read_entry
from generator.staging import WORK
from generator.wording.compose import compose, layer

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.edition import Edition

MOST_COMMITS = 60
"""Commits that are looked back; measured on this project, each takes a third of a second the first time."""
AHEAD = dt.timedelta(days=183)
"""How far coming changes are looked for."""
MOST_COMING = 8
"""Days on which something changes that are looked ahead."""

State = dict[str, Told]
"""What was told of every record, by key."""


@dataclass(frozen=True, slots=True)
class Moment:
    """What was told from a day on."""

    day: dt.date
    state: State


@dataclass(frozen=True, slots=True)
class History:
    """Earlier moments (oldest first), the present, and the coming ones; `remark` says in Dutch what is missing."""

    past: tuple[Moment, ...]
    present: Moment
    coming: tuple[Moment, ...]
    remark: str = ""
    passed_over: int = 0


@dataclass
class Worker:
    """Words states, and remembers them: `states` by the fingerprint of their files and day, with each `Told` once in `told`."""

    root: Path
    key: bytes
    states: dict[str, dict[str, str] | None] = field(default_factory=dict)
    told: dict[str, Told] = field(default_factory=dict)
    used: set[str] = field(default_factory=set)
    entries: dict[tuple[str, str], Entry] = field(default_factory=dict)
    """Read files by path and fingerprint, for this build alone."""


def history_of(root: Path, edition: Edition, most: int = MOST_COMMITS) -> History:
    """Look back from `edition` over the commits of the repository around `root`, and ahead over the days to come."""
    catalogue = edition.catalogue
    present = Moment(catalogue.peildatum, _state(edition.answers, catalogue, layers=edition.layers))
    coming = tuple(_coming(catalogue))
    try:
        repository = repository_of(root)
        commits = repository.commits(most)
        remark = "" if repository.whole else "Deze kopie van git heeft niet alle oude versies. Wat ouder is, staat hier niet."
        worker = _load(root)
        past, passed_over = _past(repository, commits, catalogue, worker)
        _save(root, worker)
    except NoHistoryError as error:
        return History((), present, coming, str(error))
    return History(tuple(past), present, coming, remark, passed_over)


def _past(repository: Repository, commits: list[Commit], catalogue: Catalogue, worker: Worker) -> tuple[list[Moment], int]:
    """Word every commit on its day and on the switch days until the next one."""
    fixed = [entry for entry in catalogue.entries if entry.kind == "taal"]
    ends = [commit.day for commit in commits[1:]] + [catalogue.peildatum]
    moments, passed_over = [], 0
    for commit, end in zip(commits, ends, strict=True):
        day = min(commit.day, catalogue.peildatum)
        blobs = repository.blobs(commit.id)
        entries = _Lazy(repository, commit, blobs, fixed, worker)
        found = [(day, state) for day in _days(entries, day, end, worker, blobs) if (state := _remembered(entries, day, worker, blobs))]
        moments += [Moment(day, state) for day, state in found]
        passed_over += not found
    return moments, passed_over


class _Lazy:
    """The entries of a commit, read only when a state of it is not remembered."""

    def __init__(self, repository: Repository, commit: Commit, blobs: dict[str, str], fixed: list[Entry], worker: Worker) -> None:
        self._told = (repository, commit, blobs, fixed, worker)
        self._read: list[Entry] | None = None

    def entries(self) -> list[Entry]:
        if self._read is None:
            repository, commit, blobs, fixed, worker = self._told
            wanted = {path: kind for path in blobs if (kind := _kind_of(path)) is not None and kind != "taal"}
            if any((path, blobs[path]) not in worker.entries for path in wanted):
                with tempfile.TemporaryDirectory() as folder:
                    repository.write(commit.id, Path(folder))
                    for path, kind in wanted.items():
                        if (path, blobs[path]) not in worker.entries:
                            worker.entries[path, blobs[path]] = read_entry(Path(folder), kind, path)
            self._read = [*(worker.entries[path, blobs[path]] for path in wanted), *fixed]
        return self._read


def _kind_of(path: str) -> str | None:
    folder = path.rpartition("/")[0]
    return next((kind for kind, collection in COLLECTIONS.items() if collection.folder == folder), None)


def _days(entries: _Lazy, begin: dt.date, end: dt.date, worker: Worker, blobs: dict[str, str]) -> list[dt.date]:
    """Give the first day of a commit, and the days up to and including `end` on which something of it switched."""
    if begin >= end:
        return [begin]
    name = f"dagen {_fingerprint(blobs)}"
    if name not in worker.states:
        worker.states[name] = {day.isoformat(): "" for day in switches(entries.entries())}
    worker.used.add(name)
    known = worker.states[name] or {}
    return [begin, *(day for day in map(dt.date.fromisoformat, known) if begin < day <= end)]


def switches(entries: Iterable[Entry]) -> list[dt.date]:
    """Give every day on which a fact gets another value, or a record begins or ends."""
    found: set[dt.date] = set()
    for entry in entries:
        record: Any = entry.record
        found |= {day for name in ("geldig_vanaf", "geldig_tot") if (day := getattr(record, name, None)) is not None}
        if entry.kind == "feiten" and record is not None:
            found |= {value.geldig_vanaf for fact in record.feiten for value in fact.waarden}
    return sorted(found)


def _fingerprint(blobs: dict[str, str], *more: str) -> str:
    return hashlib.sha256("\n".join([*(f"{path} {blob}" for path, blob in sorted(blobs.items())), *more]).encode()).hexdigest()


def _remembered(entries: _Lazy, day: dt.date, worker: Worker, blobs: dict[str, str]) -> State | None:
    name = _fingerprint(blobs, day.isoformat())
    worker.used.add(name)
    if name not in worker.states:
        state = _worded(entries.entries(), day)
        worker.states[name] = None if state is None else {key: _kept(told, worker) for key, told in state.items()}
    known = worker.states[name]
    return None if known is None else {key: worker.told[digest] for key, digest in known.items()}


def _kept(told: Told, worker: Worker) -> str:
    digest = hashlib.sha256(repr(told).encode()).hexdigest()
    worker.told[digest] = told
    return digest


def _worded(entries: list[Entry], day: dt.date) -> State | None:
    """Word a state; None where today's program can't, because fields or rules were others then."""
    if any(problem.level is Level.FOUT for entry in entries for problem in entry.problems):
        return None
    catalogue = Catalogue(entries, day)
    try:
        return _state(compose(catalogue), catalogue)
    except Exception:  # noqa: BLE001 - old records need not fit today's program; that may not stop today's build
        return None


def _state(answers: Iterable[Any], catalogue: Catalogue, layers: dict[str, Any] | None = None) -> State:
    dutch = (answer for answer in answers if answer.key == answer.record)
    return {answer.key: told_of(answer, layers[answer.key] if layers else layer(catalogue, answer.kind, answer.id)) for answer in dutch}


def _coming(catalogue: Catalogue) -> Iterator[Moment]:
    """Word the days to come on which something switches, by the records of today."""
    last = catalogue.peildatum + AHEAD
    days = [day for day in switches(catalogue.entries) if catalogue.peildatum < day <= last]
    for day in days[:MOST_COMING]:
        state = _worded(list(catalogue.entries), day)
        if state is not None:
            yield Moment(day, state)


def _file(root: Path) -> Path:
    return root / WORK / "geschiedenis.pickle.gz"


def _load(root: Path) -> Worker:
    """Take what was remembered; nothing where it is of another program, or can't be read."""
    key = program_key(root / "theme" / "nergens")
    try:
        known = pickle.loads(gzip.decompress(_file(root).read_bytes()))  # noqa: S301 - our own file, in the project's work folder
        if known["key"] == key:
            return Worker(root, key, known["states"], known["told"])
    except Exception:  # noqa: BLE001, S110 - whatever is wrong with a cache, the answer is to do without
        pass
    return Worker(root, key)


def _save(root: Path, worker: Worker) -> None:
    """Write what this build used, whole or not at all."""
    states = {name: state for name, state in worker.states.items() if name in worker.used}
    needed = {digest for name, state in states.items() if state and not name.startswith("dagen ") for digest in state.values()}
    told = {digest: one for digest, one in worker.told.items() if digest in needed}
    path = _file(root)
    path.parent.mkdir(parents=True, exist_ok=True)
    half = path.with_suffix(".half")
    half.write_bytes(gzip.compress(pickle.dumps({"key": worker.key, "states": states, "told": told}, pickle.HIGHEST_PROTOCOL), 3, mtime=0))
    half.replace(path)
