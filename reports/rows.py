"""One row for each finished scenario, written as it happens, and event lines for the command line."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from reports.collected import CollectionLog, PlannedRows
from reports.folder import OutputFolder
from reports.hooks import output_folder, worker_of
from reports.lines import LineFile
from reports.outcome import Outcome, weakest_class, weight
from reports.phases import Phase, PhaseRecorder, read_phase
from reports.row import FinishedRow
from reports.runevents import RunEvent, Started, Stopped, event_line, row_event
from reports.sessionend import end_of, keep_end
from reports.verdict import crashed, not_run
from testdata.scenario import PlannedRow


def pytest_configure(config: pytest.Config) -> None:
    folder = output_folder(config)
    if folder is None:
        return
    worker = worker_of(config)
    config.pluginmanager.register(CollectionLog(folder, worker), "provtryck_collection")
    config.pluginmanager.register(PhaseRecorder(folder), "provtryck_phases")
    if not worker:
        config.pluginmanager.register(RowLog(folder, config), "provtryck_rows")


class RowLog:
    """Joins the phases of a scenario to one row. Lives in the leading process only."""

    def __init__(self, folder: OutputFolder, config: pytest.Config) -> None:
        self._folder = folder
        self._rows = LineFile(folder.rows)
        self._planned = PlannedRows(folder)
        self._config = config
        self._phases: dict[str, list[Phase]] = {}
        self._seconds: dict[str, float] = {}
        self._total: int | None = None
        self._done = 0

    @pytest.hookimpl(optionalhook=True)
    def pytest_xdist_node_collection_finished(self, node: object, ids: Sequence[str]) -> None:
        self._start(ids)

    def pytest_collection_finish(self, session: pytest.Session) -> None:
        if session.items:  # the leading process of a run on many workers collects none
            self._start([item.nodeid for item in session.items])

    @pytest.hookimpl(tryfirst=True)
    def pytest_report_teststatus(self, report: pytest.CollectReport | pytest.TestReport) -> tuple[str, str, str] | None:
        """No dots: in a stream of event lines they would only break lines apart."""
        if not isinstance(report, pytest.TestReport) or not self._planned.find(report.nodeid):
            return None
        if hasattr(report, "wasxfail"):
            return "xfailed", "", ""
        if report.passed:
            return ("passed" if report.when == "call" else ""), "", ""
        category = "error" if report.failed and report.when != "call" else report.outcome
        return category, "", category.upper()

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        row = self._planned.find(report.nodeid)
        if row is None:
            return
        phase = read_phase(report)
        died = phase is None
        phase = phase or Phase(verdict=crashed(row, report.longreprtext), leaned_on={})
        self._phases.setdefault(report.nodeid, []).append(phase)
        self._seconds[report.nodeid] = self._seconds.get(report.nodeid, 0.0) + report.duration
        if died or report.when == "teardown":
            self._finish(row)

    def pytest_sessionfinish(self, session: pytest.Session, exitstatus: int) -> None:
        end = end_of(session, int(exitstatus))
        keep_end(self._folder, end)
        self._tell(Stopped(done=self._done, early=bool(end.stopped)))

    def _start(self, nodeids: Sequence[str]) -> None:
        if self._total is None:
            self._total = sum(1 for nodeid in nodeids if self._planned.find(nodeid))
            self._tell(Started(total=self._total))

    def _finish(self, planned: PlannedRow) -> None:
        phases = self._phases.pop(planned.nodeid)
        row = finished_row(planned, phases, self._seconds.pop(planned.nodeid))
        self._rows.append(row)
        self._done += 1
        self._tell(row_event(row, self._done))

    def _tell(self, event: RunEvent) -> None:
        terminal = self._config.pluginmanager.get_plugin("terminalreporter")
        if terminal is not None:
            terminal.ensure_newline()
            terminal.write_line(event_line(event))
            terminal.flush()


def finished_row(planned: PlannedRow, phases: Sequence[Phase], seconds: float) -> FinishedRow:
    """One row of all phases: the worst of them decides, the first of equals.

    It is green only when one of them says that every step was run, whatever the others did not see.
    """
    worst = max((phase.verdict for phase in phases), key=lambda v: weight(v.outcome))
    if worst.outcome is Outcome.GODKAND and not any(phase.done for phase in phases):
        worst = not_run(planned, begun=False)
    leaned_on = {name: trust for phase in phases for name, trust in phase.leaned_on.items()}
    return FinishedRow(
        place=planned.place,
        channel=planned.channel,
        nodeid=planned.nodeid,
        scenario_id=planned.scenario_id,
        name=planned.name,
        outcome=worst.outcome,
        reason=worst.reason,
        fault=worst.fault,
        krav=planned.krav,
        test_type=planned.test_type,
        weakest=weakest_class(leaned_on.values()),
        leaned_on=leaned_on,
        duration_s=round(seconds, 6),
        until=worst.until,
        repetition=planned.repetition,
    )
