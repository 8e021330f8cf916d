"""What each web server is told, read back from its file as that server reads it: the same headers, whoever serves the site."""

from __future__ import annotations

import dataclasses
import datetime as dt
import re

import pytest
from conftest import PEILDATUM, TESTS
from project import URL, site_for
from server_files import as_apache_reads, as_hosts_read, as_nginx_reads, rules_of

from generator.assets import MAP_PATHS, PATHS
from generator.channels import server
from generator.channels.site import AGENTS, PUBLIC, TileServer
from generator.nginx import TILES as EXAMPLE
from generator.policy import ASK, COMPRESSED, TYPES, content_policy, has_policy, headers, keeping
from generator.schema import files as made_files

CHANNELS = pytest.mark.parametrize("channel", [PUBLIC, AGENTS])
TILES = TileServer(address="https://tegels.klein.example:8443/{z}/{x}/{y}.png", name="Klein", credit="Klein")
NGINX = {PUBLIC: "docs/server/nginx-publiek.conf", AGENTS: "docs/server/nginx-medewerkers.conf"}

PAGES = ["/", "/404.html", "/a-z/", "/producten/paspoort/", "/sociale-kaart/de-linde/", "/zoeken/", "/en/", "/en/producten/paspoort/"]
OTHERS = [
    "/producten/paspoort/paspoort.pdf",
    "/producten/paspoort/index.md",
    "/en/producten/paspoort/paspoort.pdf",
    "/en/producten/paspoort/index.md",
    "/api/v1/producten/paspoort.json",
    "/zoeken/kern.json",
    "/zoeken/woorden/p.txt",
    "/zoeken/antwoorden/0.json",
    "/zoeken/opensearch.xml",
    "/sc/4.0/producten.xml",
    "/sitemap.xml",
    "/robots.txt",
    "/.well-known/security.txt",
    *(f"/{path}" for path in PATHS),
]


def expected(path: str, channel: str, tiles: str = "") -> dict[str, str]:
    """Give what must go with a path, from the policy itself."""
    for_agents = channel == AGENTS
    return (
        headers(for_agents=for_agents)
        | ({"Content-Security-Policy": content_policy(tiles=tiles)} if has_policy(path) else {})
        | {"Cache-Control": keeping(path, for_agents=for_agents), "Content-Language": "en" if path.startswith("/en/") else "nl"}
    )


@CHANNELS
@pytest.mark.parametrize("path", [*PAGES, *OTHERS])
def test_apache_and_nginx_tell_everything(channel: str, path: str) -> None:
    assert as_apache_reads(server.htaccess(site_for(channel)))(path) == expected(path, channel)
    assert as_nginx_reads((TESTS.parent / NGINX[channel]).read_text(encoding="utf-8"))(path) == expected(path, channel, EXAMPLE)


@CHANNELS
@pytest.mark.parametrize("path", ["/sociale-kaart/", *(f"/{path}" for path in MAP_PATHS)])
def test_a_site_with_a_map_lets_the_server_of_the_map_give_pictures(channel: str, path: str) -> None:
    site = dataclasses.replace(site_for(channel), tiles=TILES)
    wanted = expected(path, channel, "https://tegels.klein.example:8443")

    assert as_apache_reads(server.htaccess(site))(path) == wanted
    silent = {"Content-Language"} | ({"Cache-Control"} if wanted["Cache-Control"] == ASK else set())
    assert as_hosts_read(server.headers_file(site))(path) == {name: value for name, value in wanted.items() if name not in silent}


def test_the_files_for_nginx_in_the_manual_are_of_this_policy() -> None:
    made = made_files()

    stale = [path for path in NGINX.values() if (TESTS.parent / path).read_text(encoding="utf-8") != made[path]]
    assert stale == [], "draai: antwoordkaart schema"


class TestHosts:
    """`_headers`, for Netlify and Cloudflare Pages, which ask a browser each time where the file says nothing."""

    @CHANNELS
    @pytest.mark.parametrize("path", PAGES)
    def test_a_page(self, channel: str, path: str) -> None:
        told = as_hosts_read(server.headers_file(site_for(channel)))(path)

        silent = {"Cache-Control"} if channel == PUBLIC else set()
        silent |= set() if path.startswith("/en/") else {"Content-Language"}
        assert told == {name: value for name, value in expected(path, channel).items() if name not in silent}

    @CHANNELS
    @pytest.mark.parametrize("path", OTHERS)
    def test_another_file_has_the_same_but_for_what_only_a_page_needs(self, channel: str, path: str) -> None:
        told = as_hosts_read(server.headers_file(site_for(channel)))(path)

        wanted = expected(path, channel)
        assert told.items() - {("Content-Type", "text/markdown; charset=utf-8")} <= wanted.items()
        assert wanted.keys() - told.keys() <= {"Content-Security-Policy", "Cache-Control", "Content-Language"}
        assert told.get("Cache-Control", "public, max-age=0, must-revalidate") == wanted["Cache-Control"]

    def test_a_flyer_has_no_policy(self) -> None:
        told = as_hosts_read(server.headers_file(site_for()))

        assert "Content-Security-Policy" in told("/producten/paspoort/")
        assert "Content-Security-Policy" not in told("/producten/paspoort/paspoort.pdf")
        assert "Content-Security-Policy" not in told("/en/producten/paspoort/paspoort.pdf")

    def test_markdown_is_called_so(self) -> None:
        told = as_hosts_read(server.headers_file(site_for()))

        assert told("/producten/paspoort/index.md")["Content-Type"] == TYPES["md"]
        assert told("/en/producten/paspoort/index.md")["Content-Type"] == TYPES["md"]
        assert "Content-Type" not in told("/producten/paspoort/")

    @CHANNELS
    def test_the_file_is_within_what_cloudflare_takes(self, channel: str) -> None:
        text = server.headers_file(site_for(channel))

        assert len(rules_of(text)) <= 100
        assert max(map(len, text.splitlines())) <= 2000

    @CHANNELS
    def test_a_star_stands_only_at_the_end(self, channel: str) -> None:
        assert [rule for rule in rules_of(server.headers_file(site_for(channel))) if "*" in rule[:-1]] == []


class TestApache:
    """`.htaccess`, beside the headers."""

    @CHANNELS
    def test_every_kind_of_file_has_its_type(self, channel: str) -> None:
        assert dict(_types(server.htaccess(site_for(channel)))) == TYPES

    def test_files_for_servers_are_for_nobody_else(self) -> None:
        denied = re.findall(r'<Files "(.+)">\n  Require all denied\n</Files>', server.htaccess(site_for()))

        assert denied == ["_headers", ".htaccess"]

    @pytest.mark.parametrize("root", ["/", "/antwoorden/"])
    def test_a_missing_page_has_our_own_page(self, root: str) -> None:
        text = server.htaccess(dataclasses.replace(site_for(), root=root))

        assert f"ErrorDocument 404 {root}404.html\n" in text

    def test_a_site_in_a_folder_knows_its_languages(self) -> None:
        told = as_apache_reads(server.htaccess(dataclasses.replace(site_for(), root="/antwoorden/")))

        assert told("/antwoorden/en/a-z/")["Content-Language"] == "en"
        assert told("/antwoorden/a-z/")["Content-Language"] == "nl"

    def test_text_is_compressed(self) -> None:
        compressed = re.search(r"BROTLI_COMPRESS;DEFLATE (.+)", server.htaccess(site_for()))

        assert compressed is not None
        assert compressed[1].split() == [TYPES[ending].split(";")[0] for ending in COMPRESSED]


def _types(text: str) -> list[tuple[str, str]]:
    return [(ending, kind) for kind, ending in re.findall(r'AddType "(.+)" \.(\w+)', text)]


class TestSecurityTxt:
    """RFC 9116: who finds a hole knows whom to tell. The Dutch government must have it (Forum Standaardisatie)."""

    site = dataclasses.replace(
        site_for(), security_email="veilig@klein.example", security_policy="https://www.klein.example/zwakke-plek-melden"
    )

    def test_it_tells_where_until_when_and_in_which_languages(self) -> None:
        assert server.security(self.site) == (
            "Contact: mailto:veilig@klein.example\n"
            "Expires: 2027-11-21T00:00:00Z\n"
            "Preferred-Languages: nl, en\n"
            f"Canonical: {URL}/.well-known/security.txt\n"
            "Policy: https://www.klein.example/zwakke-plek-melden\n"
        )

    @pytest.mark.parametrize("day", [PEILDATUM, dt.date(2028, 2, 29), dt.date(2027, 12, 31)])
    def test_it_expires_within_a_year(self, day: dt.date) -> None:
        [told] = re.findall(r"^Expires: (.+)T00:00:00Z$", server.security(dataclasses.replace(self.site, peildatum=day)), re.MULTILINE)

        assert dt.timedelta(days=360) < dt.date.fromisoformat(told) - day < dt.timedelta(days=365)

    def test_the_agreements_may_be_absent(self) -> None:
        assert "Policy" not in server.security(dataclasses.replace(self.site, security_policy=""))

    def test_it_stands_in_the_public_site_at_the_root_of_its_host_and_only_with_an_address(self) -> None:
        assert server.SECURITY in server.files(self.site)
        assert server.SECURITY not in server.files(dataclasses.replace(self.site, channel=AGENTS))
        assert server.SECURITY not in server.files(dataclasses.replace(self.site, root="/antwoorden/"))
        assert server.SECURITY not in server.files(site_for())
