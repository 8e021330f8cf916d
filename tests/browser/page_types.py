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
    "vraag": "vraag/verhuizing-wanneer/",
    "vragen": "vraag/",
    "keuzehulp": "keuzehulp/hulp-in-huis/",
    "keuzehulp-vraag": "keuzehulp/hulp-in-huis/schoonmaken/?pad=waarbij.0",
    "keuzehulp-uitkomst": "keuzehulp/hulp-in-huis/praat-met-ons/",
    "keuzehulpen": "keuzehulp/",
    "a-z": "a-z/",
    "sociale-kaart": "sociale-kaart/",
    "sociale-kaart-gevonden": "sociale-kaart/?postcode=1293+DH&leefdomein=financien&kosten=gratis",
    "sociale-kaart-niets": "sociale-kaart/?leefdomein=wonen&toegang=indicatie&dag=6&dagdeel=3&taal=Turks",
    "sociale-kaart-thema": "sociale-kaart/thema/zorg-en-hulp/",
    "sociale-kaart-thema-wijk": "sociale-kaart/thema/zorg-en-hulp/noord/",
    "mijn-lijst": "mijn-lijst/#lijst=producten/paspoort,organisaties/voedselbank-voorbeeldstad~aanbod-spreekuur",
    "mijn-lijst-leeg": "mijn-lijst/",
    "zoeken": "zoeken/",
    "zoeken-gevonden": "zoeken/?q=hulp+in+huis",
    "zoeken-niets": "zoeken/?q=xyzzyq",
    "geschreven": "over-deze-site/",
    "404": NOT_FOUND,
}

DESK_PATHS = {
    "werkplek": "werkplek/",
    "toetsen": "toetsen/",
    "quickscan": "quickscan/",
    "quickscan-gevonden": "quickscan/#financien.rekeningen=nee&wonen.woning=nee",
    "code": "code/",
    "codes": "code/lijst-k/",
    "veranderd": "veranderd/",
    "naast": "naast/?a=producten/paspoort/&b=producten/gehandicaptenparkeerkaart/",
    "eerste-contact": "eerste-contact/",
    "loketmatrix": "loketmatrix/",
}
"""What only the agents' site has."""

EVERYWHERE = {
    (f"kcc-{name}" if prefix == AGENTS else name): prefix + path for prefix in (PUBLIC, AGENTS) for name, path in PATHS.items()
} | {f"kcc-{name}": AGENTS + path for name, path in DESK_PATHS.items()}
"""Every type of page of both sites."""


def is_search(path: str) -> bool:
    """Tell whether the page at `path` shows the results of a query, which takes a moment."""
    return "?q=" in path


def is_finder(path: str) -> bool:
    """Tell whether the page at `path` shows what the finder finds, which takes a moment."""
    return "sociale-kaart/?" in path
