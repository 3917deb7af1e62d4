"""The read log of SAMSA in one world. Changed by :meth:`ReadLog.apply`, and by nothing else."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from harness.kernel.events import Event, read_fact
from harness.systems.samsa.log.facts import KINDS, PatientRead


@dataclass(frozen=True, slots=True)
class Reading:
    """``at`` is in UTC."""

    about: PatientRead
    at: datetime


@dataclass(slots=True)
class ReadLog:
    """Readings by (oid, id) of the patient, oldest first."""

    by_patient: dict[tuple[str, str], list[Reading]] = field(default_factory=dict)

    def apply(self, event: Event) -> None:
        match read_fact(event, KINDS):
            case PatientRead() as about:
                self.by_patient.setdefault((about.oid, about.id), []).append(Reading(about, event.at))
