"""How many processes a run is given when nobody has said."""

from __future__ import annotations

import os
from typing import Final

from harness.cli.request import RunRequest
from reports.account.ledger import Texts
from reports.row import Run
from reports.selection import read_selection
from testdata.scenario import WEBB, PlannedRow

# Starting one more process and its browser takes as long as some scenarios in it.
_WORTH_IT: Final = 8
# Each has a browser of its own: a laptop must stay usable beside the run.
_AT_MOST: Final = 4


def choose_workers(request: RunRequest, texts: Texts) -> int:
    """What was asked for; else one for each core when many pages are to be opened, which is slow, and one when not."""
    if request.workers is not None:
        return request.workers
    return min(os.cpu_count() or 1, _AT_MOST) if count_on_pages(request, texts) >= _WORTH_IT else 1


def count_on_pages(request: RunRequest, texts: Texts) -> int:
    """How many scenarios will be run in a browser, each as many times as it is repeated."""
    selection = read_selection(
        krav=request.krav,
        areas=request.areas,
        test_types=request.test_types,
        channels=request.channels,
        cases=request.cases,
        tags=request.tags,
    )
    rows = (
        PlannedRow(
            nodeid="", place=pickle.place, channel=WEBB, scenario_id="", name="", feature="", rule="", tags=pickle.tags
        )
        for pickle in texts.pickles
        if WEBB in pickle.channels and Run(pickle.place, WEBB) not in texts.outside
    )
    return texts.repetitions * sum(1 for row in rows if selection.reason_against(row) is None)
