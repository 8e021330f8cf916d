"""How problems look: for a person, for a machine, and as annotations in GitHub or GitLab."""

from __future__ import annotations

import hashlib
import json
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.problems import Problem


_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")


def as_text(problem: Problem) -> str:
    """Show one problem to a person: where, what, the line with the words underlined, and the repair."""
    at = problem.position
    lines = [_printable(f"{at.file}:{at.line}:{at.column}: {problem.level}[{problem.rule}]: {problem.message}")]
    if problem.source_line.strip():
        gutter = " " * (len(str(at.line)) + 1)
        shown = _printable(problem.source_line.replace("\t", " "))
        length = max(1, min(at.length, len(shown) - at.column + 1))
        lines += [f"{gutter}|", f"{at.line} | {shown}", f"{gutter}| {' ' * (at.column - 1)}{'^' * length}"]
    else:
        gutter = " "
    lines.append(_printable(f"{gutter}= herstel: {problem.repair}"))
    return "\n".join(lines)


def _printable(text: str) -> str:
    """Replace control characters, one for one: a terminal would obey them."""
    return _CONTROL.sub("\N{REPLACEMENT CHARACTER}", text)


def as_json(problems: Iterable[Problem]) -> str:
    """Give all problems as a JSON list, one object each."""
    rows = [
        {
            "bestand": problem.position.file,
            "regel": problem.position.line,
            "kolom": problem.position.column,
            "lengte": problem.position.length,
            "niveau": str(problem.level),
            "code": problem.rule,
            "melding": problem.message,
            "herstel": problem.repair,
        }
        for problem in problems
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2)


def as_github(problem: Problem) -> str:
    """Give a workflow command that GitHub shows beside the line.

    Source of the form: GitHub Docs, "Workflow commands for GitHub Actions"; data escapes %, CR and LF, properties also : and ,.
    """
    command = "error" if problem.level == "fout" else "warning"
    at = problem.position
    data = _github_data(f"{problem.message}. Herstel: {problem.repair}")
    file = _github_data(at.file).replace(":", "%3A").replace(",", "%2C")
    return f"::{command} file={file},line={at.line},col={at.column},title={problem.rule}::{data}"


def _github_data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def as_gitlab(problems: Iterable[Problem]) -> str:
    """Give GitLab's code quality report (its documented subset of Code Climate's format)."""
    rows = [
        {
            "description": f"{problem.message}. Herstel: {problem.repair}",
            "check_name": problem.rule,
            "fingerprint": hashlib.sha256(
                f"{problem.position.file}:{problem.position.line}:{problem.position.column}:{problem.rule}:{problem.message}".encode()
            ).hexdigest(),
            "severity": "major" if problem.level == "fout" else "minor",
            "location": {"path": problem.position.file, "lines": {"begin": problem.position.line}},
        }
        for problem in problems
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2)
