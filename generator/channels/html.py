"""Blocks of an answer as HTML, the same for the public page and the agents' page."""

from __future__ import annotations

import re
from functools import lru_cache
from html import unescape
from itertools import islice, takewhile, zip_longest
from typing import TYPE_CHECKING

from markupsafe import Markup
from markupsafe import escape as escape_markup

from generator.answer import Block, Body, Foreign, Items, Line, Link, Pairs, Paragraph, Strong, Words, plain
from generator.channels.drawing import way_drawn
from generator.channels.once import once

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.overview import Lead, Step

_ACTION_ICONS = {"tel:": "phone", "mailto:": "mail", "http": "online", "/": "place"}


def escape(text: str) -> str:
    """Make any text inert in HTML, in content and in attributes. Most texts need nothing; five searches for one letter are the quickest."""
    if "'" in text or "&" in text or '"' in text or "<" in text or ">" in text:
        return str(escape_markup(text))
    return text


def blocks_html(blocks: Iterable[Block], base: str, shorts: tuple[str, ...] = ()) -> Markup:
    """Render blocks.

    `base` leads from the page to the root of the site (`../../`); `shorts` are beginnings that say enough of an action.
    """
    return Markup("\n".join(block_html(block, base, shorts) for block in blocks))  # noqa: S704 - every text was escaped below


def contents_html(blocks: Iterable[Block]) -> Markup:
    """Render the list of what stands on the page, with a link to each block."""
    items = "".join(f'<li><a href="#{escape(block.id)}">{escape(block.title)}</a></li>' for block in blocks)
    return Markup(f"<ul>{items}</ul>")  # noqa: S704 - escaped above


@once
def block_html(block: Block, base: str, shorts: tuple[str, ...] = ()) -> str:
    """Render one block as a section with a heading that names it."""
    body = _actions(block, base, shorts) if block.id == "acties" else "".join(_bodies(block, base))
    name = escape(block.id)
    return (
        f'<section class="blok blok--{_look(block)}" data-blok="{name}" aria-labelledby="{name}">'
        f'<h2 id="{name}">{escape(block.title)}</h2>{_now(block)}{body}</section>'
    )


def _now(block: Block) -> str:
    """Leave room for the line that says whether it is open now; a script fills it, for only the visitor's clock knows."""
    return f'<p class="nu" data-momenten="{escape(block.moments)}" hidden></p>' if block.moments else ""


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
    return escape(block.id.split("-")[0] if block.id.startswith(("aanbod-", "locatie-", "vraag-", "uitkomst-")) else block.id)


IN_BAR, SHORT = 3, 20
"""On a small screen so many actions of so many letters stand in a bar that stays in view; the others stay in the page."""


def _actions(block: Block, base: str, shorts: tuple[str, ...]) -> str:
    """Render the actions in two lists: those that fit in the bar of a small screen, and the others. Elsewhere they look like one."""
    links = [line[0] for body in block.bodies if isinstance(body, Items) for line in body.lines if isinstance(line[0], Link)]
    barred = list(islice(takewhile(lambda link: len(_short(link.text, shorts)) <= SHORT, links), IN_BAR))
    rest = links[len(barred) :]
    return "".join(
        f'<ul class="{look}">' + "".join(f"<li>{_button(link, base, shorts)}</li>" for link in part) + "</ul>"
        for look, part in (("acties acties--balk", barred), ("acties", rest))
        if part
    )


def _short(text: str, shorts: tuple[str, ...]) -> str:
    """Give the beginning of a label that says enough where there is little room, or all of it."""
    return next((short for short in shorts if text.startswith(f"{short} ")), text)


def _button(link: Link, base: str, shorts: tuple[str, ...]) -> str:
    target = escape(href(link.target, base))
    short = _short(link.text, shorts)
    rest = link.text.removeprefix(short)
    more = f'<span class="knop__meer">{_breakable(rest)}</span>' if rest else ""
    words = f"<span>{_breakable(short)}{more}</span>"
    return f'<a class="knop knop--{_icon(link.target)}" href="{target}"{_rel(link)}{_langs(link)}>{words}</a>'


_NUMBER = re.compile(r"[+\d][\d ]{4,}\d")
"""A telephone number in words."""


@lru_cache(maxsize=4096)
def _breakable(text: str) -> str:
    """Let a long web address break before a full stop, not in the middle of a word; and keep a telephone number on one line."""
    broken = re.sub(r"(?<=\w)(?=[.]\w)", "<wbr>", escape(text))
    return _NUMBER.sub(r'<span class="nummer">\g<0></span>', broken)


def _icon(target: str) -> str:
    return next(icon for start, icon in _ACTION_ICONS.items() if target.startswith(start))


def _body(body: Body, block: Block, base: str) -> str:
    if isinstance(body, Paragraph):
        return f"<p>{line_html(body.line, base)}</p>"
    if isinstance(body, Items):
        tag = "ol" if body.numbered else "ul"
        drawing = way_drawn(body.actors) if body.actors else ""
        return f"{drawing}<{tag}>" + "".join(f"<li>{line_html(line, base)}</li>" for line in body.lines) + f"</{tag}>"
    if isinstance(body, Pairs):
        return (
            '<dl class="paren">'
            + "".join(f"<div><dt>{escape(name)}:</dt> <dd>{line_html(line, base)}</dd></div>" for name, line in body.rows)
            + "</dl>"
        )
    caption = f"<caption>{escape(body.caption)}</caption>" if body.caption else ""
    label = "" if body.caption else f' aria-labelledby="{escape(block.id)}"'
    heads = "".join(f'<th scope="col">{escape(head)}</th>' for head in body.heads)
    rows = "".join(_row(row, block, base) for row in body.rows)
    return f"<table{label}>{caption}<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"


def _row(row: tuple[Line, ...], block: Block, base: str) -> str:
    """Render a row; a coming day that is not as usual, which says why between brackets, is marked."""
    other = ' class="anders"' if block.passing and plain(row[-1]).endswith(")") else ""
    cells = "".join(f"<td>{line_html(cell, base)}</td>" for cell in row[1:])
    return f'<tr{other}><th scope="row">{line_html(row[0], base)}</th>{cells}</tr>'


def line_html(line: Line, base: str) -> str:
    """Render a line: words, strong words and links."""
    return "".join([escape(part.text) if type(part) is Words else _inline(part, base) for part in line])


def _inline(part: object, base: str) -> str:
    if isinstance(part, Link):
        return f'<a href="{escape(href(part.target, base))}"{_rel(part)}{_langs(part)}>{escape(part.text)}</a>'
    if isinstance(part, Foreign):
        return f'<bdi lang="{escape(part.lang)}">{escape(part.text)}</bdi>'
    if isinstance(part, Strong):
        return f"<strong>{escape(part.text)}</strong>"
    return escape(part.text)  # type: ignore[attr-defined]


def href(target: str, base: str) -> str:
    """Make a target a URL on this page: a path in the site becomes relative, so that the site works below any address."""
    return base + target[1:] if target.startswith("/") else target


def _langs(link: Link) -> str:
    """Say in which language the words are, and the page that they lead to, where it is another (WCAG 3.1.2)."""
    own = f' lang="{escape(link.lang)}"' if link.lang else ""
    return own + (f' hreflang="{escape(link.page_lang)}"' if link.page_lang else "")


def _rel(link: Link) -> str:
    """Tell another site nothing; and give its address for paper, where the words do not say it already."""
    if not link.target.startswith("http"):
        return ""
    address = link.target.removeprefix("https://").removeprefix("www.").rstrip("/")
    return ' rel="external noreferrer"' + ("" if address in link.text else f' data-adres="{escape(address)}"')


_LINK = re.compile(r'<a href="(https?://[^"]+)">(.*?)</a>', re.DOTALL)


def with_careful_links(html: str) -> str:
    """Let links to other sites in a hand-written page tell them nothing either; `html` is what MkDocs made of Markdown."""
    return _LINK.sub(lambda found: f'<a href="{found[1]}"{_rel(Link(unescape(found[2]), unescape(found[1])))}>{found[2]}</a>', html)


def leads_html(leads: Iterable[Lead], base: str) -> Markup:
    """Render the ways in of an overview; written here and not in the template, since an A–Z has thousands."""
    return Markup("".join(f"{_lead(lead, base)}\n" for lead in leads))  # noqa: S704 - every text was escaped below


def _lead(lead: Lead, base: str) -> str:
    record = f' data-record="{escape(lead.record)}"' if lead.record else ""
    text = f"<p>{escape(lead.text)}</p>" if lead.text else ""
    target = escape(href(lead.link.target, base))
    return f'<li{record}><a href="{target}"{_langs(lead.link)}>{escape(lead.link.text)}</a>{text}</li>'


def steps_html(steps: Iterable[Step], base: str) -> Markup:
    """Render what to do, in order of time: when, what, and the pages where it is done."""
    items = "".join(_step(step, base) for step in steps)
    return Markup(f"<ol>{items}</ol>" if items else "")  # noqa: S704 - every text was escaped below


def _step(step: Step, base: str) -> str:
    links = "".join(f"<li>{_inline(link, base)}</li>" for link in step.links)
    more = f"<ul>{links}</ul>" if links else ""
    return f"<li><h3>{line_html(step.when, base)}</h3><p>{line_html(step.what, base)}</p>{more}</li>"


def base_of(path: str) -> str:
    """Lead from the folder `path` to the root of the site: `/producten/paspoort/` gives `../../`."""
    return "../" * (path.count("/") - 1) or "./"
