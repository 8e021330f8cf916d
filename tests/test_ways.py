"""How many ways lead to a record."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from conftest import PEILDATUM

from generator.catalogue import Catalogue, read_all
from generator.ways import ways

if TYPE_CHECKING:
    from conftest import Project


@pytest.mark.parametrize(
    ("record", "kinds"),
    [
        (("product", "verhuizing-doorgeven"), {"thema", "levensgebeurtenis", "loket", "organisatie"}),
        (("product", "aow"), {"thema", "organisatie", "vraag", "keuzehulp"}),
        (("product", "paspoort"), {"thema", "loket", "product"}),
        (("organisatie", "de-linde"), {"thema", "wijk", "product", "levensgebeurtenis", "keuzehulp", "organisatie"}),
        (("vraag", "aow-buitenland"), {"thema", "product", "organisatie"}),
        (("keuzehulp", "geld-later"), {"thema", "levensgebeurtenis"}),
    ],
)
def test_the_ways_to_a_record_are_what_visitors_can_follow(klein: Project, record: tuple[str, str], kinds: set[str]) -> None:
    assert kinds <= ways(Catalogue(read_all(klein.root), PEILDATUM))[record]
