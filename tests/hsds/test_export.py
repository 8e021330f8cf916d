"""What the records become: the small municipality with a food bank that has something of everything."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from project import all_bytes, built_sites, lay_down

from generator.hsds.export import hsds_files, hsds_tables, write_hsds
from generator.hsds.written.identity import Identities
from hsds.standard import URL

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Project

    from generator.hsds.tables import Row, Tables

FOOD_BANK = "sociale_kaart/voedselbank.yaml"
IDS = Identities("gemeente Klein")


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return lay_down(tmp_path / "project")


def tables(project: Project) -> Tables:
    checked = project.check()
    assert not checked.problems.stop_the_build, list(checked.problems)
    return hsds_tables(checked.catalogue, f"{URL}/")


def files(project: Project) -> dict[str, bytes]:
    return dict(hsds_files(project.check().catalogue, URL))


def row(found: Tables, table: str, *path: str) -> dict[str, Any]:
    """Give the row of the object at `path`, without its id and the ids that it refers to."""
    [one] = [one for one in found[table] if one["id"] == IDS.of(table, *path)]
    return {name: value for name, value in one.items() if not name.endswith("id")}


def marks(found: Tables, table: str, *path: str) -> list[str]:
    """Give the attributes of the object at `path` as `code` or `code=value`."""
    codes = {term["id"]: term["code"] for term in found["taxonomy_term"]}
    own = [one for one in found["attribute"] if one["link_id"] == IDS.of(table, *path)]
    assert {one["link_entity"] for one in own} <= {table}
    return [f"{codes[one['taxonomy_term_id']]}" + (f"={one['value']}" if "value" in one else "") for one in own]


def of(found: Tables, table: str, key: str, owner: str) -> list[Row]:
    return [one for one in found[table] if one.get(key) == owner]


class TestOrganisation:
    """The organization, how it is reached, and where it is."""

    def test_the_words_are_the_public_words(self, project: Project) -> None:
        assert row(tables(project), "organization", "organisatie", "voedselbank") == {
            "name": "Voedselbank Klein",
            "description": "De Voedselbank geeft gratis eten aan mensen met weinig geld.\n\n"
            "U krijgt elke week een pakket. Vraag ook een paspoort? "
            f"Kijk bij paspoort aanvragen ({URL}/producten/paspoort/).",
            "email": "info@voedselbank.example",
            "website": "https://www.voedselbank.example",
            "uri": f"{URL}/sociale-kaart/voedselbank/",
        }

    def test_a_fact_is_told_with_its_value(self, project: Project) -> None:
        project.replace(FOOD_BANK, "voor een week.", "voor {leges.paspoort_volwassene}.")
        assert row(tables(project), "service", "organisatie", "voedselbank", "aanbod", "pakket")["description"] == (
            "Een pakket met eten voor € 83,87."
        )

    def test_for_whom_it_is_not_stands_with_it(self, project: Project) -> None:
        project.append(FOOD_BANK, "niet_hier:\n  - wie: U zoekt een huis\n    dan: Bel het kcc.\n    verwijst_naar: loket:kcc\n")
        told = row(tables(project), "organization", "organisatie", "voedselbank")["description"]
        assert told.split("\n\n")[2:] == [
            "Niet voor u? Kijk hier",
            "U zoekt een huis?",
            "Bel het kcc.",
            f"- Gemeentehuis ({URL}/loket/kcc/)",
        ]

    def test_what_hsds_does_not_know_is_an_attribute(self, project: Project) -> None:
        assert marks(tables(project), "organization", "organisatie", "voedselbank") == [
            "soort:voedselbank",
            "gegeven:trefwoorden=eten; boodschappen",
            "gegeven:bron=opgave van de Voedselbank",
            "gegeven:eigenaar=Team Zorg",
        ]

    def test_a_number_with_hours_is_a_place_too(self, project: Project) -> None:
        hours = "  bereikbaar:\n    tijden:\n      - dagen: maandag\n        tijd: 09:00-12:00\n"
        project.replace(FOOD_BANK, "  email: info@", f"{hours}  telefoon_toelichting: Bellen is gratis\n  email: info@")
        found = tables(project)

        [phone] = of(found, "phone", "organization_id", IDS.of("organization", "organisatie", "voedselbank"))
        assert phone["description"] == (
            "Bellen is gratis. Telefonisch bereikbaar: maandag: 9.00 tot 12.00 uur; "
            "dinsdag tot en met zondag: niet bereikbaar; feestdagen: niet bekend."
        )
        line = row(found, "location", "organisatie", "voedselbank", "telefoon")
        assert line == {"location_type": "virtual", "name": "Telefoon", "url": "tel:0122345678"}
        [schedule] = of(found, "schedule", "location_id", IDS.of("location", "organisatie", "voedselbank", "telefoon"))
        assert (schedule["byday"], schedule["opens_at"]) == ("MO", "09:00:00")

    def test_an_address_for_letters_is_a_place_too(self, project: Project) -> None:
        post = "  postadres:\n    straat: Postbus 1\n    postcode: 1291 AA\n    plaats: Klein\n"
        project.replace(FOOD_BANK, "  email: info@", f"{post}  email: info@")
        found = tables(project)

        assert row(found, "location", "organisatie", "voedselbank", "post") == {"location_type": "postal", "name": "Postadres"}
        assert row(found, "address", "organisatie", "voedselbank", "post") == {
            "address_1": "Postbus 1",
            "city": "Klein",
            "postal_code": "1291 AA",
            "state_province": "NL",
            "country": "NL",
            "address_type": "postal",
        }

    def test_a_place_with_access_and_hours(self, project: Project) -> None:
        project.replace(FOOD_BANK, "    toegankelijk:", '    breedtegraad: "52,0837"\n    bereikbaarheid: Bus 4.\n    toegankelijk:')
        found, place = tables(project), ("organisatie", "voedselbank", "locatie", "loods")

        assert row(found, "location", *place) == {
            "location_type": "physical",
            "name": "De Loods",
            "transportation": "Bus 4.",
            "latitude": 52.0837,
            "external_identifier": "loods",
            "external_identifier_type": "Antwoordkaart",
        }
        assert marks(found, "location", *place) == ["wijk:centrum"]
        assert marks(found, "accessibility", *place, "lift") == ["toegankelijk:lift"]
        schedules = of(found, "schedule", "location_id", IDS.of("location", *place))
        assert [one.get("byday") for one in schedules] == ["TU", "SA", "TU"]
        assert {one["description"] for one in schedules} == {
            (
                "maandag: gesloten; dinsdag: 13.00 tot 17.00 uur; woensdag tot en met vrijdag: gesloten; zondag: gesloten; "
                "zaterdag in weken met een even nummer: 10.00 tot 12.00 uur; feestdagen: gesloten; "
                "22 december 2026 (kerstpakketten): 10.00 tot 15.00 uur"
            )
        }
        assert marks(found, "schedule", "location", *place, "0") == ["feestdagen:dicht"]


class TestService:
    """An offer."""

    def test_with_everything(self, project: Project) -> None:
        assert row(tables(project), "service", "organisatie", "voedselbank", "aanbod", "pakket") == {
            "name": "Voedselpakket",
            "description": "Een pakket met eten voor een week.",
            "url": f"{URL}/sociale-kaart/voedselbank/#aanbod-pakket",
            "email": "info@voedselbank.example",
            "status": "active",
            "application_process": "U heeft een verwijzing nodig.\n\nVraag het wijkteam om u aan te melden.",
            "fees_description": "Dit kost u niets.",
            "wait_time": "Twee weken, gemeten in september 2026.",
            "eligibility_description": "Mensen die te weinig geld hebben voor eten.",
            "assured_date": "2026-10-05",
            "assurer_email": "info@klein.example",
        }

    def test_how_one_gets_in_is_an_attribute(self, project: Project) -> None:
        assert marks(tables(project), "service", "organisatie", "voedselbank", "aanbod", "pakket") == [
            "thema:burgerzaken",
            "leefdomein:financien",
            "toegang:verwijzing",
            "manier:op-locatie",
            "gegeven:verwijzer=wijkteam",
            "gegeven:verwijzer=huisarts",
            "gegeven:stap=1. u | belt het wijkteam | kosten: Niets",
            "gegeven:stap=2. wijkteam | meldt u aan. | meenemen: Een overzicht van uw inkomsten. | duur: Een uur.",
            "gegeven:stap=3. u | haalt elke week een pakket bij De Linde (https://www.voorbeeldstad.example/sociale-kaart/de-linde/).",
        ]

    def test_costs_are_numbers_and_words(self, project: Project) -> None:
        found = tables(project)
        assert row(found, "cost_option", "organisatie", "voedselbank", "aanbod", "pakket", "gratis") == {"currency": "EUR", "amount": 0}
        assert row(found, "cost_option", "organisatie", "voedselbank", "aanbod", "winkel", "0") == {
            "option": "Toegang",
            "currency": "EUR",
            "amount": 1.5,
            "amount_description": "per maand",
        }
        assert row(found, "service", "organisatie", "voedselbank", "aanbod", "winkel")["fees_description"] == "Toegang: € 1,50 per maand"

    def test_a_cost_by_fact_tells_since_when(self, project: Project) -> None:
        project.replace(FOOD_BANK, "bedrag: 1,50", 'bedrag: "{leges.paspoort_volwassene}"')
        cost = row(tables(project), "cost_option", "organisatie", "voedselbank", "aanbod", "winkel", "0")
        assert (cost["amount"], cost["valid_from"]) == (83.87, "2026-01-01")

    def test_each_document_is_one(self, project: Project) -> None:
        project.replace(FOOD_BANK, "documenten: Een overzicht van uw inkomsten.", "documenten: |\n      - Een pas.\n      - Uw loonstrook.")
        found = tables(project)
        service = IDS.of("service", "organisatie", "voedselbank", "aanbod", "pakket")
        assert [one["document"] for one in of(found, "required_document", "service_id", service)] == ["Een pas.", "Uw loonstrook."]

    def test_languages_are_those_beside_dutch_with_dutch(self, project: Project) -> None:
        project.replace(
            FOOD_BANK, "    manier: op-locatie\n    locaties: loods\n    wachttijd", "    talen: [Turks, een tolk]\n    wachttijd"
        )
        found = tables(project)
        service = IDS.of("service", "organisatie", "voedselbank", "aanbod", "pakket")
        assert [(one["name"], one.get("code")) for one in of(found, "language", "service_id", service)] == [
            ("Nederlands", "nl"),
            ("Turks", "tr"),
            ("een tolk", None),
        ]

    def test_the_area_is_named_so_that_others_understand_it(self, project: Project) -> None:
        found = tables(project)
        assert row(found, "service_area", "organisatie", "voedselbank", "aanbod", "pakket", "gemeente") == {
            "name": "gemeente Klein",
            "description": "de hele gemeente",
        }
        assert row(found, "service_area", "organisatie", "svb", "aanbod", "aow", "landelijk")["name"] == "Nederland"
        place = ("organisatie", "de-linde", "aanbod", "formulieren", "centrum")
        assert row(found, "service_area", *place) == {"name": "Centrum, Klein", "description": "1291"}
        assert marks(found, "service_area", *place) == ["wijk:centrum", "werkgebied:wijk"]

    def test_where_it_is(self, project: Project) -> None:
        found = tables(project)
        service = IDS.of("service", "organisatie", "voedselbank", "aanbod", "pakket")
        assert [one["location_id"] for one in of(found, "service_at_location", "service_id", service)] == [
            IDS.of("location", "organisatie", "voedselbank", "locatie", "loods")
        ]

    def test_the_products_that_it_helps_with(self, project: Project) -> None:
        assert marks(tables(project), "service", "organisatie", "svb", "aanbod", "aow")[-1] == "product:aow"


class TestPublished:
    """Only what the public sites say on the peildatum."""

    def test_an_organisation_of_next_year_is_not_there(self, project: Project) -> None:
        project.append(FOOD_BANK, "geldig_vanaf: 2027-01-01\n")
        assert [one["name"] for one in tables(project)["organization"]] == ["Buurthuis De Linde", "SVB", "gemeente Klein"]

    def test_what_agents_see_changes_nothing(self, project: Project) -> None:
        before = files(project)
        project.replace(FOOD_BANK, "Heeft u vandaag nog te eten in huis?", "Is er vandaag een noodpakket nodig voor deze week?")
        project.append(FOOD_BANK, "  zeg_dit: Dit leest de medewerker alleen zelf voor aan de beller.\n")
        assert files(project) == before


def test_a_desk_is_a_service_of_the_municipality(project: Project) -> None:
    found = tables(project)
    assert row(found, "organization", "gemeente")["name"] == "gemeente Klein"
    desk = row(found, "service", "loket", "kcc")
    assert (desk["name"], desk["url"]) == ("Gemeentehuis", f"{URL}/loket/kcc/")
    [contact] = of(found, "contact", "service_id", IDS.of("service", "loket", "kcc"))
    assert [one["number"] for one in of(found, "phone", "contact_id", str(contact["id"]))] == ["14 012"]


class TestFiles:
    """The files of the API and of the data package."""

    def test_what_the_api_is(self, project: Project) -> None:
        assert json.loads(files(project)["api/hsds/index.json"]) == {
            "version": "3.1",
            "profile": "https://docs.openreferral.org/en/3.1/hsds/overview.html",
            "openapi_url": f"{URL}/api/hsds/openapi.json",
        }

    def test_a_list_is_one_page(self, project: Project) -> None:
        page = json.loads(files(project)["api/hsds/services.json"])
        assert {name: value for name, value in page.items() if name != "contents"} == {
            "total_items": 5,
            "total_pages": 1,
            "page_number": 1,
            "size": 5,
            "first_page": True,
            "last_page": True,
            "empty": False,
        }
        assert [one["name"] for one in page["contents"]] == [
            "Hulp met formulieren",
            "AOW",
            "Voedselpakket",
            "Winkel van weggeven",
            "Gemeentehuis",
        ]
        assert page["contents"][0]["organization"]["name"] == "Buurthuis De Linde"

    def test_a_service_is_whole(self, project: Project) -> None:
        service = IDS.of("service", "organisatie", "voedselbank", "aanbod", "pakket")
        whole = json.loads(files(project)[f"api/hsds/services/{service}.json"])
        assert whole["organization"]["phones"][0]["number"] == "012 234 56 78"
        [at] = whole["service_at_locations"]
        assert at["location"]["addresses"][0]["postal_code"] == "1291 CD"
        assert len(at["location"]["schedules"]) == 3
        assert [mark["taxonomy_term"]["code"] for mark in whole["attributes"]][:2] == ["thema:burgerzaken", "leefdomein:financien"]

    def test_the_package_has_every_table(self, project: Project) -> None:
        made = files(project)
        package = json.loads(made["api/hsds/datapackage/datapackage.json"])
        assert [f"api/hsds/datapackage/{resource['path']}" in made for resource in package["resources"]] == [True] * 17

    def test_both_sites_get_the_same_bytes(self, project: Project, tmp_path: Path) -> None:
        sites = [tmp_path / "site", tmp_path / "site-kcc"]
        count = write_hsds(project.check().catalogue, URL, sites)
        assert all_bytes(sites[0]) == all_bytes(sites[1]) == files(project)
        assert count == len(files(project))

    def test_it_is_copied_where_a_disk_cannot_link(self, project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        def refuse(*_: object) -> None:
            raise OSError

        monkeypatch.setattr("os.link", refuse)
        write_hsds(project.check().catalogue, URL, [tmp_path / "site", tmp_path / "site-kcc"])
        assert all_bytes(tmp_path / "site-kcc") == files(project)


@pytest.mark.build
@pytest.mark.xdist_group("hsds")
def test_a_build_writes_it_into_both_sites(tmp_path: Path) -> None:
    sites = built_sites(tmp_path / "project")
    for site in (sites.public, sites.agents):
        assert {path: text for path, text in all_bytes(site).items() if path.startswith("api/hsds/")} == dict(
            hsds_files(sites.edition.catalogue, URL)
        )
