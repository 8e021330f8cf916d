"""The shared records under `content/`: facts, contact points, desks, themes, life events, neighbourhoods, the municipality."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.dates import Term, parse_term
from generator.fields import Choice, Many, Ref, Reference, RichLine, RichText, lange_regel, regel, regel_tekst, tekst, veld
from generator.frozen import dataclass
from generator.problems import shortened
from generator.records.gedeeld import Adres, Answered, Contactgegevens, Openingstijden, Record, check_validity
from generator.records.organisatie import TOEGANKELIJK
from generator.records.reader import Group, Named, scalars_in
from generator.records.veldcontrole import check_field_checks
from generator.records.vertaling import NAMES, NaamVertaling
from generator.scalars import datum, decimaal, euro, getal, ja_nee, kaarttegels, mailadres, postcode4, postcode6, termijn, webadres

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
    vertalingen: tuple[NaamVertaling, ...] = veld(NAMES, "De naam in andere talen, per taal.", standaard=())


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
    vertalingen: tuple[NaamVertaling, ...] = veld(NAMES, "De naam in andere talen, per taal.", standaard=())

    @staticmethod
    def check_fields(values: dict[str, object], node: Mapping, source: SourceFile) -> None:
        """Check the window of publication."""
        check_validity(values, node, source)
        check_field_checks(node, source)


@dataclass(frozen=True, slots=True, kw_only=True)
class Nieuws(Record):
    """Something that everybody must know now; it stands on the home page from the first day to the last."""

    naam: str = veld(regel_tekst, "De kop: Andere openingstijden rond kerst.", verplicht=True)
    kort_antwoord: RichText = veld(tekst, "Wat er aan de hand is, in twee of drie zinnen.", verplicht=True)
    geldig_vanaf: dt.date = veld(datum, "Vanaf deze dag staat het op de voorpagina.", verplicht=True)
    geldig_tot: dt.date = veld(datum, "Vanaf deze dag staat het er niet meer.", verplicht=True)
    volgorde: int = veld(getal, "Plaats tussen ander nieuws: 1 is bovenaan.", standaard=1)
    voor: str = veld(
        Choice({"iedereen": "op beide sites", "medewerkers": "alleen op de site van de medewerkers"}),
        "Wie het leest.",
        standaard="iedereen",
    )
    belang: str = veld(
        Choice({"gewoon": "alleen op de voorpagina", "hoog": "bij medewerkers ook boven elke pagina"}),
        "Hoe belangrijk het is voor medewerkers.",
        standaard="gewoon",
    )
    teams: tuple[str, ...] = veld(Many(regel_tekst), "Voor welke teams het is. Weggelaten: voor alle medewerkers.", standaard=())

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
    vertalingen: tuple[NaamVertaling, ...] = veld(NAMES, "De naam en de korte tekst in andere talen, per taal.", standaard=())


@dataclass(frozen=True, slots=True, kw_only=True)
class Stap:
    """One thing to do in a life event."""

    wanneer: RichLine = veld(regel, "Wanneer iemand dit doet: binnen drie dagen na de geboorte.", verplicht=True)
    wat: RichLine = veld(regel, "Wat iemand dan doet, in één of twee zinnen.", verplicht=True)
    naar: tuple[Reference, ...] = veld(
        Many(Ref(("product", "organisatie", "loket", "keuzehulp"))), "Waar iemand dat doet, of wie daarbij helpt.", standaard=()
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Levensgebeurtenis(Record):
    """Something that happens in a life, for which people need more than one product."""

    naam: str = veld(regel_tekst, "Naam: Kind krijgen.", verplicht=True)
    kort_antwoord: RichText = veld(tekst, "Wat iemand dan moet weten, in één of twee zinnen.", verplicht=True)
    volgorde: int = veld(getal, "Plaats op de voorpagina: 1 is de eerste.", verplicht=True)
    stappen: tuple[Stap, ...] = veld(Many(Group(Stap)), "Wat iemand doet, in de volgorde van de tijd.", standaard=())
    gevoelig: bool = veld(ja_nee, "Ja: wie dit leest moet de pagina snel kunnen verlaten, bijvoorbeeld bij geweld thuis.", standaard=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class PostcodePlek:
    """Where a postcode lies: the middle of its houses."""

    postcode: str = veld(postcode6, "Postcode.", verplicht=True)
    breedtegraad: Decimal = veld(decimaal, "Noorderbreedte, in graden (WGS 84): 52,0907.", verplicht=True)
    lengtegraad: Decimal = veld(decimaal, "Oosterlengte, in graden (WGS 84): 5,1214.", verplicht=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wijk(Record):
    """A neighbourhood."""

    naam: str = veld(regel_tekst, "Naam van de wijk.", verplicht=True)
    kort_antwoord: RichText = veld(tekst, "Wat iemand hier vindt, in één of twee zinnen.", verplicht=True)
    postcodes: tuple[str, ...] = veld(Many(postcode4), "De postcodes (vier cijfers) van de wijk.", verplicht=True)
    postcodetabel: tuple[PostcodePlek, ...] = veld(
        Many(Group(PostcodePlek)), "Waar elke postcode ligt, zodat iemand ziet hoe ver hulp is.", standaard=()
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Kaart:
    """The server of the map beside the finder; a visitor's browser asks it for pictures, only after a press."""

    tegels: str = veld(kaarttegels, "Waar de plaatjes van de kaart staan (Web Mercator, EPSG:3857).", verplicht=True)
    naam: str = veld(regel_tekst, "Van wie die server is. Bezoekers lezen dat vóór zij de kaart openen.", verplicht=True)
    bron: str = veld(regel_tekst, "De bronvermelding die onder de kaart moet staan.", verplicht=True)


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
    terugbellen: Term | None = veld(termijn, "Binnen hoeveel tijd een collega terugbelt, als een antwoord niets anders zegt.")
    verouderd_na: int = veld(getal, "Na hoeveel uren de site van de medewerkers zegt dat zij oud is.", standaard=48)
    beveiliging_email: str | None = veld(
        mailadres, "Waar iemand een zwakke plek in de site meldt. Komt in security.txt; dat bestand is voor de overheid verplicht."
    )
    beveiliging_beleid: str | None = veld(webadres, "Bladzijde met uw afspraken voor wie een zwakke plek meldt.")
    kaart: Kaart | None = veld(Group(Kaart), "De kaart bij de sociale kaart. Weggelaten: geen kaart en geen knop.")
