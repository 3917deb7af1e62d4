"""What may be done in a case of SAMSA and what follows from it. Pure: nothing is changed here."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from harness.kernel.decisions import Circumstances, Decision
from harness.systems.samsa import facts
from harness.systems.samsa.actor import Actor, require_doctor, require_hospital
from harness.systems.samsa.admission import close_notice
from harness.systems.samsa.case import Case
from harness.systems.samsa.handling.policies import IS_WAITING
from harness.systems.samsa.policies import (
    MAY_ANNOUNCE,
    PARTIES_OF_CHANGE,
    STARTS_PLANNING,
    WITHHELD,
)
from harness.systems.samsa.posting import enter, post, record
from harness.systems.samsa.refusal import RefusedError, UnknownCaseError
from harness.systems.samsa.requirements import require_informed, require_process
from harness.systems.samsa.words import CaseState, DeliveryState, MessageType, Need


def assess_needs(case: Case, needs: Sequence[Need], *, actor: Actor) -> Decision:
    """The treating doctor judges whose insatser may be needed (LUS 2 kap. 1 §)."""
    require_hospital(actor, case)
    require_doctor(actor, "Behovsbedömningen")
    require_process(case)
    fact = facts.NeedsAssessed(case=case.number, needs=[str(need) for need in needs], assessed_by=actor.person)
    return record(case, fact, actor, "Behovsbedömning")


def change_planned_discharge(
    case: Case, planned_discharge: date, *, actor: Actor, circumstances: Circumstances
) -> Decision:
    """Source: LUS 2 kap. 4 §; AK-INUT-06."""
    require_hospital(actor, case)
    require_process(case)
    informed = require_informed(case)
    roles = [role for role, unit in case.parties.items() if unit in informed]
    told = set(circumstances.policies.use(PARTIES_OF_CHANGE)(roles))
    chosen = {unit for role, unit in case.parties.items() if role in told}
    drafts = post(
        case,
        MessageType.ANDRAD_BERAKNAD_UTSKRIVNING,
        [unit for unit in informed if unit in chosen],
        {"Beräknad utskrivning": planned_discharge.isoformat()},
        actor=actor,
        also=[facts.PlannedDischargeSet(case=case.number, day=planned_discharge.isoformat())],
    )
    return Decision(drafts=drafts)


def assess_utskrivningsklar(case: Case, *, actor: Actor) -> Decision:
    """Source: LUS 1 kap. 3 § 5."""
    require_hospital(actor, case)
    require_doctor(actor, "Bedömningen att patienten är utskrivningsklar")
    require_process(case)
    fact = facts.ReadyAssessed(case=case.number, assessed_by=actor.person)
    return record(case, fact, actor, "Bedömning: utskrivningsklar")


UNTOLD = "Ej underrättad på grund av sekretess"


def announce_utskrivningsklar(
    case: Case, withheld: Sequence[str], *, actor: Actor, circumstances: Circumstances
) -> Decision:
    """
    Args:
        withheld: HSA-ids of those whom sekretess keeps from being told. The message says who they are.

    Source:
        LUS 3 kap. 1 §; AK-INUT-13, AK-INUT-25.
    """
    require_hospital(actor, case)
    require_process(case)
    if case.state is CaseState.UTSKRIVNINGSKLAR:
        raise RefusedError("redan_utskrivningsklar", f"Utskrivningsklar är redan meddelat i {case.number}.")
    informed = require_informed(case)
    if not circumstances.policies.use(MAY_ANNOUNCE)(case.is_ready_assessed):
        raise RefusedError(
            "lakarbedomning_saknas",
            f"Ingen gällande läkarbedömning säger att patienten i {case.number} är utskrivningsklar.",
        )
    if strangers := [unit for unit in withheld if unit not in informed]:
        raise RefusedError("ej_annan_part", f"{', '.join(strangers)} har inget inskrivningsmeddelande i {case.number}.")
    content = {"Utskrivningsklar": circumstances.today.isoformat()}
    if withheld:
        content[UNTOLD] = ", ".join(circumstances.landscape.units[unit].name for unit in withheld)
    drafts = post(
        case,
        MessageType.UTSKRIVNINGSKLAR,
        circumstances.policies.use(WITHHELD)(informed, withheld) if withheld else informed,
        content,
        actor=actor,
        also=[facts.ReadyBegan(case=case.number), enter(case, CaseState.UTSKRIVNINGSKLAR)],
    )
    return Decision(drafts=drafts)


def withdraw_utskrivningsklar(case: Case, *, actor: Actor, circumstances: Circumstances) -> Decision:
    """To all parts (AK-INUT-14, assumption 1.21)."""
    require_hospital(actor, case)
    require_process(case)
    if case.state is not CaseState.UTSKRIVNINGSKLAR:
        raise RefusedError(
            "ej_utskrivningsklar", f"Ärende {case.number} är {case.state.lower()}, inte utskrivningsklart."
        )
    drafts = post(
        case,
        MessageType.ATERTAGEN_UTSKRIVNINGSKLAR,
        case.parties.values(),
        {"Återtagen": circumstances.today.isoformat()},
        actor=actor,
        also=[facts.ReadyWithdrawn(case=case.number), enter(case, CaseState.ATERTAGEN)],
    )
    return Decision(drafts=drafts)


def discharge(case: Case, *, actor: Actor, circumstances: Circumstances) -> Decision:
    """The patient leaves; who had the inskrivningsmeddelande is told."""
    require_hospital(actor, case)
    require_process(case)
    drafts = post(
        case,
        MessageType.UTSKRIVNINGSMEDDELANDE,
        case.informed(),
        {"Utskriven": circumstances.today.isoformat()},
        actor=actor,
        also=[facts.CaseEnded(case=case.number), enter(case, CaseState.UTSKRIVEN)],
    )
    return Decision(drafts=drafts)


def acknowledge(case: Case, number: int, *, actor: Actor, circumstances: Circumstances) -> Decision:
    """Kvittens by a receiving unit, once (AK-INUT-09).

    The first kvittens of an inskrivningsmeddelande, and of a withdrawal, starts the planning
    (LUS 2 kap. 6 §; that the state changes then is class D).
    """
    if not 1 <= number <= len(case.messages):
        raise UnknownCaseError(f"Ärende {case.number} har inget meddelande {number}.")
    if case.state in (CaseState.AVSLUTAD, CaseState.AVBRUTEN):
        raise RefusedError("fel_lage", f"Ärende {case.number} är {case.state.lower()}.")
    message = case.messages[number - 1]
    delivery = message.deliveries.get(actor.unit)
    if delivery is None:
        raise RefusedError("ej_mottagare", f"{actor.unit} är inte mottagare av {case.number}/{number}.")
    if delivery.state is DeliveryState.KVITTERAD:
        raise RefusedError("redan_kvitterat", f"{actor.unit} har redan kvitterat {case.number}/{number}.")
    if delivery.state is DeliveryState.FELSAND:
        raise RefusedError("redan_felsant", f"{actor.unit} har sänt tillbaka {case.number}/{number}.")
    fact = facts.MessageAcknowledged(case=case.number, number=number, unit=actor.unit, name=actor.name, role=actor.role)
    is_newest = message is list(case.of_type(message.type))[-1]
    starts_planning = (message.type, case.state, is_newest) in (
        (MessageType.INSKRIVNINGSMEDDELANDE, CaseState.INSKRIVEN, True),
        (MessageType.ATERTAGEN_UTSKRIVNINGSKLAR, CaseState.ATERTAGEN, True),
    )
    starts = starts_planning and circumstances.policies.use(STARTS_PLANNING)()
    also = (enter(case, CaseState.PLANERING),) if starts else ()
    return record(case, fact, actor, f"Kvittens av {message.type.label.lower()} {number}", also=also)


def close(case: Case, reason: str | None, *, actor: Actor, circumstances: Circumstances) -> Decision:
    """Source: AK-INUT-20; the flag leaves Samvy at this moment only (AK-INT-02)."""
    require_hospital(actor, case)
    if case.state in (CaseState.AVSLUTAD, CaseState.AVBRUTEN):
        raise RefusedError("fel_lage", f"Ärende {case.number} är redan {case.state.lower()}.")
    lacking = _lacking(case, circumstances)
    if lacking and not (reason and reason.strip()):
        raise RefusedError(
            "ej_klart_att_avsluta",
            f"Ärende {case.number} kan inte avslutas utan orsak: {'; '.join(lacking)}.",
        )
    closed = facts.CaseClosed(case=case.number, reason=reason)
    ended = () if case.ended_on else (facts.CaseEnded(case=case.number),)
    decision = record(case, closed, actor, "Avslut", also=ended)
    return Decision(drafts=decision.drafts, outgoing=close_notice(case, circumstances))


def _lacking(case: Case, circumstances: Circumstances) -> list[str]:
    """Who has been replaced or was only sent it on by another owes no kvittens."""
    lacking = [] if case.state is CaseState.UTSKRIVEN else ["patienten är inte utskriven"]
    is_waiting, parts = circumstances.policies.use(IS_WAITING), case.parties.values()
    for message in case.messages:
        deliveries = [delivery for delivery in message.deliveries.values() if delivery.unit in parts]
        waiting = [delivery.unit for delivery in deliveries if is_waiting(message.type, delivery.state)]
        if waiting:
            lacking.append(f"{message.type.label.lower()} är inte kvitterat av {', '.join(waiting)}")
    return lacking
