"""Every type of page that the sites have, by a name that stands in the test's id."""

from __future__ import annotations

from browser.serving import AGENTS, PUBLIC

NOT_FOUND = "bestaat-niet/"

PATHS = {
    "home": "",
    "product": "producten/gehandicaptenparkeerkaart/",
    "organisatie": "sociale-kaart/huisartsenpost-voorbeeldstad/",
    "loket": "loket/wmo-loket/",
    "loketten": "loket/",
    "thema": "thema/zorg-en-hulp/",
    "themas": "thema/",
    "levensgebeurtenis": "levensgebeurtenis/ouder-worden/",
    "wijk": "wijk/centrum/",
    "a-z": "a-z/",
    "sociale-kaart": "sociale-kaart/",
    "zoeken": "zoeken/",
    "zoeken-gevonden": "zoeken/?q=hulp+in+huis",
    "zoeken-niets": "zoeken/?q=xyzzyq",
    "geschreven": "over-deze-site/",
    "404": NOT_FOUND,
}

EVERYWHERE = {(f"kcc-{name}" if prefix == AGENTS else name): prefix + path for prefix in (PUBLIC, AGENTS) for name, path in PATHS.items()}
"""Every type of page of both sites."""


def is_search(path: str) -> bool:
    """Tell whether the page at `path` shows the results of a query, which takes a moment."""
    return "?q=" in path
