"""How long an answer may stand before somebody looks at it again; and a field of it that was checked apart."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from generator.records.veldcontrole import Veldcontrole

RHYTHM = {"product": 365, "organisatie": 180, "loket": 180, "contactpunt": 180, "vraag": 365, "keuzehulp": 365}
"""Days per kind of record: what others tell of themselves changes faster than what the gemeente decides once a year."""


def due(record: Any, kind: str) -> dt.date | None:  # noqa: ANN401 - any record with a date of checking
    """Give the last day on which the check of a record still holds; None where the kind has no rhythm."""
    checked, days = getattr(record, "gecontroleerd_op", None), _rhythm(record, kind)
    return checked + dt.timedelta(days=days) if checked is not None and days is not None else None


def overdue(record: Any, kind: str, peildatum: dt.date) -> bool:  # noqa: ANN401 - any record with a date of checking
    """Tell whether somebody should have looked at a record again."""
    last = due(record, kind)
    return last is not None and last < peildatum


def stale_fields(record: Any, kind: str, peildatum: dt.date) -> tuple[Veldcontrole, ...]:  # noqa: ANN401 - any record
    """Give the fields that somebody should have looked at again. A field with a check of its own does not follow the record's date."""
    return tuple(check for check in getattr(record, "veldcontroles", ()) if _field_overdue(check, _rhythm(record, kind), peildatum))


def late_since(record: Any, kind: str, peildatum: dt.date) -> dt.date | None:  # noqa: ANN401 - any record with a date of checking
    """Give the earliest check that no longer holds, of the record or of one of its fields; None where all hold."""
    days = [check.op for check in stale_fields(record, kind, peildatum)]
    return min([*days, *([record.gecontroleerd_op] if overdue(record, kind, peildatum) else [])], default=None)


def _rhythm(record: Any, kind: str) -> int | None:  # noqa: ANN401 - any record
    return getattr(record, "controle_dagen", None) or RHYTHM.get(kind)


def _field_overdue(check: Veldcontrole, rhythm: int | None, peildatum: dt.date) -> bool:
    days = check.dagen or rhythm
    return days is not None and check.op + dt.timedelta(days=days) < peildatum
