"""`antwoordkaart importeer hsds`: what it writes, what it leaves alone, and what it says."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner
from project import lay_down

from generator.cli import main
from generator.hsds.export import hsds_files

if TYPE_CHECKING:
    from pathlib import Path

    from click.testing import Result
    from conftest import Project

CHOICES = (
    "--thema", "burgerzaken", "--leefdomein", "leven", "--werkgebied", "gemeente", "--soort", "buurthuis", "--toegang", "vrij",
    "--eigenaar", "Team Zorg", "--gecontroleerd-op", "2026-10-05", "--landnummer", "32",
)  # fmt: skip
TABLES = {
    "organizations.csv": "id,name,description,website\n1,Buurtwerk,Wij schenken koffie.,https://b.be\n",
    "services.csv": "id,organization_id,name,description,eligibility_description,fees\n2,1,Koffie,Een kop.,Iedereen,Gratis voor wie komt.\n",
    "locations.csv": "id,organization_id,name\n3,1,Zaal\n",
    "addresses.csv": "location_id,address_1,city,postal_code,country\n3,Markt 2,Klein,1291ab,NL\n",
    "service_at_location.csv": "id,service_id,location_id\n4,2,3\n",
}


@pytest.fixture
def project(tmp_path: Path) -> Project:
    made = lay_down(tmp_path / "project")
    for name, content in TABLES.items():
        (tmp_path / "bron").mkdir(exist_ok=True)
        (tmp_path / "bron" / name).write_text(content, encoding="utf-8")
    return made


def run(project: Project, *options: str, source: str = "bron") -> Result:
    folders = ("--naar", str(project.root / "sociale_kaart"), "--rapport", str(project.root))
    return CliRunner().invoke(
        main, ["importeer", "hsds", str(project.root.parent / source), *folders, "--peildatum", "2026-11-22", *options]
    )


def test_with_every_choice_the_project_can_be_built(project: Project) -> None:
    result = run(project, *CHOICES)

    assert (result.exit_code, result.output.splitlines()[:5]) == (
        0,
        [
            "organisaties: 1 in de bron, 1 in de records",
            "diensten: 1 in de bron, 1 in de records",
            "locaties: 1 in de bron, 1 in de records",
            "met openingstijden: 0 in de bron, 0 in de records",
            f"1 bestanden geschreven in {project.root / 'sociale_kaart'}.",
        ],
    )
    assert project.rules() == []
    assert (project.root / "sociale_kaart/buurtwerk.yaml").read_text(encoding="utf-8") == (
        "naam: Buurtwerk\n"
        "soort: buurthuis\n"
        "werkgebied: gemeente\n"
        "themas: burgerzaken\n"
        "leefdomeinen: leven\n"
        "trefwoorden: Koffie\n"
        "kort_antwoord: Wij schenken koffie.\n"
        "contact:\n"
        "  website: https://b.be\n"
        "locaties:\n"
        "  - id: zaal\n"
        "    naam: Zaal\n"
        "    straat: Markt 2\n"
        "    postcode: 1291 AB\n"
        "    plaats: Klein\n"
        "    wijk: centrum\n"
        "aanbod:\n"
        "  - id: koffie\n"
        "    naam: Koffie\n"
        "    omschrijving: Een kop.\n"
        "    voor_wie: Iedereen\n"
        "    kosten_toelichting: Gratis voor wie komt.\n"
        "    toegang: vrij\n"
        "    locaties: zaal\n"
        "bron: Ingelezen uit HSDS (bron)\n"
        "gecontroleerd_op: '2026-10-05'\n"
        "eigenaar: Team Zorg\n"
    )


def test_without_choices_check_asks_for_them(project: Project) -> None:
    assert run(project).exit_code == 0
    problems = [problem for problem in project.check().problems if problem.position.file == "sociale_kaart/buurtwerk.yaml"]
    assert {problem.message for problem in problems} == {
        f"het veld '{name}' ontbreekt"
        for name in ("soort", "werkgebied", "themas", "leefdomeinen", "gecontroleerd_op", "eigenaar", "toegang")
    }


def test_a_file_that_is_there_is_never_touched(project: Project) -> None:
    project.write("sociale_kaart/buurtwerk.yaml", "naam: Van ons\n")
    result = run(project, *CHOICES)
    assert "0 bestanden geschreven" in result.output
    assert "1 waren er al en zijn niet aangeraakt" in result.output
    assert (project.root / "sociale_kaart/buurtwerk.yaml").read_text(encoding="utf-8") == "naam: Van ons\n"


def test_a_name_of_others_cannot_leave_the_folder(project: Project) -> None:
    identifiers = "id,organization_id,identifier_type,identifier\n1,../../weg,Antwoordkaart,../../weg\n"
    bron = project.root.parent / "bron"
    (bron / "organizations.csv").write_text("id,name\n../../weg,\n", encoding="utf-8")
    (bron / "organization_identifiers.csv").write_text(identifiers, encoding="utf-8")
    (bron / "services.csv").write_text("id,organization_id,name\n1,../../weg,Koffie\n", encoding="utf-8")
    before = {path for path in project.root.parent.rglob("*") if path.is_file()}
    run(project)
    written = {
        path.relative_to(project.root).as_posix() for path in project.root.parent.rglob("*") if path.is_file() and path not in before
    }
    assert written == {"sociale_kaart/organisatie-weg.yaml", "import-hsds.md", "import-hsds.json"}


def test_what_is_no_hsds_is_told(project: Project) -> None:
    (project.root.parent / "leeg").mkdir()
    result = run(project, source="leeg")
    assert (result.exit_code, result.output) == (
        1,
        f"fout: {project.root.parent / 'leeg'}: hier staat geen organisatie en geen dienst die als HSDS te lezen is\n",
    )


def test_our_own_export_needs_no_choices(project: Project) -> None:
    for path, content in hsds_files(project.check(dt.date(2026, 11, 22)).catalogue, "https://www.voorbeeldstad.example"):
        (project.root.parent / path).parent.mkdir(parents=True, exist_ok=True)
        (project.root.parent / path).write_bytes(content)
    for file in (project.root / "sociale_kaart").glob("*.yaml"):
        file.unlink()
    result = run(project, source="api/hsds")

    assert result.exit_code == 0
    (project.root / "sociale_kaart/gemeente-klein.yaml").unlink()
    assert [problem.rule for problem in project.check().problems] == []
