"""Shares the records among the processors: each process reads, checks, words and makes its own share.

Whole records stay in the process that read them; what travels is light records, problems, and what was made. A small catalogue is
done by one process. The bytes are the same whoever did the work.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import pickle
import shutil
from typing import TYPE_CHECKING, Any, Self, cast

from generator import rules
from generator.answer import code_of, wording_digest
from generator.catalogue import Catalogue
from generator.checking import source_text
from generator.edition import make, site_of
from generator.problems import shown_in_source
from generator.records import COLLECTIONS, read_entry
from generator.records.light import light_entry
from generator.wording.compose import answered, layer, with_code, word

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable
    from multiprocessing.connection import Connection
    from pathlib import Path

    from generator.edition import Made, SiteSpec
    from generator.problems import Problem

    Source = tuple[str, str]
    """A kind and a path."""

WORTH_SHARING = 500
"""Files; for fewer, starting a process costs more than it saves."""


MANY = ("product", "organisatie")
"""Kinds of which there are many; the others are few, and everybody needs them whole."""


TOPS = [top for collection in COLLECTIONS.values() if collection.api for top in (str(collection.path), f"api/v1/{collection.api}")]
"""The folders of a site that the files of records go in."""


class Share:
    """One process's part of the records."""

    def __init__(self, root: Path, sources: Iterable[Source]) -> None:
        """Read the `sources` of this share."""
        self.root = root
        self.entries = [read_entry(root, kind, path) for kind, path in sources]
        self.catalogue: Catalogue

    def light(self) -> list[bytes]:
        """Give what others may know of this share: light entries, each pickled, for another process or for the ledger."""
        return [pickle.dumps(light_entry(entry)) for entry in self.entries]

    def check(self, everything: Iterable[bytes], peildatum: dt.date) -> list[Problem]:
        """Take the light entries of all shares, and check what this share's records say about them."""
        own = {entry.path: entry for entry in self.entries}
        entries = (pickle.loads(entry) for entry in everything)  # noqa: S301 - from our own processes
        self.catalogue = Catalogue([own.get(entry.path, entry) for entry in entries], peildatum)
        found = rules.check_entries(self.entries, self.catalogue)
        return [shown_in_source(problem, source_text(self.root / problem.position.file)) for problem in found]

    def make(self, spec: SiteSpec, codes: dict[str, str] | None = None, folder: Path | None = None) -> list[Made]:
        """Make everything of this share's answers; with `folder` the files are written there, and do not travel.

        `codes` are the answer codes by record key, where they are known; else each record takes its first choice.
        """
        site, made = site_of(self.catalogue, spec), []
        for top in TOPS if folder is not None else ():
            (cast("Path", folder) / top).mkdir(parents=True, exist_ok=True)
        for kind, identifier in self._answered():
            answer = word(self.catalogue, kind, identifier)
            code = (codes or {}).get(answer.key) or code_of(wording_digest(answer))
            one = make(with_code(answer, code), layer(self.catalogue, kind, identifier), site)
            made.append(written(one, folder) if folder else one)
        return made

    def digests(self) -> dict[str, bytes]:
        """Give the fingerprint of the wording of this share's answers, from which their codes are made."""
        answers = (word(self.catalogue, kind, identifier) for kind, identifier in self._answered())
        return {answer.key: wording_digest(answer) for answer in answers}

    def _answered(self) -> list[tuple[str, str]]:
        own = {(entry.kind, entry.record.id) for entry in self.entries if entry.record is not None}
        return [key for key in answered(self.catalogue) if key in own]


class Crew:
    """All shares: the first in this process, the others each in a process of its own. Use it in a `with`."""

    def __init__(self, root: Path, sources: list[Source]) -> None:
        """Divide `sources` and let everybody read."""
        size = _crew_size(len(sources))
        shared, single = [source for source in sources if source[0] in MANY], [source for source in sources if source[0] not in MANY]
        part = -(-len(shared) // size)
        self._helpers = [_start(root, shared[part * number : part * (number + 1)]) for number in range(1, size)]
        self._first = Share(root, [*single, *shared[:part]])

    def __enter__(self) -> Self:
        """Start."""
        return self

    def __exit__(self, *_: object) -> None:
        """Let everybody go, also after a failure."""
        for process, connection in self._helpers:
            connection.close()
            process.terminate()
            process.join()

    def light(self) -> list[bytes]:
        """Give the light entries of all shares, in the order of the sources."""
        return [*self._first.light(), *(entry for _, connection in self._helpers for entry in _received(connection))]

    def check(self, everything: list[bytes], peildatum: dt.date) -> list[Problem]:
        """Let every share check its records among `everything`."""
        for _, connection in self._helpers:
            connection.send(("check", (everything, peildatum)))
        found = self._first.check(everything, peildatum)
        return [*found, *(problem for _, connection in self._helpers for problem in _received(connection))]

    def make(self, spec: SiteSpec, folder: Path | None) -> list[Made]:
        """Let every share make its answers, and write their files into `folder` where one is given.

        Each writes in a folder of its own first: processes that make files in one folder wait for each other, three times as long.
        """
        own = [folder and folder.with_name(f"{folder.name}-{number}") for number in range(len(self._helpers))]
        for (_, connection), place in zip(self._helpers, own, strict=True):
            if place:
                shutil.rmtree(place, ignore_errors=True)  # of a build that was stopped
            connection.send(("make", (spec, None, place)))
        made = self._first.make(spec, None, folder)
        for (_, connection), place in zip(self._helpers, own, strict=True):
            made.extend(_received(connection))
            if folder and place:
                _merge(place, folder)
        return made

    @property
    def catalogue(self) -> Catalogue:
        """The catalogue after `check`, in which only the first share's records are whole."""
        return self._first.catalogue


def written(made: Made, folder: Path) -> Made:
    """Write the files of one answer below `folder`, and let go of them."""
    for path, content in made.files.items():
        full = f"{folder}/{path}"
        if path.endswith("/index.html"):  # the first file of a record, in a folder of its own
            with contextlib.suppress(FileExistsError):
                os.mkdir(full.rpartition("/")[0])  # noqa: PTH102 - a Path a file would cost more than the file
        file = os.open(full, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644)
        try:
            os.write(file, content)
        finally:
            os.close(file)
    return made._replace(files={})


def _merge(place: Path, folder: Path) -> None:
    """Move what another process made below `place` to `folder`, record by record."""
    for top in TOPS:
        for item in os.scandir(place / top):
            os.rename(item.path, f"{folder}/{top}/{item.name}")  # noqa: PTH104 - a Path a record would take longer than its move
    shutil.rmtree(place)


def _crew_size(files: int) -> int:
    if files < WORTH_SHARING or "fork" not in multiprocessing.get_all_start_methods():
        return 1
    return max(1, len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1)


def _start(root: Path, sources: list[Source]) -> tuple[Any, Connection]:
    context = multiprocessing.get_context("fork")
    here, there = context.Pipe()
    process = context.Process(target=_help, args=(root, sources, there), daemon=True)
    process.start()
    there.close()
    return process, here


def _help(root: Path, sources: list[Source], connection: Connection) -> None:
    """Do a share's work in a process of its own, until the other side hangs up. A bug travels back as the exception it is."""
    try:
        share = Share(root, sources)
        connection.send(share.light())
        while True:
            task, arguments = connection.recv()
            connection.send(getattr(share, task)(*arguments))
    except (EOFError, BrokenPipeError):
        return
    except Exception as error:  # noqa: BLE001 - raised again by the process that asked
        connection.send(error)


def _received(connection: Connection) -> Any:  # noqa: ANN401 - whatever the helper was asked for
    answer = connection.recv()
    if isinstance(answer, Exception):
        raise answer
    return answer
