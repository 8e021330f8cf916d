"""Proves that the finder says what the answers say: reads its built data back, and looks for every word in the answer's own blocks."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from generator.readback import normal
from generator.said import Difference, block_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from generator.answer import Answer

FILE = "sociale-kaart/aanbod.json"


def in_finder(answers: Iterable[Answer], folder: Path, channel: str) -> Iterator[Difference]:
    """Compare the finder's data in a built site with the answers about organisations."""
    told = {answer.record: answer for answer in answers if answer.kind == "organisatie"}
    path, where = folder / FILE, f"{channel} zoeker"
    rows = json.loads(path.read_text(encoding="utf-8"))["organisaties"] if path.is_file() else []
    found = {row["record"]: row for row in rows}
    for record in sorted(told.keys() ^ found.keys()):
        expected, read = (told[record].title, "") if record in told else ("", str(found[record]["titel"]))
        yield Difference(record, "(alles)", where, expected, read)
    for record in sorted(told.keys() & found.keys()):
        yield from _organisation(told[record], found[record], where)


def _organisation(answer: Answer, row: dict[str, Any], where: str) -> Iterator[Difference]:
    words = {block.id: block_words(block) for block in answer.blocks}
    titles = {block.id: block.title for block in answer.blocks}
    for name, expected in (("titel", answer.title), ("pad", answer.path[1:])):
        if row[name] != expected:
            yield Difference(answer.record, f"({name})", where, expected, row[name])
    offered = [identifier for identifier in titles if identifier.startswith("aanbod-")]
    if (told := [offer["blok"] for offer in row["aanbod"]]) != offered:
        yield Difference(answer.record, "(aanbod)", where, " ".join(offered), " ".join(told))
        return
    for offer in row["aanbod"]:
        block = offer["blok"]
        if offer["titel"] != titles[block]:
            yield Difference(answer.record, block, where, titles[block], offer["titel"])
        yield from _missing(answer, block, words[block], (offer["kort"], offer["binnenkomen"], *offer["kosten"]), where)
    places = " ".join(text for identifier, text in words.items() if identifier.startswith("locatie-"))
    for place in row["plekken"]:
        yield from _missing(answer, "(plek)", places, (place["naam"], place["adres"]), where)
    yield from _missing(answer, "contact", words.get("contact", ""), (row["werktVoor"],), where)


def _missing(answer: Answer, block: str, words: str, shown: Iterable[str], where: str) -> Iterator[Difference]:
    """Report what is shown and does not stand, word after word, in `words`."""
    for text in shown:
        if f" {normal(text)} " not in f" {words} ":
            yield Difference(answer.record, block, where, words, text)
