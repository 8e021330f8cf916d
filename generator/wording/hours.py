"""How opening hours read: the words and the table are made from the structure, so that they can't contradict it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.answer import Body, Paragraph, Table, plain, plain_bodies
from generator.dates import DAYS, MONTHS, in_words, short_time
from generator.wording.phrases import joined, words

if TYPE_CHECKING:
    import datetime as dt

    from generator.answer import Line
    from generator.records.gedeeld import Openingstijden, Tijden

Spans = tuple[tuple[int, int], ...]
CLOSED = {"open": "gesloten", "bereikbaar": "niet bereikbaar"}
ALWAYS = {"open": "Dag en nacht open, elke dag.", "bereikbaar": "Dag en nacht bereikbaar, elke dag."}


def hours(times: Openingstijden, caption: str, peildatum: dt.date, *, manner: str = "open") -> tuple[Body, ...]:
    """Tell when it is open (`manner` open) or when the telephone is answered (`bereikbaar`)."""
    if times.altijd:
        return (Paragraph(words(ALWAYS[manner])),)
    if times.afspraak:
        return (Paragraph(words("Alleen op afspraak.")),)
    return (
        Table(
            caption,
            ("Dag", "Tijd"),
            (*_weekly(times, manner), *_special(times), *_holidays(times, manner), *_exceptions(times, peildatum, manner)),
        ),
    )


def hours_line(times: Openingstijden, peildatum: dt.date, *, manner: str = "open") -> str:
    """Tell the same on one line, for an agent: `maandag: 9.00 tot 12.30 uur; dinsdag: …`."""
    [body] = hours(times, "", peildatum, manner=manner)
    if isinstance(body, Table):
        return "; ".join(": ".join(plain(cell) for cell in row) for row in body.rows)
    return " ".join(plain_bodies([body]))


def span_words(spans: Spans) -> str:
    """Write spans of minutes: `9.00 tot 12.30 uur en 13.30 tot 17.00 uur`."""
    return joined("dag en nacht" if end - begin == 24 * 60 else f"{short_time(begin)} tot {_end(end)} uur" for begin, end in spans)


def _end(minutes: int) -> str:
    return "24.00" if minutes == 24 * 60 else short_time(minutes)


def _weekly(times: Openingstijden, manner: str) -> list[tuple[Line, ...]]:
    by_day: dict[str, list[str]] = {day: [] for day in DAYS}
    mentioned: set[str] = set()
    for rule in times.tijden:
        mentioned.update(rule.dagen)
        if not _is_special(rule):
            for day in rule.dagen:
                by_day[day].append(span_words(rule.tijd) + (" op afspraak" if rule.afspraak else ""))
    rows: list[tuple[list[str], str]] = []
    for day in DAYS:
        told = joined(by_day[day]) if by_day[day] else (CLOSED[manner] if day not in mentioned else "")
        if rows and rows[-1][1] == told:
            rows[-1][0].append(day)
        else:
            rows.append(([day], told))
    return [(words(_days(days)), words(told)) for days, told in rows if told]


def _is_special(rule: Tijden) -> bool:
    return bool(rule.weken or rule.keer_in_maand or rule.vanaf_dag or rule.tot_en_met_dag)


def _days(days: list[str]) -> str:
    return f"{days[0]} tot en met {days[-1]}" if len(days) > 2 else joined(days)  # noqa: PLR2004 - two days are named both


def _special(times: Openingstijden) -> list[tuple[Line, ...]]:
    rows: list[tuple[Line, ...]] = []
    for rule in times.tijden:
        if not _is_special(rule):
            continue
        days = joined(sorted(rule.dagen, key=DAYS.index))
        when = f"{joined(rule.keer_in_maand)} {days} van de maand" if rule.keer_in_maand else days
        when += f" in weken met een {rule.weken} nummer" if rule.weken else ""
        when += _season(rule)
        rows.append((words(when), words(span_words(rule.tijd) + (" op afspraak" if rule.afspraak else ""))))
    return rows


def _season(rule: Tijden) -> str:
    begin = f" van {rule.vanaf_dag[1]} {MONTHS[rule.vanaf_dag[0] - 1]}" if rule.vanaf_dag else ""
    end = f" tot en met {rule.tot_en_met_dag[1]} {MONTHS[rule.tot_en_met_dag[0] - 1]}" if rule.tot_en_met_dag else ""
    return begin + end


def _holidays(times: Openingstijden, manner: str) -> list[tuple[Line, ...]]:
    told = {"dicht": CLOSED[manner], "open": "zoals op andere dagen", "onbekend": "niet bekend"}[times.feestdagen]
    return [(words("feestdagen"), words(told))]


def _exceptions(times: Openingstijden, peildatum: dt.date, manner: str) -> list[tuple[Line, ...]]:
    coming = sorted((day for day in times.uitzonderingen if day.dag >= peildatum), key=lambda day: day.dag)
    return [(words(f"{in_words(day.dag)} ({day.reden})"), words(span_words(day.tijd) if day.tijd else CLOSED[manner])) for day in coming]
