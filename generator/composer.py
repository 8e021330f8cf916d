"""Makes nodes from the events of PyYAML's C parser, and refuses what strict YAML does not allow.

Events rather than PyYAML's own nodes: they keep scalars as text without asking a resolver, they show aliases, anchors and tags where
they stand, and they do not nest on the machine's stack (PyYAML's composer takes the process down at a depth of some ten thousands).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast

import yaml
from yaml import MappingEndEvent, ScalarEvent, SequenceEndEvent, SequenceStartEvent
from yaml.cyaml import CParser  # type: ignore[attr-defined]

from generator.nodes import Mapping, Node, Scalar, Sequence
from generator.problems import shortened
from generator.yaml_errors import explain

if TYPE_CHECKING:
    from collections.abc import Callable

    Refuse = Callable[[int, int, int, str, str, str], None]
    """Takes line, column and length (from 1, in characters), the rule, the message and the repair."""

MAX_DEPTH = 60
"""No record needs 10; deeper nesting is a mistake, or an attempt to stall the build."""

INVISIBLE = re.compile(r"[^\t\n\r\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]|\r(?!\n)")
"""Characters that YAML refuses, and line breaks that only YAML counts (a lone CR, NEL, LS, PS), after which positions would be wrong."""


class TooDeepError(Exception):
    """Lists and groups are nested deeper than `MAX_DEPTH`."""


class Composer:
    """Composes the one document of a file; strictness is told to `refuse`, syntax errors are raised as PyYAML raises them."""

    def __init__(self, text: str, refuse: Refuse) -> None:
        """Take the file's `text`."""
        self._next = cast("Callable[[], yaml.Event]", CParser(text).get_event)
        self._refuse = refuse
        self._depth = 0

    def document(self) -> Node | None:
        """Give the root node; None where the file is empty."""
        self._next()  # the stream starts
        if isinstance(self._next(), yaml.StreamEndEvent):
            return None
        root = self._node(self._next())
        self._next()  # the document ends
        after = self._next()
        if not isinstance(after, yaml.StreamEndEvent):
            line, column = _place(after)
            self._refuse(line, column, 1, "yaml-meer-documenten", *explain("but found another document"))
        return root

    def _node(self, event: yaml.Event) -> Node:
        mark = event.start_mark
        line, column = mark.line + 1, mark.column + 1  # type: ignore[union-attr]  # the C parser always marks
        if type(event) is ScalarEvent and event.tag is None and event.style != '"':  # nearly all are so plain
            return Scalar(event.value, line, column, mark.index, event.end_mark.index)  # type: ignore[union-attr]
        if type(event) is yaml.AliasEvent:
            message = "een verwijzing met & en * mag hier niet"
            self._refuse(
                line, column, len(event.anchor or "") + 1, "yaml-alias", message, "schrijf de waarde voluit, of maak er een feit van"
            )
            return Scalar("", line, column, 0, 0)
        label = cast("str | None", event.tag)  # type: ignore[attr-defined]
        if label is not None:
            label = label.replace("tag:yaml.org,2002:", "!!")
            self._refuse(line, column, 1, "yaml-tag", f"het label '{label}' mag hier niet", "haal het woord met het uitroepteken weg")
        if type(event) is ScalarEvent:
            value = event.value
            if event.style == '"' and ("\r" in value or INVISIBLE.search(value)):  # typed as an escape, "\0"; the rest was checked before
                self._refuse(line, column, 1, "yaml-syntax", *explain("control characters are not allowed"))
            return Scalar(value, line, column, mark.index, event.end_mark.index)  # type: ignore[union-attr]
        return self._collection(event, line, column)

    def _collection(self, event: yaml.Event, line: int, column: int) -> Node:
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise TooDeepError
        node: Node = Sequence(self._items(), line, column) if type(event) is SequenceStartEvent else Mapping(self._entries(), line, column)
        self._depth -= 1
        return node

    def _items(self) -> list[Node]:
        items: list[Node] = []
        following, node = self._next, self._node  # looked up once: nearly all of reading goes through here
        while type(event := following()) is not SequenceEndEvent:
            items.append(node(event))
        return items

    def _entries(self) -> dict[str, tuple[Scalar, Node]]:
        entries: dict[str, tuple[Scalar, Node]] = {}
        following, node = self._next, self._node
        while type(event := following()) is not MappingEndEvent:
            key, value = node(event), node(following())
            if not isinstance(key, Scalar):
                self._refuse(key.line, key.column, 1, "yaml-syntax", "hier hoort de naam van een veld", "schrijf: veld: waarde")
            elif key.text in entries:
                message = f"'{shortened(key.text)}' staat er al, op regel {entries[key.text][0].line}"
                self._refuse(key.line, key.column, len(key.text), "dubbele-sleutel", message, "houd één van de twee over")
            else:
                entries[key.text] = (key, value)
        return entries


def _place(event: yaml.Event) -> tuple[int, int]:
    mark = event.start_mark
    return (mark.line + 1, mark.column + 1) if mark is not None else (1, 1)
