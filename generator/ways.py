"""How many ways lead to a record. A record that stands in one list alone is found by who knows that list.

Ways are of different kinds: a theme, a life event, a neighbourhood, a desk, the home page, or another product, organisation, question or
decision tree that names it. Two themes are one kind of way. A–Z lists, the list of all questions, and search do not count: who does not
know the word for something does not find it there. Only a catalogue of at most `SMALL` answers is read from top to bottom. Themes, life
events and neighbourhoods are themselves where a visitor begins (the home page and the menu show all of them), and so are the few desks;
these are not judged.

That every organisation stands on the page of a theme needs no rule of its own: `themas` is a required field, and a theme that does not
exist is a problem already.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from generator.problems import Level, Position, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.catalogue import Catalogue

JUDGED = ("product", "organisatie", "vraag", "keuzehulp")
FEWEST = 2
SMALL = 25
"""Answers that still fit in one list that people read whole."""

Ways = dict[tuple[str, str], set[str]]
"""By kind and id of a record: the kinds of way that lead to it."""


def check_ways(catalogue: Catalogue) -> Iterator[Problem]:
    """Warn of every record on the site that fewer than two kinds of way lead to.

    Not while a file can't be read: the way may well begin there, and its editor has something else to repair.
    """
    if any(entry.record is None for entry in catalogue.entries):
        return
    if sum(len(catalogue.by_kind[kind]) for kind in JUDGED) <= SMALL:
        return
    known = ways(catalogue)
    for kind in JUDGED:
        for record in catalogue.by_kind[kind].values():
            found = sorted(known[kind, record.id])
            if len(found) < FEWEST:
                message = f"alleen via een {found[0]} komt iemand hier" if found else "geen enkele weg leidt hierheen"
                repair = "noem dit record bij een levensgebeurtenis, vraag, keuzehulp, loket, aanbod of verwant product"
                yield Problem(
                    Position(record.at.file), "moeilijk-te-vinden", message, repair, Level.WAARSCHUWING, fragment=f"naam: {record.naam}"
                )


def ways(catalogue: Catalogue) -> Ways:
    """Give the kinds of way that lead to each record on the site; records may be light."""
    found: Ways = defaultdict(set)
    _from_lists(catalogue, found)
    _from_records(catalogue, found)
    _from_desks_and_steps(catalogue, found)
    return found


def _add(found: Ways, way: str, records: Iterable[Any]) -> None:
    for record in records:
        found[record_key(record)].add(way)


def record_key(record: Any) -> tuple[str, str]:  # noqa: ANN401 - any record
    """Give the kind and id of a record or of a reference to one."""
    return getattr(record, "kind", "") or type(record).__name__.lower(), record.id


def _from_lists(catalogue: Catalogue, found: Ways) -> None:
    """Count what stands on the page of a theme, a life event or a neighbourhood, and on the home page."""
    for kind in JUDGED:
        for record in catalogue.by_kind[kind].values():
            if catalogue.themes_of(record):
                found[kind, record.id].add("thema")
            if catalogue.found(getattr(record, "levensgebeurtenissen", ())):
                found[kind, record.id].add("levensgebeurtenis")
    for organisatie in catalogue.by_kind["organisatie"].values():
        if organisatie.werkgebied_wijken or any(place.wijk for place in organisatie.locaties):
            found["organisatie", organisatie.id].add("wijk")
    for gemeente in catalogue.by_kind["gemeente"].values():
        _add(found, "voorpagina", gemeente.taken)


def _from_records(catalogue: Catalogue, found: Ways) -> None:
    """Count what products, organisations and questions name; the pages of both sides show it."""
    for product in catalogue.by_kind["product"].values():
        _add(found, "organisatie", [product] if catalogue.offers_for.get(product.id) else [])
        _add(found, "product", [one for one, _ in catalogue.offers_for.get(product.id, ())])
        _add(found, "product", [product.uitvoerende_organisatie] if product.uitvoerende_organisatie else [])
    for (kind, _), others in catalogue.related.items():
        _add(found, kind, others)
    for vraag in catalogue.by_kind["vraag"].values():
        for owner in (*catalogue.found(vraag.producten), *catalogue.found(vraag.organisaties)):
            _add(found, "vraag", [owner])
            _add(found, record_key(owner)[0], [vraag])


def _from_desks_and_steps(catalogue: Catalogue, found: Ways) -> None:
    for loket in catalogue.by_kind["loket"].values():
        _add(found, "loket", loket.producten)
    for event in catalogue.by_kind["levensgebeurtenis"].values():
        for step in event.stappen:
            _add(found, "levensgebeurtenis", step.naar)
    for tree in catalogue.by_kind["keuzehulp"].values():
        for outcome in tree.uitkomsten:
            _add(found, "keuzehulp", (*outcome.producten, *outcome.organisaties))


__all__ = ["FEWEST", "JUDGED", "SMALL", "check_ways", "ways"]
