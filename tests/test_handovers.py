"""Who wants no calls, and who only sometimes wants none."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from conftest import TESTS

if TYPE_CHECKING:
    from conftest import Project

BROKEN = TESTS / "broken/doorverbinden-tegenspraak"


@pytest.fixture
def handed_over(klein: Project) -> Project:
    """Give a municipality in which agents put calls through to the SVB."""
    for path in ("products/vergunning.yaml", "sociale_kaart/svb.yaml"):
        klein.write(path, (BROKEN / path).read_text("utf-8"))
    return klein


def test_who_wants_no_calls_at_all_gets_none(handed_over: Project) -> None:
    assert handed_over.rules() == ["doorverbinden-tegenspraak"]


@pytest.mark.parametrize(
    "said",
    [
        "Verbind niet door naar de SVB als iemand alleen een formulier wil.",
        "Verbind niet door naar de SVB zonder dat de beller zijn brief heeft.",
        "Verbind niet door als het om een aanslag gaat.",
        "Verbind een boze beller niet door.",
    ],
)
def test_who_wants_none_sometimes_gets_the_others(handed_over: Project, said: str) -> None:
    handed_over.replace("sociale_kaart/svb.yaml", "Verbind niet door naar de SVB. De beller belt zelf.", said)

    assert handed_over.rules() == []
