"""The ways in: home, A–Z, themes, life events, neighbourhoods, desks; and old names."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from conftest import PEILDATUM

from generator.wording import overviews as worded
from generator.wording.overviews import fold, overviews

if TYPE_CHECKING:
    from conftest import Project

    from generator.overview import Overview, Section

NAMES = {"paspoort": "Élite-pas", "aow": "éénoudergezin", "verhuizing-doorgeven": "Zorg", "nieuwe-parkeerpas": "112 bellen"}


def pages(project: Project, peildatum: dt.date = PEILDATUM) -> dict[str, Overview]:
    return {overview.path: overview for overview in overviews(project.check(peildatum).catalogue)}


def names(section: Section) -> list[str]:
    return [lead.link.text for lead in section.leads]


def rename(project: Project) -> None:
    """Give the products names with accents, capitals and digits, and publish them all."""
    for record, name in NAMES.items():
        path = project.root / f"products/{record}.yaml"
        first, rest = path.read_text(encoding="utf-8").split("\n", 1)
        project.write(f"products/{record}.yaml", f"naam: {name}\n{rest.replace('geldig_vanaf: 2027-01-01', 'geldig_vanaf: 2026-01-01')}")
        assert first.startswith("naam: ")


def test_every_way_in(klein: Project) -> None:
    assert list(pages(klein)) == [
        "/",
        "/a-z/",
        "/sociale-kaart/",
        "/thema/",
        "/levensgebeurtenis/",
        "/wijk/",
        "/loket/",
        "/thema/burgerzaken/",
        "/levensgebeurtenis/verhuizen/",
        "/wijk/centrum/",
        "/zoeken/",
    ]


def test_home_shows_top_tasks_in_the_order_that_the_municipality_chose(klein: Project) -> None:
    klein.replace(
        "content/gemeente/gemeente.yaml", "[paspoort, verhuizing-doorgeven]", "[verhuizing-doorgeven, nieuwe-parkeerpas, paspoort]"
    )
    [tasks, themes, events, help_nearby] = pages(klein)["/"].sections

    assert names(tasks) == ["Verhuizing doorgeven", "Paspoort aanvragen"]
    assert [lead.text for lead in themes.leads] == ["Paspoort en verhuizen."]
    assert names(events) == ["Verhuizen"]
    assert names(help_nearby) == ["Sociale kaart", "Loketten"]


class TestAToZ:
    """All products by letter."""

    def test_accents_and_capitals_do_not_matter(self, klein: Project) -> None:
        rename(klein)

        assert [(section.title, names(section)) for section in pages(klein)["/a-z/"].sections] == [
            ("0-9", ["112 bellen"]),
            ("E", ["éénoudergezin", "Élite-pas"]),
            ("Z", ["Zorg"]),
        ]

    @pytest.mark.parametrize(
        ("name", "folded"), [("Éénmalig", "eenmalig"), ("ĲSSEL", "ijssel"), ("Straße", "strasse"), ("’s-Graveland", "’s-graveland")]
    )
    def test_how_names_are_sorted(self, name: str, folded: str) -> None:
        assert fold(name) == folded

    def test_every_lead_names_its_record_and_tells_the_short_answer(self, klein: Project) -> None:
        [a, p, v] = pages(klein)["/a-z/"].sections

        assert (a.id, p.id, v.id) == ("letter-a", "letter-p", "letter-v")
        [lead] = p.leads
        assert (lead.record, lead.link.target) == ("product:paspoort", "/producten/paspoort/")
        assert lead.text.startswith("U vraagt een paspoort aan bij de gemeente. Dat kost")

    def test_as_long_as_it_fits_it_is_one_page(self, klein: Project, monkeypatch: pytest.MonkeyPatch) -> None:
        rename(klein)
        monkeypatch.setattr(worded, "PER_PAGE", 4)

        assert [path for path in pages(klein) if path.startswith("/a-z/")] == ["/a-z/"]

    def test_above_that_every_letter_has_its_own_page(self, klein: Project, monkeypatch: pytest.MonkeyPatch) -> None:
        rename(klein)
        monkeypatch.setattr(worded, "PER_PAGE", 3)
        found = pages(klein)
        [letters] = found["/a-z/"].sections

        assert [(lead.link.text, lead.link.target, lead.text) for lead in letters.leads] == [
            ("0-9", "/a-z/letter/0-9/", "1 antwoord"),
            ("E", "/a-z/letter/e/", "2 antwoorden"),
            ("Z", "/a-z/letter/z/", "1 antwoord"),
        ]
        assert names(found["/a-z/letter/e/"].sections[0]) == ["éénoudergezin", "Élite-pas"]
        assert found["/a-z/letter/e/"].trail[0].target == "/a-z/"
        assert found["/a-z/letter/e/"].title == "Alle producten van A tot Z: E"


def test_a_theme_gathers_products_and_organisations(klein: Project) -> None:
    [products, organisations] = pages(klein)["/thema/burgerzaken/"].sections

    assert names(products) == ["AOW-pensioen", "Paspoort aanvragen", "Verhuizing doorgeven"]
    assert names(organisations) == ["Buurthuis De Linde", "SVB"]


def test_a_life_event_gathers_what_names_it(klein: Project) -> None:
    [products] = pages(klein)["/levensgebeurtenis/verhuizen/"].sections

    assert names(products) == ["Verhuizing doorgeven"]


def test_a_neighbourhood_has_its_desks_and_who_works_there(klein: Project) -> None:
    page = pages(klein)["/wijk/centrum/"]

    assert page.title == "Wijk Centrum"
    assert [(section.title, names(section)) for section in page.sections] == [
        ("Loketten", ["Gemeentehuis"]),
        ("Organisaties in deze wijk", ["Buurthuis De Linde"]),
    ]


def test_who_has_a_place_in_the_neighbourhood_is_there_too(klein: Project) -> None:
    klein.replace("sociale_kaart/de-linde.yaml", "werkgebied: wijk\nwerkgebied_wijken: centrum\n", "werkgebied: gemeente\n")

    assert names(pages(klein)["/wijk/centrum/"].sections[1]) == ["Buurthuis De Linde"]


def test_a_record_is_in_no_overview_before_its_first_day(klein: Project) -> None:
    def leads(peildatum: dt.date) -> set[str]:
        return {path for path, page in pages(klein, peildatum).items() for part in page.sections if "Parkeerpas" in names(part)}

    assert leads(dt.date(2026, 12, 31)) == set()
    assert leads(dt.date(2027, 1, 1)) == {"/a-z/", "/thema/burgerzaken/"}
