"""Words of search, counted by segments: as soon as a segment is whole, in whatever order answers come, and never twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.search import counting
from generator.search.counting import Counting, Written, all_written
from generator.search.index import SEGMENT

if TYPE_CHECKING:
    import random

    import pytest


def words_of(number: int) -> str:
    return f"woord{number} @\npaspoort kaart{number % 7}"


ANSWERS = [("nl" if number % 5 else "en", f"product:{number}") for number in range(3 * SEGMENT)]
WORDS = {key: words_of(number) for number, (_, key) in enumerate(ANSWERS)}


@settings(max_examples=10)
@given(st.randoms())
def test_counted_as_they_come_or_at_once_is_the_same(chance: random.Random) -> None:
    order = list(WORDS.items())
    chance.shuffle(order)
    counted = Counting(ANSWERS)
    for key, words in order:
        counted.take(key, words)
    for lang in ("nl", "en"):
        at_once = all_written([WORDS[key] for spoken, key in ANSWERS if spoken == lang], [])
        assert sorted(counted.kept[lang]) == sorted(at_once)


def test_a_segment_is_counted_when_its_last_answer_is_made() -> None:
    counted = Counting(ANSWERS)
    english = [key for lang, key in ANSWERS if lang == "en"]
    for key in english[:-1]:
        counted.take(key, WORDS[key])
    assert counted.kept == {}
    counted.take(english[-1], WORDS[english[-1]])
    assert [one.core for one in counted.kept["en"]] == [sorted(WORDS[key].split()[0] for key in english)]


def test_what_was_counted_is_not_counted_again(monkeypatch: pytest.MonkeyPatch) -> None:
    words = [words_of(number) for number in range(2 * SEGMENT + 3)]
    before = all_written(words, [])
    again: list[int] = []

    def count(told: list[str]) -> Written:
        again.append(len(told))
        return Written(b"", {}, [])

    monkeypatch.setattr(counting, "_counted", count)
    assert all_written(words, before) == before
    assert again == []
    all_written([*words[:-1], "anders @\n"], before)
    assert again == [3]
