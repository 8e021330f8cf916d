"""Ledger: what the last build of a site was made from and what it made, so that the next build can keep what still holds.

It is only ever an optimisation: without it, or with another program, theme or day, everything is made again, to the same bytes.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import pickle
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from generator.records import source_paths

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.edition import Made
    from generator.records import Entry

Stamp = tuple[int, int]
"""Size in bytes and time of change in nanoseconds: what tells cheaply that a file is the same file."""


@dataclass
class Ledger:
    """What was made last time."""

    key: bytes
    """Fingerprint of everything that every page depends on."""
    sources: dict[str, Stamp]
    entries: list[Entry]
    """Light, in the order of the sources."""
    made: dict[str, Made]
    """By record key, without the files."""
    overviews: dict[str, str]
    """Fingerprint of each overview, by path."""
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


def source_stamps(root: Path) -> dict[str, tuple[str, Stamp]]:
    """Give kind and stamp of every record file, by path, in the order of the sources."""
    return {path: (kind, stamp(root / path)) for kind, path in source_paths(root)}


def tree_stamps(folder: Path) -> dict[str, Stamp]:
    """Give the stamp of every file below `folder`, by path."""
    stamps: dict[str, Stamp] = {}
    pending = [(str(folder), "")]
    while pending:
        place, below = pending.pop()
        with contextlib.suppress(FileNotFoundError), os.scandir(place) as listed:
            for item in listed:
                if item.is_dir(follow_symlinks=False):
                    pending.append((item.path, f"{below}{item.name}/"))
                else:
                    found = item.stat(follow_symlinks=False)
                    stamps[below + item.name] = (found.st_size, found.st_mtime_ns)
    return stamps


def program_key(theme: Path, *parts: object) -> bytes:
    """Fingerprint the program, the theme and whatever else (`parts`) every page depends on."""
    program = Path(__file__).parent
    files: Iterable[Path] = [*program.rglob("*.py"), *(theme / "templates").rglob("*"), *(theme / "assets").rglob("*")]
    told = [f"{path}:{stamp(path)}" for path in sorted(files)]
    return hashlib.sha256("\n".join([*told, *map(str, parts)]).encode()).digest()
