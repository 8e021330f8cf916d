"""The answer that a decision tree is: every question with its answers, and every outcome. Its pages show it one step at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.answer import Answer, Block, Body, Items, Line, Link, Pairs, Place, Words, plain_bodies
from generator.records import COLLECTIONS
from generator.wording.phrases import block, path_of, speaking, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.catalogue import Catalogue
    from generator.records.keuzehulp import Keuzehulp, KeuzeVraag, Uitkomst
    from generator.wording.phrases import Phrases


def keuzehulp_answer(keuzehulp: Keuzehulp, catalogue: Catalogue) -> Answer:
    """Word the answer that `keuzehulp` is; its code comes later, when all answers are known."""
    say = speaking(catalogue)
    short = say.bodies(keuzehulp.kort_antwoord)
    rows = (say.checked(keuzehulp, "keuzehulp"), (say.lang("eigenaar"), words(keuzehulp.eigenaar)))
    blocks = (
        *say.block("kort-antwoord", short),
        *_steps(keuzehulp, say),
        *say.block("verantwoording", (Pairs(rows),)),
    )
    return Answer(
        kind="keuzehulp",
        id=keuzehulp.id,
        path=path_of("keuzehulp", keuzehulp.id),
        api_path=f"{COLLECTIONS['keuzehulp'].api}/{keuzehulp.id}",
        label=say.lang("soort-keuzehulp"),
        title=keuzehulp.naam,
        summary=" ".join(plain_bodies(short)),
        blocks=blocks,
        places=tuple(Place(thema.naam, path_of("thema", thema.id)) for thema in catalogue.found(keuzehulp.themas)),
        keywords=keuzehulp.trefwoorden,
        checked=keuzehulp.gecontroleerd_op,
        peildatum=catalogue.peildatum,
        sensitive=keuzehulp.gevoelig,
        old_paths=tuple(path_of("keuzehulp", old) for old in keuzehulp.oude_namen),
    )


def _questions(keuzehulp: Keuzehulp) -> list[KeuzeVraag]:
    """Give the questions, the first one first, the others as they were typed."""
    return sorted(keuzehulp.vragen, key=lambda vraag: vraag.id != keuzehulp.begin)


def step_names(keuzehulp: Keuzehulp, say: Phrases) -> dict[str, str]:
    """Name every step by its number, as paper has no links: `vraag 2`, `uitkomst 1`."""
    questions = {vraag.id: say.lang("keuze-vraag", nummer=number) for number, vraag in enumerate(_questions(keuzehulp), 1)}
    outcomes = {uitkomst.id: say.lang("keuze-uitkomst", nummer=number) for number, uitkomst in enumerate(keuzehulp.uitkomsten, 1)}
    return questions | outcomes


def _steps(keuzehulp: Keuzehulp, say: Phrases) -> Iterator[Block]:
    names, path = step_names(keuzehulp, say), path_of("keuzehulp", keuzehulp.id)
    for vraag in _questions(keuzehulp):
        lines: list[Line] = [
            (Link(keuze.tekst, f"{path}{keuze.naar}/"), Words(f" ({say.lang('keuze-naar', stap=names[keuze.naar].lower())})"))
            for keuze in vraag.antwoorden
        ]
        yield from block(f"vraag-{vraag.id}", f"{names[vraag.id]}: {vraag.vraag}", (*say.bodies(vraag.uitleg), Items(tuple(lines))))
    for uitkomst in keuzehulp.uitkomsten:
        told = (*say.bodies(uitkomst.tekst), *_leads(uitkomst, say))
        yield from block(f"uitkomst-{uitkomst.id}", f"{names[uitkomst.id]}: {uitkomst.naam}", told)


def _leads(uitkomst: Uitkomst, say: Phrases) -> list[Body]:
    """List what fits with its short answer, as close as the editor put it."""
    lines: list[Line] = [
        (say.page_link(record, reference.kind), Words(": " + " ".join(plain_bodies(say.bodies(record.kort_antwoord)))))
        for reference in (*uitkomst.producten, *uitkomst.organisaties, *uitkomst.loketten)
        if (record := say.catalogue.find(reference)) is not None
    ]
    return [Items(tuple(lines))] if lines else []


def helps_to(kind: str, identifier: str, say: Phrases) -> list[Block]:
    """List the decision trees of which a record is an outcome. They are Dutch, and so only on Dutch pages."""
    found = [one for one in say.catalogue.by_kind["keuzehulp"].values() if say.dutch and _ends_in(one, kind, identifier)]
    links = [(say.page_link(one, "keuzehulp"),) for one in sorted(found, key=lambda one: one.naam.casefold())]
    return say.block("keuzehulp", [Items(tuple(links))] if links else [])


def _ends_in(keuzehulp: Keuzehulp, kind: str, identifier: str) -> bool:
    return any(
        (reference.kind, reference.id) == (kind, identifier)
        for uitkomst in keuzehulp.uitkomsten
        for reference in (*uitkomst.producten, *uitkomst.organisaties, *uitkomst.loketten)
    )


def prompts(keuzehulp: Keuzehulp, say: Phrases) -> list[Block]:
    """Give what only agents read, per step that has it."""
    names = step_names(keuzehulp, say)
    steps: list[KeuzeVraag | Uitkomst] = [*_questions(keuzehulp), *keuzehulp.uitkomsten]
    return [told for step in steps for told in block(f"kcc-{step.id}", f"Bij {names[step.id].lower()}", say.bodies(step.kcc))]


__all__ = ["helps_to", "keuzehulp_answer", "prompts", "step_names"]
