"""The small municipality of the tests, ready to be built into both sites."""

from __future__ import annotations

import contextlib
import shutil
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from conftest import PEILDATUM, TESTS, Project, small_municipality

from generator.answer import AgentLayer, Answer, Items, Link, Paragraph, plain_bodies
from generator.build import SITES, Summary, build, printed_by, public_url
from generator.catalogue import Catalogue
from generator.channels.site import AGENTS, PUBLIC, Site
from generator.edition import Edition, make_edition
from generator.leak import Leak, leaks
from generator.parity import Difference, verify
from generator.records import read_entry
from generator.wording.overviews import overviews
from generator.wording.phrases import speaking
from generator.wording.quickscan import private_scan

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from generator.language import Language
    from generator.wording.phrases import Phrases

MAIN = TESTS.parent
URL = "https://www.voorbeeldstad.example"


def lay_down(root: Path) -> Project:
    """Put the small municipality, with a richer product and organisation, in `root` as a project that can be built."""
    small_municipality(root)
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


@cache
def speaking_on(peildatum: dt.date, code: str = "nl") -> Phrases:
    """Speak one of the real languages on a day, without any record."""
    return speaking(Catalogue([read_entry(MAIN, "taal", f"content/talen/{name}.yaml") for name in ("nl", "en")], peildatum), code)


def languages() -> dict[str, Language]:
    """Give the real languages, for what is made without a catalogue."""
    return {code: speaking_on(PEILDATUM, code).lang for code in ("nl", "en")}


def site_for(channel: str = PUBLIC, peildatum: dt.date = PEILDATUM) -> Site:
    """Describe one of the two sites of the small municipality, with the real templates."""
    return Site(
        name="gemeente Klein",
        phone=Link("14 012", "tel:14012"),
        phone_hours="maandag tot en met vrijdag: 9.00 tot 17.00 uur",
        phone_moments="",
        email="info@klein.example",
        url=URL,
        root="/",
        channel=channel,
        peildatum=peildatum,
        templates=MAIN / "theme/templates",
        languages=languages(),
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
        return verify(self.edition.answers, self.edition.layers, self.folders, printed=printed_by(self.edition, public_url(self.public)))

    def leaks(self) -> list[Leak]:
        private = [*self.edition.layers.values(), *private_scan(self.edition.catalogue)]
        return leaks(self.edition.answers, private, self.public, overviews(self.edition.catalogue))

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
