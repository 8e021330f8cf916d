"""How long an answer may stand before somebody looks at it again."""

from __future__ import annotations

import datetime as dt
from typing import Any

RHYTHM = {"product": 365, "organisatie": 180, "loket": 180, "contactpunt": 180, "vraag": 365, "keuzehulp": 365}
"""Days per kind of record: what others tell of themselves changes faster than what the gemeente decides once a year."""


def due(record: Any, kind: str) -> dt.date | None:  # noqa: ANN401 - any record with a date of checking
    """Give the last day on which the check of a record still holds; None where the kind has no rhythm."""
    checked, days = getattr(record, "gecontroleerd_op", None), getattr(record, "controle_dagen", None) or RHYTHM.get(kind)
    return checked + dt.timedelta(days=days) if checked is not None and days is not None else None


def overdue(record: Any, kind: str, peildatum: dt.date) -> bool:  # noqa: ANN401 - any record with a date of checking
    """Tell whether somebody should have looked at a record again."""
    last = due(record, kind)
    return last is not None and last < peildatum
