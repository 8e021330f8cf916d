"""What the agents' overviews say of a record: its service norms, and what an agent lacks to finish it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from project import edition_of, lay_down

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Project

    from generator.answer import DeskFacts

RECORD = "products/identiteitskaart.yaml"
CONTACT = "content/contactpunten/gemeente.yaml"
HOURS = """  bereikbaar:
    tijden:
      - dagen: [maandag, dinsdag, woensdag, donderdag, vrijdag]
        tijd: 09:00-17:00
    feestdagen: dicht
"""


@pytest.fixture
def bouw(tmp_path: Path) -> Project:
    return lay_down(tmp_path / "bouw")


def facts_of(project: Project, key: str = "product:identiteitskaart") -> DeskFacts:
    return edition_of(project).layers[key].facts


def test_the_service_norms_are_the_term_and_the_call_back_of_the_record_or_else_of_the_municipality(bouw: Project) -> None:
    bouw.append("content/gemeente/gemeente.yaml", "terugbellen: 3 werkdagen\n")
    assert (facts_of(bouw).term, facts_of(bouw).call_back) == ("5 werkdagen", "3 werkdagen")

    bouw.replace(RECORD, "  contactvolume: 1200", "  contactvolume: 1200\n  terugbellen: 1 werkdag")
    assert facts_of(bouw).call_back == "1 werkdag"


def test_nothing_is_promised_that_nobody_wrote_down(bouw: Project) -> None:
    found = facts_of(bouw, "product:verhuizing-doorgeven")

    assert (found.call_back, found.volume, found.handling, found.lacks) == ("", None, "", ("geen werkinstructie",))


def test_who_owns_it_how_it_is_handled_and_how_often_it_is_asked(bouw: Project) -> None:
    found = facts_of(bouw)

    assert (found.handling, found.volume, found.lacks) == ("doorverbinden", 1200, ())


@pytest.mark.parametrize(
    ("file", "old", "new", "lacks"),
    [
        (RECORD, "  zeg_dit: U kunt meteen bij mij een afspraak maken voor de balie.\n", "", "geen zeg dit"),
        (CONTACT, HOURS, "", "doorverbinden naar {}: geen tijden"),
    ],
)
def test_what_an_agent_lacks(bouw: Project, file: str, old: str, new: str, lacks: str) -> None:
    bouw.replace(file, old, new)

    assert facts_of(bouw).lacks == (lacks.format("Gemeentehuis"),)


def test_an_intake_that_no_colleague_takes_over(bouw: Project) -> None:
    text = (bouw.root / RECORD).read_text("utf-8")
    begin, end = text.index("  doorverbinden:\n"), text.index("  niet_doorverbinden:")
    bouw.replace(RECORD, text[begin:end], "")
    bouw.replace(RECORD, "afhandeling: doorverbinden", "afhandeling: intake")

    assert facts_of(bouw).lacks == ("geen collega die het overneemt",)


def test_a_handover_to_who_is_not_on_the_site(bouw: Project) -> None:
    bouw.replace(RECORD, "naar: loket:kcc", "naar: organisatie:de-linde")
    bouw.append("sociale_kaart/de-linde.yaml", "geldig_tot: 2026-11-01\n")

    assert "doorverbinden naar de-linde: staat niet op de site" in facts_of(bouw).lacks
