"""The command line: `antwoordkaart check`, `build`, `verify`, `schema`, `zoek`, `importeer`, `controlebrief` and the reports."""

from __future__ import annotations

import datetime as dt
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from generator import __version__, report
from generator.checking import read_and_check
from generator.cli_options import peildatum_option, root_option
from generator.problems import Level
from generator.progress import bars

if TYPE_CHECKING:
    from generator.catalogue import Catalogue
    from generator.problems import Problems


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
    from generator.press.letters import NoSuchFontError  # noqa: PLC0415

    with bars() as station:
        try:
            summary = build_all(root.resolve(), peildatum, station)
        except NotPublishableError as error:
            failure: list[str] = [report.as_text(problem) + "\n" for problem in error.problems]
        except NotProvenError as error:
            failure = [f"fout: {finding}" for finding in error.findings]
        except NoSuchFontError as error:
            failure = [f"fout: {error}"]
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
    from generator.finding import MOST, finder_of  # noqa: PLC0415 - only this command searches

    checked = read_and_check(root.resolve(), peildatum)
    if checked.problems.stop_the_build:
        show(checked.problems)
        sys.exit(1)
    finder = finder_of(checked.catalogue)
    results = finder.results(" ".join(woorden))
    for need in results.urgent:
        numbers = ", ".join(f"{name} {number}" for name, number, *_ in need["bellen"])
        click.echo(f" !  {need['naam']} {numbers}")
    for number, record in enumerate(results.records[:MOST], 1):
        click.echo(f"{number:2}. {finder.titles[record]} ({record})")
    if not results.records:
        click.echo("Niets gevonden. Staat dit woord bij de trefwoorden van het record?")


@main.group()
def importeer() -> None:
    """Lees gegevens van anderen in als records."""


@importeer.command()
@click.argument("bron_pad", metavar="BRON", type=click.Path(path_type=Path, exists=True))
@click.option("--naar", required=True, type=click.Path(path_type=Path, file_okay=False), help="De map voor de records: sociale_kaart.")
@click.option("--rapport", type=click.Path(path_type=Path, file_okay=False), default=".", help="De map voor het rapport.")
@peildatum_option
@click.option("--thema", "themas", multiple=True, help="Thema van elk record waarvan de bron er geen noemt. Mag vaker.")
@click.option("--leefdomein", "leefdomeinen", multiple=True, help="Hetzelfde, voor leefdomeinen. Mag vaker.")
@click.option("--werkgebied", default="", help="Hetzelfde, voor het werkgebied: wijk, gemeente, regio of landelijk.")
@click.option("--soort", default="", help="Hetzelfde, voor de soort organisatie.")
@click.option("--toegang", default="", help="Hetzelfde, voor de toegang: vrij, aanmelden, verwijzing of indicatie.")
@click.option("--eigenaar", default="", help="Hetzelfde, voor het team dat over de tekst gaat.")
@click.option("--bron", default="", help="Waar de gegevens vandaan komen. Anders: de naam van het bestand.")
@click.option("--gecontroleerd-op", default="", help="Wanneer u alles nakeek. Anders: de dag die de bron noemt.")
@click.option("--landnummer", default="", help="Landnummer van telefoonnummers die niet Nederlands zijn, zonder plus: 32.")
def hsds(bron_pad: Path, naar: Path, rapport: Path, **chosen: Any) -> None:  # noqa: ANN401 - one for each field of Choices
    """Lees een sociale kaart in HSDS in: een map of zip met CSV-tabellen, of JSON van een HSDS-API. Bestaande bestanden blijven."""
    from generator.hsds.importing import import_hsds  # noqa: PLC0415 - only this command needs it
    from generator.hsds.taken.reading import NotHsdsError  # noqa: PLC0415
    from generator.hsds.taken.report import write_report  # noqa: PLC0415
    from generator.hsds.taken.taking import Choices  # noqa: PLC0415

    chosen["bron"] = chosen["bron"] or f"Ingelezen uit HSDS ({bron_pad.resolve().name})"
    try:
        done = import_hsds(bron_pad, naar, Choices(**chosen))
    except NotHsdsError as error:
        click.echo(f"fout: {error}", err=True)
        sys.exit(1)
    for name, (there, arrived) in done.counts.items():
        click.echo(f"{name}: {there} in de bron, {arrived} in de records")
    kept = f"; {len(done.kept)} waren er al en zijn niet aangeraakt" if done.kept else ""
    click.echo(f"{len(done.written)} bestanden geschreven in {naar}{kept}.")
    click.echo(f"Wat niet overkwam, staat in {write_report(done, rapport)[0]}. Kijk daarna alles na: antwoordkaart check")


@main.command()
@root_option
@peildatum_option
@click.option("--formaat", type=click.Choice(["tekst", "json", "dot", "mermaid"]), default="tekst", help="Lezen, rekenen of tekenen.")
@click.option("--bij", default="", metavar="RECORD", help="Alleen van en naar dit record: product:paspoort.")
def verwijzingen(root: Path, peildatum: dt.date, formaat: str, bij: str) -> None:
    """Laat zien wie naar wie verwijst, en wie naar elk product leidt of verwijst."""
    from generator.referral_report import FORMS, referrals_of  # noqa: PLC0415 - only this command shows the graph

    click.echo(FORMS[formaat](referrals_of(_sound_catalogue(root, peildatum), bij)))


@main.command()
@root_option
@peildatum_option
@click.option("--naar", required=True, type=click.Path(path_type=Path, file_okay=False), help="De map waar het verslag in komt.")
def dekking(root: Path, peildatum: dt.date, naar: Path) -> None:
    """Schrijf waar de sociale kaart hulp heeft en waar niet: per leefdomein, wijk, doelgroep en taal."""
    from generator.coverage import coverage_of  # noqa: PLC0415 - only this command reckons it out
    from generator.coverage_report import summary, write_report  # noqa: PLC0415

    coverage = coverage_of(_sound_catalogue(root, peildatum))
    for path in write_report(coverage, peildatum, root.resolve() / "theme/reports", naar):
        click.echo(f"{path} is gemaakt")
    click.echo(summary(coverage))


@main.command()
@root_option
@peildatum_option
def loketten(root: Path, peildatum: dt.date) -> None:
    """Laat zien welk loket wat doet: functies en producten zonder loket, en wat meer loketten doen."""
    from generator.desk.matrix import as_text, matrix_of  # noqa: PLC0415 - only this command reckons it out
    from generator.edition import make_edition  # noqa: PLC0415

    click.echo(as_text(matrix_of(make_edition(_sound_catalogue(root, peildatum)).desk_records)))


@main.command("publiceer-controle")
@click.argument("site", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option("--doel", type=click.Choice(["publiek", "medewerkers"]), required=True, help="Waar deze map heen gaat.")
def publishing_check(site: Path, doel: str) -> None:
    """Kijk voor het publiceren of de map SITE op dit doel mag staan. Stopt met code 1 als dat niet mag."""
    from generator.channels.site import AGENTS, PUBLIC  # noqa: PLC0415 - only this command needs them
    from generator.publishing import mistakes  # noqa: PLC0415

    found = mistakes(site, PUBLIC if doel == "publiek" else AGENTS)
    for mistake in found:
        click.echo(f"fout: {mistake}", err=True)
    if found:
        click.echo(f"Publiceer {site} niet op het doel '{doel}'.", err=True)
        sys.exit(1)
    click.echo(f"{site} mag naar het doel '{doel}'.")


@main.command()
@root_option
@peildatum_option
@click.argument("lijst", type=click.Path(path_type=Path, exists=True, dir_okay=False))
def upl(root: Path, peildatum: dt.date, lijst: Path) -> None:
    """Vergelijk de producten met de Uniforme Productnamenlijst: LIJST is het bestand UPL-actueel.csv van standaarden.overheid.nl."""
    from generator.upl_report import NotTheListError, as_text, compare, read_list  # noqa: PLC0415 - only this command needs it

    try:
        official = read_list(lijst)
    except NotTheListError as error:
        click.echo(f"fout: {lijst} is niet de productnamenlijst; deze kolommen ontbreken: {error}", err=True)
        sys.exit(1)
    report = compare(_sound_catalogue(root, peildatum), official)
    click.echo(as_text(report))
    sys.exit(1 if report.wrong else 0)


@main.command()
@root_option
@peildatum_option
@click.argument("organisaties", nargs=-1, metavar="[ORGANISATIE]...")
@click.option("--alles-verlopen", is_flag=True, help="Schrijf aan elke organisatie die weer nagekeken moet worden.")
@click.option("--uit", type=click.Path(path_type=Path, file_okay=False), help="De map voor de brieven. Anders komen ze op het scherm.")
def controlebrief(root: Path, peildatum: dt.date, organisaties: tuple[str, ...], uit: Path | None, *, alles_verlopen: bool) -> None:
    """Schrijf aan ORGANISATIE wat er over haar op de site staat, en vraag of dat klopt."""
    from generator.check_letters import NoSuchOrganisationError, all_overdue, letters, save  # noqa: PLC0415 - only this command writes

    if not organisaties and not alles_verlopen:
        msg = "Noem een organisatie, of kies --alles-verlopen."
        raise click.UsageError(msg)
    catalogue = _sound_catalogue(root, peildatum)
    try:
        written = letters(catalogue, dict.fromkeys([*organisaties, *(all_overdue(catalogue) if alles_verlopen else [])]))
    except NoSuchOrganisationError as error:
        click.echo(f"fout: {error}", err=True)
        sys.exit(1)
    if uit is None:
        click.echo("\n\f\n".join(written.values()), nl=False)
    else:
        for path in save(written, uit):
            click.echo(f"{path} is gemaakt")
    click.echo("1 brief" if len(written) == 1 else f"{len(written)} brieven", err=True)


def _sound_catalogue(root: Path, peildatum: dt.date) -> Catalogue:
    """Read and check everything; stop where a mistake would make a report untrue."""
    checked = read_and_check(root.resolve(), peildatum)
    if checked.problems.stop_the_build:
        show(checked.problems)
        sys.exit(1)
    return checked.catalogue
