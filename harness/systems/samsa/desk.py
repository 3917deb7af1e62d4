"""The front desk of SAMSA: who comes, about whom, and how a no is remembered."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from harness.kernel.decisions import Decision
from harness.kernel.events import Crossing, Draft
from harness.kernel.world import World
from harness.systems.samsa.actor import Actor, identify
from harness.systems.samsa.case import Case, Patient
from harness.systems.samsa.facts import ActRefused
from harness.systems.samsa.policies import STANDS_ALONE
from harness.systems.samsa.refusal import RefusedError, UnknownCaseError
from harness.systems.samsa.requirements import require_after_admission, require_still_here
from harness.systems.samsa.roles import Doing, require_may
from harness.systems.samsa.state import SamsaState
from harness.systems.samsa.words import NAME


@dataclass(frozen=True, slots=True)
class Caller:
    """Who somebody says that she is: HSA-ids of a unit and a person."""

    unit: str
    person: str


def who(world: World, caller: Caller, doing: Doing | None = None) -> Actor:
    """
    Raises:
        ForbiddenError: the caller is not an employee at a unit, or may not do what she is *doing* now.
    """
    actor = identify(world.landscape, caller.unit, caller.person)
    if doing is not None:
        # Whenever it happened, it is now that SAMSA is asked to do it.
        require_may(actor, doing, world.circumstances(world.now))
    return actor


@contextmanager
def about(world: World, caller: Caller, patient: Patient, doing: Doing = Doing.SKRIVA) -> Iterator[Actor]:
    """The actor, for something that concerns a patient: a no is remembered in the journal."""
    try:
        yield who(world, caller, doing)
    except RefusedError as refused:
        unit = caller.unit or "(okänd enhet)"
        fact = ActRefused(oid=patient.oid, id=patient.id, unit=unit, code=refused.code, text=refused.text)
        crossing = Crossing(NAME, unit, f"Nej: {refused.text}")
        world.commit(NAME, Decision(drafts=(Draft(fact, crossing),)))
        raise


@contextmanager
def in_case(world: World, caller: Caller, number: str, doing: Doing = Doing.SKRIVA) -> Iterator[tuple[Case, Actor]]:
    """The case with that number, and the actor.

    Raises:
        UnknownCaseError: there is no such case.
    """
    case = find_case(world, number)
    if not world.circumstances().policies.use(STANDS_ALONE)():
        patient = {"oid": case.patient.oid, "id": case.patient.id}
        world.ask(NAME, "samvy", "aktiv-plan", patient, text="Pågår något?", expects=dict)
    with about(world, caller, case.patient, doing) as actor:
        require_after_admission(case, world.circumstances())
        require_still_here(case, world.circumstances())
        yield case, actor


def find_case(world: World, number: str) -> Case:
    """
    Raises:
        UnknownCaseError: there is no such case.
    """
    case = world.state(SamsaState).cases.get(number)
    if case is None:
        raise UnknownCaseError(f"SAMSA har inget ärende {number}.")
    return case
