"""The taxonomies of the export: our own lists of words, each term with a code that is unique over all of them (`thema:wonen`)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple, cast

from generator.answer import plain_bodies
from generator.fields import Choice, Many
from generator.records.gedeeld import Openingstijden
from generator.records.organisatie import Aanbod, Locatie, Organisatie
from generator.records.reader import declared_fields
from generator.wording.phrases import path_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.hsds.written.collected import Collected


class Term(NamedTuple):
    """One term: its own part of the code, its name, what it means, and its page."""

    code: str
    name: str
    description: str
    uri: str = ""


TAXONOMIES = {
    "thema": ("Thema's", "De thema's van de website van de gemeente."),
    "leefdomein": ("Leefdomeinen", "De zes leefdomeinen van de sociale kaart."),
    "soort": ("Soorten organisaties", "Wat voor organisatie het is."),
    "doelgroep": ("Doelgroepen", "Voor wie het aanbod vooral is bedoeld."),
    "toegang": ("Toegang", "Hoe iemand bij het aanbod binnenkomt."),
    "manier": ("Manieren", "Hoe de hulp gaat."),
    "toegankelijk": ("Toegankelijkheid", "Wat een plek heeft voor mensen met een beperking."),
    "werkgebied": ("Werkgebied", "Hoe groot het gebied is waarvoor het aanbod er is."),
    "wijk": ("Wijken", "De wijken van de gemeente."),
    "feestdagen": ("Feestdagen", "Of openingstijden ook op feestdagen gelden."),
    "product": ("Producten", "De producten van de gemeente waar het aanbod bij helpt."),
    "gegeven": ("Gegevens", "Wat HSDS zelf niet kent; de waarde staat bij het attribuut."),
}
"""Name and description by the first part of the codes."""

BETWEEN = "; "
"""Stands between the words of one value."""

IN_STEP = " | "
"""Stands between the parts of a step: who acts, what that is, and of what else there is first its name."""

FACTS = (
    Term("trefwoorden", "Trefwoorden", "Woorden die inwoners gebruiken, met een puntkomma ertussen."),
    Term("verwijzer", "Verwijzer", "Wie iemand mag verwijzen of aanmelden."),
    Term("wegwijzer", "Wegwijzer", "Het id van een product waar dit aanbod mensen naartoe leidt."),
    Term("stap", "Stap", "Een stap op de weg naar binnen: wie, wat, en wat erbij hoort, met een streep ertussen. De volgorde telt."),
    Term("bron", "Bron", "Waar de gegevens vandaan komen."),
    Term("bron-url", "Adres van de bron", "Het webadres van de bron."),
    Term("eigenaar", "Eigenaar", "Het team dat over de tekst gaat."),
    Term("gevoelig", "Gevoelig", "Wie dit leest, moet de pagina snel kunnen verlaten."),
)


def add_terms(out: Collected) -> None:
    """Add every taxonomy with its terms, so that attributes can name them."""
    for kind, (name, description) in TAXONOMIES.items():
        taxonomy = out.add("taxonomy", (kind,), name=name, description=description)
        for term in _terms(kind, out):
            code = f"{kind}:{term.code}"
            out.terms[code] = out.add(
                "taxonomy_term",
                (code,),
                code=code,
                name=term.name,
                description=term.description,
                taxonomy=name,
                language="nl",
                taxonomy_id=taxonomy,
                term_uri=term.uri,
            )


def _terms(kind: str, out: Collected) -> Iterator[Term]:
    if kind in _RECORDS:
        yield from _record_terms(kind, out)
    elif kind == "soort":
        for soort in sorted({organisatie.soort for organisatie in out.catalogue.by_kind["organisatie"].values()}):
            yield Term(soort, soort, f"Soort organisatie: {soort}")
    elif kind == "gegeven":
        yield from FACTS
    else:
        for code, meaning in options(*_CHOICES[kind]).items():
            yield Term(code, code.replace("-", " "), meaning)


def options(record_class: type[Any], field: str) -> Mapping[str, str]:
    """Give the words that an editor can choose from at a field, each with what it means."""
    [kind] = [declared.kind for declared in declared_fields(cast(Any, record_class)) if declared.name == field]
    kind = kind.of if isinstance(kind, Many) else kind
    assert isinstance(kind, Choice)  # noqa: S101 - the fields below are
    return kind.options


_RECORDS = ("thema", "wijk", "product")
_CHOICES: dict[str, tuple[type[Any], str]] = {
    "leefdomein": (Organisatie, "leefdomeinen"),
    "doelgroep": (Aanbod, "doelgroepen"),
    "toegang": (Aanbod, "toegang"),
    "manier": (Aanbod, "manier"),
    "toegankelijk": (Locatie, "toegankelijk"),
    "werkgebied": (Organisatie, "werkgebied"),
    "feestdagen": (Openingstijden, "feestdagen"),
}


def _record_terms(kind: str, out: Collected) -> Iterator[Term]:
    helped = _helped(out) if kind == "product" else set()
    for identifier, record in sorted(out.catalogue.by_kind[kind].items()):
        if kind != "product" or identifier in helped:
            description = " ".join(plain_bodies(out.say.bodies(record.kort_antwoord)))
            yield Term(identifier, record.naam, description, out.url + path_of(kind, identifier))


def _helped(out: Collected) -> set[str]:
    """Give the ids of the products that an offer or a desk names."""
    offers = (aanbod for organisatie in out.catalogue.by_kind["organisatie"].values() for aanbod in organisatie.aanbod)
    return {reference.id for named in (*offers, *out.catalogue.by_kind["loket"].values()) for reference in named.producten}
