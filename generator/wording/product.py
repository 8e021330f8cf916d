"""The answer about a product: its blocks, in their fixed order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.answer import Answer, Block, Body, Items, Line, Link, Pairs, Paragraph, Place, Words, plain_bodies
from generator.dates import in_words
from generator.records import COLLECTIONS
from generator.wording.contact import call_action, contact_bodies
from generator.wording.phrases import Phrases, block, joined, page_link, path_of, words

if TYPE_CHECKING:
    from generator.catalogue import Catalogue
    from generator.records.product import Aanvraag, Online, Product

ONLINE = {
    "nee": "Online regelen",
    "digid": "Online regelen met DigiD",
    "eherkenning": "Online regelen met eHerkenning",
    "digid-eherkenning": "Online regelen met DigiD of eHerkenning",
}
APPOINTMENT = {"verplicht": "Maak eerst een afspraak.", "mag": "U kunt met of zonder afspraak komen.", "nee": "Een afspraak is niet nodig."}


def product_answer(product: Product, catalogue: Catalogue) -> Answer:
    """Word the answer about `product`; its code comes later, when all answers are known."""
    say = Phrases(catalogue)
    short = say.bodies(product.kort_antwoord)
    blocks = (
        *block("kort-antwoord", "Kort antwoord", short),
        *block("acties", "Direct regelen", _actions(product, say)),
        *block("wat-is-het", "Wat is het?", say.bodies(product.wat_is_het)),
        *block("voorwaarden", "Wanneer kan het?", say.bodies(product.voorwaarden)),
        *block("meenemen", "Wat heeft u nodig?", say.bodies(product.bewijs)),
        *_ways(product.aanvraag, say),
        *block("kosten", "Wat kost het?", say.costs(product.kosten, free=product.gratis, note=product.kosten_toelichting)),
        *block("termijn", "Hoe lang duurt het?", _term(product, say)),
        *block("bezwaar", "Niet eens met het besluit?", say.bodies(product.bezwaar)),
        *block("geen-reactie", "Krijgt u geen reactie?", say.bodies(product.geen_reactie)),
        *block("bijzonderheden", "Goed om te weten", say.bodies(product.bijzonderheden)),
        *block("niet-hier", "Niet voor u? Kijk hier", say.elsewhere(product.niet_hier)),
        *block("wie-helpt", "Wie kan u helpen?", _helpers(product, catalogue)),
        *block("contact", "Vragen?", _contact(product, catalogue)),
        *block("verwant", "Kijk ook bij", _related(product, catalogue)),
        *block("wetten", "Wetten en regels", _laws(product)),
    )
    return Answer(
        kind="product",
        id=product.id,
        path=path_of("product", product.id),
        api_path=f"{COLLECTIONS['product'].api}/{product.id}",
        label="Product",
        title=product.naam,
        summary=" ".join(plain_bodies(short)),
        blocks=(*blocks, _accountability(product)),
        places=tuple(Place(thema.naam, path_of("thema", thema.id)) for thema in catalogue.found(product.themas)),
        keywords=tuple(dict.fromkeys((*product.trefwoorden, *(upl.naam for upl in product.upl)))),
        checked=product.gecontroleerd_op,
        peildatum=catalogue.peildatum,
        old_paths=tuple(path_of("product", old) for old in product.oude_namen),
    )


def _actions(product: Product, say: Phrases) -> list[Body]:
    links: list[Link] = []
    ways = product.aanvraag
    if ways and ways.online:
        links.append(Link(ONLINE[ways.online.inloggen], ways.online.url))
    if ways and ways.telefoon and (target := say.catalogue.find(ways.telefoon.contact)) is not None:
        links.extend(call_action(getattr(target, "gegevens", None) or target.contact))
    if ways and ways.balie and (desk := say.catalogue.find(ways.balie.loket)) is not None:
        links.append(Link(f"Kom langs bij {desk.naam}", path_of(ways.balie.loket.kind, desk.id)))
    if product.uitvoerende_organisatie and (body := say.catalogue.find(product.uitvoerende_organisatie)) is not None:
        links.append(Link(f"Dit regelt {body.naam}", path_of("organisatie", body.id)))
    return [Items(tuple((link,) for link in links))] if links else []


def _ways(ways: Aanvraag | None, say: Phrases) -> list[Block]:
    if ways is None:
        return []
    blocks: list[Block] = []
    if ways.online:
        blocks += block("online", "Online", [Paragraph((*_online(ways.online),)), *_steps(ways.online.stappen, say)])
    if ways.telefoon and (target := say.catalogue.find(ways.telefoon.contact)) is not None:
        details = getattr(target, "gegevens", None) or target.contact
        call: Line = (
            (Words("Bel "), Link(details.telefoon or "", call_action(details)[0].target), Words(f" ({target.naam})."))
            if details.telefoon
            else words(f"Bel {target.naam}.")
        )
        blocks += block("telefoon", "Bellen", [Paragraph(call), *_steps(ways.telefoon.stappen, say)])
    if ways.balie and (desk := say.catalogue.find(ways.balie.loket)) is not None:
        come: Line = (Words("Ga naar "), page_link(desk, ways.balie.loket.kind), Words(f". {APPOINTMENT[ways.balie.afspraak]}"))
        blocks += block("balie", "Langskomen", [Paragraph(come), *_steps(ways.balie.stappen, say)])
    if ways.post and (target := say.catalogue.find(ways.post.contact)) is not None:
        details = getattr(target, "gegevens", None) or target.contact
        place = details.postadres
        to = f"Schrijf naar {target.naam}" + (f", {place.straat}, {place.postcode} {place.plaats}." if place else ".")
        blocks += block("post", "Een brief sturen", [Paragraph(words(to)), *_steps(ways.post.stappen, say)])
    return blocks


def _online(online: Online) -> Line:
    return (Link(ONLINE[online.inloggen], online.url), Words("."))


def _steps(steps: tuple[object, ...], say: Phrases) -> list[Body]:
    return [Items(tuple(say.line(step) for step in steps), numbered=len(steps) > 1)] if steps else []  # type: ignore[arg-type]


def _term(product: Product, say: Phrases) -> list[Body]:
    told: list[Body] = [Pairs((("Termijn", words(say.term(product.termijn))),))] if product.termijn else []
    return [*told, *say.bodies(product.termijn_toelichting)]


def _helpers(product: Product, catalogue: Catalogue) -> list[Body]:
    offers: dict[str, tuple[Link, list[str]]] = {}
    for organisatie, aanbod in catalogue.offers_for.get(product.id, []):
        _, names = offers.setdefault(organisatie.id, (page_link(organisatie, "organisatie"), []))
        names.extend([aanbod.naam] if aanbod else [])
    lines = [
        (link, Words(f": {joined(names)}")) if names else (link,)
        for link, names in sorted(offers.values(), key=lambda offer: offer[0].text.casefold())
    ]
    return [Items(tuple(lines))] if lines else []


def _contact(product: Product, catalogue: Catalogue) -> list[Body]:
    contact = catalogue.find(product.contact) if product.contact else None
    bodies = contact_bodies(contact.naam, contact.gegevens, catalogue.peildatum) if contact else []
    languages = [Paragraph(words(f"Wij helpen u ook in het {joined(product.talen)}."))] if product.talen else []
    return [*bodies, *languages]


def _related(product: Product, catalogue: Catalogue) -> list[Body]:
    links = [(page_link(other, "product"),) for other in catalogue.related.get(("product", product.id), [])]
    desks = [(page_link(desk, "loket"),) for desk in catalogue.desks_for.get(product.id, [])]
    return [Items(tuple(links + desks))] if links or desks else []


def _laws(product: Product) -> list[Body]:
    lines: list[Line] = [(Link(wet.naam, wet.url),) if wet.url else words(wet.naam) for wet in product.wetten]
    return [Items(tuple(lines))] if lines else []


def _accountability(product: Product) -> Block:
    rows = (("Gecontroleerd op", words(in_words(product.gecontroleerd_op))), ("Wie gaat hierover", words(product.eigenaar)))
    return Block("verantwoording", "Over dit antwoord", (Pairs(rows),))
