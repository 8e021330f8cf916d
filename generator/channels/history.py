"""The pages that tell what was: what changed, answer codes of then and now, and the Atom feed. What was, a whole build alone knows."""

from __future__ import annotations

import json
from itertools import groupby
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape, quoteattr

from generator.answer import Link
from generator.desk.changes import COMING, KINDS, Gathered, changes_of, coming_of, gathered, leaves, old_wordings
from generator.desk.history import AHEAD
from generator.desk.pages import CODES, THEN
from generator.frozen import dataclass

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator

    from generator.channels.site import Site
    from generator.desk.changes import Day, OldWording
    from generator.desk.history import History
    from generator.desk.record import DeskRecord
    from generator.desk.told import BlockChange

FEED = "feeds/veranderd.xml"
IN_FEED = 100
"""Entries in the feed of what changed: readers keep what they had."""
COMING_IN_FEED = 40
"""Entries in the feed of what will change, the first day first."""

COMING_TITLE = "Verandert binnenkort"

FEW = 6
"""Changes on one page that are all shown open: reading them takes less than opening them."""


@dataclass(frozen=True, slots=True)
class Code:
    """An answer code of now, or one of the past: its page shows what it stood for."""

    code: str
    title: str
    path: str
    current: bool


def files(records: Iterable[DeskRecord], history: History | None, site: Site) -> dict[str, bytes]:
    """Give the pages that tell what was, in the agents' site; without a history they say so."""
    old = old_wordings(history) if history else {}
    made = changed_pages(history, site) | code_pages(records, old, history, site)
    if history:
        made[FEED] = feed(history, site)
        made |= {f"code/{code.lower()}/index.html": old_page(code, one, site) for code, one in old.items()}
    return {path: text.encode() for path, text in made.items()}


def changed_pages(history: History | None, site: Site) -> dict[str, str]:
    """Render what changed, the latest first, and what will change: so many entries a page that it reads well."""
    past, left_out = gathered(changes_of(history)) if history else ([], 0)
    coming, _ = gathered(coming_of(history)) if history else ([], 0)
    told = {"history": history, "left_out": left_out}
    made = _leaves("veranderd", past, told | {"kinds": KINDS, "heads": ("Was", "Is nu"), "coming": coming}, site)
    if coming:
        made |= _leaves("veranderd/straks", coming, told | {"kinds": COMING, "heads": ("Nu", "Straks"), "coming": []}, site)
    return made


def _leaves(folder: str, days: list[Day], told: dict[str, Any], site: Site) -> dict[str, str]:
    """Render the entries of `days` on pages below `folder`; the first page has the folder's own address, the second is `2/`."""
    entries = [one for _, ones in days for one in ones]
    parts, title = leaves(days), COMING_TITLE if folder.endswith("straks") else THEN[folder]
    paths = [f"/{folder}/", *(f"/{folder}/{number}/" for number in range(2, len(parts) + 1))]
    choices = {
        "teams": sorted({team for one in entries for team in one.teams}),
        "themes": sorted({theme for one in entries for theme in one.themes}),
        "paths": paths,
        "total": len(entries),
        "few": FEW,
    }
    return {
        f"{path[1:]}index.html": site.render(
            "desk/veranderd",
            path=path,
            title=title if number == 1 else f"{title} (deel {number})",
            trail=() if path == "/veranderd/" else (Link(THEN["veranderd"], "/veranderd/"),),
            changes=part,
            number=number,
            **(told | choices),
        )
        for number, (path, part) in enumerate(zip(paths, parts, strict=True), 1)
    }


def code_pages(records: Iterable[DeskRecord], old: dict[str, OldWording], history: History | None, site: Site) -> dict[str, str]:
    """Render the page on which a code is looked up, its data, and a list of codes per first character, for who has no script."""
    codes = [Code(one.code, one.title, one.path, current=True) for one in records]
    codes += [Code(code, one.was.title, f"/code/{code.lower()}/", current=False) for code, one in old.items()]
    codes.sort(key=lambda one: one.code)
    by_first = {first: list(ones) for first, ones in groupby(codes, key=lambda one: one.code[0])}
    lists = {first: f"/code/lijst-{first.lower()}/" for first in by_first}
    page = site.render("desk/code", path="/code/", title=THEN["code"], codes=codes, lists=lists, history=history)
    made = {
        "code/index.html": page,
        CODES: json.dumps({one.code: [one.title, one.path[1:], int(one.current)] for one in codes}, ensure_ascii=False) + "\n",
    }
    for first, ones in by_first.items():
        title, trail = f"Antwoordcodes met {first} vooraan", (Link(THEN["code"], "/code/"),)
        made[f"{lists[first][1:]}index.html"] = site.render(
            "desk/codes", path=lists[first], title=title, trail=trail, codes=ones, lists=lists
        )
    return made


def old_page(code: str, one: OldWording, site: Site) -> str:
    """Render what an old code stood for, beside what its record says now."""
    trail, title = (Link(THEN["code"], "/code/"),), f"{code}: {one.was.title}"
    return site.render("desk/oude-code", path=f"/code/{code.lower()}/", title=title, trail=trail, code=code, one=one, blocks=one.blocks)


def feed(history: History, site: Site) -> str:
    """Write what changed and what will as an Atom feed (RFC 4287); every moment in it is a day of the history, the same in every build."""
    host = site.url.partition("://")[2].partition("/")[0]
    entries = [*_coming(history, site, host), *_past(history, host)]
    updated = max([one.updated for one in entries], default=_moment(history.present.day))
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="nl">',
        f"<title>{escape(f'Veranderd – {site.name}')}</title>",
        f"<id>tag:{host},2026:veranderd</id>",
        f"<updated>{updated}</updated>",
        f"<author><name>{escape(site.name)}</name></author>",
        '<link rel="alternate" type="text/html" href="../veranderd/"/>',
        *(line for one in entries for line in one.lines()),
        "</feed>",
    ]
    return "\n".join(lines) + "\n"


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of the feed; `path` is empty where the record is no more."""

    id: str
    title: str
    updated: str
    path: str
    one: Gathered
    heads: tuple[str, str]

    def lines(self) -> list[str]:
        """Write the entry."""
        summary = "\n".join(_as_line(block, self.heads) for block in self.one.blocks) or self.title
        return [
            "<entry>",
            f"<title>{escape(self.title)}</title>",
            f"<id>{escape(self.id)}</id>",
            f"<updated>{self.updated}</updated>",
            *(f"<category term={quoteattr(name)}/>" for name in (*self.one.teams, *self.one.themes)),
            *([f'<link rel="alternate" type="text/html" href={quoteattr(".." + self.path)}/>'] if self.path else []),
            f'<summary type="text">{escape(summary)}</summary>',
            "</entry>",
        ]


def _past(history: History, host: str) -> Iterator[Entry]:
    """Give what changed, the latest first."""
    days, _ = gathered(changes_of(history))
    for one in [one for _, ones in days for one in ones][:IN_FEED]:
        first = one.told[0]
        path = first.path if first.key in history.present.state else ""
        name = f"tag:{host},{one.day}:{first.key}:{one.kind}:{first.code}"
        yield Entry(name, f"{KINDS[one.kind]}: {_names(one)}", _moment(one.day), path, one, ("was", "is nu"))


def _coming(history: History, site: Site, host: str) -> Iterator[Entry]:
    """Give what will change. Its moment is the day on which it came in sight: a day that no later build moves."""
    days, _ = gathered(coming_of(history))
    for one in [one for _, ones in days for one in ones][:COMING_IN_FEED]:
        first = one.told[0]
        title = f"{COMING[one.kind]} vanaf {site.languages['nl'].date(one.day)}: {_names(one)}"
        name = f"tag:{host},{one.day}:{first.key}:straks-{one.kind}:{first.code}"
        yield Entry(name, title, _moment(one.day - AHEAD), "/veranderd/straks/", one, ("nu", "straks"))


def _names(one: Gathered) -> str:
    more = f" en {len(one.told) - 1} andere" if len(one.told) > 1 else ""
    return f"{one.told[0].title}{more}"


def _as_line(block: BlockChange, heads: tuple[str, str]) -> str:
    old, new = heads
    return f"{block.title}: {old} “{' '.join(block.old) or 'niets'}”, {new} “{' '.join(block.new) or 'niets'}”"


def _moment(day: dt.date) -> str:
    return f"{day.isoformat()}T00:00:00Z"
