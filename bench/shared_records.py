"""The records beside the products: municipality, contact, facts, themes, life events, neighbourhoods, desks, organisations."""

from __future__ import annotations

from vocabulary import Writer

THEMES = ("wonen", "verkeer", "afval", "zorg", "jeugd", "werk", "geld", "belasting", "natuur", "ondernemen", "veiligheid", "papieren")
EVENTS = ("verhuizen", "trouwen", "kind-krijgen", "ouder-worden", "werk-verliezen", "bedrijf-starten")
WORK_FIELDS = ("wonen", "leven", "werken", "sociale-relaties", "gezondheid", "financien")
AREAS = ("centrum", "noord", "zuid", "waterkant")
FEES = tuple(f"tarief_{number}" for number in range(1, 41))
TERMS = ("gewoon", "snel", "lang", "bezwaar")
_LENGTHS = ("8 weken", "5 werkdagen", "26 weken", "6 weken")
_KINDS = ("buurthuis", "maatjesproject", "voedselbank", "taalhuis", "thuiszorg", "repaircafe", "kledingbank", "spreekuur")
ORGANISATIONS = tuple(f"{kind}-{area}" for kind in _KINDS for area in AREAS)
_DESK_PRODUCTS = 25
_CHECKED = "2026-09-01"
_WEEKDAYS = ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag"]

Record = dict[str, object]


def shared_records(products: list[str]) -> dict[str, Record]:
    """Give every shared record by its path in the project; desks and organisations refer to `products` (ids)."""
    records: dict[str, Record] = {
        "content/gemeente/gemeente.yaml": {
            "naam": "gemeente Voorbeeldstad",
            "plaats": "Voorbeeldstad",
            "contact": "gemeente",
            "kcc_loket": "kcc",
            "taken": products[:6],
        },
        "content/contactpunten/gemeente.yaml": _contact("Klantcontactcentrum"),
        "content/contactpunten/wmo.yaml": _contact("Wmo-loket"),
        "content/feiten/leges.yaml": _facts("Tarieven", dict.fromkeys(FEES, "bedrag"), _amounts()),
        "content/feiten/termijnen.yaml": _facts("Termijnen", dict.fromkeys(TERMS, "termijn"), dict(zip(TERMS, _LENGTHS, strict=True))),
        "content/loketten/kcc.yaml": _desk("Gemeentehuis", "gemeente", products[:_DESK_PRODUCTS]),
        "content/loketten/wmo.yaml": _desk("Wmo-loket", "wmo", products[-_DESK_PRODUCTS:]),
    }
    records |= {f"content/themas/{name}.yaml": _way_in(name, place) for place, name in enumerate(THEMES, 1)}
    records |= {f"content/levensgebeurtenissen/{name}.yaml": _way_in(name, place) for place, name in enumerate(EVENTS, 1)}
    for number, area in enumerate(AREAS):
        records[f"content/wijken/{area}.yaml"] = {
            "naam": area.capitalize(),
            "kort_antwoord": f"Wie helpt u in {area.capitalize()}?",
            "postcodes": [str(1291 + number)],
        }
    for number, name in enumerate(ORGANISATIONS):
        helped = list(dict.fromkeys(products[(number * 11 + step) % len(products)] for step in range(3)))
        records[f"sociale_kaart/{name}.yaml"] = _organisation(number, name, helped)
    return records


def _amounts() -> dict[str, str]:
    return {fee: f"{12 + number * 7},{number * 5 % 100:02d}" for number, fee in enumerate(FEES)}


def _facts(about: str, kinds: dict[str, str], values: dict[str, str]) -> Record:
    return {
        "omschrijving": about,
        "feiten": {
            name: {
                "omschrijving": f"{about}: {name}",
                "soort": kind,
                "waarden": [{"geldig_vanaf": "2026-01-01", "waarde": values[name], "bron": "Legesverordening 2026"}],
            }
            for name, kind in kinds.items()
        },
    }


def _contact(name: str) -> Record:
    details: Record = {
        "telefoon": "14 012",
        "email": "info@voorbeeldstad.example",
        "website": "https://www.voorbeeldstad.example",
        "postadres": {"straat": "Postbus 12", "postcode": "1290 AA", "plaats": "Voorbeeldstad"},
        "bereikbaar": _open("08:30-17:00"),
    }
    return {"naam": name, "gegevens": details, "gecontroleerd_op": _CHECKED}


def _open(hours: str) -> Record:
    return {"tijden": [{"dagen": _WEEKDAYS, "tijd": hours}], "feestdagen": "dicht"}


def _way_in(name: str, place: int) -> Record:
    title = name.replace("-", " ").capitalize()
    return {"naam": title, "kort_antwoord": f"Alles over {title.lower()}.", "volgorde": str(place)}


def _desk(name: str, contact: str, products: list[str]) -> Record:
    return {
        "naam": name,
        "kort_antwoord": "Kom langs of bel. Wij helpen u verder.",
        "contact": contact,
        "adres": {"straat": "Raadhuisplein 1", "postcode": "1291 AA", "plaats": "Voorbeeldstad"},
        "wijk": "centrum",
        "openingstijden": _open("09:00-16:30"),
        "toegankelijk": ["rolstoel", "lift"],
        "functies": ["ontvangst", "informatie", "advies"],
        "producten": list(dict.fromkeys(products)),
        "trefwoorden": ["balie", f"{name.lower()} openingstijden"],
        "gecontroleerd_op": _CHECKED,
        "eigenaar": "Team Klantcontact",
        "kcc": {"afhandeling": "zelf", "let_op": ["Op vrijdag is het druk."]},
    }


def _organisation(number: int, name: str, products: list[str]) -> Record:
    write = Writer(number + 1)
    kind, area = name.rsplit("-", 1)
    place: Record = {
        "id": "huis",
        "naam": f"Huis van {area.capitalize()}",
        "straat": f"Molenweg {number + 1}",
        "postcode": "1292 CB",
        "plaats": "Voorbeeldstad",
        "wijk": area,
        "toegankelijk": ["rolstoel"],
        "openingstijden": _open("10:00-15:00"),
    }
    offer: Record = {
        "id": "hulp",
        "naam": f"Hulp van het {kind}",
        "omschrijving": write.sentences(2),
        "voor_wie": write.sentence(),
        "gratis": "ja",
        "toegang": "aanmelden",
        "toegang_toelichting": write.sentence(),
        "manier": ["op-locatie", "telefoon"],
        "locaties": "huis",
        "producten": products,
    }
    return {
        "naam": f"{kind.capitalize()} {area.capitalize()}",
        "soort": kind,
        "werkgebied": "wijk",
        "werkgebied_wijken": [area],
        "themas": [THEMES[number % len(THEMES)]],
        "leefdomeinen": [WORK_FIELDS[number % len(WORK_FIELDS)]],
        "trefwoorden": write.compounds(4),
        "kort_antwoord": write.sentences(2),
        "wat_is_het": write.sentences(3),
        "contact": {"telefoon": "012 345 61 00", "email": f"info@{name}.example", "website": f"https://www.{name}.example"},
        "locaties": [place],
        "aanbod": [offer],
        "verwant": [ORGANISATIONS[(number + 1) % len(ORGANISATIONS)]],
        "bron": "Opgave van de organisatie",
        "gecontroleerd_op": _CHECKED,
        "eigenaar": "Team Sociale kaart",
        "kcc": {"afhandeling": "zelf", "zeg_dit": write.sentence()},
    }
