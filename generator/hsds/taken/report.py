"""The report of an import, for the editor who goes on with it (Markdown) and for a machine (JSON)."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from generator.hsds.taken.account import What

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from generator.hsds.importing import Imported
    from generator.hsds.taken.account import Entry

NAME = "import-hsds"

_EXPLAINED = {
    What.LOST: "Dit staat in de bron, en niet in de records. Een tabel en een veld van HSDS heten als in de bron.",
    What.MOVED: "Dit staat in de records op een andere plaats, meestal als woorden. Lees het na, en zet het goed.",
    What.CHANGED: "Dit is anders geschreven dan in de bron.",
    What.OPEN: "De bron zegt dit niet, of niet zo dat het klopt. `antwoordkaart check` wijst de plek aan.",
}


def write_report(done: Imported, folder: Path) -> list[Path]:
    """Write both forms into `folder` under a name that is not there yet; give their paths."""
    number, name = 1, NAME
    while any((folder / f"{name}{suffix}").exists() for suffix in (".md", ".json")):
        number += 1
        name = f"{NAME}-{number}"
    folder.mkdir(parents=True, exist_ok=True)
    markdown, data = folder / f"{name}.md", folder / f"{name}.json"
    markdown.write_text(as_markdown(done), encoding="utf-8")
    data.write_text(as_json(done), encoding="utf-8")
    return [markdown, data]


def as_markdown(done: Imported) -> str:
    """Tell what an import did, in Dutch."""
    lines = [f"# Ingelezen uit HSDS: {done.source}", "", "| | in de bron | in de records |", "|---|---:|---:|"]
    lines += [f"| {name} | {there} | {arrived} |" for name, (there, arrived) in done.counts.items()]
    lines += ["", f"Er zijn {len(done.written)} bestanden geschreven."]
    if done.kept:
        lines += ["", f"Deze {len(done.kept)} bestanden waren er al en zijn niet aangeraakt: {', '.join(done.kept)}."]
    for what, explained in _EXPLAINED.items():
        lines += ["", f"## {what.capitalize()}", "", *_table(done.account.entries[what], explained)]
    return "\n".join(lines) + "\n"


def _table(entries: dict[str, Entry], explained: str) -> Iterator[str]:
    if not entries:
        yield "Niets."
        return
    yield from (explained, "", "| wat | aantal | voorbeelden |", "|---|---:|---|")
    for subject, entry in sorted(entries.items(), key=lambda item: (-item[1].count, item[0])):
        yield f"| {_cell(subject)} | {entry.count} | {_cell('; '.join(entry.examples))} |"


def _cell(text: str) -> str:
    """Let signs of the source be themselves: they come from others, and must not become markup."""
    return "".join(f"\\{sign}" if sign in "\\`*_[]<>|&" else sign for sign in text)


def as_json(done: Imported) -> str:
    """Tell the same to a machine."""
    told = {
        "bron": done.source,
        "aantallen": {name: {"bron": there, "records": arrived} for name, (there, arrived) in done.counts.items()},
        "geschreven": done.written,
        "niet_aangeraakt": done.kept,
        "verantwoording": {
            what.value.replace(" ", "_"): [
                {"wat": subject, "aantal": entry.count, "voorbeelden": entry.examples} for subject, entry in sorted(entries.items())
            ]
            for what, entries in done.account.entries.items()
        },
    }
    return json.dumps(told, ensure_ascii=False, indent=1) + "\n"
