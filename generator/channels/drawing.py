"""The way in to an offer as a small drawing: a lane for everybody who acts, and a line that goes from one to the other.

It says no more than the list of steps below it, which says it in words: whoever cannot see it misses nothing.
"""

from __future__ import annotations

from itertools import pairwise

from markupsafe import escape

LANE, ROW, MARGIN = 40, 46, 20
"""Between two lanes, between two steps, and around; in pixels, as all of these."""
RADIUS = 15
LETTER = 10
"""Somewhat wider than a letter mostly is: white beside a name is better than a name that is cut off."""


def way_drawn(actors: tuple[str, ...]) -> str:
    """Draw who acts at each step, from top to bottom; the first who acts has the first lane."""
    lanes = {actor: MARGIN + number * LANE for number, actor in enumerate(dict.fromkeys(actors))}
    beside = max(lanes.values()) + MARGIN + RADIUS // 2
    points = [(lanes[actor], MARGIN + number * ROW) for number, actor in enumerate(actors)]
    width, height = beside + LETTER * max(map(len, actors)), points[-1][1] + MARGIN
    shown = enumerate(zip(actors, points, strict=True), 1)
    steps = "".join(_step(number, actor, point, beside, own=actor == actors[0]) for number, (actor, point) in shown)
    label = ", ".join(f"{number} {actor}" for number, actor in enumerate(actors, 1))
    return (
        f'<svg class="weg" role="img" aria-label="{escape(label)}" viewBox="0 0 {width} {height}" width="{width}" height="{height}">'
        f'<path d="{"".join(_curve(*ends) for ends in pairwise(points))}"/>{steps}</svg>'
    )


def _curve(begin: tuple[int, int], end: tuple[int, int]) -> str:
    """Go down from one circle to the next, around the corner where the lane is another."""
    (left, top), (right, bottom) = begin, end
    half = (top + bottom) // 2
    return f"M{left} {top}C{left} {half} {right} {half} {right} {bottom}"


def _step(number: int, actor: str, point: tuple[int, int], beside: int, *, own: bool) -> str:
    x, y = point
    look = ' class="weg__eerst"' if own else ""
    return (
        f'<g{look}><circle cx="{x}" cy="{y}" r="{RADIUS}"/><text class="weg__nummer" x="{x}" y="{y}">{number}</text>'
        f'<text x="{beside}" y="{y}">{escape(actor)}</text></g>'
    )


__all__ = ["way_drawn"]
