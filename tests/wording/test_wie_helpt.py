"""Who can help with a product: the own circle first, an indication last."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st
from project import answer_of, told_in

from generator.wording.wie_helpt import HEADINGS, closeness

if TYPE_CHECKING:
    from conftest import Project

    from generator.records.organisatie import Aanbod

AOW = "product:aow"
SVB, LINDE = "sociale_kaart/svb.yaml", "sociale_kaart/de-linde.yaml"


@dataclass
class Offer:
    """What counts of an offer."""

    toegang: str
    gratis: bool = False
    hulp_van: str | None = None


def group_of(**fields: Any) -> str:  # noqa: ANN401 - the fields of Offer
    return closeness(cast("Aanbod", Offer(**fields)))


@pytest.mark.parametrize(
    ("offer", "group"),
    [
        ({"toegang": "vrij", "hulp_van": "eigen-kring"}, "eigen-kring"),
        ({"toegang": "aanmelden", "gratis": True, "hulp_van": "vrijwilligers"}, "vrijwilligers"),
        ({"toegang": "aanmelden", "gratis": True}, "gratis"),
        ({"toegang": "vrij"}, "zonder-verwijzing"),
        ({"toegang": "verwijzing", "gratis": True}, "verwijzing"),
        ({"toegang": "indicatie", "gratis": True}, "indicatie"),
    ],
)
def test_the_group_of_an_offer(offer: dict[str, Any], group: str) -> None:
    assert group_of(**offer) == group


def test_volunteers_who_ask_for_a_referral_stand_with_the_referrals() -> None:
    assert group_of(toegang="verwijzing", hulp_van="vrijwilligers") == "verwijzing"


@given(st.booleans(), st.sampled_from([None, "eigen-kring", "vrijwilligers"]), st.sampled_from(["vrij", "aanmelden"]))
def test_what_needs_no_indication_always_comes_before_what_does(gratis: bool, hulp_van: str | None, toegang: str) -> None:  # noqa: FBT001
    order = list(HEADINGS)
    place = order.index(group_of(toegang=toegang, gratis=gratis, hulp_van=hulp_van))

    assert place < order.index("verwijzing") < order.index("indicatie")


class TestOnThePage:
    """The block of a product."""

    def test_help_without_a_referral_comes_before_an_indication(self, klein: Project) -> None:
        klein.replace(LINDE, "toegang: vrij", "toegang: indicatie")

        assert told_in(answer_of(klein, AOW), "wie-helpt") == [
            "Gratis, zonder verwijzing",
            "SVB: AOW",
            "Met een indicatie",
            "Buurthuis De Linde: Hulp met formulieren",
        ]

    def test_volunteers_come_before_other_free_help(self, klein: Project) -> None:
        klein.replace(SVB, "toegang: aanmelden", "toegang: aanmelden\n    hulp_van: vrijwilligers")

        assert told_in(answer_of(klein, AOW), "wie-helpt") == [
            "Hulp van vrijwilligers",
            "SVB: AOW",
            "Gratis, zonder verwijzing",
            "Buurthuis De Linde: Hulp met formulieren",
        ]

    def test_an_organisation_stands_in_every_group_in_which_it_offers_something(self, klein: Project) -> None:
        klein.replace(
            LINDE,
            "verwant: svb",
            "  - id: thuis\n    naam: Hulp thuis\n    omschrijving: Iemand komt bij u thuis.\n    voor_wie: Iedereen.\n"
            "    gratis: ja\n    toegang: verwijzing\n    producten: [aow]\nverwant: svb",
        )

        assert told_in(answer_of(klein, AOW), "wie-helpt") == [
            "Gratis, zonder verwijzing",
            "Buurthuis De Linde: Hulp met formulieren",
            "SVB: AOW",
            "Met een verwijzing",
            "Buurthuis De Linde: Hulp thuis",
        ]

    def test_who_is_only_named_comes_last(self, klein: Project) -> None:
        klein.append("products/verhuizing-doorgeven.yaml", "organisaties: svb\n")

        assert told_in(answer_of(klein, "product:verhuizing-doorgeven"), "wie-helpt") == [
            "Gratis, zonder verwijzing",
            "Buurthuis De Linde: Hulp met formulieren",
            "Deze organisaties helpen ook",
            "SVB",
        ]
