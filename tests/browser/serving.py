"""The built sites behind a local web server, laid out as a municipality would: the public site at the root, the agents' at /kcc/."""

from __future__ import annotations

import fcntl
import http.server
import json
import shutil
import subprocess
import sys
import threading
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

PROJECT = Path(__file__).resolve().parents[2]
INPUTS = ("products", "sociale_kaart", "content", "generator", "theme", "mkdocs.yml", "mkdocs.kcc.yml")
PUBLIC, AGENTS = "", "kcc/"
FOLDERS = {PUBLIC: "site", AGENTS: "site-kcc"}


@dataclass(frozen=True, slots=True)
class Served:
    """Where the sites stand on disk (`root/site`, `root/site-kcc`) and on the local server (`url`, with a slash at the end)."""

    root: Path
    url: str

    def folder(self, prefix: str) -> Path:
        return self.root / FOLDERS[prefix]


def fresh() -> bool:
    """Tell whether the project's own sites were built after the last change of what they are made of."""
    built = [PROJECT / name / "editie.json" for name in FOLDERS.values()]
    if not all(path.exists() for path in built):
        return False
    return max(_changed(PROJECT / name) for name in INPUTS) < min(path.stat().st_mtime for path in built)


def _changed(path: Path) -> float:
    files = [found for found in path.rglob("*") if "node_modules" not in found.parts and "__pycache__" not in found.parts]
    return max((found.stat().st_mtime for found in (path, *files)), default=0.0)


def sites_in(shared: Path) -> Path:
    """Give a folder with both sites: the project, or a copy of it that is built once in `shared`, the folder of all test processes."""
    if fresh():
        return PROJECT
    folder = shared / "project"
    with (shared / "project.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (folder / FOLDERS[PUBLIC]).exists():
            _build_a_copy(folder)
    return folder


def _build_a_copy(folder: Path) -> None:
    folder.mkdir(exist_ok=True)
    for name in (*INPUTS, ".antwoordkaart"):
        source = PROJECT / name
        if source.is_dir():
            shutil.copytree(source, folder / name, ignore=shutil.ignore_patterns("node_modules", "__pycache__"))
        elif source.exists():
            shutil.copyfile(source, folder / name)
    if (PROJECT / ".git").exists():
        (folder / ".git").symlink_to(PROJECT / ".git")  # what changed and old codes come from the history
    command = [sys.executable, "-c", "from generator.cli import main; main()", "build", "--map", str(folder)]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)  # noqa: S603 - our own build
    assert done.returncode == 0, f"the build failed:\n{done.stderr}"


@contextmanager
def served(root: Path) -> Iterator[Served]:
    """Serve the sites of `root` on a free port of 127.0.0.1 until the block ends."""

    class Handler(http.server.SimpleHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def translate_path(self, path: str) -> str:
            # Agents have a host of their own: the page of an address that does not exist asks there for their style.
            prefix = AGENTS if path.startswith(("/" + AGENTS, "/assets/desk")) else PUBLIC
            self.directory = str(root / FOLDERS[prefix])
            return super().translate_path("/" + path.removeprefix("/" + prefix))

        def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
            if code != http.HTTPStatus.NOT_FOUND:
                super().send_error(code, message, explain)
                return
            body = (Path(self.directory) / "404.html").read_bytes()
            self.send_response(code)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name in the standard library
            """Say nothing: pytest shows what fails."""

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield Served(root, f"http://127.0.0.1:{server.server_address[1]}/")
        server.shutdown()


def documents(served: Served, prefix: str) -> list[dict[str, str]]:
    """Give the search documents of a site."""
    files = (served.folder(prefix) / "zoeken/antwoorden").glob("*.json")
    return [found for path in sorted(files, key=lambda path: int(path.stem)) for found in json.loads(path.read_text(encoding="utf-8"))]
