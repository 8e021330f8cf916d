"""The quick scan as pages show it: questions for agents by life domain, and the keys of what their answers gather."""

from __future__ import annotations

from generator.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Question:
    """A question: `id` is `domain.question`, `when` the answer (`ja` or `nee`) that gathers the records with these keys."""

    id: str
    text: str
    prompt: str
    when: str
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Scan:
    """The questions about one life domain."""

    id: str
    title: str
    questions: tuple[Question, ...]
