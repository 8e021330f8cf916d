"""What a YAML file is made of, as text that knows its place: scalars, lists and mappings."""

from __future__ import annotations

from dataclasses import dataclass


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
