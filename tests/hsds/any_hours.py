"""Opening hours of every form, for hypothesis, and how they are read and typed in tests."""

from __future__ import annotations

import datetime as dt
from typing import Any

import yaml
from hypothesis import strategies as st

from generator.dates import DAYS
from generator.records.gedeeld import Openingstijden, Tijden, Uitzondering
from generator.records.reader import Group
from generator.source import SourceFile, parse

PEILDATUM = dt.date(2026, 11, 22)
AHEAD = 3 * 366
"""Days over which two opening hours are compared; longer than any season takes to come twice."""


def times(typed: str) -> Openingstijden:
    """Read opening hours as an editor types them."""
    source = SourceFile("record.yaml", typed)
    node = parse(source)
    assert node is not None
    value = Group(Openingstijden).read(node, source)
    assert not list(source.problems), list(source.problems)
    assert isinstance(value, Openingstijden)
    return value


def read_back(told: dict[str, Any]) -> Openingstijden:
    """Read opening hours as an import gives them."""
    return times(yaml.safe_dump(told, allow_unicode=True))


minutes = st.integers(0, 24 * 60 - 1)


@st.composite
def spans(draw: st.DrawFn) -> tuple[int, int]:
    """Give what `tijdvak` can read: at most until the same time next day, or exactly one day; 00:00-23:59 is that day to HSDS."""
    begin, end = draw(minutes), draw(st.integers(1, 24 * 60))
    if begin == end or (begin, end) in {(0, 24 * 60), (0, 24 * 60 - 1)}:
        return (0, 24 * 60)
    return begin, end if end > begin else end + 24 * 60


# Without 29 February: a season from or until that day is told as 1 March and 28 February in years that do not have it.
month_days = st.dates(dt.date(2027, 1, 1), dt.date(2027, 12, 31)).map(lambda day: (day.month, day.day))
some_days = st.lists(st.sampled_from(DAYS), min_size=1, max_size=7, unique=True).map(tuple)
some_spans = st.lists(spans(), min_size=1, max_size=2, unique=True).map(tuple)
rules = st.builds(
    Tijden,
    dagen=some_days,
    tijd=some_spans,
    weken=st.sampled_from([None, None, "even", "oneven"]),
    keer_in_maand=st.lists(st.sampled_from(["eerste", "tweede", "derde", "vierde", "laatste"]), max_size=2, unique=True).map(tuple),
    vanaf_dag=st.none() | month_days,
    tot_en_met_dag=st.none() | month_days,
    afspraak=st.booleans(),
)
exceptions = st.lists(
    st.builds(
        Uitzondering,
        dag=st.dates(PEILDATUM, PEILDATUM + dt.timedelta(days=400)),
        tijd=st.just(()) | some_spans,
        reden=st.sampled_from(["kerstavond", "verbouwing"]),
    ),
    max_size=3,
    unique_by=lambda exception: exception.dag,
).map(tuple)
holidays = st.sampled_from(["dicht", "open", "onbekend"])
any_hours = st.one_of(
    st.builds(Openingstijden, altijd=st.just(value=True), feestdagen=holidays, uitzonderingen=exceptions),
    st.builds(Openingstijden, afspraak=st.just(value=True), feestdagen=holidays, uitzonderingen=exceptions),
    st.builds(Openingstijden, tijden=st.lists(rules, min_size=1, max_size=3).map(tuple), feestdagen=holidays, uitzonderingen=exceptions),
)
