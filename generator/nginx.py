"""The policy as nginx wants it. nginx reads nothing from a site, so its files stand in the manual: `antwoordkaart schema` writes them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.policy import COMPRESSED, TYPES, WITHOUT_POLICY, content_policy, endings_by_value, headers, keeping
from generator.words import DUTCH

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

TILES = "https://service.pdok.nl"
"""The server of the map in the example; what a page says itself is stricter where it has no map."""
FOLDER = "docs/server"
CHANGE = "# VERANDER"
"""Stands behind every line that is another in every municipality."""


def files() -> dict[str, str]:
    """Give the configuration of both sites, by path in the project."""
    return {
        f"{FOLDER}/nginx-publiek.conf": configuration("publiek", "www", "site", for_agents=False),
        f"{FOLDER}/nginx-medewerkers.conf": configuration("medewerkers", "kcc", "site-kcc", for_agents=True),
    }


def configuration(name: str, host: str, folder: str, *, for_agents: bool) -> str:
    """Write what belongs in `conf.d` for one site; `name` keeps its maps apart from those of the other."""
    lines = [
        f"# Voor nginx: de site {'van de medewerkers' if for_agents else 'voor iedereen'}. Gemaakt door `antwoordkaart schema`.",
        f"# Zet dit bestand in /etc/nginx/conf.d/ en verander de regels met {CHANGE[2:]}. Uitleg: {FOLDER}/README.md.",
        "",
        f"# Komt uw kaart niet van {TILES[8:]}, of heeft u geen kaart? Verbeter dan wat achter img-src 'self' staat.  {CHANGE}",
        *_maps(name, for_agents=for_agents),
        "# In het logboek staan geen zoekwoorden en geen adressen van bezoekers: dat belooft de bladzijde Privacy.",
        f"log_format antwoordkaart_{name} '$time_iso8601 $request_method $uri $status $body_bytes_sent';",
        "",
        "server {",
        "    listen 443 ssl;",
        f"    server_name {host}.voorbeeldstad.example;  {CHANGE}",
        f"    ssl_certificate /etc/ssl/{host}.voorbeeldstad.example.pem;  {CHANGE}",
        f"    ssl_certificate_key /etc/ssl/{host}.voorbeeldstad.example.key;  {CHANGE}",
        f"    root /srv/antwoordkaart/{folder};  {CHANGE}",
        f"    access_log /var/log/nginx/antwoordkaart-{name}.log antwoordkaart_{name};",
        "    server_tokens off;",
        "",
        *_served(),
        "",
        *_types(),
        "",
        *(f"    add_header {header} {value} always;" for header, value in _told(name, for_agents=for_agents).items()),
        "}",
        "",
        "server {",
        "    listen 80;",
        f"    server_name {host}.voorbeeldstad.example;  {CHANGE}",
        f"    access_log /var/log/nginx/antwoordkaart-{name}.log antwoordkaart_{name};",
        "    server_tokens off;",
        "    return 301 https://$host$request_uri;",
        "}",
    ]
    return "\n".join(lines) + "\n"


def _told(name: str, *, for_agents: bool) -> dict[str, str]:
    """Give every header with its value; all in one place, since one `add_header` in a location would silence those above it."""
    return {header: f'"{value}"' for header, value in headers(for_agents=for_agents).items()} | {
        "Content-Security-Policy": f"$antwoordkaart_{name}_policy",
        "Cache-Control": f"$antwoordkaart_{name}_cache",
        "Content-Language": f"$antwoordkaart_{name}_taal",
    }


def _maps(name: str, *, for_agents: bool) -> list[str]:
    kept = {} if for_agents else {_ending_in(endings): f'"{value}"' for value, endings in endings_by_value().items()}
    return [
        *_map(f"antwoordkaart_{name}_policy", {_ending_in(WITHOUT_POLICY): '""', "default": f'"{content_policy(tiles=TILES)}"'}),
        *_map(f"antwoordkaart_{name}_cache", kept | {"default": f'"{keeping("", for_agents=for_agents)}"'}),
        # A folder of two letters is a language; but /sc/ is Samenwerkende Catalogi, not Sardinian.
        *_map(f"antwoordkaart_{name}_taal", {"~^/sc/": DUTCH, "~^/(?<code>[a-z][a-z])/": "$code", "default": DUTCH}),
    ]


def _map(name: str, values: Mapping[str, str]) -> list[str]:
    return [f"map $uri ${name} {{", *(f"    {pattern} {value};" for pattern, value in values.items()), "}", ""]


def _ending_in(endings: Iterable[str]) -> str:
    return rf"~\.(?:{'|'.join(endings)})$"


def _served() -> list[str]:
    return [
        "    index index.html;",
        "    error_page 403 =404 /404.html;",
        "    error_page 404 /404.html;",
        "    location = /_headers { return 404; }",
        r"    location ~ /\.(?!well-known/) { return 404; }",
        "    location / { try_files $uri $uri/ =404; }",
    ]


def _types() -> list[str]:
    """Name the media type of every ending, in place of nginx' own list, which lacks Markdown; and what to compress."""
    bare = {ending: kind.split(";")[0] for ending, kind in TYPES.items()}
    with_charset = [bare[ending] for ending, kind in TYPES.items() if "charset" in kind and ending != "html"]
    compressed = [bare[ending] for ending in COMPRESSED if ending != "html"]
    return [
        "    types {",
        *(f"        {kind} {ending};" for ending, kind in bare.items()),
        "    }",
        "    default_type application/octet-stream;",
        "    charset utf-8;",
        f"    charset_types {' '.join(with_charset)};",
        "    gzip on;",
        "    gzip_vary on;",
        "    gzip_min_length 1000;",
        f"    gzip_types {' '.join(compressed)};",
    ]
