"""What an export gathers: the rows of every table, with the terms that attributes name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.hsds.tables import TABLES

if TYPE_CHECKING:
    from generator.catalogue import Catalogue
    from generator.hsds.tables import Row, Tables, Value
    from generator.hsds.written.identity import Identities
    from generator.wording.phrases import Phrases

    Path = tuple[str, ...]
    """Where an object stands: the record, and the part of it."""


class Collected:
    """Rows by table, in the order in which they were added; with what every mapping needs to make them."""

    def __init__(self, catalogue: Catalogue, say: Phrases, identities: Identities, url: str) -> None:
        """Start empty; `url` is where the public site stands, without a slash at the end."""
        self.catalogue = catalogue
        self.say = say
        self.url = url
        self.tables: Tables = {name: [] for name in TABLES}
        self.terms: dict[str, str] = {}
        """Ids of terms by their code (`thema:wonen`)."""
        self._identities = identities

    def add(self, table: str, path: Path, **values: Value | None) -> str:
        """Add a row, without what is None or empty; give its id, which follows from the table and the path."""
        row: Row = {"id": self.id_of(table, path)}
        for name, value in values.items():
            if value is not None and value != "":
                row[name] = value
        self.tables[table].append(row)
        return str(row["id"])

    def id_of(self, table: str, path: Path) -> str:
        """Give the id of the object at `path` in `table`."""
        return self._identities.of(table, *path)

    def mark(self, table: str, path: Path, code: str, value: str = "") -> None:
        """Give the object at `path` an attribute: the term with that code, which must be there, and a value where it has one."""
        kind = code.partition(":")[0]
        self.add(
            "attribute",
            (table, *path, code, *([value] if value else [])),
            link_id=self.id_of(table, path),
            link_entity=table,
            link_type=kind,
            taxonomy_term_id=self.terms[code],
            value=value,
        )
