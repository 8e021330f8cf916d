"""What a page knows of the site around it, and the Jinja environment that every page is rendered with."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from generator.answer import Link
from generator.channels.html import href

if TYPE_CHECKING:
    import datetime as dt
    from pathlib import Path

PUBLIC, AGENTS = "publiek", "kcc"

MENU = (Link("Producten A–Z", "/a-z/"), Link("Thema's", "/thema/"), Link("Sociale kaart", "/sociale-kaart/"), Link("Loketten", "/loket/"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """One of the two sites: whose it is, where it will stand, for which day it speaks, and how its pages are rendered."""

    name: str
    phone: Link
    phone_hours: str
    email: str
    url: str
    """Where the public site stands, without a slash at the end."""
    root: str
    """The path of this site on its server, for pages that can stand anywhere: `/` or `/kcc/`."""
    channel: str
    peildatum: dt.date
    templates: Path
    written: tuple[str, ...] = ()
    """The paths of the hand-written pages."""
    live: bool = False
    """Served by `mkdocs serve`, which puts its own script in the page; a policy would stop it."""

    @property
    def for_agents(self) -> bool:
        """Whether this is the agents' site."""
        return self.channel == AGENTS

    def render(self, template: str, *, path: str, title: str, **context: object) -> str:
        """Render a page at `path` with a template of `theme/templates`."""
        from generator.channels.html import base_of  # noqa: PLC0415

        page = {
            "site": self,
            "base": base_of(path),
            "path": path,
            "title": title,
            "menu": MENU,
            "content": Markup(),
            "description": "",
            "trail": (),
        }
        return environment(self.templates).get_template(f"{template}.html").render(**(page | context))


@cache
def environment(folder: Path) -> Environment:
    """Make the one Jinja environment: escapes everything, and fails on a name that a template does not know."""
    env = Environment(loader=FileSystemLoader(folder), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    env.filters["href"] = href
    return env
