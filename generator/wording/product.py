"""The answer about a product: its blocks, in their fixed order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from generator.answer import Answer, Block, Body, Items, Link, Pairs, Paragraph, Place, Strong, Version, Words, plain_bodies
from generator.records import COLLECTIONS
from generator.records.vertaling import outdated, translated
from generator.wording.contact import call_action, contact_bodies
from generator.wording.keuzehulp import helps_to
from generator.wording.phrases import Phrases, address, path_of, shared, speaking, tel, words
from generator.wording.vraag import questions_about
from generator.wording.wegwijzers import guides, referrers
from generator.wording.wie_helpt import helpers
from generator.words import DUTCH

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.catalogue import Catalogue
    from generator.records.product import Aanvraag, Product
    from generator.records.vertaling import ProductVertaling


def product_answer(product: Product, catalogue: Catalogue, code: str = DUTCH) -> Answer:
    """Word the answer about `product` in a language that it has; its answer code comes later, when all answers are known."""
    say = speaking(catalogue, code)
    told = product if say.dutch else translated(product, vertaling_of(product, code))
    blocks = _blocks(product, told, say)
    return Answer(
        kind="product",
        id=product.id,
        path=say.lang.prefix + path_of("product", product.id),
        api_path=f"{say.lang.prefix[1:] + '/' if say.lang.prefix else ''}{COLLECTIONS['product'].api}/{product.id}",
        label=say.lang("soort-product"),
        title=told.naam,
        summary=" ".join(plain_bodies(blocks[0].bodies)),
        blocks=blocks,
        places=tuple(_places(product, say)),
        keywords=_keywords(told),
        checked=product.gecontroleerd_op,
        peildatum=catalogue.peildatum,
        old_paths=tuple(say.lang.prefix + path_of("product", old) for old in product.oude_namen),
        lang=say.lang.code,
        rtl=say.lang.rtl,
        others=versions(product, catalogue, code),
        sensitive=product.gevoelig,
        audience=tuple(say.lang(f"doelgroep-{group}") for group in product.doelgroep),
    )


def _blocks(product: Product, told: Product, say: Phrases) -> tuple[Block, ...]:
    """Word the blocks in their fixed order; `told` has the texts of the language."""
    return (
        *say.block("kort-antwoord", say.bodies(told.kort_antwoord)),
        *say.block("acties", _actions(told, say)),
        *say.block("wat-is-het", say.bodies(told.wat_is_het)),
        *say.block("voorwaarden", say.bodies(told.voorwaarden)),
        *say.block("meenemen", say.bodies(told.bewijs)),
        *_ways(told.aanvraag, say),
        *say.block("kosten", say.costs(told.kosten, free=told.gratis, note=told.kosten_toelichting)),
        *say.block("termijn", _term(told, say)),
        *say.block("bezwaar", say.bodies(told.bezwaar)),
        *say.block("geen-reactie", say.bodies(told.geen_reactie)),
        *say.block("bijzonderheden", say.bodies(told.bijzonderheden)),
        *say.block("niet-hier", say.elsewhere(told.niet_hier)),
        *say.block("wie-helpt", helpers(product.id, say)),
        *say.block("wie-wijst", guides(product.id, say)),
        *say.block("wie-verwijst", referrers(product.id, say)),
        *_contact(told, say),
        *helps_to("product", product.id, say),
        *questions_about(product.id, "producten", say),
        *say.block("verwant", _related(told, say)),
        *say.block("wetten", say.laws(told.wetten)),
        *_accountability(product, say),
    )


def vertaling_of(product: Product, code: str) -> ProductVertaling:
    """Give the translation of `product` into a language."""
    return next(vertaling for vertaling in product.vertalingen if vertaling.id == code)


def versions(product: Product, catalogue: Catalogue, code: str) -> tuple[Version, ...]:
    """List the other languages in which `product` is told, Dutch first."""
    codes = [DUTCH, *(vertaling.id for vertaling in product.vertalingen)]
    spoken = [speaking(catalogue, other).lang for other in codes if other != code] if product.vertalingen else []
    return tuple(Version(lang.code, lang.name, lang.prefix + path_of("product", product.id)) for lang in spoken)


def _places(product: Product, say: Phrases) -> Iterable[Place]:
    for thema in say.catalogue.found(product.themas):
        if say.tells(thema, "thema"):
            link = say.page_link(thema, "thema")
            yield Place(link.text, link.target)


def _keywords(told: Product) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*told.trefwoorden, *(upl.naam for upl in told.upl))))


def _actions(product: Product, say: Phrases) -> list[Body]:
    links: list[Link] = []
    ways = product.aanvraag
    if ways and ways.online:
        links.append(Link(say.lang(f"online-{ways.online.inloggen}"), ways.online.url))
    if ways and ways.telefoon and (target := say.catalogue.find(ways.telefoon.contact)) is not None:
        links.extend(call_action(getattr(target, "gegevens", None) or target.contact, say.lang))
    if ways and ways.balie and (desk := say.catalogue.find(ways.balie.loket)) is not None:
        links.append(_leading("langs", desk, ways.balie.loket.kind, say))
    if product.uitvoerende_organisatie and (body := say.catalogue.find(product.uitvoerende_organisatie)) is not None:
        links.append(_leading("dit-regelt", body, "organisatie", say))
    return [Items(tuple((link,) for link in links))] if links else []


def _leading(name: str, record: Any, kind: str, say: Phrases) -> Link:  # noqa: ANN401 - a desk or an organisation
    link = say.page_link(record, kind)
    return Link(say.lang(name, naam=link.text), link.target, page_lang=link.page_lang)


def _ways(ways: Aanvraag | None, say: Phrases) -> list[Block]:
    if ways is None:
        return []
    blocks: list[Block] = []
    if ways.online:
        link = Link(say.lang(f"online-{ways.online.inloggen}"), ways.online.url)
        blocks += say.block("online", [Paragraph((link, Words("."))), *_steps(ways.online.stappen, say)])
    if ways.telefoon and (target := say.catalogue.find(ways.telefoon.contact)) is not None:
        details = getattr(target, "gegevens", None) or target.contact
        name = say.name(target)[0]
        number = tel(say.lang.digits(details.telefoon)) if details.telefoon else None
        call = say.lang.around("bel-naar", number, naam=name) if number else words(say.lang("bel-wie", naam=name))
        blocks += say.block("telefoon", [Paragraph(call), *_steps(ways.telefoon.stappen, say)])
    if ways.balie and (desk := say.catalogue.find(ways.balie.loket)) is not None:
        appointment = say.lang(f"afspraak-{ways.balie.afspraak}")
        come = say.lang.around("langs-ga", say.page_link(desk, ways.balie.loket.kind), afspraak=appointment)
        blocks += say.block("balie", [Paragraph(come), *_steps(ways.balie.stappen, say)])
    if ways.post and (target := say.catalogue.find(ways.post.contact)) is not None:
        place = (getattr(target, "gegevens", None) or target.contact).postadres
        name = say.name(target)[0]
        to = say.lang("schrijf-adres", naam=name, adres=address(place)) if place else say.lang("schrijf", naam=name)
        blocks += say.block("post", [Paragraph(words(to)), *_steps(ways.post.stappen, say)])
    return blocks


def _steps(steps: tuple[object, ...], say: Phrases) -> list[Body]:
    return [Items(tuple(say.line(step) for step in steps), numbered=len(steps) > 1)] if steps else []  # type: ignore[arg-type]


def _term(product: Product, say: Phrases) -> list[Body]:
    told: list[Body] = [Pairs(((say.lang("termijn"), words(say.term(product.termijn))),))] if product.termijn else []
    return [*told, *say.bodies(product.termijn_toelichting)]


def _contact(product: Product, say: Phrases) -> list[Block]:
    """Word whom to ask: for products of one desk it is the same block."""
    asked = (product.contact.id if product.contact else "", product.talen)
    if asked not in say.contacts:
        contact = say.catalogue.find(product.contact) if product.contact else None
        bodies = contact_bodies((say.named(contact),), contact.gegevens, say) if contact else []
        help_in = say.lang("talen-hulp", talen=say.lang.joined(_languages(product.talen, say))) if product.talen else ""
        languages = [Paragraph(words(help_in))] if help_in else []
        say.contacts[asked] = [shared(one) for one in say.block("contact", [*bodies, *languages], "vragen")]
    return say.contacts[asked]


def _languages(names: tuple[str, ...], say: Phrases) -> Iterable[str]:
    """Give the names of languages as this language calls them, where its list of words does."""
    return (say.lang.words.get(f"taal-{name.lower().replace('ï', 'i')}", name) for name in names)


def _related(product: Product, say: Phrases) -> list[Body]:
    links = [(say.page_link(other, "product"),) for other in say.catalogue.related.get(("product", product.id), [])]
    desks = [(say.page_link(desk, "loket"),) for desk in say.catalogue.desks_for.get(product.id, [])]
    return [Items(tuple(links + desks))] if links or desks else []


def _accountability(product: Product, say: Phrases) -> list[Block]:
    rows = (
        say.checked(product, "product"),
        (say.lang("eigenaar"), (say.typed(product.eigenaar),)),
    )
    notes: list[Body] = []
    if not say.dutch:
        notes.append(Paragraph(words(say.lang("vertaald-uit"))))
        if outdated(product, vertaling_of(product, say.lang.code)):
            notes.append(Paragraph((Strong(say.lang("vertaling-ouder")),)))
    return say.block("verantwoording", (*notes, Pairs(rows)))
