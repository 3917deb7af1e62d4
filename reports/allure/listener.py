"""Follows scenarios through pytest's and pytest-bdd's hooks and has their results written."""

from __future__ import annotations

from collections.abc import Generator, Mapping
from typing import Any

import pytest
from pytest_bdd.parser import Feature, Scenario, Step

from reports.allure.recording import Clock, Recording
from reports.allure.results import ResultFolder
from reports.collected import PlannedRows
from reports.items import STAND_IN, planned_row
from reports.phases import read_phase
from reports.verdict import crashed
from testdata.faults import Avvikelse
from testdata.model import WorldRecord
from testdata.scenario import API, PlannedRow


class ScenarioListener:
    """One scenario at a time, where it runs."""

    def __init__(self, results: ResultFolder, *, worker: str, krav_texts: Mapping[str, str], clock: Clock) -> None:
        self._results = results
        self._worker = worker
        self._krav_texts = krav_texts
        self._clock = clock
        self.current: Recording | None = None

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Generator[None, object, object]:
        row = planned_row(item)
        self.current = self._record(row, counted=True) if row else None
        try:
            outcome = yield
        except BaseException:
            self.current = None  # the whole run is being stopped: nothing is known of this scenario
            raise
        recording, self.current = self.current, None
        if recording:
            recording.write(worker=self._worker, krav_texts=self._krav_texts)
        return outcome

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        phase = read_phase(report)
        if self.current and phase:
            self.current.conclude(phase.verdict)

    def pytest_bdd_before_scenario(self, request: pytest.FixtureRequest, feature: Feature, scenario: Scenario) -> None:
        if self.current is None:
            row = stand_in(request.node, feature, scenario)
            request.node.stash[STAND_IN] = row
            self.current = self._record(row, counted=False)
        self.current.expect(scenario.steps)

    def pytest_bdd_before_step(self, step: Step) -> None:
        if self.current:
            self.current.begin_step(step)

    def pytest_bdd_after_step(self) -> None:
        if self.current:
            self.current.close()

    def pytest_bdd_step_error(self, exception: Exception) -> None:
        if self.current:
            self.current.close("failed" if isinstance(exception, Avvikelse) else "broken", str(exception))

    def pytest_bdd_step_func_lookup_error(self, step: Step, exception: Exception) -> None:
        if self.current:
            self.current.begin_step(step)
            self.current.close("broken", str(exception))

    def pytest_bdd_after_scenario(self) -> None:
        if self.current:
            self.current.finish_steps()

    def pytest_provtryck_world_closed(self, record: WorldRecord) -> None:
        if self.current:
            self.current.keep_journal(record.journal)

    def pytest_provtryck_evidence(self, name: str, media_type: str, body: bytes) -> None:
        if self.current:
            self.current.keep_evidence(name, media_type, body)

    def pytest_provtryck_step_evidence(self, name: str, media_type: str, body: bytes) -> None:
        if self.current:
            self.current.attach(name, media_type, body)

    def _record(self, row: PlannedRow, *, counted: bool) -> Recording:
        return Recording(row, self._results, self._clock, counted=counted)


class CrashListener:
    """Writes the result of a scenario whose worker died under it. Lives in the leading process."""

    def __init__(
        self, results: ResultFolder, planned: PlannedRows, *, krav_texts: Mapping[str, str], clock: Clock
    ) -> None:
        self._results = results
        self._planned = planned
        self._krav_texts = krav_texts
        self._clock = clock

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        row = None if read_phase(report) else self._planned.find(report.nodeid)
        if row:
            recording = Recording(row, self._results, self._clock, counted=True)
            recording.conclude(crashed(row, report.longreprtext))
            recording.write(worker="", krav_texts=self._krav_texts)


def stand_in(item: pytest.Item, feature: Feature, scenario: Scenario) -> PlannedRow:
    """What is shown of a scenario that was not collected as a planned row."""
    callspec: Any = getattr(item, "callspec", None)
    example: Mapping[str, str] = callspec.params.get("_pytest_bdd_example", {}) if callspec else {}
    return PlannedRow(
        nodeid=item.nodeid,
        place=f"{feature.rel_filename}:{scenario.line_number}",
        channel=API,
        scenario_id=item.nodeid,
        name=scenario.name,
        feature=feature.name or "",
        rule=scenario.rule.name if scenario.rule else "",
        tags=tuple(sorted(scenario.tags | feature.tags)),
        example=tuple(example.items()),
    )
