"""Puts made files in the folder of a site, and notes the stamp of each."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

from generator.records import COLLECTIONS
from generator.words import DUTCH

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from generator.edition import Made
    from generator.records import Stamp
    from generator.wording.compose import Asked


class Output:
    """A folder that files are written in. Paths are text: a `Path` for each file would cost more than the file."""

    def __init__(self, folder: Path) -> None:
        """Write below `folder`, which is there."""
        self.folder = folder
        self.stamps: dict[str, Stamp] = {}
        """Of every file written, by its path below the folder."""
        self._there = {""}

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
            self.stamps[path] = (found.st_size, found.st_mtime_ns)

    def _make(self, place: str) -> None:
        try:
            os.mkdir(f"{self.folder}/{place}")  # noqa: PTH102 - see the class
        except FileNotFoundError:
            (self.folder / place).mkdir(parents=True)
        except FileExistsError:
            pass
        self._there.add(place)

    def take_over(self, place: Path, names: Iterable[str]) -> None:
        """Move what another process wrote below `place`, in the folders of these `names`, record by record."""
        for name in names:
            (self.folder / name).mkdir(parents=True, exist_ok=True)
            for item in os.scandir(place / name) if (place / name).is_dir() else ():
                os.rename(item.path, f"{self.folder}/{name}/{item.name}")  # noqa: PTH104 - see the class
        shutil.rmtree(place, ignore_errors=True)  # without any answer of its own it made no folder


def folders_of(asked: Iterable[Asked | Made]) -> list[str]:
    """List the folders of a site that the files of answers go in: one for the pages and one for the data, per kind and language."""
    named = {(one.kind, "" if one.lang == DUTCH else f"{one.lang}/") for one in asked}
    tops = ((f"{lang}{COLLECTIONS[kind].path}", f"api/v1/{lang}{COLLECTIONS[kind].api}") for kind, lang in named)
    return sorted(folder for both in tops for folder in both)
