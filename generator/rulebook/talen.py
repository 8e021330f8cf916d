"""The rules about languages and translations."""

from __future__ import annotations

from generator.problems import Level
from generator.rulebook.rule import Rule

TALEN = (
    Rule("taal-ontbreekt", "De Nederlandse woorden ontbreken",
         "Zonder content/talen/nl.yaml heeft geen blok een kop en geen knop een tekst.",
         "# content/talen/nl.yaml\nnaam: Nederlands\nrichting: links-naar-rechts", "# er is geen content/talen/nl.yaml"),
    Rule("taal-onvolledig", "Een taal mist woorden",
         "Een pagina in die taal zou lege koppen en knoppen hebben.",
         "woorden:\n  home: Home\n  menu: Menu\n  # en alle andere woorden van nl.yaml", "woorden:\n  home: Home"),
    Rule("taal-onbekend-woord", "Een woord dat nergens staat",
         "Vaak is het een tikfout in de naam: dan mist het goede woord.",
         "woorden:\n  home: Home", "woorden:\n  hoome: Home", Level.WAARSCHUWING),
    Rule("taal-invulling", "Wat tussen accolades staat klopt niet",
         "Op die plek vult het programma een naam, getal of link in. In elke taal zijn dat dezelfde.",
         'bel: "Call {nummer}"', 'bel: "Call {number}"'),
    Rule("taal-onbekend", "Een vertaling in een taal zonder woorden",
         "De koppen en knoppen van die pagina bestaan niet in die taal.",
         "vertalingen:\n  en:\n    naam: Passport", "vertalingen:\n  xx:\n    naam: Passport"),
    Rule("vertaling-onvolledig", "De vertaling mist een tekst",
         "Wie de vertaling leest, moet hetzelfde weten als wie Nederlands leest.",
         "vertalingen:\n  en:\n    kort_antwoord: You apply at the town hall.\n    bewijs: Bring your old passport.",
         "bewijs: Neem uw oude paspoort mee.\nvertalingen:\n  en:\n    kort_antwoord: You apply at the town hall."),
    Rule("vertaling-te-veel", "De vertaling heeft een tekst die het Nederlands niet heeft",
         "Een antwoord zegt in elke taal hetzelfde. Zet de tekst eerst in het Nederlands.",
         "vertalingen:\n  en:\n    kort_antwoord: You apply at the town hall.",
         "vertalingen:\n  en:\n    kort_antwoord: You apply at the town hall.\n    bezwaar: You can object."),
    Rule("vertaling-aantal", "Niet evenveel stappen, kosten of uitzonderingen",
         "Ze horen een voor een bij elkaar. Anders staat een bedrag bij de verkeerde omschrijving.",
         "kosten:\n  - omschrijving: Volwassene\n    bedrag: 83,87\nvertalingen:\n  en:\n    kosten: [Adult]",
         "kosten:\n  - omschrijving: Volwassene\n    bedrag: 83,87\nvertalingen:\n  en:\n    kosten: [Adult, Child]"),
    Rule("vertaling-brontekst", "Er staat niet welke tekst vertaald is",
         "Verandert het Nederlands later, dan weet iedereen dat de vertaling achterloopt. De melding zegt wat u invult.",
         'vertalingen:\n  en:\n    brontekst: "89ce9266"\n    naam: Passport', "vertalingen:\n  en:\n    naam: Passport"),
    Rule("vertaling-verouderd", "Het Nederlands is veranderd na de vertaling",
         "De pagina in die taal zegt dat zelf ook. Vertaal wat er veranderde, en zet daarna het nieuwe kenmerk.",
         'vertalingen:\n  en:\n    brontekst: "89ce9266"', 'vertalingen:\n  en:\n    brontekst: "00000000"', Level.WAARSCHUWING),
)  # fmt: skip
"""The rules about languages, in the order of an editor's work."""
