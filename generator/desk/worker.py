"""The service worker of the agents' site: it keeps the pages of one version, for when the network is down."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

from generator.assets import DESK, FOLDER, MAP_PATHS, PATHS
from generator.desk.pages import CODES, PAGES

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

WORKER = "sw.js"
WAYS_IN = ("", "a-z/", "thema/", "sociale-kaart/", "loket/", "zoeken/")
"""Pages that are kept beside the answers and the pages for agents."""

MAP_BUTTON = MAP_PATHS[:2]
"""What the finder's page needs where there is a map; Leaflet is not kept, for without a network there are no pictures to show."""


def render(answers: Iterable[str], folder: Path, theme: Path) -> str:
    """Write the worker of the site that was built in `folder`; `answers` are the paths of their pages.

    Its version is the fingerprint of all that it keeps as it was built: whatever changes in the words, the look or the scripts, a browser
    fetches everything again, and it fetches nothing when nothing changed. Pages always come from the network first.
    """
    pages = [*WAYS_IN, *(f"{name}/" for name in PAGES), *(path[1:] for path in answers)]
    needed = [
        *(path for path in PATHS if not path.endswith((".png", ".txt"))),
        *(f"assets/{name}" for name in (*DESK, *FOLDER)),
        *(path for path in MAP_BUTTON if (folder / path).is_file()),
        CODES,
    ]
    version = hashlib.sha256()
    for path in (*needed, *(f"{page}index.html" for page in pages)):
        content = (folder / path).read_bytes()
        version.update(f"{path} {len(content)}\n".encode() + content)
    first = {"VERSION": version.hexdigest()[:12], "NEEDED": needed, "PAGES": pages}
    told = "".join(f"const {name} = {json.dumps(value)};\n" for name, value in first.items())
    return f"{told}\n{(theme / 'assets/sw.js').read_text(encoding='utf-8')}"
