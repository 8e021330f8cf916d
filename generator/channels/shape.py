"""A page with holes: what thousands of pages have in common is rendered once, and what differs is put in the holes.

To let Jinja make the page of an answer took a seventh of the time of a build. A template can print a hole and ask whether there is one, and
nothing else: measuring, comparing or changing it fails, since the shape stands for pages that say other things there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn

from markupsafe import Markup

from generator.channels.html import escape

if TYPE_CHECKING:
    from collections.abc import Mapping

EDGE = "\0"
"""Stands around the name of a hole; no record can have it (`composer.INVISIBLE`)."""


class Hole:
    """A place for words that are not empty."""

    __slots__ = ("_name",)

    def __init__(self, name: str) -> None:
        """Name what comes here."""
        self._name = name

    def __html__(self) -> str:
        """Mark the place, as markup that is not escaped."""
        return f"{EDGE}{self._name}{EDGE}"

    __str__ = __html__

    def __eq__(self, other: object) -> NoReturn:
        """Refuse: what comes here is not known yet."""
        message = f"a template compares '{self._name}', which differs from page to page"
        raise TypeError(message)

    __hash__ = None  # type: ignore[assignment]  # nor may a part of a page be kept by it


def with_holes(told: Mapping[str, str | Markup]) -> dict[str, object]:
    """Give a hole for each of the words that a page is `told`; empty words stay, so that a template can leave out what is about them."""
    return {name: Hole(name) if words else words for name, words in told.items()}


class Shape:
    """A rendered page with holes."""

    __slots__ = ("_names", "_parts")

    def __init__(self, page: str) -> None:
        """Cut a page at its holes."""
        self._parts = page.split(EDGE)
        self._names = self._parts[1::2]

    def filled(self, told: Mapping[str, str | Markup]) -> str:
        """Give the page with its words, escaped where they are no markup; a name that was not told is a KeyError."""
        parts, words = self._parts.copy(), {name: one if type(one) is Markup else escape(one) for name, one in told.items()}
        parts[1::2] = [words[name] for name in self._names]
        return "".join(parts)
