"""How to call or visit an organisation or a desk, in a few lines that can stand on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.records.inhoud import Loket
from generator.records.organisatie import Organisatie
from generator.wording.contact import call_action
from generator.wording.phrases import address, mail, site, words

if TYPE_CHECKING:
    from generator.answer import Line
    from generator.records.gedeeld import Contactgegevens
    from generator.wording.phrases import Phrases

MOST_PLACES = 3
"""Who has more places to visit is called first; they would take too much paper."""


def reach(record: object, say: Phrases, wijk: str = "") -> tuple[Line, ...]:
    """Tell how `record` is reached, one way a line: a number, else a mail address, else a site; and where to go. Nothing for other records.

    Of an organisation with places in the neighbourhood `wijk` (an id) only those are told.
    """
    if isinstance(record, Loket):
        contact = say.catalogue.find(record.contact).gegevens
        return _ways(contact, [address(record.adres)] if record.adres else [], say)
    if isinstance(record, Organisatie):
        near = [place for place in record.locaties if place.wijk and place.wijk.id == wijk]
        return _ways(record.contact, [f"{place.straat}, {place.postcode} {place.plaats}" for place in near or record.locaties], say)
    return ()


def _ways(contact: Contactgegevens, places: list[str], say: Phrases) -> tuple[Line, ...]:
    links = [
        *call_action(contact, say.lang),
        *([mail(contact.email)] if contact.email else []),
        *([site(contact.website)] if contact.website else []),
    ]
    shown = list(dict.fromkeys(places)) if len(places) <= MOST_PLACES else []
    return tuple([(link,) for link in links[:1]] + [words(place) for place in shown])
