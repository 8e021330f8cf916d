"""Dutch dates and terms."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.dates import UNITS, Term, in_words, parse_date, parse_term, short_time


def test_date_in_words() -> None:
    assert in_words(dt.date(2026, 3, 1)) == "1 maart 2026"


@given(st.dates())
def test_date_reads_back(date: dt.date) -> None:
    assert parse_date(date.isoformat()) == date


@pytest.mark.parametrize(
    "typed", ["20260101", "2026-W01-1", "2026-02-30", "2026-1-1", "26-01-01", "2026-01-01 ", "٢٠٢٦-٠١-٠١", "0000-01-01", ""]
)
def test_no_date(typed: str) -> None:
    assert parse_date(typed) is None


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("6 weken", "6 weken"),
        ("1 weken", "1 week"),
        ("2 jaar", "2 jaar"),
        ("1 uur", "1 uur"),
        ("5  werkdagen", "5 werkdagen"),
        ("0 dagen", "0 dagen"),
    ],
)
def test_term_in_words(typed: str, words: str) -> None:
    assert str(parse_term(typed)) == words


@given(st.integers(0, 999), st.sampled_from(sorted(UNITS)))
def test_term_reads_back(count: int, unit: str) -> None:
    assert parse_term(str(Term(count, unit))) == Term(count, unit)


@pytest.mark.parametrize(
    "typed", ["6", "weken", "zes weken", "6 wekens", "6 weken ongeveer", "-1 dag", "1,5 jaar", "٦ weken", "² dagen", ""]
)
def test_no_term(typed: str) -> None:
    assert parse_term(typed) is None


@pytest.mark.parametrize(("minutes", "words"), [(540, "9.00"), (750, "12.30"), (1440, "0.00"), (1565, "2.05")])
def test_time_as_prose_writes_it(minutes: int, words: str) -> None:
    assert short_time(minutes) == words
