"""Words the overviews: home, themes, life events, neighbourhoods, desks, A–Z, search, and the redirects of old names."""

from __future__ import annotations

import unicodedata
from itertools import groupby
from typing import TYPE_CHECKING, Any

from generator.answer import Link, plain_bodies
from generator.overview import Lead, Overview, Redirect, Section
from generator.wording.phrases import Phrases, page_link, path_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.catalogue import Catalogue

PER_PAGE = 400
"""Leads on one page; above it an A–Z is split by letter, so that no page grows with the catalogue."""


def overviews(catalogue: Catalogue) -> list[Overview]:
    """Word every overview of the site."""
    return [
        _home(catalogue),
        *_a_to_z(catalogue, "product", "/a-z/", "Alle producten van A tot Z", "Alles wat u bij de gemeente kunt regelen of vragen."),
        *_a_to_z(
            catalogue,
            "organisatie",
            "/sociale-kaart/",
            "Sociale kaart",
            "Organisaties die u helpen met zorg, geld, wonen, opvoeden en eenzaamheid.",
        ),
        _index(catalogue, "thema", "Thema's", "Kies een onderwerp."),
        _index(catalogue, "levensgebeurtenis", "Levensgebeurtenissen", "Wat gebeurt er in uw leven? Wij laten zien wat u regelt."),
        _index(catalogue, "wijk", "Wijken", "Kies uw wijk en zie wie u daar helpt."),
        _index(catalogue, "loket", "Loketten", "Hier kunt u binnenlopen, bellen of een afspraak maken."),
        *(_theme(catalogue, thema) for thema in _ordered(catalogue, "thema")),
        *(_life_event(catalogue, event) for event in _ordered(catalogue, "levensgebeurtenis")),
        *(_neighbourhood(catalogue, wijk) for wijk in _ordered(catalogue, "wijk")),
        Overview("/zoeken/", "Zoeken", "Typ in gewone woorden wat u zoekt.", _ways_in(), template="search"),
    ]


def redirects(pages: Iterable[tuple[str, str, tuple[str, ...]]]) -> list[Redirect]:
    """Keep every old name of a record working; `pages` are titles, paths and old paths."""
    moved = [Redirect(old, path, title) for title, path, old_paths in pages for old in old_paths]
    return [Redirect("/producten/", "/a-z/", "Alle producten van A tot Z"), *moved]


def _ordered(catalogue: Catalogue, kind: str) -> list[Any]:
    return sorted(catalogue.by_kind[kind].values(), key=lambda record: (getattr(record, "volgorde", 0), fold(record.naam)))


def fold(name: str) -> str:
    """Give a name as it is sorted: without accents and capitals."""
    if name.isascii():
        return name.casefold()
    return "".join(letter for letter in unicodedata.normalize("NFKD", name) if not unicodedata.combining(letter)).casefold()


def _lead(catalogue: Catalogue, record: Any, kind: str, *, told: bool = True) -> Lead:  # noqa: ANN401 - any record with a page
    key = f"{kind}:{record.id}"
    if told and key not in catalogue.short_words:
        catalogue.short_words[key] = _intro(catalogue, record)
    return Lead(page_link(record, kind), catalogue.short_words[key] if told else "", key)


def _leads(catalogue: Catalogue, records: Iterable[Any], kind: str, *, told: bool = True) -> tuple[Lead, ...]:
    return tuple(_lead(catalogue, record, kind, told=told) for record in sorted(records, key=lambda record: fold(record.naam)))


def _ways_in() -> tuple[Section, ...]:
    ways = (
        Lead(Link("Alle producten van A tot Z", "/a-z/"), "Alles wat u bij de gemeente kunt regelen."),
        Lead(Link("Thema's", "/thema/"), "Kies een onderwerp."),
        Lead(Link("Sociale kaart", "/sociale-kaart/"), "Organisaties die u helpen."),
        Lead(Link("Loketten", "/loket/"), "Waar u kunt binnenlopen of bellen."),
    )
    return (Section("andere-wegen", "Andere manieren om te vinden", ways),)


def _home(catalogue: Catalogue) -> Overview:
    tasks = tuple(_lead(catalogue, record, "product", told=False) for record in catalogue.found(catalogue.gemeente.taken))
    themes = tuple(_lead(catalogue, thema, "thema") for thema in _ordered(catalogue, "thema"))
    events = tuple(_lead(catalogue, event, "levensgebeurtenis", told=False) for event in _ordered(catalogue, "levensgebeurtenis"))
    sections = (
        Section("taken", "Vaak gezocht", tasks, "tasks"),
        Section("themas", "Thema's", themes, "cards"),
        Section("levensgebeurtenissen", "Wat gebeurt er in uw leven?", events, "tasks"),
        Section("hulp", "Hulp in de buurt", _ways_in()[0].leads[2:], "cards"),
    )
    return Overview(
        "/",
        "Waar kunnen we u mee helpen?",
        f"Antwoorden van de {catalogue.gemeente.naam}.",
        tuple(section for section in sections if section.leads),
        template="home",
    )


def _a_to_z(catalogue: Catalogue, kind: str, path: str, title: str, intro: str) -> list[Overview]:
    records = sorted(catalogue.by_kind[kind].values(), key=lambda record: fold(record.naam))
    by_letter = {letter: list(group) for letter, group in groupby(records, key=lambda record: _letter(record.naam))}
    if len(records) <= PER_PAGE:
        sections = [
            Section(f"letter-{letter.lower()}", letter, _leads(catalogue, group, kind), "letters") for letter, group in by_letter.items()
        ]
        return [Overview(path, title, intro, tuple(sections), template="letters")]
    index = tuple(
        Lead(Link(letter, f"{path}letter/{letter.lower()}/"), f"{len(group)} {'antwoord' if len(group) == 1 else 'antwoorden'}")
        for letter, group in by_letter.items()
    )
    pages = [
        Overview(
            f"{path}letter/{letter.lower()}/",
            f"{title}: {letter}",
            intro,
            (Section("alles", f"Met een {letter}", _leads(catalogue, group, kind)),),
            trail=(Link(title, path),),
        )
        for letter, group in by_letter.items()
    ]
    return [Overview(path, title, intro, (Section("letters", "Kies een letter", index),)), *pages]


def _letter(name: str) -> str:
    first = fold(name)[:1].upper()
    return first if first.isascii() and first.isalpha() else "0-9"


def _index(catalogue: Catalogue, kind: str, title: str, intro: str) -> Overview:
    leads = tuple(_lead(catalogue, record, kind) for record in _ordered(catalogue, kind))
    return Overview(f"/{_index_path(kind)}/", title, intro, (Section("alles", title, leads, "cards"),))


def _index_path(kind: str) -> str:
    return path_of(kind, "x").split("/")[1]


def _theme(catalogue: Catalogue, thema: Any) -> Overview:  # noqa: ANN401 - a Thema
    return _gathered(catalogue, thema, "thema", "themas", Link("Thema's", "/thema/"))


def _life_event(catalogue: Catalogue, event: Any) -> Overview:  # noqa: ANN401 - a Levensgebeurtenis
    return _gathered(catalogue, event, "levensgebeurtenis", "levensgebeurtenissen", Link("Levensgebeurtenissen", "/levensgebeurtenis/"))


def _gathered(catalogue: Catalogue, record: Any, kind: str, field: str, trail: Link) -> Overview:  # noqa: ANN401
    """Gather what names `record` in `field`: products first, then organisations."""
    titles = {"product": ("regelen", "Regelen en vragen"), "organisatie": ("hulp", "Organisaties die helpen")}
    sections = []
    for other, (identifier, title) in titles.items():
        if named := catalogue.naming(other, field).get(record.id):
            sections.append(Section(identifier, title, _leads(catalogue, named, other)))
    return Overview(path_of(kind, record.id), record.naam, _intro(catalogue, record), tuple(sections), trail=(trail,))


def _neighbourhood(catalogue: Catalogue, wijk: Any) -> Overview:  # noqa: ANN401 - a Wijk
    desks = [loket for loket in catalogue.by_kind["loket"].values() if loket.wijk and loket.wijk.id == wijk.id]
    here = [one for one in catalogue.by_kind["organisatie"].values() if _works_in(one, wijk.id)]
    sections = (
        Section("loketten", "Loketten", _leads(catalogue, desks, "loket")),
        Section("hulp", "Organisaties in deze wijk", _leads(catalogue, here, "organisatie")),
    )
    return Overview(
        path_of("wijk", wijk.id),
        f"Wijk {wijk.naam}",
        _intro(catalogue, wijk),
        tuple(section for section in sections if section.leads),
        trail=(Link("Wijken", "/wijk/"),),
    )


def _works_in(organisatie: Any, wijk: str) -> bool:  # noqa: ANN401 - an Organisatie
    places = [place.wijk.id for place in organisatie.locaties if place.wijk]
    return wijk in places or wijk in [reference.id for reference in organisatie.werkgebied_wijken]


def _intro(catalogue: Catalogue, record: Any) -> str:  # noqa: ANN401 - any record with a short answer
    return " ".join(plain_bodies(Phrases(catalogue).bodies(record.kort_antwoord)))
