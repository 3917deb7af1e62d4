"""Shows how far a run has come: a bar in a terminal, plain lines in a pipe."""

from __future__ import annotations

from typing import Final, Protocol

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from reports.row import turn_word
from reports.runevents import RowFinished
from testdata.scenario import API

_EACH_UP_TO: Final = 200
_PERCENT_STEP: Final = 10


class Display(Protocol):
    """What a run tells about itself."""

    def start(self, total: int) -> None: ...

    def advance(self, row: RowFinished) -> None: ...

    def close(self) -> None: ...


def choose_display(console: Console) -> Display:
    return TerminalDisplay(console) if console.is_terminal else PlainDisplay(console)


class PlainDisplay:
    """A line for each scenario; in a long run one for each ten per cent, and for each red one."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._total = 0
        self._percent = 0

    def start(self, total: int) -> None:
        self._total = total
        self._console.print(f"Kör {total} {'scenario' if total == 1 else 'scenarier'}.")

    def advance(self, row: RowFinished) -> None:
        percent = 100 * row.number // max(self._total, 1) // _PERCENT_STEP * _PERCENT_STEP
        passed_step, self._percent = percent > self._percent, max(percent, self._percent)
        if self._total <= _EACH_UP_TO or row.outcome.is_red:
            self._console.print(line_of(row, self._total), markup=False)
        elif passed_step:
            self._console.print(f"[{row.number}/{self._total}] {percent} %", markup=False)

    def close(self) -> None:
        """Nothing is held open."""


class TerminalDisplay:
    """A bar; red scenarios scroll by above it."""

    def __init__(self, console: Console) -> None:
        self._progress = Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeElapsedColumn(),
            console=console,
        )
        self._task = self._progress.add_task("Förbereder", total=None)
        self._progress.start()
        self._total = 0

    def start(self, total: int) -> None:
        self._total = total
        self._progress.update(self._task, description="Kör scenarier", total=total)

    def advance(self, row: RowFinished) -> None:
        if row.outcome.is_red:
            self._progress.console.print(line_of(row, self._total), style="red", markup=False)
        self._progress.update(self._task, completed=row.number)

    def close(self) -> None:
        self._progress.stop()


def line_of(row: RowFinished, total: int) -> str:
    """``[12/58] godkänd  features/x.feature:12: namn``; with the channel unless api, and the turn after the first."""
    marks = [row.channel] * (row.channel != API) + [turn_word(row.repetition, "")] * (row.repetition > 1)
    shown = f" ({', '.join(marks)})" if marks else ""
    return f"[{row.number}/{total}] {row.outcome.shown:<10} {row.place}{shown}: {row.name}"
