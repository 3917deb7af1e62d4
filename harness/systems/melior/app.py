"""Melior as a world sees it."""

from __future__ import annotations

from harness.kernel.system import System
from harness.systems.melior import rules
from harness.systems.melior.policies import POLICIES
from harness.systems.melior.routes import ROUTES
from harness.systems.melior.state import MeliorState


def define_system() -> System:
    return System(
        name=rules.NAME,
        title="Melior",
        create_state=lambda _document: MeliorState(),
        routes=ROUTES,
        policies=POLICIES,
        answers={"att-overfora": rules.hand_out},
        receives={"rpa-kvittens": rules.receive_receipt},
    )
