"""Which municipal names of the Uniforme Productnamenlijst have a product, and which names are not on the list."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.upl_report import NotTheListError, as_text, compare, read_list

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Project

TERMS = "http://standaarden.overheid.nl/owms/terms/"
LIST = f"""\
UniformeProductnaam,URI,Rijk,Gemeente;;
UPL-naam nog niet beschikbaar,{TERMS}UPL-naam_nog_niet_beschikbaar,X,X;;
paspoort,{TERMS}paspoort,,X;;
hondenbelasting,{TERMS}hondenbelasting,,X;;
kinderbijslag,{TERMS}kinderbijslag,X,;;
"""


@pytest.fixture
def published(tmp_path: Path) -> Path:
    path = tmp_path / "UPL-actueel.csv"
    path.write_text(LIST, encoding="utf-8")
    return path


def test_a_municipal_name_without_a_product_is_absent(klein: Project, published: Path) -> None:
    report = compare(klein.check().catalogue, read_list(published))
    assert (report.wrong, report.covered, report.absent) == ((), ("paspoort",), ("hondenbelasting",))


@pytest.mark.parametrize(("old", "new"), [("naam: paspoort", "naam: reisdocument"), ("terms/paspoort", "terms/pas")])
def test_a_name_or_address_that_is_not_on_the_list_is_told(klein: Project, published: Path, old: str, new: str) -> None:
    klein.replace("products/paspoort.yaml", old, new)
    report = compare(klein.check().catalogue, read_list(published))
    assert [product for product, _, _ in report.wrong] == ["paspoort"]


def test_it_is_told_in_dutch(klein: Project, published: Path) -> None:
    assert as_text(compare(klein.check().catalogue, read_list(published))) == (
        "1 van de 2 productnamen voor gemeenten hebben een product.\n\nNog zonder product (1):\n- hondenbelasting"
    )


def test_another_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "ander.csv").write_text("naam,adres\n", encoding="utf-8")
    with pytest.raises(NotTheListError, match="UniformeProductnaam, URI, Gemeente"):
        read_list(tmp_path / "ander.csv")


def test_a_wrong_name_fails_the_command(klein: Project, published: Path) -> None:
    command = ["upl", str(published), "--map", str(klein.root), "--peildatum", "2026-11-22"]
    assert CliRunner().invoke(main, command).exit_code == 0
    klein.replace("products/paspoort.yaml", "naam: paspoort", "naam: reisdocument")
    failed = CliRunner().invoke(main, command)
    assert failed.exit_code == 1
    assert f"- paspoort: reisdocument ({TERMS}paspoort)" in failed.output
