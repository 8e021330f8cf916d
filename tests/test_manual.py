"""The editors' manual shows records that are right, and links to places that exist."""

from __future__ import annotations

import re
from typing import Any

import pytest
from conftest import TESTS

from generator import report
from generator.records import COLLECTIONS
from generator.records.reader import declared_fields, read_record
from generator.schema import groups
from generator.source import Mapping, SourceFile, parse

DOCS = TESTS.parent / "docs"
PAGES = {path.name: path.read_text(encoding="utf-8") for path in sorted(DOCS.glob("*.md"))}
MANUAL = ("handleiding.md", "huisstijl.md")
CLASSES = [collection.record_class for collection in COLLECTIONS.values()]
EXAMPLES = [(page, block) for page in MANUAL for block in re.findall(r"^```yaml\n(.*?)^```", PAGES[page], re.MULTILINE | re.DOTALL)]


def _problems_as(record_class: Any, example: str, path: str, *, whole: bool) -> list[str]:  # noqa: ANN401 - any record class
    source = SourceFile(path, example)
    node = parse(source)
    if isinstance(node, Mapping) and whole:
        read_record(record_class, node, source, id=source.id, at=source.position(node))
    elif isinstance(node, Mapping):
        kinds = {field.name: field.kind for field in declared_fields(record_class)}
        for name, (_, value) in node.entries.items():
            kinds[name].read(value, source)
    return [report.as_text(problem) for problem in source.problems]


@pytest.mark.parametrize(("page", "example"), EXAMPLES, ids=lambda text: text.split("\n")[0])
def test_an_example_is_right(page: str, example: str) -> None:
    del page  # it is part of the test's name
    if example.startswith("site_name"):
        return  # of mkdocs.yml
    if named := re.match(r"# ((\S+)/\S+\.yaml)\n", example):
        [record_class] = [collection.record_class for collection in COLLECTIONS.values() if collection.folder == named[2]]
        assert _problems_as(record_class, example, named[1], whole=True) == []
        return
    fields = set(re.findall(r"^(\w+):", example, re.MULTILINE))
    holders = [other for other in [*CLASSES, *groups(*CLASSES)] if fields <= {field.name for field in declared_fields(other)}]
    assert holders, f"no record has the fields {sorted(fields)}"
    assert any(_problems_as(holder, example, "products/voorbeeld.yaml", whole=False) == [] for holder in holders)


def _anchors(page: str) -> set[str]:
    headings = re.findall(r"^#+ (.+)$", PAGES[page], re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("page", sorted(PAGES))
def test_a_link_in_the_docs_leads_somewhere(page: str) -> None:
    text = re.sub(r"```.*?```|`[^`\n]+`", "", PAGES[page], flags=re.DOTALL)
    for target in re.findall(r"\]\(([^)]+)\)", text):
        if target.startswith("http"):
            continue
        path, _, anchor = target.partition("#")
        other = path or page
        assert (DOCS / other).is_file(), f"{page}: {target}"
        assert not anchor or anchor in _anchors(other), f"{page}: {target}"
