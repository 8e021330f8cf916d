"""Every object of the real content is what the standard asks: its schemas, its API, and tables that hang together."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import re
import uuid
from functools import cache
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from generator.hsds.export import FOLDER
from generator.hsds.tables import TABLES
from hsds.real import files, tables
from hsds.standard import STANDARD, URL, needs, standard

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from generator.hsds.tables import Column

WHOLE = {"organizations": "organization", "services": "service", "service_at_locations": "service_at_location"}
"""The paths of the API whose objects have a schema of their own."""


@pytest.fixture(autouse=True)
def _the_standard() -> None:
    needs(STANDARD)


@cache
def schema(name: str) -> Draft202012Validator:
    return Draft202012Validator(standard(f"compiled/{name}.json"), format_checker=FormatChecker(["uuid", "email", "date"]))


def mistakes(name: str, told: object) -> list[str]:
    return [f"{error.json_path}: {error.message}" for error in schema(name).iter_errors(told)]


def objects(path: str) -> Iterator[tuple[str, Any]]:
    for file, content in files().items():
        if file.startswith(f"{FOLDER}/{path}/"):
            yield file, json.loads(content)


@pytest.mark.parametrize(("path", "name"), WHOLE.items())
def test_every_whole_object_follows_its_schema(path: str, name: str) -> None:
    checked = dict(objects(path))
    assert len(checked) > 50
    assert {file: found for file, told in checked.items() if (found := mistakes(name, told))} == {}


@pytest.mark.parametrize(("path", "name"), WHOLE.items())
def test_every_object_in_a_list_follows_its_schema(path: str, name: str) -> None:
    listed = json.loads(files()[f"{FOLDER}/{path}.json"])
    assert {one["id"] for one in listed["contents"]} == {told["id"] for _, told in objects(path)}
    assert [found for one in listed["contents"] if (found := mistakes(name, one))] == []


def test_a_wrong_object_is_seen() -> None:
    _, service = next(objects("services"))
    service["service_at_locations"] = [{"id": "no uuid", "location": {"id": str(uuid.uuid4()), "location_type": "on paper"}}]
    assert len(mistakes("service", {**service, "status": "open"})) == 3


def test_terms_are_as_the_schema_of_an_attribute_has_them() -> None:
    term = standard("compiled/service.json")["properties"]["attributes"]["items"]["properties"]["taxonomy_term"]
    validator = Draft202012Validator(term, format_checker=FormatChecker(["uuid"]))
    found = dict(objects("taxonomy_terms"))
    assert len(found) > 50
    assert [file for file, told in found.items() if not validator.is_valid(told)] == []
    taxonomy = Draft202012Validator(term["properties"]["taxonomy_detail"])
    assert [file for file, told in objects("taxonomies") if not taxonomy.is_valid(told)] == []


def test_every_path_of_our_description_is_one_of_the_standard() -> None:
    ours = json.loads(files()[f"{FOLDER}/openapi.json"])
    assert {path.removesuffix(".json") for path in ours["paths"]} - {"/index"} == standard("openapi.json")["paths"].keys() - {"/"}
    page = standard("openapi.json")["components"]["schemas"]["Page"]["properties"]
    assert ours["components"]["schemas"]["Page"]["properties"].keys() == page.keys()


def test_every_path_of_our_description_is_there() -> None:
    ours = json.loads(files()[f"{FOLDER}/openapi.json"])
    found = {re.sub(r"/[0-9a-f-]{36}\.json$", "/{id}.json", file.removeprefix(FOLDER)) for file in files() if "datapackage" not in file}
    assert found == ours["paths"].keys() | {"/openapi.json"}


@pytest.mark.parametrize("path", WHOLE)
def test_every_page_follows_the_standard(path: str) -> None:
    validator = Draft202012Validator(standard("openapi.json")["components"]["schemas"]["Page"])
    assert list(validator.iter_errors(json.loads(files()[f"{FOLDER}/{path}.json"]))) == []


FORMS: dict[str, Callable[[str], object]] = {
    "uuid": uuid.UUID,
    "date": dt.date.fromisoformat,
    "time": dt.time.fromisoformat,
    "number": float,
    "uri": lambda typed: urlsplit(typed).scheme or typed.index(":"),
    "email": lambda typed: typed.index("@"),
    "string": str,
}


def rows(name: str) -> list[dict[str, str]]:
    content = files()[f"{FOLDER}/datapackage/{TABLES[name].file}"].decode()
    return list(csv.DictReader(io.StringIO(content, newline="")))


@pytest.mark.parametrize("name", TABLES)
def test_every_value_has_the_form_of_its_column(name: str) -> None:
    assert rows(name), "the real content should fill every table"
    for row in rows(name):
        for column in TABLES[name].columns:
            _has_the_form(row[column.name], column)


def _has_the_form(value: str, column: Column) -> None:
    assert value or not column.required, f"{column.name} must be there"
    if value:
        FORMS[column.type](value)


@pytest.mark.parametrize("name", TABLES)
def test_every_id_is_there_once(name: str) -> None:
    ids = [row["id"] for row in tables()[name]]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("name", TABLES)
def test_every_reference_leads_to_a_row(name: str) -> None:
    for key, other in TABLES[name].refers.items():
        there = {row["id"] for row in tables()[other]}
        assert {row[key] for row in tables()[name] if key in row} <= there


def test_every_attribute_belongs_to_a_row() -> None:
    there = {(name, row["id"]) for name in TABLES for row in tables()[name]}
    assert {(row["link_entity"], row["link_id"]) for row in tables()["attribute"]} <= there


def test_codes_are_unique_over_all_taxonomies() -> None:
    codes = [row["code"] for row in tables()["taxonomy_term"]]
    assert len(codes) == len(set(codes))


def test_the_package_says_what_its_files_are() -> None:
    package = json.loads(files()[f"{FOLDER}/datapackage/datapackage.json"])
    theirs = {resource["name"]: resource for resource in standard("datapackage.json")["resources"]}
    for resource in package["resources"]:
        header = files()[f"{FOLDER}/datapackage/{resource['path']}"].decode().split("\r\n", 1)[0]
        assert header.split(",") == [field["name"] for field in resource["schema"]["fields"]]
        told = [{name: field[name] for name in ("name", "type", "format") if name in field} for field in resource["schema"]["fields"]]
        there = theirs[resource["name"]]["schema"]["fields"]
        assert told == [{name: field[name] for name in ("name", "type", "format") if name in field} for field in there]


def test_links_lead_to_pages_of_the_public_site() -> None:
    pages = {str(row["uri"]) for row in tables()["organization"]} | {str(row["url"]) for row in tables()["service"]}
    assert {urlsplit(page)[:2] for page in pages} == {urlsplit(URL)[:2]}
