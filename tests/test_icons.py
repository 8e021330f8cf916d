"""The committed images are those that `theme/sources/make_icons.py` makes of the municipality's icon, colours and name."""

from __future__ import annotations

import importlib.util
import shutil
import struct
from typing import TYPE_CHECKING, cast

import pytest
from conftest import TESTS

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

ROOT = TESTS.parent
ASSETS = ROOT / "theme/assets"
PNG = b"\x89PNG\r\n\x1a\n"


@pytest.fixture(scope="module")
def icons() -> Callable[[Path], dict[str, bytes]]:
    spec = importlib.util.spec_from_file_location("make_icons", ROOT / "theme/sources/make_icons.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return cast("Callable[[Path], dict[str, bytes]]", module.icons)


def size(png: bytes) -> tuple[int, int]:
    """Give width and height of a PNG in pixels."""
    assert png.startswith(PNG)
    return cast("tuple[int, int]", struct.unpack(">II", png[16:24]))


def test_committed_images_are_of_the_committed_icon(icons: Callable[[Path], dict[str, bytes]]) -> None:
    stale = [name for name, content in icons(ROOT).items() if (ASSETS / name).read_bytes() != content]

    assert stale == [], "draai: python theme/sources/make_icons.py"


def test_another_icon_and_another_name_give_other_images(icons: Callable[[Path], dict[str, bytes]], tmp_path: Path) -> None:
    for folder in ("theme/assets", "theme/flyer/fonts", "content/gemeente"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    before = icons(tmp_path)
    gemeente = tmp_path / "content/gemeente/gemeente.yaml"
    gemeente.write_text(gemeente.read_text("utf-8").replace("naam: gemeente Voorbeeldstad", "naam: gemeente Klein"), encoding="utf-8")

    renamed = icons(tmp_path)
    assert [name for name in before if renamed[name] != before[name]] == ["share.png"]

    icon = tmp_path / "theme/assets/icon.svg"
    icon.write_text(icon.read_text("utf-8").replace("#522a87", "#1c5c3f"), encoding="utf-8")
    assert all(content != renamed[name] for name, content in icons(tmp_path).items())


def test_sizes_are_those_that_are_asked_for() -> None:
    assert size((ASSETS / "apple-touch-icon.png").read_bytes()) == (180, 180)
    assert size((ASSETS / "share.png").read_bytes()) == (1200, 630)


def test_the_favicon_holds_one_image_of_32_pixels() -> None:
    content = (ASSETS / "favicon.ico").read_bytes()
    reserved, kind, count, width, height, _, _, _, _, length, offset = struct.unpack("<HHHBBBBHHII", content[:22])

    assert (reserved, kind, count, width, height) == (0, 1, 1, 32, 32)
    assert offset + length == len(content)
    assert size(content[offset:]) == (32, 32)
