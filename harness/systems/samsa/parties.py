"""Who takes part in a case beside the hospital."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime

from harness.systems.samsa.words import PartyRole


@dataclass(slots=True)
class Parties:
    """One unit (HSA-id) in each role, and those that have been added beside it.

    ``since`` is when a unit came, for those that were not there from the beginning.
    """

    main: dict[PartyRole, str]
    added: list[tuple[PartyRole, str]] = field(default_factory=list)
    since: dict[str, datetime] = field(default_factory=dict)

    def __getitem__(self, role: PartyRole) -> str:
        return self.main[role]

    def items(self) -> Iterator[tuple[PartyRole, str]]:
        """Role and unit, those from the beginning first."""
        yield from self.main.items()
        yield from self.added

    def values(self) -> list[str]:
        """Each unit once."""
        return list(dict.fromkeys(unit for _, unit in self.items()))

    def of(self, role: PartyRole) -> list[str]:
        return [unit for its_role, unit in self.items() if its_role is role]

    def replace(self, role: PartyRole, unit: str, at: datetime) -> None:
        self.main[role] = unit
        self.since[unit] = at

    def add(self, role: PartyRole, unit: str, at: datetime) -> None:
        self.added.append((role, unit))
        self.since[unit] = at
