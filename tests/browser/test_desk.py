"""The agents' desk in a real browser: copying, answer codes, what is kept, two answers side by side, and what to report."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING
from urllib.parse import unquote

import pytest
from playwright.sync_api import expect

from browser.desk_text import Copied
from browser.serving import AGENTS, documents

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    from browser.conftest import Visit
    from browser.serving import Served

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

GPK = "producten/gehandicaptenparkeerkaart/"
PASSPORT = "producten/paspoort/"
SENSITIVE = "producten/opvang-huiselijk-geweld/"
FOLDERS = ["producten", "sociale-kaart", "loket"]
ANSWERS = [GPK, PASSPORT, "sociale-kaart/huisartsenpost-voorbeeldstad/", "loket/wmo-loket/"]
API = {"sociale-kaart": "organisaties", "loket": "loketten"}

CLIPBOARD = "() => navigator.clipboard.readText()"


def copied(sites: Served, path: str) -> Copied:
    folder, _, rest = path.partition("/")
    return Copied(sites, f"{API.get(folder, folder)}/{rest}")


def agent(visit: Callable[..., Visit], path: str, **options: object) -> Page:
    return visit(permissions=["clipboard-read", "clipboard-write"], **options).to(AGENTS + path)


def without_wide_spaces(text: str) -> str:
    """Windows' clipboard writes other line ends."""
    return text.replace("\r\n", "\n")


@pytest.mark.parametrize("path", ANSWERS)
def test_the_whole_answer_is_copied_word_for_word(visit: Callable[..., Visit], sites: Served, path: str) -> None:
    page = agent(visit, path)
    page.get_by_role("button", name="Kopieer alles").click()
    expect(page.get_by_role("status").filter(has_text="Gekopieerd")).to_be_visible()

    assert without_wide_spaces(page.evaluate(CLIPBOARD)) == copied(sites, path).whole()


@pytest.mark.parametrize("path", ANSWERS)
def test_each_block_is_copied_with_link_and_code(visit: Callable[..., Visit], sites: Served, path: str) -> None:
    page, expected = agent(visit, path), copied(sites, path)
    for block in expected.content["blokken"]:
        if block["id"] == "acties":
            continue
        page.locator(f"[data-blok='{block['id']}'] > button").click()
        expect(page.locator(".gedaan")).to_have_text(f"Gekopieerd: {block['kop']}")
        told = without_wide_spaces(page.evaluate(CLIPBOARD))
        assert told == f"{expected.block(block['id'])}\n\n{expected.title}\n{expected.foot}"


def test_what_to_say_and_the_handover_are_copied_and_the_other_instructions_are_not(visit: Callable[..., Visit], sites: Served) -> None:
    page, expected = agent(visit, GPK), copied(sites, GPK)
    layer = page.locator(".kcc [data-blok]")
    offered = [block.get_attribute("data-blok") for block in layer.all() if block.locator("> button").count()]

    assert [name for name in offered if not str(name).startswith("kcc-doorverbinden")] == ["kcc-zeg-dit"]
    page.locator("[data-blok=kcc-zeg-dit] > button").click()
    expect(page.locator(".gedaan")).to_contain_text("Gekopieerd: Zeg dit")
    assert page.evaluate(CLIPBOARD) == page.locator("[data-blok=kcc-zeg-dit] p").inner_text()
    page.locator("[data-blok=kcc-doorverbinden] > button").click()
    expect(page.locator(".gedaan")).to_contain_text("Gekopieerd: Doorverbinden")
    told = without_wide_spaces(page.evaluate(CLIPBOARD)).split("\n")
    assert told[0] == f"{expected.title} ({expected.code})"
    assert [line.partition(":")[0] for line in told[1:6]] == ["Naar", "Wanneer", "Telefoon", "Geef mee", "Bij geen gehoor"]
    assert "Telefonisch bereikbaar" in {line.partition(":")[0] for line in told[6:]}
    assert told[-1] == expected.content["url"]


def test_copying_works_where_the_browser_has_no_clipboard_for_us(visit: Callable[..., Visit], sites: Served) -> None:
    reader = visit(permissions=["clipboard-read", "clipboard-write"])
    reader.page.add_init_script("navigator.clipboard.writeText = () => Promise.reject(new Error('no https'));")
    page = reader.to(AGENTS + PASSPORT)
    page.get_by_role("button", name="Kopieer alles").click()
    expect(page.locator(".gedaan")).to_contain_text("Gekopieerd")

    assert without_wide_spaces(page.evaluate(CLIPBOARD)) == copied(sites, PASSPORT).whole()


def test_the_call_view_has_the_citizens_words_left_and_the_instructions_right(visit: Callable[..., Visit]) -> None:
    page = agent(visit, GPK)
    left, right = page.locator("[data-blok=kort-antwoord]").bounding_box(), page.locator(".kcc").bounding_box()

    assert left is not None
    assert right is not None
    assert left["x"] + left["width"] <= right["x"]
    assert abs(left["y"] - right["y"]) < 60
    expect(page.locator("[data-blok=kcc-zeg-dit]")).to_be_in_viewport()
    expect(page.locator("[data-blok=kcc-afhandeling] strong")).to_be_in_viewport()
    order = [block.get_attribute("data-blok") for block in page.locator(".kcc [data-blok]").all()]
    wanted = ["kcc-vraag-eerst", "kcc-zeg-dit", "kcc-afhandeling", "kcc-niet-doorverbinden", "kcc-let-op", "kcc-doorverbinden"]
    assert order[: len(wanted)] == wanted


def test_the_handover_says_whether_the_telephone_is_answered_now(visit: Callable[..., Visit]) -> None:
    expect(agent(visit, GPK).locator("[data-blok=kcc-doorverbinden] .nu")).to_have_text(re.compile("^Nu "))


@pytest.mark.parametrize("typed", ["{}", "  {} ", "{lower}", "{short}"])
def test_a_code_in_the_search_field_leads_to_its_answer(visit: Callable[..., Visit], sites: Served, typed: str) -> None:
    code = copied(sites, PASSPORT).code
    page = agent(visit, "")
    page.locator("#zoekveld").fill(typed.format(code, lower=code.lower(), short=code.replace("-", "")))
    page.keyboard.press("Enter")
    page.wait_for_url("**/code/?code=*")
    status = page.locator("[data-code-status]")

    expect(status).to_have_text(f"{code}: {copied(sites, PASSPORT).title}. De tekst is sindsdien niet veranderd.")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{PASSPORT}")


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("222-222", "De code 222-222 kennen wij niet. Lees hem nog eens voor: er staan geen nul, één, O of I in."),
        ("paspoort", "Dit is geen antwoordcode. Een code heeft zes tekens, zonder nul, één, O of I."),
    ],
)
def test_a_code_that_nobody_has(visit: Callable[..., Visit], sites: Served, typed: str, told: str) -> None:
    assert "222-222" not in {one["code"] for one in documents(sites, AGENTS)}
    page = agent(visit, "code/")
    page.get_by_label("Antwoordcode", exact=True).fill(typed)
    page.get_by_role("button", name="Zoek de code").click()

    expect(page.locator("[data-code-status]")).to_have_text(told)


def test_an_old_code_leads_to_what_changed(visit: Callable[..., Visit]) -> None:
    reader = visit()
    codes = json.dumps({"222-222": ["Een oud antwoord", "code/222-222/", 0]})
    reader.page.route("**/code/codes.json", lambda route: route.fulfill(body=codes, content_type="application/json"))
    page = reader.to(f"{AGENTS}code/?code=222222")
    status = page.locator("[data-code-status]")

    expect(status).to_have_text("222-222: Een oud antwoord. De tekst is sindsdien veranderd.")
    expect(status.get_by_role("link")).to_be_focused()
    assert status.get_by_role("link").evaluate("(link) => link.href") == f"{reader.url}{AGENTS}code/222-222/"


@pytest.mark.parametrize("typed", ["2345 KG", "2345kg", "paspoort"])
def test_a_postcode_or_word_is_searched_for_as_always(visit: Callable[..., Visit], typed: str) -> None:
    page = agent(visit, "")
    page.locator("#zoekveld").fill(typed)
    page.keyboard.press("Enter")
    page.wait_for_url("**/zoeken/?q=*")


def test_recent_and_pinned_answers_are_kept_in_this_browser_and_erased(visit: Callable[..., Visit], sites: Served) -> None:
    page = agent(visit, PASSPORT)
    page.goto(page.url.replace(PASSPORT, GPK))
    pin = page.get_by_role("button", name="Vastzetten")
    pin.click()
    expect(pin).to_have_attribute("aria-pressed", "true")
    page.goto(page.url.replace(GPK, ""))
    titles = [copied(sites, GPK).title, copied(sites, PASSPORT).title]

    assert page.locator("[data-bewaard=recent] a").all_inner_texts() == titles
    assert page.locator("[data-bewaard=vast] a").all_inner_texts() == titles[:1]
    page.locator("[data-bewaard=vast] a").click()
    page.wait_for_url(f"**/{GPK}")
    pin.click()
    expect(pin).to_have_attribute("aria-pressed", "false")
    assert page.evaluate("localStorage.getItem('antwoordkaart.vast')") == "[]"
    pin.click()
    page.goto(page.url.replace(GPK, ""))
    page.locator("[data-bewaard=recent] a").last.click()
    page.wait_for_url(f"**/{PASSPORT}")
    page.goto(page.url.replace(PASSPORT, "werkplek/"))
    page.get_by_role("button", name="Wis alles uit deze browser").click()
    expect(page.locator("[data-bewaard=recent]")).to_be_hidden()
    assert page.evaluate("localStorage.length") == 0


def test_a_sensitive_answer_leaves_no_trace(visit: Callable[..., Visit]) -> None:
    page = agent(visit, SENSITIVE)

    expect(page.get_by_role("button", name="Vastzetten")).to_be_visible()
    assert page.evaluate("localStorage.length") == 0


def test_odd_things_in_the_browsers_store_break_nothing(visit: Callable[..., Visit]) -> None:
    reader = visit()
    reader.page.add_init_script("localStorage.setItem('antwoordkaart.recent', '[1, null, {\"pad\": 3}]');")
    page = reader.to(AGENTS)

    expect(page.locator("[data-bewaard=recent]")).to_be_hidden()


def test_large_and_compact_stay_chosen(visit: Callable[..., Visit]) -> None:
    page = agent(visit, PASSPORT)
    size = "() => Number.parseFloat(getComputedStyle(document.querySelector('[data-blok=termijn] dd, [data-blok=termijn] p')).fontSize)"
    plain = page.evaluate(size)
    page.get_by_role("button", name="Groot").click()
    large = page.evaluate(size)
    page.reload()

    assert page.evaluate(size) == large > plain
    page.get_by_role("button", name="Compact").click()
    assert page.evaluate(size) < plain


def test_two_answers_side_by_side_and_their_address(visit: Callable[..., Visit], sites: Served) -> None:
    page = agent(visit, PASSPORT)
    page.get_by_role("link", name="Naast een ander").click()
    page.wait_for_url("**/naast/?a=*")
    expect(page.locator("[data-naast-plaats] article")).to_have_count(1)
    page.get_by_label("Rechts").select_option(GPK)
    page.get_by_role("button", name="Toon").click()
    articles = page.locator("[data-naast-plaats] article")
    expect(articles).to_have_count(2)
    address = page.url
    page.goto("about:blank")
    page.goto(address)
    expect(articles).to_have_count(2)

    assert page.locator("[data-naast-plaats] article > * h2 >> nth=0").inner_text() == copied(sites, PASSPORT).title
    shown = articles.nth(1).locator("[data-blok=kosten]").inner_text().split()
    single = agent(visit, GPK).locator("[data-blok=kosten]").inner_text().replace("Kopieer", "").split()
    assert shown == single
    assert page.evaluate(
        "[...document.querySelectorAll('[id]')].length === new Set([...document.querySelectorAll('[id]')].map((e) => e.id)).size"
    )


@pytest.mark.parametrize("asked", ["?a=https://other.example/", "?a=//other.example/x/", "?a=../../privacy/", "?a=javascript:alert(1)"])
def test_side_by_side_takes_only_pages_of_this_site(visit: Callable[..., Visit], asked: str) -> None:
    reader = visit()
    page = reader.to(f"{AGENTS}naast/{asked}")
    page.wait_for_load_state("networkidle")

    assert page.locator("[data-naast-plaats] > *").count() == 0
    assert reader.elsewhere() == []


def test_every_part_can_be_reported_in_three_ways(visit: Callable[..., Visit], sites: Served) -> None:
    page, expected = agent(visit, PASSPORT), copied(sites, PASSPORT)
    page.get_by_role("link", name="Meld iets").click()
    links = page.locator("#melden-kosten a")

    assert links.all_inner_texts() == ["klopt niet", "onduidelijk", "ontbreekt"]
    target = unquote(str(links.nth(1).get_attribute("href")))
    assert target.startswith("mailto:")
    assert f"subject=Onduidelijk: Wat kost het? [kosten], product:paspoort ({expected.code})" in target
    parts = page.locator(".melden__delen > li")
    blocks = [str(block.get_attribute("data-blok")) for block in page.locator("[data-blok]").all()]
    assert parts.count() == 1 + len(blocks)
    for block in blocks:
        subjects = [unquote(str(link.get_attribute("href"))) for link in page.locator(f"#melden-{block} a").all()]
        assert [subject.endswith(f" [{block}], product:paspoort ({expected.code})") for subject in subjects] == [True] * 3, block


def test_a_missing_answer_is_reported_with_the_words_that_were_typed(visit: Callable[..., Visit]) -> None:
    reader = visit()
    page = reader.to(f"{AGENTS}zoeken/?q=xyzzyq+%26+meer")
    link = page.get_by_role("link", name="Antwoord niet gevonden")
    link.focus()

    assert "subject=Antwoord niet gevonden: xyzzyq & meer&body=Gezocht op: xyzzyq & meer\n" in unquote(str(link.get_attribute("href")))


def press_with_alt(page: Page, letter: str) -> None:
    """Press Alt and a letter as a keyboard does: Playwright's own Alt has no letter."""
    code = ord(letter.upper())
    key = {
        "modifiers": 1,
        "key": letter,
        "code": f"Key{letter.upper()}",
        "text": letter,
        "unmodifiedText": letter,
        "windowsVirtualKeyCode": code,
    }
    page.context.new_cdp_session(page).send("Input.dispatchKeyEvent", {"type": "char", **key})


@pytest.mark.parametrize(("letter", "found"), [("z", "#zoekveld"), ("w", ".kcc"), ("o", "[data-blok=kcc-doorverbinden]")])
def test_a_shortcut_goes_where_the_page_about_keys_says(visit: Callable[..., Visit], letter: str, found: str) -> None:
    page = agent(visit, GPK)
    press_with_alt(page, letter)

    expect(page.locator(found)).to_be_focused()


def test_a_shortcut_copies_and_one_leads_to_what_changed(visit: Callable[..., Visit], sites: Served) -> None:
    page = agent(visit, GPK)
    press_with_alt(page, "k")
    expect(page.locator(".gedaan")).to_contain_text("Gekopieerd")
    assert without_wide_spaces(page.evaluate(CLIPBOARD)) == copied(sites, GPK).whole()
    press_with_alt(page, "j")

    page.wait_for_url("**/kcc/veranderd/")


def test_every_shortcut_is_documented(visit: Callable[..., Visit]) -> None:
    page = agent(visit, GPK)
    used = sorted(page.evaluate("[...document.querySelectorAll('[accesskey]')].map((one) => one.accessKey)"))
    page.goto(page.url.replace(GPK, "toetsen/"))
    told = page.locator("table[aria-labelledby=snel] tbody kbd").all_inner_texts()

    assert used == sorted(letter.lower() for letter in told)
