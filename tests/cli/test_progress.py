"""A pipe gets plain lines: each scenario in a short run, each ten per cent in a long one."""

from __future__ import annotations

import io

import pytest
from msgspec.structs import replace
from rich.console import Console

from harness.cli.progress import PlainDisplay, TerminalDisplay, choose_display, line_of
from reports.outcome import Outcome
from reports.runevents import RowFinished


def shown(total: int, red: tuple[int, ...] = ()) -> list[str]:
    text = io.StringIO()
    display = choose_display(Console(file=text, width=300, highlight=False, soft_wrap=True, emoji=False))
    display.start(total)
    for number in range(1, total + 1):
        display.advance(finished(number, Outcome.UNDERKAND if number in red else Outcome.GODKAND))
    display.close()
    return text.getvalue().splitlines()


def finished(number: int, outcome: Outcome, channel: str = "api") -> RowFinished:
    return RowFinished(
        number=number, place=f"features/x.feature:{number}", channel=channel, name="namn", outcome=outcome
    )


def test_a_short_run_has_a_line_for_each() -> None:
    assert shown(3, red=(2,)) == [
        "Kör 3 scenarier.",
        "[1/3] godkänd    features/x.feature:1: namn",
        "[2/3] underkänd  features/x.feature:2: namn",
        "[3/3] godkänd    features/x.feature:3: namn",
    ]


def test_a_long_run_has_a_line_for_each_ten_per_cent_and_each_red() -> None:
    lines = shown(1000, red=(451,))

    assert len(lines) == 1 + 10 + 1
    assert lines[1] == "[100/1000] 10 %"
    assert "[451/1000] underkänd  features/x.feature:451: namn" in lines
    assert lines[-1] == "[1000/1000] 100 %"


def test_a_repetition_says_which() -> None:
    again = replace(finished(1, Outcome.GODKAND), repetition=2)

    assert line_of(again, 2) == "[1/2] godkänd    features/x.feature:1 (omgång 2): namn"
    assert line_of(replace(again, channel="webb"), 2) == "[1/2] godkänd    features/x.feature:1 (webb, omgång 2): namn"


def test_a_line_number_stays_a_line_number() -> None:
    assert any("x.feature:100: namn" in line for line in shown(100))


def test_one_scenario_is_not_many() -> None:
    assert shown(1)[0] == "Kör 1 scenario."


@pytest.mark.parametrize(("terminal", "kind"), [(True, TerminalDisplay), (False, PlainDisplay)])
def test_a_terminal_gets_a_bar(terminal: bool, kind: type) -> None:
    display = choose_display(Console(file=io.StringIO(), force_terminal=terminal))

    assert isinstance(display, kind)
    display.start(2)
    display.advance(finished(1, Outcome.TRASIG, channel="webb"))
    display.close()
