"""Writes records as an editor types them: block text after `|`, plain words bare, the rest between quotes."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_BARE = re.compile(r"[A-Za-z0-9][A-Za-z0-9 .,?()/@+:€é-]*")
"""A scalar of these characters needs no quotes, unless a colon is followed by a space."""


def as_yaml(record: Mapping[str, object]) -> str:
    """Write a record: fields that are None or empty are left out."""
    return "\n".join(_fields(record, "")) + "\n"


def _fields(record: Mapping[str, object], indent: str) -> Iterator[str]:
    for name, value in record.items():
        if value is None or value in ((), [], {}, ""):
            continue
        if isinstance(value, dict):
            yield f"{indent}{name}:"
            yield from _fields(value, indent + "  ")
        elif isinstance(value, list):
            yield f"{indent}{name}:"
            yield from _items(value, indent + "  ")
        else:
            yield from _text(f"{indent}{name}:", str(value), indent + "  ")


def _items(values: list[object], indent: str) -> Iterator[str]:
    for value in values:
        if isinstance(value, dict):
            first, *rest = _fields(value, indent + "  ")
            yield f"{indent}- {first.lstrip()}"
            yield from rest
        else:
            yield from _text(f"{indent}-", str(value), indent + "  ")


def _text(lead: str, value: str, indent: str) -> Iterator[str]:
    if "\n" in value:
        yield f"{lead} |"
        yield from (f"{indent}{line}" if line else "" for line in value.split("\n"))
    elif _BARE.fullmatch(value) and ": " not in value and not value.endswith((":", " ")):
        yield f"{lead} {value}"
    else:
        yield f"{lead} {json.dumps(value, ensure_ascii=False)}"
