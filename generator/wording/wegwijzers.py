"""Who leads a resident to a product (toeleiders) and who may refer to help with it (verwijzers), and the same from an organisation.

Both words are from the inventory of sociale kaarten (VNG/SVB, 2021). A referrer is a word that offers have, as `huisarts`: an
organisation is one where that is its kind or its name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.answer import Body, Items, Words
from generator.wording.phrases import speaking

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.answer import Line
    from generator.records.organisatie import Aanbod, Organisatie
    from generator.wording.phrases import Phrases


def guides(product: str, say: Phrases) -> list[Body]:
    """List who leads to a product, by name: offers that say so, and desks for it where people find out what they need."""
    catalogue = say.catalogue
    found = _by_organisation(catalogue.guides_for.get(product, []))
    lines = [(one.naam, _line(one, names, say)) for one, names in found]
    lines += [(desk.naam, (say.page_link(desk, "loket"),)) for desk in catalogue.guiding_desks(product)]
    return _list(lines)


def referrers(product: str, say: Phrases) -> list[Body]:
    """List who may refer to help with a product, each with the names of who takes the referral: `wie-helpt` links these already."""
    taking: dict[str, dict[str, None]] = {}
    for organisatie, aanbod in say.catalogue.offers_for.get(product, []):
        for word in aanbod.verwijzers if aanbod else ():
            taking.setdefault(word[:1].upper() + word[1:], {})[organisatie.naam] = None
    between = f"{say.lang.words['opsomming-teken']} "
    told = ((word, between.join(sorted(names, key=str.casefold))) for word, names in taking.items())
    return _list((word, (say.typed(f"{word}: {names}"),)) for word, names in told)


def guided(organisatie: Organisatie, say: Phrases) -> list[Body]:
    """List the products that an organisation leads to."""
    named = {reference.id: reference for aanbod in organisatie.aanbod for reference in aanbod.wijst_de_weg_naar}
    return _list((product.naam, (say.page_link(product, "product"),)) for product in say.catalogue.found(named.values()))


def refers_to(organisatie: Organisatie, say: Phrases) -> list[Body]:
    """List to whom an organisation may refer: a huisarts to many, so by name alone."""
    words = dict.fromkeys((organisatie.soort.casefold(), organisatie.naam.casefold()))
    offers = [offer for word in words for offer in say.catalogue.referred_by.get(word, []) if offer[0].id != organisatie.id]
    return _list((one.naam, (say.page_link(one, "organisatie"),)) for one, _ in _by_organisation(offers))


def _by_organisation(offers: Iterable[tuple[Organisatie, Aanbod]]) -> list[tuple[Organisatie, list[str]]]:
    groups: dict[str, tuple[Organisatie, list[str]]] = {}
    for organisatie, aanbod in offers:
        _, names = groups.setdefault(organisatie.id, (organisatie, []))
        names.extend([aanbod.naam] if aanbod.naam not in names else [])
    return list(groups.values())


def _line(organisatie: Organisatie, names: list[str], say: Phrases) -> Line:
    told = speaking(say.catalogue).lang.joined(names)
    return (say.page_link(organisatie, "organisatie"), Words(": "), say.typed(told))


def _list(lines: Iterable[tuple[str, Line]]) -> list[Body]:
    ordered = tuple(line for _, line in sorted(lines, key=lambda named: named[0].casefold()))
    return [Items(ordered)] if ordered else []


__all__ = ["guided", "guides", "referrers", "refers_to"]
