"""How problems look: to a person, as JSON, in GitHub and in GitLab."""

from __future__ import annotations

import json

from generator.problems import Level, Position, Problem
from generator.report import as_github, as_gitlab, as_json, as_text

AMOUNT = Problem(
    Position("products/paspoort.yaml", 12, 11, 6),
    "geen-bedrag",
    "'gratis' is geen bedrag in euro's",
    "schrijf 83,87",
    source_line="  bedrag: gratis",
)
SENTENCE = Problem(Position("products/b.yaml", 3, 1, 9), "lange-zin", "een zin van 30 woorden", "maak er twee van", Level.WAARSCHUWING)


def test_person_sees_the_line_with_the_words_underlined() -> None:
    assert as_text(AMOUNT) == (
        "products/paspoort.yaml:12:11: fout[geen-bedrag]: 'gratis' is geen bedrag in euro's\n"
        "   |\n"
        "12 |   bedrag: gratis\n"
        "   |           ^^^^^^\n"
        "   = herstel: schrijf 83,87"
    )


def test_person_sees_no_line_where_there_is_none() -> None:
    assert as_text(SENTENCE) == "products/b.yaml:3:1: waarschuwing[lange-zin]: een zin van 30 woorden\n = herstel: maak er twee van"


def test_underline_ends_with_the_line() -> None:
    problem = Problem(Position("a.yaml", 1, 4, 99), "x", "m", "h", source_line="a: b")
    assert as_text(problem).splitlines()[3] == "  |    ^"


def test_tab_counts_as_one_column() -> None:
    problem = Problem(Position("a.yaml", 1, 2, 1), "x", "m", "h", source_line="\ta: b")
    assert as_text(problem).splitlines()[2:4] == ["1 |  a: b", "  |  ^"]


def test_terminal_obeys_nothing_that_an_editor_typed() -> None:
    problem = Problem(Position("a.yaml"), "x", "'\x1b[31m' kan\nniet", "h\x07", source_line="a: \x1b[2J\x9b")
    shown = as_text(problem)
    assert shown.count("\n") == 4
    assert shown.replace("\n", "").isprintable()
    assert "a: \N{REPLACEMENT CHARACTER}[2J\N{REPLACEMENT CHARACTER}" in shown


def test_machine_reads_every_part() -> None:
    assert json.loads(as_json([AMOUNT])) == [
        {
            "bestand": "products/paspoort.yaml",
            "regel": 12,
            "kolom": 11,
            "lengte": 6,
            "niveau": "fout",
            "code": "geen-bedrag",
            "melding": "'gratis' is geen bedrag in euro's",
            "herstel": "schrijf 83,87",
        }
    ]
    assert json.loads(as_json([])) == []


def test_github_shows_an_annotation() -> None:
    assert as_github(AMOUNT) == (
        "::error file=products/paspoort.yaml,line=12,col=11,title=geen-bedrag::'gratis' is geen bedrag in euro's. Herstel: schrijf 83,87"
    )
    assert as_github(SENTENCE).startswith("::warning file=products/b.yaml,line=3,col=1,title=lange-zin::")


def test_github_takes_no_commands_from_a_record() -> None:
    problem = Problem(Position("a,b:c%\n::stop.yaml"), "x", "100%\r\n::error::x", "h")
    assert as_github(problem) == "::error file=a%2Cb%3Ac%25%0A%3A%3Astop.yaml,line=1,col=1,title=x::100%25%0D%0A::error::x. Herstel: h"


def test_gitlab_reads_code_quality() -> None:
    [row, other] = json.loads(as_gitlab([AMOUNT, SENTENCE]))
    assert len(row.pop("fingerprint")) == 64
    assert row == {
        "description": "'gratis' is geen bedrag in euro's. Herstel: schrijf 83,87",
        "check_name": "geen-bedrag",
        "severity": "major",
        "location": {"path": "products/paspoort.yaml", "lines": {"begin": 12}},
    }
    assert other["severity"] == "minor"


def test_gitlab_tells_two_problems_on_one_line_apart() -> None:
    rows = json.loads(as_gitlab([Problem(Position("a.yaml", 1, column), "x", "m", "h") for column in (1, 5)]))
    assert rows[0]["fingerprint"] != rows[1]["fingerprint"]
