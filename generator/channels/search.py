"""Search in a site: for each answer what a result shows and what it is found by, and the files that the browser reads.

`zoeken/kern.json` is read first; `zoeken/woorden/<letters>.txt` when a word that begins so is asked for; `zoeken/antwoorden/<number>.json`
when one of its answers is shown.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any, NamedTuple

import orjson

from generator.answer import Items, Link, plain
from generator.dutch import FAINT_WORDS, STOP_WORDS
from generator.search.counting import all_written
from generator.search.index import SEGMENT, TYPED_ONLY, packed
from generator.search.lists import Told, meanings, no_lists, numbered
from generator.search.terms import found_by, pieces
from generator.search.together import letters_of
from generator.search.writing import MOST_ENDING, core_words, forms, parts, told_words
from generator.words import DUTCH

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.answer import AgentLayer, Answer
    from generator.language import Language
    from generator.search.counting import Written

TOGETHER = 4
"""Answers in one file: ten results are read from at most ten files of about six hundred bytes."""

MOST_ACTIONS = 2
DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"

FACETS = ("soort", "thema", "doelgroep", "wijk")


class Sought(NamedTuple):
    """What search keeps of one answer, in plain values that are cheap to send and to keep."""

    record: str
    kind: str
    family: str
    title_words: int
    facets: tuple[tuple[str, ...], ...]
    """In the order of `FACETS`, as names that visitors read."""
    words: str
    """The words it is found by, as `told_words` writes them."""
    document: bytes
    """What a result shows, as JSON."""


def sought(answer: Answer, lang: Language, layer: AgentLayer | None = None) -> Sought:
    """Give what search needs of an answer; with the agents' `layer` only in the agents' site."""
    organisation = answer.kind == "organisatie"
    kind = lang("soort-organisatie") if organisation else answer.label
    themes = tuple(place.name for place in answer.places if "/thema/" in place.path)
    return Sought(
        record=answer.record,
        kind=answer.kind,
        family=answer.label if organisation or answer.kind == "vraag" else "",
        title_words=len(set(pieces(answer.title))),
        facets=((kind,), themes, answer.audience, answer.wijken),
        words=told_words(found_by(answer, layer), letters_of((answer.title, *answer.keywords))),
        document=orjson.dumps(document(answer, layer)),
    )


def document(answer: Answer, layer: AgentLayer | None = None) -> dict[str, Any]:
    """Give what a result shows: the words of the answer, with its actions as text and target; for agents also who handles it, and when."""
    found: dict[str, Any] = {
        "record": answer.record,
        "soort": answer.label,
        "pad": answer.path[1:],
        "titel": answer.title,
        "kort": answer.summary,
        "code": answer.code,
        "acties": actions(answer),
    }
    if layer is None:
        return found
    moments = layer.moments or next((block.moments for block in answer.blocks if block.moments), "")
    return found | ({"loket": layer.handled_by} if layer.handled_by else {}) | ({"momenten": moments} if moments else {})


def actions(answer: Answer) -> list[tuple[str, str]]:
    """Give the first things to do about an answer: call, go online, drop in; as text and target."""
    block = next((block for block in answer.blocks if block.id == "acties"), None)
    lines = [line for body in block.bodies if isinstance(body, Items) for line in body.lines] if block else []
    links = [part for line in lines for part in line if isinstance(part, Link) and plain(line) == part.text]
    return [(link.text, link.target) for link in links[:MOST_ACTIONS]]


def files(all_sought: list[Sought], lists: Told, lang: str, kept: list[Written]) -> tuple[dict[str, bytes], list[Written]]:
    """Make the files of search in one language; segments that are as in `kept` are not counted again."""
    folder = "zoeken/" if lang == DUTCH else f"{lang}/zoeken/"
    written = all_written([one.words for one in all_sought], kept)
    numbers = {one.record: number for number, one in enumerate(all_sought)}
    held = parts([one.lines for one in written], len(all_sought), meanings(lists, numbers))
    core = _core(all_sought, written, sorted(held), lists["getypt"]) | numbered(lists, numbers)
    made = {f"{folder}kern.json": orjson.dumps(core) + b"\n"}
    made |= {f"{folder}woorden/{start}.txt": text.encode() for start, text in held.items()}
    for begin in range(0, len(all_sought), TOGETHER):
        documents = b",\n".join(one.document for one in all_sought[begin : begin + TOGETHER])
        made[f"{folder}antwoorden/{begin // TOGETHER}.json"] = b"[" + documents + b"]\n"
    return made, written


def opensearch(name: str, url: str, lang: Language) -> str:
    """Describe search for the address bar of a browser (OpenSearch 1.1): what is typed there leads to the page of results at `url`."""
    short, told = escape(name.removeprefix("gemeente ")[:16]), escape(lang("zoek-in-browser", naam=name))
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">\n'
        f"<ShortName>{short}</ShortName>\n<Description>{told}</Description>\n<InputEncoding>UTF-8</InputEncoding>\n"
        f'<Url type="text/html" template="{escape(url)}?q={{searchTerms}}"/>\n</OpenSearchDescription>\n'
    )


def _core(all_sought: list[Sought], written: list[Written], starts: list[str], typed: list[str]) -> dict[str, Any]:
    words = core_words(one.core for one in written)
    others = [word + TYPED_ONLY for word in set(typed).difference(words)]
    kinds = sorted({one.kind for one in all_sought})
    families = ["", *sorted({one.family for one in all_sought if one.family})]
    place = {family: number for number, family in enumerate(families)}
    return {
        "aantal": len(all_sought),
        "segment": SEGMENT,
        "samen": TOGETHER,
        "delen": starts,
        "eindes": MOST_ENDING,
        "woorden": packed(sorted([*words, *others])),
        "stil": sorted(STOP_WORDS),
        "zwak": sorted(FAINT_WORDS),
        "vormen": forms(words),
        "titels": "".join(DIGITS[min(35, one.title_words)] for one in all_sought),
        "soorten": kinds,
        "soort": "".join(DIGITS[kinds.index(one.kind)] for one in all_sought),
        "families": [place[one.family] for one in all_sought],
        "filters": [_facet(name, at, all_sought) for at, name in enumerate(FACETS)],
    }


def _facet(name: str, at: int, all_sought: list[Sought]) -> dict[str, Any]:
    """Give the choices of a filter, and for each answer which of them it has, as digits with a comma between answers."""
    choices = sorted({choice for one in all_sought for choice in one.facets[at]})
    place = {choice: number for number, choice in enumerate(choices)}
    return {
        "naam": name,
        "keuzes": choices,
        "van": ",".join(" ".join(str(place[choice]) for choice in one.facets[at]) for one in all_sought),
    }


def all_files(
    every: Iterable[tuple[str, Sought]], lists: Told, kept: dict[str, list[Written]]
) -> tuple[dict[str, bytes], dict[str, list[Written]]]:
    """Make the files of search in every language, from what is sought in each; give also what to keep for the next time.

    The lists of editors are Dutch.
    """
    by_lang: dict[str, list[Sought]] = {DUTCH: []}
    for lang, one in every:
        by_lang.setdefault(lang, []).append(one)
    made: dict[str, bytes] = {}
    for lang, all_sought in sorted(by_lang.items()):
        told, kept[lang] = files(all_sought, lists if lang == DUTCH else no_lists(), lang, kept.get(lang, []))
        made |= told
    return made, kept
