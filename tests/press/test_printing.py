"""Printing: the same bytes each time, on every paper, and another name for everything that would change them."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

import pypdfium2
import pytest
from channels.test_flyer import ANSWER, OVERVIEW
from conftest import TESTS
from project import site_for

from generator.channels.flyer import flyer_content, overview_content
from generator.press.printing import FlyerPress
from generator.press.sheet import PAPERS

if TYPE_CHECKING:
    from pathlib import Path

FOLDER = TESTS.parent / "theme/flyer"
CONTENT = flyer_content(ANSWER, site_for())


def words_of(printed: bytes) -> str:
    document = pypdfium2.PdfDocument(printed)
    try:
        return " ".join(" ".join(page.get_textpage().get_text_range() for page in document).split())
    finally:
        document.close()


@pytest.mark.parametrize("paper", [paper.name for paper in PAPERS])
def test_a_flyer_is_the_same_bytes_whatever_was_printed_before(paper: str) -> None:
    alone = FlyerPress(FOLDER).print(CONTENT, paper)
    press = FlyerPress(FOLDER)
    press.print(overview_content(OVERVIEW, site_for()))
    press.print(CONTENT.replace("Paspoort", "Rijbewijs"), paper)

    assert press.print(CONTENT, paper) == alone


def test_signs_that_mean_something_to_typst_are_printed_as_they_are() -> None:
    strange = 'C:\\map "aanhaling" #let $x$ @naam [haak] *ster* _streep_ // niets'
    content = json.loads(CONTENT) | {"title": strange}

    assert strange in words_of(FlyerPress(FOLDER).print(json.dumps(content)))


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """Give a press whose files may be changed."""
    return shutil.copytree(FOLDER, tmp_path / "flyer")


class TestFingerprint:
    def test_it_names_the_content_and_the_paper(self) -> None:
        press = FlyerPress(FOLDER)

        assert press.fingerprint(CONTENT) == press.fingerprint(CONTENT, "a4")
        assert len({press.fingerprint(CONTENT), press.fingerprint(CONTENT, "a5"), press.fingerprint(f"{CONTENT} ")}) == 3

    @pytest.mark.parametrize("file", ["flyer.typ", "papers.toml", "fonts/NotoSans-Bold.ttf"])
    def test_it_changes_with_the_template_the_sizes_and_the_fonts(self, own: Path, file: str) -> None:
        before = FlyerPress(own).fingerprint(CONTENT)
        (own / file).write_bytes((own / file).read_bytes() + b"\n")

        assert FlyerPress(own).fingerprint(CONTENT) != before


def test_a_municipality_may_choose_another_font_and_other_sizes(own: Path) -> None:
    sizes = (own / "papers.toml").read_text(encoding="utf-8")
    (own / "papers.toml").write_text(sizes.replace('ltr = ["Noto Sans"]', 'ltr = ["Vazirmatn"]').replace("title = 26", "title = 30"))

    changed = FlyerPress(own).print(CONTENT)

    assert words_of(changed).startswith("gemeente Klein")
    assert b"Vazirmatn" in changed
    assert b"NotoSans" not in changed
