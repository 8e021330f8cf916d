"""Who does what: every source is read by one process and made by one, and who has nothing left helps the others."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.turns import Turns

SOURCES = [("product", f"products/{number}.yaml") for number in range(7)]


def test_processes_read_pieces_in_turns() -> None:
    turns = Turns(SOURCES, at_once=2)
    first, second = turns.to_read(1), turns.to_read(2)
    taken = [next(first), next(second)]
    assert taken == [SOURCES[0], SOURCES[2]]
    assert sorted([*taken, *second, *first]) == SOURCES
    assert list(turns.to_read(1)) == []


def test_who_read_a_piece_makes_it_as_long_as_it_has_any() -> None:
    turns = Turns(SOURCES, at_once=2)
    first, second = turns.to_read(1), turns.to_read(2)
    mine = [next(first), next(first)]
    theirs = list(second)
    made = turns.to_make(1)
    assert next(made) == mine
    assert next(turns.to_make(2)) == theirs[:2]


def test_who_has_nothing_left_takes_the_last_piece_of_another() -> None:
    turns = Turns(SOURCES, at_once=2)
    assert list(turns.to_read(1)) == SOURCES
    owner, thief = turns.to_make(1), turns.to_make(2)
    assert next(owner) == SOURCES[:2]
    assert next(thief) == SOURCES[6:]
    assert next(thief) == SOURCES[4:6]
    assert next(owner) == SOURCES[2:4]
    assert list(thief) == list(owner) == []


@given(order=st.lists(st.sampled_from([1, 2, 3]), max_size=40), at_once=st.integers(1, 8))
def test_everything_is_read_and_made_once_whoever_is_quick(order: list[int], at_once: int) -> None:
    turns = Turns(SOURCES, at_once)
    readers = {process: turns.to_read(process) for process in (1, 2, 3)}
    read = [source for process in [*order, 1, 2, 3] for source in [next(readers[process], None)] if source is not None]
    read += [source for reader in readers.values() for source in reader]
    assert sorted(read) == SOURCES
    makers = {process: turns.to_make(process) for process in (1, 2, 3)}
    made = [piece for process in order if (piece := next(makers[process], None)) is not None]
    made += [piece for maker in makers.values() for piece in maker]
    assert sorted(source for piece in made for source in piece) == SOURCES
