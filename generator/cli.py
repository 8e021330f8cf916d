"""The command line: `antwoordkaart check`, `build`, `verify`, `schema`, `zoek`."""

from __future__ import annotations

import contextlib
import datetime as dt
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator import __version__, report
from generator.checking import read_and_check
from generator.dates import parse_date
from generator.problems import Level

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

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
        date = parse_date(str(value))
        if date is None:
            self.fail(f"'{value}' is geen datum; schrijf jaar-maand-dag, bijvoorbeeld 2027-01-01", param, ctx)
        return date


peildatum_option = click.option(
    "--peildatum", type=PeildatumType(), default=_today, show_default="vandaag", help="De dag waarvoor de site spreekt."
)
root_option = click.option(
    "-C", "--map", "root", type=click.Path(path_type=Path, exists=True, file_okay=False), default=".", help="De map van het project."
)


@contextlib.contextmanager
def bars() -> Iterator[Callable[[str, int], contextlib.AbstractContextManager[Callable[[], None]]]]:
    """Show a progress bar per station of the build, on the error stream; plain lines where that is no terminal."""
    from rich.console import Console  # noqa: PLC0415 - only the build shows progress
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn  # noqa: PLC0415

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    console = Console(stderr=True)
    with Progress(*columns, console=console, disable=not console.is_terminal) as progress:

        @contextlib.contextmanager
        def station(name: str, steps: int) -> Iterator[Callable[[], None]]:
            task = progress.add_task(name, total=steps)
            if not console.is_terminal:
                click.echo(f"{name} …", err=True)
            yield lambda: progress.advance(task)

        yield station


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


def _counted(number: int, word: str) -> str:
    return f"{number} {word if number == 1 else word + 'en'}"


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
        click.echo(f"{_counted(wrong, 'fout')}, {_counted(len(problems) - wrong, 'waarschuwing')}")


@main.command()
@root_option
@peildatum_option
def build(root: Path, peildatum: dt.date) -> None:
    """Maak beide sites, de folders en de data; kijk na of alles hetzelfde zegt; en zet ze dan pas klaar."""
    from generator.build import SITES, NotProvenError, NotPublishableError  # noqa: PLC0415 - MkDocs takes long to import
    from generator.build import build as build_all  # noqa: PLC0415

    with bars() as station:
        try:
            summary = build_all(root.resolve(), peildatum, station)
        except NotPublishableError as error:
            failure: list[str] = [report.as_text(problem) + "\n" for problem in error.problems]
        except NotProvenError as error:
            failure = [f"fout: {finding}" for finding in error.findings]
        else:
            failure = []
    if failure:
        for line in failure:
            click.echo(line, err=True)
        click.echo(
            f"{len(failure)} {'probleem' if len(failure) == 1 else 'problemen'}. De sites zijn niet gemaakt; de vorige staan er nog.",
            err=True,
        )
        sys.exit(1)
    warnings = len(summary.problems)
    click.echo(
        f"{summary.answers} antwoorden, {summary.pages} pagina's, {summary.flyers} folders ({summary.flyers_printed} opnieuw gedrukt), "
        f"peildatum {peildatum}, {summary.seconds:.1f} seconden, {_counted(warnings, 'waarschuwing')}."
    )
    for name in SITES.values():
        click.echo(f"Kijk in {name}/index.html")


@main.command()
@root_option
def verify(root: Path) -> None:
    """Lees de gemaakte sites terug en kijk of elk kanaal woord voor woord hetzelfde zegt."""
    from generator.build import MANIFEST, SITES, NotProvenError, prove, public_url  # noqa: PLC0415 - MkDocs takes long to import
    from generator.channels.site import PUBLIC  # noqa: PLC0415
    from generator.edition import make_edition  # noqa: PLC0415

    root = root.resolve()
    sites = {channel: root / name for channel, name in SITES.items()}
    missing = [folder.name for folder in sites.values() if not (folder / MANIFEST).is_file()]
    if missing:
        click.echo(f"Er is nog geen gemaakte site in {' en '.join(missing)}. Maak die eerst: antwoordkaart build", err=True)
        sys.exit(1)
    peildatum = dt.date.fromisoformat(json.loads((sites[PUBLIC] / MANIFEST).read_text(encoding="utf-8"))["peildatum"])
    checked = read_and_check(root, peildatum)
    if checked.problems.stop_the_build:
        show(checked.problems)
        sys.exit(1)
    edition = make_edition(checked.catalogue)
    try:
        prove(edition, sites, public_url(sites[PUBLIC]))
    except NotProvenError as error:
        for finding in error.findings:
            click.echo(f"fout: {finding}", err=True)
        click.echo(f"{len(error.findings)} verschillen. Maak de site opnieuw: antwoordkaart build", err=True)
        sys.exit(1)
    click.echo(
        f"{len(edition.answers)} antwoorden zeggen in elk kanaal hetzelfde (peildatum {peildatum}); niets van de kcc-laag is openbaar."
    )


@main.command()
@root_option
@click.option("--controleer", is_flag=True, help="Schrijf niets; kijk alleen of alles bij de tijd is.")
def schema(root: Path, *, controleer: bool) -> None:
    """Maak de schema's en de lijsten van velden en regels opnieuw, uit wat het programma kent."""
    from generator.schema import outdated, write  # noqa: PLC0415 - only this command needs it

    changed = outdated(root) if controleer else write(root)
    for path in changed:
        click.echo(f"{path} {'is niet bij de tijd' if controleer else 'is opnieuw gemaakt'}", err=controleer)
    if controleer and changed:
        click.echo("De velden of regels zijn veranderd. Draai: antwoordkaart schema", err=True)
        sys.exit(1)
    if not changed:
        click.echo("De schema's, docs/velden.md en docs/regels.md zijn bij de tijd.")


@main.command()
@root_option
@peildatum_option
@click.argument("woorden", nargs=-1, required=True)
def zoek(root: Path, peildatum: dt.date, woorden: tuple[str, ...]) -> None:
    """Laat zien welke antwoorden een bezoeker vindt met deze WOORDEN."""
    from generator.channels.search import document  # noqa: PLC0415 - only this command searches
    from generator.finding import find  # noqa: PLC0415
    from generator.wording.compose import compose  # noqa: PLC0415

    checked = read_and_check(root.resolve(), peildatum)
    if checked.problems.stop_the_build:
        show(checked.problems)
        sys.exit(1)
    found = find([document(answer) for answer in compose(checked.catalogue)], " ".join(woorden))
    for number, one in enumerate(found, 1):
        click.echo(f"{number:2}. {one['titel']} ({one['record']})")
    if not found:
        click.echo("Niets gevonden. Staat dit woord bij de trefwoorden van het record?")
