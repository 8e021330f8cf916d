"""The pages for agents besides answers: work place, keys, quick scan, two answers side by side, codes, first contact."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from generator.desk.first_contact import AIM, first_contact
from generator.desk.matrix import matrix_of
from generator.desk.pages import NOW, PAGES
from generator.desk.scan import gathering

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.channels.site import Site
    from generator.desk.record import DeskRecord


def files(records: Iterable[DeskRecord], site: Site) -> dict[str, bytes]:
    """Give the pages for agents of a site with these records, as far as they need no history."""
    known = list(records)
    needed: dict[str, dict[str, Any]] = {
        "werkplek": {"pages": PAGES},
        "quickscan": {"scan": gathering(site.scans, known)},
        "naast": {"records": known},
        "eerste-contact": {"contact": first_contact(known), "aim": AIM},
        "loketmatrix": {"matrix": matrix_of(known)},
    }
    return {
        f"{name}/index.html": site.render(f"desk/{name}", path=f"/{name}/", title=title, **needed.get(name, {})).encode()
        for name, title in NOW.items()
    }
