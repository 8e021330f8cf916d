"""The fields that were checked apart from their record: for agents, and in the letter to the organisation."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from generator.answer import Items, Paragraph
from generator.freshness import stale_fields
from generator.wording.phrases import block, words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.answer import Block, Body
    from generator.records.veldcontrole import Veldcontrole
    from generator.wording.phrases import Phrases

ONE = "Dit onderdeel is te lang niet nagekeken. Zeg dat erbij, en meld wat niet klopt."
MORE = "Deze onderdelen zijn te lang niet nagekeken. Zeg dat erbij, en meld wat niet klopt."


def stale_bodies(record: Any, kind: str, say: Phrases) -> list[Body]:  # noqa: ANN401 - any record with an answer
    """Warn for the fields that nobody checked in time."""
    late = stale_fields(record, kind, say.catalogue.peildatum)
    return [Paragraph(words(ONE if len(late) == 1 else MORE)), _list(late, record, say)] if late else []


def checked_apart(record: Any, kind: str, say: Phrases) -> list[Block]:  # noqa: ANN401 - any record with an answer
    """Tell of which fields the check holds that has a day and a source of its own."""
    late = stale_fields(record, kind, say.catalogue.peildatum)
    fresh = [check for check in record.veldcontroles if check not in late]
    return block("kcc-veldcontroles", "Apart nagekeken", [_list(fresh, record, say)] if fresh else [])


def _list(checks: Iterable[Veldcontrole], record: Any, say: Phrases) -> Items:  # noqa: ANN401 - any record with an answer
    lines = (f"{field_name(record, check.veld)}: op {say.lang.date(check.op)}. Bron: {check.bron.rstrip('.')}." for check in checks)
    return Items(tuple(words(line[:1].upper() + line[1:]) for line in lines))


def field_name(record: Any, path: str) -> str:  # noqa: ANN401 - walks a record and its groups
    """Name the field at `path` as people read it: `aanbod.inloop.kosten` is "kosten (aanbod Koffie-inloop)"."""
    names, value = [], record
    for part in path.split("."):
        if isinstance(value, tuple):
            value = next((one for one in value if getattr(one, "id", None) == part), None)
            names.append(getattr(value, "naam", part))
        else:
            value = getattr(value, part, None)
            names.append(part.replace("_", " "))
    return f"{names[-1]} ({' '.join(names[:-1])})" if names[1:] else names[0]


__all__ = ["checked_apart", "field_name", "stale_bodies"]
