"""The files of the theme that every page uses: one style sheet, scripts, fonts, icon."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

STYLES = ("tokens.css", "huisstijl.css", "site.css")
"""In this order, so that the municipality's own values (`huisstijl.css`) come after the tokens they replace."""

COPIED = (
    "icons/online.svg",
    "icons/phone.svg",
    "icons/mail.svg",
    "icons/place.svg",
    "search.js",
    "lunr.min.js",
    "icon.svg",
    "fonts/noto-sans-regular.woff2",
    "fonts/noto-sans-bold.woff2",
    "fonts/OFL.txt",
)


def assets(theme: Path) -> Iterator[tuple[str, str | bytes]]:
    """Give the path in the site and the content of each asset below `theme`."""
    yield "assets/style.css", "\n".join((theme / "assets" / name).read_text(encoding="utf-8") for name in STYLES)
    for name in COPIED:
        yield f"assets/{name}", (theme / "assets" / name).read_bytes()
