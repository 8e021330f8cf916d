"""How high parts of a flyer are: as reckoned, and as Typst itself measures them."""

from __future__ import annotations

import json
from typing import Any, cast

import pytest
import typst
from conftest import TESTS
from project import edition_of, lay_down, site_for

from generator.channels.flyer import flyer_content
from generator.press.heights import Height, Piece, Ruler, introduces, stacked
from generator.press.layout import laid_out, reckoned
from generator.press.letters import Font, Letters, letters_of
from generator.press.qr import qr_code
from generator.press.sheet import PAPERS, sheet_of

FOLDER = TESTS.parent / "theme/flyer"
SHEET = sheet_of(FOLDER, "a4")
SQUARE = Font("Vierkant", bold=False, widths=dict.fromkeys("abcdefghijklmnopqrstuvwxyz0123456789 -.:•", 1.0), capital=0.7)
SIZE = SHEET.body
LINE, LEADING = 7.0, SHEET.leading
WIDTH = 20 * SIZE
"""A column for twenty letters."""

MEASURED = """
#import "flyer.typ": *
#import "look.typ": *
#import "columns.typ": spaced
#let data = json(bytes(%s))
#show: dressed.with(data)
#let full = paper.width - 2 * paper.side
#let column = (full - (paper.columns - 1) * paper.gutter) / paper.columns
#context [#metadata((
  head: (measure(head(data), width: full).height + between-sections).pt(),
  units: data.units.map(unit => measure(spaced(data.plan.leading * 1pt, unit-of(unit)), width: column).height.pt()),
)) <heights>]
"""
"""A file for Typst that tells how high everything on a flyer is, instead of printing it."""


def ruler() -> Ruler:
    """Give a ruler for letters that are all one em wide."""
    return Ruler(SHEET, Letters([SQUARE, SQUARE._replace(bold=True)], ("Vierkant",)))


def words(*texts: str) -> list[dict[str, Any]]:
    return [{"kind": "words", "text": text} for text in texts]


def strong(text: str) -> list[dict[str, Any]]:
    return [{"kind": "strong", "text": text}]


def paragraph(*texts: str) -> dict[str, Any]:
    return {"kind": "paragraph", "line": words(*texts)}


def lines(count: int) -> float:
    return count * LINE + (count - 1) * LEADING


def body_height(body: dict[str, Any]) -> float:
    return ruler().body(body, WIDTH, SIZE).at(LEADING)


class TestBody:
    """A column of twenty letters."""

    def test_a_paragraph_is_as_high_as_its_lines(self) -> None:
        assert body_height(paragraph("aaaaa bbbbb ccccc ddddd")) == pytest.approx(lines(2))

    def test_words_of_a_link_are_followed_by_its_address(self) -> None:
        link = {"kind": "link", "text": "aaaaa bbbbb", "target": "https://example.nl", "printed": "example.nl"}

        assert body_height({"kind": "paragraph", "line": [link]}) == pytest.approx(lines(2))
        assert body_height({"kind": "paragraph", "line": [link | {"printed": ""}]}) == pytest.approx(lines(1))

    def test_items_leave_room_for_their_marker(self) -> None:
        bullets = {"kind": "items", "numbered": False, "lines": [words("aaaaa bbbbb ccccc"), words("aaaaa bbbbb ccccccccc")]}

        assert body_height(bullets) == pytest.approx(lines(1) + SHEET.distances["items"] + lines(2))

    def test_pairs_have_later_lines_further_in(self) -> None:
        """The second line is just too narrow for its last word."""
        row = {"name": "aaa", "line": words("bbbbb ccccc dddd eeee fffff gggg")}

        assert body_height({"kind": "pairs", "rows": [row]}) == pytest.approx(lines(3))
        assert body_height({"kind": "pairs", "rows": [row, row]}) == pytest.approx(lines(3) * 2 + SHEET.distances["items"])

    def test_a_row_of_a_table_is_as_high_as_its_highest_cell(self) -> None:
        table = {"kind": "table", "caption": "", "heads": ["aa", "bb"], "rows": [[words("aaaaa bbbbb ccccc"), words("ddd eee")]]}
        cell = 2 * SHEET.gaps["cell"]

        assert body_height(table) == pytest.approx(lines(1) + cell + lines(2) + cell)
        assert ruler().last_column(table, WIDTH, SIZE) == pytest.approx(7 * SIZE)

    def test_a_last_column_leaves_the_others_enough(self) -> None:
        table = {"kind": "table", "caption": "", "heads": ["aa", "bb"], "rows": [[words("aa"), words("ddddd eeeee fffff")]]}

        assert ruler().last_column(table, WIDTH, SIZE) == pytest.approx(SHEET.widest_last * WIDTH)


class TestSection:
    """A heading, and pieces that columns may come between."""

    HEADING = SHEET.heading * 0.7 + SHEET.distances["below-heading"]

    def heights(self, *bodies: dict[str, Any]) -> list[tuple[float, bool]]:
        pieces = ruler().section({"title": "kop", "bodies": list(bodies)}, WIDTH, SIZE)
        return [(round(piece.height.at(LEADING), 6), piece.whole) for piece in pieces]

    def test_the_heading_goes_with_the_first_body(self) -> None:
        assert self.heights(paragraph("aa"), paragraph("bb")) == [
            (round(self.HEADING + lines(1), 6), True),
            (round(SHEET.distances["bodies"] + lines(1), 6), True),
        ]

    def test_a_line_that_introduces_goes_with_what_follows(self) -> None:
        intro = {"kind": "paragraph", "line": strong("aa")}
        around = SHEET.distances["above-introduction"] - SHEET.distances["bodies"] + SHEET.distances["below-introduction"]

        assert introduces(intro)
        assert self.heights(paragraph("aa"), intro, paragraph("bb"))[1:] == [
            (round(SHEET.distances["bodies"] + 2 * lines(1) + around, 6), True)
        ]

    def test_a_high_paragraph_may_be_broken(self) -> None:
        assert self.heights(paragraph("aaaaa bbbbb ccccc ddddd eeeee"))[0][1] is True
        assert self.heights(paragraph(" ".join(["aaaaa bbbbb ccccc"] * 4)))[0][1] is False

    def test_a_list_that_takes_a_third_of_a_page_may_be_broken(self) -> None:
        long = {"kind": "items", "numbered": True, "lines": [words("aa")] * 40}

        assert self.heights(long)[0][1] is False
        assert self.heights(long | {"lines": [words("aa")] * 4})[0][1] is True

    def test_a_heading_alone_is_a_piece(self) -> None:
        assert ruler().section({"title": "kop", "bodies": []}, WIDTH, SIZE) == [Piece(ruler().heading("kop", WIDTH), whole=True)]


def test_heights_go_along_with_the_distance_of_lines() -> None:
    height = stacked([Height(7, 1), Height(14, 2)], Height(0, 1.5)).under(Height(3))

    assert height == Height(24, 4.5)
    assert height.at(2) == 33


@pytest.fixture(scope="module")
def contents(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, Any]]:
    """Give what stands on the flyers of the records of the tests."""
    answers = edition_of(lay_down(tmp_path_factory.mktemp("folders") / "klein")).answers
    return [json.loads(flyer_content(answer, site_for())) for answer in answers]


@pytest.mark.parametrize("paper", [paper.name for paper in PAPERS])
def test_typst_finds_the_same_heights(paper: str, contents: list[dict[str, Any]]) -> None:
    """Of every head and unit in the records of the tests, but for a line where kerning lets one more word in."""
    wrong = count = 0
    for data in contents:
        own = Ruler(sheet_of(FOLDER, paper), letters_of(FOLDER / "fonts", ("Noto Sans",)))
        told = laid_out(data, own) | {"qr": qr_code(data["url"])}
        ours = reckoned(data, own)
        mine = [ours.head, *(unit.height(told["plan"]["leading"]) for unit in ours.units)]
        measured = measured_by_typst(told, paper)
        off = [abs(one - other) for one, other in zip(mine, [measured["head"], *measured["units"]], strict=True)]
        line = own.sheet.body * own.letters.capital + own.sheet.leading
        assert max(off) < line + 1
        wrong += sum(difference > 0.5 for difference in off)
        count += len(off)

    assert count > 60
    assert wrong < count / 20


def measured_by_typst(told: dict[str, Any], paper: str) -> dict[str, Any]:
    look = {"colours": told["colours"], "dir": told["dir"], "fonts": ["Noto Sans"]}
    source = MEASURED % json.dumps(json.dumps(told))
    compiler = typst.Compiler(
        cast(Any, source.encode()),  # its stubs bind the kind of input to that of the fonts
        root=str(FOLDER),
        font_paths=[str(FOLDER / "fonts")],
        ignore_system_fonts=True,
        sys_inputs={"paper": paper, "look": json.dumps(look)},
    )
    found: dict[str, Any] = json.loads(compiler.query("<heights>", field="value", one=True))
    return found
