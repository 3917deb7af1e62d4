"""Defects of the links: what never arrives, and a lock that is never turned."""

from __future__ import annotations

from collections.abc import Sequence

from harness.defects.defect import Defect, replace
from harness.kernel.decisions import Envelope
from harness.kernel.landscape import PlanRow
from harness.systems.integration.policies import FORWARDS
from harness.systems.millenniumenheter.policies import LOCK_DAY


def _no_identities_to_samsa(envelope: Envelope) -> bool:
    return (envelope.kind, envelope.recipient) != ("identitet-andrad", "samsa")


def _no_identities_to_samvy(envelope: Envelope) -> bool:
    return (envelope.kind, envelope.recipient) != ("identitet-andrad", "samvy")


def _never_locked(_plan: Sequence[PlanRow]) -> None:
    return None


def list_defects() -> tuple[Defect, ...]:
    return (
        replace(
            FORWARDS,
            _no_identities_to_samsa,
            id="integration-tappar-identiteter-till-samsa",
            system="Integrationen",
            krav=("AK-INT-09",),
            description="Personuppgiftstjänstens besked om en ändrad identitet når aldrig SAMSA.",
        ),
        replace(
            FORWARDS,
            _no_identities_to_samvy,
            id="integration-tappar-identiteter-till-samvy",
            system="Integrationen",
            krav=("AK-INT-10",),
            description="Personuppgiftstjänstens besked om en ändrad identitet når aldrig Samvy.",
        ),
        replace(
            LOCK_DAY,
            _never_locked,
            id="enheter-laser-aldrig-samsa",
            system="Millenniumenheter",
            krav=("AK-SYS-04",),
            description="SAMSA låses aldrig, hur många som än är driftsatta.",
        ),
    )
