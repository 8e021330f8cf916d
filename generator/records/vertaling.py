"""Translations of records: the texts of a record in another language. What is no text (amounts, links, hours) stays the record's own."""

from __future__ import annotations

import dataclasses
import hashlib
from typing import TYPE_CHECKING, Any

from generator.fields import Many, RichLine, RichText, regel, regel_tekst, tekst, veld
from generator.frozen import dataclass
from generator.problems import Level
from generator.records.gedeeld import Record
from generator.records.reader import Group, Named

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from generator.records.product import Product
    from generator.source import SourceFile

TEXTS = (
    "kort_antwoord",
    "wat_is_het",
    "voorwaarden",
    "bewijs",
    "kosten_toelichting",
    "termijn_toelichting",
    "bezwaar",
    "bijzonderheden",
    "geen_reactie",
)
"""The texts of a product, in the order of the record."""

CHANNELS = ("online", "telefoon", "balie", "post")


@dataclass(frozen=True, slots=True, kw_only=True)
class NaamVertaling(Record):
    """A name, and where the record has one its short text, in another language."""

    naam: str = veld(regel_tekst, "De naam in deze taal.", verplicht=True)
    kort_antwoord: RichText | None = veld(tekst, "De korte tekst in deze taal.")


@dataclass(frozen=True, slots=True, kw_only=True)
class VertaaldeStappen:
    """The steps per channel, in another language."""

    online: tuple[RichLine, ...] = veld(Many(regel), "De stappen op de website.", standaard=())
    telefoon: tuple[RichLine, ...] = veld(Many(regel), "De stappen via de telefoon.", standaard=())
    balie: tuple[RichLine, ...] = veld(Many(regel), "De stappen aan de balie.", standaard=())
    post: tuple[RichLine, ...] = veld(Many(regel), "De stappen met een brief.", standaard=())


@dataclass(frozen=True, slots=True, kw_only=True)
class VertaaldeUitzondering:
    """For whom it is not, and what then, in another language."""

    wie: RichLine = veld(regel, "Voor wie dit niet is.", verplicht=True)
    dan: RichText = veld(tekst, "Wat die persoon dan kan doen.", verplicht=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class ProductVertaling(Record):
    """The texts of a product in another language."""

    brontekst: str | None = veld(
        regel_tekst, "Kenmerk van de Nederlandse tekst die vertaald is; `antwoordkaart check` zegt wat hier hoort."
    )
    naam: str = veld(regel_tekst, "De naam in deze taal.", verplicht=True)
    trefwoorden: tuple[str, ...] = veld(Many(regel_tekst), "Woorden waarmee iemand in deze taal zoekt.", standaard=())
    kort_antwoord: RichText = veld(tekst, "Het korte antwoord.", verplicht=True)
    wat_is_het: RichText | None = veld(tekst, "Wat het is.")
    voorwaarden: RichText | None = veld(tekst, "Wanneer iemand het krijgt.")
    bewijs: RichText | None = veld(tekst, "Wat iemand meeneemt.")
    aanvraag: VertaaldeStappen | None = veld(Group(VertaaldeStappen), "De stappen per kanaal, evenveel als in het Nederlands.")
    kosten: tuple[RichLine, ...] = veld(Many(regel), "De omschrijvingen van de kosten, in dezelfde volgorde.", standaard=())
    kosten_toelichting: RichText | None = veld(tekst, "Over de kosten.")
    termijn_toelichting: RichText | None = veld(tekst, "Over de termijn.")
    bezwaar: RichText | None = veld(tekst, "Wat iemand kan doen bij een nee.")
    bijzonderheden: RichText | None = veld(tekst, "Wat verder belangrijk is.")
    geen_reactie: RichText | None = veld(tekst, "Wat iemand doet als er geen reactie komt.")
    niet_hier: tuple[VertaaldeUitzondering, ...] = veld(Many(Group(VertaaldeUitzondering)), "Voor wie dit niet is.", standaard=())


NAMES = Named(NaamVertaling, r"[a-z]{2,3}")
PRODUCTS = Named(ProductVertaling, r"[a-z]{2,3}")


def translated(product: Product, vertaling: ProductVertaling) -> Product:
    """Give `product` with its texts in the language of `vertaling`; checked records have as many of each."""
    ways = product.aanvraag
    if ways is not None:
        steps = vertaling.aanvraag or VertaaldeStappen()
        told = {
            channel: dataclasses.replace(way, stappen=getattr(steps, channel))
            for channel in CHANNELS
            if (way := getattr(ways, channel)) is not None
        }
        ways = dataclasses.replace(ways, **told)
    return dataclasses.replace(
        product,
        naam=vertaling.naam,
        trefwoorden=vertaling.trefwoorden,
        aanvraag=ways,
        kosten=tuple(dataclasses.replace(cost, omschrijving=line) for cost, line in zip(product.kosten, vertaling.kosten, strict=True)),
        niet_hier=tuple(
            dataclasses.replace(one, wie=other.wie, dan=other.dan)
            for one, other in zip(product.niet_hier, vertaling.niet_hier, strict=True)
        ),
        **{name: getattr(vertaling, name) for name in TEXTS},
    )


def source_stamp(values: Mapping[str, Any]) -> str:
    """Fingerprint the Dutch texts of a product (its field values by name), so that a translation knows from which text it was made."""
    told = [str(values.get("naam")), *(values[name].raw if values.get(name) else "" for name in TEXTS)]
    told += [line.raw for channel in CHANNELS for line in _steps(values.get("aanvraag"), channel)]
    told += [cost.omschrijving.raw for cost in values.get("kosten") or ()]
    told += [part.raw for one in values.get("niet_hier") or () for part in (one.wie, one.dan)]
    return hashlib.sha256("\0".join(told).encode()).hexdigest()[:8]


def outdated(product: Product, vertaling: ProductVertaling) -> bool:
    """Tell whether the Dutch text changed after it was translated."""
    return vertaling.brontekst != source_stamp({field.name: getattr(product, field.name) for field in dataclasses.fields(product)})


def check_translations(values: Mapping[str, Any], source: SourceFile) -> None:
    """Ask that every translation of a product says what the Dutch says: the same texts, and as many of each; and of which text."""
    if len(source.problems):  # what could not be read would be counted as missing
        return
    for vertaling in values.get("vertalingen") or ():
        for name, ours, theirs in _counted(values, vertaling):
            _compare(name, ours, theirs, vertaling, source)
        stamp = source_stamp(values)
        if vertaling.brontekst is None:
            message = "er staat niet van welke Nederlandse tekst dit een vertaling is"
            source.report(vertaling.at, "vertaling-brontekst", message, f'voeg toe: brontekst: "{stamp}"')
        elif vertaling.brontekst != stamp:
            message = "de Nederlandse tekst is veranderd na deze vertaling"
            repair = f'vertaal wat er veranderde, en schrijf daarna: brontekst: "{stamp}"'
            source.report(vertaling.at, "vertaling-verouderd", message, repair, Level.WAARSCHUWING)


def _compare(name: str, ours: int, theirs: int, vertaling: ProductVertaling, source: SourceFile) -> None:
    if ours and not theirs:
        source.report(vertaling.at, "vertaling-onvolledig", f"de vertaling mist '{name}'", f"vertaal het Nederlandse veld {name}")
    elif theirs and not ours:
        message = f"de vertaling heeft '{name}', maar het Nederlands niet"
        source.report(vertaling.at, "vertaling-te-veel", message, f"haal {name} weg uit de vertaling")
    elif theirs != ours:
        message = f"de vertaling heeft {theirs} keer '{name}', het Nederlands {ours} keer"
        source.report(vertaling.at, "vertaling-aantal", message, "zet ze in dezelfde volgorde als het Nederlands")


def _counted(values: Mapping[str, Any], vertaling: ProductVertaling) -> Iterator[tuple[str, int, int]]:
    """Count every text in Dutch and in the translation."""
    for name in TEXTS:
        yield name, _has(values.get(name)), _has(getattr(vertaling, name))
    for channel in CHANNELS:
        theirs = getattr(vertaling.aanvraag, channel) if vertaling.aanvraag else ()
        yield f"aanvraag.{channel}", len(list(_steps(values.get("aanvraag"), channel))), len(theirs)
    for name in ("kosten", "niet_hier"):
        yield name, len(values.get(name) or ()), len(getattr(vertaling, name))


def _has(value: object) -> int:
    return int(value is not None)


def _steps(ways: Any, channel: str) -> Iterable[RichLine]:  # noqa: ANN401 - an Aanvraag, or None
    way = getattr(ways, channel, None)
    return way.stappen if way is not None else ()
