"""Hearing of an admission, and what the last event says of where the patient is. Pure."""

from __future__ import annotations

from harness.kernel.decisions import Decision, Envelope
from harness.kernel.events import Draft
from harness.systems.samsa.adt.facts import AdmissionTold
from harness.systems.samsa.adt.state import AdmissionsElsewhere

_WHERE = {"A03": "utskriven", "A11": "avbruten"}


def receive(known: AdmissionsElsewhere, envelope: Envelope) -> Decision:
    """The same message twice changes nothing, and one that was overtaken is left aside."""
    if envelope.id in known.seen:
        return Decision()
    body = envelope.body
    fact = AdmissionTold(
        message=envelope.id,
        event=body["adt"],
        plan=body["vardplanering"],
        person=body["person"],
        unit=body["enhet"],
        number=body["lopnummer"],
        planned=body["beraknad_utskrivning"],
    )
    return Decision(drafts=(Draft(fact),))


def where(event: str) -> str:
    """inskriven, utskriven or avbruten."""
    return _WHERE.get(event, "inskriven")
