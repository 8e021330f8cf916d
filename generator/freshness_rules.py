"""How old an answer is, and each field that was checked apart; a day that must come yet is no day on which somebody looked."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from generator.freshness import overdue, stale_fields
from generator.problems import Level, Position, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.records import Entry


def check_freshness(entry: Entry, peildatum: dt.date) -> Iterator[Problem]:
    """Warn for what somebody should have looked at again: one whole record, and fields of it."""
    yield from _check_record(entry, peildatum)
    yield from _check_fields(entry, peildatum)


def _check_record(entry: Entry, peildatum: dt.date) -> Iterator[Problem]:
    checked = getattr(entry.record, "gecontroleerd_op", None)
    at, typed = Position(entry.path), f"gecontroleerd_op: {checked}"
    if overdue(entry.record, entry.kind, peildatum):
        yield Problem(
            at,
            "controle-verlopen",
            f"dit is sinds {checked} niet nagekeken",
            "kijk de tekst na en zet de nieuwe datum bij gecontroleerd_op",
            Level.WAARSCHUWING,
            fragment=typed,
        )
    if checked is not None:
        yield from _check_future(checked, "gecontroleerd_op", at, peildatum)


def _check_fields(entry: Entry, peildatum: dt.date) -> Iterator[Problem]:
    for check in stale_fields(entry.record, entry.kind, peildatum):
        message = f"het veld '{check.veld}' is sinds {check.op} niet nagekeken"
        repair = "kijk het veld na en zet de nieuwe datum bij op; keek u alles na, haal dan deze veldcontrole weg"
        yield Problem(check.at, "veldcontrole-verlopen", message, repair, Level.WAARSCHUWING, fragment=f"op: {check.op}")
    for check in getattr(entry.record, "veldcontroles", ()):
        yield from _check_future(check.op, "op", check.at, peildatum)


def _check_future(checked: dt.date, name: str, at: Position, peildatum: dt.date) -> Iterator[Problem]:
    if checked > dt.date.today() and checked > peildatum:  # noqa: DTZ011 - an editor's own day
        message = f"'{name}' is {checked}: die dag moet nog komen"
        yield Problem(at, "controle-in-toekomst", message, "zet er de dag waarop u het nakeek", fragment=f"{name}: {checked}")


__all__ = ["check_freshness"]
