"""On paper: the answer, without what one can only click."""

from __future__ import annotations

import datetime as dt
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


A4 = (595, 842)
FOOT = 58
"""Points: the size of the paper, and how high the foot of a sheet is."""

MONTHS = ["januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december"]

CONTROLS = (
    ".spring",
    ".kop__knop",
    ".kop__menu",
    ".zoek__rij",
    ".talen",
    ".pad",
    ".inhoud",
    ".inhoudsopgave",
    ".folders",
    ".melden",
    ".verlaat",
)


def words(text: str) -> str:
    """Give the text without white space and hyphens, which a PDF reads back as it likes at the end of a line."""
    return re.sub(r"[\s\-\u00ad\ufffe]", "", text)


@pytest.mark.parametrize("name", ["product", "organisatie", "loket", "thema", "kcc-product"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_paper_shows_the_answer_and_no_controls(visit: Callable[..., Visit], name: str, scheme: str) -> None:
    page = visit(color_scheme=scheme).to(EVERYWHERE[name])
    page.emulate_media(media="print")
    for control in CONTROLS:
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


@pytest.mark.parametrize("path", ["producten/paspoort/", "sociale-kaart/huisartsenpost-voorbeeldstad/"])
def test_paper_says_whose_it_is_and_the_foot_of_every_sheet_which_answer_of_which_day(visit: Callable[..., Visit], path: str) -> None:
    page = visit().to(path)
    article = page.locator("[data-antwoord]")
    code, day = article.get_attribute("data-code"), dt.date.fromisoformat(str(article.get_attribute("data-peildatum")))
    document = pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True))
    assert words("gemeente Voorbeeldstad Bel 14 012") in words(document[0].get_textpage().get_text_range())[:60]
    assert len(document) > 1
    for number, sheet in enumerate(document, 1):
        assert tuple(map(round, sheet.get_size())) == A4
        told = f"gemeente Voorbeeldstad · Antwoordcode {code} · geldig op {day.day} {MONTHS[day.month - 1]} {day.year} www.voorbeeldstad.example/{path}"
        foot = sheet.get_textpage().get_text_bounded(0, 0, A4[0], FOOT)
        assert words(foot) == words(f"{number} / {len(document)} {told}"), "something else stands on the foot, or it is not whole"


def test_paper_gives_the_address_of_another_site_only_where_the_words_do_not(visit: Callable[..., Visit]) -> None:
    page = visit().to("producten/paspoort/")
    page.emulate_media(media="print")
    after = "(all) => all.map((e) => [e.textContent, getComputedStyle(e, '::after').content])"
    printed = dict(page.locator("main a:visible").evaluate_all(after))
    assert '" (" attr' not in str(printed)
    assert printed["Nederland Wereldwijd"] == '" (nederlandwereldwijd.nl)"'
    assert printed["voorbeeldstad.example"] == "none"
    assert printed["Afspraak maken"] == "none"
