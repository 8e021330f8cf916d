"""The decision trees in a real browser: the answers given stand in the address alone, and a caller may change one of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from browser.serving import AGENTS, PUBLIC

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    from browser.conftest import Visit

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

TREE = "keuzehulp/hulp-in-huis/"
FIRST, UNSURE = "Schoonmaken, opruimen of de was", "Ik weet het niet"
END = "praat-met-ons/"
"""An outcome to which many paths lead: only the address knows which was taken."""

NOTHING_KEPT = "() => [localStorage.length, sessionStorage.length, document.cookie]"


def choose(page: Page, answer: str) -> None:
    before = page.url
    page.locator("[data-blok^='vraag-']").get_by_role("link", name=answer, exact=True).click()
    page.wait_for_url(lambda url: url != before)


def told(page: Page) -> list[str]:
    return page.locator(".keuze__pad li:visible strong").all_inner_texts()


@pytest.mark.parametrize("site", [PUBLIC, AGENTS])
def test_the_answers_stand_in_the_address_and_come_back_from_it(visit: Callable[..., Visit], site: str) -> None:
    reader = visit()
    page = reader.to(f"{site}{TREE}waarbij/")
    kept = page.evaluate(NOTHING_KEPT)
    choose(page, FIRST)
    choose(page, UNSURE)

    assert page.url == f"{reader.url}{site}{TREE}{END}?pad=waarbij.0~schoonmaken.3"
    assert told(page) == [FIRST, UNSURE]
    page.reload()
    assert told(page) == [FIRST, UNSURE]
    assert page.evaluate(NOTHING_KEPT) == kept


def test_a_changed_answer_keeps_what_was_chosen_before_it(visit: Callable[..., Visit]) -> None:
    reader = visit()
    page = reader.to(f"{AGENTS}{TREE}{END}?pad=waarbij.0~schoonmaken.3")
    page.locator(".keuze__pad li[data-keuze='schoonmaken.3']").get_by_role("link").click()
    page.wait_for_url("**/schoonmaken/?pad=waarbij.0")

    assert told(page) == [FIRST]


def test_an_address_that_somebody_made_up_shows_no_answers(visit: Callable[..., Visit]) -> None:
    page = visit().to(f"{AGENTS}{TREE}{END}?pad=waarbij.99~%3Cb%3E~constructor.0")

    assert told(page) == []
    assert page.locator("h1").is_visible()


def test_without_scripts_the_steps_are_linked_pages_down_to_an_outcome(visit: Callable[..., Visit]) -> None:
    reader = visit(java_script_enabled=False)
    page = reader.to(f"{AGENTS}{TREE}waarbij/", scripts=False)
    choose(page, FIRST)
    choose(page, UNSURE)

    assert page.url == f"{reader.url}{AGENTS}{TREE}{END}"
    assert page.locator("[data-blok^='uitkomst-'] a").first.is_visible()
