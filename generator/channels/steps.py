"""The pages of a decision tree, one per question and outcome: each shows one block of the answer, and the way that led there."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from generator.answer import Items, Link
from generator.channels.html import base_of, blocks_html
from generator.frozen import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.answer import AgentLayer, Answer, Block
    from generator.channels.site import Site

QUESTION, OUTCOME, PROMPT = "vraag-", "uitkomst-", "kcc-"
KIND = "keuzehulp"


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer to a question: the step that asks it, its number there, its words, and the step that it leads to."""

    step: str
    number: int
    words: str
    target: str


@dataclass(frozen=True, slots=True)
class Chosen:
    """A choice that may have led to a page: its mark in the URL, the question and the answer in words, and where to change it."""

    mark: str
    question: str
    answer: str
    path: str
    known: bool
    """Every way to the page has this choice, so that it is shown without a script."""


@dataclass(frozen=True)
class Walk:
    """The tree in an answer: its steps, and what leads where."""

    answer: Answer

    @cached_property
    def steps(self) -> dict[str, Block]:
        """The block of every step, by the step's id; the first question first."""
        return {
            block.id.removeprefix(QUESTION).removeprefix(OUTCOME): block
            for block in self.answer.blocks
            if block.id.startswith((QUESTION, OUTCOME))
        }

    @cached_property
    def choices(self) -> list[Choice]:
        """Every answer to every question."""
        return [choice for step, block in self.steps.items() if block.id.startswith(QUESTION) for choice in self._of(step, block)]

    def _of(self, step: str, block: Block) -> Iterator[Choice]:
        links = [line[0] for body in block.bodies[-1:] if isinstance(body, Items) for line in body.lines]
        for number, link in enumerate(links):
            if isinstance(link, Link):
                yield Choice(step, number, link.text, link.target.removeprefix(self.answer.path).strip("/"))

    def left(self, step: str) -> int:
        """Count the questions that may still come after `step`, at most."""
        ahead = [choice.target for choice in self.choices if choice.step == step]
        return max((self.left(name) + self.steps[name].id.startswith(QUESTION) for name in ahead), default=0)

    def before(self, step: str) -> list[Choice]:
        """Give every choice on any way to `step`, in the order of the tree."""
        reaching, pending = set[str](), [step]
        while pending:
            here = pending.pop()
            for choice in self.choices:
                if choice.target == here and choice.step not in reaching:
                    reaching.add(choice.step)
                    pending.append(choice.step)
        return [choice for choice in self.choices if choice.step in reaching and choice.target in {*reaching, step}]

    def chosen(self, step: str) -> list[Chosen]:
        """Give what may have been chosen before `step`."""
        before = self.before(step)
        alone = len({choice.step for choice in before}) == len(before)
        return [
            Chosen(
                f"{choice.step}.{choice.number}",
                self.steps[choice.step].title,
                choice.words,
                f"{self.answer.path}{choice.step}/",
                known=alone,
            )
            for choice in before
        ]


def files(answer: Answer, layer: AgentLayer | None, site: Site) -> dict[str, bytes]:
    """Make a page for every step of `answer`; nothing where it is no decision tree."""
    if answer.kind != KIND:
        return {}
    walk = Walk(answer)
    return {f"{answer.path[1:]}{step}/index.html": _page(walk, step, layer, site).encode() for step in walk.steps}


def _page(walk: Walk, step: str, layer: AgentLayer | None, site: Site) -> str:
    answer, block = walk.answer, walk.steps[step]
    path = f"{answer.path}{step}/"
    prompts = [prompt for prompt in layer.blocks if prompt.id == f"{PROMPT}{step}"] if layer and site.for_agents else []
    return site.render(
        "step",
        path=path,
        title=f"{block.title} – {answer.title}",
        answer=answer,
        step=step,
        question=block.id.startswith(QUESTION),
        told=blocks_html([block], base_of(path)),
        prompts=blocks_html(prompts, base_of(path)),
        chosen=walk.chosen(step),
        left=walk.left(step),
        trail=(*(Link(place.name, place.path) for place in answer.places[:1]), Link(answer.title, answer.path)),
        sensitive=answer.sensitive,
    )
