"""Single values of another's HSDS as an editor would type them; what can't be made right stays as it was, so that `check` points at it."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from generator.dates import parse_date
from generator.scalars import postcode6, telefoonnummer, webadres
from generator.source import ID_PATTERN

if TYPE_CHECKING:
    import datetime as dt

    from generator.hsds.taken.account import Account
    from generator.scalars import Scalars

_EXTENSION = re.compile(r"[\s,;]*(?:x|ext\.?|extension|toestel)\s*\.?\s*(\d{1,6})\s*$", re.IGNORECASE)


LONGEST_ID = 100


def fits(kind: Scalars, value: str) -> bool:
    """Tell whether an editor could type `value` at a field of that kind."""
    return bool(re.fullmatch(kind.pattern, value)) and kind.convert(value) is not None


def slug(name: str) -> str:
    """Make an id of a name: `Café De Brug` becomes `cafe-de-brug`; empty where the name has no letters or digits."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return "-".join(re.findall(r"[a-z0-9]+", plain))[:LONGEST_ID].strip("-")


def unused(name: str, taken: set[str], otherwise: str) -> str:
    """Make an id of a name that is not among those `taken`, and take it."""
    wanted = slug(name) or slug(otherwise) or "zonder-naam"
    found, number = wanted, 2
    while found in taken:
        found, number = f"{wanted}-{number}", number + 1
    taken.add(found)
    return found


def is_id(text: str) -> bool:
    """Tell whether a text can be an id of ours."""
    return bool(ID_PATTERN.fullmatch(text))


def telephone(number: str, country: str, account: Account) -> tuple[str, str]:
    """Give a number as it can be dialled, and the extension; `country` is the code of numbers that are not Dutch (`1`), or empty."""
    number = number.strip().strip('"')
    extension = match[1] if (match := _EXTENSION.search(number)) else ""
    bare = _EXTENSION.sub("", number)
    if fits(telefoonnummer, bare):
        return bare, extension
    international = re.sub(r"^00(?=[1-9])", "+", bare.replace("(0)", " "))
    spaced = " ".join(re.findall(r"\d+", international))
    national = spaced.removeprefix(f"{country} ") if country else spaced
    tries = [f"+{spaced}" if international.startswith("+") else spaced, *([f"+{country} {national.lstrip('0')}"] if country else [])]
    for written in tries:
        if fits(telefoonnummer, written):
            account.changed("telefoonnummers anders geschreven", f"{number} → {written}")
            return written, extension
    return number, ""


def website(url: str, account: Account) -> str:
    """Give a web address that begins with `https://`."""
    whole = url if re.match(r"[a-zA-Z][a-zA-Z+.-]*:(?!\d)", url) else f"https://{url}"
    secure = re.sub(r"^http://", "https://", whole, flags=re.IGNORECASE)
    if secure != url and fits(webadres, secure):
        account.changed("webadressen met https:// ervoor; kijk of ze zo werken", f"{url} → {secure}")
        return secure
    return url


def postcode(text: str) -> str:
    """Write a Dutch postal code as `3401 AB`; anything else stays as it is."""
    written = re.sub(r"\s+", "", text).upper()
    return str(postcode6.convert(written)) if fits(postcode6, written) else text


def day(text: str) -> dt.date | None:
    """Read a date, also where a time stands behind it."""
    return parse_date(text[:10])


def whole_number(text: str) -> str:
    """Write a number without decimals as digits; empty where it is not whole or below zero."""
    number = decimal(text)
    return str(int(number)) if number is not None and number >= 0 and number == number.to_integral_value() and number < 10**9 else ""


def decimal(text: str) -> Decimal | None:
    """Read a number with a point for its decimals."""
    try:
        number = Decimal(text.strip())
    except InvalidOperation:
        return None
    return number if number.is_finite() else None


def euros(amount: Decimal) -> str:
    """Write an amount as an editor types it: `1234,50`."""
    return f"{amount:.2f}".replace(".", ",")


def coordinate(text: str) -> str:
    """Write degrees as an editor types them: `52,0907`."""
    number = decimal(text)
    return f"{number:.7f}".rstrip("0").rstrip(".").replace(".", ",") if number is not None else text
