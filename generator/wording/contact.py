"""How someone is reached, in words: number, mail, site, letter, and when the telephone is answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.answer import Body, Line, Link, Pairs, Words
from generator.wording.hours import hours
from generator.wording.phrases import address, mail, site, tel, words

if TYPE_CHECKING:
    import datetime as dt

    from generator.records.gedeeld import Contactgegevens


def contact_rows(details: Contactgegevens) -> list[tuple[str, Line]]:
    """List the ways to reach someone, by name."""
    rows: list[tuple[str, Line]] = []
    if details.telefoon:
        note = (Words(f". {details.telefoon_toelichting}"),) if details.telefoon_toelichting else ()
        rows.append(("Telefoon", (tel(details.telefoon), *note)))
    if details.whatsapp:
        rows.append(("WhatsApp", words(details.whatsapp)))
    if details.email:
        rows.append(("E-mail", (mail(details.email),)))
    if details.website:
        rows.append(("Website", (site(details.website),)))
    if details.postadres:
        rows.append(("Postadres", words(address(details.postadres))))
    return rows


def contact_bodies(name: str | None, details: Contactgegevens, peildatum: dt.date) -> list[Body]:
    """Tell how to reach someone (`name`, or without), and when."""
    rows = ([("Bij", words(name))] if name else []) + contact_rows(details)
    bodies: list[Body] = [Pairs(tuple(rows))] if rows else []
    if details.bereikbaar:
        bodies.extend(hours(details.bereikbaar, "Telefonisch bereikbaar", peildatum, manner="bereikbaar"))
    return bodies


def call_action(details: Contactgegevens) -> list[Link]:
    """Give the action of calling, where there is a number."""
    return [Link(f"Bel {details.telefoon}", tel(details.telefoon).target)] if details.telefoon else []
