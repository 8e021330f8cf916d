"""Compares the products with the Uniforme Productnamenlijst (UPL): which names are not on it, and which municipal ones no product has.

The list is published by Logius as CSV (`UPL-actueel.csv`: a line per name, with `X` in the columns of the governments that it is for).
It is no part of a project; whoever wants the report downloads it and gives its path.
"""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

from generator.frozen import dataclass

if TYPE_CHECKING:
    from pathlib import Path

    from generator.catalogue import Catalogue

COLUMNS = ("UniformeProductnaam", "URI", "Gemeente")
NO_NAME = "http://standaarden.overheid.nl/owms/terms/UPL-naam_nog_niet_beschikbaar"
"""What the list has for a product that has no name yet."""


class NotTheListError(Exception):
    """The file is not the UPL."""


@dataclass(frozen=True, slots=True)
class UplReport:
    """How the products and the list agree.

    `wrong` are the product, name and URI of every name that the list does not have so; `covered` and `absent` are the municipal names.
    """

    wrong: tuple[tuple[str, str, str], ...]
    covered: tuple[str, ...]
    absent: tuple[str, ...]


def read_list(path: Path) -> dict[str, tuple[str, bool]]:
    """Give the name by URI, and whether it is for municipalities. Some editions end every line in semicolons.

    Raises NotTheListError where the columns are not there.
    """
    lines = (line.rstrip(";") for line in path.read_text(encoding="utf-8-sig", errors="replace").splitlines())
    rows = csv.DictReader(lines)
    if missing := [name for name in COLUMNS if name not in (rows.fieldnames or ())]:
        raise NotTheListError(", ".join(missing))
    return {row["URI"]: (row["UniformeProductnaam"], row["Gemeente"] == "X") for row in rows if row["URI"] != NO_NAME}


def compare(catalogue: Catalogue, official: dict[str, tuple[str, bool]]) -> UplReport:
    """Compare the published products of `catalogue` with the list."""
    typed = [(product.id, upl.naam, upl.uri) for product in catalogue.by_kind["product"].values() for upl in product.upl]
    used = {uri for _, _, uri in typed}
    wrong = [one for one in typed if official.get(one[2], ("", False))[0] != one[1]]
    municipal = {uri: name for uri, (name, for_municipality) in official.items() if for_municipality}
    return UplReport(
        tuple(sorted(wrong)),
        tuple(sorted(name for uri, name in municipal.items() if uri in used)),
        tuple(sorted(name for uri, name in municipal.items() if uri not in used)),
    )


def as_text(report: UplReport) -> str:
    """Tell it in Dutch, for whoever decides what to write next."""
    total = len(report.covered) + len(report.absent)
    lines = [f"{len(report.covered)} van de {total} productnamen voor gemeenten hebben een product."]
    if report.wrong:
        lines += ["", "Niet zo op de lijst:", *(f"- {product}: {name} ({uri})" for product, name, uri in report.wrong)]
    if report.absent:
        lines += ["", f"Nog zonder product ({len(report.absent)}):", *(f"- {name}" for name in report.absent)]
    return "\n".join(lines)
