"""The personuppgiftstjänst as a world sees it."""

from __future__ import annotations

from harness.kernel.system import System
from harness.systems.pu.adt import EVENT
from harness.systems.pu.clerk import NAME
from harness.systems.pu.formats import POLICIES as FORMATS
from harness.systems.pu.lives import happen
from harness.systems.pu.policies import PARAMETERS, POLICIES
from harness.systems.pu.routes import ROUTES
from harness.systems.pu.rules import answer_match, answer_person, list_people, register_person
from harness.systems.pu.state import create_state


def define_system() -> System:
    return System(
        name=NAME,
        title="Personuppgiftstjänsten",
        create_state=create_state,
        routes=ROUTES,
        parameters=PARAMETERS,
        policies=(*POLICIES, *FORMATS, EVENT),
        answers={"person": answer_person, "matchning": answer_match},
        people=list_people,
        registers=register_person,
        lives=happen,
    )
