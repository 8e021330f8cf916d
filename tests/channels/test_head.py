"""What stands in the head of a page: for browsers, for search engines, and for who shares a link to it."""

from __future__ import annotations

import dataclasses
import re
from typing import TYPE_CHECKING

import pytest
from lxml import html
from project import URL, edition_of, lay_down, site_for

from generator.channels import agent, overview_page, page
from generator.channels.site import TileServer
from generator.huisstijl import house_style
from generator.overview import Redirect
from generator.policy import content_policy
from generator.wording.overviews import overviews

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from generator.edition import Edition


@pytest.fixture(scope="module")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    return edition_of(lay_down(tmp_path_factory.mktemp("head") / "klein"))


def head(markup: str) -> html.HtmlElement:
    found = html.document_fromstring(markup).find("head")
    assert found is not None
    return found


def named(element: html.HtmlElement, attribute: str) -> list[tuple[str, str]]:
    """Give name and content of every `meta` that has its name in `attribute`."""
    return [(meta.attrib[attribute], meta.attrib["content"]) for meta in element.iter("meta") if attribute in meta.attrib]


def public(edition: Edition, key: str) -> html.HtmlElement:
    [answer] = [answer for answer in edition.answers if answer.key == key]
    return head(page.render(answer, site_for()))


def agents(edition: Edition, key: str) -> html.HtmlElement:
    [answer] = [answer for answer in edition.answers if answer.key == key]
    return head(agent.render(answer, edition.layers[key], site_for("kcc")))


def test_the_page_itself_has_the_policy_too_before_it_names_anything(edition: Edition) -> None:
    first, second, *_ = public(edition, "product:paspoort")

    assert first.attrib == {"charset": "utf-8"}
    assert second.attrib == {"http-equiv": "Content-Security-Policy", "content": content_policy(in_page=True)}


def test_scripts_may_only_run_after_the_one_that_guards_them(edition: Edition) -> None:
    scripts = public(edition, "product:paspoort").findall("script")

    assert scripts[0].attrib["src"] == "../../assets/trust.js"
    assert all("defer" in script.attrib and script.attrib["src"].startswith("../../assets/") for script in scripts)


def test_no_address_is_told_to_another_site(edition: Edition) -> None:
    assert ("referrer", "no-referrer") in named(public(edition, "product:paspoort"), "name")
    assert ("referrer", "no-referrer") in named(agents(edition, "product:paspoort"), "name")


def test_a_shared_link_shows_what_the_page_is(edition: Edition) -> None:
    [answer] = [answer for answer in edition.answers if answer.key == "product:paspoort"]

    assert [one for one in named(public(edition, "product:paspoort"), "property") if one[0] != "og:description"] == [
        ("og:title", answer.title),
        ("og:url", f"{URL}/producten/paspoort/"),
        ("og:type", "website"),
        ("og:site_name", "gemeente Klein"),
        ("og:locale", "nl_NL"),
        ("og:image", f"{URL}/assets/share.png"),
        ("og:image:width", "1200"),
        ("og:image:height", "630"),
        ("og:image:alt", "gemeente Klein"),
        *[("og:locale:alternate", "en_GB") for _ in answer.others],
    ]


def test_its_description_is_the_beginning_of_the_short_answer(edition: Edition) -> None:
    [answer] = [answer for answer in edition.answers if answer.key == "product:identiteitskaart"]
    told = dict(named(public(edition, answer.key), "property"))["og:description"]

    assert len(told) <= 200
    assert answer.summary.startswith(told.removesuffix("…"))
    assert told


def test_a_description_ends_after_a_whole_word(edition: Edition) -> None:
    [answer] = [answer for answer in edition.answers if answer.key == "product:paspoort"]
    told = "Een paspoort is geldig. " * 20
    long = head(page.render(dataclasses.replace(answer, summary=told), site_for()))

    for name, letters in (("description", 300), ("og:description", 200)):
        shown = dict([*named(long, "name"), *named(long, "property")])[name]
        assert letters - 20 < len(shown) <= letters
        assert told.startswith(shown.removesuffix("…") + " ")


def test_another_language_names_itself_and_the_other(edition: Edition) -> None:
    [english] = [answer for answer in edition.answers if answer.lang == "en" and answer.id == "paspoort"]
    told = named(head(page.render(english, site_for())), "property")

    assert ("og:locale", "en_GB") in told
    assert ("og:locale:alternate", "nl_NL") in told
    assert ("og:url", f"{URL}/en/producten/paspoort/") in told


def test_both_languages_of_a_page_name_both(edition: Edition) -> None:
    pair = [answer for answer in edition.answers if answer.id == "paspoort"]
    wanted = {("nl", f"{URL}/producten/paspoort/"), ("en", f"{URL}/en/producten/paspoort/")}

    for answer in pair:
        links = head(page.render(answer, site_for())).xpath("link[@rel='alternate' and @hreflang]")
        assert {(link.attrib["hreflang"], link.attrib["href"]) for link in links} == wanted


def test_the_home_page_is_shared_under_the_name_of_the_municipality(edition: Edition) -> None:
    [home] = [overview for overview in overviews(edition.catalogue) if overview.path == "/"]

    assert ("og:title", "Gemeente Klein") in named(head(overview_page.render(home, site_for())), "property")


@pytest.mark.parametrize("channel", ["publiek", "kcc"])
def test_only_the_finder_may_ask_for_the_pictures_of_a_map(edition: Edition, channel: str) -> None:
    tiles = TileServer(address="https://tegels.klein.example/{z}/{x}/{y}.png", name="Klein", credit="© Klein")
    site = dataclasses.replace(site_for(channel), tiles=tiles)
    shown = {overview.path: head(overview_page.render(overview, site)) for overview in overviews(edition.catalogue)}
    policies = {path: found.findall("meta")[1].attrib["content"] for path, found in shown.items()}

    assert policies.pop("/sociale-kaart/") == content_policy(in_page=True, tiles="https://tegels.klein.example")
    assert set(policies.values()) == {content_policy(in_page=True)}


def test_without_a_tile_server_the_finder_has_no_map(edition: Edition) -> None:
    [finder] = [overview for overview in overviews(edition.catalogue) if overview.path == "/sociale-kaart/"]
    shown = overview_page.render(finder, site_for())

    assert "kaart-uitleg" not in shown
    assert "map.js" not in shown
    assert content_policy(in_page=True) in shown


def test_nothing_of_the_agents_site_is_for_sharing(edition: Edition) -> None:
    assert named(agents(edition, "product:paspoort"), "property") == []


def test_what_is_no_page_of_its_own_is_not_for_sharing() -> None:
    moved = Redirect("/producten/reisdocument/", "/producten/paspoort/", "Paspoort aanvragen")

    assert named(head(overview_page.render_not_found(site_for())), "property") == []
    assert named(head(overview_page.render_redirect(moved, site_for())), "property") == []


def strip_in_style(assets: Path, before: str = "") -> str:
    """Give the name of the colour that the style sheet gives the strip at the top of every page."""
    sheet = "desk.css" if before else "site.css"
    found = re.search(rf"^{before}\.kop__strook \{{ background: var\((--[\w-]+)\)", (assets / sheet).read_text("utf-8"), re.MULTILINE)
    assert found is not None, "the strip at the top has another name: TOPS in generator/channels/site.py goes with it"
    return found[1]


@pytest.mark.parametrize(("shown", "before"), [(public, ""), (agents, r"\.medewerkers ")])
def test_the_browsers_own_bar_is_of_one_piece_with_the_strip_at_the_top(
    edition: Edition, shown: Callable[[Edition, str], html.HtmlElement], before: str
) -> None:
    assets = site_for().templates.parent / "assets"
    strip, style = strip_in_style(assets, before), house_style(assets)

    assert [
        (meta.attrib["media"], meta.attrib["content"]) for meta in shown(edition, "product:paspoort").xpath("meta[@name='theme-color']")
    ] == [
        ("(prefers-color-scheme: light)", style.light[strip]),
        ("(prefers-color-scheme: dark)", style.dark[strip]),
    ]


def test_icons_are_there_for_every_browser_from_any_depth(edition: Edition) -> None:
    links = public(edition, "product:paspoort").findall("link")

    assert [(link.attrib["rel"], link.attrib["href"]) for link in links if "icon" in link.attrib["rel"]] == [
        ("icon", "../../favicon.ico"),
        ("icon", "../../assets/icon.svg"),
        ("apple-touch-icon", "../../assets/apple-touch-icon.png"),
    ]
