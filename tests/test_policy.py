"""What a browser may do on our pages, and how long it may keep them."""

from __future__ import annotations

import pytest

from generator.policy import AGENTS_HEADERS, HEADERS, content_policy, has_policy, headers, keeping


def test_the_policy_starts_from_nothing_and_names_only_our_own_site() -> None:
    assert content_policy() == (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; "
        "form-action 'self'; base-uri 'none'; require-trusted-types-for 'script'; trusted-types default; frame-ancestors 'none'"
    )


def test_a_page_itself_cannot_say_who_may_frame_it() -> None:
    assert content_policy(in_page=True) == content_policy().removesuffix("; frame-ancestors 'none'")


def test_a_municipality_with_a_map_lets_its_server_give_pictures_and_nothing_else() -> None:
    allowed = content_policy(tiles="https://tegels.klein.example")

    assert allowed == content_policy().replace("img-src 'self'", "img-src 'self' https://tegels.klein.example")


def test_only_the_agents_site_asks_not_to_be_found() -> None:
    assert headers(for_agents=False) == HEADERS
    assert headers(for_agents=True) == HEADERS | AGENTS_HEADERS == HEADERS | {"X-Robots-Tag": "noindex, nofollow"}


def test_our_own_pages_may_ask_where_the_visitor_is_and_nothing_else() -> None:
    asked = dict(feature.split("=") for feature in HEADERS["Permissions-Policy"].split(", "))

    assert asked.pop("geolocation") == "(self)"
    assert {"camera", "microphone", "payment"} <= asked.keys()
    assert set(asked.values()) == {"()"}


@pytest.mark.parametrize(
    ("path", "kept"),
    [
        ("/producten/paspoort/index.html", "public, max-age=0, must-revalidate"),
        ("/producten/paspoort/paspoort.pdf", "public, max-age=0, must-revalidate"),
        ("/api/v1/producten.json", "public, max-age=0, must-revalidate"),
        ("/robots.txt", "public, max-age=0, must-revalidate"),
        ("/assets/style.css", "public, max-age=300"),
        ("/assets/search.js", "public, max-age=300"),
        ("/assets/fonts/noto-sans-bold.woff2", "public, max-age=604800"),
        ("/favicon.ico", "public, max-age=604800"),
    ],
)
def test_what_changes_with_a_build_is_not_kept_for_long(path: str, kept: str) -> None:
    assert keeping(path, for_agents=False) == kept
    assert keeping(path, for_agents=True) == "private, max-age=0, must-revalidate"


def test_only_a_flyer_has_no_policy() -> None:
    assert not has_policy("/producten/paspoort/paspoort.pdf")
    assert all(map(has_policy, ["/", "/assets/icon.svg", "/api/v1/producten.json", "/producten/paspoort/index.md"]))
