"""Records are read from the declarations of their fields; all that does not fit is reported at once."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from conftest import parsed

from generator.fields import Many, regel_tekst, veld
from generator.problems import Position
from generator.records.reader import Group, Named, declared_fields, read_record
from generator.scalars import euro, getal

if TYPE_CHECKING:
    from generator.nodes import Mapping
    from generator.source import SourceFile


@dataclass(frozen=True, slots=True, kw_only=True)
class Prijs:
    omschrijving: str = veld(regel_tekst, "Waarvoor.", verplicht=True)
    bedrag: Decimal = veld(euro, "Hoeveel.", verplicht=True)
    per: str = veld(regel_tekst, "Waarvan.", standaard="stuk")


@dataclass(frozen=True, slots=True, kw_only=True)
class Kraam:
    id: str
    naam: str = veld(regel_tekst, "Hoe de kraam heet.", verplicht=True)
    prijzen: tuple[Prijs, ...] = veld(Many(Group(Prijs)), "Wat het kost.", standaard=())
    volgorde: int | None = veld(getal, "Plaats.")

    @staticmethod
    def check_fields(values: dict[str, object], node: Mapping, source: SourceFile) -> None:
        if values["volgorde"] == 13:
            source.report(source.position(node.entries["volgorde"][1]), "ongeluk", "dertien mag niet", "neem veertien")


def read(text: str) -> tuple[Kraam | None, list[tuple[int, int, str, str]]]:
    node, source = parsed(text)
    assert node is not None
    record = read_record(Kraam, node, source, id="kaas")
    return record, [(at.line, at.column, p.rule, p.repair) for p in source.problems for at in [p.position]]


def test_record_with_its_fields_and_defaults() -> None:
    record, problems = read("naam: Kaas\nprijzen:\n  - omschrijving: Jong\n    bedrag: 12,50\n")
    assert record == Kraam(
        id="kaas", naam="Kaas", prijzen=(Prijs(omschrijving="Jong", bedrag=Decimal("12.50"), per="stuk"),), volgorde=None
    )
    assert problems == []


def test_required_field_is_named_with_its_help() -> None:
    assert read("volgorde: 1\n") == (None, [(1, 1, "verplicht-veld", "voeg toe: naam (Hoe de kraam heet.)")])


def test_unknown_field_suggests_the_nearest() -> None:
    record, problems = read("naam: Kaas\nvolgorden: 1\n")
    assert record is not None
    assert problems == [(2, 1, "onbekend-veld", "bedoelt u 'volgorde'?")]


def test_unknown_field_that_is_near_nothing_lists_all() -> None:
    assert read("naam: Kaas\nxyz: 1\n")[1] == [(2, 1, "onbekend-veld", "kies uit: naam, prijzen, volgorde")]


def test_id_is_not_for_the_editor_to_type() -> None:
    assert [rule for _, _, rule, _ in read("naam: Kaas\nid: worst\n")[1]] == ["onbekend-veld"]


def test_optional_field_with_a_mistake_leaves_the_rest_readable() -> None:
    record, problems = read("naam: Kaas\nvolgorde: eerste\n")
    assert record == Kraam(id="kaas", naam="Kaas")
    assert [rule for _, _, rule, _ in problems] == ["geen-getal"]


def test_all_mistakes_of_a_record_come_at_once() -> None:
    record, problems = read("name: Kaas\nprijzen:\n  - bedrag: duur\n  - omschrijving: Oud\n    kleur: geel\nvolgorde: een\n")
    assert record is None
    assert [(line, column, rule) for line, column, rule, _ in problems] == [
        (1, 1, "onbekend-veld"),
        (1, 1, "verplicht-veld"),
        (3, 5, "verplicht-veld"),
        (3, 13, "geen-bedrag"),
        (4, 5, "verplicht-veld"),
        (5, 5, "onbekend-veld"),
        (6, 11, "geen-getal"),
    ]


def test_fields_that_must_fit_together_are_checked_by_the_record() -> None:
    assert read("naam: Kaas\nvolgorde: 13\n")[1] == [(2, 11, "ongeluk", "neem veertien")]


def test_group_wants_fields() -> None:
    assert read("naam: Kaas\nprijzen: duur\n")[1] == [
        (2, 10, "verwacht-velden", "schrijf de velden ingesprongen eronder, bijvoorbeeld omschrijving: …")
    ]


def test_named_groups_take_their_name_from_the_key() -> None:
    node, source = parsed("kramen:\n  kaas: {naam: Kaas}\n  Vis: {naam: Vis}\n  ei: rauw\n")
    assert node is not None

    @dataclass(frozen=True, slots=True, kw_only=True)
    class Stand:
        id: str
        at: Position
        naam: str = veld(regel_tekst, "Naam.", verplicht=True)

    assert Named(Stand, "[a-z]+").read(node.entries["kramen"][1], source) == (
        Stand(id="kaas", at=Position("record.yaml", 2, 3), naam="Kaas"),
    )
    assert [(p.position.line, p.rule) for p in source.problems] == [(3, "geen-naam"), (4, "verwacht-velden")]


def test_declared_fields_keep_their_order() -> None:
    assert [(field.name, field.required) for field in declared_fields(Kraam)] == [("naam", True), ("prijzen", False), ("volgorde", False)]
