"""The answer about an organisation of the sociale kaart: what it does for whom, how to get in, where and when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.answer import Answer, Block, Body, Items, Line, Link, Pairs, Paragraph, Place, Strong, Words, plain_bodies
from generator.records import COLLECTIONS
from generator.wording.agenda import agenda_link, organisatie_agenda
from generator.wording.contact import call_action, contact_bodies
from generator.wording.hours import hours
from generator.wording.keuzehulp import helps_to
from generator.wording.phrases import Phrases, accessible, block, mail, path_of, site, speaking, words
from generator.wording.stappen import way_in
from generator.wording.vraag import questions_about
from generator.wording.week import coming_week, later_days, moments_code
from generator.wording.wegwijzers import guided, refers_to

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from generator.answer import Table
    from generator.catalogue import Catalogue
    from generator.language import Language
    from generator.records.gedeeld import Openingstijden
    from generator.records.organisatie import Aanbod, Locatie, Organisatie

WALK_IN = {"op-locatie": "gewoon-komen", "telefoon": "gewoon-bellen", "aan-huis": "gewoon-bellen"}


def organisatie_answer(organisatie: Organisatie, catalogue: Catalogue) -> Answer:
    """Word the answer about `organisatie`; its code comes later, when all answers are known."""
    say = speaking(catalogue)
    short = say.bodies(organisatie.kort_antwoord)
    agenda = organisatie_agenda(organisatie, say)
    blocks = (
        *say.block("kort-antwoord", short),
        *say.block("acties", _actions(organisatie, say), "acties-contact"),
        *say.block("wat-is-het", say.bodies(organisatie.wat_is_het)),
        *(part for aanbod in organisatie.aanbod for part in _offer(aanbod, organisatie, say)),
        *(part for locatie in organisatie.locaties for part in _location(locatie, say)),
        *say.week((*_by_place(organisatie, coming_week, say), *agenda_link(agenda, "organisatie", organisatie.id, say))),
        *say.weeks_after(_by_place(organisatie, later_days, say)),
        *say.block("contact", _contact(organisatie, say)),
        *say.block("bijzonderheden", say.bodies(organisatie.bijzonderheden)),
        *say.block("niet-hier", say.elsewhere(organisatie.niet_hier)),
        *say.block("producten", _products(organisatie, say), "helpt-bij"),
        *say.block("wijst-weg", guided(organisatie, say)),
        *say.block("verwijst-naar", refers_to(organisatie, say)),
        *helps_to("organisatie", organisatie.id, say),
        *questions_about(organisatie.id, "organisaties", say),
        *say.block("verwant", _related(organisatie, say)),
        *say.block("verantwoording", _accountability(organisatie, say)),
    )
    return Answer(
        kind="organisatie",
        id=organisatie.id,
        path=path_of("organisatie", organisatie.id),
        api_path=f"{COLLECTIONS['organisatie'].api}/{organisatie.id}",
        label=organisatie.soort[:1].upper() + organisatie.soort[1:],
        title=organisatie.naam,
        summary=" ".join(plain_bodies(short)),
        blocks=blocks,
        places=tuple(Place(thema.naam, path_of("thema", thema.id)) for thema in catalogue.found(organisatie.themas)),
        keywords=tuple(dict.fromkeys((organisatie.soort, *organisatie.trefwoorden, *(aanbod.naam for aanbod in organisatie.aanbod)))),
        checked=organisatie.gecontroleerd_op,
        peildatum=catalogue.peildatum,
        sensitive=organisatie.gevoelig,
        wijken=_neighbourhoods(organisatie, say),
        old_paths=tuple(path_of("organisatie", old) for old in organisatie.oude_namen),
        agenda=agenda,
    )


def _neighbourhoods(organisatie: Organisatie, say: Phrases) -> tuple[str, ...]:
    """Name the neighbourhoods where it is, and those it works for."""
    stands = [locatie.wijk for locatie in organisatie.locaties if locatie.wijk]
    return tuple(sorted({wijk.naam for wijk in say.catalogue.found([*stands, *organisatie.werkgebied_wijken])}))


def _actions(organisatie: Organisatie, say: Phrases) -> list[Body]:
    links = call_action(organisatie.contact, say.lang)
    if organisatie.contact.email:
        links.append(Link(say.lang("stuur-mail"), mail(organisatie.contact.email).target))
    if organisatie.contact.website:
        links.append(Link(say.lang("ga-naar", site=site(organisatie.contact.website).text), organisatie.contact.website))
    return [Items(tuple((link,) for link in links))] if links else []


def _offer(aanbod: Aanbod, organisatie: Organisatie, say: Phrases) -> list[Block]:
    rows = tuple(_offer_rows(aanbod, organisatie, say))
    entry = [Paragraph(words(access(aanbod, say.lang))), *say.bodies(aanbod.toegang_toelichting)]
    costs = say.costs(aanbod.kosten, free=aanbod.gratis, note=aanbod.kosten_toelichting)
    caption = say.lang("tijden-van", naam=aanbod.naam)
    bodies: list[Body] = [
        *say.bodies(aanbod.omschrijving),
        *_titled(say.lang("kop-voor-wie"), say.bodies(aanbod.voor_wie)),
        *_titled(say.lang("kop-binnenkomen"), entry),
        *_titled(say.lang("kop-stappen"), way_in(aanbod.stappen, say)),
        *_titled(say.lang("kop-meenemen"), say.bodies(aanbod.documenten)),
        *_titled(say.lang("kop-kosten"), costs),
        *([Pairs(rows)] if rows else []),
        *(hours(aanbod.openingstijden, caption, say) if aanbod.openingstijden else ()),
    ]
    return block(f"aanbod-{aanbod.id}", aanbod.naam, bodies)


def _offer_rows(aanbod: Aanbod, organisatie: Organisatie, say: Phrases) -> Iterator[tuple[str, Line]]:
    lang = say.lang
    if age := _ages(aanbod, lang):
        yield lang("rij-leeftijd"), words(age)
    if aanbod.manier:
        yield lang("rij-hoe"), words(lang.joined(lang(f"manier-{way}") for way in aanbod.manier))
    if aanbod.verwijzers:
        yield lang("rij-verwijzers"), words(lang.joined(aanbod.verwijzers))
    if aanbod.wachttijd:
        yield lang("rij-wachttijd"), say.line(aanbod.wachttijd)
    if aanbod.talen:
        yield lang("rij-talen"), words(lang.joined((lang("taal-nederlands"), *aanbod.talen)))
    if places := [place.naam for place in organisatie.locaties if place.id in aanbod.locaties]:
        yield lang("rij-waar"), words(lang.joined(places))


def access(aanbod: Aanbod, lang: Language) -> str:
    """Tell how someone gets in; who may just come, may do so in the ways that the offer has."""
    if aanbod.toegang != "vrij":
        return lang(f"toegang-{aanbod.toegang}")
    ways = list(dict.fromkeys(WALK_IN[way] for way in aanbod.manier if way in WALK_IN)) or (["gewoon-komen"] if aanbod.locaties else [])
    if not ways:
        return lang("toegang-zelf") if "online" in aanbod.manier else lang("toegang-vrij")
    return lang("toegang-gewoon", manieren=lang.or_joined(lang(way) for way in ways))


def _titled(title: str, bodies: tuple[Body, ...] | list[Body]) -> list[Body]:
    return [Paragraph((Strong(title),)), *bodies] if bodies else []


def _ages(aanbod: Aanbod, lang: Language) -> str:
    youngest, oldest = aanbod.leeftijd_vanaf, aanbod.leeftijd_tot_en_met
    if youngest is not None and oldest is not None:
        return lang("leeftijd-van-tot", van=youngest, tot=oldest)
    if youngest is not None:
        return lang("leeftijd-vanaf", van=youngest)
    return lang("leeftijd-tot", tot=oldest) if oldest is not None else ""


def _location(locatie: Locatie, say: Phrases) -> list[Block]:
    lang = say.lang
    rows: list[tuple[str, Line]] = [(lang("rij-adres"), words(f"{locatie.straat}, {locatie.postcode} {locatie.plaats}"))]
    if locatie.wijk and (wijk := say.catalogue.find(locatie.wijk)) is not None:
        rows.append((lang("rij-wijk"), (say.page_link(wijk, "wijk"),)))
    if locatie.bereikbaarheid:
        rows.append((lang("rij-bereikbaarheid"), say.line(locatie.bereikbaarheid)))
    if locatie.toegankelijk:
        rows.append((lang("rij-toegankelijk"), words(accessible(locatie.toegankelijk, lang))))
    told = (
        hours(locatie.openingstijden, lang("openingstijden-van", naam=locatie.naam), say)
        if locatie.openingstijden
        else (Paragraph(words(lang("openingstijden-onbekend"))),)
    )
    moments = moments_code(locatie.openingstijden, say.catalogue.peildatum) if locatie.openingstijden else ""
    return block(f"locatie-{locatie.id}", locatie.naam, [Pairs(tuple(rows)), *told], moments=moments)


def _by_place(organisatie: Organisatie, told: Callable[[Openingstijden, str, Phrases], list[Table]], say: Phrases) -> Iterator[Table]:
    """Write out days of every location with hours, or else of offers; named, where there are more."""
    known = [(one.naam, one.openingstijden) for one in organisatie.locaties if one.openingstijden]
    known = known or [(one.naam, one.openingstijden) for one in organisatie.aanbod if one.openingstijden]
    for name, times in known:
        yield from told(times, name if len(known) > 1 else "", say)


def _contact(organisatie: Organisatie, say: Phrases) -> list[Body]:
    bodies = contact_bodies((), organisatie.contact, say)
    area = area_served(organisatie, say)
    return [*bodies, *([Pairs(((say.lang("rij-werkgebied"), words(area)),))] if area else [])]


def area_served(organisatie: Organisatie, say: Phrases) -> str:
    """Name the area that an organisation works for: its neighbourhoods, or a larger area."""
    areas = [wijk.naam for wijk in say.catalogue.found(organisatie.werkgebied_wijken)]
    return say.lang.joined(areas) if areas else say.lang.words.get(f"gebied-{organisatie.werkgebied}", "")


def _products(organisatie: Organisatie, say: Phrases) -> list[Body]:
    products = sorted(say.catalogue.products_of.get(organisatie.id, []), key=lambda product: product.naam.casefold())
    links = [(say.page_link(product, "product"),) for product in products]
    return [Items(tuple(links))] if links else []


def _related(organisatie: Organisatie, say: Phrases) -> list[Body]:
    links = [(say.page_link(other, "organisatie"),) for other in say.catalogue.related.get(("organisatie", organisatie.id), [])]
    return [Items(tuple(links))] if links else []


def _accountability(organisatie: Organisatie, say: Phrases) -> list[Body]:
    source: Line = (Link(organisatie.bron, organisatie.bron_url),) if organisatie.bron_url else (Words(organisatie.bron),)
    rows = (
        (say.lang("bron"), source),
        say.checked(organisatie, "organisatie"),
        (say.lang("eigenaar"), words(organisatie.eigenaar)),
    )
    return [Pairs(rows)]
