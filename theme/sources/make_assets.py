"""Makes the committed assets of the theme from pinned npm packages: fonts, design tokens and lunr.js.

Run `make assets` after changing a version in `package.json` or using a new token in `site.css`. Only this step needs Node (npm);
whoever builds the site does not.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from fontTools import subset

HERE = Path(__file__).parent
PACKAGES = HERE / "node_modules"
THEME = HERE.parent
UNICODES = (
    "U+0020-007E,U+00A0-017F,U+0192,U+0218-021B,U+02C6,U+02DA,U+02DC,U+1E9E,U+2010-2015,U+2018-201E,"
    "U+2020-2022,U+2026,U+2030,U+2039,U+203A,U+20AC,U+2122,U+2190-2193,U+2212,U+FFFD"
)
"""Latin and Latin Extended-A (every language of the European Union but Greek and Bulgarian), punctuation, euro and arrows."""


def make_fonts() -> None:
    """Subset Noto Sans for the browser (WOFF2) and for flyers (TrueType)."""
    for weight, folder in (("Regular", "400Regular"), ("Bold", "700Bold")):
        source = PACKAGES / "@expo-google-fonts/noto-sans" / folder / f"NotoSans_{folder}.ttf"
        for flavor, target in (
            ("woff2", THEME / f"assets/fonts/noto-sans-{weight.lower()}.woff2"),
            (None, THEME / f"flyer/fonts/NotoSans-{weight}.ttf"),
        ):
            options = subset.Options(
                flavor=flavor, layout_features=["kern", "liga", "mark", "mkmk", "ccmp", "locl", "tnum"], recalc_timestamp=False
            )
            font = subset.load_font(str(source), options)
            subsetter = subset.Subsetter(options)
            subsetter.populate(unicodes=subset.parse_unicodes(UNICODES))
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


def main() -> None:
    """Make all assets."""
    make_fonts()
    make_tokens()
    shutil.copyfile(PACKAGES / "lunr/lunr.min.js", THEME / "assets/lunr.min.js")


if __name__ == "__main__":
    main()
