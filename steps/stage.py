"""The stage of one scenario: its state, and the domain language on it. The only fixture a step takes."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property

import pytest
from pytest_bdd.parser import Step

from fixtures.protocols import Drivers
from steps.dsl.acts import Acts
from steps.dsl.care_case import CareCase
from steps.dsl.cast import Cast
from steps.dsl.coexistence import Coexistence
from steps.dsl.deviations import Deviations
from steps.dsl.handled import HandledOutcomes
from steps.dsl.handling import Handling
from steps.dsl.inboxes import Inboxes
from steps.dsl.links import Links
from steps.dsl.merging import Merging
from steps.dsl.outcomes import Outcomes
from steps.dsl.registry import Registry
from steps.dsl.robot import Robot
from steps.dsl.rollout import Rollout
from steps.dsl.sip import Sips
from steps.dsl.sip_outcomes import SipOutcomes
from steps.dsl.state import ScenarioState, new_state
from steps.dsl.world import World
from testdata.scenario import API, PlannedRow


class Stage:
    """Everything a step can reach.

    ``state`` is plain data: dumped after one step and loaded before the next, in another process, the
    scenario goes on as if nothing had happened. The rest is made from it and from the drivers.
    """

    def __init__(self, state: ScenarioState, drivers: Callable[[], Drivers]) -> None:
        self.state = state
        self._open_drivers = drivers

    def enter_step(self, kind: str, place: str) -> None:
        """Called before each step: whether it is a given, a when or a then, and where it stands."""
        self.state["kind"] = kind
        self.state["place"] = place

    @cached_property
    def _acts(self) -> Acts:
        return Acts(self.state)

    @cached_property
    def world(self) -> World:
        return World(self.state, self._open_drivers)

    @cached_property
    def cast(self) -> Cast:
        return Cast(self.state, self.world)

    @cached_property
    def case(self) -> CareCase:
        return CareCase(self.cast, self.world, self._acts)

    @cached_property
    def outcomes(self) -> Outcomes:
        return Outcomes(self.cast, self._acts)

    @cached_property
    def handling(self) -> Handling:
        return Handling(self.cast, self.world, self._acts)

    @cached_property
    def handled(self) -> HandledOutcomes:
        return HandledOutcomes(self.cast, self._acts)

    @cached_property
    def robot(self) -> Robot:
        return Robot(self.cast, self.world, self._acts)

    @cached_property
    def sips(self) -> Sips:
        return Sips(self.cast, self.world, self._acts)

    @cached_property
    def sip_outcomes(self) -> SipOutcomes:
        return SipOutcomes(self.cast, self._acts)

    @cached_property
    def inboxes(self) -> Inboxes:
        return Inboxes(self.cast, self.world, self._acts)

    @cached_property
    def deviations(self) -> Deviations:
        return Deviations(self.cast, self.world, self._acts)

    @cached_property
    def registry(self) -> Registry:
        return Registry(self.state, self.cast, self._acts)

    @cached_property
    def merging(self) -> Merging:
        return Merging(self.cast, self._acts)

    @cached_property
    def rollout(self) -> Rollout:
        return Rollout(self.cast, self.world, self._acts)

    @cached_property
    def links(self) -> Links:
        return Links(self.world, self._acts)

    @cached_property
    def coexistence(self) -> Coexistence:
        return Coexistence(self.cast, self._acts)

    def close(self) -> None:
        """The scenario is over.

        Raises:
            Avvikelse: an act was refused and no Så has accounted for it.
        """
        self._acts.require_judged()


def open_stage(request: pytest.FixtureRequest) -> Stage:
    """A stage for the item of *request*, whose drivers are connected when a step first needs them."""
    row: PlannedRow | None = getattr(request.node, "row", None)
    return Stage(
        new_state(
            scenario=row.scenario_id if row else request.node.name,
            channel=row.channel if row else API,
            seed=request.config.getoption("--provtryck-fro"),
            krav=list(row.krav) if row else [],
            defects=list(request.config.getoption("--provtryck-defekt")),
        ),
        lambda: request.getfixturevalue("drivers"),
    )


@pytest.fixture
def stage(request: pytest.FixtureRequest) -> Stage:
    """The stage as a fixture, for a plain ``scenarios()`` run. Our own runner opens it without."""
    return open_stage(request)


def pytest_bdd_before_step(request: pytest.FixtureRequest, step: Step) -> None:
    """In a plain ``scenarios()`` run nobody else tells the stage what kind of step begins."""
    if not hasattr(request.node, "row"):
        request.getfixturevalue("stage").enter_step(step.type, f"rad {step.line_number}")
