"""Edition: one build's catalogue, its Answers, and the files that each channel makes of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from generator.channels import agent, api, markdown, overview_page, page, search
from generator.channels.site import AGENTS, PUBLIC, Site
from generator.records import COLLECTIONS
from generator.wording.compose import compose, layer
from generator.wording.contact import call_action
from generator.wording.hours import hours_line
from generator.wording.overviews import overviews, redirects

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from generator.answer import AgentLayer, Answer
    from generator.catalogue import Catalogue

Files = dict[str, str]
"""What a channel makes: paths below the site's folder, with their text."""


@dataclass(frozen=True)
class Edition:
    """Everything that one build says: the answers, and the agents' layers by record key."""

    catalogue: Catalogue
    answers: list[Answer]
    layers: dict[str, AgentLayer]


def make_edition(catalogue: Catalogue) -> Edition:
    """Word everything that is published on the catalogue's peildatum."""
    answers = compose(catalogue)
    return Edition(catalogue, answers, {answer.key: layer(catalogue, answer.kind, answer.id) for answer in answers})


def site_of(catalogue: Catalogue, *, channel: str, url: str, templates: Path, live: bool = False) -> Site:
    """Describe the public (`publiek`) or the agents' (`kcc`) site of the municipality; `url` is where it will stand."""
    contact = catalogue.contact.gegevens
    [phone] = call_action(contact)
    return Site(
        name=catalogue.gemeente.naam,
        phone=type(phone)(contact.telefoon or "", phone.target),
        phone_hours=hours_line(contact.bereikbaar, catalogue.peildatum, manner="bereikbaar").split(";")[0] if contact.bereikbaar else "",
        email=contact.email or "",
        url=url.rstrip("/"),
        root=urlsplit(url).path or "/",
        channel=channel,
        peildatum=catalogue.peildatum,
        templates=templates,
        live=live,
    )


def record_files(answer: Answer, edition: Edition, site: Site) -> Files:
    """Make the page, the Markdown and the JSON of one answer."""
    html = agent.render(answer, edition.layers[answer.key], site) if site.channel == AGENTS else page.render(answer, site)
    return {
        f"{answer.path[1:]}index.html": html,
        f"{answer.path[1:]}index.md": markdown.render(answer, site),
        f"api/v1/{answer.api_path}.json": api.render(answer, site),
    }


def shared_files(edition: Edition, site: Site) -> Files:
    """Make what stands once in a site: overviews, redirects, lists, search documents, sitemap."""
    files = {f"{overview.path[1:]}index.html": overview_page.render(overview, site) for overview in overviews(edition.catalogue)}
    files |= {f"{old.path[1:]}index.html": overview_page.render_redirect(old, site) for old in redirects(edition.answers)}
    kinds = {collection.kind: collection.api for collection in COLLECTIONS.values() if collection.api}
    files |= {
        f"api/v1/{api_path}.json": api.render_list((answer for answer in edition.answers if answer.kind == kind), site)
        for kind, api_path in kinds.items()
    }
    files["api/v1/openapi.json"] = api.openapi([path for path in kinds.values() if path], site)
    files["zoeken/documenten.json"] = search_file(edition, site)
    if site.channel == PUBLIC:
        files["sitemap.xml"] = _sitemap(edition, site)
        files["robots.txt"] = f"User-agent: *\nAllow: /\nSitemap: {site.url}/sitemap.xml\n"
    else:
        files["robots.txt"] = "User-agent: *\nDisallow: /\n"
    return files


def search_file(edition: Edition, site: Site) -> str:
    """Make the search documents; those of the agents' site hold the agents' layer too."""
    documents = [search.document(answer, edition.layers[answer.key] if site.channel == AGENTS else None) for answer in edition.answers]
    stems: dict[str, str] = {}
    for document in documents:
        stems |= search.stems_of(document)
    return search.render(documents, stems)


def all_files(edition: Edition, site: Site) -> Iterator[tuple[str, str]]:
    """Give every file of a site but the hand-written pages and the flyers."""
    for answer in edition.answers:
        yield from record_files(answer, edition, site).items()
    yield from shared_files(edition, site).items()


def _sitemap(edition: Edition, site: Site) -> str:
    paths = [overview.path for overview in overviews(edition.catalogue)] + [answer.path for answer in edition.answers]
    urls = "".join(f"<url><loc>{site.url}{path}</loc></url>\n" for path in paths)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{urls}</urlset>\n'
