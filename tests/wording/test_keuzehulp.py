"""A decision tree as one answer: numbered questions and outcomes, so that it can be read on paper too."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from project import edition_of

from generator.answer import Items, Link, Words, plain_bodies

if TYPE_CHECKING:
    from conftest import Project

    from generator.answer import Answer, Block

TREE = "content/keuzehulpen/geld-later.yaml"


def answer(project: Project, key: str = "keuzehulp:geld-later") -> Answer:
    return next(one for one in edition_of(project).answers if one.key == key)


def block(told: Answer, name: str) -> Block:
    return next(one for one in told.blocks if one.id == name)


def test_every_question_and_outcome_is_a_block_in_the_order_of_the_editor(klein: Project) -> None:
    assert [one.id for one in answer(klein).blocks] == [
        "kort-antwoord",
        "vraag-leeftijd",
        "vraag-papieren",
        "uitkomst-aow",
        "uitkomst-buurthuis",
        "verantwoording",
    ]


def test_the_first_question_comes_first_wherever_it_was_typed(klein: Project) -> None:
    first = "begin: leeftijd\nvragen:\n"
    klein.replace(
        TREE, first, first + "  zorg:\n    vraag: Krijgt u zorg?\n    antwoorden: [{tekst: Ja, naar: aow}, {tekst: Nee, naar: aow}]\n"
    )
    klein.replace(TREE, "      - tekst: Ja\n        naar: aow\n", "      - tekst: Ja\n        naar: zorg\n")
    titles = [one.title for one in answer(klein).blocks if one.id.startswith("vraag-")]
    assert titles[:2] == ["Vraag 1: Bent u al oud genoeg voor de AOW?", "Vraag 2: Krijgt u zorg?"]


def test_an_answer_leads_to_a_page_and_says_where_for_paper(klein: Project) -> None:
    explanation, choices = block(answer(klein), "vraag-leeftijd").bodies

    assert plain_bodies([explanation]) == ["Dat staat in de brief van de SVB."]
    assert isinstance(choices, Items)
    assert choices.lines[:2] == (
        (Link("Ja", "/keuzehulp/geld-later/aow/"), Words(" (naar uitkomst 1)")),
        (Link("Nee", "/keuzehulp/geld-later/papieren/"), Words(" (naar vraag 2)")),
    )


def test_an_outcome_lists_what_fits_with_its_short_answer(klein: Project) -> None:
    assert plain_bodies(block(answer(klein), "uitkomst-buurthuis").bodies) == [
        "Daar vullen vrijwilligers samen met u de formulieren in.",
        "Buurthuis De Linde: In De Linde helpen vrijwilligers u met brieven en formulieren.",
        "Gemeentehuis: In het gemeentehuis regelt u uw paspoort en uw verhuizing.",
    ]


@pytest.mark.parametrize("key", ["product:aow", "organisatie:svb", "organisatie:de-linde"])
def test_what_is_an_outcome_leads_to_the_tree(klein: Project, key: str) -> None:
    assert plain_bodies(block(answer(klein, key), "keuzehulp").bodies) == ["Welk geld krijgt u later?"]


def test_what_is_no_outcome_does_not(klein: Project) -> None:
    assert "keuzehulp" not in [one.id for one in answer(klein, "product:paspoort").blocks]


def test_prompts_are_for_agents_alone(klein: Project) -> None:
    edition = edition_of(klein)
    layer = edition.layers["keuzehulp:geld-later"]

    assert [(one.id, one.title) for one in layer.blocks] == [("kcc-leeftijd", "Bij vraag 1"), ("kcc-buurthuis", "Bij uitkomst 2")]
    assert layer.private == (
        "Vraag rustig naar de geboortedatum van de beller.",
        "Bied aan om het buurthuis vandaag nog te bellen.",
    )
