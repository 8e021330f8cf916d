"""How many ways lead to a record."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from conftest import PEILDATUM, TESTS

from generator.catalogue import Catalogue, read_all
from generator.ways import SMALL, ways

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


def test_nobody_hears_of_ways_while_a_record_cannot_be_read(klein: Project) -> None:
    route = (TESTS / "broken/moeilijk-te-vinden/products/wandelroute.yaml").read_text("utf-8")
    for number in range(SMALL):
        klein.write(f"products/route-{number}.yaml", route.replace("naam: Wandelroute", f"naam: Route {number}"))
    assert klein.rules().count("moeilijk-te-vinden") >= SMALL

    klein.write("products/overzicht-routes.yaml", "naam: Overzicht van routes\nverwant: [route-1\n")
    assert set(klein.rules()) == {"yaml-syntax"}
