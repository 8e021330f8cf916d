"""The pages for team leads: who is helped at the first contact against the aim, and which desk does what, with the service norms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import html
from project import site_for

from generator.answer import DeskFacts
from generator.channels.desk import files
from generator.channels.site import AGENTS
from generator.desk.record import DeskRecord

if TYPE_CHECKING:
    from collections.abc import Iterable

TALK = ("ontvangst", "informatie", "advies")


def record(kind: str, name: str, **facts: object) -> DeskRecord:
    folder = {"product": "producten"}.get(kind, kind)
    return DeskRecord(f"{kind}:{name}", kind, name, name.capitalize(), f"/{folder}/{name}/", "222-222", DeskFacts(**facts))  # type: ignore[arg-type]


RECORDS = (
    record("product", "paspoort", handling="zelf", volume=300, team="Burgerzaken", term="5 dagen", call_back="2 dagen"),
    record(
        "product", "bijstand", handling="intake", volume=700, team="Werk", lacks=("geen zeg dit", "doorverbinden naar Werk: geen tijden")
    ),
    record("product", "vlag", handling="zelf", team="Bode"),
    record("loket", "balie", functions=TALK, products=("paspoort", "bijstand")),
    record("loket", "wmo", functions=("advies", "intake"), products=("bijstand",)),
)


def page(name: str, records: Iterable[DeskRecord] = RECORDS) -> html.HtmlElement:
    return html.fromstring(files(records, site_for(AGENTS))[f"{name}/index.html"])


def rows(shown: html.HtmlElement, table: str) -> list[list[str]]:
    found = shown.xpath(f"//table[@aria-labelledby='{table}' or caption='{table}']/tbody/tr")
    return [[" ".join(cell.text_content().split()) for cell in row] for row in found]


def test_the_aim_is_drawn_against_both_shares() -> None:
    [drawing] = page("eerste-contact").xpath("//svg")
    full = {float(bar.attrib["width"]) for bar in drawing.xpath(".//rect[@class='grafiek__rest']")}
    [aim] = drawing.xpath(".//line[@class='grafiek__doel']")

    assert full == {600}
    assert [float(bar.attrib["width"]) for bar in drawing.xpath(".//rect[@class='grafiek__vol']")] == [66 * 6, 30 * 6]
    assert (aim.attrib["x1"], aim.attrib["x2"]) == ("480", "480"), "at 80%"
    assert "66% van de producten, en 30% van de contacten. Het doel is 80%." in drawing.attrib["aria-label"]


def test_the_report_says_in_words_what_it_draws_and_who_lacks_what() -> None:
    shown = page("eerste-contact")

    assert rows(shown, "cijfers")[0] == ["Alleen af te maken, en niets ontbreekt", "2 van 3 (66%)", "300 van 1000 (30%)"]
    assert rows(shown, "ontbreekt") == [["Bijstand", "Werk", "700", "geen zeg dit; doorverbinden naar Werk: geen tijden"]]
    assert rows(shown, "overgedragen") == [["Bijstand", "700", "intake"]]
    assert "Van 1 producten is niet bekend hoe vaak ernaar gevraagd wordt." in shown.text_content()


def test_the_matrix_has_every_function_every_desk_and_every_product() -> None:
    shown = page("loketmatrix")
    by_function = dict(rows(shown, "functies"))

    assert len(by_function) == 15
    assert (by_function["advies"], by_function["intake"], by_function["levering"]) == ("Balie, Wmo", "Wmo", "geen")
    assert [[" ".join(one.text_content().split()) for one in group.xpath("./ul/li")] for group in shown.xpath("//details[table]")] == [
        ["Balie: ontvangst, informatie, advies", "Wmo: advies, intake"],
        ["Balie: ontvangst, informatie, advies"],
    ]
    assert [link.text for link in shown.xpath("//section[h2[@id='gaten']]//a")] == ["Vlag"]
    assert rows(shown, "dubbel") == [["Balie, Wmo", "advies", "Bijstand"]]


def test_the_matrix_has_the_service_norms() -> None:
    shown = page("loketmatrix")

    assert rows(shown, "Balie: producten") == [["Paspoort", "5 dagen", "2 dagen"]]
    assert rows(shown, "Balie, Wmo: producten") == [["Bijstand", "niet genoemd", "niet genoemd"]]
