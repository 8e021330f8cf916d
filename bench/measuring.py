"""Runs a command in a fresh process, and measures it: wall time, processor time, peak memory, and what it wrote."""

from __future__ import annotations

import os
import subprocess
import tempfile
import threading
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

MB = 1024 * 1024
SAMPLE_EVERY = 0.02
"""Seconds between two looks at the memory of a process and its children."""


class CommandFailedError(Exception):
    """A tool did not finish well; the message holds the end of what it printed."""


@dataclass(frozen=True, slots=True)
class Run:
    """One finished process. `largest` is the peak of its largest process, `together` that of it and its children (None: not watched)."""

    seconds: float
    processor: float
    """Seconds of processor time of the process and its children: hardly disturbed by other users of the machine."""
    largest: float
    together: float | None


@dataclass(frozen=True, slots=True)
class Output:
    """What a built site takes on disk."""

    files: int
    megabytes: float


def run(command: Sequence[str], folder: Path, environment: Mapping[str, str], *, watch: bool = False) -> Run:
    """Run `command` in `folder` and wait for it. `watch` samples memory of all its processes, which disturbs the time a little.

    Python may keep what it compiled, as it does anywhere: where the environment forbids that, every start would compile the program again.
    """
    inherited = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    with tempfile.TemporaryFile() as printed:
        begin = time.perf_counter()
        process = subprocess.Popen(
            command, cwd=folder, env={**inherited, **environment}, stdin=subprocess.DEVNULL, stdout=printed, stderr=printed
        )
        watcher = _Watcher(process.pid) if watch else None
        _, status, used = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - begin
        process.returncode = os.waitstatus_to_exitcode(status)
        together = watcher.stop() if watcher else None
        if process.returncode != 0:
            printed.seek(0)
            message = f"{' '.join(command)} gave {process.returncode}:\n{printed.read().decode(errors='replace')[-3000:]}"
            raise CommandFailedError(message)
    return Run(seconds, used.ru_utime + used.ru_stime, used.ru_maxrss * 1024 / MB, together)


class _Watcher(threading.Thread):
    """Samples the memory of a process and everything below it until `stop`.

    It adds up proportional set sizes, in which a page that forked processes share counts once; the sum of their resident sizes
    would count it for each of them, and `ru_maxrss` shows only the largest of them.
    """

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self.pid = pid
        self.peak = 0
        self.finished = threading.Event()
        self.start()

    def run(self) -> None:
        """Sample until finished."""
        while not self.finished.wait(SAMPLE_EVERY):
            self.peak = max(self.peak, sum(_proportional(pid) for pid in _family(self.pid)))

    def stop(self) -> float | None:
        """Finish, and give the highest sum in MB; None where the system does not tell."""
        self.finished.set()
        self.join()
        return self.peak / MB or None


def _family(pid: int) -> list[int]:
    found, waiting = [], [pid]
    while waiting:
        parent = waiting.pop()
        found.append(parent)
        for task in Path(f"/proc/{parent}/task").glob("*/children"):
            waiting.extend(int(child) for child in _read(task).split())
    return found


def _proportional(pid: int) -> int:
    for line in _read(Path(f"/proc/{pid}/smaps_rollup")).splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) * 1024
    return 0


def _read(path: Path) -> str:
    try:
        return path.read_text()
    except OSError:  # the process ended meanwhile, or this is no Linux
        return ""


def output_of(site: Path) -> Output:
    """Count the files of a built site and add up their sizes."""
    sizes = [path.stat().st_size for path in site.rglob("*") if path.is_file()]
    return Output(len(sizes), sum(sizes) / MB)
