"""What the finder knows of an offer: the words of its answer, and values to filter and sort by."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from project import answer_of

if TYPE_CHECKING:
    from conftest import Project

    from generator.offer import Offer, Provider

LINDE, RECORD = "organisatie:de-linde", "sociale_kaart/de-linde.yaml"


def provider(project: Project) -> Provider:
    found = answer_of(project, LINDE).provider
    assert found is not None
    return found


def offer(project: Project) -> Offer:
    [found] = provider(project).offers
    return found


def add(project: Project, fields: str) -> None:
    """Add fields to the one offer."""
    project.replace(RECORD, "    gratis: ja\n    toegang: vrij\n", f"    toegang: vrij\n{fields}")


def test_an_offer_says_what_its_block_says(klein: Project) -> None:
    found = offer(klein)

    assert (found.block, found.title, found.short) == ("aanbod-formulieren", "Hulp met formulieren", "Samen vult u het formulier in.")
    assert (found.access, found.costs) == ("U kunt gewoon komen.", ("Dit kost u niets.",))


def test_an_organisation_says_for_which_area_it_works(klein: Project) -> None:
    found = provider(klein)

    assert (found.area, found.wijken, found.served) == ("wijk", ("centrum",), "Centrum")


def test_a_product_has_no_offers(klein: Project) -> None:
    assert answer_of(klein, "product:paspoort").provider is None


@pytest.mark.parametrize(
    ("costs", "payment", "told"),
    [
        ("    gratis: ja\n", "gratis", ("Dit kost u niets.",)),
        (
            '    kosten:\n      - {omschrijving: Voor koffie, bedrag: "2,00"}\n',
            "bijdrage",
            ("Voor koffie €\N{NO-BREAK SPACE}2,00",),
        ),
        ("    kosten_toelichting: Dat hangt van uw inkomen af.\n", "verschilt", ("Dat hangt van uw inkomen af.",)),
    ],
)
def test_what_it_costs_is_told_and_can_be_filtered(klein: Project, costs: str, payment: str, told: tuple[str, ...]) -> None:
    add(klein, costs)

    assert (offer(klein).payment, offer(klein).costs) == (payment, told)


def bits(*parts: tuple[int, int]) -> int:
    """Give the bits of parts of days: (0, 0) is Monday's morning, (6, 3) Sunday's night."""
    return sum(1 << (weekday * 4 + part) for weekday, part in parts)


@pytest.mark.parametrize(
    ("times", "found"),
    [
        ("{dagen: [dinsdag], tijd: 10:00-12:00}", bits((1, 0))),
        ("{dagen: [dinsdag], tijd: 10:00-12:30}", bits((1, 0), (1, 1))),
        ("{dagen: [zondag], tijd: 20:00-02:00}", bits((6, 2), (0, 3))),
        ("{dagen: [vrijdag], tijd: 18:00-20:00, keer_in_maand: [laatste]}", bits((4, 2))),
        ("{dagen: [woensdag], tijd: 09:00-10:00, afspraak: ja}", bits((2, 0))),
    ],
)
def test_days_and_parts_of_the_day_come_from_the_hours(klein: Project, times: str, found: int) -> None:
    add(klein, f"    gratis: ja\n    openingstijden:\n      tijden: [{times}]\n      feestdagen: open\n")

    assert offer(klein).week == found


def test_without_hours_of_its_own_it_has_those_of_its_place(klein: Project) -> None:
    klein.replace(
        RECORD, "    wijk: centrum\n", "    wijk: centrum\n    openingstijden:\n      tijden: [{dagen: [maandag], tijd: 13:00-15:00}]\n"
    )

    assert offer(klein).week == bits((0, 1))
    assert offer(klein).moments == ""
    assert provider(klein).spots[0].moments.startswith("o")


def test_hours_that_nobody_knows_fill_no_day(klein: Project) -> None:
    assert (offer(klein).week, offer(klein).moments, provider(klein).spots[0].moments) == (0, "", "")


def test_a_place_has_degrees_where_both_are_known(klein: Project) -> None:
    klein.replace(
        RECORD,
        "    wijk: centrum\n",
        '    wijk: centrum\n    breedtegraad: "52,0917"\n    lengtegraad: "5,1222"\n    toegankelijk: rolstoel\n',
    )

    [spot] = provider(klein).spots
    assert (spot.latitude, spot.longitude, spot.wheelchair, spot.wijk) == (52.0917, 5.1222, True, "centrum")
