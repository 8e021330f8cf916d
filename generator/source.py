"""YAML files, read strictly, as nodes that know where they stand.

Scalars stay text: the field that reads them decides what they are (YAML 1.1 would turn `0201234567`, `13:30` and `nee`
into numbers and booleans). Duplicate keys, aliases, tags, other encodings, symbolic links and very large files are problems.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import yaml
from yaml.composer import Composer, ComposerError
from yaml.cyaml import CParser  # type: ignore[attr-defined]
from yaml.resolver import BaseResolver

from generator.problems import Level, Position, Problem, Problems, shortened
from generator.yaml_errors import explain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.fields import Mention

MAX_BYTES = 256 * 1024
"""A record is a page of text; a file over this size is a mistake (or an attempt to stall the build)."""

ID_PATTERN = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
"""What an id may look like: it is a file name, a URL and an anchor, so it can never leave its folder."""

MAX_DEPTH = 60
"""The C parser descends on the machine's own stack and takes the process down when nesting is very deep; no record needs 10."""

_DEEP_LINE = re.compile(rf"(?:[-?:][ \t]+){{{MAX_DEPTH}}}|^ {{{2 * MAX_DEPTH}}}", re.MULTILINE)

_INVISIBLE = re.compile(r"[^\t\n\r\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]|\r(?!\n)")
"""Characters that YAML refuses, and line breaks that only YAML counts (a lone CR, NEL, LS, PS), after which positions would be wrong."""

_PLAIN_TAGS = frozenset({"tag:yaml.org,2002:str", "tag:yaml.org,2002:seq", "tag:yaml.org,2002:map"})


@dataclass(slots=True, eq=False)
class Scalar:
    """A text value. `begin` and `end` are offsets in the file's text; `line` and `column` count from 1."""

    text: str
    line: int
    column: int
    begin: int
    end: int


@dataclass(slots=True, eq=False)
class Sequence:
    """A list of nodes."""

    items: list[Node]
    line: int
    column: int


@dataclass(slots=True, eq=False)
class Mapping:
    """Keys with their nodes, in the order of the file."""

    entries: dict[str, tuple[Scalar, Node]]
    line: int
    column: int


Node = Scalar | Sequence | Mapping


class _TextLoader(CParser, Composer, BaseResolver):
    """PyYAML's C parser with a resolver that knows no types, so that every scalar stays text."""

    def __init__(self, text: str) -> None:
        CParser.__init__(self, text)
        BaseResolver.__init__(self)


class SourceFile:
    """One file: its path from the project folder, its text, and what was found while reading it: problems and mentions."""

    def __init__(self, path: str, text: str) -> None:
        """Take the file's `path` (relative, with slashes) and `text`."""
        self.path = path
        self.text = text
        self.problems = Problems()
        self.mentions: list[Mention] = []

    @property
    def id(self) -> str:
        """The record's id: the file name without `.yaml`."""
        return Path(self.path).stem

    def position(self, node: Node, fragment: str = "") -> Position:
        """Where `node` stands, or where `fragment` stands inside it (a scalar), with the length to underline."""
        if isinstance(node, Scalar):
            if fragment and (at := self.text.find(fragment, node.begin, node.end)) >= 0:
                return Position(self.path, *_line_and_column(self.text, at), len(fragment))
            on_line = self.text[node.begin : node.end].split("\n", 1)[0]
            return Position(self.path, node.line, node.column, max(1, len(on_line)))
        return Position(self.path, node.line, node.column)

    def report(self, position: Position, rule: str, message: str, repair: str, level: Level = Level.FOUT) -> None:
        """Add a problem at `position`, with the line as the editor typed it."""
        lines = self.text.split("\n")
        shown = lines[position.line - 1] if 0 < position.line <= len(lines) else ""
        self.problems.add(Problem(position, rule, message, repair, level, shown.rstrip("\r")))


def read_text(root: Path, path: str) -> SourceFile:
    """Read one file below `root`; what can't be read as text gives an empty text and a problem."""
    full, at = root / path, Position(path)
    source = SourceFile(path, "")
    if any((root / part).is_symlink() for part in _with_parents(path)):
        source.report(
            at, "bestand-symlink", "dit bestand is een verwijzing (symlink) naar een andere plek", "zet het bestand zelf hier neer"
        )
        return source
    raw = full.read_bytes()
    if len(raw) > MAX_BYTES:
        source.report(
            at,
            "bestand-te-groot",
            f"het bestand is {len(raw) // 1024} kB; het mag {MAX_BYTES // 1024} kB zijn",
            "verdeel de tekst over meer bestanden",
        )
        return source
    if not ID_PATTERN.fullmatch(source.id) or not path.endswith(".yaml"):
        name = Path(path).name
        source.report(
            at,
            "bestand-naam",
            f"'{name}' kan geen bestandsnaam zijn",
            "gebruik kleine letters, cijfers en streepjes, en eindig op .yaml: rijbewijs-verlengen.yaml",
        )
    try:
        source.text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        source.report(
            Position(path, line), "bestand-codering", "dit bestand is niet in UTF-8 opgeslagen", "sla het bestand op als UTF-8, zonder BOM"
        )
    else:
        if source.text.startswith("\ufeff"):
            source.text = source.text[1:]
            source.report(
                at, "bestand-codering", "dit bestand begint met een onzichtbaar teken (BOM)", "sla het bestand op als UTF-8, zonder BOM"
            )
    return source


def _with_parents(path: str) -> Iterator[Path]:
    """Give the path and each folder above it, relative."""
    relative = Path(path)
    yield relative
    yield from (parent for parent in relative.parents if parent.parts)


def parse(source: SourceFile) -> Mapping | None:
    """Turn the text of `source` into nodes; None (and a problem) where it is no mapping at all."""
    if invisible := _INVISIBLE.search(source.text):
        at = Position(source.path, *_line_and_column(source.text, invisible.start()))
        source.report(at, "yaml-syntax", *explain("control characters are not allowed"))
        return None
    try:
        if _nests_too_deep(source.text):
            source.report(
                Position(source.path),
                "yaml-syntax",
                "de velden zijn veel te diep in elkaar gezet",
                "haal de haken of streepjes weg die niets betekenen",
            )
            return None
        root = _TextLoader(source.text).get_single_node()
    except ComposerError as error:
        _report_yaml_error(source, error, "yaml-meer-documenten" if "document" in str(error.problem) else "yaml-alias")
        return None
    except yaml.MarkedYAMLError as error:
        _report_yaml_error(source, error, "yaml-syntax")
        return None
    if not isinstance(root, yaml.MappingNode):
        source.report(
            Position(source.path),
            "verwacht-velden",
            "dit bestand heeft geen velden",
            "begin met een veld, bijvoorbeeld: naam: Paspoort aanvragen",
        )
        return None
    converter = _Converter(source)
    converted = converter.convert(root)
    if converter.found_alias:
        _report_aliases(source)
        return None
    return converted if isinstance(converted, Mapping) else None


def _line_and_column(text: str, at: int) -> tuple[int, int]:
    return text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)


def _nests_too_deep(text: str) -> bool:
    if _DEEP_LINE.search(text):
        return True
    if text.count("[") + text.count("{") <= MAX_DEPTH:
        return False
    depth = 0
    for event in _events(text):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > MAX_DEPTH:
            return True
    return False


def _events(text: str) -> Iterator[yaml.Event]:
    """Give what the parser meets, one after the other; unlike nodes, events do not nest, and they know where an alias stands."""
    parser = CParser(text)
    while (event := parser.get_event()) is not None:
        yield event


def _report_aliases(source: SourceFile) -> None:
    for event in _events(source.text):
        if isinstance(event, yaml.AliasEvent):
            at = Position(source.path, event.start_mark.line + 1, event.start_mark.column + 1, len(event.anchor) + 1)
            source.report(at, "yaml-alias", "een verwijzing met & en * mag hier niet", "schrijf de waarde voluit, of maak er een feit van")


def _report_yaml_error(source: SourceFile, error: yaml.MarkedYAMLError, rule: str) -> None:
    mark = error.problem_mark or error.context_mark
    position = Position(source.path, mark.line + 1, mark.column + 1) if mark else Position(source.path)
    source.report(position, rule, *explain(str(error.problem or error.context or "")))


class _Converter:
    """Turns PyYAML's nodes into ours, and reports what strict YAML does not allow."""

    def __init__(self, source: SourceFile) -> None:
        self.source = source
        self.seen: set[int] = set()
        self.found_alias = False

    def convert(self, node: yaml.Node) -> Node:
        mark = node.start_mark
        line, column = mark.line + 1, mark.column + 1
        if id(node) in self.seen:
            self.found_alias = True
            return Scalar("", line, column, mark.index, mark.index)
        self.seen.add(id(node))
        if node.tag not in _PLAIN_TAGS:
            self._refuse((line, column, 1), "yaml-tag", f"het label '{node.tag}' mag hier niet", "haal het woord met het uitroepteken weg")
        if isinstance(node, yaml.ScalarNode):
            if "\r" in node.value or _INVISIBLE.search(node.value):  # typed as an escape, "\0"
                self._refuse((line, column, 1), "yaml-syntax", *explain("control characters are not allowed"))
            return Scalar(node.value, line, column, mark.index, node.end_mark.index)
        if isinstance(node, yaml.SequenceNode):
            return Sequence([self.convert(item) for item in node.value], line, column)
        assert isinstance(node, yaml.MappingNode)  # noqa: S101 - YAML has no fourth kind
        return Mapping(self._entries(node), line, column)

    def _entries(self, node: yaml.MappingNode) -> dict[str, tuple[Scalar, Node]]:
        entries: dict[str, tuple[Scalar, Node]] = {}
        for key_node, value_node in node.value:
            key, value = self.convert(key_node), self.convert(value_node)
            if not isinstance(key, Scalar):
                self._refuse((key.line, key.column, 1), "yaml-syntax", "hier hoort de naam van een veld", "schrijf: veld: waarde")
            elif key.text in entries:
                first = entries[key.text][0].line
                self._refuse(
                    (key.line, key.column, len(key.text)),
                    "dubbele-sleutel",
                    f"'{shortened(key.text)}' staat er al, op regel {first}",
                    "houd één van de twee over",
                )
            else:
                entries[key.text] = (key, value)
        return entries

    def _refuse(self, at: tuple[int, int, int], rule: str, message: str, repair: str) -> None:
        self.source.report(Position(self.source.path, *at), rule, message, repair)
