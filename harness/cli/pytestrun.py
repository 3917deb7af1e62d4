"""Runs pytest as a process of its own, follows its event lines and keeps the rest as a log."""

from __future__ import annotations

import subprocess
import sys
from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass
from typing import IO, Final

from harness.cli.chosenpaths import as_word
from harness.cli.exitcode import INTERRUPTED
from harness.cli.progress import Display
from harness.cli.request import RunRequest
from harness.cli.root import ROOT, plugin_names
from reports.folder import OutputFolder
from reports.runevents import RowFinished, Started, Stopped, read_event

# Plugins of our own tests: no scenario uses them, and they are slow to import in every process.
_WITHOUT: Final = ("schemathesis", "hypothesispytest")
_IN_ORDER: Final = (0, 1, 5)  # all passed, some failed, nothing selected
_LAST_LINES: Final = 15
_PATIENCE_S: Final = 20  # for the simulator to be taken down after an interrupt


@dataclass(frozen=True, slots=True, kw_only=True)
class PytestEnd:
    """How the process ended. ``said_goodbye``: it came to its own last event line."""

    code: int
    said_goodbye: bool
    last_lines: tuple[str, ...]

    @property
    def in_order(self) -> bool:
        return self.code in _IN_ORDER and self.said_goodbye

    @property
    def explanation(self) -> str:
        if self.code == INTERRUPTED:
            return "Körningen avbröts."
        if self.code < 0:
            return f"Testkörningen dödades utifrån (signal {-self.code})."
        return f"Testkörningen avbröts av ett fel (pytest slutade med kod {self.code})."


def run_pytest(request: RunRequest, folder: OutputFolder, display: Display) -> PytestEnd:
    """Run the chosen scenarios; *display* is told of every finished one."""
    with (
        subprocess.Popen(
            command(request, folder),
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            errors="replace",
        ) as process,
        folder.log.open("w", encoding="utf-8") as log,
    ):
        lines = _Lines(log, display)
        try:
            lines.follow(process.stdout or ())
            code = process.wait()
        except KeyboardInterrupt:
            code = _take_down(process)
        finally:
            display.close()
    return PytestEnd(code=code, said_goodbye=lines.said_goodbye, last_lines=tuple(lines.last))


def command(request: RunRequest, folder: OutputFolder) -> list[str]:
    """The command line of pytest for *request*."""
    words = [sys.executable, "-m", "pytest", *map(as_word, request.chosen)]
    words += ["-c", str(ROOT / "pyproject.toml"), "--rootdir", str(ROOT), "-p", "no:cacheprovider"]
    words += [
        "-q",
        "--color=no",
        "-o",
        "console_output_style=classic",
        "--provtryck-ut",
        str(folder.root),
        "--junitxml",
        str(folder.junit),
    ]
    words += ["--provtryck-fro", str(request.seed)]
    words += [word for name in _WITHOUT for word in ("-p", f"no:{name}")]
    if request.workers > 1:
        words += ["-n", str(request.workers)]
    if request.tags:
        words += ["--provtryck-tagg", request.tags]
    repeated = {
        "--provtryck-krav": request.krav,
        "--provtryck-omrade": request.areas,
        "--provtryck-testtyp": request.test_types,
        "--provtryck-kanal": request.channels,
        "--provtryck-defekt": request.defects,
    }
    for option, values in repeated.items():
        for value in values:
            words += [option, value]
    return words + _foreign_plugins(request)


def _foreign_plugins(request: RunRequest) -> list[str]:
    """The plugins of the root conftest, named outright for paths that pytest does not find it from."""
    if all(choice.path.is_relative_to(ROOT) for choice in request.chosen):
        return []
    return [word for name in plugin_names() for word in ("-p", name)]


def _take_down(process: subprocess.Popen[str]) -> int:
    """Let pytest, which got the same interrupt, close what it opened; then insist."""
    try:
        process.wait(timeout=_PATIENCE_S)
    except subprocess.TimeoutExpired:
        process.kill()
    return INTERRUPTED


class _Lines:
    """Takes the output apart line by line."""

    def __init__(self, log: IO[str], display: Display) -> None:
        self._log = log
        self._display = display
        self.said_goodbye = False
        self.last: deque[str] = deque(maxlen=_LAST_LINES)

    def follow(self, lines: Iterable[str]) -> None:
        for line in lines:
            event = read_event(line)
            if event is None:
                self._log.write(line)
                self.last.append(line.rstrip())
            elif isinstance(event, Started):
                self._display.start(event.total)
            elif isinstance(event, RowFinished):
                self._display.advance(event)
            elif isinstance(event, Stopped):
                self.said_goodbye = True
