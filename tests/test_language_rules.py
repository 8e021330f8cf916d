"""What can be wrong with lists of words, and with translations into a language that has none."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.problems import Level
from generator.records.invulling import FILLED_IN

if TYPE_CHECKING:
    from conftest import Project

NL, EN, PASSPORT = "content/talen/nl.yaml", "content/talen/en.yaml", "products/paspoort.yaml"


def told(klein: Project) -> list[tuple[str, str, int, str]]:
    """Give file, rule, line and message of every problem."""
    return [(at.file, problem.rule, at.line, problem.message) for problem in klein.check().problems for at in [problem.position]]


def line_of(klein: Project, path: str, words: str) -> int:
    lines = (klein.root / path).read_text(encoding="utf-8").splitlines()
    return next(number for number, line in enumerate(lines, 1) if line.strip().startswith(words))


class TestWords:
    """Every list has all words and no others, with the same filled in."""

    @pytest.mark.parametrize("path", [NL, EN])
    def test_a_word_that_is_missing(self, klein: Project, path: str) -> None:
        text = (klein.root / path).read_text(encoding="utf-8")
        klein.write(path, "".join(line for line in text.splitlines(keepends=True) if not line.startswith(("  zoeken:", "  loketten:"))))

        assert told(klein) == [(path, "taal-onvolledig", line_of(klein, path, "woorden:"), "er ontbreken woorden, als eerste 'loketten'")]

    def test_a_word_that_is_not_used_stops_nothing(self, klein: Project) -> None:
        klein.append(EN, "  hoome: Home\n")
        [problem] = klein.check().problems

        assert (problem.rule, problem.level, problem.message) == (
            "taal-onbekend-woord",
            Level.WAARSCHUWING,
            "het woord 'hoome' wordt nergens gebruikt",
        )
        assert problem.position.line == line_of(klein, EN, "hoome:")

    @pytest.mark.parametrize(
        ("path", "old", "new", "name"),
        [
            (EN, "bel: Call {nummer}", "bel: Call us", "bel"),
            (EN, "bel: Call {nummer}", 'bel: "Call {number}"', "bel"),
            (EN, "bel: Call {nummer}", 'bel: "Call {nummer} or {nummer}"', "bel"),
            (NL, "bel: Bel {nummer}", 'bel: "Bel {nummer"', "bel"),
            (NL, "bel: Bel {nummer}", "bel: Bel ons", "bel"),
            (NL, 'verhuisd-naar: "Ga naar []."', 'verhuisd-naar: "Ga daarheen."', "verhuisd-naar"),
            (EN, "themas: Themes", 'themas: "Themes of {gemeente}"', "themas"),
        ],
    )
    def test_what_is_filled_in_is_the_same_in_every_language_also_in_dutch(
        self, klein: Project, path: str, old: str, new: str, name: str
    ) -> None:
        klein.replace(path, old, new)

        expected = f"bij '{name}' hoort precies dit: {FILLED_IN.get(name, 'niets tussen accolades')}"
        assert told(klein) == [(path, "taal-invulling", line_of(klein, path, f"{name}:"), expected)]

    def test_there_is_always_dutch(self, klein: Project) -> None:
        (klein.root / NL).unlink()

        assert told(klein) == [(NL, "taal-ontbreekt", 1, "de Nederlandse woorden ontbreken")]

    def test_a_municipality_may_speak_only_dutch(self, klein: Project) -> None:
        (klein.root / EN).unlink()
        for path in (PASSPORT, "content/themas/burgerzaken.yaml", "content/contactpunten/gemeente.yaml"):
            record, _, rest = (klein.root / path).read_text(encoding="utf-8").partition("vertalingen:\n")
            klein.write(path, record + ("kcc:" + rest.partition("kcc:")[2] if "kcc:" in rest else ""))

        assert klein.rules() == []


class TestTranslations:
    """A translation needs a language."""

    @pytest.mark.parametrize("path", [PASSPORT, "content/themas/burgerzaken.yaml", "content/contactpunten/gemeente.yaml"])
    def test_into_a_language_without_words(self, klein: Project, path: str) -> None:
        klein.replace(path, "  en:\n", "  xx:\n")

        assert told(klein) == [(path, "taal-onbekend", line_of(klein, path, "xx:"), "er zijn geen woorden voor de taal 'xx'")]

    def test_of_a_desk_into_a_language_without_words(self, klein: Project) -> None:
        klein.append("content/loketten/kcc.yaml", "vertalingen: {xx: {naam: Hall}}\n")

        assert klein.rules() == ["taal-onbekend"]

    def test_into_dutch(self, klein: Project) -> None:
        klein.replace("content/themas/burgerzaken.yaml", "  en:\n", "  nl:\n")

        assert klein.rules() == ["taal-onbekend"]

    @pytest.mark.parametrize(
        ("broken", "rule"), [("richting: links-naar-rechts\n", "verplicht-veld"), ("naam: English\n", "verplicht-veld")]
    )
    def test_a_mistake_in_a_language_does_not_make_it_unknown(self, klein: Project, broken: str, rule: str) -> None:
        klein.replace(EN, broken, "")

        assert klein.rules() == [rule]

    def test_a_mistake_in_the_dutch_words_is_told_once(self, klein: Project) -> None:
        klein.replace(NL, "richting: links-naar-rechts", "richting: heen-en-weer")

        assert klein.rules() == ["geen-keuze"]
