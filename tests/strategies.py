"""Answers of any words, for hypothesis."""

from __future__ import annotations

import re

from hypothesis import strategies as st

from generator.answer import Block, Body, Foreign, Inline, Items, Line, Link, Pairs, Paragraph, Strong, Table, Words

HARD = "\\`*_[]<>|#+-.!&\"'(){}~=:;@/?% 0123456789aé€"
"""Letters that Markdown, HTML or a URL could take for something else."""

any_words = (
    st.one_of(st.text(HARD), st.text(st.characters(blacklist_categories=("Cs", "Cc", "Co", "Zl", "Zp")), max_size=30))
    .map(lambda text: " ".join(text.split()))
    .filter(bool)
)
"""What can stand in a record: one line, single spaces, no control characters."""

targets = st.sampled_from(
    ["/producten/paspoort/", "https://www.rdw.nl/a?b=c&d=(e)", "https://nl.wikipedia.org/wiki/Pas_(kaart)", "mailto:a@b.nl", "tel:112"]
)
languages = st.sampled_from(["", "nl", "ar"])
inlines: st.SearchStrategy[Inline] = st.one_of(
    any_words.map(Words),
    any_words.map(Strong),
    st.builds(Link, any_words, targets, languages, languages),
    st.builds(Foreign, any_words, languages.filter(bool)),
)


def _spaced(parts: list[Inline]) -> Line:
    """Put a space between the parts, as a sentence has."""
    line: list[Inline] = []
    for part in parts:
        line += [Words(" "), part] if line else [part]
    return tuple(line)


lines: st.SearchStrategy[Line] = st.lists(inlines, min_size=1, max_size=3).map(_spaced)


def tables() -> st.SearchStrategy[Table]:
    return st.integers(1, 3).flatmap(
        lambda width: st.builds(
            Table,
            st.one_of(st.just(""), any_words),
            st.tuples(*[any_words] * width),
            st.lists(st.tuples(*[lines] * width), max_size=3).map(tuple),
        )
    )


def bodies() -> st.SearchStrategy[Body]:
    return st.one_of(
        st.builds(Paragraph, lines),
        st.builds(Items, st.lists(lines, min_size=1, max_size=3).map(tuple), st.booleans()),
        st.builds(Pairs, st.lists(st.tuples(any_words, lines), min_size=1, max_size=3).map(tuple)),
        tables(),
    )


def blocks() -> st.SearchStrategy[Block]:
    return st.builds(Block, st.just("kosten"), any_words, st.lists(bodies(), min_size=1, max_size=3).map(tuple))


def written(block: Block, *, pair: str) -> str:
    """Give the words of a block one after the other; `pair` stands between a name and what belongs to it."""
    return "".join([block.title, *(words for body in block.bodies for words in _written(body, pair))])


def _written(body: Body, pair: str) -> list[str]:
    if isinstance(body, Paragraph):
        return [text_of(body.line)]
    if isinstance(body, Items):
        return [text_of(line) for line in body.lines]
    if isinstance(body, Pairs):
        return [f"{name}{pair}{text_of(line)}" for name, line in body.rows]
    return [body.caption, *body.heads, *(text_of(cell) for row in body.rows for cell in row)]


def text_of(line: Line) -> str:
    return "".join(part.text for part in line)


def letters(text: str) -> str:
    """Leave out white space, which means nothing where words are compared."""
    return re.sub(r"\s", "", text)
