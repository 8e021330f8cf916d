"""Prints flyers: an accessible (PDF/UA-1) and archivable (PDF/A-2a) PDF, set by Typst."""

from __future__ import annotations

import hashlib
import json
from functools import cached_property
from importlib.metadata import version
from pathlib import Path
from typing import Any, Literal, cast

import typst

from generator.press.heights import Ruler
from generator.press.layout import laid_out
from generator.press.letters import letters_of
from generator.press.qr import qr_code
from generator.press.sheet import families_of, sheet_of

STANDARDS: list[Literal["ua-1", "a-2a"]] = ["ua-1", "a-2a"]
"""ISO 14289-1 and ISO 19005-2 conformance level A; Typst refuses to write a file that breaks either."""

TOOLS = ("typst", "zxing-cpp", "fonttools")


class FlyerPress:
    """Prints flyers with the template, sizes and fonts of a folder (`theme/flyer`)."""

    def __init__(self, folder: Path) -> None:
        """Take the folder that holds `flyer.typ`, `papers.toml` and `fonts/`."""
        self.folder = folder

    @cached_property
    def _compiler(self) -> typst.Compiler:
        return typst.Compiler(root=str(self.folder), font_paths=[str(self.folder / "fonts")], ignore_system_fonts=True)

    @cached_property
    def _press_fingerprint(self) -> bytes:
        made_with = [*sorted(self.folder.rglob("*")), *sorted(Path(__file__).parent.glob("*.py"))]
        parts = [path.read_bytes() for path in made_with if path.is_file()]
        return hashlib.sha256(b"\0".join([*(version(tool).encode() for tool in TOOLS), *parts])).digest()

    def fingerprint(self, content: str, paper: str = "a4") -> str:
        """Name a flyer by everything that decides its bytes: its content, the paper, the template, the fonts, and who lays it out."""
        return hashlib.sha256(self._press_fingerprint + f"{paper}\0{content}".encode()).hexdigest()

    def print(self, content: str, paper: str = "a4") -> bytes:
        """Lay out `content` (see `channels/flyer.py`) as a PDF; `paper` is the name of one of PAPERS."""
        data = json.loads(content)
        families = families_of(self.folder, data["dir"])
        ruler = Ruler(sheet_of(self.folder, paper), letters_of(self.folder / "fonts", families))
        told = laid_out(data, ruler) | {"qr": qr_code(data["url"])}
        # What many flyers share comes in apart: Typst then keeps what it made of it.
        look = {"colours": told.pop("colours"), "dir": told["dir"], "fonts": families}
        inputs = {"paper": paper, "look": json.dumps(look, sort_keys=True)}
        text = json.dumps(json.dumps(told, ensure_ascii=False), ensure_ascii=False)  # a text of JSON is one of Typst too
        source = f'#import "flyer.typ": flyer\n#flyer(json(bytes({text})))\n'
        made = self._compiler.compile(source.encode(), format="pdf", pdf_standards=cast(Any, STANDARDS), sys_inputs=inputs)
        return cast(bytes, made)
