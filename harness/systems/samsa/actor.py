"""Who acts in SAMSA, and what that person's unit and role allow."""

from __future__ import annotations

from dataclasses import dataclass

from harness.kernel.landscape import Landscape
from harness.systems.samsa.case import Case
from harness.systems.samsa.refusal import ForbiddenError

DOCTOR = "läkare"
HOSPITAL_PART = "slutenvård"


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """An employee at work at one unit. ``unit`` and ``person`` are HSA-ids."""

    unit: str
    part: str
    person: str
    name: str
    role: str


def identify(landscape: Landscape, unit: str, person: str) -> Actor:
    """
    Raises:
        ForbiddenError: the unit is unknown, or the person is not employed there.
    """
    if unit not in landscape.units:
        raise ForbiddenError("okand_enhet", f"SAMSA känner inte till enheten {unit or '(ingen angiven)'}.")
    employee = landscape.staff.get((person, unit))
    if employee is None:
        raise ForbiddenError(
            "ej_anstalld", f"{person or '(ingen angiven)'} har inget uppdrag på {landscape.units[unit].name}."
        )
    return Actor(unit=unit, part=landscape.units[unit].part, person=person, name=employee.name, role=employee.role)


def require_doctor(actor: Actor, what: str) -> None:
    """
    Raises:
        ForbiddenError: the actor is not a läkare. *what* is the Swedish name of the judgement.
    """
    if actor.role.casefold() != DOCTOR:
        raise ForbiddenError("kraver_lakare", f"{what} görs av läkare. {actor.name} är {actor.role}.")


def require_hospital(actor: Actor, case: Case) -> None:
    """The process is slutenvården's: LUS 2 kap. 1 § and 3 kap. 1 §.

    Raises:
        ForbiddenError: the actor's unit is another one.
    """
    if actor.unit != case.hospital_unit:
        raise ForbiddenError(
            "fel_enhet", f"Ärende {case.number} hör till {case.hospital_unit}, inte till {actor.unit}."
        )
