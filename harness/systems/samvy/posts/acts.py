"""What somebody at a receiving unit does with a besked, and who looks at what was done. A no is remembered."""

from __future__ import annotations

from collections.abc import Callable

from harness.kernel.decisions import Decision
from harness.kernel.landscape import Employee
from harness.kernel.world import World
from harness.systems.samvy import rules as plan_rules
from harness.systems.samvy.access.acts import open_record
from harness.systems.samvy.access.policies import View
from harness.systems.samvy.acts import deny, find_plan
from harness.systems.samvy.posts import rules, views
from harness.systems.samvy.sharing import handles
from harness.systems.samvy.state import Happening, Plan, SamvyState
from harness.systems.samvy.vocabulary import NAME
from harness.systems.samvy.worker import Caller, Denied, sign_in

Rule = Callable[[Plan, Happening, Employee], Decision | Denied]


def open_post(world: World, caller: Caller, unit: str, post: str) -> str | Denied:
    """Reading it is an opening of the person's record."""

    def read(plan: Plan, notice: Happening, worker: Employee) -> Decision | Denied:
        verdict = rules.open_post(plan, notice, unit, worker)
        if isinstance(verdict, Denied):
            return verdict
        return open_record(world, worker, plan.person, View.BESKED) or verdict

    return _do(world, caller, unit, post, read)


def give_back(world: World, caller: Caller, unit: str, post: str, reason: str) -> str | Denied:
    return _do(world, caller, unit, post, lambda plan, notice, who: rules.give_back(plan, notice, unit, reason, who))


def pass_on(world: World, caller: Caller, unit: str, post: str, to: str) -> str | Denied:
    now = world.circumstances()
    return _do(world, caller, unit, post, lambda plan, notice, who: rules.pass_on(plan, notice, unit, to, who, now))


def read_history(world: World, caller: Caller, plan_id: str) -> list[views.Historikrad] | Denied:
    """For the hospital and the parts."""
    plan = find_plan(world, plan_id)
    if isinstance(plan, Denied):
        return plan
    worker = sign_in(world.landscape, caller)
    if isinstance(worker, Denied):
        return deny(world, caller.unit, plan.person, worker)
    if worker.unit not in (plan.unit, *plan.units()):
        return deny(world, caller.unit, plan.person, Denied("fel_enhet", f"{worker.unit} deltar inte.", 403))
    if denied := open_record(world, worker, plan.person, View.HISTORIK):
        return deny(world, caller.unit, plan.person, denied)
    return views.history(plan)


def list_returned(world: World, caller: Caller, unit: str) -> list[views.Aterfort] | Denied:
    worker = sign_in(world.landscape, caller)
    if isinstance(worker, Denied):
        return worker
    if worker.unit != unit:
        return Denied("annan_enhet", f"{worker.unit} kan inte läsa inkorgen för {unit}.", 403)
    return views.returned_to(world.state(SamvyState), unit)


def _do(world: World, caller: Caller, unit: str, post: str, rule: Rule) -> str | Denied:
    found = plan_rules.find_post(world.state(SamvyState), post)
    if found is None:
        return Denied("finns_inte", f"Det finns ingen post {post}.", 404)
    plan, notice = found
    worker = sign_in(world.landscape, caller)
    if isinstance(worker, Denied):
        return deny(world, caller.unit, plan.person, worker)
    if not handles(notice, unit, worker):
        return deny(world, caller.unit, plan.person, Denied("annan_enhet", f"{unit} är inte {worker.unit}.", 403))
    if world.circumstances().now < notice.at:
        return deny(world, caller.unit, plan.person, Denied("fore_start", f"{notice.id} fanns inte då."))
    verdict = rule(plan, notice, worker)
    if isinstance(verdict, Denied):
        return deny(world, caller.unit, plan.person, verdict)
    world.commit(NAME, verdict)
    return notice.id
