"""What an agent should find on the clipboard, made from the JSON of an answer and from nothing that the page's script does."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from browser.serving import AGENTS

if TYPE_CHECKING:
    from browser.serving import Served


class Copied:
    """The JSON of one answer, and the plain text that a mail should have of it."""

    def __init__(self, sites: Served, path: str) -> None:
        self.content: dict[str, Any] = json.loads((sites.folder(AGENTS) / f"api/v1/{path.strip('/')}.json").read_text(encoding="utf-8"))
        self.own = self.content["url"].partition(self.content["id"])[0].rsplit("/", 2)[0]

    @property
    def title(self) -> str:
        return str(self.content["titel"])

    @property
    def code(self) -> str:
        return str(self.content["antwoordcode"])

    @property
    def foot(self) -> str:
        return f"{self.content['url']}\nAntwoordcode: {self.code}"

    def block(self, identifier: str) -> str:
        """Give a block: its heading, and a line for every paragraph, item and row."""
        [block] = [one for one in self.content["blokken"] if one["id"] == identifier]
        return "\n".join([block["kop"], *(line for body in block["inhoud"] for line in self._lines(body))])

    def whole(self) -> str:
        return "\n\n".join([self.title, *(self.block(one["id"]) for one in self.content["blokken"]), self.foot])

    def _lines(self, body: dict[str, Any]) -> list[str]:
        kind = body["soort"]
        if kind == "alinea":
            return [self._words(body["tekst"])]
        if kind in {"lijst", "stappen"}:
            return [f"{f'{place}.' if kind == 'stappen' else '-'} {self._words(line)}" for place, line in enumerate(body["punten"], 1)]
        if kind == "gegevens":
            return [f"{row['naam']}: {self._words(row['waarde'])}" for row in body["gegevens"]]
        rows = [" | ".join(body["koppen"]), *(" | ".join(map(self._words, row)) for row in body["rijen"])]
        return [body["titel"], *rows] if body["titel"] else rows

    def _words(self, line: list[dict[str, Any]]) -> str:
        return "".join(part["tekst"] + self._address(part) for part in line)

    def _address(self, part: dict[str, Any]) -> str:
        """Give the address behind a link to another site, as on paper, where the words do not say it."""
        target = part.get("url", "")
        short = target.removeprefix("https://").removeprefix("www.").rstrip("/")
        elsewhere = target.startswith("http") and not target.startswith(self.own)
        return f" ({short})" if elsewhere and short not in part["tekst"] else ""
