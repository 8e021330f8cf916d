"""Puts made files in the folder of a site, and notes the stamp of each."""

from __future__ import annotations

import errno
import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from generator.edition import Made
    from generator.records import Stamp


class Output:
    """A folder that files are written in. Paths are text: a `Path` for each file would cost more than the file."""

    def __init__(self, folder: Path) -> None:
        """Write below `folder`, which is made where it is not there."""
        self.folder = folder
        self.stamps: dict[str, Stamp] = {}
        """Of every file written, by its path below the folder, since they were `noted`."""
        self._there: set[str] = set()

    def write(self, files: Mapping[str, bytes]) -> None:
        """Write `files`, by their paths below the folder."""
        for path, content in files.items():
            place = path.rpartition("/")[0]
            if place not in self._there:
                self._make(place)
            file = os.open(f"{self.folder}/{path}", os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644)
            try:
                os.write(file, content)
                found = os.fstat(file)
            finally:
                os.close(file)
            if found.st_size != len(content):  # a disk that fills up takes what it can, and says nothing
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), path)
            self.stamps[path] = (found.st_size, found.st_mtime_ns)

    def noted(self) -> dict[str, Stamp]:
        """Give the stamps of what was written since this was asked last."""
        noted, self.stamps = self.stamps, {}
        return noted

    def _make(self, place: str) -> None:
        try:
            os.mkdir(f"{self.folder}/{place}")  # noqa: PTH102 - see the class
        except FileNotFoundError:
            (self.folder / place).mkdir(parents=True)
        except FileExistsError:
            pass
        self._there.add(place)

    def take_over(self, place: Path, items: Iterable[str]) -> None:
        """Move what another process wrote below `place`: files, and folders with all that is in them."""
        for item in items:
            parent = item.rpartition("/")[0]
            if parent not in self._there:
                self._make(parent)
            os.rename(f"{place}/{item}", f"{self.folder}/{item}")  # noqa: PTH104 - see the class


def written(files: Mapping[str, bytes], folder: Path) -> dict[str, Stamp]:
    """Write `files`, by their paths below `folder`; give the stamp of each."""
    output = Output(folder)
    output.write(files)
    return output.noted()


def items_of(made: Made) -> Iterator[str]:
    """Give what the files of an answer are in: the folder of its page, and what it has elsewhere."""
    yield made.path[1:-1]
    yield from (path for path in made.files if not path.startswith(made.path[1:]))
