"""Writes a complete, valid project with N made-up organisations: several places and offers, and every kind of opening hours.

The same N gives the same bytes everywhere. Numbers and addresses differ from record to record, as they do in a real sociale kaart.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from shared_records import AREAS, THEMES, WORK_FIELDS, shared_records
from synthetic import write_around
from vocabulary import NOUNS, PLACES, SUBJECTS, Writer, id_of

if TYPE_CHECKING:
    from pathlib import Path

    from shared_records import Record

PRODUCTS = 60
KINDS = (
    "buurthuis",
    "maatjesproject",
    "voedselbank",
    "taalhuis",
    "thuiszorg",
    "repaircafé",
    "kledingbank",
    "spreekuur",
    "huiskamer",
    "inloop",
)
GROUPS = ("mantelzorgers", "ouders", "zwangeren", "dementie", "beperking", "psychisch", "verslaving", "rouw", "nieuwkomers", "weinig-geld")
LANGUAGES = ("Arabisch", "Engels", "Oekraïens", "Papiaments", "Pools", "Tigrinya", "Turks", "Nederlandse Gebarentaal")
ACCESS = ("vrij", "aanmelden", "verwijzing", "indicatie")
MANNERS = ("op-locatie", "aan-huis", "telefoon", "online")
DAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
SPANS = ("09:00-12:00", "09:30-12:30", "10:00-15:00", "13:00-17:00", "13:30-16:00", "08:30-17:00", "19:00-21:30", "20:00-02:00")
REACHES = ("wijk", "wijk", "wijk", "gemeente", "gemeente", "regio", "landelijk")
LETTERS = "ABCDEGHJKL"
CODES_EACH = 60
"""Postcodes of six characters in each neighbourhood."""


def write_organisations(folder: Path, count: int) -> None:
    """Write the project into `folder`, which is emptied first: `count` organisations, and some products that they help with."""
    names = [id_of_organisation(number) for number in range(count)]

    def shared(products: list[str]) -> dict[str, Record]:
        found = {path: record for path, record in shared_records(products).items() if not path.startswith("sociale_kaart/")}
        found |= areas()
        return found | {f"sociale_kaart/{name}.yaml": organisation(number, count, products) for number, name in enumerate(names)}

    write_around(folder, PRODUCTS, shared, names)


def areas() -> dict[str, Record]:
    """Give the neighbourhoods, each with a table of postcodes."""
    found: dict[str, Record] = {}
    for number, area in enumerate(AREAS):
        table = []
        for place in range(CODES_EACH):
            north, east = _degrees(number, place)
            table.append({"postcode": _postcode(number, place), "breedtegraad": north, "lengtegraad": east})
        found[f"content/wijken/{area}.yaml"] = {
            "naam": area.capitalize(),
            "kort_antwoord": f"Wie helpt u in {area.capitalize()}?",
            "postcodes": [str(1291 + number)],
            "postcodetabel": table,
        }
    return found


def _postcode(area: int, place: int) -> str:
    return f"{1291 + area} {LETTERS[place // len(LETTERS)]}{LETTERS[place % len(LETTERS)]}"


def _degrees(area: int, place: int, aside: int = 0) -> tuple[str, str]:
    """Give a place in Voorbeeldstad, to four decimals; `aside` moves it a little, as houses of one postcode lie apart."""
    north = 520_800 + 60 * (area // 2) + 7 * (place // 10) + aside % 5
    east = 51_100 + 80 * (area % 2) + 8 * (place % 10) + aside % 7
    return tuple(f"{value // 10_000},{value % 10_000:04d}" for value in (north, east))  # type: ignore[return-value]


def name_of_organisation(number: int) -> str:
    """Give the name of organisation `number`: every number has its own."""
    turn, kind = divmod(number, len(KINDS))
    turn, subject = divmod(turn, len(SUBJECTS))
    return f"{KINDS[kind].capitalize()} {SUBJECTS[subject].capitalize()}" + (f" {turn + 1}" if turn else "")


def id_of_organisation(number: int) -> str:
    """Give the id that belongs to it."""
    return id_of(name_of_organisation(number)).replace("é", "e")


def organisation(number: int, count: int, products: list[str]) -> Record:
    """Make one organisation; what it has differs from one to the next."""
    write, name = Writer(number + 1), name_of_organisation(number)
    pick = write.choose
    area, reach = number % len(AREAS), REACHES[number % len(REACHES)]
    places = [_place(number, step, (area + step) % len(AREAS), write) for step in range(pick.choice((0, 1, 1, 1, 2, 3)))]
    offers = [_offer(number, step, places, products, write) for step in range(pick.choice((1, 2, 2, 3)))]
    others = list(dict.fromkeys((number * 7 + step * 13 + 1) % count for step in range(2)))
    host = f"{id_of_organisation(number)}.example"
    return {
        "naam": name,
        "soort": KINDS[number % len(KINDS)],
        "werkgebied": reach,
        "werkgebied_wijken": [AREAS[area]] if reach == "wijk" else None,
        "themas": list(dict.fromkeys((THEMES[number % len(THEMES)], THEMES[number // 7 % len(THEMES)]))),
        "leefdomeinen": sorted(set(pick.sample(WORK_FIELDS, 2))),
        "trefwoorden": write.compounds(5),
        "kort_antwoord": write.sentences(2),
        "wat_is_het": write.sentences(3),
        "contact": {
            "telefoon": f"012 {300 + number // 100:03d} {number % 100:02d} 00",
            "email": f"info@{host}",
            "website": f"https://www.{host}",
            "bereikbaar": _hours(write, 0) if number % 3 else None,
        },
        "locaties": places or None,
        "aanbod": offers,
        "niet_hier": [{"wie": "U woont ergens anders", "dan": "Vraag het daar.", "elders": "andere-gemeente"}] if number % 2 else None,
        "verwant": [id_of_organisation(other) for other in others if other != number] or None,
        "bron": "Opgave van de organisatie",
        "gecontroleerd_op": f"2026-{number % 5 + 6:02d}-{number % 28 + 1:02d}",
        "eigenaar": "Team Sociale kaart",
        "kcc": {"afhandeling": "zelf", "zeg_dit": write.sentence()},
    }


def _place(number: int, step: int, area: int, write: Writer) -> Record:
    code = (number // len(AREAS) + step * 7) % CODES_EACH
    north, east = _degrees(area, code, number)
    return {
        "id": f"plek-{step + 1}",
        "naam": f"Huis {SUBJECTS[(number + step * 11) % len(SUBJECTS)].capitalize()} {number}",
        "straat": f"{NOUNS[(number + step) % len(NOUNS)].capitalize()}weg {number * 3 + step + 1}",
        "postcode": _postcode(area, code),
        "plaats": "Voorbeeldstad",
        "wijk": AREAS[area],
        "breedtegraad": north,
        "lengtegraad": east,
        "toegankelijk": ["rolstoel", "lift"] if number % 3 else None,
        "bereikbaarheid": f"Bus {number % 9 + 1}, halte {PLACES[step]}." if number % 2 else None,
        "openingstijden": _hours(write, number + step) if (number + step) % 6 else None,
    }


def _hours(write: Writer, kind: int) -> Record:
    """Make hours: plain weeks mostly; also even weeks, a day of the month, a season, exceptions, always, and by appointment."""
    pick = write.choose
    if kind % 23 == 7:  # noqa: PLR2004 - a few of them
        return {"altijd": "ja"}
    if kind % 19 == 5:  # noqa: PLR2004 - a few of them
        return {"afspraak": "ja"}
    first, *second = pick.sample(DAYS, pick.choice((2, 4, 5)))
    times: list[Record] = [{"dagen": sorted(second, key=DAYS.index), "tijd": pick.choice(SPANS)}]
    special: tuple[Record, ...] = (
        {},
        {"weken": pick.choice(("even", "oneven"))},
        {"keer_in_maand": pick.sample(("eerste", "tweede", "derde", "laatste"), pick.choice((1, 2)))},
        {"vanaf_dag": "01-04", "tot_en_met_dag": "30-09"},
    )
    times.append({"dagen": first, "tijd": pick.choice(SPANS), **special[kind % len(special)], "afspraak": "ja" if kind % 9 == 0 else None})
    other = [{"dag": "2026-12-24", "tijd": "09:00-12:00", "reden": "Kerstavond"}, {"dag": "2026-12-31", "reden": "Oudjaarsdag"}]
    return {"tijden": times, "feestdagen": ("dicht", "dicht", "open")[kind % 3], "uitzonderingen": other if kind % 5 == 0 else None}


def _offer(number: int, step: int, places: list[Record], products: list[str], write: Writer) -> Record:
    pick, access = write.choose, ACCESS[(number + step) % len(ACCESS)]
    groups = pick.sample(GROUPS, pick.choice((0, 1, 2)))
    tongues = sorted(pick.sample(LANGUAGES, pick.choice((0, 0, 1, 2))))
    where = [place["id"] for place in places[: 1 + step]]
    ways = [MANNERS[0], *pick.sample(MANNERS[1:], 1)] if where else pick.sample(MANNERS[1:], 2)
    subject = SUBJECTS[(number * 3 + step) % len(SUBJECTS)]
    return {
        "id": f"hulp-{step + 1}",
        "naam": f"Hulp bij {subject} {PLACES[(number + step) % len(PLACES)]}",
        "omschrijving": write.sentences(2),
        "voor_wie": write.sentence(),
        "doelgroepen": groups or None,
        "leeftijd_vanaf": str((0, 4, 12, 18, 55)[number % 5]) if number % 4 else None,
        "gratis": "ja" if number % 3 else None,
        "kosten_toelichting": None if number % 3 else write.sentence(),
        "toegang": access,
        "toegang_toelichting": write.sentence(),
        "stappen": _steps(access) if number % 2 else None,
        "verwijzers": ["huisarts", "wijkteam"] if access == "verwijzing" else None,
        "talen": tongues or None,
        "manier": ways,
        "locaties": where or None,
        "openingstijden": _hours(write, number * 2 + step) if (number + step) % 4 == 0 else None,
        "producten": [products[(number * 11 + step) % len(products)]],
    }


def _steps(access: str) -> list[Record]:
    first = {"verwijzing": "huisarts", "indicatie": "wijkteam"}.get(access, "u")
    told = "meldt u bij ons aan." if first != "u" else "belt ons en vertelt wat er speelt."
    return [
        {"wie": first, "wat": told, "meenemen": "Uw identiteitsbewijs."},
        {"wie": "organisatie", "wat": "maakt een afspraak met u.", "duur": "Dat is meestal dezelfde week."},
    ]
