"""Work that is done aside, by another process where there can be one: its result comes back, and so does what went wrong."""

from __future__ import annotations

import multiprocessing
import os

import pytest

from generator.ledger import aside


def test_another_process_does_it_while_this_one_goes_on() -> None:
    done = aside(os.getpid)
    if "fork" in multiprocessing.get_all_start_methods():
        assert done() != os.getpid()


def test_where_no_process_can_be_forked_it_is_done_when_it_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(multiprocessing, "get_all_start_methods", lambda: ["spawn"])
    assert aside(os.getpid)() == os.getpid()


@pytest.mark.parametrize("methods", [["fork"], ["spawn"]])
def test_what_goes_wrong_there_is_raised_here(monkeypatch: pytest.MonkeyPatch, methods: list[str]) -> None:
    if "fork" in methods and "fork" not in multiprocessing.get_all_start_methods():
        pytest.skip("this system forks no processes")
    monkeypatch.setattr(multiprocessing, "get_all_start_methods", lambda: methods)

    def fail() -> None:
        message = "de schijf is vol"
        raise OSError(message)

    done = aside(fail)
    with pytest.raises(OSError, match="de schijf is vol"):
        done()
