"""What is written in Melior, and what the robot has receipted."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from harness.kernel.events import Event, Fact, fact_kinds, read_fact

ADMISSION, INFORMATION = "inskrivningsmeddelande", "utskrivningsinformation"
"""The two things (uppgifter) that are carried."""


class AdmissionWritten(Fact, frozen=True):
    """``parties`` are HSA-ids as somebody wrote them: Melior does not know who is in SAMSA."""

    kind = "melior-inskriven"
    admission: str
    unit: str
    doctor: str
    oid: str
    id: str
    parties: dict[str, str]
    needs: list[str]
    planned: str


class InformationWritten(Fact, frozen=True):
    kind = "melior-utskrivningsinformation"
    admission: str
    author: str
    text: str


class Receipted(Fact, frozen=True):
    """The robot has said that SAMSA has it."""

    kind = "melior-kvitterat"
    admission: str
    task: str


KINDS = fact_kinds(AdmissionWritten, InformationWritten, Receipted)


@dataclass(slots=True, kw_only=True)
class Admission:
    written: AdmissionWritten
    at: datetime
    information: InformationWritten | None = None
    receipted: set[str] = field(default_factory=set)

    def tasks(self) -> list[str]:
        return [ADMISSION] if self.information is None else [ADMISSION, INFORMATION]


@dataclass(slots=True)
class MeliorState:
    """Admissions (vårdtillfällen) by number, oldest first."""

    admissions: dict[str, Admission] = field(default_factory=dict)

    def apply(self, event: Event) -> None:
        match read_fact(event, KINDS):
            case AdmissionWritten() as written:
                self.admissions[written.admission] = Admission(written=written, at=event.at)
            case InformationWritten() as information:
                self.admissions[information.admission].information = information
            case Receipted(admission=number, task=task):
                self.admissions[number].receipted.add(task)
