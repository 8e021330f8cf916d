"""Refuses to publish the wrong site: looks at a folder before it goes to a server, and at what is there already.

A built site says in `editie.json` for whom it is. That file alone is not trusted: the pages say it as well.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from generator.channels.site import AGENTS, PUBLIC

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MANIFEST = "editie.json"
FOR_AGENTS = b'<body class="medewerkers"'
"""How every page of the agents' site begins; see `theme/templates/shell.html`."""
AGENTS_ONLY = ("assets/desk.js", "veranderd/index.html", "code/index.html", "sw.js")


def mistakes(folder: Path, target: str) -> list[str]:
    """Say in Dutch why `folder` may not go to `target` (`publiek` or `kcc`); an empty list is permission."""
    if not (folder / MANIFEST).is_file():
        return [f"{folder} is geen site die met `antwoordkaart build` is gemaakt: {MANIFEST} ontbreekt"]
    return list(_mistakes(folder, target))


def _mistakes(folder: Path, target: str) -> Iterator[str]:
    channel = json.loads((folder / MANIFEST).read_text(encoding="utf-8")).get("kanaal")
    if channel != target:
        yield f"{MANIFEST} zegt dat dit de site voor '{channel}' is, niet voor '{target}'"
    if target == PUBLIC:
        yield from _not_public(folder)
    elif target == AGENTS and b"Disallow: /" not in _read(folder / "robots.txt"):
        yield "robots.txt houdt zoekmachines niet tegen"


def _not_public(folder: Path) -> Iterator[str]:
    if b"Disallow: /\n" in _read(folder / "robots.txt"):
        yield "robots.txt is die van de site voor medewerkers"
    yield from (f"{path} hoort alleen bij de site voor medewerkers" for path in AGENTS_ONLY if (folder / path).exists())
    pages = [page for page in sorted(folder.rglob("*.html")) if FOR_AGENTS in page.read_bytes()]
    if pages:
        yield f"{len(pages)} pagina's zijn voor medewerkers, bijvoorbeeld {pages[0].relative_to(folder).as_posix()}"


def _read(path: Path) -> bytes:
    return path.read_bytes() if path.is_file() else b""
