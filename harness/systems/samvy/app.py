"""Samvy as a world sees it."""

from __future__ import annotations

from harness.kernel.system import System
from harness.systems.samvy.answers import unreachable
from harness.systems.samvy.identities import known_from_start, receive_change
from harness.systems.samvy.pages.policies import POLICIES as PAGE_POLICIES
from harness.systems.samvy.pages.routes import PAGES
from harness.systems.samvy.policies import PARAMETERS, POLICIES
from harness.systems.samvy.routes import ROUTES
from harness.systems.samvy.rules import receive_samsa_notice
from harness.systems.samvy.state import SamvyState
from harness.systems.samvy.vocabulary import NAME


def define_system() -> System:
    return System(
        name=NAME,
        title="Samvy",
        create_state=lambda document: SamvyState(identities=known_from_start(document)),
        routes=ROUTES,
        pages=PAGES,
        parameters=PARAMETERS,
        policies=(*POLICIES, *PAGE_POLICIES),
        receives={"samsa-arende": receive_samsa_notice, "identitet-andrad": receive_change},
        unreachable=unreachable,
    )
