"""Exit codes of the command line itself. Those of a run are in reports.summary."""

from __future__ import annotations

from typing import Final

WRONG_USAGE: Final = 64
INTERRUPTED: Final = 130
