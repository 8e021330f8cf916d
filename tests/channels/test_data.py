"""Answers for machines and for paper: JSON, search documents, and what the flyer is laid out from."""

from __future__ import annotations

import datetime as dt
import json
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from project import URL, edition_of, lay_down, site_for
from strategies import blocks

from generator.answer import AgentLayer, Answer, Block, Items, Link, Pairs, Paragraph, Place, Strong, Table, Words, plain_bodies
from generator.channels import api, search
from generator.channels.flyer import flyer_content, printed_address
from generator.parity import block_words

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
        }

    @given(blocks())
    def test_any_words_come_back(self, block: Block) -> None:
        [read] = json.loads(api.render(answer_with(block), site_for()))["blokken"]

        assert (read["id"], read["kop"]) == (block.id, block.title)
        assert read["tekst"] == "\n".join(plain_bodies(block.bodies))


def answer_with(block: Block) -> Answer:
    import dataclasses  # noqa: PLC0415

    return dataclasses.replace(ANSWER, blocks=(block,))


class TestSearchDocument:
    """What the search page knows of an answer."""

    expected = {  # noqa: RUF012 - an expected value
        "record": "product:paspoort",
        "soort": "Product",
        "pad": "producten/paspoort/",
        "titel": "Paspoort aanvragen",
        "kort": "U vraagt het aan.",
        "woorden": "pas, reisdocument",
        "code": "234-678",
    }

    def test_in_the_public_site(self) -> None:
        assert search.document(ANSWER) == self.expected

    def test_agents_search_their_own_layer_too(self) -> None:
        assert search.document(ANSWER, LAYER) == self.expected | {"kcc": "Niet doorverbinden."}

    def test_stems_of_the_words_that_are_searched(self) -> None:
        stems = search.stems_of(search.document(ANSWER))

        assert stems["aanvragen"] == "aanvrag"
        assert "doorverbinden" not in stems
        assert "doorverbinden" in search.stems_of(search.document(ANSWER, LAYER))


class TestFlyerContent:
    """Everything that stands on the flyer."""

    @pytest.fixture(scope="class")
    @staticmethod
    def content() -> dict[str, Any]:
        return dict(json.loads(flyer_content(ANSWER, site_for())))

    def test_head_and_foot(self, content: dict[str, Any]) -> None:
        names = ("name", "phone", "label", "title", "code", "valid", "url", "short_url", "keywords")

        assert [content[name] for name in names] == [
            "gemeente Klein",
            "14 012",
            "Product",
            "Paspoort aanvragen",
            "234-678",
            "22 november 2026",
            f"{URL}/producten/paspoort/",
            "www.voorbeeldstad.example/producten/paspoort/",
            ["Product", "234-678"],
        ]

    def test_the_date_of_the_document_is_the_peildatum(self, content: dict[str, Any]) -> None:
        assert (content["year"], content["month"], content["day"]) == (2026, 11, 22)

    def test_blocks(self, content: dict[str, Any]) -> None:
        [block] = content["blocks"]
        paragraph, steps, items, pairs, table = block["bodies"]

        assert (block["id"], block["title"]) == ("kosten", "Wat kost het?")
        assert paragraph["line"][2] == {"kind": "link", "text": " de RDW", "target": "https://www.rdw.nl/kopen", "printed": "rdw.nl/kopen"}
        assert paragraph["line"][3] == {"kind": "link", "text": "balie", "target": f"{URL}/loket/kcc/", "printed": ""}
        assert (steps["numbered"], items["numbered"]) == (True, False)
        assert pairs["rows"] == [{"name": "Telefoon", "line": [{"kind": "link", "text": "14 012", "target": "tel:14012", "printed": ""}]}]
        assert (table["caption"], table["heads"]) == ("Tijden", ["Dag", "Tijd"])

    @pytest.mark.parametrize(
        ("link", "printed"),
        [
            (Link("de RDW", "https://www.rdw.nl"), "rdw.nl"),
            (Link("rdw.nl", "https://www.rdw.nl/"), ""),
            (Link("kijk op rdw.nl/kopen", "https://rdw.nl/kopen"), ""),
            (Link("14 012", "tel:14012"), ""),
            (Link("info@klein.example", "mailto:info@klein.example"), ""),
            (Link("paspoort", "/producten/paspoort/"), ""),
        ],
    )
    def test_on_paper_a_link_to_another_site_has_its_address(self, link: Link, printed: str) -> None:
        assert printed_address(link) == printed
        told = block_words(Block("x", "X", (Paragraph((link,)),)), on_paper=True)
        assert told == (f"X {link.text} ({printed})" if printed else f"X {link.text}")

    def test_the_qr_code_is_the_same_every_time(self, content: dict[str, Any]) -> None:
        assert content["qr"].startswith('<svg xmlns="http://www.w3.org/2000/svg"')
        assert content == json.loads(flyer_content(ANSWER, site_for()))


def test_the_json_has_the_block_ids_of_the_page(tmp_path: Path) -> None:
    edition = edition_of(lay_down(tmp_path / "klein"))

    for answer in edition.answers:
        read = json.loads(api.render(answer, site_for()))
        assert [block["id"] for block in read["blokken"]] == [block.id for block in answer.blocks]
