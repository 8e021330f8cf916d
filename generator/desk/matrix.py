"""Which desk does what: products (breadth) × functions (depth) × desks, with the gaps and the overlaps.

A desk offers all its functions for each of its products. A gap is a product at no desk, or a function that no desk has. An overlap is
a function that more than one desk has for the same product and the same people: no mistake, but agents must agree who does it. Desks
that are the same but for their neighbourhood are for different people: together they count as one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.frozen import dataclass
from generator.records.inhoud import FUNCTIES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.desk.record import DeskRecord

NEAR = "de loketten in de wijken"

SHARED_BY_ALL = frozenset({"ontvangst", "informatie", "verwijzing"})
"""What every desk does for everybody who comes in; that two desks do it for one product is no overlap."""


@dataclass(frozen=True, slots=True)
class ProductRow:
    """A product, the desks that deal with it, and the desks by doubled function."""

    product: DeskRecord
    desks: tuple[DeskRecord, ...]
    doubled: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Overlap:
    """Desks (by name) with functions that they all have for these products."""

    desks: tuple[str, ...]
    functions: tuple[str, ...]
    products: tuple[DeskRecord, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Products that the same desks deal with."""

    desks: tuple[DeskRecord, ...]
    products: tuple[DeskRecord, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """All of it: the functions in the order of a conversation, the desks, and a row a product."""

    functions: tuple[str, ...]
    desks: tuple[DeskRecord, ...]
    rows: tuple[ProductRow, ...]

    @property
    def functions_nowhere(self) -> tuple[str, ...]:
        """The functions that no desk has."""
        return tuple(name for name in self.functions if not any(name in desk.facts.functions for desk in self.desks))

    @property
    def products_nowhere(self) -> tuple[DeskRecord, ...]:
        """The products that no desk deals with."""
        return tuple(row.product for row in self.rows if not row.desks)

    @property
    def groups(self) -> tuple[Group, ...]:
        """The products by the desks that deal with them, most products first; those at no desk are in `products_nowhere`."""
        found: dict[tuple[DeskRecord, ...], list[DeskRecord]] = {}
        for row in self.rows:
            if row.desks:
                found.setdefault(row.desks, []).append(row.product)
        groups = (Group(desks, tuple(products)) for desks, products in found.items())
        return tuple(sorted(groups, key=lambda one: -len(one.products)))

    @property
    def overlaps(self) -> tuple[Overlap, ...]:
        """The functions that the same desks have for the same products."""
        found: dict[tuple[str, ...], dict[str, list[DeskRecord]]] = {}
        for row in self.rows:
            for name, who in row.doubled:
                found.setdefault(who, {}).setdefault(name, []).append(row.product)
        return tuple(
            Overlap(who, tuple(functions), tuple({one.key: one for ones in functions.values() for one in ones}.values()))
            for who, functions in found.items()
        )


def matrix_of(records: Iterable[DeskRecord]) -> Matrix:
    """Lay out the Dutch products and desks among `records`."""
    dutch = [one for one in records if one.key == f"{one.kind}:{one.id}"]
    desks = tuple(sorted((one for one in dutch if one.kind == "loket"), key=lambda one: one.title.casefold()))
    products = sorted((one for one in dutch if one.kind == "product"), key=lambda one: one.title.casefold())
    return Matrix(tuple(FUNCTIES), desks, tuple(_row(product, desks) for product in products))


def _row(product: DeskRecord, desks: tuple[DeskRecord, ...]) -> ProductRow:
    here = tuple(desk for desk in desks if product.id in desk.facts.products)
    by_function = {name: _who([desk for desk in here if name in desk.facts.functions]) for name in FUNCTIES}
    doubled = tuple((name, who) for name, who in by_function.items() if len(who) > 1 and name not in SHARED_BY_ALL)
    return ProductRow(product, here, doubled)


def _who(desks: list[DeskRecord]) -> tuple[str, ...]:
    """Name the desks; those that are the same but for their neighbourhood together, for one person comes to one of them."""
    alike: dict[tuple[str, ...], list[DeskRecord]] = {}
    for desk in desks:
        alike.setdefault(desk.facts.functions, []).append(desk)
    return tuple(name for same in alike.values() for name in _names(same))


def _names(same: list[DeskRecord]) -> list[str]:
    areas = [desk.facts.area for desk in same]
    return [NEAR] if len(same) > 1 and all(areas) and len(set(areas)) == len(areas) else [desk.title for desk in same]


def as_text(matrix: Matrix) -> str:
    """Tell the gaps and overlaps on the command line."""
    lines = [f"{len(matrix.desks)} loketten, {len(matrix.rows)} producten, {len(matrix.functions)} functies."]
    lines += [f"Functie die geen loket heeft: {name}" for name in matrix.functions_nowhere]
    lines += [f"Product zonder loket: {one.title} ({one.key})" for one in matrix.products_nowhere]
    for one in matrix.overlaps:
        products = ", ".join(product.title for product in one.products)
        lines.append(f"Dubbel ({' en '.join(one.desks)}): {', '.join(one.functions)}. Bij: {products}")
    lines.append(
        f"{len(matrix.functions_nowhere)} functies zonder loket, {len(matrix.products_nowhere)} producten zonder loket, "
        f"{sum(bool(row.doubled) for row in matrix.rows)} producten met een functie bij meer loketten."
    )
    return "\n".join(lines)
