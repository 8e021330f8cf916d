"""Data of others, read into rows: CSV tables, a data package, or the JSON of an HSDS API; a row remembers what was asked of it.

Knows the tables of HSDS 3, and those of 1.1 and 2.0 by their old names. What nobody asked of a row, an import has lost: `report` tells.
"""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections import defaultdict
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

from generator.composer import INVISIBLE
from generator.hsds.tables import LISTS, SINGLES, TABLES

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_BYTES = 512 * 1024 * 1024
"""A larger file is no sociale kaart; and a small archive must not fill the memory."""

_OLD_NAMES = {
    "accessibility_for_disabilities": "accessibility",
    "physical_addresses": "address",
    "postal_addresses": "address",
    "regular_schedules": "schedule",
    "services_at_location": "service_at_location",
    "services_at_locations": "service_at_location",
}
"""What HSDS 1.1 and 2.0 called a table."""

_NAMES = {
    **{table: table for table in (*TABLES, *LISTS.values(), *SINGLES.values())},
    **LISTS,
    **{table.file.removesuffix(".csv"): name for name, table in TABLES.items()},
    **_OLD_NAMES,
}
"""Which table a file or resource is, by any name that it has had."""


_JSON = (".json", ".ndjson", ".jsonl")


class NotHsdsError(Exception):
    """This can't be read as HSDS; the message names the file, and says `why` in Dutch."""

    def __init__(self, file: object, *, why: str) -> None:
        super().__init__(f"{file}: {why}")


class Row:
    """One row of another's table; every value is text, without white space around it."""

    __slots__ = ("asked", "table", "values")

    def __init__(self, table: str, values: dict[str, str]) -> None:
        """Take the values; those that are empty are not there."""
        self.table = table
        self.values = values
        self.asked: set[str] = {"id"}

    def get(self, *names: str) -> str:
        """Give the value of the first of `names` that there is, or an empty text; counts as carried, so ask only what you carry."""
        for name in names:
            if name in self.values:
                self.asked.add(name)
                return self.values[name]
        return ""

    def look(self, name: str) -> str:
        """Give a value without carrying it."""
        return self.values.get(name, "")

    @property
    def lost(self) -> dict[str, str]:
        """Give what nobody asked for."""
        return {name: value for name, value in self.values.items() if name not in self.asked}


class Source:
    """All rows that were read, by table and by what they belong to."""

    def __init__(self, name: str) -> None:
        """Start empty; `name` says where the data come from."""
        self.name = name
        self.unknown: list[str] = []
        """CSV files that are no table of HSDS."""
        self.rows: dict[str, list[Row]] = defaultdict(list)
        self._by_id: dict[str, dict[str, Row]] = defaultdict(dict)
        self._of: dict[tuple[str, str], dict[str, list[Row]]] = {}

    def add(self, table: str, values: dict[str, str]) -> None:
        """Add a row; one that is there already is completed, since JSON shows an object in part and in whole."""
        kept = {name: seen for name, value in values.items() if (seen := _visible(value))}
        known = self._by_id[table].get(kept.get("id", ""))
        if known is not None:
            known.values.update({name: value for name, value in kept.items() if name not in known.values})
        else:
            row = Row(table, kept)
            self.rows[table].append(row)
            if "id" in kept:
                self._by_id[table][kept["id"]] = row

    def find(self, table: str, identifier: str) -> Row | None:
        """Give the row with that id."""
        return self._by_id[table].get(identifier)

    def of(self, table: str, key: str, identifier: str) -> list[Row]:
        """Give the rows of `table` whose `key` is that id; the key counts as carried."""
        if (table, key) not in self._of:
            found = self._of[table, key] = defaultdict(list)
            for row in self.rows[table]:
                if key in row.values:
                    found[row.values[key]].append(row)
        rows = self._of[table, key].get(identifier, []) if identifier else []
        for row in rows:
            row.asked.add(key)
        return rows


def _visible(value: str) -> str:
    """Take out characters that nobody sees and no YAML file may have; a line ends as it does everywhere here."""
    lines = value.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n\n")
    return INVISIBLE.sub(" ", lines).strip()


def read_source(path: Path) -> Source:
    """Read a folder, a zip archive, a JSON file or a CSV file. Raises NotHsdsError where there is nothing to read."""
    source = Source(path.name)
    files = dict(_files(path))
    tables = {name: _table_of(name, files) for name in files if name.endswith(".csv")}
    source.unknown = [name for name, table in tables.items() if not table]
    for name, table in tables.items():
        for values in _csv_rows(name, files[name]) if table else ():
            source.add(table, values)
    for name in sorted(files, key=_turn) if not any(tables.values()) else ():
        for found in _objects(name, files[name]) if name.endswith(_JSON) else ():
            if kind := _kind_of(found, name):
                _flatten(found, kind, source)
    if not source.rows["organization"] and not source.rows["service"]:
        raise NotHsdsError(path, why="hier staat geen organisatie en geen dienst die als HSDS te lezen is")
    return source


def _turn(name: str) -> tuple[int, int, str]:
    """Let lists come before single objects, and organizations and services before what else holds them: those have the order."""
    first = PurePosixPath(name).parts[0].removesuffix(".json")
    return name.count("/"), {"organizations": 0, "services": 1}.get(first, 2), name


def _files(path: Path) -> Iterator[tuple[str, bytes]]:
    """Give every CSV and JSON file by its path, sorted."""
    if path.is_dir():
        inside = path / "datapackage" if (path / "datapackage/datapackage.json").is_file() else path
        for file in sorted(inside.rglob("*")):
            if file.is_file() and file.suffix in {".csv", *_JSON} and not file.is_symlink():
                yield file.relative_to(inside).as_posix(), _limited(file.name, file.stat().st_size, file.read_bytes)
    elif zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as archive:
            for info in sorted(archive.infolist(), key=lambda info: info.filename):
                if not info.is_dir():
                    yield info.filename, _limited(info.filename, info.file_size, lambda info=info: archive.read(info))
    else:
        yield path.name, _limited(path.name, path.stat().st_size, path.read_bytes)


def _limited(name: str, size: int, read: Any) -> bytes:  # noqa: ANN401 - a callable without arguments
    if size > MOST_BYTES:
        raise NotHsdsError(name, why=f"dit is te groot ({size // 1024 // 1024} MB)")
    return bytes(read())


def _table_of(name: str, files: dict[str, bytes]) -> str:
    """Tell which table a CSV file is: as the package says, or else by its name."""
    folder = PurePosixPath(name).parent
    package = files.get((folder / "datapackage.json").as_posix())
    if package is not None:
        for resource in _json("datapackage.json", package).get("resources", ()):
            if (folder / str(resource.get("path"))).as_posix() == name:
                return _NAMES.get(str(resource.get("name")), str(resource.get("name")))
    return _NAMES.get(PurePosixPath(name).stem.lower(), "")


def _csv_rows(name: str, content: bytes) -> Iterator[dict[str, str]]:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise NotHsdsError(name, why="dit is niet in UTF-8 opgeslagen") from error
    csv.field_size_limit(MOST_BYTES)
    for values in csv.DictReader(io.StringIO(text, newline="")):
        yield {key.strip(): value for key, value in values.items() if isinstance(key, str) and isinstance(value, str)}


def _json(name: str, content: bytes) -> Any:  # noqa: ANN401 - whatever stands there
    try:
        return json.loads(content.decode("utf-8-sig"))
    except (UnicodeDecodeError, ValueError, RecursionError) as error:
        raise NotHsdsError(name, why=f"dit is geen JSON ({error})") from error


def _objects(name: str, content: bytes) -> Iterator[dict[str, Any]]:
    """Give the objects of a file: one, a list, a page of an API, or one on every line."""
    if not name.endswith(".json"):
        found: Any = [_json(name, line) for line in content.splitlines() if line.strip()]
    else:
        found = _json(name, content)
    if isinstance(found, dict):
        found = found["contents"] if isinstance(found.get("contents"), list) else [found]
    yield from (one for one in found if isinstance(one, dict)) if isinstance(found, list) else ()


def _kind_of(found: dict[str, Any], name: str) -> str:
    """Tell of which table an object is: by the path of its file, or else by what only that table has; empty for what is not HSDS."""
    if "id" not in found:
        return ""
    if named := [_NAMES[part] for part in (*PurePosixPath(name).parts, PurePosixPath(name).stem) if part in _NAMES]:
        return named[0]
    told = [table for table, names in _TELLING.items() if names & found.keys()]
    return (told or ["organization"])[0] if "name" in found or told else ""


_TELLING = {
    "service": {"status", "organization", "eligibility_description", "assured_date"},
    "service_at_location": {"service", "location", "service_id"},
    "taxonomy_term": {"taxonomy_detail", "taxonomy_id", "term_uri"},
    "location": {"location_type", "addresses"},
}
"""Fields that only one of the tables has; what has none of them is an organization."""


def _flatten(found: dict[str, Any], table: str, source: Source) -> str:
    """Add the row of an object and of everything in it; give its id."""
    identifier = str(found["id"]) if found.get("id") else f"{table} {len(source.rows[table]) + 1} van {source.name}"
    values = {"id": identifier}
    for name, value in found.items():
        if isinstance(value, dict) and name in SINGLES:
            values[f"{SINGLES[name]}_id"] = _flatten(value, SINGLES[name], source)
        elif isinstance(value, list) and name in LISTS:
            for one in value:
                if isinstance(one, dict):
                    link = {"link_id": identifier, "link_entity": table} if name == "attributes" else {f"{table}_id": identifier}
                    _flatten({**one, **link}, LISTS[name], source)
        elif isinstance(value, bool):
            values[name] = "true" if value else "false"
        elif isinstance(value, str | int | float):
            values[name] = str(value)
    source.add(table, values)
    return identifier
