"""Templates as Jinja compiled them, kept for the next build: to compile them takes longer than to make one page."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

import jinja2
from jinja2 import FileSystemBytecodeCache

from generator.staging import WORK

if TYPE_CHECKING:
    from jinja2 import BytecodeCache

FOLDER = "sjablonen"

_COMPILERS = ("site.py", "kept.py")
"""Our modules that decide what a template becomes; Jinja itself sees to it that another text of a template is compiled anew."""


def compiled(templates: Path) -> BytecodeCache | None:
    """Give where the compiled templates of a project are kept, in its work folder; None where nothing can be written there."""
    folder = templates.parent.parent / WORK / FOLDER
    here = Path(__file__).parent
    told = b"\0".join([jinja2.__version__.encode(), *((here / name).read_bytes() for name in _COMPILERS)])
    program = hashlib.sha256(told).hexdigest()[:16]
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for file in folder.iterdir():
            if not file.name.startswith(program):  # of another program, which nobody asks for again
                file.unlink(missing_ok=True)
    except OSError:
        return None
    return FileSystemBytecodeCache(str(folder), f"{program}-%s")
