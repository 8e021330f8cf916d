"""The import, from data of others to records: read the source, write a record for each organisation, and account for the rest."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.hsds.taken.account import Account, What
from generator.hsds.taken.as_yaml import as_yaml
from generator.hsds.taken.organisations import identifier_of, organisation
from generator.hsds.taken.reading import read_source
from generator.hsds.taken.taking import Choices, Taking
from generator.hsds.taken.values import unused
from generator.problems import Level
from generator.records import read_entry

if TYPE_CHECKING:
    from pathlib import Path

    from generator.hsds.taken.places import Fields
    from generator.hsds.taken.reading import Source

PASSED_OVER = {"taxonomy", "taxonomy_term", "organization_identifier"}
"""Tables of which a row that nobody asked for means nothing: lists of words, and numbers in registers of others."""


@dataclass(slots=True)
class Imported:
    """What an import did: the files that it wrote, those that it left alone, and the account."""

    source: str
    account: Account
    written: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    counts: dict[str, tuple[int, int]] = field(default_factory=dict)
    """By kind of thing: how many the source has, and how many arrived."""


def import_hsds(path: Path, folder: Path, choices: Choices) -> Imported:
    """Read HSDS at `path`, and write a record for each organisation into `folder`; a file that is there already stays as it is.

    Raises NotHsdsError where there is nothing to read.
    """
    source, account = read_source(path), Account()
    folder.mkdir(parents=True, exist_ok=True)
    done = Imported(source.name, account)
    taking = Taking(source, account, choices, folder.resolve().parent)
    taken = set[str]()
    records = []
    for identifier in _organisations(source):
        row = source.find("organization", identifier)
        record = organisation(identifier, row, taking)
        name = unused(identifier_of(row, taking) or str(record["naam"]), taken, f"organisatie-{identifier.lower()}")
        records.append(record)
        _write(folder, name, record, done)
    done.counts = _counts(source, records)
    account.not_carried(row for table, rows in source.rows.items() if table not in PASSED_OVER for row in rows)
    for unknown in source.unknown:
        account.lost("bestand dat geen tabel van HSDS is", unknown)
    return done


def _organisations(source: Source) -> list[str]:
    """Give the ids of all organizations: of the table, and those that only services name."""
    named = [row.look("id") for row in source.rows["organization"]]
    named += [row.look("organization_id") for row in source.rows["service"]]
    return list(dict.fromkeys(named))


def _write(folder: Path, name: str, record: Fields, done: Imported) -> None:
    path = folder / f"{name}.yaml"
    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(as_yaml(record))
    except FileExistsError:
        done.kept.append(path.name)
        return
    done.written.append(path.name)
    entry = read_entry(folder.resolve().parent, "organisatie", f"{folder.resolve().name}/{path.name}")
    for problem in entry.problems:
        if problem.level is Level.FOUT:
            value, _, rest = problem.message.rpartition("' is geen ")
            subject, example = (f"geen {rest}", f"{value[1:]} in {path.name}") if value else (problem.message, path.name)
            done.account.note(What.OPEN, f"{subject} [{problem.rule}]", example)


def _counts(source: Source, records: list[Fields]) -> dict[str, tuple[int, int]]:
    """Count what the source has and what is in the records, hours of places and of offers included."""
    places = [place for record in records for place in record["locaties"]]
    offers = [offer for record in records for offer in record["aanbod"]]
    return {
        "organisaties": (len(source.rows["organization"]), len(records)),
        "diensten": (len(source.rows["service"]), len(offers)),
        "locaties": (len(source.rows["location"]), len(places)),
        "met openingstijden": (
            len({row.look("location_id") or row.look("service_id") for row in source.rows["schedule"]}),
            sum(bool(one["openingstijden"]) for one in (*places, *offers)),
        ),
    }
