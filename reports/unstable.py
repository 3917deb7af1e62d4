"""Scenarios that do not end the same way every time."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from reports.outcome import Outcome
from reports.row import Case, FinishedRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Unstable:
    """A case whose repetitions ended differently; ``outcomes`` in the order of the repetitions."""

    place: str
    channel: str
    name: str
    outcomes: tuple[Outcome, ...]


def find_unstable(rows: Iterable[FinishedRow]) -> list[Unstable]:
    """The unstable ones among *rows*, each at the place of its first row. A repetition that never ended is the
    account's to miss."""
    groups: dict[Case, list[FinishedRow]] = {}
    for row in sorted(rows, key=lambda row: row.repetition):
        groups.setdefault(row.run.case, []).append(row)
    return [
        Unstable(
            place=group[0].place,
            channel=group[0].channel,
            name=group[0].name,
            outcomes=tuple(row.outcome for row in group),
        )
        for group in groups.values()
        if len({row.outcome for row in group}) > 1
    ]
