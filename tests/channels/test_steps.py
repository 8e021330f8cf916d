"""The pages of a decision tree: one step each, with the way that led there, and no page without a way on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from lxml import html
from project import edition_of, site_for

from generator.channels import steps

if TYPE_CHECKING:
    from conftest import Project

    from generator.answer import Answer

KEY = "keuzehulp:geld-later"


def tree(project: Project) -> Answer:
    return next(one for one in edition_of(project).answers if one.key == KEY)


def pages(project: Project, channel: str = "publiek") -> dict[str, html.HtmlElement]:
    edition = edition_of(project)
    made = steps.files(tree(project), edition.layers[KEY], site_for(channel))
    return {path: html.fromstring(text) for path, text in made.items()}


def page(project: Project, step: str, channel: str = "publiek") -> html.HtmlElement:
    return pages(project, channel)[f"keuzehulp/geld-later/{step}/index.html"]


def test_every_question_and_outcome_has_a_page(klein: Project) -> None:
    assert [path.split("/")[2] for path in pages(klein)] == ["leeftijd", "papieren", "aow", "buurthuis"]


def test_other_answers_have_no_steps(klein: Project) -> None:
    edition = edition_of(klein)
    assert all(not steps.files(one, edition.layers[one.key], site_for()) for one in edition.answers if one.key != KEY)


def test_a_page_shows_one_step(klein: Project) -> None:
    assert [one.get("data-blok") for one in page(klein, "papieren").xpath("//*[@data-blok]")] == ["vraag-papieren"]


def test_links_lead_to_the_next_step_without_a_script(klein: Project) -> None:
    assert page(klein, "leeftijd").xpath("//*[@data-blok]//li/a/@href") == [
        "../../../keuzehulp/geld-later/aow/",
        "../../../keuzehulp/geld-later/papieren/",
        "../../../keuzehulp/geld-later/papieren/",
    ]


@pytest.mark.parametrize(
    ("step", "told"), [("leeftijd", ["Hierna komt hoogstens nog één vraag."]), ("papieren", ["Dit is de laatste vraag."]), ("aow", [])]
)
def test_it_says_how_many_questions_are_left(klein: Project, step: str, told: list[str]) -> None:
    assert page(klein, step).xpath("//p[@class='keuze__voortgang']/text()") == told


def test_the_way_is_hidden_where_there_are_more_ways(klein: Project) -> None:
    """Two answers lead to the second question, so that only the URL knows which was given."""
    [path] = page(klein, "papieren").xpath("//ol[@class='keuze__pad']")
    assert path.get("hidden") is not None
    assert path.xpath("li/@data-keuze") == ["leeftijd.1", "leeftijd.2"]


def test_the_way_is_shown_where_there_is_only_one(klein: Project) -> None:
    klein.replace("content/keuzehulpen/geld-later.yaml", "      - tekst: Ik weet het niet\n        naar: papieren\n", "")
    [path] = page(klein, "papieren").xpath("//ol[@class='keuze__pad']")
    assert path.get("hidden") is None
    assert path.xpath("li/a/@aria-label") == ["Wijzig: Vraag 1: Bent u al oud genoeg voor de AOW?"]


@pytest.mark.parametrize(("channel", "told"), [("publiek", 0), ("kcc", 1)])
def test_agents_read_how_to_ask_it(klein: Project, channel: str, told: int) -> None:
    assert len(page(klein, "leeftijd", channel).xpath("//aside[@class='kcc']")) == told


def test_a_search_engine_is_sent_to_the_beginning(klein: Project) -> None:
    [canonical] = page(klein, "aow").xpath("//link[@rel='canonical']/@href")
    assert canonical.endswith("/keuzehulp/geld-later/")
