"""The finder, as a visitor meets it: choices narrow, counts tell beforehand, near comes first, and a location stays in the browser."""

from __future__ import annotations

import datetime as dt
import re
import time
from typing import TYPE_CHECKING

import pytest
from conftest import own_records
from playwright.sync_api import expect

from browser.serving import AGENTS, PUBLIC
from generator.catalogue import Catalogue
from generator.openings import AMSTERDAM, State, moments, status_at

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page, Route

    from browser.conftest import Visit
    from generator.records.organisatie import Aanbod, Locatie, Organisatie

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

STATUS, RESULTS, DROPS = "#wijzer-status", "#wijzer-resultaten > li", ".wijzer__laat-weg button"
FREE = {"latitude": 52.0834, "longitude": 5.1248}
BOTH = pytest.mark.parametrize("prefix", [PUBLIC, AGENTS], ids=["site", "kcc"])


def count(page: Page) -> int:
    """Wait for the outcome, and give how many offers the page says that there are."""
    expect(page.locator(STATUS)).to_contain_text(re.compile(r"gevonden|vonden"))
    number = re.match(r"\d+", page.locator(STATUS).inner_text())
    return int(number[0]) if number else 0


def box(group: str, value: str) -> str:
    return f'input[name="{group}"][value="{value}"]'


def told_beforehand(page: Page, group: str, value: str) -> int:
    label = page.locator("label", has=page.locator(box(group, value)))
    return int(label.locator(".wijzer__aantal").inner_text().strip("()"))


@BOTH
def test_a_choice_gives_as_much_as_its_count_said(visit: Callable[..., Visit], prefix: str) -> None:
    page = visit().to(f"{prefix}sociale-kaart/?leefdomein=financien")
    before = count(page)
    page.locator("summary").click()
    for group, value in (("kosten", "gratis"), ("toegang", "vrij"), ("dag", "1"), ("dagdeel", "0")):
        promised = told_beforehand(page, group, value)
        page.locator(box(group, value)).check()
        expect(page.locator(STATUS)).to_have_text(f"{promised} mogelijkheden gevonden." if promised > 1 else "1 mogelijkheid gevonden.")
        assert 0 < promised <= before
        before = promised


def test_two_choices_of_one_group_give_either(visit: Callable[..., Visit]) -> None:
    reader = visit()
    one, other = (count(reader.to(f"sociale-kaart/?toegang={way}")) for way in ("vrij", "aanmelden"))

    assert count(reader.to("sociale-kaart/?toegang=vrij&toegang=aanmelden")) == one + other


def test_who_is_asked_for_sees_what_is_meant_for_them(visit: Callable[..., Visit]) -> None:
    page = visit().to("sociale-kaart/?doelgroep=mantelzorgers")

    assert 0 < count(page) < 40
    assert "antelzorg" in page.locator("#wijzer-resultaten").inner_text()


def test_a_script_that_arrives_late_does_not_leave_the_list_empty(visit: Callable[..., Visit]) -> None:
    """Between two scripts the finder's files may arrive: what says when someone is open must be there before the finder."""

    def late(route: Route) -> None:
        time.sleep(0.5)
        route.continue_()

    reader = visit()
    reader.page.route("**/page.js*", late)

    assert count(reader.to("sociale-kaart/?leefdomein=financien")) > 0


def test_an_address_that_is_shared_shows_the_same(visit: Callable[..., Visit]) -> None:
    reader = visit()
    page = reader.to("sociale-kaart/")
    page.locator(box("leefdomein", "wonen")).check()
    page.locator("#wijzer-wijk").select_option("noord")
    found = count(page)
    assert page.url.endswith("sociale-kaart/?wijk=noord&leefdomein=wonen")

    assert count(reader.to("sociale-kaart/?wijk=noord&leefdomein=wonen")) == found


def metres(page: Page) -> list[float]:
    """Give the distances that are shown, in metres."""
    texts = page.locator(".wijzer__afstand").all_inner_texts()
    return [float(text.split()[0].replace(",", ".")) * (1000 if "kilometer" in text else 1) for text in texts]


@pytest.mark.parametrize("postcode", ["1293 DH", "1293dh", "1293"])
def test_what_is_near_comes_first(visit: Callable[..., Visit], postcode: str) -> None:
    page = visit().to(f"sociale-kaart/?postcode={postcode.replace(' ', '+')}&manier=op-locatie&toegang=vrij")
    assert count(page) > 0

    found = metres(page)
    assert len(found) > 3
    only_there = [row for row in found if row < 250]
    assert only_there == sorted(only_there)
    assert found[0] < 250


def test_who_works_for_another_neighbourhood_is_left_out(visit: Callable[..., Visit]) -> None:
    reader = visit()
    names = {wijk: _organisations(reader.to(f"sociale-kaart/?wijk={wijk}&leefdomein=financien")) for wijk in ("noord", "zuid")}

    assert "organisatie:energieteam-noorderlicht" in names["noord"] - names["zuid"]
    assert "organisatie:juridisch-loket" in names["noord"] & names["zuid"]


def _organisations(page: Page) -> set[str]:
    count(page)
    while page.locator(".wijzer__meer").is_visible():
        page.locator(".wijzer__meer").click()
    return {str(item.get_attribute("data-record")) for item in page.locator(RESULTS).all()}


@pytest.mark.parametrize("hour", [3, 10, 20])
def test_open_now_gives_who_is_open_at_that_moment(visit: Callable[..., Visit], hour: int) -> None:
    reader = visit()
    peildatum = _peildatum(reader)
    wednesday = peildatum + dt.timedelta(days=(2 - peildatum.weekday()) % 7)
    now = dt.datetime.combine(wednesday, dt.time(hour, 10), AMSTERDAM)
    reader.page.clock.set_fixed_time(now)

    known = Catalogue(list(own_records()), peildatum).by_kind["organisatie"].values()
    expected = {f"organisatie:{one.id}" for one in known if _is_open(one, peildatum, now)}
    assert _organisations(reader.to("sociale-kaart/?nu=ja")) == expected != set()


def _peildatum(reader: Visit) -> dt.date:
    return dt.date.fromisoformat(str(reader.to("loket/wmo-loket/").locator("[data-peildatum]").get_attribute("data-peildatum")))


def _is_open(organisation: Organisatie, first: dt.date, now: dt.datetime) -> bool:
    """Tell whether an offer is open: by its own hours, by those of its telephone where it has no place, or by those of one of its places."""
    places, phone = {place.id: place.openingstijden for place in organisation.locaties}, organisation.contact.bereikbaar
    times = []
    for offer in organisation.aanbod:
        called = phone if "telefoon" in offer.manier and not offer.locaties else None
        times += [offer.openingstijden or called] if offer.openingstijden or called else [places[name] for name in offer.locaties]
    return any(hours and status_at(moments(hours, first, 14), now).state is State.OPEN for hours in times)


@pytest.mark.parametrize(
    ("asked", "fits"),
    [
        ("kosten=gratis", lambda offer, _: offer.gratis),
        ("toegang=verwijzing", lambda offer, _: offer.toegang == "verwijzing"),
        ("manier=aan-huis", lambda offer, _: "aan-huis" in offer.manier),
        ("taal=Turks", lambda offer, _: "Turks" in offer.talen),
        ("doelgroep=mantelzorgers", lambda offer, _: "mantelzorgers" in offer.doelgroepen),
        ("leeftijd=12-17", lambda offer, _: (offer.leeftijd_vanaf or 0) <= 17 and (offer.leeftijd_tot_en_met or 120) >= 12),
        ("rolstoel=ja", lambda offer, places: any("rolstoel" in places[name].toegankelijk for name in offer.locaties)),
        ("taal=Turks&kosten=gratis", lambda offer, _: "Turks" in offer.talen and offer.gratis),
        ("taal=Turks&taal=Pools", lambda offer, _: "Turks" in offer.talen or "Pools" in offer.talen),
    ],
    ids=lambda value: value if isinstance(value, str) else "fits",
)
def test_a_choice_gives_just_the_organisations_with_such_an_offer(
    visit: Callable[..., Visit], asked: str, fits: Callable[[Aanbod, dict[str, Locatie]], bool]
) -> None:
    reader = visit()
    day = _peildatum(reader)
    expected = {
        f"organisatie:{one.id}"
        for one in Catalogue(list(own_records()), day).by_kind["organisatie"].values()
        if any(fits(offer, {place.id: place for place in one.locaties}) for offer in one.aanbod)
    }
    assert _organisations(reader.to(f"sociale-kaart/?{asked}")) == expected != set()


def test_a_postcode_from_elsewhere_is_said(visit: Callable[..., Visit]) -> None:
    page = visit().to("sociale-kaart/?postcode=9999ZZ")

    expect(page.locator("#wijzer-plek-melding")).to_have_text("Deze postcode kennen wij niet. Kies uw wijk.")
    expect(page.locator("#wijzer-postcode")).to_have_attribute("aria-invalid", "true")


def test_without_results_it_says_which_choice_to_drop_and_what_that_gives(visit: Callable[..., Visit]) -> None:
    page = visit().to("sociale-kaart/?leefdomein=wonen&toegang=indicatie&taal=Turks")
    assert count(page) == 0
    ways = page.locator(DROPS).all_inner_texts()
    assert ways

    name, promised = re.fullmatch(r"Zonder “(.+)”: (\d+) gevonden", ways[0], re.DOTALL).groups()  # type: ignore[union-attr]
    page.locator(DROPS).first.click()
    expect(page.locator(STATUS)).to_be_focused()
    assert (count(page), bool(name)) == (int(promised), True)


def test_more_results_move_the_focus_to_the_first_new_one(visit: Callable[..., Visit]) -> None:
    page = visit().to("sociale-kaart/?toegang=aanmelden")
    assert count(page) > 20
    expect(page.locator(RESULTS)).to_have_count(20)
    page.locator(".wijzer__meer").press("Enter")

    expect(page.locator(f"{RESULTS}:nth-child(21) > a")).to_be_focused()


def test_the_data_come_at_first_use(visit: Callable[..., Visit]) -> None:
    reader = visit()
    asked: list[str] = []
    reader.page.on("request", lambda request: asked.append(request.url))
    page = reader.to("sociale-kaart/")
    assert not [url for url in asked if url.endswith(".json")]

    page.locator("#wijzer-postcode").focus()
    expect(page.locator(".wijzer__aantal").first).to_have_text(re.compile(r"\(\d+\)"))
    assert sorted(url.rpartition("/")[2] for url in asked if url.endswith(".json")) == ["aanbod.json", "plaatsen.json"]


def test_a_location_is_asked_for_after_a_press_and_kept_nowhere(visit: Callable[..., Visit]) -> None:
    reader = visit()
    reader.page.context.grant_permissions(["geolocation"])
    reader.page.context.set_geolocation({"latitude": FREE["latitude"], "longitude": FREE["longitude"]})
    page = reader.to("sociale-kaart/?toegang=vrij&manier=op-locatie")
    count(page)
    assert metres(page) == []

    page.locator(".wijzer__locatie").click()
    expect(page.locator("#wijzer-plek-melding")).to_have_text("Wij meten nu vanaf uw locatie.")
    expect(page.locator(".wijzer__afstand").first).to_be_visible()
    assert "52" not in page.url
    assert page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [0, 0, ""]


def test_without_scripts_themes_lead_to_neighbourhoods(visit: Callable[..., Visit]) -> None:
    page = visit(java_script_enabled=False).to("sociale-kaart/", scripts=False)

    expect(page.locator(".wijzer")).to_be_hidden()
    page.locator('a[href$="sociale-kaart/thema/geld-en-schulden/"]').click()
    page.locator('a[href$="thema/geld-en-schulden/noord/"]').click()
    expect(page.locator("h1")).to_have_text("Geld, werk en schulden: Wijk Noord")
    expect(page.locator("li[data-record]").first).to_be_visible()
