"""A real directory, Illinois Legal Aid Online in the tables of HSDS 1.1: everything that it says of a service arrives."""

from __future__ import annotations

import csv
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from conftest import PEILDATUM

from generator.hsds.importing import import_hsds
from generator.hsds.taken.account import What
from generator.hsds.taken.taking import Choices
from generator.records import read_entry
from hsds.standard import ILAO, needs

if TYPE_CHECKING:
    from pathlib import Path

    from generator.hsds.importing import Imported

OPEN = {
    "kosten-ontbreken", "geen-postcode", "geen-telefoon", "verplicht-veld",
}  # fmt: skip
"""What the directory can't say for us, besides which its records are right."""


@pytest.fixture(scope="module")
def taken(tmp_path_factory: pytest.TempPathFactory) -> tuple[Imported, Path]:
    needs(ILAO)
    folder = tmp_path_factory.mktemp("ilao") / "sociale_kaart"
    return import_hsds(ILAO, folder, Choices(peildatum=PEILDATUM, landnummer="1")), folder


@cache
def table(name: str) -> list[dict[str, str]]:
    with (ILAO / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def records(folder: Path) -> dict[str, dict[str, Any]]:
    return {path.stem: yaml.safe_load(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.yaml"))}


def listed(value: object) -> list[Any]:
    return value if isinstance(value, list) else [value] if value is not None else []


def test_how_much_arrives(taken: tuple[Imported, Path]) -> None:
    assert taken[0].counts == {
        "organisaties": (33, 158),  # 125 more are named by services, and are in no table
        "diensten": (430, 430),
        "locaties": (520, 359),  # the others are of organisations without a name and without a service
        "met openingstijden": (356, 331),
    }


def test_every_service_arrives_with_its_name(taken: tuple[Imported, Path]) -> None:
    offers = [offer for record in records(taken[1]).values() for offer in listed(record.get("aanbod"))]
    there = Counter(" ".join(row["name"].split()) for row in table("services"))
    assert Counter(offer.get("naam", "") for offer in offers) == there


def test_every_week_arrives(taken: tuple[Imported, Path]) -> None:
    """Of every organisation that has a record: per place the number of open days, and all their times."""
    kept = {row["organization_id"] for row in table("services")} | {row["id"] for row in table("organizations")}
    places = {row["id"] for row in table("locations") if row["organization_id"] in kept}
    there = Counter(
        f"{row['opens_at']:0>5}-{row['closes_at']:0>5}"
        for row in table("regular_schedules")
        if row["opens_at"] and row["location_id"] in places
    )
    arrived = Counter[str]()
    for record in records(taken[1]).values():
        for place in listed(record.get("locaties")):
            for rule in place.get("openingstijden", {}).get("tijden", []):
                for time in listed(rule["tijd"]):
                    arrived[time] += len(listed(rule["dagen"]))
    assert arrived == there


def test_records_are_right_but_for_what_the_directory_does_not_say(taken: tuple[Imported, Path]) -> None:
    folder = taken[1]
    problems = Counter(
        problem.rule
        for path in folder.glob("*.yaml")
        for problem in read_entry(folder.parent, "organisatie", f"{folder.name}/{path.name}").problems
    )
    assert problems.keys() == OPEN
    # One number is of letters, 33 postal codes are American, and one service has no name and says nothing.
    assert {rule: count for rule, count in problems.items() if rule != "verplicht-veld"} == {
        "geen-telefoon": 1,
        "geen-postcode": 33,
        "kosten-ontbreken": 1,
    }


def test_what_is_lost_is_told(taken: tuple[Imported, Path]) -> None:
    entries = taken[0].account.entries
    assert {subject: entry.count for subject, entry in entries[What.LOST].items()} == {
        "address.state_province": 33,
        "location (hele rij)": 161,
        "phone (hele rij)": 161,
        "schedule (hele rij)": 175,
    }
    assert {subject: entry.count for subject, entry in entries[What.MOVED].items()} == {
        "service.url: als link in de omschrijving": 148,
        "telefoon en e-mail van een service: als woorden": 300,
    }


def test_nothing_is_made_up(taken: tuple[Imported, Path]) -> None:
    """An organisation without a name keeps no name, and nothing is called free or open to all."""
    found = records(taken[1])
    assert sum("naam" not in record for record in found.values()) == 125
    assert not any("gratis" in offer or "toegang" in offer for record in found.values() for offer in listed(record.get("aanbod")))
