"""The public page of an answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.answer import Link
from generator.channels.html import base_of, blocks_html, contents_html

if TYPE_CHECKING:
    from generator.answer import Answer
    from generator.channels.site import Site


def render(answer: Answer, site: Site) -> str:
    """Render the page of `answer` in the public site."""
    return site.render("answer", path=answer.path, title=answer.title, **answer_context(answer))


def answer_context(answer: Answer) -> dict[str, object]:
    """Give what both sites' pages show of an answer: the same blocks in the same order."""
    base = base_of(answer.path)
    first, rest = answer.blocks[0], answer.blocks[1:]
    actions = [block for block in rest if block.id == "acties"]
    return {
        "answer": answer,
        "short": blocks_html([first], base),
        "actions": blocks_html(actions, base),
        "blocks": blocks_html([block for block in rest if block.id != "acties"], base),
        "contents": contents_html(block for block in rest if block.id != "acties"),
        "description": answer.summary,
        "trail": tuple(Link(place.name, place.path) for place in answer.places[:1]),
    }
