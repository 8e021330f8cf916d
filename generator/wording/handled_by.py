"""Who handles an answer, and when: one line for an agent, beside each result of search, and when that is open for the line about now."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from generator.fields import Reference
from generator.records.inhoud import Loket
from generator.records.organisatie import Organisatie
from generator.wording.desk import reach_of
from generator.wording.hours import hours_line
from generator.wording.week import moments_code

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.wording.phrases import Phrases


class Handled(NamedTuple):
    """A name with its hours in words, and the same as `Block.moments`."""

    told: str = ""
    moments: str = ""


def handled_by(record: Any, kind: str, say: Phrases) -> Handled:  # noqa: ANN401 - any record with an answer
    """Give the first of those who handle `record` whose hours are known: who calls go to, then the desk, then the telephone."""
    found = ((say.catalogue.find(reference), reference.kind) for reference in _named(record, kind, say))
    told = (_handled(target, of, say) for target, of in found if target is not None)
    return next((one for one in told if one is not None), Handled())


def _named(record: Any, kind: str, say: Phrases) -> Iterator[Reference]:  # noqa: ANN401 - any record with an answer
    if record.kcc is not None:
        yield from (handover.naar for handover in record.kcc.doorverbinden)
    if isinstance(record, Loket | Organisatie):
        yield Reference(kind, record.id, record.at)
    if kind == "product":
        yield from (record.aanvraag.balie.loket,) if record.aanvraag and record.aanvraag.balie else ()
        yield from (record.aanvraag.telefoon.contact,) if record.aanvraag and record.aanvraag.telefoon else ()
        yield from (one for one in (record.contact, record.uitvoerende_organisatie) if one)
    if kind == "vraag":
        products = [say.catalogue.find(reference) for reference in record.producten]
        yield from (one.contact for one in products if one is not None and one.contact)
        yield from record.organisaties


def _handled(target: Any, kind: str, say: Phrases) -> Handled | None:  # noqa: ANN401 - a desk, an organisation or a contact point
    details, desk_hours = reach_of(target, kind, say.catalogue)
    name = target.naam[0].upper() + target.naam[1:]
    if desk_hours:
        return Handled(f"{name}, balie: {hours_line(desk_hours, say)}", moments_code(desk_hours, say.catalogue.peildatum))
    if details.bereikbaar:
        line = hours_line(details.bereikbaar, say, manner="bereikbaar")
        return Handled(f"{name}, telefoon: {line}", moments_code(details.bereikbaar, say.catalogue.peildatum))
    return None
