"""What comes first whatever search finds: who helps someone in danger, and the answers that editors want first for a question.

`theme/assets/zoeken.js` does the same, in the same order.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

from generator.search.known import is_known
from generator.search.spelling import light, typing_errors

if TYPE_CHECKING:
    from generator.search.index import Index
    from generator.search.question import Asked


def urgent(asked: Asked, index: Index) -> list[dict[str, Any]]:
    """Give the needs that a question tells of, in the order of the editors' list: first of all shown, whatever else is found."""
    spelled = _spelled(asked, index)
    plain = {light(word) for word in asked.typed}
    return [
        need
        for need in index.core["crisis"]
        if not plain & set(need["niet"]) and any(_matches(pattern, spelled) for pattern in need["vragen"])
    ]


def preferred(asked: Asked, index: Index) -> list[int]:
    """Give the answers that editors want first for a question that says just that, by number."""
    spelled = _spelled(asked, index)
    chosen = [
        one
        for one in index.core["voorkeur"]
        if any(_matches(pattern, spelled) and _says_no_more(pattern, asked, spelled, index) for pattern in one["vragen"])
    ]
    return list(dict.fromkeys(number for one in chosen for number in one["records"]))


def _says_no_more(pattern: list[str], asked: Asked, spelled: list[tuple[str, bool]], index: Index) -> bool:
    """Whether every word that says something is one of the pattern, alone or with a neighbour: `pas`, and not `pas gestolen`."""
    count, faint, choices = len(asked.typed), frozenset(index.core["zwak"]), ["/".join(pattern)]
    for at, word in enumerate(asked.typed):
        said = (spelled[at], *spelled[count + max(0, at - 1) : count + at + 1])
        if word in asked.words and word not in faint and not any(_matches(choices, [one]) for one in said):
            return False
    return True


def _spelled(asked: Asked, index: Index) -> list[tuple[str, bool]]:
    """Give each word as typed as it sounds, and whether it may be a typing error; and neighbours written as one word."""
    silent = frozenset(index.core["stil"])
    words = [(light(word), word not in silent and not is_known(word, word, index)) for word in asked.typed]
    together = [(light(first + second), False) for first, second in pairwise(asked.typed)]
    return words + together


def _matches(pattern: list[str], spelled: list[tuple[str, bool]]) -> bool:
    return all(
        any(_sounds_like(word, choice, doubtful=doubt) for word, doubt in spelled for choice in place.split("/")) for place in pattern
    )


def _sounds_like(word: str, choice: str, *, doubtful: bool) -> bool:
    if word == choice:
        return True
    length = min(len(word), len(choice))
    most = 0 if not doubtful or length < 3 or word.isdigit() else 1 if length < 8 else 2  # noqa: PLR2004 - the longer a word, the more errors fit in it
    return most > 0 and word[0] == choice[0] and typing_errors(word, choice, most) <= most
