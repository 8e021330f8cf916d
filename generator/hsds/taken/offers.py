"""A service of HSDS as an offer of an organisation."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.hsds.taken.texts import our_line, our_text, plain_words
from generator.hsds.taken.values import decimal, euros, fits, unused, website, whole_number
from generator.hsds.written.terms import IN_STEP, options
from generator.records.gedeeld import Kosten
from generator.scalars import webadres

if TYPE_CHECKING:
    from generator.hsds.taken.places import Fields, Places
    from generator.hsds.taken.reading import Row
    from generator.hsds.taken.taking import Taking

STOPPED = {"inactive", "defunct"}
"""A service of this status is no longer there, and is not taken."""

_OUR_PAGE = re.compile(r"#aanbod-([a-z0-9]+(?:-[a-z0-9]+)*)$")


def offer(row: Row, taking: Taking, places: Places, taken: set[str], reached: list[str]) -> Fields:
    """Read one service; `taken` are the ids of the organisation's other offers, `reached` how it says itself that it is reached."""
    marks = taking.marks("service", row)
    name, ours = plain_words(row.get("name")), bool(marks.codes("toegang"))
    page = _OUR_PAGE.search(row.look("url")) if ours else None
    url = row.get("url")
    times, words = _hours(row, taking)
    at, ways = _where(row, taking, places)
    access = marks.codes("toegang") or [taking.choices.toegang]
    costs = _costs(row, taking, ours=ours)
    return {
        "id": unused(page[1] if page else name, taken, "aanbod"),
        "naam": name,
        "omschrijving": _joined(_description(row), "" if ours else _more(url, taking)),
        "voor_wie": our_text(row.get("eligibility_description")),
        "doelgroepen": marks.codes("doelgroep"),
        "leeftijd_vanaf": whole_number(row.look("minimum_age")) and whole_number(row.get("minimum_age")),
        "leeftijd_tot_en_met": whole_number(row.look("maximum_age")) and whole_number(row.get("maximum_age")),
        **costs,
        "toegang": access[0],
        "toegang_toelichting": _joined(_application(row, ours=ours), *reached, *(our_text(text) for text in words)),
        "stappen": [_step(value) for value in marks.values("stap")],
        "verwijzers": marks.values("verwijzer"),
        "documenten": _documents(row, taking),
        "talen": _languages(row, taking),
        "wachttijd": our_line(row.get("wait_time")),
        "manier": list(dict.fromkeys([*marks.codes("manier"), *ways])),
        "locaties": at,
        "openingstijden": times,
        "producten": taking.references("product", marks),
        "wijst_de_weg_naar": taking.known("product", marks.values("wegwijzer")),
    }


def _step(value: str) -> Fields:
    """Read a step of our own export: `1. huisarts | Meldt u aan. | duur: een week`."""
    who, what, *more = value.partition(". ")[2].split(IN_STEP)
    told = dict(part.partition(": ")[::2] for part in more)
    return {"wie": who, "wat": our_line(what), **{name: our_line(words) for name, words in told.items()}}


def _hours(row: Row, taking: Taking) -> tuple[Fields, list[str]]:
    """Give the hours of a service: its own, or those at the one place where it has them."""
    times, words = taking.hours("service", row)
    told = []
    for link in taking.source.of("service_at_location", "service_id", row.look("id")):
        there, more = taking.hours("service_at_location", link)
        told += [there] if there else []
        words += [*more, *([link.get("description")] if link.look("description") else [])]
    if times or len(told) != 1:
        for _ in told:
            taking.account.lost("tijden van een dienst die per plek verschillen", row.look("name"))
        return times, words
    return told[0], words


def _joined(*texts: str) -> str:
    return "\n\n".join(text for text in texts if text)


def _description(row: Row) -> str:
    status = row.get("status")
    closed = "Dit aanbod is tijdelijk gesloten." if status == "temporarily closed" else ""
    return _joined(closed, our_text(row.get("alert")), our_text(row.get("description")))


def _more(url: str, taking: Taking) -> str:
    """Link to the page about a service, in a text, since an offer has no website of its own."""
    if not url:
        return ""
    whole = website(url, taking.account)
    taking.account.moved("service.url: als link in de omschrijving", url)
    return (
        f"Meer informatie: [{our_text(_short(whole))}]({whole})"
        if fits(webadres, whole) and not set(whole) & set("()<>")
        else our_text(url)
    )


def _short(url: str) -> str:
    return re.sub(r"^https://(?:www\.)?|/$", "", url)


def _application(row: Row, *, ours: bool) -> str:
    """Tell how to get in; our own export begins with the sentence that `toegang` makes."""
    told = row.get("application_process")
    if ours:
        told = told.partition("\n\n")[2]
    return _joined(our_text(told), our_text(row.get("interpretation_services")))


def _documents(row: Row, taking: Taking) -> str:
    rows = taking.source.of("required_document", "service_id", row.look("id"))
    told = [_joined(our_text(one.get("document")), _more(one.get("uri"), taking)) for one in rows]
    lines = [text for text in told if text]
    return "\n".join(f"- {our_line(text)}" for text in lines) if len(lines) > 1 else _joined(*lines)


def _languages(row: Row, taking: Taking) -> list[str]:
    """Give the languages beside Dutch, by their Dutch names where only a code is told."""
    named = []
    for one in taking.source.of("language", "service_id", row.look("id")):
        code = one.get("code")
        name = plain_words(one.get("name", "language")) or _names().get(code, code)
        if code not in {"nl", "nld"} and name.casefold() not in {"nederlands", "dutch"}:
            named.append(name)
    return list(dict.fromkeys(name for name in named if name))


def _names() -> dict[str, str]:
    from babel import Locale  # noqa: PLC0415 - few sources have codes without names

    return dict(Locale.parse("nl").languages)


def _where(row: Row, taking: Taking, places: Places) -> tuple[list[str], list[str]]:
    at, ways = [], []
    for link in taking.source.of("service_at_location", "service_id", row.look("id")):
        location = link.get("location_id")
        at += [places.names[location]] if location in places.names else []
        ways += [places.ways[location]] if location in places.ways else []
    return list(dict.fromkeys(at)), list(dict.fromkeys(ways))


def _costs(row: Row, taking: Taking, *, ours: bool) -> Fields:
    """Read what it costs; amounts in another currency are told in words, and silence is never taken for free."""
    told: list[Fields] = []
    words, free = [], False
    rows = taking.source.of("cost_option", "service_id", row.look("id"))
    for one in rows:
        amount = decimal(one.look("amount"))
        one.get("valid_from"), one.get("amount"), one.get("currency")
        option, per = plain_words(one.get("option")), plain_words(one.get("amount_description"))
        if amount == 0 and len(rows) == 1 and not option:
            free = True
        elif amount is not None and amount >= 0 and one.look("currency").upper() in {"EUR", ""}:
            unit = per.removeprefix("per ")
            known = unit in options(Kosten, "per")
            rest = "" if known or not per else f" ({per})"
            told.append({"omschrijving": our_line(option + rest) or "Kosten", "bedrag": euros(amount), "per": unit if known else None})
        else:
            words.append(
                " ".join(part for part in (f"{option}:" if option else "", one.look("currency").upper(), one.look("amount"), per) if part)
            )
    fees = [row.get("fees_description"), row.get("fees")]
    if ours and rows:
        fees[0] = fees[0].partition("\n\n")[2]
    note = _joined(*dict.fromkeys(our_text(text) for text in (*fees, *words)))
    return {"kosten": told, "gratis": "ja" if free else None, "kosten_toelichting": note}


__all__ = ["STOPPED", "offer"]
