"""The pages of an answer in both sites: the same blocks, and beside them what agents need."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from lxml import html
from project import edition_of, lay_down, site_for

from generator.channels import agent, page

if TYPE_CHECKING:
    from generator.answer import Answer
    from generator.edition import Edition


@pytest.fixture(scope="module")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    return edition_of(lay_down(tmp_path_factory.mktemp("pages") / "klein"))


def article(markup: str) -> html.HtmlElement:
    [found] = html.document_fromstring(markup).iter("article")
    return found


def block_ids(element: html.HtmlElement) -> list[str]:
    return [part.attrib["data-blok"] for part in element.iter() if "data-blok" in part.attrib]


def pages_of(answer: Answer, edition: Edition) -> tuple[html.HtmlElement, html.HtmlElement]:
    layer = edition.layers[answer.key]
    return article(page.render(answer, site_for())), article(agent.render(answer, layer, site_for("kcc")))


def test_the_article_names_its_record_and_every_block(edition: Edition) -> None:
    for answer in edition.answers:
        public, _ = pages_of(answer, edition)

        assert public.get("data-antwoord") == answer.id
        assert public.get("data-code") == answer.code
        assert block_ids(public) == [block.id for block in answer.blocks]


def test_the_agents_page_has_the_same_blocks_to_the_letter(edition: Edition) -> None:
    for answer in edition.answers:
        public, agents = pages_of(answer, edition)
        shown = {identifier: html.tostring(block) for identifier, block in blocks_of(public).items()}

        assert {identifier: html.tostring(block) for identifier, block in blocks_of(agents).items() if identifier in shown} == shown
        assert [identifier for identifier in block_ids(agents) if not identifier.startswith("kcc-")] == block_ids(public)


def blocks_of(element: html.HtmlElement) -> dict[str, html.HtmlElement]:
    return {part.attrib["data-blok"]: part for part in element.iter() if "data-blok" in part.attrib}


def test_only_the_agents_page_has_the_layer(edition: Edition) -> None:
    for answer in edition.answers:
        public, agents = pages_of(answer, edition)
        layer = [block.id for block in edition.layers[answer.key].blocks]

        assert [identifier for identifier in block_ids(agents) if identifier.startswith("kcc-")] == layer
        assert [identifier for identifier in block_ids(public) if identifier.startswith("kcc-")] == []


def test_a_record_without_a_layer_says_so_to_agents(edition: Edition) -> None:
    [answer] = [answer for answer in edition.answers if answer.key == "product:aow"]

    assert "Voor dit antwoord is er nog geen werkinstructie." in agent.render(answer, edition.layers[answer.key], site_for("kcc"))


def test_every_id_is_there_once_and_every_label_points_to_one(edition: Edition) -> None:
    for answer in edition.answers:
        for found in pages_of(answer, edition):
            ids = [part.attrib["id"] for part in found.iter() if "id" in part.attrib]
            named = {part.attrib["aria-labelledby"] for part in found.iter() if "aria-labelledby" in part.attrib}

            assert len(ids) == len(set(ids))
            assert named <= set(ids)


def test_the_other_forms_of_the_answer_are_linked(edition: Edition) -> None:
    [answer] = [answer for answer in edition.answers if answer.key == "product:paspoort"]
    markup = page.render(answer, site_for())

    assert '<link rel="alternate" type="application/json" href="../../api/v1/producten/paspoort.json">' in markup
    assert '<link rel="alternate" type="text/markdown" href="index.md">' in markup
    assert '<link rel="canonical" href="https://www.voorbeeldstad.example/producten/paspoort/">' in markup
    assert '<meta name="robots"' not in markup


def test_the_page_allows_no_script_of_anybody_else(edition: Edition) -> None:
    [answer] = [answer for answer in edition.answers if answer.key == "product:paspoort"]
    tree = html.document_fromstring(page.render(answer, site_for()))
    [policy] = [str(part.get("content")) for part in tree.iter("meta") if part.get("http-equiv") == "Content-Security-Policy"]

    assert "default-src 'none'; script-src 'self'; style-src 'self'" in policy
    assert "unsafe-inline" not in policy
    assert [part for part in tree.iter("script") if part.get("src") is None] == []
    assert [part for part in tree.iter() if part.get("style") is not None] == []
