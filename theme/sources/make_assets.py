"""Makes the committed assets of the theme from pinned npm packages: fonts, design tokens, lunr.js and Leaflet; then the icons.

Run `make assets` after changing a version in `package.json` or using a new token in `site.css`. Only this step needs Node (npm);
whoever builds the site does not. `make_icons.py` alone needs only Python.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import make_icons
from fontTools import subset

HERE = Path(__file__).parent
PACKAGES = HERE / "node_modules"
THEME = HERE.parent
LATIN = (
    "U+0020-007E,U+00A0-017F,U+0192,U+0218-021B,U+02C6,U+02DA,U+02DC,U+1E9E,U+2010-2015,U+2018-201E,"
    "U+2020-2022,U+2026,U+2030,U+2039,U+203A,U+20AC,U+2122,U+2190-2193,U+2212,U+FFFD"
)
"""Latin and Latin Extended-A (every language of the European Union but Greek and Bulgarian), punctuation, euro and arrows."""
ARABIC = "U+0600-06FF,U+200C-200F"
"""Arabic, Persian and Urdu, with their digits and punctuation, and the signs that join letters and give direction.

`site.css` has the same range, so that only pages with such letters fetch the font.
"""
JOINING = ["kern", "liga", "mark", "mkmk", "ccmp", "locl", "init", "medi", "fina", "rlig"]
"""Arabic letters take their form from their neighbours."""
FONTS = (
    ("noto-sans", "NotoSans", LATIN, ["kern", "liga", "mark", "mkmk", "ccmp", "locl", "tnum"]),
    ("noto-sans-arabic", "NotoSansArabic", ARABIC, JOINING),
    ("vazirmatn", "Vazirmatn", f"{ARABIC},U+0020-003F,U+00A0", JOINING),
)
"""Package and file, letters, and OpenType features."""
ONLY_IN_BROWSER, ONLY_ON_PAPER = "noto-sans-arabic", "vazirmatn"
"""Noto Sans Arabic draws the dots of letters apart, so that whoever copies a flyer's text gets these letters twice."""

LEAFLET = (
    ('.innerHTML="<svg/>"', '.appendChild(document.createElementNS("http://www.w3.org/2000/svg","svg"))'),
    ('"data:image/gif;base64,R0lGODlhAQABAAD/ACwAAAAAAQABAAACADs="', '""'),
    ("\n//# sourceMappingURL=leaflet.js.map", ""),
)
"""What is another in our copy of Leaflet: as it loads it makes HTML of text, which Trusted Types forbid, and it stops a picture that is
no longer needed by a `data:` image, which the policy forbids."""
WITH_PICTURE = r"(?:/\*[^*]*\*/\s*)?[^{}/]*\{[^{}]*url\([^{}]*\}\n?"
"""A rule of Leaflet's style that needs a picture: of controls and markers that the map does not use."""


def make_fonts() -> None:
    """Subset Noto Sans for the browser (WOFF2) and for flyers (TrueType)."""
    for name, file, letters, features in FONTS:
        for weight, folder in (("Regular", "400Regular"), ("Bold", "700Bold")):
            source = PACKAGES / "@expo-google-fonts" / name / folder / f"{file}_{folder}.ttf"
            if name != ONLY_ON_PAPER:
                _subset(source, THEME / f"assets/fonts/{name}-{weight.lower()}.woff2", letters, features, "woff2")
            if name != ONLY_IN_BROWSER:
                _subset(source, THEME / f"flyer/fonts/{file}-{weight}.ttf", letters, features, None)


def _subset(source: Path, target: Path, letters: str, features: list[str], flavor: str | None) -> None:
    options = subset.Options(flavor=flavor, layout_features=features, recalc_timestamp=False)
    font = subset.load_font(str(source), options)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=subset.parse_unicodes(letters))
    subsetter.subset(font)
    target.parent.mkdir(parents=True, exist_ok=True)
    subset.save_font(font, str(target), options)


def make_tokens() -> None:
    """Write the design tokens that `site.css` uses, and those that they are made of."""
    declared = dict(
        re.findall(
            r"^\s*(--[\w-]+):\s*([^;]+);",
            (PACKAGES / "@nl-design-system-unstable/voorbeeld-design-tokens/dist/theme.css").read_text("utf-8"),
            re.MULTILINE,
        )
    )
    wanted = set(re.findall(r"var\((--(?:basis|voorbeeld)[\w-]+)", (THEME / "assets/site.css").read_text("utf-8")))
    unknown = sorted(wanted - declared.keys())
    if unknown:
        message = f"site.css uses tokens that the package does not have: {', '.join(unknown)}"
        raise SystemExit(message)
    pending = set(wanted)
    while pending:
        pending = {name for used in pending for name in re.findall(r"var\((--[\w-]+)", declared[used])} - wanted
        wanted |= pending
    lines = "\n".join(f"  {name}: {declared[name]};" for name in sorted(wanted))
    note = (
        "/* NL Design System, voorbeeld theme (EUPL-1.2): the tokens that site.css uses. Made by theme/sources/make_assets.py.\n"
        "   A municipality replaces this file by its own values: see docs/huisstijl.md. */"
    )
    (THEME / "assets/tokens.css").write_text(f"{note}\n:root {{\n{lines}\n}}\n", encoding="utf-8")


def make_leaflet() -> None:
    """Copy Leaflet with its licence, changed as `LEAFLET` says."""
    source, target = PACKAGES / "leaflet", THEME / "assets/leaflet"
    target.mkdir(exist_ok=True)
    script = (source / "dist/leaflet.js").read_text("utf-8")
    for theirs, ours in LEAFLET:
        if script.count(theirs) != 1:
            message = f"this version of Leaflet does not have once: {theirs}"
            raise SystemExit(message)
        script = script.replace(theirs, ours)
    (target / "leaflet.js").write_text(f"{script}\n", encoding="utf-8")
    style = (source / "dist/leaflet.css").read_text("utf-8").replace("\r\n", "\n")
    (target / "leaflet.css").write_text(re.sub(WITH_PICTURE, "", style), encoding="utf-8")
    shutil.copyfile(source / "LICENSE", target / "LICENSE.txt")


def main() -> None:
    """Make all assets."""
    make_fonts()
    make_tokens()
    shutil.copyfile(PACKAGES / "lunr/lunr.min.js", THEME / "assets/lunr.min.js")
    make_leaflet()
    make_icons.main()


if __name__ == "__main__":
    main()
