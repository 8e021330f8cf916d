"""News: what everybody must know now, and what only agents must know.

News for agents is worded apart, so that a public page never has it in hand; `leak.py` searches the public site for its words.
"""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from generator.answer import AgentLayer, Block, Link, Paragraph, Strong, Words, plain_bodies
from generator.wording.phrases import Phrases, block, speaking

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.catalogue import Catalogue
    from generator.records.inhoud import Nieuws

FOR_AGENTS = "medewerkers"


def public_news(say: Phrases) -> tuple[Block, ...]:
    """Word the news that everybody reads, in its order."""
    return tuple(part for one in _ordered(say.catalogue) if one.voor != FOR_AGENTS for part in _told(one, say))


def agent_news(catalogue: Catalogue) -> tuple[Block, ...]:
    """Word all news for agents: the important first, each with the teams that it is for, where it names some."""
    say = speaking(catalogue)
    ordered = sorted(_ordered(catalogue), key=lambda one: one.belang != "hoog")
    return tuple(_with_teams(part, one) for one in ordered for part in _told(one, say))


def pinned(catalogue: Catalogue) -> tuple[Link, ...]:
    """Link the news that agents see above every page, to where it is told."""
    return tuple(Link(_heading(one), f"/#nieuws-{one.id}") for one in _ordered(catalogue) if one.belang == "hoog")


def private_news(catalogue: Catalogue) -> list[AgentLayer]:
    """Give the words of news for agents alone, as layers of records, for the proof that they are in no public file."""
    say = speaking(catalogue)
    return [
        AgentLayer(kind="nieuws", id=one.id, blocks=(), private=(one.naam, *plain_bodies(say.bodies(one.kort_antwoord))))
        for one in _ordered(catalogue)
        if one.voor == FOR_AGENTS
    ]


def _ordered(catalogue: Catalogue) -> Iterable[Nieuws]:
    return sorted(catalogue.by_kind["nieuws"].values(), key=lambda one: (one.volgorde, one.naam.casefold()))


def _told(one: Nieuws, say: Phrases) -> list[Block]:
    return block(f"nieuws-{one.id}", one.naam, say.bodies(one.kort_antwoord))


def _with_teams(part: Block, one: Nieuws) -> Block:
    if not one.teams:
        return part
    return dataclasses.replace(part, bodies=(Paragraph((Strong("Voor:"), Words(f" {', '.join(one.teams)}."))), *part.bodies))


def _heading(one: Nieuws) -> str:
    return f"{one.naam} ({', '.join(one.teams)})" if one.teams else one.naam
