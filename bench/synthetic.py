"""Writes a complete, valid Antwoordkaart project with N synthetic products of about 300 words each.

The same N gives the same bytes everywhere. Run by itself: `python bench/synthetic.py FOLDER --n 400`.
"""

from __future__ import annotations

import argparse
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from as_yaml import as_yaml
from shared_records import EVENTS, FEES, ORGANISATIONS, TERMS, THEMES, WORK_FIELDS, shared_records
from vocabulary import NOUNS, Writer, id_of, name_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from shared_records import Record

PROJECT = Path(__file__).resolve().parent.parent
SEED = 20260101
PEILDATUM = "2026-11-01"
"""The day that every measured build speaks for, so that results of different days compare."""

EDIT_MARK = "Deze zin is aangepast, keer "
"""What `edit` writes; a build that shows it has really taken up the edit."""

PAGES = {
    "over-deze-site.md": "# Over deze site\n\nDeze site is gemaakt om te meten hoe snel hij gemaakt wordt.\n",
    "privacy.md": "# Privacy\n\nDeze site bewaart niets over u.\n\n- Geen cookies.\n- Geen statistieken.\n",
    "toegankelijkheid.md": "# Toegankelijkheid\n\nIedereen moet deze site kunnen gebruiken. Lukt iets niet? Bel 14 012.\n",
}


def write_project(folder: Path, count: int) -> None:
    """Write the project into `folder`, which is emptied first: records, hand-written pages, this project's theme and mkdocs files."""
    write_around(folder, count, shared_records, ORGANISATIONS)


def write_around(folder: Path, count: int, shared: Callable[[list[str]], dict[str, Record]], organisations: Sequence[str]) -> None:
    """Write a project of `count` products that name `organisations`, with what `shared` gives beside products of these ids."""
    shutil.rmtree(folder, ignore_errors=True)
    names = [name_of(number) for number in range(count)]
    ids = [id_of(name) for name in names]
    for path, record in shared(ids).items():
        write_record(folder / path, record)
    for number, name in enumerate(names):
        write_record(product_path(folder, number), product(number, name, ids, organisations))
    for file_name, text in PAGES.items():
        (folder / "content" / file_name).write_text(text, encoding="utf-8")
    for file_name in ("mkdocs.yml", "mkdocs.kcc.yml"):
        shutil.copy(PROJECT / file_name, folder / file_name)
    shutil.copytree(PROJECT / "content/talen", folder / "content/talen")
    shutil.copytree(PROJECT / "theme", folder / "theme", ignore=shutil.ignore_patterns("sources"))


def product_path(folder: Path, number: int) -> Path:
    """Give the file of product `number` in the project `folder`."""
    return folder / "products" / f"{id_of(name_of(number))}.yaml"


def edit(folder: Path, number: int, turn: int) -> str:
    """Change the first sentences of product `number`, other ones for each `turn`; give the words that its page must show now.

    The short answer also stands in lists, search and the API, so that this is the dearest of everyday edits.
    """
    path, mark = product_path(folder, number), f"{EDIT_MARK}{turn}"
    lines = path.read_text(encoding="utf-8").split("\n")
    at = lines.index("kort_antwoord: |") + 1
    lines[at] = f"  {mark}."
    path.write_text("\n".join(lines), encoding="utf-8")
    return mark


def write_record(path: Path, record: Mapping[str, object]) -> None:
    """Write one record, with the folder that it goes in."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(as_yaml(record), encoding="utf-8")


def product(number: int, name: str, ids: list[str], organisations: Sequence[str]) -> dict[str, object]:
    """Make one product; which fields it has differs from product to product, as in a real catalogue."""
    write = Writer(SEED + number)
    count = len(ids)
    others = list(dict.fromkeys(ids[(number * 7 + step * 13 + 1) % count] for step in range(4)))
    others = [other for other in others if other != ids[number]]
    term, subject = TERMS[number % len(TERMS)], NOUNS[number % len(NOUNS)]
    linked = f"Lees ook over [{subject}](product:{others[0]})." if others else ""
    return {
        "naam": name,
        "upl": [{"naam": name.lower(), "uri": f"http://standaarden.overheid.nl/owms/terms/{ids[number]}"}] if number % 2 else None,
        "uitvoerder": "gemeente",
        "doelgroep": ["inwoner", "ondernemer"] if number % 3 == 0 else "inwoner",
        "themas": list(dict.fromkeys((THEMES[number % len(THEMES)], THEMES[number // 7 % len(THEMES)]))),
        "leefdomeinen": [WORK_FIELDS[number % len(WORK_FIELDS)]],
        "levensgebeurtenissen": [EVENTS[number % len(EVENTS)]] if number % 4 == 0 else None,
        "trefwoorden": write.compounds(6),
        "kort_antwoord": f"{write.sentences(2)}\nU krijgt binnen {{termijnen.{term}}} antwoord.",
        "wat_is_het": f"{write.sentences(2)}\n{write.sentence()}\n{linked}".rstrip(),
        "voorwaarden": _listed(write, 3),
        "bewijs": _listed(write, 3) + "\n- Voor een kind: **toestemming** van de ouders.",
        "aanvraag": _ways(write, number),
        **_costs(number, write),
        "termijn": f"{{termijnen.{term}}}",
        "termijn_toelichting": write.sentences(2) if number % 3 else None,
        "bezwaar": f"{write.sentence()} U heeft daarvoor {{termijnen.bezwaar}}." if number % 2 else None,
        "bijzonderheden": f"{write.sentences(2)}\n\n{write.sentence()}",
        "geen_reactie": write.sentences(2) if number % 3 == 1 else None,
        "contact": "gemeente",
        "niet_hier": [
            {"wie": f"U heeft geen {subject}", "dan": write.sentence(), "verwijst_naar": [f"product:{one}" for one in others[1:2]]},
            {"wie": "U woont ergens anders", "dan": "Kijk op [de site van het Rijk](https://www.rijksoverheid.nl)."},
        ],
        "verwant": others,
        "organisaties": [organisations[number % len(organisations)]] if number % 5 == 0 else None,
        "talen": ["Engels", "Turks"] if number % 4 == 1 else None,
        "wetten": [{"naam": f"Wet op de {subject}, artikel {number % 90 + 1}", "url": "https://wetten.overheid.nl/BWBR0005212"}],
        "gecontroleerd_op": f"2026-{number % 9 + 1:02d}-{number % 28 + 1:02d}",
        "eigenaar": f"Team {THEMES[number % len(THEMES)].capitalize()}",
        "oude_namen": [f"vroeger-{ids[number]}"] if number % 25 == 0 else None,
        "kcc": _agent_layer(write, number),
    }


def _listed(write: Writer, count: int) -> str:
    return "\n".join(f"- {line}" for line in write.different(count))


def _ways(write: Writer, number: int) -> dict[str, object]:
    desk = "wmo" if number % 6 == 0 else "kcc"
    ways: dict[str, object] = {
        "online": {
            "url": f"https://regelen.voorbeeldstad.example/formulier/{number}",
            "inloggen": ("digid", "nee", "digid-eherkenning")[number % 3],
            "stappen": write.different(3),
        },
        "telefoon": {"contact": "contactpunt:gemeente", "stappen": write.different(1)},
        "balie": {"loket": f"loket:{desk}", "afspraak": ("verplicht", "mag")[number % 2], "stappen": write.different(3)},
    }
    if number % 3 == 2:  # noqa: PLR2004 - a third of them
        ways["post"] = {"contact": "contactpunt:gemeente", "stappen": write.different(2)}
    return ways


def _costs(number: int, write: Writer) -> dict[str, object]:
    if number % 5 == 0:
        return {"gratis": "ja", "kosten_toelichting": write.sentence()}
    fees = [FEES[(number + step) % len(FEES)] for step in range(1 + number % 3)]
    rows = [
        {"omschrijving": f"Situatie {step}: {write.choose.choice(NOUNS)}", "bedrag": f"{{leges.{fee}}}"} for step, fee in enumerate(fees, 1)
    ]
    return {"kosten": rows, "kosten_toelichting": f"Met spoed betaalt u {{leges.{FEES[0]}}} extra." if number % 2 else None}


def _agent_layer(write: Writer, number: int) -> dict[str, object]:
    handled = ("zelf", "intake", "doorverbinden")[number % 3]
    layer: dict[str, object] = {
        "vraag_eerst": [f"Heeft u al een {noun}?" for noun in write.choose.sample(NOUNS, 2)],
        "zeg_dit": f"{write.sentences(2)}\nHet duurt {{termijnen.{TERMS[number % len(TERMS)]}}}.",
        "afhandeling": handled,
        "knip": write.sentence(),
        "let_op": write.different(2),
        "contactvolume": str(number % 900 + 10),
    }
    if handled == "doorverbinden":
        layer["doorverbinden"] = [{"naar": "loket:wmo", "wanneer": write.sentence(), "meegeven": write.sentence()}]
    return layer


def main() -> None:
    """Write a project from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--n", type=int, default=400, help="how many products")
    chosen = parser.parse_args()
    write_project(chosen.folder, chosen.n)


if __name__ == "__main__":
    main()
