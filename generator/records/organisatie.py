"""An organisation of the sociale kaart: a provider, its locations, and what it offers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.fields import Choice, Many, Ref, Reference, RichLine, RichText, lange_regel, regel, regel_tekst, tekst, veld
from generator.frozen import dataclass
from generator.records.gedeeld import (
    LEEFDOMEINEN,
    Answered,
    Contactgegevens,
    Kosten,
    NietHier,
    Openingstijden,
    check_costs,
    check_validity,
)
from generator.records.reader import Group, scalar_of, scalars_in
from generator.records.veldcontrole import check_field_checks
from generator.scalars import decimaal, getal, identificatie, ja_nee, postcode6, webadres
from generator.source import ID_PATTERN

if TYPE_CHECKING:
    from decimal import Decimal

    from generator.source import Mapping, SourceFile

TOEGANKELIJK = {
    "rolstoel": "goed te bereiken met een rolstoel",
    "rolstoeltoilet": "toilet voor mensen met een rolstoel",
    "lift": "lift",
    "ringleiding": "ringleiding voor mensen met een hoortoestel",
    "geleidehond": "geleidehonden zijn welkom",
    "gehandicaptenparkeerplaats": "gehandicaptenparkeerplaats bij de deur",
    "prikkelarm": "rustige ruimte",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Locatie:
    """Where people can go."""

    id: str = veld(identificatie, "Kort id binnen deze organisatie.", verplicht=True)
    naam: str = veld(regel_tekst, "Naam van de plek.", verplicht=True)
    straat: str = veld(regel_tekst, "Straat en huisnummer.", verplicht=True)
    postcode: str = veld(postcode6, "Postcode.", verplicht=True)
    plaats: str = veld(regel_tekst, "Plaats.", verplicht=True)
    wijk: Reference | None = veld(Ref(("wijk",)), "De wijk, als de plek in de gemeente ligt.")
    breedtegraad: Decimal | None = veld(decimaal, "Noorderbreedte, in graden (WGS 84): 52,0907.")
    lengtegraad: Decimal | None = veld(decimaal, "Oosterlengte, in graden (WGS 84): 5,1214.")
    toegankelijk: tuple[str, ...] = veld(Many(Choice(TOEGANKELIJK)), "Wat er is voor mensen met een beperking.", standaard=())
    bereikbaarheid: RichLine | None = veld(regel, "Hoe iemand er komt: bus, parkeren, ingang.")
    openingstijden: Openingstijden | None = veld(Group(Openingstijden), "Wanneer de plek open is. Weglaten als u het niet weet.")


GROEPEN = {
    "mantelzorgers": "mensen die voor een naaste zorgen",
    "ouders": "ouders en gezinnen",
    "zwangeren": "mensen die zwanger zijn of een baby hebben",
    "dementie": "mensen met dementie",
    "beperking": "mensen met een beperking",
    "psychisch": "mensen met psychische klachten",
    "verslaving": "mensen met een verslaving",
    "rouw": "mensen die iemand verloren",
    "geweld": "mensen die geweld of een misdrijf meemaakten",
    "nieuwkomers": "mensen die nieuw zijn in Nederland",
    "weinig-geld": "mensen met weinig geld of schulden",
    "zonder-huis": "mensen zonder huis",
    "ondernemers": "ondernemers",
}
"""For whom an offer is meant especially; age stands apart."""

WIE = {
    "u": "de inwoner zelf",
    "organisatie": "de organisatie van dit record",
    "verwijzer": "degene die verwijst of aanmeldt",
    "gemeente": "de gemeente",
    "wijkteam": "het wijkteam",
    "huisarts": "de huisarts",
    "specialist": "een arts in het ziekenhuis of van de ggz",
    "wijkverpleging": "de wijkverpleegkundige",
    "school": "de school",
    "ciz": "het CIZ",
    "zorgverzekeraar": "de zorgverzekeraar",
    "rechter": "de rechter",
}
"""Who acts in a step of a way in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Toegangsstap:
    """One step on the way in."""

    wie: str = veld(Choice(WIE), "Wie deze stap doet.", verplicht=True)
    wat: RichLine = veld(regel, "Wat die doet, met het werkwoord eerst: belt ons en vertelt wat er speelt.", verplicht=True)
    meenemen: RichLine | None = veld(regel, "Wat de lezer bij deze stap meeneemt.")
    duur: RichLine | None = veld(regel, "Hoe lang deze stap duurt, of hoe snel zij komt.")
    kosten: RichLine | None = veld(regel, "Wat deze stap kost. Een bedrag is een feit.")

    @staticmethod
    def check_fields(values: dict[str, object], node: Mapping, source: SourceFile) -> None:
        """Ask for words that go on after who acts: "De huisarts" and "meldt u aan" are one sentence on the page."""
        told = values.get("wat")
        if isinstance(told, RichLine) and told.raw[:1].isupper():
            source.report(
                source.position(scalar_of(node, "wat")),
                "stap-hoofdletter",
                "deze stap begint met een hoofdletter, maar de zin begint al met wie het doet",
                "begin met het werkwoord: belt ons, meldt u aan",
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class Aanbod:
    """One service that an organisation offers."""

    id: str = veld(identificatie, "Kort id binnen deze organisatie.", verplicht=True)
    naam: str = veld(regel_tekst, "Naam van het aanbod.", verplicht=True)
    omschrijving: RichText = veld(tekst, "Wat iemand krijgt.", verplicht=True)
    voor_wie: RichText = veld(tekst, "Voor wie het is.", verplicht=True)
    doelgroepen: tuple[str, ...] = veld(
        Many(Choice(GROEPEN)),
        "Voor wie het vooral is; bezoekers kunnen daarop kiezen. Weglaten als het voor iedereen is.",
        standaard=(),
    )
    leeftijd_vanaf: int | None = veld(getal, "Jongste leeftijd, in jaren.")
    leeftijd_tot_en_met: int | None = veld(getal, "Oudste leeftijd, in jaren.")
    kosten: tuple[Kosten, ...] = veld(Many(Group(Kosten)), "Wat het kost.", standaard=())
    gratis: bool = veld(ja_nee, "Ja: het kost niets.", standaard=False)
    kosten_toelichting: RichText | None = veld(tekst, "Wat iemand over de kosten moet weten.")
    toegang: str = veld(
        Choice(
            {
                "vrij": "gewoon komen of bellen",
                "aanmelden": "eerst aanmelden",
                "verwijzing": "met een verwijzing",
                "indicatie": "met een indicatie",
            }
        ),
        "Hoe iemand binnenkomt.",
        verplicht=True,
    )
    hulp_van: str | None = veld(
        Choice(
            {
                "eigen-kring": "naasten, buren of mensen die hetzelfde meemaken",
                "vrijwilligers": "vrijwilligers",
            }
        ),
        "Van wie de hulp komt. Alleen invullen bij een van deze twee; dit aanbod staat dan voorop bij een product.",
    )
    toegang_toelichting: RichText | None = veld(tekst, "Hoe aanmelden gaat, of wie verwijst of de indicatie geeft.")
    stappen: tuple[Toegangsstap, ...] = veld(
        Many(Group(Toegangsstap)), "De weg naar binnen, stap voor stap. De site maakt er ook een tekening van.", standaard=()
    )
    verwijzers: tuple[str, ...] = veld(Many(regel_tekst), "Wie mag verwijzen: huisarts, wijkteam.", standaard=())
    documenten: RichText | None = veld(tekst, "Wat iemand meeneemt.")
    talen: tuple[str, ...] = veld(Many(regel_tekst), "Talen naast Nederlands.", standaard=())
    wachttijd: RichLine | None = veld(regel, "Hoe lang iemand wacht, met de maand waarin dat is gemeten.")
    manier: tuple[str, ...] = veld(
        Many(
            Choice(
                {"op-locatie": "op een locatie", "aan-huis": "bij iemand thuis", "telefoon": "via de telefoon", "online": "via internet"}
            )
        ),
        "Hoe de hulp gaat.",
        standaard=(),
    )
    locaties: tuple[str, ...] = veld(Many(identificatie), "Ids van de locaties waar dit aanbod is.", standaard=())
    openingstijden: Openingstijden | None = veld(Group(Openingstijden), "Wanneer het aanbod er is, als dat anders is dan de locatie.")
    producten: tuple[Reference, ...] = veld(Many(Ref(("product",))), "Producten waar dit aanbod bij helpt.", standaard=())
    wijst_de_weg_naar: tuple[Reference, ...] = veld(
        Many(Ref(("product",))), "Producten waar dit aanbod mensen naartoe leidt, zonder zelf die hulp te zijn.", standaard=()
    )

    @staticmethod
    def check_fields(values: dict[str, object], node: Mapping, source: SourceFile) -> None:
        """Check costs and ages."""
        check_costs(values, node, source)
        youngest, oldest = values.get("leeftijd_vanaf"), values.get("leeftijd_tot_en_met")
        if isinstance(youngest, int) and isinstance(oldest, int) and oldest < youngest:
            source.report(
                source.position(scalar_of(node, "leeftijd_tot_en_met")),
                "leeftijd-omgekeerd",
                "de oudste leeftijd is lager dan de jongste",
                "wissel de leeftijden om, of verbeter er één",
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisatie(Answered):
    """One organisation of the sociale kaart."""

    naam: str = veld(regel_tekst, "De naam van de organisatie.", verplicht=True)
    soort: str = veld(regel_tekst, "Wat voor organisatie het is: voedselbank, wijkteam, huisarts.", verplicht=True)
    werkgebied: str = veld(
        Choice({"wijk": "één of meer wijken", "gemeente": "de hele gemeente", "regio": "de regio", "landelijk": "heel Nederland"}),
        "Voor welk gebied zij werkt.",
        verplicht=True,
    )
    werkgebied_wijken: tuple[Reference, ...] = veld(Many(Ref(("wijk",))), "De wijken, als het werkgebied wijk is.", standaard=())
    themas: tuple[Reference, ...] = veld(Many(Ref(("thema",))), "De thema's waar zij bij hoort; het belangrijkste eerst.", verplicht=True)
    leefdomeinen: tuple[str, ...] = veld(Many(Choice(LEEFDOMEINEN)), "De leefdomeinen waar zij bij helpt.", verplicht=True)
    trefwoorden: tuple[str, ...] = veld(Many(regel_tekst), "Woorden die inwoners gebruiken.", verplicht=True)
    kort_antwoord: RichText = veld(tekst, "Wat zij doet voor wie, in twee of drie zinnen.", verplicht=True)
    wat_is_het: RichText | None = veld(tekst, "Wat iemand verder moet weten.")
    contact: Contactgegevens = veld(Group(Contactgegevens), "Hoe iemand haar bereikt.", verplicht=True)
    locaties: tuple[Locatie, ...] = veld(Many(Group(Locatie)), "Waar iemand heen kan.", standaard=())
    aanbod: tuple[Aanbod, ...] = veld(Many(Group(Aanbod)), "Wat zij biedt.", verplicht=True)
    niet_hier: tuple[NietHier, ...] = veld(Many(Group(NietHier)), "Voor wie dit niet is, en wat dan wel kan.", standaard=())
    verwant: tuple[Reference, ...] = veld(Many(Ref(("organisatie",))), "Organisaties die hier ook bij helpen.", standaard=())
    bijzonderheden: RichText | None = veld(tekst, "Wat verder belangrijk is.")
    bron: str = veld(lange_regel, "Waar deze gegevens vandaan komen.", verplicht=True)
    bron_url: str | None = veld(webadres, "Adres van de bron.")

    @staticmethod
    def check_fields(values: dict[str, object], node: Mapping, source: SourceFile) -> None:
        """Check dates, the area served, and that offers name existing locations."""
        check_validity(values, node, source)
        check_field_checks(node, source)
        if values.get("werkgebied") == "wijk" and "werkgebied_wijken" not in node.entries:
            source.report(
                source.position(scalar_of(node, "werkgebied")),
                "wijk-ontbreekt",
                "er staat niet voor welke wijk zij werkt",
                "voeg toe: werkgebied_wijken: [centrum]",
            )
        known = {scalar.text.strip() for scalar in scalars_in(node, "locaties", "id")}
        for named in scalars_in(node, "aanbod", "locaties"):
            if (identifier := named.text.strip()) not in known and ID_PATTERN.fullmatch(identifier):
                source.report(
                    source.position(named),
                    "onbekende-locatie",
                    f"de locatie '{identifier}' staat niet bij deze organisatie",
                    "kies uit: " + (", ".join(sorted(known)) or "(er zijn geen locaties)"),
                )


__all__ = ["GROEPEN", "TOEGANKELIJK", "WIE", "Aanbod", "Locatie", "Organisatie", "Toegangsstap"]
