"""Seeded defects against scenarios: which defect turns which scenario red (architecture D8).

A world asks each policy by name, and its journal notes that it did. A scenario whose world never asked for a policy
cannot notice that the policy has been replaced: nothing in it is different. So every scenario is run once as the
systems are, and each defect then on those scenarios whose worlds asked for its policy.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from fixtures.api import ApiDrivers
from fixtures.environment import Simulator
from harness.defects.defect import Defect
from steps.dsl.state import new_state
from steps.pickles import Pickle, read_pickles
from steps.registry import load_registry
from steps.runner import Stopped, run_steps
from steps.stage import Stage
from testdata.faults import Miljofel
from testdata.scenario import API, NOT_BUILT_TAG

_SEED: Final = 1
_BY_PEOPLE: Final = "manniska"

Advance = Callable[[str], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Played:
    """One scenario, by its index, in a world of its own. ``leaned_on`` are policies and parameters, by id."""

    index: int
    stopped: Stopped | None
    leaned_on: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """One defect, and how the scenarios that it was tried on ended, by their indexes."""

    defect: Defect
    tried: Mapping[int, Stopped | None]

    def caught(self) -> list[int]:
        """The scenarios that turned red by an avvikelse in a Så: by what they say, and not by falling over."""
        return [index for index, stopped in self.tried.items() if is_caught(stopped)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Campaign:
    """What was tried. ``red_before`` are scenarios that are red without any defect; then nothing else is known.

    ``leaned_on`` are the policies and parameters that the world of each scenario leaned on as the systems are.
    """

    pickles: Sequence[Pickle]
    leaned_on: Sequence[frozenset[str]]
    red_before: Mapping[int, Stopped]
    trials: Sequence[Trial]


def is_caught(stopped: Stopped | None) -> bool:
    return stopped is not None and (stopped.fault, stopped.step) == ("Avvikelse", "then")


def run_campaign(
    pickles: Sequence[Pickle], defects: Sequence[Defect], *, everywhere: bool, workers: int, advance: Advance
) -> Campaign:
    """
    Args:
        pickles: every scenario that a robot runs over the API.
        everywhere: each defect on every scenario that can notice it; else on those of its krav alone.
        advance: told of what has been done, in Swedish.

    Raises:
        BrokenProcessPool: a worker died. Then nothing is known.
    """
    with ProcessPoolExecutor(workers, initializer=_begin, initargs=(tuple(pickles),)) as pool:
        advance(f"Kör {len(pickles)} scenarier som systemen är …")
        before = list(pool.map(_play_whole, range(len(pickles)), chunksize=8))
        leaned_on = [one.leaned_on for one in before]
        if red := {one.index: one.stopped for one in before if one.stopped is not None}:
            return Campaign(pickles=pickles, leaned_on=leaned_on, red_before=red, trials=())
        advance(f"Prövar {len(defects)} defekter …")
        plans = [(defect.id, _noticing(defect, before, pickles, everywhere=everywhere)) for defect in defects]
        results = pool.map(_try_defect, plans, chunksize=1)
        trials = [Trial(defect=defect, tried=tried) for defect, tried in zip(defects, results, strict=True)]
    return Campaign(pickles=pickles, leaned_on=leaned_on, red_before={}, trials=trials)


def robot_pickles(root: Path) -> list[Pickle]:
    """The scenarios below *root* that a robot runs over the API, in the order of their files."""
    files = sorted((root / "features").rglob("*.feature"))
    found = (pickle for file in files for pickle in read_pickles(file, root))
    return [one for one in found if API in one.channels and not {NOT_BUILT_TAG, _BY_PEOPLE} & set(one.tags)]


def choose_workers() -> int:
    return min(os.cpu_count() or 1, 4)


def _noticing(defect: Defect, before: Sequence[Played], pickles: Sequence[Pickle], *, everywhere: bool) -> list[int]:
    asked = [one.index for one in before if defect.policy in one.leaned_on]
    return asked if everywhere else [index for index in asked if pickles[index].krav & set(defect.krav)]


class _Worker:
    """One process of the campaign: a simulator of its own, and the scenarios."""

    def __init__(self, pickles: Sequence[Pickle]) -> None:
        self.pickles = pickles
        self.registry = load_registry()
        self.simulator = Simulator.start()

    def play(self, index: int, defects: list[str]) -> Played:
        pickle = self.pickles[index]
        name = "-".join(("hel" if not defects else defects[0], pickle.scenario_id))
        drivers = ApiDrivers(self.simulator.url, name)
        state = new_state(
            scenario=pickle.scenario_id, channel=API, seed=_SEED, krav=sorted(pickle.krav), defects=defects
        )
        stopped = run_steps(Stage(state, lambda: drivers), pickle, range(len(pickle.steps)), self.registry)
        try:
            leaned_on = drivers.control.close_world().leaned_on if drivers.control.created else {}
        except Miljofel as fault:  # told as what became of the scenario: a fault does not travel between processes
            last = pickle.steps[-1]
            stopped, leaned_on = Stopped(fault=fault.kind, step=last.kind, sentence=fault.sentence, line=last.line), {}
        return Played(index=index, stopped=stopped, leaned_on=frozenset(leaned_on))


def _begin(pickles: Sequence[Pickle]) -> None:
    """In each process, before its first task."""
    global _here
    _here = _Worker(pickles)


_here: _Worker


def _play_whole(index: int) -> Played:
    return _here.play(index, [])


def _try_defect(plan: tuple[str, list[int]]) -> dict[int, Stopped | None]:
    defect, indexes = plan
    return {index: _here.play(index, [defect]).stopped for index in indexes}
