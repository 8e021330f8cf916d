"""Fixed words, and sentences made of them: Dutch-like, plain, and the same on every machine for the same seed."""

from __future__ import annotations

import random


def _words(text: str, between: str | None = None) -> tuple[str, ...]:
    return tuple(text.split(between))


SUBJECTS = _words(
    "terras standplaats kapvergunning ligplaats evenement braderie buurtfeest collecte inzameling loterij uitrit dakkapel schutting "
    "erfafscheiding monument sloopmelding riolering grondwater bodemonderzoek geluidsontheffing nachtregister horecavergunning "
    "alcoholontheffing speelautomaat taxistandplaats laadpaal fietsenstalling bewonersparkeren bezoekersregeling dagkaart graf urn "
    "asbestemming begraafplaats huisnummer straatnaam nummeraanduiding adresonderzoek naamgebruik nationaliteit optie naturalisatie "
    "huwelijksdossier partnerschap erkenning gezagsregister akte legalisatie kiezerspas volmacht kandidaatstelling leerlingenvervoer "
    "kinderopvang peuterplek leerplicht schoolverzuim bijzonderverlof taalles inburgering huisvesting urgentie huurtoeslag woonkosten "
    "verhuiskosten woningaanpassing traplift scootmobiel rolstoel deeltaxi dagbesteding begeleiding respijtzorg mantelzorg "
    "huishoudhulp maaltijdservice budgetbeheer schuldregeling kwijtschelding bijstand inkomenstoeslag energietoeslag"
)
ACTS = ("aanvragen", "verlengen", "wijzigen", "stoppen", "melden", "overdragen", "opnieuw bekijken", "voorlopig regelen")
PLACES = (
    "thuis", "in Noord", "in Zuid", "in het centrum", "aan de waterkant", "voor een kind", "voor ouderen", "voor een bedrijf",
    "voor een vereniging", "na een verhuizing",
)  # fmt: skip
NOUNS = _words(
    "aanvraag formulier brief besluit bewijs afspraak dossier verklaring overzicht kopie uittreksel rekening betaling bijdrage "
    "gesprek advies onderzoek plan verslag bericht melding keuring vergunning tekening foto handtekening pas kaart code nummer "
    "inkomen vermogen huur lening polis diploma contract toestemming volmacht opdracht"
)
PEOPLE = _words(
    "uw partner|uw kind|uw buren|de eigenaar|de huurder|een familielid|uw werkgever|de huisarts|de wijkagent|een vrijwilliger|"
    "de woningcorporatie|de school|een collega|de notaris|uw bewindvoerder|de mantelzorger",
    "|",
)
VERBS = _words(
    "controleren lezen bewaren versturen ondertekenen invullen meenemen ophalen bespreken vergelijken afgeven aanpassen printen "
    "intrekken aanvullen uitleggen"
)
MOMENTS = _words(
    "deze week|binnen een maand|op werkdagen|na het gesprek|voor de zomer|aan het einde van het jaar|meteen|na uw verhuizing|"
    "in de ochtend|zodra u dat weet|een dag van tevoren|bij het eerste bezoek",
    "|",
)
ADJECTIVES = _words(
    "nieuwe|oude|geldige|volledige|voorlopige|laatste|originele|getekende|duidelijke|recente",
    "|",
)

SENTENCES = (
    "U moet {moment} het {adjective} stuk over uw {noun} {verb}.",
    "Wij bekijken uw {noun} en bellen {person} als er iets ontbreekt.",
    "Heeft u nog geen {noun}? Dan kunt u {moment} een {noun2} {verb}.",
    "Neem ook de {adjective} {noun} van {person} mee.",
    "Wilt u uw {noun} {verb}? Dat kan {moment}.",
    "Samen met {person} maakt u een {noun}.",
    "De gemeente stuurt {moment} een {noun} naar {person}.",
    "Zonder {noun} kunnen wij uw {noun2} niet {verb}.",
    "U hoort {moment} of uw {noun} goed is.",
    "Laat {person} de {adjective} {noun} {verb}.",
    "Klopt uw {noun} niet meer? Geef dat dan {moment} door.",
    "Bewaar de {noun} goed, want {person} kan er om vragen.",
)


class Writer:
    """Writes sentences; the same `seed` gives the same sentences."""

    def __init__(self, seed: int) -> None:
        """Start at the first sentence of `seed`."""
        self.choose = random.Random(seed)  # noqa: S311 - repeatable on purpose, and no secret

    def sentence(self) -> str:
        """Write one sentence."""
        pick = self.choose.choice
        return pick(SENTENCES).format(
            noun=pick(NOUNS), noun2=pick(NOUNS), verb=pick(VERBS), person=pick(PEOPLE), moment=pick(MOMENTS), adjective=pick(ADJECTIVES)
        )

    def sentences(self, count: int) -> str:
        """Write `count` sentences on one line."""
        return " ".join(self.sentence() for _ in range(count))

    def different(self, count: int) -> list[str]:
        """Write `count` sentences of which no two are the same (a list refuses a repeated item)."""
        found: dict[str, None] = {}
        while len(found) < count:
            found[self.sentence()] = None
        return list(found)

    def compounds(self, count: int) -> list[str]:
        """Make `count` different compound words, as citizens do: `huurbrief`, `pasformulier`."""
        found: dict[str, None] = {}
        while len(found) < count:
            found[self.choose.choice(NOUNS) + self.choose.choice(NOUNS)] = None
        return list(found)


def name_of(number: int) -> str:
    """Give the name of product `number`; every number has its own, and neighbours begin with different letters."""
    turn, subject = divmod(number, len(SUBJECTS))
    turn, act = divmod(turn, len(ACTS))
    turn, place = divmod(turn, len(PLACES))
    again = f" deel {turn + 1}" if turn else ""
    return f"{SUBJECTS[subject].capitalize()} {PLACES[place]} {ACTS[act]}{again}"


def id_of(name: str) -> str:
    """Make the id that belongs to a name of this vocabulary."""
    return name.lower().replace(" ", "-")
