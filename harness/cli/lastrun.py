"""What the last run in a folder left red."""

from __future__ import annotations

from pathlib import Path

from reports.account.ledger import read_rows
from reports.folder import OutputFolder


def read_red(output: Path, root: Path) -> list[str]:
    """``/…/x.feature:12`` for each red row of the last run in *output*, in its order, once."""
    red = (row.place for row in read_rows(OutputFolder(output.resolve())) if row.outcome.is_red)
    return list(dict.fromkeys(str(root / place) for place in red))
