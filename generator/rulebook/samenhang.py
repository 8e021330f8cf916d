# ruff: noqa: E501 - a table
"""Rules that need all records: references, facts, names, and how old an answer is."""

from __future__ import annotations

from generator.problems import Level
from generator.rulebook.rule import Rule

SAMENHANG = (
    Rule("onbekende-verwijzing", "Het andere record bestaat niet",
         "Een link naar niets is een dood spoor voor de lezer.",
         "verwant: paspoort", "verwant: paspord"),
    Rule("onbekend-feit", "Dit feit bestaat niet",
         "Dan is er niets om op deze plek te laten zien.",
         'termijn: "{leges.levertijd}"', 'termijn: "{leges.levertyd}"'),
    Rule("feit-soort", "Een feit van de verkeerde soort",
         "Waar een bedrag hoort, kan geen termijn staan.",
         'kosten:\n  - bedrag: "{leges.paspoort_volwassene}"', 'kosten:\n  - bedrag: "{leges.levertijd}"'),
    Rule("feit-zonder-waarde", "Het feit heeft nog geen waarde",
         "Een feit geldt vanaf een dag. Vóór die dag is er niets om te laten zien.",
         "waarden:\n  - geldig_vanaf: 2026-01-01", "waarden:\n  - geldig_vanaf: 2030-01-01"),
    Rule("los-bedrag", "Een bedrag waar een feit voor is",
         "Als het tarief verandert, verandert het feit. Een los bedrag blijft dan oud.",
         'kort_antwoord: "Het kost {leges.paspoort_volwassene}."', "kort_antwoord: Het kost € 83,87."),
    Rule("bedrag-zonder-feit", "Een bedrag zonder jaar en bron",
         "Van een los bedrag weet volgend jaar niemand meer of het nog klopt.",
         'kort_antwoord: "De boete is {leges.boete}."', "kort_antwoord: De boete is € 25.", Level.WAARSCHUWING),
    Rule("lange-zin", "Een lange zin",
         "Korte zinnen zijn voor iedereen makkelijker, ook aan de telefoon. Meer dan 25 woorden is te veel.",
         "kort_antwoord: Maak een afspraak. Neem uw oude paspoort mee.", "kort_antwoord: Als u een afspraak heeft gemaakt en op de dag van die afspraak naar het gemeentehuis komt, dan neemt u uw oude paspoort mee en ook een pasfoto die niet ouder is dan een half jaar.", Level.WAARSCHUWING),
    Rule("controle-verlopen", "Een jaar niet nagekeken",
         "Tarieven, adressen en regels veranderen. Kijk elk antwoord één keer per jaar na.",
         "gecontroleerd_op: 2026-10-05", "gecontroleerd_op: 2024-10-05", Level.WAARSCHUWING),
    Rule("controle-in-toekomst", "Nagekeken op een dag die nog komt",
         "De datum zegt wanneer iemand echt keek.",
         "gecontroleerd_op: 2026-10-05", "gecontroleerd_op: 2126-10-05"),
    Rule("gemeente-ontbreekt", "Niet precies één gemeente",
         "Eén gemeente spreekt. Haar naam en nummer staan op elke bladzijde.",
         "# content/gemeente/gemeente.yaml, en verder niets in die map\nnaam: gemeente Voorbeeldstad", "# content/gemeente/noord.yaml én content/gemeente/zuid.yaml\nnaam: gemeente Noord"),
    Rule("gemeente-telefoon", "De gemeente heeft geen telefoonnummer",
         "Het nummer van de gemeente staat op elke bladzijde en op elke folder.",
         "# content/contactpunten/gemeente.yaml\ngegevens:\n  telefoon: 14 012", "# content/contactpunten/gemeente.yaml\ngegevens:\n  email: info@voorbeeldstad.example"),
    Rule("oude-naam-bezet", "De oude naam is al van een ander",
         "Een oud adres kan maar naar één bladzijde leiden.",
         "oude_namen: [reisdocument]", "oude_namen: [paspoort]"),
    Rule("dubbele-naam", "Twee records met dezelfde naam",
         "In een lijst ziet niemand dan het verschil.",
         "naam: Paspoort voor een kind", "naam: Paspoort"),
)  # fmt: skip
"""The rules about records together."""
