"""The forms of Samvy's pages: each does one act, and comes again with the reason when it was not done."""

from __future__ import annotations

from starlette.responses import Response

from harness.kernel.forms import FieldError, Form, read_form
from harness.kernel.landscape import Unit
from harness.systems.samvy import acts, reported, wire
from harness.systems.samvy.pages import shown
from harness.systems.samvy.pages.door import Stop, Visit, signed_in
from harness.systems.samvy.pages.happenings import HAPPENINGS, Happening, Receipt
from harness.systems.samvy.pages.reading import person_of
from harness.systems.samvy.state import Plan
from harness.systems.samvy.vocabulary import PARTS, Role
from harness.systems.samvy.worker import Denied


@signed_in
async def ask_for_parts(visit: Visit) -> Response:
    person = person_of(visit)
    return visit.missing(person) if isinstance(person, Denied) else _start_page(visit, person, Form(""))


@signed_in
async def start_plan(visit: Visit) -> Response:
    person = person_of(visit)
    if isinstance(person, Denied):
        return visit.missing(person)
    form = await read_form(visit.request)
    try:
        parts = [wire.Part(role, _read_unit(visit, role, label, form)) for role, label in shown.ROLES.items()]
    except FieldError as wrong:
        return _start_page(visit, person, form, Stop.of(wrong))
    plan = acts.start_plan(visit.world, visit.caller, person, parts)
    if isinstance(plan, Denied):
        return _start_page(visit, person, form, Stop.of(plan))
    return visit.confirm(f"Vårdplanering {plan} är startad.", f"/app/vardplaneringar/{plan}")


@signed_in
async def ask_what(visit: Visit) -> Response:
    found = _addressed(visit)
    return visit.missing(found) if isinstance(found, Denied) else _form_page(visit, *found, Form(""))


@signed_in
async def register(visit: Visit) -> Response:
    found = _addressed(visit)
    if isinstance(found, Denied):
        return visit.missing(found)
    plan, happening = found
    form = await read_form(visit.request)
    try:
        done = _do(visit, plan, happening.read(form))
    except FieldError as wrong:
        return _form_page(visit, plan, happening, form, Stop.of(wrong))
    if isinstance(done, Denied):
        return _form_page(visit, plan, happening, form, Stop.of(done))
    return visit.confirm(happening.done, f"/app/vardplaneringar/{plan.id}")


def _do(visit: Visit, plan: Plan, what: reported.Handelse | Receipt) -> str | Denied:
    if not isinstance(what, Receipt):
        return acts.report(visit.world, visit.caller, plan.id, what)
    if what.besked not in [notice.id for notice in plan.notices()]:
        raise FieldError("besked", f"Välj ett av beskeden i {plan.id}.")
    return acts.acknowledge(visit.world, visit.caller, visit.worker.unit, what.besked)


def _addressed(visit: Visit) -> tuple[Plan, Happening] | Denied:
    """The plan and the form that the address names."""
    plan = acts.find_plan(visit.world, visit.request.path_params["id"])
    if isinstance(plan, Denied):
        return plan
    happening = HAPPENINGS.get(visit.request.path_params["slag"])
    return (plan, happening) if happening else Denied("finns_inte", "Sidan finns inte i Samvy.", 404)


def _form_page(visit: Visit, plan: Plan, happening: Happening, typed: Form, stop: Stop | None = None) -> Response:
    return visit.show(
        "handelse.html",
        stop=stop,
        happening=happening,
        plan=plan.id,
        identity=shown.identity(plan.person),
        roles=shown.ROLES,
        notices=[(notice.id, shown.title_of(notice.slag or "", notice.id)) for notice in plan.notices()],
        typed=typed,
    )


def _start_page(visit: Visit, person: str, typed: Form, stop: Stop | None = None) -> Response:
    inboxes = acts.list_inboxes(visit.world, visit.caller)
    if isinstance(inboxes, Denied):
        return visit.missing(inboxes)
    units = [visit.world.landscape.units[inbox.enhet] for inbox in inboxes]
    return visit.show(
        "ny.html",
        stop=stop,
        person=person.replace("|", "/"),
        identity=shown.identity(person),
        parts=[(role, label, _names(units, role)) for role, label in shown.ROLES.items()],
        typed=typed,
    )


def _names(units: list[Unit], role: Role) -> list[str]:
    return sorted(unit.name for unit in units if unit.part == PARTS[role])


def _read_unit(visit: Visit, role: Role, label: str, form: Form) -> str:
    """The HSA-id of the unit that is named, whether or not it is suggested: what can be typed can be tried."""
    written = form.required(role, f"{label}: skriv namnet på en enhet.")
    found = [unit for unit in visit.world.landscape.units.values() if unit.name.casefold() == written.casefold()]
    if not found:
        raise FieldError(role, f"{label}: ingen enhet heter »{written}«. Välj ett av namnen i listan.")
    return next((unit for unit in found if unit.part == PARTS[role]), found[0]).hsa_id
