"""Who is at work in Samvy, and the verdict that turns somebody away."""

from __future__ import annotations

from dataclasses import dataclass

from harness.kernel.landscape import Employee, Landscape


@dataclass(frozen=True, slots=True)
class Caller:
    """Who somebody says that she is: HSA-ids of a unit and a person."""

    unit: str
    person: str


@dataclass(frozen=True, slots=True)
class Denied:
    """A no. ``detail`` is Swedish; ``status`` is the HTTP status of the answer."""

    code: str
    detail: str
    status: int = 409


def sign_in(landscape: Landscape, caller: Caller) -> Employee | Denied:
    """The employee at her unit, or why she cannot act there."""
    if caller.unit not in landscape.units:
        return Denied("okand_enhet", f"Enheten {caller.unit or '(saknas)'} finns inte i Samvy.", 403)
    employee = landscape.staff.get((caller.person, caller.unit))
    if employee is None:
        return Denied("ej_anstalld", f"{caller.person or '(saknas)'} arbetar inte på {caller.unit}.", 403)
    return employee
