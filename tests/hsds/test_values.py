"""Single values of others as an editor would type them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from generator.hsds.taken.account import Account, What
from generator.hsds.taken.values import coordinate, decimal, euros, postcode, slug, telephone, unused, website, whole_number


@pytest.mark.parametrize(
    ("theirs", "country", "ours"),
    [
        ("030 123 45 67", "", ("030 123 45 67", "")),
        ("(030) 123-4567", "", ("030 123 4567", "")),
        ("0031 30 123 45 67", "", ("+31 30 123 45 67", "")),
        ("+31 (0)30 1234567", "", ("+31 30 1234567", "")),
        ("(312) 938-2106", "1", ("+1 312 938 2106", "")),
        ("1-312-938-2106", "1", ("+1 312 938 2106", "")),
        ("618.594.6615", "1", ("+1 618 594 6615", "")),
        ("312-346-9766 x 715", "1", ("+1 312 346 9766", "715")),
        ("02 123 45 67", "32", ("+32 2 123 45 67", "")),
        ("030 123 45 67 toestel 12", "", ("030 123 45 67", "12")),
        ("(312) 938-2106", "", ("(312) 938-2106", "")),
        ("1-800-LAW-REP-4", "1", ("1-800-LAW-REP-4", "")),
    ],
)
def test_a_telephone_number(theirs: str, country: str, ours: tuple[str, str]) -> None:
    assert telephone(theirs, country, Account()) == ours


def test_a_changed_number_is_accounted_for() -> None:
    account = Account()
    telephone("(030) 1234567", "", account)
    assert account.entries[What.CHANGED]["telefoonnummers anders geschreven"].examples == ["(030) 1234567 → 030 1234567"]


@pytest.mark.parametrize(
    ("theirs", "ours"),
    [
        ("https://a.nl", "https://a.nl"),
        ("http://a.nl/b", "https://a.nl/b"),
        ("HTTP://WWW.A.NL", "https://WWW.A.NL"),
        ("www.a.nl", "https://www.a.nl"),
        ("mailto:a@b.nl", "mailto:a@b.nl"),
        ("geen", "geen"),
    ],
)
def test_a_website(theirs: str, ours: str) -> None:
    assert website(theirs, Account()) == ours


@pytest.mark.parametrize(("theirs", "ours"), [("3401ab", "3401 AB"), ("3401 AB", "3401 AB"), ("60601", "60601"), ("", "")])
def test_a_postal_code(theirs: str, ours: str) -> None:
    assert postcode(theirs) == ours


@pytest.mark.parametrize(
    ("theirs", "ours"), [("12", "12"), ("12.0", "12"), ("12.5", ""), ("-1", ""), ("veel", ""), ("NaN", ""), ("1e99", "")]
)
def test_a_whole_number(theirs: str, ours: str) -> None:
    assert whole_number(theirs) == ours


def test_amounts_and_degrees_have_a_comma() -> None:
    assert (euros(Decimal("1234.5")), coordinate("52.09070"), coordinate("-5"), coordinate("?")) == ("1234,50", "52,0907", "-5", "?")
    assert (decimal("Infinity"), decimal("1,50")) == (None, None)


@pytest.mark.parametrize(("name", "made"), [("Café De Brug", "cafe-de-brug"), ("  A & B! ", "a-b"), ("日本", ""), ("../../etc", "etc")])
def test_an_id_of_a_name(name: str, made: str) -> None:
    assert slug(name) == made


def test_an_id_is_given_once() -> None:
    taken: set[str] = set()
    assert [unused(name, taken, "../x") for name in ("De Brug", "de brug", "", "")] == ["de-brug", "de-brug-2", "x", "x-2"]
