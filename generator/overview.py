"""Overview: a page that leads to answers (home, themes, A–Z, desks, neighbourhoods, search)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.frozen import dataclass

if TYPE_CHECKING:
    from generator.answer import Block, Line, Link, Version


@dataclass(frozen=True, slots=True)
class Lead:
    """One way in: a link and what is found there. `record` is `kind:id` where it leads to a record, else empty."""

    link: Link
    text: str = ""
    record: str = ""
    reach: tuple[Line, ...] = ()
    """How to call or visit who is found there, one way a line: for paper, which has no links."""


@dataclass(frozen=True, slots=True)
class Section:
    """Leads under one heading; `look` is how they are laid out: `list`, `cards` or `letters`."""

    id: str
    title: str
    leads: tuple[Lead, ...]
    look: str = "list"


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do: when, what, and the pages where it is done."""

    when: Line
    what: Line
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Filter:
    """A group of choices in the finder: the name of the field, its legend, and the choices, each a value and its words."""

    id: str
    title: str
    options: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Area:
    """A neighbourhood that the finder can measure from: its postcodes (of four and of six characters), each with latitude and longitude."""

    id: str
    name: str
    postcodes: tuple[tuple[str, float, float], ...]


@dataclass(frozen=True, slots=True)
class Overview:
    """A page of leads. `path` is its folder in the site; `template` says what stands around the sections; `others` are its translations."""

    path: str
    title: str
    intro: str
    sections: tuple[Section, ...]
    template: str = "overview"
    trail: tuple[Link, ...] = ()
    lang: str = "nl"
    rtl: bool = False
    others: tuple[Version, ...] = ()
    notices: tuple[Block, ...] = ()
    """What everybody must know now."""
    sensitive: bool = False
    printed: bool = False
    """There is a flyer of it, beside the page and named after its folder."""
    steps: tuple[Step, ...] = ()
    """What to do, in order of time."""
    filters: tuple[Filter, ...] = ()
    """What the finder can filter by, and `areas`: where it can measure from."""
    areas: tuple[Area, ...] = ()


@dataclass(frozen=True, slots=True)
class Redirect:
    """A page that once stood at `path` and now stands at `target`."""

    path: str
    target: str
    title: str
    lang: str = "nl"
