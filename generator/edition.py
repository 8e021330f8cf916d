"""Edition: everything that one build says, and the files that the channels make of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit

from generator.answer import wording_digest
from generator.channels import agent, api, markdown, openapi, overview_page, page, search
from generator.channels.site import AGENTS, PUBLIC, Site
from generator.records import COLLECTIONS
from generator.wording.compose import compose, layer
from generator.wording.contact import call_action
from generator.wording.hours import hours_line
from generator.wording.overviews import overviews, redirects

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from generator.answer import AgentLayer, Answer
    from generator.catalogue import Catalogue
    from generator.overview import Overview

Files = dict[str, bytes]
"""What a channel makes: paths below the site's folder, with their text in UTF-8 (a text with one euro sign takes twice as much as str)."""


@dataclass(frozen=True)
class Edition:
    """Everything that one build says: the answers, and the agents' layers by record key."""

    catalogue: Catalogue
    answers: list[Answer]
    layers: dict[str, AgentLayer]


@dataclass(frozen=True, slots=True)
class SiteSpec:
    """Which site is made: its channel (`publiek` or `kcc`), where it will stand, its templates, and whether it is served live.

    `written` are the paths of the hand-written pages, which MkDocs makes.
    """

    channel: str
    url: str
    templates: Path
    live: bool = False
    written: tuple[str, ...] = ()


class Made(NamedTuple):
    """What one answer became in one site, in plain values that are cheap to send and to keep."""

    kind: str
    id: str
    title: str
    path: str
    old_paths: tuple[str, ...]
    digest: bytes
    code: str
    row: str
    """Its row in the list of its kind, as JSON."""
    document: str
    """Its search document, as JSON."""
    stems: str
    """Words of the document with their stems, alternating."""
    files: Files

    @property
    def key(self) -> str:
        """Name the record over all kinds: `product:paspoort`."""
        return f"{self.kind}:{self.id}"


def make_edition(catalogue: Catalogue) -> Edition:
    """Word everything that is published on the catalogue's peildatum."""
    answers = compose(catalogue)
    return Edition(catalogue, answers, {answer.key: layer(catalogue, answer.kind, answer.id) for answer in answers})


def site_of(catalogue: Catalogue, spec: SiteSpec) -> Site:
    """Describe a site of the municipality, as its pages know it."""
    contact = catalogue.contact.gegevens
    [phone] = call_action(contact)
    return Site(
        name=catalogue.gemeente.naam,
        phone=type(phone)(contact.telefoon or "", phone.target),
        phone_hours=hours_line(contact.bereikbaar, catalogue.peildatum, manner="bereikbaar").split(";")[0] if contact.bereikbaar else "",
        email=contact.email or "",
        url=spec.url.rstrip("/"),
        root=urlsplit(spec.url).path or "/",
        channel=spec.channel,
        peildatum=catalogue.peildatum,
        templates=spec.templates,
        live=spec.live,
        written=spec.written,
    )


def make(answer: Answer, agents: AgentLayer, site: Site) -> Made:
    """Make everything of one answer in one site: page, Markdown, JSON, its row in the list and its search document."""
    html = agent.render(answer, agents, site) if site.channel == AGENTS else page.render(answer, site)
    document = search.document(answer, agents if site.channel == AGENTS else None)
    files = {
        f"{answer.path[1:]}index.html": html.encode(),
        f"{answer.path[1:]}index.md": markdown.render(answer, site).encode(),
        f"api/v1/{answer.api_path}.json": api.render(answer, site).encode(),
    }
    return Made(
        kind=answer.kind,
        id=answer.id,
        title=answer.title,
        path=answer.path,
        old_paths=answer.old_paths,
        digest=wording_digest(answer),
        code=answer.code,
        row=api.as_json(api.summary(answer, site)),
        document=api.as_json(document),
        stems=" ".join(f"{word} {stem}" for word, stem in search.stems_of(document).items()),
        files=files,
    )


def redirect_files(made: Iterable[Made], site: Site) -> Files:
    """Make the pages at old addresses."""
    moved = redirects((one.title, one.path, one.old_paths) for one in made)
    return {f"{old.path[1:]}index.html": overview_page.render_redirect(old, site).encode() for old in moved}


def shared_files(all_made: Iterable[Made], site: Site) -> Files:
    """Make what stands once in a site and changes with any answer: lists, search documents; also the few words for robots."""
    made, files = list(all_made), Files()
    kinds = {collection.kind: collection.api for collection in COLLECTIONS.values() if collection.api}
    for kind, api_path in kinds.items():
        files[f"api/v1/{api_path}.json"] = api.render_list([one.row for one in made if one.kind == kind], site).encode()
    files["api/v1/openapi.json"] = openapi.render([path for path in kinds.values() if path], site).encode()
    stemmed = [one.stems.split(" ") for one in made if one.stems]
    stems = {word: stem for words in stemmed for word, stem in zip(words[::2], words[1::2], strict=True)}
    files["zoeken/documenten.json"] = search.render([one.document for one in made], stems).encode()
    allowed = f"Allow: /\nSitemap: {site.url}/sitemap.xml\n" if site.channel == PUBLIC else "Disallow: /\n"
    return files | {"robots.txt": f"User-agent: *\n{allowed}".encode()}


def overview_files(shown: Iterable[Overview], site: Site) -> Files:
    """Make the pages of overviews."""
    return {f"{overview.path[1:]}index.html": overview_page.render(overview, site).encode() for overview in shown}


def sitemap(paths: Iterable[str], site: Site) -> Files:
    """List every page for search engines (sitemaps.org 0.9); of the public site only."""
    urls = "".join(f"<url><loc>{site.url}{path}</loc></url>\n" for path in (*paths, *site.written))
    text = f'<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{urls}</urlset>\n'
    return {"sitemap.xml": text.encode()} if site.channel == PUBLIC else {}


def all_files(edition: Edition, site: Site) -> Iterator[tuple[str, bytes]]:
    """Give every file of a site but the hand-written pages and the flyers."""
    made = [make(answer, edition.layers[answer.key], site) for answer in edition.answers]
    shown = overviews(edition.catalogue)
    for one in made:
        yield from one.files.items()
    yield from redirect_files(made, site).items()
    yield from shared_files(made, site).items()
    yield from overview_files(shown, site).items()
    yield from sitemap([*(overview.path for overview in shown), *(one.path for one in made)], site).items()
