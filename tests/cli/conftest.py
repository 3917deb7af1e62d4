"""The command line in this process, with a page builder that only remembers that it was asked."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from harness.cli.__main__ import main


@pytest.fixture
def pages(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The pages that were asked for. Drawing them takes seconds and is tested on its own."""
    asked: list[Path] = []

    def build(results: Path, out: Path, *, title: str) -> None:
        asked.append(out)
        out.mkdir(parents=True)
        (out / "index.html").write_text(title, encoding="utf-8")

    monkeypatch.setattr("reports.allure.html.build_html", build)
    return asked


@pytest.fixture
def run(pages: list[Path], capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str]]:
    """Run one command line; the exit code, and everything that was printed."""

    def start(*words: str) -> tuple[int, str]:
        code = main(words)
        printed = capsys.readouterr()
        return code, printed.out + printed.err

    return start
