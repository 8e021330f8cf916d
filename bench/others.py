"""The same words for other generators: stock MkDocs with Material, and Hugo.

Their sources are made from the Markdown that our own build writes beside each page (`/producten/<id>/index.md`), so that every page
has the same words by construction, and a change of our wording reaches them too.
"""

from __future__ import annotations

import json
import re
import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hugo_site import CONFIG, LAYOUTS
from synthetic import PAGES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SITE_URL = "https://www.voorbeeldstad.example"
SECTIONS = {"producten": "producten", "sociale-kaart": "organisaties", "loket": "loketten", "vraag": "vragen"}
"""The folders of answers in a site, each with that of its data."""
_COMMENT = re.compile(r"^<!-- .* -->\n", re.MULTILINE)
_LINK = re.compile(rf"\(<{re.escape(SITE_URL)}/({'|'.join(SECTIONS)})/([a-z0-9-]+)/>\)")
_HEADING = re.compile(r"\A# (.*)\n+")

STOCK_CONFIG = f"""site_name: gemeente Voorbeeldstad
site_url: {SITE_URL}/
theme:
  name: material
"""


@dataclass(frozen=True, slots=True)
class Article:
    """One answer as other generators take it."""

    section: str
    id: str
    title: str
    summary: str
    themes: tuple[str, ...]
    body: str
    """Markdown below the title; links to other answers as in our own output: `(<https://…/producten/x/>)`."""


def articles(site: Path) -> Iterator[Article]:
    """Read every answer back from a built public site of ours."""
    for section, data_folder in SECTIONS.items():
        for page in sorted((site / section).glob("*/index.md")):
            data = json.loads((site / f"api/v1/{data_folder}/{page.parent.name}.json").read_text(encoding="utf-8"))
            body = _HEADING.sub("", _COMMENT.sub("", page.read_text(encoding="utf-8")))
            themes = tuple(theme["naam"] for theme in data["themas"])
            yield Article(section, page.parent.name, data["titel"], data["kort_antwoord"], themes, body)


def write_stock(folder: Path, site: Path) -> None:
    """Write sources for MkDocs with Material as `mkdocs new` leaves it: default theme and plugins, navigation from the folders."""
    shutil.rmtree(folder, ignore_errors=True)
    for article in articles(site):
        body = _LINK.sub(r"(../\1/\2.md)", article.body)
        _write(folder / "docs" / article.section / f"{article.id}.md", f"# {article.title}\n\n{body}")
    for name, text in {"index.md": "# Waar kunnen we u mee helpen?\n", **PAGES}.items():
        _write(folder / "docs" / name, text)
    _write(folder / "mkdocs.yml", STOCK_CONFIG)


def write_hugo(folder: Path, site: Path) -> None:
    """Write sources for Hugo: layouts of a shell like ours, one list per section, a taxonomy of themes, our own assets."""
    shutil.rmtree(folder, ignore_errors=True)
    for article in articles(site):
        body = _LINK.sub(r"(/\1/\2/)", article.body)
        front = {"title": article.title, "description": article.summary, "themas": article.themes, "section_id": article.id}
        _write(folder / "content" / article.section / f"{article.id}.md", f"{json.dumps(front, ensure_ascii=False)}\n\n{body}")
    for name, text in PAGES.items():
        title, body = text.removeprefix("# ").split("\n", 1)
        _write(folder / "content" / name, f"{json.dumps({'title': title})}\n{body}")
    for name, text in LAYOUTS.items():
        _write(folder / "layouts" / name, text)
    _write(folder / "config.toml", CONFIG)
    shutil.copytree(site / "assets", folder / "static/assets")


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
