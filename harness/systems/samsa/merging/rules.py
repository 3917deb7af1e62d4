"""What may be merged and taken apart, and what follows from it. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from harness.kernel.decisions import Circumstances, Decision, Envelope
from harness.kernel.document import Identity
from harness.kernel.events import Crossing, Draft
from harness.systems.samsa.actor import Actor
from harness.systems.samsa.identities import Identities
from harness.systems.samsa.merging.facts import PatientsMerged, PatientsSeparated, SamvyMergeTold
from harness.systems.samsa.merging.policies import KNOWN_PERSONS, MAY_MERGE, MUST_BE_LINKED, WRONG_PERSON
from harness.systems.samsa.merging.state import Merge, Merges
from harness.systems.samsa.refusal import RefusedError
from harness.systems.samsa.words import NAME


def merge(
    merges: Merges,
    identities: Identities,
    low: Identity,
    high: Identity,
    *,
    active_sips: Sequence[str],
    is_secured: bool,
    actor: Actor,
    circumstances: Circumstances,
) -> Decision:
    """AK-RES-10, AK-RES-19, AK-RES-21. *active_sips* are those of both, before."""
    if not circumstances.policies.use(MAY_MERGE)(is_secured):
        raise RefusedError("identitet_ej_sakerstalld", "Slå samman först när patientens identitet är säkerställd.")
    if low == high or key(high) in merges.one_patient(key(low)):
        raise RefusedError("redan_sammanslagna", f"{low.id} och {high.id} är redan samma patient i SAMSA.")
    are_linked = identities.find(low).huvudidentitet == identities.find(high).huvudidentitet
    known = circumstances.parameters.read(KNOWN_PERSONS)
    if circumstances.policies.use(WRONG_PERSON)(low.oid in known, high.oid in known, are_linked):
        raise RefusedError("felkoppling", f"{low.id} och {high.id} är två kända personer och slås inte samman.")
    if circumstances.parameters.read(MUST_BE_LINKED) and not are_linked:
        raise RefusedError("ej_kopplade", f"{low.id} och {high.id} är inte kopplade i personuppgiftstjänsten.")
    fact = PatientsMerged(
        merge=f"SL-{len(merges.merges) + 1}",
        low=key(low),
        high=key(high),
        unit=actor.unit,
        sips=list(active_sips) if len(active_sips) > 1 else [],
    )
    draft = Draft(fact, Crossing(actor.unit, NAME, f"Sammanslagning {fact.merge}"))
    return Decision(drafts=(draft,), outgoing=(_tell(merges, fact.low, fact.high, is_merged=True),))


def separate(merges: Merges, merged: Merge, *, actor: Actor) -> Decision:
    """Särtagning: each has again what was opened under its own identity (AK-RES-14)."""
    if merged.is_undone:
        raise RefusedError("redan_upplost", f"{merged.number} är redan upplöst.")
    fact = PatientsSeparated(merge=merged.number, unit=actor.unit)
    draft = Draft(fact, Crossing(actor.unit, NAME, f"Särtagning {merged.number}"))
    return Decision(drafts=(draft,), outgoing=(_tell(merges, merged.low, merged.high, is_merged=False),))


def receive_told(merges: Merges, envelope: Envelope) -> Decision:
    """What Samvy tells. The same message twice changes nothing, and one that was overtaken is left aside."""
    if envelope.id in merges.seen:
        return Decision()
    body = envelope.body
    fact = SamvyMergeTold(
        message=envelope.id,
        low=body["lag"],
        high=body["hog"],
        is_merged=body["sammanford"],
        number=body["lopnummer"],
    )
    return Decision(drafts=(Draft(fact),))


def key(identity: Identity) -> str:
    return f"{identity.oid}|{identity.id}"


def _tell(merges: Merges, low: str, high: str, *, is_merged: bool) -> Envelope:
    """Every message has a higher number than those before it."""
    number = len(merges.merges) + sum(merge.is_undone for merge in merges.merges.values()) + 1
    what = "Sammanslagning" if is_merged else "Särtagning"
    return Envelope(
        id=f"{NAME}:sammanslagning:{number}",
        sender=NAME,
        recipient="samvy",
        kind="samsa-sammanslagning",
        body={"lag": low, "hog": high, "sammanslagen": is_merged, "lopnummer": number},
        text=f"{what} i SAMSA",
    )
