"""The folder of the agents' site without a server: copies that a browser may run, and icons that it may show."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest
from conftest import TESTS

from generator.assets import FOLDER, ICONS, assets
from generator.desk.folder import copy_of, style, write_copies

if TYPE_CHECKING:
    from pathlib import Path

THEME = TESTS.parent / "theme"
CALL = re.compile(r"antwoordkaartCopy\((.*)\);\n", re.DOTALL)


def handed(script: bytes) -> object:
    """Give what a copy hands over when it runs; what JSON can say, JavaScript reads the same."""
    found = CALL.fullmatch(script.decode())
    assert found is not None
    return json.loads(found[1])


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("aanbod.json", '{"titel": "Café \\"De Linde\\"\\u2028", "__proto__": 1}\n'),
        ("pa.txt", '0\npaspoort 1 3A\n\f1\npas "0" 2B\\\n'),
        ("leeg.txt", ""),
    ],
)
def test_a_copy_hands_over_what_the_file_says(name: str, content: str) -> None:
    told = handed(copy_of(name, content.encode()))

    assert told == (json.loads(content) if name.endswith(".json") else content)


def test_an_answer_is_handed_over_as_a_tree_without_the_tools_around_it() -> None:
    page = (
        '<!doctype html><title>x</title><main><article data-antwoord="aow" class="a"><h1>A &amp; <b>B</b> c</h1>'
        '<div class="werkbalk" data-werkbalk></div>\n<p>Slot</p></article></main>'
    )

    assert handed(copy_of("index.html", page.encode())) == [
        "article",
        {"data-antwoord": "aow", "class": "a"},
        ["h1", {}, "A & ", ["b", {}, "B"], " c"],
        "\n",
        ["p", {}, "Slot"],
    ]


def test_everything_that_scripts_read_gets_a_copy_and_nothing_else(tmp_path: Path) -> None:
    read = [
        *("zoeken/kern.json", "zoeken/woorden/pa.txt", "zoeken/antwoorden/0.json", "en/zoeken/kern.json", "sociale-kaart/aanbod.json"),
        *("api/v1/producten/paspoort.json", "api/v1/en/organisaties/svb.json"),
    ]
    others = ["zoeken/index.html", "a-z/index.html", "api/v1/producten.json", "api/hsds/services.json", "editie.json"]
    for path in (*read, *others):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text('{"a": 1}')

    (tmp_path / "vraag/aow").mkdir(parents=True)
    (tmp_path / "vraag/aow/index.html").write_text('<main><article data-antwoord="aow"></article></main>')

    write_copies(tmp_path, ["/vraag/aow/"])

    copies = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*.js")}
    assert copies == {"vraag/aow/index.html.js", *(f"{path}.js" for path in read)}


def test_every_icon_has_a_shape_that_its_rules_use() -> None:
    made = dict(assets(THEME, for_agents=True))
    shapes = json.loads(re.search(r"const SHAPES = (.*);", str(made["assets/desk-folder.js"]))[1])  # type: ignore[index]
    used = set(re.findall(r"#vorm-([a-z]+)", str(made["assets/desk-folder.css"])))

    assert set(shapes) == set(ICONS)
    assert all(shapes.values())
    assert used == set(re.findall(r"icons/([a-z]+)[.]svg", str(made["assets/style.css"])))


def test_a_rule_with_a_mask_gets_one_without() -> None:
    css = '/* Beside { words } */\n.a::before, .b::before { mask: var(--beeld) center; }\n.a { color: red; --beeld: url("icons/mail.svg"); }\n'

    assert style(css) == '.a::before, .b::before { mask: none; clip-path: var(--vorm); }\n.a { --vorm: url("#vorm-mail"); }\n'


def test_the_public_site_has_none_of_it() -> None:
    assert not {f"assets/{name}" for name in FOLDER} & {path for path, _ in assets(THEME)}
