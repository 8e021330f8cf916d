"""Prints K flyers of a project in this process, and writes the seconds as JSON. Run by `run.py --flyers K` in a fresh process."""

from __future__ import annotations

import argparse
import datetime as dt
import json
import time
from pathlib import Path

from synthetic import PEILDATUM

from generator.channels.flyer import flyer_content
from generator.channels.site import PUBLIC
from generator.checking import read_and_check
from generator.edition import SiteSpec, make_edition, site_of
from generator.press.printing import FlyerPress


def main() -> None:
    """Print the flyers one after the other; the first also starts Typst and reads the fonts."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("project", type=Path)
    parser.add_argument("count", type=int)
    chosen = parser.parse_args()
    edition = make_edition(read_and_check(chosen.project, dt.date.fromisoformat(PEILDATUM)).catalogue)
    spec = SiteSpec(PUBLIC, "https://www.voorbeeldstad.example/", chosen.project / "theme/templates")
    site = site_of(edition.catalogue, spec)
    press, seconds, size = FlyerPress(chosen.project / "theme/flyer"), [], 0
    products = [answer for answer in edition.answers if answer.kind == "product"]
    for answer in products[: chosen.count]:
        begin = time.perf_counter()
        size += len(press.print(flyer_content(answer, site)))
        seconds.append(time.perf_counter() - begin)
    print(json.dumps({"seconds": seconds, "bytes": size}))


if __name__ == "__main__":
    main()
