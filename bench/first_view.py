"""What a visitor's browser loads to show a page for the first time, on a telephone."""

from __future__ import annotations

import os
import shutil
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

import click
from compressing import COMPRESSIBLE, as_brotli, as_gzip
from playwright.sync_api import sync_playwright

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Response

KINDS = {"document": "html", "stylesheet": "css", "script": "scripts", "font": "fonts", "image": "images"}
"""Playwright's kinds of request, by the name of their column; all others are `rest`."""
TELEPHONE = {"viewport": {"width": 412, "height": 823}, "device_scale_factor": 1.75, "is_mobile": True, "has_touch": True}
"""The telephone that Lighthouse takes (Moto G Power): CSS px."""
SLOW = {"offline": False, "latency": 150, "downloadThroughput": 1_600_000 / 8, "uploadThroughput": 750_000 / 8}
"""Slow 4G as Lighthouse has it: milliseconds, and bytes a second. On a quick line fonts come before the first paint, and nothing shifts."""
WATCH_SHIFTS = """window.__shifts = [];
const words = (node) => (node?.outerHTML ?? node?.textContent ?? "").replace(/\\s+/g, " ").slice(0, 80);
const at = ({ x, y }) => `${Math.round(x)},${Math.round(y)}`;
new PerformanceObserver((list) => {
  for (const { value, sources } of list.getEntries()) window.__shifts.push([value, sources.map((moved) =>
    `${words(moved.node)} from ${at(moved.previousRect)} to ${at(moved.currentRect)} px`)]);
}).observe({ type: "layout-shift", buffered: true });"""
"""Nobody touches the page, so that `hadRecentInput` is not looked at: emulating a telephone would set it during the first half second."""
BLOCKING = """() => performance.getEntriesByType("resource")
  .filter((entry) => entry.renderBlockingStatus === "blocking" && (entry.initiatorType === "css" || /\\.css($|\\?)/.test(entry.name)))
  .map((entry) => entry.name)"""
SETTLING = 1000
"""Milliseconds that a page gets after its last request to move things about."""


@dataclass(frozen=True, slots=True)
class FirstView:
    """A first visit with an empty cache and no click. Bytes are of bodies, without headers."""

    gzip: dict[str, int]
    """Bytes per kind, text compressed with gzip -9."""
    brotli: int
    """Bytes together, text compressed with brotli 11."""
    plain: int
    """Bytes together, as they are on disk."""
    requests: int
    blocking: list[str]
    """Addresses of style sheets that the first paint waits for."""
    shifts: list[tuple[float, list[str]]]
    """Every layout shift, with what moved."""
    elsewhere: list[str]
    """Addresses of other hosts that were asked for."""

    @property
    def total(self) -> int:
        """Bytes together, text compressed with gzip -9."""
        return sum(self.gzip.values())

    @property
    def shift(self) -> float:
        """Cumulative layout shift: all shifts added up, which is at least the web vital (its worst window of five seconds)."""
        return sum(value for value, _ in self.shifts)


def chromium() -> str:
    """Find Chromium: `$CHROMIUM`, or the one on the path."""
    found = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if not found:
        message = "install Chromium, or name it: CHROMIUM=/path/to/chromium"
        raise click.ClickException(message)
    return found


@contextmanager
def browsing() -> Iterator[Browser]:
    """Open a Chromium until the block ends."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox", "--disable-gpu"])
        yield browser
        browser.close()


def first_view(browser: Browser, url: str) -> FirstView:
    """Load `url` with an empty cache, and weigh what was asked for."""
    context = browser.new_context(**TELEPHONE, locale="nl-NL")  # type: ignore[arg-type]
    context.add_init_script(WATCH_SHIFTS)
    page = context.new_page()
    context.new_cdp_session(page).send("Network.emulateNetworkConditions", SLOW)
    answers: list[Response] = []
    page.on("response", lambda answer: answers.append(answer))  # noqa: PLW0108 - Playwright needs a function
    page_itself = page.goto(url, wait_until="networkidle")
    if page_itself is None or not page_itself.ok:
        message = f"there is no page {url}"
        raise click.ClickException(message)
    page.wait_for_timeout(SETTLING)
    weights = [_weight(answer) for answer in answers if not answer.url.startswith("data:")]
    host = "/".join(url.split("/")[:3])
    view = FirstView(
        {name: sum(gzipped for kind, gzipped, _, _ in weights if kind == name) for name in (*KINDS.values(), "rest")},
        brotli=sum(brotlied for _, _, brotlied, _ in weights),
        plain=sum(plain for _, _, _, plain in weights),
        requests=len(weights),
        blocking=page.evaluate(BLOCKING),
        shifts=page.evaluate("window.__shifts"),
        elsewhere=[answer.url for answer in answers if not answer.url.startswith((host, "data:"))],
    )
    context.close()
    return view


def _weight(answer: Response) -> tuple[str, int, int, int]:
    """Give the kind of a file, and its bytes with gzip, with brotli, and as it is."""
    kind = KINDS.get(answer.request.resource_type, "rest")
    content = answer.body()
    if answer.headers.get("content-type", "").startswith(COMPRESSIBLE):
        return kind, len(as_gzip(content)), len(as_brotli(content)), len(content)
    return kind, len(content), len(content), len(content)
