"""The server files, read as their servers read them: each tells which headers go with a path. Only what ours hold is understood.

Netlify and Cloudflare Pages: every rule that matches adds its headers, and values of one name are joined by a comma. Apache: first what
stands by itself, then what is for files, then what is for conditions. nginx: the first pattern of a map that matches, in order.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    Told = Callable[[str], dict[str, str]]
    """Gives the headers of a path, as it stands in an address: `/producten/paspoort/`."""


def as_hosts_read(text: str) -> Told:
    """Read `_headers`."""
    rules: list[tuple[re.Pattern[str], list[tuple[str, str]]]] = []
    for line in text.splitlines():
        if line.startswith("/"):
            rules.append((_pattern(line), []))
        elif line.startswith("  "):
            name, _, value = line.strip().partition(": ")
            rules[-1][1].append((name, value))
        else:
            assert not line or line.startswith("#"), f"a host would not understand: {line}"

    def told(path: str) -> dict[str, str]:
        found: dict[str, str] = {}
        for pattern, pairs in rules:
            for name, value in pairs if pattern.fullmatch(path) else ():
                found[name] = f"{found[name]}, {value}" if name in found else value
        return found

    return told


def rules_of(text: str) -> list[str]:
    """Give the paths that `_headers` has rules for, in order."""
    return [line for line in text.splitlines() if line.startswith("/")]


def _pattern(rule: str) -> re.Pattern[str]:
    """A star takes anything, a `:name` one part of the path."""
    return re.compile("".join(".*" if part == "*" else "[^/]+" if part.startswith(":") else re.escape(part) for part in _parts(rule)))


def _parts(rule: str) -> list[str]:
    return re.split(r"(\*|:[a-z]+)", rule)


def as_apache_reads(text: str) -> Told:
    """Read `.htaccess`: its `Header` lines."""
    directives: list[tuple[int, Callable[[str], bool], str, str]] = []
    sections: list[tuple[int, Callable[[str], bool]]] = []
    for line in map(str.strip, text.splitlines()):
        if opened := re.fullmatch(r"<(IfModule|FilesMatch|Files|If) (.+)>", line):
            sections.append(_section(opened[1], opened[2].strip('"')))
        elif line.startswith("</"):
            sections.pop()
        elif told := re.fullmatch(r'Header always (?:set ([\w-]+) "?([^"]*)"?|unset ([\w-]+))', line):
            order, holds = max(sections, key=lambda section: section[0])
            directives.append((order, holds, told[1] or told[3], told[2] or ""))
    assert sections == []
    directives.sort(key=lambda one: one[0])

    def told_of(path: str) -> dict[str, str]:
        found = {name: value for _, holds, name, value in directives if holds(path)}
        return {name: value for name, value in found.items() if value}

    return told_of


def _section(kind: str, condition: str) -> tuple[int, Callable[[str], bool]]:
    if kind == "IfModule":
        return 0, lambda _path: True
    if kind == "Files":
        return 1, lambda path: _file(path).rpartition("/")[2] == condition
    if kind == "FilesMatch":
        return 1, lambda path: bool(re.search(condition, _file(path).rpartition("/")[2]))
    [pattern] = re.findall(r"^%\{REQUEST_URI\} =~ m#(.+)#$", condition)
    return 2, lambda path: bool(re.search(pattern, path))


def _file(path: str) -> str:
    return f"{path}index.html" if path.endswith("/") else path


def as_nginx_reads(text: str) -> Told:
    """Read a configuration of nginx: its `add_header` lines, which must all stand in the server itself."""
    maps = {name: _rows(body) for name, body in re.findall(r"^map \$uri \$(\w+) \{\n(.*?)^\}", text, re.MULTILINE | re.DOTALL)}
    rows = re.findall(r'^    add_header ([\w-]+) (?:"([^"]*)"|\$(\w+)) always;$', text, re.MULTILINE)
    assert len(rows) == text.count("add_header"), "an add_header stands deeper, or lacks `always`"

    def told(path: str) -> dict[str, str]:
        found = {name: _looked_up(maps[variable], _file(path)) if variable else value for name, value, variable in rows}
        return {name: value for name, value in found.items() if value}

    return told


def _rows(body: str) -> list[tuple[str, str]]:
    return [(pattern, value.strip('"')) for pattern, value in re.findall(r'^    (\S+) ("[^"]*"|\S+);$', body, re.MULTILINE)]


def _looked_up(rows: list[tuple[str, str]], path: str) -> str:
    for pattern, value in rows:
        if pattern.startswith("~") and (found := re.search(pattern[1:].replace("(?<", "(?P<"), path)):
            return found[value[1:]] if value.startswith("$") else value
    return dict(rows)["default"]
