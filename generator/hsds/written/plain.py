"""The public wording as plain text: nothing of it is lost where a reader shows no markup."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.answer import Items, Link, Pairs, Paragraph, plain

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.answer import Body, Inline, Line

NO_BREAK = "\N{NO-BREAK SPACE}"
_AROUND_ADDRESS = re.compile(r"^https?://(?:www\.)?|/$")


def plain_text(bodies: Iterable[Body], url: str) -> str:
    """Write bodies with an empty line between them; lists keep their signs, rows of a table become `head: rest`.

    `url` is where the public site stands: links within it get their whole address.
    """
    return "\n\n".join(_body(body, url) for body in bodies)


def plain_line(line: Line, url: str) -> str:
    """Write a line; the address that a link leads to stands behind its words, where those do not say it."""
    return "".join(_inline(part, url) for part in line)


def list_items(bodies: Iterable[Body], url: str) -> list[str]:
    """Give each item of a list, and each other body, as a text of its own."""
    return [
        text
        for body in bodies
        for text in ([plain_line(line, url) for line in body.lines] if isinstance(body, Items) else [_body(body, url)])
    ]


def _body(body: Body, url: str) -> str:
    if isinstance(body, Paragraph):
        return plain_line(body.line, url)
    if isinstance(body, Items):
        signs = (f"{number}." for number in range(1, len(body.lines) + 1)) if body.numbered else ("-" for _ in body.lines)
        return "\n".join(f"{sign} {plain_line(line, url)}" for sign, line in zip(signs, body.lines, strict=True))
    if isinstance(body, Pairs):
        return "\n".join(f"{name}: {plain_line(line, url)}" for name, line in body.rows)
    return "\n".join(": ".join(plain_line(cell, url) for cell in row) for row in body.rows)


def _inline(part: Inline, url: str) -> str:
    text = plain((part,)).replace(NO_BREAK, " ")
    if not isinstance(part, Link) or part.target.startswith("tel:"):
        return text
    target = url + part.target if part.target.startswith("/") else part.target.removeprefix("mailto:")
    said = target in text or _AROUND_ADDRESS.sub("", target) == _AROUND_ADDRESS.sub("", text)
    return text if said else f"{text} ({target})"
