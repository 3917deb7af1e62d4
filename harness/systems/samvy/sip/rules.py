"""What may happen in a samordnad plan. Pure."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import msgspec

from harness.kernel.calendar import is_minor, stockholm_day
from harness.kernel.decisions import Circumstances, Decision, Envelope
from harness.kernel.events import Crossing, Draft
from harness.kernel.landscape import Employee
from harness.systems.samvy.rules import ready_log
from harness.systems.samvy.sip import judging, wire
from harness.systems.samvy.sip.facts import PlanHappening, PlanOpened, SamsaSipNoticed
from harness.systems.samvy.sip.judging import Setting
from harness.systems.samvy.sip.policies import (
    DAYS,
    KEEPS_REQUEST,
    LATENESS,
    MAY_CHANGE,
    MEETING_FORM,
    OPENS,
    SCHOOL_STARTS,
)
from harness.systems.samvy.sip.state import JointPlan, SipBoard
from harness.systems.samvy.sip.vocabulary import OVER, Phase, Requesting
from harness.systems.samvy.state import Plan
from harness.systems.samvy.vocabulary import NAME, Role
from harness.systems.samvy.worker import Denied


def open_plan(
    board: SipBoard,
    person: str,
    records: Collection[str],
    care_plan: Plan | None,
    *,
    worker: Employee,
    born: date,
    in_samsa: str | None,
    unverified: bool,
    requested_by: Requesting | None,
    circumstances: Circumstances,
) -> Decision | Denied:
    """AK-SIP-08, AK-SIP-12. *records* are the person's; *in_samsa* is an active SIP there."""
    part = circumstances.landscape.units[worker.unit].part
    if not circumstances.policies.use(SCHOOL_STARTS)(part, is_minor(born, circumstances.today)):
        return Denied("enbart_barn", "Elevhälsan öppnar planer för barn.", 403)
    own = board.running(records)
    running = ([own.id] if own else []) + ([f"{in_samsa} (SAMSA)"] if in_samsa else [])
    if not circumstances.policies.use(OPENS)(running):
        return Denied("plan_finns", f"Personen har redan en samordnad plan: {', '.join(running)}.")
    plan = f"SP-{len(board.plans) + 1}"
    opened = PlanOpened(
        plan=plan,
        person=person,
        unit=worker.unit,
        care_plan=care_plan.id if care_plan else None,
        born=born.isoformat(),
        unverified=unverified,
        requested_by=circumstances.policies.use(KEEPS_REQUEST)(requested_by) if requested_by else None,
    )
    return Decision(
        drafts=(Draft(opened, Crossing(worker.unit, NAME, f"Samordnad plan {plan} öppnas")),),
        outgoing=(tell_samsa(plan, person, is_active=True),),
    )


def register(setting: Setting, happening: wire.Handelse) -> Decision | Denied:
    """The consequences of *happening*, or why it cannot be."""
    plan = setting.plan
    if not setting.circumstances.policies.use(MAY_CHANGE)(not plan.is_over):
        return Denied("plan_over", f"{plan.id} är i fasen {plan.phase} och kan bara läsas.")
    step = _STEPS[happening.name]
    denied = _deny_worker(setting, happening) or step.judge(setting, happening)
    if denied:
        return denied
    phase = _phase_after(plan, happening, step)
    fact = PlanHappening(
        plan=plan.id,
        seq=len(plan.happened) + 1,
        what=happening.name,
        unit=setting.worker.unit,
        worker=setting.worker.hsa_id,
        phase=phase,
        details=_details(setting, happening),
        units=_joining(setting, happening),
        late_days=_late(setting) if isinstance(happening, wire.InbjudanSkickad) else None,
    )
    ends = (tell_samsa(plan.id, plan.opened.person, is_active=False),) if phase in OVER else ()
    crossing = Crossing(setting.worker.unit, NAME, f"{step.words} ({plan.id})")
    return Decision(drafts=(Draft(fact, crossing),), outgoing=ends)


def _details(setting: Setting, happening: wire.Handelse) -> dict[str, Any]:
    """What was said, as on the wire."""
    details = {name: value for name, value in msgspec.to_builtins(happening).items() if name != "handelse"}
    if isinstance(happening, wire.MoteGenomfort):
        details["motesform"] = setting.circumstances.policies.use(MEETING_FORM)(happening.motesform)
    return details


def tell_samsa(plan: str, person: str, *, is_active: bool) -> Envelope:
    """AK-SIP-09."""
    oid, _, id = person.partition("|")
    what = "igång" if is_active else "över"
    return Envelope(
        id=f"{NAME}:{plan}:{what}",
        sender=NAME,
        recipient="samsa",
        kind="samvy-sip",
        body={"plan": plan, "oid": oid, "id": id, "aktiv": is_active},
        text=f"Samordnad plan {what} i Samvy ({plan})",
    )


def hear_samsa(board: SipBoard, envelope: Envelope) -> Decision:
    """What SAMSA tells of its SIPs. What has been heard changes nothing."""
    if envelope.id in board.heard:
        return Decision()
    said = envelope.body
    person = f"{said['oid']}|{said['id']}"
    fact = SamsaSipNoticed(message=envelope.id, sip=said["sip"], person=person, is_active=said["aktiv"])
    return Decision(drafts=(Draft(fact),))


def _joining(setting: Setting, happening: wire.Handelse) -> list[str]:
    """Who takes part from now on: those who are invited, and who invites."""
    if not isinstance(happening, wire.InbjudanSkickad):
        return []
    return list(dict.fromkeys([setting.worker.unit, *happening.huvudman]))


def _deny_worker(setting: Setting, happening: wire.Handelse) -> Denied | None:
    """Only who takes part reports, but at a discharge the öppenvård of the vårdplanering may step in and invite."""
    if setting.worker.unit in setting.plan.units:
        return None
    care, invites = setting.care_plan, isinstance(happening, wire.InbjudanSkickad)
    if invites and care is not None and setting.worker.unit == care.parties[Role.OPPENVARD]:
        return None
    return Denied("deltar_inte", f"{setting.worker.unit} deltar inte i {setting.plan.id}.", 403)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Step:
    """``phase`` is where the plan is afterwards; None leaves it where it is."""

    judge: Callable[[Setting, Any], Denied | None]
    phase: Phase | None
    words: str


_STEPS: Mapping[str, _Step] = {
    "samtyckeRegistrerat": _Step(judge=judging.judge_consent, phase=None, words="Samtycke registrerat"),
    "inbjudanSkickad": _Step(judge=judging.judge_invitation, phase=Phase.INBJUDEN, words="Inbjudan till SIP-möte"),
    "moteGenomfort": _Step(judge=judging.judge_meeting, phase=Phase.MOTESKLAR, words="SIP-möte genomfört"),
    "planFaststalld": _Step(judge=judging.judge_plan, phase=Phase.AKTIV, words="Samordnad plan fastställd"),
    "uppfoljd": _Step(judge=judging.judge_follow_up, phase=None, words="Plan uppföljd"),
    "avslutad": _Step(judge=judging.judge_end, phase=Phase.AVSLUTAD, words="Plan avslutad"),
    "avbojd": _Step(judge=judging.nothing_against, phase=Phase.AVBOJD, words="Plan avböjd"),
    "nekad": _Step(judge=judging.judge_refusal, phase=Phase.NEKAD, words="Plan nekad"),
}


def _phase_after(plan: JointPlan, happening: wire.Handelse, step: _Step) -> Phase:
    if plan.phase is Phase.AKTIV and step.phase in (Phase.INBJUDEN, Phase.MOTESKLAR):
        return plan.phase  # a running plan goes on while a new meeting is called to and held
    if isinstance(happening, wire.SamtyckeRegistrerat):
        if not happening.ja:
            return Phase.UTAN_SAMTYCKE
        return Phase.FORBEREDD if plan.phase is Phase.UPPTACKT else plan.phase
    return step.phase or plan.phase


def _late(setting: Setting) -> int | None:
    """Counted from the besked about utskrivningsklar, if it still holds."""
    turns = ready_log(setting.care_plan) if setting.care_plan else []
    if not turns or not turns[-1][1]:
        return None
    circumstances = setting.circumstances
    announced, days = stockholm_day(turns[-1][0]), circumstances.parameters.read(DAYS)
    return circumstances.policies.use(LATENESS)(announced, circumstances.today, days)
