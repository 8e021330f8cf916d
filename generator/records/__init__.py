"""The typed records (Dutch names), and which folder holds which kind."""

from __future__ import annotations

import contextlib
import os
from typing import TYPE_CHECKING, Any

from generator.frozen import dataclass
from generator.problems import Position, Problem
from generator.records.inhoud import Contactpunt, Feiten, Gemeente, Levensgebeurtenis, Loket, Nieuws, Thema, Wijk
from generator.records.keuzehulp import Keuzehulp
from generator.records.organisatie import Organisatie
from generator.records.product import Product
from generator.records.quickscan import Quickscan
from generator.records.reader import read_record
from generator.records.taal import Taal
from generator.records.vraag import Vraag
from generator.records.zoeken import Synoniemen, Zoeken
from generator.source import parse, read_text

if TYPE_CHECKING:
    from pathlib import Path

    from generator.fields import Mention


@dataclass(frozen=True, slots=True)
class Collection:
    """Records of one kind: their folder in git, their class, and their folder in the site and the API (None: no pages)."""

    kind: str
    folder: str
    record_class: type[Any]
    path: str | None = None
    api: str | None = None


COLLECTIONS = {
    collection.kind: collection
    for collection in (
        Collection("taal", "content/talen", Taal),
        Collection("feiten", "content/feiten", Feiten),
        Collection("nieuws", "content/nieuws", Nieuws),
        Collection("contactpunt", "content/contactpunten", Contactpunt),
        Collection("gemeente", "content/gemeente", Gemeente),
        Collection("wijk", "content/wijken", Wijk, "wijk"),
        Collection("thema", "content/themas", Thema, "thema"),
        Collection("levensgebeurtenis", "content/levensgebeurtenissen", Levensgebeurtenis, "levensgebeurtenis"),
        Collection("loket", "content/loketten", Loket, "loket", "loketten"),
        Collection("synoniemen", "content/synoniemen", Synoniemen),
        Collection("zoeken", "content/zoeken", Zoeken),
        Collection("quickscan", "content/quickscan", Quickscan),
        Collection("product", "products", Product, "producten", "producten"),
        Collection("organisatie", "sociale_kaart", Organisatie, "sociale-kaart", "organisaties"),
        Collection("vraag", "content/vragen", Vraag, "vraag", "vragen"),
        Collection("keuzehulp", "content/keuzehulpen", Keuzehulp, "keuzehulp", "keuzehulpen"),
    )
}


@dataclass(frozen=True, slots=True)
class Entry:
    """What one file gave: its record (None where it could not be read), what it mentions, and its problems."""

    kind: str
    path: str
    record: Any
    mentions: tuple[Mention, ...]
    problems: tuple[Problem, ...]

    def __reduce__(self) -> tuple[type[Entry], tuple[object, ...]]:
        """Pickle by the constructor: three times faster than what dataclasses with slots do."""
        return Entry, (self.kind, self.path, self.record, self.mentions, self.problems)


Stamp = tuple[int, int]
"""Size in bytes and time of change in nanoseconds: what tells cheaply that a file is the same file."""


def source_stamps(root: Path) -> dict[str, tuple[str, Stamp]]:
    """Give kind and stamp of every file in the records' folders, by path, in the order in which they are read."""
    return {
        path: (kind, stamp)
        for kind, collection in COLLECTIONS.items()
        for path, stamp in sorted(tree_stamps(root / collection.folder, f"{collection.folder}/").items())
        if not path.rpartition("/")[2].startswith(".")
    }


def tree_stamps(folder: Path, below: str = "") -> dict[str, Stamp]:
    """Give the stamp of every file below `folder`, by path after `below`; of a symbolic link its own, never what it points at."""
    stamps: dict[str, Stamp] = {}
    pending = [(str(folder), below)]
    while pending:
        place, prefix = pending.pop()
        with contextlib.suppress(FileNotFoundError), os.scandir(place) as listed:
            for item in listed:
                if item.is_dir(follow_symlinks=False):
                    pending.append((item.path, f"{prefix}{item.name}/"))
                else:
                    found = item.stat(follow_symlinks=False)
                    stamps[prefix + item.name] = (found.st_size, found.st_mtime_ns)
    return stamps


def source_paths(root: Path) -> list[tuple[str, str]]:
    """List `(kind, path)` of every file in the records' folders, sorted; also those that are no YAML, so that they are reported."""
    return [(kind, path) for path, (kind, _) in source_stamps(root).items()]


def read_entry(root: Path, kind: str, path: str) -> Entry:
    """Read one file into an `Entry`. Every mistake becomes a problem; nothing is raised for what an editor typed."""
    source = read_text(root, path)
    record = None
    node = parse(source) if source.text else None
    if node is not None:
        record = read_record(COLLECTIONS[kind].record_class, node, source, id=source.id, at=Position(path))
    elif not len(source.problems):
        source.report(Position(path), "verwacht-velden", "dit bestand is leeg", "vul de velden in, of haal het bestand weg")
    return Entry(kind, path, record, tuple(source.mentions), tuple(source.problems))
