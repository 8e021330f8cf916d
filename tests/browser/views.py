"""How visitors see a page: on a phone, a tablet and a desk, light and dark."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Page

Scheme = Literal["light", "dark"]
WIDTHS = (320, 768, 1280)
"""CSS px. The first is what remains of a desk's screen at 400% (WCAG 1.4.10)."""
SCHEMES: tuple[Scheme, ...] = ("light", "dark")


def views(page: Page, schemes: tuple[Scheme, ...] = SCHEMES) -> Iterator[str]:
    """Show `page` at every width in `schemes`, and name each view. It is not loaded again: only its style depends on the view."""
    for scheme in schemes:
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})
            yield f"{width} px {scheme}"


def found_in_any_view(page: Page, checker: str, *, in_dark: str) -> str:
    """Give what the script `checker` says of `page` in any view, each finding once with its views; an empty text is praise.

    Nothing but colours depends on the scheme, so that `in_dark` may look at less.
    """
    seen: dict[str, list[str]] = {}
    for scheme, script in zip(SCHEMES, (checker, in_dark), strict=True):
        for view in views(page, (scheme,)):
            for finding in page.evaluate(script):
                seen.setdefault(finding, []).append(view)
    return "\n\n".join(f"{finding}\n  seen at {', '.join(where)}" for finding, where in seen.items())
