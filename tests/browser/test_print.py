"""On paper: the answer, without what one can only click."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pypdfium2
import pytest

from browser.page_types import EVERYWHERE

if TYPE_CHECKING:
    from collections.abc import Callable

    from browser.conftest import Visit

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

COLOUR = "(element) => getComputedStyle(element).color.match(/[0-9]+/g).slice(0, 3)"


def words(text: str) -> str:
    """Give the text without white space and hyphens, which a PDF reads back as it likes at the end of a line."""
    return re.sub(r"[\s\-\u00ad\ufffe]", "", text)


@pytest.mark.parametrize("name", ["product", "organisatie", "loket", "thema", "kcc-product"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_paper_shows_the_answer_and_no_controls(visit: Callable[..., Visit], name: str, scheme: str) -> None:
    page = visit(color_scheme=scheme).to(EVERYWHERE[name])
    page.emulate_media(media="print")
    for control in (".kop__menu", ".zoekbalk", ".pad", ".inhoudsopgave", ".spring"):
        assert not any(found.is_visible() for found in page.locator(control).all()), control
    for text in ("h1", "main p", "main li", "main a"):
        assert max(map(int, page.locator(text).first.evaluate(COLOUR))) < 140, f"{text} is too pale for paper"
    document = pypdfium2.PdfDocument(page.pdf(format="A4"))
    paper = words("".join(sheet.get_textpage().get_text_range() for sheet in document))
    assert words(page.locator("h1").inner_text()) in paper
    blocks = page.locator("main :is(p, li):not(:has(a, p, li)):visible").all_inner_texts()
    assert blocks
    assert [text for text in blocks if words(text) not in paper] == []
    assert "Hoofdmenu" not in paper
    assert "Waarkunnenweumeehelpen" not in paper
