"""Words the finder on the page of the sociale kaart, and its pages by theme and neighbourhood for who has no JavaScript."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any

from generator.answer import Link
from generator.overview import Area, Filter, Lead, Overview, Section

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from generator.wording.phrases import Phrases

    Leads = Callable[[Iterable[Any]], tuple[Lead, ...]]

PATH = "/sociale-kaart/"
BY_THEME = f"{PATH}thema/"

CHOICES = (
    (
        "leefdomein",
        "filter-leefdomein",
        (
            ("wonen", "leefdomein-wonen"),
            ("leven", "leefdomein-leven"),
            ("werken", "leefdomein-werken"),
            ("sociale-relaties", "leefdomein-sociale-relaties"),
            ("gezondheid", "leefdomein-gezondheid"),
            ("financien", "leefdomein-financien"),
        ),
    ),
    (
        "leeftijd",
        "filter-leeftijd",
        (
            ("0-11", "leeftijd-kind"),
            ("12-17", "leeftijd-jongere"),
            ("18-26", "leeftijd-jong"),
            ("27-66", "leeftijd-volwassen"),
            ("67-120", "leeftijd-oud"),
        ),
    ),
    (
        "doelgroep",
        "kop-voor-wie",
        (
            ("mantelzorgers", "groep-mantelzorgers"),
            ("ouders", "groep-ouders"),
            ("zwangeren", "groep-zwangeren"),
            ("dementie", "groep-dementie"),
            ("beperking", "groep-beperking"),
            ("psychisch", "groep-psychisch"),
            ("verslaving", "groep-verslaving"),
            ("rouw", "groep-rouw"),
            ("geweld", "groep-geweld"),
            ("nieuwkomers", "groep-nieuwkomers"),
            ("weinig-geld", "groep-weinig-geld"),
            ("zonder-huis", "groep-zonder-huis"),
            ("ondernemers", "groep-ondernemers"),
        ),
    ),
    (
        "kosten",
        "kop-kosten",
        (("gratis", "kosten-gratis"), ("bijdrage", "kosten-bijdrage"), ("verschilt", "kosten-verschilt")),
    ),
    (
        "toegang",
        "kop-binnenkomen",
        (
            ("vrij", "ingang-vrij"),
            ("aanmelden", "ingang-aanmelden"),
            ("verwijzing", "ingang-verwijzing"),
            ("indicatie", "ingang-indicatie"),
        ),
    ),
    ("nu", "filter-nu", (("ja", "nu-open"),)),
    (
        "dag",
        "filter-dag",
        tuple(
            (str(number), day)
            for number, day in enumerate(("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"))
        ),
    ),
    (
        "dagdeel",
        "filter-dagdeel",
        (("0", "dagdeel-ochtend"), ("1", "dagdeel-middag"), ("2", "dagdeel-avond"), ("3", "dagdeel-nacht")),
    ),
    (
        "manier",
        "filter-manier",
        (
            ("op-locatie", "manier-op-locatie"),
            ("aan-huis", "manier-aan-huis"),
            ("telefoon", "manier-telefoon"),
            ("online", "manier-online"),
        ),
    ),
    ("rolstoel", "rij-toegankelijk", (("ja", "toegankelijk-rolstoel"),)),
)
"""The groups of choices in the order of the page; each choice has a value, and a name in the list of words.

Languages come from the offers."""


def with_finder(overview: Overview, say: Phrases) -> Overview:
    """Put the finder on the page of the sociale kaart, with the ways in by theme and neighbourhood."""
    links = tuple(_theme_leads(say))
    ways = (Section("per-thema", say.lang("wijzer-per-thema"), links, "tasks"),) if links else ()
    sections = (*ways, *overview.sections)
    return dataclasses.replace(overview, template="finder", sections=sections, filters=tuple(_filters(say)), areas=tuple(_areas(say)))


def _filters(say: Phrases) -> Iterable[Filter]:
    for identifier, title, options in CHOICES:
        yield Filter(identifier, say.lang(title), tuple((value, say.lang(name)) for value, name in options))
        if identifier == "manier":
            yield Filter("taal", say.lang("rij-talen"), tuple((name, name) for name in _languages(say)))


def _languages(say: Phrases) -> list[str]:
    organisations = say.catalogue.by_kind["organisatie"].values()
    return sorted({taal for organisatie in organisations for aanbod in organisatie.aanbod for taal in aanbod.talen}, key=str.casefold)


def _areas(say: Phrases) -> Iterable[Area]:
    """Give the neighbourhoods with what their postcodes have: a place for each of six characters, and their middle for the four digits."""
    for wijk in sorted(say.catalogue.by_kind["wijk"].values(), key=lambda wijk: str(wijk.naam).casefold()):
        known = [(one.postcode.replace(" ", ""), float(one.breedtegraad), float(one.lengtegraad)) for one in wijk.postcodetabel]
        middles = []
        for digits in wijk.postcodes:
            places = [(north, east) for code, north, east in known if code.startswith(digits)]
            if places:
                north, east = (round(sum(one) / len(places), 4) for one in zip(*places, strict=True))
                middles.append((digits, north, east))
        yield Area(wijk.id, wijk.naam, (*middles, *known))


def _theme_leads(say: Phrases) -> Iterable[Lead]:
    for thema in _themes(say):
        yield Lead(Link(thema.naam, f"{BY_THEME}{thema.id}/"))


def _themes(say: Phrases) -> list[Any]:
    """Give the themes that an organisation names, in the order of the home page."""
    named = say.catalogue.naming("organisatie", "themas")
    return [thema for thema in sorted(say.catalogue.by_kind["thema"].values(), key=lambda one: one.volgorde) if named.get(thema.id)]


def theme_pages(say: Phrases, leads: Leads) -> list[Overview]:
    """Word a page for every theme with organisations, and one for every neighbourhood of it where somebody helps; no empty pages."""
    named = say.catalogue.naming("organisatie", "themas")
    return [page for thema in _themes(say) for page in _pages_of(say, thema, named[thema.id], leads)]


def _pages_of(say: Phrases, thema: Any, helpers: list[Any], leads: Leads) -> Iterable[Overview]:  # noqa: ANN401 - a Thema
    lang = say.lang
    trail = (Link(lang("sociale-kaart"), PATH),)
    path = f"{BY_THEME}{thema.id}/"
    wijken = sorted(say.catalogue.by_kind["wijk"].values(), key=lambda wijk: str(wijk.naam).casefold())
    there = [(wijk, here) for wijk in wijken if (here := [one for one in helpers if works_in(one, wijk.id)])]
    everywhere = [one for one in helpers if one.werkgebied != "wijk"]
    ways = tuple(Lead(Link(lang("wijk-naam", naam=wijk.naam), f"{path}{wijk.id}/")) for wijk, _ in there)
    sections = (Section("wijken", lang("wijken"), ways, "tasks"), Section("overal", lang("wijzer-overal"), leads(everywhere)))
    title = f"{thema.naam}: {lang('organisaties-helpen')}"  # the theme's own page has its name alone
    yield Overview(path, title, lang("wijzer-thema"), tuple(one for one in sections if one.leads), trail=trail)
    for wijk, here in there:
        name = lang("wijk-naam", naam=wijk.naam)
        wider = (Lead(Link(lang("wijzer-overal"), path)),)
        shown = (Section("hulp", lang("wijk-organisaties"), leads(here)), Section("verder", lang("wijzer-verder"), wider, "tasks"))
        title = lang("wijzer-thema-wijk", thema=thema.naam, wijk=name)
        yield Overview(f"{path}{wijk.id}/", title, lang("wijzer-thema"), shown, trail=(*trail, Link(thema.naam, path)))


def works_in(organisatie: Any, wijk: str) -> bool:  # noqa: ANN401 - an Organisatie
    """Tell whether an organisation has a place in a neighbourhood, or works for it."""
    places = [place.wijk.id for place in organisatie.locaties if place.wijk]
    return wijk in places or wijk in [reference.id for reference in organisatie.werkgebied_wijken]


__all__ = ["PATH", "theme_pages", "with_finder", "works_in"]
