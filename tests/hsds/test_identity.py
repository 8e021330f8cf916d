"""Ids stay the same as long as the record keeps its name."""

from __future__ import annotations

import uuid

from hypothesis import given
from hypothesis import strategies as st

from generator.hsds.written.identity import NAMESPACE, Identities

parts = st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=20), min_size=1, max_size=4)


def test_the_namespace_never_changes() -> None:
    assert uuid.uuid5(uuid.NAMESPACE_URL, "antwoordkaart/hsds") == NAMESPACE


@given(parts)
def test_an_id_is_version_5_of_the_path(path: list[str]) -> None:
    assert Identities("gemeente Klein").of(*path) == str(uuid.uuid5(NAMESPACE, "/".join(["gemeente Klein", *path])))


def test_what_others_keep_stays_right() -> None:
    assert Identities("gemeente Klein").of("service", "organisatie", "svb", "aanbod", "aow") == "03590954-5c0f-5837-8be9-839094638740"


def test_two_municipalities_describe_a_national_organisation_under_different_ids() -> None:
    assert Identities("gemeente Klein").of("organization", "svb") != Identities("gemeente Groot").of("organization", "svb")
