"""Pytest plugin: feature files are collected as they are, one item per pickle and channel.

pytest-bdd's decorators, parsers and hooks are kept; its way of finding scenarios and steps is not
(architecture D9, D17).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from _pytest._code.code import TerminalRepr
from _pytest.fixtures import FuncFixtureInfo

from steps.bdd_hooks import BddHooks
from steps.bdd_objects import as_feature, as_scenario
from steps.hygiene import Checker
from steps.pickles import Pickle
from steps.pytestmarks import PYTEST_MARKS
from steps.registry import Registry, load_registry
from steps.runner import call_step, find_reading, parse_values
from steps.stage import open_stage
from testdata.faults import Avvikelse, Miljofel, Specifikationsfel
from testdata.machineday import machine_day
from testdata.scenario import NOT_BUILT, NOT_BUILT_TAG, PlannedRow

_REGISTRY = pytest.StashKey[Registry]()
_CHECKER = pytest.StashKey[Checker]()
_HOOKS = pytest.StashKey[BddHooks]()
_LINES = pytest.StashKey[dict[Path, set[int]]]()


def pytest_addoption(parser: pytest.Parser) -> None:
    group = parser.getgroup("provtryck", "provtryck")
    group.addoption("--provtryck-repetera", type=int, default=1, metavar="N", help="kör varje scenario N gånger")


def pytest_configure(config: pytest.Config) -> None:
    """Take ``features/x.feature:12`` apart before pytest looks for a file of that name."""
    lines: dict[Path, set[int]] = {}
    arguments = []
    for argument in config.args:
        file, colon, line = argument.rpartition(":")
        if colon and line.isdigit() and file.endswith(".feature"):
            lines.setdefault((config.invocation_params.dir / file).resolve(), set()).add(int(line))
            argument = file
        if argument not in arguments:
            arguments.append(argument)
    config.args[:] = arguments
    config.stash[_LINES] = lines


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    if file_path.suffix != ".feature":
        return None
    return FeatureFile.from_parent(parent, path=file_path)


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> Iterator[None]:
    """Say what was planned, before anyone deselects anything.

    Whole turns follow each other: a second turn then meets all that a first one may have left behind.
    """
    items.sort(key=lambda item: item.row.repetition if isinstance(item, ScenarioItem) else 1)
    rows = [item.row for item in items if isinstance(item, ScenarioItem)]
    config.hook.pytest_provtryck_planned(config=config, rows=rows)
    return (yield)


class FeatureFile(pytest.File):
    """One feature file."""

    def collect(self) -> Iterator[pytest.Item]:
        checked = checker_of(self.config).check_file(self.path, self.config.rootpath)
        if errors := [f"{f.place}: {f.sentence} {f.remedy}" for f in checked.errors]:
            raise self.CollectError("\n".join(errors))
        pickles = list(checked.pickles)
        wanted = self.config.stash[_LINES].get(self.path.resolve())
        if wanted:
            pickles = self._at_lines(pickles, wanted)
        names: Counter[str] = Counter()
        needs = self.session._fixturemanager.getfixtureinfo(self, run_scenario, None)  # type: ignore[arg-type]  # any node does
        repetitions: int = self.config.getoption("--provtryck-repetera")
        for repetition in range(1, repetitions + 1):
            turn = [f"omgang{repetition}"] if repetition > 1 else []
            for pickle in pickles:
                for channel in pickle.channels:
                    name = f"{pickle.name}[{'-'.join([*(v for _, v in pickle.example), channel, *turn])}]"
                    names[name] += 1
                    if names[name] > 1:
                        name = f"{name[:-1]}-{names[name]}]"
                    item = ScenarioItem.create(self, name=name, pickle=pickle, channel=channel, needs=needs)
                    item.row = replace(item.row, repetition=repetition, repetitions=repetitions)
                    yield item

    def _at_lines(self, pickles: list[Pickle], wanted: set[int]) -> list[Pickle]:
        """The scenarios that stand at the lines: at their own, at an example row, at a step."""
        chosen = [p for p in pickles if any(p.stands_at(line) for line in wanted)]
        lost = [line for line in sorted(wanted) if not any(p.stands_at(line) for p in pickles)]
        if lost:
            raise self.CollectError(
                f"Specifikationsfel: {self.name} har inget scenario på rad {', '.join(map(str, lost))}. "
                f"Scenarier finns på rad {', '.join(str(p.scenario_line) for p in pickles)}."
            )
        return chosen

    def _getobj(self) -> None:
        """A feature is no Python object; pytest asks for one when it looks for fixtures."""


class ScenarioItem(pytest.Function):
    """One pickle in one channel."""

    row: PlannedRow
    pickle: Pickle

    @classmethod
    def create(
        cls, parent: FeatureFile, *, name: str, pickle: Pickle, channel: str, needs: FuncFixtureInfo
    ) -> ScenarioItem:
        """*needs* is what pytest knows of :func:`run_scenario`'s fixtures: the same for every item, so asked once."""
        item: ScenarioItem = cls.from_parent(parent, name=name, callobj=run_scenario, fixtureinfo=needs)
        item.pickle = pickle
        item.row = pickle.planned(channel, item.nodeid)
        item.own_markers.extend(_mark(tag) for tag in pickle.tags if tag not in PYTEST_MARKS)
        item.keywords.update(dict.fromkeys(pickle.tags, True))
        return item

    def repr_failure(  # type: ignore[override]  # pytest's own Function narrows it in the same way
        self, excinfo: pytest.ExceptionInfo[BaseException]
    ) -> str | TerminalRepr:
        """A fault of ours says everything in six parts; only what nobody foresaw is shown as Python."""
        if isinstance(excinfo.value, Avvikelse | Miljofel | Specifikationsfel):
            return f"{excinfo.value.kind}: {excinfo.value}"
        return super().repr_failure(excinfo)

    def reportinfo(self) -> tuple[Path, int, str]:
        return self.path, self.pickle.line - 1, self.pickle.name


def run_scenario(request: pytest.FixtureRequest) -> None:
    """Run the steps of the item's pickle, telling pytest-bdd's hooks on the way."""
    item = request.node
    if NOT_BUILT_TAG in item.row.tags:
        pytest.skip(NOT_BUILT)
    stage = open_stage(request)
    pickle: Pickle = item.pickle
    registry = registry_of(request.config)
    hook = hooks_of(request.config)
    feature, scenario = as_feature(pickle), as_scenario(pickle)
    about = {"request": request, "feature": feature, "scenario": scenario}
    hook.before_scenario(**about)
    done = 0
    try:
        for pickle_step, step in zip(pickle.steps, scenario.steps, strict=True):
            try:
                reading = find_reading(pickle, pickle_step, registry)
            except Specifikationsfel as fault:
                hook.step_func_lookup_error(**about, step=step, exception=fault)
                raise
            about_step = {**about, "step": step, "step_func": reading.definition.context.step_func}
            hook.before_step(**about_step)
            values: dict[str, object] = {}
            try:
                values = parse_values(pickle, pickle_step, reading)
                hook.before_step_call(**about_step, step_func_args=values)
                call_step(stage, pickle, pickle_step, reading, values)
            except Exception as fault:
                hook.step_error(**about_step, step_func_args=values, exception=fault)
                raise
            hook.after_step(**about_step, step_func_args=values)
            done += 1
        stage.close()
        item.ihook.pytest_provtryck_steps_done(item=item, done=done, total=len(pickle.steps))
    finally:
        hook.after_scenario(**about)


def checker_of(config: pytest.Config) -> Checker:
    """The hygiene of this run: it knows the ids of every file that has been collected."""
    if _CHECKER not in config.stash:
        config.stash[_CHECKER] = Checker(registry_of(config), _today(config))
    return config.stash[_CHECKER]


def hooks_of(config: pytest.Config) -> BddHooks:
    """pytest-bdd's hooks for this run, gathered at the first scenario."""
    if _HOOKS not in config.stash:
        config.stash[_HOOKS] = BddHooks(config)
    return config.stash[_HOOKS]


def registry_of(config: pytest.Config) -> Registry:
    """The definitions of this run, indexed at the first scenario."""
    if _REGISTRY not in config.stash:
        config.stash[_REGISTRY] = load_registry()
    return config.stash[_REGISTRY]


def _today(config: pytest.Config) -> date:
    """The day of the run, when the reports have settled one; else the machine's."""
    settled: str | None = getattr(config.option, "provtryck_idag", None)
    return date.fromisoformat(settled) if settled else machine_day()


@pytest.hookimpl(tryfirst=True)
def pytest_bdd_apply_tag(tag: str, function: Callable[..., object]) -> bool:
    """A plain ``scenarios()`` run: its scenarios get the same marks as ours."""
    if tag not in PYTEST_MARKS:
        pytest.MarkDecorator(_mark(tag), _ispytest=True)(function)
    return True


def _mark(tag: str) -> pytest.Mark:
    """Tags are data (``krav:AK-INUT-01``), so they become marks without passing pytest's register of names."""
    return pytest.Mark(tag, (), {}, _ispytest=True)
