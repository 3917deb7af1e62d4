"""What somebody does with a SIP, whether it comes over the API or from a page.

Every act raises RefusedError when a rule says no, and that is remembered; UnknownCaseError when there is no such SIP.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date

from msgspec import Struct

from harness.kernel.decisions import Circumstances, Decision
from harness.kernel.links import UnreachableError
from harness.kernel.world import World
from harness.systems.samsa.actor import Actor
from harness.systems.samsa.case import Case, Patient
from harness.systems.samsa.desk import Caller, about, find_case, who
from harness.systems.samsa.log.acts import note_reading
from harness.systems.samsa.log.policies import What
from harness.systems.samsa.refusal import RefusedError, UnknownCaseError
from harness.systems.samsa.roles import Doing
from harness.systems.samsa.sip import rules, views, wire
from harness.systems.samsa.sip.policies import IN_OUTAGE
from harness.systems.samsa.sip.state import Sip, SipRegister
from harness.systems.samsa.sip.words import Requesting, SipState
from harness.systems.samsa.state import SamsaState
from harness.systems.samsa.words import NAME

Rule = Callable[[Sip, Actor, Circumstances], Decision]


class Born(Struct, frozen=True):
    fodd: date


class RegisteredBirth(Struct, frozen=True):
    """The personuppgiftstjänst's answer, as far as a SIP needs it."""

    person: Born | None


class ActivePlan(Struct, frozen=True):
    """Samvy's answer: the active plan of the person, or None."""

    plan: str | None


def start(
    world: World, caller: Caller, patient: Patient, case_number: str | None, requested_by: Requesting | None
) -> str:
    """Returns the SIP's number.

    Raises:
        UnreachableError: Samvy cannot be asked, and the world says ``stoppa``.
    """
    case = find_case(world, case_number) if case_number is not None else None
    with about(world, caller, patient) as actor:
        same = world.state(SamsaState).same_patient(patient)
        if case is not None and case.patient not in same:
            raise RefusedError("fel_patient", f"Ärende {case.number} hör till en annan patient.")
        born = _day_of_birth(world, patient)
        register = _register(world)
        in_samvy, unchecked = _ask_samvy(world, patient, register.active_in_samvy(same))
        world.execute(
            NAME,
            lambda circumstances: rules.start(
                register,
                patient,
                same,
                case,
                actor=actor,
                born=born,
                in_samvy=in_samvy,
                unchecked=unchecked,
                requested_by=requested_by,
                circumstances=circumstances,
            ),
        )
    return register.of(same)[-1].number


def consent(world: World, caller: Caller, number: str, said: wire.Samtycke) -> None:
    _do(world, caller, number, lambda sip, actor, c: rules.consent(sip, said, actor=actor, circumstances=c))


def summon(world: World, caller: Caller, number: str, called: wire.Kallelse) -> None:
    case = _case_of(world, _find(world, number))
    _do(world, caller, number, lambda sip, actor, c: rules.summon(sip, called, case, actor=actor, circumstances=c))


def hold_meeting(world: World, caller: Caller, number: str, held: wire.Mote) -> None:
    _do(world, caller, number, lambda sip, actor, c: rules.hold_meeting(sip, held, actor=actor, circumstances=c))


def establish(world: World, caller: Caller, number: str, plan: wire.Plan) -> None:
    _do(world, caller, number, lambda sip, actor, c: rules.establish(sip, plan, actor=actor, circumstances=c))


def follow_up(world: World, caller: Caller, number: str, done: wire.Uppfoljning) -> None:
    _do(world, caller, number, lambda sip, actor, c: rules.follow_up(sip, done, actor=actor, circumstances=c))


def end(world: World, caller: Caller, number: str, how: SipState, reason: str) -> None:
    _do(world, caller, number, lambda sip, actor, c: rules.end(sip, how, reason, actor=actor, circumstances=c))


def list_sips(world: World, caller: Caller, patient: Patient) -> tuple[list[wire.Sip], list[str]]:
    """The person's SIPs as the caller sees them, oldest first, and the active plans that Samvy has told of."""
    with about(world, caller, patient, Doing.LASA) as actor:
        register, same = _register(world), world.state(SamsaState).same_patient(patient)
        sips = register.of(same)
        if sips:
            note_reading(world, actor, patient, What.SIP)
        return [views.show_sip(sip, actor.unit, world.circumstances()) for sip in sips], register.active_in_samvy(same)


def list_summonses(world: World, caller: Caller) -> list[wire.Kallad]:
    return views.show_summonses(_register(world), who(world, caller, Doing.LASA).unit)


@contextmanager
def _in_sip(world: World, caller: Caller, number: str) -> Iterator[tuple[Sip, Actor]]:
    sip = _find(world, number)
    with about(world, caller, Patient(*sip.person)) as actor:
        state = world.state(SamsaState)
        for merged in state.merging.in_force():
            if number in (waiting := state.sips_to_choose_among(merged)):
                raise RefusedError(
                    "sip_val_kravs", f"Välj först en av {', '.join(waiting)} i {merged.number}; den andra arkiveras."
                )
        yield sip, actor


def _do(world: World, caller: Caller, number: str, rule: Rule) -> None:
    with _in_sip(world, caller, number) as (sip, actor):
        world.execute(NAME, lambda circumstances: rule(sip, actor, circumstances))


def _find(world: World, number: str) -> Sip:
    sip = _register(world).sips.get(number)
    if sip is None:
        raise UnknownCaseError(f"SAMSA har ingen SIP {number}.")
    return sip


def _case_of(world: World, sip: Sip) -> Case | None:
    return None if sip.case is None else find_case(world, sip.case)


def _register(world: World) -> SipRegister:
    return world.state(SamsaState).sip


def _day_of_birth(world: World, patient: Patient) -> date:
    question = {"oid": patient.oid, "id": patient.id}
    found = world.ask(NAME, "pu", "person", question, text="Hur gammal är patienten?", expects=RegisteredBirth).person
    if found is None:
        raise RefusedError("okand_person", f"Personuppgiftstjänsten känner inte till {patient.id}.")
    return found.fodd


def _ask_samvy(world: World, patient: Patient, told: Sequence[str]) -> tuple[str | None, bool]:
    """The active plan in Samvy, and whether Samvy could not be asked and the world lets that pass.

    *told* are the active plans that Samvy has told of: they count when it cannot be asked.
    """
    question = {"oid": patient.oid, "id": patient.id}
    try:
        answer = world.ask(NAME, "samvy", "aktiv-plan", question, text="Finns en aktiv SIP?", expects=ActivePlan)
    except UnreachableError:
        if world.circumstances().parameters.read(IN_OUTAGE) == "stoppa":
            raise
        return next(iter(told), None), True
    return answer.plan, False
