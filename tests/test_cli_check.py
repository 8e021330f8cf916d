"""`antwoordkaart check`: exit code, forms and peildatum."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from generator.cli import main

if TYPE_CHECKING:
    from click.testing import Result
    from conftest import Project

MOVING = "products/verhuizing-doorgeven.yaml"


def check(klein: Project, *options: str) -> Result:
    return CliRunner().invoke(main, ["check", "-C", str(klein.root), "--peildatum", "2026-11-22", *options])


def test_nothing_wrong(klein: Project) -> None:
    result = check(klein)
    assert (result.exit_code, result.output) == (0, "0 fouten, 0 waarschuwingen\n")


def test_mistake_stops(klein: Project) -> None:
    klein.replace(MOVING, "gratis: ja", "gratis: yes")
    result = check(klein)
    assert result.exit_code == 1
    assert result.output.splitlines()[0] == f"{MOVING}:9:9: fout[geen-ja-nee]: 'yes' is geen ja of nee"
    assert "  = herstel: schrijf ja of nee\n" in result.output
    assert result.output.splitlines()[-1] == "1 fout, 0 waarschuwingen"


def test_warning_does_not_stop(klein: Project) -> None:
    klein.replace(MOVING, "2026-10-05", "2024-10-05")
    result = check(klein)
    assert (result.exit_code, result.output.splitlines()[-1].split(", ")[0]) == (0, "0 fouten")
    assert "waarschuwing[controle-verlopen]" in result.output


def test_every_machine_form_can_be_read(klein: Project) -> None:
    klein.append(MOVING, "verwant: [weg, kwijt]\n")
    assert [row["code"] for row in json.loads(check(klein, "--formaat", "json").output)] == ["onbekende-verwijzing"] * 2
    assert [row["check_name"] for row in json.loads(check(klein, "--formaat", "gitlab").output)] == ["onbekende-verwijzing"] * 2
    assert [line.split(" ")[0] for line in check(klein, "--formaat", "github").output.splitlines()] == ["::error"] * 2


@pytest.mark.parametrize(("formaat", "output"), [("json", "[]\n"), ("gitlab", "[]\n"), ("github", "")])
def test_nothing_wrong_for_a_machine(klein: Project, formaat: str, output: str) -> None:
    result = check(klein, "--formaat", formaat)
    assert (result.exit_code, result.output) == (0, output)


def test_peildatum_decides(klein: Project) -> None:
    klein.append(MOVING, 'bijzonderheden: "Spoed kost {leges.spoed}."\n')
    assert check(klein).exit_code == 1
    assert check(klein, "--peildatum", "2027-01-01").exit_code == 0


def test_peildatum_that_is_no_date_is_explained(klein: Project) -> None:
    result = check(klein, "--peildatum", "1-1-2027")
    assert result.exit_code == 2
    assert "'1-1-2027' is geen datum; schrijf jaar-maand-dag, bijvoorbeeld 2027-01-01" in result.output


def test_folder_that_is_not_there(klein: Project) -> None:
    assert CliRunner().invoke(main, ["check", "-C", str(klein.root / "weg")]).exit_code == 2
