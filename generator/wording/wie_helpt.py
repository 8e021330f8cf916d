"""Who can help with a product, in order of closeness to a resident's own strength: who needs no indication comes before who does.

Source of the order: the Wmo 2015 (articles 2.3.2 and 2.3.5) has the gemeente look at what someone can do alone, with help of the own
network and with general provisions, before it gives a provision made to measure.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.answer import Body, Items, Paragraph, Strong, Words
from generator.wording.phrases import speaking

if TYPE_CHECKING:
    from generator.answer import Line
    from generator.records.organisatie import Aanbod, Organisatie
    from generator.wording.phrases import Phrases

HEADINGS = {
    "eigen-kring": "hulp-eigen-kring",
    "vrijwilligers": "hulp-vrijwilligers",
    "gratis": "hulp-gratis",
    "zonder-verwijzing": "hulp-zonder-verwijzing",
    "verwijzing": "hulp-verwijzing",
    "indicatie": "hulp-indicatie",
    "anders": "hulp-anders",
}
"""Groups of help, closest first, with the name of their heading.

The last has organisations that the product names and that say of no offer that it helps with it."""


def closeness(aanbod: Aanbod | None) -> str:
    """Tell in which of the groups an offer comes. A way in that needs others weighs more than who helps: volunteers can ask for it too."""
    if aanbod is None:
        return "anders"
    if aanbod.toegang in ("verwijzing", "indicatie"):
        return aanbod.toegang
    return aanbod.hulp_van or ("gratis" if aanbod.gratis else "zonder-verwijzing")


def helpers(product: str, say: Phrases) -> list[Body]:
    """List who helps with a product, a list per group; an organisation stands in every group in which it offers something."""
    groups: dict[str, dict[str, tuple[Organisatie, list[str]]]] = {name: {} for name in HEADINGS}
    for organisatie, aanbod in say.catalogue.offers_for.get(product, []):
        _, names = groups[closeness(aanbod)].setdefault(organisatie.id, (organisatie, []))
        names.extend([aanbod.naam] if aanbod else [])
    filled = [(name, list(group.values())) for name, group in groups.items() if group]
    return [body for name, group in filled for body in _group(name, group, say, titled=len(filled) > 1 or name != "anders")]


def _group(name: str, group: list[tuple[Organisatie, list[str]]], say: Phrases, *, titled: bool) -> list[Body]:
    lines = [_line(organisatie, names, say) for organisatie, names in sorted(group, key=lambda one: one[0].naam.casefold())]
    return [*([Paragraph((Strong(say.lang(HEADINGS[name])),))] if titled else []), Items(tuple(lines))]


def _line(organisatie: Organisatie, names: list[str], say: Phrases) -> Line:
    link = say.page_link(organisatie, "organisatie")
    if not names:
        return (link,)
    told = speaking(say.catalogue).lang.joined(names)
    return (link, Words(f": {told}")) if say.dutch else (link, Words(": "), say.typed(told))


__all__ = ["HEADINGS", "closeness", "helpers"]
