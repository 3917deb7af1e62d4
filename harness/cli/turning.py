"""``antaganden --vand``: the scenarios that lean on an assumption, run under each alternative."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from rich.console import Console

from harness.cli.alternatives import compare, show
from harness.cli.assumptions import measure
from harness.cli.assumptionshown import scenarios
from harness.cli.progress import PlainDisplay
from harness.cli.pytestrun import PytestEnd, run_pytest
from harness.cli.request import RunRequest
from harness.cli.root import FEATURES
from harness.cli.rulebook import told
from harness.cli.run import pass_hygiene
from reports.account.ledger import Chosen, read_rows
from reports.folder import OutputFolder
from reports.row import Case, FinishedRow
from reports.runevents import RowFinished
from reports.summary import GREEN, SPECIFICATION_FAULT, UNBALANCED
from testdata.machineday import machine_day
from testdata.parameters import Parameter
from testdata.scenario import API


class _Quiet(PlainDisplay):
    """Many short runs tell one line each, not one for each scenario."""

    def start(self, total: int) -> None:
        """Nothing."""

    def advance(self, row: RowFinished) -> None:
        """Nothing."""


def turn(
    chosen: Sequence[Parameter],
    console: Console,
    *,
    as_document: bool,
    features: Path = FEATURES,
) -> int:
    """Run every scenario once, and those that leaned on each of *chosen* again with its alternatives.

    A run that did not end in order says nothing: exit 4, and no verdict of it is told.
    """
    quiet = console if not as_document else Console(quiet=True)
    paths = (Chosen(path=features, line=None),)
    today = machine_day()
    if not pass_hygiene(paths, today, quiet):
        return SPECIFICATION_FAULT
    quiet.print("Kör alla scenarier i kanalen api som de är …")
    with tempfile.TemporaryDirectory() as folder:
        runner = _Runner(paths, Path(folder))
        rows, end = runner.run()
        if not end.in_order or not rows:
            return _tell_lost(end, console)
        found = []
        for parameter in chosen:
            assumption = measure(parameter, rows)
            alternatives = []
            for value in parameter.alternatives if assumption.leaning else ():
                quiet.print(
                    f"Kör {scenarios(len(assumption.leaning))} med {parameter.id} = {told(value)} …", markup=False
                )
                after, end = runner.run({parameter.id: value}, [row.run.case for row in assumption.leaning])
                if not end.in_order:
                    return _tell_lost(end, console)
                alternatives.append(compare(value, assumption.leaning, after))
            found.append((assumption, tuple(alternatives)))
    show(found, console, as_document=as_document)
    return GREEN


class _Runner:
    """Runs pytest again and again, each time in a folder of its own."""

    def __init__(self, chosen: tuple[Chosen, ...], root: Path) -> None:
        self._chosen = chosen
        self._root = root
        self._runs = 0

    def run(
        self, assumed: Mapping[str, Any] | None = None, cases: Sequence[Case] = ()
    ) -> tuple[list[FinishedRow], PytestEnd]:
        """The rows that a run with other values came to; of *cases* only where some are given."""
        self._runs += 1
        folder = OutputFolder(self._root / str(self._runs))
        folder.prepare()
        end = run_pytest(self._request(folder.root, assumed or {}, cases), folder, _Quiet(Console(quiet=True)))
        return read_rows(folder), end

    def _request(self, output: Path, assumed: Mapping[str, Any], cases: Sequence[Case]) -> RunRequest:
        return RunRequest(
            chosen=self._chosen,
            krav=(),
            areas=(),
            tags="",
            test_types=(),
            channels=(API,),
            cases=tuple(cases),
            seed=1,
            workers=1,
            repetitions=1,
            output=output,
            json=None,
            pictures=False,
            defects=(),
            today=machine_day(),
            assumptions=tuple(f"{name}={json.dumps(value, ensure_ascii=False)}" for name, value in assumed.items()),
        )


def _tell_lost(end: PytestEnd, console: Console) -> int:
    reason = "Inget scenario kördes." if end.in_order else end.explanation
    console.print(f"{reason} Därför går inget att säga om antagandena.", style="red", markup=False)
    for line in end.last_lines:
        console.print(f"  {line}", markup=False)
    return UNBALANCED
