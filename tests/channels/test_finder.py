"""The finder's file: hours that places share stand there once, as steps from the first minute that is known."""

from __future__ import annotations

import json
from typing import Any

from generator.channels.finder import areas, render
from generator.overview import Area


def organisation(*codes: str) -> str:
    return json.dumps({"titel": "De Linde", "plekken": [{"naam": "Plek", "momenten": code} for code in codes], "aanbod": []})


def rendered(*rows: str) -> Any:  # noqa: ANN401 - any JSON
    return json.loads(render(rows))


def test_hours_are_steps_each_from_the_end_of_the_one_before() -> None:
    found = rendered(organisation("o1030-1090 a1100-1160 t1000-9000"))

    assert found["bekend"] == "1000-9000"
    assert found["tijden"] == ["o30,60 a10,60"]


def test_hours_that_two_places_share_stand_there_once() -> None:
    found = rendered(organisation("o1030-1090 t1000-9000"), organisation("o1040-1090 t1000-9000", "o1030-1090 t1000-9000"))

    assert found["tijden"] == ["o30,60", "o40,50"]
    assert [[place["tijd"] for place in one["plekken"]] for one in found["organisaties"]] == [[0], [1, 0]]


def test_a_place_that_is_never_open_is_known_and_one_without_hours_is_not() -> None:
    found = rendered(organisation("t1000-9000", ""))

    assert found["tijden"] == [""]
    assert [place.get("tijd") for place in found["organisaties"][0]["plekken"]] == [0, None]


def test_places_to_measure_from_stand_by_neighbourhood() -> None:
    assert json.loads(areas([Area("centrum", "Centrum", (("1291", 52.09, 5.12),))])) == {
        "centrum": {"naam": "Centrum", "postcodes": {"1291": [52.09, 5.12]}}
    }
