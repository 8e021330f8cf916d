"""Shares the records among the processors: each process reads, checks, words and makes its own share.

Whole records stay in the process that read them; what travels is light records, problems, and what was made. A small catalogue is
done by one process. The bytes are the same whoever did the work.
"""

from __future__ import annotations

import itertools
import multiprocessing
import os
import pickle
import shutil
from collections import defaultdict
from typing import TYPE_CHECKING, Any, NamedTuple, Self

from generator import rules
from generator.answer import code_of, wording_digest
from generator.catalogue import Catalogue
from generator.checking import source_text
from generator.edition import make, site_of
from generator.output import Output, items_of
from generator.problems import shown_in_source
from generator.records import read_entry
from generator.records.light import light_entry
from generator.source import id_of
from generator.staging import empty
from generator.turns import Turns
from generator.wording.compose import answered, code_name, layer, with_code, word

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator
    from multiprocessing import Queue
    from multiprocessing.connection import Connection
    from pathlib import Path

    from generator.channels.site import Site
    from generator.edition import Made, SiteSpec
    from generator.problems import Problem
    from generator.records import Stamp
    from generator.turns import Source
    from generator.wording.compose import Asked

    Light = dict[str, bytes]
    """Light entries by path, each pickled."""
    Portions = Queue[tuple["Portion", Path]]
    """What others made, and below which folder its files are."""


WORTH_SHARING = 500
"""Files; for fewer, starting a process costs more than it saves."""

MANY = ("product", "organisatie", "vraag")
"""Kinds of which there are many; the others are few, and everybody needs them whole."""

FIRST = 1
"""The number of the process that starts the others."""

RETELLING = ("keuzehulp",)
"""Kinds whose answers tell the short answers of other records."""


class Portion(NamedTuple):
    """What was made at once, without its files; the stamps of these, and what they are in."""

    made: list[Made]
    stamps: dict[str, Stamp]
    items: list[str]


class ChangedMeanwhileError(Exception):
    """A record that was right when it was checked can't be read any more; the message is its path."""


class Share:
    """One process's part of the records."""

    def __init__(
        self, root: Path, sources: Iterable[Source], also: tuple[str, ...] = (), turns: Iterable[list[Source]] | None = None
    ) -> None:
        """Read the `sources` of this share; it makes the answers of the kinds `also` too, whoever read them.

        What others may make in its place comes in `turns`, as it is to be made.
        """
        self.root = root
        self.also = also
        self.turns = turns or ()
        self.entries = [read_entry(root, kind, path) for kind, path in sources]
        self.catalogue: Catalogue

    def light(self) -> Light:
        """Give what others may know of this share: light entries, each pickled, for another process or for the ledger."""
        return {entry.path: pickle.dumps(light_entry(entry)) for entry in self.entries}

    def check(self, everything: Light, peildatum: dt.date) -> list[Problem]:
        """Take the light entries of all shares, and check what this share's records say about them."""
        own = {entry.path: entry for entry in self.entries}
        entries = (own.get(path) or pickle.loads(entry) for path, entry in everything.items())  # noqa: S301 - from our own processes
        self.catalogue = Catalogue(entries, peildatum)
        found = rules.check_entries(self.entries, self.catalogue)
        return [shown_in_source(problem, source_text(self.root / problem.position.file)) for problem in found]

    def make(self, spec: SiteSpec, codes: dict[str, str] | None = None, site: Site | None = None) -> list[Made]:
        """Make everything of this share's answers; of those in `codes`, with these answer codes, where it is given."""
        site = site or site_of(self.catalogue, spec)
        made = (asked for asked in self._answered() if codes is None or asked.key in codes)
        return [self._made(asked, site, codes) for asked in made]

    def make_in(self, folder: Path, spec: SiteSpec) -> Iterator[Portion]:
        """Make everything of this share's answers, with the files written below `folder`; these do not travel, their stamps do."""
        site, output = site_of(self.catalogue, spec), Output(folder)
        for piece in self._in_turns():
            made = [self._made(asked, site, None) for asked in piece]
            for one in made:
                output.write(one.files)
            items = [item for one in made for item in items_of(one)]
            yield Portion([one._replace(files={}) for one in made], output.noted(), items)

    def _in_turns(self) -> Iterator[list[Asked]]:
        """List the answers that are this share's alone, and then those of which it is its turn, reading again what another has read."""
        asked_of: dict[Source, list[Asked]] = defaultdict(list)
        for asked in answered(self.catalogue):
            asked_of[asked.kind, asked.id].append(asked)
        read = {(entry.kind, entry.path): None for entry in self.entries}
        alone = [source for source in read if source[0] not in MANY]
        for sources in itertools.chain([alone], self.turns):
            for source in sources:
                if source not in read:
                    self._read_again(*source)
            yield [asked for kind, path in sources for asked in asked_of[kind, id_of(path)]]

    def _read_again(self, kind: str, path: str) -> None:
        record = read_entry(self.root, kind, path).record
        if record is None:
            raise ChangedMeanwhileError(path)
        self.catalogue.by_kind[kind][record.id] = record

    def _made(self, asked: Asked, site: Site, codes: dict[str, str] | None) -> Made:
        answer = word(self.catalogue, asked)
        digest = wording_digest(answer)
        code = codes[answer.key] if codes else code_of(digest)
        agents = layer(self.catalogue, asked.kind, asked.id) if site.for_agents else None
        return make(with_code(answer, code, code_name(self.catalogue, asked.lang)), agents, site, digest)

    def digests(self) -> dict[str, bytes]:
        """Give the fingerprint of the wording of this share's answers, from which their codes are made."""
        answers = (word(self.catalogue, asked) for asked in self._answered())
        return {answer.key: wording_digest(answer) for answer in answers}

    def _answered(self) -> list[Asked]:
        own = {(entry.kind, entry.record.id) for entry in self.entries if entry.record is not None}
        return [asked for asked in answered(self.catalogue) if asked.kind in self.also or (asked.kind, asked.id) in own]


class Crew:
    """All shares: the first in this process, the others each in a process of its own. Use it in a `with`."""

    def __init__(self, root: Path, sources: list[Source]) -> None:
        """Let everybody read `sources`: in turns those of which there are many, and the others by the first."""
        shared, single = [source for source in sources if source[0] in MANY], [source for source in sources if source[0] not in MANY]
        turns = Turns(shared)
        self._portions: Portions = multiprocessing.Queue()
        self._helpers = [_start(root, turns, number, self._portions) for number in range(2, _crew_size(len(sources)) + 1)]
        self._first = Share(root, itertools.chain(single, turns.to_read(FIRST)), turns=turns.to_make(FIRST))
        self._places: list[Path] = []
        self._order = [path for _, path in sources]

    def __enter__(self) -> Self:
        """Start."""
        return self

    def __exit__(self, *_: object) -> None:
        """Let everybody go, also after a failure."""
        for process, connection in self._helpers:
            connection.close()
            process.terminate()
            process.join()

    def light(self) -> Light:
        """Give the light entries of all shares, in the order of the sources."""
        found = self._first.light()
        for _, connection in self._helpers:
            found |= _received(connection)
        return {path: found[path] for path in self._order}

    def check(self, everything: Light, peildatum: dt.date) -> list[Problem]:
        """Let every share check its records among `everything`."""
        self._ask("check", everything, peildatum)
        found = self._first.check(everything, peildatum)
        return [*found, *(problem for _, connection in self._helpers for problem in _received(connection))]

    def make(self, spec: SiteSpec, codes: dict[str, str] | None = None) -> list[Made]:
        """Let every share make its answers: all, or only those in `codes`."""
        self._ask("make", spec, codes)
        made = self._first.make(spec, codes)
        return [*made, *(one for _, connection in self._helpers for one in _received(connection))]

    def begin(self, folder: Path, spec: SiteSpec) -> None:
        """Let others begin to make what `portions` gives, with the files below `folder`."""
        self._places = [folder.with_name(f"{folder.name}-{number}") for number in range(len(self._helpers))]
        for (_, connection), place in zip(self._helpers, self._places, strict=True):
            connection.send(("make_in", (empty(place), spec)))  # a build that was stopped may have left something there

    def portions(self, folder: Path, spec: SiteSpec) -> Iterator[Portion]:
        """Make this process's share, and give what everybody made as it comes, with the files in `folder`.

        Others write in a folder of their own first: processes that make files in one folder wait for each other, three times as long.
        """
        output = Output(folder)
        taken = 0
        for own in self._first.make_in(folder, spec):
            yield own
            while not self._portions.empty():
                taken += 1
                yield self._taken(output)
        made = sum(_received(connection) for _, connection in self._helpers)
        for _ in range(made - taken):
            yield self._taken(output)
        for place in self._places:
            shutil.rmtree(place)

    def _taken(self, output: Output) -> Portion:
        portion, place = self._portions.get()
        output.take_over(place, portion.items)
        return portion

    def _ask(self, task: str, *arguments: object) -> None:
        for _, connection in self._helpers:
            connection.send((task, arguments))

    @property
    def catalogue(self) -> Catalogue:
        """The catalogue after `check`, in which only the first share's records are whole."""
        return self._first.catalogue


def _crew_size(files: int) -> int:
    if files < WORTH_SHARING or "fork" not in multiprocessing.get_all_start_methods():
        return 1
    return max(1, len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1)


def _start(root: Path, turns: Turns, number: int, portions: Portions) -> tuple[Any, Connection]:
    context = multiprocessing.get_context("fork")
    here, there = context.Pipe()
    process = context.Process(target=_help, args=(root, turns, number, portions, there), daemon=True)
    process.start()
    there.close()
    return process, here


def _help(root: Path, turns: Turns, number: int, portions: Portions, connection: Connection) -> None:
    """Do a share's work in a process of its own, until the other side hangs up. A bug travels back as the exception it is."""
    try:
        share = Share(root, turns.to_read(number), turns=turns.to_make(number))
        connection.send(share.light())
        while True:
            task, arguments = connection.recv()
            done = getattr(share, task)(*arguments)
            connection.send(_sent(done, arguments[0], portions) if task == "make_in" else done)
    except (EOFError, BrokenPipeError):
        return
    except Exception as error:  # noqa: BLE001 - raised again by the process that asked
        connection.send(error)


def _sent(made: Iterator[Portion], place: Path, portions: Portions) -> int:
    """Send what was made below `place` as it comes, by the thread of the queue; give how many portions that are."""
    count = 0
    for portion in made:
        portions.put((portion, place))
        count += 1
    return count


def _received(connection: Connection) -> Any:  # noqa: ANN401 - whatever the helper was asked for
    answer = connection.recv()
    if isinstance(answer, Exception):
        raise answer
    return answer
