"""Values that never change, made as quickly as others: the type checker sees to it that nobody changes them, and not every single object.

A frozen dataclass sets each field by a detour, so that objects took a tenth of a cold build. For mypy this is the real
`dataclasses.dataclass`, which refuses every assignment to a field of a frozen class; at run time only equality and hash are those of one.
"""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable
    from dataclasses import dataclass
else:

    def dataclass(_class: type | None = None, /, *, frozen: bool = False, **options: Any) -> type | Callable[[type], type]:  # noqa: ANN401 - as `dataclasses` takes them
        """Make a dataclass; one that is `frozen` has the hash of its fields, unless it is not compared."""
        hashed = {"unsafe_hash": True} if frozen and options.get("eq", True) else {}
        return dataclasses.dataclass(_class, **options, **hashed)


__all__ = ["dataclass"]
