"""Three ways to search the same answers: how the files of each are made, and how a page asks it something.

Every engine gets a page that has `start` (load what it needs) and `ask` (a question: addresses or records of the first ten results, with
what a result shows). Material's is asked through its own field, since what it does to a question before searching is part of it.
"""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import dataclass
from typing import TYPE_CHECKING

from others import SECTIONS

if TYPE_CHECKING:
    from pathlib import Path

KINDS = dict(zip(SECTIONS, ("product", "organisatie", "loket", "vraag"), strict=True))


@dataclass(frozen=True, slots=True)
class Engine:
    """A search engine in a page."""

    name: str
    page: str
    """The page that a visitor is on, from the root of its site."""
    start: str
    """JavaScript: from the focus of the field until it can answer."""
    ask: str
    """JavaScript: an answer to `query`."""
    counted: tuple[str, ...]
    """Beginnings of the paths that are there for search alone; what else a page loads is not counted."""
    before: str = ""
    """JavaScript that runs before the page's own."""


OURS = Engine(
    "ours",
    "/zoeken/",
    """async () => {
      document.getElementById("zoekveld").focus();
      while (!window.lunr || !window.antwoordkaartZoeken) await new Promise((resolve) => setTimeout(resolve, 1));
      window.bench = window.antwoordkaartZoeken("/zoeken/");
      await window.bench.load();
    }""",
    """async (query) => {
      const { numbers } = await window.bench.search(query);
      return (await window.bench.documents(numbers.slice(0, 10))).map(({ record }) => record);
    }""",
    ("/zoeken/kern", "/zoeken/woorden/", "/zoeken/antwoorden/", "/assets/zoeken.js", "/assets/search.js", "/assets/lunr"),
)

PAGEFIND = Engine(
    "Pagefind",
    "/bench.html",
    """async () => {
      window.bench = await import("/pagefind/pagefind.js");
      await window.bench.init();
    }""",
    """async (query) => {
      const { results } = await window.bench.search(query);
      return (await Promise.all(results.slice(0, 10).map((one) => one.data()))).map(({ url }) => url);
    }""",
    ("/pagefind/",),
)

MATERIAL = Engine(
    "Material",
    "/",
    """async () => {
      document.querySelector("[data-md-toggle=search]").click();
      while (!window.benchReady) await new Promise((resolve) => setTimeout(resolve, 1));
    }""",
    """async (query) => {
      const field = document.querySelector("[data-md-component=search-query]");
      const answer = new Promise((resolve) => { window.benchDone = resolve; setTimeout(() => resolve({ items: [] }), 3000); });
      field.value = query;
      field.dispatchEvent(new Event("keyup"));
      return (await answer).items.slice(0, 10).map((group) => `/${[group].flat()[0].location}`);
    }""",
    ("/assets/javascripts/workers/", "/assets/javascripts/lunr/", "/search/"),
    """window.Worker = class extends Worker {
      constructor(...told) {
        super(...told);
        this.addEventListener("message", ({ data: { type, data } }) => {
          if (type === 1) window.benchReady = true;
          if (type === 3 && window.benchDone) window.benchDone(data);
        });
      }
    };""",
)


def record_of(found: str) -> str:
    """Give the record of a result: it says so itself, or its address does."""
    if not found.startswith("/"):
        return found
    section, _, name = found.partition("#")[0].strip("/").partition("/")
    return f"{KINDS.get(section, section)}:{name}"


def pagefind_site(work: Path, site: Path, command: list[str]) -> Path:
    """Let Pagefind read our own pages of answers."""
    for section in SECTIONS:
        for page in (site / section).glob("*/index.html"):
            (work / section / page.parent.name).mkdir(parents=True, exist_ok=True)
            shutil.copy(page, work / section / page.parent.name)
    subprocess.run([*command, "--site", str(work)], check=True, capture_output=True)
    (work / "bench.html").write_text('<!doctype html><html lang="nl"><title>Zoeken</title>', encoding="utf-8")
    return work
