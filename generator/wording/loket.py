"""The answer about a desk: what for, where, when, and how to make an appointment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.answer import Answer, Body, Items, Line, Pairs, Place, plain_bodies
from generator.records import COLLECTIONS
from generator.wording.agenda import agenda_link, loket_agenda
from generator.wording.contact import call_action, contact_bodies
from generator.wording.hours import hours
from generator.wording.phrases import Phrases, accessible, address, path_of, speaking, words
from generator.wording.week import coming_week, later_days, moments_code

if TYPE_CHECKING:
    from generator.catalogue import Catalogue
    from generator.records.gedeeld import Contactgegevens, Openingstijden
    from generator.records.inhoud import Loket


def loket_answer(loket: Loket, catalogue: Catalogue) -> Answer:
    """Word the answer about `loket`; its code comes later, when all answers are known."""
    say = speaking(catalogue)
    contact = catalogue.find(loket.contact)
    short = say.bodies(loket.kort_antwoord)
    agenda = loket_agenda(loket, say)
    blocks = (
        *say.block("kort-antwoord", short),
        *say.block("acties", _actions(contact.gegevens, say), "acties-contact"),
        *say.block("wat-is-het", say.bodies(loket.wat_is_het), "wat-doen-wij"),
        *say.block("adres", _place(loket, say), moments=_moments(loket.openingstijden, say)),
        *say.week(
            (*(coming_week(loket.openingstijden, "", say) if loket.openingstijden else ()), *agenda_link(agenda, "loket", loket.id, say))
        ),
        *say.weeks_after(later_days(loket.openingstijden, "", say) if loket.openingstijden else ()),
        *say.block("contact", contact_bodies((), contact.gegevens, say), "bereiken", moments=_moments(contact.gegevens.bereikbaar, say)),
        *say.block("producten", _products(loket, say), "hier-terecht"),
    )
    rows = (say.checked(loket, "loket"), (say.lang("eigenaar"), words(loket.eigenaar)))
    return Answer(
        kind="loket",
        id=loket.id,
        path=path_of("loket", loket.id),
        api_path=f"{COLLECTIONS['loket'].api}/{loket.id}",
        label=say.lang("soort-loket"),
        title=loket.naam,
        summary=" ".join(plain_bodies(short)),
        blocks=(*blocks, *say.block("verantwoording", (Pairs(rows),))),
        places=(Place(say.lang("loketten"), "/loket/"),),
        keywords=loket.trefwoorden,
        checked=loket.gecontroleerd_op,
        peildatum=catalogue.peildatum,
        sensitive=loket.gevoelig,
        old_paths=tuple(path_of("loket", old) for old in loket.oude_namen),
        agenda=agenda,
    )


def _moments(times: Openingstijden | None, say: Phrases) -> str:
    return moments_code(times, say.catalogue.peildatum) if times else ""


def _actions(details: Contactgegevens, say: Phrases) -> list[Body]:
    return [Items(tuple((link,) for link in call_action(details, say.lang)))] if details.telefoon else []


def _place(loket: Loket, say: Phrases) -> list[Body]:
    rows: list[tuple[str, Line]] = []
    if loket.adres:
        rows.append((say.lang("rij-adres"), words(address(loket.adres))))
    if loket.wijk and (wijk := say.catalogue.find(loket.wijk)) is not None:
        rows.append((say.lang("rij-wijk"), (say.page_link(wijk, "wijk"),)))
    if loket.afspraak:
        rows.append((say.lang("rij-afspraak"), say.line(loket.afspraak)))
    if loket.toegankelijk:
        rows.append((say.lang("rij-toegankelijk"), words(accessible(loket.toegankelijk, say.lang))))
    told = hours(loket.openingstijden, say.lang("openingstijden-balie"), say) if loket.openingstijden else ()
    return [*([Pairs(tuple(rows))] if rows else []), *told]


def _products(loket: Loket, say: Phrases) -> list[Body]:
    products = sorted(say.catalogue.found(loket.producten), key=lambda product: product.naam.casefold())
    links = [(say.page_link(product, "product"),) for product in products]
    return [Items(tuple(links))] if links else []
