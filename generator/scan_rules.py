"""Checks the parts of the quick scan together: each life domain is asked about once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.problems import Position, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.catalogue import Catalogue


def check_scans(catalogue: Catalogue) -> Iterator[Problem]:
    """Report every file about a life domain that another file asks about already."""
    first: dict[str, str] = {}
    for entry in catalogue.entries:
        if entry.kind == "quickscan" and entry.record is not None:
            domain = entry.record.leefdomein
            other = first.setdefault(domain, entry.path)
            if other != entry.path:
                message = f"{other} heeft al de vragen over het leefdomein '{domain}'"
                repair = "zet de vragen in één bestand, of kies een ander leefdomein"
                yield Problem(Position(entry.path), "scan-dubbel", message, repair, fragment=f"leefdomein: {domain}")
