"""What a page knows of the site around it, and the Jinja environment that every page is rendered with."""

from __future__ import annotations

import datetime as dt
from dataclasses import field
from functools import cache
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from generator.answer import Link
from generator.channels.compiled import compiled
from generator.channels.html import base_of, href, leads_html
from generator.channels.kept import Kept
from generator.channels.shape import Shape, with_holes
from generator.frozen import dataclass
from generator.openings import AMSTERDAM
from generator.policy import content_policy

if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping
    from pathlib import Path

    from jinja2 import Template

    from generator.answer import Block
    from generator.language import Language
    from generator.scan import Scan

PUBLIC, AGENTS = "publiek", "kcc"

TOPS = {PUBLIC: "--zacht", AGENTS: "--balk"}
"""The colour of the strip at the top of every page, which a browser can give its own bar too."""

MENU = (("producten-az", "/a-z/"), ("themas", "/thema/"), ("sociale-kaart", "/sociale-kaart/"), ("loketten", "/loket/"))
"""The main menu: names in the list of words, and paths. What has no pages in a language is left out of its menu."""

DESK_MENU = (
    Link("Quickscan", "/quickscan/"),
    Link("Veranderd", "/veranderd/"),
    Link("Antwoordcode", "/code/"),
    Link("Werkplek", "/werkplek/"),
)
"""What the agents' menu has besides; Dutch, as all that only agents read."""

IN_MENU = frozenset([*(path for _, path in MENU), *(link.target for link in DESK_MENU)])
"""The pages that are marked in a menu when somebody is there."""

TRANSLATED = ("/a-z/", "/thema/")
"""The overviews that other languages have too."""

SHOWN, LEEWAY = (300, 200), 5
"""Letters of a description that search engines show, and messages; a few more are no reason to cut it."""


FITS = 17
"""Letters of a word in a title on a small screen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TileServer:
    """Where the pictures of the map come from: their address with `{z}`, `{x}` and `{y}`, whose server it is, and what must be credited."""

    address: str
    name: str
    credit: str

    @property
    def origin(self) -> str:
        """Name the server as the policy does."""
        scheme, _, rest = self.address.partition("://")
        return f"{scheme}://{rest.partition('/')[0]}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """One of the two sites: whose it is, where it will stand, for which day it speaks, and how its pages are rendered."""

    name: str
    phone: Link
    phone_hours: str
    phone_moments: str
    """When the telephone is answered, for the line that says whether that is now."""
    email: str
    url: str
    """Where the public site stands, without a slash at the end."""
    root: str
    """The path of this site on its server, for pages that can stand anywhere: `/` or `/kcc/`."""
    channel: str
    peildatum: dt.date
    templates: Path
    languages: Mapping[str, Language]
    security_email: str = ""
    """Where a hole in the safety of the site can be reported, and `security_policy`: what is agreed with who does."""
    security_policy: str = ""
    tiles: TileServer | None = None
    """The server of the map beside the finder; without it there is no map."""
    written: tuple[str, ...] = ()
    """The paths of the hand-written pages."""
    notices: tuple[Block, ...] = ()
    """News for agents, on their home page; of it the `pinned` is named above every page of their site."""
    pinned: tuple[Link, ...] = ()
    scans: tuple[Scan, ...] = ()
    """The quick scan, in the agents' site alone."""
    stale_after: int = 48
    """Hours after which the agents' site says that it is old."""
    live: bool = False
    """Served by `mkdocs serve`, which puts its own script in the page; a policy would stop it."""
    kept: dict[object, str] = field(default_factory=dict, repr=False, compare=False)
    """Parts of pages that are the same on many (see `kept.py`), and `shapes`: whole pages with holes (see `shape.py`)."""
    shapes: dict[object, Shape] = field(default_factory=dict, repr=False, compare=False)

    @property
    def since(self) -> int:
        """The moment from which this site speaks, in seconds since 1970: the beginning of its day in the Netherlands."""
        return int(dt.datetime.combine(self.peildatum, dt.time(), AMSTERDAM).timestamp())

    @property
    def tiles_origin(self) -> str:
        """The origin of the map's pictures; empty where there is no map."""
        return self.tiles.origin if self.tiles else ""

    @property
    def for_agents(self) -> bool:
        """Whether this is the agents' site."""
        return self.channel == AGENTS

    def render(self, template: str, *, path: str, title: str, lang: str = "nl", **context: object) -> str:
        """Render a page at `path` with a template of `theme/templates`, in a language: `t` gives its words, `start` is its home page."""
        around = self._around(path, lang)
        told = {"path": path, "title": title, **_descriptions(str(context.get("description", "")))}
        return self._template(template).render(**(around | {"base": base_of(path)} | context | told))

    def render_alike(self, template: str, told: Mapping[str, str], *, lang: str, keep: bool = True, **same: Hashable) -> str:
        """Render one of many pages that differ in what they are `told`: at least `path`, `title` and `description`.

        The template can only print what they are told; it may do anything with what is the `same`. The shape of the page is kept for the
        next, unless no other will be alike.
        """
        path, told = told["path"], {**told, **_descriptions(told["description"])}
        in_menu = path if path.removeprefix(self.languages[lang].prefix) in IN_MENU else ""
        alike = (template, lang, base_of(path), in_menu, tuple([name for name, words in told.items() if words]), *same.values())
        shape = self.shapes.get(alike)
        if shape is None:
            around = self._around(path, lang)
            shape = Shape(self._template(template).render(**(around | {"base": base_of(path)} | same | with_holes(told))))
            if keep:
                self.shapes[alike] = shape
        return shape.filled(told)

    def _around(self, path: str, lang: str) -> dict[str, Any]:
        """Give what every page is told of the site around it."""
        spoken, menu = self.languages[lang], self.menu(lang)
        return {
            "site": self,
            "t": spoken,
            "start": f"{spoken.prefix}/",
            "at_home": path == f"{spoken.prefix}/",
            "menu": menu,
            "here": path if any(item.target == path for item in menu) else "",
            "content": Markup(),
            "trail": (),
            "others": (),
            "sensitive": False,
        }

    def _template(self, name: str) -> Template:
        return environment(self.templates, self.live).get_template(f"{name}.html")

    def menu(self, lang: str) -> tuple[Link, ...]:
        """Give the main menu in a language."""
        spoken = self.languages[lang]
        told = tuple(Link(spoken(name), spoken.prefix + path) for name, path in MENU if not spoken.prefix or path in TRANSLATED)
        return (*told, *DESK_MENU) if self.for_agents and not spoken.prefix else told


def _descriptions(told: str) -> dict[str, str]:
    """Give what a page is about, as long as search engines show it, and as long as a message that shares it does (`shared`)."""
    engines, messages = SHOWN
    return {"description": _beginning(told, engines), "shared": _beginning(told, messages)}


def _beginning(told: str, letters: int) -> str:
    """Give the beginning of a text, in whole words."""
    return told if len(told) <= letters + LEEWAY else told[: letters - 1].rsplit(" ", 1)[0] + "…"


def long_word(title: str) -> bool:
    """Whether a title has a word so long that it must be a little smaller to fit on a small screen; a hyphen ends a word."""
    return any(len(word) > FITS for word in title.replace("-", " ").split())


@cache
def environment(folder: Path, live: bool = False) -> Environment:  # noqa: FBT001, FBT002 - the key of the cache
    """Make the one Jinja environment: escapes everything, and fails on a name that a template does not know.

    Only where somebody edits `live` does it look for each page whether a template changed.
    """
    env = Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=[Kept],
        auto_reload=live,
        bytecode_cache=compiled(folder),
    )
    env.filters |= {"href": href, "leads": leads_html, "long_word": long_word}
    policy = Markup(content_policy(in_page=True))  # noqa: S704 - a constant of ours, without a double quote
    env.globals |= {"content_policy": policy, "theme_colours": _theme_colours}
    return env


def _theme_colours(site: Site) -> tuple[tuple[str, str], tuple[str, str]]:
    """Give the colour of the strip at the top in light and in dark, each with what a browser calls that."""
    from generator.huisstijl import house_style  # noqa: PLC0415 - reading style sheets takes time, and the head of a page is kept

    style, name = house_style(site.templates.parent / "assets"), TOPS[site.channel]
    return (style.light.get(name, ""), "light"), (style.dark.get(name, ""), "dark")
