"""Proves that the pages of a decision tree say what its answer says, each one step, and that every link leads to a page.

It knows the Answer's data classes and the files on disk, and nothing of how a channel renders.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator import readback
from generator.answer import Items, Link
from generator.readback import Reading
from generator.said import Difference, block_words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from generator.answer import AgentLayer, Answer, Block


def differing_steps(answer: Answer, layer: AgentLayer | None, folder: Path, channel: str) -> Iterator[Difference]:
    """Compare every page of a step with its block of `answer`, and in the agents' site with the prompt of `layer`."""
    steps = {name.partition("-")[2]: block for block in answer.blocks if (name := block.id).startswith(("vraag-", "uitkomst-"))}
    home, place = folder / answer.path[1:], f"{channel} stap"
    for step, block in steps.items():
        wanted = [block, *(prompt for prompt in (layer.blocks if layer else ()) if prompt.id == f"kcc-{step}")]
        page = home / step / "index.html"
        found = readback.read_html(page).get(answer.id, Reading("", {})) if page.is_file() else Reading("", {})
        expected = {part.id: block_words(part) for part in wanted}
        for name in sorted(expected.keys() | found.blocks.keys()):
            if expected.get(name, "") != found.blocks.get(name, ""):
                yield Difference(answer.key, name, place, expected.get(name, ""), found.blocks.get(name, ""))
        yield from (Difference(answer.key, block.id, place, "", f"{link.target} is er niet") for link in _lost(block, answer, steps))
    for left in sorted(home.glob("*/")):
        if left.name not in steps:
            yield Difference(answer.key, "(alles)", place, "", f"{left.name}/ hoort bij geen vraag of uitkomst")


def _lost(block: Block, answer: Answer, steps: dict[str, Block]) -> Iterator[Link]:
    """Give the links of a step to a step that is not there."""
    for body in block.bodies:
        for line in body.lines if isinstance(body, Items) else ():
            for part in line:
                if (
                    isinstance(part, Link)
                    and part.target.startswith(answer.path)
                    and part.target.removeprefix(answer.path)[:-1] not in steps
                ):
                    yield part
