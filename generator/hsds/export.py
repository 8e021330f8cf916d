"""The export, from records to files: every published organisation and desk becomes rows, and the rows become CSV and JSON."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

import orjson

from generator.hsds.tables import VERSION
from generator.hsds.written.api import ENDPOINTS, api_files
from generator.hsds.written.collected import Collected
from generator.hsds.written.desks import add_desks
from generator.hsds.written.identity import Identities
from generator.hsds.written.openapi import PROFILE, openapi
from generator.hsds.written.organisations import add_organisation
from generator.hsds.written.package import package_files
from generator.hsds.written.services import add_service
from generator.hsds.written.terms import add_terms
from generator.wording.phrases import speaking

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from generator.catalogue import Catalogue
    from generator.hsds.tables import Tables

FOLDER = "api/hsds"
"""Where the export stands in a site; the data package in `datapackage` below it."""


def hsds_tables(catalogue: Catalogue, url: str) -> Tables:
    """Give the rows of all that is published on the catalogue's peildatum; `url` is where the public site stands."""
    out = Collected(catalogue, speaking(catalogue), Identities(catalogue.gemeente.naam), url.rstrip("/"))
    add_terms(out)
    for _, organisatie in sorted(catalogue.by_kind["organisatie"].items()):
        places = add_organisation(out, organisatie)
        for aanbod in organisatie.aanbod:
            add_service(out, aanbod, organisatie, places)
    add_desks(out)
    return out.tables


def hsds_files(catalogue: Catalogue, url: str) -> Iterator[tuple[str, bytes]]:
    """Give every file of the export, by its path in the site, with its bytes: the same for both sites."""
    tables, here = hsds_tables(catalogue, url), f"{url.rstrip('/')}/{FOLDER}"
    name = catalogue.gemeente.naam
    about = {"version": VERSION, "profile": PROFILE, "openapi_url": f"{here}/openapi.json"}
    yield f"{FOLDER}/index.json", orjson.dumps(about)
    yield f"{FOLDER}/openapi.json", openapi(ENDPOINTS, here, name)
    for path, content in api_files(tables):
        yield f"{FOLDER}/{path}", content
    for path, content in package_files(tables, f"Sociale kaart van de {name}"):
        yield f"{FOLDER}/datapackage/{path}", content


def write_hsds(catalogue: Catalogue, url: str, sites: list[Path]) -> int:
    """Write the export into every folder of `sites`; give the number of files in each."""
    first, *others = map(str, sites)
    made: set[str] = set()
    count = 0
    for path, content in hsds_files(catalogue, url):
        folder = path.rpartition("/")[0]
        if folder not in made:
            for site in sites:
                (site / folder).mkdir(parents=True, exist_ok=True)
            made.add(folder)
        with open(f"{first}/{path}", "wb") as file:  # noqa: PTH123 - a Path a file shows over thirty thousand files
            file.write(content)
        for other in others:
            _same(f"{first}/{path}", f"{other}/{path}")
        count += 1
    return count


def _same(file: str, other: str) -> None:
    """Let `other` be the same file, which costs no time and no space; copy it where the disk can't."""
    try:
        os.link(file, other)
    except OSError:
        shutil.copyfile(file, other)
