"""The avvikelsesystem as a world sees it."""

from __future__ import annotations

from harness.kernel.system import System
from harness.systems.avvikelser import rules
from harness.systems.avvikelser.policies import POLICIES
from harness.systems.avvikelser.routes import ROUTES
from harness.systems.avvikelser.state import DeviationState


def define_system() -> System:
    return System(
        name=rules.NAME,
        title="Avvikelsesystemet",
        create_state=lambda _document: DeviationState(),
        routes=ROUTES,
        policies=POLICIES,
        receives={"avvikelserapport": rules.receive_report},
    )
