"""Overview: a page that leads to answers (home, themes, A–Z, desks, neighbourhoods, search)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.answer import Link


@dataclass(frozen=True, slots=True)
class Lead:
    """One way in: a link and what is found there. `record` is `kind:id` where it leads to a record, else empty."""

    link: Link
    text: str = ""
    record: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """Leads under one heading; `look` is how they are laid out: `list`, `cards` or `letters`."""

    id: str
    title: str
    leads: tuple[Lead, ...]
    look: str = "list"


@dataclass(frozen=True, slots=True)
class Overview:
    """A page of leads. `path` is its folder in the site; `template` says what stands around the sections."""

    path: str
    title: str
    intro: str
    sections: tuple[Section, ...]
    template: str = "overview"
    trail: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Redirect:
    """A page that once stood at `path` and now stands at `target`."""

    path: str
    target: str
    title: str
