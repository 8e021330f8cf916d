"""What the declared fields tell others: JSON Schemas for the editor's own program, and the field list of the editors' manual.

Everything here comes from the declarations in `records/` and the rulebook; `files` gives what belongs in the tree,
also what `nginx.py` makes.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from generator import nginx
from generator.fields import Choice, Json, Kind, Many
from generator.records import COLLECTIONS
from generator.records.reader import Declared, Group, Named, declared_fields
from generator.rulebook import rulebook_markdown

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from generator.records import Collection

    RecordClass = Callable[..., Any]

DIALECT = "https://json-schema.org/draft/2020-12/schema"

_INTRODUCTION = """# Velden

Dit zijn alle velden die u in een record kunt gebruiken. Eerst staan de soorten records, daarna de groepen velden daarbinnen.
Een lijst met één waarde mag zonder streepje: `talen: Engels`. Hoe u met records werkt, leest u in de [handleiding](handleiding.md).

Deze bladzijde wordt gemaakt uit de velden in `generator/records`. Verander haar daar, en draai `antwoordkaart schema`.
"""

_HEAD = "| veld | verplicht | wat u typt | uitleg |\n| --- | --- | --- | --- |"


def files() -> dict[str, str]:
    """Give every file that is made from the declarations: its path in the project and its text."""
    schemas = {f"schemas/{kind}.schema.json": _as_json(json_schema(collection)) for kind, collection in COLLECTIONS.items()}
    return {**schemas, "docs/velden.md": field_list(), "docs/regels.md": rulebook_markdown(), **nginx.files()}


def outdated(root: Path) -> list[str]:
    """List the files below `root` that do not say what the declarations say, with schemas of kinds that no longer exist."""
    made = files()
    changed = [path for path, text in made.items() if _current(root / path) != text]
    left_over = {f"schemas/{path.name}" for path in (root / "schemas").glob("*.schema.json")} - made.keys()
    return sorted({*changed, *left_over})


def write(root: Path) -> list[str]:
    """Bring the files below `root` up to date; give the paths that changed."""
    made, changed = files(), outdated(root)
    for path in changed:
        target = root / path
        if path not in made:
            target.unlink()
            continue
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(made[path], encoding="utf-8", newline="\n")
    return changed


def _current(path: Path) -> str | None:
    return path.read_text(encoding="utf-8") if path.is_file() else None


def _as_json(schema: Json) -> str:
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def json_schema(collection: Collection) -> Json:
    """Give the JSON Schema of one kind of record, as another reader of YAML sees its files."""
    return {
        "$schema": DIALECT,
        "title": collection.kind,
        "description": f"Een bestand in {collection.folder}/. De naam van het bestand is het id.",
        **_object(collection.record_class),
        "$defs": {group.__name__: _object(group) for group in groups(collection.record_class)},
    }


def _object(record_class: RecordClass) -> Json:
    fields = declared_fields(record_class)
    return {
        "type": "object",
        "properties": {field.name: _property(field) for field in fields},
        "required": [field.name for field in fields if field.required],
        "additionalProperties": False,
    }


def _property(field: Declared) -> Json:
    typed = "" if group_of(field.kind) else f"\n\nWat u typt: {field.kind.describe()}"
    return {**field.kind.schema(), "description": field.help, "markdownDescription": field.help + typed}


def group_of(kind: Kind) -> RecordClass | None:
    """Give the record class that values of `kind` hold; None where they hold no group of fields."""
    if isinstance(kind, Many):
        return group_of(kind.of)
    return kind.record_class if isinstance(kind, Group | Named) else None


def groups(*record_classes: RecordClass) -> list[RecordClass]:
    """List the groups of fields inside records, and inside those groups, in the order in which an editor meets them."""
    found: list[RecordClass] = []
    pending = list(record_classes)
    while pending:
        for field in declared_fields(pending.pop(0)):
            group = group_of(field.kind)
            if group is not None and group not in found:
                found.append(group)
                pending.append(group)
    return found


def field_list() -> str:
    """Write the list of all fields as one Markdown page."""
    parts = [_INTRODUCTION, "## Soorten records\n"]
    for kind, collection in COLLECTIONS.items():
        parts.append(f"### {kind}\n\nBestanden in `{collection.folder}/`. De naam van het bestand is het id.\n")
        parts.append(_table(collection.record_class))
    parts.append("## Groepen velden\n")
    for group in sorted(_all_groups(), key=lambda group: group.__name__):
        parts.append(f"### {group.__name__}\n\nStaat in: {', '.join(_used_in(group))}.\n")
        parts.append(_table(group))
    return "\n".join(parts)


def _all_groups() -> list[RecordClass]:
    return groups(*(collection.record_class for collection in COLLECTIONS.values()))


def _used_in(group: RecordClass) -> list[str]:
    """List where an editor types this group: `product.kosten`, `Aanbod.kosten`."""
    holders: dict[str, RecordClass] = {collection.kind: collection.record_class for collection in COLLECTIONS.values()}
    holders |= {other.__name__: other for other in _all_groups()}
    return [
        f"`{name}.{field.name}`"
        for name, record_class in holders.items()
        for field in declared_fields(record_class)
        if group_of(field.kind) is group
    ]


def _table(record_class: RecordClass) -> str:
    return "\n".join([_HEAD, *map(_row, declared_fields(record_class))]) + "\n"


def _row(field: Declared) -> str:
    cells = (f"`{field.name}`", "ja" if field.required else "", field.kind.describe(), field.help + _meanings(field.kind))
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def _meanings(kind: Kind) -> str:
    """Tell what the words of a choice mean, where a word does not say it itself."""
    if isinstance(kind, Many):
        return _meanings(kind.of)
    if not isinstance(kind, Choice) or all(word == means for word, means in kind.options.items()):
        return ""
    return " " + "; ".join(f"`{word}`: {means}" for word, means in kind.options.items()) + "."
