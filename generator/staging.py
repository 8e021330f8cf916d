"""A place to build where nobody looks, and the swap that puts a proven site live; the last good site stays until then."""

from __future__ import annotations

import contextlib
import shutil
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

WORK = ".antwoordkaart"
"""The project's work folder: staging, the previous sites while they are swapped out, and the cache. Deleting it costs only time."""


@contextlib.contextmanager
def staging(root: Path) -> Iterator[Path]:
    """Give an empty folder to build in, and clear it afterwards, whatever happened. It is on the same disk as the sites."""
    folder = root / WORK / "bouw"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def recover(root: Path, names: tuple[str, ...]) -> None:
    """Put back the previous sites, all of them, where a build stopped halfway through the swap; then one of the new ones is missing."""
    if all((root / name).exists() for name in names):
        return
    for name in names:
        aside = root / WORK / f"vorige-{name}"
        if aside.exists():
            shutil.rmtree(root / name, ignore_errors=True)
            aside.rename(root / name)


def swap(root: Path, staged: Mapping[str, Path]) -> None:
    """Put each staged folder live under its name; on a failure halfway every site goes back.

    First all previous sites go aside, then all new ones come in: as long as one is missing, the swap was not finished.
    """
    asides = {name: root / WORK / f"vorige-{name}" for name in staged}
    for aside in asides.values():
        shutil.rmtree(aside, ignore_errors=True)
    try:
        for name, aside in asides.items():
            if (root / name).exists():
                (root / name).rename(aside)
        for name, folder in staged.items():
            folder.rename(root / name)
    except BaseException:
        recover(root, tuple(staged))
        raise
    for aside in asides.values():
        shutil.rmtree(aside, ignore_errors=True)


def set_aside(site: Path) -> None:
    """Move a built site out of the way and delete it there (a whole folder at once is fast, file by file in place is not)."""
    if site.is_dir():
        aside = site.with_name(f".{site.name}-weg")
        shutil.rmtree(aside, ignore_errors=True)
        site.rename(aside)
        shutil.rmtree(aside, ignore_errors=True)
