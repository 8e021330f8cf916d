"""How someone is reached, in words: number, mail, site, letter, and when the telephone is answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.answer import Body, Line, Link, Pairs, Words
from generator.wording.hours import hours
from generator.wording.phrases import address, mail, site, tel, words

if TYPE_CHECKING:
    from generator.language import Language
    from generator.records.gedeeld import Contactgegevens
    from generator.wording.phrases import Phrases


def contact_rows(details: Contactgegevens, say: Phrases) -> list[tuple[str, Line]]:
    """List the ways to reach someone, by name."""
    rows: list[tuple[str, Line]] = []
    if details.telefoon:
        note = (Words(". "), say.typed(details.telefoon_toelichting)) if details.telefoon_toelichting else ()
        rows.append((say.lang("rij-telefoon"), (tel(say.lang.digits(details.telefoon)), *note)))
    if details.whatsapp:
        rows.append((say.lang("rij-whatsapp"), words(say.lang.digits(details.whatsapp))))
    if details.email:
        rows.append((say.lang("rij-email"), (mail(details.email),)))
    if details.website:
        rows.append((say.lang("rij-website"), (site(details.website),)))
    if details.postadres:
        rows.append((say.lang("rij-postadres"), words(address(details.postadres))))
    return rows


def contact_bodies(name: Line, details: Contactgegevens, say: Phrases) -> list[Body]:
    """Tell how to reach someone (`name`, or nobody named), and when."""
    rows = ([(say.lang("bij"), name)] if name else []) + contact_rows(details, say)
    bodies: list[Body] = [Pairs(tuple(rows))] if rows else []
    if details.bereikbaar:
        bodies.extend(hours(details.bereikbaar, say.lang("telefonisch-bereikbaar"), say, manner="bereikbaar"))
    return bodies


def call_action(details: Contactgegevens, lang: Language) -> list[Link]:
    """Give the action of calling, where there is a number."""
    return [Link(lang("bel", nummer=details.telefoon), tel(details.telefoon).target)] if details.telefoon else []
