"""Light records have what others may know of a record, in every language that it is told in, and no more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.records.light import light
from generator.records.reader import declared_fields
from generator.records.vertaling import ProductVertaling

if TYPE_CHECKING:
    from conftest import Project


def test_of_a_translation_others_know_the_name_and_the_short_answer(klein: Project) -> None:
    product = klein.check().catalogue.by_kind["product"]["paspoort"]
    [whole], [known] = product.vertalingen, light(product).vertalingen
    kept = {field.name for field in declared_fields(ProductVertaling) if getattr(known, field.name) not in {None, ()}}

    assert kept == {"naam", "kort_antwoord"}
    assert (known.id, known.naam, known.kort_antwoord.blocks) == (whole.id, whole.naam, whole.kort_antwoord.blocks)


def test_it_stays_the_same_when_only_lines_move(klein: Project) -> None:
    before = light(klein.check().catalogue.by_kind["product"]["paspoort"])
    klein.replace("products/paspoort.yaml", "vertalingen:\n", "# hieronder het Engels\n\nvertalingen:\n")

    assert light(klein.check().catalogue.by_kind["product"]["paspoort"]) == before
