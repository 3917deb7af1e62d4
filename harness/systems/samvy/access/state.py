"""The openings of a world. Changed by :meth:`AccessLog.apply`, and by nothing else."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime

from harness.kernel.events import Event, read_fact
from harness.systems.samvy.access.facts import KINDS, RecordOpened


@dataclass(slots=True)
class AccessLog:
    """Openings by person (``oid|id``), oldest first, each with its moment in UTC."""

    openings: dict[str, list[tuple[datetime, RecordOpened]]] = field(default_factory=dict)

    def of(self, records: Collection[str]) -> list[tuple[datetime, RecordOpened]]:
        """Those of one person under any of her records, oldest first."""
        found = [opening for record in records for opening in self.openings.get(record, ())]
        return sorted(found, key=lambda opening: opening[0])

    def apply(self, event: Event) -> None:
        match read_fact(event, KINDS):
            case RecordOpened() as opened:
                self.openings.setdefault(opened.person, []).append((event.at, opened))
