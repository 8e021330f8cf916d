"""The agents' page: the same blocks as the public page, with the agents' layer beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from markupsafe import Markup

from generator.channels.html import base_of, blocks_html, escape
from generator.channels.page import rendered

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.answer import AgentLayer, Answer
    from generator.channels.site import Site

REMARKS = ("klopt niet", "onduidelijk", "ontbreekt")
"""What an agent can say of a part of an answer, in one click."""


def render(answer: Answer, layer: AgentLayer, site: Site) -> str:
    """Render the page of `answer` in the agents' site."""
    told = blocks_html(layer.blocks, base_of(answer.path))
    remarks = Markup("\n".join(_remarks(answer, layer, site)))  # noqa: S704 - escaped and quoted
    return rendered("agent", answer, site, key=answer.key, layer=told, remarks=remarks)


def _remarks(answer: Answer, layer: AgentLayer, site: Site) -> Iterator[str]:
    """List every part with three ready mails; each names record, part and answer code, so that who reads it finds the place at once.

    The title is left out: a decision tree has some thirty parts, and the record's own name says which answer it is.
    """
    about = f"{answer.key} ({answer.code})"
    parts = [("", "De hele pagina"), *((block.id, block.title) for block in (*layer.blocks, *answer.blocks))]
    for identifier, title in parts:
        name = f"{title} [{identifier}]" if identifier else title
        links = ", ".join(_mail(site.email, remark, f"{remark.capitalize()}: {name}, {about}", title) for remark in REMARKS)
        yield f'<li id="melden-{escape(identifier) or "pagina"}" tabindex="-1"><span>{escape(title)}:</span> {links}</li>'


def _mail(address: str, remark: str, subject: str, title: str) -> str:
    target = f"mailto:{address}?subject={quote(subject, safe='')}"
    return f'<a href="{escape(target)}" aria-label="{escape(remark)}: {escape(title)}">{remark}</a>'
