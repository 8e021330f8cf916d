"""A visitor's own list: kept after a press and in this tab alone, shown in the words of the answers, shared by its address."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from browser.serving import AGENTS, PUBLIC

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    from browser.conftest import Visit

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

STATUS, CARDS = ".mijnlijst [role=status]", ".mijnlijst__kaart"
KEPT = """JSON.stringify([Object.entries(sessionStorage),
    Object.keys(localStorage).filter((name) => name !== 'antwoordkaart.recent').length, document.cookie])"""
SHARED = "mijn-lijst/#lijst=producten/paspoort,organisaties/voedselbank-voorbeeldstad~aanbod-spreekuur"


def stored(page: Page) -> str:
    """Give what this tab and this browser keep; the pages that agents looked at last are theirs, not of the list."""
    return str(page.evaluate(KEPT))


@pytest.mark.parametrize("prefix", [PUBLIC, AGENTS], ids=["site", "kcc"])
def test_what_is_kept_is_shown_together_and_can_be_erased(visit: Callable[..., Visit], prefix: str) -> None:
    reader = visit()
    page = reader.to(f"{prefix}producten/paspoort/")
    assert stored(page) == '[[],0,""]'
    page.get_by_role("button", name="Bewaar op mijn lijst").press("Enter")
    expect(page.locator(".bewaar [role=status]")).to_have_text("Dit staat op uw lijst, tot u dit tabblad sluit.")

    page = reader.to(f"{prefix}sociale-kaart/voedselbank-voorbeeldstad/")
    page.get_by_role("button", name="Bewaar op mijn lijst").click()
    page.get_by_role("link", name="Bekijk mijn lijst").click()
    expect(page.locator(f"{CARDS} h2")).to_have_text(["Paspoort aanvragen of verlengen", "Voedselbank Voorbeeldstad"])

    page.get_by_role("button", name="Wis mijn lijst").click()
    expect(page.locator(STATUS)).to_have_text("Uw lijst is leeg. Zoek een antwoord, en kies daar “Bewaar op mijn lijst”.")
    expect(page.locator(STATUS)).to_be_focused()
    assert stored(page) == '[[],0,""]'


def test_one_offer_is_kept_from_the_finder(visit: Callable[..., Visit]) -> None:
    page = visit().to("sociale-kaart/?wijk=noord&leefdomein=financien&toegang=vrij")
    first = page.locator("#wijzer-resultaten > li").first
    title = first.locator("> a").inner_text()
    first.get_by_role("button").click()
    first.get_by_role("link", name="Bekijk mijn lijst").click()

    expect(page.locator(f"{CARDS} h3", has_text=title)).to_be_visible()


def test_a_shared_list_is_shown_and_stored_only_when_asked(visit: Callable[..., Visit]) -> None:
    page = visit().to(SHARED)
    expect(page.locator(CARDS)).to_have_count(2)
    expect(page.locator(STATUS)).to_have_text("Op deze lijst: 2")
    expect(page.locator(f"{CARDS} h3", has_text="Spreekuur en aanmelden")).to_be_visible()
    expect(page.locator(f"{CARDS} h3", has_text="Voedselpakket")).to_have_count(0)
    assert stored(page) == '[[],0,""]'

    page.get_by_role("button", name="Bewaar deze lijst in dit tabblad").click()
    expect(page.get_by_role("button", name="Wis mijn lijst")).to_be_visible()
    assert page.url.endswith("mijn-lijst/")
    expect(page.locator(CARDS)).to_have_count(2)


def test_the_list_says_what_the_page_of_the_answer_says(visit: Callable[..., Visit]) -> None:
    reader = visit()
    page = reader.to("producten/paspoort/")
    told = {block: page.locator(f"#{block}").locator("xpath=..").inner_text().split() for block in ("kort-antwoord", "meenemen", "kosten")}
    page = reader.to(SHARED)
    card = page.locator(CARDS).first
    expect(card).to_be_visible()
    words = " ".join(card.inner_text().split())

    for block, expected in told.items():
        assert " ".join(expected) in words, block


def test_an_address_that_someone_made_up_shows_nothing(visit: Callable[..., Visit]) -> None:
    page = visit().to("mijn-lijst/#lijst=../../etc/passwd,javascript:alert(1),producten/<b>x</b>")

    expect(page.locator(STATUS)).to_have_text("Uw lijst is leeg. Zoek een antwoord, en kies daar “Bewaar op mijn lijst”.")
    expect(page.locator(CARDS)).to_have_count(0)


def test_on_paper_only_the_answers_remain(visit: Callable[..., Visit]) -> None:
    page = visit().to(SHARED)
    expect(page.locator(CARDS)).to_have_count(2)
    page.emulate_media(media="print")

    expect(page.locator(".mijnlijst__knoppen")).to_be_hidden()
    expect(page.locator(CARDS).first).to_be_visible()


def test_who_may_have_to_hide_a_visit_is_offered_no_list(visit: Callable[..., Visit]) -> None:
    page = visit().to("sociale-kaart/veilig-thuis/")

    expect(page.locator(".bewaar")).to_have_count(0)
