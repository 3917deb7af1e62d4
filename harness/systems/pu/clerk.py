"""Who asks the personuppgiftstjänst for something that is written down."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from harness.kernel.decisions import Decision
from harness.kernel.events import Crossing, Draft
from harness.kernel.landscape import Employee
from harness.kernel.world import World
from harness.systems.pu.facts import RequestRefused
from harness.systems.pu.refusal import ForbiddenError, RefusedError

NAME = "pu"


@dataclass(frozen=True, slots=True)
class Caller:
    """Who somebody says that she is: HSA-ids of a unit and a person."""

    unit: str
    person: str


@contextmanager
def signed_in(world: World, caller: Caller) -> Iterator[Employee]:
    """The employee at her unit. A no, also one that comes later, is remembered in the journal.

    Raises:
        RefusedError: she is not employed there, or what is asked for is refused.
    """
    try:
        yield _identify(world, caller)
    except RefusedError as refused:
        unit = caller.unit or "(okänd enhet)"
        fact = RequestRefused(unit=unit, code=refused.code, text=refused.text)
        world.commit(NAME, Decision(drafts=(Draft(fact, Crossing(NAME, unit, f"Nej: {refused.text}")),)))
        raise


def _identify(world: World, caller: Caller) -> Employee:
    if caller.unit not in world.landscape.units:
        raise ForbiddenError("okand_enhet", f"PU känner inte till enheten {caller.unit or '(ingen angiven)'}.")
    employee = world.landscape.staff.get((caller.person, caller.unit))
    if employee is None:
        unit = world.landscape.units[caller.unit].name
        raise ForbiddenError("ej_anstalld", f"{caller.person or '(ingen angiven)'} har inget uppdrag på {unit}.")
    return employee
