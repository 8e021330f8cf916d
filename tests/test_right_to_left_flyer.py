"""The flyer of an answer in Arabic: it says its language, begins at the right, has its letters in it, and no word of Dutch around them."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

import pikepdf
import pypdfium2
import pytest
from arabic import KEY, TITLE, lay_down_arabic
from project import MAIN, edition_of, site_for

from generator.channels.flyer import flyer_content
from generator.press.printing import FlyerPress
from generator.wording.phrases import speaking

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MARGIN = 17 / 25.4 * 72
"""Of the page, in points."""


@pytest.fixture(scope="module")
def flyer(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Print it; Typst refuses to write a file that is not accessible (PDF/UA-1), also where a letter has no shape in any font."""
    folder = tmp_path_factory.mktemp("rtl-flyer")
    edition = edition_of(lay_down_arabic(folder / "klein"))
    [answer] = [found for found in edition.answers if found.key == KEY]
    site = dataclasses.replace(site_for(), languages={"ar": speaking(edition.catalogue, "ar").lang})
    (folder / "paspoort.pdf").write_bytes(FlyerPress(MAIN / "theme/flyer").print(flyer_content(answer, site)))
    return folder / "paspoort.pdf"


def fonts(flyer: Path) -> Iterator[str]:
    with pikepdf.open(flyer) as pdf:
        for thing in pdf.objects:
            if isinstance(thing, pikepdf.Dictionary) and thing.get("/Type") == "/FontDescriptor":
                yield str(thing["/FontName"]).partition("+")[2]


def test_it_says_its_language(flyer: Path) -> None:
    with pikepdf.open(flyer) as pdf:
        assert str(pdf.Root["/Lang"]).split("-")[0] == "ar"
        assert pdf.docinfo["/Title"] == TITLE


def test_its_letters_are_in_it_in_both_weights(flyer: Path) -> None:
    assert {"Vazirmatn-Regular", "Vazirmatn-Bold"} <= set(fonts(flyer))


def test_words_begin_at_the_right(flyer: Path) -> None:
    """The largest letters are those of the title."""
    document = pypdfium2.PdfDocument(flyer)
    page = document[0]
    text = page.get_textpage()
    boxes = [text.get_charbox(index) for index in range(text.count_chars())]
    tallest = max(top - bottom for _, bottom, _, top in boxes)
    right = max(right for _, bottom, right, top in boxes if top - bottom > 0.8 * tallest)
    width = page.get_width()
    document.close()

    assert width - MARGIN - 3 < right < width - MARGIN + 3


@pytest.mark.parametrize("dutch", ["Lees dit op internet", "Antwoordcode", "geldig op", "pagina", "Bel 14"])
def test_no_word_of_dutch_stands_around_it(flyer: Path, dutch: str) -> None:
    document = pypdfium2.PdfDocument(flyer)
    told = " ".join(" ".join(page.get_textpage().get_text_bounded() for page in document).split())
    document.close()

    assert dutch not in told
