"""The agents' layer of a record: what to ask first, what to say, who handles it, and the handover."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any

from generator.answer import AgentLayer, Block, Body, Items, Line, Pairs, Paragraph, Strong, plain, plain_bodies
from generator.fields import RichLine, RichText
from generator.records.inhoud import Loket
from generator.wording.contact import contact_rows
from generator.wording.hours import hours_line
from generator.wording.phrases import Phrases, block, joined, page_link, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.catalogue import Catalogue
    from generator.records.gedeeld import Contactgegevens, Doorverbinden, KccLaag, Openingstijden

HANDLING = {"zelf": "U handelt dit zelf af.", "intake": "U neemt het aan. Een collega doet de rest.", "doorverbinden": "U verbindt door."}


def agent_layer(record: Any, kind: str, catalogue: Catalogue) -> AgentLayer:  # noqa: ANN401 - any record with a kcc-laag
    """Word the agents' layer of `record`; without a kcc-laag it has no blocks."""
    layer: KccLaag | None = record.kcc
    say = Phrases(catalogue)
    blocks = _blocks(layer, say) if layer else []
    if isinstance(record, Loket):
        blocks += block("kcc-functies", "Wat kan dit loket?", [Paragraph(words(joined(record.functies).capitalize() + "."))])
    return AgentLayer(kind=kind, id=record.id, blocks=tuple(blocks), private=tuple(_private(layer, say)) if layer else ())


def _private(layer: KccLaag, say: Phrases) -> Iterator[str]:
    """Give every line of `layer` that an editor typed."""
    for rich in _typed(layer):
        if isinstance(rich, RichText):
            yield from plain_bodies(say.bodies(rich))
        elif isinstance(rich, RichLine):
            yield plain(say.line(rich))


def _typed(value: Any) -> Iterator[RichText | RichLine]:  # noqa: ANN401 - walks the layer and its groups
    if isinstance(value, RichText | RichLine):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _typed(item)
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from _typed(getattr(value, field.name))


def _blocks(layer: KccLaag, say: Phrases) -> list[Block]:
    questions = [Items(tuple(say.line(question) for question in layer.vraag_eerst), numbered=True)] if layer.vraag_eerst else []
    attention = [Items(tuple(say.line(point) for point in layer.let_op))] if layer.let_op else []
    return [
        *block("kcc-vraag-eerst", "Vraag eerst", questions),
        *block("kcc-zeg-dit", "Zeg dit", say.bodies(layer.zeg_dit)),
        *block("kcc-afhandeling", "Afhandeling", [Paragraph((Strong(HANDLING[layer.afhandeling]),)), *say.bodies(layer.knip)]),
        *block("kcc-doorverbinden", "Doorverbinden", [body for handover in layer.doorverbinden for body in _handover(handover, say)]),
        *block(
            "kcc-niet-doorverbinden",
            "Niet doorverbinden",
            [Paragraph(say.line(layer.niet_doorverbinden))] if layer.niet_doorverbinden else [],
        ),
        *block("kcc-let-op", "Let op", attention),
        *block(
            "kcc-volume",
            "Hoe vaak gevraagd",
            [Paragraph(words(f"Ongeveer {layer.contactvolume} keer per jaar."))] if layer.contactvolume else [],
        ),
    ]


def _handover(handover: Doorverbinden, say: Phrases) -> list[Body]:
    target = say.catalogue.find(handover.naar)
    if target is None:
        return []
    name: Line = words(target.naam) if handover.naar.kind == "contactpunt" else (page_link(target, handover.naar.kind),)
    details, desk_hours = _reach(target, handover.naar.kind, say.catalogue)
    rows: list[tuple[str, Line]] = [("Naar", name), ("Wanneer", say.line(handover.wanneer))]
    rows += [row for row in contact_rows(details) if row[0] in {"Telefoon", "E-mail"}]
    if details.bereikbaar:
        rows.append(("Telefonisch bereikbaar", words(hours_line(details.bereikbaar, say.catalogue.peildatum, manner="bereikbaar"))))
    if desk_hours:
        rows.append(("Balie open", words(hours_line(desk_hours, say.catalogue.peildatum))))
    if handover.meegeven:
        rows.append(("Geef mee", say.line(handover.meegeven)))
    if handover.geen_gehoor:
        rows.append(("Bij geen gehoor", say.line(handover.geen_gehoor)))
    return [Pairs(tuple(rows))]


def _reach(target: Any, kind: str, catalogue: Catalogue) -> tuple[Contactgegevens, Openingstijden | None]:  # noqa: ANN401 - a desk, an organisation or a contact point
    if kind == "loket":
        return catalogue.find(target.contact).gegevens, target.openingstijden
    return (target.gegevens if kind == "contactpunt" else target.contact), None
