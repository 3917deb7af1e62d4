"""Messages that somebody writes: planering, information at discharge, administrative and direct ones. Pure."""

from __future__ import annotations

from collections.abc import Mapping

from harness.kernel.calendar import STOCKHOLM
from harness.kernel.decisions import Circumstances, Decision
from harness.systems.samsa import facts, wire
from harness.systems.samsa.actor import Actor, require_doctor, require_hospital
from harness.systems.samsa.case import Case
from harness.systems.samsa.correspondence_policies import LPT_COUNTS, MAY_WRITE, SUMMARY
from harness.systems.samsa.posting import enter, post
from harness.systems.samsa.refusal import ForbiddenError, RefusedError
from harness.systems.samsa.requirements import require_informed, require_party, require_process
from harness.systems.samsa.state import SamsaState
from harness.systems.samsa.words import CaseState, MessageType

_OUTSIDE_THE_PROCESS = (MessageType.ADMINISTRATIVT_MEDDELANDE, MessageType.DIREKTMEDDELANDE)


def gather(state: SamsaState, case: Case, letter: wire.Brev, circumstances: Circumstances) -> Mapping[str, str]:
    """What the patient's summary says beside its text, as far as it is known.

    Source:
        Patientlagen 3 kap. 2 b §; AK-INUT-16.
    """
    if not isinstance(letter, wire.Utskrivningsinformation):
        return {}
    contact = case.care_contact
    meetings = [
        summons.meeting.astimezone(STOCKHOLM).isoformat(timespec="minutes")
        for sip in state.sip.sips.values()
        if sip.case == case.number
        for summons in sip.summons
    ]
    facts = {
        "Fast vårdkontakt": contact.name if contact else "",
        "Tid för SIP": meetings[-1] if meetings else "",
        "Befintliga planer": letter.befintliga_planer or "",
    }
    return circumstances.policies.use(SUMMARY)(facts)


def write(
    case: Case, letter: wire.Brev, more: Mapping[str, str], *, actor: Actor, circumstances: Circumstances
) -> Decision:
    """Send what somebody at a part has written, with what is gathered (*more*) below it.

    Raises:
        ForbiddenError: the unit is no part, or may not send that kind.
        RefusedError: the case takes no such message now, or there is nobody to send it to.
        RefusedError: a chosen recipient is no other part of the case.

    Source:
        Domain rules 2.16 and 2.17; LUS 3 kap. 2 §; AK-INUT-15, AK-INUT-16, AK-INUT-19.
    """
    kind = letter.kind
    require_party(case, actor.unit)
    if not circumstances.policies.use(MAY_WRITE)(kind, actor.unit == case.hospital_unit):
        raise ForbiddenError("fel_avsandare", f"{kind.label} skickas av slutenvården, inte av {actor.part}.")
    _require_open_for(case, kind)
    others = [unit for unit in (case.hospital_unit, *case.parties.values()) if unit != actor.unit]
    if isinstance(letter, wire.Direktmeddelande):
        if strangers := [unit for unit in letter.mottagare if unit not in others]:
            raise RefusedError("ej_annan_part", f"{', '.join(strangers)} är inte någon annan part i {case.number}.")
        others = list(dict.fromkeys(letter.mottagare))
    elif kind is MessageType.UTSKRIVNINGSINFORMATION:
        others = case.informed()
        if not others:
            raise RefusedError("inskrivningsmeddelande_saknas", f"Ingen är berörd av utskrivningen i {case.number}.")
    return Decision(drafts=post(case, kind, others, {"Text": letter.text, **more}, actor=actor))


def announce_under_lpt(case: Case, *, actor: Actor, circumstances: Circumstances) -> Decision:
    """The notice of LPT 7 a § st 3 counts as one of utskrivningsklar (LUS 3 kap. 1 § st 2; AK-INUT-17).

    That a läkare gives it, and that it needs no judgement beside it, is class D.
    """
    require_hospital(actor, case)
    require_doctor(actor, "Underrättelsen enligt LPT 7 a §")
    require_process(case)
    if case.state is CaseState.UTSKRIVNINGSKLAR:
        raise RefusedError("redan_utskrivningsklar", f"Utskrivningsklar är redan meddelat i {case.number}.")
    informed = require_informed(case)
    ready = [facts.ReadyBegan(case=case.number), enter(case, CaseState.UTSKRIVNINGSKLAR)]
    drafts = post(
        case,
        MessageType.LPT_UNDERRATTELSE,
        informed,
        {"Utskrivningsklar": circumstances.today.isoformat(), "Enligt": "LPT 7 a § tredje stycket"},
        actor=actor,
        also=ready if circumstances.policies.use(LPT_COUNTS)() else (),
    )
    return Decision(drafts=drafts)


def _require_open_for(case: Case, kind: MessageType) -> None:
    """The information may come late, and what is outside the process goes on until the case is closed."""
    if kind in _OUTSIDE_THE_PROCESS:
        if case.state in (CaseState.AVSLUTAD, CaseState.AVBRUTEN):
            raise RefusedError("fel_lage", f"Ärende {case.number} är {case.state.lower()}.")
    elif kind is not MessageType.UTSKRIVNINGSINFORMATION or case.state is not CaseState.UTSKRIVEN:
        require_process(case)
