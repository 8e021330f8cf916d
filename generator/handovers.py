"""Handing over a call against the wish of who would get it: one record says `doorverbinden`, the other that agents should not.

An agent with a caller on the line can't know which of the two holds. Conservative: the other record must say plainly that its calls
are not put through: its `niet_doorverbinden` begins with "Verbind niet door naar", and that sentence has no exception.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.problems import Level, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.catalogue import Catalogue
    from generator.fields import Reference

WITH_AGENTS = ("product", "vraag", "organisatie", "loket")

_NEVER = re.compile(r"Verbind (?:de beller )?niet door naar (?P<whom>[^.]*)")
_UNLESS = re.compile(r"\b(?:als|behalve|tenzij|zonder|wanneer|bij|voor)\b")
"""Words with which a sentence says that it holds sometimes."""


def check_handovers(catalogue: Catalogue) -> Iterator[Problem]:
    """Warn of every handover to an organisation that wants none. Needs all records whole."""
    for kind in WITH_AGENTS:
        for record in catalogue.by_kind[kind].values():
            layer = getattr(record, "kcc", None)
            for transfer in layer.doorverbinden if layer else ():
                if _wants_none(transfer.naar, catalogue):
                    message = f"{transfer.naar.kind}:{transfer.naar.id} zegt zelf: verbind niet door"
                    repair = "geef de beller het nummer, en zeg dat bij niet_doorverbinden; of verander het daar"
                    yield Problem(transfer.naar.at, "doorverbinden-tegenspraak", message, repair, Level.WAARSCHUWING)


def _wants_none(who: Reference, catalogue: Catalogue) -> bool:
    found = catalogue.find(who) if who.kind == "organisatie" else None
    layer = found.kcc if found else None
    if layer is None or layer.niet_doorverbinden is None:
        return False
    said = _NEVER.match(layer.niet_doorverbinden.raw)
    return said is not None and not _UNLESS.search(said["whom"])
