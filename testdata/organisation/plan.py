"""The rollout plan: every row that the sources give, the ones that contradict each other included.

Plan data, not history: the rollout was stopped (domain rules 0.2).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from testdata.tables import read_table

_TABLE = Path(__file__).with_name("utrullningsplan.csv")
_COLUMNS = ("etapp", "omrade", "datum", "vad", "galler", "konflikt", "kalla", "klass")


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanRow:
    """One statement about when something goes live.

    ``what`` is ``sjukhus:<short name>``, ``primarvard:<group>``, ``habilitering`` or free text in a
    row that is not in force. ``day`` is None where the source gives no date. Of rows that contradict
    each other exactly one is in force; ``conflict`` names the contradiction in all of them.
    """

    etapp: int
    omrade: str
    day: date | None
    what: str
    in_force: bool
    conflict: str
    source: str
    trust: str


@cache
def plan_rows() -> tuple[PlanRow, ...]:
    """Every row of the table, in its order."""
    return tuple(
        PlanRow(
            etapp=int(row["etapp"]),
            omrade=row["omrade"],
            day=date.fromisoformat(row["datum"]) if row["datum"] else None,
            what=row["vad"],
            in_force=row["galler"] == "ja",
            conflict=row["konflikt"],
            source=row["kalla"],
            trust=row["klass"],
        )
        for row in read_table(_TABLE, _COLUMNS)
    )


def rows_in_force() -> tuple[PlanRow, ...]:
    """The rows that a world is built on; each has a day."""
    return tuple(row for row in plan_rows() if row.in_force)


def conflicts() -> tuple[PlanRow, ...]:
    """Every row that takes part in a contradiction, in force or not (AK-SYS-14)."""
    return tuple(row for row in plan_rows() if row.conflict)
