"""The tables as a tabular data package: CSV files with a `datapackage.json`, which spreadsheets and databases can read.

Source: https://specs.frictionlessdata.io/tabular-data-package/. The files and columns are those of the standard's own package.
"""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, Any

from generator.hsds.tables import TABLES, UNIQUE, VERSION, Column

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.hsds.tables import Row, Table, Tables

_TYPES = {"date", "datetime", "number", "time"}


def package_files(tables: Tables, title: str) -> Iterator[tuple[str, bytes]]:
    """Give every file of the package with its bytes; `title` says whose sociale kaart it is."""
    for table in TABLES.values():
        yield table.file, _csv(table, tables[table.name])
    yield "datapackage.json", (json.dumps(_descriptor(title), ensure_ascii=False, indent=1) + "\n").encode()


def _csv(table: Table, rows: list[Row]) -> bytes:
    """Write RFC 4180: every table has its header, also without rows."""
    names = [column.name for column in table.columns]
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(names)
    writer.writerows([row.get(name, "") for name in names] for row in rows)
    return text.getvalue().encode()


def _descriptor(title: str) -> dict[str, Any]:
    return {
        "profile": "tabular-data-package",
        "name": "sociale-kaart",
        "title": title,
        "description": f"HSDS {VERSION}. Tijden zijn die van de klok in Nederland (Europe/Amsterdam).",
        "homepage": "https://docs.openreferral.org",
        "resources": [_resource(table) for table in TABLES.values()],
    }


def _resource(table: Table) -> dict[str, Any]:
    keys = [{"fields": name, "reference": {"resource": other, "fields": "id"}} for name, other in table.refers.items()]
    schema: dict[str, Any] = {"primaryKey": "id", "fields": [_field(column) for column in table.columns]}
    return {
        "name": table.name,
        "path": table.file,
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": schema | ({"foreignKeys": keys} if keys else {}),
    }


def _field(column: Column) -> dict[str, Any]:
    constraints = {"required": column.required, "unique": column.name in UNIQUE}
    if column.type in _TYPES:
        return {"name": column.name, "type": column.type, "constraints": constraints}
    form = {} if column.type == "string" else {"format": column.type}
    return {"name": column.name, "type": "string", **form, "constraints": constraints}
