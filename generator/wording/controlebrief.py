"""The letter that asks an organisation whether its data are right: our words around those of its own answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.freshness import overdue, stale_fields
from generator.letter import Letter
from generator.wording.phrases import address, speaking
from generator.wording.veldcontroles import field_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.answer import Answer
    from generator.catalogue import Catalogue
    from generator.records.organisatie import Organisatie
    from generator.wording.phrases import Phrases

TO_CHECK = ("kort-antwoord", "wat-is-het", "aanbod-", "locatie-", "contact", "bijzonderheden", "niet-hier", "producten", "wijst-weg")
"""Beginnings of the blocks that an organisation can judge: what it does itself. The others tell of others, or of a few days."""


def letter(organisatie: Organisatie, answer: Answer, catalogue: Catalogue) -> Letter:
    """Write to `organisatie` about its `answer`, which must have its code: who calls or mails is asked for it."""
    say, named = speaking(catalogue).lang, {"naam": organisatie.naam, "gemeente": catalogue.gemeente.naam, "code": answer.code}
    checked = say("brief-nagekeken", datum=say.date(organisatie.gecontroleerd_op))
    late = [say("brief-te-lang")] if overdue(organisatie, "organisatie", catalogue.peildatum) else []
    return Letter(
        to=_to(organisatie, speaking(catalogue)),
        subject=say("brief-onderwerp", **named),
        asked=(
            say("brief-aanhef", **named),
            say("brief-waarom", **named),
            " ".join([checked, *late]),
            *_fields(organisatie, catalogue),
            say("brief-verzoek"),
            _answering(catalogue, answer.code),
            say("brief-klopt"),
        ),
        heading=say("brief-gegevens", datum=say.date(catalogue.peildatum)),
        blocks=tuple(block for block in answer.blocks if block.id.startswith(TO_CHECK)),
        closing=(say("brief-eind"), say("brief-groet"), f"{organisatie.eigenaar}\n{catalogue.gemeente.naam}"),
    )


def _fields(organisatie: Organisatie, catalogue: Catalogue) -> Iterator[str]:
    """Tell of each field that we checked apart when that was, and whether it is too long ago."""
    say, stale = speaking(catalogue).lang, stale_fields(organisatie, "organisatie", catalogue.peildatum)
    for check in organisatie.veldcontroles:
        told = say("brief-veld", veld=field_name(organisatie, check.veld), datum=say.date(check.op))
        yield f"{told} {say('brief-te-lang')}" if check in stale else told


def _to(organisatie: Organisatie, say: Phrases) -> tuple[str, ...]:
    """Give where the letter goes: by mail, or else by post; only the name where neither is known."""
    contact = organisatie.contact
    place = contact.email or (address(contact.postadres) if contact.postadres else "")
    where = place or (address(organisatie.locaties[0]) if organisatie.locaties else "")
    return tuple(filter(None, (f"{say.lang('brief-aan')}: {organisatie.naam}", where)))


def _answering(catalogue: Catalogue, code: str) -> str:
    """Say how to answer: by mail, or by telephone where the municipality has no address for mail."""
    say, contact = speaking(catalogue).lang, catalogue.contact.gegevens
    if contact.email:
        return say("brief-antwoord-mail", adres=contact.email, code=code)
    return say("brief-antwoord-bel", nummer=contact.telefoon or "", code=code)


__all__ = ["letter"]
