"""How a language says things: its fixed words, and how it writes dates, times, amounts, terms and lists."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

from generator.answer import Link, Words
from generator.dates import DAYS, Term
from generator.frozen import dataclass
from generator.words import DUTCH

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping

    from generator.answer import Line
    from generator.records.taal import Taal


_FILLED = re.compile(r"\{([a-z]+)\}")
_BETWEEN_DIGITS = re.compile(r"(?<=\d) (?=\d)")


@cache
def _around_values(said: str) -> tuple[str, ...]:
    """Cut words at the values that are filled in; every second part is the name of a value."""
    return tuple(_FILLED.split(said))


@dataclass(frozen=True, slots=True)
class Language:
    """One language: `code` as BCP 47 writes it (`nl`, `en`, `ar`), its own `name`, and its words by name."""

    code: str
    name: str
    rtl: bool
    words: Mapping[str, str]

    @property
    def prefix(self) -> str:
        """The folder of its pages: none for Dutch, `/en` for English."""
        return "" if self.code == DUTCH else f"/{self.code}"

    def __call__(self, name: str, /, **values: object) -> str:
        """Give the words called `name`, with the values filled in."""
        said = self.words[name]
        if not values:
            return said
        parts = list(_around_values(said))
        parts[1::2] = [self.digits(str(values[part])) if part in values else f"{{{part}}}" for part in parts[1::2]]
        return "".join(parts)

    def digits(self, text: str) -> str:
        """Keep groups of digits (`14 012`) in order: from right to left they would change places, but for a space that does not break.

        The Unicode bidirectional algorithm (UAX #9, rule W4) takes that space for a part of the number.
        """
        return _BETWEEN_DIGITS.sub("\N{NO-BREAK SPACE}", text) if self.rtl else text

    def around(self, name: str, link: Link | Words, /, **values: object) -> Line:
        """Give the words called `name` with `link` where `[]` stands."""
        before, _, after = self(name, **values).partition("[]")
        return tuple(part for part in (Words(before), link, Words(after)) if part.text)

    def joined(self, parts: Iterable[str]) -> str:
        """Join words: a, b en c."""
        *most, last = parts
        return self("opsomming", begin=f"{self.words['opsomming-teken']} ".join(most), laatste=last) if most else last

    def or_joined(self, parts: Iterable[str]) -> str:
        """Join what one may choose from: a of b."""
        return f" {self.words['of']} ".join(parts)

    def month(self, number: int) -> str:
        """Name a month, 1 to 12."""
        return self.words[f"maand-{number}"]

    def date(self, day: dt.date) -> str:
        """Write a date: `1 januari 2026`."""
        return self("datum", dag=day.day, maand=self.month(day.month), jaar=day.year)

    def weekday(self, day: dt.date) -> str:
        """Name the day of the week of a date."""
        return self.words[DAYS[day.weekday()]]

    def time(self, minutes: int) -> str:
        """Write minutes since midnight: `9.00`; the end of the day is `24.00`."""
        hour = 24 if minutes == 24 * 60 else minutes // 60 % 24
        return self("tijd", uur=hour, minuten=f"{minutes % 60:02d}")

    def number(self, value: Decimal | int) -> str:
        """Write a number with this language's signs."""
        signs = {",": self.words["duizend-teken"], ".": self.words["komma"]}
        return "".join(signs.get(sign, sign) for sign in f"{value:,}")

    def amount(self, value: Decimal) -> str:
        """Write an amount in euros: `€ 1.234,50`; the space does not break."""
        return self("bedrag", bedrag=self.number(value.quantize(Decimal("0.01")))).replace(" ", "\N{NO-BREAK SPACE}")

    def term(self, term: Term) -> str:
        """Write a length of time: `6 weken`."""
        return f"{term.count} {self.words[f'{term.unit}-een' if term.count == 1 else f'{term.unit}-meer']}"

    def value(self, kind: str, value: Decimal | int | dt.date | Term | str | None) -> str:
        """Write the value of a fact of that `kind`."""
        if isinstance(value, Decimal):
            return self.amount(value) if kind == "bedrag" else self("percentage", getal=str(value).replace(".", self.words["komma"]))
        if isinstance(value, Term):
            return self.term(value)
        return str(value) if isinstance(value, str | int) or value is None else self.date(value)


def language_of(taal: Taal) -> Language:
    """Give the language of a record."""
    return Language(taal.id, taal.naam, taal.richting == "rechts-naar-links", taal.woorden)
