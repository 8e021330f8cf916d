"""A product: something a resident or entrepreneur can get, do or must do (Samenwerkende Catalogi 4.0)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.fields import Choice, FactValue, Many, Ref, Reference, RichLine, RichText, regel, regel_tekst, tekst, veld
from generator.frozen import dataclass
from generator.records.gedeeld import (
    DOELGROEPEN,
    LEEFDOMEINEN,
    Answered,
    Kosten,
    NietHier,
    Wet,
    check_costs,
    check_validity,
)
from generator.records.reader import Group, scalar_of
from generator.records.veldcontrole import check_field_checks
from generator.records.vertaling import PRODUCTS, ProductVertaling, check_translations
from generator.scalars import ja_nee, termijn_of_feit, upl_uri, webadres

if TYPE_CHECKING:
    from generator.dates import Term
    from generator.source import Mapping, SourceFile


@dataclass(frozen=True, slots=True, kw_only=True)
class Upl:
    """A name on the Uniforme Productnamenlijst."""

    naam: str = veld(regel_tekst, "De uniforme productnaam, precies zoals op de lijst.", verplicht=True)
    uri: str = veld(upl_uri, "Het adres (URI) van die naam, precies zoals op de lijst.", verplicht=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Online:
    """How to do it on the website."""

    url: str = veld(webadres, "Adres van het formulier of de pagina waar het kan.", verplicht=True)
    inloggen: str = veld(
        Choice(
            {
                "nee": "zonder inloggen",
                "digid": "met DigiD",
                "eherkenning": "met eHerkenning",
                "digid-eherkenning": "met DigiD of eHerkenning",
            }
        ),
        "Hoe iemand inlogt.",
        verplicht=True,
    )
    stappen: tuple[RichLine, ...] = veld(Many(regel), "De stappen, één zin per stap.", standaard=())


@dataclass(frozen=True, slots=True, kw_only=True)
class Telefoon:
    """How to do it by telephone."""

    contact: Reference = veld(Ref(("contactpunt", "organisatie")), "Wie iemand belt: contactpunt:id of organisatie:id.", verplicht=True)
    stappen: tuple[RichLine, ...] = veld(Many(regel), "De stappen, één zin per stap.", standaard=())


@dataclass(frozen=True, slots=True, kw_only=True)
class Balie:
    """How to do it at a desk."""

    loket: Reference = veld(Ref(("loket", "organisatie")), "Waar iemand heen gaat: loket:id of organisatie:id.", verplicht=True)
    afspraak: str = veld(
        Choice({"verplicht": "alleen met afspraak", "mag": "met of zonder afspraak", "nee": "zonder afspraak"}),
        "Of een afspraak nodig is.",
        verplicht=True,
    )
    stappen: tuple[RichLine, ...] = veld(Many(regel), "De stappen, één zin per stap.", standaard=())


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """How to do it by letter."""

    contact: Reference = veld(Ref(("contactpunt", "organisatie")), "Aan wie iemand schrijft (met een postadres).", verplicht=True)
    stappen: tuple[RichLine, ...] = veld(Many(regel), "De stappen, één zin per stap.", standaard=())


@dataclass(frozen=True, slots=True, kw_only=True)
class Aanvraag:
    """The ways to get it, one per channel."""

    online: Online | None = veld(Group(Online), "Via de website.")
    telefoon: Telefoon | None = veld(Group(Telefoon), "Via de telefoon.")
    balie: Balie | None = veld(Group(Balie), "Aan de balie.")
    post: Post | None = veld(Group(Post), "Met een brief.")

    @staticmethod
    def check_fields(values: dict[str, object], node: Mapping, source: SourceFile) -> None:
        """Ask for at least one channel."""
        if not values.keys() & node.entries.keys():
            source.report(
                source.position(node),
                "aanvraag-leeg",
                "er staat geen enkele manier om dit te regelen",
                "voeg online, telefoon, balie of post toe",
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class Product(Answered):
    """One product of the catalogue."""

    naam: str = veld(regel_tekst, "De naam zoals inwoners het noemen: Paspoort aanvragen of verlengen.", verplicht=True)
    upl: tuple[Upl, ...] = veld(Many(Group(Upl)), "De landelijke productnaam of -namen.", standaard=())
    uitvoerder: str = veld(
        Choice(
            {
                "gemeente": "de gemeente zelf",
                "rijk": "een landelijke organisatie",
                "regio": "een regionale organisatie",
                "zorgaanbieder": "een aanbieder van zorg",
                "welzijnsorganisatie": "een organisatie voor welzijn",
            }
        ),
        "Wie het uitvoert.",
        verplicht=True,
    )
    uitvoerende_organisatie: Reference | None = veld(Ref(("organisatie",)), "Welke organisatie het uitvoert, als dat niet de gemeente is.")
    doelgroep: tuple[str, ...] = veld(Many(Choice(DOELGROEPEN)), "Voor wie het is.", verplicht=True)
    themas: tuple[Reference, ...] = veld(Many(Ref(("thema",))), "De thema's waar het bij hoort; het belangrijkste eerst.", verplicht=True)
    leefdomeinen: tuple[str, ...] = veld(Many(Choice(LEEFDOMEINEN)), "De leefdomeinen waar het over gaat.", verplicht=True)
    levensgebeurtenissen: tuple[Reference, ...] = veld(
        Many(Ref(("levensgebeurtenis",))), "De levensgebeurtenissen waarbij iemand dit nodig heeft.", standaard=()
    )
    trefwoorden: tuple[str, ...] = veld(Many(regel_tekst), "Woorden die inwoners gebruiken: pas, id, reisdocument.", verplicht=True)
    kort_antwoord: RichText = veld(tekst, "Het antwoord in twee of drie zinnen. Dit leest en hoort iedereen als eerste.", verplicht=True)
    wat_is_het: RichText | None = veld(tekst, "Wat het is, als het korte antwoord dat niet al zegt.")
    voorwaarden: RichText | None = veld(tekst, "Wanneer iemand het krijgt.")
    bewijs: RichText | None = veld(tekst, "Wat iemand meeneemt of meestuurt.")
    aanvraag: Aanvraag | None = veld(Group(Aanvraag), "Hoe iemand het regelt, per kanaal.")
    kosten: tuple[Kosten, ...] = veld(Many(Group(Kosten)), "Wat het kost.", standaard=())
    gratis: bool = veld(ja_nee, "Ja: het kost niets.", standaard=False)
    kosten_toelichting: RichText | None = veld(tekst, "Wat iemand over de kosten moet weten.")
    termijn: Term | FactValue | None = veld(termijn_of_feit, "Hoe lang het duurt.")
    termijn_toelichting: RichText | None = veld(tekst, "Wat iemand over de termijn moet weten, bijvoorbeeld bij spoed.")
    bezwaar: RichText | None = veld(tekst, "Wat iemand kan doen bij een nee.")
    bijzonderheden: RichText | None = veld(tekst, "Wat verder belangrijk is.")
    geen_reactie: RichText | None = veld(tekst, "Wat iemand doet als er geen reactie komt.")
    contact: Reference | None = veld(Ref(("contactpunt",)), "Bij wie iemand terecht kan met vragen.")
    niet_hier: tuple[NietHier, ...] = veld(Many(Group(NietHier)), "Voor wie dit niet is, en wat dan wel kan.", standaard=())
    verwant: tuple[Reference, ...] = veld(Many(Ref(("product",))), "Producten die hiermee te maken hebben.", standaard=())
    organisaties: tuple[Reference, ...] = veld(Many(Ref(("organisatie",))), "Organisaties die hierbij helpen.", standaard=())
    talen: tuple[str, ...] = veld(Many(regel_tekst), "Talen waarin hulp of uitleg mogelijk is, naast Nederlands.", standaard=())
    wetten: tuple[Wet, ...] = veld(Many(Group(Wet)), "De wet of regel waar dit op rust.", standaard=())
    vertalingen: tuple[ProductVertaling, ...] = veld(PRODUCTS, "De teksten in andere talen, per taal.", standaard=())

    @staticmethod
    def check_fields(values: dict[str, object], node: Mapping, source: SourceFile) -> None:
        """Check what several fields say together: dates, costs, and who carries it out."""
        check_validity(values, node, source)
        check_field_checks(node, source)
        check_costs(values, node, source)
        check_translations(values, source)
        if values.get("uitvoerder") not in {None, "gemeente"} and "uitvoerende_organisatie" not in node.entries:
            source.report(
                source.position(scalar_of(node, "uitvoerder")),
                "uitvoerder-onbekend",
                "er staat niet welke organisatie dit uitvoert",
                "voeg toe: uitvoerende_organisatie: svb (het id uit sociale_kaart/)",
            )
