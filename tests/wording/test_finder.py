"""The finder on the page of the sociale kaart: what can be chosen, from where is measured, and the pages without JavaScript."""

from __future__ import annotations

from typing import TYPE_CHECKING

from project import edition_of

from generator.records.organisatie import GROEPEN
from generator.wording.overviews import overviews

if TYPE_CHECKING:
    from conftest import Project

    from generator.overview import Overview

CENTRUM = "content/wijken/centrum.yaml"
TABLE = """postcodetabel:
  - {postcode: 1291 DH, breedtegraad: "52,0900", lengtegraad: "5,1200"}
  - {postcode: 1291 CD, breedtegraad: "52,0920", lengtegraad: "5,1240"}
"""


def pages(project: Project) -> dict[str, Overview]:
    return {page.path: page for page in overviews(edition_of(project).catalogue)}


def finder(project: Project) -> Overview:
    return pages(project)["/sociale-kaart/"]


def test_a_postcode_of_four_digits_lies_amid_those_of_six(klein: Project) -> None:
    klein.append(CENTRUM, TABLE)

    [centrum] = finder(klein).areas
    assert (centrum.id, centrum.name) == ("centrum", "Centrum")
    assert centrum.postcodes == (("1291", 52.091, 5.122), ("1291DH", 52.09, 5.12), ("1291CD", 52.092, 5.124))


def test_languages_to_choose_from_are_those_that_are_offered(klein: Project) -> None:
    klein.replace("sociale_kaart/de-linde.yaml", "    toegang: vrij\n", "    toegang: vrij\n    talen: [Turks, Engels]\n")

    [languages] = [one for one in finder(klein).filters if one.id == "taal"]
    assert languages.options == (("Engels", "Engels"), ("Turks", "Turks"))


def test_every_group_that_an_offer_can_be_for_can_be_chosen(klein: Project) -> None:
    [groups] = [one for one in finder(klein).filters if one.id == "doelgroep"]

    assert [value for value, _ in groups.options] == list(GROEPEN)


def test_every_choice_has_other_words(klein: Project) -> None:
    for group in finder(klein).filters:
        assert len({words for _, words in group.options}) == len(group.options), group.id


def test_a_theme_leads_to_the_neighbourhoods_where_somebody_helps(klein: Project) -> None:
    klein.write("content/wijken/noord.yaml", 'naam: Noord\nkort_antwoord: Wie u helpt in Noord.\npostcodes: ["1292"]\n')
    theme = pages(klein)["/sociale-kaart/thema/burgerzaken/"]

    assert [lead.link.target for lead in theme.sections[0].leads] == ["/sociale-kaart/thema/burgerzaken/centrum/"]
    assert [lead.record for lead in theme.sections[1].leads] == ["organisatie:svb"]
    assert "/sociale-kaart/thema/burgerzaken/noord/" not in pages(klein), "nobody helps there"


def test_a_theme_in_a_neighbourhood_lists_who_is_there(klein: Project) -> None:
    page = pages(klein)["/sociale-kaart/thema/burgerzaken/centrum/"]

    assert page.title == "Burgerzaken: Wijk Centrum"
    assert [lead.record for lead in page.sections[0].leads] == ["organisatie:de-linde"]
    assert [lead.link.target for lead in page.sections[1].leads] == ["/sociale-kaart/thema/burgerzaken/"]


def test_the_list_from_a_to_z_stays(klein: Project) -> None:
    assert [section.title for section in finder(klein).sections if section.look == "letters"] == ["B", "S"]
