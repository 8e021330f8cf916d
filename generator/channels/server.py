"""The policy as web servers want it: `_headers` (Netlify, Cloudflare Pages), `.htaccess` (Apache); and security.txt.

What is said stands in `policy.py`; here is only how. `nginx.py` does the same for nginx, which reads nothing from a site.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from generator.assets import MAP_PATHS, PATHS
from generator.channels.site import PUBLIC
from generator.policy import ASK, COMPRESSED, TYPES, WITHOUT_POLICY, content_policy, endings_by_value, headers, keeping
from generator.words import DUTCH

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.channels.site import Site

MANUAL = "docs/server/README.md"
SECURITY = ".well-known/security.txt"
OWN_FILES = ("_headers", ".htaccess")
"""Files for the server itself, which no visitor gets."""

EXPIRES_AFTER = dt.timedelta(days=364)
"""RFC 9116, 2.5.5 recommends less than a year."""


def files(site: Site) -> dict[str, bytes]:
    """Give the files that stand once in a site, for its web server and for who finds a hole in it."""
    made = {"_headers": headers_file(site), ".htaccess": htaccess(site)}
    if site.channel == PUBLIC and site.security_email and site.root == "/":  # RFC 9116, 3: only at the root of a host
        made[SECURITY] = security(site)
    return {path: text.encode() for path, text in made.items()}


def security(site: Site) -> str:
    """Tell where to report a hole (RFC 9116). It expires, so that nobody writes to an address that is no longer read."""
    rows = [
        f"Contact: mailto:{site.security_email}",
        f"Expires: {site.peildatum + EXPIRES_AFTER}T00:00:00Z",
        "Preferred-Languages: nl, en",
        f"Canonical: {site.url}/{SECURITY}",
        *([f"Policy: {site.security_policy}"] if site.security_policy else []),
    ]
    return "\n".join(rows) + "\n"


def headers_file(site: Site) -> str:
    """Write `_headers`.

    Every rule that matches a path adds its headers, so no header stands in two rules of one path. A star stands only at the end, which
    is all that both hosts promise; so pages are named by how deep they stand, and flyers, which have no policy, by no rule.
    What has no rule for Cache-Control gets `ASK` from both hosts by themselves.
    """
    others = [code for code in site.languages if code != DUTCH]
    pages = (
        "/",
        "/404.html",
        "/:soort/",
        "/:soort/:naam/",
        "/keuzehulp/:naam/:stap/",
        *(f"/{code}/:soort/:naam/" for code in others),
        "/assets/*",
    )
    markdown = ("/:soort/:naam/index.md", *(f"/{code}/:soort/:naam/index.md" for code in others))
    everywhere = headers(for_agents=site.for_agents) | ({"Cache-Control": keeping("", for_agents=True)} if site.for_agents else {})
    paths = (*PATHS, *MAP_PATHS) if site.tiles else PATHS
    policy = content_policy(tiles=site.tiles_origin)
    kept = {} if site.for_agents else {f"/{path}": keeping(path, for_agents=False) for path in paths}
    rules = [
        ("/*", everywhere),
        *((page, {"Content-Security-Policy": policy}) for page in pages),
        *((path, {"Content-Type": TYPES["md"]}) for path in markdown),
        *((f"/{code}/*", {"Content-Language": code}) for code in others),
        *((path, {"Cache-Control": value}) for path, value in kept.items() if value != ASK),
    ]
    return (
        f"# Voor Netlify en Cloudflare Pages. Gemaakt bij elke bouw; zie {MANUAL}.\n\n"
        + "\n\n".join("\n".join([path, *(f"  {name}: {value}" for name, value in told.items())]) for path, told in rules)
        + "\n"
    )


def htaccess(site: Site) -> str:
    """Write `.htaccess`. Where a module is absent its part is passed over: better an answer without headers than no answer."""
    policy = content_policy(tiles=site.tiles_origin)
    told = headers(for_agents=site.for_agents) | {"Content-Security-Policy": policy, "Content-Language": DUTCH}
    kept = {} if site.for_agents else endings_by_value()
    lines = [
        f"# Voor Apache 2.4. Gemaakt bij elke bouw; zie {MANUAL}.",
        f"ErrorDocument 403 {site.root}404.html",
        f"ErrorDocument 404 {site.root}404.html",
        "DirectoryIndex index.html",
        "Options -Indexes",
        *(line for name in OWN_FILES for line in (f'<Files "{name}">', "  Require all denied", "</Files>")),
        "",
        "<IfModule mod_mime.c>",
        *(f"  AddType {_quoted(kind)} .{ending}" for ending, kind in TYPES.items()),
        "</IfModule>",
        "",
        "<IfModule mod_headers.c>",
        *(f"  Header always set {name} {_quoted(value)}" for name, value in told.items()),
        f"  Header always set Cache-Control {_quoted(keeping('', for_agents=site.for_agents))}",
        *(line for value, endings in kept.items() for line in _matching(endings, f"Header always set Cache-Control {_quoted(value)}")),
        *_matching(WITHOUT_POLICY, "Header always unset Content-Security-Policy"),
        *(line for code in site.languages if code != DUTCH for line in _in_language(code, site.root)),
        "  # Apache maakt van een gecomprimeerd bestand een andere versie; zo herkent het zijn eigen naam daarvoor.",
        """  RequestHeader edit If-None-Match '^"(.*)-(gzip|br)"$' '"$1", "$1-$2"'""",
        "</IfModule>",
        "",
        *_compression(),
    ]
    return "\n".join(lines) + "\n"


def _matching(endings: Iterable[str], directive: str) -> list[str]:
    pattern = _quoted(rf"\.(?:{'|'.join(endings)})$")
    return [f"  <FilesMatch {pattern}>", f"    {directive}", "  </FilesMatch>"]


def _in_language(code: str, root: str) -> list[str]:
    return [f'  <If "%{{REQUEST_URI}} =~ m#^{root}{code}/#">', f"    Header always set Content-Language {code}", "  </If>"]


def _compression() -> list[str]:
    kinds = " ".join(dict.fromkeys(TYPES[ending].split(";")[0] for ending in COMPRESSED))
    return [
        "<IfModule mod_filter.c>",
        "  <IfModule mod_brotli.c>",
        f"    AddOutputFilterByType BROTLI_COMPRESS;DEFLATE {kinds}",
        "  </IfModule>",
        "  <IfModule !mod_brotli.c>",
        "    <IfModule mod_deflate.c>",
        f"      AddOutputFilterByType DEFLATE {kinds}",
        "    </IfModule>",
        "  </IfModule>",
        "</IfModule>",
    ]


def _quoted(value: str) -> str:
    """Put a value between quotes; none of ours holds one."""
    return f'"{value}"'
