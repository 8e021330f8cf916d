"""Texts of others as texts of ours."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import text
from generator.hsds.taken.texts import our_line, our_text, plain_words
from generator.tree import Bold, Items, Link, Paragraph
from generator.words import Words

SIGNS = "\\`*_[]<>|#+-.!&\"'(){}~=:;@/?% 0123456789abé€\n\t"
any_text = st.one_of(st.text(SIGNS, max_size=60), st.text(max_size=40))


def findings(ours: str) -> list[text.Finding]:
    found: list[text.Finding] = []
    text.parse_text(ours, found.append)
    return found


def words(ours: str) -> str:
    """Give the letters and digits that a reader sees, without the numbers of a list."""
    seen: list[str] = []

    def gather(part: object) -> None:
        if isinstance(part, Words):
            seen.append(part.text)
        elif isinstance(part, Bold | Link):
            for inner in part.parts:
                gather(inner)

    for block in text.parse_text(ours, lambda _: None):
        for line in block.lines if isinstance(block, Items) else [block.line]:
            for part in line:
                gather(part)
    return re.sub(r"[\W_]", "", "".join(seen))


@given(any_text)
def test_any_text_can_be_held(theirs: str) -> None:
    assert findings(our_text(theirs)) == []


@given(any_text)
def test_any_text_can_be_held_on_a_line(theirs: str) -> None:
    found: list[text.Finding] = []
    text.parse_line(our_line(theirs), found.append)
    assert (found, "\n" in our_line(theirs)) == ([], False)


@given(st.lists(st.text("abcé*_`#>+~![]=|\\", min_size=1, max_size=8), min_size=1, max_size=8).map(" ".join))
def test_no_word_of_a_plain_text_is_lost(theirs: str) -> None:
    assert words(our_text(theirs)) == re.sub(r"[\W_]", "", theirs)


@pytest.mark.parametrize(
    ("theirs", "ours"),
    [
        ("Kom langs.", "Kom langs."),
        ("Een.\n\n    Twee.\n\n\n\nDrie.", "Een.\n\nTwee.\n\nDrie."),
        ("• brood\n• melk", "- brood\n- melk"),
        ("<p>Kom <b>nu</b>.</p><ul><li>brood</li><li>melk</li></ul>", "Kom **nu**.\n\n- brood\n- melk"),
        ('Zie <a href="https://a.nl/b">de site</a>.', "Zie [de site](https://a.nl/b)."),
        ('Zie <a href="javascript:alert(1)">dit</a><script>x</script>.', "Zie dit."),
        ("Tea &amp; coffee", "Tea & coffee"),
        ("5 *3* 2", r"5 \*3\* 2"),
        ("# Kop", r"\# Kop"),
        ("1986. Een jaar.", "1986. Een jaar."),
        ("{geheim}", "(geheim)"),
        ("a\x00b", "a b"),
        ("", ""),
    ],
)
def test_examples(theirs: str, ours: str) -> None:
    assert our_text(theirs) == ours


def test_a_list_on_one_line_has_no_signs() -> None:
    assert our_line("- brood\n- melk") == "brood melk"


def test_plain_words_have_no_markup() -> None:
    assert plain_words("<p>Kom <b>nu</b> &amp; hier.</p>") == "Kom nu & hier."


def test_a_paragraph_stays_a_paragraph() -> None:
    assert [type(block) for block in text.parse_text(our_text("Een.\n\n- twee"), lambda _: None)] == [Paragraph, Items]
