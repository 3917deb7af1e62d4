"""What may be done with a SIP and what follows from it. Pure: nothing is changed here."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

import msgspec

from harness.kernel.calendar import age_on, is_minor, moment_text
from harness.kernel.decisions import Circumstances, Decision, Envelope
from harness.kernel.events import Crossing, Draft, Fact
from harness.systems.samsa.actor import Actor
from harness.systems.samsa.case import Case, Patient
from harness.systems.samsa.refusal import ForbiddenError, MalformedError, RefusedError
from harness.systems.samsa.sip import facts, wire
from harness.systems.samsa.sip.completeness import CHILD_LACKS, LACKS
from harness.systems.samsa.sip.policies import (
    CALLS_PRINCIPALS,
    CHILD_CONSENT,
    CONSENT_GIVEN,
    CONSENTS_FROM,
    KEEPS_REQUEST,
    LATE_DAYS,
    MAY_CHANGE,
    MAY_FOLLOW_UP,
    MAY_START,
    MAY_SUMMON,
    MEETING_FORM,
    OPPENVARD,
    OPPENVARD_CALLED,
    REFUSED_WITH_REASON,
    SCHOOL_STARTS,
    SUMMONS_DAYS,
)
from harness.systems.samsa.sip.state import Sip, SipRegister
from harness.systems.samsa.sip.words import Consenting, Requesting, SipState
from harness.systems.samsa.words import NAME, Need


def start(
    register: SipRegister,
    patient: Patient,
    people: Collection[Patient],
    case: Case | None,
    *,
    actor: Actor,
    born: date,
    in_samvy: str | None,
    unchecked: bool,
    requested_by: Requesting | None,
    circumstances: Circumstances,
) -> Decision:
    """Somebody has seen a need (HSL 16 kap. 4 §; AK-SIP-08, AK-SIP-12). *in_samvy* is an active plan there.

    *people* are the identities of the patient.
    """
    if not circumstances.policies.use(SCHOOL_STARTS)(actor.part, is_minor(born, circumstances.today)):
        raise ForbiddenError("bara_for_barn", "Elevhälsan startar SIP för barn, och patienten är vuxen.")
    own = register.active_of(people)
    active = ([f"{own.number} i SAMSA"] if own else []) + ([f"{in_samvy} i Samvy"] if in_samvy else [])
    if not circumstances.policies.use(MAY_START)(active):
        raise RefusedError("aktiv_sip_finns", f"Patienten har redan en aktiv SIP: {' och '.join(active)}.")
    number = f"SIP-{len(register.sips) + 1}"
    started = facts.SipStarted(
        sip=number,
        oid=patient.oid,
        id=patient.id,
        unit=actor.unit,
        case=case.number if case else None,
        born=born.isoformat(),
        unchecked=unchecked,
        requested_by=circumstances.policies.use(KEEPS_REQUEST)(requested_by) if requested_by else None,
    )
    draft = Draft(started, Crossing(actor.unit, NAME, f"Behov av SIP, {number}"))
    return Decision(drafts=(draft,), outgoing=(notice(number, patient.oid, patient.id, is_active=True),))


def consent(sip: Sip, said: wire.Samtycke, *, actor: Actor, circumstances: Circumstances) -> Decision:
    """A yes or a no; a no after a yes takes it back (AK-SIP-01, AK-SIP-13, AK-SIP-15)."""
    require_taking_part(sip, actor)
    _require_active(sip, circumstances)
    by_guardian, age = said.av is Consenting.VARDNADSHAVARE, age_on(sip.born, circumstances.today)
    if by_guardian and not is_minor(sip.born, circumstances.today):
        raise RefusedError("fel_samtycke", "Patienten är vuxen och samtycker själv.")
    from_age = circumstances.parameters.read(CONSENTS_FROM)
    if said.samtycker and not circumstances.policies.use(CHILD_CONSENT)(age, by_guardian, from_age):
        raise RefusedError(
            "vardnadshavare_kravs", f"Patienten är {age} år: under {from_age} år samtycker en vårdnadshavare."
        )
    fact = facts.SipConsented(
        sip=sip.number,
        consents=said.samtycker,
        by=said.av,
        name=said.namn,
        except_for=said.omfattar_inte,
    )
    if said.samtycker:
        return _record(sip, fact, actor, "Samtycke till SIP")
    ended = facts.SipEnded(sip=sip.number, state=SipState.EJ_SAMTYCKE, reason=f"Samtycke saknas ({said.av})")
    return _end(sip, actor, "Nej till SIP", fact, ended)


def summon(
    sip: Sip, called: wire.Kallelse, case: Case | None, *, actor: Actor, circumstances: Circumstances
) -> Decision:
    """Kallelse to huvudmännen, inbjudan to others (AK-SIP-03 to AK-SIP-06)."""
    _require_active(sip, circumstances)
    if not circumstances.policies.use(MAY_SUMMON)(actor.part, case is not None):
        raise ForbiddenError(
            "fel_avsandare", f"Vid utskrivning kallar fast vårdkontakt i regionens öppenvård, inte {actor.part}."
        )
    if case is None:
        require_taking_part(sip, actor)
    elif actor.part == OPPENVARD and actor.unit not in case.parties.values():
        raise ForbiddenError("fel_enhet", f"{actor.unit} är inte part i {case.number}.")
    _require_consent(sip, circumstances)
    units = circumstances.landscape.units
    unknown = [unit for unit in called.kallade if unit not in units]
    if unknown:
        raise MalformedError("okand_enhet", f"SAMSA känner inte till enheten {', '.join(unknown)}.")
    invited_units = {
        unit.name for unit in units.values() if unit.name in called.inbjudna or unit.hsa_id in called.inbjudna
    }
    if not circumstances.policies.use(CALLS_PRINCIPALS)(invited_units):
        raise RefusedError("huvudman_ska_kallas", f"{', '.join(sorted(invited_units))} kallas, inte bjuds in.")
    parts = {units[unit].part for unit in called.kallade} | {actor.part}
    needs_hsv = "kommunal hälso- och sjukvård" in parts or (case is not None and Need.KOMMUNAL_HSV in case.needs)
    if not circumstances.policies.use(OPPENVARD_CALLED)(needs_hsv, OPPENVARD in parts):
        raise RefusedError("oppenvard_saknas", "Behövs kommunal hälso- och sjukvård kallas regionens öppenvård.")
    if called.mote <= circumstances.now:
        raise RefusedError("mote_har_varit", "Mötet ligger inte framåt i tiden.")
    fact = facts.SipSummoned(
        sip=sip.number,
        meeting=moment_text(called.mote),
        form=called.form,
        sender=actor.unit,
        summoned=list(dict.fromkeys(called.kallade)),
        invited=called.inbjudna,
        late_days=_late_days(case, circumstances),
    )
    return _record(sip, fact, actor, "Kallelse till SIP")


def hold_meeting(sip: Sip, held: wire.Mote, *, actor: Actor, circumstances: Circumstances) -> Decision:
    """AK-SIP-16."""
    require_taking_part(sip, actor)
    if not sip.awaits_meeting or not sip.state.is_active:
        raise RefusedError("ej_kallad", f"{sip.number} är {sip.state.lower()}: ingen är kallad till ett möte.")
    form = circumstances.policies.use(MEETING_FORM)(held.form)
    return _record(sip, facts.SipMeetingHeld(sip=sip.number, form=form), actor, f"SIP-möte ({form})")


def establish(sip: Sip, plan: wire.Plan, *, actor: Actor, circumstances: Circumstances) -> Decision:
    """HSL 16 kap. 4 §; domain rule 3.3 for children; AK-SIP-07, AK-SIP-11."""
    require_taking_part(sip, actor)
    if sip.state is not SipState.MOTE and not sip.state.is_running:
        raise RefusedError("inget_mote", f"{sip.number} är {sip.state.lower()}: planen fastställs efter mötet.")
    _require_consent(sip, circumstances)
    lacking = circumstances.policies.use(LACKS)(plan)
    if is_minor(sip.born, circumstances.today):
        lacking = lacking + circumstances.policies.use(CHILD_LACKS)(plan)
    if lacking:
        raise RefusedError("ofullstandig_plan", f"Planen saknar {', '.join(lacking)}.")
    return _record(sip, facts.SipPlanned(sip=sip.number, plan=msgspec.to_builtins(plan)), actor, "SIP fastställd")


def follow_up(sip: Sip, done: wire.Uppfoljning, *, actor: Actor, circumstances: Circumstances) -> Decision:
    """As often as is needed (AK-SIP-10)."""
    require_taking_part(sip, actor)
    if not sip.state.is_running:
        raise RefusedError("ej_pagaende", f"{sip.number} är {sip.state.lower()}, inte pågående.")
    if not circumstances.policies.use(MAY_FOLLOW_UP)(len(sip.follow_ups)):
        raise RefusedError("ej_pagaende", f"{sip.number} är redan uppföljd.")
    _require_consent(sip, circumstances)
    following = done.nasta.isoformat() if done.nasta else None
    fact = facts.SipFollowedUp(sip=sip.number, unit=actor.unit, note=done.anteckning, next=following)
    return _record(sip, fact, actor, "Uppföljning av SIP")


def end(sip: Sip, how: SipState, reason: str, *, actor: Actor, circumstances: Circumstances) -> Decision:
    """Avslut, tackat nej, or a refusal, which needs its reason (AK-SIP-02, AK-SIP-14, AK-SIP-17)."""
    require_taking_part(sip, actor)
    _require_active(sip, circumstances)
    if how is SipState.AVSLUTAD and not sip.state.is_running:
        raise RefusedError("ej_pagaende", f"{sip.number} är {sip.state.lower()}, inte pågående.")
    if how is SipState.NEKAD and sip.state.is_running:
        raise RefusedError("redan_faststalld", f"{sip.number} är fastställd: den avslutas, men nekas inte.")
    if how is SipState.NEKAD and not circumstances.policies.use(REFUSED_WITH_REASON)(reason):
        raise RefusedError("skal_saknas", "Att neka en SIP kräver ett dokumenterat skäl.")
    ended = facts.SipEnded(sip=sip.number, state=how, reason=reason.strip())
    return _end(sip, actor, f"SIP: {how.lower()}", ended)


def notice(number: str, oid: str, id: str, *, is_active: bool) -> Envelope:
    """What Samvy is told (AK-SIP-09)."""
    what = "aktiv" if is_active else "inte längre aktiv"
    return Envelope(
        id=f"{NAME}:{number}:{'aktiv' if is_active else 'slut'}",
        sender=NAME,
        recipient="samvy",
        kind="samsa-sip",
        body={"sip": number, "oid": oid, "id": id, "aktiv": is_active},
        text=f"SIP {what} i SAMSA ({number})",
    )


def receive_notice(register: SipRegister, envelope: Envelope) -> Decision:
    """What Samvy tells of its plans. The same message twice changes nothing."""
    if envelope.id in register.samvy.seen:
        return Decision()
    body = envelope.body
    fact = facts.SamvySipNoticed(
        message=envelope.id, plan=body["plan"], oid=body["oid"], id=body["id"], is_active=body["aktiv"]
    )
    return Decision(drafts=(Draft(fact),))


def require_taking_part(sip: Sip, actor: Actor) -> None:
    """
    Raises:
        ForbiddenError: the actor's unit neither started it nor was summoned.
    """
    if actor.unit not in sip.units:
        raise ForbiddenError("ej_part", f"{actor.unit} deltar inte i {sip.number}.")


def _require_active(sip: Sip, circumstances: Circumstances) -> None:
    if not circumstances.policies.use(MAY_CHANGE)(sip.state.is_active):
        raise RefusedError("sip_ar_slut", f"{sip.number} är {sip.state.lower()} och går bara att läsa.")


def _require_consent(sip: Sip, circumstances: Circumstances) -> None:
    if not circumstances.policies.use(CONSENT_GIVEN)(sip.may_be_shared):
        raise RefusedError("samtycke_saknas", f"{sip.number} har inget samtycke som gäller.")


def _late_days(case: Case | None, circumstances: Circumstances) -> int | None:
    """Only a notice that still holds starts the three days."""
    if case is None or not case.ready or case.ready[-1].withdrawn is not None:
        return None
    days = circumstances.parameters.read(SUMMONS_DAYS)
    return circumstances.policies.use(LATE_DAYS)(case.ready[-1].began, circumstances.today, days)


def _record(sip: Sip, fact: Fact, actor: Actor, what: str) -> Decision:
    return Decision(drafts=(Draft(fact, Crossing(actor.unit, NAME, f"{what}, {sip.number}")),))


def _end(sip: Sip, actor: Actor, what: str, *happened: Fact) -> Decision:
    first, *rest = happened
    drafts = (Draft(first, Crossing(actor.unit, NAME, f"{what}, {sip.number}")), *map(Draft, rest))
    return Decision(drafts=drafts, outgoing=(notice(sip.number, *sip.person, is_active=False),))
