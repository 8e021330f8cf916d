"""A translation has the texts of a record in another language; amounts, links and hours stay the record's own."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any

import pytest

from generator.records.product import Product
from generator.records.reader import declared_fields
from generator.records.vertaling import CHANNELS, TEXTS, ProductVertaling, outdated, source_stamp, translated

if TYPE_CHECKING:
    from conftest import Project

PASSPORT = "products/paspoort.yaml"

DUTCH_TEXTS = {
    "naam": ("naam: Paspoort aanvragen", "naam: Paspoort halen"),
    "kort_antwoord": ("bij de gemeente.\n", "bij ons.\n"),
    "kort_antwoord, the words of a link": ("[verhuizing doorgeven]", "[uw verhuizing]"),
    "kort_antwoord, another fact": ("Dat kost {leges.paspoort_volwassene}", "Dat duurt {leges.levertijd}"),
    "wat_is_het": ("Een pas waarmee u reist.", "Een pas voor op reis."),
    "voorwaarden": ("U woont in Klein.", "U woont hier."),
    "voorwaarden, other strong words": ("U bent **Nederlander**.", "**U** bent Nederlander."),
    "bewijs": ("bewijs: Een foto.", "bewijs: Twee foto's."),
    "steps online": ("[Log in.]", "[Log in met DigiD.]"),
    "steps by telephone": ("Noem uw naam.", "Noem uw adres."),
    "the order of steps": ("[Bel ons., Noem uw naam.]", "[Noem uw naam., Bel ons.]"),
    "steps at the desk": ("Neem uw oude paspoort mee.", "Neem uw paspoort mee."),
    "steps by letter": ("Stuur een brief met uw naam.", "Stuur ons een brief."),
    "kosten": ("omschrijving: 18 jaar of ouder", "omschrijving: Vanaf 18 jaar"),
    "kosten_toelichting": ("U betaalt aan de balie.", "U betaalt met uw pinpas."),
    "termijn_toelichting": ("Soms langer.", "Soms korter."),
    "bezwaar": ("bezwaar: Schrijf een brief.", "bezwaar: Schrijf ons."),
    "bijzonderheden": ("Laat niets liggen.", "Laat niets achter."),
    "geen_reactie": ("geen_reactie: Bel ons.", "geen_reactie: Mail ons."),
    "niet_hier, who": ("Woont u ergens anders?", "Woont u in het buitenland?"),
    "niet_hier, what then": ("Ga naar uw eigen gemeente.", "Ga naar een ambassade."),
}
"""Every Dutch text that a translation is made from, and another."""

NO_TEXTS = {
    "trefwoorden": ("[pas, reisdocument]", "[pas]"),
    "the date of the check": ("gecontroleerd_op: 2026-10-05", "gecontroleerd_op: 2026-11-20"),
    "who looks after it": ("eigenaar: Team Burgerzaken", "eigenaar: Team Paspoorten"),
    "an amount": ('bedrag: "{leges.paspoort_volwassene}"', "bedrag: 45,10"),
    "a term": ('termijn: "{leges.levertijd}"', "termijn: 6 weken"),
    "an address of a website": ("https://www.klein.example/pas", "https://www.klein.example/paspoort"),
    "an appointment": ("afspraak: verplicht", "afspraak: mag"),
    "where else one may go": ("[organisatie:svb, product:aow]", "organisatie:svb"),
    "related products": ("verwant: verhuizing-doorgeven", "verwant: aow"),
    "languages": ("[Engels, Turks]", "[Engels]"),
    "laws": ("naam: Legesverordening", "naam: Verordening leges"),
    "old names": ("oude_namen: reisdocument", "oude_namen: reispas"),
    "the agents' layer": ("U kunt een afspraak maken.", "Maak een afspraak."),
    "the translation itself": ("naam: Apply for a passport", "naam: Get a passport"),
    "where the lines stand": ("gecontroleerd_op:", "# nog een regel\ngecontroleerd_op:"),
}
"""What a translation does not repeat."""


def passport(project: Project) -> Product:
    product = project.check().catalogue.by_kind["product"]["paspoort"]
    assert isinstance(product, Product)
    return product


def english(product: Product) -> ProductVertaling:
    [vertaling] = product.vertalingen
    return vertaling


def stamp(product: Product) -> str:
    return source_stamp({field.name: getattr(product, field.name) for field in dataclasses.fields(product)})


class TestTranslated:
    """A product with the texts of a translation."""

    def test_every_text_is_in_the_other_language(self, klein: Project) -> None:
        product = passport(klein)
        vertaling = english(product)
        told = translated(product, vertaling)

        assert (told.naam, told.trefwoorden) == ("Apply for a passport", ("passport", "travel document"))
        for name in TEXTS:
            assert getattr(told, name) is getattr(vertaling, name) is not None
        assert [cost.omschrijving.raw for cost in told.kosten] == ["18 years or older"]
        assert [(one.wie.raw, one.dan.raw) for one in told.niet_hier] == [("Do you live somewhere else?", "Go to your own municipality.")]
        assert told.aanvraag is not None
        assert {channel: [step.raw for step in getattr(told.aanvraag, channel).stappen] for channel in CHANNELS} == {
            "online": ["Log in."],
            "telefoon": ["Call us.", "Say your name."],
            "balie": ["Make an appointment.", "Bring your old passport."],
            "post": ["Send a letter with your name."],
        }

    def test_what_is_no_text_stays_the_records_own(self, klein: Project) -> None:
        product = passport(klein)
        told = translated(product, english(product))
        texts = {"naam", "trefwoorden", "aanvraag", "kosten", "niet_hier", *TEXTS}

        for field in declared_fields(Product):
            assert (getattr(told, field.name) == getattr(product, field.name)) == (field.name not in texts), field.name
        assert [cost.bedrag for cost in told.kosten] == [cost.bedrag for cost in product.kosten]
        assert [one.verwijst_naar for one in told.niet_hier] == [one.verwijst_naar for one in product.niet_hier]
        assert told.aanvraag is not None
        assert product.aanvraag is not None
        for channel in CHANNELS:
            ours, theirs = getattr(product.aanvraag, channel), getattr(told.aanvraag, channel)
            assert dataclasses.replace(theirs, stappen=ours.stappen) == ours

    def test_a_channel_without_steps_needs_no_translation(self, klein: Project) -> None:
        klein.replace(PASSPORT, "    stappen: [Log in.]\n", "")
        klein.replace(PASSPORT, "      online: [Log in.]\n", "")
        product = passport(klein)
        told = translated(product, english(product))

        assert klein.rules() == ["vertaling-verouderd"]
        assert told.aanvraag is not None
        assert told.aanvraag.online is not None
        assert told.aanvraag.online.stappen == ()

    def test_a_product_without_ways_costs_or_exceptions(self, klein: Project) -> None:
        klein.append("products/aow.yaml", "vertalingen: {en: {naam: State pension, kort_antwoord: You apply to the SVB.}}\n")
        [problem] = klein.check().problems
        klein.replace("products/aow.yaml", "naam: State", f"{problem.repair.removeprefix('voeg toe: ')}, naam: State")
        product = klein.check().catalogue.by_kind["product"]["aow"]

        told = translated(product, english(product))

        assert klein.rules() == []
        assert (told.naam, told.aanvraag, told.kosten, told.niet_hier) == ("State pension", None, (), ())


class TestSourceStamp:
    """The fingerprint of the Dutch text that was translated."""

    def test_it_is_eight_signs_that_an_editor_can_copy(self, klein: Project) -> None:
        assert stamp(passport(klein)) == english(passport(klein)).brontekst == "c3a47d0b"

    @pytest.mark.parametrize("change", DUTCH_TEXTS.values(), ids=DUTCH_TEXTS)
    def test_it_changes_with_every_dutch_text(self, klein: Project, change: tuple[str, str]) -> None:
        before = stamp(passport(klein))
        klein.replace(PASSPORT, *change)

        assert stamp(passport(klein)) != before
        assert outdated(passport(klein), english(passport(klein)))
        assert klein.rules() == ["vertaling-verouderd"]

    def test_every_text_has_a_test(self) -> None:
        tested = {name.partition(",")[0] for name in DUTCH_TEXTS}

        assert tested >= {"naam", "kosten", "niet_hier", *TEXTS}

    @pytest.mark.parametrize("change", NO_TEXTS.values(), ids=NO_TEXTS)
    def test_it_changes_with_nothing_else(self, klein: Project, change: tuple[str, str]) -> None:
        klein.replace(PASSPORT, *change)

        assert stamp(passport(klein)) == "c3a47d0b"
        assert not outdated(passport(klein), english(passport(klein)))

    def test_a_text_that_moves_to_another_field_is_another_text(self, klein: Project) -> None:
        before = stamp(passport(klein))
        klein.replace(PASSPORT, "bezwaar: Schrijf een brief.", "bezwaar: Laat niets liggen.")
        klein.replace(PASSPORT, "bijzonderheden: Laat niets liggen.", "bijzonderheden: Schrijf een brief.")

        assert stamp(passport(klein)) != before

    def test_the_message_gives_the_stamp_that_makes_it_right(self, klein: Project) -> None:
        klein.replace(PASSPORT, "Soms langer.", "Soms korter.")
        [problem] = klein.check().problems
        klein.replace(PASSPORT, 'brontekst: "c3a47d0b"', problem.repair.partition("schrijf daarna: ")[2])

        assert klein.rules() == []


class TestComplete:
    """A translation says what the Dutch says: the same texts, and as many of each."""

    @pytest.mark.parametrize(
        ("line", "message"),
        [
            ("    wat_is_het: A document that you travel with.\n", "de vertaling mist 'wat_is_het'"),
            ("    bewijs: A photo.\n", "de vertaling mist 'bewijs'"),
            ("    geen_reactie: Call us.\n", "de vertaling mist 'geen_reactie'"),
            ("      post: [Send a letter with your name.]\n", "de vertaling mist 'aanvraag.post'"),
            ("    kosten: [18 years or older]\n", "de vertaling mist 'kosten'"),
        ],
    )
    def test_a_text_that_is_missing(self, klein: Project, line: str, message: str) -> None:
        klein.replace(PASSPORT, line, "")

        assert [(problem.rule, problem.message) for problem in klein.check().problems] == [("vertaling-onvolledig", message)]

    @pytest.mark.parametrize(
        ("dutch", "message"),
        [
            ("bewijs: Een foto.\n", "de vertaling heeft 'bewijs', maar het Nederlands niet"),
            ("    stappen: [Bel ons., Noem uw naam.]\n", "de vertaling heeft 'aanvraag.telefoon', maar het Nederlands niet"),
        ],
    )
    def test_a_text_too_many(self, klein: Project, dutch: str, message: str) -> None:
        klein.replace(PASSPORT, dutch, "")
        found = [(problem.rule, problem.message) for problem in klein.check().problems if problem.rule != "vertaling-verouderd"]

        assert found == [("vertaling-te-veel", message)]

    @pytest.mark.parametrize(
        ("old", "new", "message"),
        [
            (
                "[Call us., Say your name.]",
                "[Call us and say your name.]",
                "de vertaling heeft 1 keer 'aanvraag.telefoon', het Nederlands 2 keer",
            ),
            ("[18 years or older]", "[Adults, Children]", "de vertaling heeft 2 keer 'kosten', het Nederlands 1 keer"),
        ],
    )
    def test_not_as_many(self, klein: Project, old: str, new: str, message: str) -> None:
        klein.replace(PASSPORT, old, new)

        assert [(problem.rule, problem.message) for problem in klein.check().problems] == [("vertaling-aantal", message)]

    def test_a_mistake_in_the_dutch_is_told_once_and_not_as_a_missing_translation(self, klein: Project) -> None:
        klein.replace(PASSPORT, "bewijs: Een foto.", "bewijs: [Een foto.]")

        assert klein.rules() == ["verwacht-waarde"]

    @pytest.mark.parametrize(
        ("old", "new", "rule"),
        [
            ("You pay at the desk.", "You pay € 83,87.", "los-bedrag"),
            ("You pay at the desk.", "You pay {leges.niets}.", "onbekend-feit"),
            ("(product:verhuizing-doorgeven).\n    wat", "(product:verhuizen-doorgeven).\n    wat", "onbekende-verwijzing"),
            ("You pay at the desk.", "You pay <b>now</b>.", "html-in-tekst"),
        ],
    )
    def test_its_texts_are_checked_like_any_text(self, klein: Project, old: str, new: str, rule: str) -> None:
        klein.replace(PASSPORT, old, new)

        assert klein.rules() == [rule]


def test_every_translated_name_of_a_field_is_a_field_of_the_product() -> None:
    ours = {field.name for field in declared_fields(Product)}
    theirs: set[Any] = {field.name for field in declared_fields(ProductVertaling)}

    assert theirs - ours == {"brontekst"}
