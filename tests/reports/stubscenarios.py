"""A pytest plugin for these tests: scenarios whose endings are written in a file.

A line of an ``.prov`` file is ``name: ending``; words with @ are tags. What the reports are told is told
through the same attributes and hooks as by the product's own collector, so that they are tested without it.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import allure
import pytest
from pytest_bdd.gherkin_parser import Cell, DataTable, Location, Row
from pytest_bdd.parser import Feature, Rule, Scenario, Step

from testdata.faults import Avvikelse, Miljofel, Specifikationsfel
from testdata.model import WorldRecord
from testdata.scenario import PlannedRow

_HERE = Location(line=1, column=1)


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    return StubFile.from_parent(parent, path=file_path) if file_path.suffix == ".prov" else None


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> Iterator[None]:
    rows = [item.row for item in items if isinstance(item, StubItem)]
    config.hook.pytest_provtryck_planned(config=config, rows=rows)
    return (yield)


class StubFile(pytest.File):
    def collect(self) -> Iterator[pytest.Item]:
        for number, line in enumerate(self.path.read_text(encoding="utf-8").splitlines(), start=1):
            name, _, ending = line.partition(": ")
            item = StubItem.from_parent(self, name=name, callobj=run_stub)
            item.ending = ending
            item.row = PlannedRow(
                nodeid=item.nodeid,
                place=f"features/systemval/stub.feature:{number}",
                channel="api",
                scenario_id=f"stub-{number}",
                name=name,
                feature="Systemval",
                rule="Alla parter ska vara driftsatta",
                tags=(
                    "oberoende",
                    "krav:AK-SYS-05",
                    "risk:hog",
                    *(["specificerad"] if "byggd" in ending else []),
                    *(word[1:] for word in ending.split() if word.startswith("@")),
                ),
                example=(("kommun", "Borås"),),
            )
            yield item

    def _getobj(self) -> None:
        """A stub file is no Python object."""


class StubItem(pytest.Function):
    row: PlannedRow
    ending: str


@pytest.fixture
def stage(request: pytest.FixtureRequest) -> Iterator[None]:
    ending = request.node.ending
    if ending.partition(" ")[0] == "uppsättning":
        raise fault_of(Miljofel)
    yield
    hook = request.config.hook
    hook.pytest_provtryck_evidence(item=request.node, name="Meddelandebild", media_type="image/svg+xml", body=b"<svg/>")
    record = WorldRecord(
        journal=b'{"nr":1,"typ":"inskriven"}\n{"nr":2,"data":{"dag":"2022-02-07"}}\n',
        leaned_on={"frist": "B", "systemval_regel": "D"} if ending != "grön B" else {"frist": "B"},
    )
    hook.pytest_provtryck_world_closed(item=request.node, record=record)
    if ending.endswith("nedtagning"):
        raise fault_of(Miljofel)


def run_stub(request: pytest.FixtureRequest, stage: None) -> None:
    """Three steps; the second one ends as the scenario is to end, unless it is to stop before the first."""
    if request.node.ending.startswith("stannar "):
        _skip(request.node.ending)
    scenario = scenario_of(request.node.row)
    about = {"request": request, "feature": scenario.feature, "scenario": scenario}
    hook = request.config.hook
    hook.pytest_bdd_before_scenario(**about)
    try:
        for number, step in enumerate(scenario.steps):
            about_step = {**about, "step": step, "step_func": run_stub}
            hook.pytest_bdd_before_step(**about_step)
            try:
                if number == 0 and "förutsättning" in request.node.ending:
                    ENDINGS["avvikelse"]("")
                if number == 1 and "bild" in request.node.ending:
                    show(hook, request.node)
                if number == 1:
                    ENDINGS.get(request.node.ending.partition(" ")[0], lambda _: None)(request.node.ending)
            except Exception as fault:
                hook.pytest_bdd_step_error(**about_step, step_func_args={}, exception=fault)
                raise
            hook.pytest_bdd_after_step(**about_step, step_func_args={})
        told = len(scenario.steps) - (request.node.ending == "halv")
        hook.pytest_provtryck_steps_done(item=request.node, done=told, total=len(scenario.steps))
    finally:
        hook.pytest_bdd_after_scenario(**about)


def show(hook: pytest.HookRelay, item: pytest.Item) -> None:
    """What a browser shows in the middle of a step, inside a step of Allure's own."""
    hook.pytest_provtryck_step_evidence(item=item, name="Skärmbild", media_type="image/png", body=b"bild")
    with allure.step("klickar"):
        hook.pytest_provtryck_step_evidence(item=item, name="Sidan som text", media_type="text/yaml", body=b"- text")


def fault_of(kind: type[Avvikelse | Miljofel | Specifikationsfel]) -> Exception:
    fault = kind("Fel system valdes.", expected="SAMSA", actual="Samvy", next_step="Fråga Millenniumenheter.")
    fault.place(where="features/systemval/stub.feature:4, »När systemet väljs«", krav="AK-SYS-05")
    return fault


def _raise(fault: Exception) -> Callable[[str], None]:
    def act(_: str) -> None:
        raise fault

    return act


def _skip(ending: str) -> None:
    pytest.skip(ending.partition(" ")[2].partition(" @")[0])


def _die(_: str) -> None:
    os._exit(9)


ENDINGS: dict[str, Callable[[str], None]] = {
    "avvikelse": lambda _: _raise(fault_of(Avvikelse))(""),
    "miljöfel": lambda _: _raise(fault_of(Miljofel))(""),
    "specifikationsfel": lambda _: _raise(fault_of(Specifikationsfel))(""),
    "oväntat": lambda _: _raise(KeyError("saknad nyckel"))(""),
    "hoppa": _skip,
    "xfail": lambda _: pytest.xfail("väntat"),
    "stopp": lambda _: pytest.exit("nu räcker det"),
    "dö": _die,
    "avvikelse+nedtagning": lambda _: _raise(fault_of(Avvikelse))(""),
}


def scenario_of(row: PlannedRow) -> Scenario:
    feature = Feature(
        scenarios={},  # type: ignore[arg-type]  # nobody looks there
        filename="stub.feature",
        rel_filename="stub.feature",
        language="sv",
        keyword="Egenskap",
        name=row.feature,
        tags=set(),
        background=None,
        line_number=1,
        description="",
    )
    cells = [Cell(location=_HERE, value=value) for value in ("part", "dag")]
    table = DataTable(location=_HERE, rows=[Row(id="", location=_HERE, cells=cells)])
    return Scenario(
        feature=feature,
        keyword="Scenario",
        name=row.name,
        line_number=3,
        steps=[
            Step(name="parterna är", type="given", indent=0, line_number=4, keyword="Givet", datatable=table),
            Step(
                name="systemet väljs",
                type="when",
                indent=0,
                line_number=5,
                keyword="När",
                docstring="på dagen",
            ),
            Step(name="väljs SAMSA", type="then", indent=0, line_number=6, keyword="Så"),
        ],
        description="",
        tags=set(row.tags),
        rule=Rule(keyword="Regel", name=row.rule, description="", tags=set()),
    )
