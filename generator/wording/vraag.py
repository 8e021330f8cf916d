"""The answer to a question, and where records say which questions are about them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.answer import Answer, Items, Pairs, Place, plain_bodies
from generator.records import COLLECTIONS
from generator.wording.phrases import path_of, speaking, words

if TYPE_CHECKING:
    from generator.answer import Block
    from generator.catalogue import Catalogue
    from generator.records.vraag import Vraag
    from generator.wording.phrases import Phrases


def vraag_answer(vraag: Vraag, catalogue: Catalogue) -> Answer:
    """Word the answer to `vraag`; its code comes later, when all answers are known."""
    say = speaking(catalogue)
    short = say.bodies(vraag.kort_antwoord)
    about = [*say.links(vraag.producten), *say.links(vraag.organisaties)]
    rows = (say.checked(vraag, "vraag"), (say.lang("eigenaar"), words(vraag.eigenaar)))
    blocks = (
        *say.block("kort-antwoord", short),
        *say.block("toelichting", say.bodies(vraag.toelichting)),
        *say.block("hoort-bij", [Items(tuple((link,) for link in about))] if about else []),
        *say.block("wetten", say.laws(vraag.wetten)),
        *say.block("verantwoording", (Pairs(rows),)),
    )
    return Answer(
        kind="vraag",
        id=vraag.id,
        path=path_of("vraag", vraag.id),
        api_path=f"{COLLECTIONS['vraag'].api}/{vraag.id}",
        label=say.lang("soort-vraag"),
        title=vraag.naam,
        summary=" ".join(plain_bodies(short)),
        blocks=blocks,
        places=tuple(Place(thema.naam, path_of("thema", thema.id)) for thema in catalogue.themes_of(vraag)),
        keywords=vraag.trefwoorden,
        checked=vraag.gecontroleerd_op,
        peildatum=catalogue.peildatum,
        sensitive=vraag.gevoelig,
        old_paths=tuple(path_of("vraag", old) for old in vraag.oude_namen),
    )


def questions_about(identifier: str, field: str, say: Phrases) -> list[Block]:
    """List the questions that name a record in `field`. They are Dutch, and so only on Dutch pages."""
    named = say.catalogue.naming("vraag", field).get(identifier, []) if say.dutch else []
    links = [(say.page_link(vraag, "vraag"),) for vraag in sorted(named, key=lambda vraag: vraag.naam.casefold())]
    return say.block("vragen-hierover", [Items(tuple(links))] if links else [])
