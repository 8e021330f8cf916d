"""The code on a flyer, read as a telephone reads it."""

from __future__ import annotations

import re

import pytest
import zxingcpp
from PIL import Image, ImageDraw
from project import URL

from generator.press.qr import qr_code

ADDRESSES = (URL, f"{URL}/producten/hulp-bij-het-huishouden/", "https://klein.example/" + "lang-" * 20)


def side_of(svg: str) -> int:
    """Give how many modules a code is wide, with the white around it."""
    [side] = re.findall(r' width="(\d+)"', svg)
    return int(side)


def drawn(svg: str, scale: int = 3) -> Image.Image:
    """Draw the squares of a code, as a browser would."""
    side = side_of(svg)
    picture = Image.new("L", (side * scale, side * scale), 255)
    pen = ImageDraw.Draw(picture)
    for left, top, width in re.findall(r"M(\d+) (\d+)h(\d+)v1h-\3z", svg):
        begin, end = (int(left) * scale, int(top) * scale), ((int(left) + int(width)) * scale - 1, (int(top) + 1) * scale - 1)
        pen.rectangle((begin, end), fill=0)
    return picture


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_telephone_reads_the_address(address: str) -> None:
    [code] = zxingcpp.read_barcodes(drawn(qr_code(address)))

    assert (code.text, code.format, code.ec_level) == (address, zxingcpp.BarcodeFormat.QRCode, "M")


def test_white_of_four_modules_stands_around_it() -> None:
    svg = qr_code(URL)
    side = side_of(svg)
    dark = [(int(left), int(top), int(width)) for left, top, width in re.findall(r"M(\d+) (\d+)h(\d+)v1h-\3z", svg)]

    assert (min(left for left, _, _ in dark), min(top for _, top, _ in dark)) == (4, 4)
    assert (max(left + width for left, _, width in dark), max(top + 1 for _, top, _ in dark)) == (side - 4, side - 4)


def test_the_same_address_gives_the_same_code() -> None:
    assert qr_code(URL) == qr_code(URL) != qr_code(f"{URL}/producten/paspoort/")
