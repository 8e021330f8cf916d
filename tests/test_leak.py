"""What editors write for agents alone is nowhere in the public site, and the build would see it if it were."""

from __future__ import annotations

import dataclasses
import html
import json
import re
from typing import TYPE_CHECKING, Any

import pikepdf
import pypdfium2
import pytest
from project import MAIN, Sites, build_quietly, built_sites, change, edition_of, lay_down, site_for

from generator.channels.flyer import flyer_content
from generator.fields import Choice, Kind, Many, MarkedLine, MarkedText, PlainLine, Ref
from generator.leak import Leak
from generator.press.printing import FlyerPress
from generator.records.gedeeld import Doorverbinden, KccLaag
from generator.records.reader import Group
from generator.scalars import getal, termijn

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

pytestmark = [pytest.mark.build, pytest.mark.xdist_group("leak")]

CANARY = "kanarie"
"""Every canary is one word that begins so, followed by the record and the field."""

NUMBERS = {"product": 910001, "organisatie": 910002, "loket": 910003}
RECORDS = {
    "product": "products/paspoort.yaml",
    "organisatie": "sociale_kaart/de-linde.yaml",
    "loket": "content/loketten/kcc.yaml",
}
PAGES = {"product": "producten/paspoort", "organisatie": "sociale-kaart/de-linde", "loket": "loket/kcc"}
TREE = "content/keuzehulpen/geld-later.yaml"
TREE_CANARIES = (f"{CANARY}keuzevraag", f"{CANARY}uitkomst")
SCAN = "content/quickscan/geld.yaml"
SCAN_CANARIES = (f"{CANARY}scanvraag", f"{CANARY}scandoorvragen", f"{CANARY}scankop")
BACK_OFFICE = f"""\
naam: {CANARY}achterwacht
gegevens:
  telefoon: 012 910 00 04
  email: {CANARY}mail@klein.example
gecontroleerd_op: 2026-10-05
"""
ONLY_AGENTS_MAY_KNOW = re.compile(
    rf"{CANARY}\w*|91000[1-3]|91[1-3] werkdagen|012 ?910 ?00 ?04|0129100004|U verbindt door|Vraag eerst|Zeg dit", re.IGNORECASE
)


def canaries_in(kind: Kind, name: str, record: str) -> object:
    """Give a value for a field of `kind` that tells where it came from; a new kind of field must say here how."""
    if isinstance(kind, Many):
        return [canaries_in(kind.of, name, record)]
    if isinstance(kind, Group):
        return {
            field.name: canaries_in(field.metadata["kind"], f"{name}-{field.name}", record)
            for field in dataclasses.fields(kind.record_class)
        }
    if isinstance(kind, MarkedLine | MarkedText | PlainLine):
        return f"Noem {canary_word(record, name)} alleen tegen een collega."
    if isinstance(kind, Choice):
        return "doorverbinden"
    if isinstance(kind, Ref):
        return "contactpunt:achterwacht"
    assert kind in {getal, termijn}, f"no canary for the kind of field {name}"
    return NUMBERS[record] if kind is getal else f"{NUMBERS[record] - 909090} werkdagen"


def canary_word(record: str, field: str) -> str:
    return CANARY + re.sub(r"[^a-z]", "", f"{record}{field}")


def text_fields(group: type[Any], name: str = "kcc") -> Iterator[str]:
    """Name every field of the agents' layer that holds words."""
    for field in dataclasses.fields(group):
        kind = field.metadata["kind"].of if isinstance(field.metadata["kind"], Many) else field.metadata["kind"]
        if isinstance(kind, Group):
            yield from text_fields(kind.record_class, f"{name}-{field.name}")
        elif isinstance(kind, MarkedLine | MarkedText | PlainLine):
            yield f"{name}-{field.name}"


CANARIES = {record: [canary_word(record, field) for field in text_fields(KccLaag)] for record in RECORDS}


@pytest.fixture(scope="module")
def full_of_canaries(tmp_path_factory: pytest.TempPathFactory) -> Sites:
    project = lay_down(tmp_path_factory.mktemp("leak") / "klein")
    project.write("content/contactpunten/achterwacht.yaml", BACK_OFFICE)
    for record, path in RECORDS.items():
        public = (project.root / path).read_text(encoding="utf-8").partition("\nkcc:")[0].rstrip()
        layer = json.dumps(canaries_in(Group(KccLaag), "kcc", record), ensure_ascii=False)
        project.write(path, f"{public}\nkcc: {layer}\n")
    project.replace(
        TREE, "kcc: Vraag rustig naar de geboortedatum van de beller.", f"kcc: Noem {TREE_CANARIES[0]} alleen tegen een collega."
    )
    project.replace(
        TREE, "kcc: Bied aan om het buurthuis vandaag nog te bellen.", f"kcc: Noem {TREE_CANARIES[1]} alleen tegen een collega."
    )
    project.replace(SCAN, "naam: Geld", f"naam: {SCAN_CANARIES[2]}")
    project.replace(SCAN, "vraag: Blijven er brieven", f"vraag: Blijven er {SCAN_CANARIES[0]} brieven")
    project.replace(SCAN, "van een vroegere baas", f"van een {SCAN_CANARIES[1]}")
    build_quietly(project)
    return Sites(project.root, edition_of(project))


def test_the_quick_scan_is_on_the_agents_site_alone(full_of_canaries: Sites) -> None:
    page = (full_of_canaries.agents / "quickscan/index.html").read_text(encoding="utf-8")

    assert [canary for canary in SCAN_CANARIES if canary not in page] == []
    assert not (full_of_canaries.public / "quickscan").exists()
    assert list(full_of_canaries.public.rglob("*quickscan*")) == []


def test_the_prompts_of_a_decision_tree_are_on_the_agents_pages_alone(full_of_canaries: Sites) -> None:
    for step, canary in zip(("leeftijd", "buurthuis"), TREE_CANARIES, strict=True):
        page = f"keuzehulp/geld-later/{step}/index.html"
        assert canary in (full_of_canaries.agents / page).read_text(encoding="utf-8")
        assert canary not in (full_of_canaries.public / page).read_text(encoding="utf-8")


def told(path: Path) -> str:
    """Give everything that a file tells, in every form in which it can be read."""
    raw = path.read_bytes()
    text = raw.decode("utf-8", errors="replace")
    forms = [text, html.unescape(text), re.sub(r"<[^>]*>", "", text), raw.decode("utf-16-be", errors="replace")]
    if path.suffix == ".json":
        forms += strings_in(json.loads(text))
    if path.suffix == ".pdf":
        forms += told_by_pdf(path)
    return "\n".join(forms)


def strings_in(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for name, item in value.items():
            yield str(name)
            yield from strings_in(item)
    elif isinstance(value, list):
        for item in value:
            yield from strings_in(item)
    else:
        yield str(value)


def told_by_pdf(path: Path) -> Iterator[str]:
    """Give the words on the pages, every stream unpacked, every string of every object, and the metadata."""
    document = pypdfium2.PdfDocument(path)
    yield from (page.get_textpage().get_text_bounded() for page in document)
    yield from (str(value) for value in document.get_metadata_dict().values())
    document.close()
    with pikepdf.open(path) as pdf:
        for thing in pdf.objects:
            yield from strings_of_pdf(thing, depth=0)
            if isinstance(thing, pikepdf.Stream):
                content = thing.read_bytes()
                yield content.decode("utf-8", errors="replace")
                yield content.decode("utf-16-be", errors="replace")


def strings_of_pdf(thing: Any, depth: int) -> Iterator[str]:  # noqa: ANN401 - any PDF object
    if isinstance(thing, pikepdf.String | pikepdf.Name):
        yield str(thing)
    elif isinstance(thing, pikepdf.Array) and depth < 4:
        for item in thing:
            yield from strings_of_pdf(item, depth + 1)
    elif isinstance(thing, pikepdf.Dictionary | pikepdf.Stream) and depth < 4:
        for name, item in thing.items():
            yield name
            yield from strings_of_pdf(item, depth + 1)


def test_the_canaries_cover_every_field_for_agents() -> None:
    names = {field.name for group in (KccLaag, Doorverbinden) for field in dataclasses.fields(group)}
    typed = canaries_in(Group(KccLaag), "kcc", "product")

    assert isinstance(typed, dict)
    assert set(typed) | set(typed["doorverbinden"][0]) == names
    assert CANARIES["product"] == [
        "kanarieproductkccvraageerst",
        "kanarieproductkcczegdit",
        "kanarieproductkccknip",
        "kanarieproductkccdoorverbindenwanneer",
        "kanarieproductkccdoorverbindenmeegeven",
        "kanarieproductkccdoorverbindengeengehoor",
        "kanarieproductkccnietdoorverbinden",
        "kanarieproductkccletop",
    ]


def test_no_byte_of_the_public_site_is_for_agents(full_of_canaries: Sites) -> None:
    files = [path for path in sorted(full_of_canaries.public.rglob("*")) if path.is_file()]

    found = {path.relative_to(full_of_canaries.public).as_posix(): ONLY_AGENTS_MAY_KNOW.findall(told(path)) for path in files}

    assert len(files) > 50
    assert {path: words for path, words in found.items() if words} == {}
    assert full_of_canaries.leaks() == []


@pytest.mark.parametrize("record", RECORDS)
def test_agents_read_every_field(full_of_canaries: Sites, record: str) -> None:
    page = told(full_of_canaries.agents / PAGES[record] / "index.html")

    assert [word for word in CANARIES[record] if word not in page] == []
    assert f"Ongeveer {NUMBERS[record]} keer per jaar." in page
    assert f"{CANARY}achterwacht" in page
    assert f"{CANARY}mail@klein.example" in page
    assert "012 910 00 04" in page


def test_agents_read_every_field_beside_a_translation_and_the_public_does_not(full_of_canaries: Sites) -> None:
    page = "en/producten/paspoort/index.html"
    agents, public = told(full_of_canaries.agents / page), told(full_of_canaries.public / page)

    assert "Apply for a passport" in agents
    assert "Apply for a passport" in public
    assert [word for word in CANARIES["product"] if word not in agents] == []
    assert ONLY_AGENTS_MAY_KNOW.findall(public) == []


def test_agents_search_every_field(full_of_canaries: Sites) -> None:
    def searched(folder: str) -> str:
        return "\n".join(path.read_text("utf-8") for path in (full_of_canaries.agents / folder / "zoeken/woorden").glob("*.txt"))

    assert [word for words in CANARIES.values() for word in words if word.lower() not in searched("")] == []
    assert [word for word in CANARIES["product"] if word.lower() not in searched("en")] == []


@pytest.mark.parametrize("record", RECORDS)
def test_the_flyer_that_an_agent_hands_over_is_the_public_one(full_of_canaries: Sites, record: str) -> None:
    flyer = f"{PAGES[record]}/{PAGES[record].split('/')[1]}.pdf"

    assert (full_of_canaries.agents / flyer).read_bytes() == (full_of_canaries.public / flyer).read_bytes()


@pytest.fixture(scope="module")
def untouched(tmp_path_factory: pytest.TempPathFactory) -> Sites:
    return built_sites(tmp_path_factory.mktemp("leaks") / "klein")


class TestTheBuildSees:
    """A sentence for agents that gets into a public file is reported."""

    sentence = "Spoed kan alleen vóór twaalf uur worden aangevraagd."
    run = "spoed kan alleen vóór twaalf uur worden"
    page = "producten/paspoort/index.html"

    @pytest.fixture
    def built(self, untouched: Sites, tmp_path: Path) -> Sites:
        return untouched.copied_to(tmp_path / "klein")

    def found(self, built: Sites) -> set[tuple[str, str]]:
        return {(leak.file, leak.words) for leak in built.leaks()}

    def test_nothing_in_an_untouched_site(self, untouched: Sites) -> None:
        assert untouched.leaks() == []

    @pytest.mark.parametrize(
        "markup",
        [
            "<p>{}</p>",
            "<!-- {} -->",
            '<p title="{}">.</p>',
            "<p title='{}'>.</p>",
            '<script type="application/json">["{}"]</script>',
        ],
    )
    def test_on_a_page(self, built: Sites, markup: str) -> None:
        change(built.public / self.page, "</main>", markup.format(self.sentence) + "</main>")

        assert (self.page, self.run) in self.found(built)

    @pytest.mark.parametrize(
        "disguised",
        [
            "SPOED kan alleen VÓÓR twaalf uur worden aangevraagd.",
            "Spoed kan <strong>alleen</strong> vóór <a href='/'>twaalf</a> uur worden aangevraagd.",
            "Spoed&nbsp;kan alleen v&oacute;&#243;r twaalf uur worden aangevraagd.",
            "Spoed\n  kan alleen vóór\ttwaalf uur, worden aangevraagd!",
        ],
    )
    def test_on_a_page_in_another_form(self, built: Sites, disguised: str) -> None:
        change(built.public / self.page, "</main>", f"<p>{disguised}</p></main>")

        assert (self.page, self.run) in self.found(built)

    @pytest.mark.parametrize("dumps", [json.dumps, lambda text: json.dumps(text.replace(" ", "\n"), ensure_ascii=False)])
    def test_in_the_data(self, built: Sites, dumps: Callable[[str], str]) -> None:
        change(built.public / "api/v1/producten/paspoort.json", '{"soort"', f'{{"geheim":{dumps(self.sentence)},"soort"')

        assert ("api/v1/producten/paspoort.json", self.run) in self.found(built)

    def test_on_a_page_in_another_language(self, built: Sites) -> None:
        change(built.public / f"en/{self.page}", "</main>", f"<p>{self.sentence}</p></main>")

        assert (f"en/{self.page}", self.run) in self.found(built)

    def test_in_a_search_document(self, built: Sites) -> None:
        place = built.public / "zoeken/antwoorden/0.json"
        place.write_text(place.read_text("utf-8").replace('"kort":"', f'"kort":"{self.sentence} ', 1), "utf-8")

        assert ("zoeken/antwoorden/0.json", self.run) in self.found(built)

    def test_in_markdown(self, built: Sites) -> None:
        change(built.public / "producten/paspoort/index.md", "# Paspoort", f"{self.sentence}\n\n# Paspoort")

        assert ("producten/paspoort/index.md", self.run) in self.found(built)

    def test_in_a_calendar_where_a_line_is_folded_within_a_word(self, built: Sites) -> None:
        calendar = next(built.public.rglob("*.ics"))
        sentence = self.sentence.replace(" ", "\r\n  ", 1).replace("e", "\r\n e", 1)
        calendar.write_bytes(calendar.read_bytes().replace(b"DESCRIPTION:", f"DESCRIPTION:{sentence}".encode(), 1))

        assert (calendar.relative_to(built.public).as_posix(), self.run) in self.found(built)

    @pytest.mark.parametrize("place", ["blocks", "label", "keywords", "name"])
    def test_on_a_flyer(self, built: Sites, place: str) -> None:
        [answer] = [answer for answer in built.edition.answers if answer.key == "product:paspoort"]
        content = json.loads(flyer_content(answer, site_for()))
        paragraph = {"kind": "paragraph", "line": [{"kind": "words", "text": self.sentence}]}
        changed = {
            "blocks": [*content["blocks"], {"id": "x", "title": "X", "bodies": [paragraph]}],
            "label": self.sentence,
            "keywords": [self.sentence],
            "name": self.sentence,
        }
        flyer = FlyerPress(MAIN / "theme/flyer").print(json.dumps(content | {place: changed[place]}))
        (built.public / "producten/paspoort/paspoort.pdf").write_bytes(flyer)

        assert ("producten/paspoort/paspoort.pdf", self.run) in self.found(built)

    def test_a_whole_agents_page_put_live(self, built: Sites) -> None:
        card = "producten/identiteitskaart/index.html"
        (built.public / card).write_bytes((built.agents / card).read_bytes())

        found = self.found(built)

        assert {file for file, _ in found} == {card}
        assert {(card, self.run), (card, "u plant de afspraak burgerzaken doet de")} <= found

    def test_a_question_of_the_quick_scan(self, built: Sites) -> None:
        change(built.public / self.page, "</main>", "<p>Weet u waar u straks van leeft?</p></main>")

        assert (self.page, "weet u waar u straks van leeft") in self.found(built)

    def test_what_the_public_reads_too_is_no_secret(self, tmp_path: Path) -> None:
        project = lay_down(tmp_path / "klein")
        project.replace(
            "products/paspoort.yaml", "zeg_dit: U kunt een afspraak maken.", "zeg_dit: U vraagt een paspoort aan bij de gemeente."
        )
        build_quietly(project)

        assert Sites(project.root, edition_of(project)).leaks() == []

    def test_it_tells_where_and_what(self) -> None:
        assert str(Leak("index.html", "spoed kan alleen")) == (
            "index.html: hier staat tekst die alleen voor medewerkers is: “spoed kan alleen”"
        )


def test_what_a_life_event_tells_everybody_is_no_secret(tmp_path: Path) -> None:
    """An agent may say the same words as a step that everybody can read."""
    project = lay_down(tmp_path / "klein")
    said = "Geef uw nieuwe adres door aan de gemeente waar u gaat wonen."
    project.replace("content/levensgebeurtenissen/verhuizen.yaml", "Geef uw **nieuwe adres** door.", said)
    project.replace("products/paspoort.yaml", "zeg_dit: U kunt een afspraak maken.", f"zeg_dit: {said}")
    build_quietly(project)
    assert Sites(project.root, edition_of(project)).leaks() == []
