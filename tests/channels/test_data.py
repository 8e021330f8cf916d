"""Answers for machines and for paper: JSON, search documents, and what the flyer is laid out from."""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
from typing import TYPE_CHECKING

from hypothesis import given
from project import URL, edition_of, lay_down, site_for
from strategies import blocks

from generator.answer import AgentLayer, Answer, Block, Items, Link, Pairs, Paragraph, Place, Strong, Table, Words, plain_bodies
from generator.channels import api, search
from generator.search.terms import AGENT, ALONE, NAME, WORDS, found_by

if TYPE_CHECKING:
    from pathlib import Path

BODIES = (
    Paragraph((Words("Zie "), Strong("altijd"), Link(" de RDW", "https://www.rdw.nl/kopen"), Link("balie", "/loket/kcc/"))),
    Items(((Words("Kom."),), (Words("Betaal."),)), numbered=True),
    Items(((Words("geld"),),)),
    Pairs((("Telefoon", (Link("14 012", "tel:14012"),)),)),
    Table("Tijden", ("Dag", "Tijd"), (((Words("ma"),), (Words("dicht"),)),)),
)
ANSWER = Answer(
    kind="product",
    id="paspoort",
    path="/producten/paspoort/",
    api_path="producten/paspoort",
    label="Product",
    title="Paspoort aanvragen",
    summary="U vraagt het aan.",
    blocks=(Block("kosten", "Wat kost het?", BODIES),),
    places=(Place("Burgerzaken", "/thema/burgerzaken/"),),
    keywords=("pas", "reisdocument"),
    checked=dt.date(2026, 10, 5),
    peildatum=dt.date(2026, 11, 22),
    code="234-678",
)
SUMMARY = {
    "soort": "product",
    "id": "paspoort",
    "titel": "Paspoort aanvragen",
    "kort_antwoord": "U vraagt het aan.",
    "url": f"{URL}/producten/paspoort/",
    "api_url": f"{URL}/api/v1/producten/paspoort.json",
    "antwoordcode": "234-678",
    "gecontroleerd_op": "2026-10-05",
    "peildatum": "2026-11-22",
    "taal": "nl",
}
LAYER = AgentLayer(kind="product", id="paspoort", blocks=(Block("kcc-let-op", "Let op", (Paragraph((Words("Niet doorverbinden."),)),)),))


class TestJson:
    """One answer, as plain text and as structure."""

    def test_a_whole_answer(self) -> None:
        words = "tekst"
        assert json.loads(api.render(ANSWER, site_for())) == SUMMARY | {
            "blokken": [
                {
                    "id": "kosten",
                    "kop": "Wat kost het?",
                    "tekst": "Zie altijd de RDWbalie\nKom.\nBetaal.\ngeld\nTelefoon: 14 012\nTijden\nDag | Tijd\nma | dicht",
                    "inhoud": [
                        {
                            "soort": "alinea",
                            "tekst": [
                                {"soort": "tekst", words: "Zie "},
                                {"soort": "nadruk", words: "altijd"},
                                {"soort": "link", words: " de RDW", "url": "https://www.rdw.nl/kopen"},
                                {"soort": "link", words: "balie", "url": f"{URL}/loket/kcc/"},
                            ],
                        },
                        {"soort": "stappen", "punten": [[{"soort": "tekst", words: "Kom."}], [{"soort": "tekst", words: "Betaal."}]]},
                        {"soort": "lijst", "punten": [[{"soort": "tekst", words: "geld"}]]},
                        {
                            "soort": "gegevens",
                            "gegevens": [{"naam": "Telefoon", "waarde": [{"soort": "link", words: "14 012", "url": "tel:14012"}]}],
                        },
                        {
                            "soort": "tabel",
                            "titel": "Tijden",
                            "koppen": ["Dag", "Tijd"],
                            "rijen": [[[{"soort": "tekst", words: "ma"}], [{"soort": "tekst", words: "dicht"}]]],
                        },
                    ],
                }
            ],
            "themas": [{"naam": "Burgerzaken", "url": f"{URL}/thema/burgerzaken/"}],
            "trefwoorden": ["pas", "reisdocument"],
            "vertalingen": [],
        }

    @given(blocks())
    def test_any_words_come_back(self, block: Block) -> None:
        [read] = json.loads(api.render(answer_with(block), site_for()))["blokken"]

        assert (read["id"], read["kop"]) == (block.id, block.title)
        assert read["tekst"] == "\n".join(plain_bodies(block.bodies))


def answer_with(block: Block) -> Answer:
    return dataclasses.replace(ANSWER, blocks=(block,))


class TestSearchDocument:
    """What the search page knows of an answer."""

    expected = {  # noqa: RUF012 - an expected value
        "record": "product:paspoort",
        "soort": "Product",
        "pad": "producten/paspoort/",
        "titel": "Paspoort aanvragen",
        "kort": "U vraagt het aan.",
        "code": "234-678",
        "acties": [],
    }

    def test_in_the_public_site(self) -> None:
        assert search.document(ANSWER) == self.expected

    def test_agents_see_who_handles_it_and_when(self) -> None:
        layer = dataclasses.replace(LAYER, handled_by="Balie: altijd open", moments="o1-2 t0-3")

        assert search.document(ANSWER, layer) == self.expected | {"loket": "Balie: altijd open", "momenten": "o1-2 t0-3"}
        assert search.document(ANSWER, LAYER) == self.expected

    def test_agents_search_their_own_layer_too(self) -> None:
        assert "doorverbinden" not in found_by(ANSWER).named
        assert found_by(ANSWER, LAYER).named["doorverbinden"] == AGENT

    def test_agents_find_an_answer_by_its_code(self) -> None:
        assert "234678" not in found_by(ANSWER).named
        assert found_by(ANSWER, LAYER).named["234678"] & ALONE

    def test_each_word_has_the_fields_in_which_it_stands(self) -> None:
        found = found_by(ANSWER)

        assert found.named["paspoort"] & NAME
        assert found.named["reisdocument"] & WORDS
        assert found.named["reisdocument"] & ALONE
        assert "paspoort" not in found.in_text


def test_the_json_has_the_block_ids_of_the_page(tmp_path: Path) -> None:
    edition = edition_of(lay_down(tmp_path / "klein"))

    for answer in edition.answers:
        read = json.loads(api.render(answer, site_for()))
        assert [block["id"] for block in read["blokken"]] == [block.id for block in answer.blocks]
