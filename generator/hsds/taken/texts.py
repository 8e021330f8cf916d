"""Texts of others in the small Markdown of our records.

HTML becomes paragraphs, lists, bold and links; signs that mean something to us, and did not to them, are put out of action.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator import text
from generator.composer import INVISIBLE

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_ENTITY = re.compile(r"&(?:#\d+|#x[0-9a-fA-F]+|[a-zA-Z]+);")
_MARKUP = re.compile(r"([\\`*_\[\]!])")
_BLOCK_SIGN = re.compile(r"^([#>=~|]|[-+](?=\s|-|$)|\d{1,9}(?=[.)](?:\s|$)))", re.MULTILINE)
_LIST_SIGN = re.compile(r"^[•·▪‣*+–-]\s+", re.MULTILINE)


def our_text(theirs: str) -> str:
    """Give a text that our records can hold, with the same words; empty where there are none."""
    tidy = _tidy(_from_html(theirs) if _TAG.search(theirs) or _ENTITY.search(theirs) else theirs)
    listed = _LIST_SIGN.sub("- ", tidy)
    if _clean(listed):
        return listed
    return _escaped(tidy)


def our_line(theirs: str) -> str:
    """Give the words of a text as one line."""
    line = " ".join(re.sub(r"^(?:-|\d+\.) ", "", part) for part in our_text(theirs).split("\n") if part)
    findings: list[text.Finding] = []
    text.parse_line(line, findings.append)
    return line if not findings else _escaped(" ".join(_tidy(theirs).split()))


def plain_words(theirs: str) -> str:
    """Give the words of a text as one line for a field that takes no markup."""
    return " ".join(_tidy(_from_html(theirs, marked=False) if _TAG.search(theirs) or _ENTITY.search(theirs) else theirs).split())


def _clean(ours: str) -> bool:
    findings: list[text.Finding] = []
    blocks = text.parse_text(ours, findings.append)
    return not findings and (bool(blocks) or not ours)


def _tidy(theirs: str) -> str:
    """Take off what is only shape: indents, empty lines at a row, signs that cannot be seen, braces (which would name a fact)."""
    seen = INVISIBLE.sub(" ", theirs)
    seen = seen.replace("{", "(").replace("}", ")")
    lines = "\n".join(" ".join(line.split()) for line in seen.split("\n"))
    return re.sub(r"\n{3,}", "\n\n", lines).strip()


def _escaped(tidy: str) -> str:
    """Let every sign be itself."""
    signs = _MARKUP.sub(r"\\\1", re.sub(r"<(?=[a-zA-Z/!])", "< ", tidy))
    return _BLOCK_SIGN.sub(lambda found: f"{found[1]}\\" if found[1].isdigit() else f"\\{found[1]}", signs)


def _from_html(theirs: str, *, marked: bool = True) -> str:
    from lxml import html  # noqa: PLC0415 - few texts need it

    try:
        root = html.fragment_fromstring(theirs, create_parent="div")
    except (ValueError, html.etree.ParserError):
        return _TAG.sub(" ", theirs)
    return _inside(root, marked=marked)


_PARAGRAPHS = {"p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "table", "blockquote", "section"}


def _inside(element: HtmlElement, *, marked: bool) -> str:
    parts = [element.text or ""]
    for child in element:
        if isinstance(child.tag, str) and child.tag not in {"script", "style"}:
            parts.append(_shaped(child, _inside(child, marked=marked), marked=marked))
        parts.append(child.tail or "")
    return "".join(parts)


def _shaped(element: HtmlElement, words: str, *, marked: bool) -> str:
    tag, bare = element.tag, " ".join(words.split())
    if tag == "br":
        return "\n"
    if tag == "li":
        return f"\n- {bare}"
    if tag in _PARAGRAPHS:
        return f"\n\n{words}\n\n"
    if marked and tag in {"b", "strong"} and bare and not set(bare) & set("*_[]"):
        return f"**{bare}**"
    target = (element.get("href") or "").strip()
    if marked and tag == "a" and bare and re.fullmatch(r"(?:https?://|mailto:|tel:)[^\s()<>]+", target) and not set(bare) & set("*_[]"):
        return f"[{bare}]({target})"
    return words
