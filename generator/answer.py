"""Answer: the one wording per record.

`wording` composes Answers from the catalogue; every channel formats them, and none adds a sentence. An Answer is made of blocks
with stable ids; a block holds typed bodies; a body holds lines of words, strong words and links. The agents' layer is another
value, `AgentLayer`, so that a public channel never has it in hand.
"""

from __future__ import annotations

import hashlib
from dataclasses import field
from typing import TYPE_CHECKING, Any

from generator.frozen import dataclass, worked_out
from generator.words import Words

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping

    from generator.agenda import Entry
    from generator.offer import Provider


@dataclass(frozen=True, slots=True)
class Strong:
    """Words with emphasis."""

    text: str


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead somewhere: `target` is a path in the site (`/producten/paspoort/`) or a URL, `mailto:` or `tel:`."""

    text: str
    target: str
    lang: str = ""
    """The language of the words, where it is another than the answer's (WCAG 3.1.2); `page_lang` is that of what it leads to."""
    page_lang: str = ""


@dataclass(frozen=True, slots=True)
class Foreign:
    """Words in another language than the answer's: a Dutch name in English text (WCAG 3.1.2)."""

    text: str
    lang: str


Inline = Words | Strong | Link | Foreign
Line = tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph."""

    line: Line


@dataclass(frozen=True, slots=True)
class Items:
    """A list; `numbered` where the order matters (steps).

    `actors` says of each step who acts, in words that its line begins with; then the steps are drawn too.
    """

    lines: tuple[Line, ...]
    numbered: bool = False
    actors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """A table; the first cell of each row is its header. `caption` is empty where the block's heading says enough."""

    caption: str
    heads: tuple[str, ...]
    rows: tuple[tuple[Line, ...], ...]


@dataclass(frozen=True, slots=True)
class Pairs:
    """Names with what belongs to them: Telefoon, 14 012."""

    rows: tuple[tuple[str, Line], ...]


Body = Paragraph | Items | Table | Pairs


@dataclass(frozen=True)
class Block:
    """A part of an answer, with a heading and an id that stays the same when the words change.

    `passing`: true for some days only (the coming week). It is no part of the answer code, and not printed.
    `moments`: when what the block tells of is open, for the line that says whether that is now.
    `made`: what channels made of a block that many answers have in common (`channels/once.py`); None of a block of one answer.
    """

    id: str
    title: str
    bodies: tuple[Body, ...]
    passing: bool = False
    moments: str = ""
    made: dict[object, Any] | None = field(default=None, repr=False, compare=False)

    @worked_out
    def lines(self) -> tuple[str, ...]:
        """Its words as plain lines, worked out once: the answer code, search and the API all need them."""
        return tuple(plain_bodies(self.bodies))


@dataclass(frozen=True, slots=True)
class Place:
    """A theme or overview where the answer is found: its name and path."""

    name: str
    path: str


@dataclass(frozen=True, slots=True)
class Version:
    """An answer or overview in a language: the language's code and own name, and the path of the page."""

    lang: str
    name: str
    path: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What everybody is told about one record.

    `path` is the folder of its page in the site, with slashes on both sides; `summary` is the short answer in plain words;
    `keywords` are citizens' words, found by search and not shown; `checked` is when somebody last checked the record.
    """

    kind: str
    id: str
    path: str
    api_path: str
    label: str
    title: str
    summary: str
    blocks: tuple[Block, ...]
    places: tuple[Place, ...]
    keywords: tuple[str, ...]
    checked: dt.date
    peildatum: dt.date
    old_paths: tuple[str, ...] = ()
    code: str = ""
    lang: str = "nl"
    rtl: bool = False
    others: tuple[Version, ...] = ()
    """The same answer in the other languages that it has."""
    audience: tuple[str, ...] = ()
    """For whom it is, and `wijken`: where, as names; what results can be filtered by."""
    wijken: tuple[str, ...] = ()
    sensitive: bool = False
    """Whoever reads this may have to leave the page at once."""
    provider: Provider | None = None
    """What the finder knows of an organisation's offers."""
    agenda: tuple[Entry, ...] = ()
    """Opening hours to take along in a calendar; none where a calendar could tell others that somebody reads this."""

    @property
    def record(self) -> str:
        """Name the record over all kinds: `product:paspoort`."""
        return f"{self.kind}:{self.id}"

    @property
    def key(self) -> str:
        """Name the answer over all kinds and languages: `product:paspoort`, and `product:paspoort:en` in English."""
        return self.record if self.lang == "nl" else f"{self.record}:{self.lang}"

    @property
    def agenda_path(self) -> str:
        """Give the path of its calendar in the site."""
        return f"{self.path}{self.id}.ics"

    @property
    def on_a4_alone(self) -> bool:
        """Whether it is printed on A4 and no other paper: there are many questions, and their answers are short."""
        return self.kind == "vraag"


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskFacts:
    """What the overviews for agents and their team leads know of a record: who owns it, who handles it, and what that still needs.

    `handling` is `zelf`, `intake`, `doorverbinden`, or empty without instruction; `volume` is contacts a year, None where not given;
    `lacks` says in Dutch what an agent misses; `term` and `call_back` are the service norms; `functions`, `products` (ids) and
    `area` (the name of a neighbourhood) are of a desk alone.
    """

    team: str = ""
    themes: tuple[str, ...] = ()
    handling: str = ""
    volume: int | None = None
    lacks: tuple[str, ...] = ()
    term: str = ""
    call_back: str = ""
    functions: tuple[str, ...] = ()
    products: tuple[str, ...] = ()
    area: str = ""
    short: str = ""
    """The short answer in plain words."""


NO_FACTS = DeskFacts()
"""In the public site, of every record: one object, so that it is sent and kept once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AgentLayer:
    """What only agents read beside the answer of the same `kind` and `id`.

    `private` are the lines that editors typed for agents alone; the other words of the blocks (a desk's number and hours) are public.
    """

    kind: str
    id: str
    blocks: tuple[Block, ...]
    private: tuple[str, ...] = ()
    facts: DeskFacts = NO_FACTS
    handled_by: str = ""
    """Who handles it, and when that is open, on one line; `moments` says the same as `Block.moments`."""
    moments: str = ""


SPOKEN_ALPHABET = "2345678FGKLMQRXZ"
"""Sixteen letters and digits that stay apart when spoken in Dutch over a bad line: no 0/O, no 1/I, no 9 beside 7 (zeven, negen),
one of each rhyming group (bee-cee-dee-gee…, aa-haa-kaa), no N beside M and no S beside F."""

CODE_LENGTH = 6


def wording_digest(answer: Answer) -> bytes:
    """Fingerprint what everybody reads: the title and the blocks. Left out are `verantwoording` (check date, code) and passing blocks."""
    told = [answer.kind, answer.id, answer.title]
    if answer.lang != "nl":
        told.append(answer.lang)
    for block in answer.blocks:
        if block.id != "verantwoording" and not block.passing:
            told += (block.id, block.title, *block.lines)
    return hashlib.sha256("\n".join(told).encode()).digest()


def code_of(digest: bytes, attempt: int = 0) -> str:
    """Make the answer code (`K7Q-4XM`) from a fingerprint; a further `attempt` gives another code, where two records would share one."""
    salted = hashlib.sha256(digest + bytes([attempt])).digest()
    letters = "".join(SPOKEN_ALPHABET[byte % len(SPOKEN_ALPHABET)] for byte in salted[:CODE_LENGTH])
    return f"{letters[:3]}-{letters[3:]}"


def unique_codes(digests: Mapping[str, bytes]) -> dict[str, str]:
    """Give every record (by key) its code; where two would share one, the later in order of key gets another."""
    taken: set[str] = set()
    codes: dict[str, str] = {}
    for key, digest in sorted(digests.items()):
        attempt = 0
        while (code := code_of(digest, attempt)) in taken:
            attempt += 1
        taken.add(code)
        codes[key] = code
    return codes


def plain(line: Line) -> str:
    """Give the words of a line without its markup."""
    if len(line) == 1:
        return line[0].text
    return "".join(part.text for part in line)


def plain_bodies(bodies: Iterable[Body]) -> list[str]:
    """Give the words of bodies as plain lines, in reading order: table heads, then row by row."""
    lines: list[str] = []
    for body in bodies:
        if isinstance(body, Paragraph):
            lines.append(plain(body.line))
        elif isinstance(body, Items):
            lines.extend(plain(line) for line in body.lines)
        elif isinstance(body, Pairs):
            lines.extend(f"{name}: {plain(line)}" for name, line in body.rows)
        else:
            lines.extend([body.caption] if body.caption else [])
            lines.append(" | ".join(body.heads))
            lines.extend(" | ".join(plain(cell) for cell in row) for row in body.rows)
    return lines


__all__ = [
    "CODE_LENGTH",
    "SPOKEN_ALPHABET",
    "AgentLayer",
    "Answer",
    "Block",
    "Body",
    "DeskFacts",
    "Foreign",
    "Inline",
    "Items",
    "Line",
    "Link",
    "Pairs",
    "Paragraph",
    "Place",
    "Strong",
    "Table",
    "Version",
    "Words",
    "code_of",
    "plain",
    "plain_bodies",
    "unique_codes",
    "wording_digest",
]
