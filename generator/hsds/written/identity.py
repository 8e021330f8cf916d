"""Ids of HSDS objects: the same record has the same id in every build, and in no other municipality."""

from __future__ import annotations

import hashlib
import uuid

NAMESPACE = uuid.UUID("29bdddd7-7880-5978-ae80-21188c4acd2a")
"""Never changes, or every id that others keep would. It is uuid5(NAMESPACE_URL, "antwoordkaart/hsds")."""


_VARIANT = {digit: "89ab"[int(digit, 16) % 4] for digit in "0123456789abcdef"}


class Identities:
    """Gives ids (RFC 9562, UUID version 5) within one municipality."""

    def __init__(self, municipality: str) -> None:
        """Take the municipality's name, as its record has it: ids of a national organisation differ per municipality that describes it."""
        self._begun = hashlib.sha1(NAMESPACE.bytes + municipality.encode(), usedforsecurity=False)

    def of(self, *path: str) -> str:
        """Give the id of the object at `path`: `organisatie`, `voedselbank`, `aanbod`, `pakket`."""
        # By hand: uuid.uuid5 begins anew each time, which shows over half a million ids.
        made = self._begun.copy()
        made.update(("/" + "/".join(path)).encode())
        text = made.hexdigest()
        return f"{text[:8]}-{text[8:12]}-5{text[13:16]}-{_VARIANT[text[16]]}{text[17:20]}-{text[20:32]}"
