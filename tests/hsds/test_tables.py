"""Our tables are the standard's, and objects nest as its schemas say."""

from __future__ import annotations

from typing import Any

import pytest

from generator.hsds.tables import LISTS, SINGLES, TABLES
from hsds.standard import STANDARD, needs, standard


@pytest.fixture(autouse=True)
def _the_standard() -> None:
    needs(STANDARD)


def resources() -> dict[str, Any]:
    return {resource["name"]: resource for resource in standard("datapackage.json")["resources"]}


def kind(field: dict[str, Any]) -> str:
    return str(field.get("format") or field["type"])


@pytest.mark.parametrize("name", TABLES)
def test_a_table_has_the_file_and_columns_of_the_standard(name: str) -> None:
    there = resources()[name]
    assert TABLES[name].file == there["path"]
    assert [(column.name, column.type, column.required) for column in TABLES[name].columns] == [
        (field["name"], kind(field), field["constraints"]["required"]) for field in there["schema"]["fields"]
    ]


@pytest.mark.parametrize("name", TABLES)
def test_a_table_refers_to_the_tables_of_the_standard(name: str) -> None:
    keys = {key["fields"]: key["reference"]["resource"] for key in resources()[name]["schema"].get("foreignKeys", [])}
    assert TABLES[name].refers == {key: table for key, table in keys.items() if table in TABLES}


def test_every_list_and_single_object_of_the_schemas_is_known() -> None:
    lists, singles = dict[str, str](), dict[str, str]()
    for name in ("organization", "service", "service_at_location"):
        _walk(standard(f"compiled/{name}.json"), lists, singles)
    assert lists == LISTS
    assert singles == SINGLES


def _walk(schema: dict[str, Any], lists: dict[str, str], singles: dict[str, str]) -> None:
    for name, field in schema.get("properties", {}).items():
        if "properties" in field.get("items", {}):
            lists[name] = field["items"]["name"]
            _walk(field["items"], lists, singles)
        elif "properties" in field:
            singles[name] = field["name"]
            _walk(field, lists, singles)
