"""What somebody does about two records of one person."""

from __future__ import annotations

from harness.kernel.calendar import STOCKHOLM
from harness.kernel.decisions import Decision
from harness.kernel.events import Crossing, Draft
from harness.kernel.landscape import Employee
from harness.kernel.world import World
from harness.systems.samvy.acts import deny
from harness.systems.samvy.combining import rules, wire
from harness.systems.samvy.combining.policies import REMAINS
from harness.systems.samvy.combining.state import Combination
from harness.systems.samvy.sip.facts import PlanHappening
from harness.systems.samvy.sip.rules import tell_samsa
from harness.systems.samvy.sip.vocabulary import Phase
from harness.systems.samvy.state import SamvyState
from harness.systems.samvy.vocabulary import NAME
from harness.systems.samvy.worker import Caller, Denied, sign_in


def combine(world: World, caller: Caller, body: wire.NySammanforing) -> str | Denied:
    """Gives the id of the sammanföring."""
    worker = _worker(world, caller, body.kalla)
    if isinstance(worker, Denied):
        return worker
    state = world.state(SamvyState)
    records = state.combining.records(body.kalla) | state.combining.records(body.mal)
    verdict = rules.combine(
        state.combining,
        state.identities,
        body.kalla,
        body.mal,
        running_plans=[plan.id for plan in state.sip.of(records) if not plan.is_over],
        is_secured=body.identitet_sakerstalld,
        unit=worker.unit,
        circumstances=world.circumstances(),
    )
    if isinstance(verdict, Denied):
        return deny(world, caller.unit, body.kalla, verdict)
    world.commit(NAME, verdict)
    return next(reversed(state.combining.made))


def dissolve(world: World, caller: Caller, id: str) -> str | Denied:
    found = _find(world, caller, id)
    if isinstance(found, Denied):
        return found
    worker, one = found
    verdict = rules.dissolve(world.state(SamvyState).combining, one, unit=worker.unit)
    if isinstance(verdict, Denied):
        return deny(world, caller.unit, one.fact.source, verdict)
    world.commit(NAME, verdict)
    return id


def choose_plan(world: World, caller: Caller, id: str, keep: str) -> str | Denied:
    """One of two running plans goes on, the other is filed with a reference to it (AK-RES-19)."""
    found = _find(world, caller, id)
    if isinstance(found, Denied):
        return found
    worker, one = found
    state = world.state(SamvyState)
    waiting = state.plans_to_choose_among(one)
    if keep not in waiting:
        text = f"Välj en av {', '.join(waiting)}." if waiting else f"{id} har inga planer att välja bland."
        return deny(world, caller.unit, one.fact.source, Denied("fel_plan", text))
    drafts, told = [], []
    for other in (plan for plan in waiting if plan != keep):
        plan = state.sip.plans[other]
        filed = PlanHappening(
            plan=other,
            seq=len(plan.happened) + 1,
            what="arkiverad",
            unit=worker.unit,
            worker=worker.hsa_id,
            phase=Phase.ARKIVERAD,
            details={"ersattAv": keep},
        )
        drafts.append(Draft(filed, Crossing(worker.unit, NAME, f"{other} arkiveras, {keep} gäller")))
        told.append(tell_samsa(other, plan.opened.person, is_active=False))
    world.commit(NAME, Decision(drafts=tuple(drafts), outgoing=tuple(told)))
    return id


def list_combinations(world: World, caller: Caller, person: str) -> list[wire.Sammanforing] | Denied:
    worker = _worker(world, caller, person)
    if isinstance(worker, Denied):
        return worker
    state = world.state(SamvyState)
    records = state.combining.records(person)
    return [
        wire.Sammanforing(
            id=one.fact.combination,
            kalla=one.fact.source,
            mal=one.fact.target,
            enhet=one.fact.unit,
            tid=one.at.astimezone(STOCKHOLM),
            upplost=one.is_dissolved,
            planer_att_valja_bland=state.plans_to_choose_among(one),
        )
        for one in state.combining.made.values()
        if {one.fact.source, one.fact.target} & records
    ]


def list_tasks(world: World, caller: Caller) -> list[wire.Uppgift] | Denied:
    worker = sign_in(world.landscape, caller)
    if isinstance(worker, Denied):
        return worker
    state = world.state(SamvyState)
    remains = world.circumstances().policies.use(REMAINS)
    tasks = [
        wire.Uppgift("sammanforing", "Sammanslagen i SAMSA men inte sammanförd i Samvy.", [source, target])
        for (source, target), is_done in state.combining.merged_in_samsa()
        if remains(is_done)
    ]
    for one in state.combining.made.values():
        if waiting := state.plans_to_choose_among(one):
            text = f"Två planer efter {one.fact.combination}: välj en av {', '.join(waiting)}."
            tasks.append(wire.Uppgift("planval", text, [one.fact.source, one.fact.target]))
    return tasks


def _find(world: World, caller: Caller, id: str) -> tuple[Employee, Combination] | Denied:
    one = world.state(SamvyState).combining.made.get(id)
    if one is None:
        return Denied("finns_inte", f"Det finns ingen sammanföring {id}.", 404)
    worker = _worker(world, caller, one.fact.source)
    return worker if isinstance(worker, Denied) else (worker, one)


def _worker(world: World, caller: Caller, person: str) -> Employee | Denied:
    worker = sign_in(world.landscape, caller)
    return deny(world, caller.unit, person, worker) if isinstance(worker, Denied) else worker
