"""Walks ten typical calls with the keyboard alone, from home to what the agent reads aloud, and reports keys and seconds.

Usage: `python bench/keyboard_walk.py [folder of the agents' site]` (default `site-kcc`). It needs Chromium (`CHROMIUM=/path`).

Measured is the time that browser and site take, every key pressed as soon as the page can take it. A person is slower: the last column
adds 0.28 second a key (an average typist, keystroke-level model of Card, Moran and Newell, 1980) and 1.35 second for each of the two
decisions (which words, which answer). The aim is that this stays below twenty seconds.
"""

from __future__ import annotations

import http.server
import os
import shutil
import sys
import threading
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import expect, sync_playwright

if TYPE_CHECKING:
    from playwright.sync_api import Page

CALLS = (
    ("paspoort", "product:paspoort"),
    ("verhuizing", "product:verhuizing-doorgeven"),
    ("grofvuil", "product:grofvuil"),
    ("parkeervergunning", "product:parkeervergunning"),
    ("hulp in huis", "product:hulp-bij-het-huishouden"),
    ("gehandicaptenparkeerkaart", "product:gehandicaptenparkeerkaart"),
    ("bijstand", "product:bijstandsuitkering"),
    ("rijbewijs kwijt", "product:rijbewijs-kwijt"),
    ("geboorte aangeven", "product:geboorte-aangeven"),
    ("kwijtschelding", "product:kwijtschelding-belastingen"),
)
PER_KEY, PER_DECISION, DECISIONS = 0.28, 1.35, 2
AIM = 20
FOCUSED_RECORD = "document.activeElement?.closest('[data-record]')?.dataset.record ?? ''"


@dataclass(frozen=True, slots=True)
class Walk:
    """One call: the words, where it led, the keys, and the measured seconds."""

    words: str
    record: str
    found: str
    keys: int
    seconds: float

    @property
    def human(self) -> float:
        """Give the seconds that a person needs, by the keystroke-level model."""
        return self.seconds + self.keys * PER_KEY + DECISIONS * PER_DECISION


class Hands:
    """Presses keys and counts them; a combination counts as two."""

    def __init__(self, page: Page) -> None:
        self.page, self.keys = page, 0
        self._wire = page.context.new_cdp_session(page)

    def press(self, key: str) -> None:
        """Press one key."""
        self.keys += 1
        self.page.keyboard.press(key)

    def write(self, words: str) -> None:
        """Type words, a key a letter."""
        self.keys += len(words)
        self.page.keyboard.type(words)

    def shortcut(self, letter: str) -> None:
        """Press Alt with a letter, as the page about keys says."""
        self.keys += 2
        letters = {"key": letter, "text": letter, "unmodifiedText": letter}
        self._wire.send("Input.dispatchKeyEvent", {"type": "char", "modifiers": 1, **letters})


def walk(page: Page, url: str, words: str, record: str) -> Walk:
    """Take one call: search, open the answer, and have what to say in view."""
    page.goto(url)
    hands = Hands(page)
    began = time.monotonic()
    hands.shortcut("z")
    hands.write(words)
    hands.press("Enter")
    page.wait_for_url("**/zoeken/?q=*")
    expect(page.locator("#zoekresultaten a").first).to_be_visible()
    hands.press("Tab")  # the skip link
    hands.press("Enter")
    for _ in range(20):
        hands.press("Tab")
        if page.evaluate(FOCUSED_RECORD) == record:
            break
    found = str(page.evaluate(FOCUSED_RECORD))
    hands.press("Enter")
    expect(page.locator("[data-blok=kcc-zeg-dit]")).to_be_in_viewport()
    return Walk(words, record, found, hands.keys, time.monotonic() - began)


def report(walks: list[Walk]) -> str:
    """Write the table."""
    rows = [f"| {one.words} | {one.found or 'niet gevonden'} | {one.keys} | {one.seconds:.1f} | {one.human:.1f} |" for one in walks]
    middle = sorted(one.human for one in walks)[len(walks) // 2]
    late = [one.words for one in walks if one.human > AIM or one.found != one.record]
    return "\n".join(
        [
            "| words | found | keys | seconds (site) | seconds (person) |",
            "| --- | --- | ---: | ---: | ---: |",
            *rows,
            "",
            f"Median for a person: {middle:.1f} seconds. Over {AIM} seconds or not found: {', '.join(late) or 'none'}.",
        ]
    )


def main(site: Path) -> int:
    """Serve `site`, walk, and print the report."""

    class Quiet(http.server.SimpleHTTPRequestHandler):
        def __init__(self, *arguments: object) -> None:
            super().__init__(*arguments, directory=str(site))  # type: ignore[arg-type]

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Quiet) as server, sync_playwright() as playwright:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_context(locale="nl-NL", viewport={"width": 1280, "height": 800}, service_workers="block").new_page()
        walks = [walk(page, f"http://127.0.0.1:{server.server_address[1]}/", *call) for call in CALLS]
        browser.close()
        server.shutdown()
    print(report(walks))
    return int(any(one.found != one.record or one.human > AIM for one in walks))


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1] if len(sys.argv) > 1 else "site-kcc")))
