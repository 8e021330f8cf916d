"""How opening hours read: the words and the table are made from the structure, so that they can't contradict it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.answer import Body, Paragraph, Table, Words, plain, plain_bodies
from generator.dates import DAYS
from generator.wording.phrases import words

if TYPE_CHECKING:
    from generator.answer import Line
    from generator.language import Language
    from generator.records.gedeeld import Openingstijden, Tijden
    from generator.wording.phrases import Phrases

Spans = tuple[tuple[int, int], ...]


def hours(times: Openingstijden, caption: str, say: Phrases, *, manner: str = "open") -> tuple[Body, ...]:
    """Tell when it is open (`manner` open) or when the telephone is answered (`bereikbaar`).

    The hours of the municipality's telephone stand in thousands of answers, so what was told is kept: by the record's own value, which
    does not change, and is held beside it so that nothing else can take its place.
    """
    asked = (id(times), caption, manner)
    if asked not in say.told:
        say.told[asked] = (times, _hours(times, caption, say, manner))
    return say.told[asked][1]


def _hours(times: Openingstijden, caption: str, say: Phrases, manner: str) -> tuple[Body, ...]:
    if times.altijd:
        return (Paragraph(words(say.lang(f"altijd-{manner}"))),)
    if times.afspraak:
        return (Paragraph(words(say.lang("alleen-afspraak"))),)
    heads = (say.lang("dag"), say.lang("tijd-kop"))
    rows = (
        *_weekly(times, manner, say.lang),
        *_special(times, say.lang),
        *_holidays(times, manner, say.lang),
        *_exceptions(times, say, manner),
    )
    return (Table(caption, heads, rows),)


def hours_line(times: Openingstijden, say: Phrases, *, manner: str = "open") -> str:
    """Tell the same on one line, for an agent: `maandag: 9.00 tot 12.30 uur; dinsdag: …`."""
    told: list[str] = []
    for body in hours(times, "", say, manner=manner):
        if isinstance(body, Table):
            told.append("; ".join(": ".join(plain(cell) for cell in row) for row in body.rows))
        else:
            told.extend(plain_bodies([body]))
    return " ".join(told)


def span_words(spans: Spans, lang: Language) -> str:
    """Write spans of minutes: `9.00 tot 12.30 uur en 13.30 tot 17.00 uur`."""
    return lang.joined(_span(begin, end, lang) for begin, end in spans)


def _span(begin: int, end: int, lang: Language) -> str:
    return lang("dag-en-nacht") if end - begin == 24 * 60 else lang("tijdvak", begin=lang.time(begin), eind=lang.time(end))


def _told(rule: Tijden, lang: Language) -> str:
    return span_words(rule.tijd, lang) + (f" {lang('op-afspraak')}" if rule.afspraak else "")


def _weekly(times: Openingstijden, manner: str, lang: Language) -> list[tuple[Line, ...]]:
    by_day: dict[str, list[str]] = {day: [] for day in DAYS}
    mentioned: set[str] = set()
    for rule in times.tijden:
        mentioned.update(rule.dagen)
        if not _is_special(rule):
            for day in rule.dagen:
                by_day[day].append(_told(rule, lang))
    rows: list[tuple[list[str], str]] = []
    for day in DAYS:
        told = lang.joined(by_day[day]) if by_day[day] else (lang(f"gesloten-{manner}") if day not in mentioned else "")
        if rows and rows[-1][1] == told:
            rows[-1][0].append(lang(day))
        else:
            rows.append(([lang(day)], told))
    return [(words(_days(days, lang)), words(told)) for days, told in rows if told]


def _is_special(rule: Tijden) -> bool:
    return bool(rule.weken or rule.keer_in_maand or rule.vanaf_dag or rule.tot_en_met_dag)


def _days(days: list[str], lang: Language) -> str:
    return lang("dagen-van-tot", eerste=days[0], laatste=days[-1]) if len(days) > 2 else lang.joined(days)  # noqa: PLR2004 - two days are named both


def _special(times: Openingstijden, lang: Language) -> list[tuple[Line, ...]]:
    rows: list[tuple[Line, ...]] = []
    for rule in times.tijden:
        if not _is_special(rule):
            continue
        when = lang.joined(lang(day) for day in sorted(rule.dagen, key=DAYS.index))
        if rule.keer_in_maand:
            when = lang("keer-in-maand", keer=lang.joined(lang(f"keer-{time}") for time in rule.keer_in_maand), dagen=when)
        if rule.weken:
            when = lang("in-weken", dagen=when, nummer=lang(f"weken-{rule.weken}"))
        rows.append((words(" ".join([when, *_season(rule, lang)])), words(_told(rule, lang))))
    return rows


def _season(rule: Tijden, lang: Language) -> list[str]:
    ends = (("seizoen-van", rule.vanaf_dag), ("seizoen-tot", rule.tot_en_met_dag))
    return [lang(name, dag=day[1], maand=lang.month(day[0])) for name, day in ends if day]


def _holidays(times: Openingstijden, manner: str, lang: Language) -> list[tuple[Line, ...]]:
    """Tell of holidays; what speaks of every day (`altijd`, `afspraak`) needs to only where they are different."""
    if (times.altijd or times.afspraak) and times.feestdagen != "dicht":
        return []
    name = {"dicht": f"gesloten-{manner}", "open": "feestdagen-open", "onbekend": "feestdagen-onbekend"}[times.feestdagen]
    return [(words(lang("feestdagen")), words(lang(name)))]


def _exceptions(times: Openingstijden, say: Phrases, manner: str) -> list[tuple[Line, ...]]:
    lang, peildatum = say.lang, say.catalogue.peildatum
    coming = sorted((day for day in times.uitzonderingen if day.dag >= peildatum), key=lambda day: day.dag)
    return [
        (
            (Words(f"{lang.date(day.dag)} ("), say.typed(day.reden), Words(")"))
            if not say.dutch
            else words(f"{lang.date(day.dag)} ({day.reden})"),
            words(span_words(day.tijd, lang) if day.tijd else lang(f"gesloten-{manner}")),
        )
        for day in coming
    ]
