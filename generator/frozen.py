"""Values that never change, made as quickly as others: the type checker sees to it that nobody changes them, and not every single object.

A frozen dataclass sets each field by a detour, so that objects took a tenth of a cold build. For mypy this is the real
`dataclasses.dataclass`, which refuses every assignment to a field of a frozen class; at run time only equality and hash are those of one.
"""

from __future__ import annotations

import dataclasses
from functools import partial
from operator import attrgetter
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable
    from dataclasses import dataclass
    from functools import cached_property as worked_out
else:

    def dataclass(_class: type | None = None, /, *, frozen: bool = False, eq: bool = True, **options: Any) -> Any:  # noqa: ANN401 - as `dataclasses` takes them
        """Make a dataclass; one that is `frozen` has the hash of its fields, unless it is not compared."""
        if _class is None:
            return partial(dataclass, frozen=frozen, eq=eq, **options)
        if options.get("order"):
            return dataclasses.dataclass(_class, unsafe_hash=frozen, **options)
        made = dataclasses.dataclass(_class, eq=False, repr=False, **options)
        own = vars(_class)
        made.__repr__ = own.get("__repr__", _repr)
        if eq:
            made.__eq__, made.__hash__ = _compared(made, hashed=frozen)
        return made

    def _compared(made: type, *, hashed: bool) -> tuple[Callable[[Any, Any], bool], Callable[[Any], int] | None]:
        """Compare as `dataclasses` does, but without text that is compiled for every class: there are 180, and every start makes them."""
        names = [one.name for one in dataclasses.fields(made) if one.compare]
        told = attrgetter(*names) if len(names) > 1 else lambda one: tuple([getattr(one, name) for name in names])

        def equal(one: Any, other: Any) -> bool:  # noqa: ANN401 - any two values can be compared
            return told(one) == told(other) if one.__class__ is other.__class__ else NotImplemented

        return equal, (lambda one: hash(told(one))) if hashed else None

    def _repr(one: Any) -> str:  # noqa: ANN401 - of any class
        told = ", ".join(f"{field.name}={getattr(one, field.name)!r}" for field in dataclasses.fields(one) if field.repr)
        return f"{type(one).__qualname__}({told})"

    class worked_out:  # noqa: N801 - used as `cached_property` is
        """A property that is worked out once per object; that of Python 3.11 takes a lock each time, which 3.12 gave up."""

        def __init__(self, work_out: Callable[[Any], Any]) -> None:
            """Take the method that works it out."""
            self.work_out = work_out
            self.name = work_out.__name__
            self.__doc__ = work_out.__doc__

        def __get__(self, one: Any, owner: type | None = None) -> Any:  # noqa: ANN401 - of any class
            """Work it out, and keep it where Python looks before it comes here again."""
            if one is None:
                return self
            found = one.__dict__[self.name] = self.work_out(one)
            return found


__all__ = ["dataclass", "worked_out"]
