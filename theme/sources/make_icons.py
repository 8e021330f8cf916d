"""Makes the images that browsers and other sites ask for, from the municipality's own icon and name: with Typst, without Node.

Run `python theme/sources/make_icons.py` in the project's folder after changing `theme/assets/icon.svg`, the colours or the name.
"""

from __future__ import annotations

import re
import struct
import sys
from pathlib import Path
from typing import cast

import typst

from generator.huisstijl import house_style

PROJECT = Path(__file__).resolve().parents[2]
FAVICON = 32
"""CSS px; older browsers want this size, newer ones take the SVG."""
TOUCH = (180, 180)
"""What iOS asks for. It has no transparency there, so the icon stands on white."""
SHARE = (1200, 630)
"""Open Graph: what most services show whole."""


def icons(project: Path) -> dict[str, bytes]:
    """Give every image by its name in `theme/assets`; the same input gives the same bytes."""
    assets = project / "theme/assets"
    [name] = re.findall(r"^naam: (.+)$", (project / "content/gemeente/gemeente.yaml").read_text("utf-8"), re.MULTILINE)
    told = {"icon": (assets / "icon.svg").read_text("utf-8"), "name": name, "brand": house_style(assets).light["--merk-vlak"]}
    fonts = project / "theme/flyer/fonts"
    return {
        "favicon.ico": _ico(_drawn((FAVICON, FAVICON), "none", _IMAGE.format(size="100%"), told, fonts)),
        "apple-touch-icon.png": _drawn(TOUCH, "white", _IMAGE.format(size="84%"), told, fonts),
        "share.png": _drawn(SHARE, "white", _SHARED, told, fonts),
    }


_IMAGE = '#place(center + horizon, image(bytes(sys.inputs.icon), format: "svg", width: {size}))'
_SHARED = """
#place(top, rect(width: 100%, height: 24pt, fill: rgb(sys.inputs.brand)))
#align(center + horizon, stack(
  spacing: 60pt,
  image(bytes(sys.inputs.icon), format: "svg", height: 260pt),
  text(font: "Noto Sans", weight: "bold", size: 64pt, fill: rgb(sys.inputs.brand), lang: "nl", sys.inputs.name),
))
"""


def _drawn(size: tuple[int, int], background: str, content: str, told: dict[str, str], fonts: Path) -> bytes:
    """Draw a PNG of so many pixels: at 72 dots an inch one point is one pixel."""
    page = f"#set page(width: {size[0]}pt, height: {size[1]}pt, margin: 0pt, fill: {background})\n{content}"
    drawn = typst.compile(page.encode(), format="png", ppi=72, sys_inputs=told, font_paths=[str(fonts)], ignore_system_fonts=True)
    return cast(bytes, drawn)


def _ico(png: bytes) -> bytes:
    """Put one PNG in an ICO file (a PNG may stand in it since Windows Vista)."""
    return struct.pack("<HHHBBBBHHII", 0, 1, 1, FAVICON, FAVICON, 0, 0, 1, 32, len(png), 22) + png


def main() -> None:
    """Write all images."""
    project = Path(sys.argv[1]) if len(sys.argv) > 1 else PROJECT
    for name, content in icons(project).items():
        (project / "theme/assets" / name).write_bytes(content)


if __name__ == "__main__":
    main()
