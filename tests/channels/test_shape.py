"""A page with holes: what is alike is rendered once, what differs is put in, and a template can do nothing else with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import Environment, StrictUndefined
from jinja2.exceptions import UndefinedError
from markupsafe import Markup
from project import edition_of, lay_down, site_for

from generator.channels import agent, page
from generator.channels.shape import EDGE, Shape, with_holes
from generator.channels.site import AGENTS, PUBLIC

if TYPE_CHECKING:
    from generator.edition import Edition

JINJA = Environment(autoescape=True, undefined=StrictUndefined)

WORDS = st.text(st.characters(exclude_characters=EDGE, exclude_categories=["Cs"]))


def directly(template: str, told: dict[str, str]) -> str:
    return JINJA.from_string(template).render(told)


def with_a_shape(template: str, told: dict[str, str]) -> str:
    return Shape(JINJA.from_string(template).render(with_holes(told))).filled(told)


@pytest.fixture(scope="module")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    return edition_of(lay_down(tmp_path_factory.mktemp("shape") / "klein"))


@given(title=WORDS, text=WORDS)
def test_a_filled_shape_is_the_page_that_the_template_would_make(title: str, text: str) -> None:
    template = '<h1 title="{{ title }}">{{ title }}</h1>{% if text %}<p>{{ "Over: " ~ text }}</p>{% endif %}{{ html }}'
    told = {"title": title, "text": text, "html": Markup("<b>&amp;</b>")}

    assert with_a_shape(template, told) == directly(template, told)


def test_what_is_told_is_markup_only_where_it_says_so() -> None:
    told = {"title": "<script>", "short": Markup("<p>Ja.</p>")}

    assert with_a_shape("{{ title }}{{ short }}", told) == "&lt;script&gt;<p>Ja.</p>"


@pytest.mark.parametrize(
    "template",
    [
        "{{ title|length }}",
        "{{ title|truncate(3) }}",
        "{{ title == 'Paspoort' }}",
        "{{ 'Pas' in title }}",
        "{% for letter in title %}{{ letter }}{% endfor %}",
        "{{ title.path }}",
        "{{ title[0] }}",
        "{{ {title: 1} }}",
    ],
)
def test_a_template_that_looks_into_a_hole_fails(template: str) -> None:
    with pytest.raises((TypeError, UndefinedError)):
        with_a_shape(template, {"title": "Paspoort"})


def test_a_template_that_changes_a_hole_fails() -> None:
    with pytest.raises(KeyError):
        with_a_shape("{{ title|upper }}", {"title": "Paspoort"})


@pytest.mark.parametrize("channel", [PUBLIC, AGENTS])
def test_every_page_is_the_same_from_a_shape_as_from_the_template(edition: Edition, channel: str) -> None:
    alike, alone = site_for(channel), site_for(channel)
    for answer in edition.answers:
        pages = []
        for site in (alike, alone):
            alone.shapes.clear()
            pages.append(agent.render(answer, edition.layers[answer.key], site) if site.for_agents else page.render(answer, site))
        assert pages[0] == pages[1]
        assert EDGE not in pages[0]
    assert 1 < len(alike.shapes) < len(edition.answers)


def test_answers_in_more_languages_leave_no_shapes_behind(edition: Edition) -> None:
    """Each names the pages in the other languages, so no other page is like it."""
    translated = [answer for answer in edition.answers if answer.others]
    site = site_for()
    for answer in translated:
        page.render(answer, site)
    assert translated
    assert not site.shapes
