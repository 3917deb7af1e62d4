"""What the last run in a folder left red."""

from __future__ import annotations

from pathlib import Path

from reports.account.ledger import read_rows
from reports.folder import OutputFolder
from reports.row import Case


def read_red(output: Path) -> list[Case]:
    """What was red in the last run in *output*, in its order: its place, and the channel it was red in.

    Red in any of several repetitions is red.
    """
    rows = read_rows(OutputFolder(output.resolve()))
    return list(dict.fromkeys(row.run.case for row in rows if row.outcome.is_red))
