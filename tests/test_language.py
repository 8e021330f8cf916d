"""How a language says things: dates, times, amounts, terms and lists, as its readers write them."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from conftest import TESTS
from hypothesis import given
from hypothesis import strategies as st
from project import languages

from generator.answer import Link, Words
from generator.catalogue import euros
from generator.dates import UNITS, Term, in_words
from generator.language import Language, language_of
from generator.records import read_entry
from generator.records.taal import Taal

NL, EN = languages()["nl"], languages()["en"]
NBSP = "\N{NO-BREAK SPACE}"
BOTH = pytest.mark.parametrize("lang", [NL, EN], ids=["nl", "en"])
amounts = st.decimals(0, 10**9, places=2)


def arabic() -> Language:
    taal = read_entry(TESTS / "fixtures", "taal", "talen/ar.yaml").record
    assert isinstance(taal, Taal)
    return language_of(taal)


@pytest.mark.parametrize(
    ("day", "dutch", "english"),
    [
        (dt.date(2026, 1, 1), "1 januari 2026", "1 January 2026"),
        (dt.date(2028, 2, 29), "29 februari 2028", "29 February 2028"),
        (dt.date(2026, 12, 31), "31 december 2026", "31 December 2026"),
    ],
)
def test_dates(day: dt.date, dutch: str, english: str) -> None:
    assert (NL.date(day), EN.date(day)) == (dutch, english)


@pytest.mark.parametrize(
    ("day", "dutch", "english"),
    [
        (dt.date(2026, 11, 23), "maandag", "Monday"),
        (dt.date(2026, 11, 25), "woensdag", "Wednesday"),
        (dt.date(2026, 11, 29), "zondag", "Sunday"),
    ],
)
def test_days_of_the_week(day: dt.date, dutch: str, english: str) -> None:
    assert (NL.weekday(day), EN.weekday(day)) == (dutch, english)


@pytest.mark.parametrize(
    ("minutes", "dutch", "english"),
    [
        (0, "0.00", "0:00"),
        (9 * 60, "9.00", "9:00"),
        (12 * 60 + 5, "12.05", "12:05"),
        (24 * 60, "24.00", "24:00"),
        (26 * 60 + 30, "2.30", "2:30"),
    ],
)
def test_times_of_the_day_and_of_the_night_after_it(minutes: int, dutch: str, english: str) -> None:
    assert (NL.time(minutes), EN.time(minutes)) == (dutch, english)


@pytest.mark.parametrize(
    ("amount", "dutch", "english"),
    [
        ("0", "€ 0,00", "€0.00"),
        ("0.05", "€ 0,05", "€0.05"),
        ("83.87", "€ 83,87", "€83.87"),
        ("1234.5", "€ 1.234,50", "€1,234.50"),
        ("1000000", "€ 1.000.000,00", "€1,000,000.00"),
    ],
)
def test_amounts(amount: str, dutch: str, english: str) -> None:
    assert NL.amount(Decimal(amount)) == dutch.replace(" ", NBSP)
    assert EN.amount(Decimal(amount)) == english


@BOTH
@given(amount=amounts)
def test_every_amount_reads_back(lang: Language, amount: Decimal) -> None:
    told = lang.amount(amount).removeprefix("€").removeprefix(NBSP)

    assert Decimal(told.replace(lang("duizend-teken"), "").replace(lang("komma"), ".")) == amount


@given(amounts)
def test_an_amount_in_dutch_reads_as_a_fact_does(amount: Decimal) -> None:
    assert NL.amount(amount) == euros(amount)


@given(st.dates())
def test_a_date_in_dutch_reads_as_a_fact_does(day: dt.date) -> None:
    assert NL.date(day) == in_words(day)


@pytest.mark.parametrize(("number", "dutch", "english"), [(7, "7", "7"), (1500, "1.500", "1,500"), (Decimal("2.5"), "2,5", "2.5")])
def test_numbers(number: int | Decimal, dutch: str, english: str) -> None:
    assert (NL.number(number), EN.number(number)) == (dutch, english)


@pytest.mark.parametrize(
    ("term", "dutch", "english"),
    [
        (Term(1, "week"), "1 week", "1 week"),
        (Term(6, "week"), "6 weken", "6 weeks"),
        (Term(1, "werkdag"), "1 werkdag", "1 working day"),
        (Term(5, "werkdag"), "5 werkdagen", "5 working days"),
        (Term(48, "uur"), "48 uur", "48 hours"),
        (Term(2, "jaar"), "2 jaar", "2 years"),
        (Term(0, "dag"), "0 dagen", "0 days"),
    ],
)
def test_terms(term: Term, dutch: str, english: str) -> None:
    assert (NL.term(term), EN.term(term)) == (dutch, english)


@pytest.mark.parametrize("unit", UNITS)
@pytest.mark.parametrize("count", [1, 2])
def test_a_term_in_dutch_reads_as_an_editor_types_it(unit: str, count: int) -> None:
    assert NL.term(Term(count, unit)) == str(Term(count, unit))


@pytest.mark.parametrize(
    ("kind", "value", "dutch", "english"),
    [
        ("bedrag", Decimal("83.87"), f"€{NBSP}83,87", "€83.87"),
        ("percentage", Decimal("7.5"), "7,5%", "7.5%"),
        ("termijn", Term(6, "week"), "6 weken", "6 weeks"),
        ("datum", dt.date(2026, 5, 1), "1 mei 2026", "1 May 2026"),
        ("getal", 18, "18", "18"),
        ("tekst", "elke dinsdag", "elke dinsdag", "elke dinsdag"),
    ],
)
def test_the_value_of_a_fact(kind: str, value: Decimal | Term | dt.date | int | str, dutch: str, english: str) -> None:
    assert (NL.value(kind, value), EN.value(kind, value)) == (dutch, english)


@pytest.mark.parametrize(
    ("parts", "dutch", "english"),
    [
        (["a"], "a", "a"),
        (["a", "b"], "a en b", "a and b"),
        (["a", "b", "c"], "a, b en c", "a, b and c"),
    ],
)
def test_words_that_all_count_are_joined(parts: list[str], dutch: str, english: str) -> None:
    assert (NL.joined(parts), EN.joined(iter(parts))) == (dutch, english)


def test_words_to_choose_from_are_joined() -> None:
    assert (NL.or_joined(["komen", "bellen"]), EN.or_joined(["come in", "call"])) == ("komen of bellen", "come in or call")


class TestWords:
    """Words by their name, with what belongs in them."""

    def test_as_they_stand(self) -> None:
        assert (NL("home"), EN("kosten-niets")) == ("Home", "This costs you nothing.")

    def test_filled_in(self) -> None:
        assert NL("kosten-per", bedrag="€ 5", eenheid="uur") == "€ 5 per uur"
        assert EN("leeftijd-van-tot", van=4, tot=12) == "4 to 12 years"

    def test_what_is_filled_in_is_taken_as_it_is(self) -> None:
        assert EN("bel-wie", naam="{naam} {0} [] %s") == "Call {naam} {0} [] %s."

    def test_a_word_that_an_editor_left_half_open_is_shown_and_no_crash(self) -> None:
        odd = Language("nl", "Nederlands", rtl=False, words={"bel": "Bel {nummer", "langs": "Kom {naam.__class__} {0} {}"})

        assert odd("bel", nummer="14 012") == "Bel {nummer"
        assert odd("langs", naam="x") == "Kom {naam.__class__} {0} {}"

    @pytest.mark.parametrize(
        ("lang", "name", "values", "around"),
        [
            (NL, "bel-naar", {"naam": "de balie"}, ("Bel ", " (de balie).")),
            (EN, "langs-ga", {"afspraak": "Call first."}, ("Go to ", ". Call first.")),
        ],
    )
    def test_around_a_link(self, lang: Language, name: str, values: dict[str, str], around: tuple[str, str]) -> None:
        link = Link("14 012", "tel:14012")

        assert lang.around(name, link, **values) == (Words(around[0]), link, Words(around[1]))

    def test_around_a_link_that_begins_the_sentence(self) -> None:
        odd = Language("xx", "X", rtl=False, words={"verhuisd-naar": "[] is er"})

        assert odd.around("verhuisd-naar", Words("Paspoort")) == (Words("Paspoort"), Words(" is er"))


class TestPlace:
    """Where the pages of a language stand."""

    def test_dutch_stands_at_the_root(self) -> None:
        assert (NL.code, NL.prefix, NL.rtl) == ("nl", "", False)

    def test_another_language_has_a_folder(self) -> None:
        assert (EN.code, EN.name, EN.prefix, EN.rtl) == ("en", "English", "/en", False)


class TestRightToLeft:
    """Groups of digits stay in their order; letters take care of themselves."""

    def test_the_direction_is_in_the_list_of_words(self) -> None:
        assert (arabic().code, arabic().name, arabic().prefix, arabic().rtl) == ("ar", "العربية", "/ar", True)

    @pytest.mark.parametrize(
        ("typed", "told"),
        [("14 012", f"14{NBSP}012"), ("012 345 67 89", f"012{NBSP}345{NBSP}67{NBSP}89"), ("Postbus 1, 1290 AA", "Postbus 1, 1290 AA")],
    )
    def test_the_groups_of_a_number_do_not_change_places(self, typed: str, told: str) -> None:
        assert arabic().digits(typed) == told
        assert arabic()("bel", nummer=typed) == f"اتصل بـ {told}"

    @BOTH
    def test_from_left_to_right_a_number_is_as_typed(self, lang: Language) -> None:
        assert lang.digits("012 345 67 89") == "012 345 67 89"
