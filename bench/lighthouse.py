"""Lighthouse on this machine alone: its four scores for a page, and what keeps them from 100."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click
from first_view import chromium

NPM_TOOLS = Path(__file__).resolve().parents[1] / "tests/browser/npm_tools.py"
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
OPTIONS = (
    "--quiet",
    "--output=json",
    f"--only-categories={','.join(CATEGORIES)}",
    "--chrome-flags=--headless=new --no-sandbox --disable-gpu",
    "--no-enable-error-reporting",
)
"""The rest is Lighthouse's default: a middling telephone on slow 4G, simulated."""


@dataclass(frozen=True, slots=True)
class Report:
    """What Lighthouse said of one page."""

    scores: dict[str, int]
    """Per category, of 100."""
    timings: dict[str, str]
    """First paint, largest paint, blocking time and shift, as Lighthouse words them."""
    lost: list[str]
    """What took points, with what it was seen at."""


def lighthouse(url: str, *, indexed: bool = True) -> Report:
    """Run Lighthouse on `url`. `indexed=False`: the page keeps search engines out on purpose, which is then not held against it."""
    with tempfile.TemporaryDirectory(prefix="antwoordkaart-lighthouse-") as folder:
        file = Path(folder) / "report.json"
        skipped = () if indexed else ("--skip-audits=is-crawlable",)
        command = [sys.executable, str(NPM_TOOLS), "lighthouse", url, *OPTIONS, *skipped, f"--output-path={file}"]
        environment = os.environ | {"CHROME_PATH": chromium()}
        done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
        if done.returncode != 0:
            raise click.ClickException(done.stderr)
        return _read(json.loads(file.read_text("utf-8")))


def _read(said: dict[str, Any]) -> Report:
    categories, audits = said["categories"], said["audits"]
    shown = {
        "FCP": "first-contentful-paint",
        "LCP": "largest-contentful-paint",
        "TBT": "total-blocking-time",
        "CLS": "cumulative-layout-shift",
    }
    weights = {one["id"]: one["weight"] for category in CATEGORIES for one in categories[category]["auditRefs"]}
    lost = [audit for audit in audits.values() if weights.get(audit["id"]) and audit["score"] is not None and audit["score"] < 1]
    return Report(
        {category: round(100 * categories[category]["score"]) for category in CATEGORIES},
        {short: audits[audit]["displayValue"].replace("\xa0", " ") for short, audit in shown.items()},
        [_worded(audit) for audit in lost],
    )


def _worded(audit: dict[str, Any]) -> str:
    """Say what an audit found, with at most three places."""
    items = audit.get("details", {}).get("items", [])
    places = [item.get("node", {}).get("snippet") or item.get("url") or item.get("description") for item in items[:3]]
    value = f" {audit['displayValue']}" if audit.get("displayValue") else ""
    return f"{audit['id']} ({audit['score']:.2f}){value}: {audit['title']}" + "".join(f"\n    {place}" for place in places if place)
