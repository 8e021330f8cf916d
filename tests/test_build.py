"""What `antwoordkaart build` and `mkdocs build` promise about the files on disk: the same bytes, all of them, or the last good site."""

from __future__ import annotations

import contextlib
import datetime as dt
import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
from typing import TYPE_CHECKING, cast

import pytest
from click.testing import CliRunner
from conftest import PEILDATUM
from lxml import etree, html
from project import MAIN, URL, Sites, all_bytes, build_quietly, built_sites, edition_of, lay_down

from generator import build as building
from generator.build import SITES, NotProvenError, NotPublishableError
from generator.channels import markdown
from generator.channels.compiled import FOLDER
from generator.cli import main
from generator.readback import read_flyer
from generator.staging import WORK, recover, swap

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from conftest import Project

    from generator.answer import Answer
    from generator.channels.site import Site

pytestmark = [pytest.mark.build, pytest.mark.xdist_group("build")]

CARD = "products/identiteitskaart.yaml"
FLYERS = 10 * 3 + 1 + 4
"""Of ten answers on three papers, of a question on one; and of a theme in two languages, a life event and a neighbourhood."""


@pytest.fixture(scope="module")
def untouched(tmp_path_factory: pytest.TempPathFactory) -> Sites:
    return built_sites(tmp_path_factory.mktemp("build") / "klein")


@pytest.fixture
def project(untouched: Sites, tmp_path: Path) -> Project:
    """Give a project that was built before."""
    from conftest import Project  # noqa: PLC0415

    return Project(untouched.copied_to(tmp_path / "klein").root)


def live(project: Project) -> dict[str, dict[str, bytes]]:
    return {name: all_bytes(project.root / name) for name in SITES.values()}


def pages_of(site: Path) -> set[str]:
    return {"/" + page.parent.relative_to(site).as_posix().removeprefix(".") for page in site.rglob("index.html")}


class TestSameBytes:
    """One input and one peildatum give one site."""

    def test_in_another_folder(self, untouched: Sites, tmp_path: Path) -> None:
        again = built_sites(tmp_path / "elders" / "klein")

        for channel, folder in untouched.folders.items():
            ours, theirs = all_bytes(folder), all_bytes(again.folders[channel])
            assert sorted(ours) == sorted(theirs)
            assert [path for path in ours if ours[path] != theirs[path]] == []

    def test_with_and_without_the_cache(self, project: Project) -> None:
        before = live(project)

        assert build_quietly(project).flyers_printed == 0
        assert live(project) == before

        for kept in (project.root / WORK / "folders").iterdir():
            kept.unlink()
        assert build_quietly(project).flyers_printed == FLYERS
        assert live(project) == before

    def test_with_other_sites_left_behind(self, project: Project) -> None:
        before = live(project)
        project.write("site/producten/rijbewijs/index.html", "left by somebody")

        build_quietly(project)

        assert live(project) == before


class TestLastGoodSite:
    """A build that fails or stops leaves both sites byte for byte, and nothing of itself but what makes the next one quicker."""

    @pytest.fixture(autouse=True)
    def unharmed(self, project: Project) -> Iterator[None]:
        before = live(project)
        yield
        assert live(project) == before
        assert [path.name for path in (project.root / WORK).iterdir() if path.name not in {"folders", FOLDER}] == []

    def test_a_record_with_a_mistake(self, project: Project) -> None:
        project.replace(CARD, "termijn: ", "termijm: ")

        result = CliRunner().invoke(main, ["build", "-C", str(project.root), "--peildatum", str(PEILDATUM)])

        assert result.exit_code == 1
        assert "products/identiteitskaart.yaml:33:1: fout[onbekend-veld]" in result.stderr
        assert "1 probleem. De sites zijn niet gemaakt; de vorige staan er nog.\n" in result.stderr

    def test_every_mistake_is_told(self, project: Project) -> None:
        project.replace(CARD, "termijn: ", "termijm: ")
        project.replace("sociale_kaart/svb.yaml", "gratis: ja", "gratis: joh")

        with pytest.raises(NotPublishableError) as stopped:
            build_quietly(project)

        assert [problem.position.file for problem in stopped.value.problems][:2] == [CARD, "sociale_kaart/svb.yaml"]

    def test_a_font_that_is_not_there(self, project: Project) -> None:
        (project.root / "theme").unlink()
        shutil.copytree(MAIN / "theme", project.root / "theme")
        project.replace("theme/flyer/papers.toml", 'ltr = ["Noto Sans"]', 'ltr = ["Noto Serif"]')

        result = CliRunner().invoke(main, ["build", "-C", str(project.root), "--peildatum", str(PEILDATUM)])

        assert result.exit_code == 1
        assert result.stderr.endswith(
            "fout: theme/flyer/papers.toml: “Noto Serif” staat niet gewoon en vet in theme/flyer/fonts. Daar staan: Noto Sans, Vazirmatn.\n"
            "1 probleem. De sites zijn niet gemaakt; de vorige staan er nog.\n"
        )

    @pytest.mark.parametrize("station", ["build_site", "print_flyers", "verify", "leaks", "swap"])
    def test_an_interruption(self, project: Project, monkeypatch: pytest.MonkeyPatch, station: str) -> None:
        def interrupted(*_arguments: object, **_named: object) -> None:
            raise KeyboardInterrupt

        monkeypatch.setattr(building, station, interrupted)

        with pytest.raises(KeyboardInterrupt):
            build_quietly(project)

    @pytest.mark.parametrize("rename", [1, 2, 3, 4])
    def test_an_interruption_in_the_swap(self, project: Project, monkeypatch: pytest.MonkeyPatch, rename: int) -> None:
        project.replace(CARD, "een pasfoto", "een foto")
        interrupt_at_rename(rename, monkeypatch)

        with pytest.raises(KeyboardInterrupt):
            build_quietly(project)

    def test_a_channel_that_says_something_else(self, project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
        honest = markdown.render

        def another_word(answer: Answer, site: Site) -> str:
            return honest(answer, site).replace("een pasfoto", "een paspoort")

        monkeypatch.setattr(markdown, "render", another_word)

        with pytest.raises(NotProvenError) as stopped:
            build_quietly(project)

        words = "het antwoord zegt “Wat heeft u nodig? Neem een pasfoto mee. Die is niet ouder”"
        found = "hier staat “Wat heeft u nodig? Neem een paspoort mee. Die is niet ouder”"
        assert stopped.value.findings == [
            f"product:identiteitskaart, blok 'meenemen', kanaal {channel} markdown: {words}, {found}" for channel in ("kcc", "publiek")
        ]

    def test_a_page_that_tells_what_agents_know(self, project: Project) -> None:
        project.write("content/privacy.md", "# Privacy\n\nSpoed kan alleen vóór twaalf uur worden aangevraagd.\n")

        result = CliRunner().invoke(main, ["build", "-C", str(project.root), "--peildatum", str(PEILDATUM)])

        assert result.exit_code == 1
        assert "fout: privacy/index.html: hier staat tekst die alleen voor medewerkers is: " in result.stderr


def interrupt_at_rename(number: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Interrupt at the `number`th time that a whole site is moved."""
    from pathlib import Path  # noqa: PLC0415

    moved: list[Path] = []
    rename = Path.rename

    def counted(self: Path, target: Path) -> Path:
        if self.name in SITES.values() and number == len(moved) + 1:
            monkeypatch.setattr(Path, "rename", rename)
            raise KeyboardInterrupt
        if self.name in SITES.values():
            moved.append(self)
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", counted)


class TestRecover:
    """After the machine stopped in the middle of a swap, the next build starts from the last good sites."""

    def stopped_after(self, root: Path, moves: int) -> None:
        """Lay down old and new sites as they are after `moves` of the four moves of a swap."""
        aside = root / WORK
        old = [aside / f"vorige-{name}" if moves > index else root / name for index, name in enumerate(SITES.values())]
        new = [root / name if moves > index else aside / "bouw" / name for index, name in enumerate(SITES.values(), 2)]
        for folders, word in ((old, "oud"), (new, "nieuw")):
            for folder in folders:
                folder.mkdir(parents=True)
                (folder / "index.html").write_text(word)

    @pytest.mark.parametrize(("moves", "word"), [(0, "oud"), (1, "oud"), (2, "oud"), (3, "oud"), (4, "nieuw")])
    def test_both_sites_are_of_the_same_build(self, tmp_path: Path, moves: int, word: str) -> None:
        self.stopped_after(tmp_path, moves)

        recover(tmp_path, tuple(SITES.values()))

        assert [(tmp_path / name / "index.html").read_text() for name in SITES.values()] == [word, word]

    def test_a_swap_that_is_done_keeps_nothing_of_the_old_sites(self, tmp_path: Path) -> None:
        self.stopped_after(tmp_path, 0)

        swap(tmp_path, {name: tmp_path / WORK / "bouw" / name for name in SITES.values()})

        assert [(tmp_path / name / "index.html").read_text() for name in SITES.values()] == ["nieuw", "nieuw"]
        assert [path.name for path in (tmp_path / WORK).iterdir()] == ["bouw"]

    def test_the_next_build_puts_them_back_even_if_it_fails_itself(self, project: Project) -> None:
        before = live(project)
        (project.root / "site-kcc").rename(project.root / WORK / "vorige-site-kcc")
        project.replace(CARD, "termijn: ", "termijm: ")

        with pytest.raises(NotPublishableError):
            build_quietly(project)

        assert live(project) == before


class TestFlyers:
    """Only flyers that say something else are printed anew."""

    def test_one_changed_record(self, project: Project) -> None:
        project.replace(CARD, "een pasfoto", "een nieuwe pasfoto")

        assert build_quietly(project).flyers_printed == 3

    def test_a_changed_fact_in_two_records(self, project: Project) -> None:
        project.replace(CARD, "{kaart.kind}.", "{kaart.kind}. Een paspoort kost {leges.paspoort_volwassene}.")
        build_quietly(project)
        project.replace("content/feiten/leges.yaml", "83,87", "84,10")

        # Of the identity card, of the passport in both languages, and of the theme in both, which tells their short answers.
        assert build_quietly(project).flyers_printed == 3 * 3 + 2

    def test_what_only_agents_read_is_not_on_paper(self, project: Project) -> None:
        project.replace(CARD, "Niet voor een vraag over de prijs.", "Niet voor een vraag over de datum.")

        assert build_quietly(project).flyers_printed == 0

    def test_another_day(self, project: Project) -> None:
        assert build_quietly(project, PEILDATUM + dt.timedelta(days=1)).flyers_printed == FLYERS


class TestPeildatum:
    """The build speaks for a day."""

    @pytest.fixture(scope="class", name="year")
    @staticmethod
    def built_for_2027(tmp_path_factory: pytest.TempPathFactory) -> Sites:
        return built_sites(tmp_path_factory.mktemp("2027") / "klein", dt.date(2027, 1, 1))

    @pytest.mark.parametrize("channel", ["publiek", "kcc"])
    @pytest.mark.parametrize(
        "path",
        [
            "producten/identiteitskaart/index.html",
            "producten/identiteitskaart/index.md",
            "api/v1/producten/identiteitskaart.json",
            "api/v1/producten.json",
            "zoeken/antwoorden/0.json",
            "thema/burgerzaken/index.html",
            "a-z/index.html",
        ],
    )
    def test_next_years_tariff_is_in_every_channel(self, year: Sites, channel: str, path: str) -> None:
        told = (year.folders[channel] / path).read_text(encoding="utf-8")

        assert "€\N{NO-BREAK SPACE}85,40" in told
        assert "83,87" not in told

    @pytest.mark.parametrize("channel", ["publiek", "kcc"])
    def test_next_years_tariff_is_on_the_flyer(self, year: Sites, channel: str) -> None:
        words, foot = read_flyer(year.folders[channel] / "producten/identiteitskaart/identiteitskaart.pdf")

        assert "Dat kost € 85,40." in words
        assert "83,87" not in words
        assert "geldig op 1 januari 2027" in foot

    @pytest.mark.parametrize("channel", ["publiek", "kcc"])
    def test_a_record_appears_on_its_first_day(self, untouched: Sites, year: Sites, channel: str) -> None:
        announced = ["feeds/veranderd.xml", "veranderd/straks/index.html"] if channel == "kcc" else []
        assert traces_of("nieuwe-parkeerpas", untouched.folders[channel]) == announced
        told_to_agents = {"code/codes.json", "eerste-contact/index.html", "loketmatrix/index.html", "naast/index.html", "sw.js"}
        every = traces_of("nieuwe-parkeerpas", year.folders[channel])
        traces = [path for path in every if not path.endswith((".json.js", ".txt.js", ".html.js")) and "/lijst-" not in path]
        assert (len(every) > len(traces)) == (channel == "kcc")
        assert told_to_agents & set(traces) == (told_to_agents if channel == "kcc" else set())
        assert [path for path in traces if path not in told_to_agents] == [
            "a-z/index.html",
            "api/v1/producten/nieuwe-parkeerpas.json",
            "api/v1/producten.json",
            "producten/nieuwe-parkeerpas/index.html",
            "producten/nieuwe-parkeerpas/index.md",
            "producten/nieuwe-parkeerpas/nieuwe-parkeerpas-a5.pdf",
            "producten/nieuwe-parkeerpas/nieuwe-parkeerpas-groot.pdf",
            "producten/nieuwe-parkeerpas/nieuwe-parkeerpas.pdf",
            *(["sitemap.xml"] if channel == "publiek" else []),
            "thema/burgerzaken/burgerzaken.pdf",
            "thema/burgerzaken/index.html",
            "zoeken/antwoorden/0.json",
        ]

    def test_a_record_disappears_on_its_last_day_with_everything_about_it(self, year: Sites) -> None:
        from conftest import Project  # noqa: PLC0415

        build_quietly(Project(year.root), dt.date(2028, 1, 1))

        assert [traces_of("nieuwe-parkeerpas", folder) for folder in year.folders.values()] == [[], []]


def traces_of(record: str, folder: Path) -> list[str]:
    """Give every file that a record has, or that tells of it."""
    return [path for path, content in all_bytes(folder).items() if record in path or record.encode() in content]


class TestWhatIsInTheSite:
    """Every page can be found, every link leads somewhere, and there is nothing else."""

    def test_the_sitemap_lists_every_page(self, untouched: Sites) -> None:
        listed = [location.text for location in etree.parse(untouched.public / "sitemap.xml").iter("{*}loc")]
        moved = {
            *("/producten", "/producten/reisdocument", "/producten/id-kaart", "/loket/balie"),
            *("/en/producten", "/en/producten/reisdocument", "/vraag/aow-in-spanje"),
        }
        steps = {path for path in pages_of(untouched.public) if re.match("/keuzehulp/[^/]+/[^/]", path)}

        assert len(listed) == len(set(listed))
        assert set(listed) == {f"{URL}{path.rstrip('/')}/" for path in pages_of(untouched.public) - moved - steps}

    @pytest.mark.parametrize("channel", ["publiek", "kcc"])
    def test_every_link_leads_somewhere(self, untouched: Sites, channel: str) -> None:
        site = untouched.folders[channel]

        assert sorted(set(dead_links(site))) == []

    def test_agents_pages_are_kept_out_of_search_engines(self, untouched: Sites) -> None:
        assert (untouched.agents / "robots.txt").read_text() == "User-agent: *\nDisallow: /\n"
        assert not (untouched.agents / "sitemap.xml").exists()
        assert all('<meta name="robots" content="noindex, nofollow">' in page.read_text() for page in untouched.agents.rglob("*.html"))

    @pytest.mark.parametrize("channel", ["publiek", "kcc"])
    def test_nothing_of_the_theme_that_we_do_not_use(self, untouched: Sites, channel: str) -> None:
        site = untouched.folders[channel]

        assert [path for path in all_bytes(site) if path.startswith("assets/")] == [
            "assets/apple-touch-icon.png",
            "assets/asked.js",
            *([] if channel == "publiek" else [f"assets/desk{name}" for name in ("-folder.css", "-folder.js", "-pages.js", ".css", ".js")]),
            "assets/finder.css",
            "assets/finder.js",
            "assets/fonts/OFL.txt",
            "assets/fonts/noto-sans-arabic-bold.woff2",
            "assets/fonts/noto-sans-arabic-regular.woff2",
            "assets/fonts/noto-sans-bold.woff2",
            "assets/fonts/noto-sans-regular.woff2",
            "assets/icon.svg",
            "assets/icons/elsewhere.svg",
            "assets/icons/info.svg",
            "assets/icons/language.svg",
            "assets/icons/leave.svg",
            "assets/icons/mail.svg",
            "assets/icons/menu.svg",
            "assets/icons/next.svg",
            "assets/icons/online.svg",
            "assets/icons/paper.svg",
            "assets/icons/phone.svg",
            "assets/icons/place.svg",
            "assets/icons/search.svg",
            "assets/keuzehulp.js",
            "assets/list.js",
            "assets/lunr.min.js",
            "assets/page.js",
            *([] if channel == "publiek" else ["assets/quickscan.css", "assets/quickscan.js"]),
            "assets/search.js",
            "assets/share.png",
            "assets/style.css",
            "assets/trust.js",
            "assets/zoeken.css",
            "assets/zoeken.js",
        ]
        assert {path.suffix for path in site.rglob("*") if path.is_file()} == {
            *("", ".css", ".csv", ".html", ".ico", ".ics", ".js", ".json", ".md", ".pdf", ".png", ".svg", ".txt", ".woff2"),
            ".xml",
        }

    def test_no_page_calls_another_server(self, untouched: Sites) -> None:
        called = {
            address
            for page in untouched.public.rglob("*.html")
            for address in addresses_in(page, "//link[not(@rel='canonical' or @hreflang)]/@href | //script/@src | //img/@src")
            if "//" in address
        }

        assert called == set()

    def test_an_old_name_leads_to_the_new_page(self, untouched: Sites) -> None:
        page = (untouched.public / "producten/reisdocument/index.html").read_text(encoding="utf-8")

        assert '<meta http-equiv="refresh" content="0; url=../../producten/paspoort/">' in page
        assert 'Ga naar <a href="../../producten/paspoort/">Paspoort aanvragen</a>.' in page

    def test_a_summary_counts(self, project: Project) -> None:
        result = CliRunner().invoke(main, ["build", "-C", str(project.root), "--peildatum", str(PEILDATUM)])

        pages = sum(1 for name in SITES.values() for _ in (project.root / name).rglob("*.html"))
        assert result.exit_code == 0
        assert result.stdout.startswith(f"11 antwoorden, {pages} pagina's, {FLYERS} folders (0 opnieuw gedrukt), peildatum 2026-11-22, ")


def addresses_in(page: Path, path: str) -> list[str]:
    """Give the attributes that an XPath finds on a page."""
    return [str(found) for found in cast(list[str], html.fromstring(page.read_bytes()).xpath(path))]


def dead_links(site: Path) -> Iterator[tuple[str, str]]:
    """Give page and target of every link within the site that leads to no file."""
    for page in sorted(site.rglob("*.html")):
        here = "/" if page.name == "404.html" else f"/{page.relative_to(site).as_posix()}"
        anchors = set(addresses_in(page, "//@id"))
        for target in addresses_in(page, "//@href | //@src | //form/@action"):
            if ":" in target or target.startswith("//"):
                continue
            path = urllib.parse.urlsplit(urllib.parse.urljoin(here, target)).path
            file = site / (path.lstrip("/") + ("index.html" if path.endswith("/") else ""))
            if not file.is_file() or (target.startswith("#") and target[1:] not in anchors):
                yield here, target


def mkdocs(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run MkDocs as a person does, in the project's folder."""
    environment = os.environ | {"ANTWOORDKAART_PEILDATUM": str(PEILDATUM)}
    return subprocess.run(  # noqa: S603 - our own command
        [sys.executable, "-m", "mkdocs", *arguments], cwd=root, env=environment, capture_output=True, text=True, timeout=300, check=False
    )


class TestMkDocs:
    """The site is an ordinary MkDocs site."""

    def test_mkdocs_build_makes_the_same_pages(self, untouched: Sites, project: Project) -> None:
        done = mkdocs(project.root, "build", "-f", "mkdocs.yml")

        ours, theirs = all_bytes(untouched.public), all_bytes(project.root / "site")
        assert done.returncode == 0, done.stderr
        assert {path for path in ours if ours[path] != theirs.get(path)} == {
            path for path in ours if path.endswith((".pdf", "editie.json")) or path.startswith("api/hsds/")
        }
        assert theirs.keys() <= ours.keys()

    def test_mkdocs_build_makes_the_same_pages_for_agents_but_for_the_history_and_use_without_a_network(
        self, untouched: Sites, project: Project
    ) -> None:
        done = mkdocs(project.root, "build", "-f", "mkdocs.kcc.yml")

        ours, theirs = all_bytes(untouched.agents), all_bytes(project.root / "site-kcc")
        assert done.returncode == 0, done.stderr
        assert {path for path in ours if ours[path] != theirs.get(path)} == {
            *(path for path in ours if path.endswith((".pdf", "editie.json")) or path.startswith("api/hsds/")),
            *(path for path in ours if path.startswith(("veranderd/", "code/index.html", "feeds/"))),
            *(path for path in ours if path.endswith((".json.js", ".txt.js", ".html.js")) or path == "sw.js"),
        }
        assert theirs.keys() <= ours.keys()

    def test_mkdocs_build_leaves_the_last_site_when_a_record_is_wrong(self, project: Project) -> None:
        before = live(project)
        project.replace(CARD, "termijn: ", "termijm: ")

        done = mkdocs(project.root, "build", "-f", "mkdocs.yml")

        assert done.returncode == 1
        assert "de site is niet gemaakt; de vorige staat er nog." in done.stderr
        assert "products/identiteitskaart.yaml:33:1: fout[onbekend-veld]" in done.stderr
        assert live(project) == before

    def test_mkdocs_serve_shows_a_changed_record(self, project: Project) -> None:
        with serving(project.root) as address:
            wait_until(lambda: "Neem een pasfoto mee." in read(f"{address}producten/identiteitskaart/"))
            project.replace(CARD, "een pasfoto", "een nieuwe pasfoto")

            wait_until(lambda: "Neem een nieuwe pasfoto mee." in read(f"{address}producten/identiteitskaart/"))


@contextlib.contextmanager
def serving(root: Path) -> Iterator[str]:
    """Serve the project on a free port of this machine."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    server = subprocess.Popen(  # noqa: S603 - our own command
        [sys.executable, "-m", "mkdocs", "serve", "-a", f"127.0.0.1:{port}"],
        cwd=root,
        env=os.environ | {"ANTWOORDKAART_PEILDATUM": str(PEILDATUM)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield f"http://127.0.0.1:{port}/"
    finally:
        server.terminate()
        server.wait(60)


def read(address: str) -> str:
    """Read a page; nothing while the server is not there yet."""
    with contextlib.suppress(OSError), urllib.request.urlopen(address, timeout=5) as answer:  # noqa: S310 - our own server
        return str(answer.read().decode())
    return ""


def wait_until(true: Callable[[], bool], seconds: float = 90) -> None:
    """Wait until something is true; fail when that takes too long."""
    until = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < until, "it took too long"
        time.sleep(0.1)


def test_the_small_project_has_no_warnings(untouched: Sites) -> None:
    assert edition_of(lay_down(untouched.root.parent / "vers")).answers == untouched.edition.answers
