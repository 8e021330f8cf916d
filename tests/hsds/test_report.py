"""The report of an import, for people and for machines."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt

from generator.hsds.importing import Imported
from generator.hsds.taken.account import Account
from generator.hsds.taken.report import as_json, as_markdown, write_report

if TYPE_CHECKING:
    from pathlib import Path


def done() -> Imported:
    account = Account()
    account.lost("service.fees", "Free | <b>gratis</b>")
    account.lost("service.fees", "Free | <b>gratis</b>")
    account.lost("organization.logo")
    account.moved("service.url: als link", "x" * 200)
    return Imported("bron.zip", account, ["a.yaml", "b.yaml"], ["c.yaml"], {"diensten": (3, 2)})


def test_for_people() -> None:
    assert as_markdown(done()).split("\n") == [
        "# Ingelezen uit HSDS: bron.zip",
        "",
        "| | in de bron | in de records |",
        "|---|---:|---:|",
        "| diensten | 3 | 2 |",
        "",
        "Er zijn 2 bestanden geschreven.",
        "",
        "Deze 1 bestanden waren er al en zijn niet aangeraakt: c.yaml.",
        "",
        "## Niet overgenomen",
        "",
        "Dit staat in de bron, en niet in de records. Een tabel en een veld van HSDS heten als in de bron.",
        "",
        "| wat | aantal | voorbeelden |",
        "|---|---:|---|",
        r"| service.fees | 2 | Free \| \<b\>gratis\</b\> |",
        "| organization.logo | 1 |  |",
        "",
        "## Ergens anders gezet",
        "",
        "Dit staat in de records op een andere plaats, meestal als woorden. Lees het na, en zet het goed.",
        "",
        "| wat | aantal | voorbeelden |",
        "|---|---:|---|",
        f"| service.url: als link | 1 | {'x' * 78} … |",
        "",
        "## Aangepast",
        "",
        "Niets.",
        "",
        "## Nog in te vullen",
        "",
        "Niets.",
        "",
    ]


def test_words_of_others_stay_words() -> None:
    html = MarkdownIt("commonmark").enable("table").render(as_markdown(done()))
    assert "<td>Free | &lt;b&gt;gratis&lt;/b&gt;</td>" in html


def test_for_machines() -> None:
    assert json.loads(as_json(done())) == {
        "bron": "bron.zip",
        "aantallen": {"diensten": {"bron": 3, "records": 2}},
        "geschreven": ["a.yaml", "b.yaml"],
        "niet_aangeraakt": ["c.yaml"],
        "verantwoording": {
            "niet_overgenomen": [
                {"wat": "organization.logo", "aantal": 1, "voorbeelden": []},
                {"wat": "service.fees", "aantal": 2, "voorbeelden": ["Free | <b>gratis</b>"]},
            ],
            "ergens_anders_gezet": [{"wat": "service.url: als link", "aantal": 1, "voorbeelden": [f"{'x' * 78} …"]}],
            "aangepast": [],
            "nog_in_te_vullen": [],
        },
    }


def test_an_earlier_report_stays(tmp_path: Path) -> None:
    names = [[path.name for path in write_report(done(), tmp_path)] for _ in range(2)]
    assert names == [["import-hsds.md", "import-hsds.json"], ["import-hsds-2.md", "import-hsds-2.json"]]
