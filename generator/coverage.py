"""Coverage of the sociale kaart: for each life domain, neighbourhood, group and language, who helps, and from how near.

Definitions, which the report repeats for its readers:

* Counted are the offers (`aanbod`) of organisations on the site on the peildatum. Desks are not: they show the way to help.
* Life domain: an offer counts for every `leefdomein` of its organisation.
* Neighbourhood: an organisation for one or more neighbourhoods counts there alone; one for the municipality, the region or the whole
  country counts in every neighbourhood. How near it comes is told apart, see `REACHES`.
* Group: by the ages of the offer. One without ages is for everybody, so coverage can look better than it is, never worse. One that takes
  only a part of the ages of a group counts as "a part". For entrepreneurs is an offer that helps with a product for them alone: a product
  for residents and entrepreneurs says nothing of a business. They are asked about only in the life domains that such a product has.
* Language: every offer is in Dutch; in another language where `talen` names it. An interpreter counts as a language of its own.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import product as every
from typing import TYPE_CHECKING, NamedTuple

from generator.frozen import dataclass
from generator.records.gedeeld import LEEFDOMEINEN

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.catalogue import Catalogue
    from generator.records.organisatie import Aanbod, Organisatie
    from generator.records.product import Product

REACHES = {
    "in-de-wijk": "het aanbod is op een plek in de wijk",
    "aan-huis": "iemand komt bij de inwoner thuis",
    "elders": "de inwoner gaat naar een andere wijk of een andere plaats",
    "op-afstand": "alleen via telefoon of internet, of er staat geen plek bij",
}
"""How near help comes, nearest first."""

AGES = {"kinderen": (0, 11), "jongeren": (12, 17), "volwassenen": (18, 66), "ouderen": (67, 120)}
"""Groups by their first and last age in years. A child goes to secondary school at about 12; 67 is the age of the AOW."""

ENTREPRENEURS = "ondernemers"
GROUPS = (*AGES, ENTREPRENEURS)
DUTCH = "Nederlands"
INTERPRETER = "Met een tolk"


class Combination(NamedTuple):
    """One question to the sociale kaart: who helps with this, here, for them, in this language? `wijk` is an id."""

    leefdomein: str
    wijk: str
    doelgroep: str
    taal: str


@dataclass(frozen=True, slots=True, order=True)
class Helper:
    """How an organisation helps in one combination: for the whole group or a part (`partly`), how near, and its name and id."""

    partly: bool
    near: int
    name: str
    id: str

    @property
    def reach(self) -> str:
        """The key in `REACHES`."""
        return tuple(REACHES)[self.near]


@dataclass(frozen=True, slots=True)
class Coverage:
    """Who helps in every combination: the best way of each organisation, best first; combinations where nobody helps are there too."""

    wijken: dict[str, str]
    """Names by id."""
    languages: tuple[str, ...]
    """Dutch first."""
    helpers: dict[Combination, tuple[Helper, ...]]

    def nobody(self) -> list[Combination]:
        """Give the combinations where nobody helps."""
        return [combination for combination, found in self.helpers.items() if not found]

    def best(self, combination: Combination) -> Helper | None:
        """Give the best help: for the whole group before a part, and near before far; None where nobody helps."""
        found = self.helpers[combination]
        return found[0] if found else None


def coverage_of(catalogue: Catalogue) -> Coverage:
    """Reckon out who helps in every combination on the peildatum; records must be whole."""
    wijken = {wijk.id: wijk.naam for wijk in catalogue.by_kind["wijk"].values()}
    offers = [(organisatie, offer) for organisatie in catalogue.by_kind["organisatie"].values() for offer in organisatie.aanbod]
    languages = (DUTCH, *sorted({language for _, offer in offers for language in _spoken(offer)} - {DUTCH}))
    found: dict[Combination, dict[str, Helper]] = defaultdict(dict)
    for organisatie, offer in offers:
        for combination, helper in _helps(organisatie, offer, wijken, catalogue):
            known = found[combination].get(helper.id)
            if known is None or helper < known:
                found[combination][helper.id] = helper
    business = {domain for record in catalogue.by_kind["product"].values() if _is_for_business(record) for domain in record.leefdomeinen}
    asked = (Combination(*parts) for parts in every(LEEFDOMEINEN, wijken, GROUPS, languages))
    helpers = {one: tuple(sorted(found[one].values())) for one in asked if one.doelgroep != ENTREPRENEURS or one.leefdomein in business}
    return Coverage(wijken, languages, helpers)


def _helps(organisatie: Organisatie, offer: Aanbod, wijken: Iterable[str], catalogue: Catalogue) -> Iterator[tuple[Combination, Helper]]:
    groups, languages = dict(_groups(offer, catalogue)), (DUTCH, *_spoken(offer))
    for wijk in _area(organisatie, wijken):
        near = _near(organisatie, offer, wijk)
        for domain, (group, partly), language in every(organisatie.leefdomeinen, groups.items(), languages):
            yield Combination(domain, wijk, group, language), Helper(partly, near, organisatie.naam, organisatie.id)


def _area(organisatie: Organisatie, wijken: Iterable[str]) -> Iterable[str]:
    own = {reference.id for reference in organisatie.werkgebied_wijken}
    return [wijk for wijk in wijken if organisatie.werkgebied != "wijk" or wijk in own]


def _near(organisatie: Organisatie, offer: Aanbod, wijk: str) -> int:
    """Give how near an offer comes to `wijk`, as a place in `REACHES`."""
    at_places = offer.locaties or (place.id for place in organisatie.locaties if "op-locatie" in offer.manier)
    places = [place for place in organisatie.locaties if place.id in set(at_places)]
    if any(place.wijk is not None and place.wijk.id == wijk for place in places):
        reach = "in-de-wijk"
    elif "aan-huis" in offer.manier:
        reach = "aan-huis"
    else:
        reach = "elders" if places else "op-afstand"
    return tuple(REACHES).index(reach)


def _groups(offer: Aanbod, catalogue: Catalogue) -> Iterator[tuple[str, bool]]:
    """Give the groups that an offer is for, and whether it is for a part of the group only."""
    first = offer.leeftijd_vanaf or 0
    last = AGES["ouderen"][1] if offer.leeftijd_tot_en_met is None else offer.leeftijd_tot_en_met
    for group, (youngest, oldest) in AGES.items():
        if first <= oldest and last >= youngest:
            yield group, first > youngest or last < oldest
    if any(_is_for_business(found) for found in catalogue.found(offer.producten)):
        yield ENTREPRENEURS, False


def _is_for_business(product: Product) -> bool:
    return "ondernemer" in product.doelgroep and "inwoner" not in product.doelgroep


def _spoken(offer: Aanbod) -> set[str]:
    """Give the languages of an offer, written alike: `engels` is `Engels`, and `Een tolk als dat nodig is` is `Met een tolk`."""
    return {
        INTERPRETER if "tolk" in language and "gebaren" not in language.lower() else language[:1].upper() + language[1:]
        for language in offer.talen
    }


__all__ = ["AGES", "DUTCH", "ENTREPRENEURS", "GROUPS", "INTERPRETER", "REACHES", "Combination", "Coverage", "Helper", "coverage_of"]
