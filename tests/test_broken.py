"""Every rule has a broken record beside the exact message that an editor reads about it."""

from __future__ import annotations

import ast
import re
import shutil
from typing import TYPE_CHECKING

import pytest
from conftest import TESTS, Project

from generator import report
from generator.rulebook import RULES, rulebook_markdown
from generator.source import MAX_BYTES
from generator.ways import SMALL

if TYPE_CHECKING:
    from collections.abc import Callable

GENERATOR = TESTS.parent / "generator"
BROKEN = TESTS / "broken"


def _windows_text(klein: Project) -> None:
    (klein.root / "content/wijken/noord.yaml").write_bytes("naam: Noord\nkort_antwoord: Één wijk.\n".encode("cp1252"))


def _link_out_of_the_project(klein: Project) -> None:
    (klein.root / "products/geheim.yaml").symlink_to("/etc/hostname")


def _far_too_much(klein: Project) -> None:
    (klein.root / "products/boek.yaml").write_bytes(b"naam: Boek\n" + b"#" * 2 * MAX_BYTES)


def _more_than_a_small_catalogue(klein: Project) -> None:
    """Add products that name each other, so that only the broken one is hard to find."""
    first = (klein.root / "products/wandelroute.yaml").read_text("utf-8")
    for number in range(SMALL):
        other = f"verwant: route-{(number + 1) % SMALL}\n"
        klein.write(f"products/route-{number}.yaml", first.replace("naam: Wandelroute", f"naam: Route {number}") + other)


def _no_dutch_words(klein: Project) -> None:
    (klein.root / "content/talen/nl.yaml").unlink()


def _a_word_too_many(klein: Project) -> None:
    _another_language(klein, "  hoome: Home\n")


def _another_placeholder(klein: Project) -> None:
    _another_language(klein, '  bel: "Call {number}"\n')


def _another_language(klein: Project, first: str) -> None:
    """Make a language with all words; the `first` stands on top, so that its line does not depend on how many words there are."""
    words = (klein.root / "content/talen/en.yaml").read_text("utf-8")
    name = first.partition(":")[0] + ":"
    others = [line for line in words.splitlines(keepends=True) if not line.startswith(name)]
    klein.write("content/talen/fy.yaml", "".join(others).replace("woorden:\n", "woorden:\n" + first))


def _with_the_theme(klein: Project) -> None:
    for name in ("tokens.css", "site.css"):
        shutil.copyfile(TESTS.parent / "theme/assets" / name, klein.root / "theme/assets" / name)


MADE_BY_THE_TEST: dict[str, Callable[[Project], None]] = {
    "bestand-codering": _windows_text,
    "bestand-symlink": _link_out_of_the_project,
    "bestand-te-groot": _far_too_much,
    "huisstijl-contrast": _with_the_theme,
    "huisstijl-kleur": _with_the_theme,
    "huisstijl-onbekend": _with_the_theme,
    "moeilijk-te-vinden": _more_than_a_small_catalogue,
    "taal-ontbreekt": _no_dutch_words,
    "taal-onbekend-woord": _a_word_too_many,
    "taal-invulling": _another_placeholder,
}
"""What git would not keep as it is, and what changes a file that is too long to repeat."""


@pytest.mark.parametrize("rule", sorted(path.name for path in BROKEN.iterdir()))
def test_broken_record_gives_exactly_this_message(rule: str, klein: Project) -> None:
    shutil.copytree(BROKEN / rule, klein.root, dirs_exist_ok=True)
    if rule in MADE_BY_THE_TEST:
        MADE_BY_THE_TEST[rule](klein)

    problems = list(klein.check().problems)

    assert "\n\n".join(map(report.as_text, problems)) + "\n" == (BROKEN / rule / "melding.txt").read_text(encoding="utf-8")
    assert {(problem.rule, problem.level) for problem in problems} == {(rule, RULES[rule].level)}


def test_the_small_municipality_has_no_problem(klein: Project) -> None:
    assert klein.rules() == []


def test_every_rule_is_in_the_code_the_rulebook_and_the_broken_records() -> None:
    assert {path.name for path in BROKEN.iterdir()} == set(RULES)
    assert _rules_in_the_code() == set(RULES)


REPORTERS = {"report": 1, "_refuse": 3, "Problem": 1, "Finding": 0, "Scalars": 0}
"""What reports a rule, and as which argument its id is given."""


def _rules_in_the_code() -> set[str]:
    return {
        rule
        for path in GENERATOR.rglob("*.py")
        if path.parent.name != "rulebook"
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call) and (at := REPORTERS.get(_name(call.func))) is not None
        for argument in call.args[at : at + 1]
        for rule in _rule_ids(argument)
    }


def _name(function: ast.expr) -> str:
    return function.attr if isinstance(function, ast.Attribute) else function.id if isinstance(function, ast.Name) else ""


def _rule_ids(argument: ast.expr) -> list[str]:
    choices = [argument.body, argument.orelse] if isinstance(argument, ast.IfExp) else [argument]
    return [str(choice.value) for choice in choices if isinstance(choice, ast.Constant)]


def test_a_rule_tells_why_and_shows_right_and_wrong() -> None:
    for name, rule in RULES.items():
        assert rule.id == name
        assert re.fullmatch(r"[a-z]+(?:-[a-z]+)*", name)
        assert rule.why.endswith("."), name
        assert rule.good != rule.bad, name


def test_the_page_of_rules_is_the_rulebook() -> None:
    page = (TESTS.parent / "docs" / "regels.md").read_text(encoding="utf-8")
    assert page == rulebook_markdown(), "schrijf docs/regels.md opnieuw met generator.rulebook.rulebook_markdown()"
