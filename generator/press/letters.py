"""How wide words are, and on how many lines they go: read from the fonts of the flyers, so that heights can be reckoned before printing."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from fontTools.ttLib import TTFont

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

PIECES = re.compile(r"[^ -]*[ -]|[^ -]+")
"""A line may end behind a space or a hyphen (the most usual of Unicode's annex 14)."""

PIECES_OF_ADDRESS = re.compile(r"[^/.@-]+[/.@-]*|[/.@-]+")
"""Where the template lets a long address break."""

LONG_ADDRESS = 24
"""The template keeps an address of no more letters on one line."""

UNKNOWN = 0.5
"""The width of a letter that no font has, in em: about the mean of those they have."""


class Run(NamedTuple):
    """Words in one font; an `address` on internet breaks elsewhere."""

    words: str
    bold: bool = False
    address: bool = False


class Piece(NamedTuple):
    """A piece that no line ends in: its width without a space at its end, that of the space, and whether a line may end behind it."""

    width: float
    space: float
    ends: bool


class NoSuchFontError(LookupError):
    """A family that `papers.toml` names is not among the fonts; its text says which are there."""


class Letters:
    """The widths of words in some of `fonts`, in em, and the height of a line of them (`capital`).

    The first of `families` that has a letter gives its width. Kerning is left out: it makes a line some hundredths narrower.
    """

    def __init__(self, fonts: Iterable[Font], families: tuple[str, ...]) -> None:
        """Take the fonts that there are, and the families to use of them. Raises NoSuchFontError."""
        by_name = {(font.family, font.bold): font for font in fonts}
        for family in families:
            if (family, False) not in by_name or (family, True) not in by_name:
                there = ", ".join(sorted({name for name, _ in by_name}))
                message = f"theme/flyer/papers.toml: “{family}” staat niet gewoon en vet in theme/flyer/fonts. Daar staan: {there}."
                raise NoSuchFontError(message)
        self.capital = by_name[families[0], False].capital
        self._widths: tuple[dict[str, float], ...] = tuple(
            {letter: width for family in reversed(families) for letter, width in by_name[family, bold].widths.items()}
            for bold in (False, True)
        )
        self._known: dict[tuple[bool, bool], dict[str, Piece]] = {(bold, breaks): {} for bold in (False, True) for breaks in (False, True)}

    def width(self, runs: Iterable[Run]) -> float:
        """Give how wide `runs` are on one line, in em."""
        return sum(sum(piece.width + piece.space for piece in self.pieces(run)) for run in runs)

    def lines(self, runs: Iterable[Run], room: float, hanging: float = 0) -> int:
        """Give on how many lines `runs` go that are `room` wide; those after the first are `hanging` narrower. All in em."""
        count, line, word = 1, 0.0, 0.0
        for run in runs:
            for piece in self.pieces(run):
                word += piece.width
                if line and word and line + word > room:
                    count, line = count + 1, 0.0
                    room -= hanging if count == 2 else 0  # noqa: PLR2004 - the second line
                if piece.ends:
                    line, word = line + word + piece.space, 0.0
        return count

    def pieces(self, run: Run) -> Iterator[Piece]:
        """Give the pieces that words fall into where a line may end; each is measured once, for most words come on many flyers."""
        breaks = run.address and len(run.words) > LONG_ADDRESS
        known, widths = self._known[run.bold, breaks], self._widths[run.bold]
        for words in (PIECES_OF_ADDRESS if breaks else PIECES).findall(run.words):
            yield known.get(words) or known.setdefault(words, _piece(words, widths, "/.@-" if breaks else " -"))


def _piece(words: str, widths: dict[str, float], endings: str) -> Piece:
    bare = words.removesuffix(" ")
    space = widths.get(" ", UNKNOWN) if bare != words else 0
    return Piece(sum(widths.get(letter, UNKNOWN) for letter in bare), space, words[-1] in endings)


class Font(NamedTuple):
    """What is read from a font file: its family, whether it is bold, the widths of its letters, and how high capitals are; both in em."""

    family: str
    bold: bool
    widths: dict[str, float]
    capital: float


BOLD = 600
"""The least weight (of 100 to 900) that is bold."""


@cache
def fonts_in(folder: Path) -> tuple[Font, ...]:
    """Read the fonts in a folder, once in a process."""
    return tuple(_font(path) for path in sorted(folder.glob("*.ttf")))


def _font(path: Path) -> Font:
    with TTFont(path, lazy=True) as font:
        em, advances, about = font["head"].unitsPerEm, font["hmtx"].metrics, font["OS/2"]
        widths = {chr(number): advances[name][0] / em for number, name in font.getBestCmap().items()}
        return Font(font["name"].getBestFamilyName(), about.usWeightClass >= BOLD, widths, about.sCapHeight / em)


@cache
def letters_of(folder: Path, families: tuple[str, ...]) -> Letters:
    """Give the letters of `families` in the fonts of a folder, read once in a process."""
    return Letters(fonts_in(folder), families)
