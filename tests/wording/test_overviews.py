"""The ways in: home, A–Z, themes, life events, neighbourhoods, desks; and old names."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from conftest import PEILDATUM
from project import languages

from generator.answer import Link, Version, plain, plain_bodies
from generator.wording import overviews as worded
from generator.wording.overviews import fold, overviews, redirects

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
    assert [path for path in pages(klein) if not path.startswith("/en/")] == [
        "/",
        "/a-z/",
        "/thema/",
        "/thema/burgerzaken/",
        "/zoeken/",
        "/sociale-kaart/",
        "/sociale-kaart/thema/burgerzaken/",
        "/sociale-kaart/thema/burgerzaken/centrum/",
        "/mijn-lijst/",
        "/levensgebeurtenis/",
        "/wijk/",
        "/loket/",
        "/vraag/",
        "/keuzehulp/",
        "/levensgebeurtenis/verhuizen/",
        "/wijk/centrum/",
    ]


def test_home_shows_top_tasks_in_the_order_that_the_municipality_chose(klein: Project) -> None:
    klein.replace(
        "content/gemeente/gemeente.yaml", "[paspoort, verhuizing-doorgeven]", "[verhuizing-doorgeven, nieuwe-parkeerpas, paspoort]"
    )
    [tasks, themes, events, help_nearby] = pages(klein)["/"].sections

    assert names(tasks) == ["Verhuizing doorgeven", "Paspoort aanvragen"]
    assert [lead.text for lead in themes.leads] == ["Paspoort en verhuizen."]
    assert names(events) == ["Verhuizen"]
    assert names(help_nearby) == ["Sociale kaart", "Loketten", "Vragen en antwoorden", "Keuzehulpen"]


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
    [trees, products, organisations, questions] = pages(klein)["/thema/burgerzaken/"].sections

    assert names(trees) == ["Welk geld krijgt u later?"]
    assert names(products) == ["AOW-pensioen", "Paspoort aanvragen", "Verhuizing doorgeven"]
    assert names(organisations) == ["Buurthuis De Linde", "SVB"]
    assert names(questions) == ["Krijg ik AOW als ik in het buitenland woon?"]


def test_a_life_event_gathers_what_names_it(klein: Project) -> None:
    [trees, products] = pages(klein)["/levensgebeurtenis/verhuizen/"].sections

    assert names(trees) == ["Welk geld krijgt u later?"]
    assert names(products) == ["Verhuizing doorgeven"]


def test_a_life_event_tells_what_to_do_in_order_of_time(klein: Project) -> None:
    first, second = pages(klein)["/levensgebeurtenis/verhuizen/"].steps

    assert plain(first.when) == "Tot 5 dagen na de verhuizing"
    assert plain(first.what) == "Geef uw nieuwe adres door."
    assert first.links == (Link("Verhuizing doorgeven", "/producten/verhuizing-doorgeven/"), Link("Gemeentehuis", "/loket/kcc/"))
    assert [link.target for link in second.links] == ["/sociale-kaart/de-linde/", "/keuzehulp/geld-later/"]


def test_a_step_does_not_lead_to_what_is_not_published(klein: Project) -> None:
    klein.replace("content/levensgebeurtenissen/verhuizen.yaml", "product:verhuizing-doorgeven", "product:nieuwe-parkeerpas")
    first, _ = pages(klein)["/levensgebeurtenis/verhuizen/"].steps
    assert [link.text for link in first.links] == ["Gemeentehuis"]


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


def write_product(project: Project, identifier: str, name: str, english: str = "", theme: str = "burgerzaken") -> None:
    """Add a product, with a translation where it has an English name."""
    text = (project.root / "products/aow.yaml").read_text(encoding="utf-8").replace("AOW-pensioen", name)
    text = text.replace("themas: burgerzaken", f"themas: {theme}")
    if english:
        text += f'vertalingen: {{en: {{brontekst: "00000000", naam: {english}, kort_antwoord: About {english}.}}}}\n'
    project.write(f"products/{identifier}.yaml", text)


@pytest.mark.parametrize(
    ("peildatum", "shown"),
    [(dt.date(2026, 12, 13), False), (dt.date(2026, 12, 14), True), (dt.date(2026, 12, 26), True), (dt.date(2026, 12, 27), False)],
)
def test_news_stands_on_the_home_page_from_its_first_day_to_the_day_before_its_end(
    klein: Project, peildatum: dt.date, *, shown: bool
) -> None:
    found = pages(klein, peildatum)
    told = [(notice.id, notice.title, plain_bodies(notice.bodies)) for notice in found["/"].notices]

    assert told == ([("nieuws-kerst", "Dicht met kerst", ["Het gemeentehuis is dicht op 25 en 26 december."])] if shown else [])
    assert found["/en/"].notices == ()


def test_news_stands_in_its_own_order(klein: Project) -> None:
    klein.write(
        "content/nieuws/storing.yaml",
        "naam: Storing\nkort_antwoord: De telefoon doet het niet.\ngeldig_vanaf: 2026-12-20\ngeldig_tot: 2026-12-21\nvolgorde: 0\n",
    )

    assert [notice.title for notice in pages(klein, dt.date(2026, 12, 20))["/"].notices] == ["Storing", "Dicht met kerst"]


class TestInEnglish:
    """The ways in to what is told in English: only translated products, and only the overviews that lead to them."""

    def test_every_way_in(self, klein: Project) -> None:
        english = {path: overview.title for path, overview in pages(klein).items() if path.startswith("/en/")}

        assert english == {
            "/en/": "What can we help you with?",
            "/en/a-z/": "All services from A to Z",
            "/en/thema/": "Themes",
            "/en/thema/burgerzaken/": "Civil affairs",
            "/en/zoeken/": "Search",
        }

    def test_home(self, klein: Project) -> None:
        home = pages(klein)["/en/"]
        [tasks, themes, help_nearby] = home.sections

        assert (home.lang, home.rtl, home.intro) == ("en", False, "Answers from gemeente Klein.")
        assert [(lead.link, lead.record) for lead in tasks.leads] == [
            (Link("Apply for a passport", "/en/producten/paspoort/"), "product:paspoort")
        ]
        assert [(lead.link, lead.text) for lead in themes.leads] == [
            (Link("Civil affairs", "/en/thema/burgerzaken/"), "Passport and moving house.")
        ]
        assert [lead.link for lead in help_nearby.leads] == [
            Link("Organisations that help", "/sociale-kaart/", page_lang="nl"),
            Link("Help desks", "/loket/", page_lang="nl"),
        ]

    def test_a_to_z_has_only_what_is_translated_by_its_english_name(self, klein: Project) -> None:
        write_product(klein, "hond", "Hond aanmelden", "Dog tax")
        write_product(klein, "zwembad", "Zwembad", "Baths")
        [a, b, d] = pages(klein)["/en/a-z/"].sections

        assert [(section.title, names(section)) for section in (a, b, d)] == [
            ("A", ["Apply for a passport"]),
            ("B", ["Baths"]),
            ("D", ["Dog tax"]),
        ]
        assert a.leads[0].text == "You apply for a passport at the municipality. It costs €83.87. See also report your move."

    def test_a_theme_has_only_what_is_translated(self, klein: Project) -> None:
        page = pages(klein)["/en/thema/burgerzaken/"]
        [products] = page.sections

        assert (page.title, page.intro, products.title) == ("Civil affairs", "Passport and moving house.", "Arrange and ask")
        assert names(products) == ["Apply for a passport"]
        assert [(step.text, step.target) for step in page.trail] == [("Themes", "/en/thema/")]

    @pytest.mark.parametrize(
        ("english", "vertalingen", "told"),
        [
            ("", "vertalingen: {en: {naam: Care, kort_antwoord: Help at home.}}\n", False),
            ("Home help", "", False),
            ("Home help", "vertalingen: {en: {naam: Care, kort_antwoord: Help at home.}}\n", True),
        ],
    )
    def test_a_theme_is_told_when_it_and_a_product_in_it_are_translated(
        self, klein: Project, english: str, vertalingen: str, *, told: bool
    ) -> None:
        klein.write("content/themas/zorg.yaml", f"naam: Zorg\nkort_antwoord: Hulp thuis.\nvolgorde: 2\n{vertalingen}")
        write_product(klein, "hulp", "Hulp thuis", english, theme="zorg")
        found = pages(klein)

        assert ("/en/thema/zorg/" in found) is told
        assert ("Care" in names(found["/en/thema/"].sections[0])) is told
        assert ("Care" in names(found["/en/"].sections[1])) is told
        assert "Zorg" in names(found["/thema/"].sections[0])

    def test_search_leads_on_in_english(self, klein: Project) -> None:
        [other_ways] = pages(klein)["/en/zoeken/"].sections

        assert [lead.link for lead in other_ways.leads] == [
            Link("All services from A to Z", "/en/a-z/"),
            Link("Themes", "/en/thema/"),
            Link("Organisations that help", "/sociale-kaart/", page_lang="nl"),
            Link("Help desks", "/loket/", page_lang="nl"),
        ]

    def test_each_version_names_the_others(self, klein: Project) -> None:
        found = pages(klein)

        for path in ("/", "/a-z/", "/thema/", "/thema/burgerzaken/", "/zoeken/"):
            assert found[path].others == (Version("en", "English", f"/en{path}"),)
            assert found[f"/en{path}"].others == (Version("nl", "Nederlands", path),)
        assert found["/sociale-kaart/"].others == ()

    def test_a_theme_that_is_not_told_in_english_names_nothing(self, klein: Project) -> None:
        klein.write("content/themas/zorg.yaml", "naam: Zorg\nkort_antwoord: Hulp thuis.\nvolgorde: 2\n")

        assert pages(klein)["/thema/zorg/"].others == ()

    def test_letters_are_apart_and_name_no_others(self, klein: Project, monkeypatch: pytest.MonkeyPatch) -> None:
        write_product(klein, "hond", "Hond aanmelden", "Dog tax")
        monkeypatch.setattr(worded, "PER_PAGE", 1)
        found = pages(klein)

        assert [path for path in found if path.startswith("/en/a-z/")] == ["/en/a-z/", "/en/a-z/letter/a/", "/en/a-z/letter/d/"]
        assert [lead.link.target for lead in found["/en/a-z/"].sections[0].leads] == ["/en/a-z/letter/a/", "/en/a-z/letter/d/"]
        assert found["/en/a-z/letter/d/"].title == "All services from A to Z: D"
        assert found["/en/a-z/letter/d/"].trail == (Link("All services from A to Z", "/en/a-z/"),)
        assert {found[path].others for path in found if "/letter/" in path} == {()}

    def test_without_any_translation_there_is_nothing_in_english(self, klein: Project) -> None:
        record, _, _ = (klein.root / "products/paspoort.yaml").read_text(encoding="utf-8").partition("vertalingen:")
        klein.write("products/paspoort.yaml", record)
        found = pages(klein)

        assert [path for path in found if path.startswith("/en/")] == []
        assert {overview.others for overview in found.values()} == {()}

    def test_a_product_that_is_not_published_yet_is_nowhere(self, klein: Project) -> None:
        klein.append("products/paspoort.yaml", "geldig_vanaf: 2027-01-01\n")

        assert [path for path in pages(klein) if path.startswith("/en/")] == []
        assert "/en/" in pages(klein, dt.date(2027, 1, 1))


class TestRedirects:
    """Old names keep working, in every language that has products."""

    def test_old_names_and_the_folder_of_products(self) -> None:
        moved = redirects([("Paspoort", "/producten/paspoort/", ("/producten/pas/",), "nl")], languages().values())

        assert [(one.path, one.target, one.title) for one in moved] == [
            ("/producten/", "/a-z/", "Alle producten van A tot Z"),
            ("/en/producten/", "/en/a-z/", "All services from A to Z"),
            ("/producten/pas/", "/producten/paspoort/", "Paspoort"),
        ]
