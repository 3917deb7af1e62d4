"""A pytest plugin that loses something on purpose: what, stands in the environment."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from testdata.faults import Avvikelse

VARIABLE = "SABOTAGE"


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    if os.environ[VARIABLE] == "tappa":
        del items[-1]


@pytest.hookimpl(tryfirst=True)
def pytest_provtryck_planned(rows: list[object]) -> None:
    if os.environ[VARIABLE] == "glöm":
        del rows[-1]


def pytest_bdd_before_step(request: pytest.FixtureRequest) -> None:
    if os.environ[VARIABLE] == "vackla" and request.node.row.repetition == 2:
        raise Avvikelse("Det gick inte igen.", expected="a", actual="b", next_step="c")


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    if os.environ[VARIABLE] == "dö" and report.when == "teardown":
        os._exit(7)


@pytest.hookimpl(wrapper=True)
def pytest_sessionfinish(session: pytest.Session) -> Iterator[None]:
    yield
    results = sorted(Path(session.config.getoption("--provtryck-ut"), "allure-results").glob("*-result.json"))
    deed = os.environ[VARIABLE]
    if deed == "radera":
        results[0].unlink()
    elif deed == "kopiera":
        shutil.copy(results[0], results[0].with_name("kopia-result.json"))
    elif deed == "klipp":
        results[0].write_bytes(results[0].read_bytes()[:100])
