"""The small municipality of the tests, ready to be built into both sites."""

from __future__ import annotations

import contextlib
import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING

from conftest import PEILDATUM, TESTS, Project

from generator.answer import AgentLayer, Answer, Items, Link, Paragraph, plain_bodies
from generator.build import SITES, Summary, build, public_url
from generator.channels.site import AGENTS, PUBLIC, Site
from generator.edition import Edition, make_edition
from generator.leak import Leak, leaks
from generator.parity import Difference, verify

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterator
    from pathlib import Path

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


def site_for(channel: str = PUBLIC, peildatum: dt.date = PEILDATUM) -> Site:
    """Describe one of the two sites of the small municipality, with the real templates."""
    return Site(
        name="gemeente Klein",
        phone=Link("14 012", "tel:14012"),
        phone_hours="maandag tot en met vrijdag: 9.00 tot 17.00 uur",
        email="info@klein.example",
        url=URL,
        root="/",
        channel=channel,
        peildatum=peildatum,
        templates=MAIN / "theme/templates",
    )


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
        shutil.copytree(self.root, root, symlinks=True, copy_function=shutil.copyfile)
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


def answer_of(project: Project, key: str, peildatum: dt.date = PEILDATUM) -> Answer:
    """Word one record of a project, by its key: `product:paspoort`."""
    [answer] = [answer for answer in edition_of(project, peildatum).answers if answer.key == key]
    return answer


def told_in(answer: Answer | AgentLayer, block: str) -> list[str]:
    """Give the words of one block as plain lines; none where the block is not there."""
    return [line for one in answer.blocks if one.id == block for line in plain_bodies(one.bodies)]


def links_in(answer: Answer, block: str) -> list[tuple[str, str]]:
    """Give words and target of every link in the lines of one block."""
    bodies = [body for one in answer.blocks if one.id == block for body in one.bodies]
    lines = [
        line for body in bodies for line in (body.lines if isinstance(body, Items) else [body.line] if isinstance(body, Paragraph) else [])
    ]
    return [(part.text, part.target) for line in lines for part in line if isinstance(part, Link)]
