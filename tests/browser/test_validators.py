"""Checkers by others than axe: IBM's engine on every type of page, html-validate on every HTML file."""

from __future__ import annotations

import json
import subprocess
import tempfile
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from browser import npm_tools
from browser.page_types import EVERYWHERE
from browser.serving import AGENTS, PUBLIC
from browser.views import found_in_any_view

if TYPE_CHECKING:
    from collections.abc import Callable

    from browser.conftest import Visit
    from browser.serving import Served

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

RULESETS = ["IBM_Accessibility", "IBM_Accessibility_next", "WCAG_2_2"]
"""IBM's requirements (WCAG, EN 301 549 and Section 508), those of its next release, and WCAG 2.2 A and AA."""
LEFT_TO_HTML_VALIDATE = ["element_attribute_deprecated"]
"""Takes every `<meta http-equiv>` for obsolete, as our Content-Security-Policy, and `<ol start>`: the HTML Standard has both.
html-validate (`deprecated`, `no-deprecated-attr`) knows what is."""
COLOURS = ["text_contrast_sufficient", "style_color_misuse", "style_highcontrast_visible"]
"""The rules about what a dark scheme changes."""
CHECK = f"""async (only) => {{
  const checker = new ace.Checker();
  for (const rules of {json.dumps(RULESETS)}) checker.rulesetRules[rules] = checker.rulesetRules[rules].filter((rule) => !only || only.includes(rule));
  return (await checker.check(document, {json.dumps(RULESETS)})).results
    .filter((result) => result.value[1] === "FAIL" && !{json.dumps(LEFT_TO_HTML_VALIDATE)}.includes(result.ruleId))
    .map((result) => `${{result.ruleId}} (${{result.value[0].toLowerCase()}}): ${{result.snippet.slice(0, 160)}}\\n  at ${{result.path.dom}}\\n`
        + `  ${{result.message}}\\n  repair: tests/browser/node/node_modules/accessibility-checker-engine/help/en-US/${{result.ruleId}}.html`);
}}"""
"""Refuses recommendations too; `POTENTIAL` and `MANUAL` are questions to a person, and no findings."""
RUN, IN_DARK = f"() => ({CHECK})(null)", f"() => ({CHECK})({json.dumps(COLOURS)})"

BROKEN_NUMBERS = r"""() => [...document.querySelectorAll("a[href^='tel:']")].flatMap((link) => {
  const walker = document.createTreeWalker(link, NodeFilter.SHOW_TEXT);
  const broken = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    for (const number of node.data.matchAll(/[+\d][\d ()-]*\d/g)) {
      const range = document.createRange();
      range.setStart(node, number.index);
      range.setEnd(node, number.index + number[0].length);
      const lines = new Set([...range.getClientRects()].map((box) => Math.round(box.top)));
      if (lines.size > 1) broken.push(`${number[0]}: ${link.parentElement.innerText.slice(0, 160)}`);
    }
  }
  return broken;
})"""
"""Telephone numbers that go on on a second line."""


@pytest.mark.parametrize("name", EVERYWHERE)
def test_ibm_engine_finds_nothing(look: Callable[..., Visit], name: str) -> None:
    page = look().to(EVERYWHERE[name])
    page.evaluate(npm_tools.script("accessibility-checker-engine/ace.js"))
    found = found_in_any_view(page, RUN, in_dark=IN_DARK)
    assert not found, f"{page.url}\n\n{found}"


def test_ibm_engine_would_find_a_fault(look: Callable[..., Visit]) -> None:
    page = look(width=320).to("")
    page.evaluate(npm_tools.script("accessibility-checker-engine/ace.js"))
    page.evaluate("document.querySelector('main a').replaceChildren()")
    page.evaluate("document.querySelector('footer p').style.color = '#ccc'")
    page.evaluate("document.body.prepend(Object.assign(document.createElement('p'), { textContent: 'Outside every landmark' }))")
    rules = {found.split(" ")[0] for found in page.evaluate(RUN)}
    assert rules >= {"a_text_purpose", "text_contrast_sufficient", "aria_content_in_landmark"}
    assert {found.split(" ")[0] for found in page.evaluate(IN_DARK)} == {"text_contrast_sufficient"}


def test_telephone_numbers_stay_on_one_line(look: Callable[..., Visit]) -> None:
    visitor = look(width=320)
    broken = [f"{path}: {number}" for path in EVERYWHERE.values() for number in visitor.to(path).evaluate(BROKEN_NUMBERS)]
    assert not broken, "give links to tel: `white-space: nowrap`, at least around the number\n" + "\n".join(broken)


def test_a_telephone_number_on_two_lines_would_be_found(look: Callable[..., Visit]) -> None:
    page = look(width=320).to("")
    page.evaluate("""() => {
      const link = Object.assign(document.createElement("a"), { href: "tel:0123455100", textContent: "Bel 012 345 51 00" });
      Object.assign(link.style, { display: "block", width: "1em", whiteSpace: "normal" });
      document.querySelector("main").replaceChildren(link);
    }""")
    assert page.evaluate(BROKEN_NUMBERS) == ["012 345 51 00: Bel 012 345 51 00"]


def html_validate(*paths: Path) -> dict[str, list[str]]:
    """Give, per rule of html-validate, the places in the HTML files of `paths` that break it."""
    config = npm_tools.FOLDER / "html-validate.mjs"
    with tempfile.TemporaryDirectory() as folder:
        told = Path(folder) / "told.json"  # a file: what is still in the pipe when the program exits would be lost
        words = [*npm_tools.command("html-validate"), "--config", str(config), "--formatter", f"json={told}", *map(str, paths)]
        done = subprocess.run(words, capture_output=True, text=True, check=False)  # noqa: S603 - a pinned package
        assert done.returncode in {0, 1}, done.stderr
        files: list[dict[str, Any]] = json.loads(told.read_text(encoding="utf-8"))
    found = defaultdict(list)
    for file in files:
        for said in file["messages"]:
            place = f"{file['filePath']}:{said['line']}:{said['column']}"
            found[f"{said['ruleId']} ({said['ruleUrl']})"].append(f"{place}: {said['message']}: {said['selector']}")
    return dict(found)


def test_every_html_file_is_valid(sites: Served) -> None:
    found = html_validate(sites.folder(PUBLIC), sites.folder(AGENTS))
    assert not found, "\n".join(f"{rule}: {len(places)} times, as\n  " + "\n  ".join(places[:3]) for rule, places in found.items())


def test_html_validate_would_find_a_fault_in_any_folder(tmp_path: Path) -> None:
    (tmp_path / "wijk/centrum").mkdir(parents=True)
    page = '<!doctype html>\n<html lang="nl">\n<head>\n<title>Wijk</title>\n</head>\n<body>\n<p colour="red">In</p>\n</body>\n</html>\n'
    (tmp_path / "wijk/centrum/index.html").write_text(page, encoding="utf-8")
    [(rule, [place])] = html_validate(tmp_path).items()
    assert rule == "no-unknown-attributes (https://html-validate.org/rules/no-unknown-attributes.html)"
    assert place.startswith(f"{tmp_path}/wijk/centrum/index.html:7:")
