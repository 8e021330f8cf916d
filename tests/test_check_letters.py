"""The letter that asks an organisation whether its data are right."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner
from project import lay_down

from generator.channels.letter import WIDTH
from generator.check_letters import NoSuchOrganisationError, all_overdue, letters
from generator.cli import main

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Project

    from generator.catalogue import Catalogue

LATER = dt.date(2027, 12, 1)


@pytest.fixture
def bouw(tmp_path: Path) -> Project:
    return lay_down(tmp_path / "bouw")


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    return lay_down(tmp_path_factory.mktemp("brief") / "bouw").check().catalogue


@pytest.fixture(scope="module")
def written(catalogue: Catalogue) -> str:
    return letters(catalogue, ["voedselbank"])["voedselbank"]


def test_it_says_to_whom_and_where_to_answer(written: str) -> None:
    assert written.startswith("Aan: Voedselbank Klein\ninfo@voedselbank.example\n\nOnderwerp: Kloppen uw gegevens nog? (code ")
    assert "Mail uw antwoord naar info@klein.example. Zet deze code erbij: " in written


def test_it_quotes_the_answer_as_everybody_reads_it(written: str) -> None:
    assert "Voedselpakket\n-------------\n\nEen pakket met eten voor een week.\n" in written
    assert "\nWie verwijst of meldt aan: wijkteam en huisarts\n" in written
    assert "\nOpeningstijden van De Loods\nmaandag: gesloten\ndinsdag: 13.00 tot 17.00 uur\n" in written
    assert "\n\nToegang: € 1,50 per maand\n" in written.replace("\N{NO-BREAK SPACE}", " ")


def test_what_holds_for_a_week_or_is_of_others_is_not_asked(written: str) -> None:
    assert "komende zeven dagen" not in written
    assert "agenda" not in written
    assert max(map(len, written.splitlines())) <= WIDTH


def test_without_mail_the_letter_goes_by_post_and_the_answer_by_telephone(bouw: Project) -> None:
    bouw.replace("sociale_kaart/voedselbank.yaml", "  email: info@voedselbank.example\n", "")
    bouw.replace("content/contactpunten/gemeente.yaml", "  email: info@klein.example\n", "")
    told = letters(bouw.check().catalogue, ["voedselbank"])["voedselbank"]

    assert told.startswith("Aan: Voedselbank Klein\nHavenweg 3, 1291 CD Klein\n")
    assert "Bel ons op 14 012. Noem deze code: " in told


def test_only_who_is_overdue_reads_that_it_is_long_ago(bouw: Project) -> None:
    assert "te lang geleden" not in letters(bouw.check().catalogue, ["voedselbank"])["voedselbank"]
    assert "te lang geleden" in " ".join(letters(bouw.check(LATER).catalogue, ["voedselbank"])["voedselbank"].split())


def test_a_name_that_is_not_there_is_told_with_the_nearest(catalogue: Catalogue) -> None:
    with pytest.raises(NoSuchOrganisationError, match=r"de organisatie 'voedselbnk' bestaat niet; bedoelt u 'voedselbank'\?"):
        letters(catalogue, ["voedselbnk"])


def test_all_that_are_overdue_get_a_file_each(bouw: Project, tmp_path: Path) -> None:
    late = all_overdue(bouw.check(LATER).catalogue)
    out = tmp_path / "brieven"
    arguments = ["controlebrief", "-C", str(bouw.root), "--peildatum", LATER.isoformat(), "--alles-verlopen", "--uit", str(out)]
    result = CliRunner().invoke(main, arguments)

    assert result.exit_code == 0, result.output
    assert sorted(path.stem for path in out.iterdir()) == sorted(late) != []
    assert f"{len(late)} brieven" in result.output


def test_the_command_asks_for_an_organisation(bouw: Project) -> None:
    result = CliRunner().invoke(main, ["controlebrief", "-C", str(bouw.root)])

    assert result.exit_code == 2
    assert "Noem een organisatie, of kies --alles-verlopen." in result.output
