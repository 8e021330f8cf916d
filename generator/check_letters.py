"""Letters to organisations: to one, or to every one whose data should have been checked again."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

from generator.channels.letter import render
from generator.edition import make_edition
from generator.freshness import late_since
from generator.wording.controlebrief import letter

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from generator.catalogue import Catalogue


class NoSuchOrganisationError(Exception):
    """The sociale kaart has no organisation of that name; says in Dutch which it may be."""


def letters(catalogue: Catalogue, identifiers: Iterable[str]) -> dict[str, str]:
    """Write the letters to the organisations of these ids, as text by id."""
    known, asked = catalogue.by_kind["organisatie"], list(identifiers)
    for identifier in asked:
        if identifier not in known:
            near = difflib.get_close_matches(identifier, known, n=1, cutoff=0.6)
            repair = f"bedoelt u '{near[0]}'?" if near else "kijk in de map sociale_kaart hoe het bestand heet"
            msg = f"de organisatie '{identifier}' bestaat niet; {repair}"
            raise NoSuchOrganisationError(msg)
    answers = {answer.id: answer for answer in make_edition(catalogue).answers if answer.kind == "organisatie"}
    return {identifier: render(letter(known[identifier], answers[identifier], catalogue)) for identifier in asked}


def all_overdue(catalogue: Catalogue) -> list[str]:
    """Give the ids of organisations whose check is overdue, or the check of a field of theirs; the longest first."""
    since = ((late_since(one, "organisatie", catalogue.peildatum), one.id) for one in catalogue.by_kind["organisatie"].values())
    return [identifier for _, identifier in sorted((day, identifier) for day, identifier in since if day is not None)]


def save(written: dict[str, str], folder: Path) -> list[Path]:
    """Save each letter in `folder` as a file of its own."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = {folder / f"{identifier}.txt": text for identifier, text in written.items()}
    for path, text in paths.items():
        path.write_text(text, encoding="utf-8")
    return list(paths)


__all__ = ["NoSuchOrganisationError", "all_overdue", "letters", "save"]
