"""The tables as the JSON of the HSDS API: a list of every kind of object, and each object whole with what belongs to it.

A static site answers no question, so each list is one page with everything. The paths are those of the standard's OpenAPI description
with `.json` behind them, since a file and a folder can't share a name.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

import orjson

from generator.hsds.tables import LISTS, TABLES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.hsds.tables import Row, Tables

ENDPOINTS = {
    "organizations": "organization",
    "services": "service",
    "service_at_locations": "service_at_location",
    "taxonomies": "taxonomy",
    "taxonomy_terms": "taxonomy_term",
}
"""Which table each path of the API gives."""

_LIST_OF = {table: name for name, table in LISTS.items() if table in TABLES}
_WHOLE = {
    "organization": ("phone", "organization_identifier"),
    "service": ("phone", "schedule", "service_area", "language", "cost_option", "required_document", "contact"),
    "service_at_location": ("phone", "schedule", "service_area", "contact"),
    "location": ("language", "address", "contact", "accessibility", "phone", "schedule"),
    "contact": ("phone",),
    "phone": ("language",),
}
"""What an object holds besides attributes, wherever it is shown whole."""

_SERVICE = ("id", "name", "description", "url", "status")
"""What an organization tells of each of its services."""

_TERM = {"id", "code", "name", "description"}
"""What an attribute tells of its term; the rest is at the term."""

_OF_ATTRIBUTE = {"link_id", "link_entity", "taxonomy_term_id"}
"""What tables need to hang together, and nested objects do not."""


class Nested:
    """Puts rows inside each other; what is shown in several places is written as JSON once."""

    def __init__(self, tables: Tables) -> None:
        """Sort the rows by what they belong to."""
        self.tables = tables
        self.by_id = {table: {str(row["id"]): row for row in tables[table]} for table in ("organization", "service", "location")}
        self._parts: dict[tuple[str, str], dict[str, list[Row]]] = defaultdict(lambda: defaultdict(list))
        for name, table in TABLES.items():
            for key, owner in table.refers.items():
                if owner in _WHOLE:
                    self._sort(name, owner, key)
        for row in tables["attribute"]:
            self._parts[str(row["link_entity"]), "attribute"][str(row["link_id"])].append(row)
        self._terms = {
            str(row["id"]): orjson.Fragment(orjson.dumps({name: value for name, value in row.items() if name in _TERM}))
            for row in tables["taxonomy_term"]
        }
        self._locations: dict[str, orjson.Fragment] = {}

    def _sort(self, table: str, owner: str, key: str) -> None:
        held = self._parts[owner, table]
        for row in self.tables[table]:
            if key in row:
                held[str(row[key])].append(row)

    def whole(self, table: str, row: Row, without: str = "") -> dict[str, Any]:
        """Give an object with its parts; `without` is the key that tells what it lies in."""
        told: dict[str, Any] = {name: value for name, value in row.items() if name != without}
        identifier = str(row["id"])
        for part in _WHOLE.get(table, ()):
            if rows := self._parts[table, part].get(identifier):
                told[_LIST_OF[part]] = [self.whole(part, one, f"{table}_id") for one in rows]
        if marks := self._parts[table, "attribute"].get(identifier):
            told["attributes"] = [self._attribute(mark) for mark in marks]
        return told

    def _attribute(self, row: Row) -> dict[str, Any]:
        told: dict[str, Any] = {name: value for name, value in row.items() if name not in _OF_ATTRIBUTE}
        told["taxonomy_term"] = self._terms[str(row["taxonomy_term_id"])]
        return told

    def location(self, identifier: str) -> orjson.Fragment:
        """Give the JSON of a location; written once, since several objects hold it."""
        if identifier not in self._locations:
            self._locations[identifier] = orjson.Fragment(orjson.dumps(self.whole("location", self.by_id["location"][identifier])))
        return self._locations[identifier]

    def organization(self, row: Row) -> dict[str, Any]:
        """Give an organization with its locations, and its services in short."""
        identifier = str(row["id"])
        told = self.whole("organization", row)
        if places := self._parts["organization", "location"].get(identifier):
            told["locations"] = [self.location(str(place["id"])) for place in places]
        services = self._parts["organization", "service"].get(identifier, [])
        told["services"] = [{name: service[name] for name in _SERVICE if name in service} for service in services]
        return told

    def service(self, row: Row) -> dict[str, Any]:
        """Give a service with every place where it is, and its organization without attributes."""
        told = self.whole("service", row)
        organization = self.whole("organization", self.by_id["organization"][str(row["organization_id"])])
        told["organization"] = {name: value for name, value in organization.items() if name != "attributes"}
        if places := self._parts["service", "service_at_location"].get(str(row["id"])):
            told["service_at_locations"] = [self._at(place) for place in places]
        return told

    def service_at_location(self, row: Row) -> dict[str, Any]:
        """Give a service at one of its places, with the service in short."""
        return {**self._at(row), "service": self.in_short("service", self.by_id["service"][str(row["service_id"])])}

    def in_short(self, table: str, row: Row) -> dict[str, Any]:
        """Give what a list tells of an object: its own fields, and those of the one organization or service that it has."""
        if table == "service_at_location":
            return {**row, "service": self.by_id["service"][str(row["service_id"])]}
        if table == "service":
            return {**row, "organization": self.by_id["organization"][str(row["organization_id"])]}
        return dict(row)

    def _at(self, row: Row) -> dict[str, Any]:
        return {**self.whole("service_at_location", row), "location": self.location(str(row["location_id"]))}


def api_files(tables: Tables) -> Iterator[tuple[str, bytes]]:
    """Give every file of the API with its bytes."""
    nested = Nested(tables)
    for path, table in ENDPOINTS.items():
        rows = tables[table]
        yield f"{path}.json", page(nested.in_short(table, row) for row in rows)
        make = getattr(nested, table, None)
        for row in rows:
            yield f"{path}/{row['id']}.json", orjson.dumps(make(row) if make else row)


def page(contents: Iterable[dict[str, Any]]) -> bytes:
    """Give a list as the one page that it has."""
    told = list(contents)
    return orjson.dumps(
        {
            "total_items": len(told),
            "total_pages": 1,
            "page_number": 1,
            "size": len(told),
            "first_page": True,
            "last_page": True,
            "empty": not told,
            "contents": told,
        }
    )
