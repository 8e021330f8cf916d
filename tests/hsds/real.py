"""The export of the project's own content, made once for all tests that read it."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from conftest import PEILDATUM

from generator.checking import read_and_check
from generator.hsds.export import hsds_files, hsds_tables
from hsds.standard import PROJECT, URL

if TYPE_CHECKING:
    from generator.catalogue import Catalogue
    from generator.hsds.tables import Tables


@cache
def catalogue() -> Catalogue:
    return read_and_check(PROJECT, PEILDATUM).catalogue


@cache
def tables() -> Tables:
    return hsds_tables(catalogue(), URL)


@cache
def files() -> dict[str, bytes]:
    return dict(hsds_files(catalogue(), URL))
