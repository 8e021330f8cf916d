"""A tag for templates: `{% kept … %}` renders its part of a page once for the same values, and then gives the same words again.

The top and the foot of a page are the same on thousands of pages; rendering them again took half the time of a page.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinja2 import nodes
from jinja2.ext import Extension

if TYPE_CHECKING:
    from collections.abc import Callable

    from jinja2.parser import Parser

    from generator.channels.site import Site


class Kept(Extension):
    """`{% kept a, b %}…{% endkept %}`: what stands between may depend on `site`, on a and on b, and on nothing else."""

    tags = {"kept"}  # noqa: RUF012 - as Jinja declares it

    def parse(self, parser: Parser) -> nodes.Node:
        """Read the tag; its place names the part."""
        line = next(parser.stream).lineno
        values = parser.parse_tuple(with_condexpr=True)
        body = parser.parse_statements(("name:endkept",), drop_needle=True)
        place = nodes.Const(f"{parser.name}:{line}")
        call = self.call_method("_rendered", [nodes.Name("site", "load"), place, values])
        return nodes.CallBlock(call, [], [], body).set_lineno(line)

    def _rendered(self, site: Site, place: str, values: object, caller: Callable[[], str]) -> str:
        part = (place, values)
        if part not in site.kept:
            site.kept[part] = caller()
        return site.kept[part]
