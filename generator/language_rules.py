"""What can be wrong with the languages: words that are missing or unknown, and translations into a language that there is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.problems import Level, Position, Problem
from generator.records.invulling import FILLED_IN
from generator.records.taal import REFERENCE, placeholders
from generator.records.woordenlijst import NAMES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.catalogue import Catalogue
    from generator.records.taal import Taal

TRANSLATED = ("product", "thema", "loket", "contactpunt")


def check_languages(catalogue: Catalogue) -> Iterator[Problem]:
    """Give every problem of the lists of words, and of translations into languages without one."""
    if not any(entry.kind == "taal" and entry.path.endswith(f"/{REFERENCE}.yaml") for entry in catalogue.entries):
        at = Position(f"content/talen/{REFERENCE}.yaml")
        yield Problem(at, "taal-ontbreekt", "de Nederlandse woorden ontbreken", "zet content/talen/nl.yaml terug")
    for taal in catalogue.by_kind["taal"].values():
        yield from _check_words(taal, catalogue.by_kind["taal"].get(REFERENCE, taal))
    known = {entry.path.rpartition("/")[2].removesuffix(".yaml") for entry in catalogue.entries if entry.kind == "taal"} - {REFERENCE}
    for kind in TRANSLATED:
        for record in catalogue.by_kind[kind].values():
            for vertaling in record.vertalingen:
                if vertaling.id not in known:
                    message = f"er zijn geen woorden voor de taal '{vertaling.id}'"
                    repair = f"maak content/talen/{vertaling.id}.yaml, of haal deze vertaling weg"
                    yield Problem(record.at, "taal-onbekend", message, repair, fragment=f"{vertaling.id}:")


def _check_words(taal: Taal, reference: Taal) -> Iterator[Problem]:
    missing, unknown = sorted(NAMES - taal.woorden.keys()), sorted(taal.woorden.keys() - NAMES)
    if missing:
        message = f"er ontbreken woorden, als eerste '{missing[0]}'"
        yield Problem(taal.at, "taal-onvolledig", message, "neem elk woord van nl.yaml over, en vertaal het", fragment="woorden")
    for name in unknown:
        message = f"het woord '{name}' wordt nergens gebruikt"
        repair = "kijk of de naam klopt, of haal de regel weg"
        yield Problem(taal.at, "taal-onbekend-woord", message, repair, Level.WAARSCHUWING, fragment=f"{name}:")
    for name, words in taal.woorden.items():
        wanted = FILLED_IN.get(name) or " ".join(placeholders(reference.woorden.get(name, words)))
        if name in NAMES and " ".join(placeholders(words)) != wanted:
            message = f"bij '{name}' hoort precies dit: {wanted or 'niets tussen accolades'}"
            yield Problem(taal.at, "taal-invulling", message, "zet precies deze delen in de zin, elk één keer", fragment=f"{name}:")


__all__ = ["check_languages"]
