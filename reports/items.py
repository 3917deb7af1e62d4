"""The scenario behind a pytest item: what was planned, or what stands in for it."""

from __future__ import annotations

import pytest

from testdata.scenario import PlannedRow

STAND_IN = pytest.StashKey[PlannedRow]()
"""What stands in for the planned row of a scenario that pytest-bdd collected itself."""


def planned_row(item: pytest.Item) -> PlannedRow | None:
    """The planned row of a scenario item; None for an ordinary test."""
    row = getattr(item, "row", None)
    return row if isinstance(row, PlannedRow) else None


def shown_row(item: pytest.Item) -> PlannedRow | None:
    """The planned row of a scenario item, or what stands in for it. It is shown, but not counted."""
    return planned_row(item) or item.stash.get(STAND_IN, None)
