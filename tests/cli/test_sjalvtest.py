"""``sjalvtest`` runs every check and answers with the first that failed."""

from __future__ import annotations

import subprocess
from collections.abc import Callable

import pytest

from harness.cli.sjalvtest import checks


def test_the_checks_in_order_with_what_is_passed_on_to_pytest() -> None:
    commands = dict(checks(["-x", "-k", "konto"]))

    assert list(commands) == ["Kodstil", "Formatering", "Typer", "Tester"]
    assert commands["Tester"][:2] == ["pytest", "tests"]
    assert commands["Tester"][-3:] == ["-x", "-k", "konto"]


@pytest.mark.parametrize(
    ("codes", "expected"), [((0, 0, 0, 0), 0), ((0, 1, 0, 5), 1), ((0, 0, 2, 1), 2), ((0, 0, 0, 5), 5)]
)
def test_the_code_of_the_first_that_failed(
    run: Callable[..., tuple[int, str]],
    monkeypatch: pytest.MonkeyPatch,
    codes: tuple[int, ...],
    expected: int,
) -> None:
    left = list(codes)
    monkeypatch.setattr(
        "harness.cli.sjalvtest.subprocess.run",
        lambda words, **_: subprocess.CompletedProcess(words, left.pop(0)),
    )

    code, text = run("sjalvtest", "-x")

    assert code == expected
    assert left == []
    assert ("Självtestet är godkänt." in text) is (expected == 0)
    assert text.count("underkänd (kod") == sum(1 for code in codes if code)
