"""The small Markdown of text fields: what it becomes, and what it refuses."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.text import Finding, parse_line, parse_text
from generator.tree import Block, Bold, FactName, Inline, Items, Line, Link, Paragraph
from generator.words import Words


def blocks(raw: str) -> tuple[Block, ...]:
    found: list[Finding] = []
    parsed = parse_text(raw, found.append)
    assert found == []
    return parsed


def findings(raw: str) -> list[tuple[str, str]]:
    found: list[Finding] = []
    parse_text(raw, found.append)
    return [(finding.rule, finding.fragment) for finding in found]


def test_paragraphs_lists_bold_links_and_facts() -> None:
    raw = "Eerst **dit**\nen dat.\n\n- Bel [ons](tel:14012)\n- Betaal {leges.pas}\n\n1. Een\n2. Twee"
    assert blocks(raw) == (
        Paragraph((Words("Eerst "), Bold((Words("dit"),)), Words(" en dat."))),
        Items(((Words("Bel "), Link((Words("ons"),), "tel:14012")), (Words("Betaal "), FactName("leges.pas")))),
        Items(((Words("Een"),), (Words("Twee"),)), numbered=True),
    )


def test_characters_that_mean_nothing_stay_as_typed() -> None:
    assert blocks("5 > 3 & 2 &amp; 100% ©, de 'pas' (id)") == (Paragraph((Words("5 > 3 & 2 &amp; 100% ©, de 'pas' (id)"),)),)


def test_fact_name_with_underscores_is_no_emphasis() -> None:
    assert blocks("{sociale-kaart.a_b_c} en {leges.x_y}") == (
        Paragraph((FactName("sociale-kaart.a_b_c"), Words(" en "), FactName("leges.x_y"))),
    )


@pytest.mark.parametrize(
    "target", ["https://www.rdw.nl/a?b=c", "http://oud.example", "mailto:info@a.example", "tel:+31-30", "product:pas", "wijk:noord"]
)
def test_safe_link(target: str) -> None:
    assert blocks(f"[hier]({target})") == (Paragraph((Link((Words("hier"),), target),)),)


@pytest.mark.parametrize(
    "target",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "//elders.example",
        "/producten/pas",
        "www.rdw.nl",
        "https://",
        "https://zonderpunt",
        "mailto:niemand",
        "product:../x",
        "product:Pas",
        "feiten:leges",
        "file:///etc/passwd",
        "tel:abc",
        "#",
        "",
    ],
)
def test_unsafe_link(target: str) -> None:
    assert [rule for rule, _ in findings(f"[hier]({target})")] == ["link-onveilig"]


@pytest.mark.parametrize(
    ("raw", "finding"),
    [
        ("Een *schuin* woord", ("opmaak-onbekend", "*schuin")),
        ("Eerst.\n\n# Kop", ("opmaak-onbekend", "# Kop")),
        ("Kop\n===", ("opmaak-onbekend", "Kop")),
        ("Eerst.\n\n---\n\nDan.", ("opmaak-onbekend", "---")),
        ("Typ `code`", ("opmaak-onbekend", "code")),
        ("```\ncode\n```", ("opmaak-onbekend", "```")),
        ("Een.\n\n    ingesprongen", ("opmaak-onbekend", "ingesprongen")),
        ("> citaat", ("opmaak-onbekend", "> citaat")),
        ("![kat](https://a.example/kat.png)", ("opmaak-onbekend", "kat")),
        ("- een\n  - twee", ("opmaak-onbekend", "- twee")),
        ('[a](https://a.example "titel")', ("opmaak-onbekend", "titel")),
        ("Een <b>vet</b> woord", ("html-in-tekst", "<b>vet</b>")),
        ("<script>alert(1)</script>", ("html-in-tekst", "<script>alert(1)</script>")),
        ("<!-- weg -->", ("html-in-tekst", "<!--")),
        ("<https://a.example>", ("html-in-tekst", "<https://a.example>")),
        ("{Leges}", ("feit-naam", "{Leges}")),
        ("{leges}", ("feit-naam", "{leges}")),
        ("{}", ("feit-naam", "{}")),
        ("{leges.pas", ("feit-naam", "{")),
        ("leges.pas}", ("feit-naam", "}")),
        ("[](https://a.example)", ("link-zonder-tekst", "https://a.example")),
    ],
)
def test_refused_markup_is_named_and_pointed_at(raw: str, finding: tuple[str, str]) -> None:
    assert findings(raw) == [finding]


def test_all_findings_of_a_text_come_at_once() -> None:
    rules = [rule for rule, _ in findings("Een *schuin* <b>woord</b> met {fout}\n\n# Kop\n\n[x](y)")]
    assert rules == ["opmaak-onbekend", "html-in-tekst", "feit-naam", "opmaak-onbekend", "link-onveilig"]


def test_a_line_is_one_line() -> None:
    found: list[Finding] = []
    assert parse_line("Een\n  twee **drie**\n", found.append) == (Words("Een twee "), Bold((Words("drie"),)))
    assert [finding.rule for finding in found] == ["regel-te-veel"]


def test_a_line_may_begin_as_a_list_would() -> None:
    assert parse_line("- 5 graden", _ignore) == (Words("- 5 graden"),)


def test_nothing_gives_nothing() -> None:
    assert (blocks(""), blocks("  \n "), parse_line(" ", _ignore), blocks("-")) == ((), (), (), ())


def read_back(raw: str) -> str:
    return "\n".join(
        _shown(block.line) if isinstance(block, Paragraph) else "\n".join(map(_shown, block.lines)) for block in parse_text(raw, _ignore)
    )


def _ignore(_: Finding) -> None:
    """Take a finding that this test is not about."""


def _shown(line: Line) -> str:
    return "".join(_part(part) for part in line)


def _part(part: Inline) -> str:
    if isinstance(part, Words):
        return part.text
    return part.name if isinstance(part, FactName) else _shown(part.parts)


TYPABLE = st.characters(exclude_categories=["Cc", "Cs"], exclude_characters="\u2028\u2029\ufeff\ufffe\uffff")
"""What the strict YAML reader lets through."""

prose = st.text(st.sampled_from("ab Z\n.,:;!?()&é€%/'\"|=1-+#>~\t\u00a0\u3000") | TYPABLE, max_size=40)
marked = st.lists(
    st.sampled_from(["**", "*", "_", "- ", "1. ", "\n", "\n\n", "  ", "[", "](", ")", "{", "}", "`", "<", "\\", "#", "> ", "a.b", "woord"])
    | st.text(TYPABLE, max_size=4),
    max_size=20,
).map("".join)


PIECES = (
    "- ", "1. ", "2. ", "10) ", "\n- ", "\n1. ", "\n2. ", "\n\n", "\n", " ", "a", "Ab", "!", ".", ",", "é", "(x)", "3 ", "+ ", "\u00a0", "\t",
    "  \n", "**", "**b**", "**b c**", "** b**", "**b.**", "**é**", "x**b**", "***", "*", "_", "{a.b}", "{a.b_c}", "{a-x.b}", "{a}", "{", "}",
    "**{a.b}**", "[w](product:x)", "[w x](tel:14012)", "[w](https://a.example/b?c=d)", "[w](http://a.example)", "[ w](tel:1)", "[w ](tel:1)",
    "[](tel:1)", "[w](https://a.example/%20)", "[w](https://a.example/a_b)", "[w](x:y)", "[**w**](tel:1)", "[w]", "(y)", "![w](tel:1)",
    "\\", "`", "<", "#", "---",
)  # fmt: skip
composed = st.lists(st.sampled_from(PIECES), max_size=12).map("".join)


@given(prose | composed)
@example("Een\n\u00a0twee\n\n\u00a0\n\ndrie ")
@example("tab\t\nen  \nmeer")
@settings(max_examples=4 * settings().max_examples)
def test_quick_way_gives_what_markdown_gives(raw: str) -> None:
    found: list[Finding] = []
    quick = parse_text(raw, found.append), parse_line(raw, found.append)
    thorough: list[Finding] = []
    with pytest.MonkeyPatch.context() as monkeypatch:
        monkeypatch.setattr("generator.text.simple_text", lambda _: None)
        monkeypatch.setattr("generator.text.simple_line", lambda _: None)
        assert quick == (parse_text(raw, thorough.append), parse_line(raw, thorough.append))
    assert found == thorough


@given(prose | marked)
def test_text_that_is_not_refused_keeps_every_letter(raw: str) -> None:
    found: list[Finding] = []
    parse_text(raw, found.append)
    if not found and "](" not in raw:
        assert [letter for letter in read_back(raw) if letter.isalpha()] == [letter for letter in raw if letter.isalpha()]


words = st.lists(st.text("abcdefgé", min_size=1, max_size=8), min_size=1, max_size=5).map(" ".join)


@given(st.lists(st.tuples(words, words, words), min_size=1, max_size=3))
def test_words_keep_their_order_in_paragraphs_lists_bold_and_links(parts: list[tuple[str, str, str]]) -> None:
    raw = "\n\n".join(f"{first} **{second}**\n\n- [{third}](product:x)\n- {first}" for first, second, third in parts)
    assert read_back(raw).split() == " ".join(f"{first} {second} {third} {first}" for first, second, third in parts).split()
