"""The files of the standard and of a real directory, which lie beside the project; tests that read them are skipped where they are not."""

from __future__ import annotations

import json
import os
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from conftest import TESTS

PROJECT = TESTS.parent
SHARED = Path(os.environ.get("ANTWOORDKAART_SHARED") or PROJECT.parent / "shared")
STANDARD = SHARED / "standards" / "hsds-3.1"
ILAO = SHARED / "data" / "hsds-ilao" / "output"
URL = "https://www.voorbeeldstad.example"


def needs(path: Path) -> None:
    """Skip the test where `path` is not there; in CI it must be."""
    if not path.exists():
        reason = f"{path} is er niet; zet ANTWOORDKAART_SHARED op de map met standards en data"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)


@cache
def standard(name: str) -> Any:  # noqa: ANN401 - whatever the file holds
    """Give a JSON file of the standard: `compiled/service.json`."""
    return json.loads((STANDARD / name).read_text(encoding="utf-8"))
