"""The names of the words in the letter that asks an organisation whether its data are right."""

from __future__ import annotations

LETTER = frozenset(
    {
        "brief-aan",
        "brief-aanhef",
        "brief-antwoord-bel",
        "brief-antwoord-mail",
        "brief-eind",
        "brief-gegevens",
        "brief-groet",
        "brief-klopt",
        "brief-nagekeken",
        "brief-onderwerp",
        "brief-te-lang",
        "brief-veld",
        "brief-verzoek",
        "brief-waarom",
    }
)

__all__ = ["LETTER"]
