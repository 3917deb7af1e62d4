"""One scenario while it runs: its steps as they begin and end, and what is to be shown beside them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from pytest_bdd.parser import Step

from reports.allure.labels import identity, krav_words, labels_of, links_of, parameters_of, title_path
from reports.allure.results import ResultFolder
from reports.allure.table import draw_journal, draw_table
from reports.outcome import Outcome, weight
from reports.verdict import PASSED, SKIP_REASONS, Verdict
from testdata.scenario import PlannedRow

Clock = Callable[[], int]
"""Wall time in milliseconds: Allure's own measure, of no meaning to the tests."""

_STATUSES: Final = {
    Outcome.GODKAND: "passed",
    Outcome.UNDERKAND: "failed",
    Outcome.EJ_BYGGD: "skipped",
    Outcome.EJ_KORBAR: "skipped",
    Outcome.VANTAD: "skipped",
}


class Recording:
    """Gathers one result as the plain mapping that is written in the end.

    ``counted`` is False for a scenario that stands outside the plan: it gets no ``plats`` label.
    """

    def __init__(self, row: PlannedRow, results: ResultFolder, clock: Clock, *, counted: bool) -> None:
        self.row = row
        self._results = results
        self._clock = clock
        self._counted = counted
        self._identity = identity(row)
        self._start = clock()
        self._top: dict[str, Any] = {"steps": [], "attachments": []}
        self._open: list[dict[str, Any]] = [self._top]
        self._awaited: Sequence[Step] = ()
        self._begun = 0
        self._files = 0
        self._verdict = PASSED
        self._evidence: list[tuple[str, str, bytes]] = []
        self._journal = b""

    def expect(self, steps: Sequence[Step]) -> None:
        """The steps that the scenario has: those that never begin are shown as skipped."""
        self._awaited = steps

    def begin_step(self, step: Step) -> None:
        self._begun += 1
        self.open(_title(step))
        if step.datatable is not None:
            self.attach("Tabell", "text/csv", draw_table(list(map(str, row)) for row in step.datatable.raw()))
        if step.docstring is not None:
            self.attach("Text", "text/plain", step.docstring.encode())

    def open(self, title: str, parameters: Mapping[str, str] | None = None) -> None:
        """Begin a step inside the innermost open one."""
        step: dict[str, Any] = {"name": title, "start": self._clock(), "steps": [], "attachments": []}
        if parameters:
            step["parameters"] = [{"name": name, "value": value} for name, value in parameters.items()]
        self._open[-1]["steps"].append(step)
        self._open.append(step)

    def close(self, status: str = "passed", message: str = "") -> None:
        """End the innermost open step."""
        step = self._open.pop()
        step["status"], step["stop"] = status, self._clock()
        if message:
            step["statusDetails"] = {"message": message}

    def finish_steps(self) -> None:
        """Close what a skip left open, and list the steps that were never reached."""
        while len(self._open) > 1:
            self.close("skipped")
        now = self._clock()
        for step in self._awaited[self._begun :]:
            self._top["steps"].append({"name": _title(step), "status": "skipped", "start": now, "stop": now})

    def attach(self, name: str, media_type: str, body: bytes, extension: str = "") -> None:
        """Put something beside the innermost open step."""
        self._files += 1
        source = self._results.write_attachment(f"{self._identity['uuid']}-{self._files}", media_type, body, extension)
        self._open[-1]["attachments"].append({"name": name, "source": source, "type": media_type})

    def keep_evidence(self, name: str, media_type: str, body: bytes) -> None:
        self._evidence.append((name, media_type, body))

    def keep_journal(self, journal: bytes) -> None:
        self._journal = journal

    def conclude(self, verdict: Verdict) -> None:
        """Take in the verdict of one phase; the worst stands."""
        if weight(verdict.outcome) > weight(self._verdict.outcome):
            self._verdict = verdict

    def write(self, *, worker: str, krav_texts: Mapping[str, str]) -> None:
        """Write the result. Evidence goes with a deviation only: a green one is not looked into."""
        if self._verdict.outcome.is_red or self._verdict.outcome is Outcome.VANTAD:
            for name, media_type, body in self._evidence:
                self.attach(name, media_type, body)
            if self._journal:
                self.attach("Händelsejournal", "text/csv", draw_journal(self._journal))
        labels = labels_of(self.row, worker)
        result: dict[str, Any] = {
            **self._identity,
            "name": self.row.title,
            "status": _STATUSES.get(self._verdict.outcome, "broken"),
            "stage": "finished",
            "start": self._start,
            "stop": self._clock(),
            "labels": labels if self._counted else [label for label in labels if label["name"] != "plats"],
            "parameters": parameters_of(self.row),
            "links": links_of(self.row),
            "titlePath": title_path(self.row),
            **self._top,
        }
        details = _details(self._verdict)
        if details:
            result["statusDetails"] = details
        description = krav_words(self.row, krav_texts)
        if description:
            result["descriptionHtml"] = description
        self._results.write_result(result)


def _title(step: Step) -> str:
    return f"{step.keyword.strip()} {step.name}"


def _details(verdict: Verdict) -> dict[str, str]:
    if verdict.outcome is Outcome.VANTAD and verdict.fault is not None:
        # Allure has no status for it: skipped is neither green nor red, and the first words sort it by itself.
        return {"message": f"{verdict.reason}\n{verdict.fault.text}"}
    if verdict.fault is not None:
        details = {"message": verdict.fault.text}
        return {**details, "trace": "\n".join(verdict.frames)} if verdict.frames else details
    if verdict.reason is not None:
        return {"message": SKIP_REASONS.get(verdict.reason, verdict.reason)}
    return {}
