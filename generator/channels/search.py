"""Search documents: what the browser needs to find an answer, in plain words. lunr.js makes its index from them at first use."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from generator.answer import plain_bodies
from generator.dutch import stem, words_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.answer import AgentLayer, Answer

FIELDS = {"titel": 10, "woorden": 6, "kort": 2, "kcc": 1}
"""The fields that are searched, with their weight; `theme/assets/search.js` reads them from the file."""


def document(answer: Answer, layer: AgentLayer | None = None) -> dict[str, Any]:
    """Give the search document of an answer; with the agents' `layer` only in the agents' site."""
    found = {
        "record": answer.key,
        "soort": answer.label,
        "pad": answer.path[1:],
        "titel": answer.title,
        "kort": answer.summary,
        "woorden": ", ".join(answer.keywords),
        "code": answer.code,
    }
    if layer is not None:
        found["kcc"] = " ".join(line for block in layer.blocks for line in plain_bodies(block.bodies))
    return found


def stems_of(found: dict[str, Any]) -> dict[str, str]:
    """Give the words of a document with their stems, where they differ, so that the browser needs no stemmer."""
    words = {word for field in FIELDS for word in words_of(found.get(field, ""))}
    return {word: stemmed for word in sorted(words) if (stemmed := stem(word)) != word}


def render(documents: Iterable[str], stems: dict[str, str]) -> str:
    """Give the one file that the search page loads; `documents` are JSON already."""
    head = json.dumps({"velden": FIELDS, "stammen": dict(sorted(stems.items()))}, ensure_ascii=False, separators=(",", ":"))
    return f'{head[:-1]},"documenten":[{",".join(documents)}]}}\n'
