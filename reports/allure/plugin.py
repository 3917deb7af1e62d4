"""Writes Allure results for scenarios, in place of allure-pytest's own listener.

That one writes a container file for each fixture and knows no Gherkin. Only its library is used, so
that ``allure.step`` and ``allure.attach`` work inside a step.
"""

from __future__ import annotations

import time
from collections.abc import Mapping

import allure_commons
import pytest

from reports.allure.api import AllureCalls
from reports.allure.listener import CrashListener, ScenarioListener
from reports.allure.results import ResultFolder
from reports.allure.shelf import write_categories, write_environment
from reports.collected import PlannedRows
from reports.hooks import output_folder, worker_of
from reports.surroundings import gather_surroundings, keep_surroundings


def pytest_configure(config: pytest.Config) -> None:
    folder = output_folder(config)
    if folder is None:
        return
    worker = worker_of(config)
    results = ResultFolder(folder.results)
    listener = ScenarioListener(results, worker=worker, krav_texts=_krav_texts(), clock=_wall_ms)
    config.pluginmanager.register(listener, "provtryck_allure")
    calls = AllureCalls(listener)
    allure_commons.plugin_manager.register(calls)
    config.add_cleanup(lambda: allure_commons.plugin_manager.unregister(calls) and None)
    if not worker:
        crashes = CrashListener(results, PlannedRows(folder), krav_texts=_krav_texts(), clock=_wall_ms)
        config.pluginmanager.register(crashes, "provtryck_allure_crashes")


def pytest_sessionstart(session: pytest.Session) -> None:
    """What stands beside the results is known before the first of them."""
    folder = output_folder(session.config)
    if folder is None or worker_of(session.config):
        return
    surroundings = gather_surroundings(session.config)
    keep_surroundings(folder, surroundings)
    results = ResultFolder(folder.results)
    write_categories(results)
    write_environment(results, surroundings)


def _wall_ms() -> int:
    return time.time_ns() // 1_000_000


def _krav_texts() -> Mapping[str, str]:
    # Imported here: a run that reports nothing does not read the tables.
    from testdata.krav.register import all_krav

    return {name: krav.text for name, krav in all_krav().items()}
