"""The command line in this process, with a page builder that only remembers that it was asked."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from harness.cli.__main__ import main
from reports.folder import OutputFolder
from reports.row import FinishedRow, read_lines
from testdata.scenario import TEST_TYPES


@pytest.fixture
def pages(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The pages that were asked for. Drawing them takes seconds and is tested on its own."""
    asked: list[Path] = []

    def build(folder: OutputFolder, *, title: str, facts: object) -> tuple[str, ...]:
        types = {row.test_type for row in read_lines(folder.rows, FinishedRow)}
        made = tuple(test_type for test_type in TEST_TYPES if test_type in types)
        for test_type in ("", *made):
            asked.append(folder.report(test_type))
            folder.report(test_type).mkdir()
            folder.page(test_type).write_text(title, encoding="utf-8")
        return made

    monkeypatch.setattr("reports.allure.html.build_html", build)
    return asked


@pytest.fixture
def run(
    pages: list[Path], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Callable[..., tuple[int, str]]:
    """Run one command line; the exit code, and everything that was printed."""
    # These tests may themselves be run by a worker of xdist, which those that they start are not.
    for name in ("PYTEST_XDIST_WORKER", "PYTEST_XDIST_WORKER_COUNT", "PYTEST_XDIST_TESTRUNUID"):
        monkeypatch.delenv(name, raising=False)

    def start(*words: str) -> tuple[int, str]:
        code = main(words)
        printed = capsys.readouterr()
        return code, printed.out + printed.err

    return start
