"""Who works at the units: somebody in each role that a unit has. Every name and every code is invented.

Somebody may work at more than one unit, and then chooses one when signing in (AK-INK-10).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from testdata.faults import Specifikationsfel
from testdata.organisation.enheter import Unit
from testdata.organisation.hsa import check_hsa_id
from testdata.tables import read_table

_TABLE = Path(__file__).with_name("medarbetare.csv")
_COLUMNS = ("hsa_id", "namn", "roll", "enhet", "legitimeringskod")

LAKARE = "läkare"
SJUKSKOTERSKA = "sjuksköterska"
BISTANDSHANDLAGGARE = "biståndshandläggare"
FYSIOTERAPEUT = "fysioterapeut"
ARBETSTERAPEUT = "arbetsterapeut"
SKOLSKOTERSKA = "skolsköterska"
LIMITED = ("läsbehörig", "rapportanalytiker", "ärendeavslutare", "loggranskare")
"""Those that do little in SAMSA; their names are assumed, see ``samsa_begransade_roller`` in ``antaganden.toml``."""
ROLES = (LAKARE, SJUKSKOTERSKA, BISTANDSHANDLAGGARE, FYSIOTERAPEUT, ARBETSTERAPEUT, SKOLSKOTERSKA, *LIMITED)
"""Every role that an employee can have."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Employee:
    """One person at one unit in one role. ``unit`` is the HSA-id of the unit.

    ``code`` is the legitimeringskod of her simulated SITHS-kort: it opens the simulator and nothing else.
    """

    hsa_id: str
    name: str
    role: str
    unit: str
    code: str


@cache
def employees() -> tuple[Employee, ...]:
    """Everyone, in the order of their HSA-ids."""
    rows = read_table(_TABLE, _COLUMNS)
    everyone = (
        Employee(
            hsa_id=check_hsa_id(row["hsa_id"]),
            name=row["namn"],
            role=row["roll"],
            unit=row["enhet"],
            code=row["legitimeringskod"],
        )
        for row in rows
    )
    return tuple(sorted(everyone, key=lambda employee: employee.hsa_id))


def employee_at(hsa_id: str, unit: str) -> Employee:
    """The employment of one person at one unit, both by HSA-id.

    Raises:
        Specifikationsfel: there is none.
    """
    for employee in employees():
        if (employee.hsa_id, employee.unit) == (hsa_id, unit):
            return employee
    raise Specifikationsfel(
        f"{hsa_id} arbetar inte på {unit}.",
        expected="en medarbetare på enheten",
        actual=hsa_id,
        next_step="Välj någon som står på enheten i testdata/organisation/medarbetare.csv.",
    )


def staff(unit: Unit, role: str | None = None) -> Employee:
    """Who at *unit* has *role*; without a role the one who usually handles messages there.

    That one is a sjuksköterska in slutenvård, öppenvård and kommunal hälso- och sjukvård, a
    biståndshandläggare in socialtjänst, a fysioterapeut at a rehab, a skolsköterska in
    elevhälsa (class D: the roles in SAMSA are not published).

    Raises:
        Specifikationsfel: nobody at the unit has that role.
    """
    here = [employee for employee in employees() if employee.unit == unit.hsa_id]
    wanted = (role,) if role else (SJUKSKOTERSKA, BISTANDSHANDLAGGARE, FYSIOTERAPEUT, SKOLSKOTERSKA)
    for employee in here:
        if employee.role in wanted:
            return employee
    roles = ", ".join(sorted(employee.role for employee in here)) or "ingen alls"
    raise Specifikationsfel(
        f"Ingen på {unit.name} är {' eller '.join(wanted)}.",
        expected=f"en medarbetare med rollen {' eller '.join(wanted)} på {unit.name}",
        actual=f"roller på {unit.name}: {roles}",
        next_step="Välj en roll som finns på enheten, eller en annan enhet.",
    )
