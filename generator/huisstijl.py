"""The house style: what the token files say, whether everyone can read it, and the colours that flyers share with the sites.

The style sheets name every colour once: `site.css` gives a name of its own (`--merk`) to a design token of `tokens.css`, which the
municipality may have replaced in `huisstijl.css`. Here the same files are read as a browser reads them, light and dark, and the
contrast of every pair of colours that `site.css` uses is measured (WCAG 2.2, criteria 1.4.3 and 1.4.11).
"""

from __future__ import annotations

import difflib
import re
from functools import cache
from itertools import starmap
from typing import TYPE_CHECKING, NamedTuple

from generator.contrast import as_hex, contrast, improved
from generator.frozen import dataclass
from generator.problems import Level, Position, Problem, shown_in_source
from generator.tokens import DARK, LIGHT, USES, Declared, chain, declared

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

OWN = "huisstijl.css"
FILES = ("tokens.css", OWN, "site.css")
"""In the order of the cascade; the municipality types in the second."""

TEXT, SHAPE = 4.5, 3.0
"""The least contrast of words (WCAG 1.4.3), and of what shows where a field, button, line or focus is (WCAG 1.4.11)."""


class Pair(NamedTuple):
    """Two colours of `site.css` that must differ: what they are in Dutch, and how much they must differ at least."""

    front: str
    back: str
    told: str
    least: float = TEXT


_GROUNDS = {
    "--vlak": "de bladzijde",
    "--zacht": "een grijs vlak",
    "--merk-zacht": "een licht vlak",
    "--merk-onder": "een vlak onder de muis",
    "--let-op": "een geel vlak",
}
PAIRS = (
    *(Pair("--tekst", ground, f"gewone tekst op {told}") for ground, told in _GROUNDS.items()),
    *(Pair("--merk", ground, f"een link op {told}") for ground, told in _GROUNDS.items()),
    *(Pair("--merk-druk", ground, f"een link onder de muis op {told}") for ground, told in _GROUNDS.items()),
    *(Pair("--stil", ground, f"stille tekst op {told}") for ground, told in _GROUNDS.items()),
    *(Pair("--goed", ground, f"'nu open' op {_GROUNDS[ground]}") for ground in ("--vlak", "--merk-zacht")),
    Pair("--op-merk", "--merk-vlak", "tekst op de balk"),
    Pair("--op-knop", "--knop", "tekst op een knop"),
    Pair("--op-knop", "--knop-druk", "tekst op een knop onder de muis"),
    Pair("--op-balk", "--balk", "tekst op de balk van de medewerkers"),
    Pair("--tekst", "--veld", "tekst in een zoekveld"),
    Pair("--focus-tekst", "--focus", "tekst die u met het toetsenbord kiest"),
    Pair("--rand", "--veld", "de rand van een zoekveld", SHAPE),
    Pair("--rand", "--vlak", "de rand van een letter op de bladzijde", SHAPE),
    Pair("--knop", "--vlak", "een knop op de bladzijde", SHAPE),
    Pair("--let-op-lijn", "--vlak", "de rand van een geel vlak", SHAPE),
    Pair("--balk-lijn", "--balk", "de lijn in de balk van de medewerkers", SHAPE),
)
"""Every pair that `site.css` puts together."""

DECORATION = ("--lijn", "--merk-lijn")
"""Colours of lines that only decorate: without them everything is still clear."""


@dataclass(frozen=True, slots=True)
class FlyerColours:
    """What a flyer takes from the house style, as `#rrggbb`: of words, of headings, of the field behind the short answer, of lines."""

    ink: str
    brand: str
    wash: str
    line: str


@dataclass(frozen=True, slots=True)
class HouseStyle:
    """The colours of `site.css` by name (`--merk`) as `#rrggbb`, in light and in dark, and what is wrong with them."""

    light: Mapping[str, str]
    dark: Mapping[str, str]
    problems: tuple[Problem, ...]

    @property
    def flyer(self) -> FlyerColours:
        """Give the colours of flyers: those of a light page."""
        return FlyerColours(*(self.light[name] for name in ("--tekst", "--merk", "--merk-zacht", "--lijn")))


def house_style(assets: Path) -> HouseStyle:
    """Read the house style in `theme/assets`. Names without a colour are left out of `light` and `dark`, and are a problem."""
    return _read(tuple((assets / name).read_text(encoding="utf-8") for name in FILES))


@cache
def _read(texts: tuple[str, ...]) -> HouseStyle:
    found = [one for name, text in zip(FILES, texts, strict=True) for one in declared(name, text)]
    light = {one.name: one for scheme, one in found if scheme == LIGHT}
    dark = light | {one.name: one for scheme, one in found if scheme == DARK}
    own = [one for _, one in found if one.file == OWN]
    names = {one.name for _, one in found if one.file == FILES[2]}
    colours = {LIGHT: _colours(names, light), DARK: _colours(names, dark)}
    problems = [*_unknown(own, found), *_no_colour(own, dark), *_contrast(colours, {LIGHT: light, DARK: dark})]
    own_text = texts[FILES.index(OWN)]
    shown = {shown_in_source(one, own_text) if one.position.file.endswith(OWN) else one for one in problems}
    return HouseStyle(colours[LIGHT], colours[DARK], tuple(sorted(shown)))


def _colours(names: Iterable[str], tokens: Mapping[str, Declared]) -> dict[str, str]:
    chains = {name: chain(name, tokens) for name in sorted(names)}
    values = {name: as_hex(found[-1].value) for name, found in chains.items() if found}
    return {name: value for name, value in values.items() if value}


def _unknown(own: Iterable[Declared], found: Iterable[tuple[str, Declared]]) -> Iterator[Problem]:
    used = {name for _, one in found for name in re.findall(r"var\(\s*(--[\w-]+)", one.value)}
    known = {one.name for _, one in found if one.file == FILES[0]} | used
    for one in own:
        if one.name not in known:
            near = difflib.get_close_matches(one.name, sorted(known), 1)
            repair = f"bedoelt u '{near[0]}'?" if near else "haal deze regel weg; in docs/huisstijl.md staat welke namen er zijn"
            at = Position(f"theme/assets/{OWN}", one.line)
            yield Problem(at, "huisstijl-onbekend", f"de site kent geen '{one.name}'", repair, Level.WAARSCHUWING, fragment=one.name)


def _no_colour(own: Iterable[Declared], tokens: Mapping[str, Declared]) -> Iterator[Problem]:
    for one in own:
        used = USES.match(one.value)
        if used and not chain(used[1], tokens):
            yield Problem(_at(one), "huisstijl-kleur", f"'{one.value}' leidt naar geen kleur", f"geef '{used[1]}' een kleur")
        elif not used and not as_hex(one.value):
            repair = "schrijf een kleur als #522a87: een hekje en zes tekens"
            yield Problem(_at(one), "huisstijl-kleur", f"'{one.value}' is geen kleur die overal werkt", repair)


class _Failing(NamedTuple):
    """A pair that fails in a scheme: where each colour stands, and how much they differ."""

    pair: Pair
    scheme: str
    front: Declared
    back: Declared
    ratio: float


def _contrast(colours: Mapping[str, Mapping[str, str]], tokens: Mapping[str, Mapping[str, Declared]]) -> Iterator[Problem]:
    """Give one problem for each declaration that makes pairs fail: about the worst pair, with a repair that is right for all of them."""
    failing: dict[Declared, list[_Failing]] = {}
    for scheme, told in colours.items():
        for pair in PAIRS:
            if pair.front in told and pair.back in told and (ratio := contrast(told[pair.front], told[pair.back])) < pair.least:
                front, back = (_typed(name, tokens[scheme]) for name in (pair.front, pair.back))
                one = _Failing(pair, scheme, front, back, ratio)
                failing.setdefault(_to_blame(one), []).append(one)
    yield from starmap(_too_little, failing.items())


def _typed(name: str, tokens: Mapping[str, Declared]) -> Declared:
    """Give where a colour was typed: by the municipality, where it did."""
    found = chain(name, tokens)
    return next((one for one in reversed(found) if one.file == OWN), found[-1])


def _to_blame(one: _Failing) -> Declared:
    """Choose which of two colours to change: one that the municipality typed and that can still become darker or lighter."""
    own = [side for side in (one.front, one.back) if side.file == OWN] or [one.front, one.back]
    return next((side for side in own if _better(side, [one])), own[0])


def _too_little(typed: Declared, failing: list[_Failing]) -> Problem:
    worst = min(failing, key=lambda one: (one.ratio / one.pair.least, one.pair.told))
    other = worst.back if typed == worst.front else worst.front
    dark = ", op een donker scherm" if worst.scheme == DARK else ""
    message = f"{worst.pair.told} verschilt {_dutch(worst.ratio)} : 1 ({typed.value} en {other.value}{dark})"
    message += f"; nodig is {_dutch(worst.pair.least)} : 1"
    better = _better(typed, failing)
    repair = f"neem bijvoorbeeld {better}" if better else "kies kleuren die meer van elkaar verschillen"
    return Problem(_at(typed), "huisstijl-contrast", message, repair)


def _better(typed: Declared, failing: list[_Failing]) -> str:
    others = [(as_hex((one.back if typed == one.front else one.front).value), one.pair.least) for one in failing]
    return improved(as_hex(typed.value), others)


def _at(one: Declared) -> Position:
    return Position(f"theme/assets/{one.file}", one.line, one.column, len(one.value))


def _dutch(number: float) -> str:
    """Write a number with one decimal, rounded down: 4,49 is not 4,5."""
    return f"{int(number * 10) / 10:.1f}".replace(".", ",")
