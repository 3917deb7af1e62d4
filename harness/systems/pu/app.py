"""The personuppgiftstjänst as a world sees it."""

from __future__ import annotations

from harness.kernel.system import System
from harness.systems.pu.routes import ROUTES
from harness.systems.pu.rules import NAME, POLICIES, answer_person, list_people, register_person
from harness.systems.pu.state import create_state


def define_system() -> System:
    return System(
        name=NAME,
        title="Personuppgiftstjänsten",
        create_state=create_state,
        routes=ROUTES,
        policies=POLICIES,
        answers={"person": answer_person},
        people=list_people,
        registers=register_person,
    )
