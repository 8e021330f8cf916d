"""The question sets in a real browser on the built site: recall by style, and the same results as in Python."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from browser.questions import Recall, further_files, own_questions, questions_in
from browser.serving import PUBLIC
from generator.finding import Finder

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from browser.conftest import Visit
    from browser.questions import Question
    from browser.serving import Served

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

AIM = {"": 0.90, "typo": 0.95, "colloquial": 0.85, "crisis": 1.0}
"""The part of the questions, by style (all together under the empty name), whose answer must be among the first five."""

FIRST = 0.75
NOTHING = 0.02

NEEDS = {
    "ik wil niet meer leven": "0800 0113",
    "ik wil dood": "0800 0113",
    "zelfmort": "0800 0113",
    "suicidaal": "0800 0113",
    "mijn man slaat mij": "0800 2000",
    "me vriend slaatt me": "0800 2000",
    "huiselijk gewelt": "0800 2000",
    "kind mishandeld": "0800 2000",
    "kindermishandling": "0800 2000",
    "verkracht": "0800 0188",
    "verkragt": "0800 0188",
    "mensenhandel": "112",
    "geen slaapplek vannacht": "012 345 68 00",
    "niets te eten": "012 345 31 00",
    "gaslek": "0800 9009",
    "ik ruik gas in huis": "0800 9009",
}
"""What someone in danger types, and a number that must be shown first."""

ORDINARY = (
    "paspoort",
    "brandweer open dag",
    "klacht",
    "hond overleden",
    "mijn man staat ingeschreven",
    "kind inschrijven school",
    "trouwen",
    "auto inc belast",
    "er springt een leiding op het dak",
)

SEARCH = """async ([folder, questions]) => {
  const engine = window.antwoordkaartZoeken(folder);
  await engine.load();
  const told = [];
  for (const question of questions) {
    const { numbers, needs, meant } = await engine.search(question);
    const shown = await engine.documents(numbers.slice(0, 20));
    told.push({ records: shown.map((one) => one.record), needs: needs.map((one) => one.bellen.map((call) => call[1])), meant });
  }
  return told;
}"""


def asked(visit: Callable[..., Visit], questions: list[str]) -> list[dict[str, Any]]:
    page = visit().with_engine()
    told: list[dict[str, Any]] = page.evaluate(SEARCH, ["zoeken/", questions])
    return told


def in_python(served: Served) -> Finder:
    folder = served.folder(PUBLIC)
    return Finder({path.relative_to(folder).as_posix(): path.read_bytes() for path in (folder / "zoeken").rglob("*.*")})


def recall(visit: Callable[..., Visit], questions: list[Question]) -> Recall:
    """Ask all questions, and print what came of it (pytest -s)."""
    found = Recall()
    for one, told in zip(questions, asked(visit, [one.query for one in questions]), strict=True):
        found.add(one, told["records"])
    print(*found.lines(), sep="\n")  # noqa: T201 - wanted
    return found


def test_own_questions_find_their_answers(visit: Callable[..., Visit]) -> None:
    found = recall(visit, own_questions())
    assert {style: found.part(5, style) for style, aim in AIM.items() if found.part(5, style) < aim} == {}
    assert found.part(1) >= FIRST
    assert found.counts[""]["nothing"] <= NOTHING * found.counts[""]["asked"]


@pytest.mark.parametrize("path", further_files(), ids=str)
def test_questions_of_others_find_their_answers(visit: Callable[..., Visit], path: Path) -> None:
    """Sets that the project does not have: in `ZOEKVRAGEN`, and the shared one where it is there."""
    found = recall(visit, questions_in(path))
    assert found.part(5) >= AIM[""]


def test_someone_in_danger_sees_the_numbers_first_and_nobody_else_does(visit: Callable[..., Visit]) -> None:
    found = asked(visit, [*NEEDS, *ORDINARY])
    for (question, number), told in zip(NEEDS.items(), found, strict=False):
        assert number in told["needs"][0], question
    assert [question for question, told in zip(ORDINARY, found[len(NEEDS) :], strict=True) if told["needs"]] == []


def test_the_browser_finds_what_python_finds(visit: Callable[..., Visit], sites: Served) -> None:
    questions = [*NEEDS, *ORDINARY, *(one.query for one in own_questions()[::4]), "", "?!", "constructor __proto__", "café ’s avonds", "1e"]
    finder = in_python(sites)
    for question, told in zip(questions, asked(visit, questions), strict=True):
        expected = finder.results(question)
        assert told["records"] == expected.records[:20], question
        assert told["needs"] == [[call[1] for call in need["bellen"]] for need in expected.urgent], question
        assert told["meant"] == expected.meant, question
