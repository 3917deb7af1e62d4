"""The avvikelser of one world's Samvy."""

from __future__ import annotations

from dataclasses import dataclass, field

from harness.kernel.events import Event, read_fact
from harness.systems.samvy.deviations.facts import KINDS, DeviationReceived, DeviationReported


@dataclass(slots=True)
class DeviationBook:
    """Reports by id, oldest first, and what the avvikelsesystem calls those that it has."""

    reports: dict[str, DeviationReported] = field(default_factory=dict)
    received_as: dict[str, str] = field(default_factory=dict)

    def has(self, case: str, shortcoming: str, notice: str | None) -> bool:
        """Whether Samvy has itself reported that shortcoming."""
        about = (case, shortcoming, notice)
        return any(one.is_automatic and (one.case, one.shortcoming, one.notice) == about for one in self.all())

    def all(self) -> list[DeviationReported]:
        return list(self.reports.values())

    def apply(self, event: Event) -> None:
        match read_fact(event, KINDS):
            case DeviationReported() as reported:
                self.reports[reported.report] = reported
            case DeviationReceived(report=report, number=number):
                self.received_as[report] = number
