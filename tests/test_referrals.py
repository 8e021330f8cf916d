"""Who refers to whom: dead ends, circles, and the report; on the small municipality and on graphs of any shape."""

from __future__ import annotations

import datetime as dt
import json
import re
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner
from conftest import PEILDATUM, own_records
from hypothesis import given
from hypothesis import strategies as st

from generator.catalogue import Catalogue
from generator.circles import check_circles, mutual, same_group
from generator.cli import main
from generator.fields import Reference, RichLine, RichText
from generator.problems import Level, Position
from generator.records import Entry
from generator.records.gedeeld import ELDERS, NietHier
from generator.records.product import Product
from generator.referral_report import as_dot, as_mermaid, referrals_of
from generator.referrals import EXCLUSION, steps

if TYPE_CHECKING:
    from click.testing import Result
    from conftest import Project

MOVING = "products/verhuizing-doorgeven.yaml"
AOW = "products/aow.yaml"


def turned_away(then: str, more: str = "", who: str = "U woont ergens anders") -> str:
    return f'niet_hier:\n  - wie: {who}\n    dan: "{then}"\n{more}'


# Dead ends


@pytest.mark.parametrize(
    "then",
    [
        "Kijk op [rijksoverheid.nl](https://www.rijksoverheid.nl).",
        "Bel [de RDW](tel:+31881234567).",
        "Bel 112.",
        "Bel 113 of 0800 0113.",
        "Bel 14 012.",
        "Bel 012 345 67 89.",
        "Bel 0900 8844.",
        "Bel +31 12 345 67 89.",
    ],
)
def test_a_link_or_a_telephone_number_leads_on(klein: Project, then: str) -> None:
    klein.append(MOVING, turned_away(then))
    assert klein.rules() == []


@pytest.mark.parametrize("elders", ELDERS)
def test_a_place_that_is_no_record_leads_on(klein: Project, elders: str) -> None:
    klein.append(MOVING, turned_away("Dat gaat anders.", f"    elders: {elders}\n"))
    assert klein.rules() == []


def test_another_record_leads_on(klein: Project) -> None:
    klein.append(MOVING, turned_away("Ga naar het gemeentehuis.", "    verwijst_naar: loket:kcc\n"))
    assert klein.rules() == []


@pytest.mark.parametrize(
    "then",
    ["Vraag het daar.", "Bel ons.", "Binnen 144 dagen kan het wel.", "Dat kan met 112 jaar.", "Kies artikel 2.112.", "In 2026 niet."],
)
def test_words_alone_are_a_dead_end(klein: Project, then: str) -> None:
    klein.append(MOVING, turned_away(then))
    assert klein.rules() == ["doodlopend"]


def test_a_dead_end_is_shown_at_the_exclusion_with_every_way_out(klein: Project) -> None:
    klein.append(MOVING, turned_away("Vraag het daar."))
    [problem] = klein.check().problems
    assert (problem.rule, problem.level) == ("doodlopend", Level.FOUT)
    assert (problem.position.line, problem.position.column, problem.source_line) == (13, 10, "  - wie: U woont ergens anders")
    assert problem.repair.endswith("elders: " + ", ".join(ELDERS))


def test_a_record_that_is_not_on_the_site_yet_is_a_dead_end_until_it_is(klein: Project) -> None:
    klein.append(MOVING, turned_away("Vraag de pas aan.", "    verwijst_naar: product:nieuwe-parkeerpas\n"))
    [problem] = klein.check().problems
    assert problem.message == "wie hier niet terecht kan, gaat naar 'nieuwe-parkeerpas', en dat staat nu niet op de site"
    assert klein.rules(dt.date(2027, 1, 1)) == []


def test_a_reference_to_a_mistake_is_not_also_a_dead_end(klein: Project) -> None:
    klein.append(MOVING, turned_away("Ga daarheen.", "    verwijst_naar: product:bestaat-niet\n"))
    assert klein.rules() == ["onbekende-verwijzing"]


@pytest.mark.parametrize(("to", "rules"), [("organisatie:svb", ["doorverbinden-zonder-nummer"]), ("organisatie:de-linde", []), ("contactpunt:gemeente", []), ("loket:kcc", [])])  # fmt: skip
def test_a_caller_is_handed_over_to_someone_who_has_a_telephone(klein: Project, to: str, rules: list[str]) -> None:
    klein.append(MOVING, f"kcc:\n  afhandeling: zelf\n  doorverbinden:\n    - naar: {to}\n      wanneer: De beller wil een afspraak.\n")
    assert klein.rules() == rules


# Circles in records


PRODUCT = """naam: {name}
uitvoerder: gemeente
doelgroep: inwoner
themas: burgerzaken
leefdomeinen: wonen
trefwoorden: hulp
kort_antwoord: U krijgt hulp.
gratis: ja
gecontroleerd_op: 2026-10-05
eigenaar: Team Zorg
"""
OWN_DOOR = "contact: gemeente\n"


def refer_to_each_other(klein: Project, one: str, other: str, *, door: str = OWN_DOOR) -> None:
    """Write two products, a and b: a sends `one` to b, and b sends `other` to a."""
    for name, to, who in (("a", "b", one), ("b", "a", other)):
        klein.write(
            f"products/{name}.yaml", PRODUCT.format(name=name) + door + turned_away("Kijk daar.", f"    verwijst_naar: product:{to}\n", who)
        )


SAME_PEOPLE = [
    ("U heeft geen geld voor een paspoort", "U heeft geen geld voor een paspoort"),
    ("U heeft hulp nodig bij een brief", "Heeft u bij een brief hulp nodig?"),
    ("U woont in een andere gemeente", "Wie in een andere gemeente woont"),
    ("U heeft hulp nodig", "U heeft hulp nodig bij schulden"),
]
OTHER_PEOPLE = [
    ("U zoekt hulp voor een kind onder de 18 jaar", "U bent 18 jaar of ouder en heeft zelf hulp nodig"),
    ("U wilt verder reizen dan 25 kilometer", "U reist niet verder dan 25 kilometer"),
    ("U bent jonger dan 18 jaar", "U bent ouder dan 18 jaar"),
    ("U bent jonger dan 18 jaar", "U bent jonger dan 12 jaar"),
    ("U woont binnen de gemeente Klein", "U woont buiten de gemeente Klein"),
    ("U heeft al een rijbewijs uit een ander land", "U heeft nog geen rijbewijs uit een ander land"),
    ("U wilt trouwen", "U wilt niet trouwen, maar wel samen iets vastleggen"),
    ("U heeft een eigen bedrijf", "Uw bedrijf is al gestopt"),
]


@pytest.mark.parametrize(("one", "other"), SAME_PEOPLE)
def test_the_same_people_sent_back_are_a_circle(klein: Project, one: str, other: str) -> None:
    refer_to_each_other(klein, one, other)
    [problem] = klein.check().problems
    assert (problem.rule, problem.level, problem.position.file) == ("kringverwijzing", Level.WAARSCHUWING, "products/a.yaml")
    assert problem.message == f"product:a → product:b → product:a: iemand komt terug waar hij begon (wie: {one})"


@pytest.mark.parametrize(("one", "other"), OTHER_PEOPLE)
def test_records_that_exclude_each_others_people_may_refer_to_each_other(klein: Project, one: str, other: str) -> None:
    refer_to_each_other(klein, one, other)
    assert klein.rules() == []
    [(there, back)] = mutual(steps(klein.check().catalogue))
    assert ([step.group for step in there], [step.group for step in back]) == ([one], [other])


@pytest.mark.parametrize(("one", "other"), SAME_PEOPLE + OTHER_PEOPLE)
def test_whether_groups_are_the_same_does_not_depend_on_their_order(one: str, other: str) -> None:
    assert same_group(one, other) is same_group(other, one) is ((one, other) in SAME_PEOPLE)


def test_a_record_that_refers_to_itself_is_a_circle_of_one(klein: Project) -> None:
    klein.append(MOVING, turned_away("Kijk daar.", "    verwijst_naar: product:verhuizing-doorgeven\n"))
    [problem] = klein.check().problems
    assert problem.message.startswith("product:verhuizing-doorgeven → product:verhuizing-doorgeven: ")


def test_a_product_that_only_one_organisation_has_is_not_referred_to_by_it(klein: Project) -> None:
    refer_back = turned_away("Vraag het daar.", "    verwijst_naar: product:aow\n", "U wilt een pensioen")
    klein.replace("sociale_kaart/de-linde.yaml", "producten: [aow, verhuizing-doorgeven]", "producten: verhuizing-doorgeven")
    klein.append("sociale_kaart/svb.yaml", refer_back)
    [problem] = klein.check().problems
    assert problem.message.startswith("product:aow → organisatie:svb → product:aow: iemand komt terug waar hij begon")
    klein.append(AOW, "contact: gemeente\n")  # another door
    assert klein.rules() == []


def test_records_without_a_way_in_help_nobody_so_reasons_do_not_matter(klein: Project) -> None:
    refer_to_each_other(klein, "U wilt trouwen", "U zoekt een huis", door="")
    assert klein.rules() == ["kringverwijzing"]
    klein.append("products/b.yaml", OWN_DOOR)
    assert klein.rules() == []


# Circles in graphs of any shape

REASONS = ("U huurt een huis", "U heeft schulden", "U zoekt werk")
edges = st.sets(st.tuples(st.integers(0, 5), st.integers(0, 5), st.sampled_from(REASONS)), max_size=14)


def catalogue_of(found: set[tuple[int, int, str]]) -> Catalogue:
    """Make products that refer to each other for these reasons; all can be had at the municipality."""
    at = Position("products/r.yaml")
    text = RichText((), "Kijk daar.", at)
    entries = []
    for number in range(6):
        leaving = sorted(edge for edge in found if edge[0] == number)
        away = tuple(
            NietHier(wie=RichLine((), why, at), dan=text, verwijst_naar=(Reference("product", f"r{to}", Position(f"products/r{number}.yaml", 1 + line)),))
            for line, (_, to, why) in enumerate(leaving)
        )  # fmt: skip
        product = Product(id=f"r{number}", at=at, naam=f"R {number}", niet_hier=away, contact=Reference("contactpunt", "gemeente", at))
        entries.append(Entry("product", f"products/r{number}.yaml", product, (), ()))
    return Catalogue(entries, PEILDATUM)


def is_in_a_circle(start: int, why: str, found: set[tuple[int, int, str]]) -> bool:
    reached: set[int] = set()
    pending = [start]
    while pending:
        here = pending.pop()
        following = {to for source, to, reason in found if source == here and reason == why} - reached
        reached |= following
        pending += following
    return start in reached


@given(edges)
def test_there_is_a_warning_exactly_where_one_reason_leads_back(found: set[tuple[int, int, str]]) -> None:
    circles = [problem.message.partition(":\N{SPACE}iemand")[0].split(" → ") for problem in check_circles(catalogue_of(found))]
    assert bool(circles) == any(is_in_a_circle(source, why, found) for source, _, why in found)
    for circle in circles:
        assert circle[0] == circle[-1]
        pairs = [(int(here[-1]), int(there[-1])) for here, there in pairwise(circle)]
        assert any(all((here, there, why) in found for here, there in pairs) for why in REASONS)


@given(edges)
def test_a_circle_is_told_once(found: set[tuple[int, int, str]]) -> None:
    members = [frozenset(re.findall(r"product:r\d", problem.message)) for problem in check_circles(catalogue_of(found))]
    assert len(members) == len(set(members))


# The report


def referrals(klein: Project, *options: str) -> Result:
    return CliRunner().invoke(main, ["verwijzingen", "-C", str(klein.root), "--peildatum", str(PEILDATUM), *options])


def test_the_report_names_steps_guides_and_referrers(klein: Project) -> None:
    klein.replace("sociale_kaart/de-linde.yaml", "    toegang: vrij\n", "    toegang: verwijzing\n    verwijzers: [huisarts, wijkteam]\n")
    klein.replace("sociale_kaart/svb.yaml", "    producten: aow\n", "    wijst_de_weg_naar: aow\n")
    result = referrals(klein)
    assert result.exit_code == 0
    assert "product:paspoort\n  niet-hier      organisatie:svb                                   Woont u ergens anders?\n" in result.output
    assert "product:aow\n  toeleiders     SVB\n  verwijzers     huisarts, wijkteam\n  verwezen uit   product:paspoort\n" in result.output


def test_the_report_around_one_record(klein: Project) -> None:
    told = json.loads(referrals(klein, "--formaat", "json", "--bij", "product:aow").output)
    assert [(step["van"], step["naar"], step["soort"]) for step in told["verwijzingen"]] == [
        ("product:aow", "organisatie:svb", "uitvoerder"),
        ("product:paspoort", "product:aow", "niet-hier"),
    ]
    assert [way["product"] for way in told["producten"]] == ["product:aow"]


def test_every_step_in_json_says_where_it_is_typed(klein: Project) -> None:
    [step] = [step for step in json.loads(referrals(klein, "--formaat", "json").output)["verwijzingen"] if step["naar"] == "organisatie:svb" and step["soort"] == EXCLUSION]  # fmt: skip
    line = (klein.root / step["bestand"]).read_text(encoding="utf-8").splitlines()[step["regel"] - 1]
    assert line == "    verwijst_naar: [organisatie:svb, product:aow]"


@pytest.mark.parametrize("formaat", ["dot", "mermaid"])
def test_a_drawing_has_every_record_and_every_line_once(klein: Project, formaat: str) -> None:
    klein.replace("products/aow.yaml", "naam: AOW-pensioen", 'naam: AOW "pensioen" # 1')
    drawing = referrals(klein, "--formaat", formaat).output
    assert drawing.count("->" if formaat == "dot" else "-->") == 3  # paspoort to svb and aow, aow to svb
    assert drawing.count("AOW") == 1
    names = re.findall(r'label="((?:[^"\\]|\\.)*)", shape' if formaat == "dot" else r'[\[({]"([^"]*)"', drawing)
    assert len(names) == 3


def test_names_can_not_break_out_of_a_drawing(klein: Project) -> None:
    klein.replace("products/aow.yaml", "naam: AOW-pensioen", "naam: 'AOW\"]; x -> y [\\'")
    found = referrals_of(klein.check().catalogue)
    assert '[label="AOW\\"]; x -> y [\\\\", shape=box]' in as_dot(found)
    assert '["AOW#quot;]; x -> y [\\"]' in as_mermaid(found)


def test_a_mistake_stops_the_report(klein: Project) -> None:
    klein.replace(AOW, "gratis: ja", "gratis: yes")
    result = referrals(klein)
    assert (result.exit_code, "fout[geen-ja-nee]" in result.output) == (1, True)


def test_the_many_sound_pairs_of_our_own_records_make_no_noise() -> None:
    catalogue = Catalogue(own_records(), PEILDATUM)
    assert len(mutual(steps(catalogue))) > 50
    assert list(check_circles(catalogue)) == []
