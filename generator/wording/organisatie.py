"""The answer about an organisation of the sociale kaart: what it does for whom, how to get in, where and when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.answer import Answer, Block, Body, Items, Line, Link, Pairs, Paragraph, Place, Words, plain_bodies
from generator.dates import in_words
from generator.records import COLLECTIONS
from generator.records.organisatie import TOEGANKELIJK
from generator.wording.contact import call_action, contact_bodies
from generator.wording.hours import hours
from generator.wording.phrases import Phrases, block, joined, mail, page_link, path_of, site, words

if TYPE_CHECKING:
    from generator.catalogue import Catalogue
    from generator.records.organisatie import Aanbod, Locatie, Organisatie

ACCESS = {
    "aanmelden": "Meld u eerst aan.",
    "verwijzing": "U heeft een verwijzing nodig.",
    "indicatie": "U heeft een indicatie nodig. Dat is een besluit waarin staat dat u deze hulp krijgt.",
}
WALK_IN = {"op-locatie": "komen", "telefoon": "bellen", "aan-huis": "bellen"}
MANNER = {"op-locatie": "op een locatie", "aan-huis": "bij u thuis", "telefoon": "via de telefoon", "online": "via internet"}
AREA = {"gemeente": "de hele gemeente", "regio": "de hele regio", "landelijk": "heel Nederland"}


def organisatie_answer(organisatie: Organisatie, catalogue: Catalogue) -> Answer:
    """Word the answer about `organisatie`; its code comes later, when all answers are known."""
    say = Phrases(catalogue)
    short = say.bodies(organisatie.kort_antwoord)
    blocks = (
        *block("kort-antwoord", "Kort antwoord", short),
        *block("acties", "Direct contact", _actions(organisatie)),
        *block("wat-is-het", "Wat is het?", say.bodies(organisatie.wat_is_het)),
        *(part for aanbod in organisatie.aanbod for part in _offer(aanbod, organisatie, say)),
        *(part for locatie in organisatie.locaties for part in _location(locatie, catalogue)),
        *block("contact", "Contact", _contact(organisatie, catalogue)),
        *block("bijzonderheden", "Goed om te weten", say.bodies(organisatie.bijzonderheden)),
        *block("niet-hier", "Niet voor u? Kijk hier", say.elsewhere(organisatie.niet_hier)),
        *block("producten", "Hier helpt deze organisatie bij", _products(organisatie, catalogue)),
        *block("verwant", "Kijk ook bij", _related(organisatie, catalogue)),
    )
    return Answer(
        kind="organisatie",
        id=organisatie.id,
        path=path_of("organisatie", organisatie.id),
        api_path=f"{COLLECTIONS['organisatie'].api}/{organisatie.id}",
        label=organisatie.soort[:1].upper() + organisatie.soort[1:],
        title=organisatie.naam,
        summary=" ".join(plain_bodies(short)),
        blocks=(*blocks, _accountability(organisatie)),
        places=tuple(Place(thema.naam, path_of("thema", thema.id)) for thema in catalogue.found(organisatie.themas)),
        keywords=tuple(dict.fromkeys((organisatie.soort, *organisatie.trefwoorden, *(aanbod.naam for aanbod in organisatie.aanbod)))),
        checked=organisatie.gecontroleerd_op,
        peildatum=catalogue.peildatum,
        old_paths=tuple(path_of("organisatie", old) for old in organisatie.oude_namen),
    )


def _actions(organisatie: Organisatie) -> list[Body]:
    links = call_action(organisatie.contact)
    if organisatie.contact.email:
        links.append(Link("Stuur een e-mail", mail(organisatie.contact.email).target))
    if organisatie.contact.website:
        links.append(Link(f"Ga naar {site(organisatie.contact.website).text}", organisatie.contact.website))
    return [Items(tuple((link,) for link in links))] if links else []


def _offer(aanbod: Aanbod, organisatie: Organisatie, say: Phrases) -> list[Block]:
    rows: list[tuple[str, Line]] = []
    if age := _ages(aanbod):
        rows.append(("Leeftijd", words(age)))
    if aanbod.manier:
        rows.append(("Hoe", words(joined(MANNER[way] for way in aanbod.manier))))
    if aanbod.verwijzers:
        rows.append(("Wie verwijst of meldt aan", words(joined(aanbod.verwijzers))))
    if aanbod.wachttijd:
        rows.append(("Wachttijd", say.line(aanbod.wachttijd)))
    if aanbod.talen:
        rows.append(("Talen", words(joined(("Nederlands", *aanbod.talen)))))
    if places := [place.naam for place in organisatie.locaties if place.id in aanbod.locaties]:
        rows.append(("Waar", words(joined(places))))
    bodies: list[Body] = [
        *say.bodies(aanbod.omschrijving),
        *_titled("Voor wie?", say.bodies(aanbod.voor_wie)),
        *_titled("Hoe komt u binnen?", [Paragraph(words(_access(aanbod))), *say.bodies(aanbod.toegang_toelichting)]),
        *_titled("Neem mee", say.bodies(aanbod.documenten)),
        *_titled("Kosten", say.costs(aanbod.kosten, free=aanbod.gratis, note=aanbod.kosten_toelichting)),
        *([Pairs(tuple(rows))] if rows else []),
        *(hours(aanbod.openingstijden, f"Tijden van {aanbod.naam}", say.catalogue.peildatum) if aanbod.openingstijden else ()),
    ]
    return block(f"aanbod-{aanbod.id}", aanbod.naam, bodies)


def _access(aanbod: Aanbod) -> str:
    """Tell how someone gets in; who may just come, may do so in the ways that the offer has."""
    if aanbod.toegang != "vrij":
        return ACCESS[aanbod.toegang]
    ways = list(dict.fromkeys(WALK_IN[way] for way in aanbod.manier if way in WALK_IN)) or (["komen"] if aanbod.locaties else [])
    if not ways:
        return "U kunt dit zelf gebruiken, via internet." if "online" in aanbod.manier else "U heeft geen verwijzing nodig."
    return f"U kunt gewoon {' of '.join(ways)}."


def _titled(title: str, bodies: tuple[Body, ...] | list[Body]) -> list[Body]:
    from generator.answer import Strong  # noqa: PLC0415

    return [Paragraph((Strong(title),)), *bodies] if bodies else []


def _ages(aanbod: Aanbod) -> str:
    youngest, oldest = aanbod.leeftijd_vanaf, aanbod.leeftijd_tot_en_met
    if youngest is not None and oldest is not None:
        return f"{youngest} tot en met {oldest} jaar"
    if youngest is not None:
        return f"vanaf {youngest} jaar"
    return f"tot en met {oldest} jaar" if oldest is not None else ""


def _location(locatie: Locatie, catalogue: Catalogue) -> list[Block]:
    say = Phrases(catalogue)
    rows: list[tuple[str, Line]] = [("Adres", words(f"{locatie.straat}, {locatie.postcode} {locatie.plaats}"))]
    if locatie.wijk and (wijk := catalogue.find(locatie.wijk)) is not None:
        rows.append(("Wijk", (page_link(wijk, "wijk"),)))
    if locatie.bereikbaarheid:
        rows.append(("Zo komt u er", say.line(locatie.bereikbaarheid)))
    if locatie.toegankelijk:
        rows.append(("Toegankelijk", words(joined(TOEGANKELIJK[feature] for feature in locatie.toegankelijk))))
    told = (
        hours(locatie.openingstijden, f"Openingstijden van {locatie.naam}", catalogue.peildatum)
        if locatie.openingstijden
        else (Paragraph(words("De openingstijden weten wij niet. Bel of mail eerst.")),)
    )
    return block(f"locatie-{locatie.id}", locatie.naam, [Pairs(tuple(rows)), *told])


def _contact(organisatie: Organisatie, catalogue: Catalogue) -> list[Body]:
    bodies = contact_bodies(None, organisatie.contact, catalogue.peildatum)
    areas = [wijk.naam for wijk in catalogue.found(organisatie.werkgebied_wijken)]
    area = joined(areas) if areas else AREA.get(organisatie.werkgebied, "")
    return [*bodies, *([Pairs((("Werkt voor", words(area)),))] if area else [])]


def _products(organisatie: Organisatie, catalogue: Catalogue) -> list[Body]:
    links = [
        (page_link(product, "product"),)
        for product in sorted(catalogue.products_of.get(organisatie.id, []), key=lambda product: product.naam.casefold())
    ]
    return [Items(tuple(links))] if links else []


def _related(organisatie: Organisatie, catalogue: Catalogue) -> list[Body]:
    links = [(page_link(other, "organisatie"),) for other in catalogue.related.get(("organisatie", organisatie.id), [])]
    return [Items(tuple(links))] if links else []


def _accountability(organisatie: Organisatie) -> Block:
    source: Line = (Link(organisatie.bron, organisatie.bron_url),) if organisatie.bron_url else (Words(organisatie.bron),)
    rows = (
        ("Bron", source),
        ("Gecontroleerd op", words(in_words(organisatie.gecontroleerd_op))),
        ("Wie gaat hierover", words(organisatie.eigenaar)),
    )
    return Block("verantwoording", "Over dit antwoord", (Pairs(rows),))
