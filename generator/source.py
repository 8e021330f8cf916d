"""YAML files, read strictly, as nodes that know where they stand.

Scalars stay text: the field that reads them decides what they are (YAML 1.1 would turn `0201234567`, `13:30` and `nee`
into numbers and booleans). Duplicate keys, aliases, tags, other encodings, symbolic links and very large files are problems.
"""

from __future__ import annotations

import os
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import yaml

from generator.composer import INVISIBLE, Composer, TooDeepError
from generator.nodes import Mapping, Node, Scalar, Sequence
from generator.problems import Level, Position, Problem, Problems
from generator.simple_yaml import simple_yaml
from generator.yaml_errors import explain

if TYPE_CHECKING:
    from generator.fields import Mention

MAX_BYTES = 256 * 1024
"""A record is a page of text; a file over this size is a mistake (or an attempt to stall the build)."""

ID_PATTERN = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
"""What an id may look like: it is a file name, a URL and an anchor, so it can never leave its folder."""

_UNUSABLE = frozenset({"yaml-alias", "yaml-meer-documenten"})
"""After these what was read is not what the editor meant, and further problems would mislead."""


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
        return id_of(self.path)

    def position(self, node: Node, fragment: str = "") -> Position:
        """Where `node` stands, or where `fragment` stands inside it (a scalar), with the length to underline."""
        if isinstance(node, Scalar):
            if fragment and (at := self.text.find(fragment, node.begin, node.end)) >= 0:
                return Position(self.path, *_line_and_column(self.text, at), len(fragment))
            line_end = self.text.find("\n", node.begin, node.end)
            return Position(self.path, node.line, node.column, ((node.end if line_end < 0 else line_end) - node.begin) or 1)
        return Position(self.path, node.line, node.column)

    def report(self, position: Position, rule: str, message: str, repair: str, level: Level = Level.FOUT) -> None:
        """Add a problem at `position`, with the line as the editor typed it."""
        lines = self.text.split("\n")
        if self.text and position.line > len(lines):  # YAML may put what is missing on a line after the last one
            position = Position(position.file, len(lines), len(lines[-1]) + 1)
        shown = lines[position.line - 1] if position.line <= len(lines) else ""
        self.problems.add(Problem(position, rule, message, repair, level, shown.rstrip("\r")))


def id_of(path: str) -> str:
    """Give the id of the record in the file at `path`."""
    return path.rpartition("/")[2].rsplit(".", maxsplit=1)[0]


def read_text(root: Path, path: str) -> SourceFile:
    """Read one file below `root`; what can't be read as text gives an empty text and a problem."""
    full, at = f"{root}/{path}", Position(path)
    source = SourceFile(path, "")
    if os.path.islink(full) or _in_linked_folder(root, path.rpartition("/")[0]):  # noqa: PTH114 - a Path a file would double the time
        source.report(
            at, "bestand-symlink", "dit bestand is een verwijzing (symlink) naar een andere plek", "zet het bestand zelf hier neer"
        )
        return source
    with open(full, "rb", buffering=0) as file:  # noqa: PTH123 - see above
        raw = file.read()
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


@cache
def _in_linked_folder(root: Path, folder: str) -> bool:
    """Whether a folder, or one above it in the project, is a symbolic link."""
    return any((root / part).is_symlink() for part in (Path(folder), *Path(folder).parents) if part.parts)


def parse(source: SourceFile) -> Mapping | None:
    """Turn the text of `source` into nodes; None (and a problem) where it is no mapping at all."""
    if (invisible := _first_invisible(source.text)) is not None:
        at = Position(source.path, *_line_and_column(source.text, invisible))
        source.report(at, "yaml-syntax", *explain("control characters are not allowed"))
        return None
    return simple_yaml(source.text) or _composed(source)


def _composed(source: SourceFile) -> Mapping | None:
    composer = Composer(source.text, lambda line, column, length, *told: source.report(Position(source.path, line, column, length), *told))
    try:
        root = composer.document()
    except yaml.MarkedYAMLError as error:
        _report_yaml_error(source, error)
        return None
    except TooDeepError:
        repair = "haal de haken of streepjes weg die niets betekenen"
        source.report(Position(source.path), "yaml-syntax", "de velden zijn veel te diep in elkaar gezet", repair)
        return None
    if any(problem.rule in _UNUSABLE for problem in source.problems):
        return None
    if not isinstance(root, Mapping):
        repair = "begin met een veld, bijvoorbeeld: naam: Paspoort aanvragen"
        source.report(Position(source.path), "verwacht-velden", "dit bestand heeft geen velden", repair)
        return None
    return root


def _first_invisible(text: str) -> int | None:
    """Find the first character that YAML refuses; in a text that can all be printed (most) there is none, which is quickly seen."""
    if text.replace("\n", "").isprintable():
        return None
    found = INVISIBLE.search(text)
    return found.start() if found else None


def _line_and_column(text: str, at: int) -> tuple[int, int]:
    return text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)


def _report_yaml_error(source: SourceFile, error: yaml.MarkedYAMLError) -> None:
    mark, end = error.problem_mark, len(source.text.rstrip())
    if mark is None or mark.index >= end:  # at the end of the file: then what was opened is to blame
        mark = error.context_mark or mark
    at = min(mark.index if mark else 0, max(end - 1, 0))
    position = Position(source.path, *_line_and_column(source.text, at))
    source.report(position, "yaml-syntax", *explain(str(error.problem or error.context or "")))


__all__ = ["ID_PATTERN", "Mapping", "Node", "Scalar", "Sequence", "SourceFile", "parse", "read_text"]
