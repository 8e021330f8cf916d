"""Overview pages, redirects and hand-written pages, in either site."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from generator.channels.html import base_of, blocks_html, steps_html, with_careful_links
from generator.policy import content_policy
from generator.words import DUTCH

if TYPE_CHECKING:
    from generator.channels.site import Site
    from generator.overview import Overview, Redirect


def render(overview: Overview, site: Site) -> str:
    """Render an overview."""
    told = {
        "overview": overview,
        "description": overview.intro,
        "trail": overview.trail,
        "others": overview.others,
        "sensitive": overview.sensitive,
        "steps": steps_html(overview.steps, base_of(overview.path)),
        "notices": blocks_html(site.notices if site.for_agents and overview.path == "/" else overview.notices, base_of(overview.path)),
    }
    if overview.template == "finder" and site.tiles:  # the only page that may ask for the pictures of a map
        told["content_policy"] = Markup(content_policy(in_page=True, tiles=site.tiles_origin))  # noqa: S704 - its address holds no quote
    return site.render(overview.template, path=overview.path, title=overview.title, lang=overview.lang, **told)


def render_redirect(redirect: Redirect, site: Site) -> str:
    """Render the page at an old address: it leads on by itself, and by a link where that does not work."""
    return site.render("redirect", path=redirect.path, title=redirect.title, lang=redirect.lang, target=redirect.target)


def render_written(path: str, title: str, html: str, site: Site) -> str:
    """Render a hand-written page, whose `html` MkDocs made from Markdown."""
    return site.render("written", path=path, title=title, content=Markup(with_careful_links(html)))  # noqa: S704 - from a page in git, by a colleague


def render_not_found(site: Site) -> str:
    """Render the page for an address that does not exist; its links start at the site's root, because it can stand anywhere."""
    return site.render("404", path="/", title=site.languages[DUTCH]("niet-gevonden"), base=site.root)
