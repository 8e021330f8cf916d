"""The small municipality as a git repository, with commits on days of our choosing."""

from __future__ import annotations

import datetime as dt
import os
import subprocess
from typing import TYPE_CHECKING

from project import edition_of, lay_down

from generator.desk.history import History, history_of

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Project

TODAY = dt.date(2026, 11, 22)


def git(root: Path, *arguments: str, day: dt.date = TODAY) -> None:
    """Run git in `root`, with `day` at noon as the moment, and nothing of the tester's own settings."""
    moment = f"{day.isoformat()}T12:00:00+01:00"
    settings = {
        "GIT_AUTHOR_DATE": moment,
        "GIT_COMMITTER_DATE": moment,
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_SYSTEM": os.devnull,
        **{
            f"GIT_{who}_{what}": value
            for who in ("AUTHOR", "COMMITTER")
            for what, value in (("NAME", "Redacteur"), ("EMAIL", "r@klein.example"))
        },
    }
    subprocess.run(["git", "-C", str(root), *arguments], env=os.environ | settings, check=True, capture_output=True)  # noqa: S603, S607 - git, as a person does


def committed(project: Project, day: dt.date) -> None:
    """Record everything as it stands, on a day."""
    git(project.root, "add", "-A", "content", "products", "sociale_kaart", day=day)
    git(project.root, "commit", "-q", "-m", "Veranderd", day=day)


def repository(root: Path, day: dt.date = dt.date(2026, 11, 1)) -> Project:
    """Lay down the small municipality, and record it on `day`."""
    project = lay_down(root)
    git(project.root, "init", "-q")
    committed(project, day)
    return project


def history(project: Project, peildatum: dt.date = TODAY) -> History:
    return history_of(project.root, edition_of(project, peildatum))
