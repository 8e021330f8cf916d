"""The schemas and the field list come from the declared fields, accept what the reader accepts, and refuse plain mistakes."""

from __future__ import annotations

import json
import re
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from click.testing import CliRunner
from conftest import TESTS, small_municipality
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from generator import fields, scalars
from generator.cli import main
from generator.fields import Choice, Kind, Many, PlainLine
from generator.records import COLLECTIONS, read_entry, source_paths
from generator.records.reader import Group, Named, declared_fields
from generator.records.taal import Woorden
from generator.schema import field_list, files, group_of, groups, json_schema, outdated
from generator.source import Scalar, SourceFile

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from conftest import Project

ROOT = TESTS.parent
EACH = 25
CLASSES = [collection.record_class for collection in COLLECTIONS.values()]


class CoreLoader(yaml.CSafeLoader):
    """Types scalars as the core schema of YAML 1.2 does, which the programs of editors follow; dates and `nee` stay text."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012 - as PyYAML declares it


def _number(loader: CoreLoader, node: yaml.ScalarNode) -> float:
    text = str(loader.construct_scalar(node))
    return int(text, 0 if text[:2] in {"0o", "0x"} else 10) if re.fullmatch(r"[-+]?[0-9]+|0[ox].+", text) else float(text)


for _tag, _form in {
    "null": r"(?:null|Null|NULL|~|)\Z",
    "bool": r"(?:true|True|TRUE|false|False|FALSE)\Z",
    "number": r"(?:[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+|[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?)\Z",
}.items():
    CoreLoader.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(_form), None)
CoreLoader.add_constructor("tag:yaml.org,2002:number", _number)


def loaded(path: Path) -> Any:  # noqa: ANN401 - whatever the file holds
    return yaml.load(path.read_text(encoding="utf-8"), Loader=CoreLoader)  # noqa: S506 - a safe loader


@cache
def validator(kind: str) -> Draft202012Validator:
    return Draft202012Validator(json_schema(COLLECTIONS[kind]))


def test_the_files_in_the_tree_say_what_the_fields_say() -> None:
    assert outdated(ROOT) == [], "draai: antwoordkaart schema"


@pytest.mark.parametrize("kind", COLLECTIONS)
def test_a_schema_is_one(kind: str) -> None:
    Draft202012Validator.check_schema(json_schema(COLLECTIONS[kind]))


@pytest.fixture(scope="module", params=["voorbeeldstad", "klein"])
def root(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return ROOT if request.param == "voorbeeldstad" else small_municipality(tmp_path_factory.mktemp("schema") / "klein")


def _some_of_each(root: Path) -> Iterator[tuple[str, str]]:
    """Give so many of a kind, spread evenly: the validator is slow, and hundreds of products have the same fields."""
    paths: dict[str, list[str]] = {}
    for kind, path in source_paths(root):
        paths.setdefault(kind, []).append(path)
    for kind, found in paths.items():
        yield from ((kind, path) for path in found[:: max(1, len(found) // EACH)])


def test_sound_records_of_every_kind_fit_their_schema(root: Path) -> None:
    found = [(kind, path) for kind, path in _some_of_each(root) if not read_entry(root, kind, path).problems]
    assert {kind for kind, _ in found} == set(COLLECTIONS)
    for kind, path in found:
        assert not [error.message for error in validator(kind).iter_errors(loaded(root / path))], path


Place = tuple[dict[str, Any], Any]


def _places(data: dict[str, Any], record_class: Any) -> Iterator[Place]:  # noqa: ANN401 - any record class
    """Give the record and every group of fields in it, with its class."""
    yield data, record_class
    for field in declared_fields(record_class):
        group, value = group_of(field.kind), data.get(field.name)
        if group is None or value is None:
            continue
        inner = value.values() if isinstance(field.kind, Named) else [value] if isinstance(field.kind, Group) else value
        for one in inner:
            yield from _places(one, group)


def _mistakes(place: dict[str, Any], record_class: Any) -> Iterator[tuple[str, dict[str, Any]]]:  # noqa: ANN401 - any record class
    """Give this group of fields with one mistake at a time, and what the mistake is."""
    yield "unknown field", {**place, "onbekend": "iets"}
    for field in declared_fields(record_class):
        if field.required:
            yield f"without {field.name}", {name: value for name, value in place.items() if name != field.name}
        if field.name not in place:
            continue
        yield f"{field.name} empty", {**place, field.name: None}
        yield f"{field.name} an empty list", {**place, field.name: []}
        if not isinstance(field.kind, Many):
            yield f"{field.name} a list", {**place, field.name: [place[field.name]]}
        if group_of(field.kind) or isinstance(field.kind, Woorden):
            yield f"{field.name} text", {**place, field.name: "tekst"}
        else:
            yield f"{field.name} a group", {**place, field.name: {"veld": "waarde"}}
        if isinstance(_single(field.kind), Choice):
            yield f"{field.name} a wrong word", {**place, field.name: "iets anders"}
        if _single(field.kind) is scalars.ja_nee:
            yield f"{field.name} true", {**place, field.name: True}


def _single(kind: Kind) -> Kind:
    return kind.of if isinstance(kind, Many) else kind


@pytest.mark.parametrize("kind", COLLECTIONS)
def test_every_mistake_in_a_record_is_refused(kind: str, klein: Project) -> None:
    richest = max((klein.root / path for found, path in source_paths(klein.root) if found == kind), key=lambda path: path.stat().st_size)
    record = loaded(richest)
    for place, record_class in list(_places(record, COLLECTIONS[kind].record_class)):
        sound = dict(place)
        for mistake, broken in _mistakes(sound, record_class):
            place.clear()
            place.update(broken)
            assert not validator(kind).is_valid(record), f"{richest.name}, {record_class.__name__}: {mistake}"
        place.clear()
        place.update(sound)
    assert validator(kind).is_valid(record)


SINGLE_KINDS = {name: kind for name, kind in vars(scalars).items() if isinstance(kind, scalars.Scalars)}


def _reads(kind: Kind, typed: str) -> bool:
    source = SourceFile("products/paspoort.yaml", typed)
    return kind.read(Scalar(typed, 1, 1, 0, len(typed)), source) is not None and not len(source.problems)


def _fits(kind: Kind, value: object) -> bool:
    return Draft202012Validator(kind.schema()).is_valid(value)


@pytest.mark.parametrize("name", SINGLE_KINDS)
def test_the_example_of_a_kind_is_right(name: str) -> None:
    kind = SINGLE_KINDS[name]
    assert _reads(kind, kind.example)
    assert _fits(kind, kind.example)
    assert _fits(kind, yaml.load(kind.example, Loader=CoreLoader))  # noqa: S506 - a safe loader
    assert not _fits(kind, "dit is het niet")


@pytest.mark.parametrize("name", SINGLE_KINDS)
@given(data=st.data())
def test_a_schema_accepts_what_the_reader_accepts(name: str, data: st.DataObject) -> None:
    kind = SINGLE_KINDS[name]
    typed = data.draw(st.from_regex(kind.pattern, fullmatch=True)) + data.draw(st.sampled_from(["", "\n", " "]))
    if _reads(kind, typed):
        assert _fits(kind, typed)
        if not re.search(r"[\s#:\[\]{},&*!|>'\"%@`]", typed):
            assert _fits(kind, yaml.load(typed, Loader=CoreLoader))  # noqa: S506 - a safe loader


@given(typed=st.text(st.characters(codec="ascii", exclude_categories=["Cc"]), max_size=20), most=st.integers(1, 12))
def test_a_line_fits_its_schema_when_the_reader_accepts_it(typed: str, most: int) -> None:
    assert _fits(PlainLine(most), typed) == _reads(PlainLine(most), typed)


@pytest.mark.parametrize(
    ("kinds", "typed"), [(("product",), "paspoort"), (("product",), "product:paspoort"), (("loket", "wijk"), "wijk:noord")]
)
def test_a_reference_fits_its_schema(kinds: tuple[str, ...], typed: str) -> None:
    assert _reads(fields.Ref(kinds), typed)
    assert _fits(fields.Ref(kinds), typed)
    assert not _fits(fields.Ref(kinds), "het gemeentehuis")


def test_a_reference_to_one_of_more_kinds_names_the_kind() -> None:
    kind = fields.Ref(("loket", "wijk"))
    assert not _reads(kind, "noord")
    assert not _fits(kind, "noord")


def test_a_fact_may_stand_for_an_amount_but_not_for_a_date() -> None:
    assert _fits(scalars.euro_of_feit, "{leges.paspoort_kind}")
    assert not _fits(scalars.datum, "{leges.paspoort_kind}")


@pytest.mark.parametrize("record_class", [*CLASSES, *groups(*CLASSES)], ids=lambda record_class: record_class.__name__)
def test_every_field_has_help_in_whole_sentences(record_class: Any) -> None:  # noqa: ANN401 - any record class
    for field in declared_fields(record_class):
        assert re.match(r"[A-ZÀ-Ý'’]", field.help), f"{field.name}: begin de uitleg met een hoofdletter"
        assert field.help.endswith("."), f"{field.name}: eindig de uitleg met een punt"
        assert field.kind.describe(), field.name


def test_the_field_list_names_every_field_of_every_group_once() -> None:
    text = field_list()
    headings = re.findall(r"^### (.+)$", text, re.MULTILINE)
    assert headings[: len(COLLECTIONS)] == list(COLLECTIONS)
    assert sorted(headings[len(COLLECTIONS) :]) == sorted(group.__name__ for group in groups(*CLASSES))
    assert len({heading.lower() for heading in headings}) == len(headings), "two headings with one address"
    assert set(re.findall(r"\]\(#([^)]+)\)", text)) <= {heading.lower() for heading in headings}
    rows = sum(line.startswith("| `") for line in text.splitlines())
    assert rows == sum(len(declared_fields(record_class)) for record_class in [*CLASSES, *groups(*CLASSES)])


def test_the_editor_of_code_knows_which_schema_belongs_to_which_folder() -> None:
    told = json.loads((ROOT / ".vscode/settings.json").read_text(encoding="utf-8"))["yaml.schemas"]
    assert told == {f"./schemas/{kind}.schema.json": f"{collection.folder}/*.yaml" for kind, collection in COLLECTIONS.items()}


def test_the_command_writes_the_files_and_says_when_they_are_out_of_date(tmp_path: Path) -> None:
    (tmp_path / "schemas").mkdir()
    (tmp_path / "schemas/oud.schema.json").write_text("{}", encoding="utf-8")
    command = ["schema", "--map", str(tmp_path)]

    before = CliRunner().invoke(main, [*command, "--controleer"])
    assert before.exit_code == 1
    assert "schemas/oud.schema.json is niet bij de tijd" in before.output
    assert "Draai: antwoordkaart schema" in before.output
    assert not (tmp_path / "docs").exists()

    assert CliRunner().invoke(main, command).exit_code == 0
    assert {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*.*")} == set(files())

    after = CliRunner().invoke(main, [*command, "--controleer"])
    assert (after.exit_code, after.output) == (0, "De schema's, docs/velden.md en docs/regels.md zijn bij de tijd.\n")
