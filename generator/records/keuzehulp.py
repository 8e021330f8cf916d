"""A keuzehulp: a short decision tree that ends in products, organisations and desks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.fields import Choice, Many, Ref, Reference, RichText, regel_tekst, tekst, veld
from generator.frozen import dataclass
from generator.records.gedeeld import LEEFDOMEINEN, Answered, check_validity
from generator.records.keuzeboom import check_tree
from generator.records.reader import Group, Named
from generator.records.veldcontrole import check_field_checks
from generator.scalars import identificatie

if TYPE_CHECKING:
    from generator.problems import Position
    from generator.source import Mapping, SourceFile

STEP_ID = r"[a-z0-9]+(?:-[a-z0-9]+)*"
markdown = tekst
"""The same kind of value by another name: a field below is itself called `tekst`."""

_EXAMPLE = "gebruik kleine letters, cijfers en streepjes: hulp-in-huis"


@dataclass(frozen=True, slots=True, kw_only=True)
class Keuze:
    """One answer to a question, and where it leads."""

    tekst: str = veld(regel_tekst, "Het antwoord dat iemand kiest.", verplicht=True)
    naar: str = veld(identificatie, "Het id van de volgende vraag, of van een uitkomst.", verplicht=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class KeuzeVraag:
    """One question of the tree."""

    id: str
    at: Position
    vraag: str = veld(regel_tekst, "De vraag.", verplicht=True)
    uitleg: RichText | None = veld(markdown, "Uitleg bij de vraag, die iedereen leest.")
    kcc: RichText | None = veld(markdown, "Hoe een medewerker dit vraagt aan de telefoon. Alleen medewerkers zien dit.")
    antwoorden: tuple[Keuze, ...] = veld(Many(Group(Keuze), least=2), "De antwoorden waaruit iemand kiest: minstens twee.", verplicht=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Uitkomst:
    """Where the tree ends: what fits, closest first."""

    id: str
    at: Position
    naam: str = veld(regel_tekst, "De uitkomst in een paar woorden.", verplicht=True)
    tekst: RichText = veld(markdown, "Wat iemand nu het beste kan doen.", verplicht=True)
    producten: tuple[Reference, ...] = veld(Many(Ref(("product",))), "De producten die passen, het beste eerst.", standaard=())
    organisaties: tuple[Reference, ...] = veld(Many(Ref(("organisatie",))), "De organisaties die helpen, de beste eerst.", standaard=())
    loketten: tuple[Reference, ...] = veld(Many(Ref(("loket",))), "De loketten waar iemand terecht kan.", standaard=())
    kcc: RichText | None = veld(markdown, "Wat een medewerker hier doet. Alleen medewerkers zien dit.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Keuzehulp(Answered):
    """A decision tree: one question at a time, and outcomes that exist."""

    naam: str = veld(regel_tekst, "De naam, het liefst een vraag: Welke hulp in huis past bij u.", verplicht=True)
    kort_antwoord: RichText = veld(markdown, "Waar deze keuzehulp bij helpt, in één of twee zinnen.", verplicht=True)
    themas: tuple[Reference, ...] = veld(Many(Ref(("thema",))), "De thema's waar het bij hoort; het belangrijkste eerst.", verplicht=True)
    leefdomeinen: tuple[str, ...] = veld(Many(Choice(LEEFDOMEINEN)), "De leefdomeinen waar het over gaat.", verplicht=True)
    levensgebeurtenissen: tuple[Reference, ...] = veld(
        Many(Ref(("levensgebeurtenis",))), "De levensgebeurtenissen waarbij iemand dit nodig heeft.", standaard=()
    )
    trefwoorden: tuple[str, ...] = veld(Many(regel_tekst), "Woorden die inwoners gebruiken.", verplicht=True)
    begin: str = veld(identificatie, "Het id van de eerste vraag.", verplicht=True)
    vragen: tuple[KeuzeVraag, ...] = veld(Named(KeuzeVraag, STEP_ID, _EXAMPLE), "De vragen, elk met een id.", verplicht=True)
    uitkomsten: tuple[Uitkomst, ...] = veld(Named(Uitkomst, STEP_ID, _EXAMPLE), "De uitkomsten, elk met een id.", verplicht=True)

    @staticmethod
    def check_fields(values: dict[str, object], node: Mapping, source: SourceFile) -> None:
        """Check dates, and that every path through the tree ends in an outcome."""
        check_validity(values, node, source)
        check_field_checks(node, source)
        check_tree(node, source)
