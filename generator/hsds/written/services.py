"""An offer of an organisation as a service of HSDS."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from generator.answer import plain
from generator.fields import FactValue
from generator.hsds.written.organisations import TELEPHONE
from generator.hsds.written.plain import list_items, plain_line, plain_text
from generator.hsds.written.schedules import add_schedules
from generator.hsds.written.terms import IN_STEP
from generator.wording.phrases import path_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.fields import Reference
    from generator.hsds.written.collected import Collected, Path
    from generator.records.gedeeld import Kosten
    from generator.records.organisatie import Aanbod, Organisatie, Toegangsstap

EURO = "EUR"


def add_service(out: Collected, aanbod: Aanbod, organisatie: Organisatie, places: dict[str, str]) -> None:
    """Add one offer; `places` are the ids of the organisation's locations."""
    say, path = out.say, ("organisatie", organisatie.id, "aanbod", aanbod.id)
    access = [say.lang(f"toegang-{aanbod.toegang}"), plain_text(say.bodies(aanbod.toegang_toelichting), out.url)]
    costs = say.costs(aanbod.kosten, free=aanbod.gratis, note=aanbod.kosten_toelichting)
    service = out.add(
        "service",
        path,
        organization_id=out.id_of("organization", path[:2]),
        name=aanbod.naam,
        description=plain_text(say.bodies(aanbod.omschrijving), out.url),
        url=f"{out.url}{path_of('organisatie', organisatie.id)}#aanbod-{aanbod.id}",
        email=organisatie.contact.email,
        status="active",
        application_process="\n\n".join(text for text in access if text),
        fees_description=plain_text(costs, out.url),
        wait_time=plain_line(say.line(aanbod.wachttijd), out.url) if aanbod.wachttijd else None,
        eligibility_description=plain_text(say.bodies(aanbod.voor_wie), out.url),
        minimum_age=aanbod.leeftijd_vanaf,
        maximum_age=aanbod.leeftijd_tot_en_met,
        assured_date=organisatie.gecontroleerd_op.isoformat(),
        assurer_email=out.catalogue.contact.gegevens.email,
    )
    _add_parts(out, aanbod, path, service)
    _mark(out, aanbod, organisatie, path)
    add_area(out, organisatie.werkgebied, [wijk.id for wijk in out.catalogue.found(organisatie.werkgebied_wijken)], path)
    for name in (*aanbod.locaties, *([TELEPHONE] if TELEPHONE in places and "telefoon" in aanbod.manier else [])):
        out.add("service_at_location", (*path, name), service_id=service, location_id=places[name])


def _add_parts(out: Collected, aanbod: Aanbod, path: Path, service: str) -> None:
    _add_costs(out, aanbod, path, service)
    for number, document in enumerate(list_items(out.say.bodies(aanbod.documenten), out.url)):
        out.add("required_document", (*path, str(number)), service_id=service, document=document)
    # The records name the languages beside Dutch, which every offer has.
    for name in (out.say.lang("taal-nederlands"), *aanbod.talen) if aanbod.talen else ():
        out.add("language", (*path, name), service_id=service, name=name, code=language_codes().get(name.casefold()))
    if aanbod.openingstijden:
        add_schedules(out, aanbod.openingstijden, "service", path)


def _add_costs(out: Collected, aanbod: Aanbod, path: Path, service: str) -> None:
    if aanbod.gratis:
        out.add("cost_option", (*path, "gratis"), service_id=service, currency=EURO, amount=0)
    for number, cost in enumerate(aanbod.kosten):
        since, amount = _amount(out, cost)
        out.add(
            "cost_option",
            (*path, str(number)),
            service_id=service,
            valid_from=since,
            option=plain(out.say.line(cost.omschrijving)),
            currency=EURO,
            amount=amount,
            amount_description=f"per {cost.per}" if cost.per else None,
        )


def _amount(out: Collected, cost: Kosten) -> tuple[str | None, float]:
    if isinstance(cost.bedrag, FactValue):
        fact = out.catalogue.facts[cost.bedrag.name]
        return fact.since.isoformat() if fact.since else None, float(str(fact.value))
    return None, float(cost.bedrag)


def _mark(out: Collected, aanbod: Aanbod, organisatie: Organisatie, path: Path) -> None:
    found = out.catalogue.found
    codes = [f"thema:{thema.id}" for thema in found(organisatie.themas)]
    codes += [f"leefdomein:{domain}" for domain in organisatie.leefdomeinen]
    codes += [f"doelgroep:{group}" for group in aanbod.doelgroepen]
    codes += [f"toegang:{aanbod.toegang}", *(f"manier:{way}" for way in aanbod.manier)]
    for code in codes:
        out.mark("service", path, code)
    if organisatie.gevoelig:  # also here: who shows the service alone must know it too
        out.mark("service", path, "gegeven:gevoelig", "ja")
    mark_products(out, aanbod.producten, path)
    for who in aanbod.verwijzers:
        out.mark("service", path, "gegeven:verwijzer", who)
    for product in found(aanbod.wijst_de_weg_naar):
        out.mark("service", path, "gegeven:wegwijzer", product.id)
    for number, step in enumerate(aanbod.stappen, 1):
        out.mark("service", path, "gegeven:stap", f"{number}. {_step(out, step)}")


def _step(out: Collected, step: Toegangsstap) -> str:
    more = ((name, getattr(step, name)) for name in ("meenemen", "duur", "kosten"))
    told = [f"{name}: {plain_line(out.say.line(line), out.url)}" for name, line in more if line is not None]
    return IN_STEP.join([step.wie, plain_line(out.say.line(step.wat), out.url), *told])


def mark_products(out: Collected, products: Iterable[Reference], path: Path) -> None:
    """Name the products of the municipality that the service at `path` helps with."""
    for product in out.catalogue.found(products):
        out.mark("service", path, f"product:{product.id}")


def add_area(out: Collected, area: str, quarters: list[str], path: Path) -> None:
    """Tell for which area the service at `path` is: `area` is a word of `werkgebied`, `quarters` are ids of neighbourhoods."""
    gemeente, service = out.catalogue.gemeente, out.id_of("service", path)
    words = out.say.lang.words.get(f"gebied-{area}", "")
    names = {"gemeente": gemeente.naam, "regio": f"{gemeente.plaats} en omgeving", "landelijk": "Nederland"}
    for quarter in quarters:
        wijk = out.catalogue.by_kind["wijk"][quarter]
        postcodes = ", ".join(wijk.postcodes)
        out.add("service_area", (*path, quarter), service_id=service, name=f"{wijk.naam}, {gemeente.plaats}", description=postcodes)
        out.mark("service_area", (*path, quarter), f"wijk:{quarter}")
        out.mark("service_area", (*path, quarter), f"werkgebied:{area}")
    if not quarters:
        out.add("service_area", (*path, area), service_id=service, name=names.get(area, gemeente.plaats), description=words)
        out.mark("service_area", (*path, area), f"werkgebied:{area}")


@cache
def language_codes() -> dict[str, str]:
    """Give the code of each language (ISO 639) by its Dutch name in small letters, after Unicode's CLDR."""
    from babel import Locale  # noqa: PLC0415 - only an export or import needs it

    return {name.casefold(): code for code, name in sorted(Locale.parse("nl").languages.items(), reverse=True) if "_" not in code}
