"""What somebody does with a samordnad plan. A no about a person is remembered."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from msgspec import Struct

from harness.kernel.calendar import STOCKHOLM
from harness.kernel.landscape import Employee
from harness.kernel.links import UnreachableError
from harness.kernel.world import World
from harness.systems.samvy.access.acts import open_record
from harness.systems.samvy.access.policies import View
from harness.systems.samvy.acts import deny, find_plan
from harness.systems.samvy.deviations.automatic import after_sip
from harness.systems.samvy.sip import judging, rules, wire
from harness.systems.samvy.sip.policies import OUTAGE, SEES_CONTENT
from harness.systems.samvy.sip.state import JointPlan, SipBoard
from harness.systems.samvy.state import SamvyState
from harness.systems.samvy.vocabulary import NAME
from harness.systems.samvy.worker import Caller, Denied, sign_in


class _Birth(Struct, frozen=True):
    fodd: date


class _Known(Struct, frozen=True):
    person: _Birth | None


class _SamsaAnswer(Struct, frozen=True):
    sip: str | None


def open_plan(world: World, caller: Caller, body: wire.NySamordnadPlan) -> str | Denied:
    """Gives the id of the new plan.

    Raises:
        UnreachableError: SAMSA cannot be asked, and the world says ``stoppa``.
    """
    worker = _worker(world, caller, body.person)
    if isinstance(worker, Denied):
        return worker
    care_plan = None if body.vardplanering is None else find_plan(world, body.vardplanering)
    if isinstance(care_plan, Denied):
        return care_plan
    records = world.state(SamvyState).combining.records(body.person)
    if care_plan is not None and care_plan.person not in records:
        return deny(world, caller.unit, body.person, Denied("annan_person", f"{care_plan.id} gäller någon annan."))
    born = _day_of_birth(world, body.person)
    if born is None:
        return deny(world, caller.unit, body.person, Denied("okand_person", "Personen finns inte i PU."))
    in_samsa, unverified = _ask_samsa(world, body.person, _board(world).active_in_samsa(records))
    verdict = rules.open_plan(
        _board(world),
        body.person,
        records,
        care_plan,
        worker=worker,
        born=born,
        in_samsa=in_samsa,
        unverified=unverified,
        requested_by=body.begard_av,
        circumstances=world.circumstances(),
    )
    if isinstance(verdict, Denied):
        return deny(world, caller.unit, body.person, verdict)
    world.commit(NAME, verdict)
    return _board(world).of(records)[-1].id


def report(world: World, caller: Caller, plan_id: str, happening: wire.Handelse) -> str | Denied:
    """Gives the id of what happened, such as ``SP-1.3``."""
    plan = _board(world).plans.get(plan_id)
    if plan is None:
        return Denied("finns_inte", f"Det finns ingen samordnad plan {plan_id}.", 404)
    worker = _worker(world, caller, plan.opened.person)
    if isinstance(worker, Denied):
        return worker
    if waiting := world.state(SamvyState).choice_before(plan.id):
        text = f"Två planer har mötts vid en sammanföring: välj först en av {', '.join(waiting)}."
        return deny(world, caller.unit, plan.opened.person, Denied("planval_kravs", text))
    care_plan = world.state(SamvyState).plans.get(plan.opened.care_plan or "")
    setting = judging.Setting(plan=plan, worker=worker, care_plan=care_plan, circumstances=world.circumstances())
    verdict = rules.register(setting, happening)
    if isinstance(verdict, Denied):
        return deny(world, caller.unit, plan.opened.person, verdict)
    followed = after_sip(world.state(SamvyState), plan, verdict, setting.circumstances)
    world.commit(NAME, followed)
    return f"{plan.id}.{len(plan.happened)}"


def read_plans(world: World, caller: Caller, person: str) -> wire.Planvy | Denied:
    """The person's plans as the caller's unit may see them, and SAMSA's that are active."""
    worker = _worker(world, caller, person)
    if isinstance(worker, Denied):
        return worker
    if denied := open_record(world, worker, person, View.SAMORDNADE_PLANER):
        return deny(world, caller.unit, person, denied)
    sees = world.circumstances().policies.use(SEES_CONTENT)
    board, records = _board(world), world.state(SamvyState).combining.records(person)
    plans = [_show(plan, worker.unit, sees) for plan in board.of(records)]
    return wire.Planvy(person=person, aktiv_i_samsa=board.active_in_samsa(records), samordnade_planer=plans)


def _worker(world: World, caller: Caller, person: str) -> Employee | Denied:
    worker = sign_in(world.landscape, caller)
    return deny(world, caller.unit, person, worker) if isinstance(worker, Denied) else worker


def _show(plan: JointPlan, viewer: str, sees: Callable[[bool, bool], bool]) -> wire.SamordnadPlan:
    rows = [
        wire.Rad(at.astimezone(STOCKHOLM), one.what, one.unit, one.details, one.late_days) for at, one in plan.happened
    ]
    return wire.SamordnadPlan(
        id=plan.id,
        person=plan.opened.person,
        fas=plan.phase,
        oppnad_av=plan.opened.unit,
        oppnad=plan.since.astimezone(STOCKHOLM),
        vardplanering=plan.opened.care_plan,
        begard_av=plan.opened.requested_by,
        ej_verifierad_mot_samsa=plan.opened.unverified,
        handelser=rows if sees(viewer in plan.units, plan.has_consent) else None,
    )


def _board(world: World) -> SipBoard:
    return world.state(SamvyState).sip


def _day_of_birth(world: World, person: str) -> date | None:
    oid, _, number = person.partition("|")
    known = world.ask(NAME, "pu", "person", {"oid": oid, "id": number}, text="Ålder?", expects=_Known).person
    return None if known is None else known.fodd


def _ask_samsa(world: World, person: str, told: Sequence[str]) -> tuple[str | None, bool]:
    """The active SIP in SAMSA, and whether SAMSA could not be asked and the world lets that pass.

    When it cannot be asked, what it has *told* of counts.
    """
    oid, _, number = person.partition("|")
    try:
        said = world.ask(
            NAME, "samsa", "aktiv-sip", {"oid": oid, "id": number}, text="Pågår någon SIP?", expects=_SamsaAnswer
        )
    except UnreachableError:
        if world.circumstances().parameters.read(OUTAGE) == "stoppa":
            raise
        return next(iter(told), None), True
    return said.sip, False
