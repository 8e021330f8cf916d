"""Edition: everything that one build says, and the files that the channels make of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit

from generator.answer import NO_FACTS, DeskFacts, wording_digest
from generator.channels import agent, api, finder, ics, markdown, openapi, overview_page, page, search, server, steps
from generator.channels.site import AGENTS, PUBLIC, Site, TileServer
from generator.desk.record import DeskRecord
from generator.frozen import dataclass
from generator.records import COLLECTIONS
from generator.search.lists import lists_of
from generator.wording.compose import compose, layer
from generator.wording.contact import call_action
from generator.wording.hours import hours_line
from generator.wording.news import agent_news, pinned
from generator.wording.overviews import overviews, redirects
from generator.wording.phrases import speaking
from generator.wording.quickscan import quick_scan
from generator.wording.week import moments_code
from generator.words import DUTCH

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from generator.answer import AgentLayer, Answer
    from generator.catalogue import Catalogue
    from generator.overview import Overview
    from generator.search.counting import Written

Files = dict[str, bytes]
"""What a channel makes: paths below the site's folder, with their text in UTF-8 (a text with one euro sign takes twice as much as str)."""


@dataclass(frozen=True)
class Edition:
    """Everything that one build says: the answers, and the agents' layers by record key."""

    catalogue: Catalogue
    answers: list[Answer]
    layers: dict[str, AgentLayer]

    @property
    def desk_records(self) -> list[DeskRecord]:
        """Every answer as the overviews for agents know it."""
        return [DeskRecord(one.key, one.kind, one.id, one.title, one.path, one.code, self.layers[one.key].facts) for one in self.answers]


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
    lang: str
    title: str
    path: str
    old_paths: tuple[str, ...]
    digest: bytes
    code: str
    row: str
    """Its row in the list of its kind, as JSON."""
    sought: search.Sought
    """What search needs of it."""
    facts: DeskFacts
    """What the overviews for agents know of it."""
    offers: str
    """What the finder must know of it, as JSON; empty where it offers nothing."""
    files: Files

    @property
    def key(self) -> str:
        """Name the answer as `Answer.key` does."""
        return f"{self.kind}:{self.id}" if self.lang == DUTCH else f"{self.kind}:{self.id}:{self.lang}"


def make_edition(catalogue: Catalogue) -> Edition:
    """Word everything that is published on the catalogue's peildatum."""
    answers = compose(catalogue)
    return Edition(catalogue, answers, {answer.key: layer(catalogue, answer.kind, answer.id) for answer in answers})


def site_of(catalogue: Catalogue, spec: SiteSpec) -> Site:
    """Describe a site of the municipality, as its pages know it."""
    contact, say = catalogue.contact.gegevens, speaking(catalogue)
    [phone] = call_action(contact, say.lang)
    return Site(
        name=catalogue.gemeente.naam,
        phone=type(phone)(contact.telefoon or "", phone.target),
        phone_hours=hours_line(contact.bereikbaar, say, manner="bereikbaar").split(";")[0] if contact.bereikbaar else "",
        phone_moments=moments_code(contact.bereikbaar, catalogue.peildatum) if contact.bereikbaar else "",
        email=contact.email or "",
        security_email=catalogue.gemeente.beveiliging_email or "",
        security_policy=catalogue.gemeente.beveiliging_beleid or "",
        tiles=TileServer(address=chart.tegels, name=chart.naam, credit=chart.bron) if (chart := catalogue.gemeente.kaart) else None,
        url=spec.url.rstrip("/"),
        root=urlsplit(spec.url).path or "/",
        channel=spec.channel,
        peildatum=catalogue.peildatum,
        notices=agent_news(catalogue) if spec.channel == AGENTS else (),
        pinned=pinned(catalogue) if spec.channel == AGENTS else (),
        scans=quick_scan(catalogue) if spec.channel == AGENTS else (),
        stale_after=catalogue.gemeente.verouderd_na,
        templates=spec.templates,
        live=spec.live,
        written=spec.written,
        languages={code: speaking(catalogue, code).lang for code in sorted(catalogue.by_kind["taal"])},
    )


def make(answer: Answer, agents: AgentLayer | None, site: Site, digest: bytes) -> Made:
    """Make everything of one answer in one site: page, Markdown, JSON, its row in the list and its search document.

    The agents' layer is there in their site alone; `digest` is the fingerprint of the wording.
    """
    html = agent.render(answer, agents, site) if agents else page.render(answer, site)
    files = {
        f"{answer.path[1:]}index.html": html.encode(),
        f"{answer.path[1:]}index.md": markdown.render(answer, site).encode(),
        f"api/v1/{answer.api_path}.json": api.render(answer, site).encode(),
    }
    files |= steps.files(answer, agents, site)
    if answer.agenda:
        files[answer.agenda_path[1:]] = ics.render(answer, site)
    return Made(
        kind=answer.kind,
        id=answer.id,
        lang=answer.lang,
        title=answer.title,
        path=answer.path,
        old_paths=answer.old_paths,
        digest=digest,
        code=answer.code,
        row=api.as_json(api.summary(answer, site)),
        sought=search.sought(answer, site.languages[answer.lang], agents),
        facts=agents.facts if agents else NO_FACTS,
        offers=api.as_json(finder.row(answer)) if answer.provider else "",
        files=files,
    )


def redirect_files(all_made: Iterable[Made], site: Site) -> Files:
    """Make the pages at old addresses."""
    made = list(all_made)
    spoken = [site.languages[code] for code in sorted({one.lang for one in made} | {DUTCH})]
    moved = redirects(((one.title, one.path, one.old_paths, one.lang) for one in made), spoken)
    return {f"{old.path[1:]}index.html": overview_page.render_redirect(old, site).encode() for old in moved}


def shared_files(all_made: Iterable[Made], site: Site) -> Files:
    """Make what stands once in a site and changes with any answer: the lists of the API; also the few words for robots."""
    made, files = list(all_made), Files()
    kinds = {collection.kind: collection.api for collection in COLLECTIONS.values() if collection.api}
    for lang in sorted({one.lang for one in made} | {DUTCH}):
        folder, own = "" if lang == DUTCH else f"{lang}/", [one for one in made if one.lang == lang]
        for kind, api_path in kinds.items():
            rows = [one.row for one in own if one.kind == kind]
            if rows or lang == DUTCH:
                files[f"api/v1/{folder}{api_path}.json"] = api.render_list(rows, site).encode()
    files[finder.OFFERS] = finder.render(one.offers for one in made if one.offers)
    files["api/v1/openapi.json"] = openapi.render([path for path in kinds.values() if path], site).encode()
    files["zoeken/opensearch.xml"] = search.opensearch(site.name, f"{site.url}/zoeken/", site.languages[DUTCH]).encode()
    if site.channel == AGENTS:
        from generator.channels import desk, history  # noqa: PLC0415 - the public site does without

        known = [DeskRecord(one.key, one.kind, one.id, one.title, one.path, one.code, one.facts) for one in made]
        files |= desk.files(known, site) | history.files(known, None, site)
    allowed = f"Allow: /\nSitemap: {site.url}/sitemap.xml\n" if site.channel == PUBLIC else "Disallow: /\n"
    return files | {"robots.txt": f"User-agent: *\n{allowed}".encode()} | server.files(site)


def search_files(
    all_made: Iterable[Made], catalogue: Catalogue, kept: dict[str, list[Written]] | None = None
) -> tuple[Files, dict[str, list[Written]]]:
    """Make the files of search; of what was `kept` the last time only the changed part is made again."""
    return search.all_files(((one.lang, one.sought) for one in all_made), lists_of(catalogue), dict(kept or {}))


def overview_files(shown: Iterable[Overview], site: Site) -> Files:
    """Make the pages of overviews, and beside the finder the places that it measures from."""
    told = list(shown)
    files = {f"{overview.path[1:]}index.html": overview_page.render(overview, site).encode() for overview in told}
    for overview in told:
        if overview.filters:
            files[finder.AREAS] = finder.areas(overview.areas)
    return files


def sitemap(paths: Iterable[str], site: Site) -> Files:
    """List every page for search engines (sitemaps.org 0.9); of the public site only."""
    urls = "".join(f"<url><loc>{site.url}{path}</loc></url>\n" for path in (*paths, *site.written))
    text = f'<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{urls}</urlset>\n'
    return {"sitemap.xml": text.encode()} if site.channel == PUBLIC else {}


def all_files(edition: Edition, site: Site) -> Iterator[tuple[str, bytes]]:
    """Give every file of a site but the hand-written pages and the flyers."""
    layers = edition.layers if site.for_agents else {}
    made = [make(answer, layers.get(answer.key), site, wording_digest(answer)) for answer in edition.answers]
    shown = overviews(edition.catalogue)
    for one in made:
        yield from one.files.items()
    yield from redirect_files(made, site).items()
    yield from shared_files(made, site).items()
    yield from search_files(made, edition.catalogue)[0].items()
    yield from overview_files(shown, site).items()
    yield from sitemap([*(overview.path for overview in shown), *(one.path for one in made)], site).items()
