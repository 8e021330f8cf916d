"""How to call or visit an organisation or a desk, as it stands on the flyer of a theme or a neighbourhood."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.answer import plain
from generator.wording.overviews import overviews

if TYPE_CHECKING:
    from conftest import Project

    from generator.overview import Overview

LINDE = "sociale_kaart/de-linde.yaml"
PLACE = "locaties:\n  - id: linde\n"


def pages(project: Project) -> dict[str, Overview]:
    return {overview.path: overview for overview in overviews(project.check().catalogue)}


def reached(project: Project, path: str) -> dict[str, list[str]]:
    """Give, of the overview at `path`, how every lead is reached."""
    return {lead.record: [plain(way) for way in lead.reach] for section in pages(project)[path].sections for lead in section.leads}


def places(count: int) -> str:
    """Write `count` more places of De Linde, outside the centre."""
    one = "  - id: plek{0}\n    naam: Plek {0}\n    straat: Straat {0}\n    postcode: 1292 AA\n    plaats: Klein\n"
    return "".join(one.format(number) for number in range(1, count + 1))


def test_a_number_and_an_address(klein: Project) -> None:
    assert reached(klein, "/thema/burgerzaken/")["organisatie:de-linde"] == ["Bel 012 345 67 89", "Lindeplein 1, 1291 DH Klein"]


def test_a_desk(klein: Project) -> None:
    assert reached(klein, "/wijk/centrum/")["loket:kcc"] == ["Bel 14 012", "Markt 1, 1291 AB Klein"]


def test_of_a_product_nothing_is_told(klein: Project) -> None:
    assert reached(klein, "/thema/burgerzaken/")["product:paspoort"] == []


@pytest.mark.parametrize(
    ("contact", "first"),
    [
        ("telefoon: 012 345 67 89\n  email: info@linde.example", "Bel 012 345 67 89"),
        ("email: info@linde.example\n  website: https://www.linde.example", "info@linde.example"),
        ("website: https://www.linde.example", "linde.example"),
    ],
)
def test_without_a_number_a_mail_address_and_else_a_site(klein: Project, contact: str, first: str) -> None:
    klein.replace(LINDE, "telefoon: 012 345 67 89", contact)

    assert reached(klein, "/thema/burgerzaken/")["organisatie:de-linde"][0] == first


class TestMorePlaces:
    """An organisation with several places."""

    def test_up_to_three_are_told(self, klein: Project) -> None:
        klein.replace(LINDE, PLACE, f"locaties:\n{places(2)}  - id: linde\n")

        assert reached(klein, "/thema/burgerzaken/")["organisatie:de-linde"] == [
            "Bel 012 345 67 89",
            "Straat 1, 1292 AA Klein",
            "Straat 2, 1292 AA Klein",
            "Lindeplein 1, 1291 DH Klein",
        ]

    def test_of_more_only_the_number(self, klein: Project) -> None:
        klein.replace(LINDE, PLACE, f"locaties:\n{places(3)}  - id: linde\n")

        assert reached(klein, "/thema/burgerzaken/")["organisatie:de-linde"] == ["Bel 012 345 67 89"]

    def test_in_a_neighbourhood_only_those_that_are_there(self, klein: Project) -> None:
        klein.replace(LINDE, PLACE, f"locaties:\n{places(5)}  - id: linde\n")

        assert reached(klein, "/wijk/centrum/")["organisatie:de-linde"] == ["Bel 012 345 67 89", "Lindeplein 1, 1291 DH Klein"]

    def test_an_address_is_told_once(self, klein: Project) -> None:
        again = "  - id: zaal\n    naam: De zaal\n    straat: Lindeplein 1\n    postcode: 1291 DH\n    plaats: Klein\n"
        klein.replace(LINDE, PLACE, f"locaties:\n{again}  - id: linde\n")

        assert reached(klein, "/thema/burgerzaken/")["organisatie:de-linde"] == ["Bel 012 345 67 89", "Lindeplein 1, 1291 DH Klein"]


def test_which_overviews_have_a_flyer(klein: Project) -> None:
    assert {path for path, overview in pages(klein).items() if overview.printed and overview.lang == "nl"} == {
        "/thema/burgerzaken/",
        "/levensgebeurtenis/verhuizen/",
        "/wijk/centrum/",
    }
