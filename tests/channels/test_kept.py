"""`{% kept %}`: what is the same on many pages is rendered once, and never on a page that it does not fit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinja2 import DictLoader, Environment
from project import site_for

from generator.channels.kept import Kept
from generator.channels.site import AGENTS

if TYPE_CHECKING:
    from generator.channels.site import Site

PAGE = "{% kept base, lang %}{{ told() }} {{ base }} {{ lang }}{% endkept %}, {{ title }}"


class Teller:
    """Counts how often it was asked."""

    def __init__(self) -> None:
        self.asked = 0

    def __call__(self) -> str:
        self.asked += 1
        return "<told>"


def rendered(site: Site, told: Teller, values: tuple[str, str], title: str = "", page: str = PAGE) -> str:
    env = Environment(loader=DictLoader({"page": page}), autoescape=True, extensions=[Kept])
    return env.get_template("page").render(site=site, told=told, base=values[0], lang=values[1], title=title)


def test_the_same_values_give_the_same_words_and_are_rendered_once() -> None:
    site, told = site_for(), Teller()
    assert rendered(site, told, ("../", "nl"), "Paspoort") == "&lt;told&gt; ../ nl, Paspoort"
    assert rendered(site, told, ("../", "nl"), "<b>") == "&lt;told&gt; ../ nl, &lt;b&gt;"
    assert told.asked == 1


def test_other_values_another_place_and_another_site_are_rendered_anew() -> None:
    site, told = site_for(), Teller()
    first = rendered(site, told, ("../", "nl"))
    assert rendered(site, told, ("../../", "nl")) != first
    assert rendered(site, told, ("../", "en")) != first
    assert rendered(site, told, ("../", "nl"), "", "\n" + PAGE.replace("{{ lang }}", "elsewhere")) == "\n&lt;told&gt; ../ elsewhere, "
    assert rendered(site_for(AGENTS), told, ("../", "nl")) == first
    assert told.asked == 5
