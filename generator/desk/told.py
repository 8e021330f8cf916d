"""What was told of a record at one moment, and how two tellings differ."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from generator.frozen import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.answer import AgentLayer, Answer

Block = tuple[str, str, tuple[str, ...]]
"""Id, heading and lines."""

NOT_COMPARED = frozenset({"verantwoording", "kcc-controle", "kcc-veldcontroles", "kcc-volume"})
"""Blocks that change without the answer changing: check dates, the code itself, how often it is asked."""


@dataclass(frozen=True, slots=True)
class Told:
    """A record's words at one moment: those that everybody reads, and those of the agents' layer (ids begin with `kcc-`)."""

    key: str
    title: str
    path: str
    code: str
    team: str
    themes: tuple[str, ...]
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class BlockChange:
    """How a block changed: the lines that are no more, and those that are new; one of both may be empty."""

    id: str
    title: str
    old: tuple[str, ...]
    new: tuple[str, ...]

    @property
    def for_agents(self) -> bool:
        """Whether only agents read it."""
        return self.id.startswith("kcc-")


def told_of(answer: Answer, layer: AgentLayer) -> Told:
    """Take from an answer and its layer what is compared."""
    blocks = tuple(
        (block.id, block.title, block.lines)
        for block in (*answer.blocks, *layer.blocks)
        if block.id not in NOT_COMPARED and not block.passing
    )
    return Told(answer.key, answer.title, answer.path, answer.code, layer.facts.team, layer.facts.themes, blocks)


def block_changes(old: Told, new: Told) -> tuple[BlockChange, ...]:
    """Compare block by block, in the order of the new words; blocks that are gone come last."""
    return tuple(_changes(old, new))


def _changes(old: Told, new: Told) -> Iterator[BlockChange]:
    before = {identifier: (title, lines) for identifier, title, lines in old.blocks}
    if old.title != new.title:
        yield BlockChange("titel", "Titel", (old.title,), (new.title,))
    for identifier, title, lines in new.blocks:
        was = before.pop(identifier, ("", ()))
        if was[1] != lines:
            yield BlockChange(identifier, title, *_differing(was[1], lines))
    for identifier, (title, lines) in before.items():
        yield BlockChange(identifier, title, lines, ())


def _differing(old: tuple[str, ...], new: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Give the lines of both that the other does not have at that place."""
    gone: list[str] = []
    come: list[str] = []
    for name, first, last, begin, end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if name != "equal":
            gone.extend(old[first:last])
            come.extend(new[begin:end])
    return tuple(gone), tuple(come)
