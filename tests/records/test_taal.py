"""A language is a file of words; the names of the words are a closed list, and the program uses every one of them."""

from __future__ import annotations

import ast
import re
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from conftest import TESTS, parsed, reading
from hypothesis import given
from hypothesis import strategies as st

from generator.dates import DAYS, UNITS
from generator.fields import Choice, Many
from generator.problems import Position
from generator.records import read_entry
from generator.records.gedeeld import Kosten, Tijden
from generator.records.inhoud import Loket
from generator.records.invulling import FILLED_IN
from generator.records.organisatie import Aanbod, Organisatie, Toegangsstap
from generator.records.product import Balie, Online
from generator.records.reader import declared_fields, read_record
from generator.records.taal import Taal, Woorden, placeholders
from generator.records.woordenlijst import NAMES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

ROOT = TESTS.parent
LANGUAGES = {"nl": ROOT / "content/talen/nl.yaml", "en": ROOT / "content/talen/en.yaml", "ar": TESTS / "fixtures/talen/ar.yaml"}


def words(code: str) -> dict[str, str]:
    content = yaml.safe_load(LANGUAGES[code].read_text(encoding="utf-8"))
    return {str(name): str(value) for name, value in content["woorden"].items()}


class TestReading:
    """A list of words as somebody types it."""

    def test_a_language(self) -> None:
        node, source = parsed("naam: Deutsch\nrichting: links-naar-rechts\nwoorden:\n  en: und\n  tijd: '{uur}:{minuten} Uhr'\n")
        assert node is not None

        read: Any = read_record(Taal, node, source, id="de", at=Position("content/talen/de.yaml"))

        assert list(source.problems) == []
        assert (read.id, read.naam, read.richting, read.woorden) == (
            "de",
            "Deutsch",
            "links-naar-rechts",
            {"en": "und", "tijd": "{uur}:{minuten} Uhr"},
        )

    def test_words_over_several_lines_become_one(self) -> None:
        assert reading(Woorden(), "\n  a: |\n    Een zin.\n    En nog  een.\n") == ({"a": "Een zin. En nog een."}, [])

    def test_a_space_that_does_not_break_stays(self) -> None:
        assert reading(Woorden(), "\n  bedrag: €\N{NO-BREAK SPACE}5\n") == ({"bedrag": "€\N{NO-BREAK SPACE}5"}, [])

    @pytest.mark.parametrize(
        ("typed", "problems"),
        [
            ("[home, menu]", [("verwacht-velden", "schrijf: naam: woorden")]),
            ("home", [("verwacht-velden", "schrijf: naam: woorden")]),
            ("\n  Home: Thuis\n", [("geen-naam", "gebruik kleine letters, cijfers en streepjes")]),
            ("\n  home_: Thuis\n", [("geen-naam", "gebruik kleine letters, cijfers en streepjes")]),
            ("\n  home: [a, b]\n", [("verwacht-waarde", "schrijf bijvoorbeeld: Kort antwoord")]),
            ("\n  home: ''\n", [("lege-waarde", "vul een waarde in, of haal het veld weg")]),
        ],
    )
    def test_what_is_no_word(self, typed: str, problems: list[tuple[str, str]]) -> None:
        value, found = reading(Woorden(), typed)

        assert found == problems
        assert not value

    @pytest.mark.parametrize("code", LANGUAGES)
    def test_the_real_lists_have_no_mistake(self, code: str) -> None:
        path = LANGUAGES[code]
        entry = read_entry(path.parents[1], "taal", f"talen/{code}.yaml")

        assert entry.problems == ()
        assert entry.record.woorden == words(code)


class TestFilledIn:
    """What stands between braces, and where a link comes."""

    @pytest.mark.parametrize(
        ("typed", "found"),
        [
            ("Dit kost u niets.", []),
            ("Schrijf naar {naam}, {adres}.", ["{adres}", "{naam}"]),
            ("Ga naar []. {afspraak}", ["[]", "{afspraak}"]),
            ("{naam} en {naam}", ["{naam}", "{naam}"]),
            ("{} {naam.x} {0} {Naam} {naam", ["{}"]),
        ],
    )
    def test_placeholders(self, typed: str, found: list[str]) -> None:
        assert placeholders(typed) == found

    @given(st.text())
    def test_any_text_has_none_or_some(self, typed: str) -> None:
        assert all(found in typed for found in placeholders(typed))

    @pytest.mark.parametrize("code", LANGUAGES)
    def test_every_language_has_just_what_the_program_fills_in(self, code: str) -> None:
        told = {name: " ".join(placeholders(value)) for name, value in words(code).items()}

        assert {name: found for name, found in told.items() if found} == {name: FILLED_IN[name] for name in FILLED_IN if name in told}


def test_the_list_of_names_is_that_of_the_dutch_words() -> None:
    assert sorted(NAMES) == sorted(words("nl")), "zet elke naam in content/talen/nl.yaml en in generator/records/woordenlijst.py"
    assert FILLED_IN.keys() <= NAMES


def test_english_has_them_all() -> None:
    assert sorted(words("en")) == sorted(NAMES)


def test_no_language_has_a_name_that_the_program_does_not_know() -> None:
    assert words("ar").keys() <= NAMES


def options(record_class: Any, name: str) -> list[str]:  # noqa: ANN401 - any record class
    """Give the words that an editor may choose from in a field."""
    [kind] = [field.kind for field in declared_fields(record_class) if field.name == name]
    choice = kind.of if isinstance(kind, Many) else kind
    assert isinstance(choice, Choice)
    return list(choice.options)


@cache
def trees() -> tuple[ast.Module, ...]:
    """Parse the modules that speak: wording, channels, and what they share."""
    generator = ROOT / "generator"
    paths = [*generator.glob("wording/*.py"), *generator.glob("channels/*.py"), generator / "language.py", generator / "edition.py"]
    return tuple(ast.parse(path.read_text(encoding="utf-8")) for path in sorted(paths))


def texts_in(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


ASKS = {"lang", "t", "self", "spoken", "_leading"}
"""What is called with the name of words: a language under one of its names, and what hands the name on to it."""


def asked_of_a_language() -> Iterator[str]:
    """Give the texts that are handed to a language: `lang("x")`, `say.lang("x" if … else "y")`, `self.words["x"]`."""
    for tree in trees():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and name_of(node.func) in ASKS:
                yield from (text for argument in node.args[:1] for text in texts_in(argument))
            if isinstance(node, ast.Subscript) and name_of(node.value) == "words":
                yield from texts_in(node.slice)


def name_of(function: ast.expr) -> str:
    return function.attr if isinstance(function, ast.Attribute) else function.id if isinstance(function, ast.Name) else ""


def asked_by_templates() -> Iterator[str]:
    for path in sorted((ROOT / "theme/templates").glob("*.html")):
        text = path.read_text(encoding="utf-8")
        for call in re.findall(r"\bt\(([^()]*)", text):
            yield from re.findall(r'"([a-z0-9-]+)"', call)
        yield from re.findall(r't\.words\["([a-z0-9-]+)"\]', text)


def headings() -> Iterator[str]:
    """Give the headings that the wording asks for: of the block itself, or the last of `say.block("contact", …, "vragen")`."""
    for tree in trees():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "block":
                yield from texts_in(node.args[2] if len(node.args) > 2 else node.args[0])


@cache
def built() -> frozenset[str]:
    """Give every name that the program makes of parts, from the parts that there are."""
    parts: dict[str, Iterable[object]] = {
        "blok-{}": headings(),
        "maand-{}": range(1, 13),
        "{}": DAYS,
        "{}-een": UNITS,
        "{}-meer": UNITS,
        "per-{}": options(Kosten, "per"),
        "keer-{}": options(Tijden, "keer_in_maand"),
        "weken-{}": options(Tijden, "weken"),
        "altijd-{}": ["open", "bereikbaar"],
        "gesloten-{}": ["open", "bereikbaar"],
        "toegankelijk-{}": options(Loket, "toegankelijk"),
        "manier-{}": options(Aanbod, "manier"),
        "toegang-{}": options(Aanbod, "toegang"),
        "gebied-{}": options(Organisatie, "werkgebied"),
        "online-{}": options(Online, "inloggen"),
        "afspraak-{}": options(Balie, "afspraak"),
        "wie-{}": options(Toegangsstap, "wie"),
    }
    return frozenset(form.format(part) for form, values in parts.items() for part in values)


PREFIXES = ("taal-", "doelgroep-", "zoek-filter-")
"""Names made of what an editor types freely (the languages in which somebody helps) or chooses, and of the filters of search."""

PLANNED = {
    "menu": "the button of the menu on a small screen",
    **dict.fromkeys(
        ["folder-beller", "folder-geldig", "folder-lees", "folder-overzicht", "folder-pagina", "folder-qr", "folder-voet"],
        "what is printed around the answer on a flyer",
    ),
}
"""Names of work that is under way, with what they are for; take them out when it has landed."""


@cache
def asked() -> frozenset[str]:
    """Give every name that is asked for as it stands."""
    return frozenset((*asked_of_a_language(), *asked_by_templates()))


@cache
def written() -> frozenset[str]:
    """Give every text in the modules that speak."""
    return frozenset(text for tree in trees() for text in texts_in(tree))


def used(name: str) -> bool:
    """Tell whether the program uses a name; one of a single word must be handed to a language, because it may mean anything elsewhere."""
    return name in built() | asked() or name.startswith(PREFIXES) or ("-" in name and name in written())


def test_every_name_is_used() -> None:
    assert sorted(name for name in NAMES - PLANNED.keys() if not used(name)) == []


def test_a_name_that_nobody_uses_would_be_found() -> None:
    assert not used("blok-verzonnen")
    assert not used("verzonnen")
    assert not used("sociale-kaart-verzonnen")
    assert not used("maand-13")


NEVER_ASKED = {"per-keer", "gebied-wijk"}
"""An amount for one time has no unit, and an organisation that works in some neighbourhoods names them."""


def test_every_name_that_the_program_makes_is_in_the_list() -> None:
    assert sorted(built() - NAMES) == sorted(NEVER_ASKED)


def test_every_name_that_the_program_asks_for_is_in_the_list() -> None:
    assert sorted(name for name in asked() - NAMES if re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name)) == []
