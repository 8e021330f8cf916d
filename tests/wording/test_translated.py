"""A product in another language: all its words are in that language, and what stays Dutch says so (WCAG 3.1.2)."""

from __future__ import annotations

import datetime as dt
import json
from typing import TYPE_CHECKING

import pytest
from conftest import PEILDATUM
from project import answer_of, edition_of, links_in, told_in

from generator.answer import Foreign, Items, Link, Pairs, Paragraph, Place, Strong, Table, Version, Words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from conftest import Project

    from generator.answer import Answer, Inline, Line

RECORD = "products/paspoort.yaml"
DUTCH, ENGLISH = "product:paspoort", "product:paspoort:en"
MOVING, MOVING_RECORD = "product:verhuizing-doorgeven", "products/verhuizing-doorgeven.yaml"


def translate_moving(project: Project) -> None:
    """Give a second product a translation."""
    words = {"naam": "Report your move", "kort_antwoord": "You tell the municipality your new address."}
    project.append(MOVING_RECORD, f"vertalingen: {json.dumps({'en': words})}\n")
    [problem] = project.check().problems
    stamp = problem.repair.rpartition(": ")[2].strip('"')
    project.replace(MOVING_RECORD, '{"naam"', f'{{"brontekst": "{stamp}", "naam"')


def lines_of(answer: Answer) -> Iterator[Line]:
    for block in answer.blocks:
        for body in block.bodies:
            match body:
                case Paragraph(line):
                    yield line
                case Items(lines):
                    yield from lines
                case Pairs(rows):
                    yield from (line for _, line in rows)
                case Table(_, _, rows):
                    yield from (cell for row in rows for cell in row)


def parts_of(answer: Answer) -> list[Inline]:
    return [part for line in lines_of(answer) for part in line]


def block_parts(answer: Answer, identifier: str) -> list[Inline]:
    [block] = [block for block in answer.blocks if block.id == identifier]
    return [part for body in block.bodies if isinstance(body, Items) for line in body.lines for part in line]


class TestWords:
    """Headings, buttons and sentences are English."""

    def test_headings(self, klein: Project) -> None:
        klein.append(RECORD, "organisaties: de-linde\n")

        assert [(block.id, block.title) for block in answer_of(klein, ENGLISH).blocks] == [
            ("kort-antwoord", "Short answer"),
            ("acties", "Do it now"),
            ("wat-is-het", "What is it?"),
            ("voorwaarden", "When can you get it?"),
            ("meenemen", "What do you need?"),
            ("online", "Online"),
            ("telefoon", "By phone"),
            ("balie", "In person"),
            ("post", "By letter"),
            ("kosten", "What does it cost?"),
            ("termijn", "How long does it take?"),
            ("bezwaar", "Do you disagree with the decision?"),
            ("geen-reactie", "Have you not heard from us?"),
            ("bijzonderheden", "Good to know"),
            ("niet-hier", "Not for you? Look here"),
            ("wie-helpt", "Who can help you?"),
            ("contact", "Questions?"),
            ("verwant", "See also"),
            ("wetten", "Laws and rules"),
            ("verantwoording", "About this answer"),
        ]

    def test_it_has_the_blocks_of_the_dutch_answer(self, klein: Project) -> None:
        dutch, english = answer_of(klein, DUTCH), answer_of(klein, ENGLISH)

        assert [block.id for block in english.blocks] == [block.id for block in dutch.blocks]
        assert [[type(body) for body in block.bodies] for block in english.blocks[:-1]] == [
            [type(body) for body in block.bodies] for block in dutch.blocks[:-1]
        ]

    def test_title_summary_and_what_is_searched(self, klein: Project) -> None:
        answer = answer_of(klein, ENGLISH)

        assert (answer.title, answer.label, answer.lang, answer.rtl) == ("Apply for a passport", "Service", "en", False)
        assert answer.summary == "You apply for a passport at the municipality. It costs €83.87. See also report your move."
        assert answer.keywords == ("passport", "travel document", "paspoort")

    def test_actions(self, klein: Project) -> None:
        assert links_in(answer_of(klein, ENGLISH), "acties") == [
            ("Do it online with DigiD", "https://www.klein.example/pas"),
            ("Call 14 012", "tel:14012"),
            ("Visit Gemeentehuis", "/loket/kcc/"),
        ]

    def test_ways_and_their_steps(self, klein: Project) -> None:
        answer = answer_of(klein, ENGLISH)

        assert told_in(answer, "online") == ["Do it online with DigiD.", "Log in."]
        assert told_in(answer, "telefoon") == ["Call 14 012 (the municipality of Klein).", "Call us.", "Say your name."]
        assert told_in(answer, "balie") == [
            "Go to Gemeentehuis. Make an appointment first.",
            "Make an appointment.",
            "Bring your old passport.",
        ]
        assert told_in(answer, "post") == [
            "Write to the municipality of Klein, Postbus 1, 1290 AA Klein.",
            "Send a letter with your name.",
        ]

    @pytest.mark.parametrize(("peildatum", "price"), [(PEILDATUM, "€83.87"), (dt.date(2027, 1, 1), "€86.00")])
    def test_costs_by_fact(self, klein: Project, peildatum: dt.date, price: str) -> None:
        answer = answer_of(klein, ENGLISH, peildatum)

        assert told_in(answer, "kosten") == ["What for | Cost", f"18 years or older | {price}", "You pay at the desk."]
        assert f"It costs {price}." in answer.summary

    @pytest.mark.parametrize(("per", "told"), [("keer", "€1,234.50"), ("maand", "€1,234.50 per month"), ("stuk", "€1,234.50 per item")])
    def test_an_amount_for_something(self, klein: Project, per: str, told: str) -> None:
        klein.replace(RECORD, 'bedrag: "{leges.paspoort_volwassene}"', f"bedrag: '1.234,50'\n    per: {per}")

        assert told_in(answer_of(klein, ENGLISH), "kosten")[1] == f"18 years or older | {told}"

    def test_term_hours_and_languages(self, klein: Project) -> None:
        answer = answer_of(klein, ENGLISH)

        assert told_in(answer, "termijn") == ["Time: 5 working days", "Sometimes longer."]
        assert told_in(answer, "contact") == [
            "Ask: the municipality of Klein",
            "Phone: 14 012",
            "Email: info@klein.example",
            "Website: klein.example",
            "Postal address: Postbus 1, 1290 AA Klein",
            "You can call",
            "Day | Time",
            "Monday to Friday | 9:00 to 17:00",
            "Saturday and Sunday | not available",
            "public holidays | not available",
            "We can also help you in English and Turkish.",
        ]

    def test_a_product_that_costs_nothing(self, klein: Project) -> None:
        translate_moving(klein)

        assert told_in(answer_of(klein, f"{MOVING}:en"), "kosten") == ["This costs you nothing."]


class TestWhatStaysDutch:
    """Names that have no translation are marked as Dutch; what has one is not."""

    def test_names_of_products_organisations_and_desks(self, klein: Project) -> None:
        answer = answer_of(klein, ENGLISH)

        assert block_parts(answer, "verwant") == [
            Link("Verhuizing doorgeven", "/producten/verhuizing-doorgeven/", "nl", "nl"),
            Link("Gemeentehuis", "/loket/kcc/", "nl", "nl"),
        ]
        assert block_parts(answer, "niet-hier") == [
            Link("SVB", "/sociale-kaart/svb/", "nl", "nl"),
            Link("AOW-pensioen", "/producten/aow/", "nl", "nl"),
        ]

    def test_who_helps_and_with_what(self, klein: Project) -> None:
        klein.replace("sociale_kaart/de-linde.yaml", "producten: [aow, verhuizing-doorgeven]", "producten: paspoort")

        assert block_parts(answer_of(klein, ENGLISH), "wie-helpt") == [
            Link("Buurthuis De Linde", "/sociale-kaart/de-linde/", "nl", "nl"),
            Words(": "),
            Foreign("Hulp met formulieren", "nl"),
        ]

    def test_laws(self, klein: Project) -> None:
        assert block_parts(answer_of(klein, ENGLISH), "wetten") == [
            Link("Paspoortwet", "https://wetten.overheid.nl/BWBR0005212/", "nl", "nl"),
            Foreign("Legesverordening", "nl"),
        ]

    def test_who_looks_after_it(self, klein: Project) -> None:
        [*_, pairs] = answer_of(klein, ENGLISH).blocks[-1].bodies
        assert isinstance(pairs, Pairs)

        assert pairs.rows[0] == ("Checked on", (Words("5 October 2026"),))
        assert pairs.rows[1] == ("Who looks after this", (Foreign("Team Burgerzaken", "nl"),))

    def test_a_contact_point_without_a_translation(self, klein: Project) -> None:
        record, _, _ = (klein.root / "content/contactpunten/gemeente.yaml").read_text(encoding="utf-8").partition("vertalingen:")
        klein.write("content/contactpunten/gemeente.yaml", record)

        assert ("Ask", (Foreign("gemeente Klein", "nl"),)) in [
            row for block in answer_of(klein, ENGLISH).blocks for body in block.bodies if isinstance(body, Pairs) for row in body.rows
        ]

    def test_what_an_editor_typed_about_a_number_and_a_day(self, klein: Project) -> None:
        contact = "content/contactpunten/gemeente.yaml"
        klein.replace(contact, "  telefoon: 14 012\n", "  telefoon: 14 012\n  telefoon_toelichting: Dat kost niets.\n")
        klein.replace(
            contact, "    feestdagen: dicht\n", "    feestdagen: dicht\n    uitzonderingen: [{dag: 2026-12-24, reden: kerstavond}]\n"
        )
        parts = parts_of(answer_of(klein, ENGLISH))

        assert Foreign("Dat kost niets.", "nl") in parts
        assert parts[parts.index(Foreign("kerstavond", "nl")) - 1] == Words("24 December 2026 (")

    def test_a_desk_with_a_translated_name_still_leads_to_a_dutch_page(self, klein: Project) -> None:
        klein.append("content/loketten/kcc.yaml", "vertalingen: {en: {naam: the town hall}}\n")
        answer = answer_of(klein, ENGLISH)

        assert Link("the town hall", "/loket/kcc/", "", "nl") in block_parts(answer, "verwant")
        assert ("Visit the town hall", "/loket/kcc/") in links_in(answer, "acties")

    def test_every_dutch_name_is_marked_and_nothing_else(self, klein: Project) -> None:
        klein.append(RECORD, "organisaties: de-linde\n")
        marked = {part.text for part in parts_of(answer_of(klein, ENGLISH)) if isinstance(part, Foreign | Link) and part.lang}

        assert marked == {
            "AOW-pensioen",
            "Buurthuis De Linde",
            "Gemeentehuis",
            "Legesverordening",
            "Paspoortwet",
            "SVB",
            "Team Burgerzaken",
            "Verhuizing doorgeven",
        }

    def test_in_dutch_nothing_is_marked(self, klein: Project) -> None:
        for answer in edition_of(klein).answers:
            if answer.lang == "nl":
                assert not [part for part in parts_of(answer) if isinstance(part, Foreign)]
                assert not [part for part in parts_of(answer) if isinstance(part, Link) and (part.lang or part.page_lang)]


class TestLinks:
    """Links stay within the language where there is a page, and say so where there is none."""

    def test_to_a_product_without_a_translation(self, klein: Project) -> None:
        [link] = [part for part in parts_of(answer_of(klein, ENGLISH)) if isinstance(part, Link) and part.text == "report your move"]

        assert link == Link("report your move", "/producten/verhuizing-doorgeven/", "", "nl")

    def test_to_a_product_with_one(self, klein: Project) -> None:
        translate_moving(klein)
        answer = answer_of(klein, ENGLISH)

        assert Link("report your move", "/en/producten/verhuizing-doorgeven/") in parts_of(answer)
        assert Link("Report your move", "/en/producten/verhuizing-doorgeven/") in block_parts(answer, "verwant")

    def test_to_a_theme(self, klein: Project) -> None:
        klein.replace(RECORD, "[report your move](product:verhuizing-doorgeven)", "[civil affairs](thema:burgerzaken)")

        assert Link("civil affairs", "/en/thema/burgerzaken/") in parts_of(answer_of(klein, ENGLISH))

    @pytest.mark.parametrize("vertalingen", ["", "vertalingen: {en: {naam: Care, kort_antwoord: Help.}}\n"])
    def test_to_a_theme_that_tells_nothing_in_english(self, klein: Project, vertalingen: str) -> None:
        klein.write("content/themas/zorg.yaml", f"naam: Zorg\nkort_antwoord: Hulp.\nvolgorde: 2\n{vertalingen}")
        klein.replace(RECORD, "[report your move](product:verhuizing-doorgeven)", "[care](thema:zorg)")

        assert Link("care", "/thema/zorg/", "", "nl") in parts_of(answer_of(klein, ENGLISH))

    def test_dutch_links_stay_in_dutch(self, klein: Project) -> None:
        translate_moving(klein)

        assert links_in(answer_of(klein, DUTCH), "verwant")[0] == ("Verhuizing doorgeven", "/producten/verhuizing-doorgeven/")


class TestPlace:
    """Where it is found."""

    def test_its_paths(self, klein: Project) -> None:
        answer = answer_of(klein, ENGLISH)

        assert (answer.path, answer.api_path, answer.record) == ("/en/producten/paspoort/", "en/producten/paspoort", DUTCH)
        assert answer.places == (Place("Civil affairs", "/en/thema/burgerzaken/"),)

    def test_an_old_name_is_kept_in_every_language(self, klein: Project) -> None:
        assert answer_of(klein, DUTCH).old_paths == ("/producten/reisdocument/",)
        assert answer_of(klein, ENGLISH).old_paths == ("/en/producten/reisdocument/",)

    def test_a_theme_without_a_translation_is_not_where_it_is_found(self, klein: Project) -> None:
        record, _, _ = (klein.root / "content/themas/burgerzaken.yaml").read_text(encoding="utf-8").partition("vertalingen:")
        klein.write("content/themas/burgerzaken.yaml", record)

        assert answer_of(klein, ENGLISH).places == ()

    def test_each_version_names_the_others(self, klein: Project) -> None:
        assert answer_of(klein, DUTCH).others == (Version("en", "English", "/en/producten/paspoort/"),)
        assert answer_of(klein, ENGLISH).others == (Version("nl", "Nederlands", "/producten/paspoort/"),)
        assert answer_of(klein, MOVING).others == ()

    def test_only_what_is_translated_is_told(self, klein: Project) -> None:
        assert [answer.key for answer in edition_of(klein).answers if answer.lang != "nl"] == [ENGLISH]

    def test_it_is_there_as_long_as_the_product_is(self, klein: Project) -> None:
        klein.append(RECORD, "geldig_tot: 2027-01-01\n")

        assert ENGLISH in [answer.key for answer in edition_of(klein, dt.date(2026, 12, 31)).answers]
        assert ENGLISH not in [answer.key for answer in edition_of(klein, dt.date(2027, 1, 1)).answers]


class TestNotes:
    """It says that it is a translation, and that the Dutch has changed where it has."""

    translation = "This is a translation. The Dutch text is the official one."
    older = "The Dutch text has changed since. Please also read the Dutch text, or call us."

    def test_it_is_a_translation(self, klein: Project) -> None:
        assert told_in(answer_of(klein, ENGLISH), "verantwoording")[0] == self.translation
        assert self.older not in told_in(answer_of(klein, ENGLISH), "verantwoording")

    def test_the_dutch_changed_after_it(self, klein: Project) -> None:
        klein.replace(RECORD, "Soms langer.", "Soms veel langer.")
        answer = answer_of(klein, ENGLISH)

        assert told_in(answer, "verantwoording")[:2] == [self.translation, self.older]
        assert Strong(self.older) in parts_of(answer)

    def test_another_date_of_the_check_is_no_change(self, klein: Project) -> None:
        klein.replace(RECORD, "gecontroleerd_op: 2026-10-05", "gecontroleerd_op: 2026-11-20")

        assert self.older not in told_in(answer_of(klein, ENGLISH), "verantwoording")
        assert "Checked on: 20 November 2026" in told_in(answer_of(klein, ENGLISH), "verantwoording")

    def test_dutch_is_no_translation(self, klein: Project) -> None:
        assert told_in(answer_of(klein, DUTCH), "verantwoording")[0] == "Gecontroleerd op: 5 oktober 2026"


class TestCode:
    """The answer code is of the words, in their language."""

    def code(self, klein: Project, key: str = ENGLISH) -> str:
        return answer_of(klein, key).code

    def test_each_language_has_its_own(self, klein: Project) -> None:
        assert self.code(klein) != self.code(klein, DUTCH)
        assert told_in(answer_of(klein, ENGLISH), "verantwoording")[-1] == f"Answer code: {self.code(klein)}"

    def test_it_changes_with_the_translation_and_the_dutch_code_does_not(self, klein: Project) -> None:
        before = self.code(klein), self.code(klein, DUTCH)
        klein.replace(RECORD, "Sometimes longer.", "Sometimes shorter.")

        assert self.code(klein) != before[0]
        assert self.code(klein, DUTCH) == before[1]

    def test_it_does_not_change_with_the_dutch_words(self, klein: Project) -> None:
        before = self.code(klein), self.code(klein, DUTCH)
        klein.replace(RECORD, "Soms langer.", "Soms korter.")

        assert self.code(klein) == before[0]
        assert self.code(klein, DUTCH) != before[1]

    def test_it_does_not_change_with_a_record_that_it_does_not_name(self, klein: Project) -> None:
        before = self.code(klein)
        klein.write("products/hond.yaml", (klein.root / MOVING_RECORD).read_text(encoding="utf-8").replace("Verhuizing doorgeven", "Hond"))

        assert self.code(klein) == before

    def test_no_two_answers_share_one_in_whatever_language(self, klein: Project) -> None:
        translate_moving(klein)
        codes = {answer.key: answer.code for answer in edition_of(klein).answers}

        assert len(set(codes.values())) == len(codes) == 10
