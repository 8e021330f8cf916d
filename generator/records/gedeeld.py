"""Parts that several kinds of record share: validity, contact, opening hours, costs, the agents' layer."""

from __future__ import annotations

import dataclasses
import datetime as dt
from functools import cache
from typing import TYPE_CHECKING, Any, cast

from generator.fields import Choice, FactValue, Many, Ref, Reference, RichLine, RichText, lange_regel, regel, regel_tekst, tekst, veld
from generator.frozen import dataclass
from generator.nodes import Scalar
from generator.records.reader import Group, scalar_of
from generator.records.veldcontrole import Veldcontrole
from generator.scalars import (
    dag_maand,
    datum,
    euro_of_feit,
    getal,
    identificatie,
    ja_nee,
    mailadres,
    postcode6,
    telefoonnummer,
    termijn,
    tijdvak,
    webadres,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from decimal import Decimal

    from generator.dates import Term
    from generator.problems import Position
    from generator.source import Mapping, SourceFile

LEEFDOMEINEN = {
    "wonen": "huis, buurt en omgeving",
    "leven": "dagelijks leven, documenten, vrije tijd",
    "werken": "werk, leren en ondernemen",
    "sociale-relaties": "familie, vrienden, alleen zijn, opvoeden",
    "gezondheid": "lichaam en geest, zorg",
    "financien": "geld, schulden, belasting",
}
DOELGROEPEN = {"inwoner": "mensen die hier wonen", "ondernemer": "mensen met een bedrijf", "organisatie": "verenigingen en stichtingen"}
DAGEN = {day: day for day in ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")}
ELDERS = {
    "andere-gemeente": "bij een andere gemeente",
    "ander-land": "bij een ander land, of bij een ambassade of consulaat",
    "bedrijf": "bij een bedrijf, vereniging, notaris of verzekeraar",
    "werkgever": "bij de werkgever of de bedrijfsarts",
    "arts": "bij de huisarts, een andere arts of het ziekenhuis",
    "school": "bij de school",
    "andere-overheid": "bij een andere overheid, zoals een waterschap",
    "zelf-regelen": "die persoon regelt of koopt het zelf",
    "niets-nodig": "er hoeft niets te gebeuren",
}
"""Where someone goes for whom there is no record to refer to; so that an exclusion never just ends (rule `doodlopend`)."""
IEDEREEN = ("product", "organisatie", "loket")
DOORVERBINDEN = ("loket", "organisatie", "contactpunt")


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What every record has: its id (the file name) and where it stands."""

    id: str
    at: Position

    def __reduce__(self) -> tuple[Callable[..., Record], tuple[type[Record], dict[str, object]]]:
        """Pickle only what is not left out: most fields of a light record are, and thousands travel or rest in the ledger."""
        told = {name: value for name, default in _defaults(cast(Any, type(self))) if (value := getattr(self, name)) is not default}
        return _restored, (type(self), told)


def _restored(record_class: type[Record], told: dict[str, object]) -> Record:
    return record_class(**told)  # type: ignore[arg-type]


@cache
def _defaults(record_class: Callable[..., Record]) -> tuple[tuple[str, object], ...]:
    return tuple((field.name, field.default) for field in dataclasses.fields(cast(Any, record_class)))


def check_validity(values: dict[str, object], node: Mapping, source: SourceFile) -> None:
    """Refuse a window of publication that ends before it begins."""
    begin, end = values.get("geldig_vanaf"), values.get("geldig_tot")
    if isinstance(begin, dt.date) and isinstance(end, dt.date) and end <= begin:
        position = source.position(scalar_of(node, "geldig_tot"))
        source.report(position, "geldig-omgekeerd", "'geldig_tot' ligt niet na 'geldig_vanaf'", "wissel de datums om, of verbeter er één")


def check_costs(values: dict[str, object], node: Mapping, source: SourceFile) -> None:
    """Ask for exactly one statement about costs, so that nothing is called free by accident."""
    told = [name for name in ("kosten", "gratis") if values.get(name)]
    if len(told) == 2:  # noqa: PLR2004 - both of the two
        source.report(
            source.position(scalar_of(node, "gratis")), "kosten-dubbel", "'gratis: ja' staat naast kosten", "haal gratis of kosten weg"
        )
    free = scalar_of(node, "gratis")
    silent = free is node or (isinstance(free, Scalar) and free.text.strip() == "nee")
    if silent and not {"kosten", "kosten_toelichting"} & node.entries.keys():
        source.report(
            source.position(node),
            "kosten-ontbreken",
            "er staat niet wat dit kost",
            "voeg kosten toe, of gratis: ja, of kosten_toelichting als het verschilt",
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Kosten:
    """What something costs in one situation."""

    omschrijving: RichLine = veld(regel, "Voor wie of waarvoor dit bedrag geldt.", verplicht=True)
    bedrag: Decimal | FactValue = veld(euro_of_feit, "In euro's, met twee cijfers achter de komma. Liefst een feit.", verplicht=True)
    per: str | None = veld(
        Choice(
            {
                "keer": "één keer",
                "uur": "per uur",
                "dag": "per dag",
                "week": "per week",
                "maand": "per maand",
                "jaar": "per jaar",
                "stuk": "per stuk",
            }
        ),
        "Waarvoor u dit bedrag betaalt. Weglaten als het één keer is.",
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Tijden:
    """When it is open, on some days of the week."""

    dagen: tuple[str, ...] = veld(Many(Choice(DAGEN)), "De dagen waarop deze tijden gelden.", verplicht=True)
    tijd: tuple[tuple[int, int], ...] = veld(
        Many(tijdvak), "Van-tot. Meer tijden op een dag mag. Na middernacht: 20:00-02:00.", verplicht=True
    )
    weken: str | None = veld(
        Choice({"even": "weken met een even nummer", "oneven": "weken met een oneven nummer"}), "Alleen in deze weken (ISO-weeknummer)."
    )
    keer_in_maand: tuple[str, ...] = veld(
        Many(Choice({"eerste": "1e", "tweede": "2e", "derde": "3e", "vierde": "4e", "laatste": "laatste"})),
        "Alleen de zoveelste keer van de maand.",
        standaard=(),
    )
    vanaf_dag: tuple[int, int] | None = veld(dag_maand, "Begin van het seizoen, dag-maand.")
    tot_en_met_dag: tuple[int, int] | None = veld(dag_maand, "Einde van het seizoen, dag-maand.")
    afspraak: bool = veld(ja_nee, "Ja: u kunt dan alleen op afspraak komen.", standaard=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Uitzondering:
    """One day that is different."""

    dag: dt.date = veld(datum, "De dag, jaar-maand-dag.", verplicht=True)
    tijd: tuple[tuple[int, int], ...] = veld(Many(tijdvak), "De tijden van die dag. Weglaten: dan is het dicht.", standaard=())
    reden: str = veld(regel_tekst, "Waarom, bijvoorbeeld: Hemelvaartsdag.", verplicht=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Openingstijden:
    """When a place is open or a number is answered. The words come from this; nobody types them beside it."""

    altijd: bool = veld(ja_nee, "Ja: dag en nacht, elke dag.", standaard=False)
    afspraak: bool = veld(ja_nee, "Ja: er zijn geen vaste tijden, alleen op afspraak.", standaard=False)
    tijden: tuple[Tijden, ...] = veld(Many(Group(Tijden)), "De tijden per dag.", standaard=())
    feestdagen: str = veld(
        Choice({"dicht": "dicht", "open": "gewoon open", "onbekend": "wij weten het niet"}),
        "Open of dicht op feestdagen.",
        standaard="onbekend",
    )
    uitzonderingen: tuple[Uitzondering, ...] = veld(Many(Group(Uitzondering)), "Dagen die anders zijn.", standaard=())

    @staticmethod
    def check_fields(values: dict[str, object], node: Mapping, source: SourceFile) -> None:
        """Ask for one way of telling when it is open."""
        told = [name for name in ("altijd", "afspraak") if values.get(name)]
        if len(told) + ("tijden" in node.entries) != 1:
            source.report(
                source.position(node),
                "tijden-onduidelijk",
                "er staat niet precies één van: altijd, afspraak, tijden",
                "houd er één over; zijn de tijden onbekend, laat dan openingstijden weg",
            )
        openings: dict[dt.date, set[bool]] = {}
        for one in cast("tuple[Uitzondering, ...]", values.get("uitzonderingen") or ()):
            openings.setdefault(one.dag, set()).add(bool(one.tijd))
        for day in sorted(day for day, states in openings.items() if len(states) > 1):
            message = f"{day} staat bij de uitzonderingen als open en als dicht"
            position = source.position(scalar_of(node, "uitzonderingen"))
            source.report(position, "uitzondering-tegenspraak", message, "houd één van de twee over")


@dataclass(frozen=True, slots=True, kw_only=True)
class Adres:
    """A place to go to or to write to."""

    straat: str | None = veld(regel_tekst, "Straat en huisnummer, of Postbus en nummer.", verplicht=True)
    postcode: str = veld(postcode6, "Postcode.", verplicht=True)
    plaats: str = veld(regel_tekst, "Plaats.", verplicht=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Contactgegevens:
    """How to reach someone."""

    telefoon: str | None = veld(telefoonnummer, "Telefoonnummer.")
    telefoon_toelichting: str | None = veld(lange_regel, "Wat iemand over dit nummer moet weten, bijvoorbeeld: gratis.")
    whatsapp: str | None = veld(telefoonnummer, "Nummer voor WhatsApp.")
    email: str | None = veld(mailadres, "E-mailadres.")
    website: str | None = veld(webadres, "Website.")
    postadres: Adres | None = veld(Group(Adres), "Adres voor brieven.")
    bereikbaar: Openingstijden | None = veld(Group(Openingstijden), "Wanneer de telefoon wordt opgenomen.")


@dataclass(frozen=True, slots=True, kw_only=True)
class NietHier:
    """Someone for whom this is not, and where that person can go instead."""

    wie: RichLine = veld(regel, "Voor wie dit niet is: U bent jonger dan 18 jaar.", verplicht=True)
    dan: RichText = veld(tekst, "Wat die persoon dan kan doen.", verplicht=True)
    verwijst_naar: tuple[Reference, ...] = veld(Many(Ref(IEDEREEN)), "Waar die persoon dan wel terecht kan.", standaard=())
    elders: str | None = veld(
        Choice(ELDERS),
        "Waar die persoon heen gaat als daar geen record, link of telefoonnummer voor is. De tekst bij `dan` vertelt het.",
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Wet:
    """A law or rule that this rests on."""

    naam: str = veld(regel_tekst, "Naam van de wet of regel, met artikel als u dat zeker weet.", verplicht=True)
    url: str | None = veld(webadres, "Adres op wetten.overheid.nl of lokaleregelgeving.overheid.nl.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Doorverbinden:
    """To whom an agent hands a caller over."""

    naar: Reference = veld(Ref(DOORVERBINDEN), "Het loket, de organisatie of het contactpunt.", verplicht=True)
    wanneer: RichLine = veld(regel, "Wanneer u doorverbindt.", verplicht=True)
    meegeven: RichLine | None = veld(regel, "Wat u erbij zegt tegen uw collega.")
    geen_gehoor: RichLine | None = veld(regel, "Wat u doet als niemand opneemt.")


@dataclass(frozen=True, slots=True, kw_only=True)
class KccLaag:
    """What only agents see, beside the answer that everybody sees."""

    vraag_eerst: tuple[RichLine, ...] = veld(Many(regel), "Vragen die het antwoord veranderen. Stel ze eerst.", standaard=())
    zeg_dit: RichText | None = veld(tekst, "Wat u kunt voorlezen: hoogstens 60 woorden, ongeveer 20 seconden.")
    afhandeling: str = veld(
        Choice(
            {"zelf": "u handelt het zelf af", "intake": "u neemt het aan en een collega doet de rest", "doorverbinden": "u verbindt door"}
        ),
        "De knip: wie het afhandelt.",
        verplicht=True,
    )
    knip: RichText | None = veld(tekst, "Tot waar u het doet, en wat een ander doet.")
    doorverbinden: tuple[Doorverbinden, ...] = veld(Many(Group(Doorverbinden)), "Aan wie u doorverbindt.", standaard=())
    niet_doorverbinden: RichLine | None = veld(regel, "Wanneer u juist niet doorverbindt.")
    let_op: tuple[RichLine, ...] = veld(Many(regel), "Valkuilen en uitzonderingen.", standaard=())
    contactvolume: int | None = veld(getal, "Ongeveer hoeveel vragen per jaar.")
    terugbellen: Term | None = veld(termijn, "Binnen hoeveel tijd een collega terugbelt, als dat anders is dan gewoon in de gemeente.")

    @staticmethod
    def check_fields(values: dict[str, object], node: Mapping, source: SourceFile) -> None:
        """Ask to whom, where an agent hands over."""
        if values.get("afhandeling") == "doorverbinden" and "doorverbinden" not in node.entries:
            source.report(
                source.position(scalar_of(node, "afhandeling")),
                "doorverbinden-ontbreekt",
                "er staat niet aan wie de medewerker doorverbindt",
                "voeg doorverbinden toe, met naar en wanneer",
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered(Record):
    """A record that has an answer of its own: who checks it, from when to when it is shown, what it was called, and the agents' layer."""

    gecontroleerd_op: dt.date = veld(datum, "Wanneer iemand dit voor het laatst nakeek.", verplicht=True)
    eigenaar: str = veld(regel_tekst, "Het team dat over deze tekst gaat.", verplicht=True)
    controle_dagen: int | None = veld(getal, "Na hoeveel dagen iemand dit weer nakijkt, als dat anders is dan gewoon voor deze soort.")
    veldcontroles: tuple[Veldcontrole, ...] = veld(
        Many(Group(Veldcontrole)), "Velden die u op een andere dag of bij een andere bron nakeek dan de rest.", standaard=()
    )
    geldig_vanaf: dt.date | None = veld(datum, "Vanaf deze dag staat het op de site.")
    geldig_tot: dt.date | None = veld(datum, "Vanaf deze dag staat het niet meer op de site.")
    oude_namen: tuple[str, ...] = veld(Many(identificatie), "Ids die dit record vroeger had; die adressen blijven werken.", standaard=())
    gevoelig: bool = veld(ja_nee, "Ja: wie dit leest moet de pagina snel kunnen verlaten, bijvoorbeeld bij geweld thuis.", standaard=False)
    kcc: KccLaag | None = veld(Group(KccLaag), "Wat alleen medewerkers zien.")
