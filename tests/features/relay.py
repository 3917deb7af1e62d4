"""A scenario as a relay: every step in a process of its own, the state carried as JSON between them."""

from __future__ import annotations

import json
import multiprocessing
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from fixtures.api import ApiDrivers
from fixtures.protocols import Drivers
from fixtures.transport.browser import Browser
from fixtures.webb import WebbDrivers
from steps.dsl.state import ScenarioState, new_state
from steps.pickles import Pickle, read_pickles
from steps.registry import load_registry
from steps.runner import run_steps
from steps.stage import Stage
from testdata.organisation.landscape import Landscape

ROOT = Path(__file__).resolve().parents[2]

# Every process is new and clean; only the imports are made beforehand, in the server that forks them.
_PROCESSES = multiprocessing.get_context("forkserver")
_PROCESSES.set_forkserver_preload(["tests.features.relay"])


def all_pickles() -> list[Pickle]:
    return [p for file in sorted(ROOT.glob("features/**/*.feature")) for p in read_pickles(file, ROOT)]


def krav_of(pickle: Pickle) -> set[str]:
    return set(pickle.krav)


def first_state(pickle: Pickle, defects: list[str], channel: str = "api") -> str:
    """The state before the first step, as JSON."""
    state = new_state(
        scenario=pickle.scenario_id, channel=channel, seed=1, krav=sorted(krav_of(pickle)), defects=defects
    )
    return json.dumps(state, ensure_ascii=False)


def run_in_new_process(
    url: str, world: str, pickle: Pickle, index: int, state: str, channel: str = "api"
) -> tuple[str, str]:
    """Run one step elsewhere. Gives the new state and the verdict: an empty string, or kind and sentence."""
    here, there = _PROCESSES.Pipe(duplex=False)
    process = _PROCESSES.Process(target=_run, args=(there, url, world, pickle, index, state, channel))
    process.start()
    there.close()
    after, verdict = here.recv()
    process.join()
    return after, verdict


def run_here(
    url: str, world: str, pickle: Pickle, indexes: range, state: str, frozen: Landscape | None = None
) -> tuple[str, str]:
    """Run several steps in this process over the API, with the drivers and the stage made anew."""
    return run_with(ApiDrivers(url, world, frozen), pickle, indexes, state)


def run_on_pages(url: str, world: str, pickle: Pickle, indexes: range, state: str, browser: Browser) -> tuple[str, str]:
    """Run several steps in this process over the pages, with everybody signed in anew."""
    drivers = WebbDrivers(url, world, lambda: browser)
    try:
        return run_with(drivers, pickle, indexes, state)
    finally:
        drivers.seats.close()


def run_with(drivers: Drivers, pickle: Pickle, indexes: range, state: str) -> tuple[str, str]:
    """Run several steps with *drivers* on a new stage."""
    loaded: ScenarioState = json.loads(state)
    stage = Stage(loaded, lambda: drivers)
    registry = load_registry()
    stopped = run_steps(stage, pickle, indexes, registry)
    return json.dumps(stage.state, ensure_ascii=False), str(stopped or "")


@contextmanager
def a_browser() -> Iterator[Browser]:
    browser = Browser.start()
    try:
        yield browser
    finally:
        browser.stop()


def _run(pipe: Any, url: str, world: str, pickle: Pickle, index: int, state: str, channel: str) -> None:
    step = range(index, index + 1)
    if channel == "webb":
        with a_browser() as browser:
            pipe.send(run_on_pages(url, world, pickle, step, state, browser))
    else:
        pipe.send(run_here(url, world, pickle, step, state))
    pipe.close()
