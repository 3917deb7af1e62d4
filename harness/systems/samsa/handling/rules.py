"""What may be done with a case beside its process. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from harness.kernel.decisions import Circumstances, Decision
from harness.systems.samsa.actor import Actor, require_hospital
from harness.systems.samsa.admission import PARTS, close_notice
from harness.systems.samsa.case import Case, Delivery
from harness.systems.samsa.facts import CaseEnded
from harness.systems.samsa.handling.facts import (
    CareContactNamed,
    CaseInterrupted,
    MessageForwarded,
    MessageReturned,
    PartyAdded,
    PartyReplaced,
    SipOffered,
)
from harness.systems.samsa.handling.policies import (
    KEEPS_CONTACT,
    MAY_CHANGE_PARTY,
    MAY_NAME_CONTACT,
    SAME_ORGANISATION,
    STATE_AFTER_INTERRUPTION,
)
from harness.systems.samsa.posting import post, record
from harness.systems.samsa.refusal import ForbiddenError, MalformedError, RefusedError, UnknownCaseError
from harness.systems.samsa.requirements import require_party, require_process
from harness.systems.samsa.words import DeliveryState, MessageType, PartyRole


def name_care_contact(
    case: Case, name: str | None, earlier: Sequence[Case], *, actor: Actor, circumstances: Circumstances
) -> Decision:
    """Source: LUS 2 kap. 5 §; AK-INUT-07, AK-INUT-08. Without a *name* the one of *earlier* cases stays."""
    use = circumstances.policies.use
    if not use(MAY_NAME_CONTACT)(actor.unit, case.parties[PartyRole.OPPENVARD]):
        raise ForbiddenError("fel_enhet", f"Fast vårdkontakt utses av öppenvården i {case.number}.")
    require_process(case)
    if name is not None:
        fact = CareContactNamed(case=case.number, unit=actor.unit, name=name, kept=False)
        return record(case, fact, actor, "Fast vårdkontakt")
    before = use(KEEPS_CONTACT)(actor.unit, [one.care_contact for one in earlier if one.care_contact is not None])
    if before is None:
        raise RefusedError("ingen_tidigare", f"Patienten har ingen tidigare fast vårdkontakt på {actor.unit}.")
    fact = CareContactNamed(case=case.number, unit=actor.unit, name=before.name, kept=True)
    return record(case, fact, actor, "Fast vårdkontakt får stå kvar")


def answer_sip_offer(case: Case, says_yes: bool, *, actor: Actor) -> Decision:
    """Offered by the hospital or a part, and answered; the latest answer holds (domain rule 3.5; AK-SIP-02)."""
    require_party(case, actor.unit)
    require_process(case)
    fact = SipOffered(case=case.number, unit=actor.unit, name=actor.name, says_yes=says_yes)
    return record(case, fact, actor, "Erbjuden SIP: ja" if says_yes else "Erbjuden SIP: nej")


def return_message(case: Case, number: int, reason: str, *, actor: Actor) -> Decision:
    """Felsänt: back to the sender (AK-INUT-10)."""
    require_process(case)
    delivery = _delivery(case, number, actor)
    if delivery.state is DeliveryState.KVITTERAD:
        raise RefusedError("redan_kvitterat", f"{actor.unit} har redan kvitterat {case.number}/{number}.")
    if delivery.state is DeliveryState.FELSAND:
        raise RefusedError("redan_felsant", f"{case.number}/{number} är redan återsänt av {actor.unit}.")
    fact = MessageReturned(case=case.number, number=number, unit=actor.unit, name=actor.name, reason=reason)
    return record(case, fact, actor, f"Felsänt {number}: {reason},")


def forward(case: Case, number: int, to: str, *, actor: Actor, circumstances: Circumstances) -> Decision:
    """Within the own organisation only, and in the sändlista (AK-INUT-11)."""
    require_process(case)
    _delivery(case, number, actor)
    units = circumstances.landscape.units
    if to not in units:
        raise MalformedError("okand_enhet", f"Ingen enhet har HSA-id {to}.")
    if not circumstances.policies.use(SAME_ORGANISATION)(units[actor.unit], units[to]):
        raise RefusedError("annan_organisation", f"{units[to].name} hör inte till samma organisation.")
    if to in case.messages[number - 1].deliveries:
        raise RefusedError("redan_mottagare", f"{units[to].name} har redan fått {case.number}/{number}.")
    fact = MessageForwarded(case=case.number, number=number, unit=actor.unit, to=to, name=actor.name)
    return record(case, fact, actor, f"Vidaresänt {number} till {units[to].name},")


def change_party(
    case: Case, role: PartyRole, unit: str, *, is_added: bool, actor: Actor, circumstances: Circumstances
) -> Decision:
    """Replaced or added; the history is what it was: who got what before still has it (AK-INUT-12)."""
    if not circumstances.policies.use(MAY_CHANGE_PARTY)(actor.unit, case.hospital_unit):
        raise ForbiddenError("fel_enhet", f"Parter ändras av slutenvården i {case.number}, inte av {actor.part}.")
    require_process(case)
    found = circumstances.landscape.units.get(unit)
    if found is None:
        raise MalformedError("okand_enhet", f"Ingen enhet har HSA-id {unit}.")
    if found.part != PARTS[role]:
        raise MalformedError("fel_part", f"{found.name} är {found.part} och kan inte vara {role}.")
    if unit in case.parties.values():
        raise RefusedError("redan_part", f"{found.name} är redan part i {case.number}.")
    if is_added:
        return record(
            case, PartyAdded(case=case.number, role=role, unit=unit), actor, f"Part läggs till: {found.name},"
        )
    fact = PartyReplaced(case=case.number, role=role, unit=unit)
    return record(case, fact, actor, f"Part byts till {found.name},")


def interrupt(case: Case, reason: str, *, actor: Actor, circumstances: Circumstances) -> Decision:
    """Avbrott: no more steps, but it can be read (AK-INUT-19, assumption)."""
    require_hospital(actor, case)
    require_process(case)
    state = circumstances.policies.use(STATE_AFTER_INTERRUPTION)()
    interrupted = CaseInterrupted(case=case.number, reason=reason, state=state)
    also = (interrupted, *(() if case.ended_on else (CaseEnded(case=case.number),)))
    drafts = post(case, MessageType.AVBROTT, case.informed(), {"Orsak": reason}, actor=actor, also=also)
    return Decision(drafts=drafts, outgoing=close_notice(case, circumstances))


def _delivery(case: Case, number: int, actor: Actor) -> Delivery:
    if not 1 <= number <= len(case.messages):
        raise UnknownCaseError(f"Ärende {case.number} har inget meddelande {number}.")
    delivery = case.messages[number - 1].deliveries.get(actor.unit)
    if delivery is None:
        raise RefusedError("ej_mottagare", f"{actor.unit} är inte mottagare av {case.number}/{number}.")
    return delivery
