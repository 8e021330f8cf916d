"""The code on a flyer that leads a telephone to its page."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any, cast

import zxingcpp

DARK, LIGHT = "#1f1f24", "#ffffff"

MODULES = re.compile(rb"\0+")
"""Dark modules beside each other."""


@lru_cache(maxsize=4)
def qr_code(url: str) -> str:
    """Draw a QR code (ISO/IEC 18004) as SVG, a unit for each module: with error correction M, and the quiet zone of four modules."""
    code = zxingcpp.create_barcode(url, zxingcpp.BarcodeFormat.QRCode, ec_level="M")
    drawn = memoryview(cast(Any, code.to_image(scale=1, add_quiet_zones=True)))  # its stubs don't know that it is a buffer
    side, modules = len(drawn), drawn.tobytes()
    dark = "".join(
        f"M{found.start()} {row}h{len(found[0])}v1h-{len(found[0])}z"
        for row in range(side)
        for found in MODULES.finditer(modules[row * side : (row + 1) * side])
    )
    square = f'<path fill="{LIGHT}" d="M0 0h{side}v{side}h-{side}z"/>'
    return f'<svg xmlns="http://www.w3.org/2000/svg" width="{side}" height="{side}">{square}<path fill="{DARK}" d="{dark}"/></svg>'
