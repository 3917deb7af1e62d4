"""Runs pytest as a process of its own, follows its event lines and keeps the rest as a log."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from collections import deque
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from threading import Timer
from typing import IO, Final

from harness.cli.chosenpaths import as_word
from harness.cli.exitcode import INTERRUPTED
from harness.cli.progress import Display
from harness.cli.request import RunRequest
from harness.cli.root import ROOT, plugin_names
from reports.folder import OutputFolder
from reports.row import case_word
from reports.runevents import RowFinished, Started, Stopped, read_event

# Whatever else is installed brings plugins that no scenario uses and every process would import, so
# only what is named here is loaded.
_ONLY_NAMED: Final = {"PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}
_WITH: Final = ("pytest_bdd.plugin",)
_WITH_WORKERS: Final = ("xdist.plugin", "xdist.looponfail")
# pytest's own that watch log records, threads and forgotten files cost every scenario. What a scenario
# did is in its journal.
_WITHOUT: Final = ("logging", "threadexception", "unraisableexception", "doctest")
_IN_ORDER: Final = (0, 1, 5)  # all passed, some failed, nothing selected
_LAST_LINES: Final = 15
_OWN_OPTION: Final = "--provtryck-"
_FLAGS: Final = ("--provtryck-skarmbilder",)  # those of our options that take no value
_OVERRIDES: Final = ("-o", "--override-ini")
_PATIENCE_S: Final = 20  # for the simulator to be taken down after an interrupt


@dataclass(frozen=True, slots=True, kw_only=True)
class PytestEnd:
    """How the process ended.

    ``said_goodbye``: it came to its own last event line; ``stopped_early``: a rule of its own stopped it, as -x.
    """

    code: int
    said_goodbye: bool
    stopped_early: bool
    last_lines: tuple[str, ...]

    @property
    def in_order(self) -> bool:
        # Stopped early, pytest on many workers ends as if somebody had interrupted it.
        return self.said_goodbye and (self.code in _IN_ORDER or self.stopped_early)

    @property
    def interrupted(self) -> bool:
        """Somebody pressed Ctrl-C."""
        return self.code == INTERRUPTED

    @property
    def explanation(self) -> str:
        if self.code < 0:
            return f"Testkörningen dödades utifrån (signal {-self.code})."
        return f"Testkörningen avbröts av ett fel (pytest slutade med kod {self.code})."


def run_pytest(request: RunRequest, folder: OutputFolder, display: Display) -> PytestEnd:
    """Run the chosen scenarios; *display* is told of every finished one."""
    with (
        subprocess.Popen(
            command(request, folder),
            cwd=ROOT,
            env=surroundings(os.environ),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            errors="replace",
        ) as process,
        folder.log.open("w", encoding="utf-8") as log,
    ):
        lines = _Lines(log, display)
        output: Iterable[str] = process.stdout or ()
        try:
            lines.follow(output)
            code = process.wait()
        except KeyboardInterrupt:
            code = _take_down(process, lines, output)
        finally:
            display.close()
    return PytestEnd(
        code=code,
        said_goodbye=lines.said_goodbye,
        stopped_early=lines.stopped_early,
        last_lines=tuple(lines.last),
    )


def command(request: RunRequest, folder: OutputFolder) -> list[str]:
    """The command line of pytest for *request*.

    Our own options hold their value in one word: before pytest has read the root conftest it does not
    know them, and would take a loose value for a path to start looking from.
    """
    words = [sys.executable, "-m", "pytest", *map(as_word, request.chosen)]
    words += ["-c", str(ROOT / "pyproject.toml"), "--rootdir", str(ROOT), "-p", "no:cacheprovider"]
    words += ["-q", "--color=no", "--tb=short", "-o", "console_output_style=classic", "--junitxml", str(folder.junit)]
    workers = request.workers or 1
    named = (*_WITH, *(_WITH_WORKERS if workers > 1 else ()), *(f"no:{name}" for name in _WITHOUT))
    words += [word for name in named for word in ("-p", name)]
    if workers > 1:
        words += ["-n", str(workers)]
    values: list[tuple[str, object]] = [("ut", folder.root), ("fro", request.seed), ("idag", request.today)]
    if request.pictures:
        words.append("--provtryck-skarmbilder")
    if request.repetitions > 1:
        values.append(("repetera", request.repetitions))
    if request.tags:
        values.append(("tagg", request.tags))
    for name, chosen in (
        ("krav", request.krav),
        ("omrade", request.areas),
        ("testtyp", request.test_types),
        ("kanal", request.channels),
        ("rad", [case_word(case) for case in request.cases]),
        ("defekt", request.defects),
        ("antagande", request.assumptions),
    ):
        values += [(name, value) for value in chosen]
    return [*words, *(f"--provtryck-{name}={value}" for name, value in values), *_foreign_plugins(request)]


def surroundings(environment: Mapping[str, str]) -> dict[str, str]:
    """The environment of pytest. Only what ``testa`` was asked for may choose, and say why: so none of our own
    options is taken from PYTEST_ADDOPTS."""
    kept = {**environment, **_ONLY_NAMED}
    try:
        words = shlex.split(kept.get("PYTEST_ADDOPTS", ""))
    except ValueError:
        return kept  # pytest refuses it too
    if words:
        kept["PYTEST_ADDOPTS"] = shlex.join(_foreign_words(words))
    return kept


def _foreign_words(words: Iterable[str]) -> list[str]:
    """*words* without our own options, a value of theirs in a word of its own, and whatever may hold them.

    ``@fil`` is a file with more words.
    """
    kept: list[str] = []
    takes_value = False
    for word in words:
        was_value, takes_value = takes_value and not word.startswith("-"), False
        if word.startswith(_OWN_OPTION):
            takes_value = "=" not in word and word not in _FLAGS
        elif _OWN_OPTION in word or word.startswith("@"):  # as in -o addopts=--provtryck-tagg=rok
            if kept and kept[-1] in _OVERRIDES:
                kept.pop()
        elif not was_value:
            kept.append(word)
    return kept


def _foreign_plugins(request: RunRequest) -> list[str]:
    """The plugins of the root conftest, named outright for paths that pytest does not find it from."""
    if all(choice.path.is_relative_to(ROOT) for choice in request.chosen):
        return []
    return [word for name in plugin_names() for word in ("-p", name)]


def _take_down(process: subprocess.Popen[str], lines: _Lines, output: Iterable[str]) -> int:
    """Let pytest, which the terminal interrupts as well, close what it opened; then insist."""
    impatience = Timer(_PATIENCE_S, process.kill)
    impatience.start()
    try:
        lines.follow(output)
        process.wait()
    finally:
        impatience.cancel()
    return INTERRUPTED


class _Lines:
    """Takes the output apart line by line."""

    def __init__(self, log: IO[str], display: Display) -> None:
        self._log = log
        self._display = display
        self.said_goodbye = False
        self.stopped_early = False
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
                self.stopped_early = event.early
