"""The description of the HSDS API after OpenAPI 3.1: the paths of the standard, as files of a static site."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import orjson

from generator.hsds.tables import VERSION

if TYPE_CHECKING:
    from collections.abc import Mapping

PROFILE = "https://docs.openreferral.org/en/3.1/hsds/overview.html"
SCHEMAS = f"https://raw.githubusercontent.com/openreferral/specification/{VERSION}/schema"
_COMPILED = {"organization", "service", "service_at_location"}
_PAGE = {
    "type": "object",
    "required": ["empty"],
    "properties": {
        "total_items": {"type": "integer"},
        "total_pages": {"type": "integer", "const": 1},
        "page_number": {"type": "integer", "const": 1},
        "size": {"type": "integer"},
        "first_page": {"type": "boolean"},
        "last_page": {"type": "boolean"},
        "empty": {"type": "boolean"},
    },
}


def openapi(endpoints: Mapping[str, str], url: str, name: str) -> bytes:
    """Describe `endpoints` (path and table), which stand at `url` and speak for the municipality `name`."""
    paths: dict[str, Any] = {"/index.json": {"get": _operation("Over deze API, en welke HSDS zij volgt", {"type": "object"})}}
    for path, table in endpoints.items():
        schema = {"$ref": f"{SCHEMAS}/{'compiled/' if table in _COMPILED else ''}{table}.json"}
        contents = {"type": "object", "properties": {"contents": {"type": "array", "items": schema}}}
        paged = {"allOf": [{"$ref": "#/components/schemas/Page"}, contents]}
        paths[f"/{path}.json"] = {"get": _operation(f"Alle {path}, op één pagina, in het kort", paged)}
        parameter = {"name": "id", "in": "path", "required": True, "schema": {"type": "string", "format": "uuid"}}
        paths[f"/{path}/{{id}}.json"] = {
            "get": {**_operation(f"Eén {table}, met alles wat erbij hoort", schema), "parameters": [parameter]}
        }
    described = {
        "openapi": "3.1.0",
        "info": {"title": f"Sociale kaart van de {name}", "version": VERSION, "description": f"Open data volgens HSDS {VERSION}."},
        "jsonSchemaDialect": "https://json-schema.org/draft/2020-12/schema",
        "servers": [{"url": url}],
        "paths": paths,
        "components": {"schemas": {"Page": _PAGE}},
    }
    return orjson.dumps(described)


def _operation(summary: str, schema: dict[str, Any]) -> dict[str, Any]:
    return {"summary": summary, "responses": {"200": {"description": "Gevonden", "content": {"application/json": {"schema": schema}}}}}
