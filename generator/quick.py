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
from pathlib import Path
from typing import TYPE_CHECKING

from generator import rules
from generator.answer import unique_codes
from generator.checking import source_text
from generator.crew import MANY, Crew, Share
from generator.edition import Files, SiteSpec, overview_files, redirect_files, shared_files, site_of, sitemap
from generator.ledger import Ledger
from generator.problems import Problems, shown_in_source
from generator.records import source_stamps
from generator.records.light import light_entry
from generator.wording.overviews import overviews

if TYPE_CHECKING:
    import datetime as dt

    from generator.catalogue import Catalogue
    from generator.channels.site import Site
    from generator.edition import Made
    from generator.overview import Overview
    from generator.problems import Problem
    from generator.records import Entry


Stamps = dict[str, tuple[str, tuple[int, int]]]
"""Kind and stamp of every record file, by path."""


@dataclass(frozen=True, slots=True)
class Order:
    """What to make: of which project, which site, for which day; `key` names the program and theme that make it."""

    root: Path
    spec: SiteSpec
    peildatum: dt.date
    key: bytes


@dataclass(frozen=True, slots=True)
class QuickSite:
    """The files to write; everything else that the ledger of last time lists is kept as it is, except `gone`."""

    problems: Problems
    site: Site | None
    files: Files
    keeps: bool
    """Whether files of last time stay."""
    ledger: Ledger | None


def make_site(order: Order, previous: Ledger | None = None, folder: Path | None = None) -> QuickSite:
    """Read, check and make; with a `fout` there is no site and no file, only problems.

    With `folder`, a site that is made whole has the files of its records written there by the process that made them.
    """
    stamps = source_stamps(order.root)
    if previous is not None and previous.key == order.key:
        kept = _make_changed(order, stamps, previous)
        if kept is not None:
            return kept
    return _make_everything(order, stamps, folder)


def _make_everything(order: Order, stamps: Stamps, folder: Path | None) -> QuickSite:
    with Crew(order.root, [(kind, path) for path, (kind, _) in stamps.items()]) as crew:
        light = crew.light()
        problems = Problems(crew.check(light, order.peildatum))
        problems.extend(problem for entry in crew.catalogue.entries for problem in entry.problems)
        problems.extend(_together(order.root, crew.catalogue))
        if problems.stop_the_build:
            return QuickSite(problems, None, {}, keeps=False, ledger=None)
        made = crew.make(order.spec, folder)
        catalogue = crew.catalogue
    site = site_of(catalogue, order.spec)
    made = _with_unique_codes(order, stamps, light, made)
    shown = overviews(catalogue)
    files: Files = {path: text for one in made for path, text in one.files.items()}
    files |= redirect_files(made, site) | shared_files(made, site) | overview_files(shown, site) | _sitemap(shown, made, site)
    ledger = Ledger(order.key, site, _sources(stamps), light, _without_files(made), _fingerprints(shown))
    return QuickSite(problems, site, files, keeps=False, ledger=ledger)


def _make_changed(order: Order, stamps: Stamps, previous: Ledger) -> QuickSite | None:
    """Make what changed; None where more depends on the change than its own answer and the overviews that show it."""
    share = _changed_share(order, stamps, previous)
    if share is None:
        return None
    if not share.entries:
        return QuickSite(Problems(), previous.site, {}, keeps=True, ledger=previous)
    paths = [entry.path for entry in share.entries]
    light = dict(zip(stamps, previous.entries, strict=True)) | dict(zip(paths, share.light(), strict=True))
    problems = Problems(share.check(light.values(), order.peildatum))
    problems.extend(problem for entry in share.catalogue.entries for problem in entry.problems)
    if problems.stop_the_build:
        return QuickSite(problems, None, {}, keeps=True, ledger=None)
    before = {key: one.code for key, one in previous.made.items()}
    digests = share.digests()
    codes = unique_codes({key: digests.get(key, one.digest) for key, one in previous.made.items()})
    if any(codes[key] != before[key] for key in codes.keys() - digests.keys()):
        return None
    remade = {one.key: one for one in share.make(order.spec, codes)}
    made = [remade.get(key, one) for key, one in previous.made.items()]
    site = site_of(share.catalogue, order.spec)
    shown = overviews(share.catalogue)
    files: Files = {path: text for one in remade.values() for path, text in one.files.items()}
    files |= shared_files(made, site)
    fingerprints = _fingerprints(shown)
    files |= overview_files([one for one in shown if fingerprints[one.path] != previous.overviews.get(one.path)], site)
    ledger = Ledger(order.key, site, _sources(stamps), list(light.values()), _without_files(made), fingerprints)
    return QuickSite(problems, site, files, keeps=True, ledger=ledger)


def _changed_share(order: Order, stamps: Stamps, previous: Ledger) -> Share | None:
    """Read the records that changed; None where there are other records than last time, or others must know of the change."""
    if stamps.keys() != previous.sources.keys():
        return None
    changed = sorted(path for path, (_, stamp) in stamps.items() if previous.sources[path] != stamp)
    if any(stamps[path][0] not in MANY for path in changed):
        return None
    share = Share(order.root, [(stamps[path][0], path) for path in changed])
    kept = dict(zip(stamps, previous.entries, strict=True))
    before = {path: _known_of(pickle.loads(kept[path])) for path in changed}  # noqa: S301 - from our own ledger
    now = {entry.path: _known_of(light_entry(entry)) for entry in share.entries}
    return share if now == before and None not in now.values() else None


def _known_of(entry: Entry) -> bytes | None:
    """Give what the wording of other records, and the rules, may know of a record: all of its light form but the short answer."""
    return pickle.dumps(dataclasses.replace(entry.record, kort_antwoord=None)) if entry.record is not None else None


def _together(root: Path, catalogue: Catalogue) -> list[Problem]:
    found = list(rules.check_together(catalogue))
    return [shown_in_source(problem, source_text(root / problem.position.file)) for problem in found]


def _with_unique_codes(order: Order, stamps: Stamps, light: list[bytes], made: list[Made]) -> list[Made]:
    """Make again, with another code, the few records that drew the code of another."""
    codes = unique_codes({one.key: one.digest for one in made})
    clashing = {one.key for one in made if codes[one.key] != one.code}
    if not clashing:
        return _in_order(made)
    sources = [(kind, path) for path, (kind, _) in stamps.items() if f"{kind}:{Path(path).stem}" in clashing]
    share = Share(order.root, sources)
    share.check(light, order.peildatum)
    again = {one.key: one for one in share.make(order.spec, codes)}
    return _in_order([again.get(one.key, one) for one in made])


def _in_order(made: list[Made]) -> list[Made]:
    """Put answers in the order of `compose`: products, organisations, desks, each by id."""
    kinds = ("product", "organisatie", "loket")
    return sorted(made, key=lambda one: (kinds.index(one.kind), one.id))


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


def _sources(stamps: Stamps) -> dict[str, tuple[int, int]]:
    return {path: stamp for path, (_, stamp) in stamps.items()}


def _fingerprints(shown: list[Overview]) -> dict[str, str]:
    return {overview.path: _fingerprint(overview) for overview in shown}
