"""The kinds of value that a field can hold: how each is read from a node, refused with a repair, and described to an editor.

A record class declares its fields with `veld(kind, help)`. From that one declaration come the reader (`records.reader`),
the JSON Schema and the field list of the editors' manual (`schema`).
"""

from __future__ import annotations

import dataclasses
import difflib
from typing import TYPE_CHECKING, Any, Protocol

from generator import text
from generator.frozen import dataclass
from generator.problems import shortened
from generator.source import ID_PATTERN, Mapping, Node, Scalar, Sequence, SourceFile

if TYPE_CHECKING:
    from collections.abc import Mapping as MappingType

    from generator.problems import Position

Json = dict[str, Any]

WORDS = ["string", "number", "boolean"]
"""What other readers of YAML make of words: `112` is a number to them, `true` a boolean; to us all are text."""


class Kind(Protocol):
    """One kind of value: reads a node, and describes itself in JSON Schema and in Dutch."""

    def read(self, node: Node, source: SourceFile) -> object | None:
        """Give the value, or None after reporting to `source` why `node` is none."""

    def schema(self) -> Json:
        """Give the JSON Schema of what an editor may type."""

    def describe(self) -> str:
        """Say in a few Dutch words what an editor types."""


def veld(kind: Kind, hulp: str, *, verplicht: bool = False, standaard: Any = None) -> Any:  # noqa: ANN401 - stands for any field's value
    """Declare a field of a record: its kind of value, the help for editors, whether it must be there, and what it is when absent."""
    metadata: MappingType[str, Any] = {"kind": kind, "hulp": hulp, "verplicht": verplicht}
    return dataclasses.field(default=standaard, metadata=dict(metadata))


@dataclass(frozen=True, slots=True)
class RichText:
    """A parsed text, what the editor typed, and where it stands (for findings that only the catalogue can make)."""

    blocks: tuple[text.Block, ...]
    raw: str
    at: Position

    def __reduce__(self) -> tuple[type[RichText], tuple[object, ...]]:
        """Pickle by the constructor: three times faster than what dataclasses with slots do."""
        return RichText, (self.blocks, self.raw, self.at)


@dataclass(frozen=True, slots=True)
class RichLine:
    """A parsed line, what the editor typed, and where it stands."""

    line: text.Line
    raw: str
    at: Position


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference to another record, `kind` and `id`, and where it stands."""

    kind: str
    id: str
    at: Position = dataclasses.field(compare=False)

    def __reduce__(self) -> tuple[type[Reference], tuple[object, ...]]:
        """Pickle by the constructor: three times faster than what dataclasses with slots do."""
        return Reference, (self.kind, self.id, self.at)


@dataclass(frozen=True, slots=True)
class FactValue:
    """A fact used as a value instead of a typed amount or term: `{leges.paspoort_volwassene}`; `kind` is the kind of fact that fits."""

    name: str
    kind: str
    at: Position = dataclasses.field(compare=False)


Mention = RichText | RichLine | Reference | FactValue
"""What a record says about other records and facts; the catalogue checks it when all records are known."""


def mentioned(mention: Mention, source: SourceFile) -> Mention:
    """Note on the source that the record says this, for the catalogue to check; give it back."""
    source.mentions.append(mention)
    return mention


def expect_scalar(node: Node, source: SourceFile, expected: str, example: str) -> Scalar | None:
    """Give `node` when it is a scalar with text; report otherwise."""
    if not isinstance(node, Scalar):
        source.report(
            source.position(node),
            "verwacht-waarde",
            f"hier hoort één waarde ({expected}), geen lijst of groep",
            f"schrijf bijvoorbeeld: {example}",
        )
        return None
    if not node.text.strip():
        source.report(source.position(node), "lege-waarde", "hier staat niets", "vul een waarde in, of haal het veld weg")
        return None
    return node


@dataclass(frozen=True)
class Choice:
    """One of a few words; each with what it means."""

    options: MappingType[str, str]

    def read(self, node: Node, source: SourceFile) -> object | None:
        """Give the word; report with the nearest word otherwise."""
        first = next(iter(self.options))
        scalar = expect_scalar(node, source, "keuze", first)
        if scalar is None:
            return None
        word = scalar.text.strip()
        if word in self.options:
            return word
        near = difflib.get_close_matches(word.lower(), self.options, n=1, cutoff=0.6)
        repair = f"bedoelt u '{near[0]}'?" if near else "kies uit: " + ", ".join(self.options)
        source.report(source.position(scalar), "geen-keuze", f"'{shortened(word)}' kan hier niet", repair)
        return None

    def schema(self) -> Json:
        """List the words with their meaning."""
        return {
            "type": "string",
            "enum": list(self.options),
            "enumDescriptions": list(self.options.values()),
        }

    def describe(self) -> str:
        """List the words."""
        return "keuze: " + ", ".join(f"`{word}`" for word in self.options)


@dataclass(frozen=True)
class PlainLine:
    """One line of plain words, without Markdown."""

    most: int = 120

    def read(self, node: Node, source: SourceFile) -> object | None:
        """Give the words with single spaces."""
        scalar = expect_scalar(node, source, "regel tekst", "Paspoort aanvragen")
        if scalar is None:
            return None
        words = " ".join(scalar.text.split())
        if len(words) > self.most:
            source.report(
                source.position(scalar),
                "te-lang",
                f"deze regel heeft {len(words)} tekens; het mogen er {self.most} zijn",
                "maak de regel korter",
            )
        return words

    def schema(self) -> Json:
        """Any text of limited length, where white space between words counts as one character, as in `read`."""
        return {
            "type": WORDS,
            "pattern": rf"^\s*(?:\S|\s+(?=\S)){{1,{self.most}}}\s*$",
            "patternErrorMessage": f"schrijf een regel van hoogstens {self.most} tekens",
        }

    def describe(self) -> str:
        """Say how long it may be."""
        return f"regel gewone tekst, hoogstens {self.most} tekens"


@dataclass(frozen=True)
class MarkedLine:
    """One line of text with bold, links and facts."""

    def read(self, node: Node, source: SourceFile) -> object | None:
        """Parse the line; findings become problems at the words they are about."""
        scalar = expect_scalar(node, source, "regel tekst", "Neem uw paspoort mee")
        if scalar is None:
            return None
        line = text.parse_line(scalar.text, lambda finding: _report(finding, scalar, source))
        return mentioned(RichLine(line, scalar.text, source.position(scalar)), source)

    def schema(self) -> Json:
        """Any text that is not empty."""
        return {"type": WORDS, "pattern": r"\S", "patternErrorMessage": "hier staat niets"}

    def describe(self) -> str:
        """Say what may stand in it."""
        return "regel tekst; mag `**vet**`, `[links](https://…)` en `{groep.feit}` hebben"


@dataclass(frozen=True)
class MarkedText:
    """A text with paragraphs, lists, bold, links and facts."""

    def read(self, node: Node, source: SourceFile) -> object | None:
        """Parse the text; findings become problems at the words they are about."""
        scalar = expect_scalar(node, source, "tekst", "U kunt een paspoort aanvragen.")
        if scalar is None:
            return None
        blocks = text.parse_text(scalar.text, lambda finding: _report(finding, scalar, source))
        return mentioned(RichText(blocks, scalar.text, source.position(scalar)), source)

    def schema(self) -> Json:
        """Any text that is not empty."""
        return {"type": WORDS, "pattern": r"\S", "patternErrorMessage": "hier staat niets"}

    def describe(self) -> str:
        """Say what may stand in it."""
        return "tekst; mag alinea's, lijsten, `**vet**`, `[links](https://…)` en `{groep.feit}` hebben"


def _report(finding: text.Finding, scalar: Scalar, source: SourceFile) -> None:
    source.report(source.position(scalar, finding.fragment), finding.rule, finding.message, finding.repair)


regel_tekst = PlainLine()
lange_regel = PlainLine(300)
regel = MarkedLine()
tekst = MarkedText()


@dataclass(frozen=True)
class Ref:
    """A reference to a record. With one kind the id alone is typed; with more kinds `kind:id`."""

    kinds: tuple[str, ...]

    def read(self, node: Node, source: SourceFile) -> object | None:
        """Split kind and id; whether the record exists is for the catalogue to say."""
        example = "paspoort" if len(self.kinds) == 1 else f"{self.kinds[0]}:paspoort"
        scalar = expect_scalar(node, source, "verwijzing", example)
        if scalar is None:
            return None
        kind, _, identifier = scalar.text.strip().rpartition(":")
        kind = kind or (self.kinds[0] if len(self.kinds) == 1 else "")
        if kind in self.kinds and ID_PATTERN.fullmatch(identifier):
            return mentioned(Reference(kind, identifier, source.position(scalar)), source)
        forms = example if len(self.kinds) == 1 else " of ".join(f"{kind}:id" for kind in self.kinds)
        source.report(source.position(scalar), "geen-verwijzing", f"'{shortened(scalar.text)}' is geen verwijzing", f"schrijf {forms}")
        return None

    def schema(self) -> Json:
        """Give the pattern of a reference."""
        one = len(self.kinds) == 1
        kind = f"(?:{self.kinds[0]}:)?" if one else f"(?:{'|'.join(self.kinds)}):"
        return {
            "type": ["string", "number"] if one else "string",  # an id may be written with digits alone
            "pattern": rf"^\s*{kind}{ID_PATTERN.pattern}\s*$",
            "patternErrorMessage": "schrijf " + (f"het {self.describe()}" if one else " of ".join(f"{kind}:id" for kind in self.kinds)),
        }

    def describe(self) -> str:
        """Say to which kinds it may refer."""
        if len(self.kinds) == 1:
            return f"id van een {self.kinds[0]}"
        return "verwijzing: " + ", ".join(f"`{kind}:id`" for kind in self.kinds)


@dataclass(frozen=True)
class Many:
    """A list of one kind of value; a single value may stand without a dash."""

    of: Kind
    least: int = 1

    def read(self, node: Node, source: SourceFile) -> object | None:
        """Read each item; report an empty list and the same item twice."""
        if isinstance(node, Mapping):
            source.report(source.position(node), "verwacht-lijst", "hier hoort een lijst", "zet voor elk deel een streepje: - waarde")
            return ()
        nodes = node.items if isinstance(node, Sequence) else [node]
        if not nodes:
            source.report(source.position(node), "lege-waarde", "deze lijst is leeg", "vul de lijst, of haal het veld weg")
        values: list[object] = []
        for item in nodes:
            value = self.of.read(item, source)
            if value is not None and isinstance(item, Scalar) and value in values:
                source.report(
                    source.position(item), "dubbel-in-lijst", f"'{shortened(item.text)}' staat twee keer in deze lijst", "haal er één weg"
                )
            elif value is not None:
                values.append(value)
        return tuple(values)

    def schema(self) -> Json:
        """A list of the kind, or one of it; groups of fields always have a dash."""
        item = self.of.schema()
        array = {"type": "array", "items": item, "minItems": self.least}
        return array if "$ref" in item else {"anyOf": [array, item]}

    def describe(self) -> str:
        """Say of what it is a list."""
        return f"lijst van: {self.of.describe()}"
