"""A mistake of an editor, as data.

A `Problem` says what is wrong, where, and how to repair it, in Dutch. An exception, by contrast, is a bug in this program.
How a problem looks to a person or a machine is decided in `report`.
"""

from __future__ import annotations

from dataclasses import field, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from generator.frozen import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


class Level(StrEnum):
    """How serious a problem is: a `fout` stops the build, a `waarschuwing` does not."""

    FOUT = "fout"
    WAARSCHUWING = "waarschuwing"


@dataclass(frozen=True, slots=True, order=True)
class Position:
    """A place in a source file.

    `file` is relative to the project folder; `line` and `column` count from 1, in characters; `length` is what to underline.
    """

    file: str
    line: int = 1
    column: int = 1
    length: int = field(default=1, compare=False)

    def __reduce__(self) -> tuple[type[Position], tuple[object, ...]]:
        """Pickle by the constructor: three times faster than what dataclasses with slots do."""
        return Position, (self.file, self.line, self.column, self.length)


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One mistake: where, which rule, what is wrong, how to repair it, and the source line as the editor typed it."""

    position: Position
    rule: str
    message: str
    repair: str
    level: Level = Level.FOUT
    source_line: str = ""
    fragment: str = field(default="", compare=False)
    """Words inside the value to point at, where the rule knew only where the value begins."""


def shown_in_source(problem: Problem, text: str) -> Problem:
    """Complete a problem that was found without its file at hand: point at its fragment and add the source line."""
    lines, at = text.split("\n"), problem.position
    if problem.fragment:
        for number in range(at.line, len(lines) + 1):
            column = lines[number - 1].find(problem.fragment, at.column - 1 if number == at.line else 0)
            if column >= 0:
                at = Position(at.file, number, column + 1, len(problem.fragment))
                break
    return replace(problem, position=at, source_line=lines[at.line - 1].rstrip("\r") if at.line <= len(lines) else "")


def shortened(value: str) -> str:
    """Shorten what an editor typed so that it fits in a message: one line, at most 40 characters."""
    words = " ".join(value.split())
    return words if len(words) <= 40 else words[:39] + "…"  # noqa: PLR2004 - fits on an editor's line


class Problems:
    """Gathers every problem of a run, so that an editor sees all of them at once."""

    def __init__(self, found: Iterable[Problem] = ()) -> None:
        """Start with the problems already `found`."""
        self._found: list[Problem] = list(found)

    def add(self, problem: Problem) -> None:
        """Remember `problem`."""
        self._found.append(problem)

    def extend(self, problems: Iterable[Problem]) -> None:
        """Remember all of `problems`."""
        self._found.extend(problems)

    def __iter__(self) -> Iterator[Problem]:
        """Give the problems by file, line and column; the same problem once."""
        return iter(sorted(set(self._found)))

    def __len__(self) -> int:
        """Count the different problems."""
        return len(set(self._found))

    @property
    def stop_the_build(self) -> bool:
        """Whether at least one of them is a `fout`."""
        return any(problem.level is Level.FOUT for problem in self._found)
