"""How the end of pytest is told, whatever end it meets. Small programs stand in for pytest."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import pytest

from harness.cli.pytestrun import PytestEnd, command, run_pytest, surroundings
from harness.cli.request import RunRequest
from harness.cli.root import ROOT
from reports.account.ledger import Chosen
from reports.folder import OutputFolder
from reports.outcome import Outcome
from reports.runevents import RowFinished, Started, Stopped, event_line

ROW = RowFinished(number=1, place="features/x.feature:3", channel="api", name="namn", outcome=Outcome.GODKAND)
START, ROWS, STOP = (event_line(event) for event in (Started(total=2), ROW, Stopped(done=1)))


class Seen:
    """A display that remembers."""

    def __init__(self) -> None:
        self.told: list[object] = []

    def start(self, total: int) -> None:
        self.told.append(total)

    def advance(self, row: RowFinished) -> None:
        self.told.append(row)

    def close(self) -> None:
        self.told.append("slut")


def request_for(path: Path, **changes: object) -> RunRequest:
    values: dict[str, object] = {
        "chosen": (Chosen(path=path, line=None),),
        "krav": (),
        "areas": (),
        "tags": "",
        "test_types": (),
        "channels": (),
        "cases": (),
        "repetitions": 1,
        "pictures": False,
        "seed": 1,
        "workers": 1,
        "output": path,
        "json": None,
        "defects": (),
        "today": date(2026, 1, 15),
    }
    return RunRequest(**{**values, **changes})  # type: ignore[arg-type]


def run_program(
    program: str, folder: Path, monkeypatch: pytest.MonkeyPatch, display: Seen | None = None
) -> tuple[PytestEnd, Seen]:
    monkeypatch.setattr("harness.cli.pytestrun.command", lambda *_: [sys.executable, "-u", "-c", program])
    seen = display or Seen()
    return run_pytest(request_for(ROOT / "features"), OutputFolder(folder), seen), seen


def test_events_go_to_the_display_and_the_rest_to_the_log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = f"print({START!r}); print('en rad'); print({ROWS!r}); print({STOP!r}); print('å till')"

    end, seen = run_program(program, tmp_path, monkeypatch)

    assert end.in_order
    assert seen.told == [2, ROW, "slut"]
    assert (tmp_path / "pytest.log").read_text("utf-8") == "en rad\nå till\n"


@pytest.mark.parametrize(
    ("last_words", "explanation"),
    [
        ("import os, signal; os.kill(os.getpid(), signal.SIGKILL)", "dödades utifrån (signal 9)"),
        ("raise SystemExit(3)", "pytest slutade med kod 3"),
        ("raise SystemExit(0)", "pytest slutade med kod 0"),
    ],
    ids=["dödad", "internt fel", "tyst slut"],
)
def test_an_end_without_a_goodbye_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, last_words: str, explanation: str
) -> None:
    end, seen = run_program(f"print({START!r}); print('sista raden'); {last_words}", tmp_path, monkeypatch)

    assert not end.in_order
    assert explanation in end.explanation
    assert end.last_lines == ("sista raden",)
    assert seen.told == [2, "slut"]


class Interrupted(Seen):
    """Somebody presses Ctrl-C as soon as the run has started."""

    def start(self, total: int) -> None:
        super().start(total)
        raise KeyboardInterrupt


def test_an_interrupt_lets_pytest_finish_and_keeps_what_it_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = f"print({START!r}); print({ROWS!r}); print('städat')"

    end, seen = run_program(program, tmp_path, monkeypatch, Interrupted())

    assert end.interrupted
    assert not end.in_order
    assert seen.told == [2, ROW, "slut"]
    assert end.last_lines == ("städat",)


def test_our_options_hold_their_value_in_one_word(tmp_path: Path) -> None:
    request = request_for(
        ROOT / "features", krav=("AK-A-01", "AK-A-02"), tags="a och b", seed=7, workers=3, defects=("d",)
    )

    words = command(request, OutputFolder(tmp_path))

    ours = [word for word in words if word.startswith("--provtryck")]
    assert ours == [
        f"--provtryck-ut={tmp_path}",
        "--provtryck-fro=7",
        "--provtryck-idag=2026-01-15",
        "--provtryck-tagg=a och b",
        "--provtryck-krav=AK-A-01",
        "--provtryck-krav=AK-A-02",
        "--provtryck-defekt=d",
    ]
    assert words[words.index("-n") + 1] == "3"
    assert "reports.hooks" not in words


def test_features_elsewhere_get_the_plugins_by_name(tmp_path: Path) -> None:
    words = command(request_for(tmp_path), OutputFolder(tmp_path))

    assert words[words.index("reports.hooks") - 1] == "-p"
    assert "steps.collection" in words


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("-x --provtryck-tagg=rok --maxfail=2", "-x --maxfail=2"),
        ("--provtryck-tagg 'rok och styr' -x", "-x"),
        ("--provtryck-rad=a@api --provtryck-krav AK-SYS-01", ""),
        ("--provtryck-skarmbilder -k 'not a'", "-k 'not a'"),
        ("--provtryck-tagg -x", "-x"),
        ("-o addopts=--provtryck-tagg=rok -x", "-x"),
        ("--override-ini=addopts=--provtryck-tagg=rok -x", "-x"),
        ("@fler.txt -x", "-x"),
        ("-k 'stängt aldrig", "-k 'stängt aldrig"),
    ],
)
def test_none_of_our_options_is_taken_from_the_surroundings(given: str, kept: str) -> None:
    assert surroundings({"PYTEST_ADDOPTS": given, "A": "b"}) == {
        "A": "b",
        "PYTEST_ADDOPTS": kept,
        "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1",
    }
