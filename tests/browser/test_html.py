"""The HTML of every page of both sites, read from the files: titles, headings, landmarks, ids, links, tables, weight."""

from __future__ import annotations

import gzip
import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING
from urllib.parse import urldefrag

import pytest

from browser.html_files import HOST, file_of, pages, text_of
from browser.serving import AGENTS, PUBLIC

if TYPE_CHECKING:
    from collections.abc import Callable

    from browser.html_files import HtmlFile
    from browser.serving import Served

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

LONG_LISTS, LIST_BUDGET = ("veranderd", "loketmatrix", "naast", "quickscan"), 90_000
"""Pages for agents that list many records or changes, read at a desk; a browser gets a fifth of it, compressed."""
PAGE_BUDGET = 64_000
"""Bytes of HTML of the heaviest page, before compression; around a holiday a desk with many places says more."""
FIRST_VISIT_BUDGET = 150_000
"""Bytes that the heaviest page needs at a first visit, text compressed as any web server does it."""


def each(served: Served, judge: Callable[[HtmlFile], list[str]]) -> list[str]:
    """Give what `judge` finds wrong, page by page."""
    found = pages(served)
    assert len(found) > 100, "few pages were built: the test looks at nothing"
    return [f"{page.path}: {wrong}" for page in found for wrong in judge(page)]


@pytest.mark.parametrize("prefix", [PUBLIC, AGENTS], ids=["site", "kcc"])
def test_titles_are_unique(sites: Served, prefix: str) -> None:
    titles = Counter(page.tree.findtext(".//title") for page in pages(sites) if page.prefix == prefix and not page.is_redirect)
    assert [title for title, count in titles.items() if count > 1 or not title] == []


def test_a_page_says_in_which_language_it_is_and_has_one_h1(sites: Served) -> None:
    def judge(page: HtmlFile) -> list[str]:
        lang = "en" if page.path.removeprefix(page.prefix).startswith("en/") else "nl"
        said, titles = page.tree.get("lang"), len(page.tree.findall(".//h1"))
        return [*([] if said == lang else [f"lang is {said}, not {lang}"]), *([] if titles == 1 else [f"{titles} h1"])]

    assert each(sites, judge) == []


def test_headings_descend_one_level_at_a_time_and_say_something(sites: Served) -> None:
    def judge(page: HtmlFile) -> list[str]:
        headings = page.tree.xpath("//h1 | //h2 | //h3 | //h4 | //h5 | //h6")
        levels = [0, *(int(heading.tag[1]) for heading in headings)]
        jumps = [f"h{level} after h{before}" for before, level in pairwise(levels) if level > before + 1]
        return jumps + [f"empty {heading.tag}" for heading in headings if not text_of(heading)]

    assert each(sites, judge) == []


def test_landmarks_are_there_and_have_names_of_their_own(sites: Served) -> None:
    def judge(page: HtmlFile) -> list[str]:
        tree = page.tree
        wrong = [
            f"{len(tree.findall(f'.//body{path}'))} {path}"
            for path in ("/header", "//main", "/footer")
            if len(tree.findall(f".//body{path}")) != 1
        ]
        names = Counter(_name(page, landmark) for landmark in tree.xpath("//nav | //aside | //section | //*[@role='search']"))
        return wrong + [f"landmark {name!r} {count} times" for name, count in names.items() if not name or count > 1]

    assert each(sites, judge) == []


def _name(page: HtmlFile, landmark: object) -> str:
    label = landmark.get("aria-label")  # type: ignore[attr-defined]
    reference = landmark.get("aria-labelledby")  # type: ignore[attr-defined]
    named = page.tree.xpath("//*[@id=$id]", id=reference) if reference else []
    return str(label) if label else f"{landmark.tag} #{reference}" if named and text_of(named[0]) else ""  # type: ignore[attr-defined]


def test_ids_are_unique_and_references_resolve(sites: Served) -> None:
    def judge(page: HtmlFile) -> list[str]:
        ids = Counter(page.tree.xpath("//@id"))
        named = page.tree.xpath("//@for | //@aria-labelledby | //@aria-describedby | //@aria-controls")
        wanted = [one for names in named for one in names.split()]
        return [f"id {name} {count} times" for name, count in ids.items() if count > 1] + [
            f"no {name}" for name in wanted if name not in ids
        ]

    assert each(sites, judge) == []


def test_every_link_and_fragment_leads_somewhere(sites: Served) -> None:
    ids = {HOST + page.path: set(page.tree.xpath("//@id")) for page in pages(sites)}

    def judge(page: HtmlFile) -> list[str]:
        wrong = []
        for link in page.links():
            target, fragment = urldefrag(link)
            if page.path == f"{AGENTS}404.html" and not target.startswith(
                HOST + AGENTS
            ):  # it can stand anywhere on a host that is the agents' own
                target = target.replace(HOST, HOST + AGENTS, 1)
            if not target.startswith(HOST):
                if not target.startswith(("https://", "http://", "tel:", "mailto:")):
                    wrong.append(link)
            elif not file_of(sites, target).is_file() or (fragment and fragment not in ids.get(target, ())):
                wrong.append(link)
        return wrong

    assert each(sites, judge) == []


def test_every_link_and_button_has_words(sites: Served) -> None:
    vague = {"hier", "klik hier", "lees meer", "meer", "link"}

    def judge(page: HtmlFile) -> list[str]:
        found = page.tree.xpath("//a[@href] | //button")
        return [f"{one.tag} {dict(one.attrib)}" for one in found if not text_of(one) or text_of(one).lower() in vague]

    assert each(sites, judge) == []


def test_tables_have_header_cells_and_a_name(sites: Served) -> None:
    def judge(page: HtmlFile) -> list[str]:
        wrong = []
        for table in page.tree.iter("table"):
            heads = table.xpath("./thead/tr/th[@scope='col']")
            rows = table.xpath("./tbody/tr")
            even = all(len(row) == len(heads) and row[0].tag == "th" and row[0].get("scope") == "row" for row in rows)
            named = table.find("caption") is not None or table.get("aria-labelledby")
            if not (heads and rows and even and named and all(map(text_of, heads))):
                wrong.append(text_of(table)[:80])
        return wrong

    assert each(sites, judge) == []


def test_the_agents_site_is_not_indexed_and_the_public_one_is(sites: Served) -> None:
    def judge(page: HtmlFile) -> list[str]:
        robots = page.tree.xpath("//meta[@name='robots']/@content")
        canonical = page.tree.xpath("//link[@rel='canonical']/@href")
        if page.prefix == AGENTS:
            return [] if robots == ["noindex, nofollow"] and not canonical else ["can be indexed"]
        if page.path == "404.html":
            return [] if not canonical else [f"a missing page says that it is {canonical}"]
        if page.is_redirect:
            return []
        # A step of a decision tree is a part of the tree's own page.
        whole = re.sub("^(keuzehulp/[^/]+/).+", r"\1", page.path)
        return [] if not robots and canonical[0].endswith("/" + whole) else [f"canonical {canonical}, robots {robots}"]

    assert each(sites, judge) == []


def test_pages_are_light(sites: Served) -> None:
    lists = tuple(f"{AGENTS}{name}/" for name in LONG_LISTS)
    heaviest = sorted((page for page in pages(sites) if not page.path.startswith(lists)), key=lambda page: page.size, reverse=True)
    assert max(page.size for page in pages(sites) if page.path.startswith(lists)) <= LIST_BUDGET
    shared = {name: (sites.folder(PUBLIC) / "assets" / name).read_bytes() for name in ("style.css", "search.js", "icon.svg")}
    fonts = sum(path.stat().st_size for path in (sites.folder(PUBLIC) / "assets/fonts").glob("*.woff2"))
    first = fonts + sum(len(gzip.compress(content)) for content in shared.values()) + heaviest[0].size
    print("\n".join(f"{page.size:>7,} bytes  {page.path}" for page in heaviest[:8]))  # noqa: T201 - the weights are wanted (pytest -s)
    print(f"{first:>7,} bytes  at a first visit, of which fonts {fonts:,}")  # noqa: T201
    assert heaviest[0].size <= PAGE_BUDGET
    assert first <= FIRST_VISIT_BUDGET
