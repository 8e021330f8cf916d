"""The small municipality of the tests, ready to be built into both sites."""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from conftest import PEILDATUM, TESTS, Project

from generator.build import SITES, Summary, build, public_url
from generator.channels.site import AGENTS, PUBLIC, Site
from generator.edition import Edition, make_edition, site_of
from generator.leak import Leak, leaks
from generator.parity import Difference, verify

if TYPE_CHECKING:
    import datetime as dt

MAIN = TESTS.parent
URL = "https://www.voorbeeldstad.example"


def lay_down(root: Path) -> Project:
    """Put the small municipality, with a richer product and organisation, in `root` as a project that can be built."""
    shutil.copytree(TESTS / "fixtures" / "klein", root)
    shutil.copytree(TESTS / "fixtures" / "bouw", root, dirs_exist_ok=True)
    for name in ("mkdocs.yml", "mkdocs.kcc.yml"):
        shutil.copy(MAIN / name, root / name)
    (root / "theme").symlink_to(MAIN / "theme")
    return Project(root)


def edition_of(project: Project, peildatum: dt.date = PEILDATUM) -> Edition:
    """Word a project that has no mistakes."""
    checked = project.check(peildatum)
    assert not checked.problems.stop_the_build, list(checked.problems)
    return make_edition(checked.catalogue)


def site_for(edition: Edition, channel: str = PUBLIC) -> Site:
    """Describe one of the two sites, with the real templates."""
    return site_of(edition.catalogue, channel=channel, url=URL + "/", templates=MAIN / "theme/templates")


@contextlib.contextmanager
def silent(_name: str, _steps: int) -> Iterator[Callable[[], None]]:
    """Show no progress."""
    yield lambda: None


@dataclass(frozen=True)
class Sites:
    """Both built sites of a project, with what they should say."""

    root: Path
    edition: Edition

    @property
    def public(self) -> Path:
        return self.root / SITES[PUBLIC]

    @property
    def agents(self) -> Path:
        return self.root / SITES[AGENTS]

    @property
    def folders(self) -> dict[str, Path]:
        return {PUBLIC: self.public, AGENTS: self.agents}

    def verify(self) -> list[Difference]:
        return verify(self.edition.answers, self.edition.layers, self.folders, url=public_url(self.public))

    def leaks(self) -> list[Leak]:
        return leaks(self.edition.answers, self.edition.layers.values(), self.public)

    def copied_to(self, root: Path) -> Sites:
        """Copy the built sites, so that a test can tamper with them."""
        shutil.copytree(self.root, root, symlinks=True)
        return Sites(root, self.edition)


def build_quietly(project: Project, peildatum: dt.date = PEILDATUM) -> Summary:
    """Build both sites as the command line does."""
    return build(project.root, peildatum, silent)


def built_sites(root: Path, peildatum: dt.date = PEILDATUM) -> Sites:
    """Lay down the small municipality in `root` and build it."""
    project = lay_down(root)
    build_quietly(project, peildatum)
    return Sites(root, edition_of(project, peildatum))


def all_bytes(folder: Path) -> dict[str, bytes]:
    """Give every file below `folder` with its bytes."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def change(path: Path, old: str, new: str) -> None:
    """Change one place in a built file; the test fails where the file does not say `old`."""
    text = path.read_text(encoding="utf-8")
    assert old in text, f"{path} does not say {old!r}"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
