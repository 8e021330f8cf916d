"""The coming days, reckoned out from opening hours: words for the page, and moments for the line that says whether it is open now."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from generator.answer import Table, Words
from generator.openings import AMSTERDAM, Day, State, days, moments
from generator.wording.hours import span_words
from generator.wording.phrases import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.answer import Line
    from generator.openings import Span
    from generator.records.gedeeld import Openingstijden
    from generator.wording.phrases import Phrases

AHEAD = 7
"""Days that are all written out."""

LATER = 28
"""Days, the first ones included, of which each is written out that is not as its day of the week mostly is: other weeks, holidays."""

KNOWN = 42
"""Days that the browser can tell apart after a build; a site that is older says nothing about now."""

_SIGNS = {State.OPEN: "o", State.APPOINTMENT: "a", State.UNKNOWN: "u"}


def coming_week(times: Openingstijden, caption: str, say: Phrases) -> list[Table]:
    """Write out the coming days; nothing where there are no times, or every day is the same."""
    if times.altijd or times.afspraak:
        return []
    return [_table(caption, days(times, say.catalogue.peildatum, AHEAD), say)]


def later_days(times: Openingstijden, caption: str, say: Phrases) -> list[Table]:
    """Write out the days of the weeks after that which are not as usual; nothing where none is known."""
    coming = days(times, say.catalogue.peildatum, LATER)
    later = [one for one in coming[AHEAD:] if _says(one) != _mostly(coming, one.date.weekday())]
    return [_table(caption, later, say)] if later else []


def _table(caption: str, told: Iterable[Day], say: Phrases) -> Table:
    rows = tuple(
        (words(say.lang("dag-en-datum", dag=say.lang.weekday(one.date), datum=say.lang.date(one.date))), _told(one, say)) for one in told
    )
    return Table(caption, (say.lang("dag"), say.lang("tijd-kop")), rows)


class _Said(NamedTuple):
    spans: tuple[Span, ...]
    state: State
    reason: str


def _says(one: Day) -> _Said:
    return _Said(one.spans, one.state, one.reason if one.special else "")


def _mostly(coming: Sequence[Day], weekday: int) -> _Said:
    """Give what a day of the week says in most weeks; where two are as often, what opens least, so that openings are told."""
    said = Counter(_says(one) for one in coming if one.date.weekday() == weekday)
    return min(said, key=lambda says: (-said[says], len(says.spans)))


def _told(one: Day, say: Phrases) -> Line:
    what = (
        say.lang.joined(_span(one, say)) if one.spans else say.lang("week-niet-bekend" if one.state is State.UNKNOWN else "gesloten-open")
    )
    if not one.special or not one.reason:
        return words(what)
    if say.dutch:
        return words(say.lang("met-reden", wat=what, reden=one.reason))
    return (Words(f"{what} ("), say.typed(one.reason), Words(")"))


def _span(one: Day, say: Phrases) -> list[str]:
    return [
        span_words(((span.begin, span.end),), say.lang) + (f" {say.lang('op-afspraak')}" if span.by_appointment else "")
        for span in one.spans
    ]


@lru_cache(maxsize=4096)
def moments_code(times: Openingstijden, first: dt.date) -> str:
    """Write when it is open in minutes since 1970, for `page.js`: `o29700030-29700540 …`; at the end from and until when this is known."""
    known = [f"{_SIGNS[one.state]}{_minutes(one.begin)}-{_minutes(one.end)}" for one in moments(times, first, KNOWN)]
    ends = (dt.datetime.combine(day, dt.time(), AMSTERDAM) for day in (first, first + dt.timedelta(days=KNOWN)))
    return " ".join([*known, "t" + "-".join(str(_minutes(end)) for end in ends)])


def _minutes(moment: dt.datetime) -> int:
    return int(moment.timestamp()) // 60


__all__ = ["coming_week", "later_days", "moments_code"]
