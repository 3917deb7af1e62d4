"""Our own pytest hooks and options. Without ``--provtryck-ut`` nothing is reported."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from reports.awaited import AwaitedReds
from reports.folder import OutputFolder
from reports.items import planned_row
from reports.row import read_case
from reports.selection import Selection, read_selection
from reports.today import add_today, settle_today
from testdata.model import WorldRecord
from testdata.scenario import PlannedRow

_OUTPUT = "--provtryck-ut"


class ProvtryckHooks:
    """What the other rooms tell the reports."""

    def pytest_provtryck_planned(self, config: pytest.Config, rows: Sequence[PlannedRow]) -> None:
        """Called once after collection, before any deselection, in every collecting process."""

    def pytest_provtryck_steps_done(self, item: pytest.Item, done: int, total: int) -> None:
        """Called when a scenario has come to its own end in peace: *done* of its *total* steps were run.

        Nothing else makes it green: that no fault was seen is no proof that anything was done.
        """

    def pytest_provtryck_world_closed(self, item: pytest.Item, record: WorldRecord) -> None:
        """Called when the world of a scenario is closed, before its teardown is reported."""

    def pytest_provtryck_evidence(self, item: pytest.Item, name: str, media_type: str, body: bytes) -> None:
        """Called with something to show beside a scenario that goes red, as its message picture.

        It is kept, and written only then. A Playwright trace is ``application/vnd.allure.playwright-trace``;
        the page lets one save it, and ``python -m playwright show-trace --port 9323 FIL`` opens it.
        """

    def pytest_provtryck_step_evidence(self, item: pytest.Item, name: str, media_type: str, body: bytes) -> None:
        """Called with something to show at the step that is open, also when the scenario is green: what a
        person would have seen just then. It is written at once."""

    @pytest.hookspec(firstresult=True)
    def pytest_provtryck_surroundings(self, config: pytest.Config) -> Mapping[str, str] | None:
        """Return what the run leans on, by Swedish name: miljö, identitetskälla, version."""


def pytest_addhooks(pluginmanager: pytest.PytestPluginManager) -> None:
    pluginmanager.add_hookspecs(ProvtryckHooks)


def pytest_addoption(parser: pytest.Parser) -> None:
    group = parser.getgroup("provtryck", "provtryck")
    group.addoption(_OUTPUT, metavar="MAPP", help="skriv rader, journaler och Allure-resultat i MAPP")
    repeated = {"action": "append", "default": []}
    group.addoption("--provtryck-krav", metavar="ID", help="kör bara scenarier för kravet", **repeated)
    group.addoption("--provtryck-omrade", metavar="NAMN", help="kör bara mappen under features", **repeated)
    group.addoption("--provtryck-testtyp", metavar="TYP", help="kör bara testtypen", **repeated)
    group.addoption("--provtryck-kanal", metavar="KANAL", help="kör bara kanalen", **repeated)
    group.addoption("--provtryck-rad", metavar="PLATS@KANAL", help="kör bara raden", **repeated)
    group.addoption("--provtryck-tagg", metavar="UTTRYCK", help="kör bara scenarier vars taggar uttrycket stämmer på")
    add_today(group)


@pytest.hookimpl(tryfirst=True)
def pytest_configure(config: pytest.Config) -> None:
    """Settle the folder and the day before xdist copies the options to its workers."""
    chosen = config.getoption(_OUTPUT)
    if chosen:
        config.option.provtryck_ut = str(Path(config.invocation_params.dir, chosen))
    if worker_of(config) and hasattr(config.option, "clean_alluredir"):
        # allure-pytest, where somebody has loaded it, would have every worker empty the folder: also one that
        # takes the place of a crashed worker, in the middle of the run.
        config.option.clean_alluredir = False
    config.pluginmanager.register(AwaitedReds(settle_today(config)), "provtryck_awaited")
    selection = _selection(config)
    if selection.chooses:
        config.pluginmanager.register(Deselection(selection), "provtryck_selection")


class Deselection:
    """Takes the rows away that were not asked for, and says why each one went."""

    def __init__(self, selection: Selection) -> None:
        self._selection = selection

    @pytest.hookimpl(trylast=True)
    def pytest_collection_modifyitems(self, config: pytest.Config, items: list[pytest.Item]) -> None:
        kept, gone = [], []
        for item in items:
            row = planned_row(item)
            reason = self._selection.reason_against(row) if row else None
            if reason is None:
                kept.append(item)
            else:
                item.stash[DESELECTED_BECAUSE] = reason
                gone.append(item)
        if gone:
            items[:] = kept
            config.hook.pytest_deselected(items=gone)


DESELECTED_BECAUSE = pytest.StashKey[str]()


def output_folder(config: pytest.Config) -> OutputFolder | None:
    """Where this run reports, or None when it does not. The folder exists on return."""
    chosen = config.getoption(_OUTPUT)
    if not chosen:
        return None
    folder = OutputFolder(Path(chosen))
    folder.root.mkdir(parents=True, exist_ok=True)
    return folder


def worker_of(config: pytest.Config) -> str:
    """xdist's name of this worker (``gw0``), or an empty string in the process that leads the run."""
    given: Mapping[str, str] = getattr(config, "workerinput", {})
    return given.get("workerid", "")


def _selection(config: pytest.Config) -> Selection:
    try:
        return read_selection(
            krav=config.getoption("--provtryck-krav"),
            areas=config.getoption("--provtryck-omrade"),
            test_types=config.getoption("--provtryck-testtyp"),
            channels=config.getoption("--provtryck-kanal"),
            cases=[read_case(word) for word in config.getoption("--provtryck-rad")],
            tags=config.getoption("--provtryck-tagg") or "",
        )
    except ValueError as fault:
        raise pytest.UsageError(str(fault)) from fault
