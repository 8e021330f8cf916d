"""The agents' layer of a record: what to ask first, what to say, who handles it, and the handover."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any

from generator.answer import AgentLayer, Block, Body, Items, Line, Pairs, Paragraph, Strong, Words, plain, plain_bodies
from generator.fields import RichLine, RichText
from generator.freshness import overdue
from generator.records.inhoud import Loket
from generator.records.keuzehulp import Keuzehulp
from generator.wording.contact import contact_rows
from generator.wording.desk import desk_facts, reach_of
from generator.wording.handled_by import handled_by
from generator.wording.hours import hours_line
from generator.wording.keuzehulp import prompts
from generator.wording.phrases import Phrases, block, speaking, words
from generator.wording.veldcontroles import checked_apart, stale_bodies
from generator.wording.week import moments_code

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.catalogue import Catalogue
    from generator.records.gedeeld import Doorverbinden, KccLaag

WORDS_PER_SECOND = 3
"""How fast an agent speaks: 60 words, the most that `zeg_dit` should have, take 20 seconds."""

CALL_BACK = "Maak een terugbelverzoek: naam, telefoonnummer, waar het over gaat en wanneer bellen uitkomt."
"""What to do when a desk or contact point of our own does not answer, where the record does not say otherwise."""

CALL_LATER = "Geef de beller het nummer, en zeg wanneer er wel iemand opneemt."
CALL_SOME_TIME = "Geef de beller het nummer. Zeg erbij dat wij de tijden niet weten."
"""The same for another organisation, with and without hours: nobody there takes our request to call back."""

HOURS_UNKNOWN = "De tijden staan niet op deze site."

HANDLING = {"zelf": "U handelt dit zelf af.", "intake": "U neemt het aan. Een collega doet de rest.", "doorverbinden": "U verbindt door."}


def agent_layer(record: Any, kind: str, catalogue: Catalogue) -> AgentLayer:  # noqa: ANN401 - any record with a kcc-laag
    """Word the agents' layer of `record`; without a kcc-laag it has no blocks."""
    layer: KccLaag | None = record.kcc
    say = speaking(catalogue)
    blocks = [*_stale(record, kind, say), *(_blocks(layer, say) if layer else [])]
    if isinstance(record, Loket):
        blocks += block("kcc-functies", "Wat kan dit loket?", [Paragraph(words(say.lang.joined(record.functies).capitalize() + "."))])
    asked = prompts(record, say) if isinstance(record, Keuzehulp) else []
    sources = (f"Bron: {check.bron}" for check in record.veldcontroles)
    private = (*(_private(layer, say) if layer else ()), *(line for prompt in asked for line in plain_bodies(prompt.bodies)), *sources)
    handled = handled_by(record, kind, say)
    return AgentLayer(
        kind=kind,
        id=record.id,
        blocks=(*blocks, *asked, *checked_apart(record, kind, say)),
        private=private,
        facts=desk_facts(record, say),
        handled_by=handled.told,
        moments=handled.moments,
    )


def _stale(record: Any, kind: str, say: Phrases) -> list[Block]:  # noqa: ANN401 - any record with an answer
    """Warn where nobody checked the answer, or a field of it, in time."""
    told: list[Body] = []
    if overdue(record, kind, say.catalogue.peildatum):
        since = say.lang.date(record.gecontroleerd_op)
        told.append(Paragraph(words(f"Dit antwoord is sinds {since} niet nagekeken. Zeg dat erbij, en meld wat niet klopt.")))
    return block("kcc-controle", "Nog na te kijken", [*told, *stale_bodies(record, kind, say)])


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


def _blocks(layer: KccLaag, say: Phrases) -> Iterator[Block]:
    """Word the layer in the order of a conversation: ask, say, handle, and hand over only where that is needed."""
    questions = [Items(tuple(say.line(question) for question in layer.vraag_eerst), numbered=True)] if layer.vraag_eerst else []
    attention = [Items(tuple(say.line(point) for point in layer.let_op))] if layer.let_op else []
    not_handed = [Paragraph(say.line(layer.niet_doorverbinden))] if layer.niet_doorverbinden else []
    volume = [Paragraph(words(f"Ongeveer {layer.contactvolume} keer per jaar."))] if layer.contactvolume else []
    yield from block("kcc-vraag-eerst", "Vraag eerst", questions)
    yield from _spoken(say.bodies(layer.zeg_dit))
    yield from block("kcc-afhandeling", "Afhandeling", [Paragraph((Strong(HANDLING[layer.afhandeling]),)), *say.bodies(layer.knip)])
    yield from block("kcc-niet-doorverbinden", "Niet doorverbinden", not_handed)
    yield from block("kcc-let-op", "Let op", attention)
    yield from _handovers(layer.doorverbinden, say)
    norm = layer.terugbellen or say.catalogue.gemeente.terugbellen
    yield from block("kcc-terugbellen", "Terugbellen", [Paragraph(words(f"Een collega belt binnen {norm} terug."))] if norm else [])
    yield from block("kcc-volume", "Hoe vaak gevraagd", volume)


def _spoken(bodies: tuple[Body, ...]) -> list[Block]:
    """Give what to say, with how long that takes in its heading, so that it is no part of what is read aloud or copied."""
    count = sum(len(line.split()) for line in plain_bodies(bodies))
    seconds = -(-count // WORDS_PER_SECOND)
    return block("kcc-zeg-dit", f"Zeg dit ({count} woorden, ongeveer {seconds} seconden)", bodies)


def _handovers(handovers: tuple[Doorverbinden, ...], say: Phrases) -> Iterator[Block]:
    """Give a card for each handover that can be made, each a block of its own: it is copied alone, and says whether it is open now."""
    cards = [card for handover in handovers if (card := _handover(handover, say)) is not None]
    for number, (pairs, moments) in enumerate(cards, 1):
        name = "kcc-doorverbinden" if number == 1 else f"kcc-doorverbinden-{number}"
        title = "Doorverbinden" if len(cards) == 1 else f"Doorverbinden ({number} van {len(cards)})"
        yield from block(name, title, [pairs], moments=moments)


def _handover(handover: Doorverbinden, say: Phrases) -> tuple[Pairs, str] | None:
    """Give the card of a handover, and when its telephone is answered; None where who is meant is not on the site."""
    target = say.catalogue.find(handover.naar)
    if target is None:
        return None
    name: Line = words(target.naam) if handover.naar.kind == "contactpunt" else (say.page_link(target, handover.naar.kind),)
    details, desk_hours = reach_of(target, handover.naar.kind, say.catalogue)
    reach = dict(contact_rows(details, say))
    rows: list[tuple[str, Line]] = [("Naar", name), ("Wanneer", say.line(handover.wanneer))]
    rows += [("Telefoon", reach["Telefoon"])] if "Telefoon" in reach else []
    rows += [("Geef mee", say.line(handover.meegeven))] if handover.meegeven else []
    unanswered = CALL_BACK if handover.naar.kind != "organisatie" else CALL_LATER if details.bereikbaar else CALL_SOME_TIME
    rows.append(("Bij geen gehoor", say.line(handover.geen_gehoor) if handover.geen_gehoor else words(unanswered)))
    rows += [("E-mail", reach["E-mail"])] if "E-mail" in reach else []
    if details.bereikbaar:
        rows.append(("Telefonisch bereikbaar", words(hours_line(details.bereikbaar, say, manner="bereikbaar"))))
    elif "Telefoon" in reach:
        rows.append(("Telefonisch bereikbaar", _hours_elsewhere(reach)))
    if desk_hours:
        rows.append(("Balie open", words(hours_line(desk_hours, say))))
    return Pairs(tuple(rows)), moments_code(details.bereikbaar, say.catalogue.peildatum) if details.bereikbaar else ""


def _hours_elsewhere(reach: dict[str, Line]) -> Line:
    """Say that nobody knows the hours here, and where they can be found."""
    return (Words(f"{HOURS_UNKNOWN} Kijk op: "), *reach["Website"]) if "Website" in reach else words(HOURS_UNKNOWN)
