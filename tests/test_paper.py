"""What the proof of flyers sees, and what it lets pass: how words come on paper says nothing about the words."""

from __future__ import annotations

import dataclasses
import datetime as dt
from typing import TYPE_CHECKING

import pytest
from arabic import lay_down_arabic
from conftest import PEILDATUM
from project import MAIN, URL, edition_of, languages, site_for

from generator.answer import Answer, Block, Items, Link, Paragraph, Table, Words
from generator.build import printed_by
from generator.channels.flyer import flyer_content
from generator.edition import SiteSpec, site_of
from generator.flyers import flyers_of
from generator.paper import Printed, on_paper
from generator.press.printing import FlyerPress
from generator.press.sheet import PAPERS
from generator.readback import SOFT_HYPHEN, read_flyer
from generator.wording.overviews import overviews

if TYPE_CHECKING:
    from pathlib import Path

    from generator.edition import Edition
    from generator.flyers import Flyer
    from generator.said import Difference

LONG = "arbeidsongeschiktheidsverzekeringsmaatschappij"
SHORT = Block("kort-antwoord", "Kort antwoord", (Paragraph((Words("U vraagt het aan bij de gemeente."),)),))
ANSWER = Answer(
    kind="product",
    id="x",
    path="/producten/x/",
    api_path="producten/x",
    label="Product",
    title="Verzekering",
    summary="U vraagt het aan bij de gemeente.",
    blocks=(SHORT,),
    places=(),
    keywords=(),
    checked=dt.date(2026, 10, 5),
    peildatum=PEILDATUM,
    code="234-678",
)


@pytest.fixture(scope="module")
def press() -> FlyerPress:
    return FlyerPress(MAIN / "theme/flyer")


def answer_with(*blocks: Block, rtl: bool = False) -> Answer:
    return dataclasses.replace(ANSWER, blocks=(SHORT, *blocks), rtl=rtl)


def table_of(word: str) -> Block:
    rows = (((Words(word),), (Words("€ 100,00 tot € 200,00 per jaar"),)),)
    return Block("kosten", "Wat kost het?", (Table("", ("Waarvoor", "Kosten"), rows),))


def printed(press: FlyerPress, answer: Answer, site: Path) -> None:
    """Print the flyers of `answer` in a site."""
    (site / answer.path[1:]).mkdir(parents=True, exist_ok=True)
    for paper in PAPERS:
        content = flyer_content(answer, site_for())
        (site / answer.path[1:] / f"{answer.id}{paper.suffix}.pdf").write_bytes(press.print(content, paper.name))


def differences(answer: Answer, site: Path) -> list[Difference]:
    """Compare the flyers in a site with `answer`."""
    words = {code: language.words for code, language in languages().items()}
    return list(on_paper([answer], Printed(URL, PEILDATUM, (), words), {"publiek": site}))


class TestHyphens:
    """A word too long for its line is broken with a hyphen; that hyphen is no part of the word."""

    @pytest.mark.parametrize("word", [LONG, LONG.replace("verzekerings", "verzekerings-"), f"{LONG}-{LONG}"])
    def test_a_word_that_was_broken_is_the_same_word(self, press: FlyerPress, tmp_path: Path, word: str) -> None:
        answer = answer_with(table_of(word))
        printed(press, answer, tmp_path)

        assert SOFT_HYPHEN in read_flyer(tmp_path / "producten/x/x.pdf").words
        assert differences(answer, tmp_path) == []

    @pytest.mark.parametrize("other", [LONG.replace("schikt", "schikte"), LONG.replace("aa", "a"), LONG[:-1], f"{LONG}en"])
    def test_another_word_is_seen(self, press: FlyerPress, tmp_path: Path, other: str) -> None:
        printed(press, answer_with(table_of(other)), tmp_path)

        assert [(found.block, found.channel) for found in differences(answer_with(table_of(LONG)), tmp_path)] == [
            ("kosten", "publiek folder"),
            ("kosten", "publiek folder a5"),
            ("kosten", "publiek folder groot"),
        ]

    def test_a_hyphen_that_is_lost_within_a_line_is_seen(self, press: FlyerPress, tmp_path: Path) -> None:
        printed(press, answer_with(table_of("email")), tmp_path)

        assert [found.block for found in differences(answer_with(table_of("e-mail")), tmp_path)] == ["kosten"] * 3

    def test_a_long_address_is_broken_without_a_hyphen(self, press: FlyerPress, tmp_path: Path) -> None:
        url = "https://www.voorbeeldstad.example/een/heel/lang/adres/dat/niet/op/een/enkele/regel/past/zonder-te-breken/onderweg"
        answer = answer_with(Block("contact", "Contact", (Items(((Link("Kijk hier", url),),)),)))
        printed(press, answer, tmp_path)

        words = read_flyer(tmp_path / "producten/x/x.pdf").words
        assert SOFT_HYPHEN not in words
        assert url.removeprefix("https://www.") in words.replace(" ", "")
        assert differences(answer, tmp_path) == []


class TestArabic:
    """The flyers of an answer and an overview in Arabic."""

    @pytest.fixture(scope="class")
    @staticmethod
    def edition(tmp_path_factory: pytest.TempPathFactory) -> Edition:
        return edition_of(lay_down_arabic(tmp_path_factory.mktemp("ar") / "klein"))

    def flyers(self, edition: Edition) -> list[Flyer]:
        site = site_of(edition.catalogue, SiteSpec("publiek", f"{URL}/", MAIN / "theme/templates"))
        answers = [answer for answer in edition.answers if answer.lang == "ar"]
        return flyers_of(answers, [overview for overview in overviews(edition.catalogue) if overview.lang == "ar"], site)

    def found(self, edition: Edition, flyers: list[Flyer], press: FlyerPress, site: Path) -> list[tuple[str, str, str]]:
        """Print the flyers in a site and compare them."""
        for flyer in flyers:
            (site / flyer.path).parent.mkdir(parents=True, exist_ok=True)
            (site / flyer.path).write_bytes(press.print(flyer.content, flyer.paper))
        printed = printed_by(edition, URL)
        printed = dataclasses.replace(printed, overviews=[overview for overview in printed.overviews if overview.lang == "ar"])
        answers = [answer for answer in edition.answers if answer.lang == "ar"]
        return [(one.record, one.block, one.channel) for one in on_paper(answers, printed, {"publiek": site})]

    def test_they_say_the_same(self, edition: Edition, press: FlyerPress, tmp_path: Path) -> None:
        flyers = self.flyers(edition)

        assert len(flyers) == len(PAPERS) + 1
        assert self.found(edition, flyers, press, tmp_path) == []

    @pytest.mark.parametrize(("old", "new"), [("أحيانًا أطول.", "أحيانًا أقصر."), ("أحيانًا أطول.", "")])
    def test_another_word_is_seen(self, edition: Edition, press: FlyerPress, tmp_path: Path, old: str, new: str) -> None:
        flyers = [flyer._replace(content=flyer.content.replace(old, new)) for flyer in self.flyers(edition)]

        assert self.found(edition, flyers, press, tmp_path) == [
            ("product:paspoort:ar", "termijn", "publiek folder"),
            ("product:paspoort:ar", "termijn", "publiek folder a5"),
            ("product:paspoort:ar", "termijn", "publiek folder groot"),
        ]


def test_the_head_of_a_table_that_goes_on_is_repeated_and_read_once(press: FlyerPress, tmp_path: Path) -> None:
    rows = tuple(((Words(f"dag {number}"),), (Words("9.00 tot 17.00 uur"),)) for number in range(1, 120))
    answer = answer_with(Block("tijden", "Wanneer?", (Table("Tijden", ("Dagsoort", "Tijd"), rows),)))
    printed(press, answer, tmp_path)

    for paper in PAPERS:
        assert read_flyer(tmp_path / f"producten/x/x{paper.suffix}.pdf").words.count("Dagsoort") == 1
    assert differences(answer, tmp_path) == []


def test_what_holds_for_some_days_only_is_not_printed(press: FlyerPress, tmp_path: Path) -> None:
    week = Block("deze-week", "Deze week", (Paragraph((Words("Vandaag open."),)),), passing=True)
    printed(press, answer_with(week), tmp_path)

    assert "Vandaag" not in read_flyer(tmp_path / "producten/x/x.pdf").words
    assert differences(answer_with(week), tmp_path) == []


class TestFromRightToLeft:
    """A PDF holds a line as it is seen; so of every block the letters are compared, in any order."""

    short = "Bel 14 012 en vraag naar het paspoort (reisdocument)."

    @pytest.fixture
    def site(self, press: FlyerPress, tmp_path: Path) -> Path:
        printed(press, self.told(self.short), tmp_path)
        return tmp_path

    def told(self, words: str) -> Answer:
        return answer_with(Block("bijzonderheden", "Goed om te weten", (Paragraph((Words(words),)),)), rtl=True)

    def test_the_same_words(self, site: Path) -> None:
        assert differences(self.told(self.short), site) == []

    @pytest.mark.parametrize(("old", "new"), [("paspoort", "rijbewijs"), ("14 012", "14 013"), (" en vraag", ""), ("Bel", "Bel nu")])
    def test_other_words(self, site: Path, old: str, new: str) -> None:
        assert [one.block for one in differences(self.told(self.short.replace(old, new)), site)] == ["bijzonderheden"] * 3

    def test_a_block_too_many(self, site: Path) -> None:
        found = differences(answer_with(rtl=True), site)

        assert [one.block for one in found] == ["(na het einde)"] * 3
        assert all("paspoort" in one.found for one in found)

    def test_another_answer_code(self, site: Path) -> None:
        other = dataclasses.replace(self.told(self.short), code="222-222")

        assert [one.block for one in differences(other, site)] == ["(voet)"] * 3
