"""Values that are one scalar: what is read, what is refused, and that nothing changes on the way."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from conftest import parsed, reading
from hypothesis import given
from hypothesis import strategies as st

from generator import scalars
from generator.catalogue import euros
from generator.dates import Term
from generator.fields import FactValue
from generator.nodes import Scalar
from generator.problems import Position
from generator.source import SourceFile

KINDS = {name: kind for name, kind in vars(scalars).items() if isinstance(kind, scalars.Scalars)}


@pytest.mark.parametrize(
    ("kind", "typed", "value"),
    [
        ("euro", "83,87", Decimal("83.87")),
        ("euro", "1.234,50", Decimal("1234.50")),
        ("euro", "0,00", Decimal("0.00")),
        ("termijn", "6 weken", Term(6, "week")),
        ("datum", "2026-01-31", dt.date(2026, 1, 31)),
        ("getal", "007", 7),
        ("decimaal", "52,0907", Decimal("52.0907")),
        ("decimaal", "-4.5", Decimal("-4.5")),
        ("ja_nee", "ja", True),
        ("ja_nee", "nee", False),
        ("webadres", "https://www.rdw.nl/a?b", "https://www.rdw.nl/a?b"),
        (
            "kaarttegels",
            "https://t.klein.example:8443/a/EPSG:3857/{z}/{y}/{x}.png?k=1",
            "https://t.klein.example:8443/a/EPSG:3857/{z}/{y}/{x}.png?k=1",
        ),
        ("mailadres", "info@klein.example", "info@klein.example"),
        ("telefoonnummer", "14 012", "14 012"),
        ("telefoonnummer", "14 0182", "14 0182"),
        ("telefoonnummer", "0201234567", "0201234567"),
        ("telefoonnummer", "0800-0113", "0800-0113"),
        ("telefoonnummer", "112", "112"),
        ("telefoonnummer", "+31 30 123 45 67", "+31 30 123 45 67"),
        ("postcode6", "3401AB", "3401 AB"),
        ("postcode4", "3401", "3401"),
        ("tijdvak", "09:00-12:30", (540, 750)),
        ("tijdvak", "20:00-02:00", (1200, 1560)),
        ("tijdvak", "00:00-24:00", (0, 1440)),
        ("dag_maand", "29-02", (2, 29)),
        ("identificatie", "huis-de-linde", "huis-de-linde"),
        ("upl_uri", "http://standaarden.overheid.nl/owms/terms/paspoort", "http://standaarden.overheid.nl/owms/terms/paspoort"),
    ],
)
def test_value_is_read(kind: str, typed: str, value: object) -> None:
    assert reading(KINDS[kind], typed) == (value, [])


@pytest.mark.parametrize(
    ("kind", "typed"),
    [
        ("euro", "83"),
        ("euro", "83.87"),
        ("euro", "€ 83,87"),
        ("euro", "1234.567,00"),
        ("euro", "-5,00"),
        ("euro", "٨٣,٨٧"),
        ("termijn", "6 manen"),
        ("termijn", "1000 dagen"),
        ("datum", "31-01-2026"),
        ("datum", "2026-02-30"),
        ("getal", "-1"),
        ("getal", "1.000"),
        ("getal", "1e3"),
        ("getal", "٣"),
        ("decimaal", "NaN"),
        ("decimaal", "1,2,3"),
        ("ja_nee", "true"),
        ("ja_nee", "Ja"),
        ("webadres", "http://www.rdw.nl"),
        ("webadres", "javascript:alert(1)"),
        ("webadres", "https://www.rdw.nl/a b"),
        ("kaarttegels", "http://t.klein.example/{z}/{x}/{y}.png"),
        ("kaarttegels", "https://t.klein.example/{z}/{x}.png"),
        ("kaarttegels", "https://{s}.klein.example/{z}/{x}/{y}.png"),
        ("kaarttegels", "https://t.klein.example; script-src */{z}/{x}/{y}.png"),
        ("mailadres", "a@b"),
        ("mailadres", "a@b@c.nl"),
        ("telefoonnummer", "012 345 67"),
        ("telefoonnummer", "14 12"),
        ("telefoonnummer", "+31 (0)30 123 45 67"),
        ("telefoonnummer", "+0302345678"),
        ("telefoonnummer", "+1"),
        ("telefoonnummer", "bel ons"),
        ("postcode6", "0401 AB"),
        ("postcode6", "3401 ab"),
        ("postcode4", "34011"),
        ("tijdvak", "9:00-12:00"),
        ("tijdvak", "09:00-24:30"),
        ("tijdvak", "24:00-09:00"),
        ("tijdvak", "09:00-09:00"),
        ("tijdvak", "09:60-10:00"),
        ("dag_maand", "31-04"),
        ("identificatie", "De-Linde"),
        ("identificatie", "../etc"),
        ("upl_uri", "http://standaarden.overheid.nl/owms/terms/"),
    ],
)
def test_value_is_refused_with_the_repair_of_its_kind(kind: str, typed: str) -> None:
    assert reading(KINDS[kind], typed) == (None, [(KINDS[kind].rule, KINDS[kind].repair)])


@pytest.mark.parametrize("name", KINDS)
def test_own_example_is_a_value(name: str) -> None:
    value, problems = reading(KINDS[name], f'"{KINDS[name].example}"')
    assert value is not None
    assert problems == []


def test_amount_in_words_is_reported_at_the_value() -> None:
    node, source = parsed("omschrijving: Volwassenen\nbedrag: gratis\n")
    assert node is not None
    scalars.euro.read(node.entries["bedrag"][1], source)
    [problem] = source.problems
    assert (problem.position.line, problem.position.column, problem.position.length, problem.rule) == (2, 9, 6, "geen-bedrag")


def test_fact_may_stand_for_an_amount_or_a_term_and_is_mentioned() -> None:
    node, source = parsed('bedrag: "{leges.pas}"\n')
    assert node is not None
    fact = FactValue("leges.pas", "bedrag", Position("record.yaml", 1, 9))
    assert scalars.euro_of_feit.read(node.entries["bedrag"][1], source) == fact
    assert source.mentions == [fact]


def test_fact_may_not_stand_where_no_fact_is_expected() -> None:
    assert reading(scalars.datum, '"{leges.pas}"') == (None, [("geen-datum", scalars.datum.repair)])


def test_list_and_emptiness_are_no_value() -> None:
    assert reading(scalars.getal, "[1, 2]") == (None, [("verwacht-waarde", "schrijf bijvoorbeeld: 18")])
    assert reading(scalars.getal, '" "') == (None, [("lege-waarde", "vul een waarde in, of haal het veld weg")])


@given(st.dates(dt.date(1000, 1, 1)))
def test_date_reads_back(date: dt.date) -> None:
    assert reading(scalars.datum, date.isoformat()) == (date, [])


@given(st.decimals(0, 10**7, places=2))
def test_amount_reads_back_as_it_is_shown(amount: Decimal) -> None:
    assert reading(scalars.euro, euros(amount).removeprefix("€\N{NO-BREAK SPACE}")) == (amount, [])


@given(st.integers(0, 24 * 60 - 1), st.integers(0, 24 * 60))
def test_hours_read_back(begin: int, end: int) -> None:
    typed = f"{begin // 60:02d}:{begin % 60:02d}-{end // 60:02d}:{end % 60:02d}"
    value, problems = reading(scalars.tijdvak, typed)
    if begin == end:
        assert (value, [rule for rule, _ in problems]) == (None, ["geen-tijdvak"])
    else:
        assert (value, problems) == ((begin, end if end > begin else end + 24 * 60), [])


@given(st.sampled_from(sorted(KINDS)), st.text(max_size=20) | st.text("0123456789:-.,+ ()[]{}@/AB٣", max_size=20))
def test_any_text_is_a_value_or_a_problem(name: str, typed: str) -> None:
    source = SourceFile("record.yaml", typed)
    value = KINDS[name].read(Scalar(typed, 1, 1, 0, len(typed)), source)
    assert (value is None) == (len(source.problems) == 1)
