"""How many processes a run is given when nobody has said."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import Final

from reports.row import Run
from testdata.scenario import WEBB

# Starting one more process and its browser takes as long as some scenarios in it.
_WORTH_IT: Final = 8
# Each has a browser of its own: a laptop must stay usable beside the run.
_AT_MOST: Final = 4


def choose_workers(asked: int | None, planned: Sequence[Run], channels: Sequence[str]) -> int:
    """What was *asked* for; else one for each core when pages are to be opened, which is slow, and one when not.

    Args:
        planned: every scenario of the chosen files in every channel.
        channels: those that were chosen; all, when it is empty.
    """
    if asked is not None:
        return asked
    pages = sum(1 for _, channel in planned if channel == WEBB and (not channels or WEBB in channels))
    return min(os.cpu_count() or 1, _AT_MOST) if pages >= _WORTH_IT else 1
