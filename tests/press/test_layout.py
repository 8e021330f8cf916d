"""What of a flyer stands in the panel and what in the columns."""

from __future__ import annotations

from typing import Any

from conftest import TESTS

from generator.press.heights import Ruler
from generator.press.layout import laid_out
from generator.press.letters import letters_of
from generator.press.sheet import sheet_of

FOLDER = TESTS.parent / "theme/flyer"
SHARED = {
    "words": {"lees": "Lees dit op internet:", "pagina": "pagina {nummer} van {aantal}"},
    "short_url": "www.klein.example/producten/paspoort/",
    "title": "Paspoort aanvragen",
    "label": "Product",
}


def words(text: str) -> list[dict[str, Any]]:
    return [{"kind": "words", "text": text}]


def block(name: str, *bodies: dict[str, Any]) -> dict[str, Any]:
    return {"id": name, "title": name, "bodies": list(bodies)}


def items(count: int) -> dict[str, Any]:
    return {"kind": "items", "numbered": False, "lines": [words("Neem uw oude paspoort mee.")] * count}


def table(*times: str) -> dict[str, Any]:
    return {"kind": "table", "caption": "", "heads": ["Dag", "Tijd"], "rows": [[words("maandag"), words(time)] for time in times]}


def ruler(paper: str = "a4") -> Ruler:
    return Ruler(sheet_of(FOLDER, paper), letters_of(FOLDER / "fonts", ("Noto Sans",)))


def answer(*blocks: dict[str, Any], in_panel: int = 1, paper: str = "a4") -> dict[str, Any]:
    return laid_out(SHARED | {"kind": "answer", "in_panel": in_panel, "blocks": list(blocks)}, ruler(paper))


SHORT = block("kort", {"kind": "paragraph", "line": words("U vraagt het aan.")})


class TestAnswer:
    def test_the_first_blocks_stand_in_the_panel_and_the_others_in_the_columns(self) -> None:
        told = answer(SHORT, block("acties", items(2)), block("nodig", items(3)), in_panel=2)

        assert [part["id"] for part in told["panel"]] == ["kort", "acties"]
        assert [unit["id"] for unit in told["units"]] == ["nodig"]
        assert told["plan"] == {"leading": 6.2, "pages": 1, "level": None}

    def test_a_panel_that_would_fill_the_page_holds_the_first_block_alone(self) -> None:
        told = answer(SHORT, block("acties", items(60)), in_panel=2)

        assert [part["id"] for part in told["panel"]] == ["kort"]
        assert [unit["id"] for unit in told["units"]] == ["acties"]

    def test_low_lists_stay_whole_and_high_ones_do_not(self) -> None:
        [unit] = answer(SHORT, block("nodig", items(3), items(60)))["units"]

        assert [body["whole"] for body in unit["bodies"]] == [True, False]
        assert unit["whole"] is False

    def test_the_last_column_of_a_table_is_as_wide_as_its_widest_cell_where_the_others_have_enough(self) -> None:
        [unit] = answer(SHORT, block("tijden", table("9.00 uur"), table("alleen na een afspraak, en niet op een feestdag")))["units"]

        assert [body["last"] for body in unit["bodies"]] == [None, 0.58]

    def test_nothing_that_was_said_is_lost(self) -> None:
        blocks = [SHORT, block("nodig", items(3)), block("tijden", table("9.00 uur"))]
        told = answer(*blocks)

        found = [{key: part[key] for key in ("id", "title")} for part in (*told["panel"], *told["units"])]
        assert found == [{key: one[key] for key in ("id", "title")} for one in blocks]
        assert {name: told[name] for name in SHARED} == SHARED


class TestOverview:
    LEAD = {  # noqa: RUF012 - never changed
        "name": {"kind": "link", "text": "De Linde", "target": "https://klein.example/", "printed": ""},
        "text": "Hulp met brieven.",
        "reach": [words("Bel 012 345 67 89")],
    }
    STEP = {"when": words("Binnen 3 dagen"), "what": words("Doe aangifte."), "links": []}  # noqa: RUF012 - never changed

    def told(self, **own: Any) -> dict[str, Any]:  # noqa: ANN401 - what JSON holds
        page = {"kind": "overview", "intro": "Wie u helpt.", "steps_title": "", "steps": [], "sections": []}
        return laid_out(SHARED | page | own, ruler())

    def test_the_introduction_stands_in_the_panel(self) -> None:
        [panel] = self.told()["panel"]

        assert panel["bodies"] == [{"kind": "paragraph", "line": words("Wie u helpt.")}]

    def test_the_heading_of_a_section_stands_with_its_first_entry(self) -> None:
        told = self.told(sections=[{"title": "Hulp", "leads": [self.LEAD, self.LEAD]}, {"title": "Loketten", "leads": [self.LEAD]}])

        assert [(unit["unit"], unit["title"]) for unit in told["units"]] == [("entry", "Hulp"), ("entry", ""), ("entry", "Loketten")]
        assert all(unit["whole"] for unit in told["units"])
        assert told["units"][0]["above"] > told["units"][1]["above"]

    def test_what_to_do_comes_first(self) -> None:
        told = self.told(steps_title="Wat moet u doen?", steps=[self.STEP], sections=[{"title": "Hulp", "leads": [self.LEAD]}])

        assert [(unit["unit"], unit["title"]) for unit in told["units"]] == [("step", "Wat moet u doen?"), ("entry", "Hulp")]
