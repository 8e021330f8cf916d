"""Reads YAML that is written as nearly all records are, and leaves everything else to PyYAML.

Most lines of a record are `veld: waarde`, `- waarde`, a line of a text below `|`, or a short list between brackets. Reading just those
takes two thirds of PyYAML's time. What is in any way out of the ordinary (a comment, a quote within quotes, a value that goes on below it,
a mistake) is no simple YAML: then nothing is read here, and no message of PyYAML's is lost. Tests show for all records, and for whatever
hypothesis thinks of, that the nodes are the same.
"""

from __future__ import annotations

import re

from generator.nodes import Mapping, Node, Scalar, Sequence

DEEPEST = 60
"""Columns; deeper nesting is for `composer.py` to judge."""

_LETTER = "0-9A-Za-zÀ-ÖØ-öø-ÿ"
_PLAIN = rf"[{_LETTER}(][^:#]*(?:(?::(?! |$)|(?<! )#)[^:#]*)*(?<! )"
_WORDS = rf"""({_PLAIN})|"([^"\\]*)"|'([^']*)'"""
_ENTRY = re.compile(rf"""([a-z][a-z0-9_-]{{0,60}}):(?:$| (?:{_WORDS}|(\|)|(\[[^][{{}}#"\\]+\]))$)""").match
_ITEM = re.compile(rf"- (?:{_WORDS})$").match
LITERAL, LISTED = 5, 6
"""Which group of `_ENTRY` was found."""

_LISTED_ITEM = re.compile(rf"[{_LETTER}](?:[^,:?&*!|>%@`]|:(?=[{_LETTER}]))*(?<! )").fullmatch


class _NotSimpleError(Exception):
    """This YAML is not so simple."""


def simple_yaml(text: str) -> Mapping | None:
    """Read a whole document; None where it is not so simple. Of line breaks only the usual one may be in it (`composer.INVISIBLE`)."""
    if "\t" in text or "\r" in text or not text.endswith("\n"):
        return None
    reader = _Reader(text)
    try:
        root = reader.mapping(0)
    except _NotSimpleError:
        return None
    return root if reader.at == len(reader.lines) - 1 else None


class _Reader:
    """Goes through the lines of a text. `at` is the number of the line (from 0), `begin` the offset in the text at which it begins."""

    def __init__(self, text: str) -> None:
        self.lines = text.split("\n")
        """With an empty one at the end, after the last line break."""
        self.at = 0
        self.begin = 0

    def mapping(self, indent: int) -> Mapping:
        """Read the fields that stand at `indent`, from this line on (where the first may stand after a dash)."""
        entries: dict[str, tuple[Scalar, Node]] = {}
        first, before = self.at + 1, " " * indent
        found = _ENTRY(self.lines[self.at], indent)
        while found is not None:
            name, start = found[1], self.begin + indent
            if name in entries:
                raise _NotSimpleError
            self.at = number = self.at + 1
            self.begin = after = self.begin + len(found.string) + 1
            colon, group = start + len(name), found.lastindex or 0
            if 1 < group < LITERAL:  # most have words on the same line
                value: Node = Scalar(found[group], number, indent + len(name) + 3, colon + 2, after - 1)
            else:
                value = self._value(found, indent, colon + 2)
            entries[name] = (Scalar(name, number, indent + 1, start, colon), value)
            line = self.lines[self.at]
            found = _ENTRY(line, indent) if line.startswith(before) else None
        if not entries:
            raise _NotSimpleError
        self._end(indent - 1)
        return Mapping(entries, first, indent + 1)

    def _value(self, found: re.Match[str], indent: int, start: int) -> Node:
        """Read what a field has that is more than words on its line, which begins at `start` or stands below it."""
        group, column = found.lastindex, indent + len(found[1]) + 3
        if group == 1:
            return self._below(indent)
        return self._literal(indent, start, column) if group == LITERAL else _listed(found[LISTED], self.at, column, start)

    def _end(self, indent: int) -> None:
        """See to it that what is next stands at `indent` or further to the left; an empty line is not so simple."""
        line = self.lines[self.at]
        if self.at < len(self.lines) - 1 and (not line or len(line) - len(line.lstrip(" ")) > indent):
            raise _NotSimpleError

    def _below(self, indent: int) -> Node:
        """Read what belongs to a field at `indent` and stands below it; the dashes of a list may stand as far to the left as the field."""
        line = self.lines[self.at]
        deep = len(line) - len(line.lstrip(" "))
        if deep > DEEPEST or deep < indent:
            raise _NotSimpleError
        if line.startswith("- ", deep):
            return self._sequence(deep)
        if deep == indent:
            raise _NotSimpleError
        return self.mapping(deep)

    def _sequence(self, indent: int) -> Sequence:
        items: list[Node] = []
        first, before = self.at + 1, f"{' ' * indent}- "
        while (line := self.lines[self.at]).startswith(before):
            found = _ITEM(line, indent)
            if found is None:
                items.append(self.mapping(indent + 2))
            else:
                start = self.begin + indent + 2
                self.at += 1
                self.begin += len(line) + 1
                items.append(Scalar(found[found.lastindex or 0], self.at, indent + 3, start, self.begin - 1))
        self._end(indent)
        return Sequence(items, first, indent + 1)

    def _literal(self, indent: int, begin: int, column: int) -> Scalar:
        """Read the lines of a text below `|`: all that stand as deep as its first, and empty ones between; one line break is at its end."""
        number, told = self.at, []
        line = self.lines[self.at]
        deep = len(line) - len(line.lstrip(" "))
        if deep <= indent or deep == len(line):
            raise _NotSimpleError
        last, before = len(self.lines) - 1, " " * deep
        while self.at < last:
            line = self.lines[self.at]
            if line and not line.startswith(before):
                break
            if line.endswith(" "):
                raise _NotSimpleError
            told.append(line[deep:])
            self.at += 1
            self.begin += len(line) + 1
        words = "\n".join(told).rstrip("\n")
        return Scalar(f"{words}\n", number, column, begin, self.begin)


def _listed(typed: str, line: int, column: int, begin: int) -> Sequence:
    """Read a list between brackets on one line: words with `, ` between them."""
    items: list[Node] = []
    at = 1
    for word in typed[1:-1].split(", "):
        if not _LISTED_ITEM(word):
            raise _NotSimpleError
        items.append(Scalar(word, line, column + at, begin + at, begin + at + len(word)))
        at += len(word) + 2
    return Sequence(items, line, column)


__all__ = ["simple_yaml"]
