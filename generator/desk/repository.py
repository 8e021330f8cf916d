"""Reads the records of earlier commits with `git`. Where that can't be, it says why, and the build goes on without history."""

from __future__ import annotations

import datetime as dt
import io
import shutil
import subprocess
import tarfile
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from generator.frozen import dataclass
from generator.openings import AMSTERDAM
from generator.records import COLLECTIONS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FOLDERS = tuple(dict.fromkeys(collection.folder.split("/")[0] for collection in COLLECTIONS.values()))
"""The folders with records: `content`, `products`, `sociale_kaart`."""


class NoHistoryError(Exception):
    """There is no git, or this is no repository; the message says it in Dutch, for agents."""


@dataclass(frozen=True, slots=True)
class Commit:
    """A state of the records that was recorded on `day` (in the Netherlands)."""

    id: str
    day: dt.date


@dataclass(frozen=True, slots=True)
class Repository:
    """The repository around a project; `whole` is False where older commits were left out of this copy."""

    root: Path
    git: str

    @property
    def whole(self) -> bool:
        """Whether all commits are here."""
        return self._run("rev-parse", "--is-shallow-repository").strip() == b"false"

    def commits(self, most: int) -> list[Commit]:
        """Give the last commits of this branch that touched records, the oldest first; of a merge only the merge itself."""
        told = self._run("log", "--first-parent", f"--max-count={most}", "--format=%H %ct", "--", *FOLDERS).decode()
        rows = [line.split() for line in told.splitlines()]
        return [Commit(commit, dt.datetime.fromtimestamp(int(moment), AMSTERDAM).date()) for commit, moment in reversed(rows)]

    def blobs(self, commit: str) -> dict[str, str]:
        """Give the fingerprint of every record file of a commit, by path below the project."""
        told = self._run("ls-tree", "-r", "-z", commit, "--", *FOLDERS).decode("utf-8", errors="replace")
        rows = (row.partition("\t") for row in told.split("\0") if row)
        return {path: meta.split()[2] for meta, _, path in rows if meta.startswith("100") and path.endswith(".yaml")}

    def write(self, commit: str, folder: Path) -> None:
        """Write the record files of a commit below `folder`."""
        present = self._run("ls-tree", "--name-only", "-z", commit, "--", *FOLDERS).decode().split("\0")
        archive = self._run("archive", "--format=tar", commit, "--", *(name for name in present if name))
        with tarfile.open(fileobj=io.BytesIO(archive)) as packed:
            for path, content in _plain_files(packed):
                place = folder / path
                place.parent.mkdir(parents=True, exist_ok=True)
                place.write_bytes(content)

    def _run(self, *arguments: str) -> bytes:
        command = [self.git, "-C", str(self.root), "-c", "log.showSignature=false", *arguments]
        done = subprocess.run(command, capture_output=True, check=False)  # noqa: S603 - git, with arguments of ours
        if done.returncode:
            message = "De geschiedenis is niet te lezen: git geeft een fout."
            raise NoHistoryError(message)
        return done.stdout


def _plain_files(packed: tarfile.TarFile) -> Iterator[tuple[PurePosixPath, bytes]]:
    """Give the files with their paths: no links, and nothing outside the folder that they are for.

    `extractall` has a filter for that since Python 3.11.4; Debian 12 has 3.11.2.
    """
    for member in packed:
        path, file = PurePosixPath(member.name), packed.extractfile(member) if member.isfile() else None
        if file is not None and not path.is_absolute() and ".." not in path.parts:
            yield path, file.read()


def repository_of(root: Path) -> Repository:
    """Find the repository that `root` is in; raise NoHistoryError where there is none."""
    git = shutil.which("git")
    if git is None:
        message = "Op de computer die deze site maakte, staat geen git. Daarom is hier geen geschiedenis."
        raise NoHistoryError(message)
    found = Repository(root, git)
    try:
        found._run("rev-parse", "--verify", "HEAD")  # noqa: SLF001 - the same class
    except NoHistoryError:
        message = "Deze site is gemaakt buiten git. Daarom is hier geen geschiedenis."
        raise NoHistoryError(message) from None
    return found
