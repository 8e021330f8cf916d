"""The public page of an answer."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING
from urllib.parse import quote

from markupsafe import Markup

from generator.answer import Link
from generator.channels.html import base_of, blocks_html, contents_html, escape
from generator.channels.site import long_word

if TYPE_CHECKING:
    from generator.answer import Answer
    from generator.channels.site import Site


SHORTS = ("online-nee", "knop-langs")
"""Words that say enough of an action where there is little room: "Online regelen" (met DigiD), "Kom langs" (bij het Wmo-loket)."""

_HERE = "\0"
"""Where the name of the block comes in the subject."""


def render(answer: Answer, site: Site) -> str:
    """Render the page of `answer` in the public site."""
    return rendered("answer", answer, site)


def rendered(template: str, answer: Answer, site: Site, **more: str) -> str:
    """Render the page of an answer: in both sites the same blocks in the same order; a template can be told `more`."""
    same = {
        "kind": answer.kind,
        "all_papers": not answer.on_a4_alone,
        "long_word": long_word(answer.title),
        "trail": tuple(Link(place.name, place.path) for place in answer.places[:1]),
        "others": answer.others,
        "sensitive": answer.sensitive,
    }
    return site.render_alike(template, _told(answer, site) | more, lang=answer.lang, keep=not answer.others, **same)


def _told(answer: Answer, site: Site) -> dict[str, str]:
    """Give what the page tells.

    Of a decision tree `blocks` has the first question, and `more` all other steps; `last` is who stands for the answer.
    """
    base, say = base_of(answer.path), site.languages[answer.lang]
    first, rest = answer.blocks[0], answer.blocks[1:]
    others = [block for block in rest if block.id != "acties"]
    steps = others[1:-1] if answer.kind == "keuzehulp" else []
    shown = [*others[:1], *others[-1:]] if steps else others
    return {
        "path": answer.path,
        "title": answer.title,
        "description": answer.summary,
        "id": answer.id,
        "label": answer.label,
        "code": answer.code,
        "api_path": answer.api_path,
        "foot": say("folder-voet", code=answer.code, datum=say.date(answer.peildatum)),
        "short": blocks_html([first], base),
        "actions": blocks_html((block for block in rest if block.id == "acties"), base, tuple(say(name) for name in SHORTS)),
        "blocks": blocks_html(shown[:-1], base),
        "more": blocks_html(steps, base),
        "last": blocks_html(shown[-1:], base),
        "contents": contents_html(shown),
        "report": _report(answer, site),
    }


def _report(answer: Answer, site: Site) -> Markup:
    """List a ready mail for the whole page and for each block: it names record, block and answer code.

    Written here and not in the template: there it took a third of the time of a page.
    """
    t = site.languages[answer.lang]
    subject = t("klopt-niet-onderwerp", titel=answer.title, blok=_HERE, record=answer.key, code=answer.code)
    before, after = (_quoted(part) for part in subject.split(_HERE))
    start = f'<li><a href="mailto:{escape(site.email)}?subject={before}'
    parts = (t("klopt-niet-hele"), *(block.title for block in answer.blocks))
    return Markup("\n".join(f'{start}{_quoted(part)}{after}">{escape(part)}</a></li>' for part in parts))  # noqa: S704 - escaped and quoted


_BYTES_QUOTED = {byte: quote(bytes([byte]), safe="") for byte in range(256)}


@lru_cache(maxsize=4096)
def _quoted(words: str) -> str:
    """Quote every byte as `quote` does, many at once: of every page its title comes here."""
    return words.encode().decode("latin-1").translate(_BYTES_QUOTED)
