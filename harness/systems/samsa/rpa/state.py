"""What the robot has done, and where it stopped."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from harness.kernel.events import Event, read_fact
from harness.systems.samsa.rpa.facts import KINDS, AdmissionLeft, RunStarted, StepDone, StepFailed


class Step(StrEnum):
    """What the robot does for one admission, in order."""

    ARENDE = "arende"
    BEHOV = "behovsbedomning"
    INSKRIVNING = "inskrivningsmeddelande"
    INFORMATION = "utskrivningsinformation"


@dataclass(slots=True, kw_only=True)
class Run:
    number: str
    unit: str
    person: str
    at: datetime
    rows: list[StepDone | StepFailed | AdmissionLeft] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    fact: StepFailed
    unit: str
    at: datetime


@dataclass(slots=True)
class RobotWork:
    """Runs by number, oldest first; the case and the finished steps of each admission; its last failure."""

    runs: dict[str, Run] = field(default_factory=dict)
    cases: dict[str, str] = field(default_factory=dict)
    done: dict[str, set[Step]] = field(default_factory=dict)
    failures: dict[str, Failure] = field(default_factory=dict)

    def apply(self, event: Event) -> None:
        match read_fact(event, KINDS):
            case RunStarted(run=number, unit=unit, person=person):
                self.runs[number] = Run(number=number, unit=unit, person=person, at=event.at)
            case StepDone() as row:
                self.runs[row.run].rows.append(row)
                self.cases[row.admission] = row.case
                self.done.setdefault(row.admission, set()).add(Step(row.step))
                failure = self.failures.get(row.admission)
                if failure is not None and failure.fact.step == row.step:
                    del self.failures[row.admission]
            case StepFailed() as row:
                run = self.runs[row.run]
                run.rows.append(row)
                self.failures[row.admission] = Failure(fact=row, unit=run.unit, at=event.at)
            case AdmissionLeft() as row:
                self.runs[row.run].rows.append(row)
