"""Coverage of the sociale kaart: who counts where, for whom, in which language and from how near; and the three files of the report."""

from __future__ import annotations

import csv
import datetime as dt
import io
import re
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner
from conftest import PEILDATUM, TESTS
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from generator.catalogue import Catalogue
from generator.cli import main
from generator.coverage import AGES, DUTCH, ENTREPRENEURS, REACHES, Combination, Coverage, Helper, coverage_of
from generator.coverage_report import as_csv, markdown, svg
from generator.fields import Reference
from generator.problems import Position
from generator.records import Entry
from generator.records.gedeeld import LEEFDOMEINEN
from generator.records.inhoud import Wijk
from generator.records.organisatie import Aanbod, Locatie, Organisatie
from generator.records.product import Product

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Project

AT = Position("sociale_kaart/x.yaml")
WIJKEN = ("noord", "zuid")
TEMPLATES = TESTS.parent / "theme/reports"
SVG = "{http://www.w3.org/2000/svg}"


def offer(
    *, ages: tuple[int | None, int | None] = (None, None), languages: tuple[str, ...] = (), way: tuple[str, ...] = (),
    places: tuple[str, ...] = (), products: tuple[str, ...] = (),
) -> Aanbod:  # fmt: skip
    helped = tuple(Reference("product", name, AT) for name in products)
    return Aanbod(id="a", naam="A", leeftijd_vanaf=ages[0], leeftijd_tot_en_met=ages[1], talen=languages, manier=way, locaties=places, producten=helped)  # fmt: skip


def organisation(
    name: str, *offers: Aanbod, area: str = "gemeente", wijken: tuple[str, ...] = (), places: tuple[str, ...] = (),
    domains: tuple[str, ...] = ("wonen",),
) -> Organisatie:  # fmt: skip
    """Make an organisation; `places` are the neighbourhoods in which it has one, and the ids of those."""
    locaties = tuple(
        Locatie(id=wijk, naam=wijk, postcode="1291 AA", wijk=Reference("wijk", wijk, AT) if wijk in WIJKEN else None) for wijk in places
    )
    return Organisatie(
        id=name.lower(), at=AT, naam=name, werkgebied=area, werkgebied_wijken=tuple(Reference("wijk", wijk, AT) for wijk in wijken),
        leefdomeinen=domains, locaties=locaties, aanbod=offers,
    )  # fmt: skip


def coverage(*organisations: Organisatie, products: tuple[Product, ...] = ()) -> Coverage:
    records: list[tuple[str, Organisatie | Wijk | Product]] = [("wijk", Wijk(id=wijk, at=AT, naam=wijk.capitalize())) for wijk in WIJKEN]
    records += [("organisatie", record) for record in organisations] + [("product", record) for record in products]
    return coverage_of(Catalogue([Entry(kind, f"{record.id}.yaml", record, (), ()) for kind, record in records], PEILDATUM))


def best(
    found: Coverage, wijk: str = "noord", group: str = "volwassenen", language: str = DUTCH, domain: str = "wonen"
) -> tuple[str, bool] | None:
    helper = found.best(Combination(domain, wijk, group, language))
    return None if helper is None else (helper.reach, helper.partly)


def test_every_combination_is_asked_also_where_nobody_helps() -> None:
    found = coverage()
    assert len(found.helpers) == len(LEEFDOMEINEN) * len(WIJKEN) * len(AGES)
    assert found.nobody() == list(found.helpers)


@pytest.mark.parametrize("area", ["gemeente", "regio", "landelijk"])
def test_who_works_for_more_than_a_neighbourhood_covers_each(area: str) -> None:
    found = coverage(organisation("A", offer(places=("noord",)), area=area, places=("noord",)))
    assert (best(found, "noord"), best(found, "zuid")) == (("in-de-wijk", False), ("elders", False))


def test_who_works_for_one_neighbourhood_covers_no_other() -> None:
    found = coverage(organisation("A", offer(), area="wijk", wijken=("zuid",), places=("noord",)))
    assert (best(found, "noord"), best(found, "zuid")) == (None, ("op-afstand", False))


@pytest.mark.parametrize(
    ("one", "reach"),
    [
        (offer(places=("noord",), way=("aan-huis",)), "in-de-wijk"),
        (offer(places=("zuid",), way=("aan-huis",)), "aan-huis"),
        (offer(places=("zuid",)), "elders"),
        (offer(places=("buiten",)), "elders"),  # a place outside the municipality
        (offer(way=("op-locatie",)), "in-de-wijk"),  # at the places of the organisation
        (offer(way=("telefoon", "online")), "op-afstand"),
        (offer(), "op-afstand"),  # nobody typed where
    ],
)
def test_how_near_an_offer_comes(one: Aanbod, reach: str) -> None:
    assert best(coverage(organisation("A", one, places=("noord", "zuid", "buiten")))) == (reach, False)


@pytest.mark.parametrize(
    ("ages", "whole", "partly"),
    [
        ((None, None), ["kinderen", "jongeren", "volwassenen", "ouderen"], []),
        ((18, None), ["volwassenen", "ouderen"], []),
        ((None, 17), ["kinderen", "jongeren"], []),
        ((65, None), ["ouderen"], ["volwassenen"]),
        ((10, 23), ["jongeren"], ["kinderen", "volwassenen"]),
        ((12, 17), ["jongeren"], []),
        ((8, 9), [], ["kinderen"]),
        ((67, 100), [], ["ouderen"]),
    ],
)
def test_groups_by_the_ages_of_an_offer(ages: tuple[int | None, int | None], whole: list[str], partly: list[str]) -> None:
    found = coverage(organisation("A", offer(ages=ages)))
    assert [group for group in AGES if best(found, group=group) == ("op-afstand", False)] == whole
    assert [group for group in AGES if best(found, group=group) == ("op-afstand", True)] == partly


def test_help_for_the_whole_group_goes_before_nearer_help_for_a_part() -> None:
    near_for_some = organisation("Dichtbij", offer(ages=(18, 23), places=("noord",)), places=("noord",))
    far_for_all = organisation("Ver", offer(ages=(18, None)))
    found = coverage(near_for_some, far_for_all)
    assert [helper.name for helper in found.helpers[Combination("wonen", "noord", "volwassenen", DUTCH)]] == ["Ver", "Dichtbij"]


def test_an_organisation_counts_once_with_its_best_offer() -> None:
    found = coverage(organisation("A", offer(way=("telefoon",)), offer(places=("noord",)), places=("noord",)))
    assert found.helpers[Combination("wonen", "noord", "ouderen", DUTCH)] == (Helper(partly=False, near=0, name="A", id="a"),)


def test_languages_are_dutch_and_what_offers_name() -> None:
    found = coverage(
        organisation("A", offer(languages=("arabisch", "Engels"))), organisation("B", offer(languages=("Engels", "Een tolk kan mee")))
    )
    assert found.languages == (DUTCH, "Arabisch", "Engels", "Met een tolk")
    assert best(found, language="Arabisch") == ("op-afstand", False)
    assert len(found.helpers[Combination("wonen", "noord", "ouderen", "Engels")]) == 2
    assert best(found, language="Arabisch", domain="werken") is None


def test_entrepreneurs_are_asked_about_where_a_product_is_theirs_alone() -> None:
    shop = Product(id="winkel", at=AT, naam="Winkel", doelgroep=("ondernemer",), leefdomeinen=("werken", "financien"))
    both = Product(id="klacht", at=AT, naam="Klacht", doelgroep=("inwoner", "ondernemer"), leefdomeinen=("wonen",))
    helped = organisation("A", offer(products=("winkel", "klacht")), domains=("werken", "wonen"))
    found = coverage(helped, organisation("B", offer(products=("klacht",)), domains=("financien",)), products=(shop, both))
    asked = {one.leefdomein for one in found.helpers if one.doelgroep == ENTREPRENEURS}
    assert asked == {"werken", "financien"}
    assert best(found, group=ENTREPRENEURS, domain="werken") == ("op-afstand", False)
    assert best(found, group=ENTREPRENEURS, domain="financien") is None


offers = st.builds(
    lambda low, high, languages, way, places: offer(ages=(low, high), languages=languages, way=way, places=places),
    st.one_of(st.none(), st.integers(0, 70)),
    st.one_of(st.none(), st.integers(70, 99)),
    st.sampled_from([(), ("Turks",)]),
    st.sampled_from([(), ("aan-huis",), ("op-locatie",)]),
    st.sampled_from([(), ("noord",), ("zuid",)]),
)
organisations = st.lists(
    st.builds(
        lambda name, found, area: organisation(name, *found, area=area, wijken=("noord",), places=("noord", "zuid")),
        st.text("abcdef", min_size=1, max_size=3),
        st.lists(offers, min_size=1, max_size=3),
        st.sampled_from(["wijk", "gemeente"]),
    ),
    max_size=4,
    unique_by=lambda record: record.id,
)


@given(organisations, organisations)
def test_more_organisations_never_mean_less_help(some: list[Organisatie], more: list[Organisatie]) -> None:
    known = {record.id for record in some}
    before, after = coverage(*some), coverage(*some, *(record for record in more if record.id not in known))
    for combination, found in before.helpers.items():
        assert set(found) <= set(after.helpers[combination])
        if found:
            assert (best_after := after.best(combination)) is not None
            assert best_after <= found[0]


@given(organisations)
def test_numbers_of_the_csv_add_up(found: list[Organisatie]) -> None:
    covered = coverage(*found)
    rows = list(csv.DictReader(io.StringIO(as_csv(covered))))
    assert len(rows) == len(covered.helpers)
    for row in rows:
        count = int(row["organisaties"])
        assert count == sum(int(row[reach.replace("-", "_")]) for reach in REACHES) == len(list(filter(None, row["namen"].split("; "))))
        assert (row["beste"] == "niemand") == (count == 0)


# The report

SMALL = coverage(
    organisation("Buurthuis | De Linde", offer(places=("noord",), ages=(18, None)), area="wijk", wijken=("noord",), places=("noord",)),
    organisation("=Hulp & <Zorg>", offer(languages=("Turks",)), domains=("wonen", "financien")),
)


def test_the_page_shows_how_many_come_how_near() -> None:
    page = markdown(SMALL, PEILDATUM)
    assert (
        "| Leefdomein en doelgroep | Noord | Zuid |\n| --- | --- | --- |\n| Wonen, kinderen | 1 van 1 op afstand | 1 van 1 op afstand |\n"
        in page
    )
    assert "\n| Wonen, ouderen | 1 van 2 in de wijk | 1 van 1 op afstand |\n" in page
    assert "\n| Turks | 1 van 1 op afstand | niemand | niemand | niemand | niemand | 1 van 1 op afstand |\n" in page


def test_the_page_lists_the_gaps_with_neighbourhoods_together() -> None:
    page = markdown(SMALL, PEILDATUM)
    nobody, far = page.split("## Hier helpt niemand\n\n")[1].split("## Hier is geen hulp in de wijk of aan huis\n\n")
    assert nobody.splitlines()[0] == "- Leven, kinderen: alle wijken"
    assert "- Wonen, volwassenen: Zuid\n" in far
    assert "- Financiën, jongeren: alle wijken\n" in far
    assert "Van de 48 combinaties van leefdomein, wijk en doelgroep heeft 32 in het Nederlands niemand die helpt. Bij 2 is er hulp" in page


def test_the_page_says_how_it_was_counted() -> None:
    page = markdown(SMALL, PEILDATUM)
    for group in (*AGES, "Ondernemers"):
        assert group in page.split("## Nederlands")[0]
    for reach, meaning in REACHES.items():
        assert f"    - {reach.replace('-', ' ')}: {meaning}\n" in page


def test_a_spreadsheet_does_not_take_a_name_for_a_formula() -> None:
    names = {row["namen"] for row in csv.DictReader(io.StringIO(as_csv(SMALL)))}
    assert names == {"", "'=Hulp & <Zorg>", "Buurthuis | De Linde; =Hulp & <Zorg>"}


def test_the_picture_has_a_name_a_description_and_says_in_words_what_it_says_in_colour() -> None:
    picture = etree.fromstring(svg(SMALL, PEILDATUM, TEMPLATES).encode())
    assert (picture.get("role"), picture.get("aria-labelledby")) == ("img", "titel uitleg")
    assert picture.findtext(f"{SVG}title[@id='titel']") == "Dekking van de sociale kaart, 22 november 2026"
    assert "Van de 48 combinaties" in (picture.findtext(f"{SVG}desc[@id='uitleg']") or "")
    spoken = [text for text in picture.iter(f"{SVG}text") if (text.get("class") or "").startswith("in-")]
    cells = list(zip(picture.findall(f"{SVG}rect[@class]"), spoken, strict=True))
    assert len(cells) == len((*REACHES, "niemand")) + 24 * len(WIJKEN) + 2 * len(LEEFDOMEINEN)
    for rectangle, words in cells:
        look = (rectangle.get("class") or "").removeprefix("vak ")
        assert (words.text or "").endswith(look.replace("-", " "))


def test_every_word_of_the_picture_can_be_read_on_its_colour() -> None:
    """WCAG 1.4.3: 4.5 to 1."""
    style = (TEMPLATES / "dekking.svg").read_text(encoding="utf-8")
    colours = dict(re.findall(r"^\.([a-z-]+) \{ fill: (#[0-9a-f]{6}) \}$", style, re.MULTILINE))
    assert set(colours) == {*REACHES, "niemand"}
    for look, colour in colours.items():
        assert contrast(colour, "#ffffff" if look == "niemand" else "#1a1a1a") >= 4.5, look


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_the_command_writes_three_files(klein: Project, tmp_path: Path) -> None:
    (klein.root / "theme").symlink_to(TESTS.parent / "theme")
    folder = tmp_path / "verslag" / "nieuw"
    result = CliRunner().invoke(main, ["dekking", "-C", str(klein.root), "--peildatum", str(PEILDATUM), "--naar", str(folder)])
    assert result.exit_code == 0
    assert sorted(path.name for path in folder.iterdir()) == ["dekking.csv", "dekking.md", "dekking.svg"]
    assert result.output.splitlines()[-1].startswith("Van de 24 combinaties van leefdomein, wijk en doelgroep heeft 16 ")
    assert "| Sociale relaties, ouderen | 1 van 1 in de wijk |" in (folder / "dekking.md").read_text(encoding="utf-8")


def test_the_report_speaks_for_its_day(klein: Project) -> None:
    klein.append("sociale_kaart/de-linde.yaml", "geldig_vanaf: 2027-01-01\n")
    later = Combination("sociale-relaties", "centrum", "ouderen", DUTCH)
    assert coverage_of(klein.check().catalogue).best(later) is None
    assert coverage_of(klein.check(dt.date(2027, 1, 1)).catalogue).best(later) is not None


def test_a_mistake_stops_the_report(klein: Project, tmp_path: Path) -> None:
    klein.replace("products/aow.yaml", "gratis: ja", "gratis: yes")
    result = CliRunner().invoke(main, ["dekking", "-C", str(klein.root), "--naar", str(tmp_path / "verslag")])
    assert (result.exit_code, (tmp_path / "verslag").exists()) == (1, False)
