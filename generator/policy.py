"""What a browser may do on our pages, and what a web server tells it beside each file. Every server file says it in its own way.

Two rules shape the values. Nothing comes from another site (AVG art. 25: data protection by design), but for the pictures of a map where
the municipality chose one and a visitor asks for it. And file names carry no hash of
their content, so whatever may change with the next build is only ever kept for a short time.
"""

from __future__ import annotations

POLICY = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self'",
    "font-src": "'self'",
    "connect-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "require-trusted-types-for": "'script'",
    "trusted-types": "default",
}
"""Content-Security-Policy (W3C, CSP level 3). What is not named gets nothing: frames, plug-ins, media, a manifest.

With Trusted Types no text becomes HTML or script; `theme/assets/trust.js` makes the one policy, for addresses of our own scripts.
"""

HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "accelerometer=(), camera=(), display-capture=(), geolocation=(self), gyroscope=(), magnetometer=(), "
    "microphone=(), midi=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Strict-Transport-Security": "max-age=31536000",
}
"""What goes with every file, beside the policy.

* `no-referrer`: the address of the search page holds what somebody seeks.
* Only geolocation may be asked for, by our own pages: for what is near.
* HSTS (RFC 6797) for a year, without `includeSubDomains`: a municipality has other sites below its name.
"""

AGENTS_HEADERS = {"X-Robots-Tag": "noindex, nofollow"}
"""What goes with every file of the agents' site besides."""

ASK = "public, max-age=0, must-revalidate"
"""Pages, data and flyers: a browser asks each time whether its copy still holds, so that a corrected answer is everywhere at once."""
SHORT = "public, max-age=300"
"""Style and scripts: five minutes, so that the pages of one visit do not each ask again."""
LONG = "public, max-age=604800"
"""Fonts and images: a week. Never `immutable`: their names do not change when they do."""
PRIVATE = "private, max-age=0, must-revalidate"
"""Everything of the agents' site: no cache that others share may keep it."""

TYPES = {
    "css": "text/css; charset=utf-8",
    "csv": "text/csv; charset=utf-8",
    "html": "text/html; charset=utf-8",
    "ico": "image/x-icon",
    "ics": "text/calendar; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "json": "application/json",
    "md": "text/markdown; charset=utf-8",
    "pdf": "application/pdf",
    "png": "image/png",
    "svg": "image/svg+xml",
    "txt": "text/plain; charset=utf-8",
    "woff2": "font/woff2",
    "xml": "application/xml; charset=utf-8",
}
"""The media type of every file name's ending that a site has (IANA). JSON is UTF-8 by definition (RFC 8259)."""

COMPRESSED = ("css", "csv", "html", "ics", "js", "json", "md", "svg", "txt", "xml")
"""Text gains by compression; fonts, images and flyers are compressed inside."""

KEPT = {"css": SHORT, "js": SHORT, "ico": LONG, "png": LONG, "svg": LONG, "woff2": LONG}
"""How long a file is kept, by the ending of its name; every other is asked for each time."""

WITHOUT_POLICY = ("pdf",)
"""Flyers have no policy: Safari would apply its rules for style to the viewer that it shows a PDF in, and so break it.

It does since 17.4 (seen in Directus, issue 23130). Chrome drops the policy of a PDF by itself; a PDF runs nothing of a page's.
"""


def content_policy(*, in_page: bool = False, tiles: str = "") -> str:
    """Give the Content-Security-Policy as one line; a page can't say who may put it in a frame (CSP 3, 3.3), a header can.

    `tiles` is the origin of the map's pictures. Of the pages only the finder names it; a browser keeps to the strictest of page and header.
    """
    directives = POLICY if in_page else POLICY | {"frame-ancestors": "'none'"}
    directives = directives | ({"img-src": f"{POLICY['img-src']} {tiles}"} if tiles else {})
    return "; ".join(f"{name} {value}" for name, value in directives.items())


def keeping(path: str, *, for_agents: bool) -> str:
    """Give the Cache-Control of the file at `path`."""
    return PRIVATE if for_agents else KEPT.get(_ending(path), ASK)


def has_policy(path: str) -> bool:
    """Tell whether the policy goes with the file at `path`."""
    return _ending(path) not in WITHOUT_POLICY


def endings_by_value() -> dict[str, list[str]]:
    """Give the endings that are kept longer than a moment, by how long."""
    return {value: [ending for ending, other in KEPT.items() if other == value] for value in dict.fromkeys(KEPT.values())}


def _ending(path: str) -> str:
    return path.rpartition(".")[2]


def headers(*, for_agents: bool) -> dict[str, str]:
    """Give what goes with every file of a site, beside the policy and how long it is kept."""
    return HEADERS | AGENTS_HEADERS if for_agents else dict(HEADERS)
