"""Reads a mapping of nodes into a record class, by the declarations of its fields; reports everything that does not fit."""

from __future__ import annotations

import dataclasses
import difflib
import re
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar, cast

from generator.fields import Json, Kind, veld
from generator.frozen import dataclass
from generator.problems import Position, shortened
from generator.source import Mapping, Node, Scalar, Sequence, SourceFile

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

Record = TypeVar("Record")


class Declared(NamedTuple):
    """One declared field of a record class."""

    name: str
    kind: Kind
    help: str
    required: bool
    default: Any


@cache
def declared_fields(record_class: Callable[..., Any]) -> tuple[Declared, ...]:
    """List the fields of a record class that an editor may type, in their order: its own first, then what it shares with others."""
    typed = [field for field in dataclasses.fields(cast(Any, record_class)) if "kind" in field.metadata]
    return tuple(
        Declared(field.name, field.metadata["kind"], field.metadata["hulp"], field.metadata["verplicht"], field.default)
        for field in sorted(typed, key=lambda field: field.name not in record_class.__annotations__)
    )


@cache
def _known_names(record_class: Callable[..., Any]) -> frozenset[str]:
    return frozenset(field.name for field in declared_fields(record_class))


def read_record(record_class: type[Record], node: Mapping, source: SourceFile, **given: object) -> Record | None:
    """Read `node` into `record_class`; None where a required field is missing or unreadable.

    `given` are values that are not typed by the editor: the id and the position of the record.
    """
    declared, entries = declared_fields(cast(Any, record_class)), node.entries
    if not entries.keys() <= _known_names(cast(Any, record_class)):
        _report_unknown(node, source, [field.name for field in declared])
    values: dict[str, object] = dict(given)
    complete = True
    for name, kind, help_text, required, default in declared:
        if name not in entries:  # most fields of most records
            values[name] = default
            if required:
                complete = False
                source.report(source.position(node), "verplicht-veld", f"het veld '{name}' ontbreekt", f"voeg toe: {name} ({help_text})")
            continue
        value = kind.read(entries[name][1], source)
        values[name] = default if value is None else value
        complete = complete and (value is not None or not required)
    check = getattr(record_class, "check_fields", None)
    if check is not None:
        check(values, node, source)
    return record_class(**cast("dict[str, Any]", values)) if complete else None


def _report_unknown(node: Mapping, source: SourceFile, known: list[str]) -> None:
    for name, (key, _) in node.entries.items():
        if name not in known:
            near = difflib.get_close_matches(name, known, n=1, cutoff=0.6)
            repair = f"bedoelt u '{near[0]}'?" if near else "kies uit: " + ", ".join(known)
            source.report(source.position(key), "onbekend-veld", f"het veld '{shortened(name)}' bestaat hier niet", repair)


@dataclass(frozen=True)
class Group:
    """A group of fields: a record class inside a record."""

    record_class: type[Any]

    def read(self, node: Node, source: SourceFile) -> object | None:
        """Read the group; report where there is no group."""
        if not isinstance(node, Mapping):
            first = declared_fields(cast(Any, self.record_class))[0].name
            source.report(
                source.position(node),
                "verwacht-velden",
                "hier hoort een groep velden",
                f"schrijf de velden ingesprongen eronder, bijvoorbeeld {first}: …",
            )
            return None
        given = {"at": Position(source.path, node.line, node.column)} if _has_position(cast(Any, self.record_class)) else {}
        return cast("object | None", read_record(self.record_class, node, source, **given))

    def schema(self) -> Json:
        """Point at the definition of the group."""
        return {"$ref": f"#/$defs/{self.record_class.__name__}"}

    def describe(self) -> str:
        """Name the group."""
        return f"groep velden: [{self.record_class.__name__}](#{self.record_class.__name__.lower()})"


@cache
def _has_position(record_class: Callable[..., Any]) -> bool:
    return any(field.name == "at" for field in dataclasses.fields(cast(Any, record_class)))


@dataclass(frozen=True)
class Named:
    """Groups of fields by name: the name is typed as the key."""

    record_class: type[Any]
    pattern: str
    example: str = "gebruik kleine letters, cijfers en _: paspoort_volwassene"

    def read(self, node: Node, source: SourceFile) -> object | None:
        """Read every named group into a record with that `id`."""
        if not isinstance(node, Mapping):
            source.report(
                source.position(node), "verwacht-velden", "hier horen velden met een naam", "schrijf: naam: en daaronder de velden"
            )
            return None
        group, values = Group(self.record_class), []
        for name, (key, value) in node.entries.items():
            if not re.fullmatch(self.pattern, name):
                source.report(
                    source.position(key),
                    "geen-naam",
                    f"'{shortened(name)}' kan geen naam zijn",
                    self.example,
                )
                continue
            if not isinstance(value, Mapping):
                group.read(value, source)
                continue
            record = read_record(self.record_class, value, source, id=name, at=source.position(key))
            values.extend([record] if record is not None else [])
        return tuple(values)

    def schema(self) -> Json:
        """Any name of the pattern, holding the group."""
        return {
            "type": "object",
            "patternProperties": {f"^(?:{self.pattern})$": Group(self.record_class).schema()},
            "additionalProperties": False,
        }

    def describe(self) -> str:
        """Name the group that each name holds."""
        return f"per naam een {Group(self.record_class).describe()}"


def scalar_of(node: Mapping, name: str) -> Node:
    """Give the node of field `name`, or the mapping itself where the field is absent (to point at)."""
    return node.entries[name][1] if name in node.entries else node


def scalars_in(node: Mapping, group: str, name: str) -> Iterator[Scalar]:
    """Give the scalars typed at field `name` of every item of the list `group`; also of items with mistakes."""
    for item in _items(node.entries.get(group)):
        if isinstance(item, Mapping):
            yield from (value for value in _items(item.entries.get(name)) if isinstance(value, Scalar) and value.text.strip())


def _items(entry: tuple[Scalar, Node] | None) -> list[Node]:
    if entry is None:
        return []
    return entry[1].items if isinstance(entry[1], Sequence) else [entry[1]]


__all__ = ["Declared", "Group", "Named", "Scalar", "declared_fields", "read_record", "scalar_of", "scalars_in", "veld"]
