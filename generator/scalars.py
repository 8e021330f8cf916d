"""Values that are written as one scalar: amounts, terms, dates, numbers, addresses; each with its form and its repair."""

from __future__ import annotations

import dataclasses
import datetime as dt
import re
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from generator.dates import parse_date, parse_term
from generator.fields import FactValue, expect_scalar, mentioned
from generator.frozen import dataclass
from generator.problems import shortened
from generator.source import ID_PATTERN

if TYPE_CHECKING:
    from generator.fields import Json
    from generator.source import Node, SourceFile


@dataclass(frozen=True)
class Scalars:
    """A kind of value that is written as one scalar matching a form."""

    rule: str
    expected: str
    example: str
    pattern: str
    repair: str
    convert: Any = str
    fact_kind: str = ""
    """The kind of fact that may stand in its place; empty where none may."""

    def read(self, node: Node, source: SourceFile) -> object | None:
        """Convert the scalar; report under the kind's own rule where it does not fit."""
        scalar = expect_scalar(node, source, self.expected, self.example)
        if scalar is None:
            return None
        value = scalar.text.strip()
        if self.fact_kind and value.startswith("{") and value.endswith("}"):
            return mentioned(FactValue(value[1:-1], self.fact_kind, source.position(scalar)), source)
        converted = self.convert(value) if re.fullmatch(self.pattern, value) else None
        if converted is None:
            source.report(source.position(scalar), self.rule, f"'{shortened(value)}' is geen {self.expected}", self.repair)
        return converted

    def schema(self) -> Json:
        """Describe the form as a pattern, with a fact where one may stand; a value of digits alone is a number to other readers of YAML."""
        digits = any(re.fullmatch(self.pattern, "1" * count) for count in range(1, 11))
        fact = r"|\{.*\}" if self.fact_kind else ""
        return {
            "type": ["string", "number"] if digits else "string",
            "pattern": rf"^\s*(?:{self.pattern}{fact})\s*$",
            "patternErrorMessage": f"geen {self.expected}: {self.repair}",
            "examples": [self.example],
        }

    def describe(self) -> str:
        """Name the kind with an example."""
        return f"{self.expected}, bijvoorbeeld `{self.example}`" + (" of een feit `{groep.naam}`" if self.fact_kind else "")


def _euro(value: str) -> Decimal:
    return Decimal(value.replace(".", "").replace(",", "."))


def _telefoon(value: str) -> str | None:
    digits = re.sub(r"\D", "", value)
    known = not value.startswith("+") and (
        re.fullmatch(r"0[1-9]\d{8}", digits)
        or re.fullmatch(r"14(0\d\d|0\d{3})", digits)
        or re.fullmatch(r"0(800|900|88|85)\d{4,8}", digits)
        or digits in {"112", "113"}
        or re.fullmatch(r"116\d{3}", digits)
    )
    abroad = value.startswith("+") and re.fullmatch(r"[1-9]\d{7,14}", digits)
    return value if known or abroad else None


def _dag_maand(value: str) -> tuple[int, int] | None:
    day, month = (int(part) for part in value.split("-"))
    try:
        dt.date(2024, month, day)  # a leap year, so that 29-02 exists
    except ValueError:
        return None
    return (month, day)


def _tijdvak(value: str) -> tuple[int, int] | None:
    begin, end = ((int(part[:2]) * 60 + int(part[3:])) for part in value.split("-"))
    if begin >= 24 * 60 or end > 24 * 60 or begin == end:
        return None
    return (begin, end if end > begin else end + 24 * 60)


euro = Scalars(
    "geen-bedrag",
    "bedrag in euro's",
    "83,87",
    r"(?:[0-9]{1,3}(?:\.[0-9]{3})+|[0-9]+),[0-9][0-9]",
    "schrijf 83,87, met twee cijfers achter de komma; kost het niets, schrijf dan gratis: ja",
    _euro,
)
euro_of_feit = dataclasses.replace(euro, fact_kind="bedrag")
termijn = Scalars(
    "geen-termijn",
    "termijn",
    "6 weken",
    r"[0-9]{1,3} +[a-z]+",
    "schrijf een getal en uur, dagen, werkdagen, weken, maanden of jaar: 6 weken",
    parse_term,
)
termijn_of_feit = dataclasses.replace(termijn, fact_kind="termijn")
datum = Scalars("geen-datum", "datum", "2026-01-31", r"[0-9]{4}-[0-9][0-9]-[0-9][0-9]", "schrijf jaar-maand-dag: 2026-01-31", parse_date)
getal = Scalars("geen-getal", "heel getal", "18", r"[0-9]{1,9}", "schrijf alleen cijfers: 18", int)
decimaal = Scalars(
    "geen-getal",
    "getal",
    "52,0907",
    r"-?[0-9]{1,9}(?:[.,][0-9]{1,9})?",
    "schrijf cijfers, met een komma voor de decimalen: 4,25",
    lambda value: Decimal(value.replace(",", ".")),
)
ja_nee = Scalars("geen-ja-nee", "ja of nee", "ja", r"ja|nee", "schrijf ja of nee", lambda value: value == "ja")
webadres = Scalars("geen-url", "webadres", "https://www.rdw.nl", r"https://[^\s/]+\.[^\s]+", "schrijf het hele adres, met https:// ervoor")
_WAY = r"[A-Za-z0-9/:.,_~?&=%+\-]*"
kaarttegels = Scalars(
    "geen-url",
    "adres van kaarttegels",
    "https://tegels.voorbeeldstad.example/{z}/{x}/{y}.png",
    rf"https://[a-z0-9\-]+(?:\.[a-z0-9\-]+)+(?::[0-9]{{1,5}})?/{_WAY}\{{z\}}{_WAY}(?:\{{x\}}{_WAY}\{{y\}}|\{{y\}}{_WAY}\{{x\}}){_WAY}",
    "schrijf het hele adres, met https:// ervoor, met {z} en daarna {x} en {y} op de plaats van de getallen",
)
mailadres = Scalars("geen-email", "e-mailadres", "wmo@voorbeeldstad.example", r"[^\s@]+@[^\s@]+\.[^\s@]+", "schrijf naam@domein.nl")
telefoonnummer = Scalars(
    "geen-telefoon",
    "telefoonnummer",
    "14 012",
    r"\+?[0-9][0-9 \-]*",
    "schrijf 10 cijfers (030 123 45 67), 14 met een netnummer (14 012), of een kort nummer (112)",
    _telefoon,
)
postcode6 = Scalars(
    "geen-postcode",
    "postcode",
    "3401 AB",
    r"[1-9][0-9]{3} ?[A-Z]{2}",
    "schrijf vier cijfers en twee hoofdletters: 3401 AB",
    lambda value: f"{value[:4]} {value[-2:]}",
)
postcode4 = Scalars("geen-postcode", "postcode van vier cijfers", "3401", r"[1-9][0-9]{3}", "schrijf alleen de vier cijfers: 3401")
tijdvak = Scalars(
    "geen-tijdvak",
    "tijd van-tot",
    "09:00-12:30",
    r"(?:[01][0-9]|2[0-3]):[0-5][0-9]-(?:[01][0-9]:[0-5][0-9]|2[0-3]:[0-5][0-9]|24:00)",
    "schrijf uren en minuten met twee cijfers: 09:00-12:30",
    _tijdvak,
)
dag_maand = Scalars("geen-dag", "dag en maand", "01-04", r"[0-9][0-9]-[0-9][0-9]", "schrijf dag-maand: 01-04", _dag_maand)
identificatie = Scalars("geen-id", "id", "huis-de-linde", ID_PATTERN.pattern, "gebruik kleine letters, cijfers en streepjes: huis-de-linde")
upl_uri = Scalars(
    "geen-upl",
    "UPL-adres",
    "http://standaarden.overheid.nl/owms/terms/paspoort",
    r"http://standaarden\.overheid\.nl/owms/terms/\S+",
    "neem het adres (URI) over uit de Uniforme Productnamenlijst",
)
