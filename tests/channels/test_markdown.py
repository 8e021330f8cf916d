"""Answers as Markdown: whatever stands in a record comes back as the same words from any CommonMark reader."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import example, given
from lxml import html
from markdown_it import MarkdownIt
from project import site_for
from strategies import any_words, blocks, letters, written

from generator.answer import Answer, Block, Items, Link, Pairs, Paragraph, Strong, Table, Words
from generator.channels.markdown import escaped, render
from generator.parity import block_words
from generator.readback import read_markdown

READER = MarkdownIt("commonmark").enable("table")


def answer_with(*parts: Block, title: str = "Paspoort aanvragen") -> Answer:
    return Answer(
        kind="product",
        id="paspoort",
        path="/producten/paspoort/",
        api_path="producten/paspoort",
        label="Product",
        title=title,
        summary="",
        blocks=parts,
        places=(),
        keywords=(),
        checked=dt.date(2026, 10, 5),
        peildatum=dt.date(2026, 11, 22),
    )


def shown(markdown: str) -> html.HtmlElement:
    return html.document_fromstring(f"<html><body>{READER.render(markdown)}</body></html>")


def block_of(text: str) -> Block:
    """Put a text in every place where an editor's words can stand."""
    line = (Words(text), Words(" "), Strong(text), Words(" "), Link(text, "https://www.rdw.nl"))
    return Block(
        "kosten",
        text,
        (Paragraph(line), Items((line,)), Items((line,), numbered=True), Pairs(((text, line),)), Table(text, (text,), ((line,),))),
    )


@given(blocks())
@example(block_of("&amp; &lt;b&gt; &copy;"))
@example(block_of("https://www.rdw.nl/a_b_c"))
@example(block_of("1. a"))
@example(block_of("---"))
@example(block_of("~~~ kort"))
@example(block_of("kort #"))
@example(block_of("=== |"))
@example(block_of("\\ a\\"))
def test_all_words_come_back_and_no_others(block: Block) -> None:
    page = shown(render(answer_with(block), site_for()))
    [title] = page.iter("h1")

    assert title.text_content() == "Paspoort aanvragen"
    assert letters(str(page.text_content())) == letters("Paspoort aanvragen" + written(block, pair=": "))


@given(blocks())
def test_the_proof_reads_the_same_words(block: Block) -> None:
    from pathlib import Path  # noqa: PLC0415
    from tempfile import TemporaryDirectory  # noqa: PLC0415

    with TemporaryDirectory() as folder:
        path = Path(folder) / "index.md"
        path.write_text(render(answer_with(block), site_for()), encoding="utf-8")

        assert read_markdown(path).blocks == {"kosten": block_words(block)}


@given(any_words)
def test_any_title_is_one_heading(title: str) -> None:
    page = shown(render(answer_with(title=title), site_for()))

    assert [part.text_content() for part in page.iter("h1")] == [title]
    assert letters(str(page.text_content())) == letters(title)


@pytest.mark.parametrize("typed", ["**vet**", "_schuin_", "`code`", "[a](b)", "<b>", "a | b", "\\"])
def test_markup_is_escaped(typed: str) -> None:
    assert letters(str(shown(escaped(typed)).text_content())) == letters(typed)


def test_a_whole_answer() -> None:
    block = Block(
        "kosten",
        "Wat kost het?",
        (
            Paragraph((Words("Zie "), Link("de RDW", "https://www.rdw.nl"), Words(" en "), Link("rijbewijs", "/producten/rijbewijs/"))),
            Items(((Words("Kom."),), (Strong("Betaal."),)), numbered=True),
            Pairs((("Termijn", (Words("5 dagen"),)),)),
            Table("Tarieven", ("Waarvoor", "Kosten"), (((Words("pas"),), (Words("€ 5"),)),)),
        ),
    )

    assert render(answer_with(block), site_for()) == (
        "# Paspoort aanvragen\n\n"
        "<!-- blok: kosten -->\n## Wat kost het?\n\n"
        "Zie [de RDW](<https://www.rdw.nl>) en [rijbewijs](<https://www.voorbeeldstad.example/producten/rijbewijs/>)\n\n"
        "1. Kom.\n2. **Betaal.**\n\n"
        "- **Termijn:** 5 dagen\n\n"
        "**Tarieven**\n\n| Waarvoor | Kosten |\n| --- | --- |\n| pas | € 5 |\n"
    )
