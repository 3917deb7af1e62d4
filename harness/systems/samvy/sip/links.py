"""What Samvy and SAMSA say to each other about samordnade planer."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from harness.kernel.decisions import Answer, Circumstances, Decision, Envelope
from harness.systems.samvy.sip import rules
from harness.systems.samvy.state import SamvyState


def answer_running(state: SamvyState, body: Mapping[str, Any], _circumstances: Circumstances) -> Answer:
    """SAMSA asks whether a person has a plan here that is not over."""
    running = state.sip.running(state.combining.records(f"{body['oid']}|{body['id']}"))
    return Answer({"plan": running.id if running else None}, running.id if running else "Ingen plan är igång")


def hear_samsa(state: SamvyState, envelope: Envelope, _circumstances: Circumstances) -> Decision:
    return rules.hear_samsa(state.sip, envelope)
