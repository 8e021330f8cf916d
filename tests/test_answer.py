"""The answer code: says whether the words changed, can be read out over the telephone, and belongs to one record."""

from __future__ import annotations

import datetime as dt
import re
import subprocess
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from project import answer_of, edition_of, told_in

from generator import answer as answers
from generator.answer import (
    CODE_LENGTH,
    SPOKEN_ALPHABET,
    Answer,
    Block,
    Items,
    Link,
    Pairs,
    Paragraph,
    Strong,
    Table,
    Words,
    code_of,
    plain_bodies,
    unique_codes,
    wording_digest,
)

if TYPE_CHECKING:
    from conftest import Project

SHORT = Block("kort-antwoord", "Kort antwoord", (Paragraph((Words("U vraagt een paspoort aan."),)),))
STAMP = Block("verantwoording", "Over dit antwoord", (Pairs((("Gecontroleerd op", (Words("5 oktober 2026"),)),)),))
ANSWER = Answer(
    kind="product",
    id="paspoort",
    path="/producten/paspoort/",
    api_path="producten/paspoort",
    label="Product",
    title="Paspoort aanvragen",
    summary="U vraagt een paspoort aan.",
    blocks=(SHORT, STAMP),
    places=(),
    keywords=("pas",),
    checked=dt.date(2026, 10, 5),
    peildatum=dt.date(2026, 11, 22),
)
CONFUSED_WHEN_SPOKEN = ["0O", "1I", "59", "79", "BCDEGPTVW", "AHK", "MN", "SF", "UQ", "IJY"]
digests = st.dictionaries(st.text(min_size=1), st.binary(max_size=2), max_size=40)


@pytest.mark.parametrize("group", CONFUSED_WHEN_SPOKEN)
def test_letters_that_sound_or_look_alike_are_not_both_used(group: str) -> None:
    assert len(set(group) & set(SPOKEN_ALPHABET)) <= 1


def test_the_alphabet_has_sixteen_different_letters_and_digits() -> None:
    assert len(set(SPOKEN_ALPHABET)) == 16
    assert not set(SPOKEN_ALPHABET) & set("AEIOUY"), "no vowels, so that a code is never a word"


@given(st.binary(), st.integers(0, 255))
def test_every_code_reads_as_two_times_three(digest: bytes, attempt: int) -> None:
    assert re.fullmatch(f"[{SPOKEN_ALPHABET}]{{3}}-[{SPOKEN_ALPHABET}]{{3}}", code_of(digest, attempt))


def test_a_code_is_the_same_on_every_run() -> None:
    here = code_of(wording_digest(ANSWER))
    elsewhere = subprocess.run(
        [sys.executable, "-c", "from generator.answer import code_of; print(code_of(b'Klein'))"],
        env={"PYTHONHASHSEED": "7"},
        cwd=answers.__file__.rpartition("/generator/")[0],
        capture_output=True,
        text=True,
        check=True,
    ).stdout.strip()

    assert here == code_of(wording_digest(replace(ANSWER)))
    assert elsewhere == code_of(b"Klein") == "2KF-G5F"


@pytest.mark.parametrize(
    "changed",
    [
        replace(ANSWER, title="Paspoort halen"),
        replace(ANSWER, blocks=(replace(SHORT, title="Het antwoord"), STAMP)),
        replace(ANSWER, blocks=(replace(SHORT, bodies=(Paragraph((Words("U vraagt een pas aan."),)),)), STAMP)),
        replace(ANSWER, blocks=(SHORT, replace(SHORT, id="bezwaar"), STAMP)),
        replace(ANSWER, id="paspoort-kind"),
    ],
)
def test_other_words_have_another_code(changed: Answer) -> None:
    assert wording_digest(changed) != wording_digest(ANSWER)


@pytest.mark.parametrize(
    "changed",
    [
        replace(ANSWER, checked=dt.date(2026, 11, 20)),
        replace(ANSWER, peildatum=dt.date(2026, 12, 1)),
        replace(ANSWER, keywords=("reisdocument",)),
        replace(ANSWER, blocks=(SHORT, replace(STAMP, bodies=()))),
        replace(ANSWER, blocks=(replace(SHORT, bodies=(Paragraph((Strong("U vraagt een paspoort aan."),)),)), STAMP)),
        replace(ANSWER, code="222-222"),
    ],
)
def test_the_same_words_keep_their_code(changed: Answer) -> None:
    assert wording_digest(changed) == wording_digest(ANSWER)


def test_the_same_words_in_another_language_have_another_code() -> None:
    assert wording_digest(replace(ANSWER, lang="en")) != wording_digest(ANSWER)


class TestInAProject:
    """The code of the small municipality's passport."""

    def code(self, project: Project, peildatum: dt.date = dt.date(2026, 11, 22)) -> str:
        return answer_of(project, "product:paspoort", peildatum).code

    def test_one_other_word_in_the_record(self, klein: Project) -> None:
        before = self.code(klein)
        klein.replace("products/paspoort.yaml", "Neem uw oude paspoort mee.", "Neem uw laatste paspoort mee.")

        assert self.code(klein) != before

    def test_another_tariff(self, klein: Project) -> None:
        assert self.code(klein) != self.code(klein, dt.date(2027, 1, 1))

    def test_another_day_with_the_same_tariff(self, klein: Project) -> None:
        assert self.code(klein) == self.code(klein, dt.date(2026, 12, 31))

    def test_only_checked_again(self, klein: Project) -> None:
        before = self.code(klein)
        klein.replace("products/paspoort.yaml", "gecontroleerd_op: 2026-10-05", "gecontroleerd_op: 2026-11-20")

        assert self.code(klein) == before

    def test_only_other_words_for_agents(self, klein: Project) -> None:
        before = self.code(klein)
        klein.replace("products/paspoort.yaml", "U kunt een afspraak maken.", "U kunt nu een afspraak maken.")

        assert self.code(klein) == before

    def test_it_is_shown_as_the_last_thing(self, klein: Project) -> None:
        answer = answer_of(klein, "product:paspoort")

        assert told_in(answer, "verantwoording")[-1] == f"Antwoordcode: {answer.code}"

    def test_no_two_records_share_one(self, klein: Project) -> None:
        codes = [answer.code for answer in edition_of(klein).answers]

        assert len(codes) == len(set(codes)) == 9


@given(digests)
def test_no_two_records_share_a_code_even_with_the_same_words(digests: dict[str, bytes]) -> None:
    codes = unique_codes(digests)

    assert codes.keys() == digests.keys()
    assert len(set(codes.values())) == len(codes)


@given(digests)
def test_the_order_of_records_changes_no_code(digests: dict[str, bytes]) -> None:
    assert unique_codes(digests) == unique_codes(dict(reversed(digests.items())))


@given(st.dictionaries(st.text(min_size=1), st.binary(min_size=8, max_size=8), max_size=12))
def test_where_codes_collide_the_later_gets_another(digests: dict[str, bytes]) -> None:
    """With two letters and codes of two, four codes exist, so that collisions are certain."""
    few = dict(list(digests.items())[:4])
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(answers, "SPOKEN_ALPHABET", "QX")
        patched.setattr(answers, "CODE_LENGTH", 2)
        codes = unique_codes(few)

        assert len(set(codes.values())) == len(few)
        if few:
            first = min(few)
            assert codes[first] == code_of(few[first])
    assert CODE_LENGTH == 6


def test_plain_words_of_every_kind_of_body() -> None:
    bodies = (
        Paragraph((Words("Zie "), Link("de RDW", "https://www.rdw.nl"), Strong("!"))),
        Items(((Words("een"),), (Words("twee"),)), numbered=True),
        Pairs((("Telefoon", (Words("14 012"),)),)),
        Table("Tijden", ("Dag", "Tijd"), (((Words("maandag"),), (Words("gesloten"),)),)),
        Table("", ("Waarvoor", "Kosten"), ()),
    )

    assert plain_bodies(bodies) == [
        "Zie de RDW!",
        "een",
        "twee",
        "Telefoon: 14 012",
        "Tijden",
        "Dag | Tijd",
        "maandag | gesloten",
        "Waarvoor | Kosten",
    ]
