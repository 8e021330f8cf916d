"""The examples that put the agents' site behind a sign-in: nobody gets in without, and nothing that is typed gets into a log."""

from __future__ import annotations

import re

import pytest
from conftest import TESTS

FOLDER = TESTS.parent / "docs/server"
EXAMPLES = sorted(path.name for path in FOLDER.glob("toegang-*.conf"))
ASKS = {
    "toegang-nginx-oidc.conf": r"^auth_request /oauth2/auth;$",
    "toegang-nginx-wachtwoord.conf": r"^auth_basic_user_file ",
    "toegang-apache-oidc.conf": r"^ +Require valid-user$",
    "toegang-apache-wachtwoord.conf": r"^ +Require valid-user$",
}
WITH_QUERY = re.compile(r"\$(?:request_uri|request|args|query_string|is_args)\b|%q|%r|%\{Referer\}")


def directives(name: str) -> str:
    return "\n".join(line for line in (FOLDER / name).read_text(encoding="utf-8").splitlines() if not line.lstrip().startswith("#"))


def test_there_is_an_example_for_each_way() -> None:
    assert set(EXAMPLES) == set(ASKS)


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_asks_who_comes_in(name: str) -> None:
    assert re.search(ASKS[name], directives(name), re.MULTILINE)


@pytest.mark.parametrize("name", EXAMPLES)
def test_nothing_that_is_searched_for_is_passed_on_or_logged(name: str) -> None:
    assert WITH_QUERY.findall(directives(name)) == []


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_manual_names_each_example(name: str) -> None:
    assert f"[{name}]({name})" in (FOLDER / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", [name for name in EXAMPLES if "nginx" in name])
def test_blocks_of_nginx_close(name: str) -> None:
    text = directives(name)
    assert text.count("{") == text.count("}")
    said = [line.split("#")[0].rstrip() for line in text.splitlines() if line.strip()]
    assert [line for line in said if not line.endswith((";", "{", "}"))] == []
