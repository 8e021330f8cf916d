"""Every channel says in which language it speaks, where the other languages are, and what in it is Dutch."""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest
from conftest import PEILDATUM
from lxml import etree, html
from project import MAIN, URL, edition_of, lay_down, site_for

from generator.channels import agent, api, markdown, page, search
from generator.edition import SiteSpec, all_files, site_of
from generator.search.beginnings import start_in, starts_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from generator.answer import Answer
    from generator.edition import Edition

DUTCH, ENGLISH, ALONE = "product:paspoort", "product:paspoort:en", "product:aow"
BOTH = pytest.mark.parametrize("channel", ["publiek", "kcc"])


@pytest.fixture(scope="module")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    return edition_of(lay_down(tmp_path_factory.mktemp("languages") / "klein"))


@pytest.fixture(scope="module")
def sites(edition: Edition) -> Mapping[str, dict[str, bytes]]:
    """Give every file of both sites, by path."""

    def files(channel: str) -> dict[str, bytes]:
        site = site_of(edition.catalogue, SiteSpec(channel, f"{URL}/", MAIN / "theme/templates"))
        return dict(all_files(edition, site))

    return {channel: files(channel) for channel in ("publiek", "kcc")}


def answer(edition: Edition, key: str) -> Answer:
    [found] = [answer for answer in edition.answers if answer.key == key]
    return found


@cache
def parsed(content: bytes) -> html.HtmlElement:
    return html.document_fromstring(content.decode())


def alternates(tree: html.HtmlElement) -> dict[str, str]:
    """Give the addresses of the same page in other languages, as machines read them."""
    return {link.attrib["hreflang"]: link.attrib["href"] for link in tree.iter("link") if link.get("hreflang")}


def switch(tree: html.HtmlElement) -> list[tuple[str | None, str | None, str, str | None]]:
    """Give language, language of the target, words and target of each link of the language switch."""
    found: Any = tree.xpath("//nav[contains(@class, 'talen')]//a")
    return [(link.get("lang"), link.get("hreflang"), link.text_content(), link.get("href")) for link in found]


class TestPage:
    """The page of an answer."""

    @BOTH
    @pytest.mark.parametrize(("path", "lang"), [("producten/paspoort/", "nl"), ("en/producten/paspoort/", "en"), ("en/", "en"), ("", "nl")])
    def test_it_says_its_language(self, sites: Mapping[str, dict[str, bytes]], channel: str, path: str, lang: str) -> None:
        tree = parsed(sites[channel][f"{path}index.html"])

        assert tree.get("lang") == lang
        assert tree.get("dir") is None

    def test_machines_find_the_other_languages(self, sites: Mapping[str, dict[str, bytes]]) -> None:
        """Every version names all versions, itself too, as search engines ask."""
        public = sites["publiek"]
        both = {"nl": f"{URL}/producten/paspoort/", "en": f"{URL}/en/producten/paspoort/"}

        assert alternates(parsed(public["producten/paspoort/index.html"])) == both
        assert alternates(parsed(public["en/producten/paspoort/index.html"])) == both
        assert alternates(parsed(public["producten/aow/index.html"])) == {}

    def test_agents_stay_in_their_own_site(self, sites: Mapping[str, dict[str, bytes]]) -> None:
        assert alternates(parsed(sites["kcc"]["producten/paspoort/index.html"])) == {"en": "../../en/producten/paspoort/"}
        assert alternates(parsed(sites["kcc"]["en/producten/paspoort/index.html"])) == {"nl": "../../../producten/paspoort/"}

    @BOTH
    def test_people_find_them_under_their_own_name(self, sites: Mapping[str, dict[str, bytes]], channel: str) -> None:
        dutch, english = (parsed(sites[channel][f"{path}producten/paspoort/index.html"]) for path in ("", "en/"))

        assert switch(dutch) == [("en", "en", "English", "../../en/producten/paspoort/")]
        assert switch(english) == [("nl", "nl", "Nederlands", "../../../producten/paspoort/")]
        assert switch(parsed(sites[channel]["producten/aow/index.html"])) == []

    def test_the_shell_speaks_english_too(self, sites: Mapping[str, dict[str, bytes]]) -> None:
        tree = parsed(sites["publiek"]["en/producten/paspoort/index.html"])
        told = tree.text_content()

        for words in ("Skip to the content", "Call 14 012", "Search", "On this page", "On paper", "Is something wrong?", "About this site"):
            assert words in told
        for words in ("Naar de inhoud", "Bel 14 012", "Zoeken", "Op deze pagina", "Op papier", "Klopt er iets niet?", "Over deze site"):
            assert words not in told

    def test_menu_trail_search_and_home_stay_in_english(self, sites: Mapping[str, dict[str, bytes]]) -> None:
        tree = parsed(sites["publiek"]["en/producten/paspoort/index.html"])

        menu: Any = tree.xpath("//nav[contains(@class, 'kop__menu')]//a")
        trail: Any = tree.xpath("//nav[contains(@class, 'pad')]//a/@href")
        form: Any = tree.xpath("//form[@role='search']/@action")
        assert [(link.text_content(), link.get("href")) for link in menu] == [
            ("Services A–Z", "../../../en/a-z/"),
            ("Themes", "../../../en/thema/"),
        ]
        assert trail == ["../../../en/", "../../../en/thema/burgerzaken/"]
        assert form == ["../../../en/zoeken/"]

    def test_links_to_dutch_pages_say_so(self, sites: Mapping[str, dict[str, bytes]]) -> None:
        tree = parsed(sites["publiek"]["en/producten/paspoort/index.html"])
        links: Any = tree.xpath("//main//a[starts-with(@href, '../')] | //footer//a[starts-with(@href, '../')]")

        for link in links:
            target = link.get("href").replace("../", "")
            assert link.get("hreflang") == (None if target.startswith(("en/", "api/")) else "nl"), target

    def test_dutch_names_say_so(self, edition: Edition) -> None:
        markup = page.render(answer(edition, ENGLISH), site_for())

        assert '<bdi lang="nl">Team Burgerzaken</bdi>' in markup
        assert '<a href="../../../loket/kcc/" lang="nl" hreflang="nl">Gemeentehuis</a>' in markup

    def test_a_dutch_page_marks_nothing(self, edition: Edition) -> None:
        tree = parsed(page.render(answer(edition, DUTCH), site_for()).encode())
        marked: Any = tree.xpath("//main//*[@lang or @hreflang or @dir]")

        assert marked == []

    def test_the_data_and_the_flyer_are_those_in_the_same_language(self, edition: Edition) -> None:
        markup = page.render(answer(edition, ENGLISH), site_for())

        assert '<link rel="alternate" type="application/json" href="../../../api/v1/en/producten/paspoort.json">' in markup
        assert f'<link rel="canonical" href="{URL}/en/producten/paspoort/">' in markup
        assert 'href="paspoort.pdf"' in markup

    def test_what_somebody_reports_names_the_language(self, edition: Edition) -> None:
        english = answer(edition, ENGLISH)

        assert f"product%3Apaspoort%3Aen%2C%20{english.code}" in page.render(english, site_for())

    def test_agents_read_their_layer_beside_the_translation(self, edition: Edition) -> None:
        markup = agent.render(answer(edition, ENGLISH), edition.layers[ENGLISH], site_for("kcc"))

        assert "Hoe oud bent u?" in markup
        assert "For staff only" in markup


class TestData:
    """JSON, Markdown and lists."""

    def test_json_says_its_language_and_where_the_others_are(self, edition: Edition) -> None:
        dutch, english = (json.loads(api.render(answer(edition, key), site_for())) for key in (DUTCH, ENGLISH))

        assert (dutch["taal"], dutch["vertalingen"]) == ("nl", [{"taal": "en", "url": f"{URL}/en/producten/paspoort/"}])
        assert (english["taal"], english["vertalingen"]) == ("en", [{"taal": "nl", "url": f"{URL}/producten/paspoort/"}])
        assert (english["soort"], english["id"]) == ("product", "paspoort")
        assert english["api_url"] == f"{URL}/api/v1/en/producten/paspoort.json"
        assert english["themas"] == [{"naam": "Civil affairs", "url": f"{URL}/en/thema/burgerzaken/"}]

    def test_json_says_what_is_dutch(self, edition: Edition) -> None:
        content = json.loads(api.render(answer(edition, ENGLISH), site_for()))
        [about] = [block for block in content["blokken"] if block["id"] == "verantwoording"]

        assert about["inhoud"][-1]["gegevens"][1] == {
            "naam": "Who looks after this",
            "waarde": [{"soort": "tekst", "tekst": "Team Burgerzaken", "taal": "nl"}],
        }

    def test_markdown(self, edition: Edition) -> None:
        told = markdown.render(answer(edition, ENGLISH), site_for())

        assert told.startswith("# Apply for a passport\n\n<!-- blok: kort-antwoord -->\n## Short answer\n")
        assert f"[report your move](<{URL}/producten/verhuizing-doorgeven/>)" in told

    @BOTH
    def test_every_language_has_its_own_list(self, sites: Mapping[str, dict[str, bytes]], channel: str) -> None:
        english = json.loads(sites[channel]["api/v1/en/producten.json"])
        dutch = json.loads(sites[channel]["api/v1/producten.json"])

        assert [(row["id"], row["taal"], row["titel"]) for row in english["resultaten"]] == [("paspoort", "en", "Apply for a passport")]
        assert {row["taal"] for row in dutch["resultaten"]} == {"nl"}
        assert english["aantal"] == 1
        assert not [path for path in sites[channel] if path.startswith(("api/v1/en/organisaties", "api/v1/en/loketten"))]


class TestSearch:
    """Each language is searched apart."""

    @BOTH
    def test_documents(self, sites: Mapping[str, dict[str, bytes]], channel: str) -> None:
        dutch, english = (json.loads(sites[channel][f"{path}zoeken/antwoorden/0.json"]) for path in ("", "en/"))

        assert [(one["record"], one["pad"], one["titel"]) for one in english] == [(DUTCH, "en/producten/paspoort/", "Apply for a passport")]
        assert [one["pad"] for one in dutch if one["pad"].startswith("en/")] == []
        part = f"zoeken/woorden/{start_in(starts_of(len(dutch)), 'passport')}.txt"
        assert b"\npassport " not in sites[channel][part]
        assert b"\npassport " in sites[channel][f"en/{part}"]

    def test_a_document_has_the_words_of_its_language(self, edition: Edition) -> None:
        found = search.document(answer(edition, ENGLISH))

        assert found["soort"] == "Service"
        assert found["kort"] == "You apply for a passport at the municipality. It costs €83.87. See also report your move."

    @BOTH
    def test_the_search_page_fetches_those_of_its_language(self, sites: Mapping[str, dict[str, bytes]], channel: str) -> None:
        [field] = parsed(sites[channel]["en/zoeken/index.html"]).xpath("//input[@type='search']")

        assert f"{field.get('data-base')}{field.get('data-start')}zoeken/kern.json" == "../../en/zoeken/kern.json"


class TestSite:
    """What a site has in another language."""

    def test_its_pages(self, sites: Mapping[str, dict[str, bytes]]) -> None:
        assert sorted(path for path in sites["publiek"] if path.startswith("en/") and "/woorden/" not in path) == [
            "en/a-z/index.html",
            "en/index.html",
            "en/producten/index.html",
            "en/producten/paspoort/index.html",
            "en/producten/paspoort/index.md",
            "en/producten/reisdocument/index.html",
            "en/thema/burgerzaken/index.html",
            "en/thema/index.html",
            "en/zoeken/antwoorden/0.json",
            "en/zoeken/index.html",
            "en/zoeken/kern.json",
        ]

    def test_an_old_address_leads_to_the_page_in_the_same_language(self, sites: Mapping[str, dict[str, bytes]]) -> None:
        moved = sites["publiek"]["en/producten/reisdocument/index.html"].decode()
        folder = sites["publiek"]["en/producten/index.html"].decode()

        assert '<meta http-equiv="refresh" content="0; url=../../../en/producten/paspoort/">' in moved
        assert ">Apply for a passport</a>" in moved
        assert '<meta http-equiv="refresh" content="0; url=../../en/a-z/">' in folder

    def test_the_sitemap_lists_the_pages_of_every_language(self, sites: Mapping[str, dict[str, bytes]]) -> None:
        listed = [str(found.text) for found in etree.fromstring(sites["publiek"]["sitemap.xml"]).iter("{*}loc")]

        assert sorted(address for address in listed if "/en/" in address) == [
            f"{URL}/en/",
            f"{URL}/en/a-z/",
            f"{URL}/en/producten/paspoort/",
            f"{URL}/en/thema/",
            f"{URL}/en/thema/burgerzaken/",
            f"{URL}/en/zoeken/",
        ]

    @BOTH
    def test_every_alternate_is_a_page_that_names_it_back(self, sites: Mapping[str, dict[str, bytes]], channel: str) -> None:
        named = 0
        for path, content in sites[channel].items():
            if path.endswith("index.html"):
                here = "/" + path.removesuffix("index.html")
                for lang, language, _, target in switch(parsed(content)):
                    there = _resolved(here, str(target))
                    back = {_resolved(there, str(link[3])) for link in switch(parsed(sites[channel][f"{there[1:]}index.html"]))}
                    assert lang == language
                    assert here in back, path
                    named += 1
        assert named == 12

    def test_a_municipality_that_speaks_only_dutch_has_no_other_pages(self, tmp_path: Path) -> None:
        project = lay_down(tmp_path / "klein")
        record = (project.root / "products/paspoort.yaml").read_text(encoding="utf-8").partition("vertalingen:")[0]
        project.write("products/paspoort.yaml", record)
        edition = edition_of(project, PEILDATUM)
        site = site_of(edition.catalogue, SiteSpec("publiek", f"{URL}/", MAIN / "theme/templates"))
        files = dict(all_files(edition, site))

        assert [path for path in files if path.startswith(("en/", "api/v1/en/"))] == []
        assert not any(switch(parsed(content)) for path, content in files.items() if path.endswith(".html"))


def _resolved(here: str, target: str) -> str:
    """Give the path in the site that a relative link on the page `here` leads to."""
    up = target.count("../")
    folder = here.strip("/").split("/") if here != "/" else []
    below = target.removeprefix("./").replace("../", "")
    return "/" + "/".join([*folder[: len(folder) - up], below] if up else [*folder, below]).lstrip("/")
