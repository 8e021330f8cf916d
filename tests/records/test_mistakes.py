"""One mistake in a record is one message: what was typed wrong is not also called missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import Project

MOVING = "products/verhuizing-doorgeven.yaml"
LINDE = "sociale_kaart/de-linde.yaml"


@pytest.mark.parametrize(
    ("typed", "rules"),
    [
        ("kosten: [{omschrijving: Aanvraag, bedrag: veel}]", ["geen-bedrag"]),
        ("kosten: duur", ["verwacht-velden"]),
        ("gratis: gratis", ["geen-ja-nee"]),
        ("gratis: nee", ["kosten-ontbreken"]),
        ("kosten_toelichting: Dat verschilt.", []),
        ("gratis: ja\nkosten_toelichting: Ook als u belt.", []),
        ("gratis: ja\naanvraag: {balie: {loket: hier, afspraak: nee}}", ["geen-verwijzing"]),
        ("gratis: ja\naanvraag: {balje: {loket: loket:kcc, afspraak: nee}}", ["aanvraag-leeg", "onbekend-veld"]),
        ("gratis: ja\nkcc: {afhandeling: doorverbinden, doorverbinden: [{naar: loket:kcc}]}", ["verplicht-veld"]),
        ("gratis: ja\ngeldig_vanaf: 2026-01-01\ngeldig_tot: 2026-01-01", ["geldig-omgekeerd"]),
        ("gratis: ja\ngeldig_vanaf: morgen\ngeldig_tot: 2026-01-01", ["geen-datum"]),
    ],
)
def test_product(klein: Project, typed: str, rules: list[str]) -> None:
    klein.replace(MOVING, "gratis: ja", typed)
    assert sorted(klein.rules()) == rules


def test_national_organisation_that_is_typed_wrong_is_not_also_missing(klein: Project) -> None:
    klein.replace("products/aow.yaml", "uitvoerende_organisatie: svb", "uitvoerende_organisatie: De SVB")
    assert klein.rules() == ["geen-verwijzing"]


@pytest.mark.parametrize(
    ("old", "new", "rules"),
    [
        ("werkgebied_wijken: centrum", "werkgebied_wijken: Het Centrum", ["geen-verwijzing"]),
        ("werkgebied_wijken: centrum\n", "", ["wijk-ontbreekt"]),
        ("postcode: 1291 DH", "postcode: 1291DHX", ["geen-postcode"]),
        ("locaties: linde", "locaties: De Linde", ["geen-id"]),
        ("locaties: linde", "locaties: [linde, eik]", ["onbekende-locatie"]),
        ("gratis: ja\n", "gratis: ja\n    leeftijd_vanaf: 18\n    leeftijd_tot_en_met: 18\n", []),
        ("telefoon: 012 345 67 89", "bereikbaar: {tijden: [{dagen: maandag, tijd: altijd}]}", ["geen-tijdvak"]),
        ("telefoon: 012 345 67 89", "bereikbaar: {altijd: nee}", ["tijden-onduidelijk"]),
        ("telefoon: 012 345 67 89", "bereikbaar: {afspraak: ja}", []),
    ],
)
def test_organisation(klein: Project, old: str, new: str, rules: list[str]) -> None:
    klein.replace(LINDE, old, new)
    assert klein.rules() == rules


def test_unknown_location_is_pointed_at_where_it_is_typed(klein: Project) -> None:
    klein.replace(LINDE, "omschrijving: Samen vult u het formulier in.", "omschrijving: Onder de eik.")
    klein.replace(LINDE, "locaties: linde", "locaties: [linde, eik]")
    [problem] = klein.check().problems
    assert (problem.position.line, problem.position.column, problem.position.length) == (25, 23, 3)
    assert problem.repair == "kies uit: linde"


@pytest.mark.parametrize(
    ("kind", "value", "rules"),
    [
        ("bedrag", "83,87", []),
        ("bedrag", "83.87", ["feit-waarde"]),
        ("termijn", "6 weken", []),
        ("termijn", "snel", ["feit-waarde"]),
        ("getal", "achttien", ["feit-waarde"]),
        ("percentage", "7,5", []),
        ("percentage", "7,5%", ["feit-waarde"]),
        ("datum", "2026-02-30", ["feit-waarde"]),
        ("tekst", "wat u wilt", []),
        ("soort", "1", ["geen-keuze"]),
    ],
)
def test_value_of_a_fact_is_of_its_kind(klein: Project, kind: str, value: str, rules: list[str]) -> None:
    klein.write(
        "content/feiten/meer.yaml",
        "omschrijving: Meer\nfeiten:\n  iets:\n    omschrijving: Iets\n"
        f'    soort: {kind}\n    waarden: [{{geldig_vanaf: 2026-01-01, waarde: "{value}", bron: x}}]\n',
    )
    assert klein.rules() == rules
