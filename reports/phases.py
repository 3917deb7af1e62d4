"""Puts the verdict of each phase on its report, and keeps the journal of a closed world."""

from __future__ import annotations

from collections.abc import Generator
from pathlib import Path

import msgspec
import pytest

from reports.awaited import awaited_until
from reports.folder import OutputFolder
from reports.items import planned_row, shown_row
from reports.today import today_of
from reports.verdict import PASSED, Verdict, judge, not_run
from testdata.model import WorldRecord
from testdata.scenario import PlannedRow

LEANED_ON = pytest.StashKey[dict[str, str]]()
"""Policies and parameters that the world of an item used, by their class of trust."""

_BEGUN = pytest.StashKey[bool]()
_DONE = pytest.StashKey[bool]()
"""Every step of the item was run, and its scenario was closed."""
_SPOILT = pytest.StashKey[bool]()
"""Some phase of the item was no green: nobody needs to be told that its steps were not all run."""

_PRODUCT = Path(__file__).resolve().parents[1]


class PhaseRecorder:
    """Works where the scenario runs: in a worker, or in the only process there is."""

    def __init__(self, folder: OutputFolder) -> None:
        self._journals = folder.journals

    def pytest_bdd_before_scenario(self, request: pytest.FixtureRequest) -> None:
        request.node.stash[_BEGUN] = True

    def pytest_provtryck_steps_done(self, item: pytest.Item, done: int, total: int) -> None:
        item.stash[_DONE] = 0 < done == total

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_runtest_makereport(
        self, item: pytest.Item, call: pytest.CallInfo[None]
    ) -> Generator[None, pytest.TestReport, pytest.TestReport]:
        report = yield
        if call.when == "setup":  # a plugin may run one item again
            item.stash[_BEGUN] = item.stash[_DONE] = item.stash[_SPOILT] = False
        row = shown_row(item)
        if row:
            verdict = self._judge(item, row, call)
            if verdict.outcome.is_red and not report.failed:
                _turn_red(report, verdict)
            done = call.when == "call" and item.stash[_DONE]
            write_phase(report, Phase(verdict=verdict, leaned_on=item.stash.get(LEANED_ON, {}), done=done))
        return report

    def _judge(self, item: pytest.Item, row: PlannedRow, call: pytest.CallInfo[None]) -> Verdict:
        """The phase by how it ended; and after the set-up, a peace in which the steps were not run is broken.

        With ``--setup-only`` there is no call at all, so that it shows first when all is taken down.
        """
        error = call.excinfo.value if call.excinfo else None
        begun = item.stash[_BEGUN]
        until = awaited_until(item, row, today_of(item.config), when=call.when)
        verdict = judge(error, row, _PRODUCT, until=until, begun=begun)
        expected = call.when != "setup" and not item.stash[_SPOILT] and planned_row(item) is not None
        if verdict == PASSED and expected and not item.stash[_DONE]:
            verdict = not_run(row, begun=begun)
        item.stash[_SPOILT] = item.stash[_SPOILT] or verdict != PASSED
        return verdict

    def pytest_provtryck_world_closed(self, item: pytest.Item, record: WorldRecord) -> None:
        row = planned_row(item)
        item.stash[LEANED_ON] = dict(record.leaned_on)
        if row:
            self._journals.mkdir(exist_ok=True)
            Path(self._journals, f"{row.own_name}.jsonl").write_bytes(record.journal)


def _turn_red(report: pytest.TestReport, verdict: Verdict) -> None:
    """pytest takes any skip for a skip; where we do not, its own formats and ``-x`` must not say otherwise."""
    report.outcome = "failed"
    report.longrepr = verdict.fault.text if verdict.fault else verdict.outcome.shown
    vars(report).pop("wasxfail", None)


class Phase(msgspec.Struct, frozen=True, kw_only=True):
    """What the leading process needs to know of a phase. Survives the way from an xdist worker.

    ``done`` says that it is the phase in which every step of the scenario was run: only that makes it green.
    """

    verdict: Verdict
    leaned_on: dict[str, str]
    done: bool = False


def write_phase(report: pytest.TestReport, phase: Phase) -> None:
    """Attach *phase* as plain values: xdist carries nothing else."""
    vars(report)["provtryck"] = msgspec.to_builtins(phase)


def read_phase(report: pytest.TestReport) -> Phase | None:
    """The phase of a report; None when its process died before it could say anything."""
    carried = getattr(report, "provtryck", None)
    return None if carried is None else msgspec.convert(carried, Phase)
