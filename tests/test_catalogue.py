"""What is published and what facts are worth depends on the peildatum; links work both ways. Voorbeeldstad has all people ask for."""

from __future__ import annotations

import csv
import datetime as dt
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest
from conftest import PEILDATUM, TESTS, own_records

from generator.catalogue import Catalogue, euros
from generator.ways import FEWEST, JUDGED, ways

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from conftest import Project

    from generator.records.gedeeld import Openingstijden

NEW_YEAR = dt.date(2027, 1, 1)
CORE = TESTS / "fixtures" / "kernproducten.tsv"
"""What people ask a gemeente about most: products by their UPL name, and types of organisation."""

LIFE_EVENTS = [
    "kind-krijgen",
    "trouwen",
    "scheiden",
    "verhuizen",
    "overlijden",
    "werkloos-worden",
    "schulden",
    "ziek-of-beperking",
    "mantelzorger-worden",
    "ouder-worden",
    "achttien-worden",
    "nieuw-in-nederland",
    "huiselijk-geweld",
    "bedrijf-starten",
]
TREES = ["hulp-in-huis", "geldzorgen", "vervoer", "zorgen-voor-een-ander", "vergunning-nodig", "welk-loket", "opvoeden", "taal-en-digitaal"]
NATIONAL = ["aow", "kinderbijslag", "zorgtoeslag", "vog", "digid", "langdurige-zorg-wlz"]


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


@cache
def own() -> Catalogue:
    return Catalogue(list(own_records()), PEILDATUM)


def every(kind: str) -> list[Any]:
    return list(own().by_kind[kind].values())


def core(soort: str) -> list[dict[str, str]]:
    with CORE.open(encoding="utf-8", newline="") as file:
        return [row for row in csv.DictReader(file, delimiter="\t") if row["soort"] == soort]


def offers() -> list[Any]:
    return [aanbod for organisatie in every("organisatie") for aanbod in organisatie.aanbod]


def hours() -> Iterator[Openingstijden]:
    for organisatie in every("organisatie"):
        told = [organisatie.contact.bereikbaar, *(one.openingstijden for one in (*organisatie.locaties, *organisatie.aanbod))]
        yield from filter(None, told)


def test_every_core_product_is_there() -> None:
    """By its UPL name; a few products have none, and one is not on the official list: these by how their name begins."""
    upl = {upl.naam for product in every("product") for upl in product.upl}
    names = tuple(product.naam for product in every("product"))
    missing = [row for row in core("product") if row["upl_naam"] not in upl]
    assert len(core("product")) == 150
    assert [row["burger-naam"] for row in missing if not any(name.startswith(row["burger-naam"]) for name in names)] == []
    assert len(missing) <= 4, "so many products without the national name"


def test_every_type_of_provider_is_there() -> None:
    types = [row["burger-naam"].partition(" — ")[0] for row in core("organisatie")]
    assert len(types) == 68
    assert set(types) - {organisatie.soort for organisatie in every("organisatie")} == set()


@pytest.mark.parametrize(
    ("kind", "least"), [("organisatie", 120), ("vraag", 150), ("levensgebeurtenis", 14), ("keuzehulp", 8), ("wijk", 4)]
)
def test_there_are_enough(kind: str, least: int) -> None:
    assert len(every(kind)) >= least


@pytest.mark.parametrize("event", LIFE_EVENTS)
def test_life_event_tells_what_to_do_when_across_organisations(event: str) -> None:
    steps = own().by_kind["levensgebeurtenis"][event].stappen
    assert len(steps) >= 5
    assert all(step.wanneer for step in steps)
    assert len({(to.kind, to.id) for step in steps for to in step.naar}) >= 5


@pytest.mark.parametrize("tree", TREES)
def test_decision_tree_ends_in_products_and_offers(tree: str) -> None:
    outcomes = own().by_kind["keuzehulp"][tree].uitkomsten
    assert any(outcome.producten for outcome in outcomes)
    assert any(outcome.organisaties for outcome in outcomes)


@pytest.mark.parametrize("product", NATIONAL)
def test_what_a_national_body_does_says_who_does_it(product: str) -> None:
    record = own().by_kind["product"][product]
    assert record.uitvoerder == "gemeente" or own().find(record.uitvoerende_organisatie) is not None
    assert record.uitvoerder == "rijk" or own().offers_for[product], f"{product} names no national body"


def test_questions_belong_to_a_product_or_else_to_an_organisation() -> None:
    questions = every("vraag")
    assert sum(bool(own().found(vraag.producten)) for vraag in questions) >= 150
    assert [vraag.id for vraag in questions if not own().found(vraag.producten) and not own().found(vraag.organisaties)] == []
    assert len({vraag.kort_antwoord.raw for vraag in questions}) == len(questions)


def test_organisations_are_in_every_neighbourhood_the_region_and_the_country() -> None:
    places = [place for organisatie in every("organisatie") for place in organisatie.locaties if place.wijk]
    assert {place.wijk.id for place in places} == set(own().by_kind["wijk"])
    assert {organisatie.werkgebied for organisatie in every("organisatie")} == {"wijk", "gemeente", "regio", "landelijk"}


def test_national_bodies_have_real_contact_data_and_invented_ones_have_not() -> None:
    """Names in `.example` and numbers that begin with 012 are nobody's."""
    national = [one for one in every("organisatie") if one.werkgebied == "landelijk"]
    assert len(national) >= 20
    assert [one.id for one in national if not (one.contact.website or one.contact.telefoon)] == []
    invented = [one.id for one in every("organisatie") if ".example" in f"{one.contact.website}{one.contact.email}"]
    assert set(invented) & {one.id for one in national} == set()
    assert len(invented) >= 90


def test_organisations_vary() -> None:
    organisations = every("organisatie")
    assert {aanbod.toegang for aanbod in offers()} == {"vrij", "aanmelden", "verwijzing", "indicatie"}
    assert any(aanbod.gratis for aanbod in offers())
    assert any(aanbod.kosten for aanbod in offers())
    assert len({taal for aanbod in offers() for taal in aanbod.talen}) >= 5
    assert sum(len(organisatie.locaties) > 1 for organisatie in organisations) >= 10
    assert sum(len(organisatie.aanbod) > 1 for organisatie in organisations) >= 60


@pytest.mark.parametrize(
    "varied",
    [
        lambda one: any(time.weken == "even" for time in one.tijden),
        lambda one: any("eerste" in time.keer_in_maand and "maandag" in time.dagen for time in one.tijden),
        lambda one: any(time.vanaf_dag for time in one.tijden),
        lambda one: one.feestdagen == "dicht",
        lambda one: one.afspraak or any(time.afspraak for time in one.tijden),
        lambda one: one.altijd,
        lambda one: any(not exception.tijd for exception in one.uitzonderingen),
    ],
    ids=["even weeks", "first Monday", "seasons", "closed in holidays", "by appointment", "day and night", "closed on a day"],
)
def test_opening_hours_vary(varied: Callable[[Openingstijden], bool]) -> None:
    assert any(varied(one) for one in hours())


def test_every_record_is_reached_in_two_ways() -> None:
    known = ways(own())
    assert [(kind, record.id) for kind in JUDGED for record in every(kind) if len(known[kind, record.id]) < FEWEST] == []


def test_every_amount_has_a_year_and_a_source() -> None:
    amounts = [fact for fact in own().facts.values() if fact.kind == "bedrag" and fact.value is not None]
    assert len(amounts) > 100
    assert [fact.name for fact in amounts if fact.since is None or not fact.source] == []


@pytest.mark.parametrize("field", ["trefwoorden", "niet_hier", "verwant", "aanvraag"])
def test_every_product_has(field: str) -> None:
    assert [product.id for product in every("product") if not getattr(product, field)] == []


@pytest.mark.parametrize("field", ["vraag_eerst", "zeg_dit", "afhandeling", "let_op"])
def test_agents_read_of_every_product(field: str) -> None:
    assert [product.id for product in every("product") if product.kcc is None or not getattr(product.kcc, field)] == []
