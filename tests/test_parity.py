"""One word that is different in one built file is found, in every channel of both sites."""

from __future__ import annotations

import ast
import dataclasses
import datetime as dt
import json
import shutil
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest
from click.testing import CliRunner
from conftest import PEILDATUM, TESTS
from project import MAIN, Sites, build_quietly, built_sites, change, edition_of, lay_down, site_for

from generator.channels.flyer import flyer_content, overview_content
from generator.cli import main
from generator.parity import Difference
from generator.press.printing import FlyerPress
from generator.press.sheet import PAPERS, Paper
from generator.wording.overviews import overviews

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from generator.answer import Answer

pytestmark = [pytest.mark.build, pytest.mark.xdist_group("parity")]

CARD = "product:identiteitskaart"
ADULT, CHILD = "€\N{NO-BREAK SPACE}83,87", "€\N{NO-BREAK SPACE}63,42"
BOTH = pytest.mark.parametrize("channel", ["publiek", "kcc"])
PAPER = pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.name)
FOLDERS = {"a4": "folder", "a5": "folder a5", "groot": "folder groot"}
TEXT_FILES = {
    "pagina": "producten/identiteitskaart/index.html",
    "markdown": "producten/identiteitskaart/index.md",
    "json": "api/v1/producten/identiteitskaart.json",
}


@pytest.fixture(scope="module")
def untouched(tmp_path_factory: pytest.TempPathFactory) -> Sites:
    return built_sites(tmp_path_factory.mktemp("parity") / "klein")


@pytest.fixture
def built(untouched: Sites, tmp_path: Path) -> Sites:
    return untouched.copied_to(tmp_path / "klein")


def file(built: Sites, channel: str, path: str) -> Path:
    return built.folders[channel] / path


def card(built: Sites) -> Answer:
    [answer] = [answer for answer in built.edition.answers if answer.key == CARD]
    return answer


def change_json(path: Path, change_it: Callable[[Any], None]) -> None:
    content = json.loads(path.read_text(encoding="utf-8"))
    change_it(content)
    path.write_text(json.dumps(content), encoding="utf-8")


def results(built: Sites, channel: str) -> list[dict[str, str]]:
    """Give what search shows, in the order of its numbers."""
    files = sorted(file(built, channel, "zoeken/antwoorden").glob("*.json"), key=lambda path: int(path.stem))
    return [found for path in files for found in json.loads(path.read_text("utf-8"))]


def result(built: Sites, channel: str, record: str) -> Path:
    """Give the file with what search shows of a record."""
    [found] = [
        path for path in file(built, channel, "zoeken/antwoorden").glob("*.json") if f'"record":"{record}"' in path.read_text("utf-8")
    ]
    return found


def words_of_search(built: Sites, channel: str, line: str) -> Path:
    """Give the part of the index that has a line."""
    [found] = [path for path in file(built, channel, "zoeken/woorden").glob("*.txt") if f"\n{line}" in path.read_text("utf-8")]
    return found


def add_result(built: Sites, channel: str, lang: str, found: Mapping[str, object]) -> None:
    """Add a result at the end of what search shows."""
    folder = file(built, channel, f"{lang}zoeken")
    last = max((folder / "antwoorden").glob("*.json"), key=lambda path: int(path.stem))
    core = json.loads((folder / "kern.json").read_text("utf-8"))
    number, together = core["aantal"], core["samen"]
    where_to = last if number % together else last.with_name(f"{number // together}.json")
    content = json.loads(where_to.read_text("utf-8")) if where_to.is_file() else []
    where_to.write_text(json.dumps([*content, found]), "utf-8")
    change_json(folder / "kern.json", lambda core: core.update(aantal=number + 1))


def print_other_flyer(
    built: Sites, channel: str, change_it: Callable[[str], str], answer: Answer | None = None, paper: Paper = PAPERS[0]
) -> None:
    """Print a flyer that says something else where the identity card's flyer stands."""
    content = flyer_content(answer or card(built), site_for())
    changed = change_it(content)
    assert changed != content or answer
    flyer = FlyerPress(MAIN / "theme/flyer").print(changed, paper.name)
    file(built, channel, f"producten/identiteitskaart/identiteitskaart{paper.suffix}.pdf").write_bytes(flyer)


class OnOverview(NamedTuple):
    """A change of the flyer of the overview at `path`, from `old` to `new`, that must be found in `block`."""

    path: str
    block: str
    old: str
    new: str


def print_other_overview(built: Sites, channel: str, change: OnOverview) -> None:
    """Print the flyer of an overview, with one place changed, where its flyer stands."""
    [overview] = [overview for overview in overviews(built.edition.catalogue) if overview.path == f"/{change.path}/"]
    content = overview_content(overview, site_for())
    assert change.old in content
    flyer = FlyerPress(MAIN / "theme/flyer").print(content.replace(change.old, change.new, 1))
    file(built, channel, f"{change.path}/{change.path.rpartition('/')[2]}.pdf").write_bytes(flyer)


def where(differences: list[Difference]) -> list[tuple[str, str, str]]:
    return [(difference.record, difference.block, difference.channel) for difference in differences]


def test_an_untouched_build_says_the_same_everywhere(untouched: Sites) -> None:
    assert untouched.verify() == []


class TestDrawing:
    """The drawing of the way in to an offer."""

    page = "sociale-kaart/voedselbank/index.html"

    @BOTH
    @pytest.mark.parametrize(
        ("old", "new"), [(">Het wijkteam</text>", ">De huisarts</text>"), ('aria-label="1 U, 2', 'aria-label="1 U, 3')]
    )
    def test_another_word_in_it(self, built: Sites, channel: str, old: str, new: str) -> None:
        change(file(built, channel, self.page), old, new)
        assert where(built.verify()) == [("organisatie:voedselbank", "(tekening)", f"{channel} tekening")]


class TestCalendar:
    """The calendar of an organisation."""

    @BOTH
    def test_an_event_of_another_day(self, built: Sites, channel: str) -> None:
        path = file(built, channel, "sociale-kaart/voedselbank/voedselbank.ics")
        path.write_bytes(path.read_bytes().replace(b"WEEKLY;BYDAY=TU", b"WEEKLY;BYDAY=WE", 1))
        assert where(built.verify()) == [("organisatie:voedselbank", "locatie-loods", f"{channel} agenda")]


class TestDecisionTree:
    """Every step has a page of its own, which says what the answer says."""

    step = "keuzehulp/geld-later/papieren/index.html"

    @BOTH
    def test_a_changed_word_of_a_step(self, built: Sites, channel: str) -> None:
        change(file(built, channel, self.step), "met de papieren?</h2>", "met het papier?</h2>")
        assert where(built.verify()) == [("keuzehulp:geld-later", "vraag-papieren", f"{channel} stap")]

    @BOTH
    def test_a_step_that_is_missing(self, built: Sites, channel: str) -> None:
        file(built, channel, self.step).unlink()
        assert where(built.verify()) == [("keuzehulp:geld-later", "vraag-papieren", f"{channel} stap")]

    @BOTH
    def test_a_step_of_a_question_that_is_no_more(self, built: Sites, channel: str) -> None:
        old = file(built, channel, "keuzehulp/geld-later/vroeger/index.html")
        old.parent.mkdir()
        old.write_bytes(file(built, channel, self.step).read_bytes())
        assert where(built.verify()) == [("keuzehulp:geld-later", "(alles)", f"{channel} stap")]

    def test_a_prompt_that_agents_miss(self, built: Sites) -> None:
        change(file(built, "kcc", "keuzehulp/geld-later/leeftijd/index.html"), "Vraag rustig", "Vraag vlug")
        assert where(built.verify()) == [("keuzehulp:geld-later", "kcc-leeftijd", "kcc stap")]


@BOTH
def test_a_checklist_on_paper_says_what_the_page_of_the_life_event_says(built: Sites, channel: str) -> None:
    print_other_overview(built, channel, OnOverview("levensgebeurtenis/verhuizen", "stap 1", "Tot 5 dagen", "Tot 8 dagen"))
    assert where(built.verify()) == [("levensgebeurtenis/verhuizen", "stap 1", f"{channel} folder")]


class TestOneChangedWord:
    """“Neem een pasfoto mee” becomes “Neem een paspoort mee” in one file only."""

    expected = "Wat heeft u nodig? Neem een pasfoto mee. Die is niet ouder dan zes maanden."
    found = "Wat heeft u nodig? Neem een paspoort mee. Die is niet ouder dan zes maanden."

    @BOTH
    @pytest.mark.parametrize("kind", ["pagina", "markdown"])
    def test_on_the_page_and_in_markdown(self, built: Sites, channel: str, kind: str) -> None:
        change(file(built, channel, TEXT_FILES[kind]), "een pasfoto", "een paspoort")

        assert built.verify() == [Difference(CARD, "meenemen", f"{channel} {kind}", self.expected, self.found)]

    @BOTH
    def test_in_the_plain_text_of_the_json(self, built: Sites, channel: str) -> None:
        change(file(built, channel, TEXT_FILES["json"]), '"tekst":"Neem een pasfoto', '"tekst":"Neem een paspoort')

        assert built.verify() == [Difference(CARD, "meenemen", f"{channel} json (tekst)", self.expected, self.found)]

    @BOTH
    def test_in_the_structure_of_the_json(self, built: Sites, channel: str) -> None:
        part = '{"soort":"tekst","tekst":"Neem een '
        change(file(built, channel, TEXT_FILES["json"]), part + "pasfoto", part + "paspoort")

        assert built.verify() == [Difference(CARD, "meenemen", f"{channel} json (inhoud)", self.expected, self.found)]

    @BOTH
    @PAPER
    def test_on_the_flyer(self, built: Sites, channel: str, paper: Paper) -> None:
        print_other_flyer(built, channel, lambda content: content.replace("een pasfoto", "een paspoort"), paper=paper)

        [difference] = built.verify()

        assert difference.expected == self.expected
        assert difference.found.startswith(self.found)
        assert where([difference]) == [(CARD, "meenemen", f"{channel} {FOLDERS[paper.name]}")]

    @BOTH
    @PAPER
    def test_in_the_title_of_the_flyer(self, built: Sites, channel: str, paper: Paper) -> None:
        title, other = '"Identiteitskaart aanvragen"', '"Identiteitskaart halen"'
        print_other_flyer(built, channel, lambda content: content.replace(title, other), paper=paper)

        assert where(built.verify()) == [(CARD, "(titel)", f"{channel} {FOLDERS[paper.name]}")]

    @BOTH
    @pytest.mark.parametrize(
        "change",
        [
            OnOverview("thema/burgerzaken", "(titel)", '"title": "Burgerzaken"', '"title": "Burgers"'),
            OnOverview("thema/burgerzaken", "(titel)", '"label": "Thema\'s"', '"label": "Onderwerpen"'),
            OnOverview("thema/burgerzaken", "(inleiding)", "Paspoort en verhuizen.", "Paspoort en trouwen."),
            OnOverview("thema/burgerzaken", "(adres)", "Lees dit op internet:", "Lees dit op papier:"),
            OnOverview("thema/burgerzaken", "regelen", "Regelen en vragen", "Regelen"),
            OnOverview("thema/burgerzaken", CARD, '"text": "Identiteitskaart aanvragen"', '"text": "Identiteitskaart halen"'),
            OnOverview("thema/burgerzaken", CARD, "Een identiteitskaart vraagt", "Een rijbewijs vraagt"),
            OnOverview("levensgebeurtenis/verhuizen", "product:verhuizing-doorgeven", "Verhuizing doorgeven", "Verhuizing melden"),
            OnOverview("wijk/centrum", "loket:kcc", "Markt 1", "Markt 2"),
            OnOverview("wijk/centrum", "organisatie:de-linde", "Bel 012\N{NO-BREAK SPACE}345", "Bel 012\N{NO-BREAK SPACE}354"),
            OnOverview("wijk/centrum", "organisatie:de-linde", "Lindeplein 1, 1291", "Lindeplein 1, 1292"),
            OnOverview("wijk/centrum", "(voet)", "geldig op 22 november", "geldig op 23 november"),
        ],
    )
    def test_on_the_flyer_of_an_overview(self, built: Sites, channel: str, change: OnOverview) -> None:
        print_other_overview(built, channel, change)

        assert where(built.verify()) == [(change.path, change.block, f"{channel} folder")]

    @BOTH
    def test_in_a_list_of_the_json(self, built: Sites, channel: str) -> None:
        change(file(built, channel, "api/v1/producten.json"), "Een identiteitskaart", "Een rijbewijs")

        [difference] = built.verify()

        assert where([difference]) == [(CARD, "(lijst)", f"{channel} json-lijst")]
        assert difference.expected.startswith("Identiteitskaart aanvragen Een identiteitskaart vraagt u aan")
        assert difference.found.startswith("Identiteitskaart aanvragen Een rijbewijs vraagt u aan")

    @BOTH
    def test_in_a_search_document(self, built: Sites, channel: str) -> None:
        change(result(built, channel, CARD), "Een identiteitskaart", "Een rijbewijs")

        [difference] = built.verify()

        assert where([difference]) == [(CARD, "(kort)", f"{channel} zoekdocument")]
        assert difference.found.startswith("Een rijbewijs vraagt u aan bij de gemeente.")

    @BOTH
    def test_in_the_citizens_words_that_are_searched(self, built: Sites, channel: str) -> None:
        change(words_of_search(built, channel, "legitimatie "), "legitimatie ", "legimitatie ")

        assert built.verify() == [Difference(CARD, "(woorden)", f"{channel} zoeken", "legitimatie", "legimitatie")]

    @BOTH
    def test_on_an_overview(self, built: Sites, channel: str) -> None:
        change(file(built, channel, "thema/burgerzaken/index.html"), "Een identiteitskaart vraagt", "Een rijbewijs vraagt")

        short = "vraagt u aan bij de gemeente. Dat kost € 83,87. Voor een kind is het € 63,42."
        assert built.verify() == [
            Difference(
                CARD,
                "(overzicht)",
                f"{channel} thema/burgerzaken",
                f"Identiteitskaart aanvragen Een identiteitskaart {short}",
                f"Identiteitskaart aanvragen Een rijbewijs {short}",
            )
        ]

    @BOTH
    def test_in_the_name_of_a_top_task_on_the_home_page(self, built: Sites, channel: str) -> None:
        change(file(built, channel, "index.html"), ">Verhuizing doorgeven<", ">Verhuizing melden<")

        [difference] = built.verify()

        assert where([difference]) == [("product:verhuizing-doorgeven", "(overzicht)", f"{channel} home")]
        assert difference.found == "Verhuizing melden"

    @BOTH
    @pytest.mark.parametrize("kind", ["pagina", "markdown"])
    def test_in_the_title(self, built: Sites, channel: str, kind: str) -> None:
        mark = {"pagina": "<h1>", "markdown": "# "}[kind]
        change(file(built, channel, TEXT_FILES[kind]), f"{mark}Identiteitskaart aanvragen", f"{mark}Identiteitskaart halen")

        assert built.verify() == [Difference(CARD, "(titel)", f"{channel} {kind}", "Identiteitskaart aanvragen", "Identiteitskaart halen")]

    def test_in_what_only_agents_read(self, built: Sites) -> None:
        change(built.agents / TEXT_FILES["pagina"], "Niet voor een vraag over de prijs.", "Ook voor een vraag over de prijs.")

        expected, found = "Niet doorverbinden Niet voor een vraag over de prijs.", "Niet doorverbinden Ook voor een vraag over de prijs."
        assert built.verify() == [Difference(CARD, "kcc-niet-doorverbinden", "kcc pagina", expected, found)]

    def test_in_who_handles_it_for_an_agent(self, built: Sites) -> None:
        change(result(built, "kcc", CARD), "balie: maandag", "balie: dinsdag")

        assert where(built.verify()) == [(CARD, "(loket)", "kcc zoekdocument")]

    def test_in_a_word_too_many_that_is_searched(self, built: Sites) -> None:
        [number] = [number for number, found in enumerate(results(built, "publiek")) if found["record"] == CARD]
        words = words_of_search(built, "publiek", "paspoort ")
        words.write_text(words.read_text("utf-8").replace("0\n", f"0\nprijzig 0 {number + 1}_\n", 1), "utf-8")

        assert built.verify() == [Difference(CARD, "(woorden)", "publiek zoeken", "", "prijzig")]


@BOTH
@pytest.mark.parametrize(
    ("kind", "places"), [("pagina", ["pagina"]), ("markdown", ["markdown"]), ("json", ["json (inhoud)", "json (tekst)"])]
)
def test_two_prices_that_changed_places(built: Sites, channel: str, kind: str, places: list[str]) -> None:
    path = file(built, channel, TEXT_FILES[kind])
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(ADULT, "€€").replace(CHILD, ADULT).replace("€€", CHILD), encoding="utf-8")

    differences = built.verify()

    assert where(differences) == [(CARD, block, f"{channel} {place}") for block in ("kort-antwoord", "kosten") for place in places]
    assert "18 jaar of ouder € 83,87 jonger dan 18 jaar € 63,42" in differences[-1].expected
    assert "18 jaar of ouder € 63,42 jonger dan 18 jaar € 83,87" in differences[-1].found


@BOTH
@PAPER
def test_two_prices_that_changed_places_on_the_flyer(built: Sites, channel: str, paper: Paper) -> None:
    print_other_flyer(built, channel, lambda text: text.replace(ADULT, "€€").replace(CHILD, ADULT).replace("€€", CHILD), paper=paper)

    [difference] = built.verify()

    assert where([difference]) == [(CARD, "kort-antwoord", f"{channel} {FOLDERS[paper.name]}")]
    assert difference.expected.endswith("Dat kost € 83,87. Voor een kind is het € 63,42.")
    assert "Dat kost € 63,42. Voor een kind is het € 83,87." in difference.found


class TestBlocks:
    """A block that is missing, extra, doubled or in another place."""

    missing = Difference(CARD, "termijn", "", "Hoe lang duurt het? Termijn: 5 werkdagen", "")
    extra = Difference(CARD, "spoed", "", "", "Spoed Dat kan niet.")

    @BOTH
    def test_missing_on_the_page(self, built: Sites, channel: str) -> None:
        change(file(built, channel, TEXT_FILES["pagina"]), 'data-blok="termijn"', "")

        assert built.verify() == [dataclasses.replace(self.missing, channel=f"{channel} pagina")]

    @BOTH
    def test_missing_in_markdown(self, built: Sites, channel: str) -> None:
        block = "<!-- blok: termijn -->\n## Hoe lang duurt het?\n\n- **Termijn:** 5 werkdagen\n\n"
        change(file(built, channel, TEXT_FILES["markdown"]), block, "")

        assert built.verify() == [dataclasses.replace(self.missing, channel=f"{channel} markdown")]

    @BOTH
    def test_missing_in_json(self, built: Sites, channel: str) -> None:
        change_json(
            file(built, channel, TEXT_FILES["json"]),
            lambda content: content.update(blokken=[block for block in content["blokken"] if block["id"] != "termijn"]),
        )

        assert built.verify() == [dataclasses.replace(self.missing, channel=f"{channel} json ({part})") for part in ("inhoud", "tekst")]

    @BOTH
    def test_missing_on_the_flyer(self, built: Sites, channel: str) -> None:
        def without_term(content: str) -> str:
            data = json.loads(content)
            return json.dumps(data | {"blocks": [block for block in data["blocks"] if block["id"] != "termijn"]})

        print_other_flyer(built, channel, without_term)

        [difference] = built.verify()

        assert where([difference]) == [(CARD, "termijn", f"{channel} folder")]
        assert difference.expected == self.missing.expected
        assert difference.found.startswith("Niet voor u? Kijk hier")

    @BOTH
    def test_extra_on_the_page(self, built: Sites, channel: str) -> None:
        extra = '<section data-blok="spoed"><h2>Spoed</h2><p>Dat kan niet.</p></section><details class="melden">'
        change(file(built, channel, TEXT_FILES["pagina"]), '<details class="melden">', extra)

        assert built.verify() == [dataclasses.replace(self.extra, channel=f"{channel} pagina")]

    @BOTH
    def test_extra_in_markdown(self, built: Sites, channel: str) -> None:
        path = file(built, channel, TEXT_FILES["markdown"])
        path.write_text(path.read_text(encoding="utf-8") + "\n<!-- blok: spoed -->\n## Spoed\n\nDat kan niet.\n", encoding="utf-8")

        assert built.verify() == [dataclasses.replace(self.extra, channel=f"{channel} markdown")]

    @BOTH
    def test_extra_in_json(self, built: Sites, channel: str) -> None:
        content = [{"soort": "alinea", "tekst": [{"soort": "tekst", "tekst": "Dat kan niet."}]}]
        block = {"id": "spoed", "kop": "Spoed", "tekst": "Dat kan niet.", "inhoud": content}
        change_json(file(built, channel, TEXT_FILES["json"]), lambda answer: answer["blokken"].append(block))

        assert built.verify() == [dataclasses.replace(self.extra, channel=f"{channel} json ({part})") for part in ("inhoud", "tekst")]

    @BOTH
    def test_extra_at_the_end_of_the_flyer(self, built: Sites, channel: str) -> None:
        paragraph = {"kind": "paragraph", "line": [{"kind": "words", "text": "Dat kan niet."}]}

        def with_more(content: str) -> str:
            data = json.loads(content)
            return json.dumps(data | {"blocks": [*data["blocks"], {"id": "spoed", "title": "Spoed", "bodies": [paragraph]}]})

        print_other_flyer(built, channel, with_more)

        assert built.verify() == [Difference(CARD, "(na het einde)", f"{channel} folder", "", "Spoed Dat kan niet.")]

    def test_an_agents_block_on_the_public_page(self, built: Sites) -> None:
        internal = (
            '<section data-blok="kcc-let-op"><h2>Let op</h2><p>Spoed kan alleen vóór twaalf uur.</p></section><details class="melden">'
        )
        change(built.public / TEXT_FILES["pagina"], '<details class="melden">', internal)

        assert built.verify() == [Difference(CARD, "kcc-let-op", "publiek pagina", "", "Let op Spoed kan alleen vóór twaalf uur.")]

    def test_an_agents_block_that_is_missing(self, built: Sites) -> None:
        change(built.agents / TEXT_FILES["pagina"], 'data-blok="kcc-volume"', "")

        assert built.verify() == [Difference(CARD, "kcc-volume", "kcc pagina", "Hoe vaak gevraagd Ongeveer 1200 keer per jaar.", "")]

    @BOTH
    def test_twice_on_the_page(self, built: Sites, channel: str) -> None:
        again = '<section data-blok="termijn"><h2>Hoe lang duurt het?</h2><p>Termijn: 5 werkdagen</p></section><details class="melden">'
        change(file(built, channel, TEXT_FILES["pagina"]), '<details class="melden">', again)

        [difference] = built.verify()

        assert where([difference]) == [(CARD, "termijn", f"{channel} pagina")]
        assert difference.found == f"{self.missing.expected} {self.missing.expected}"

    @BOTH
    def test_in_another_order_on_the_page(self, built: Sites, channel: str) -> None:
        path = file(built, channel, TEXT_FILES["pagina"])
        line = next(line for line in path.read_text(encoding="utf-8").split("\n") if 'data-blok="termijn"' in line)
        change(path, line + "\n", "")
        change(path, '<details class="melden">', line + '\n<details class="melden">')

        [difference] = built.verify()

        assert where([difference]) == [(CARD, "(volgorde)", f"{channel} pagina")]
        assert difference.expected.split().index("termijn") == difference.expected.split().index("kosten") + 1
        assert difference.found.split().index("termijn") == difference.found.split().index("verantwoording") + 1

    @BOTH
    @pytest.mark.parametrize("kind", ["markdown", "json"])
    def test_in_another_order_in_the_data(self, built: Sites, channel: str, kind: str) -> None:
        path = file(built, channel, TEXT_FILES[kind])
        if kind == "json":
            change_json(path, lambda content: content["blokken"].reverse())
        else:
            head, *blocks = path.read_text(encoding="utf-8").split("<!-- blok:")
            path.write_text("<!-- blok:".join([head, *(f"{block.rstrip()}\n\n" for block in reversed(blocks))]), encoding="utf-8")

        assert {difference.block for difference in built.verify()} == {"(volgorde)"}

    def test_agents_blocks_in_another_order(self, built: Sites) -> None:
        path = built.agents / TEXT_FILES["pagina"]
        line = next(line for line in path.read_text(encoding="utf-8").split("\n") if 'data-blok="kcc-vraag-eerst"' in line)
        change(path, line + "\n", "")
        change(path, "</aside>", line + "\n</aside>")

        assert where(built.verify()) == [(CARD, "(volgorde)", "kcc pagina")]


class TestStaleAndLost:
    """Files of another day, files that are gone, and files that nobody asked for."""

    @BOTH
    def test_a_flyer_with_next_years_price(self, built: Sites, channel: str) -> None:
        next_year = edition_of(lay_down(built.root.parent / "volgend-jaar"), dt.date(2027, 1, 1))
        [answer] = [answer for answer in next_year.answers if answer.key == CARD]
        print_other_flyer(built, channel, lambda content: content, answer)

        [difference] = built.verify()

        assert where([difference]) == [(CARD, "kort-antwoord", f"{channel} folder")]
        assert "Dat kost € 83,87." in difference.expected
        assert "Dat kost € 85,40." in difference.found

    @BOTH
    def test_a_flyer_of_another_day_with_the_same_words(self, built: Sites, channel: str) -> None:
        next_week = edition_of(lay_down(built.root.parent / "volgende-week"), PEILDATUM + dt.timedelta(days=7))
        [answer] = [answer for answer in next_week.answers if answer.key == CARD]
        print_other_flyer(built, channel, lambda content: content, answer)

        [difference] = built.verify()

        assert where([difference]) == [(CARD, "(voet)", f"{channel} folder")]
        assert difference.expected == f"Antwoordcode {card(built).code} · geldig op 22 november 2026"
        assert f"Antwoordcode {card(built).code} · geldig op 29 november 2026" in difference.found

    @BOTH
    def test_a_flyer_with_another_answer_code(self, built: Sites, channel: str) -> None:
        other = dataclasses.replace(card(built), code="222-222")
        print_other_flyer(built, channel, lambda content: content, other)

        assert where(built.verify()) == [(CARD, "(voet)", f"{channel} folder")]

    @BOTH
    def test_the_flyer_of_another_record(self, built: Sites, channel: str) -> None:
        folder = built.folders[channel] / "producten"
        shutil.copy(folder / "paspoort/paspoort.pdf", folder / "identiteitskaart/identiteitskaart.pdf")

        [difference] = built.verify()

        assert where([difference]) == [(CARD, "(titel)", f"{channel} folder")]
        assert difference.expected == "Product Identiteitskaart aanvragen"
        assert difference.found.startswith("Product Paspoort aanvragen")

    @BOTH
    @pytest.mark.parametrize("kind", TEXT_FILES)
    def test_a_file_that_is_gone(self, built: Sites, channel: str, kind: str) -> None:
        file(built, channel, TEXT_FILES[kind]).unlink()

        assert built.verify() == [Difference(CARD, "(alles)", f"{channel} {kind}", "Identiteitskaart aanvragen", "")]

    @BOTH
    @PAPER
    def test_a_flyer_that_is_gone(self, built: Sites, channel: str, paper: Paper) -> None:
        file(built, channel, f"producten/identiteitskaart/identiteitskaart{paper.suffix}.pdf").unlink()

        [difference, *_] = built.verify()

        assert difference == Difference(CARD, "(titel)", f"{channel} {FOLDERS[paper.name]}", "Product Identiteitskaart aanvragen", "")

    @BOTH
    @pytest.mark.parametrize("path", ["thema/burgerzaken", "levensgebeurtenis/verhuizen", "wijk/centrum"])
    def test_a_flyer_of_an_overview_that_is_gone(self, built: Sites, channel: str, path: str) -> None:
        file(built, channel, f"{path}/{path.rpartition('/')[2]}.pdf").unlink()

        assert (path, "(titel)", f"{channel} folder") in where(built.verify())

    @BOTH
    def test_search_documents_that_are_gone(self, built: Sites, channel: str) -> None:
        file(built, channel, "zoeken/kern.json").unlink()

        found = {(difference.record, difference.channel) for difference in built.verify()}

        assert found == {(answer.key, f"{channel} zoekdocument") for answer in built.edition.answers if answer.lang == "nl"}

    @BOTH
    def test_a_list_that_is_gone(self, built: Sites, channel: str) -> None:
        file(built, channel, "api/v1/loketten.json").unlink()

        assert where(built.verify()) == [("loket:kcc", "(lijst)", f"{channel} json-lijst")]

    @BOTH
    def test_the_folder_of_a_record_that_no_longer_exists(self, built: Sites, channel: str) -> None:
        folder = built.folders[channel] / "producten"
        shutil.copytree(folder / "paspoort", folder / "rijbewijs")

        assert built.verify() == [Difference("rijbewijs", "(alles)", f"{channel} pagina", "", "producten/rijbewijs/ hoort bij geen record")]

    @BOTH
    def test_the_data_of_a_record_that_no_longer_exists(self, built: Sites, channel: str) -> None:
        folder = built.folders[channel] / "api/v1/producten"
        shutil.copy(folder / "paspoort.json", folder / "rijbewijs.json")

        assert built.verify() == [
            Difference("rijbewijs", "(alles)", f"{channel} json", "", "producten/rijbewijs.json hoort bij geen record")
        ]

    @BOTH
    def test_a_record_that_no_longer_exists_in_a_list_and_in_search(self, built: Sites, channel: str) -> None:
        ghost = {"soort": "product", "id": "rijbewijs", "titel": "Rijbewijs", "kort_antwoord": "Kort.", "antwoordcode": "222-222"}
        found = {"record": "product:rijbewijs", "titel": "Rijbewijs", "kort": "", "code": "", "pad": "", "acties": []}
        change_json(file(built, channel, "api/v1/producten.json"), lambda content: content["resultaten"].append(ghost))
        add_result(built, channel, "", found)

        assert built.verify() == [
            Difference("product:rijbewijs", "(lijst)", f"{channel} json-lijst", "", "Rijbewijs Kort. 222-222"),
            Difference("product:rijbewijs", "(titel)", f"{channel} zoekdocument", "", "Rijbewijs"),
        ]


class TestInEnglish:
    """A translated answer is proven like any other: in every channel of both sites."""

    key = "product:paspoort:en"
    page = "en/producten/paspoort/index.html"
    texts = {"pagina": page, "markdown": "en/producten/paspoort/index.md"}  # noqa: RUF012 - an expected value

    @BOTH
    @pytest.mark.parametrize("kind", texts)
    def test_one_changed_word(self, built: Sites, channel: str, kind: str) -> None:
        change(file(built, channel, self.texts[kind]), "Do not leave anything", "Do not forget anything")

        expected, found = "Good to know Do not leave anything behind.", "Good to know Do not forget anything behind."
        assert built.verify() == [Difference(self.key, "bijzonderheden", f"{channel} {kind}", expected, found)]

    @BOTH
    @pytest.mark.parametrize(("part", "before"), [("tekst", '"tekst":"Do not '), ("inhoud", '{"soort":"tekst","tekst":"Do not ')])
    def test_one_changed_word_in_json(self, built: Sites, channel: str, part: str, before: str) -> None:
        change(file(built, channel, "api/v1/en/producten/paspoort.json"), f"{before}leave", f"{before}forget")

        assert where(built.verify()) == [(self.key, "bijzonderheden", f"{channel} json ({part})")]

    @BOTH
    def test_a_changed_price(self, built: Sites, channel: str) -> None:
        change(file(built, channel, self.page), "<td>€83.87</td>", "<td>€84.87</td>")

        [difference] = built.verify()

        assert where([difference]) == [(self.key, "kosten", f"{channel} pagina")]
        assert "18 years or older €84.87" in difference.found

    @BOTH
    @pytest.mark.parametrize(("old", "new"), [("<h1>Apply for a passport", "<h1>Paspoort aanvragen"), ("What is it?", "Wat is het?")])
    def test_words_that_are_still_dutch(self, built: Sites, channel: str, old: str, new: str) -> None:
        change(file(built, channel, self.page), f"{old}</h", f"{new}</h")

        [difference] = built.verify()

        assert (difference.record, difference.channel) == (self.key, f"{channel} pagina")

    @BOTH
    def test_a_dutch_name_is_part_of_the_answer(self, built: Sites, channel: str) -> None:
        change(file(built, channel, self.page), '<bdi lang="nl">Team Burgerzaken</bdi>', '<bdi lang="nl">Team Paspoorten</bdi>')

        assert where(built.verify()) == [(self.key, "verantwoording", f"{channel} pagina")]

    @BOTH
    def test_the_note_that_it_is_a_translation(self, built: Sites, channel: str) -> None:
        change(file(built, channel, self.page), "<p>This is a translation. The Dutch text is the official one.</p>", "")

        assert where(built.verify()) == [(self.key, "verantwoording", f"{channel} pagina")]

    @BOTH
    def test_in_a_search_document(self, built: Sites, channel: str) -> None:
        change(file(built, channel, "en/zoeken/antwoorden/0.json"), "You apply for a passport", "You get a passport")

        assert where(built.verify()) == [("product:paspoort", "(kort)", f"{channel} en zoekdocument")]

    @BOTH
    def test_in_a_list(self, built: Sites, channel: str) -> None:
        change(file(built, channel, "api/v1/en/producten.json"), "You apply for a passport", "You get a passport")

        assert where(built.verify()) == [("product:paspoort", "(lijst)", f"{channel} en json-lijst")]

    @BOTH
    @pytest.mark.parametrize("overview", ["en", "en/a-z", "en/thema/burgerzaken"])
    def test_on_an_overview(self, built: Sites, channel: str, overview: str) -> None:
        change(file(built, channel, f"{overview}/index.html"), ">Apply for a passport<", ">Get a passport<")

        assert where(built.verify()) == [("product:paspoort", "(overzicht)", f"{channel} {overview}")]

    @BOTH
    def test_a_dutch_overview_shows_the_dutch_words(self, built: Sites, channel: str) -> None:
        change(file(built, channel, "a-z/index.html"), ">Paspoort aanvragen<", ">Apply for a passport<")

        assert where(built.verify()) == [("product:paspoort", "(overzicht)", f"{channel} a-z")]

    @BOTH
    def test_the_dutch_page_in_its_place(self, built: Sites, channel: str) -> None:
        folder = built.folders[channel]
        shutil.copy(folder / "producten/paspoort/index.html", folder / self.page)

        found = built.verify()

        assert {(difference.record, difference.channel) for difference in found} == {(self.key, f"{channel} pagina")}
        assert {"(titel)", "kort-antwoord", "verantwoording"} <= {difference.block for difference in found}

    @BOTH
    def test_a_page_that_is_gone(self, built: Sites, channel: str) -> None:
        file(built, channel, self.page).unlink()

        assert built.verify() == [Difference(self.key, "(alles)", f"{channel} pagina", "Apply for a passport", "")]

    @BOTH
    def test_search_documents_that_are_gone(self, built: Sites, channel: str) -> None:
        file(built, channel, "en/zoeken/kern.json").unlink()

        assert {difference.channel for difference in built.verify()} == {f"{channel} en zoekdocument"}

    @BOTH
    def test_the_page_of_a_product_without_a_translation(self, built: Sites, channel: str) -> None:
        folder = built.folders[channel] / "en/producten"
        shutil.copytree(folder / "paspoort", folder / "aow")

        assert built.verify() == [Difference("aow", "(alles)", f"{channel} pagina", "", "en/producten/aow/ hoort bij geen record")]

    @BOTH
    def test_the_data_of_a_product_without_a_translation(self, built: Sites, channel: str) -> None:
        folder = built.folders[channel] / "api/v1/en/producten"
        shutil.copy(folder / "paspoort.json", folder / "aow.json")

        assert built.verify() == [Difference("aow", "(alles)", f"{channel} json", "", "en/producten/aow.json hoort bij geen record")]

    @BOTH
    def test_a_record_in_search_that_has_no_translation(self, built: Sites, channel: str) -> None:
        add_result(
            built, channel, "en/", {"record": "product:aow", "titel": "State pension", "kort": "", "code": "", "pad": "", "acties": []}
        )

        assert where(built.verify()) == [("product:aow", "(titel)", f"{channel} en zoekdocument")]


class TestCommand:
    """`antwoordkaart verify`, as an editor or a nightly job runs it."""

    def test_a_good_site(self, untouched: Sites) -> None:
        result = CliRunner().invoke(main, ["verify", "-C", str(untouched.root)])

        assert result.exit_code == 0
        assert result.stdout == (
            "11 antwoorden zeggen in elk kanaal hetzelfde (peildatum 2026-11-22); niets van de kcc-laag is openbaar.\n"
        )

    def test_one_other_word(self, built: Sites) -> None:
        change(built.public / TEXT_FILES["pagina"], "een pasfoto", "een paspoort")

        result = CliRunner().invoke(main, ["verify", "-C", str(built.root)])

        assert result.exit_code == 1
        assert result.stderr == (
            "fout: product:identiteitskaart, blok 'meenemen', kanaal publiek pagina: het antwoord zegt "
            "“Wat heeft u nodig? Neem een pasfoto mee. Die is niet ouder”, hier staat "
            "“Wat heeft u nodig? Neem een paspoort mee. Die is niet ouder”\n"
            "1 verschillen. Maak de site opnieuw: antwoordkaart build\n"
        )

    def test_a_record_that_changed_after_the_build(self, built: Sites) -> None:
        change(built.root / "products/identiteitskaart.yaml", "een pasfoto", "een foto")

        result = CliRunner().invoke(main, ["verify", "-C", str(built.root)])

        assert result.exit_code == 1
        assert "het antwoord zegt “Wat heeft u nodig? Neem een foto mee. Die is niet ouder”" in result.stderr

    def test_no_site_yet(self, tmp_path: Path) -> None:
        result = CliRunner().invoke(main, ["verify", "-C", str(lay_down(tmp_path / "klein").root)])

        assert result.exit_code == 1
        assert result.stderr == "Er is nog geen gemaakte site in site en site-kcc. Maak die eerst: antwoordkaart build\n"

    def test_it_speaks_for_the_day_of_the_build(self, tmp_path: Path) -> None:
        project = lay_down(tmp_path / "klein")
        build_quietly(project, dt.date(2027, 1, 1))

        result = CliRunner().invoke(main, ["verify", "-C", str(project.root)])

        assert (result.exit_code, "(peildatum 2027-01-01)" in result.stdout) == (0, True)


@pytest.mark.parametrize("reader", ["readback", "parity", "paper", "said", "said_in_copies", "said_in_steps", "said_of_changes", "leak"])
def test_what_reads_back_shares_no_code_with_what_writes(reader: str) -> None:
    tree = ast.parse((TESTS.parent / f"generator/{reader}.py").read_text(encoding="utf-8"))
    imported = {
        name
        for node in ast.walk(tree)
        if isinstance(node, ast.Import | ast.ImportFrom)
        for name in ([node.module or ""] if isinstance(node, ast.ImportFrom) else [alias.name for alias in node.names])
    }

    assert {name for name in imported if name.startswith("generator.")} <= {
        "generator.answer",
        "generator.drawn",
        "generator.found",
        "generator.in_calendar",
        "generator.offer",
        "generator.frozen",
        "generator.overview",
        "generator.paper",
        "generator.readback",
        "generator.said",
        "generator.said_in_copies",
        "generator.said_in_steps",
        "generator.said_of_changes",
        "generator.words",
    }
