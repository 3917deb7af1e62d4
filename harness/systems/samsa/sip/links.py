"""What SAMSA and Samvy say to each other about SIPs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from harness.kernel.decisions import Answer, Circumstances, Decision, Envelope
from harness.systems.samsa.case import Patient
from harness.systems.samsa.sip import rules
from harness.systems.samsa.state import SamsaState


def answer_active(state: SamsaState, body: Mapping[str, Any], _circumstances: Circumstances) -> Answer:
    """Samvy asks whether a person has an active SIP here."""
    active = state.sip.active_of(state.same_patient(Patient(body["oid"], body["id"])))
    return Answer({"sip": active.number if active else None}, f"Ja: {active.number}" if active else "Ingen aktiv SIP")


def receive_notice(state: SamsaState, envelope: Envelope, _circumstances: Circumstances) -> Decision:
    return rules.receive_notice(state.sip, envelope)
