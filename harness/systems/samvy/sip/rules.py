"""What may happen in a samordnad plan. Pure."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Any

import msgspec

from harness.kernel.calendar import stockholm_day
from harness.kernel.decisions import Circumstances, Decision, Envelope
from harness.kernel.events import Crossing, Draft
from harness.kernel.landscape import Employee
from harness.systems.samvy.rules import ready_log
from harness.systems.samvy.sip import wire
from harness.systems.samvy.sip.facts import PlanHappening, PlanOpened, SamsaSipNoticed
from harness.systems.samvy.sip.policies import CONSENT, DAYS, INVITES, LATENESS, OPENS
from harness.systems.samvy.sip.state import JointPlan, SipBoard
from harness.systems.samvy.sip.vocabulary import OVER, Giver, Phase
from harness.systems.samvy.state import Plan
from harness.systems.samvy.vocabulary import NAME, Role
from harness.systems.samvy.worker import Denied

_PRIMARY_CARE, _HOME_CARE, _SCHOOL = "regional öppenvård", "kommunal hälso- och sjukvård", "elevhälsa"


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What a happening is judged by. ``care_plan`` is the vårdplanering that the plan belongs to, if any."""

    plan: JointPlan
    worker: Employee
    care_plan: Plan | None
    circumstances: Circumstances

    @property
    def part(self) -> str:
        return self.circumstances.landscape.units[self.worker.unit].part


def open_plan(
    board: SipBoard,
    person: str,
    records: Collection[str],
    care_plan: Plan | None,
    *,
    worker: Employee,
    is_child: bool,
    in_samsa: str | None,
    unverified: bool,
    circumstances: Circumstances,
) -> Decision | Denied:
    """AK-SIP-08, AK-SIP-12. *records* are the person's; *in_samsa* is an active SIP there."""
    if circumstances.landscape.units[worker.unit].part == _SCHOOL and not is_child:
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
        is_child=is_child,
        unverified=unverified,
    )
    return Decision(
        drafts=(Draft(opened, Crossing(worker.unit, NAME, f"Samordnad plan {plan} öppnas")),),
        outgoing=(tell_samsa(plan, person, is_active=True),),
    )


def register(setting: Setting, happening: wire.Handelse) -> Decision | Denied:
    """The consequences of *happening*, or why it cannot be."""
    plan = setting.plan
    if plan.is_over:
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
        details={name: value for name, value in msgspec.to_builtins(happening).items() if name != "handelse"},
        units=_joining(setting, happening),
        late_days=_late(setting) if isinstance(happening, wire.InbjudanSkickad) else None,
    )
    ends = (tell_samsa(plan.id, plan.opened.person, is_active=False),) if phase in OVER else ()
    crossing = Crossing(setting.worker.unit, NAME, f"{step.words} ({plan.id})")
    return Decision(drafts=(Draft(fact, crossing),), outgoing=ends)


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


def _judge_consent(setting: Setting, happening: wire.SamtyckeRegistrerat) -> Denied | None:
    if happening.givet_av is Giver.VARDNADSHAVARE and not setting.plan.opened.is_child:
        return Denied("fel_samtycke", "Personen är vuxen: bara hon själv kan samtycka.")
    return None


def _judge_invitation(setting: Setting, happening: wire.InbjudanSkickad) -> Denied | None:
    circumstances, units = setting.circumstances, setting.circumstances.landscape.units
    if not circumstances.policies.use(INVITES)(setting.part, setting.care_plan is not None):
        return Denied("fel_inbjudare", "Vid utskrivning bjuder den regionala öppenvården in.", 403)
    if denied := _without_consent(setting):
        return denied
    if unknown := [unit for unit in happening.huvudman if unit not in units]:
        return Denied("fel_begaran", f"Ingen enhet heter {', '.join(unknown)}.", 422)
    if named := sorted({unit.name for unit in units.values()} & set(happening.ovriga)):
        return Denied("ska_kallas", f"{', '.join(named)} är en huvudmans enhet och anges som sådan.")
    parts = {setting.part, *(units[unit].part for unit in happening.huvudman)}
    if _HOME_CARE in parts and _PRIMARY_CARE not in parts:
        return Denied("oppenvard_fattas", "Med kommunal hälso- och sjukvård ska regionens öppenvård vara med.")
    if happening.motestid <= circumstances.now:
        return Denied("motestid_passerad", "Mötestiden har redan varit.")
    return None


def _judge_meeting(setting: Setting, _happening: wire.MoteGenomfort) -> Denied | None:
    if setting.plan.phase is Phase.INBJUDEN:
        return None
    return Denied("ingen_inbjudan", f"{setting.plan.id} är i fasen {setting.plan.phase}: ingen är inbjuden.")


def _judge_plan(setting: Setting, happening: wire.PlanFaststalld) -> Denied | None:
    if setting.plan.phase not in (Phase.MOTESKLAR, Phase.AKTIV):
        return Denied("mote_fattas", f"{setting.plan.id} är i fasen {setting.plan.phase}: mötet har inte varit.")
    child, promised = setting.plan.opened.is_child, happening.insatser
    gaps = {
        "insatser": not promised or any(not one.beskrivning.strip() for one in promised),
        "insatserAvAndra": not happening.insatser_av_andra.strip(),
        "huvudansvarig": happening.huvudansvarig is None,
        "foljsUpp": child and happening.foljs_upp is None,
        "verksamhet": child and any(not one.verksamhet.strip() for one in promised),
    }
    if missing := [name for name, is_gap in gaps.items() if is_gap]:
        return Denied("plan_ofullstandig", f"Planen kan inte fastställas utan {', '.join(missing)}.")
    return _without_consent(setting)


def _judge_follow_up(setting: Setting, _happening: wire.Uppfoljd) -> Denied | None:
    return _not_running(setting) or _without_consent(setting)


def _judge_end(setting: Setting, _happening: wire.Avslutad) -> Denied | None:
    return _not_running(setting)


def _judge_refusal(_setting: Setting, happening: wire.Nekad) -> Denied | None:
    return None if happening.anledning.strip() else Denied("anledning_fattas", "Ett nej kräver sin anledning.")


def _nothing_against(_setting: Setting, _happening: wire.Avbojd) -> Denied | None:
    return None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Step:
    """``phase`` is where the plan is afterwards; None leaves it where it is."""

    judge: Callable[[Setting, Any], Denied | None]
    phase: Phase | None
    words: str


_STEPS: Mapping[str, _Step] = {
    "samtyckeRegistrerat": _Step(judge=_judge_consent, phase=None, words="Samtycke registrerat"),
    "inbjudanSkickad": _Step(judge=_judge_invitation, phase=Phase.INBJUDEN, words="Inbjudan till SIP-möte"),
    "moteGenomfort": _Step(judge=_judge_meeting, phase=Phase.MOTESKLAR, words="SIP-möte genomfört"),
    "planFaststalld": _Step(judge=_judge_plan, phase=Phase.AKTIV, words="Samordnad plan fastställd"),
    "uppfoljd": _Step(judge=_judge_follow_up, phase=None, words="Plan uppföljd"),
    "avslutad": _Step(judge=_judge_end, phase=Phase.AVSLUTAD, words="Plan avslutad"),
    "avbojd": _Step(judge=_nothing_against, phase=Phase.AVBOJD, words="Plan avböjd"),
    "nekad": _Step(judge=_judge_refusal, phase=Phase.NEKAD, words="Plan nekad"),
}


def _phase_after(plan: JointPlan, happening: wire.Handelse, step: _Step) -> Phase:
    if isinstance(happening, wire.SamtyckeRegistrerat):
        if not happening.ja:
            return Phase.UTAN_SAMTYCKE
        return Phase.FORBEREDD if plan.phase is Phase.UPPTACKT else plan.phase
    return step.phase or plan.phase


def _not_running(setting: Setting) -> Denied | None:
    if setting.plan.phase is Phase.AKTIV:
        return None
    return Denied("plan_ej_aktiv", f"{setting.plan.id} är i fasen {setting.plan.phase}, inte aktiv.")


def _without_consent(setting: Setting) -> Denied | None:
    if setting.circumstances.policies.use(CONSENT)(setting.plan.has_consent):
        return None
    return Denied("samtycke_fattas", f"I {setting.plan.id} finns inget samtycke som gäller.")


def _late(setting: Setting) -> int | None:
    """Counted from the besked about utskrivningsklar, if it still holds."""
    turns = ready_log(setting.care_plan) if setting.care_plan else []
    if not turns or not turns[-1][1]:
        return None
    circumstances = setting.circumstances
    announced, days = stockholm_day(turns[-1][0]), circumstances.parameters.read(DAYS)
    return circumstances.policies.use(LATENESS)(announced, circumstances.today, days)
