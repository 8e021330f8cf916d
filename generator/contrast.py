"""Contrast of two colours, as WCAG 2.2 reckons it, and how to change one so that it is enough."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tinycss2.color4 import parse_color

if TYPE_CHECKING:
    from collections.abc import Collection


def as_hex(value: str) -> str:
    """Write a CSS colour as `#rrggbb`; empty where it is none, lets something through, or is written in a way that only screens know."""
    try:
        colour = parse_color(value)
        *parts, alpha = (None,) if colour is None or isinstance(colour, str) else tuple(colour.to("srgb"))
    except NotImplementedError:
        return ""
    return "#" + "".join(f"{round(255 * min(max(part or 0, 0), 1)):02x}" for part in parts) if alpha == 1 else ""


def contrast(one: str, other: str) -> float:
    """Give the contrast of two colours (`#rrggbb`): from 1 to 21 (WCAG 2.2, contrast ratio)."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]  # noqa: PLR2004 - sRGB, IEC 61966-2-1
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def improved(colour: str, others: Collection[tuple[str, float]]) -> str:
    """Make the darker of two colours still darker, or the lighter lighter, in steps of 2%, until the contrast is enough.

    `others` are what it must differ from, each with the least contrast. Gives an empty text where that is not possible.
    """
    if not colour or not all(other for other, _ in others):
        return ""
    ends = {"#ffffff" if _luminance(colour) > _luminance(other) else "#000000" for other, _ in others}
    steps = (_mixed(colour, end, step / 50) for end in ends if len(ends) == 1 for step in range(1, 51))
    return next((tried for tried in steps if all(contrast(tried, other) >= least for other, least in others)), "")


def _mixed(one: str, other: str, part: float) -> str:
    return "#" + "".join(f"{round(int(one[at : at + 2], 16) * (1 - part) + int(other[at : at + 2], 16) * part):02x}" for at in (1, 3, 5))
