"""Prints the flyers of an edition: only those whose content changed since they were last printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.channels.flyer import FlyerPress, flyer_content
from generator.staging import WORK

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from generator.answer import Answer
    from generator.channels.site import Site


def print_flyers(root: Path, answers: Sequence[Answer], site: Site, folders: Sequence[Path], *, progress: Callable[[], None]) -> int:
    """Write the flyer of every answer beside its page in each of `folders`; give how many had to be printed anew.

    A flyer is kept in the cache under the fingerprint of everything that decides its bytes, so the cache changes no byte.
    """
    press, kept = FlyerPress(root / "theme/flyer"), root / WORK / "folders"
    kept.mkdir(parents=True, exist_ok=True)
    used: set[str] = set()
    printed = 0
    for answer in answers:
        content = flyer_content(answer, site)
        name = f"{press.fingerprint(content)}.pdf"
        used.add(name)
        if not (kept / name).is_file():
            _write(kept / name, press.print(content))
            printed += 1
        for folder in folders:
            (folder / answer.path[1:] / f"{answer.id}.pdf").write_bytes((kept / name).read_bytes())
        progress()
    for stale in kept.iterdir():
        if stale.name not in used:
            stale.unlink()
    return printed


def _write(path: Path, content: bytes) -> None:
    """Write whole or not at all: a build that is interrupted here must not leave half a flyer in the cache."""
    half = path.with_suffix(".half")
    half.write_bytes(content)
    half.rename(path)
