"""Checks a decision tree as it was typed: every path ends in an outcome, and everything is on a path.

It reads nodes, not records, so that a mistake elsewhere in the tree does not hide these, and each is shown where it stands.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.frozen import dataclass
from generator.nodes import Mapping, Scalar, Sequence
from generator.problems import shortened

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.source import Node, SourceFile

FEWEST = 2
"""Answers to a question; with fewer there is nothing to choose."""

PLACES = ("producten", "organisaties", "loketten")


@dataclass(frozen=True, slots=True)
class Tree:
    """The tree as typed: the node of the first question's id, and by id the answers of each question and the node of each outcome."""

    begin: Scalar | None
    questions: dict[str, list[Scalar]]
    """The ids that each question's answers lead to."""
    keys: dict[str, Scalar]
    """Where each question and outcome has its id."""


def check_tree(node: Mapping, source: SourceFile) -> None:
    """Report every dead end, loop, unknown or unreachable step, double id and empty outcome of the tree in `node`."""
    questions, outcomes = _named(node, "vragen"), _named(node, "uitkomsten")
    _check_ids(questions, outcomes, source)
    _check_ends(questions, outcomes, source)
    begin = node.entries["begin"][1] if "begin" in node.entries else None
    tree = Tree(
        begin if isinstance(begin, Scalar) else None,
        {name: list(_targets(value)) for name, (_, value) in questions.items()},
        {name: key for part in (outcomes, questions) for name, (key, _) in part.items()},
    )
    _check_steps(tree, source)


def _named(node: Mapping, field: str) -> dict[str, tuple[Scalar, Node]]:
    group = node.entries[field][1] if field in node.entries else None
    return dict(group.entries) if isinstance(group, Mapping) else {}


def _targets(question: Node) -> Iterator[Scalar]:
    answers = question.entries["antwoorden"][1] if isinstance(question, Mapping) and "antwoorden" in question.entries else None
    for answer in answers.items if isinstance(answers, Sequence) else [answers]:
        target = answer.entries["naar"][1] if isinstance(answer, Mapping) and "naar" in answer.entries else None
        if isinstance(target, Scalar) and target.text.strip():
            yield target


def _check_ids(questions: dict[str, tuple[Scalar, Node]], outcomes: dict[str, tuple[Scalar, Node]], source: SourceFile) -> None:
    for name in questions.keys() & outcomes.keys():
        message = f"'{shortened(name)}' is een vraag en ook een uitkomst; die naam is het adres op de site"
        source.report(source.position(outcomes[name][0]), "keuze-dubbel", message, "geef één van de twee een andere naam")


def _check_ends(questions: dict[str, tuple[Scalar, Node]], outcomes: dict[str, tuple[Scalar, Node]], source: SourceFile) -> None:
    """Report questions with too few answers, and outcomes that lead to nobody."""
    for name, (key, value) in questions.items():
        answers = value.entries["antwoorden"][1] if isinstance(value, Mapping) and "antwoorden" in value.entries else None
        if isinstance(answers, Mapping) or (isinstance(answers, Sequence) and len(answers.items) < FEWEST):
            message = f"bij de vraag '{shortened(name)}' valt niets te kiezen"
            source.report(source.position(key), "keuze-te-weinig", message, "geef minstens twee antwoorden, of haal de vraag weg")
    for name, (key, value) in outcomes.items():
        if isinstance(value, Mapping) and not value.entries.keys() & set(PLACES):
            message = f"de uitkomst '{shortened(name)}' leidt nergens heen"
            source.report(source.position(key), "uitkomst-leeg", message, "voeg producten, organisaties of loketten toe")


def _check_steps(tree: Tree, source: SourceFile) -> None:
    """Report steps to nothing, loops, and what no path from the first question reaches."""
    for target in [*([tree.begin] if tree.begin else []), *(target for targets in tree.questions.values() for target in targets)]:
        if target.text.strip() not in tree.keys:
            message = f"er is geen vraag of uitkomst '{shortened(target.text.strip())}'"
            source.report(source.position(target), "keuze-onbekend", message, "kies uit: " + ", ".join(tree.keys))
    if tree.begin is None or (first := tree.begin.text.strip()) not in tree.keys:
        return  # from nowhere nothing can be reached, and that was reported
    if first not in tree.questions:
        message = f"'{shortened(first)}' is een uitkomst, en geen vraag"
        source.report(source.position(tree.begin), "keuze-begin", message, "zet bij begin het id van de eerste vraag")
        return
    reached = _walk(first, tree, source)
    for name, key in tree.keys.items():
        if name not in reached:
            message = f"geen enkel antwoord leidt naar '{shortened(name)}'"
            source.report(source.position(key), "keuze-onbereikbaar", message, "laat een antwoord ernaar leiden, of haal het weg")


def _walk(first: str, tree: Tree, source: SourceFile) -> set[str]:
    """Give every step on a path from `first`; report each answer that leads back to a question on its own path.

    It keeps its own stack: a tree may be deeper than Python calls can be.
    """
    reached, on_path = {first}, [first]
    pending = [iter(tree.questions[first])]
    while pending:
        target = next(pending[-1], None)
        if target is None:
            pending.pop()
            on_path.pop()
            continue
        name = target.text.strip()
        if name in on_path:
            message = f"dit antwoord leidt terug naar '{shortened(name)}', zodat iemand in een kring loopt"
            source.report(source.position(target), "keuze-lus", message, "laat het antwoord leiden naar een volgende vraag of een uitkomst")
        elif name not in reached:
            reached.add(name)
            if name in tree.questions:
                on_path.append(name)
                pending.append(iter(tree.questions[name]))
    return reached
