"""A pytest plugin that loses something on purpose: what, stands in the environment."""

from __future__ import annotations

import os
import shutil
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from testdata.faults import Avvikelse

VARIABLE = "SABOTAGE"
TARGET = "Tredje"
"""The name of the scenario that something is done to while it runs."""

DEED = os.environ[VARIABLE]
LEADS = "PYTEST_XDIST_WORKER" not in os.environ


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if DEED == "tappa":
        del items[-1]
    elif DEED == "välj bort":
        config.hook.pytest_deselected(items=[items.pop()])


@pytest.hookimpl(tryfirst=True)
def pytest_provtryck_planned(rows: list[object]) -> None:
    if DEED == "glöm":
        del rows[-1]


def pytest_runtest_setup(item: pytest.Item) -> None:
    if DEED == "fixtur" and item.row.name == TARGET:  # type: ignore[attr-defined]  # a scenario
        raise RuntimeError("fixturen gick inte att ställa upp")


@pytest.hookimpl(tryfirst=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> bool | None:
    return True if DEED == "gå förbi" else None


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Iterator[None]:
    try:
        yield
    except Avvikelse:
        if DEED != "svälj":
            raise


def pytest_bdd_before_step(request: pytest.FixtureRequest) -> None:
    row = request.node.row
    if DEED == "vackla" and row.repetition == 2:
        raise Avvikelse("Det gick inte igen.", expected="a", actual="b", next_step="c")
    if row.name != TARGET:
        return
    if DEED == "hoppa":
        pytest.skip("ej byggd")
    if DEED == "krascha" and not LEADS:
        os._exit(9)


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    if report.when != "teardown" or not LEADS:
        return
    if DEED == "dö":
        os._exit(7)
    elif DEED == "döda":
        os.kill(os.getpid(), signal.SIGKILL)


@pytest.hookimpl(wrapper=True)
def pytest_sessionfinish(session: pytest.Session) -> Iterator[None]:
    yield
    if not LEADS:
        return
    results = sorted(Path(session.config.getoption("--provtryck-ut"), "allure-results").glob("*-result.json"))
    if DEED == "radera":
        results[0].unlink()
    elif DEED == "kopiera":
        shutil.copy(results[0], results[0].with_name("kopia-result.json"))
    elif DEED == "klipp":
        results[0].write_bytes(results[0].read_bytes()[:100])
    elif DEED == "töm":
        results[0].write_bytes(b"")
    elif DEED == "glöm flytta":
        results[0].rename(results[0].with_suffix(".json.tmp"))
        results[0].with_suffix(".json.tmp").write_bytes(b"{")
