"""Blocks of an answer as HTML, the same for the public page and the agents' page."""

from __future__ import annotations

import re
from itertools import zip_longest
from typing import TYPE_CHECKING

from markupsafe import Markup
from markupsafe import escape as escape_markup

from generator.answer import Block, Body, Items, Line, Link, Pairs, Paragraph, Strong, Words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_ACTION_ICONS = {"tel:": "phone", "mailto:": "mail", "http": "online", "/": "place"}


_MARKUP = re.compile("[&<>'\"]")


def escape(text: str) -> str:
    """Make any text inert in HTML, in content and in attributes. Most texts need nothing, which one search tells."""
    return str(escape_markup(text)) if _MARKUP.search(text) else text


def blocks_html(blocks: Iterable[Block], base: str) -> Markup:
    """Render blocks; `base` leads from the page to the root of the site (`../../`)."""
    return Markup("\n".join(block_html(block, base) for block in blocks))  # noqa: S704 - every text was escaped below


def contents_html(blocks: Iterable[Block]) -> Markup:
    """Render the list of what stands on the page, with a link to each block."""
    items = "".join(f'<li><a href="#{escape(block.id)}">{escape(block.title)}</a></li>' for block in blocks)
    return Markup(f"<ul>{items}</ul>")  # noqa: S704 - escaped above


def block_html(block: Block, base: str) -> str:
    """Render one block as a section with a heading that names it."""
    body = _actions(block, base) if block.id == "acties" else "".join(_bodies(block, base))
    name = escape(block.id)
    return (
        f'<section class="blok blok--{_look(block)}" data-blok="{name}" aria-labelledby="{name}">'
        f'<h2 id="{name}">{escape(block.title)}</h2>{body}</section>'
    )


def _bodies(block: Block, base: str) -> Iterator[str]:
    """Render the bodies; a strong phrase that stands alone above something is the heading of it."""
    for body, following in zip_longest(block.bodies, block.bodies[1:]):
        phrase = _phrase(body)
        yield f"<h3>{escape(phrase)}</h3>" if phrase and following and _phrase(following) is None else _body(body, block, base)


def _phrase(body: Body) -> str | None:
    """Give the words of a paragraph that is one strong phrase without a full stop."""
    if not isinstance(body, Paragraph) or len(body.line) != 1:
        return None
    part = body.line[0]
    return part.text if isinstance(part, Strong) and not part.text.endswith((".", "!", ":")) else None


def _look(block: Block) -> str:
    return escape(block.id.split("-")[0] if block.id.startswith(("aanbod-", "locatie-")) else block.id)


def _actions(block: Block, base: str) -> str:
    links = [line[0] for body in block.bodies if isinstance(body, Items) for line in body.lines]
    items = "".join(f"<li>{_button(link, base)}</li>" for link in links if isinstance(link, Link))
    return f'<ul class="acties">{items}</ul>'


def _button(link: Link, base: str) -> str:
    target = escape(href(link.target, base))
    return f'<a class="knop knop--{_icon(link.target)}" href="{target}"{_rel(link.target)}>{_breakable(link.text)}</a>'


def _breakable(text: str) -> str:
    """Let a long web address break before a full stop, not in the middle of a word."""
    return re.sub(r"(?<=\w)(?=[.]\w)", "<wbr>", escape(text))


def _icon(target: str) -> str:
    return next(icon for start, icon in _ACTION_ICONS.items() if target.startswith(start))


def _body(body: Body, block: Block, base: str) -> str:
    if isinstance(body, Paragraph):
        return f"<p>{line_html(body.line, base)}</p>"
    if isinstance(body, Items):
        tag = "ol" if body.numbered else "ul"
        return f"<{tag}>" + "".join(f"<li>{line_html(line, base)}</li>" for line in body.lines) + f"</{tag}>"
    if isinstance(body, Pairs):
        return (
            '<dl class="paren">'
            + "".join(f"<div><dt>{escape(name)}:</dt> <dd>{line_html(line, base)}</dd></div>" for name, line in body.rows)
            + "</dl>"
        )
    caption = f"<caption>{escape(body.caption)}</caption>" if body.caption else ""
    label = "" if body.caption else f' aria-labelledby="{escape(block.id)}"'
    heads = "".join(f'<th scope="col">{escape(head)}</th>' for head in body.heads)
    rows = "".join(
        f'<tr><th scope="row">{line_html(row[0], base)}</th>' + "".join(f"<td>{line_html(cell, base)}</td>" for cell in row[1:]) + "</tr>"
        for row in body.rows
    )
    return f"<table{label}>{caption}<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"


def line_html(line: Line, base: str) -> str:
    """Render a line: words, strong words and links."""
    if len(line) == 1 and isinstance(line[0], Words):
        return escape(line[0].text)
    return "".join([_inline(part, base) for part in line])


def _inline(part: object, base: str) -> str:
    if isinstance(part, Link):
        return f'<a href="{escape(href(part.target, base))}"{_rel(part.target)}>{escape(part.text)}</a>'
    if isinstance(part, Strong):
        return f"<strong>{escape(part.text)}</strong>"
    return escape(part.text)  # type: ignore[attr-defined]


def href(target: str, base: str) -> str:
    """Make a target a URL on this page: a path in the site becomes relative, so that the site works below any address."""
    return base + target[1:] if target.startswith("/") else target


def _rel(target: str) -> str:
    return ' rel="external noreferrer"' if target.startswith("http") else ""


def base_of(path: str) -> str:
    """Lead from the folder `path` to the root of the site: `/producten/paspoort/` gives `../../`."""
    return "../" * (path.count("/") - 1) or "./"
