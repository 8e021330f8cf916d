"""Circles of references (kringverwijzingen): A sends someone to B, and B sends the same person back, and nobody helps.

Two records may well refer to each other: the Wmo sends who is under 18 to jeugdhulp, and jeugdhulp sends who is 18 to the Wmo. That is
no circle, since nobody walks both ways. A program can't read reasons, so a circle is reported only where the records themselves show
that the same person goes round. That is so when each step leads on to the next, and a step to record B leads on to a step from B

* when both steps are for the same group: the words of `wie` are the same (over `SAME` of all their stems, the same numbers, both with
  or both without a denial, no opposites such as jonger and ouder); or
* when one of both is for everybody: a product that can only be had from one organisation sends everybody there; or
* when B has no way in of its own (no channel, desk, contact or organisation), so that everybody who comes there is sent on.

So there is nothing to switch off. A sound circle says the difference in `wie`, which is also what the reader needs. Pairs of records
that refer to each other with other words stand side by side in `antwoordkaart verwijzingen`, to be judged by a person.
"""

from __future__ import annotations

from collections import defaultdict, deque
from functools import lru_cache
from typing import TYPE_CHECKING

from generator.dutch import stem, words_of
from generator.problems import Level, Problem
from generator.referrals import CARRIED_OUT, EVERYBODY, EXCLUSION, Node, Step, name_of, steps

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.catalogue import Catalogue
    from generator.records.organisatie import Organisatie
    from generator.records.product import Product

SAME = 0.6
"""Share of all different stems that two groups must have in common to be the same. The sound pairs of our own records stay under it."""

_SAYS_LITTLE = frozenset((
    "u", "uw", "het", "een", "de", "en", "of", "is", "bent", "heeft", "hebt", "wilt", "wil", "gaat", "van", "voor", "met", "om", "te",
    "in", "op", "aan", "bij", "naar", "dan", "die", "dat", "dit", "er", "maar", "ook", "als", "door", "zelf", "al", "kunt", "kan",
    "wordt", "moet", "moeten", "zijn", "was", "iemand", "iets", "nu", "over", "tot", "uit", "ons", "onze", "we", "wij",
))  # fmt: skip
_DENIALS = frozenset(("niet", "geen", "zonder", "nooit", "niets", "niemand"))
_OPPOSITES = (
    "jonger ouder", "binnen buiten", "langer korter", "meer minder", "hoger lager", "eerder later", "groter kleiner", "nieuw oud",
    "huurt koopt", "huurder eigenaar", "man vrouw", "kind volwassene", "eerste volgende",
)  # fmt: skip


def check_circles(catalogue: Catalogue) -> Iterator[Problem]:
    """Warn of every circle of exclusions, once, at its first step; all records must be whole."""
    leading_on = _leading_on(catalogue)
    told: set[frozenset[Node]] = set()
    for step in sorted(leading_on, key=_place):
        circle = _shortest_circle(step, leading_on)
        members = frozenset(one.source for one in circle)
        if circle and not any(known <= members for known in told):
            told.add(members)
            yield _circle_problem(circle)


def _place(step: Step) -> tuple[str, int, int]:
    return step.at.file, step.at.line, step.at.column


def _circle_problem(circle: list[Step]) -> Problem:
    round_trip = " → ".join(name_of(node) for node in [*(step.source for step in circle), circle[0].source])
    group = "" if circle[0].group == EVERYBODY else f" (wie: {circle[0].group})"
    repair = "laat een van deze records zelf helpen of naar een ander verwijzen; gaat het om andere mensen, zeg dat verschil dan bij wie"
    return Problem(circle[0].at, "kringverwijzing", f"{round_trip}: iemand komt terug waar hij begon{group}", repair, Level.WAARSCHUWING)


def _leading_on(catalogue: Catalogue) -> dict[Step, list[Step]]:
    """Give the steps that each step leads on to: the same person may be sent on."""
    leaving: dict[Node, list[Step]] = defaultdict(list)
    for step in (*steps(catalogue, EXCLUSION), *_only_doors(catalogue)):
        leaving[step.source].append(step)
    helping = {node: _helps(node, catalogue) for node in leaving}
    return {
        step: [after for after in leaving.get(step.target, ()) if not helping[step.target] or _same_person(step.group, after.group)]
        for found in leaving.values()
        for step in found
    }


def _shortest_circle(first: Step, leading_on: dict[Step, list[Step]]) -> list[Step]:
    """Give the shortest way from `first` back to `first`, by breadth; empty where there is none."""
    before: dict[Step, Step] = {}
    pending = deque([first])
    while pending:
        step = pending.popleft()
        for after in leading_on[step]:
            if after == first:
                return _way(step, first, before)
            if after not in before:
                before[after] = step
                pending.append(after)
    return []


def _way(last: Step, first: Step, before: dict[Step, Step]) -> list[Step]:
    way = [last]
    while way[-1] != first:
        way.append(before[way[-1]])
    return way[::-1]


def _same_person(one: str, other: str) -> bool:
    return EVERYBODY in (one, other) or same_group(one, other)


def same_group(one: str, other: str) -> bool:
    """Tell whether two reasons of an exclusion (`wie`) name the same people, as far as their words show."""
    words, others = _words(one), _words(other)
    all_stems = _stems(words) | _stems(others)
    if not all_stems:
        return one.strip() == other.strip()
    if _numbers(words) != _numbers(others) or bool(words & _DENIALS) != bool(others & _DENIALS):
        return False
    return not _are_opposite(words, others) and len(_stems(words) & _stems(others)) / len(all_stems) >= SAME


@lru_cache(maxsize=20_000)
def _words(group: str) -> frozenset[str]:
    return frozenset(words_of(group))


@lru_cache(maxsize=20_000)
def _stems(words: frozenset[str]) -> frozenset[str]:
    return frozenset(stem(word) for word in words - _SAYS_LITTLE)


def _numbers(words: frozenset[str]) -> frozenset[str]:
    return frozenset(word for word in words if word[0].isdigit())


def _are_opposite(words: frozenset[str], others: frozenset[str]) -> bool:
    pairs = (pair.split() for pair in _OPPOSITES)
    return any((one in words and other in others) or (other in words and one in others) for one, other in pairs)


def _helps(node: Node, catalogue: Catalogue) -> bool:
    """Tell whether someone who comes to a record finds a way in: a channel, a desk, a contact, or an organisation."""
    kind, identifier = node
    record = catalogue.by_kind[kind][identifier]
    if kind == "product":
        return bool(
            record.aanvraag or record.contact or record.uitvoerende_organisatie
            or catalogue.offers_for.get(identifier) or catalogue.desks_for.get(identifier)
        )  # fmt: skip
    if kind == "organisatie":
        contact = record.contact
        return bool(contact.telefoon or contact.whatsapp or contact.email or contact.website or contact.postadres or record.locaties)
    return True


def _only_doors(catalogue: Catalogue) -> Iterator[Step]:
    """Give a step for everybody from each product that can only be had from the organisation that carries it out."""
    for product in catalogue.by_kind["product"].values():
        reference = product.uitvoerende_organisatie
        organisatie = catalogue.find(reference) if reference is not None else None
        if reference is not None and organisatie is not None and _is_only_door(product, organisatie, catalogue):
            yield Step(("product", product.id), ("organisatie", organisatie.id), CARRIED_OUT, EVERYBODY, reference.at)


def _is_only_door(product: Product, organisatie: Organisatie, catalogue: Catalogue) -> bool:
    """Tell whether every way to get `product` leads to `organisatie`; its website counts where the address is the same site's."""
    if product.contact is not None or catalogue.desks_for.get(product.id):
        return False
    if any(helper.id != organisatie.id for helper, _ in catalogue.offers_for.get(product.id, ())):
        return False
    ways = product.aanvraag
    if ways is None:
        return True
    doors = [
        way for way in (ways.telefoon and ways.telefoon.contact, ways.balie and ways.balie.loket, ways.post and ways.post.contact) if way
    ]
    online = ways.online.url if ways.online else ""
    return all(door.kind == "organisatie" and door.id == organisatie.id for door in doors) and (
        not online or online.startswith(organisatie.contact.website or "\0")
    )


def mutual(all_steps: Iterable[Step]) -> list[tuple[list[Step], list[Step]]]:
    """Pair the exclusions of records that refer to each other, both ways, for a person to read side by side."""
    between: dict[tuple[Node, Node], list[Step]] = defaultdict(list)
    for step in all_steps:
        if step.kind == EXCLUSION:
            between[step.source, step.target].append(step)
    return [
        (there, between[target, source])
        for (source, target), there in sorted(between.items())
        if source < target and (target, source) in between
    ]


__all__ = ["check_circles", "mutual", "same_group"]
