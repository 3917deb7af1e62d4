"""Writes down what one process collected and what it chose away, and looks a node id up again."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from reports.folder import OutputFolder
from reports.hooks import DESELECTED_BECAUSE
from reports.items import planned_row
from reports.lines import LineFile
from reports.row import BY_PYTEST, DeselectedRow, read_lines
from testdata.scenario import PlannedRow


class CollectionLog:
    """``insamlade.jsonl`` and ``bortvalda.jsonl`` of one collecting process."""

    def __init__(self, folder: OutputFolder, worker: str) -> None:
        self._collected = LineFile(folder.collected(worker))
        self._deselected = LineFile(folder.deselected(worker))

    def pytest_provtryck_planned(self, rows: Sequence[PlannedRow]) -> None:
        self._collected.append(*rows)

    def pytest_deselected(self, items: Sequence[pytest.Item]) -> None:
        for item in items:
            row = planned_row(item)
            if row:
                reason = item.stash.get(DESELECTED_BECAUSE, BY_PYTEST)
                self._deselected.append(
                    DeselectedRow(place=row.place, channel=row.channel, reason=reason, repetition=row.repetition)
                )


class PlannedRows:
    """The planned row of a node id, read from what the collecting processes wrote.

    The leading process of a run on many workers has collected nothing itself, and a report of a
    crashed worker carries a node id only.
    """

    def __init__(self, folder: OutputFolder) -> None:
        self._folder = folder
        self._rows: dict[str, PlannedRow] = {}

    def find(self, nodeid: str) -> PlannedRow | None:
        """None for a test that is not a scenario."""
        if not self._rows:  # nobody has collected yet: every process that does collects the same
            self._rows = {
                row.nodeid: row for path in self._folder.all_collected() for row in read_lines(path, PlannedRow)
            }
        return self._rows.get(nodeid)
