"""The files of the theme that every page uses: one style sheet, scripts, fonts, icon."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.desk import folder

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

STYLES = ("tokens.css", "huisstijl.css", "site.css", "stappen.css", "suggesties.css", "list.css")
"""In this order, so that the municipality's own values (`huisstijl.css`) come after the tokens they replace."""

LOGO, LOGO_STYLE = "logo.svg", "logo.css"
"""A wide mark with the name in it, and the style that shows it instead of the icon and the name; both only where there is such a mark."""

ICONS = ("online", "phone", "mail", "place", "search", "menu", "next", "leave", "paper", "info", "elsewhere", "language")
"""From the icons that Material brings; `site.css` shows them beside words, in the colour of those words."""

COPIED = (
    *(f"icons/{name}.svg" for name in ICONS),
    "asked.js",
    "trust.js",
    "page.js",
    "search.js",
    "zoeken.js",
    "zoeken.css",
    "finder.js",
    "finder.css",
    "list.js",
    "lunr.min.js",
    "keuzehulp.js",
    "icon.svg",
    "apple-touch-icon.png",
    "share.png",
    "fonts/noto-sans-regular.woff2",
    "fonts/noto-sans-bold.woff2",
    "fonts/noto-sans-arabic-regular.woff2",
    "fonts/noto-sans-arabic-bold.woff2",
    "fonts/OFL.txt",
)

MAP = ("map.css", "map.js", "leaflet/leaflet.css", "leaflet/leaflet.js", "leaflet/LICENSE.txt")
"""Of the map beside the finder, where a municipality has one; Leaflet is fetched when somebody asks for the map."""

DESK = ("desk.css", "desk.js", "desk-pages.js", "quickscan.css", "quickscan.js")
"""Style and scripts of the agents' site alone; they are in no other site."""

FOLDER = ("desk-folder.css", "desk-folder.js")
"""Also of the agents' site alone, for when its folder is opened without a server; made with the style and the icons (`desk/folder.py`)."""

PATHS = ("assets/style.css", *(f"assets/{name}" for name in COPIED), "favicon.ico")
"""Where all of them stand in the site. Browsers ask for `favicon.ico` at the root by themselves, for a flyer that has no page around it."""

MAP_PATHS = tuple(f"assets/{name}" for name in MAP)
"""Where the files of the map stand in the site."""


def assets(theme: Path, *, for_agents: bool = False, with_map: bool = False) -> Iterator[tuple[str, str | bytes]]:
    """Give the path in the site and the content of each asset below `theme`."""
    wide = (theme / "assets" / LOGO).is_file()
    styles = (*STYLES, LOGO_STYLE) if wide else STYLES
    style = "\n".join((theme / "assets" / name).read_text(encoding="utf-8") for name in styles)
    yield "assets/style.css", style
    if wide:
        yield f"assets/{LOGO}", (theme / "assets" / LOGO).read_bytes()
    for name in (*COPIED, *(MAP if with_map else ()), *(DESK if for_agents else ())):
        yield f"assets/{name}", (theme / "assets" / name).read_bytes()
    yield "favicon.ico", (theme / "assets/favicon.ico").read_bytes()
    if for_agents:
        made = folder.style(style), folder.script(theme, ICONS)
        yield from ((f"assets/{name}", content) for name, content in zip(FOLDER, made, strict=True))
