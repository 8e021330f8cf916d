"""A web server on this machine that compresses text as a municipality's does."""

from __future__ import annotations

import gzip
import http.server
import threading
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import brotli

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

COMPRESSIBLE = ("text/", "application/json", "application/javascript", "application/xml", "image/svg+xml")
"""Beginnings of content types that gain by compression; fonts (woff2) and photographs are compressed already."""


@cache
def as_gzip(content: bytes) -> bytes:
    """Compress as `gzip -9`."""
    return gzip.compress(content, 9, mtime=0)


@cache
def as_brotli(content: bytes) -> bytes:
    """Compress with brotli at its best, as is done once for a file that never changes."""
    compressed: bytes = brotli.compress(content, quality=11)
    return compressed


@contextmanager
def served(folders: Mapping[str, Path], asked: list[tuple[str, int]] | None = None) -> Iterator[str]:
    """Serve each folder at its path (`{"/": site, "/kcc/": agents' site}`) until the block ends; give the address, without a slash.

    In `asked` comes every file that a browser asked for, workers included, with its bytes: text as `gzip -9`, other files as they are.
    """

    class Handler(http.server.SimpleHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True  # head and body are sent apart: the second would wait 40 ms for the browser to confirm the first

        def do_GET(self) -> None:
            mount = max((path for path in folders if self.path.startswith(path)), key=len)
            self.directory = str(folders[mount])
            file = Path(self.translate_path("/" + self.path.removeprefix(mount)))
            file = file / "index.html" if file.is_dir() else file
            if file.is_file():
                self._send(200, self.guess_type(file), file.read_bytes())
            else:
                self._send(404, "text/plain", b"not here")

        def _send(self, status: int, kind: str, content: bytes) -> None:
            accepted = self.headers.get("Accept-Encoding", "")
            if asked is not None:
                asked.append((self.path, len(as_gzip(content)) if kind.startswith(COMPRESSIBLE) else len(content)))
            self.send_response(status)
            if kind.startswith(COMPRESSIBLE):
                kind = f"{kind}; charset=utf-8" if kind.startswith("text/") else kind
                encoding, compress = ("br", as_brotli) if "br" in accepted.split(", ") else ("gzip", as_gzip)
                content = compress(content)
                self.send_header("Content-Encoding", encoding)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name in the standard library
            """Say nothing: the table does."""

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()
