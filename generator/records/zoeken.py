"""What editors tell search: which words mean the same, which answers come first, and what to show someone in danger."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.fields import Many, Ref, Reference, lange_regel, regel_tekst, veld
from generator.frozen import dataclass
from generator.records.gedeeld import IEDEREEN, Record
from generator.records.reader import Group
from generator.scalars import telefoonnummer

if TYPE_CHECKING:
    from generator.problems import Position
    from generator.source import Mapping, SourceFile


GEZOCHT = (*IEDEREEN, "vraag", "keuzehulp")
"""What search finds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paar:
    """Words that people type, and what they mean."""

    at: Position
    woorden: tuple[str, ...] = veld(Many(regel_tekst), "Wat mensen typen: woorden of korte zinsdelen.", standaard=())
    betekent: tuple[str, ...] = veld(Many(regel_tekst), "De woorden die in de antwoorden staan.", standaard=())
    record: tuple[Reference, ...] = veld(Many(Ref(GEZOCHT)), "De antwoorden die iemand met deze woorden zoekt.", standaard=())
    gelijk: tuple[str, ...] = veld(Many(regel_tekst, 2), "Woorden die elkaar vervangen, in plaats van woorden en betekent.", standaard=())

    @staticmethod
    def check_fields(_values: dict[str, object], node: Mapping, source: SourceFile) -> None:
        """Ask for words with a meaning, or for words that are alike, and not for both."""
        told = {name for name in ("woorden", "betekent", "record", "gelijk") if name in node.entries}
        if told != {"gelijk"} and not ("woorden" in told and "gelijk" not in told and told & {"betekent", "record"}):
            message = "hier hoort `woorden` met `betekent` of `record`, of alleen `gelijk`"
            source.report(source.position(node), "synoniem-onvolledig", message, "schrijf woorden: [gpk] en betekent: [parkeerkaart]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Synoniemen(Record):
    """A file of words that mean the same."""

    omschrijving: str = veld(lange_regel, "Wat voor woorden dit zijn.", verplicht=True)
    paren: tuple[Paar, ...] = veld(Many(Group(Paar)), "De woorden, met wat ze betekenen.", verplicht=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Voorkeur:
    """Questions with the answers that must come first."""

    vragen: tuple[str, ...] = veld(
        Many(regel_tekst), "Waar het om gaat. Elk woord moet in de vraag staan. Met / ertussen is één genoeg: vader/moeder.", verplicht=True
    )
    records: tuple[Reference, ...] = veld(Many(Ref(GEZOCHT)), "De antwoorden die dan eerst komen, in deze volgorde.", verplicht=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Nummer:
    """A number to call at once."""

    naam: str = veld(regel_tekst, "Wie er opneemt, of waarvoor: Direct gevaar.", verplicht=True)
    telefoon: str = veld(telefoonnummer, "Het nummer.", verplicht=True)
    uitleg: str | None = veld(regel_tekst, "Wanneer het kan, en of het iets kost.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Nood:
    """Someone in danger: what they type, and who helps at once."""

    naam: str = veld(regel_tekst, "De kop boven de nummers, als vraag.", verplicht=True)
    tekst: str = veld(lange_regel, "Eén of twee zinnen die rust geven en zeggen wat te doen.", verplicht=True)
    bellen: tuple[Nummer, ...] = veld(Many(Group(Nummer)), "De nummers, het eerste eerst.", verplicht=True)
    records: tuple[Reference, ...] = veld(Many(Ref(GEZOCHT)), "De antwoorden die daarna komen, in deze volgorde.", standaard=())
    vragen: tuple[str, ...] = veld(
        Many(lange_regel), "Wat mensen typen. Elk woord moet in de vraag staan. Met / ertussen is één genoeg: man/vrouw.", verplicht=True
    )
    niet: tuple[str, ...] = veld(Many(regel_tekst), "Staat dit erbij, dan is er geen nood: film, boek.", standaard=())


@dataclass(frozen=True, slots=True, kw_only=True)
class Zoeken(Record):
    """What search shows first."""

    voorkeur: tuple[Voorkeur, ...] = veld(Many(Group(Voorkeur)), "Vragen met de antwoorden die eerst moeten komen.", standaard=())
    crisis: tuple[Nood, ...] = veld(Many(Group(Nood)), "Wat iemand in nood meteen moet zien.", standaard=())
