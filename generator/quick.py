"""Makes the files of one site for MkDocs: all of them, or only those that changed since the last build.

An answer depends on its own record, on the shared records (facts, contact points, desks, …) and on what may be known of other records
(their light form). So when one record changes and its light form does not, only its own files, the lists and the search documents are
made again; when only its short answer changes, also the overviews and decision trees that show it; in every other case everything is.
"""

from __future__ import annotations

import dataclasses
import hashlib
import pickle
from dataclasses import field
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from generator import rules
from generator.answer import unique_codes
from generator.checking import source_text
from generator.crew import MANY, RETELLING, Crew, Share
from generator.edition import Files, SiteSpec, overview_files, redirect_files, search_files, shared_files, site_of, sitemap
from generator.frozen import dataclass
from generator.ledger import Ledger, Records, aside, store
from generator.output import written
from generator.problems import Problems, shown_in_source
from generator.records import source_stamps
from generator.records.light import light_entry
from generator.search.counting import Counting
from generator.wording.compose import KINDS, answered
from generator.wording.overviews import overviews
from generator.words import DUTCH

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from generator.catalogue import Catalogue
    from generator.channels.site import Site
    from generator.edition import Made
    from generator.ledger import AllNames
    from generator.overview import Overview
    from generator.problems import Problem
    from generator.records import Entry, Stamp
    from generator.search.counting import Written


Stamps = dict[str, tuple[str, tuple[int, int]]]
"""Kind and stamp of every record file, by path."""


@dataclass(frozen=True, slots=True)
class Order:
    """What to make: of which project, which site, for which day; `key` names the program and theme that make it.

    `ledger` is where the ledger will be: what takes long of it is written while other things are made.
    """

    root: Path
    spec: SiteSpec
    peildatum: dt.date
    key: bytes
    ledger: Path | None = None


@dataclass(frozen=True, slots=True)
class QuickSite:
    """The files to write; everything else that the ledger of last time lists is kept as it is, except `gone`."""

    problems: Problems
    site: Site | None
    files: Files
    keeps: bool
    """Whether files of last time stay."""
    ledger: Ledger | None
    done: dict[str, Stamp] = field(default_factory=dict)
    """Stamps of the files that were written already."""
    stored: Callable[[], AllNames] | None = None
    """What of the ledger is being written already (`ledger.store`)."""


@dataclass(frozen=True, slots=True)
class LastTime:
    """What the last build wrote down, and whether its site still stands as it left it (asked late: it is found out meanwhile)."""

    ledger: Ledger
    stands: Callable[[], bool]


def make_site(order: Order, last: LastTime | None = None, folder: Path | None = None) -> QuickSite:
    """Read, check and make; with a `fout` there is no site and no file, only problems.

    With `folder`, a site that is made whole is written there, the files of a record by the process that made them.
    """
    stamps = source_stamps(order.root)
    if last is not None and last.ledger.key == order.key:
        kept = _make_changed(order, stamps, last.ledger)
        if kept is not None and last.stands():
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
        site = site_of(crew.catalogue, order.spec)
        made, done, shown, counted = _all_made(crew, order.spec, folder, site)
        made = _with_unique_codes(crew, order.spec, made)
    found, kept = search_files(made, crew.catalogue, counted)
    records = Records(list(light.values()), _without_files(made), kept)
    ledger = Ledger(order.key, site, _sources(stamps), shown.fingerprints, records, _digests(found))
    if folder is None:
        files = _files_of(made) | found | shown.files | _sitemap(shown.fingerprints, made, site) | _lists(made, site)
        return QuickSite(problems, site, files, keeps=False, ledger=ledger)
    stored = aside(partial(store, order.ledger, records)) if order.ledger is not None else None
    searched = aside(lambda: written(found, folder))  # by others, while this process makes the lists
    done |= written(_files_of(made) | _lists(made, site) | _sitemap(shown.fingerprints, made, site), folder)
    return QuickSite(problems, site, {}, keeps=False, ledger=ledger, done=done | searched(), stored=stored)


def _files_of(made: Iterable[Made]) -> Files:
    return {path: text for one in made for path, text in one.files.items()}


def _lists(made: list[Made], site: Site) -> Files:
    return redirect_files(made, site) | shared_files(made, site)


class AllMade(NamedTuple):
    """Everything of all answers and overviews: the stamps of what was written, and the words of search that were counted already."""

    made: list[Made]
    stamps: dict[str, Stamp]
    shown: Shown
    counted: dict[str, list[Written]]


def _all_made(crew: Crew, spec: SiteSpec, folder: Path | None, site: Site) -> AllMade:
    """Make all; what this process does besides, it does while others are making, who then take more of the answers."""
    if folder is None:
        return AllMade(crew.make(spec), {}, _shown(crew.catalogue, site), {})
    crew.begin(folder, spec)
    shown = _shown(crew.catalogue, site)
    stamps = written(shown.files, folder)
    counting = Counting((one.lang, one.key) for one in answered(crew.catalogue))
    made: list[Made] = []
    for portion in crew.portions(folder, spec):
        made += portion.made
        stamps |= portion.stamps
        for one in portion.made:
            counting.take(one.key, one.sought.words)
    return AllMade(made, stamps, shown._replace(files={}), counting.kept)


class Shown(NamedTuple):
    """The overviews: their files, and the fingerprint of each by path."""

    files: Files
    fingerprints: dict[str, str]


def _shown(catalogue: Catalogue, site: Site) -> Shown:
    shown = overviews(catalogue)
    return Shown(overview_files(shown, site), _fingerprints(shown))


def _make_changed(order: Order, stamps: Stamps, previous: Ledger) -> QuickSite | None:
    """Make what changed; None where more depends on the change than its own answer and the overviews that show it."""
    share = _changed_share(order, stamps, previous)
    if share is None:
        return None
    if not share.entries:
        return QuickSite(Problems(), previous.site, {}, keeps=True, ledger=previous)
    kept_records = previous.records
    light = dict(zip(stamps, kept_records.entries, strict=True)) | share.light()
    problems = Problems(share.check(light, order.peildatum))
    problems.extend(problem for entry in share.catalogue.entries for problem in entry.problems)
    if problems.stop_the_build:
        return QuickSite(problems, None, {}, keeps=True, ledger=None)
    before = {key: one.code for key, one in kept_records.made.items()}
    digests = {
        key: digest
        for key, digest in share.digests().items()
        if kept_records.made[key].kind not in RETELLING or digest != kept_records.made[key].digest
    }
    codes = unique_codes({key: digests.get(key, one.digest) for key, one in kept_records.made.items()})
    if any(codes[key] != before[key] for key in codes.keys() - digests.keys()):
        return None
    site = site_of(share.catalogue, order.spec)
    site = previous.site if site == previous.site else site  # which keeps the parts that many pages have in common
    remade = {one.key: one for one in share.make(order.spec, {key: codes[key] for key in digests}, site)}
    made = [remade.get(key, one) for key, one in kept_records.made.items()]
    shown = overviews(share.catalogue)
    files = _files_of(remade.values())
    found, kept = search_files(made, share.catalogue, kept_records.search)
    digests_of_search = _digests(found)
    if digests_of_search.keys() != previous.sought.keys():
        return None  # another number of answers: the files of search are others
    files |= shared_files(made, site)
    files |= {path: text for path, text in found.items() if digests_of_search[path] != previous.sought[path]}
    fingerprints = _fingerprints(shown)
    files |= overview_files([one for one in shown if fingerprints[one.path] != previous.overviews.get(one.path)], site)
    records = Records(list(light.values()), _without_files(made), kept)
    ledger = Ledger(order.key, site, _sources(stamps), fingerprints, records, digests_of_search)
    return QuickSite(problems, site, files, keeps=True, ledger=ledger)


def _changed_share(order: Order, stamps: Stamps, previous: Ledger) -> Share | None:
    """Read the records that changed; None where there are other records than last time, or others must know of the change."""
    if stamps.keys() != previous.sources.keys():
        return None
    changed = sorted(path for path, (_, stamp) in stamps.items() if previous.sources[path] != stamp)
    if any(stamps[path][0] not in MANY for path in changed):
        return None
    share = Share(order.root, [(stamps[path][0], path) for path in changed], also=RETELLING)
    kept = dict(zip(stamps, previous.records.entries, strict=True))
    before = {path: _known_of(pickle.loads(kept[path])) for path in changed}  # noqa: S301 - from our own ledger
    now = {entry.path: _known_of(light_entry(entry)) for entry in share.entries}
    return share if now == before and None not in now.values() else None


def _known_of(entry: Entry) -> bytes | None:
    """Give what the wording of other records, and the rules, may know of a record: all of its light form but the short answers."""
    if entry.record is None:
        return None
    known: dict[str, Any] = {"kort_antwoord": None}
    if entry.kind == "product":
        known["vertalingen"] = tuple(dataclasses.replace(vertaling, kort_antwoord=None) for vertaling in entry.record.vertalingen)
    return pickle.dumps(dataclasses.replace(entry.record, **known))


def _together(root: Path, catalogue: Catalogue) -> list[Problem]:
    found = list(rules.check_together(catalogue))
    return [shown_in_source(problem, source_text(root / problem.position.file)) for problem in found]


def _with_unique_codes(crew: Crew, spec: SiteSpec, made: list[Made]) -> list[Made]:
    """Make again, with another code, the few records that drew the code of another."""
    if len({one.code for one in made}) == len(made):  # as nearly always
        return _in_order(made)
    codes = unique_codes({one.key: one.digest for one in made})
    clashing = {one.key: codes[one.key] for one in made if codes[one.key] != one.code}
    again = {one.key: one for one in crew.make(spec, clashing)} if clashing else {}
    return _in_order([again.get(one.key, one) for one in made])


def _in_order(made: list[Made]) -> list[Made]:
    """Put answers in the order of `compose`: by kind, each by id, in Dutch first."""
    return sorted(made, key=lambda one: (KINDS.index(one.kind), one.id, one.lang != DUTCH, one.lang))


def _sitemap(shown: Iterable[str], made: list[Made], site: Site) -> Files:
    return sitemap([*shown, *(one.path for one in made)], site)


def _fingerprint(overview: Overview) -> str:
    told = [overview.title, overview.intro, overview.template, *map(repr, (overview.steps, overview.filters, overview.areas))]
    for section in overview.sections:
        told += (section.id, section.title, section.look)
        for lead in section.leads:
            told += (lead.link.text, lead.link.target, lead.text, lead.record)
    return hashlib.sha256("\0".join(told).encode()).hexdigest()


def _without_files(made: list[Made]) -> dict[str, Made]:
    return {one.key: one._replace(files={}) if one.files else one for one in made}


def _digests(files: Files) -> dict[str, bytes]:
    return {path: hashlib.sha256(text).digest() for path, text in files.items()}


def _sources(stamps: Stamps) -> dict[str, tuple[int, int]]:
    return {path: stamp for path, (_, stamp) in stamps.items()}


def _fingerprints(shown: list[Overview]) -> dict[str, str]:
    return {overview.path: _fingerprint(overview) for overview in shown}
