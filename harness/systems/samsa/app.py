"""SAMSA as a world sees it."""

from __future__ import annotations

from harness.kernel.system import System
from harness.systems.samsa.identities import known_from_start, receive_change
from harness.systems.samsa.pages.policies import POLICIES as PAGE_POLICIES
from harness.systems.samsa.pages.routes import PAGES
from harness.systems.samsa.policies import PARAMETERS, POLICIES
from harness.systems.samsa.routes import ROUTES, answer_unreachable
from harness.systems.samsa.state import SamsaState
from harness.systems.samsa.words import NAME


def define_system() -> System:
    return System(
        name=NAME,
        title="SAMSA",
        create_state=lambda document: SamsaState(identities=known_from_start(document)),
        routes=ROUTES,
        pages=PAGES,
        parameters=PARAMETERS,
        policies=(*POLICIES, *PAGE_POLICIES),
        receives={"identitet-andrad": receive_change},
        unreachable=answer_unreachable,
    )
