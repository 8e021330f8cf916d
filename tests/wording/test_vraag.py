"""A question: its own answer, what it belongs to, and where others name it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from project import edition_of

from generator.answer import Link, plain_bodies
from generator.wording.overviews import overviews

if TYPE_CHECKING:
    from conftest import Project

    from generator.answer import Answer, Block


def answer(project: Project, key: str) -> Answer:
    return next(one for one in edition_of(project).answers if one.key == key)


def block(told: Answer, name: str) -> Block:
    return next(one for one in told.blocks if one.id == name)


def test_a_question_has_its_own_short_answer_and_leads_to_its_product(klein: Project) -> None:
    told = answer(klein, "vraag:aow-buitenland")

    assert told.path == "/vraag/aow-buitenland/"
    assert told.title == "Krijg ik AOW als ik in het buitenland woon?"
    assert told.summary == "Ja. De SVB betaalt uw AOW ook in een ander land."
    assert plain_bodies(block(told, "hoort-bij").bodies) == ["AOW-pensioen", "SVB"]
    assert [place.name for place in told.places] == ["Burgerzaken"]
    assert told.old_paths == ("/vraag/aow-in-spanje/",)
    assert told.on_a4_alone


@pytest.mark.parametrize("key", ["product:aow", "organisatie:svb"])
def test_what_a_question_is_about_names_the_question(klein: Project, key: str) -> None:
    [items] = block(answer(klein, key), "vragen-hierover").bodies
    assert items.lines == ((Link("Krijg ik AOW als ik in het buitenland woon?", "/vraag/aow-buitenland/"),),)  # type: ignore[union-attr]


def test_other_records_do_not(klein: Project) -> None:
    assert "vragen-hierover" not in [one.id for one in answer(klein, "product:paspoort").blocks]


def test_an_english_page_does_not_lead_to_dutch_questions(klein: Project) -> None:
    klein.replace("content/vragen/aow-buitenland.yaml", "producten: aow", "producten: [aow, paspoort]")
    assert "vragen-hierover" in [one.id for one in answer(klein, "product:paspoort").blocks]
    assert "vragen-hierover" not in [one.id for one in answer(klein, "product:paspoort:en").blocks]


def test_the_theme_of_its_product_shows_a_question(klein: Project) -> None:
    shown = {one.path: one for one in overviews(klein.check().catalogue)}

    theme = {section.id: section for section in shown["/thema/burgerzaken/"].sections}
    assert [lead.record for lead in theme["vragen"].leads] == ["vraag:aow-buitenland"]
    [section] = shown["/vraag/"].sections
    assert (section.title, [lead.record for lead in section.leads]) == ("Burgerzaken", ["vraag:aow-buitenland"])


def test_a_question_without_products_takes_the_theme_of_its_organisation(klein: Project) -> None:
    klein.replace("content/vragen/aow-buitenland.yaml", "producten: aow\n", "")
    assert [place.name for place in answer(klein, "vraag:aow-buitenland").places] == ["Burgerzaken"]
