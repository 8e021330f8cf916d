"""The answer about a desk: what for, where, when, and how to make an appointment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.answer import Answer, Block, Body, Items, Line, Pairs, Place, plain_bodies
from generator.dates import in_words
from generator.records import COLLECTIONS
from generator.records.organisatie import TOEGANKELIJK
from generator.wording.contact import call_action, contact_bodies
from generator.wording.hours import hours
from generator.wording.phrases import Phrases, address, block, joined, page_link, path_of, words

if TYPE_CHECKING:
    from generator.catalogue import Catalogue
    from generator.records.inhoud import Loket


def loket_answer(loket: Loket, catalogue: Catalogue) -> Answer:
    """Word the answer about `loket`; its code comes later, when all answers are known."""
    say = Phrases(catalogue)
    contact = catalogue.find(loket.contact)
    short = say.bodies(loket.kort_antwoord)
    blocks = (
        *block("kort-antwoord", "Kort antwoord", short),
        *block(
            "acties",
            "Direct contact",
            [Items(tuple((link,) for link in call_action(contact.gegevens)))] if contact.gegevens.telefoon else [],
        ),
        *block("wat-is-het", "Wat doen wij?", say.bodies(loket.wat_is_het)),
        *block("adres", "Waar en wanneer?", _place(loket, say)),
        *block("contact", "Bellen, mailen of schrijven", contact_bodies(None, contact.gegevens, catalogue.peildatum)),
        *block("producten", "Waarvoor kunt u hier terecht?", _products(loket, catalogue)),
    )
    rows = (("Gecontroleerd op", words(in_words(loket.gecontroleerd_op))), ("Wie gaat hierover", words(loket.eigenaar)))
    return Answer(
        kind="loket",
        id=loket.id,
        path=path_of("loket", loket.id),
        api_path=f"{COLLECTIONS['loket'].api}/{loket.id}",
        label="Loket",
        title=loket.naam,
        summary=" ".join(plain_bodies(short)),
        blocks=(*blocks, Block("verantwoording", "Over dit antwoord", (Pairs(rows),))),
        places=(Place("Loketten", "/loket/"),),
        keywords=loket.trefwoorden,
        checked=loket.gecontroleerd_op,
        peildatum=catalogue.peildatum,
        old_paths=tuple(path_of("loket", old) for old in loket.oude_namen),
    )


def _place(loket: Loket, say: Phrases) -> list[Body]:
    rows: list[tuple[str, Line]] = []
    if loket.adres:
        rows.append(("Adres", words(address(loket.adres))))
    if loket.wijk and (wijk := say.catalogue.find(loket.wijk)) is not None:
        rows.append(("Wijk", (page_link(wijk, "wijk"),)))
    if loket.afspraak:
        rows.append(("Afspraak", say.line(loket.afspraak)))
    if loket.toegankelijk:
        rows.append(("Toegankelijk", words(joined(TOEGANKELIJK[feature] for feature in loket.toegankelijk))))
    told = hours(loket.openingstijden, "Openingstijden van de balie", say.catalogue.peildatum) if loket.openingstijden else ()
    return [*([Pairs(tuple(rows))] if rows else []), *told]


def _products(loket: Loket, catalogue: Catalogue) -> list[Body]:
    links = [
        (page_link(product, "product"),)
        for product in sorted(catalogue.found(loket.producten), key=lambda product: product.naam.casefold())
    ]
    return [Items(tuple(links))] if links else []
