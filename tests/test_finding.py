"""What a visitor finds: the same words as in the browser, on the small municipality and on words of any kind."""

from __future__ import annotations

import dataclasses
import json
from typing import TYPE_CHECKING

import pytest
from channels.test_data import ANSWER
from hypothesis import given
from hypothesis import strategies as st
from project import edition_of, site_for
from snowballstemmer.dutch_porter_stemmer import DutchPorterStemmer
from snowballstemmer.dutch_stemmer import DutchStemmer
from Stemmer import Stemmer

from generator.channels import search
from generator.dutch import FAINT_WORDS, STOP_WORDS, sound, stems
from generator.finding import Finder
from generator.search.beginnings import start_in
from generator.search.first import preferred
from generator.search.index import packed, stemmed, unpacked
from generator.search.known import meant
from generator.search.lists import no_lists
from generator.search.question import understand
from generator.search.rows import counted
from generator.search.shorthand import shortened
from generator.search.spelling import light, other_forms, split, typing_errors
from generator.search.together import letters_of
from generator.search.writing import MOST_ENDING, stem_code

if TYPE_CHECKING:
    from conftest import Project

    from generator.search.lists import Told

WORDS = st.text("abcdefghijklmnopqrstuvwxyz0123456789", min_size=1, max_size=14)

PASSPORT = ("paspoort", "Paspoort aanvragen", ("pas", "reisdocument", "reisdocumenten aanvragen"), "Maak een afspraak.")
MOVE = ("verhuizing", "Verhuizing doorgeven", ("verhuizen", "nieuw adres"), "Geef uw nieuwe adres door.")
PARKING = ("parkeren", "Parkeervergunning", ("parkeren", "kraskaart"), "Vraag een vergunning aan.")
WASPS = ("ongedierte", "Ongedierte bestrijden", ("wespennest", "ratten"), "Meld het bij de gemeente.")
ALL = (PASSPORT, MOVE, PARKING, WASPS)


def finder(lists: Told | None = None, told: tuple[tuple[str, str, tuple[str, ...], str], ...] = ALL) -> Finder:
    lang = site_for().languages["nl"]
    answers = [
        dataclasses.replace(
            ANSWER, id=identifier, path=f"/producten/{identifier}/", title=title, keywords=keywords, summary=short, blocks=()
        )
        for identifier, title, keywords, short in told
    ]
    files, _ = search.files([search.sought(answer, lang) for answer in answers], lists or no_lists(), "nl", [])
    return Finder(files)


@pytest.fixture(scope="module", name="plain")
def plain_finder() -> Finder:
    return finder()


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("paspoort", "paspoort"),
        ("PÁSPOORT", "paspoort"),
        ("kraskaart", "parkeren"),
        ("reisdocumenten", "paspoort"),
        ("parkeerverg", "parkeren"),
        ("paspoordt", "paspoort"),
        ("adresen", "verhuizing"),
        ("verhuisd", "verhuizing"),
        ("wespen nest", "ongedierte"),
        ("parkeer vergunning", "parkeren"),
        ("parkeervergunningen", "parkeren"),
        ("vergunning", "parkeren"),
        ("wepsennest", "ongedierte"),
        ("vergunningkraskart", "parkeren"),
        ("ik wil mijn nieuwe adres doorgeven", "verhuizing"),
    ],
)
def test_a_question_finds_its_answer_first(plain: Finder, question: str, first: str) -> None:
    assert plain.results(question).records[0] == f"product:{first}"


@pytest.mark.parametrize("question", ["", "?!", "xyzzyq", "€"])
def test_nothing_to_search_for_finds_nothing(plain: Finder, question: str) -> None:
    assert plain.results(question).records == []


def test_a_typing_error_says_what_may_be_meant(plain: Finder) -> None:
    assert plain.results("reisdokument").meant == "reisdocument"
    assert plain.results("reisdocument").meant == ""


@pytest.mark.parametrize("question", ["kast stuk", "stuk is die kast", "mijn kast ligt stuk op straat", "die kast ligt helemaal even stuk"])
def test_a_phrase_of_editors_counts_in_any_order_with_a_word_between(question: str) -> None:
    told = no_lists() | {"synoniemen": {"kast stuk": ("kast", [("wespennest", [])])}, "getypt": []}
    assert finder(told).results(question).records[0] == "product:ongedierte"


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("haalt iemand de kast op", "ophalen"),
        ("ik haal het niet op want het is te zwaar", "ophalen"),
        ("kids", "kind"),
        ("zeg op", "opzeggen"),
        ("dagbest", "dagbesteding"),
        ("prkrb", "bon"),
    ],
)
def test_spoken_dutch_and_shorthand_find_the_word_that_is_meant(question: str, first: str) -> None:
    told = (
        ("oplossen", "Oplossen", ("lekkage oplossen",), ""),
        ("dag", "Dag", ("beste dag",), ""),
        ("kies", "Kies", ("kies",), ""),
        ("ophalen", "Ophalen", ("ophalen",), ""),
        ("opzeggen", "Opzeggen", ("huur opzeggen",), ""),
        ("kind", "Kinderen", ("kinderen",), ""),
        ("dagbesteding", "Dagbesteding", ("dagbesteding",), ""),
        ("bon", "Boete", ("parkeerbon",), ""),
    )
    assert finder(told=told).results(question).records[0] == f"product:{first}"


def test_a_particle_within_a_clause_says_where() -> None:
    told = (("oplossen", "Oplossen", ("oplossen",), ""), ("hond", "Hond los", ("hond",), ""))
    assert finder(told=told).results("mag mijn hond los op straat").records == ["product:hond"]


class TestTogether:
    """Words that stand together in a keyword point to its answer when they are asked for together."""

    APART = ("huis", "Wonen", ("graf ruimen", "huis kopen"), "")
    TOGETHER = ("graf", "Rusten", ("graf kopen", "huis ruimen"), "")

    def test_a_keyword_that_is_asked_for_as_a_whole_wins(self) -> None:
        both = finder(told=(self.APART, self.TOGETHER))
        assert both.results("graf kopen").records[0] == "product:graf"
        assert both.results("ik wil het huis nu kopen").records[0] == "product:huis"

    def test_two_words_of_a_long_keyword_are_not_the_keyword(self) -> None:
        long = ("rust", "Rusten", ("graf kopen steen zetten",), "")
        short = ("steen", "Stenen", ("graf kopen", "steen zetten"), "")
        assert finder(told=(long, short)).results("graf kopen").records[0] == "product:steen"
        assert finder(told=(short, long)).results("graf kopen steen").records[0] == "product:rust"

    def test_words_of_one_keyword_share_a_letter(self) -> None:
        told = letters_of(["Paspoort", "graf van opa ruimen", "ruimen", "brief over het graf", "een heel lange lijst van woorden"])
        assert told == {"graf": "ab", "opa": "a", "ruimen": "a", "brief": "b"} | dict.fromkeys(("heel", "lange", "lijst", "woorden"), "C")

    def test_letters_come_round(self) -> None:
        assert letters_of([f"pas nummer{number}" for number in range(27)])["nummer26"] == "a"


def test_a_word_in_every_field_counts_less_than_as_often() -> None:
    found = counted({0: (0.0, 0.45, 0.45, 0.0, 0.0, 0.0), 1: (0.7, 0.45, 0.45, 0.2, 0.0, 0.0)}, {0: 0.1})
    assert sum(found[0]) == pytest.approx(0.9 + 0.1)
    assert 1.2 < sum(found[1]) < 1.6


def test_a_keyword_by_itself_is_meant_rather_than_what_it_stands_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """Editors say that who types `adreswijziging` is moving; a permit for when you move has that in its title and keywords."""
    told = (
        ("ontheffing", "Verhuizing met bus en lift", ("lift bij verhuizing",), "Parkeer uw bus."),
        ("adres", "Adres doorgeven", ("adreswijziging",), "Geef uw adres door."),
    )
    asked = light("adreswijziging")
    lists = no_lists() | {"synoniemen": {asked: (asked, [("verhuizing", [])])}, "getypt": []}
    found = finder(lists, told)
    assert found.results("adreswijziging").records == ["product:adres", "product:ontheffing"]
    assert found.results("adreswijziging vandaag").records, "with more words it is one of several"
    monkeypatch.setattr("generator.search.ranking.JUST_THAT", 1.0)
    assert found.results("adreswijziging").records == ["product:ontheffing", "product:adres"]


def test_a_word_that_says_little_decides_nothing() -> None:
    told = (
        ("borden", "Verkeersborden", ("plaatsen", "plaatsen van borden"), "Borden plaatsen wij."),
        ("steiger", "Steiger op straat", ("hekken",), "Meld het."),
    )
    assert finder(told=told).results("steiger plaatsen").records[0] == "product:steiger"


def test_a_short_abbreviation_is_not_another_that_sounds_like_it() -> None:
    assert len({light("id"), light("iit"), light("113"), light("13")}) == 4


def test_a_word_says_little_or_nothing_but_not_both() -> None:
    assert set() == FAINT_WORDS & STOP_WORDS


@given(question=st.text(max_size=60))
def test_no_question_breaks_search(question: str) -> None:
    records = FINDER.results(question).records
    assert len(records) == len(set(records))


FINDER = finder()


class TestWhatEditorsTell:
    """Synonyms, best answers and needs of the small municipality."""

    @pytest.fixture(name="small")
    @staticmethod
    def of_the_small_municipality(klein: Project) -> Finder:
        from generator.search.lists import lists_of  # noqa: PLC0415
        from generator.wording.phrases import speaking  # noqa: PLC0415

        edition = edition_of(klein)
        lang = speaking(edition.catalogue).lang
        dutch = [search.sought(answer, lang) for answer in edition.answers if answer.lang == "nl"]
        return Finder(search.files(dutch, lists_of(edition.catalogue), "nl", [])[0])

    def test_an_abbreviation_is_what_it_means(self, small: Finder) -> None:
        assert small.results("pp verlopen").records[0] == "product:paspoort"

    def test_a_word_can_name_a_record_outright(self, small: Finder) -> None:
        assert small.results("buurthuis").records[0] == "organisatie:de-linde"

    def test_words_that_are_alike_go_both_ways(self, small: Finder) -> None:
        assert small.results("ander huis").records[0] == "product:verhuizing-doorgeven"

    def test_editors_can_put_an_answer_first(self, small: Finder) -> None:
        assert small.results("mijn pas is verlopen").records[0] == "product:paspoort"
        [first] = preferred(understand("pas is al verlopen", small.index), small.index)
        assert small.documents[first]["record"] == "product:paspoort"

    @pytest.mark.parametrize("question", ["pas van mijn hond verlopen", "verlopen pas met hond", "verlopen"])
    def test_a_question_that_says_more_is_another_question(self, small: Finder, question: str) -> None:
        assert preferred(understand(question, small.index), small.index) == []

    @pytest.mark.parametrize("question", ["zelfmoord", "ik denk aan zelfmoort", "zelf moord", "wil niet langer leven", "niet meer levn"])
    def test_someone_in_danger_sees_who_helps_whatever_the_spelling(self, small: Finder, question: str) -> None:
        [need] = small.results(question).urgent
        assert [number for _, number, *_ in need["bellen"]] == ["0800 0113", "112"]

    @pytest.mark.parametrize("question", ["zelfmoord film", "leven", "niet meer verhuizen"])
    def test_other_questions_are_no_danger(self, small: Finder, question: str) -> None:
        assert small.results(question).urgent == []


def test_one_changed_answer_writes_its_own_segment_anew_and_keeps_the_others() -> None:
    lang = site_for().languages["nl"]
    many = [search.sought(dataclasses.replace(ANSWER, id=f"p{number}", title=f"Pas nummer{number}"), lang) for number in range(600)]
    _, before = search.files(many, no_lists(), "nl", [])
    many[300] = search.sought(dataclasses.replace(ANSWER, id="p300", title="Zwembad"), lang)
    files, after = search.files(many, no_lists(), "nl", before)

    assert [new is old for new, old in zip(after, before, strict=True)] == [True, False, True]
    assert files == search.files(many, no_lists(), "nl", [])[0]


def test_what_a_phrase_means_stands_in_the_part_of_its_first_word_that_says_something() -> None:
    """A browser that reads the parts of a question's own words has what editors say about them, and nothing about others."""
    lang = site_for().languages["nl"]
    told = no_lists() | {"synoniemen": {"in de knop": ("knop", [("dichte", []), ("", ["product:p0", "product:weg"])])}, "getypt": ["knop"]}
    made, _ = search.files([search.sought(dataclasses.replace(ANSWER, id="p0"), lang)], told, "nl", [])

    core = json.loads(made["zoeken/kern.json"])
    [place] = [path for path, text in made.items() if b"in de knop=dichte|#0\n" in text]
    assert place.removeprefix("zoeken/woorden/").removesuffix(".txt") == start_in(core["delen"], "knop")
    assert "synoniemen" not in core
    assert Finder(made).index.typed == ["knop"]


def test_a_word_that_ends_many_others_reads_few_parts() -> None:
    """`hulp` ends so many words that a large index would be read nearly whole for it."""
    lang, titles = site_for().languages["nl"], ["Hulp", *(f"{chr(97 + at % 26) * (3 + at // 26)}hulp" for at in range(40))]
    told = [search.sought(dataclasses.replace(ANSWER, id=f"p{at}", title=title, keywords=()), lang) for at, title in enumerate(titles)]

    heads, _, _ = meant("hulp", Finder(search.files(told, no_lists(), "nl", [])[0]).index)

    assert len(heads) == 1 + MOST_ENDING < len(titles)
    assert "aaahulp" in heads


class TestWords:
    """Forms, compounds and typing errors."""

    @given(words=st.lists(WORDS, unique=True))
    def test_packed_words_come_back(self, words: list[str]) -> None:
        assert unpacked(packed(sorted(words))) == sorted(words)

    @given(word=WORDS)
    def test_stems_come_back(self, word: str) -> None:
        assert {stemmed(word, code) for code in stem_code(word).split("/")} == set(stems(word))

    @given(st.text("abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=20))
    def test_with_and_without_the_stemmers_in_c_a_word_has_the_same_stems(self, word: str) -> None:
        """A machine without them makes the same index, byte for byte; only more slowly."""
        pure = (DutchPorterStemmer().stemWord(word), DutchStemmer().stemWord(word))

        assert (Stemmer("dutch_porter").stemWord(word), Stemmer("dutch").stemWord(word)) == pure

    @pytest.mark.parametrize(
        ("one", "other"), [("huis", "huizen"), ("boete", "boetes"), ("schuld", "schulden"), ("kind", "kinderen"), ("verhuisd", "verhuizen")]
    )
    def test_forms_of_one_word_share_a_stem(self, one: str, other: str) -> None:
        assert set(stems(one)) & set(stems(other))

    @pytest.mark.parametrize(
        ("typed", "spelled"), [("rijbewijz", "reibeweis"), ("fietsendief", "vietzendief"), ("kado", "cado"), ("acktie", "aktie")]
    )
    def test_words_that_sound_the_same(self, typed: str, spelled: str) -> None:
        assert sound(typed) == sound(spelled)

    def test_other_forms_are_known_words(self) -> None:
        assert other_forms("vergunningen", {"vergunning"}.__contains__) == ["vergunning"]
        assert other_forms("huizen", {"huis"}.__contains__) == ["huis"]
        assert other_forms("betaalt", {"betalen"}.__contains__) == ["betalen"]
        assert other_forms("opzeg", {"opzeggen"}.__contains__) == ["opzeggen"]

    @pytest.mark.parametrize(
        ("participle", "verb"),
        [("opgehaald", "ophalen"), ("gepoetst", "poetsen"), ("weggegooid", "weggooien"), ("opgehangen", "ophangen"), ("geverfd", "verven")],
    )
    def test_a_participle_is_a_form_of_its_verb(self, participle: str, verb: str) -> None:
        assert other_forms(participle, {verb}.__contains__) == [verb]

    def test_a_word_may_be_written_without_its_vowels_and_end(self) -> None:
        words = ["rolstoel", "rust", "opvoedondersteuning", "kosten", "gestolen"]
        assert shortened("rlst", words) == ["rolstoel"]
        assert shortened("gestl", words) == ["gestolen"]
        assert shortened("opvoedondrst", words) == ["opvoedondersteuning"]
        assert shortened("koste", words) == shortened("rs", words) == []

    def test_a_compound_is_split_where_both_parts_are_known(self) -> None:
        assert split("parkeervergunningaanvraag", {"parkeervergunning", "aanvraag"}.__contains__) == ["parkeervergunning", "aanvraag"]
        assert split("gemeentehuis", {"huis"}.__contains__) == []

    @given(one=WORDS, other=WORDS)
    def test_typing_errors_are_counted_the_same_both_ways(self, one: str, other: str) -> None:
        assert min(typing_errors(one, other, 3), 4) == min(typing_errors(other, one, 3), 4)
        assert (typing_errors(one, other, 3) == 0) == (one == other)

    def test_a_swap_is_one_error(self) -> None:
        assert typing_errors("verlenegn", "verlengen", 2) == 1

    def test_endings_make_no_difference_to_lists_of_editors(self) -> None:
        assert light("boetes") == light("boete")
