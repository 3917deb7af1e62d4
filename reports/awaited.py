"""Known reds with an end date: a deviation is awaited, and green in spite of it is an error.

pytest has the same in xfail(strict=True); what differs is the date, and that only an Avvikelse of a
När or a Så is awaited.
"""

from __future__ import annotations

from collections.abc import Generator
from datetime import date

import pytest
from pytest_bdd.parser import Step

from reports.items import planned_row, shown_row
from testdata.awaited import AWAITED_TAG, read_awaited
from testdata.faults import Avvikelse, Specifikationsfel
from testdata.scenario import PlannedRow

_KIND = pytest.StashKey[str]()
"""The kind of the step that was begun last: given, when or then."""


class AwaitedReds:
    """Works where the scenario runs. Also without ``--provtryck-ut``: plain pytest must not say green either."""

    def __init__(self, today: date) -> None:
        self._today = today

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_setup(self, item: pytest.Item) -> None:
        """A tag that means nothing stops the scenario before anything else can be said of it."""
        row = planned_row(item)
        if row:
            self._until(row)

    def pytest_bdd_before_step(self, request: pytest.FixtureRequest, step: Step) -> None:
        request.node.stash[_KIND] = step.type

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_runtest_call(self, item: pytest.Item) -> Generator[None, object, object]:
        result = yield
        row = shown_row(item)
        until = self._until(row) if row else None
        if row and until:
            raise _placed(
                Specifikationsfel(
                    f"»{row.title}« är märkt @{AWAITED_TAG} men blev grönt.",
                    expected=f"en avvikelse till och med {until}",
                    actual="alla steg gick bra",
                    next_step=f"Ta bort taggen @{AWAITED_TAG}:{until}: avvikelsen finns inte längre.",
                ),
                row,
            )
        return result

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_makereport(
        self, item: pytest.Item, call: pytest.CallInfo[None]
    ) -> Generator[None, pytest.TestReport, pytest.TestReport]:
        """pytest is told as it is told of an xfail: so it is red in none of its own formats, and stops no ``-x``."""
        report = yield
        row = shown_row(item)
        error = call.excinfo.value if call.excinfo else None
        if row and isinstance(error, Avvikelse) and awaited_until(item, row, self._today, when=call.when):
            report.outcome = "skipped"
            report.wasxfail = f"@{AWAITED_TAG}: {error.sentence}"
        return report

    def _until(self, row: PlannedRow) -> date | None:
        try:
            return read_awaited(row.tags, self._today)
        except Specifikationsfel as fault:
            raise _placed(fault, row) from None


def awaited_until(item: pytest.Item, row: PlannedRow, today: date, *, when: str) -> date | None:
    """The last day of *row*'s awaited deviation; None without one, or with a tag that means nothing.

    None as well where nothing was tried yet: in a Givet the premise does not hold, and what is awaited never
    came to happen. After the last step, when the scenario is closed, its kind still counts.
    """
    if when != "call" or item.stash.get(_KIND, "given") == "given":
        return None
    try:
        return read_awaited(row.tags, today)
    except Specifikationsfel:
        return None


def _placed(fault: Specifikationsfel, row: PlannedRow) -> Specifikationsfel:
    fault.place(where=row.place, krav=", ".join(row.krav))
    return fault
