"""A product, an organisation and a desk as every channel tells them, to be read as prose: one folder, one file a channel."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest
from project import edition_of, lay_down, site_for

from generator.answer import plain_bodies
from generator.channels import agent, api, markdown, page

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.answer import AgentLayer, Answer
    from generator.edition import Edition

RECORDS = pytest.mark.parametrize("key", ["product:identiteitskaart", "organisatie:voedselbank"])


@pytest.fixture(scope="module")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    return edition_of(lay_down(tmp_path_factory.mktemp("golden") / "klein"))


def answer_of(edition: Edition, key: str) -> Answer:
    [answer] = [answer for answer in edition.answers if answer.key == key]
    return answer


def article(markup: str) -> str:
    """Give the article of a page with every block-level element on its own line."""
    [found] = re.findall(r"<article.*?</article>", markup, re.DOTALL)
    lines = re.sub(r"(?<!^)(<(?:section|h[1-4]|p|ul|ol|li|dl|div|table|thead|tbody|tr|nav|aside|header|footer|article)\b)", r"\n\1", found)
    return "\n".join(line.strip() for line in lines.split("\n") if line.strip()) + "\n"


def layer_as_text(layer: AgentLayer) -> str:
    return "\n\n".join("\n".join([f"[{block.id}] {block.title}", *plain_bodies(block.bodies)]) for block in layer.blocks) + "\n"


@RECORDS
def test_public_page(edition: Edition, key: str, golden: Callable[[str, str], None]) -> None:
    answer = answer_of(edition, key)

    golden(f"{answer.id}.html", article(page.render(answer, site_for())))


@RECORDS
def test_markdown(edition: Edition, key: str, golden: Callable[[str, str], None]) -> None:
    answer = answer_of(edition, key)

    golden(f"{answer.id}.md", markdown.render(answer, site_for()))


@RECORDS
def test_json(edition: Edition, key: str, golden: Callable[[str, str], None]) -> None:
    answer = answer_of(edition, key)

    golden(f"{answer.id}.json", json.dumps(json.loads(api.render(answer, site_for())), ensure_ascii=False, indent=1) + "\n")


@RECORDS
def test_what_agents_read(edition: Edition, key: str, golden: Callable[[str, str], None]) -> None:
    answer = answer_of(edition, key)

    golden(f"{answer.id}.kcc.txt", layer_as_text(edition.layers[key]))
    assert agent.render(answer, edition.layers[key], site_for("kcc")).count('data-blok="kcc-') == len(edition.layers[key].blocks)
