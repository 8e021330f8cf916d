"""Prose against structure, and records against each other: what is a contradiction, what is not, and how a sound case is accepted."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.problems import Level
from generator.prose_ages import Ages, ages_in
from generator.prose_hours import types_a_day, types_hours

if TYPE_CHECKING:
    from conftest import Project

    from generator.problems import Problem

MOVING = "products/verhuizing-doorgeven.yaml"
LINDE = "sociale_kaart/de-linde.yaml"
SVB = "sociale_kaart/svb.yaml"


def only_problem(klein: Project) -> Problem:
    [problem] = klein.check().problems
    return problem


# Opening hours in prose

HOURS_ANYWHERE = [
    "Het spreekuur is elke maandag van 9.00 tot 12.00 uur.",
    "Wij zijn open van 9.00 tot 17.00 uur.",
    "Op maandag en donderdag is het open.",
    "De inloop is op vrijdag.",
    "Elke eerste zaterdag van de maand is de praktijk open.",
    "De telefoon is bereikbaar tot 12:30 uur.",
    "Kom dan op maandag of woensdag naar het kantoor.",
    "U kunt langskomen tussen 9 en 12 uur.",
    "U kunt op dinsdagochtend bellen.",
    "Bellen kan 9.00-12.00 uur.",
    "Op woensdagmiddag is de praktijk gesloten.",
]
NO_HOURS = [
    "U kunt dag en nacht bellen.",
    "Wij zijn 24 uur per dag bereikbaar.",
    "Binnen 2 werkdagen bellen wij u.",
    "Meld u vóór 20.00 uur bij de deur of bel.",
    "Bel uiterlijk op woensdag voor 12.00 uur.",
    "Zet de container vóór 7.30 uur buiten.",
    "Op maandagochtend kunt u gratis trouwen.",
    "Muziek buiten stopt om 23.00 uur.",
    "Met spoed ligt uw kaart klaar, als u vóór 14.00 uur langskomt.",
    "U zoekt een buurthuis dat ook op maandag open is.",
    "Wilt u op vrijdag mee-eten?",
    "Bij regen is de weg dicht bij het station.",
    "De wet staat open in artikel 2.39.",
    "U mag er 3 uur parkeren.",
    "In het weekend belt u de huisartsenpost.",
    "De Kindertelefoon is er elke dag.",
]
HOURS_OF_A_PLACE = [
    "De balie sluit om 17.00 uur.",
    "Na 12.30 uur neemt het loket de telefoon niet op.",
    "Muziek buiten stopt om 23.00 uur.",
]


@pytest.mark.parametrize("sentence", HOURS_ANYWHERE)
def test_hours_in_a_sentence(sentence: str) -> None:
    assert types_hours(sentence, place=False)
    assert types_hours(sentence, place=True)


@pytest.mark.parametrize("sentence", NO_HOURS)
def test_no_hours_in_a_sentence(sentence: str) -> None:
    assert not types_hours(sentence, place=False)


@pytest.mark.parametrize("sentence", HOURS_OF_A_PLACE)
def test_some_words_tell_hours_only_where_a_place_speaks(sentence: str) -> None:
    assert types_hours(sentence, place=True)
    assert not types_hours(sentence, place=False)


@pytest.mark.parametrize(
    ("sentence", "held"),
    [
        ("Elke dinsdag is er een arts.", True),
        ("Op donderdag zijn er naaimachines.", True),
        ("Er is op woensdagmiddag een kinderclub.", True),
        ("Elke week komt er een arts.", False),
        ("Op dinsdag belt u uiterlijk.", False),
        ("Wilt u dat er op vrijdag iemand is er dan bij?", False),
    ],
)
def test_a_weekday_on_which_something_is_held(sentence: str, held: bool) -> None:  # noqa: FBT001 - a row of the table
    assert types_a_day(sentence) is held


def test_hours_in_a_list_are_shown_at_their_sentence(klein: Project) -> None:
    klein.append(LINDE, "bijzonderheden: |\n  Eerst een zin.\n\n  - Dan nog iets. Wij zijn op maandag open.\n")
    problem = only_problem(klein)
    assert (problem.rule, problem.level, problem.source_line) == (
        "tijden-in-tekst",
        Level.FOUT,
        "  - Dan nog iets. Wij zijn op maandag open.",
    )
    assert (problem.position.column, problem.position.length) == (19, len("Wij zijn op maandag open."))


def test_hours_in_the_explanation_of_a_number_are_seen_too(klein: Project) -> None:
    klein.replace(LINDE, "telefoon: 012 345 67 89\n", "telefoon: 012 345 67 89\n  telefoon_toelichting: Bereikbaar op maandag.\n")
    problem = only_problem(klein)
    assert (problem.rule, problem.source_line) == ("tijden-in-tekst", "  telefoon_toelichting: Bereikbaar op maandag.")


def test_agents_see_the_real_hours_so_they_are_only_a_warning_there(klein: Project) -> None:
    klein.append(LINDE, "kcc:\n  afhandeling: zelf\n  let_op: [Op maandag is De Linde dicht.]\n")
    assert [(problem.rule, problem.level) for problem in klein.check().problems] == [("dag-in-tekst", Level.WAARSCHUWING)]


def test_news_may_tell_hours(klein: Project) -> None:
    klein.write("content/nieuws/kerst.yaml", "naam: Kerst\nkort_antwoord: Op maandag is het gemeentehuis open tot 12.00 uur.\ngeldig_vanaf: 2026-11-01\ngeldig_tot: 2026-12-31\n")  # fmt: skip
    assert klein.rules() == []


# Costs in prose

COSTS = 'kosten:\n  - omschrijving: Een nieuwe vergunning\n    bedrag: "7,50"\n'
FREE = "gratis: ja\n"


def told_about_costs(klein: Project, fields: str, explanation: str) -> list[str]:
    klein.replace(MOVING, "gratis: ja\n", f'{fields}kosten_toelichting: "{explanation}"\n')
    klein.replace(MOVING, "naam: Verhuizing doorgeven", "naam: Vergunning voor uw verhuizing")
    return klein.rules()


@pytest.mark.parametrize(
    "words",
    [
        "Het is gratis.",
        "Eerst iets anders. Dit kost u niets.",
        "U betaalt niets.",
        "Het is gratis en u krijgt het meteen.",
        "Gratis.",
        "De vergunning is gratis.",
        "De vergunning kost niets.",
    ],
)
def test_free_beside_costs(klein: Project, words: str) -> None:
    assert told_about_costs(klein, COSTS, words) == ["gratis-naast-kosten"]


@pytest.mark.parametrize(
    "words",
    [
        "De eerste vergunning is gratis.",
        "Bezorgen is gratis.",
        "Het is gratis voor kinderen.",
        "U betaalt niets als u 18 wordt.",
        "Heeft u een partner? Dan betaalt u niets.",
        "Heeft u een Stadspas? U betaalt niets.",
        "De verhuizing is gratis.",  # the cost is for something else
        "Dit is gratis: de eerste pas.",
        "U betaalt niets extra.",
    ],
)
def test_free_for_a_part_beside_costs(klein: Project, words: str) -> None:
    assert told_about_costs(klein, COSTS, words) == []


@pytest.mark.parametrize(
    "words",
    [
        "Het kost {leges.paspoort_volwassene}.",
        "U betaalt {leges.paspoort_volwassene} aan de balie.",
        "De vergunning kost {leges.paspoort_volwassene}.",
    ],
)
def test_an_amount_beside_free(klein: Project, words: str) -> None:
    assert told_about_costs(klein, FREE, words) == ["bedrag-naast-gratis"]


@pytest.mark.parametrize(
    "words",
    [
        "Een ceremonie kost {leges.paspoort_volwassene}.",
        "Wilt u mee-eten? U betaalt {leges.paspoort_volwassene}.",
        "U krijgt {leges.paspoort_volwassene}.",
        "U betaalt binnen {leges.levertijd}.",  # a term, no amount
        "U betaalt niets.",
    ],
)
def test_another_amount_beside_free(klein: Project, words: str) -> None:
    assert told_about_costs(klein, FREE, words) == []


def test_what_agents_read_aloud_says_the_same_about_costs(klein: Project) -> None:
    klein.replace("products/paspoort.yaml", "zeg_dit: U kunt een afspraak maken.", "zeg_dit: U kunt een afspraak maken. Het is gratis.")
    assert only_problem(klein).rule == "gratis-naast-kosten"


def test_an_organisation_of_which_nothing_is_free_is_not_called_free(klein: Project) -> None:
    klein.replace(LINDE, "helpen vrijwilligers u met brieven en formulieren.", "helpen vrijwilligers u met brieven. Het is gratis.")
    assert klein.rules() == []
    klein.replace(LINDE, "    gratis: ja\n", '    kosten:\n      - omschrijving: Per keer\n        bedrag: "2,00"\n')
    assert klein.rules() == ["gratis-naast-kosten"]


@pytest.mark.parametrize(
    ("words", "rule"),
    [("Bellen kost € 83,87.", "los-bedrag"), ("Bellen kost € 0,10 per minuut.", "bedrag-zonder-feit"), ("U betaalt in euro's.", "")],
)
def test_an_amount_in_a_plain_line_where_no_fact_can_stand(klein: Project, words: str, rule: str) -> None:
    klein.replace(LINDE, "telefoon: 012 345 67 89\n", f"telefoon: 012 345 67 89\n  telefoon_toelichting: {words}\n")
    assert klein.rules() == ([rule] if rule else [])
    if rule:
        problem = only_problem(klein)
        assert problem.repair == "haal het bedrag uit deze regel, en zet het als feit in een tekst"
        assert problem.source_line == f"  telefoon_toelichting: {words}"


@pytest.mark.parametrize(
    ("old", "new"), [("naam: Hulp met formulieren", "naam: Hulp voor € 5"), ("naam: Buurthuis De Linde", "naam: De Linde van 5 euro")]
)
def test_an_amount_in_a_name(klein: Project, old: str, new: str) -> None:
    klein.replace(LINDE, old, new)
    assert klein.rules() == ["bedrag-zonder-feit"]


# Ages in prose


@pytest.mark.parametrize(
    ("sentence", "first", "last"),
    [
        ("Mensen vanaf 18 jaar.", 18, ()),
        ("Inwoners van 65 jaar en ouder.", 65, ()),
        ("U bent 18 jaar of ouder.", 18, ()),
        ("Bent u ouder dan 65 jaar en alleen?", 66, ()),
        ("Kinderen tot en met 12 jaar.", None, (12,)),
        ("Kinderen tot 12 jaar.", None, (11,)),
        ("Jongeren onder de 18 jaar.", None, (17,)),
        ("Jongeren van 12 tot en met 22 jaar.", 12, (22,)),
        ("Kinderen en jongeren van 8 tot 18 jaar kunnen bellen.", None, None),  # two groups: who is meant is not for a program to say
        ("Jongeren van 8 tot 18 jaar kunnen bellen.", 8, (17,)),
        ("Jongeren tussen 12 en 18 jaar.", 12, (17, 18)),
        ("Jongeren (12-18 jaar).", 12, (18,)),
        ("Jonge mensen met een beperking vanaf 16 jaar.", 16, ()),
    ],
)
def test_ages_in_a_sentence(sentence: str, first: int | None, last: tuple[int, ...] | None) -> None:
    assert ages_in(sentence) == (None if last is None else Ages(first, frozenset(last)))


@pytest.mark.parametrize(
    "sentence",
    [
        "Ouders van kinderen tot 12 jaar.",
        "Mensen met kinderen tot 12 jaar.",
        "Iedereen. De gym is voor mensen vanaf ongeveer 60 jaar.",
        "Mensen van ongeveer 60 jaar en ouder.",
        "U bent rond de 75 jaar of ouder.",
        "Inwoners die dit jaar 80 jaar worden.",
        "Iedereen uit het centrum.",
    ],
)
def test_no_ages_to_compare(sentence: str) -> None:
    assert ages_in(sentence) is None


@given(st.integers(0, 60), st.integers(1, 40))
def test_every_way_of_saying_the_same_ages_agrees(first: int, years: int) -> None:
    last = first + years
    ways = (
        f"Mensen van {first} tot en met {last} jaar.",
        f"Mensen van {first} tot {last + 1} jaar.",
        f"Mensen tussen {first} en {last} jaar.",
    )
    for sentence in ways:
        ages = ages_in(sentence)
        assert ages is not None
        assert not ages.contradicts(first or None, last)
        assert ages.contradicts(first + 1, last)
        assert ages.contradicts(first, None)


FOR_WHOM = "    voor_wie: Iedereen uit het centrum.\n"


@pytest.mark.parametrize(
    ("words", "fields", "rules"),
    [
        ("Mensen vanaf 18 jaar.", "leeftijd_vanaf: 18", []),
        ("Mensen vanaf 18 jaar.", "leeftijd_vanaf: 16", ["leeftijd-tegenspraak"]),
        ("Mensen vanaf 18 jaar.", "leeftijd_tot_en_met: 65", ["leeftijd-tegenspraak"]),
        ("Mensen vanaf 18 jaar.", "", ["leeftijd-ontbreekt"]),
        ("Mensen vanaf 65 jaar en hun familie.", "", []),
        ("Kinderen tot 12 jaar.", "leeftijd_tot_en_met: 12", ["leeftijd-tegenspraak"]),
        ("Kinderen tot 12 jaar.", "leeftijd_tot_en_met: 11", []),
        ("Jongeren van 12 tot en met 22 jaar.", "leeftijd_vanaf: 12", ["leeftijd-tegenspraak"]),
        ("Jongeren uit de buurt.", "leeftijd_vanaf: 12", []),
    ],
)
def test_ages_of_an_offer(klein: Project, words: str, fields: str, rules: list[str]) -> None:
    klein.replace(LINDE, FOR_WHOM, f"    voor_wie: {words}\n" + (f"    {fields}\n" if fields else ""))
    assert klein.rules() == rules


@pytest.mark.parametrize(("words", "rules"), [("Bent u 65 jaar of ouder?", []), ("Bent u ouder dan 65 jaar?", ["leeftijd-tegenspraak"])])
def test_the_short_answer_agrees_with_the_youngest_of_all_offers(klein: Project, words: str, rules: list[str]) -> None:
    klein.replace(LINDE, FOR_WHOM, FOR_WHOM + "    leeftijd_vanaf: 65\n")
    klein.replace(LINDE, "kort_antwoord: In De Linde", f"kort_antwoord: {words} In De Linde")
    assert klein.rules() == rules


# Contact details and places


def de_linde(klein: Project, contact: str) -> None:
    klein.replace(LINDE, "  telefoon: 012 345 67 89\n", contact)


@pytest.mark.parametrize(
    ("mail", "rules"),
    [("info@delinde.example", []), ("info@mail.delinde.example", []), ("info@svb.nl", []), ("info@deeik.example", ["ander-domein"])],
)
def test_mail_is_of_the_domain_of_the_website_or_of_an_organisation_that_is_named(klein: Project, mail: str, rules: list[str]) -> None:
    de_linde(klein, f"  email: {mail}\n  website: https://www.delinde.example\n")
    assert klein.rules() == rules  # svb stands at verwant


@pytest.mark.parametrize(
    ("explanation", "rules"), [("", ["zelfde-telefoon"]), ("Bellen is gratis.", ["zelfde-telefoon"]), ("Dit is de SVB.", []), ("Dit is het nummer van Buurthuis De Linde.", [])]
)  # fmt: skip
def test_a_shared_number_says_who_answers(klein: Project, explanation: str, rules: list[str]) -> None:
    klein.replace(
        SVB, "contact:\n", "contact:\n  telefoon: 012 345 67 89\n" + (f"  telefoon_toelichting: {explanation}\n" if explanation else "")
    )
    assert klein.rules() == rules


@pytest.mark.parametrize("typed", ["0123456789", "012-345 67 89", "+31 12 345 67 89", "+31123456789"])
def test_a_number_is_the_same_however_it_is_typed(klein: Project, typed: str) -> None:
    klein.replace(SVB, "contact:\n", f'contact:\n  telefoon: "{typed}"\n')
    assert only_problem(klein).message == f"{typed} is ook het nummer van organisatie:de-linde"


@pytest.mark.parametrize("typed", ["012 345 67 88", "+32 12 345 67 89"])
def test_another_number_is_another(klein: Project, typed: str) -> None:
    klein.replace(SVB, "contact:\n", f'contact:\n  telefoon: "{typed}"\n')
    assert klein.rules() == []


def test_an_organisation_with_the_number_of_the_municipality_is_reported_and_contact_points_are_not(klein: Project) -> None:
    text = (klein.root / "content/contactpunten/gemeente.yaml").read_text(encoding="utf-8").replace("naam: gemeente Klein", "naam: Balie")
    klein.write("content/contactpunten/balie.yaml", text)
    assert klein.rules() == []
    de_linde(klein, "  telefoon: 14 012\n")
    assert only_problem(klein).message == "14 012 is ook het nummer van contactpunt:balie"
    klein.replace(LINDE, "  telefoon: 14 012\n", "  telefoon: 14 012\n  email: info@klein.example\n")  # the same desk
    assert klein.rules() == []


def svb_at(klein: Project, name: str, street: str = "Lindeplein 1", postcode: str = "1291 DH", more: str = "") -> None:
    place = f"locaties:\n  - id: kantoor\n    naam: {name}\n    straat: {street}\n    postcode: {postcode}\n    plaats: Klein\n    wijk: centrum\n{more}"
    klein.replace(SVB, "aanbod:\n", f"{place}aanbod:\n")


@pytest.mark.parametrize(
    ("name", "more"),
    [("Spreekuur in De Linde", ""), ("Spreekuur", "    bereikbaarheid: Het spreekuur is in buurthuis De Linde.\n"), ("De Linde", "")],
)
def test_a_shared_address_says_in_which_house_it_is(klein: Project, name: str, more: str) -> None:
    svb_at(klein, name, more=more)
    assert klein.rules() == []


def test_a_shared_address_without_a_word_about_it(klein: Project) -> None:
    svb_at(klein, "Kantoor", street="LINDEPLEIN  1")
    problem = only_problem(klein)
    assert (problem.rule, problem.position.file, problem.message) == ("zelfde-adres", SVB, "op dit adres zit ook organisatie:de-linde")


def test_an_organisation_in_the_town_hall_says_so_too(klein: Project) -> None:
    svb_at(klein, "Kantoor", street="Markt 1", postcode="1291 AB")
    assert only_problem(klein).message == "op dit adres zit ook loket:kcc"
    klein.replace(SVB, "naam: Kantoor", "naam: Kantoor in het gemeentehuis")
    assert klein.rules() == []


def test_one_house_has_one_postcode(klein: Project) -> None:
    svb_at(klein, "Spreekuur in De Linde", postcode="1291 DK")
    assert only_problem(klein).message == "organisatie:de-linde heeft hetzelfde adres met een andere postcode: 1291 DH"


@pytest.mark.parametrize(("degrees", "rules"), [("52,0841", []), ("52,0844", []), ("52,0848", ["adres-tegenspraak"])])
def test_one_house_is_in_one_place_within_some_fifty_metres(klein: Project, degrees: str, rules: list[str]) -> None:
    klein.replace(LINDE, "    wijk: centrum\n", '    wijk: centrum\n    breedtegraad: "52,0841"\n')
    svb_at(klein, "Spreekuur in De Linde", more=f'    breedtegraad: "{degrees}"\n')
    assert klein.rules() == rules


@pytest.mark.parametrize(
    ("place", "message"),
    [
        ("    postcode: 1292 AA\n    plaats: Klein\n    wijk: centrum\n", "postcode 1292 ligt in Noord, niet in Centrum"),
        (
            "    postcode: 1299 AA\n    plaats: Klein\n    wijk: centrum\n",
            "postcode 1299 ligt buiten alle wijken van de gemeente, niet in Centrum",
        ),
        ("    postcode: 1291 AA\n    plaats: Klein\n", "postcode 1291 ligt in Centrum, maar er staat geen wijk bij"),
        ("    postcode: 1299 AA\n    plaats: Groot\n", ""),
        ("    postcode: 1291 AA\n    plaats: Klein\n    wijk: centrum\n", ""),
    ],
)
def test_postcode_and_neighbourhood_agree(klein: Project, place: str, message: str) -> None:
    klein.write("content/wijken/noord.yaml", 'naam: Noord\nkort_antwoord: Wie u helpt in Noord.\npostcodes: ["1292"]\n')
    klein.replace(LINDE, "    postcode: 1291 DH\n    plaats: Klein\n    wijk: centrum\n", place)
    assert [(problem.rule, problem.message) for problem in klein.check().problems] == ([("wijk-postcode", message)] if message else [])
