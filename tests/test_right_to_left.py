"""A language that is written from right to left: the same files, in logical order, and pages that say their direction."""

from __future__ import annotations

import json
import re
import shutil
import unicodedata
from typing import TYPE_CHECKING

import pytest
from arabic import KEY, PAGE, TITLE, lay_down_arabic
from conftest import TESTS
from lxml import html
from project import MAIN, URL, edition_of, told_in

from generator.build import printed_by
from generator.edition import SiteSpec, all_files, site_of
from generator.parity import verify
from generator.wording.overviews import overviews

if TYPE_CHECKING:
    from pathlib import Path

    from generator.answer import Answer
    from generator.edition import Edition

NBSP = "\N{NO-BREAK SPACE}"
CONTROLS = re.compile("[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]")
"""Signs that would put the direction in the words, where only the markup should have it (W3C, Unicode controls versus markup)."""


@pytest.fixture(scope="module")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    return edition_of(lay_down_arabic(tmp_path_factory.mktemp("rtl") / "klein"))


@pytest.fixture(scope="module")
def folders(edition: Edition, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Write both sites without flyers."""
    root = tmp_path_factory.mktemp("sites")
    for channel in ("publiek", "kcc"):
        site = site_of(edition.catalogue, SiteSpec(channel, f"{URL}/", MAIN / "theme/templates"))
        for path, content in all_files(edition, site):
            (root / channel / path).parent.mkdir(parents=True, exist_ok=True)
            (root / channel / path).write_bytes(content)
    return {channel: root / channel for channel in ("publiek", "kcc")}


def answer(edition: Edition, key: str = KEY) -> Answer:
    [found] = [found for found in edition.answers if found.key == key]
    return found


def page(folders: dict[str, Path], path: str = PAGE) -> html.HtmlElement:
    return html.document_fromstring((folders["publiek"] / path).read_text(encoding="utf-8"))


class TestWords:
    """The answer in Arabic."""

    def test_it_says_its_direction(self, edition: Edition) -> None:
        found = answer(edition)

        assert (found.lang, found.rtl, found.title) == ("ar", True, TITLE)
        assert not answer(edition, "product:paspoort:en").rtl

    def test_headings_amounts_and_lists(self, edition: Edition) -> None:
        found = answer(edition)

        assert [block.title for block in found.blocks][:3] == ["الإجابة باختصار", "ابدأ الآن", "ما هذا؟"]
        assert told_in(found, "kosten") == ["مقابل ماذا | التكلفة", f"العمر 18 سنة أو أكثر | 83.87{NBSP}يورو", "تدفع عند مكتب الاستقبال."]
        assert told_in(found, "termijn")[0] == "المدة: 5 أيام عمل"
        assert told_in(found, "contact")[-1] == "نساعدك أيضًا باللغات التالية: الإنجليزية والتركية."
        assert "تاريخ المراجعة: 5 أكتوبر 2026" in told_in(found, "verantwoording")

    def test_a_question_has_one_question_mark_and_the_right_one(self, edition: Edition) -> None:
        assert told_in(answer(edition), "niet-hier")[0] == "هل تسكن في مكان آخر؟"

    def test_the_groups_of_a_telephone_number_keep_their_order(self, edition: Edition) -> None:
        """The Unicode bidirectional algorithm would show `14 012` as `012 14`; a space that does not break keeps them together."""
        found = answer(edition)

        assert told_in(found, "telefoon")[0] == f"اتصل بـ 14{NBSP}012 (بلدية Klein)."
        assert f"الهاتف: 14{NBSP}012" in told_in(found, "contact")
        assert f"اتصل بـ 14{NBSP}012" in told_in(found, "acties")

    def test_it_has_a_code_of_its_own(self, edition: Edition) -> None:
        assert len({answer(edition, key).code for key in ("product:paspoort", "product:paspoort:en", KEY)}) == 3


class TestPage:
    """The page, and the shell around it."""

    def test_language_and_direction(self, folders: dict[str, Path]) -> None:
        tree = page(folders)

        assert (tree.get("lang"), tree.get("dir")) == ("ar", "rtl")
        assert tree.findtext(".//title") == f"{TITLE} – gemeente Klein"
        assert page(folders, "en/producten/paspoort/index.html").get("dir") is None

    @pytest.mark.parametrize("path", ["ar/index.html", "ar/a-z/index.html", "ar/thema/burgerzaken/index.html", "ar/zoeken/index.html"])
    def test_overviews_too(self, folders: dict[str, Path], path: str) -> None:
        tree = page(folders, path)

        assert (tree.get("lang"), tree.get("dir")) == ("ar", "rtl")

    def test_letters_stand_in_the_order_in_which_they_are_read(self, folders: dict[str, Path]) -> None:
        """Logical order, in the letters of the Arabic block itself: no ready-made forms, and nothing turned round."""
        told = page(folders).text_content()

        assert TITLE in told
        assert "التكلفة 83.87 يورو. انظر أيضًا الإبلاغ عن الانتقال." in " ".join(told.split())
        assert [letter for letter in told if "PRESENTATION FORM" in unicodedata.name(letter, "")] == []

    def test_the_direction_is_in_the_markup_and_not_in_the_words(self, folders: dict[str, Path]) -> None:
        for path in sorted(folders["publiek"].rglob("*")):
            if path.is_file():
                assert CONTROLS.findall(path.read_text(encoding="utf-8")) == [], path

    def test_the_number_in_the_shell_keeps_its_order(self, folders: dict[str, Path]) -> None:
        [*numbers] = page(folders).xpath("//a[@href='tel:14012']/text()")

        assert {str(words).removeprefix("اتصل بـ ") for words in numbers} == {f"14{NBSP}012"}
        assert len(numbers) >= 4

    def test_dutch_names_say_that_they_are_dutch(self, folders: dict[str, Path]) -> None:
        tree = page(folders)
        spans = [part.text for part in tree.iter("bdi") if part.get("lang") == "nl"]
        links = [part.text for part in tree.iter("a") if part.get("lang") == "nl" and part.get("hreflang") == "nl"]

        assert {"Team Burgerzaken", "Legesverordening"} <= set(spans)
        assert {"Gemeentehuis", "SVB", "AOW-pensioen", "Paspoortwet"} <= set(links)

    def test_every_version_names_the_other_two(self, folders: dict[str, Path]) -> None:
        found = {
            path: [
                (link.get("lang"), link.text) for link in page(folders, f"{path}producten/paspoort/index.html").iter("a") if _switches(link)
            ]
            for path in ("", "en/", "ar/")
        }

        assert found == {
            "": [("ar", "العربية"), ("en", "English")],
            "en/": [("nl", "Nederlands"), ("ar", "العربية")],
            "ar/": [("nl", "Nederlands"), ("en", "English")],
        }


def _switches(link: html.HtmlElement) -> bool:
    """Tell whether a link is of the language switch."""
    return any("talen" in (above.get("class") or "") for above in link.iterancestors("nav"))


class TestSites:
    """Everything around the answer."""

    def test_overviews_name_each_other_in_every_language(self, edition: Edition) -> None:
        found = {overview.path: [other.lang for other in overview.others] for overview in overviews(edition.catalogue)}

        for path in ("/", "/a-z/", "/thema/", "/thema/burgerzaken/", "/zoeken/"):
            assert (set(found[path]), set(found[f"/en{path}"]), set(found[f"/ar{path}"])) == ({"ar", "en"}, {"nl", "ar"}, {"nl", "en"})

    def test_a_to_z_by_arabic_letters(self, edition: Edition) -> None:
        [a_to_z] = [overview for overview in overviews(edition.catalogue) if overview.path == "/ar/a-z/"]

        assert [(section.id, section.title) for section in a_to_z.sections] == [("letter-ط", "ط")]

    def test_the_data(self, folders: dict[str, Path]) -> None:
        content = json.loads((folders["publiek"] / "api/v1/ar/producten/paspoort.json").read_text(encoding="utf-8"))

        assert (content["taal"], content["titel"]) == ("ar", TITLE)
        assert [other["taal"] for other in content["vertalingen"]] == ["nl", "en"]
        assert (folders["publiek"] / "ar/producten/paspoort/index.md").read_text(encoding="utf-8").startswith(f"# {TITLE}\n")

    def test_every_channel_but_paper_is_proven_the_same(self, edition: Edition, folders: dict[str, Path]) -> None:
        found = [
            difference
            for difference in verify(edition.answers, edition.layers, folders, printed=printed_by(edition, URL))
            if "folder" not in difference.channel
        ]

        assert found == []

    def test_a_changed_word_is_found(self, edition: Edition, folders: dict[str, Path], tmp_path: Path) -> None:
        copied = {"publiek": shutil.copytree(folders["publiek"], tmp_path / "publiek")}
        changed = copied["publiek"] / PAGE
        changed.write_text(changed.read_text(encoding="utf-8").replace("أحيانًا أطول.", "أحيانًا أقصر."), encoding="utf-8")
        found = [
            difference
            for difference in verify(edition.answers, edition.layers, copied, printed=printed_by(edition, URL))
            if "folder" not in difference.channel
        ]

        assert [(difference.record, difference.block, difference.channel) for difference in found] == [(KEY, "termijn", "publiek pagina")]


def test_the_web_font_is_fetched_for_its_letters_only() -> None:
    """A range in the style sheet keeps the 20 kB a weight from pages without Arabic letters (CSS Fonts 4, unicode-range)."""
    style = (TESTS.parent / "theme/assets/site.css").read_text(encoding="utf-8")
    faces = re.findall(r"@font-face \{([^}]*)\}", style)
    arabic = [face for face in faces if "noto-sans-arabic" in face]

    assert len(arabic) == 2
    for face in arabic:
        assert "unicode-range: U+0600-06FF, U+200C-200F;" in face
        assert 'font-family: "Noto Sans";' in face
