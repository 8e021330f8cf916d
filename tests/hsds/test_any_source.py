"""Whatever stands in a source: an import never fails on it, and writes files that our strict reader can read."""

from __future__ import annotations

import copy
import json
import tempfile
from pathlib import Path
from typing import Any

from conftest import PEILDATUM
from hypothesis import given
from hypothesis import strategies as st

from generator.hsds.importing import import_hsds
from generator.hsds.taken.reading import NotHsdsError
from generator.hsds.taken.taking import Choices
from generator.records import read_entry

WEEK = {"id": "h", "freq": "WEEKLY", "byday": "MO", "dtstart": "2026-01-05", "interval": 2, "opens_at": "09:00", "closes_at": "17:00"}
PERIOD = {"id": "i", "valid_from": "2026-12-01", "valid_to": "2026-12-03", "opens_at": "09:00", "closes_at": "12:00", "notes": "feest"}
PLACE = {
    "id": "l",
    "location_type": "physical",
    "name": "Zaal",
    "latitude": 52.1,
    "addresses": [{"id": "a", "address_1": "Markt 1", "city": "Klein", "postal_code": "1291 AB", "country": "NL"}],
    "accessibility": [{"id": "t", "description": "Lift"}],
    "schedules": [WEEK, PERIOD],
}
SERVICE = {
    "id": "s",
    "name": "Koffie",
    "status": "active",
    "description": "Een kop.",
    "url": "https://b.nl/koffie",
    "minimum_age": 12,
    "assured_date": "2026-01-01",
    "organization": {"id": "o", "name": "B", "website": "https://b.nl", "phones": [{"number": "030 123 45 67", "extension": 1}]},
    "service_at_locations": [{"id": "x", "location": PLACE}],
    "cost_options": [{"id": "c", "amount": 1.5, "currency": "EUR", "option": "Kop"}],
    "languages": [{"id": "n", "code": "tr"}],
    "service_areas": [{"id": "g", "name": "Klein"}],
    "attributes": [{"id": "m", "taxonomy_term": {"id": "v", "code": "toegang:vrij", "name": "vrij"}}],
}


def leaves(told: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:  # noqa: ANN401 - any JSON
    """Give the path of every value in nested JSON."""
    parts = told.items() if isinstance(told, dict) else enumerate(told) if isinstance(told, list) else ()
    return [found for key, value in parts for found in leaves(value, (*path, key))] or [path]


SIGNS = "\\`*_[]<>|#+-.!&\"'(){}~=:;@/?%,0129 aé€\n\t\x00\u2028\ud7ff"
values = st.one_of(
    st.text(SIGNS, max_size=30),
    st.text(max_size=20),
    st.integers(),
    st.floats(),
    st.none(),
    st.booleans(),
    st.sampled_from(
        ["-1", "1e999", "0", "2026-02-30", "25:00", "MONTHLY", "5MO", "tel:112", "https://", "{leges.x}", "- ja: nee", "../../x"]
    ),
    st.lists(st.text(max_size=3), max_size=2),
)


@given(st.lists(st.tuples(st.sampled_from(leaves(SERVICE)), values), min_size=1, max_size=4))
def test_no_value_stops_an_import(changes: list[tuple[tuple[Any, ...], object]]) -> None:
    service: Any = copy.deepcopy(SERVICE)
    for (*path, last), value in changes:
        holder = service
        for key in path:
            holder = holder[key]
        holder[last] = value
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        (root / "bron.json").write_text(json.dumps(service), encoding="utf-8")
        try:
            done = import_hsds(root / "bron.json", root / "sociale_kaart", Choices(peildatum=PEILDATUM))
        except NotHsdsError:
            return
        rules = {problem.rule for name in done.written for problem in read_entry(root, "organisatie", f"sociale_kaart/{name}").problems}
    shape = {"onbekend-veld", "opmaak-onbekend", "html-in-tekst", "link-onveilig", "feit-naam", "tijden-onduidelijk", "onbekende-locatie"}
    assert not {rule for rule in rules if rule.startswith(("yaml", "verwacht", "bestand"))} | rules & shape
