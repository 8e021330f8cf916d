"""Kinds of value: words, lines, texts, references and lists."""

from __future__ import annotations

from conftest import parsed, reading

from generator.fields import Choice, Many, MarkedLine, MarkedText, PlainLine, Ref, Reference, RichLine, RichText
from generator.problems import Position
from generator.tree import FactName, Paragraph
from generator.words import Words

COLOUR = Choice({"rood": "als een brandweerauto", "groen": "als gras"})
LINE = PlainLine(20)


def test_choice_takes_its_words_only() -> None:
    assert reading(COLOUR, "rood") == ("rood", [])


def test_choice_suggests_the_nearest_word() -> None:
    assert reading(COLOUR, "Roodd") == (None, [("geen-keuze", "bedoelt u 'rood'?")])


def test_choice_lists_its_words_where_none_is_near() -> None:
    assert reading(COLOUR, "paars") == (None, [("geen-keuze", "kies uit: rood, groen")])


def test_plain_line_has_single_spaces() -> None:
    assert reading(LINE, "|\n  Paspoort\n    kind  \n") == ("Paspoort kind", [])


def test_plain_line_may_be_just_as_long_as_allowed() -> None:
    assert reading(LINE, "x" * 20) == ("x" * 20, [])
    assert reading(LINE, "x" * 21)[1] == [("te-lang", "maak de regel korter")]


def test_plain_line_keeps_what_looks_like_markup() -> None:
    assert reading(LINE, "'**a** <b> {x}'") == ("**a** <b> {x}", [])


def test_reference_to_one_kind_is_an_id() -> None:
    value, problems = reading(Ref(("product",)), "paspoort")
    assert (value, problems) == (Reference("product", "paspoort", Position("record.yaml", 1, 7)), [])


def test_reference_to_more_kinds_names_the_kind() -> None:
    kind = Ref(("loket", "organisatie"))
    assert reading(kind, "organisatie:svb")[0] == Reference("organisatie", "svb", Position("record.yaml"))
    assert reading(kind, "svb") == (None, [("geen-verwijzing", "schrijf loket:id of organisatie:id")])
    assert reading(kind, "product:svb") == (None, [("geen-verwijzing", "schrijf loket:id of organisatie:id")])


def test_reference_can_not_leave_its_folder() -> None:
    assert reading(Ref(("product",)), "../gemeente/gemeente") == (None, [("geen-verwijzing", "schrijf paspoort")])


def test_many_takes_a_list_or_one_value() -> None:
    assert reading(Many(COLOUR), "[rood, groen]") == (("rood", "groen"), [])
    assert reading(Many(COLOUR), "rood") == (("rood",), [])


def test_many_reports_every_bad_item_and_keeps_the_good_ones() -> None:
    value, problems = reading(Many(COLOUR), "[rod, groen, blauw]")
    assert (value, problems) == (("groen",), [("geen-keuze", "bedoelt u 'rood'?"), ("geen-keuze", "kies uit: rood, groen")])


def test_many_reports_the_same_twice_and_an_empty_list() -> None:
    assert reading(Many(COLOUR), "[rood, groen, rood]") == (("rood", "groen"), [("dubbel-in-lijst", "haal er één weg")])
    assert reading(Many(COLOUR), "[]") == ((), [("lege-waarde", "vul de lijst, of haal het veld weg")])
    assert reading(Many(COLOUR), "{rood: ja}") == ((), [("verwacht-lijst", "zet voor elk deel een streepje: - waarde")])


def test_the_same_record_twice_is_the_same_reference() -> None:
    assert [rule for rule, _ in reading(Many(Ref(("product",))), "[pas, id, pas]")[1]] == ["dubbel-in-lijst"]


def test_text_is_parsed_and_mentioned_with_its_place() -> None:
    node, source = parsed("tekst: Betaal {leges.pas}\n")
    assert node is not None
    text = MarkedText().read(node.entries["tekst"][1], source)
    assert text == RichText((Paragraph((Words("Betaal "), FactName("leges.pas"))),), "Betaal {leges.pas}", Position("record.yaml", 1, 8))
    assert source.mentions == [text]


def test_finding_points_at_the_words_inside_a_block_text() -> None:
    node, source = parsed("tekst: |\n  Goed.\n\n  Een <b>fout</b>.\nregel: a\n")
    assert node is not None
    MarkedText().read(node.entries["tekst"][1], source)
    [problem] = source.problems
    assert (problem.position, problem.position.length) == (Position("record.yaml", 4, 7), 12)
    assert problem.source_line == "  Een <b>fout</b>."


def test_line_is_mentioned_too() -> None:
    node, source = parsed("regel: Betaal\n")
    assert node is not None
    line = MarkedLine().read(node.entries["regel"][1], source)
    assert line == RichLine((Words("Betaal"),), "Betaal", Position("record.yaml", 1, 8))
    assert source.mentions == [line]


def test_kinds_describe_themselves_to_editors() -> None:
    assert COLOUR.describe() == "keuze: `rood`, `groen`"
    assert LINE.describe() == "regel gewone tekst, hoogstens 20 tekens"
    assert Many(Ref(("product",))).describe() == "lijst van: id van een product"
    assert Ref(("loket", "organisatie")).describe() == "verwijzing: `loket:id`, `organisatie:id`"
