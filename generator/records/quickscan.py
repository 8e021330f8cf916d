"""A part of the quick scan: short questions about one life domain, with which an agent finds out what else a caller needs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.fields import Choice, Many, Ref, Reference, lange_regel, regel_tekst, veld
from generator.frozen import dataclass
from generator.records.gedeeld import IEDEREEN, LEEFDOMEINEN, Record
from generator.records.keuzehulp import STEP_ID
from generator.records.reader import Named, scalar_of
from generator.scalars import getal

if TYPE_CHECKING:
    from generator.problems import Position
    from generator.source import Mapping, SourceFile

VERZAMELT = (*IEDEREEN, "keuzehulp")
"""What an answer can gather."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ScanVraag:
    """One question that a caller answers with yes or no, and what one of these answers gathers."""

    id: str
    at: Position
    vraag: str = veld(regel_tekst, "De vraag, waarop iemand ja of nee kan zeggen.", verplicht=True)
    bij: str = veld(
        Choice({"ja": "wie ja zegt, heeft dit nodig", "nee": "wie nee zegt, heeft dit nodig"}),
        "Bij welk antwoord dit helpt.",
        standaard="ja",
    )
    naar: tuple[Reference, ...] = veld(Many(Ref(VERZAMELT)), "Wat dan helpt, het beste eerst.", verplicht=True)
    kcc: str | None = veld(lange_regel, "Hoe de medewerker doorvraagt.")

    @staticmethod
    def check_fields(values: dict[str, object], node: Mapping, source: SourceFile) -> None:
        """Check that it is a question."""
        asked = values.get("vraag")
        if isinstance(asked, str) and not asked.endswith("?"):
            repair = f"schrijf een vraag waarop iemand ja of nee kan zeggen: {asked.rstrip('.!')}?"
            source.report(source.position(scalar_of(node, "vraag")), "geen-vraag", "deze vraag eindigt niet op een vraagteken", repair)


@dataclass(frozen=True, slots=True, kw_only=True)
class Quickscan(Record):
    """The questions about one life domain. Only agents see them."""

    naam: str = veld(regel_tekst, "De kop boven de vragen.", verplicht=True)
    leefdomein: str = veld(Choice(LEEFDOMEINEN), "Het leefdomein. Elk leefdomein heeft één bestand.", verplicht=True)
    volgorde: int = veld(getal, "De plaats op de pagina: 1 staat vooraan.", verplicht=True)
    vragen: tuple[ScanVraag, ...] = veld(
        Named(ScanVraag, STEP_ID, "gebruik kleine letters, cijfers en streepjes: huur-betalen"),
        "De vragen, elk met een id. Vijf tot zeven is genoeg.",
        verplicht=True,
    )
