"""The avvikelser that Samvy sees by itself (AK-AVV-04). Pure."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from harness.kernel.calendar import STOCKHOLM, stockholm_day
from harness.kernel.clock import Timer
from harness.kernel.decisions import Alarm, Circumstances, Decision
from harness.systems.samvy.beside.said import deviations_of
from harness.systems.samvy.deviations.policies import SEES, SEVERITY
from harness.systems.samvy.deviations.rules import Seen, is_coexistence, register
from harness.systems.samvy.deviations.vocabulary import Shortcoming
from harness.systems.samvy.facts import Happened
from harness.systems.samvy.sip.facts import PlanHappening
from harness.systems.samvy.sip.state import JointPlan
from harness.systems.samvy.state import Plan, SamvyState

INFORMATION_DUE = "utskrivningsinformation-dags"


def after_happening(
    state: SamvyState, plan: Plan, decided: Decision, circumstances: Circumstances, registered: datetime
) -> Decision:
    """*decided* and what follows from it. *registered* is care time now, whenever it happened (UTC)."""
    for fact in (draft.fact for draft in decided.drafts):
        match fact:
            case Happened(late_minutes=int() as minutes, seq=seq, recipients=[informed, *_]):
                seen = _seen(
                    state,
                    Shortcoming.SEN_INSKRIVNING,
                    circumstances,
                    person=plan.person,
                    case=plan.id,
                    notice=f"{plan.id}.{seq}",
                    text=f"Inskrivningsmeddelandet skickades {minutes} minuter efter tidsgränsen.",
                    unit=informed,
                    counterpart=plan.unit,
                    afterwards=registered != circumstances.now,
                )
                return decided.then(_register(state, seen, circumstances))
            case Happened(what="utskriven"):
                return decided.then(Decision(alarms=(_when_day_is_over(plan, registered),)))
    return decided


def after_sip(state: SamvyState, plan: JointPlan, decided: Decision, circumstances: Circumstances) -> Decision:
    """A kallelse that came too late is the öppenvård's; it concerns the hospital, or whoever saw the need."""
    for fact in (draft.fact for draft in decided.drafts):
        match fact:
            case PlanHappening(late_days=int() as days, unit=inviting, units=invited):
                seen = _seen(
                    state,
                    Shortcoming.SEN_KALLELSE,
                    circumstances,
                    person=plan.opened.person,
                    case=plan.id,
                    notice=None,
                    text=f"Inbjudan till SIP-möte skickades {days} dagar efter sista dagen.",
                    unit=next((one for one in invited if one != inviting), inviting),
                    counterpart=inviting,
                    afterwards=False,
                )
                return decided.then(_register(state, seen, circumstances))
    return decided


def when_information_is_due(state: SamvyState, timer: Timer, circumstances: Circumstances) -> Decision:
    """The day of the discharge is over, and whoever should know more of the patient does not (LUS 3 kap. 2 §)."""
    plan = state.plans[timer.body["plan"]]
    if not deviations_of(plan, circumstances):
        return Decision()
    left = next(plan.named("utskriven"))
    seen = _seen(
        state,
        Shortcoming.UTAN_INFORMATION,
        circumstances,
        person=plan.person,
        case=plan.id,
        notice=left.id,
        text="Utskrivningsinformationen kom inte samma dag som patienten skrevs ut.",
        unit=plan.informed()[0],
        counterpart=plan.unit,
        afterwards=left.registered != left.at,
    )
    return _register(state, seen, circumstances)


def _register(state: SamvyState, seen: Seen, circumstances: Circumstances) -> Decision:
    """Once for each shortcoming."""
    if not circumstances.policies.use(SEES)(seen.shortcoming):
        return Decision()
    if state.deviations.has(seen.case, seen.shortcoming, seen.notice):
        return Decision()
    return register(state.deviations, seen, circumstances)


def _seen(
    state: SamvyState,
    shortcoming: Shortcoming,
    circumstances: Circumstances,
    *,
    person: str,
    case: str,
    notice: str | None,
    text: str,
    unit: str,
    counterpart: str,
    afterwards: bool,
) -> Seen:
    return Seen(
        person=person,
        case=case,
        notice=notice,
        shortcoming=shortcoming,
        text=text,
        unit=unit,
        counterpart=counterpart,
        happened=circumstances.now,
        severity=circumstances.policies.use(SEVERITY)(shortcoming),
        is_automatic=True,
        is_coexistence=is_coexistence(state, person, afterwards, circumstances),
    )


def _when_day_is_over(plan: Plan, registered: datetime) -> Alarm:
    """Midnight after the day it was registered: what is registered afterwards gets that day for the rest."""
    tomorrow = stockholm_day(registered) + timedelta(days=1)
    return Alarm(
        due=datetime.combine(tomorrow, time(), STOCKHOLM),
        name=INFORMATION_DUE,
        body={"plan": plan.id},
    )
