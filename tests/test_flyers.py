"""Every flyer can be read by everybody (PDF/UA-1) and kept for ever (PDF/A-2a), as an independent validator sees it; and it looks right."""

from __future__ import annotations

import datetime as dt
import multiprocessing
import re
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

import page as validator
import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium
import pytest
import zxingcpp
from conftest import Project
from project import MAIN, URL, Sites, built_sites, edition_of, site_for

from generator.channels.flyer import papers_of
from generator.flyers import WORTH_SHARING, Flyer, flyers_of, print_flyers
from generator.press.printing import FlyerPress
from generator.press.sheet import PAPERS
from generator.staging import WORK
from generator.wording.overviews import overviews

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = [pytest.mark.build, pytest.mark.xdist_group("flyers")]

PROFILES = (validator.ValidationProfile.PDF_UA_1, validator.ValidationProfile.PDF_A_2A)
STREAM_LENGTH = "PDFA2A-STREAM-LENGTH-001"
"""page-validation 0.11 reports this wrongly of a stream whose last byte is a carriage return: with the line feed that follows, it takes
that byte for a line end. Where it does, the test checks the length of every stream of the file itself."""

MM = 72 / 25.4
SIZES = {"a4": (210, 297), "a5": (148, 210), "groot": (210, 297)}
SIDES = {"a4": 17, "a5": 13, "groot": 20}
COLUMNS = {"a4": 2, "a5": 1, "groot": 1}
HEADING = {"a4": 12.5, "a5": 12, "groot": 22}
EVERY = 8
"""Of A5 and large print every eighth flyer of the real municipality is looked at; of A4 all are."""


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Sites:
    return built_sites(tmp_path_factory.mktemp("flyers") / "klein")


@pytest.fixture(scope="module")
def flyers(small: Sites) -> dict[str, Path]:
    """Give every flyer of the small municipality by its path in the site, without suffix."""
    return {path.relative_to(small.public).with_suffix("").as_posix(): path for path in sorted(small.public.rglob("*.pdf"))}


def failures(path: Path) -> list[str]:
    """Give every rule that a flyer breaks, with what the validator says; not the one rule that the test proved itself."""
    reports = [validator.validate_pdf(path, profile=profile) for profile in PROFILES]
    found = [failure for report in reports for failure in report.failures]
    wrong = [f"{failure.rule_id}: {failure.message}" for failure in found if failure.rule_id != STREAM_LENGTH]
    if len(wrong) < len(found):
        wrong += wrong_stream_lengths(path.read_bytes())
    assert wrong or found or all(report.is_compliant for report in reports)
    return wrong


def wrong_stream_lengths(raw: bytes) -> list[str]:
    """Check ISO 19005-2, 6.1.7.1 on the bytes: `Length` bytes after `stream` and its line end, a line end and `endstream` follow."""
    wrong = []
    for stream in re.finditer(rb"\bstream(?:\r\n|\n)", raw):
        if raw[: stream.start()].endswith(b"end"):
            continue
        dictionary = raw[raw.rfind(b" obj", 0, stream.start()) : stream.start()]
        length = re.search(rb"/Length (\d+)(?! \d+ R)", dictionary)
        end = stream.end() + int(length[1]) if length else 0
        if not length or not re.match(rb"(?:\r\n|\r|\n)endstream\b", raw[end:]):
            wrong.append(f"stream at byte {stream.start()} has another length than it says")
    return wrong


def test_there_is_a_flyer_for_every_answer_on_every_paper_and_for_every_overview_that_gathers(
    small: Sites, flyers: dict[str, Path]
) -> None:
    answers = [f"{answer.path[1:]}{answer.id}{paper.suffix}" for answer in small.edition.answers for paper in papers_of(answer)]
    gathered = ["thema/burgerzaken/burgerzaken", "levensgebeurtenis/verhuizen/verhuizen", "wijk/centrum/centrum"]

    assert sorted(flyers) == sorted([*answers, *gathered, "en/thema/burgerzaken/burgerzaken"])


def test_the_validator_accepts_every_flyer(flyers: dict[str, Path]) -> None:
    assert {name: found for name, path in flyers.items() if (found := failures(path))} == {}


def test_language_title_and_tags(small: Sites, flyers: dict[str, Path]) -> None:
    titles = {
        f"{answer.path[1:]}{answer.id}{paper.suffix}": answer.title for answer in small.edition.answers for paper in papers_of(answer)
    }
    titles |= {f"{one.path[1:]}{one.path.split('/')[-2]}": one.title for one in overviews(small.edition.catalogue) if one.printed}
    for name, path in flyers.items():
        with pikepdf.open(path) as pdf:
            assert str(pdf.Root.Lang) == ("en" if name.startswith("en/") else "nl")
            assert bool(pdf.Root.MarkInfo.Marked)
            assert pdf.Root.StructTreeRoot.Type == "/StructTreeRoot"
            assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
            with pdf.open_metadata() as metadata:
                assert metadata["dc:title"] == titles[name]
                assert (metadata["pdfuaid:part"], metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == ("1", "2", "A")


class TestTags:
    """What a screen reader is told."""

    @pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.name)
    def test_headings_lists_and_tables_are_tagged_as_what_they_are(self, flyers: dict[str, Path], paper: Any) -> None:  # noqa: ANN401
        with pikepdf.open(flyers[f"producten/identiteitskaart/identiteitskaart{paper.suffix}"]) as pdf:
            tags = Counter(str(element.S) for element in elements(pdf))

        assert {"/H1", "/H2", "/P", "/L", "/LI", "/Lbl", "/LBody", "/Table", "/THead", "/TH", "/TD", "/Link", "/Figure"} <= set(tags)
        assert tags["/H1"] == tags["/Figure"] == 1

    def test_the_heads_of_a_table_say_that_they_head_columns(self, flyers: dict[str, Path]) -> None:
        """Row heads are not tagged: Typst 0.15 has `pdf.header-cell` behind a feature that its Python package can't switch on."""
        with pikepdf.open(flyers["producten/identiteitskaart/identiteitskaart"]) as pdf:
            scopes = {str(element.A[0].Scope) for element in elements(pdf) if element.S == "/TH"}

        assert scopes == {"/Column"}

    def test_the_tags_go_through_the_words_in_the_order_of_the_file(self, flyers: dict[str, Path]) -> None:
        """So what the proof of flyers reads, in the order of the file, is what a screen reader says."""
        for name, path in flyers.items():
            with pikepdf.open(path) as pdf:
                pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
                marks = list(marks_in(pdf.Root.StructTreeRoot, pages))
            assert marks, name
            assert marks == sorted(marks), name

    def test_a_code_that_shows_the_address_says_so(self, flyers: dict[str, Path]) -> None:
        with pikepdf.open(flyers["producten/paspoort/paspoort"]) as pdf:
            [figure] = [element for element in elements(pdf) if element.S == "/Figure"]

            assert str(figure.Alt) == "QR-code naar www.voorbeeldstad.example/producten/paspoort/"

    def test_every_link_goes_somewhere(self, flyers: dict[str, Path]) -> None:
        with pikepdf.open(flyers["wijk/centrum/centrum"]) as pdf:
            targets = {str(note.A.URI) for page in pdf.pages for note in page.get("/Annots", []) if note.Subtype == "/Link"}

        assert targets == {
            "https://www.voorbeeldstad.example/wijk/centrum/",
            "https://www.voorbeeldstad.example/loket/kcc/",
            "https://www.voorbeeldstad.example/sociale-kaart/de-linde/",
            "https://www.voorbeeldstad.example/sociale-kaart/voedselbank/",
            "tel:14012",
            "tel:0123456789",
            "tel:0122345678",
        }


def elements(pdf: pikepdf.Pdf) -> Iterator[Any]:
    """Give every element of the structure tree, each before what it holds."""
    waiting: list[Any] = [pdf.Root.StructTreeRoot]
    while waiting:
        element = waiting.pop()
        if "/S" in element:
            yield element
        waiting += reversed([kid for kid in kids_of(element) if isinstance(kid, pikepdf.Dictionary) and ("/S" in kid or "/K" in kid)])


def kids_of(element: Any) -> list[Any]:  # noqa: ANN401 - any PDF object
    kids = element.get("/K", [])
    return list(kids) if isinstance(kids, pikepdf.Array) else [kids]


def marks_in(element: Any, pages: dict[tuple[int, int], int]) -> Iterator[tuple[int, int]]:  # noqa: ANN401 - any PDF object
    """Give page and number of every mark below an element, in the order in which a screen reader comes to them."""
    for kid in kids_of(element):
        if isinstance(kid, int):
            yield pages[element.Pg.objgen], int(kid)
        elif "/MCID" in kid:
            yield pages[kid.get("/Pg", element.get("/Pg")).objgen], int(kid.MCID)
        elif "/K" in kid:
            yield from marks_in(kid, pages)


def test_a_telephone_reads_the_code_on_every_flyer(flyers: dict[str, Path]) -> None:
    for name, path in flyers.items():
        document = pypdfium2.PdfDocument(path)
        try:
            [code] = zxingcpp.read_barcodes(document[0].render(scale=2).to_pil())
        finally:
            document.close()
        assert code.text == f"{URL}/{name.rpartition('/')[0]}/"


def test_all_fonts_are_embedded(flyers: dict[str, Path]) -> None:
    for path in flyers.values():
        with pikepdf.open(path) as pdf:
            fonts = [thing for thing in pdf.objects if isinstance(thing, pikepdf.Dictionary) and thing.get("/Type") == "/FontDescriptor"]
            assert fonts
            assert {str(font.FontName).partition("+")[2] for font in fonts} <= {"NotoSans-Regular", "NotoSans-Bold"}
            assert all("/FontFile2" in font or "/FontFile3" in font for font in fonts)


def test_a_flyer_is_dated_on_the_day_it_speaks_for(flyers: dict[str, Path]) -> None:
    for name in ("producten/paspoort/paspoort", "wijk/centrum/centrum"):
        with pikepdf.open(flyers[name]) as pdf:
            assert str(pdf.docinfo["/CreationDate"]).startswith("D:20261122")


def test_a_wrong_length_is_seen(flyers: dict[str, Path]) -> None:
    raw = flyers["producten/paspoort/paspoort"].read_bytes()

    assert wrong_stream_lengths(raw) == []
    assert (
        len(wrong_stream_lengths(re.sub(rb"/Length (\d+)", lambda found: b"/Length " + str(int(found[1]) + 1).encode(), raw, count=1))) == 1
    )


class Piece(NamedTuple):
    """A piece of a line on a page: its letters' size in points, and its box in millimetres from the left and the top."""

    page: int
    column: int
    size: float
    left: float
    right: float
    top: float
    bottom: float
    content: bool


def pieces_of(path: Path, paper: str) -> list[Piece]:
    """Give all that is written in a flyer."""
    document, found = pypdfium2.PdfDocument(path), []
    width, height = SIZES[paper]
    try:
        for number, page in enumerate(document):
            assert [round(side / MM) for side in page.get_size()] == [width, height]
            for shown in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT]):
                left, bottom, right, top = (side / MM for side in shown.get_bounds())
                column = int(COLUMNS[paper] == 2 and left > width / 2)
                content = pdfium.FPDFPageObj_GetMarkedContentID(shown) >= 0
                found.append(Piece(number, column, size_of(shown), left, right, height - top, height - bottom, content))
    finally:
        document.close()
    return found


def size_of(shown: pypdfium2.PdfObject) -> float:
    size = pdfium.c_float()
    assert pdfium.FPDFTextObj_GetFontSize(shown, size)
    return round(float(size.value), 2)


def wrong_looks(path: Path, paper: str) -> list[str]:
    """Give what a typographer would not let pass."""
    pieces = pieces_of(path, paper)
    told = [piece for piece in pieces if piece.content]
    left, right = SIDES[paper], SIZES[paper][0] - SIDES[paper]
    last = [piece for piece in told if piece.page == told[-1].page]
    lines = len({(piece.column, round(piece.bottom)) for piece in last})
    wrong = [f"outside the margins: {piece}" for piece in pieces if piece.left < left - 1 or piece.right > right + 1]
    wrong += [
        f"alone at the bottom: {piece}" for piece, after in zip(told, [*told[1:], None], strict=True) if is_alone(piece, after, paper)
    ]
    return [*wrong, *(["a last page with hardly anything on it"] if told[-1].page and lines <= 2 else [])]


def is_alone(piece: Piece, after: Piece | None, paper: str) -> bool:
    """Tell whether a piece is of a heading that has nothing below it in its column."""
    return piece.size == HEADING[paper] and (after is None or (after.page, after.column) != (piece.page, piece.column))


class TestLooks:
    """Paper, letters and lines."""

    def test_large_print_has_large_letters_everywhere(self, flyers: dict[str, Path]) -> None:
        for name, path in flyers.items():
            if name.endswith("-groot"):
                sizes = Counter(piece.size for piece in pieces_of(path, "groot"))
                assert min(sizes) == 14
                assert sizes.most_common(1)[0][0] == 18

    def test_other_papers_have_letters_that_one_can_read(self, flyers: dict[str, Path]) -> None:
        for name, path in flyers.items():
            if not name.endswith("-groot"):
                sizes = Counter(piece.size for piece in pieces_of(path, "a5" if name.endswith("-a5") else "a4"))
                assert (min(sizes), sizes.most_common(1)[0][0]) == (8.5, 10)

    def test_an_entry_of_a_gathered_flyer_is_never_broken(self, tmp_path: Path) -> None:
        """Of the longest flyer: no column begins in the middle of an entry, so each begins with a name (a link) or a heading."""
        edition = edition_of(Project(MAIN), dt.date(2026, 12, 1))
        longest = max(overviews(edition.catalogue), key=lambda one: one.printed and sum(len(part.leads) for part in one.sections))
        [flyer] = flyers_of([], [longest], site_for())
        path = tmp_path / "langst.pdf"
        path.write_bytes(press().print(flyer.content))

        firsts = first_words(path)

        names = [word for part in longest.sections for word in (part.title, *(lead.link.text for lead in part.leads))]
        assert len(names) > 40
        assert len(firsts) > 5
        assert [first for first in firsts if not any(name.startswith(first.strip()) for name in names)] == []


def first_words(path: Path) -> list[str]:
    """Give the first line of every column of an A4 flyer, but for those of the first page."""
    document, found = pypdfium2.PdfDocument(path), []
    try:
        for page in list(document)[1:]:
            words, (width, height) = page.get_textpage(), page.get_size()
            for left in (0, width / 2):
                column = words.get_text_bounded(left=left, right=left + width / 2, top=height - 25 * MM, bottom=22 * MM)
                found += [str(column).split("\r\n")[0]] if column.strip() else []
    finally:
        document.close()
    return found


class TestPrinting:
    """Few are printed here, many by all processors."""

    def test_many_are_the_same_as_one_by_one(self, small: Sites, tmp_path: Path) -> None:
        flyers = flyers_of(small.edition.answers, [], site_for())
        many = [
            Flyer(f"{number}.pdf", flyer.content.replace("Klein", f"Klein {number}"), flyer.paper)
            for number, flyer in enumerate(flyers * 4)
        ]
        assert len(many) > WORTH_SHARING
        site, steps = tmp_path / "site", []
        site.mkdir()
        (tmp_path / "theme").symlink_to(MAIN / "theme")

        assert print_flyers(tmp_path, many, [site], progress=lambda: steps.append(1)) == len(many)
        assert len(steps) == len(many)
        for flyer in many[::20]:
            assert (site / flyer.path).read_bytes() == press().print(flyer.content, flyer.paper)

    def test_what_is_on_no_flyer_any_more_is_not_kept(self, small: Sites, tmp_path: Path) -> None:
        first, second, *_ = flyers_of(small.edition.answers, [], site_for())
        (tmp_path / "theme").symlink_to(MAIN / "theme")
        for flyer in (first, second):
            (tmp_path / flyer.path).parent.mkdir(parents=True, exist_ok=True)
            print_flyers(tmp_path, [flyer], [tmp_path], progress=lambda: None)

        assert len(list((tmp_path / WORK / "folders").iterdir())) == 1


@cache
def press() -> FlyerPress:
    return FlyerPress(MAIN / "theme/flyer")


def look_at(job: tuple[Path, Flyer]) -> tuple[str, list[str]]:
    """Print one flyer in a folder, and give what is wrong with it."""
    folder, flyer = job
    path = folder / flyer.path.replace("/", "-")
    path.write_bytes(press().print(flyer.content, flyer.paper))
    return flyer.path, [*failures(path), *wrong_looks(path, flyer.paper)]


def test_every_flyer_of_the_real_municipality(tmp_path: Path) -> None:
    """Print the flyers of the real records, as they are on a fixed day."""
    edition = edition_of(Project(MAIN), dt.date(2026, 12, 1))
    everything = flyers_of(edition.answers, overviews(edition.catalogue), site_for())
    others = [flyer for flyer in everything if flyer.paper != "a4"]
    chosen = [*(flyer for flyer in everything if flyer.paper == "a4"), *others[::EVERY]]
    with ProcessPoolExecutor(mp_context=multiprocessing.get_context("spawn")) as pool:
        found = dict(pool.map(look_at, ((tmp_path, flyer) for flyer in chosen), chunksize=20))

    assert len(chosen) > 200
    assert {path: wrong for path, wrong in found.items() if wrong} == {}
