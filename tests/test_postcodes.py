"""Distance as the crow flies; the rules that use it have their records in tests/broken."""

from __future__ import annotations

import pytest
from conftest import own_records

from generator.postcodes import kilometres

DOM, MARTINI, AMSTERDAM = (52.0907, 5.1214), (53.2193, 6.5681), (52.3731, 4.8926)


def test_nowhere_to_go_is_no_distance() -> None:
    assert kilometres(DOM, DOM) == 0


@pytest.mark.parametrize(("one", "other", "away"), [(DOM, AMSTERDAM, 35.0), (DOM, MARTINI, 158.7)])
def test_known_distances(one: tuple[float, float], other: tuple[float, float], away: float) -> None:
    assert kilometres(one, other) == pytest.approx(away, rel=0.01)
    assert kilometres(one, other) == kilometres(other, one)


def test_a_degree_of_latitude_is_sixty_nautical_miles() -> None:
    assert kilometres((52.0, 5.0), (53.0, 5.0)) == pytest.approx(60 * 1.852, rel=0.002)


def test_every_postcode_of_the_municipality_is_in_one_table_only() -> None:
    wijken = [entry.record for entry in own_records() if entry.kind == "wijk"]
    codes = [one.postcode for wijk in wijken for one in wijk.postcodetabel]
    assert len(codes) == len(set(codes)) > 0
