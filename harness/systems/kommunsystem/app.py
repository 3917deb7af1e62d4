"""The kommuner's own systems as a world sees them: one for all, with each kommun's numbers apart."""

from __future__ import annotations

from harness.kernel.system import System
from harness.systems.kommunsystem.policies import PARAMETERS, POLICIES
from harness.systems.kommunsystem.routes import ROUTES
from harness.systems.kommunsystem.rules import NAME
from harness.systems.kommunsystem.state import KommunState


def define_system() -> System:
    return System(
        name=NAME,
        title="Kommunens system",
        create_state=lambda _document: KommunState(),
        routes=ROUTES,
        parameters=PARAMETERS,
        policies=POLICIES,
    )
