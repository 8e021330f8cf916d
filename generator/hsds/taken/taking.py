"""What every part of an import needs: the source, the account, what the editor chose, and the attributes that we know."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import field
from typing import TYPE_CHECKING, Any

from generator.frozen import dataclass
from generator.hsds.taken.hours import hear
from generator.hsds.taken.texts import plain_words
from generator.hsds.written.terms import TAXONOMIES
from generator.records import COLLECTIONS, read_entry

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable
    from pathlib import Path

    from generator.hsds.taken.account import Account
    from generator.hsds.taken.contact import Number
    from generator.hsds.taken.reading import Row, Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """What an editor says of all records of an import, where HSDS knows nothing of it; empty is left open, and `check` asks for it."""

    peildatum: dt.date
    themas: tuple[str, ...] = ()
    leefdomeinen: tuple[str, ...] = ()
    werkgebied: str = ""
    soort: str = ""
    eigenaar: str = ""
    toegang: str = ""
    bron: str = ""
    gecontroleerd_op: str = ""
    landnummer: str = ""
    """The country code of telephone numbers that are not Dutch."""


@dataclass(slots=True)
class Marks:
    """The attributes of one object: those of our own taxonomies by kind, each with code and value, and the names of other terms."""

    ours: dict[str, list[tuple[str, str]]] = field(default_factory=lambda: defaultdict(list))
    names: list[str] = field(default_factory=list)

    def codes(self, kind: str) -> list[str]:
        """Give the codes of a kind of term."""
        return [code for code, _ in self.ours[kind]]

    def values(self, name: str) -> list[str]:
        """Give the values of what HSDS does not know itself."""
        return [value for code, value in self.ours["gegeven"] if code == name]


class Taking:
    """Reads from the source and accounts for it; one for each import."""

    def __init__(self, source: Source, account: Account, choices: Choices, project: Path) -> None:
        """Take what is to be read; only themes, products and neighbourhoods that `project` has are referred to."""
        self.source = source
        self.account = account
        self.choices = choices
        self.numbers: dict[int, Number] = {}
        """Telephone numbers that were read, by the identity of their row."""
        self._postcodes = _postcodes(project)
        self._known = {kind: _ids(project, kind) for kind in ("thema", "product", "wijk")}

    def marks(self, table: str, row: Row) -> Marks:
        """Read the attributes of an object."""
        found = Marks()
        for attribute in self.source.of("attribute", "link_id", row.look("id")):
            term = self.source.find("taxonomy_term", attribute.look("taxonomy_term_id"))
            if term is None or attribute.get("link_entity") not in {"", table}:
                continue
            kind, _, code = term.look("code").partition(":")
            attribute.get("taxonomy_term_id")
            if kind in TAXONOMIES and code:
                attribute.get("link_type")
                found.ours[kind].append((code, attribute.get("value")))
            elif name := plain_words(term.look("name")):
                found.names.append(name)
        return found

    def references(self, kind: str, marks: Marks) -> list[str]:
        """Give the ids that our attributes refer to, as far as the project has them."""
        return self.known(kind, marks.codes(kind))

    def known(self, kind: str, identifiers: Iterable[str]) -> list[str]:
        """Give those of `identifiers` that the project has, each once, and account for the others."""
        known, named = self._known[kind], list(dict.fromkeys(identifiers))
        if known is not None:
            for other in (one for one in named if one not in known):
                self.account.lost(f"verwijzing naar een {kind} die dit project niet heeft", other)
        return [one for one in named if known is None or one in known]

    def neighbourhood(self, postcode: str) -> str:
        """Give the id of the project's one neighbourhood with that postal code; empty where there is none, or more than one."""
        found = self._postcodes.get(postcode[:4], [])
        return found[0] if len(found) == 1 else ""

    def hours(self, table: str, row: Row) -> tuple[dict[str, Any], list[str]]:
        """Give the opening hours of an object, and words for what they can't say."""
        rows = self.source.of("schedule", f"{table}_id", row.look("id"))
        holidays = [code for one in rows for code in self.marks("schedule", one).codes("feestdagen")]
        heard = hear(rows, holidays[0] if holidays else "", self.choices.peildatum, self.account)
        return heard.times, heard.words


def _postcodes(project: Path) -> dict[str, list[str]]:
    """Give the ids of the neighbourhoods of a project by the four digits of their postal codes."""
    found: dict[str, list[str]] = defaultdict(list)
    for path in sorted((project / COLLECTIONS["wijk"].folder).rglob("*.yaml")):
        record = read_entry(project, "wijk", path.relative_to(project).as_posix()).record
        if record is not None:
            for postcode in record.postcodes:
                found[postcode].append(record.id)
    return found


def _ids(project: Path, kind: str) -> set[str] | None:
    """Give the ids that a project has of a kind; None where it has no such folder to ask."""
    folder = project / COLLECTIONS[kind].folder
    return {path.stem for path in folder.rglob("*.yaml")} if folder.is_dir() else None
