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


def set_aside(root: Path, site: Path) -> None:
    """Move a built site out of MkDocs' way, which would delete it file by file; `take_back`, `put_back` or `let_go` follows."""
    aside = _aside(root, site)
    shutil.rmtree(aside, ignore_errors=True)
    if site.is_dir():
        aside.parent.mkdir(parents=True, exist_ok=True)
        site.rename(aside)


def empty(folder: Path) -> Path:
    """Give `folder`, new and empty."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


def put_in(folder: Path, site: Path) -> None:
    """Put a made folder in the (still empty) place of the site."""
    if site.is_dir():
        site.rmdir()
    folder.rename(site)


def take_back(root: Path, site: Path) -> None:
    """Put the site back in its (now empty) place, to be brought up to date there."""
    if _aside(root, site).is_dir():
        put_in(_aside(root, site), site)


def put_back(root: Path, site: Path) -> None:
    """Put the last good site back after a failure, instead of what was half made."""
    aside = _aside(root, site)
    if aside.is_dir():
        shutil.rmtree(site, ignore_errors=True)
        aside.rename(site)


def let_go(root: Path, site: Path) -> None:
    """Delete the site that was set aside, now that the new one stands."""
    shutil.rmtree(_aside(root, site), ignore_errors=True)


def _aside(root: Path, site: Path) -> Path:
    return root / WORK / f"terzijde-{site.name}"
