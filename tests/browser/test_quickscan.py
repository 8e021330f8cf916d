"""The quick scan in a real browser: what answers gather, where they stand, and the list for who has no JavaScript or wants paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from browser.serving import AGENTS, PUBLIC

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    from browser.conftest import Visit
    from browser.serving import Served

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

SCAN = f"{AGENTS}quickscan/"
NOTHING_KEPT = "() => [localStorage.length, sessionStorage.length, document.cookie]"


def answer(page: Page, question: str, choice: str) -> None:
    page.get_by_role("group", name=question, exact=True).get_by_label(choice, exact=True).check()


def gathered(page: Page) -> list[str]:
    return page.locator("[data-scan-lijst] li > a").all_inner_texts()


def test_several_problems_gather_each_help_once_by_life_domain(visit: Callable[..., Visit]) -> None:
    page = visit().to(SCAN)
    expect(page.get_by_role("status").filter(has_text="Nog geen antwoorden.")).to_be_visible()
    answer(page, "Kunt u uw rekeningen op tijd betalen?", "Nee")
    answer(page, "Bent u bang dat u uit uw huis moet?", "Ja")
    answer(page, "Voelt u zich vaak alleen?", "Nee")

    assert page.locator("[data-scan-lijst] h3").all_inner_texts() == ["Geld", "Wonen"]
    found = gathered(page)
    assert found[0] == "Hulp bij schulden"
    assert "Juridisch Loket" in found
    assert len(found) == len(set(found)) == 5
    expect(page.locator("[data-scan-status]")).to_have_text("5 mogelijkheden.")
    debts = page.locator("[data-scan-lijst] li").filter(has=page.get_by_role("link", name="Hulp bij schulden", exact=True))
    expect(debts).to_contain_text("Helpt ook bij: Wonen.")
    assert len(debts.locator("p").first.inner_text()) > 40, "the short answer is told"


def test_answers_stand_in_the_fragment_alone_and_come_back_from_it(visit: Callable[..., Visit]) -> None:
    visitor = visit()
    page = visitor.to(SCAN)
    before = page.evaluate(NOTHING_KEPT)
    asked = len(visitor.requests)
    answer(page, "Kunt u uw rekeningen op tijd betalen?", "Nee")
    answer(page, "Heeft u elke dag genoeg geld voor eten?", "Ja")

    assert page.url.endswith("quickscan/#financien.rekeningen=nee&financien.eten=ja")
    assert page.evaluate(NOTHING_KEPT) == before
    assert [one.url for one in visitor.requests[asked:] if "/assets/icon.svg" not in one.url] == [], "only Chromium's own icon"
    found = gathered(page)
    page.reload()
    assert gathered(page) == found
    page.get_by_role("group", name="Kunt u uw rekeningen op tijd betalen?", exact=True).get_by_label("Sla over").check()
    assert gathered(page) == []
    page.get_by_role("button", name="Begin opnieuw").click()
    assert page.url.endswith("quickscan/")
    expect(page.locator("[data-scan-status]")).to_have_text("Nog geen antwoorden.")


def test_without_scripts_every_question_says_where_it_leads(visit: Callable[..., Visit]) -> None:
    page = visit(java_script_enabled=False).to(SCAN, scripts=False)
    questions = page.locator("[data-vraag]").all()

    assert len(questions) >= 30
    for question in questions:
        assert question.locator(".scan__naar a").first.is_visible()
    assert not page.locator("[data-scan-gevonden]").is_visible()


def test_paper_has_the_whole_list_or_what_was_answered(visit: Callable[..., Visit]) -> None:
    page = visit().to(SCAN)
    page.emulate_media(media="print")
    assert page.locator(".scan__naar").first.is_visible()
    assert not page.locator("[data-scan-gevonden]").is_visible()

    page.emulate_media(media="screen")
    answer(page, "Kunt u uw rekeningen op tijd betalen?", "Nee")
    page.emulate_media(media="print")
    assert [one.get_attribute("data-vraag") for one in page.locator("[data-vraag]").all() if one.is_visible()] == ["financien.rekeningen"]
    assert page.locator("[data-scan-gevonden] li").first.is_visible()


def test_the_public_site_has_none_of_it(sites: Served) -> None:
    public = sites.folder(PUBLIC)

    assert not (public / "quickscan").exists()
    assert not (public / "assets/quickscan.js").exists()
