"""Proves that flyers say the same as answers and overviews: reads the built PDFs back and compares them, word by word.

Like `parity.py` it knows the Answer's data classes, the fixed words of each language and the files on disk, and nothing of how a flyer
is made.
"""

from __future__ import annotations

import hashlib
import multiprocessing
import unicodedata
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from typing import TYPE_CHECKING, NamedTuple

from generator import readback
from generator.frozen import dataclass
from generator.readback import SOFT_HYPHEN, normal
from generator.said import Difference, block_words, line_words

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from generator.answer import Answer
    from generator.overview import Overview

WORTH_SHARING = 200
"""Flyers to read; for fewer, starting processes costs more than it saves."""

PAPERS = {"": "folder", "-a5": "folder a5", "-groot": "folder groot"}
"""On what an answer is printed, by the end of the file's name."""


@dataclass(frozen=True, slots=True)
class Printed:
    """What flyers say besides answers.

    `url` is where the public site will stand; `peildatum` the day for which overviews hold; `words` are the fixed words by language and
    name, as the editors' list has them.
    """

    url: str
    peildatum: dt.date
    overviews: Sequence[Overview]
    words: Mapping[str, Mapping[str, str]]


class Flyer(NamedTuple):
    """What a flyer has to say: the words of each part, by name, and the stamp at its foot. `path` is its file in the site."""

    record: str
    path: str
    paper: str
    parts: list[tuple[str, str]]
    stamp: str
    rtl: bool


def on_paper(answers: Iterable[Answer], printed: Printed, sites: Mapping[str, Path]) -> Iterator[Difference]:
    """Compare every flyer, on every paper, with its answer or overview."""
    flyers = [*_of_answers(answers, printed), *_of_overviews(printed)]
    found = _read(folder / flyer.path for flyer in flyers for folder in sites.values())
    for flyer in flyers:
        for channel, folder in sites.items():
            yield from _differences(flyer, found[folder / flyer.path], f"{channel} {flyer.paper}")


def _read(paths: Iterable[Path]) -> dict[Path, readback.Flyer]:
    """Read every file, and once what is byte for byte the same in both sites; many files by all processors."""
    digests = {path: hashlib.sha256(path.read_bytes()).digest() if path.is_file() else b"" for path in paths}
    chosen = {digest: path for path, digest in digests.items() if digest}
    if len(chosen) < WORTH_SHARING:
        read = list(map(readback.read_flyer, chosen.values()))
    else:
        with ProcessPoolExecutor(mp_context=multiprocessing.get_context("spawn")) as pool:
            read = list(pool.map(readback.read_flyer, chosen.values(), chunksize=16))
    found = {b"": readback.Flyer("", ""), **dict(zip(chosen, read, strict=True))}
    return {path: found[digest] for path, digest in digests.items()}


def _of_answers(answers: Iterable[Answer], printed: Printed) -> Iterator[Flyer]:
    for answer in answers:
        words = printed.words[answer.lang]
        stamp = words["folder-voet"].format(code=answer.code, datum=_date(answer.peildatum, words))
        parts = list(_answer_words(answer, printed))
        for suffix, paper in PAPERS.items():
            if not suffix or not answer.on_a4_alone:
                yield Flyer(answer.key, f"{answer.path[1:]}{answer.id}{suffix}.pdf", paper, parts, stamp, answer.rtl)


def _of_overviews(printed: Printed) -> Iterator[Flyer]:
    for overview in printed.overviews:
        if overview.printed:
            words, folder = printed.words[overview.lang], overview.path.strip("/")
            path = f"{folder}/{folder.rpartition('/')[2]}.pdf"
            stamp = words["folder-geldig"].format(datum=_date(printed.peildatum, words))
            yield Flyer(folder, path, "folder", list(_overview_words(overview, printed)), stamp, overview.rtl)


def _date(day: dt.date, words: Mapping[str, str]) -> str:
    return words["datum"].format(dag=day.day, maand=words[f"maand-{day.month}"], jaar=day.year)


def _answer_words(answer: Answer, printed: Printed) -> Iterator[tuple[str, str]]:
    first, *rest = (block for block in answer.blocks if not block.passing)
    yield "(titel)", f"{answer.label} {answer.title}"
    yield first.id, block_words(first, on_paper=True)
    yield _address_words(answer, printed)
    yield from ((block.id, block_words(block, on_paper=True)) for block in rest)


def _overview_words(overview: Overview, printed: Printed) -> Iterator[tuple[str, str]]:
    yield "(titel)", f"{overview.trail[-1].text} {overview.title}"
    yield "(inleiding)", overview.intro
    yield _address_words(overview, printed)
    if overview.steps:
        yield "stappen", printed.words[overview.lang]["stappen"]
    for number, step in enumerate(overview.steps, 1):
        links = [f"• {link.text}" for link in step.links]
        yield f"stap {number}", " ".join((line_words(step.when, on_paper=True), line_words(step.what, on_paper=True), *links))
    for section in overview.sections:
        if section.leads:
            yield section.id, section.title
        for lead in section.leads:
            ways = [line_words(way, on_paper=True) for way in lead.reach]
            yield lead.record, " ".join((lead.link.text, lead.text, *ways))


def _address_words(page: Answer | Overview, printed: Printed) -> tuple[str, str]:
    short = printed.url.removeprefix("https://").rstrip("/")
    return "(adres)", f"{printed.words[page.lang]['folder-lees']} {short}{page.path}"


def _differences(flyer: Flyer, found: readback.Flyer, channel: str) -> Iterator[Difference]:
    """Compare a flyer as one stream of letters: how lines break on paper says nothing about the words. Then compare the stamp."""
    letters, after = (_alphanumeric, _after_in_any_order) if flyer.rtl else (_visible, _after)
    stream, at = letters(found.words), 0
    for identifier, expected in flyer.parts:
        wanted = letters(expected)
        end = after(stream, at, wanted)
        if end is None:
            yield Difference(flyer.record, identifier, channel, normal(expected), _words_from(found.words, at, len(wanted), letters))
            return
        at = end
    if stream[at:]:
        yield Difference(flyer.record, "(na het einde)", channel, "", _words_from(found.words, at, len(stream), letters))
    elif not _stamped(letters(found.edges), letters(flyer.stamp), rtl=flyer.rtl):
        yield Difference(flyer.record, "(voet)", channel, flyer.stamp, found.edges)


def _stamped(edges: str, stamp: str, *, rtl: bool) -> bool:
    """Tell whether the running heads have the stamp; from right to left they stand in one line with other words, in another order."""
    return not Counter(stamp) - Counter(edges) if rtl else stamp in edges


def _visible(text: str) -> str:
    return "".join(text.split())


def _after(stream: str, at: int, letters: str) -> int | None:
    """Give where `letters`, which have to stand at `at`, end in `stream`; None where something else stands there.

    A hyphen at the end of a line (soft, as it is read) stands for a hyphen of the word, or for none.
    """
    if stream.startswith(letters, at):
        return at + len(letters)
    for letter in letters:
        if letter != "-" and stream[at : at + 1] == SOFT_HYPHEN:
            at += 1
        if stream[at : at + 1] not in ({letter, SOFT_HYPHEN} if letter == "-" else {letter}):
            return None
        at += 1
    return at


def _alphanumeric(text: str) -> str:
    """Give the letters and digits, without signs that turn around with the direction (brackets) and in the form in which one types them."""
    return "".join(letter for letter in unicodedata.normalize("NFKC", text) if letter.isalnum())


def _after_in_any_order(stream: str, at: int, letters: str) -> int | None:
    """Do as `_after` where one writes from right to left: a PDF holds a line as it is seen, so only its letters can be compared.

    What belongs together begins and ends with a line, so the letters of a part are all of the next in the stream.
    """
    end = at + len(letters)
    return end if sorted(stream[at:end]) == sorted(letters) else None


def _words_from(text: str, at: int, length: int, letters: Callable[[str], str]) -> str:
    """Give the words of `text` from its `at`th letter on."""
    counted = 0
    for index, letter in enumerate(text):
        if counted >= at and letters(letter):
            return normal(text[index : index + length + length // 4])
        counted += len(letters(letter))
    return ""
