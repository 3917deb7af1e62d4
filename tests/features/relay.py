"""A scenario as a relay: every step in a process of its own, the state carried as JSON between them."""

from __future__ import annotations

import json
import multiprocessing
from pathlib import Path
from typing import Any

from fixtures.api import ApiDrivers
from steps.dsl.state import ScenarioState, new_state
from steps.pickles import Pickle, read_pickles
from steps.registry import load_registry
from steps.runner import run_step
from steps.stage import Stage
from testdata.faults import Avvikelse, Miljofel, Specifikationsfel
from testdata.organisation.landscape import Landscape

ROOT = Path(__file__).resolve().parents[2]

# Every process is new and clean; only the imports are made beforehand, in the server that forks them.
_PROCESSES = multiprocessing.get_context("forkserver")
_PROCESSES.set_forkserver_preload(["tests.features.relay"])


def all_pickles() -> list[Pickle]:
    return [p for file in sorted(ROOT.glob("features/**/*.feature")) for p in read_pickles(file, ROOT)]


def first_state(pickle: Pickle, defects: list[str]) -> str:
    """The state before the first step, as JSON."""
    krav = [t.removeprefix("krav:") for t in pickle.tags if t.startswith("krav:")]
    state = new_state(scenario=pickle.scenario_id, channel="api", seed=1, krav=krav, defects=defects)
    return json.dumps(state, ensure_ascii=False)


def run_in_new_process(url: str, world: str, pickle: Pickle, index: int, state: str) -> tuple[str, str]:
    """Run one step elsewhere. Gives the new state and the verdict: an empty string, or kind and sentence."""
    here, there = _PROCESSES.Pipe(duplex=False)
    process = _PROCESSES.Process(target=_run, args=(there, url, world, pickle, index, state))
    process.start()
    there.close()
    after, verdict = here.recv()
    process.join()
    return after, verdict


def run_here(
    url: str, world: str, pickle: Pickle, indexes: range, state: str, frozen: Landscape | None = None
) -> tuple[str, str]:
    """Run several steps in this process, with the drivers and the stage made anew."""
    loaded: ScenarioState = json.loads(state)
    stage = Stage(loaded, lambda: ApiDrivers(url, world, frozen))
    registry = load_registry()
    verdict = ""
    for index in indexes:
        try:
            run_step(stage, pickle, pickle.steps[index], registry)
        except (Avvikelse, Miljofel, Specifikationsfel) as fault:
            verdict = f"{fault.kind} i {pickle.steps[index].kind}: {fault.sentence}"
            break
    return json.dumps(stage.state, ensure_ascii=False), verdict


def _run(pipe: Any, url: str, world: str, pickle: Pickle, index: int, state: str) -> None:
    pipe.send(run_here(url, world, pickle, range(index, index + 1), state))
    pipe.close()
