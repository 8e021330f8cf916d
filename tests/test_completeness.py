"""What a product must tell, by the kind of product that it is."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from conftest import TESTS

if TYPE_CHECKING:
    from conftest import Project

MOVING = "products/verhuizing-doorgeven.yaml"
APPLY = "aanvraag:\n  telefoon:\n    contact: contactpunt:gemeente\n"


@pytest.mark.parametrize(
    "told",
    [
        "kosten_toelichting: Dit verschilt.\n",  # nothing to apply for
        f"{APPLY}termijn: 2 weken\n",
        f"{APPLY}termijn_toelichting: U kunt meteen gaan.\n",
        "bezwaar: Maak bezwaar.\nwetten:\n  - naam: Legesverordening\n",
        f"{APPLY}termijn: 1 dag\nniet_hier:\n  - wie: U woont ergens anders\n    dan: Bel 14 012.\n",  # no conditions, so no decision
    ],
)
def test_a_product_that_tells_what_its_kind_asks_is_complete(klein: Project, told: str) -> None:
    klein.append(MOVING, told)
    assert klein.rules() == []


@pytest.mark.parametrize(
    "told",
    [
        APPLY,
        f"{APPLY}termijn: 1 dag\nvoorwaarden: U woont hier.\nniet_hier:\n  - wie: U woont ergens anders\n    dan: Bel 14 012.\n",
        "bezwaar: Maak bezwaar.\n",
    ],
)
def test_a_product_that_leaves_out_what_its_kind_asks_is_refused(klein: Project, told: str) -> None:
    klein.append(MOVING, told)
    assert klein.rules() == ["product-onvolledig"]


def test_what_another_body_gives_on_conditions_may_rest_on_its_own_rules(klein: Project) -> None:
    klein.append(
        "products/aow.yaml", f"{APPLY}termijn: 1 dag\nvoorwaarden: U bent lid.\nniet_hier:\n  - wie: Geen lid\n    dan: Bel 112.\n"
    )
    assert klein.rules() == []


def test_the_product_of_a_body_out_of_reach_may_name_a_contact_itself(klein: Project) -> None:
    shutil.copytree(TESTS / "broken/uitvoerder-onbereikbaar", klein.root, dirs_exist_ok=True)
    assert klein.rules() == ["uitvoerder-onbereikbaar"]
    klein.append("products/noodgeld.yaml", "contact: gemeente\n")
    assert klein.rules() == []
