"""Search in Python: the order in which an editor sees answers is the order of the browser."""

from __future__ import annotations

from generator.finding import find

PASSPORT = {
    "record": "product:paspoort",
    "titel": "Paspoort aanvragen",
    "woorden": "pas, reisdocument, reisdocumenten aanvragen",
    "kort": "Maak een afspraak.",
}
MOVE = {
    "record": "product:verhuizing",
    "titel": "Verhuizing doorgeven",
    "woorden": "verhuizen, nieuw adres",
    "kort": "Geef uw nieuwe adres door.",
}
PARKING = {
    "record": "product:parkeren",
    "titel": "Parkeervergunning",
    "woorden": "parkeren, kraskaart",
    "kort": "Vraag een vergunning aan.",
}
DOCUMENTS = [PASSPORT, MOVE, PARKING]


def records(question: str) -> list[str]:
    return [found["record"] for found in find(DOCUMENTS, question)]


def test_a_word_of_the_title_is_found_first() -> None:
    assert records("paspoort")[0] == "product:paspoort"


def test_a_citizens_word_finds_the_product() -> None:
    assert records("kraskaart") == ["product:parkeren"]


def test_the_stem_of_a_word_is_found() -> None:
    assert records("reisdocumenten") == ["product:paspoort"]


def test_the_beginning_of_a_word_is_found() -> None:
    assert records("parkeerverg") == ["product:parkeren"]


def test_a_typing_error_in_an_unknown_word_is_forgiven() -> None:
    assert records("paspoordt") == ["product:paspoort"]


def test_capitals_and_accents_make_no_difference() -> None:
    assert records("PÁSPOORT")[0] == "product:paspoort"


def test_nothing_to_search_for_finds_nothing() -> None:
    assert records("?!") == []
