"""Words the overviews: home, themes, life events, neighbourhoods, desks, A–Z, search, and the redirects of old names."""

from __future__ import annotations

import dataclasses
import unicodedata
from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING, Any

from generator.answer import Link, Version, plain_bodies
from generator.overview import Lead, Overview, Redirect, Section, Step
from generator.wording.finder import PATH, theme_pages, with_finder, works_in
from generator.wording.news import public_news
from generator.wording.phrases import Phrases, path_of, speaking
from generator.wording.reach import reach
from generator.words import DUTCH

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.answer import Line
    from generator.catalogue import Catalogue
    from generator.language import Language

PER_PAGE = 400
"""Leads on one page; above it an A–Z is split by letter, so that no page grows with the catalogue."""


def overviews(catalogue: Catalogue) -> list[Overview]:
    """Word every overview of the site: all of them in Dutch, and those that lead to translated products in the other languages."""
    say = speaking(catalogue)
    others = [speaking(catalogue, code) for code in sorted(catalogue.by_kind["taal"]) if code != DUTCH]
    told = [say, *(other for other in others if _products(other))]
    return [overview for one in told for overview in _all(one, [other.lang for other in told if other is not one])]


def _all(say: Phrases, others: list[Language]) -> list[Overview]:
    catalogue, lang = say.catalogue, say.lang
    shared = [
        _home(say),
        *_a_to_z(say, "product", "/a-z/", lang("producten-alle"), lang("producten-alles")),
        _index(say, "thema", lang("themas"), lang("themas-kies")),
        *(_theme(say, thema) for thema in _ordered(catalogue, "thema") if say.tells(thema, "thema")),
        Overview("/zoeken/", lang("zoeken"), lang("zoek-intro"), _ways_in(say), template="search"),
    ]
    shared = [_with_others(overview, catalogue, others) for overview in shared]
    if not say.dutch:
        return [_elsewhere(overview, lang) for overview in shared]
    own = [
        *_directory(say),
        Overview("/mijn-lijst/", lang("lijst-titel"), lang("lijst-intro"), (), template="list"),
        _index(say, "levensgebeurtenis", lang("levensgebeurtenissen"), lang("levensgebeurtenissen-kies")),
        _index(say, "wijk", lang("wijken"), lang("wijken-kies")),
        _index(say, "loket", lang("loketten"), lang("loketten-kies")),
        _questions(say),
        _index(say, "keuzehulp", lang("keuzehulpen"), lang("keuzehulpen-kies")),
        *(_life_event(say, event) for event in _ordered(catalogue, "levensgebeurtenis")),
        *(_neighbourhood(say, wijk) for wijk in _ordered(catalogue, "wijk")),
    ]
    return [*shared, *own]


def _elsewhere(overview: Overview, lang: Language) -> Overview:
    """Put an overview in another language in that language's folder."""
    trail = tuple(dataclasses.replace(link, target=lang.prefix + link.target) for link in overview.trail)
    return dataclasses.replace(overview, path=lang.prefix + overview.path, trail=trail, lang=lang.code, rtl=lang.rtl)


def _with_others(overview: Overview, catalogue: Catalogue, others: list[Language]) -> Overview:
    """Name the same overview in the other languages that have it; a letter of one alphabet may not be in another."""
    kind, _, identifier = overview.path.strip("/").partition("/")
    thema = catalogue.by_kind["thema"].get(identifier) if kind == "thema" and identifier else None
    told = [other for other in others if thema is None or speaking(catalogue, other.code).tells(thema, "thema")]
    split = overview.path.startswith("/a-z/letter/")
    versions = () if split else tuple(Version(other.code, other.name, other.prefix + overview.path) for other in told)
    return dataclasses.replace(overview, others=versions)


def _products(say: Phrases) -> list[Any]:
    """List the products that are told in this language."""
    return [product for product in say.catalogue.by_kind["product"].values() if say.tells(product, "product")]


def redirects(pages: Iterable[tuple[str, str, tuple[str, ...], str]], spoken: Iterable[Language]) -> list[Redirect]:
    """Keep every old name of a record working; `pages` are titles, paths, old paths, languages; `spoken` those with products."""
    moved = [Redirect(old, path, title, lang) for title, path, old_paths, lang in pages for old in old_paths]
    return [*(Redirect(f"{lang.prefix}/producten/", f"{lang.prefix}/a-z/", lang("producten-alle"), lang.code) for lang in spoken), *moved]


def _ordered(catalogue: Catalogue, kind: str) -> list[Any]:
    return sorted(catalogue.by_kind[kind].values(), key=lambda record: (getattr(record, "volgorde", 0), fold(record.naam)))


@lru_cache(maxsize=65536)
def fold(name: str) -> str:
    """Give a name as it is sorted: without accents and capitals."""
    if name.isascii():
        return name.casefold()
    return "".join(letter for letter in unicodedata.normalize("NFKD", name) if not unicodedata.combining(letter)).casefold()


def _lead(say: Phrases, record: Any, kind: str, *, told: bool = True, reached: tuple[Line, ...] = ()) -> Lead:  # noqa: ANN401 - any record with a page
    """Lead to a record. Most stand in several overviews; they are made once."""
    asked = (kind, record.id, told, reached)
    if asked not in say.leads:
        text = _short_words(say, record, kind) if told else ""
        say.leads[asked] = Lead(say.page_link(record, kind), text, f"{kind}:{record.id}", reached)
    return say.leads[asked]


def _short_words(say: Phrases, record: Any, kind: str) -> str:  # noqa: ANN401 - any record with a page
    known = say.leads.get((kind, record.id, True, ()))
    return known.text if known else _intro(say, record)


def _leads(say: Phrases, records: Iterable[Any], kind: str, *, told: bool = True) -> tuple[Lead, ...]:
    return tuple(_lead(say, record, kind, told=told) for record in _by_name(say, records))


def _by_name(say: Phrases, records: Iterable[Any]) -> list[Any]:
    return sorted(records, key=lambda record: fold(say.name(record)[0]))


def _reached(say: Phrases, records: Iterable[Any], kind: str, wijk: str = "") -> tuple[Lead, ...]:
    """Give the leads to `records`, each with how it is reached (in the neighbourhood `wijk`, where it has a place there)."""
    return tuple(_lead(say, record, kind, reached=reach(record, say, wijk)) for record in _by_name(say, records))


def _ways_in(say: Phrases) -> tuple[Section, ...]:
    lang = say.lang
    ways = (
        Lead(Link(lang("producten-alle"), f"{lang.prefix}/a-z/"), lang("producten-alles")),
        Lead(Link(lang("themas"), f"{lang.prefix}/thema/"), lang("themas-kies")),
        *_desks_and_help(say),
    )
    return (Section("andere-wegen", lang("andere-wegen"), ways),)


def _desks_and_help(say: Phrases) -> tuple[Lead, ...]:
    lang, page = say.lang, "" if say.dutch else DUTCH
    return (
        Lead(Link(lang("sociale-kaart"), "/sociale-kaart/", page_lang=page), lang("sociale-kaart-kort")),
        Lead(Link(lang("loketten"), "/loket/", page_lang=page), lang("loketten-waar")),
        *([Lead(Link(lang("vragen"), "/vraag/"), lang("vragen-kies"))] if say.dutch and say.catalogue.by_kind["vraag"] else []),
        *(
            [Lead(Link(lang("keuzehulpen"), "/keuzehulp/"), lang("keuzehulpen-kies"))]
            if say.dutch and say.catalogue.by_kind["keuzehulp"]
            else []
        ),
    )


def _home(say: Phrases) -> Overview:
    catalogue, lang = say.catalogue, say.lang
    known = {product.id for product in _products(say)}
    tasks = tuple(_lead(say, record, "product", told=False) for record in catalogue.found(catalogue.gemeente.taken) if record.id in known)
    themes = tuple(_lead(say, thema, "thema") for thema in _ordered(catalogue, "thema") if say.tells(thema, "thema"))
    events = _ordered(catalogue, "levensgebeurtenis") if say.dutch else ()
    happens = tuple(_lead(say, event, "levensgebeurtenis", told=False) for event in events)
    sections = (
        Section("taken", lang("home-taken"), tasks, "tasks"),
        Section("themas", lang("themas"), themes, "cards"),
        Section("levensgebeurtenissen", lang("home-levensgebeurtenissen"), happens, "tasks"),
        Section("hulp", lang("home-hulp"), _desks_and_help(say), "cards"),
    )
    intro = lang("home-intro", gemeente=catalogue.gemeente.naam)
    notices = public_news(say) if say.dutch else ()
    shown = tuple(section for section in sections if section.leads)
    return Overview("/", lang("home-vraag"), intro, shown, template="home", notices=notices)


def _a_to_z(say: Phrases, kind: str, path: str, title: str, intro: str) -> list[Overview]:
    found = _products(say) if kind == "product" else say.catalogue.by_kind[kind].values()
    records = sorted(found, key=lambda record: fold(say.name(record)[0]))
    by_letter = {letter: list(group) for letter, group in groupby(records, key=lambda record: _letter(say.name(record)[0]))}
    if len(records) <= PER_PAGE:
        sections = [Section(f"letter-{letter.lower()}", letter, _leads(say, group, kind), "letters") for letter, group in by_letter.items()]
        return [Overview(path, title, intro, tuple(sections), template="letters")]
    index = tuple(
        Lead(
            Link(letter, f"{say.lang.prefix}{path}letter/{letter.lower()}/"),
            say.lang("aantal-een" if len(group) == 1 else "aantal-meer", aantal=len(group)),
        )
        for letter, group in by_letter.items()
    )
    pages = [
        Overview(
            f"{path}letter/{letter.lower()}/",
            f"{title}: {letter}",
            intro,
            (Section("alles", say.lang("letter-met", letter=letter), _leads(say, group, kind)),),
            trail=(Link(title, path),),
        )
        for letter, group in by_letter.items()
    ]
    return [Overview(path, title, intro, (Section("letters", say.lang("letter-kies"), index),)), *pages]


def _directory(say: Phrases) -> list[Overview]:
    """Word the sociale kaart: the finder with the A–Z below it, and the pages by theme and neighbourhood."""
    first, *letters = _a_to_z(say, "organisatie", PATH, say.lang("sociale-kaart"), say.lang("sociale-kaart-wie"))
    return [with_finder(first, say), *letters, *theme_pages(say, lambda records: _leads(say, records, "organisatie"))]


def _letter(name: str) -> str:
    first = fold(name)[:1].upper()
    return first if first.isalpha() else "0-9"


def _index(say: Phrases, kind: str, title: str, intro: str) -> Overview:
    records = [record for record in _ordered(say.catalogue, kind) if say.tells(record, kind)]
    leads = tuple(_lead(say, record, kind) for record in records)
    return Overview(f"/{_index_path(kind)}/", title, intro, (Section("alles", title, leads, "cards"),))


def _questions(say: Phrases) -> Overview:
    """List every question once: under the first theme of what it belongs to first."""
    asked: dict[str, list[Any]] = {}
    for vraag in say.catalogue.by_kind["vraag"].values():
        themes = say.catalogue.themes_of(vraag)
        asked.setdefault(themes[0].id if themes else "", []).append(vraag)
    sections = tuple(
        Section(thema.id, thema.naam, _leads(say, asked[thema.id], "vraag", told=False))
        for thema in _ordered(say.catalogue, "thema")
        if thema.id in asked
    )
    return Overview("/vraag/", say.lang("vragen"), say.lang("vragen-kies"), sections)


def _index_path(kind: str) -> str:
    return path_of(kind, "x").split("/")[1]


def _theme(say: Phrases, thema: Any) -> Overview:  # noqa: ANN401 - a Thema
    if say.dutch:
        return _gathered(say, thema, "thema", "themas", Link(say.lang("themas"), "/thema/"))
    told = [product for product in say.products_of(thema) if say.tells(product, "product")]
    sections = (Section("regelen", say.lang("regelen-en-vragen"), _leads(say, told, "product")),)
    trail = (Link(say.lang("themas"), "/thema/"),)
    return Overview(path_of("thema", thema.id), say.name(thema)[0], _intro(say, thema), sections, trail=trail, printed=True)


def _life_event(say: Phrases, event: Any) -> Overview:  # noqa: ANN401 - a Levensgebeurtenis
    trail = Link(say.lang("levensgebeurtenissen"), "/levensgebeurtenis/")
    steps = tuple(Step(say.line(step.wanneer), say.line(step.wat), tuple(say.links(step.naar))) for step in event.stappen)
    return dataclasses.replace(_gathered(say, event, "levensgebeurtenis", "levensgebeurtenissen", trail), steps=steps)


def _gathered(say: Phrases, record: Any, kind: str, field: str, trail: Link) -> Overview:  # noqa: ANN401
    """Gather what names `record` in `field`: decision trees, products, organisations; and of a theme its questions."""
    titles = {"product": ("regelen", "regelen-en-vragen"), "organisatie": ("hulp", "organisaties-helpen")}
    sections = []
    for other, (identifier, title) in titles.items():
        if named := say.catalogue.naming(other, field).get(record.id):
            sections.append(Section(identifier, say.lang(title), _reached(say, named, other)))
    if helps := say.catalogue.naming("keuzehulp", field).get(record.id):
        sections.insert(0, Section("keuzehulpen", say.lang("keuzehulpen"), _leads(say, helps, "keuzehulp")))
    if kind == "thema" and (asked := say.catalogue.of_theme("vraag").get(record.id)):
        sections.append(Section("vragen", say.lang("vragen"), _leads(say, asked, "vraag")))
    return Overview(
        path_of(kind, record.id),
        record.naam,
        _intro(say, record),
        tuple(sections),
        trail=(trail,),
        sensitive=getattr(record, "gevoelig", False),
        printed=True,
    )


def _neighbourhood(say: Phrases, wijk: Any) -> Overview:  # noqa: ANN401 - a Wijk
    catalogue, lang = say.catalogue, say.lang
    desks = [loket for loket in catalogue.by_kind["loket"].values() if loket.wijk and loket.wijk.id == wijk.id]
    here = [one for one in catalogue.by_kind["organisatie"].values() if works_in(one, wijk.id)]
    sections = (
        Section("loketten", lang("loketten"), _reached(say, desks, "loket", wijk.id)),
        Section("hulp", lang("wijk-organisaties"), _reached(say, here, "organisatie", wijk.id)),
    )
    return Overview(
        path_of("wijk", wijk.id),
        lang("wijk-naam", naam=wijk.naam),
        _intro(say, wijk),
        tuple(section for section in sections if section.leads),
        trail=(Link(lang("wijken"), "/wijk/"),),
        printed=True,
    )


def _intro(say: Phrases, record: Any) -> str:  # noqa: ANN401 - any record with a short answer
    told = next((one for one in getattr(record, "vertalingen", ()) if one.id == say.lang.code), record)
    return " ".join(plain_bodies(say.bodies(told.kort_antwoord or record.kort_antwoord)))
