"""What the last run in a folder left red, and where that stands in the texts now."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from harness.cli.root import ROOT
from reports.account.ledger import read_rows
from reports.folder import OutputFolder
from reports.row import Case, FinishedRow


@dataclass(frozen=True, slots=True)
class LastRed:
    """``cases`` are where the red scenarios stand now; ``lost`` are those that no text has any more."""

    cases: Sequence[Case]
    lost: Sequence[str]


def read_red(output: Path) -> LastRed:
    """What was red in the last run in *output*, in its order, each in the channel it was red in.

    A scenario is known by its identity, not by its line: texts are changed between two runs, and whatever
    stands on the old line now was not what was red. Red in any of several repetitions is red.
    """
    rows = read_rows(OutputFolder(output.resolve()))
    red = {(row.scenario_id, row.channel): row for row in rows if row.outcome.is_red}
    found = {key: _find(row) for key, row in red.items()}
    return LastRed(
        cases=[(place, channel) for (_, channel), place in found.items() if place],
        lost=[f"{row.place} ({row.channel})  {row.name}" for key, row in red.items() if not found[key]],
    )


def _find(row: FinishedRow) -> str:
    """The place of the scenario of *row* in its file as it is now; empty when it is not there."""
    return _places(row.place.rpartition(":")[0]).get(row.scenario_id, "")


@cache
def _places(path: str) -> Mapping[str, str]:
    """The place of every scenario of a file by its identity: also by the one that it had before it got an id."""
    from steps.pickles import read_pickles
    from testdata.faults import Specifikationsfel

    try:
        pickles = read_pickles(ROOT / path, ROOT)
    except (OSError, Specifikationsfel):
        return {}
    return {p.id_by_name: p.place for p in pickles} | {p.scenario_id: p.place for p in pickles}
