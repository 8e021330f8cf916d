"""Who handles an answer, and when: what an agent sees beside a result of search."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from project import edition_of

if TYPE_CHECKING:
    from conftest import Project

COUNTER = (
    "Gemeentehuis, balie: maandag: 9.00 tot 12.30 uur en 13.30 tot 17.00 uur; dinsdag tot en met donderdag: gesloten; "
    "vrijdag: 9.00 tot 12.30 uur en 13.30 tot 17.00 uur; zaterdag en zondag: gesloten; feestdagen: gesloten"
)
TELEPHONE = (
    "Gemeente Klein, telefoon: maandag tot en met vrijdag: 9.00 tot 17.00 uur; zaterdag en zondag: niet bereikbaar; "
    "feestdagen: niet bereikbaar"
)


def told(project: Project, key: str) -> str:
    layer = edition_of(project).layers[key]
    assert bool(layer.moments) is bool(layer.handled_by), "hours in words and the line about now are of the same desk"
    return layer.handled_by


@pytest.mark.parametrize("key", ["product:paspoort", "loket:kcc"])
def test_the_desk_where_it_is_done(klein: Project, key: str) -> None:
    assert told(klein, key) == COUNTER


def test_the_telephone_where_no_desk_is_named(klein: Project) -> None:
    klein.replace("products/verhuizing-doorgeven.yaml", "eigenaar:", "contact: gemeente\neigenaar:")
    assert told(klein, "product:verhuizing-doorgeven") == TELEPHONE


def test_a_question_is_handled_by_who_handles_its_product(klein: Project) -> None:
    klein.replace("content/vragen/aow-buitenland.yaml", "producten: aow", "producten: paspoort")
    assert told(klein, "vraag:aow-buitenland") == TELEPHONE


def test_nothing_where_no_hours_are_known(klein: Project) -> None:
    assert told(klein, "organisatie:svb") == ""
