"""What the rulebook tells about one rule."""

from __future__ import annotations

from generator.frozen import dataclass
from generator.problems import Level


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: its id in messages, a short title, why it exists, and an example of right (`good`) and wrong (`bad`)."""

    id: str
    title: str
    why: str
    good: str
    bad: str
    level: Level = Level.FOUT
