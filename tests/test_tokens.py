"""Tokens are read as a browser reads them."""

from __future__ import annotations

from generator.tokens import DARK, LIGHT, Declared, chain, declared

SHEET = """/* --merk: red; */
:root {
  --merk: var(--gras);
  --gras: #1c5c3f; /* van het wapen */
  color: red;
}
.kop { --merk: blue; }
@media screen and (prefers-color-scheme: dark) {
  :root { --merk: #a6dcc0; }
  .kop { --merk: blue; }
}
@media (prefers-contrast: more) { :root { --merk: black; } }
"""


def test_tokens_of_the_root_in_light_and_in_dark_with_where_their_value_stands() -> None:
    assert list(declared("huisstijl.css", SHEET)) == [
        (LIGHT, Declared("--merk", "var(--gras)", "huisstijl.css", 3, 11)),
        (LIGHT, Declared("--gras", "#1c5c3f", "huisstijl.css", 4, 11)),
        (DARK, Declared("--merk", "#a6dcc0", "huisstijl.css", 9, 19)),
    ]


def test_a_token_is_followed_to_its_colour() -> None:
    told = {one.name: one for scheme, one in declared("huisstijl.css", SHEET) if scheme == LIGHT}

    assert [one.name for one in chain("--merk", told)] == ["--merk", "--gras"]
    assert chain("--onbekend", told) == []


def test_tokens_in_a_circle_lead_nowhere() -> None:
    told = {one.name: one for _, one in declared("x.css", ":root { --a: var(--b); --b: var( --c ); --c: var(--a) }")}

    assert chain("--a", told) == []


def test_what_is_no_style_sheet_has_no_tokens() -> None:
    assert list(declared("x.css", "} naam: Gras { --a: 1 @media { :root")) == []
