"""The shared records under `content/`: facts, contact points, desks, themes, life events, neighbourhoods, the municipality."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.dates import Term, parse_term
from generator.fields import Choice, Many, Ref, Reference, RichLine, RichText, lange_regel, regel, regel_tekst, tekst, veld
from generator.problems import shortened
from generator.records.gedeeld import Adres, Answered, Contactgegevens, Openingstijden, Record, check_validity
from generator.records.organisatie import TOEGANKELIJK
from generator.records.reader import Group, Named, scalars_in
from generator.scalars import datum, decimaal, euro, getal, postcode4, webadres

if TYPE_CHECKING:
    import datetime as dt
    from decimal import Decimal

    from generator.problems import Position
    from generator.source import Mapping, SourceFile

FUNCTIES = {
    name: name
    for name in (
        "signalering", "melding", "ontvangst", "vraagverkenning", "vraagverheldering", "informatie", "advies", "ondersteuning",
        "verwijzing", "intake", "indicatie", "toewijzing", "levering", "vraagopvolging", "evaluatie",
    )
}  # fmt: skip
"""The 15 functions that a Wmo-loket can have: its depth."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FeitWaarde:
    """The value of a fact from a date on."""

    geldig_vanaf: dt.date = veld(datum, "Vanaf deze dag geldt de waarde.", verplicht=True)
    waarde: str = veld(lange_regel, "De waarde: 83,87 of 6 weken of 18.", verplicht=True)
    bron: str = veld(lange_regel, "Waar de waarde vandaan komt: wet, verordening of besluit.", verplicht=True)
    bron_url: str | None = veld(webadres, "Adres van de bron.")


_EXAMPLES = {"bedrag": "83,87", "termijn": "6 weken", "getal": "18", "percentage": "7,5", "datum": "2026-01-31"}
_FACT_KINDS = {"bedrag": euro, "getal": getal, "percentage": decimaal, "datum": datum}


@dataclass(frozen=True, slots=True, kw_only=True)
class Feit:
    """A value that is typed once and used in many texts."""

    id: str
    at: Position
    omschrijving: str = veld(lange_regel, "Wat dit feit is.", verplicht=True)
    soort: str = veld(
        Choice(
            {
                "bedrag": "euro's",
                "termijn": "een aantal dagen, weken, maanden of jaren",
                "getal": "een heel getal",
                "percentage": "een deel van honderd",
                "datum": "een dag",
                "tekst": "woorden",
            }
        ),
        "Wat voor waarde het is.",
        verplicht=True,
    )
    waarden: tuple[FeitWaarde, ...] = veld(Many(Group(FeitWaarde)), "De waarden, elk met de dag waarop die ingaat.", verplicht=True)

    @staticmethod
    def check_fields(values: dict[str, object], node: Mapping, source: SourceFile) -> None:
        """Check every value against the kind of the fact, and that no day has two values."""
        kind, days = values.get("soort"), set[str]()
        for day in scalars_in(node, "waarden", "geldig_vanaf"):
            if (typed := day.text.strip()) in days:
                message = f"er zijn twee waarden vanaf {shortened(typed)}"
                source.report(source.position(day), "feit-dubbel", message, "geef elke waarde een eigen dag")
            days.add(typed)
        for value in scalars_in(node, "waarden", "waarde") if isinstance(kind, str) else ():
            if fact_value(str(kind), " ".join(value.text.split())) is None:
                message, repair = f"'{shortened(value.text)}' is geen {kind}", f"schrijf een {kind}: {_EXAMPLES[str(kind)]}"
                source.report(source.position(value), "feit-waarde", message, repair)


def fact_value(kind: str, typed: str) -> Decimal | int | dt.date | Term | str | None:
    """Give the value of a fact of `kind` as a typed value; None where `typed` is not of that kind."""
    if kind == "termijn":
        return parse_term(typed)
    if kind in _FACT_KINDS:
        form = _FACT_KINDS[kind]
        value: Decimal | int | dt.date | None = form.convert(typed) if re.fullmatch(form.pattern, typed) else None
        return value
    return typed


@dataclass(frozen=True, slots=True, kw_only=True)
class Feiten(Record):
    """A file of facts that belong together; its id is the first half of their names."""

    omschrijving: str = veld(lange_regel, "Waar deze feiten over gaan.", verplicht=True)
    feiten: tuple[Feit, ...] = veld(Named(Feit, r"[a-z][a-z0-9_]*"), "De feiten, elk met een naam.", verplicht=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Contactpunt(Record):
    """A way to reach someone, typed once."""

    naam: str = veld(regel_tekst, "Wie men bereikt.", verplicht=True)
    gegevens: Contactgegevens = veld(Group(Contactgegevens), "Hoe men dit contactpunt bereikt.", verplicht=True)
    gecontroleerd_op: dt.date = veld(datum, "Wanneer iemand dit voor het laatst nakeek.", verplicht=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Loket(Answered):
    """A desk: its breadth (products) and its depth (functions)."""

    naam: str = veld(regel_tekst, "Naam van het loket.", verplicht=True)
    kort_antwoord: RichText = veld(tekst, "Waarvoor iemand hier terecht kan, in twee of drie zinnen.", verplicht=True)
    wat_is_het: RichText | None = veld(tekst, "Wat iemand verder moet weten.")
    contact: Reference = veld(Ref(("contactpunt",)), "Het contactpunt van dit loket.", verplicht=True)
    adres: Adres | None = veld(Group(Adres), "Waar het is.")
    wijk: Reference | None = veld(Ref(("wijk",)), "De wijk waar het is of waarvoor het werkt.")
    openingstijden: Openingstijden | None = veld(Group(Openingstijden), "Wanneer de balie open is.")
    afspraak: RichLine | None = veld(regel, "Of een afspraak nodig is, en hoe iemand die maakt.")
    toegankelijk: tuple[str, ...] = veld(Many(Choice(TOEGANKELIJK)), "Wat er is voor mensen met een beperking.", standaard=())
    functies: tuple[str, ...] = veld(Many(Choice(FUNCTIES)), "Wat het loket kan doen.", verplicht=True)
    producten: tuple[Reference, ...] = veld(Many(Ref(("product",))), "De producten waarvoor iemand hier terecht kan.", verplicht=True)
    trefwoorden: tuple[str, ...] = veld(Many(regel_tekst), "Woorden die inwoners gebruiken.", verplicht=True)

    @staticmethod
    def check_fields(values: dict[str, object], node: Mapping, source: SourceFile) -> None:
        """Check the window of publication."""
        check_validity(values, node, source)


@dataclass(frozen=True, slots=True, kw_only=True)
class Thema(Record):
    """A theme: one of the ways in."""

    naam: str = veld(regel_tekst, "Naam van het thema.", verplicht=True)
    kort_antwoord: RichText = veld(tekst, "Wat iemand hier vindt, in één of twee zinnen.", verplicht=True)
    volgorde: int = veld(getal, "Plaats op de voorpagina: 1 is de eerste.", verplicht=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Levensgebeurtenis(Record):
    """Something that happens in a life, for which people need more than one product."""

    naam: str = veld(regel_tekst, "Naam: Kind krijgen.", verplicht=True)
    kort_antwoord: RichText = veld(tekst, "Wat iemand dan moet weten, in één of twee zinnen.", verplicht=True)
    volgorde: int = veld(getal, "Plaats op de voorpagina: 1 is de eerste.", verplicht=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wijk(Record):
    """A neighbourhood."""

    naam: str = veld(regel_tekst, "Naam van de wijk.", verplicht=True)
    kort_antwoord: RichText = veld(tekst, "Wat iemand hier vindt, in één of twee zinnen.", verplicht=True)
    postcodes: tuple[str, ...] = veld(Many(postcode4), "De postcodes (vier cijfers) van de wijk.", verplicht=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Gemeente(Record):
    """The municipality that speaks."""

    naam: str = veld(regel_tekst, "Naam, met het woord gemeente: gemeente Voorbeeldstad.", verplicht=True)
    plaats: str = veld(regel_tekst, "Naam zonder dat woord.", verplicht=True)
    contact: Reference = veld(Ref(("contactpunt",)), "Het algemene contactpunt.", verplicht=True)
    kcc_loket: Reference = veld(Ref(("loket",)), "Het loket waar iedereen terecht kan.", verplicht=True)
    taken: tuple[Reference, ...] = veld(
        Many(Ref(("product",))), "Waar de meeste mensen voor komen; deze staan op de voorpagina.", verplicht=True
    )
