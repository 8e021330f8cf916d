"""What most commands ask: which project, and for which day."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import click

from generator.dates import parse_date


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
