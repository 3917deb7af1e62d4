"""What the last run in a folder left red."""

from __future__ import annotations

from pathlib import Path

from reports.account.ledger import read_rows
from reports.folder import OutputFolder
from reports.row import Run


def read_red(output: Path) -> list[Run]:
    """Each red row of the last run in *output*, in its order: its place, and the channel it was red in."""
    return [row.run for row in read_rows(OutputFolder(output.resolve())) if row.outcome.is_red]
