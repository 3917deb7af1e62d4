"""What may happen in a plan: one way through the table of steps. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta

from harness.kernel.decisions import Circumstances, Decision, Envelope
from harness.kernel.events import Crossing, Draft
from harness.kernel.landscape import Employee
from harness.systems.samvy import adt, conditions, reported
from harness.systems.samvy.beside.policies import AFTER_INTERRUPTION, CONTACT_NAMED_BY, LPT_COUNTS, PARTS_CHANGED_BY
from harness.systems.samvy.beside.said import CONTACT, PART_CHANGED
from harness.systems.samvy.facts import Happened, PostAcknowledged, PostDelivered, SamsaNoticed
from harness.systems.samvy.policies import CONCERNED, HOURS, LATENESS, STARTS_PLANNING, WITHHELD
from harness.systems.samvy.sharing import handles
from harness.systems.samvy.state import Happening, Plan, SamvyState
from harness.systems.samvy.steps import STEPS, Step
from harness.systems.samvy.vocabulary import IN_WORDS, NAME, PostStatus, Role, Slag, Status
from harness.systems.samvy.worker import Denied


def deny(plan: Plan, happening: reported.Handelse, worker: Employee, circumstances: Circumstances) -> Denied | None:
    """Why *happening* may not be reported by *worker* now; None when it may."""
    step = STEPS[happening.name]
    if worker.unit not in _reporters(plan, happening.name, circumstances):
        return Denied("fel_enhet", f"{IN_WORDS[happening.name]} i {plan.id} rapporteras inte av {worker.unit}.", 403)
    if step.by_doctor and worker.role.casefold() != "läkare":
        what = IN_WORDS[happening.name].lower()
        return Denied("kraver_lakare", f"Bara en läkare kan rapportera: {what}.", 403)
    if isinstance(happening, reported.Direktmeddelande):
        others = {plan.unit, *plan.units()} - {worker.unit}
        if strangers := [unit for unit in happening.till if unit not in others]:
            return Denied("ej_samverkanspart", f"{', '.join(strangers)} är ingen annan part i {plan.id}.")
    if isinstance(happening, reported.Avslutad):
        return conditions.may_close(plan, happening.anledning, circumstances)
    verdicts = (condition(plan, circumstances) for condition in step.conditions)
    too_late = conditions.not_over(plan) if step.is_late else conditions.still_running(plan)
    return too_late or next(filter(None, verdicts), None)


def _reporters(plan: Plan, what: str, circumstances: Circumstances) -> list[str]:
    """Whose happening it is: the hospital's, a part's, or that of those who name a fast vårdkontakt."""
    if what == CONTACT:
        roles = circumstances.policies.use(CONTACT_NAMED_BY)()
        return [unit for role, unit in plan.parts() if role in roles]
    if what == PART_CHANGED:
        return list(circumstances.policies.use(PARTS_CHANGED_BY)(plan.unit, plan.units()))
    return [plan.unit, *plan.units()] if STEPS[what].by_parts else [plan.unit]


def register(
    plan: Plan,
    happening: reported.Handelse,
    worker: Employee,
    circumstances: Circumstances,
    *,
    details: Mapping[str, str],
) -> Decision:
    """What follows when *happening*, which has not been denied, is reported."""
    step = STEPS[happening.name]
    recipients = _recipients(plan, happening, worker, circumstances)
    seq = len(plan.happenings) + 1
    planned = getattr(happening, "planerad_utskrivning", None)
    fact = Happened(
        plan=plan.id,
        seq=seq,
        what=happening.name,
        unit=worker.unit,
        person=worker.hsa_id,
        status=_status_after(plan, step, circumstances),
        insatser=[str(role) for role in getattr(happening, "insatser", ())],
        planned=planned and planned.isoformat(),
        slag=step.slag,
        recipients=recipients,
        details=dict(details),
        late_minutes=_late_minutes(plan, recipients, circumstances) if step.slag is Slag.INSKRIVNING else None,
    )
    text = f"{IN_WORDS[happening.name]} ({plan.id}.{seq})"
    delivered = (
        Draft(PostDelivered(plan=plan.id, seq=seq, unit=unit), Crossing(NAME, unit, IN_WORDS[happening.name]))
        for unit in recipients
    )
    told = adt.tell(
        plan.id,
        plan.person,
        plan.unit,
        happening.name,
        order=seq,
        has_left=any(plan.named("utskriven")),
        planned=planned or plan.planned_discharge(),
        circumstances=circumstances,
    )
    return Decision(drafts=(Draft(fact, Crossing(worker.unit, NAME, text)), *delivered), outgoing=told)


def _recipients(plan: Plan, happening: reported.Handelse, worker: Employee, circumstances: Circumstances) -> list[str]:
    """What somebody writes goes to all the others, or to those whom she chooses."""
    match happening:
        case reported.Direktmeddelande(till=chosen):
            return list(dict.fromkeys(chosen))
        case reported.UtskrivningsklarMeddelad(sekretess=[_, *_] as withheld):
            return circumstances.policies.use(WITHHELD)(plan.informed(), withheld)
        case reported.Planeringsmeddelande() | reported.Planeringsunderlag() | reported.AdministrativtMeddelande():
            return [unit for unit in (plan.unit, *plan.units()) if unit != worker.unit]
    return STEPS[happening.name].recipients(plan, circumstances)


def _status_after(plan: Plan, step: Step, circumstances: Circumstances) -> Status:
    if step.slag is Slag.LPT and not circumstances.policies.use(LPT_COUNTS)():
        return plan.status
    if step.status is Status.AVBRUTEN:
        return circumstances.policies.use(AFTER_INTERRUPTION)()
    return step.status or plan.status


def _late_minutes(plan: Plan, recipients: list[str], circumstances: Circumstances) -> int | None:
    """Counted from the earliest judgement that concerns any of *recipients* (LUS 2 kap. 3 §)."""
    concerned = circumstances.policies.use(CONCERNED)
    counted = [
        max(judged.at, plan.joined.get(unit, judged.at))
        for judged in plan.named("behovBedomt")
        for role, unit in plan.parts()
        if unit in recipients and role in concerned(map(Role, judged.fact.insatser))
    ]
    hours = circumstances.parameters.read(HOURS)
    late = circumstances.policies.use(LATENESS)(plan.started, min(counted), circumstances.now, hours)
    return None if late is None else -(-late // timedelta(minutes=1))


def find_post(state: SamvyState, post: str) -> tuple[Plan, Happening] | None:
    """The besked with that id, in its plan."""
    found = ((plan, notice) for plan in state.plans.values() for notice in plan.notices() if notice.id == post)
    return next(found, None)


def acknowledge(
    plan: Plan, notice: Happening, unit: str, worker: Employee, circumstances: Circumstances
) -> Decision | Denied:
    """Kvittens in the inbox of *unit*, by somebody who works there or has taken it, once (AK-INUT-09, AK-INK-04)."""
    post = notice.post_to(unit)
    if post is None or not handles(notice, unit, worker):
        return Denied("ej_mottagare", f"{worker.unit} har inte fått {notice.id} i sin inkorg.")
    if denied := conditions.not_over(plan):
        return denied
    if post.status is PostStatus.KVITTERAD:
        return Denied("redan_kvitterat", f"{notice.id} är redan kvitterat av {unit}.")
    if post.status is PostStatus.ATERFORD:
        return Denied("redan_aterford", f"{notice.id} är återfört av {unit}.")
    fact = PostAcknowledged(
        plan=plan.id,
        seq=notice.fact.seq,
        unit=unit,
        name=worker.name,
        role=worker.role,
        status=_status_after_receipt(plan, notice, circumstances),
    )
    text = f"Kvittens av {IN_WORDS[notice.fact.what].lower()} ({notice.id})"
    return Decision(drafts=(Draft(fact, Crossing(worker.unit, NAME, text)),))


def _status_after_receipt(plan: Plan, notice: Happening, circumstances: Circumstances) -> Status:
    """Planning starts when the first part has received what calls for it (LUS 2 kap. 6 §, class D)."""
    starts = circumstances.policies.use(STARTS_PLANNING)
    if plan.status is Status.INSKRIVEN and notice.slag is Slag.INSKRIVNING:
        return Status.PLANERING if starts() else plan.status
    last_withdrawal = [each for each in plan.notices() if each.slag is Slag.ATERTAGEN][-1:]
    if plan.status is Status.ATERTAGEN and [notice] == last_withdrawal and starts():
        return Status.PLANERING
    return plan.status


def receive_samsa_notice(state: SamvyState, envelope: Envelope, _circumstances: Circumstances) -> Decision:
    """What SAMSA tells of its cases. The same message twice changes nothing."""
    if envelope.id in state.samsa.seen:
        return Decision()
    body = envelope.body
    fact = SamsaNoticed(
        message=envelope.id,
        case=body["arende"],
        person=f"{body['oid']}|{body['id']}",
        is_open=body["pagar"],
    )
    return Decision(drafts=(Draft(fact),))


def ready_log(plan: Plan) -> list[tuple[datetime, bool]]:
    """When utskrivningsklar was announced (True) and withdrawn (False)."""
    turns = {"utskrivningsklarMeddelad": True, "lptUnderrattelse": True, "utskrivningsklarAtertagen": False}
    return [(each.at, turns[each.fact.what]) for each in plan.happenings if _turns(each, turns)]


def _turns(happening: Happening, turns: Mapping[str, bool]) -> bool:
    """A notice under LPT counts where it made the person utskrivningsklar."""
    is_lpt = happening.slag is Slag.LPT
    return happening.fact.what in turns and (not is_lpt or happening.fact.status == Status.UTSKRIVNINGSKLAR)
