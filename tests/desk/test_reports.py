"""Who can be helped at the first contact, which desk does what, and which folder may go where."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from generator.answer import DeskFacts
from generator.cli import main
from generator.desk.first_contact import Share, first_contact
from generator.desk.matrix import NEAR, as_text, matrix_of
from generator.desk.record import DeskRecord

if TYPE_CHECKING:
    from pathlib import Path


def product(name: str, **facts: object) -> DeskRecord:
    return DeskRecord(f"product:{name}", "product", name, name.capitalize(), f"/producten/{name}/", "222-222", DeskFacts(**facts))  # type: ignore[arg-type]


def desk(name: str, functions: tuple[str, ...], products: tuple[str, ...], area: str = "") -> DeskRecord:
    facts = DeskFacts(functions=functions, products=products, area=area)
    return DeskRecord(f"loket:{name}", "loket", name, name.capitalize(), f"/loket/{name}/", "333-333", facts)


class TestFirstContact:
    """The share that an agent finishes alone."""

    RECORDS = (
        product("paspoort", handling="zelf", volume=300),
        product("grofvuil", handling="zelf", volume=100, lacks=("geen zeg dit",)),
        product("bijstand", handling="intake", volume=500),
        product("melding", handling="doorverbinden", volume=100),
        product("vlag", handling="zelf"),
    )

    def test_both_shares(self) -> None:
        report = first_contact(self.RECORDS)

        assert (report.by_product, report.by_product.percent) == (Share(2, 5), 40)
        assert (report.by_volume, report.by_volume.percent) == (Share(300, 1000), 30)
        assert report.unknown_volume == 1

    def test_the_most_asked_for_comes_first(self) -> None:
        assert [one.id for one in first_contact(self.RECORDS).products] == ["bijstand", "paspoort", "grofvuil", "melding", "vlag"]

    def test_who_lacks_something(self) -> None:
        assert [one.id for one in first_contact(self.RECORDS).lacking] == ["grofvuil"]

    def test_handlings_add_up(self) -> None:
        handlings = first_contact(self.RECORDS).handlings

        assert [(name, products.part, volume.part) for name, products, volume in handlings] == [
            ("zelf afhandelen", 3, 400),
            ("aannemen, een collega doet de rest", 1, 500),
            ("doorverbinden", 1, 100),
        ]

    def test_translations_count_once(self) -> None:
        english = DeskRecord("product:paspoort:en", "product", "paspoort", "Passport", "/en/producten/paspoort/", "", DeskFacts())

        assert first_contact((*self.RECORDS, english)).by_product.whole == len(self.RECORDS)

    def test_an_aim_is_not_reached_by_rounding(self) -> None:
        assert Share(799, 1000).percent == 79

    def test_nothing_is_no_share(self) -> None:
        assert first_contact(()).by_product.percent == 0


class TestMatrix:
    """Breadth and depth of desks, with gaps and overlaps."""

    WIJK = ("informatie", "advies")

    def test_gaps(self) -> None:
        matrix = matrix_of([product("paspoort"), product("vlag"), desk("balie", ("informatie",), ("paspoort",))])

        assert [one.id for one in matrix.products_nowhere] == ["vlag"]
        assert "advies" in matrix.functions_nowhere
        assert "informatie" not in matrix.functions_nowhere

    def test_two_desks_with_a_function_for_the_same_product_overlap(self) -> None:
        matrix = matrix_of([product("hulp"), desk("wmo", ("advies", "intake"), ("hulp",)), desk("wijk", self.WIJK, ("hulp",))])

        assert [(one.desks, one.functions, [of.id for of in one.products]) for one in matrix.overlaps] == [
            (("Wijk", "Wmo"), ("advies",), ["hulp"])
        ]

    def test_what_every_desk_does_is_no_overlap(self) -> None:
        matrix = matrix_of([product("hulp"), desk("een", ("informatie",), ("hulp",)), desk("twee", ("informatie",), ("hulp",))])

        assert matrix.overlaps == ()

    def test_desks_of_different_neighbourhoods_are_for_different_people(self) -> None:
        near = [desk("noord", self.WIJK, ("hulp",), "Noord"), desk("zuid", self.WIJK, ("hulp",), "Zuid")]

        assert matrix_of([product("hulp"), *near]).overlaps == ()
        [overlap] = matrix_of([product("hulp"), *near, desk("wmo", ("advies",), ("hulp",))]).overlaps
        assert set(overlap.desks) == {NEAR, "Wmo"}

    def test_the_command_line_counts(self) -> None:
        told = as_text(matrix_of([product("vlag"), desk("balie", ("informatie",), ())])).splitlines()

        assert told[0] == "1 loketten, 1 producten, 15 functies."
        assert "Product zonder loket: Vlag (product:vlag)" in told
        assert told[-1] == "14 functies zonder loket, 1 producten zonder loket, 0 producten met een functie bij meer loketten."


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A folder that looks like a public site."""
    (tmp_path / "editie.json").write_text('{"kanaal": "publiek"}', encoding="utf-8")
    (tmp_path / "robots.txt").write_text("User-agent: *\nAllow: /\n", encoding="utf-8")
    (tmp_path / "index.html").write_text('<body class="publiek">', encoding="utf-8")
    return tmp_path


class TestPublishing:
    """The agents' site never goes to the public target."""

    def check(self, site: Path, target: str) -> tuple[int, str]:
        done = CliRunner().invoke(main, ["publiceer-controle", str(site), "--doel", target])
        return done.exit_code, done.output

    def test_the_right_site_may_go(self, site: Path) -> None:
        assert self.check(site, "publiek") == (0, f"{site} mag naar het doel 'publiek'.\n")

    def test_the_manifest_of_agents_is_refused(self, site: Path) -> None:
        (site / "editie.json").write_text(json.dumps({"kanaal": "kcc"}), encoding="utf-8")
        code, told = self.check(site, "publiek")

        assert code == 1
        assert "editie.json zegt dat dit de site voor 'kcc' is, niet voor 'publiek'" in told

    @pytest.mark.parametrize(
        ("path", "content", "told"),
        [
            ("robots.txt", "User-agent: *\nDisallow: /\n", "robots.txt is die van de site voor medewerkers"),
            (
                "producten/x/index.html",
                '<body class="medewerkers" data-x>',
                "1 pagina's zijn voor medewerkers, bijvoorbeeld producten/x/index.html",
            ),
            ("assets/desk.js", "", "assets/desk.js hoort alleen bij de site voor medewerkers"),
            ("sw.js", "", "sw.js hoort alleen bij de site voor medewerkers"),
        ],
    )
    def test_a_manifest_that_lies_is_found_out(self, site: Path, path: str, content: str, told: str) -> None:
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_text(content, encoding="utf-8")
        code, output = self.check(site, "publiek")

        assert code == 1
        assert f"fout: {told}\n" in output

    def test_a_folder_that_is_no_site_is_refused(self, tmp_path: Path) -> None:
        code, told = self.check(tmp_path, "medewerkers")

        assert code == 1
        assert "ontbreekt" in told

    def test_the_public_site_is_no_site_for_agents(self, site: Path) -> None:
        code, told = self.check(site, "medewerkers")

        assert code == 1
        assert "robots.txt houdt zoekmachines niet tegen" in told
