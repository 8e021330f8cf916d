"""One word of the finder that an answer does not have is found, in either site."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from project import Sites, built_sites

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

pytestmark = [pytest.mark.build, pytest.mark.xdist_group("parity")]


@pytest.fixture(scope="module")
def untouched(tmp_path_factory: pytest.TempPathFactory) -> Sites:
    return built_sites(tmp_path_factory.mktemp("found") / "klein")


@pytest.fixture
def built(untouched: Sites, tmp_path: Path) -> Sites:
    return untouched.copied_to(tmp_path / "klein")


def linde(content: Any) -> Any:  # noqa: ANN401 - any JSON
    [found] = [one for one in content["organisaties"] if one["record"] == "organisatie:de-linde"]
    return found


def differences(built: Sites, channel: str, change_it: Callable[[Any], object]) -> list[tuple[str, str, str]]:
    path = built.folders[channel] / "sociale-kaart/aanbod.json"
    content = json.loads(path.read_text(encoding="utf-8"))
    change_it(content)
    path.write_text(json.dumps(content), encoding="utf-8")
    return [(one.record, one.block, one.channel) for one in built.verify()]


OFFER = "aanbod-formulieren"


@pytest.mark.parametrize("channel", ["publiek", "kcc"])
@pytest.mark.parametrize(
    ("name", "value", "block"),
    [
        ("titel", "Hulp met brieven", OFFER),
        ("kort", "Samen vult u het formulier.", OFFER),
        ("binnenkomen", "U kunt gewoon bellen.", OFFER),
        ("kosten", ["Dit kost u € 2,00."], OFFER),
    ],
)
def test_another_word_about_an_offer(built: Sites, channel: str, name: str, value: object, block: str) -> None:
    found = differences(built, channel, lambda content: linde(content)["aanbod"][0].update({name: value}))

    assert found == [("organisatie:de-linde", block, f"{channel} zoeker")]


@pytest.mark.parametrize(
    ("change_it", "block"),
    [
        (lambda one: one.update(titel="De Eik"), "(titel)"),
        (lambda one: one.update(pad="sociale-kaart/de-eik/"), "(pad)"),
        (lambda one: one.update(werktVoor="de hele gemeente"), "contact"),
        (lambda one: one["plekken"][0].update(adres="Lindeplein 2, 1291 DH Klein"), "(plek)"),
        (lambda one: one.update(aanbod=[]), "(aanbod)"),
    ],
)
def test_another_word_about_who_offers_it(built: Sites, change_it: Callable[[Any], object], block: str) -> None:
    found = differences(built, "publiek", lambda content: change_it(linde(content)))

    assert found == [("organisatie:de-linde", block, "publiek zoeker")]


def test_an_organisation_that_the_finder_forgets(built: Sites) -> None:
    found = differences(built, "publiek", lambda content: content["organisaties"].remove(linde(content)))

    assert found == [("organisatie:de-linde", "(alles)", "publiek zoeker")]


def test_no_finder_at_all(built: Sites) -> None:
    (built.public / "sociale-kaart/aanbod.json").unlink()

    assert {one.channel for one in built.verify()} == {"publiek zoeker"}
