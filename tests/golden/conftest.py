"""Golden files: renew them with `pytest tests/golden --vernieuw`, and read the difference as prose before you commit it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

GOLDEN = Path(__file__).parent


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--vernieuw", action="store_true", help="write the golden files anew instead of comparing with them")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compare a text with the golden file of that name, or write it there with `--vernieuw`."""

    def compare(name: str, text: str) -> None:
        path = GOLDEN / name
        if request.config.getoption("--vernieuw", default=False):
            path.write_text(text, encoding="utf-8")
        assert path.is_file(), f"{name} does not exist; make it with: pytest tests/golden --vernieuw"
        assert text == path.read_text(encoding="utf-8")

    return compare
