"""How search looks at Dutch words: folding, splitting into words, stems, and how a word sounds.

The browser folds, splits and sounds a word in the same way (`theme/assets/search.js`; a test compares both on thousands of words).
It needs no stemmer: the index holds each word with its stems.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

import snowballstemmer

_WORD = re.compile(r"[a-z0-9]+")
_PORTER, _KRAAIJ_POHLMANN = snowballstemmer.stemmer("dutch_porter"), snowballstemmer.stemmer("dutch")

_SILENT = (
    "aan al als ben bent bij daar dan dat de deze die dit doe doet door dus e een en er ff graag haar hare hem het hij hoe "
    "hun iemand iets ik in is ja je jij jou jouw jullie kan kun kunnen kunt laat laten maar me mee meer men met mij mijn moet "
    "moeten mag mogen mn n naar nog nou nu of om ons onze ook op over s t te toch tot tussen u uit uw van via voor waar "
    "waarom waarop waarvoor wanneer want waren was wat we wel welke wie wij wil willen word wordt worden z ze zich zij zijn "
    "zo zou zelf heb hebben heeft hebt had gaat gaan ga anders ander andere weer omdat terwijl gewoon eigenlijk steeds nodig"
)

STOP_WORDS = frozenset(_SILENT.split())
"""Words that say nothing of what is asked. `niet`, `geen`, `zonder`, `kwijt` and the like are not among them: they change the question."""

_FAINT = (
    "krijg krijgt krijgen kreeg gekregen kom komt komen kwam gekomen haal haalt halen gehaald zit zitten zat staat staan sta stond "
    "lig ligt liggen lag maak maakt maken gemaakt doen gedaan deed geef geeft geven gegeven neem neemt nemen genomen weet weten vind "
    "vindt vinden zoek zoekt zoeken blijf blijft blijven denk zeg zegt gezegd durf hoef hoeft hoeven moest zet zetten gezet trek "
    "helemaal gelijk meteen echt heel erg beter best goed terug nieuw nieuwe grote groot kleine klein beetje even vaak altijd soms "
    "eruit erin eraf eraan erop ervan erbij daarvoor hiervoor ergens alles iedereen niemand achter na naast onder tegen langs vanaf "
    "sinds tijdens rond kant manier keer hoeveel lang ver snel zoveel zulke veel vandaag morgen gisteren net allemaal toe buurt "
    "plaatsen plaatst geplaatst gebruiken gebruikt gebruik leggen legt gelegd leg begin beginnen begint begonnen breng brengen "
    "brengt gebracht stuur sturen stuurt gestuurd probeer proberen probeert lukt lukken gelukt voel voelt voelen kijken kijkt "
    "gekeken zie ziet zien gezien gebeurt gebeuren gebeurd betekent bestaat bestaan hou houd houdt houden gehouden regel regelt "
    "regelen geregeld noemt noemen heet heten bedoel bedoelt ontvangen ontvangt ontvang verwacht dacht denken denkt lijkt lijken "
    "schijnt bereiken officieel officiele dringend zwaar zware amper nauwelijks telkens precies allebei straks laatst ooit nooit "
    "eindelijk vanzelf misschien zeker raar rare vreemd vreemde mooi mooie fijn leuk leuke enorm ontzettend hartstikke redelijk "
    "ongeveer eerder later gauw binnenkort onlangs dichter vooral bijna ineens plotseling opeens onverwacht makkelijk moeilijk "
    "lastig handig normaal normale bepaalde bepaald overal nergens hierheen daarheen boven binnen vanwege volgens ondanks liever "
    "week weken weekje maand maanden dag dagen uur uurtje minuten vanmiddag vanavond ochtend middag avond situatie probleem "
    "problemen soort soorten geval kans reden idee ding dingen dingetje mensen mens persoon personen iemands plek plekje plaats"
)

FAINT_WORDS = frozenset(_FAINT.split())
"""Words that say little of what is asked: with others beside them they count less."""

ALIKE = {
    "kind": "kinderen kinds kindje kindjes kids kindertjes",
    "overlijd": "overlijden overleden overlijdt overleed overlijdens gestorven sterven sterft stierf",
    "verhuiz": "verhuizen verhuis verhuist verhuisd verhuisde verhuizing verhuizingen",
    "trouw": "trouwen trouw getrouwd trouwt trouwde",
    "scheid": "scheiden scheiding gescheiden scheidt",
    "verlies": "verliezen verloren verlies verliest verloor",
    "steel": "stelen gestolen steelt stal",
    "breek": "breken gebroken breekt",
    "slaap": "slapen slaap slaapt",
    "oud": "oude ouder",
    "ouder": "ouders ouderen oudere",
    "verloop": "verlopen verloopt verlopend",
    "bekeur": "bekeuring bekeuringen bekeurd",
    "stad": "stad steden stads",
    "ei": "eieren ei",
    "koop": "kopen koop koopt gekocht verkopen verkocht verkoop kocht",
    "huur": "huren huur huurt gehuurd",
    "vraag": "vragen vraag gevraagd vraagt",
    "geboor": "geboorte geboren",
    "nederland": "nederland",
    "nederlander": "nederlander nederlanders nederlandse nederlands",
    "hulp": "hulp helpen helpt geholpen help",
    "schrijf": "schrijven schrijf geschreven schrijft schreef",
    "inschrijf": "inschrijven ingeschreven inschrijving inschrijvingen inschrijf",
    "uitschrijf": "uitschrijven uitgeschreven uitschrijving uitschrijf",
    "aangeef": "aangeven aangegeven aangifte aangiftes",
    "doorgeef": "doorgeven doorgegeven",
    "opzeg": "opzeggen opgezegd opzegging",
    "afwijs": "afwijzen afgewezen afwijzing",
    "opneem": "opnemen opgenomen opname",
    "vertrek": "vertrekken vertrokken vertrekt vertrek",
    "ontsla": "ontslaan ontslagen ontslag",
    "begraaf": "begraven begraaf begrafenis",
    "inbreek": "inbreken ingebroken inbraak",
    "verbied": "verbieden verboden verbod verbiedt",
    "breng": "brengen breng brengt gebracht bracht",
    "wegbreng": "wegbrengen weggebracht",
    "wegdoe": "wegdoen weggedaan wegdoe",
    "rijd": "rijden rij rijdt reed gereden",
    "val": "vallen val valt viel gevallen",
    "sla": "slaan slaat geslagen sloeg",
    "bijt": "bijten bijt gebeten",
    "eet": "eten eet gegeten",
    "lees": "lezen lees leest gelezen las",
    "kies": "kiezen kiest gekozen koos",
    "leen": "lenen leen leent geleend lening leningen",
    "zwem": "zwemmen zwem zwemt gezwommen zwom",
    "sluit": "sluiten sluit gesloten",
    "spreek": "spreken spreek spreekt gesproken sprak gesprek gesprekken",
    "zing": "zingen zing zingt gezongen zong",
    "bevries": "bevroren bevriezen bevriest",
}
"""Forms that both stemmers keep apart, or throw together with another word: the stem that they get instead, and the forms."""

_STEMS = {form: stem for stem, forms in ALIKE.items() for form in forms.split()}

_SOUNDS = (
    (re.compile("ij|ei|ey|y"), "y"),
    (re.compile("ou|auw|ouw"), "au"),
    (re.compile("ph"), "f"),
    (re.compile("th"), "t"),
    (re.compile("sch(?=e?$)"), "s"),
    (re.compile("ch"), "g"),
    (re.compile("ck|q"), "k"),
    (re.compile("c(?=[eiy])"), "s"),
    (re.compile("c"), "k"),
    (re.compile("x"), "ks"),
    (re.compile("z"), "s"),
    (re.compile("v"), "f"),
    (re.compile("dt$|d$"), "t"),
    (re.compile(r"(.)\1+"), r"\1"),
)
"""Spellings that sound the same to whoever types by ear, in the order in which they are replaced; a doubled letter counts once."""


def fold(text: str) -> str:
    """Lower-case and take off accents: `Café 's-Graveland` becomes `cafe 's-graveland`; also the letter `ĳ`."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text.lower())
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def words_of(text: str) -> list[str]:
    """Split folded text into words of letters and digits; an apostrophe or hyphen ends a word."""
    return _WORD.findall(fold(text))


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """Give the stem of a folded word, after Snowball's Dutch (Porter) algorithm."""
    return str(_PORTER.stemWord(word))


@lru_cache(maxsize=200_000)
def stems(word: str) -> tuple[str, str]:
    """Give the stems of a folded word after both Dutch algorithms of Snowball: Porter's, and Kraaij and Pohlmann's.

    Each breaks words that the other keeps together (Porter huis/huizen, the other schuld/schulden), so words with either stem in
    common are forms of one word. What both get wrong stands in `ALIKE`. A word with a digit in it (`75`, `m2`) has no other forms.
    """
    if word in _STEMS:
        return _STEMS[word], _STEMS[word]
    if not word.isalpha():
        return word, word
    return stem(word), str(_KRAAIJ_POHLMANN.stemWord(word))


def sound(word: str) -> str:
    """Give a word as it sounds: `rijbewijz` and `reibeweis` both become `rybewys`."""
    for spelled, sounds in _SOUNDS:
        word = spelled.sub(sounds, word)
    return word
