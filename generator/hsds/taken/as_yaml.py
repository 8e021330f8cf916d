"""Records as YAML that an editor can go on with.

Fields that are empty are left out, one value stands without a list, and texts of more lines stand after `|`.
"""

from __future__ import annotations

from typing import Any

import yaml


def as_yaml(record: dict[str, Any]) -> str:
    """Write a record: text, lists and groups of fields; nothing else."""
    return yaml.dump(_told(record), Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=10**6, default_flow_style=False)


def _told(value: Any) -> Any:  # noqa: ANN401 - text, a list or a group of fields
    if isinstance(value, dict):
        return {name: told for name, one in value.items() if (told := _told(one)) not in (None, "", [], {})}
    if isinstance(value, list):
        items = [told for one in value if (told := _told(one)) not in (None, "", [], {})]
        return items[0] if len(items) == 1 and isinstance(items[0], str) else items
    return value


class _Dumper(yaml.SafeDumper):
    """Writes as our strict reader wants it: without anchors, and lists set in."""

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ANN401, ARG002 - PyYAML's signature
        return True

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002, FBT001, FBT002 - PyYAML's signature
        super().increase_indent(flow, False)  # noqa: FBT003


LONGEST_LIST = 100
"""Characters of a list that stands on one line."""


def _list(dumper: yaml.SafeDumper, values: list[Any]) -> yaml.SequenceNode:
    """Write a short list of words as editors do: `[maandag, dinsdag]`."""
    short = all(isinstance(value, str) for value in values) and len(", ".join(values)) <= LONGEST_LIST
    return dumper.represent_sequence("tag:yaml.org,2002:seq", values, flow_style=short)


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text else None)


_Dumper.add_representer(str, _text)
_Dumper.add_representer(list, _list)
