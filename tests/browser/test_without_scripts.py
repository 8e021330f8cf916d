"""Everything can be read and found without JavaScript."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from browser.html_files import pages
from browser.page_types import EVERYWHERE

if TYPE_CHECKING:
    from collections.abc import Callable

    from browser.conftest import Visit
    from browser.serving import Served

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]


def test_every_type_of_page_can_be_read(visit: Callable[..., Visit]) -> None:
    reader = visit(java_script_enabled=False)
    for name, path in EVERYWHERE.items():
        page = reader.to(path, scripts=False)
        assert page.locator("h1").is_visible(), name
        hidden = [
            block.get_attribute("data-blok")
            for block in page.locator("[data-blok]:not(details:not([open]) *)").all()
            if not block.is_visible()
        ]
        assert hidden == [], name
        assert page.get_by_role("navigation", name="Hoofdmenu").get_by_role("link").count() >= 4, name


@pytest.mark.parametrize("path", ["", "producten/paspoort/", "bestaat-niet/", "kcc/"])
def test_search_says_why_it_does_not_work_and_offers_other_ways(visit: Callable[..., Visit], path: str) -> None:
    page = visit(java_script_enabled=False).to(path, scripts=False)
    page.locator("#zoekveld").fill("paspoort")
    page.locator("#zoekveld").press("Enter")
    page.wait_for_url("**/zoeken/?q=paspoort")
    main = page.get_by_role("main")
    why = main.locator("noscript p")
    assert why.is_visible()
    assert "werkt alleen met JavaScript" in why.inner_text()
    main.get_by_role("link", name=re.compile("A tot Z")).click()
    page.wait_for_url("**/a-z/")
    page.go_back()
    main.get_by_role("link", name="Thema's").click()
    page.wait_for_url("**/thema/")


def test_old_addresses_lead_on(visit: Callable[..., Visit], sites: Served) -> None:
    reader = visit(java_script_enabled=False)
    moved = [page for page in pages(sites) if page.is_redirect]
    assert moved, "no page has moved; this test looks at nothing"
    for old in moved:
        [refresh] = old.tree.xpath("//meta[@http-equiv='refresh']/@content")
        assert refresh.startswith("0; url=")
        [target] = old.tree.xpath("//main//a/@href")
        assert refresh.removeprefix("0; url=") == target
        reader.page.goto(reader.url + old.path)
        reader.page.wait_for_url(re.compile(f"^(?!{re.escape(reader.url + old.path)}$)"))
        assert reader.page.locator("h1").is_visible()
