"""The pages about what changed: in a whole build, with old and new side by side, and as a feed; the same bytes every time."""

from __future__ import annotations

import datetime as dt
import json
import shutil
from typing import TYPE_CHECKING

import pytest
from lxml import etree, html
from project import all_bytes, answer_of, build_quietly, edition_of

from desk.ledger_of_commits import committed, repository
from generator.channels.site import AGENTS, PUBLIC
from generator.desk import worker
from generator.publishing import mistakes
from generator.said_in_copies import in_copies
from generator.said_of_changes import in_changes

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Project

pytestmark = [pytest.mark.build, pytest.mark.xdist_group("desk")]

PASSPORT = "products/paspoort.yaml"
SECRET = "Zeg nooit het woord pannenkoek tegen een beller."  # noqa: S105 - words for agents


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Project, str]:
    """A built municipality whose passport changed once, and the code that it had before."""
    project = repository(tmp_path_factory.mktemp("desk") / "klein")
    old = answer_of(project, "product:paspoort").code
    project.replace(
        PASSPORT, "bezwaar: Schrijf een brief.", "bezwaar: Schrijf ons <b>een</b> brief.".replace("<b>", "**").replace("</b>", "**")
    )
    project.write(
        "content/nieuws/intern.yaml",
        f"naam: Alleen voor ons\nkort_antwoord: {SECRET}\ngeldig_vanaf: 2026-11-01\ngeldig_tot: 2026-12-31\n"
        "voor: medewerkers\nbelang: hoog\nteams: [Team Burgerzaken]\n",
    )
    committed(project, dt.date(2026, 11, 9))
    build_quietly(project)
    return project, old


def page(project: Project, path: str) -> html.HtmlElement:
    return html.fromstring((project.root / "site-kcc" / path).read_bytes())


def words(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def test_the_old_code_has_a_page_with_old_and_new_side_by_side(made: tuple[Project, str]) -> None:
    project, old = made
    shown = page(project, f"code/{old.lower()}/index.html")
    [changed] = shown.xpath("//section[@class='wijziging']")

    assert [words(part) for part in changed.xpath("./h3 | .//dt | .//dd")] == [
        "Niet eens met het besluit?",
        *("Was", "Schrijf een brief."),
        *("Is nu", "Schrijf ons een brief."),
    ]
    assert answer_of(project, "product:paspoort").code in words(shown)
    assert "Deze code hoort bij de tekst van 1 november 2026 tot 9 november 2026" in words(shown)


def test_the_codes_of_then_and_now_stand_in_data_and_in_lists_by_first_character(made: tuple[Project, str]) -> None:
    project, old = made
    now = answer_of(project, "product:paspoort").code
    known = json.loads((project.root / "site-kcc/code/codes.json").read_bytes())
    title = "Paspoort aanvragen"

    assert known[old] == [title, f"code/{old.lower()}/", 0]
    assert known[now] == [title, "producten/paspoort/", 1]
    for code, (_, path, _) in known.items():
        links = page(project, f"code/lijst-{code[0].lower()}/index.html").xpath("//main//a")
        assert [link.attrib["href"] for link in links if words(link).startswith(code)] == [f"../../{path}"]


def test_codes_of_every_language_are_known(made: tuple[Project, str]) -> None:
    project, _ = made
    known = json.loads((project.root / "site-kcc/code/codes.json").read_bytes())

    assert {answer.code for answer in edition_of(project).answers} == {code for code, (_, _, current) in known.items() if current}


def test_the_page_of_changes_names_team_theme_block_and_both_wordings(made: tuple[Project, str]) -> None:
    shown = page(made[0], "veranderd/index.html")
    [entry] = shown.xpath("//div[@data-dag='2026-11-09']")

    assert (entry.attrib["data-team"], entry.attrib["data-thema"]) == ("Team Burgerzaken", "Burgerzaken")
    assert words(entry.find("h3")) == "Veranderd: Paspoort aanvragen"
    assert [words(one) for one in entry.xpath(".//del")] == ["Schrijf een brief."]
    assert [words(one) for one in entry.xpath(".//ins")] == ["Schrijf ons een brief."]


def test_what_comes_is_announced_and_told_with_both_amounts(made: tuple[Project, str]) -> None:
    [announced] = page(made[0], "veranderd/index.html").xpath("//section[h2[@id='straks']]")
    told = words(page(made[0], "veranderd/straks/index.html").find(".//main"))

    assert "Vanaf 27 december 2026: 1 antwoord Vanaf 1 januari 2027: 3 antwoorden" in words(announced)
    assert "Vanaf 1 januari 2027" in told
    assert "Verandert: Paspoort aanvragen" in told
    assert "18 jaar of ouder | € 83,87" in told.replace("\N{NO-BREAK SPACE}", " ")
    assert "18 jaar of ouder | € 86,00" in told.replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize(
    ("path", "said", "other", "channel"),
    [
        ("veranderd/index.html", "Schrijf ons een brief.", "Schrijf ons een kaart.", "kcc veranderd"),
        ("veranderd/straks/index.html", "83,87", "83,88", "kcc straks"),
        ("code/{}/index.html", "Schrijf ons een brief.", "Bel ons.", "kcc code/{}"),
        ("code/codes.json", "Paspoort aanvragen", "Paspoort", "kcc codes"),
        ("zoeken/kern.json.js", '"aantal":', '"antal":', "kcc map"),
        ("api/v1/producten/paspoort.json.js", "een brief", "een kaart", "kcc map"),
        ("producten/paspoort/index.html.js", "een brief", "een kaart", "kcc map"),
    ],
)
def test_a_word_that_is_not_what_a_citizen_reads_now_is_found(
    made: tuple[Project, str], path: str, said: str, other: str, channel: str
) -> None:
    project, old = made
    file = project.root / "site-kcc" / path.format(old.lower())
    before = file.read_text("utf-8")
    edition = edition_of(project)

    def differences() -> list[str]:
        found = [*in_changes(edition.answers, edition.layers, project.root / "site-kcc"), *in_copies(project.root / "site-kcc")]
        return [one.channel for one in found]

    assert differences() == []
    try:
        file.write_text(before.replace(f"<ins>{said}", f"<ins>{other}").replace(said, other), encoding="utf-8")
        assert channel.format(old.lower()) in differences()
    finally:
        file.write_text(before, encoding="utf-8")


def test_the_version_of_the_worker_follows_whatever_it_keeps(made: tuple[Project, str]) -> None:
    site, theme = made[0].root / "site-kcc", made[0].root / "theme"
    built = (site / "sw.js").read_text("utf-8")
    paths = [one.path for one in edition_of(made[0]).desk_records]

    assert worker.render(paths, site, theme) == built
    for path in ("assets/desk.css", "assets/page.js", "producten/paspoort/index.html", "quickscan/index.html", "code/codes.json"):
        before = (site / path).read_bytes()
        (site / path).write_bytes(before + b" ")
        changed = worker.render(paths, site, theme)
        (site / path).write_bytes(before)
        assert changed != built, path
        assert changed.splitlines()[1:] == built.splitlines()[1:]


def test_the_feed_is_atom(made: tuple[Project, str]) -> None:
    feed = etree.parse(made[0].root / "site-kcc/feeds/veranderd.xml").getroot()
    atom = "{http://www.w3.org/2005/Atom}"

    assert feed.tag == f"{atom}feed"
    entries = feed.findall(f"{atom}entry")
    [entry] = [one for one in entries if "straks" not in str(one.findtext(f"{atom}id"))]
    assert entry.findtext(f"{atom}title") == "Veranderd: Paspoort aanvragen"
    assert entry.findtext(f"{atom}updated") == "2026-11-09T00:00:00Z"
    assert "was “Schrijf een brief.”, is nu “Schrijf ons een brief.”" in str(entry.findtext(f"{atom}summary"))
    assert {one.get("term") for one in entry.findall(f"{atom}category")} == {"Team Burgerzaken", "Burgerzaken"}
    assert feed.findtext(f"{atom}author/{atom}name"), "an author for every entry"
    for one in (feed, *entries):
        assert [len(one.findall(f"{atom}{name}")) for name in ("id", "title", "updated")] == [1, 1, 1]
        assert dt.datetime.fromisoformat(str(one.findtext(f"{atom}updated"))).tzinfo is not None
        assert str(one.findtext(f"{atom}id")).startswith("tag:")
    assert len({one.text for one in feed.iter(f"{atom}id")}) == 1 + len(entries)
    places = [(made[0].root / "site-kcc/feeds" / str(one.get("href"))).resolve() for one in feed.iter(f"{atom}link")]
    assert [place for place in places if not (place / "index.html").is_file()] == []


def test_the_feed_tells_what_will_change_with_both_amounts(made: tuple[Project, str]) -> None:
    feed = etree.parse(made[0].root / "site-kcc/feeds/veranderd.xml").getroot()
    atom = "{http://www.w3.org/2005/Atom}"
    coming = [one for one in feed.findall(f"{atom}entry") if "straks" in str(one.findtext(f"{atom}id"))]
    [passport] = [one for one in coming if one.findtext(f"{atom}title") == "Verandert vanaf 1 januari 2027: Paspoort aanvragen"]

    titles = [str(one.findtext(f"{atom}title")) for one in coming]
    assert [title for title in titles if title.startswith("Komt erbij vanaf 1 januari 2027: ")] != []
    told = str(passport.findtext(f"{atom}summary")).replace("\N{NO-BREAK SPACE}", " ")
    assert "nu “18 jaar of ouder | € 83,87”, straks “18 jaar of ouder | € 86,00”" in told
    assert passport.findtext(f"{atom}updated") == "2026-07-02T00:00:00Z", "the same in every build"
    assert {one.get("term") for one in passport.findall(f"{atom}category")} == {"Team Burgerzaken", "Burgerzaken"}
    assert [one.get("href") for one in passport.findall(f"{atom}link")] == ["../veranderd/straks/"]


@pytest.mark.parametrize("lies", [False, True])
def test_the_site_for_agents_as_it_is_built_may_not_go_to_the_public_target(
    made: tuple[Project, str], tmp_path: Path, *, lies: bool
) -> None:
    root = made[0].root
    folder = tmp_path / "site"
    shutil.copytree(root / "site-kcc", folder)
    if lies:
        shutil.copyfile(root / "site/editie.json", folder / "editie.json")
        shutil.copyfile(root / "site/robots.txt", folder / "robots.txt")

    assert mistakes(root / "site", PUBLIC) == mistakes(root / "site-kcc", AGENTS) == []
    found = mistakes(folder, PUBLIC)
    pages = len(list(folder.rglob("*.html")))
    assert any(one.startswith(f"{pages} pagina's zijn voor medewerkers") for one in found), "every page says for whom it is"
    assert any("editie.json" in one for one in found) == (not lies)
    assert "sw.js hoort alleen bij de site voor medewerkers" in found


def test_news_for_agents_stands_first_above_every_page_and_nowhere_in_public(made: tuple[Project, str]) -> None:
    project, _ = made
    home = page(project, "index.html")
    [first, *_] = home.xpath("//section[@class='nieuws']/section")

    assert [words(part) for part in first] == ["Alleen voor ons", "Voor: Team Burgerzaken.", SECRET]
    assert [words(one) for one in page(project, "producten/paspoort/index.html").find_class("vastgezet")] == [
        "Alleen voor ons (Team Burgerzaken)"
    ]
    public = all_bytes(project.root / "site")
    assert [path for path, content in public.items() if b"pannenkoek" in content or b"Alleen voor ons" in content] == []


def test_a_second_build_makes_the_same_bytes_also_without_what_was_remembered(made: tuple[Project, str]) -> None:
    project, _ = made
    first = all_bytes(project.root / "site-kcc")
    (project.root / ".antwoordkaart/geschiedenis.pickle.gz").unlink()
    build_quietly(project)

    assert all_bytes(project.root / "site-kcc") == first
