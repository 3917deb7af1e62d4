"""The integration platform as a world sees it."""

from __future__ import annotations

from collections.abc import Mapping

from harness.kernel.faults import LinkFault
from harness.kernel.system import Platform, System
from harness.systems.integration import rules
from harness.systems.integration.policies import PARAMETERS, POLICIES
from harness.systems.integration.routes import ROUTES
from harness.systems.integration.state import IntegrationState


def define_system() -> System:
    return System(
        name=rules.NAME,
        title="Integrationen",
        create_state=lambda _document: IntegrationState(),
        routes=ROUTES,
        parameters=PARAMETERS,
        policies=POLICIES,
        timers={rules.DELIVERY: rules.deliver},
        platform=Platform(
            relay_question=rules.relay_question,
            relay_answer=rules.relay_answer,
            accept=rules.accept,
            stops_question=rules.stops_question,
            question_stopped=rules.question_stopped,
            plan_fault=rules.plan_fault,
            lift_fault=rules.lift_fault,
            faults=_faults,
        ),
    )


def _faults(state: IntegrationState) -> Mapping[int, LinkFault]:
    return state.faults
