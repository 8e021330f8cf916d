"""Searches the answers in Python, with the documents and terms that the browser has: so that an editor sees what a visitor would find."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lunr.builder import Builder
from lunr.query import Query

from generator.channels.search import FIELDS, stems_of
from generator.dutch import terms_of, words_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lunr.index import Index

SHORTEST_BEGINNING, SHORTEST_MISTYPED = 3, 5
"""Letters: a shorter word is not taken for the beginning of another, or for a typing error."""


def find(documents: Iterable[dict[str, Any]], question: str, most: int = 10) -> list[dict[str, Any]]:
    """Give the documents that answer `question`, best first: exact words count most, then stems, beginnings, and typing errors."""
    by_record = {document["record"]: document for document in documents}
    index = _index(by_record.values())
    stems = {word: stem for document in by_record.values() for word, stem in stems_of(document).items()}
    query = Query(list(FIELDS))
    for word in words_of(question):
        _ask(query, word, stems.get(word, ""), known=word in index.inverted_index)
    return [by_record[result["ref"]] for result in index.query(query)[:most]] if query.clauses else []


def _index(documents: Iterable[dict[str, Any]]) -> Index:
    builder = Builder()
    builder.ref("record")
    for name, boost in FIELDS.items():
        builder.field(name, boost=boost)
    for document in documents:
        builder.add({"record": document["record"], **{name: " ".join(terms_of(document.get(name, ""))) for name in FIELDS}})
    return builder.build()


def _ask(query: Query, word: str, stem: str, *, known: bool) -> None:
    query.term(word, boost=10)
    if stem:
        query.term(stem, boost=6)
    if len(word) >= SHORTEST_BEGINNING:
        query.term(word, boost=2, wildcard=Query.WILDCARD_TRAILING)
    if len(word) >= SHORTEST_MISTYPED and not known:
        query.term(word, boost=3, edit_distance=1)
