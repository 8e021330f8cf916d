"""Makes the files of one site for MkDocs: all of them, or only those that changed since the last build.

An answer depends on its own record, on the shared records (facts, contact points, desks, …) and on what may be known of other records
(their light form). So when one record changes and its light form does not, only its own files, the lists and the search documents are
made again; when only its short answer changes, also the overviews that show it; in every other case everything is.
"""

from __future__ import annotations

import dataclasses
import hashlib
import pickle
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator import rules
from generator.answer import unique_codes
from generator.checking import source_text
from generator.crew import Crew, Share
from generator.edition import Files, SiteSpec, overview_files, shared_files, site_of, sitemap
from generator.ledger import Ledger, source_stamps
from generator.problems import Problems, shown_in_source
from generator.wording.overviews import overviews

if TYPE_CHECKING:
    import datetime as dt
    from pathlib import Path

    from generator.catalogue import Catalogue
    from generator.channels.site import Site
    from generator.edition import Made
    from generator.overview import Overview
    from generator.problems import Problem
    from generator.records import Entry


Stamps = dict[str, tuple[str, tuple[int, int]]]
"""Kind and stamp of every record file, by path."""


@dataclass(frozen=True, slots=True)
class QuickSite:
    """The files to write; everything else that the ledger of last time lists is kept as it is, except `gone`."""

    problems: Problems
    site: Site | None
    files: Files
    keeps: bool
    """Whether files of last time stay."""
    ledger: Ledger | None


def make_site(root: Path, spec: SiteSpec, peildatum: dt.date, key: bytes, previous: Ledger | None) -> QuickSite:
    """Read, check and make; with a `fout` there is no site and no file, only problems."""
    stamps = source_stamps(root)
    if previous is not None and previous.key == key:
        kept = _make_changed(root, spec, peildatum, stamps, previous)
        if kept is not None:
            return kept
    return _make_everything(root, spec, peildatum, stamps, key)


def _make_everything(root: Path, spec: SiteSpec, peildatum: dt.date, stamps: Stamps, key: bytes) -> QuickSite:
    with Crew(root, [(kind, path) for path, (kind, _) in stamps.items()]) as crew:
        entries = crew.light()
        problems = Problems(problem for entry in entries for problem in entry.problems)
        problems.extend(crew.check(entries, peildatum))
        problems.extend(_together(root, crew.catalogue))
        if problems.stop_the_build:
            return QuickSite(problems, None, {}, keeps=False, ledger=None)
        made = crew.make(spec)
        catalogue = crew.catalogue
    site = site_of(catalogue, spec)
    made = _with_unique_codes(root, spec, entries, peildatum, made)
    shown = overviews(catalogue)
    files: Files = {path: text for one in made for path, text in one.files.items()}
    files |= shared_files(made, site) | overview_files(shown, site) | _sitemap(shown, made, site)
    ledger = _ledger(key, stamps, entries, made, shown)
    return QuickSite(problems, site, files, keeps=False, ledger=ledger)


def _make_changed(root: Path, spec: SiteSpec, peildatum: dt.date, stamps: Stamps, previous: Ledger) -> QuickSite | None:
    """Make what changed; None where more depends on the change than its own answer and the overviews that show it."""
    if stamps.keys() != previous.sources.keys():
        return None
    changed = {path for path, (_, stamp) in stamps.items() if previous.sources[path] != stamp}
    if any(stamps[path][0] not in {"product", "organisatie"} for path in changed):
        return None
    share = Share(root, [(stamps[path][0], path) for path in sorted(changed)])
    fresh = {entry.path: entry for entry in share.light()}
    entries = [fresh.get(entry.path, entry) for entry in previous.entries]
    before = {entry.path: entry for entry in previous.entries}
    if any(_known_of(entry) != _known_of(before[entry.path]) for entry in fresh.values()):
        return None
    problems = Problems(problem for entry in entries for problem in entry.problems)
    problems.extend(share.check(entries, peildatum))
    if problems.stop_the_build:
        return QuickSite(problems, None, {}, keeps=True, ledger=None)
    remade = {one.key: one for one in share.make(spec, {key: one.code for key, one in previous.made.items()})}
    codes = unique_codes({key: remade.get(key, one).digest for key, one in previous.made.items()})
    settled = {one.key: one for one in share.make(spec, codes)} if any(codes[key] != one.code for key, one in remade.items()) else remade
    made = [settled.get(key, one) for key, one in previous.made.items()]
    if any(codes[one.key] != one.code for one in made):
        return None
    site = site_of(share.catalogue, spec)
    shown = overviews(share.catalogue)
    fingerprints = {overview.path: _fingerprint(overview) for overview in shown}
    changed_overviews = [overview for overview in shown if fingerprints[overview.path] != previous.overviews.get(overview.path)]
    files: Files = {path: text for one in settled.values() for path, text in one.files.items()}
    if changed:
        files |= shared_files(made, site) | overview_files(changed_overviews, site)
    ledger = Ledger(previous.key, {path: stamp for path, (_, stamp) in stamps.items()}, entries, _without_files(made), fingerprints)
    return QuickSite(problems, site, files, keeps=True, ledger=ledger)


def _known_of(entry: Entry) -> bytes:
    """Give what the wording of other records, and the rules, may know of a record: all of its light form but the short answer."""
    record = entry.record
    if record is None or entry.problems:
        return b""
    return pickle.dumps(dataclasses.replace(record, kort_antwoord=None))


def _together(root: Path, catalogue: Catalogue) -> list[Problem]:
    found = list(rules.check_together(catalogue))
    return [shown_in_source(problem, source_text(root / problem.position.file)) for problem in found]


def _with_unique_codes(root: Path, spec: SiteSpec, entries: list[Entry], peildatum: dt.date, made: list[Made]) -> list[Made]:
    """Make again, with another code, the few records that drew the code of another."""
    codes = unique_codes({one.key: one.digest for one in made})
    clashing = {one.key for one in made if codes[one.key] != one.code}
    if not clashing:
        return _in_order(made)
    sources = [(entry.kind, entry.path) for entry in entries if entry.record is not None and f"{entry.kind}:{entry.record.id}" in clashing]
    share = Share(root, sources)
    share.check(entries, peildatum)
    again = {one.key: one for one in share.make(spec, codes)}
    return _in_order([again.get(one.key, one) for one in made])


def _in_order(made: list[Made]) -> list[Made]:
    """Put answers in the order of `compose`: products, organisations, desks, each by id."""
    kinds = ("product", "organisatie", "loket")
    return sorted(made, key=lambda one: (kinds.index(one.row["soort"]), one.row["id"]))


def _sitemap(shown: list[Overview], made: list[Made], site: Site) -> Files:
    return sitemap([*(overview.path for overview in shown), *(one.path for one in made)], site)


def _fingerprint(overview: Overview) -> str:
    told = [overview.title, overview.intro, overview.template]
    for section in overview.sections:
        told += (section.id, section.title, section.look)
        for lead in section.leads:
            told += (lead.link.text, lead.link.target, lead.text, lead.record)
    return hashlib.sha256("\0".join(told).encode()).hexdigest()


def _without_files(made: list[Made]) -> dict[str, Made]:
    return {one.key: one._replace(files={}) for one in made}


def _ledger(key: bytes, stamps: Stamps, entries: list[Entry], made: list[Made], shown: list[Overview]) -> Ledger:
    sources = {path: stamp for path, (_, stamp) in stamps.items()}
    return Ledger(key, sources, entries, _without_files(made), {overview.path: _fingerprint(overview) for overview in shown})
