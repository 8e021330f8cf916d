"""Telephones, mail addresses and websites of HSDS, as the contact of an organisation, or as words where a record has no field for them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.hsds.taken.places import address_fields
from generator.hsds.taken.texts import our_text, plain_words
from generator.hsds.taken.values import fits, telephone, website
from generator.scalars import webadres

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.hsds.taken.places import Fields, Places
    from generator.hsds.taken.reading import Row
    from generator.hsds.taken.taking import Taking

LONGEST_NOTE = 300
"""Characters that fit beside a telephone number."""


@dataclass(slots=True)
class Number:
    """A telephone number, with what must be known of it."""

    typed: str
    note: str
    whatsapp: bool

    @property
    def digits(self) -> str:
        """Give what is dialled."""
        return re.sub(r"[^0-9+]", "", self.typed)

    def told(self) -> str:
        """Tell it in words."""
        name = "WhatsApp" if self.whatsapp else "Telefoon"
        return f"{name}: {our_text(self.typed)}" + (f" ({our_text(self.note)})" if self.note else "")


@dataclass(slots=True)
class Contact:
    """How an organisation is reached: the fields, the numbers that stand there, and words for the rest."""

    fields: Fields
    digits: set[str] = field(default_factory=set)
    words: list[str] = field(default_factory=list)


def numbers_of(table: str, row: Row, taking: Taking) -> Iterator[Number]:
    """Give the numbers of an object, and those of the people and departments to ask for there."""
    source, identifier = taking.source, row.look("id")
    for phone in source.of("phone", f"{table}_id", identifier):
        yield number(phone, taking)
    for contact in source.of("contact", f"{table}_id", identifier):
        for phone in source.of("phone", "contact_id", contact.look("id")):
            yield number(phone, taking)


def number(phone: Row, taking: Taking) -> Number:
    """Read one number; kept, since several ask for it and a change is noted once."""
    if id(phone) not in taking.numbers:
        taking.numbers[id(phone)] = _number(phone, taking)
    return taking.numbers[id(phone)]


def _number(phone: Row, taking: Taking) -> Number:
    typed, extension = telephone(phone.get("number"), taking.choices.landnummer, taking.account)
    extension = extension or phone.get("extension").removesuffix(".0")
    kind, note = phone.get("type"), plain_words(phone.get("description"))
    whatsapp = note.casefold() == "whatsapp"
    parts = [f"toestel {extension}" if extension else "", kind if kind not in {"", "voice", "text"} else "", "" if whatsapp else note]
    return Number(typed, ", ".join(part for part in parts if part), whatsapp)


def mails_of(table: str, row: Row, taking: Taking) -> Iterator[str]:
    """Give the mail addresses of an object, and those of the people and departments to ask for there."""
    if email := row.get("email"):
        yield email
    for contact in taking.source.of("contact", f"{table}_id", row.look("id")):
        if email := contact.get("email"):
            yield email


def reached(table: str, row: Row, taking: Taking, contact: Contact) -> list[str]:
    """Tell how an object is reached, as far as that differs from how its organisation is."""
    told = [one.told() for one in numbers_of(table, row, taking) if one.typed and one.digits not in contact.digits]
    told += [f"E-mail: {our_text(email)}" for email in mails_of(table, row, taking) if email != contact.fields.get("email")]
    for words in dict.fromkeys(told):
        taking.account.moved(f"telefoon en e-mail van een {table}: als woorden", words)
    return list(dict.fromkeys(told))


def contact_of(row: Row | None, services: list[Row], places: Places, taking: Taking) -> Contact:
    """Read how an organisation is reached; where only its services tell a number, and all the same one, it is that."""
    own = list(numbers_of("organization", row, taking)) if row else []
    shared = {one.digits: one for service in services for one in numbers_of("service", service, taking)}
    shared |= {one.digits: one for one in (number(phone, taking) for _, phone in places.phones)}
    numbers = [one for one in own or (list(shared.values()) if len(shared) == 1 else []) if one.typed]
    main = next((one for one in numbers if not one.whatsapp), None)
    whatsapp = next((one for one in numbers if one.whatsapp), None)
    note, rest = _beside(main, places) if main else ("", "")
    mails = list(dict.fromkeys(mails_of("organization", row, taking))) if row else []
    site = row.get("website", "url") if row else ""
    contact = Contact(
        {
            "telefoon": main.typed if main else None,
            "telefoon_toelichting": note,
            "whatsapp": whatsapp.typed if whatsapp else None,
            "email": mails[0] if mails else None,
            "website": website(site, taking.account) if site else None,
            "postadres": places.post or _post(row, taking),
            "bereikbaar": places.telephone.get(main.digits) if main else None,
        }
    )
    contact.digits = {one.digits for one in (main, whatsapp) if one}
    contact.words = [*([rest] if rest else []), *(one.told() for one in numbers if one not in (main, whatsapp))]
    contact.words += [f"E-mail: {our_text(email)}" for email in mails[1:]]
    contact.words += [words for name, phone in places.phones if (words := _of_place(name, number(phone, taking), contact))]
    return contact


def _of_place(name: str, one: Number, contact: Contact) -> str:
    return f"{our_text(name)}: {one.told()}" if one.typed and one.digits not in contact.digits else ""


def _beside(main: Number, places: Places) -> tuple[str, str]:
    """Give what stands beside the number, without the hours that are told as hours, and what does not fit there."""
    note = main.note
    for hours in (plain_words(words) for words in places.telephone_words if main.digits in places.telephone):
        before, found, after = note.partition(hours)
        if found:  # the sentence that tells the hours ends here; it began after the last full stop
            note = (re.sub(r"[^.!?]*$", "", before) + after.lstrip(".")).strip()
    return (note, "") if len(note) <= LONGEST_NOTE else ("", main.told())


def _post(row: Row | None, taking: Taking) -> Fields:
    """Give the address of an organisation, which HSDS 1.1 has at the organisation itself."""
    rows = taking.source.of("address", "organization_id", row.look("id")) if row else []
    return address_fields(rows[0]) if rows else {}


def websites(table: str, row: Row, taking: Taking) -> list[str]:
    """Link to the further websites of an object."""
    told = []
    for one in taking.source.of("url", f"{table}_id", row.look("id")):
        label, whole = plain_words(one.get("label")) or "Website", website(one.get("url"), taking.account)
        told.append(
            f"[{our_text(label)}]({whole})" if fits(webadres, whole) and not set(whole) & set("()<>") else our_text(f"{label}: {whole}")
        )
        taking.account.moved(f"verdere websites van een {table}: als link", whole)
    return told
