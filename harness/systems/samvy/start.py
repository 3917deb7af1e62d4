"""Starting a vårdplanering: every part must be live in Samvy. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from harness.kernel.decisions import Circumstances, Decision
from harness.kernel.events import Crossing, Draft
from harness.kernel.landscape import Employee, Landscape
from harness.systems.samvy import adt
from harness.systems.samvy.conditions import OVER
from harness.systems.samvy.facts import PlanStarted
from harness.systems.samvy.neighbours import CatalogueEntry
from harness.systems.samvy.policies import ACCEPTS_UNIT
from harness.systems.samvy.state import SamvyState
from harness.systems.samvy.vocabulary import NAME, PARTS, Role
from harness.systems.samvy.wire import Part
from harness.systems.samvy.worker import Denied


def misplaced(landscape: Landscape, parts: Sequence[Part]) -> str | None:
    """What makes *parts* impossible, in Swedish; None when each role has one unit of its kind."""
    if {part.roll for part in parts} != set(Role):
        return "Varje roll (kommunalHsv, socialtjanst, oppenvard) ska ha en enhet."
    for part in parts:
        unit = landscape.units.get(part.enhet)
        if unit is None:
            return f"Enheten {part.enhet} finns inte."
        if unit.part != PARTS[part.roll]:
            return f"{unit.name} är {unit.part} och kan inte ha rollen {part.roll}."
    return None


def deny_start(state: SamvyState, person: str, worker: Employee, landscape: Landscape) -> Denied | None:
    """What can be said before anybody is asked."""
    part = landscape.units[worker.unit].part
    if part != "slutenvård":
        return Denied("fel_enhet", f"En vårdplanering startas av slutenvården; {worker.unit} är {part}.", 403)
    running = [plan.id for plan in state.plans_of(person) if plan.status not in OVER]
    if running:
        return Denied("oppet_arende_finns", f"Vårdplanering {running[0]} pågår redan för personen.")
    return None


def deny_units(catalogue: Sequence[CatalogueEntry], circumstances: Circumstances) -> Denied | None:
    """Why not all of these units can take part today (domain rules 5.2 and 5.3; AK-INK-03, AK-INK-08)."""
    accepts = circumstances.policies.use(ACCEPTS_UNIT)
    for entry in catalogue:
        if entry.nedlagd:
            return Denied("enhet_nedlagd", f"{entry.namn} är nedlagd och tar inte emot något nytt.")
        day = entry.driftsatt_fran
        if not accepts(day, circumstances.today):
            when = f"driftsätts {day}" if day else "har ingen dag i utrullningsplanen"
            return Denied("enhet_ej_driftsatt", f"{entry.namn} är inte driftsatt i Samvy: enheten {when}.")
    return None


def start_plan(
    state: SamvyState,
    person: str,
    parts: Sequence[Part],
    *,
    worker: Employee,
    catalogue: Sequence[CatalogueEntry],
    circumstances: Circumstances,
) -> Decision | Denied:
    """
    Args:
        catalogue: Millenniumenheter's entries for every unit of the plan today.

    Source:
        Domain rules 5.3 and 6.4; AK-INK-03, AK-SYS-05.
    """
    if denied := deny_units(catalogue, circumstances):
        return denied
    plan = f"VP-{len(state.plans) + 1}"
    started = PlanStarted(
        plan=plan,
        person=person,
        unit=worker.unit,
        parties={str(part.roll): part.enhet for part in parts},
    )
    told = adt.tell(
        plan,
        person,
        worker.unit,
        adt.STARTED,
        order=0,
        has_left=False,
        planned=None,
        circumstances=circumstances,
    )
    draft = Draft(started, Crossing(worker.unit, NAME, f"Ny vårdplanering {plan}"))
    return Decision(drafts=(draft,), outgoing=told)
