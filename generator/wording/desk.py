"""What the agents' overviews say of a record: who owns and handles it, its service norms, and what an agent still misses to finish it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from generator.answer import DeskFacts, plain_bodies
from generator.records.inhoud import Loket

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.catalogue import Catalogue
    from generator.records.gedeeld import Contactgegevens, Doorverbinden, KccLaag, Openingstijden
    from generator.wording.phrases import Phrases


def desk_facts(record: Any, say: Phrases) -> DeskFacts:  # noqa: ANN401 - any record with an answer
    """Gather the facts of a record; it may have no layer."""
    layer: KccLaag | None = record.kcc
    norm = (layer and layer.terugbellen) or say.catalogue.gemeente.terugbellen
    term = getattr(record, "termijn", None)
    desk = isinstance(record, Loket)
    return DeskFacts(
        team=record.eigenaar,
        themes=tuple(thema.naam for thema in say.catalogue.found(getattr(record, "themas", ()))),
        handling=layer.afhandeling if layer else "",
        volume=layer.contactvolume if layer else None,
        lacks=tuple(_lacks(layer, say.catalogue)) if not desk else (),
        term=say.term(term) if term is not None else "",
        call_back=str(norm) if norm else "",
        functions=record.functies if desk else (),
        area=_area(record, say.catalogue) if desk else "",
        products=tuple(reference.id for reference in record.producten if say.catalogue.find(reference)) if desk else (),
        short=" ".join(plain_bodies(say.bodies(record.kort_antwoord))),
    )


def _area(desk: Loket, catalogue: Catalogue) -> str:
    wijk = catalogue.find(desk.wijk) if desk.wijk else None
    return wijk.naam if wijk is not None else ""


def _lacks(layer: KccLaag | None, catalogue: Catalogue) -> Iterator[str]:
    """Say what an agent misses: words to say, and for every handover somebody who can be reached, and when."""
    if layer is None:
        yield "geen werkinstructie"
        return
    if layer.zeg_dit is None:
        yield "geen zeg dit"
    if layer.afhandeling == "intake" and not layer.doorverbinden:
        yield "geen collega die het overneemt"
    for handover in layer.doorverbinden:
        yield from _handover_lacks(handover, catalogue)


def _handover_lacks(handover: Doorverbinden, catalogue: Catalogue) -> Iterator[str]:
    target = catalogue.find(handover.naar)
    if target is None:
        yield f"doorverbinden naar {handover.naar.id}: staat niet op de site"
        return
    details, _ = reach_of(target, handover.naar.kind, catalogue)
    place = f"doorverbinden naar {target.naam}"
    if not details.telefoon:
        yield f"{place}: geen nummer"
    elif not details.bereikbaar:
        yield f"{place}: geen tijden"


def reach_of(target: Any, kind: str, catalogue: Catalogue) -> tuple[Contactgegevens, Openingstijden | None]:  # noqa: ANN401 - a desk, an organisation or a contact point
    """Give how somebody to hand over to is reached, and when the counter of a desk is open."""
    if kind == "loket":
        return catalogue.find(target.contact).gegevens, target.openingstijden
    return (target.gegevens if kind == "contactpunt" else target.contact), None
