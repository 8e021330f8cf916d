"""The quick scan: its questions in order, what their answers gather, and its words for the proof that nobody else reads them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from conftest import own_records
from project import edition_of, site_for

from generator.catalogue import read_all
from generator.channels import desk
from generator.channels.site import AGENTS
from generator.records.gedeeld import LEEFDOMEINEN
from generator.wording.quickscan import private_scan, quick_scan

if TYPE_CHECKING:
    from conftest import Project

    from generator.records.quickscan import Quickscan

MONEY = "content/quickscan/geld.yaml"


def asked(project: Project) -> list[tuple[str, str, tuple[str, ...]]]:
    scans = quick_scan(edition_of(project).catalogue)
    return [(question.id, question.when, question.keys) for scan in scans for question in scan.questions]


def test_the_questions_come_in_the_order_of_the_editor(klein: Project) -> None:
    assert asked(klein) == [
        ("wonen.adres", "nee", ("product:verhuizing-doorgeven", "organisatie:de-linde")),
        ("financien.later", "nee", ("product:aow", "keuzehulp:geld-later")),
        ("financien.brieven", "ja", ("organisatie:de-linde",)),
    ]


def test_what_is_not_on_the_site_today_is_not_gathered_and_a_question_to_nothing_is_not_asked(klein: Project) -> None:
    klein.replace(MONEY, "naar: [organisatie:de-linde]", "naar: [product:nieuwe-parkeerpas]")
    klein.replace(MONEY, "[product:aow, keuzehulp:geld-later]", "[product:nieuwe-parkeerpas, keuzehulp:geld-later]")

    assert asked(klein)[1:] == [("financien.later", "nee", ("keuzehulp:geld-later",))]


def test_an_unknown_record_is_reported(klein: Project) -> None:
    klein.replace(MONEY, "product:aow", "product:aouw")

    [problem] = klein.check().problems
    assert (problem.rule, problem.message) == ("onbekende-verwijzing", "er is geen product 'aouw'")


def test_a_question_ends_as_one(klein: Project) -> None:
    klein.replace(MONEY, "vraag: Blijven er brieven ongeopend liggen?", "vraag: Er blijven brieven liggen.")

    [problem] = [one for entry in read_all(klein.root) for one in entry.problems]
    assert (problem.rule, problem.message) == ("geen-vraag", "deze vraag eindigt niet op een vraagteken")


def test_every_typed_line_is_private(klein: Project) -> None:
    assert [line for layer in private_scan(edition_of(klein).catalogue) for line in layer.private] == [
        "Staat u ingeschreven op uw eigen adres?",
        "Weet u waar u straks van leeft?",
        "Vraag ook naar het pensioen van een vroegere baas.",
        "Blijven er brieven ongeopend liggen?",
    ]


def test_without_questions_the_page_says_who_writes_them() -> None:
    page = desk.files([], site_for(AGENTS))["quickscan/index.html"].decode()

    assert "Er zijn nog geen vragen." in page
    assert "data-scan-vragen" not in page


class TestOurOwnScan:
    """The content of the project itself."""

    @pytest.fixture
    def scans(self) -> list[Quickscan]:
        entries = [entry for entry in own_records() if entry.kind == "quickscan"]
        return [entry.record for entry in entries if entry.record is not None]

    def test_every_life_domain_is_asked_about_in_five_to_seven_questions(self, scans: list[Quickscan]) -> None:
        assert {scan.leefdomein for scan in scans} == set(LEEFDOMEINEN)
        assert {scan.id: len(scan.vragen) for scan in scans if not 5 <= len(scan.vragen) <= 7} == {}

    def test_the_order_is_that_of_one_to_six(self, scans: list[Quickscan]) -> None:
        assert sorted(scan.volgorde for scan in scans) == [1, 2, 3, 4, 5, 6]
