"""Reporting an avvikelse in Samvy, and seeing those of one's unit. A no about a person is remembered."""

from __future__ import annotations

from harness.kernel.calendar import STOCKHOLM, parse_moment
from harness.kernel.landscape import Employee
from harness.kernel.world import World
from harness.systems.samvy.access.acts import open_record
from harness.systems.samvy.access.policies import View
from harness.systems.samvy.acts import deny, find_plan
from harness.systems.samvy.deviations import rules, wire
from harness.systems.samvy.deviations.facts import DeviationReported
from harness.systems.samvy.deviations.policies import PRIORITY
from harness.systems.samvy.deviations.vocabulary import Severity
from harness.systems.samvy.state import Plan, SamvyState
from harness.systems.samvy.vocabulary import NAME
from harness.systems.samvy.worker import Caller, Denied, sign_in


def suggest(world: World, caller: Caller, plan_id: str, besked: str) -> wire.Forslag | Denied:
    """What a report of that besked starts from. Reading it is an opening of the person's record."""
    found = _in_plan(world, caller, plan_id)
    if isinstance(found, Denied):
        return found
    plan, worker = found
    notice = next((one for one in plan.notices() if one.id == besked), None)
    if notice is None:
        return Denied("finns_inte", f"{plan.id} har inget besked {besked}.", 404)
    if denied := open_record(world, worker, plan.person, View.BESKED):
        return deny(world, caller.unit, plan.person, denied)
    return rules.suggest(world.state(SamvyState), plan, notice, worker.unit, world.circumstances())


def report(world: World, caller: Caller, new: wire.NyAvvikelse) -> str | Denied:
    """Gives the id of the report, such as ``AR-1``."""
    if denied := rules.deny_without_case(new, world.circumstances()):
        worker = sign_in(world.landscape, caller)
        return worker if isinstance(worker, Denied) else denied
    found = _in_plan(world, caller, new.vardplanering or "")
    if isinstance(found, Denied):
        return found
    plan, worker = found
    state = world.state(SamvyState)
    verdict = rules.by_hand(state, plan, new, worker, world.circumstances())
    if isinstance(verdict, Denied):
        return deny(world, caller.unit, plan.person, verdict)
    world.commit(NAME, verdict)
    return next(reversed(state.deviations.reports))


def list_reports(world: World, caller: Caller) -> list[wire.Avvikelse] | Denied:
    """Those in the cases that the caller's unit takes part in, the gravest first (AK-AVV-06)."""
    worker = sign_in(world.landscape, caller)
    if isinstance(worker, Denied):
        return worker
    state, priority = world.state(SamvyState), world.circumstances().policies.use(PRIORITY)
    book = state.deviations
    seen = [one for one in book.all() if worker.unit in _taking_part(state, one.case)]
    seen.sort(key=lambda one: (priority(Severity(one.severity)), parse_moment(one.happened)))
    return [_show(one, book.received_as.get(one.report)) for one in seen]


def _taking_part(state: SamvyState, case: str) -> set[str]:
    if case in state.plans:
        plan = state.plans[case]
        return {plan.unit, *plan.units()}
    return state.sip.plans[case].units


def _in_plan(world: World, caller: Caller, plan_id: str) -> tuple[Plan, Employee] | Denied:
    plan = find_plan(world, plan_id)
    if isinstance(plan, Denied):
        return plan
    worker = sign_in(world.landscape, caller)
    if isinstance(worker, Denied):
        return deny(world, caller.unit, plan.person, worker)
    if worker.unit not in (plan.unit, *plan.units()):
        return deny(world, caller.unit, plan.person, Denied("fel_enhet", f"{worker.unit} deltar inte.", 403))
    return plan, worker


def _show(one: DeviationReported, number: str | None) -> wire.Avvikelse:
    return wire.Avvikelse(
        id=one.report,
        automatisk=one.is_automatic,
        arende=one.case,
        besked=one.notice,
        brist=one.shortcoming,
        beskrivning=one.text,
        rapporterad_av=one.unit,
        motpart=one.counterpart,
        intraffade=parse_moment(one.happened).astimezone(STOCKHOLM),
        allvar=one.severity,
        samexistens=one.is_coexistence,
        mottagen_som=number,
    )
