"""Every uniforme productnaam and its URI stand on the official list, the Uniforme Productnamenlijst of July 2023."""

from __future__ import annotations

import csv
import os
from functools import cache
from pathlib import Path

import pytest
from conftest import TESTS

from generator.records import read_entry

PROJECT = TESTS.parent
SHARED = Path(os.environ.get("ANTWOORDKAART_SHARED") or PROJECT.parent / "shared")
UPL = SHARED / "data" / "upl" / "2023-07" / "UPL-actueel.csv"
PRODUCTS = sorted(path.relative_to(PROJECT).as_posix() for path in (PROJECT / "products").rglob("*.yaml"))


@cache
def official() -> dict[str, str]:
    """Give the name by URI; the published file ends every line in `;;`."""
    lines = (line.removesuffix(";;") for line in UPL.read_text(encoding="utf-8-sig").splitlines())
    return {row["URI"]: row["UniformeProductnaam"] for row in csv.DictReader(lines)}


@pytest.fixture(autouse=True)
def the_list() -> None:
    if not UPL.is_file():
        reason = f"de lijst {UPL} is er niet; zet ANTWOORDKAART_SHARED op de map met data/upl/2023-07"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)


def test_the_list_is_read_whole() -> None:
    assert len(official()) > 1000
    assert official()["http://standaarden.overheid.nl/owms/terms/paspoort"] == "paspoort"
    assert not any(name.endswith(";") for name in official().values())


@pytest.mark.parametrize("path", PRODUCTS)
def test_names_of_a_product_are_on_the_list(path: str) -> None:
    product = read_entry(PROJECT, "product", path).record
    assert product is not None, f"{path} is not readable: run antwoordkaart check"
    assert {upl.uri: upl.naam for upl in product.upl} == {
        upl.uri: official().get(upl.uri, "(staat niet op de lijst)") for upl in product.upl
    }


def test_some_product_has_a_name_on_the_list() -> None:
    assert sum(bool(read_entry(PROJECT, "product", path).record.upl) for path in PRODUCTS) > 10
