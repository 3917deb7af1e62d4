"""The admissions that Samvy has told of."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from harness.kernel.events import Event, read_fact
from harness.systems.samsa.adt.facts import KINDS, AdmissionTold


@dataclass(slots=True)
class AdmissionsElsewhere:
    """The latest of each plan and when it came, and which messages have come."""

    seen: set[str] = field(default_factory=set)
    latest: dict[str, tuple[AdmissionTold, datetime]] = field(default_factory=dict)

    def apply(self, event: Event) -> None:
        match read_fact(event, KINDS):
            case AdmissionTold() as told:
                self.seen.add(told.message)
                known = self.latest.get(told.plan)
                if known is None or told.number > known[0].number:
                    self.latest[told.plan] = (told, event.at)
