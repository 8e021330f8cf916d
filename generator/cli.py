"""The command line: `antwoordkaart check`, `build`, `verify`, `schema`, `zoek`."""

from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator import __version__, report
from generator.checking import read_and_check
from generator.problems import Level

if TYPE_CHECKING:
    from generator.problems import Problems


def _today() -> dt.date:
    return dt.date.today()  # noqa: DTZ011 - the editor's own calendar day


class PeildatumType(click.ParamType[dt.date]):
    """An ISO date on the command line."""

    name = "jjjj-mm-dd"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> dt.date:
        """Read the date, or fail with the repair."""
        if isinstance(value, dt.date):
            return value
        try:
            return dt.date.fromisoformat(str(value))
        except ValueError:
            self.fail(f"'{value}' is geen datum; schrijf jaar-maand-dag, bijvoorbeeld 2027-01-01", param, ctx)


peildatum_option = click.option(
    "--peildatum", type=PeildatumType(), default=_today, show_default="vandaag", help="De dag waarvoor de site spreekt."
)
root_option = click.option(
    "-C", "--map", "root", type=click.Path(path_type=Path, exists=True, file_okay=False), default=".", help="De map van het project."
)


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110})
@click.version_option(__version__)
def main() -> None:
    """Eén record, één antwoord, elk kanaal."""


@main.command()
@root_option
@peildatum_option
@click.option(
    "--formaat", type=click.Choice(["tekst", "json", "github", "gitlab"]), default="tekst", help="Voor een mens of voor een machine."
)
def check(root: Path, peildatum: dt.date, formaat: str) -> None:
    """Kijk alle records na en noem elke fout, met de plek en het herstel."""
    problems = read_and_check(root.resolve(), peildatum).problems
    show(problems, formaat)
    sys.exit(1 if problems.stop_the_build else 0)


def show(problems: Problems, formaat: str = "tekst") -> None:
    """Print `problems` in the form asked for; for a person also how many there are."""
    if formaat == "json":
        click.echo(report.as_json(problems))
    elif formaat == "gitlab":
        click.echo(report.as_gitlab(problems))
    elif formaat == "github":
        for problem in problems:
            click.echo(report.as_github(problem))
    else:
        for problem in problems:
            click.echo(report.as_text(problem) + "\n")
        wrong = sum(problem.level is Level.FOUT for problem in problems)
        click.echo(f"{wrong} {'fout' if wrong == 1 else 'fouten'}, {len(problems) - wrong} waarschuwingen")
