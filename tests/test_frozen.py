"""Frozen values: equality and hash of their fields, and no detour for each field that they are made of."""

from __future__ import annotations

import pickle
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from generator.answer import Link, Paragraph, Strong
from generator.frozen import dataclass, worked_out
from generator.problems import Position
from generator.words import Words

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Tariff:
    """What something costs."""

    name: str
    euros: int = 0


@pytest.mark.parametrize(
    "value", [Words("Paspoort"), Link("Paspoort", "/producten/paspoort/"), Position("a.yaml", 3, 1), Tariff("leges", 84)]
)
def test_a_value_is_equal_to_its_likes_and_can_be_looked_up(value: object) -> None:
    again = pickle.loads(pickle.dumps(value))  # noqa: S301 - of this test
    assert again == value
    assert {value: "found"}[again] == "found"


def test_values_of_other_kinds_or_words_are_others() -> None:
    said: tuple[object, object] = (Words("Paspoort"), Strong("Paspoort"))
    assert said[0] != said[1]
    assert Paragraph((Words("a"),)) != Paragraph((Words("b"),))
    assert len({Tariff("leges", 84), Tariff("leges", 85)}) == 2


def test_nothing_checks_every_field_when_a_value_is_made() -> None:
    assert "__setattr__" not in vars(Tariff)
    assert not hasattr(Tariff("leges"), "__dict__")


@dataclass(frozen=True)
class Counted:
    """What counts how often it is worked out."""

    times: list[int]

    @worked_out
    def length(self) -> int:
        """Count."""
        self.times.append(1)
        return len(self.times)


def test_what_is_worked_out_is_worked_out_once_for_each_object() -> None:
    one, other = Counted([]), Counted([1])
    assert (one.length, one.length, other.length, one.times) == (1, 1, 2, [1])
    assert Counted.length.__doc__ == "Count."


def test_the_type_checker_refuses_to_change_a_value(tmp_path: Path) -> None:
    module = tmp_path / "changes.py"
    module.write_text("from generator.words import Words\n\nsaid = Words('Paspoort')\nsaid.text = 'Rijbewijs'\n", encoding="utf-8")
    done = subprocess.run(  # noqa: S603 - our own type checker
        [sys.executable, "-m", "mypy", "--strict", "--no-incremental", "--follow-imports=silent", str(module)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert 'changes.py:4: error: Property "text" defined in "Words" is read-only' in done.stdout
