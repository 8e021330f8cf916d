"""How wide words are, and on how many lines they go."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from conftest import TESTS
from hypothesis import given
from hypothesis import strategies as st

from generator.press.letters import Font, Letters, NoSuchFontError, Run, fonts_in, letters_of

if TYPE_CHECKING:
    from collections.abc import Sequence

FONTS = TESTS.parent / "theme/flyer/fonts"
SQUARE = Font("Vierkant", bold=False, widths=dict.fromkeys("abcdefghijklmnopqrstuvwxyz -./()", 1.0), capital=0.7)
WIDE = SQUARE._replace(bold=True, widths=dict.fromkeys(SQUARE.widths, 2.0))
LETTERS = Letters([SQUARE, WIDE], ("Vierkant",))


class TestWidth:
    def test_letters_beside_each_other(self) -> None:
        assert LETTERS.width([Run("een twee")]) == 8

    def test_bold_letters_have_their_own_width(self) -> None:
        assert LETTERS.width([Run("een "), Run("twee", bold=True)]) == 12

    def test_a_letter_that_a_font_lacks_is_of_the_next_one(self) -> None:
        greek = [SQUARE._replace(family="Grieks", widths={"α": 3.0}), WIDE._replace(family="Grieks", widths={})]

        assert Letters([SQUARE, WIDE, *greek], ("Grieks", "Vierkant")).width([Run("αa")]) == 4

    def test_of_a_letter_that_no_font_has_the_width_is_guessed(self) -> None:
        assert LETTERS.width([Run("漢")]) == 0.5

    def test_of_the_real_font(self) -> None:
        noto = letters_of(FONTS, ("Noto Sans",))

        assert noto.width([Run("i")]) < noto.width([Run("n")]) < noto.width([Run("m")])
        assert noto.width([Run("n")]) < noto.width([Run("n", bold=True)])
        assert noto.capital == 0.714

    def test_a_family_that_is_not_there_is_named(self) -> None:
        with pytest.raises(NoSuchFontError, match=r"“Comic Sans” .*: Noto Sans, Vazirmatn\.$"):
            letters_of(FONTS, ("Comic Sans",))


class TestLines:
    """A line ends behind a space or a hyphen."""

    @pytest.mark.parametrize(
        ("words", "room", "lines"),
        [
            ("", 8, 1),
            ("een twee", 8, 1),
            ("een twee", 7, 2),
            ("een twee drie", 8, 2),
            ("wmo-loket", 8, 2),
            ("een. twee", 4, 2),
            ("een  ", 3, 1),
            ("langwoord", 4, 1),
            ("een langwoord twee", 4, 3),
        ],
    )
    def test_words(self, words: str, room: float, lines: int) -> None:
        assert LETTERS.lines([Run(words)], room) == lines

    def test_a_word_of_two_fonts_stays_whole(self) -> None:
        assert LETTERS.lines([Run("aan ("), Run("bb", bold=True), Run(")")], 9) == 2

    def test_lines_after_the_first_may_be_narrower(self) -> None:
        assert LETTERS.lines([Run("een een een een")], 7) == 2
        assert LETTERS.lines([Run("een een een een")], 7, hanging=1) == 3

    def test_a_long_address_breaks_behind_a_slash_or_a_dot(self) -> None:
        address = "voorbeeldstad.example/aanvragen"

        assert LETTERS.lines([Run(address, address=True)], 25) == 2
        assert LETTERS.lines([Run(address)], 25) == 1
        assert LETTERS.lines([Run("of "), Run("kort.example/aan", address=True)], 16) == 2

    @given(st.lists(st.text("abc", min_size=1, max_size=5), min_size=1, max_size=20), st.integers(5, 30))
    def test_they_hold_all_letters_and_no_line_is_left_out(self, words: Sequence[str], room: int) -> None:
        lines = LETTERS.lines([Run(" ".join(words))], room)

        assert sum(map(len, words)) <= lines * room
        assert lines <= len(words)

    @given(st.text("abcdefgh ", max_size=60), st.integers(5, 30))
    def test_wider_paper_takes_no_more(self, words: str, room: int) -> None:
        assert LETTERS.lines([Run(words)], room + 1) <= LETTERS.lines([Run(words)], room)


def test_the_fonts_of_the_flyers() -> None:
    assert sorted((font.family, font.bold) for font in fonts_in(FONTS)) == [
        ("Noto Sans", False),
        ("Noto Sans", True),
        ("Vazirmatn", False),
        ("Vazirmatn", True),
    ]
