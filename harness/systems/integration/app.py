"""The integration platform as a world sees it. It has no routes of its own."""

from __future__ import annotations

from harness.kernel.system import Platform, System
from harness.systems.integration import rules
from harness.systems.integration.policies import DELAY_S, POLICIES
from harness.systems.integration.state import IntegrationState


def define_system() -> System:
    return System(
        name=rules.NAME,
        title="Integrationen",
        create_state=lambda _document: IntegrationState(),
        parameters=(DELAY_S,),
        policies=POLICIES,
        timers={rules.DELIVERY: rules.deliver},
        platform=Platform(relay_question=rules.relay_question, relay_answer=rules.relay_answer, accept=rules.accept),
    )
