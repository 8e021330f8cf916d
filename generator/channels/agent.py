"""The agents' page: the same blocks as the public page, with the agents' layer beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.channels.html import base_of, blocks_html
from generator.channels.page import answer_context

if TYPE_CHECKING:
    from generator.answer import AgentLayer, Answer
    from generator.channels.site import Site


def render(answer: Answer, layer: AgentLayer, site: Site) -> str:
    """Render the page of `answer` in the agents' site."""
    return site.render(
        "agent", path=answer.path, title=answer.title, layer=blocks_html(layer.blocks, base_of(answer.path)), **answer_context(answer)
    )
