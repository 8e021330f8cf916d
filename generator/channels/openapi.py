"""The description of the API after OpenAPI 3.1, so that machines know what they get."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.channels.site import Site

TEXT = {"type": "string"}
NAMES = ("soort", "id", "titel", "kort_antwoord", "url", "api_url", "antwoordcode", "gecontroleerd_op", "peildatum", "taal")
SHORT = dict.fromkeys(NAMES, TEXT)
BLOCK = {
    "type": "object",
    "required": ["id", "kop", "tekst", "inhoud"],
    "properties": {"id": TEXT, "kop": TEXT, "tekst": TEXT, "inhoud": {"type": "array", "items": {"type": "object"}}},
}
ANSWER = {
    "type": "object",
    "required": ["soort", "id", "titel", "antwoordcode", "blokken"],
    "properties": {**SHORT, "blokken": {"type": "array", "items": BLOCK}},
}
LISTED = {
    "type": "object",
    "required": ["aantal", "peildatum", "resultaten"],
    "properties": {
        "aantal": {"type": "integer"},
        "peildatum": TEXT,
        "resultaten": {"type": "array", "items": {"type": "object", "properties": SHORT}},
    },
}


def render(kinds: Iterable[str], site: Site) -> str:
    """Describe the lists and answers of `kinds` (their folders in the API)."""
    paths: dict[str, Any] = {}
    for kind in kinds:
        paths[f"/{kind}.json"] = {"get": {"summary": f"Alle {kind}, in het kort", "responses": _gives("Lijst")}}
        parameter = {"name": "id", "in": "path", "required": True, "schema": TEXT}
        paths[f"/{kind}/{{id}}.json"] = {"get": {"summary": "Eén antwoord", "parameters": [parameter], "responses": _gives("Antwoord")}}
    described = {
        "openapi": "3.1.0",
        "info": {"title": f"Antwoorden van de {site.name}", "version": "1", "description": "Dezelfde antwoorden als op de website."},
        "servers": [{"url": f"{site.url}/api/v1"}],
        "paths": paths,
        "components": {"schemas": {"Antwoord": ANSWER, "Lijst": LISTED}},
    }
    return json.dumps(described, ensure_ascii=False, separators=(",", ":")) + "\n"


def _gives(schema: str) -> dict[str, Any]:
    reference = {"schema": {"$ref": f"#/components/schemas/{schema}"}}
    return {"200": {"description": schema, "content": {"application/json": reference}}}
