"""Prints the flyers of an edition: only those whose content changed since they were last printed."""

from __future__ import annotations

import multiprocessing
import os
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from pathlib import Path  # noqa: TC003 - the type of a field, which NamedTuple keeps
from typing import TYPE_CHECKING, NamedTuple

from generator.channels.flyer import flyer_content, overview_content, papers_of
from generator.press.printing import FlyerPress
from generator.press.sheet import PAPERS
from generator.staging import WORK

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from generator.answer import Answer
    from generator.channels.site import Site
    from generator.overview import Overview

WORTH_SHARING = 60
"""Flyers to print; for fewer, starting processes costs more than it saves."""


class Flyer(NamedTuple):
    """One flyer: where it stands in a site, what is on it (JSON), and the name of the paper."""

    path: str
    content: str
    paper: str


class Job(NamedTuple):
    """What a process needs to print one flyer: the folder of the press, where the PDF goes, and the flyer."""

    press: Path
    target: Path
    flyer: Flyer


def flyers_of(answers: Iterable[Answer], overviews: Iterable[Overview], site: Site) -> list[Flyer]:
    """List the flyers of an edition: of every answer one for every paper that it has, of every overview that has one only A4."""
    told = [(answer, flyer_content(answer, site)) for answer in answers]
    return [
        *(
            Flyer(f"{answer.path[1:]}{answer.id}{paper.suffix}.pdf", content, paper.name)
            for answer, content in told
            for paper in papers_of(answer)
        ),
        *(
            Flyer(f"{one.path[1:]}{one.path.split('/')[-2]}.pdf", overview_content(one, site), PAPERS[0].name)
            for one in overviews
            if one.printed
        ),
    ]


def print_flyers(root: Path, flyers: Sequence[Flyer], folders: Sequence[Path], *, progress: Callable[[], None]) -> int:
    """Write every flyer in each of `folders` (sites); give how many had to be printed anew.

    A flyer is kept in the cache under the fingerprint of everything that decides its bytes, so the cache changes no byte.
    """
    press, kept = FlyerPress(root / "theme/flyer"), root / WORK / "folders"
    kept.mkdir(parents=True, exist_ok=True)
    places = {flyer: kept / f"{press.fingerprint(flyer.content, flyer.paper)}.pdf" for flyer in flyers}
    jobs = [Job(press.folder, place, flyer) for flyer, place in places.items() if not place.is_file()]
    for _ in _printed(jobs):
        progress()
    for flyer, place in places.items():
        content = place.read_bytes()
        for folder in folders:
            (folder / flyer.path).write_bytes(content)
    for _ in range(len(flyers) - len(jobs)):
        progress()
    used = {place.name for place in places.values()}
    for stale in kept.iterdir():
        if stale.name not in used:
            stale.unlink()
    return len(jobs)


def _printed(jobs: list[Job]) -> Iterable[None]:
    """Print `jobs`, one after the other or by all processors; give a sign after each."""
    processors = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    if len(jobs) < WORTH_SHARING or processors == 1:
        yield from map(_print, jobs)
        return
    # Not forked: Typst's own threads don't live on in a fork, which would wait for them for ever.
    with ProcessPoolExecutor(processors, multiprocessing.get_context("spawn")) as pool:
        yield from pool.map(_print, jobs, chunksize=8)


def _print(job: Job) -> None:
    """Write whole or not at all: a build that is interrupted here must not leave half a flyer in the cache."""
    half = job.target.with_suffix(".half")
    half.write_bytes(_press(job.press).print(job.flyer.content, job.flyer.paper))
    half.rename(job.target)


@cache
def _press(folder: Path) -> FlyerPress:
    """Give this process's press."""
    return FlyerPress(folder)
