"""An organization of others as a record of ours: every field, and where that goes which has no field."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from conftest import PEILDATUM

from generator.hsds.importing import import_hsds
from generator.hsds.taken.account import What
from generator.hsds.taken.taking import Choices

if TYPE_CHECKING:
    from pathlib import Path

    from generator.hsds.importing import Imported

ADDRESS = {
    "address_1": "Kerkweg 2",
    "address_2": "bus 3",
    "city": "Gent",
    "postal_code": "9000",
    "country": "BE",
    "address_type": "physical",
}


def taken(tmp_path: Path, *services: dict[str, Any], **choices: Any) -> tuple[dict[str, Any], Imported]:  # noqa: ANN401 - of Choices
    """Import services of one organisation; give the one record."""
    (tmp_path / "bron.json").write_text(json.dumps(list(services)), encoding="utf-8")
    done = import_hsds(tmp_path / "bron.json", tmp_path / "sociale_kaart", Choices(peildatum=PEILDATUM, **choices))
    [name] = done.written
    return yaml.safe_load((tmp_path / "sociale_kaart" / name).read_text(encoding="utf-8")), done


def service(**more: object) -> dict[str, Any]:
    return {"id": "s1", "name": "Koffie", "status": "active", "organization": {"id": "o1", "name": "Buurtwerk Gent"}, **more}


def offer(tmp_path: Path, **more: object) -> dict[str, Any]:
    return dict(taken(tmp_path, service(**more))[0]["aanbod"][0])


def organisation(tmp_path: Path, **more: object) -> dict[str, Any]:
    return taken(tmp_path, {"id": "s1", "name": "Koffie", "status": "active", "organization": {"id": "o1", "name": "B", **more}})[0]


def place(tmp_path: Path, **more: object) -> tuple[dict[str, Any], dict[str, Any]]:
    """Give the first location and the whole record."""
    at = {"id": "l1", "location_type": "physical", "name": "Zaal", "addresses": [ADDRESS], **more}
    record, _ = taken(tmp_path, service(service_at_locations=[{"id": "x", "location": at}]))
    return record["locaties"][0], record


class TestOrganisation:
    """What stands at the organisation itself."""

    def test_the_first_paragraph_is_the_short_answer(self, tmp_path: Path) -> None:
        record = organisation(tmp_path, description="Wij schenken koffie.\n\nElke dag.\n\n- vers\n- heet")
        assert (record["kort_antwoord"], record["wat_is_het"]) == ("Wij schenken koffie.", "Elke dag.\n\n- vers\n- heet")

    def test_how_it_is_reached(self, tmp_path: Path) -> None:
        phones = [{"number": "(09) 123 45 67", "extension": 12, "description": "Na tienen"}, {"number": "09 765 43 21", "type": "fax"}]
        record = taken(
            tmp_path,
            service(organization={"id": "o1", "name": "B", "email": "a@b.be", "website": "http://b.be", "phones": phones}),
            landnummer="32",
        )[0]
        assert record["contact"] == {
            "telefoon": "+32 9 123 45 67",
            "telefoon_toelichting": "toestel 12, Na tienen",
            "email": "a@b.be",
            "website": "https://b.be",
        }
        assert record["bijzonderheden"] == "Telefoon: +32 9 765 43 21 (fax)"

    def test_a_number_that_all_services_share_is_that_of_the_organisation(self, tmp_path: Path) -> None:
        phone = {"phones": [{"number": "030 123 45 67"}]}
        record, _ = taken(tmp_path, service(**phone), service(id="s2", **phone))
        assert record["contact"] == {"telefoon": "030 123 45 67"}
        assert "toegang_toelichting" not in record["aanbod"][0]

    def test_words_to_search_by(self, tmp_path: Path) -> None:
        term = {"id": "a1", "taxonomy_term": {"id": "t1", "name": "ontmoeting", "code": "7.1"}}
        record, _ = taken(tmp_path, service(alternate_name="Bakkie", attributes=[term]))
        assert record["trefwoorden"] == ["Bakkie", "ontmoeting"]

    def test_without_such_words_the_names_of_its_services(self, tmp_path: Path) -> None:
        assert taken(tmp_path, service())[0]["trefwoorden"] == "Koffie"

    def test_it_was_checked_when_the_oldest_of_its_services_was(self, tmp_path: Path) -> None:
        services = [service(assured_date="2026-05-01"), service(id="s2", last_modified="2026-03-02T10:30:45.123Z")]
        assert taken(tmp_path, *services)[0]["gecontroleerd_op"] == "2026-03-02"

    def test_further_websites_are_links(self, tmp_path: Path) -> None:
        sites = [{"id": "u1", "label": "Agenda", "url": "https://b.be/agenda"}]
        assert organisation(tmp_path, additional_websites=sites)["bijzonderheden"] == "[Agenda](https://b.be/agenda)"

    def test_what_hsds_does_not_know_is_what_the_editor_chose(self, tmp_path: Path) -> None:
        chosen = {"themas": ("zorg",), "leefdomeinen": ("leven", "wonen"), "werkgebied": "regio", "soort": "buurthuis", "eigenaar": "Team"}
        record, _ = taken(tmp_path, service(), toegang="vrij", bron="UiTdatabank", gecontroleerd_op="2026-01-02", **chosen)
        assert {name: record[name] for name in (*chosen, "bron", "gecontroleerd_op")} == {
            "themas": "zorg",
            "leefdomeinen": ["leven", "wonen"],
            "werkgebied": "regio",
            "soort": "buurthuis",
            "eigenaar": "Team",
            "bron": "UiTdatabank",
            "gecontroleerd_op": "2026-01-02",
        }
        assert record["aanbod"][0]["toegang"] == "vrij"

    def test_what_nobody_knows_is_left_out_and_asked_for(self, tmp_path: Path) -> None:
        record, done = taken(tmp_path, service())
        assert record == {"naam": "Buurtwerk Gent", "trefwoorden": "Koffie", "aanbod": [{"id": "koffie", "naam": "Koffie"}]}
        assert "het veld 'toegang' ontbreekt [verplicht-veld]" in done.account.entries[What.OPEN]
        assert "er staat niet wat dit kost [kosten-ontbreken]" in done.account.entries[What.OPEN]

    def test_names_of_people_are_not_taken(self, tmp_path: Path) -> None:
        contact = {"id": "c1", "name": "Ann Persona", "title": "baas", "email": "ann@b.be", "phones": [{"number": "030 123 45 67"}]}
        record = organisation(tmp_path, contacts=[contact])
        assert record["contact"] == {"telefoon": "030 123 45 67", "email": "ann@b.be"}
        assert "Persona" not in str(record)


class TestOffer:
    """What a service becomes."""

    def test_words_ages_and_waiting(self, tmp_path: Path) -> None:
        told = {"description": "Een kop.", "eligibility_description": "Iedereen", "minimum_age": 12, "maximum_age": 18.0}
        assert offer(tmp_path, **told, application_process="Bel.", wait_time="Een week") == {
            "id": "koffie",
            "naam": "Koffie",
            "omschrijving": "Een kop.",
            "voor_wie": "Iedereen",
            "leeftijd_vanaf": "12",
            "leeftijd_tot_en_met": "18",
            "toegang_toelichting": "Bel.",
            "wachttijd": "Een week",
        }

    def test_its_page_is_a_link(self, tmp_path: Path) -> None:
        made = offer(tmp_path, description="Een kop.", url="http://www.b.be/koffie/")
        assert made["omschrijving"] == "Een kop.\n\nMeer informatie: [b.be/koffie](https://www.b.be/koffie/)"

    @pytest.mark.parametrize(
        ("costs", "told"),
        [
            ([{"amount": 0, "currency": "EUR"}], {"gratis": "ja"}),
            ([{"amount": 2.5, "currency": "EUR", "option": "Kop", "amount_description": "per stuk"}],
             {"kosten": [{"omschrijving": "Kop", "bedrag": "2,50", "per": "stuk"}]}),
            ([{"amount": 1200, "amount_description": "voor een kuur"}],
             {"kosten": [{"omschrijving": "(voor een kuur)", "bedrag": "1200,00"}]}),
            ([{"amount": 35, "currency": "gbp", "option": "Under 18s"}], {"kosten_toelichting": "Under 18s: GBP 35"}),
            ([], {}),
        ],
    )  # fmt: skip
    def test_costs(self, tmp_path: Path, costs: list[dict[str, Any]], told: dict[str, Any]) -> None:
        made = offer(tmp_path, cost_options=[{"id": str(number), **cost} for number, cost in enumerate(costs)])
        assert {name: made[name] for name in ("kosten", "gratis", "kosten_toelichting") if name in made} == told

    def test_words_about_fees_are_never_taken_for_free(self, tmp_path: Path) -> None:
        made = offer(tmp_path, fees_description="Free to everyone")
        assert (made["kosten_toelichting"], "gratis" in made) == ("Free to everyone", False)

    def test_documents_and_languages(self, tmp_path: Path) -> None:
        documents = [{"id": "d1", "document": "Pas"}, {"id": "d2", "document": "Brief", "uri": "https://b.be/brief"}]
        languages = [{"id": "t1", "name": "Turks"}, {"id": "t2", "code": "pl"}, {"id": "t3", "code": "nl", "name": "Nederlands"}]
        made = offer(tmp_path, required_documents=documents, languages=languages)
        assert made["documenten"] == "- Pas\n- Brief Meer informatie: [b.be/brief](https://b.be/brief)"
        assert made["talen"] == ["Turks", "Pools"]

    def test_another_number_and_address_than_its_organisation(self, tmp_path: Path) -> None:
        own = {"id": "o1", "name": "B", "email": "a@b.be", "phones": [{"number": "030 123 45 67"}]}
        made = offer(tmp_path, organization=own, email="koffie@b.be", phones=[{"number": "030 123 45 67"}, {"number": "030 765 43 21"}])
        assert made["toegang_toelichting"] == "Telefoon: 030 765 43 21\n\nE-mail: koffie@b.be"

    def test_a_service_that_stopped_is_not_taken(self, tmp_path: Path) -> None:
        record, done = taken(tmp_path, service(), service(id="s2", name="Thee", status="defunct"))
        assert [one["naam"] for one in record["aanbod"]] == ["Koffie"]
        assert done.account.entries[What.LOST]["dienst met status defunct"].examples == ["Thee"]

    def test_a_service_that_is_closed_for_now_says_so(self, tmp_path: Path) -> None:
        assert offer(tmp_path, status="temporarily closed")["omschrijving"] == "Dit aanbod is tijdelijk gesloten."

    def test_hours_at_its_one_place_are_its_own(self, tmp_path: Path) -> None:
        hours = [{"id": "h1", "freq": "WEEKLY", "byday": "MO", "opens_at": "09:00", "closes_at": "12:00"}]
        made = offer(tmp_path, service_at_locations=[{"id": "x", "location": {"id": "l1", "name": "Zaal"}, "schedules": hours}])
        assert made["openingstijden"] == {"tijden": [{"dagen": "maandag", "tijd": "09:00-12:00"}]}


class TestPlace:
    """What a location becomes."""

    def test_address_and_degrees(self, tmp_path: Path) -> None:
        made, record = place(tmp_path, latitude=51.05, longitude=-3.7, transportation="Tram 1")
        assert made == {
            "id": "zaal",
            "naam": "Zaal",
            "straat": "Kerkweg 2, bus 3",
            "postcode": "9000",
            "plaats": "Gent",
            "breedtegraad": "51,05",
            "lengtegraad": "-3,7",
            "bereikbaarheid": "Tram 1",
        }
        assert record["aanbod"][0]["locaties"] == "zaal"

    def test_access_in_words_of_others_stays_words(self, tmp_path: Path) -> None:
        """A word such as wheelchair may as well stand in a sentence that says there is no way in."""
        made, record = place(tmp_path, accessibility=[{"id": "t1", "description": "No wheelchair access"}])
        assert "toegankelijk" not in made
        assert record["bijzonderheden"] == "Zaal: No wheelchair access"

    def test_its_own_number_stands_with_its_name(self, tmp_path: Path) -> None:
        own = {"id": "o1", "name": "B", "phones": [{"number": "030 123 45 67"}]}
        at = {"id": "l1", "location_type": "physical", "name": "Zaal", "phones": [{"number": "030 765 43 21"}]}
        record, _ = taken(tmp_path, service(organization=own, service_at_locations=[{"id": "x", "location": at}]))
        assert record["bijzonderheden"] == "Zaal: Telefoon: 030 765 43 21"

    def test_a_place_on_the_internet_is_a_way(self, tmp_path: Path) -> None:
        at = {"id": "l1", "location_type": "virtual", "name": "Zoom", "url": "https://zoom.example/1"}
        record, _ = taken(tmp_path, service(service_at_locations=[{"id": "x", "location": at}]))
        assert record["aanbod"][0]["manier"] == "online"
        assert record["bijzonderheden"] == "Zoom: https://zoom.example/1"
        assert "locaties" not in record

    def test_hours_that_ours_cannot_say_are_told(self, tmp_path: Path) -> None:
        _, record = place(tmp_path, schedules=[{"id": "h1", "freq": "MONTHLY", "bymonthday": "15", "description": "Elke vijftiende."}])
        assert record["bijzonderheden"] == "Zaal: Elke vijftiende"

    def test_a_place_of_another_organisation_is_taken_along(self, tmp_path: Path) -> None:
        """An offer can only be at a place of the same record."""
        theirs = {"id": "l1", "location_type": "physical", "name": "Bibliotheek", "organization_id": "o9"}
        record, _ = taken(tmp_path, service(service_at_locations=[{"id": "x", "location": theirs}]))
        assert record["locaties"] == [{"id": "bibliotheek", "naam": "Bibliotheek"}]


def test_a_place_is_in_the_neighbourhood_of_its_postal_code(tmp_path: Path) -> None:
    folder = tmp_path / "content/wijken"
    folder.mkdir(parents=True)
    for name, postcodes in (("noord", "9000"), ("oost", "[9000, 9001]"), ("west", "9002")):
        (folder / f"{name}.yaml").write_text(f"naam: {name}\nkort_antwoord: Hier.\npostcodes: {postcodes}\n", encoding="utf-8")
    places = [
        {"id": code, "name": f"Zaal {code}", "addresses": [{"id": code, **ADDRESS, "postal_code": code}]}
        for code in ("9000", "9001 AB", "9002ab", "9003")
    ]
    record, _ = taken(tmp_path, service(service_at_locations=[{"id": f"x{one['id']}", "location": one} for one in places]))
    assert [one.get("wijk") for one in record["locaties"]] == [None, "oost", "west", None]


def test_references_to_what_the_project_does_not_have_are_left_out(tmp_path: Path) -> None:
    for folder, name in (("content/themas", "zorg"), ("products", "paspoort")):
        (tmp_path / folder).mkdir(parents=True)
        (tmp_path / folder / f"{name}.yaml").touch()
    codes = ["thema:zorg", "thema:vervoer", "product:paspoort", "product:rijbewijs", "wijk:noord"]
    marks = [{"id": code, "taxonomy_term": {"id": code, "code": code, "name": code}} for code in codes]
    record, done = taken(tmp_path, service(attributes=marks))

    assert (record["themas"], record["aanbod"][0]["producten"]) == ("zorg", "paspoort")
    lost = done.account.entries[What.LOST]
    assert lost["verwijzing naar een thema die dit project niet heeft"].examples == ["vervoer"]
    assert lost["verwijzing naar een product die dit project niet heeft"].examples == ["rijbewijs"]


def test_every_value_is_carried_or_accounted_for(tmp_path: Path) -> None:
    """A field that nobody reads turns up in the report by its own name."""
    _, done = taken(tmp_path, service(accreditations="Keurmerk", organization={"id": "o1", "name": "B", "legal_status": "vzw"}))
    lost = done.account.entries[What.LOST]
    assert {name: entry.examples for name, entry in lost.items()} == {
        "service.accreditations": ["Keurmerk"],
        "organization.legal_status": ["vzw"],
    }
