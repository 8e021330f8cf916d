"""YAML as nearly all records are written: read at once where it is simple, to the same nodes that PyYAML gives; else left to PyYAML."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from project import MAIN
from yaml import YAMLError

from generator.composer import INVISIBLE, Composer, TooDeepError
from generator.nodes import Mapping, Node, Scalar
from generator.simple_yaml import simple_yaml

RECORDS = sorted(path for folder in ("products", "sociale_kaart", "content") for path in (MAIN / folder).rglob("*.yaml"))
SIMPLE = """naam: Paspoort aanvragen
trefwoorden: [pas, rood boekje, foto's, product:id-kaart, 08:00-10:30]
kort_antwoord: |
  U vraagt het aan: bij de gemeente.

  - Neem # een pasfoto mee.
    Dat moet.

aanvraag:
  online:
    url: https://www.voorbeeldstad.example/#afspraak
  stappen:
  - Kom langs.
  - wie: "U bent 18: dan zelf"
    dan: 'Wij bellen'
kosten: 84,50
"""


def told(node: Node | None) -> object:
    """Give all that a node says, and where it stands."""
    if node is None:
        return None
    if isinstance(node, Scalar):
        return (node.text, node.line, node.column, node.begin, node.end)
    if isinstance(node, Mapping):
        return (node.line, node.column, [(told(key), told(value)) for key, value in node.entries.values()])
    return (node.line, node.column, [told(item) for item in node.items])


def composed(text: str) -> object:
    """Give what PyYAML makes of a text; what it refuses, or the composer, is a mistake."""
    refused: list[object] = []
    try:
        found = told(Composer(text, lambda *problem: refused.append(problem)).document())
    except (YAMLError, TooDeepError) as error:
        return error
    return refused or found


def test_a_simple_text_is_read() -> None:
    read = simple_yaml(SIMPLE)
    assert read is not None
    assert {name: type(value).__name__ for name, (_, value) in read.entries.items()} == {
        "naam": "Scalar",
        "trefwoorden": "Sequence",
        "kort_antwoord": "Scalar",
        "aanvraag": "Mapping",
        "kosten": "Scalar",
    }
    assert told(read) == composed(SIMPLE)


def test_most_records_are_simple_and_all_of_these_are_read_as_pyyaml_reads_them() -> None:
    read = {path: simple_yaml(path.read_text(encoding="utf-8")) for path in RECORDS}
    simple = {path: root for path, root in read.items() if root is not None}
    assert len(simple) > 0.9 * len(RECORDS)
    assert [path.name for path, root in simple.items() if told(root) != composed(path.read_text(encoding="utf-8"))] == []


@pytest.mark.parametrize(
    "text",
    [
        "",
        "naam: a",
        "naam: a # ouder\n",
        "# eerst\nnaam: a\n",
        "naam: a\n\nsoort: b\n",
        "naam: a\n  gaat door\n",
        "naam: a: b\n",
        "naam: a:\n",
        "naam: a \n",
        "naam:  a\n",
        "naam:\ta\n",
        "naam:\nsoort: b\n",
        "naam: &a b\n",
        "naam: *a\n",
        "naam: !a b\n",
        "naam: {a: b}\n",
        "naam: [a, [b]]\n",
        "naam: [a,\n  b]\n",
        "naam: [a, ]\n",
        "naam: [a,b]\n",
        "naam: [a: b]\n",
        'naam: "a\\n"\n',
        "naam: 'foto''s'\n",
        "naam: >\n  a\n",
        "naam: |-\n  a\n",
        "naam: |\n\n  a\n",
        "naam: |\n  a \n",
        "naam: |\n  a\n b\n",
        "naam: |\nsoort: b\n",
        "naam: a\nnaam: b\n",
        "- a\n",
        "---\nnaam: a\n",
        "lijst:\n  - a\n   - b\n",
        "lijst:\n  - - a\n",
        "lijst:\n  -   a: b\n",
        "lijst:\n  - |\n    a\n",
        "naam: a\n...\n",
        f"{'a' * 2000}: b\n",
        "".join(f"{' ' * depth}a:\n" for depth in range(100)) + f"{' ' * 100}a: b\n",
    ],
)
def test_what_is_not_so_simple_is_left_to_pyyaml(text: str) -> None:
    assert simple_yaml(text) is None


PIECES = st.sampled_from(
    [
        *(
            "naam",
            "a",
            "b-c",
            "é",
            "😀",
            "\xa0",
            "1",
            "-",
            "?",
            ":",
            "#",
            "|",
            ">",
            "[",
            "]",
            "{",
            "}",
            ",",
            "'",
            '"',
            "&x",
            "*x",
            "!x",
            "%",
        ),
        *(
            " ",
            "  ",
            "    ",
            "\n",
            "\n",
            "\n",
            "\n  ",
            "\n  - ",
            "\n- ",
            "- ",
            ": ",
            ":\n",
            ": |\n  ",
            ", ",
            "[a, b]",
            "a: b\n",
            "~",
            "<<",
            "\\",
        ),
    ]
)


@given(st.lists(PIECES, max_size=30).map("".join).map("{}\n".format))
@example("a: b\nc:\n- d\n- e: f\n  g: |\n    h\n\n    i\n\n\nj: [k, l m]\n")
@example("a: |\n  b\n   c\n  d\ne: f\n")
@example("a: |\n  b\n\n\n")
@example("a:\n    b:\n        - c\n        - d\n")
@example("a: [é, 😀b, c😀]\nb: 😀\nc: é😀\nd: x\n")
@example("a: (b) c\n")
@example("a: b?c\nd: [e f']\n")
def test_any_text_is_read_as_pyyaml_reads_it_or_not_at_all(text: str) -> None:
    read = simple_yaml(text)
    assert read is None or INVISIBLE.search(text) or told(read) == composed(text)


LINES = st.sampled_from([*SIMPLE.splitlines(keepends=True), "\n", "  - x\n", "    y: z\n", "  w: [v]\n", "u: |\n", "  t\n", "s:\n"])


@given(st.lists(LINES, max_size=12).map("".join))
def test_any_lines_are_read_as_pyyaml_reads_them_or_not_at_all(text: str) -> None:
    read = simple_yaml(text)
    assert read is None or told(read) == composed(text)


@given(st.integers(0, len(SIMPLE) - 1), st.characters(categories=("L", "N", "P", "S", "Z")) | st.sampled_from("\n\t "))
def test_one_other_letter_makes_no_difference_that_pyyaml_does_not_make(at: int, letter: str) -> None:
    text = SIMPLE[:at] + letter + SIMPLE[at + 1 :]
    read = simple_yaml(text)
    assert read is None or INVISIBLE.search(text) or told(read) == composed(text)
