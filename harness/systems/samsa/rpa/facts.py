"""What is kept of the robot's work."""

from __future__ import annotations

from harness.kernel.events import Fact, fact_kinds


class RunStarted(Fact, frozen=True):
    """``admissions`` are what Melior handed out."""

    kind = "rpa-korning-startad"
    run: str
    unit: str
    person: str
    admissions: list[str]


class StepDone(Fact, frozen=True):
    """``was_there`` says that the robot found it done and did nothing."""

    kind = "rpa-steg-klart"
    run: str
    admission: str
    step: str
    case: str
    was_there: bool


class StepFailed(Fact, frozen=True):
    """The admission goes no further in this run. ``reason`` is Swedish; ``admitted`` is the moment in Melior."""

    kind = "rpa-steg-misslyckades"
    run: str
    admission: str
    step: str
    oid: str
    id: str
    admitted: str
    code: str
    reason: str


class AdmissionLeft(Fact, frozen=True):
    """The run ended before it came to this admission."""

    kind = "rpa-vardtillfalle-ej-paborjat"
    run: str
    admission: str


KINDS = fact_kinds(RunStarted, StepDone, StepFailed, AdmissionLeft)
