"""Progress bars of the build."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


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
