"""Opening hours that are typed in prose. They stand in the structure (`openingstijden`, `bereikbaar`), and the words are made from it.

So hours in prose say a thing twice, and one day they say two things. Reported as `tijden-in-tekst` is a sentence with a weekday or a
time of the clock

* beside a word of being open (open, gesloten, bereikbaar, spreekuur, inloop, aanwezig); or
* beside an invitation to come, walk in or call, unless it is a deadline ("meld u vóór 20.00 uur"); or
* in an organisation, desk or contact point: beside "sluit", "stopt" or "neemt op".

Softer is `dag-in-tekst`, a warning: a weekday on which an organisation or desk holds something ("elke dinsdag is er een arts"), which can
be an offer with hours of its own; and hours in the layer of the agents, who see the real hours beside it.

Not reported: when something happens or is allowed elsewhere (trouwen op maandag, muziek tot 23.00 uur, de container vóór 7.30 uur
buiten), what the reader looks for ("u zoekt een buurthuis dat op maandag open is"), a duration (24 uur), and "dag en nacht". News is
left out: it tells what is different for a few days.
"""

from __future__ import annotations

import dataclasses
import re
from typing import TYPE_CHECKING, Any

from generator.fields import RichLine, RichText
from generator.problems import Level, Position, Problem
from generator.prose import plain_lines, sentences

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.records import Entry

CHECKED = ("product", "organisatie", "loket", "contactpunt")
PLACES = ("organisatie", "loket", "contactpunt")
"""Kinds whose own hours are structured: here more words tell that a sentence is about being open."""

SOFT = "dag-in-tekst"

_DAY = r"\b(?:maan|dins|woens|donder|vrij|zater|zon)dag(?:s|en|ochtend|middag|avond)*\b"
_HOUR = r"(?<![\d.,€])(?<!artikel )(?<!artikelen )(?:[01]?\d|2[0-4])[.:][0-5]\d(?![\d.,]\d)"
_TIME = rf"(?:{_HOUR}|\b(?:van|vanaf|tot|tussen|na|om|voor|vóór)\s+\d{{1,2}}\s+uur\b(?!\s+(?:per|lang)))"
_RANGE = rf"(?:(?:van|tussen)\s+\d[\d.:]*\s+(?:uur\s+)?(?:tot|en)\s+\d[\d.:]*\s+uur|{_HOUR}\s*(?:uur\s*)?(?:-|–|tot)\s*{_HOUR})"

_DIGIT = re.compile(r"\d")
_TIME_HINT = re.compile(r"\d(?:[.:]\d\d|\s+uur)")
_WHEN = re.compile(rf"{_DAY}|{_TIME}|{_RANGE}", re.IGNORECASE)
_DAY_OR_RANGE = re.compile(rf"{_DAY}|{_RANGE}", re.IGNORECASE)
_OPEN = re.compile(
    r"\b(?:open|opent|geopend|gesloten|dicht(?! bij)|bereikbaar|aanwezig|inloop|(?:inloop)?spreekuur|openingstijden)\b", re.IGNORECASE
)
_COME = re.compile(
    r"\b(?:kom\w*\b.*\b(?:langs|binnen|naar)|langskomen|binnenlopen|loop\w*\b.*\bbinnen|terecht|"
    r"bellen kan|(?:kunt|kan|mag)\b.*\bbellen|belt u|bel ons)\b",
    re.IGNORECASE,
)
_DEADLINE = re.compile(r"\buiterlijk\b|\bvóór\b|\bvoor\s+\d", re.IGNORECASE)
_WISH = re.compile(r"(?:u (?:zoekt|wilt)|zoekt u|wilt u)\b", re.IGNORECASE)
_STOPS = re.compile(r"\b(?:sluit|sluiten|stopt|stoppen|neemt\b.*\bop)\b", re.IGNORECASE)
_HELD = re.compile(rf"\b(?:elke|iedere)\s+{_DAY}|{_DAY}.*\b(?:is|zijn) er\b|\ber (?:is|zijn)\b.*{_DAY}", re.IGNORECASE)


def check_hours(entry: Entry) -> Iterator[Problem]:
    """Report every sentence of a record that types opening hours; the layer of the agents and the translations included."""
    if entry.kind not in CHECKED:
        return
    place = entry.kind in PLACES
    for mention in entry.mentions:
        if (type(mention) is RichText or type(mention) is RichLine) and _may_tell_time(mention.raw):
            for sentence in sentences(mention):
                for problem in _problems(sentence.words, sentence.at, sentence.fragment, place=place):
                    yield problem if problem.rule == SOFT or not _is_for_agents(mention, entry.record) else _softened(problem)
    for _, words in plain_lines(entry):
        yield from _problems(words, Position(entry.path), words, place=place)


def _is_for_agents(mention: RichText | RichLine, record: Any) -> bool:  # noqa: ANN401 - a record that may have a layer for agents
    layer = getattr(record, "kcc", None)
    if layer is None:
        return False
    lines = [line for transfer in layer.doorverbinden for line in (transfer.wanneer, transfer.meegeven, transfer.geen_gehoor)]
    return any(mention is one for one in (*layer.vraag_eerst, layer.zeg_dit, layer.knip, layer.niet_doorverbinden, *layer.let_op, *lines))


def _softened(problem: Problem) -> Problem:
    return dataclasses.replace(problem, rule=SOFT, level=Level.WAARSCHUWING)


def _may_tell_time(raw: str) -> bool:
    """Say quickly of most texts that they name neither a weekday nor a time: they are many, and looking for letters is cheap."""
    if "dag" in raw and ("ndag" in raw or "sdag" in raw or "rdag" in raw or "ijdag" in raw):
        return True
    return ("uur" in raw or "00" in raw or "30" in raw) and _TIME_HINT.search(raw) is not None


def _problems(words: str, at: Position, fragment: str, *, place: bool) -> Iterator[Problem]:
    if "dag" not in (lower := words.lower()) and not _DIGIT.search(lower):  # then it names no weekday and no time
        return
    if types_hours(words, place=place):
        message = "openingstijden staan hier in een zin; veranderen de tijden, dan klopt de zin niet meer"
        repair = "haal de tijden uit de tekst; vul openingstijden of bereikbaar in, dan komen de woorden vanzelf"
        yield Problem(at, "tijden-in-tekst", message, repair, fragment=fragment)
    elif place and types_a_day(words):
        message = "een vaste dag staat hier in een zin; verandert de dag, dan klopt de zin niet meer"
        repair = "maak er een aanbod met openingstijden van, of haal de dag uit de tekst"
        yield Problem(at, "dag-in-tekst", message, repair, Level.WAARSCHUWING, fragment=fragment)


def types_hours(sentence: str, *, place: bool) -> bool:
    """Tell whether `sentence` types opening hours; `place` says that it is of an organisation, desk or contact point."""
    if not _WHEN.search(sentence) or _WISH.match(sentence):
        return False
    if _OPEN.search(sentence) or (place and _STOPS.search(sentence)):
        return True
    return bool(_COME.search(sentence) and _DAY_OR_RANGE.search(sentence) and not _DEADLINE.search(sentence))


def types_a_day(sentence: str) -> bool:
    """Tell whether `sentence` of an organisation or desk says on which weekday something is held."""
    return _HELD.search(sentence) is not None and not _DEADLINE.search(sentence) and not _WISH.match(sentence)


__all__ = ["check_hours", "types_a_day", "types_hours"]
