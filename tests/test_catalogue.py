"""What is published and what facts are worth depends on the peildatum; links work both ways."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from generator.catalogue import euros

if TYPE_CHECKING:
    from conftest import Project

NEW_YEAR = dt.date(2027, 1, 1)


def test_fact_switches_on_the_peildatum(klein: Project) -> None:
    name = "leges.paspoort_volwassene"
    old, new = klein.check().catalogue.facts[name], klein.check(NEW_YEAR).catalogue.facts[name]
    assert (old.value, old.since, old.source) == (Decimal("83.87"), dt.date(2026, 1, 1), "Legesverordening 2026")
    assert (new.value, new.since, new.source) == (Decimal("86.00"), NEW_YEAR, "Legesverordening 2027")
    assert klein.check(NEW_YEAR - dt.timedelta(days=1)).catalogue.facts[name].value == Decimal("83.87")


def test_order_of_the_values_does_not_matter(klein: Project) -> None:
    klein.append("content/feiten/leges.yaml", "      - geldig_vanaf: 2025-01-01\n        waarde: 6 werkdagen\n        bron: Oude norm\n")
    assert klein.check().catalogue.facts["leges.levertijd"].in_words() == "5 werkdagen"


def test_fact_has_no_value_before_its_first_day(klein: Project) -> None:
    assert klein.check().catalogue.facts["leges.spoed"].value is None
    assert klein.check(NEW_YEAR).catalogue.facts["leges.spoed"].value == Decimal("57.35")


@pytest.mark.parametrize(
    ("kind", "typed", "words"),
    [
        ("bedrag", "1.234,50", "€\u00a01.234,50"),
        ("termijn", "1 weken", "1 week"),
        ("getal", "18", "18"),
        ("percentage", "7,5", "7,5%"),
        ("datum", "2026-05-01", "1 mei 2026"),
        ("tekst", "elke dinsdag", "elke dinsdag"),
    ],
)
def test_fact_reads_as_dutch(klein: Project, kind: str, typed: str, words: str) -> None:
    klein.write(
        "content/feiten/meer.yaml",
        "omschrijving: Meer\nfeiten:\n  iets:\n    omschrijving: Iets\n"
        f'    soort: {kind}\n    waarden: [{{geldig_vanaf: 2026-01-01, waarde: "{typed}", bron: x}}]\n',
    )
    assert klein.check().catalogue.facts["meer.iets"].in_words() == words


@pytest.mark.parametrize(
    ("peildatum", "published"), [("2026-12-31", False), ("2027-01-01", True), ("2027-12-31", True), ("2028-01-01", False)]
)
def test_product_is_published_from_its_first_day_until_its_end(klein: Project, peildatum: str, published: bool) -> None:  # noqa: FBT001
    products = klein.check(dt.date.fromisoformat(peildatum)).catalogue.by_kind["product"]
    assert ("nieuwe-parkeerpas" in products) is published


def test_product_knows_who_helps_and_the_helper_knows_the_product(klein: Project) -> None:
    catalogue = klein.check().catalogue
    helpers = [(organisatie.id, aanbod.id) for organisatie, aanbod in catalogue.offers_for["aow"] if aanbod]
    assert helpers == [("de-linde", "formulieren"), ("svb", "aow")]
    assert {product.id for product in catalogue.products_of["de-linde"]} == {"aow", "verhuizing-doorgeven"}


def test_organisation_that_a_product_names_helps_too_but_once(klein: Project) -> None:
    klein.append("products/aow.yaml", "organisaties: [svb, de-linde]\n")
    klein.append("products/paspoort.yaml", "organisaties: de-linde\n")
    catalogue = klein.check().catalogue
    assert [organisatie.id for organisatie, _ in catalogue.offers_for["aow"]] == ["de-linde", "svb"]
    assert [(organisatie.id, aanbod) for organisatie, aanbod in catalogue.offers_for["paspoort"]] == [("de-linde", None)]
    assert "paspoort" in {product.id for product in catalogue.products_of["de-linde"]}


def test_related_records_name_each_other(klein: Project) -> None:
    related = klein.check().catalogue.related
    assert [record.id for record in related["product", "paspoort"]] == ["verhuizing-doorgeven"]
    assert [record.id for record in related["product", "verhuizing-doorgeven"]] == ["paspoort"]
    assert [record.id for record in related["organisatie", "svb"]] == ["de-linde"]


def test_hidden_product_is_related_to_nothing(klein: Project) -> None:
    klein.append("products/aow.yaml", "verwant: nieuwe-parkeerpas\n")
    assert ("product", "aow") not in klein.check().catalogue.related
    assert [record.id for record in klein.check(NEW_YEAR).catalogue.related["product", "aow"]] == ["nieuwe-parkeerpas"]


def test_product_knows_its_desks(klein: Project) -> None:
    assert [loket.id for loket in klein.check().catalogue.desks_for["paspoort"]] == ["kcc"]


def test_the_municipality_speaks(klein: Project) -> None:
    catalogue = klein.check().catalogue
    assert (catalogue.gemeente.naam, catalogue.contact.gegevens.telefoon) == ("gemeente Klein", "14 012")


@pytest.mark.parametrize(("amount", "words"), [("0", "0,00"), ("83.87", "83,87"), ("1234.5", "1.234,50"), ("1000000", "1.000.000,00")])
def test_amount_in_dutch(amount: str, words: str) -> None:
    assert euros(Decimal(amount)) == f"€\u00a0{words}"
