"""The pages of SAMSA that show something: inkorg, mottagare, a patient, a case."""

from __future__ import annotations

from dataclasses import dataclass, field

from starlette.requests import Request
from starlette.responses import Response

from harness.kernel.forms import FieldError, Form, read_form
from harness.kernel.pages import go_to, swedish_order
from harness.systems.samsa import acts
from harness.systems.samsa.admission import PARTS
from harness.systems.samsa.case import Patient
from harness.systems.samsa.desk import find_case
from harness.systems.samsa.pages import shown
from harness.systems.samsa.pages.door import Visit, signed_in
from harness.systems.samsa.refusal import UnknownCaseError
from harness.systems.samsa.words import Need, PartyRole

_NEEDS = {
    Need.OPPENVARD: "Regional öppenvård",
    Need.KOMMUNAL_HSV: "Kommunal hälso- och sjukvård",
    Need.SOCIALTJANST: "Socialtjänst",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class No:
    """Why something was not done, as the page says it. ``at`` is the field to mend, if it is one.

    ``typed`` is what was in the form, so that nobody has to write it again; ``status`` is the answer's.
    """

    text: str
    status: int
    code: str = ""
    at: str = ""
    typed: Form = field(default_factory=Form)


async def go_to_inbox(request: Request) -> Response:
    return go_to(request, "/inkorg")


@signed_in
async def show_inbox(visit: Visit) -> Response:
    items = acts.read_inbox(visit.world, visit.caller)
    return visit.show("inkorg.html", rows=shown.show_inbox(items, visit.world.circumstances()))


@signed_in
async def show_recipients(visit: Visit) -> Response:
    found = sorted(acts.list_recipients(visit.world, visit.caller), key=lambda row: swedish_order(row.namn))
    return visit.show("mottagare.html", rows=shown.show_recipients(found, visit.world.circumstances()))


@signed_in
async def search(visit: Visit) -> Response:
    """To the page of the patient whom the header's search field names; that page can be kept as a bookmark."""
    form = await read_form(visit.request)
    try:
        patient = _read_identity(form)
    except FieldError as wrong:
        return visit.show("sok.html", status=422, no=No(text=wrong.text, status=422, at=wrong.field, typed=form))
    return go_to(visit.request, f"/patienter/{patient.oid}/{patient.id}")


@signed_in
async def show_patient(visit: Visit) -> Response:
    return patient_page(visit, Patient(visit.request.path_params["oid"], visit.request.path_params["id"]))


@signed_in
async def show_case(visit: Visit) -> Response:
    try:
        return case_page(visit, visit.request.path_params["nr"])
    except UnknownCaseError as unknown:
        return unknown_page(visit, unknown)


def patient_page(visit: Visit, patient: Patient, no: No | None = None) -> Response:
    """The patient with her cases; the newest is shown whole."""
    cases = acts.list_cases(visit.world, visit.caller, patient)
    circumstances = visit.world.circumstances()
    return visit.show(
        "patient.html",
        status=no.status if no else 200,
        no=no,
        identity=shown.identity(patient),
        patient=patient,
        person=acts.look_up(visit.world, patient),
        cases=shown.show_cases(cases, visit.actor.unit, circumstances),
        refused=[
            (shown.clock(row.tid), shown.name_of(row.enhet, circumstances), row.text, row.kod)
            for row in acts.list_refused(visit.world, visit.caller, patient)
        ],
        units=_units_by_part(visit),
        needs=_NEEDS,
    )


def case_page(visit: Visit, number: str, no: No | None = None) -> Response:
    """
    Raises:
        UnknownCaseError: there is no such case.
    """
    patient = find_case(visit.world, number).patient
    cases = acts.list_cases(visit.world, visit.caller, patient)
    shown_cases = shown.show_cases(cases, visit.actor.unit, visit.world.circumstances())
    case = next((case for case in shown_cases if case.number == number), None)
    if case is None:
        raise UnknownCaseError(f"SAMSA visar inget ärende {number}.")
    person = acts.look_up(visit.world, patient)
    name = f"{person.fornamn} {person.efternamn}".strip() if person else ""
    return visit.show("arende.html", status=no.status if no else 200, no=no, case=case, name=name, needs=_NEEDS)


def unknown_page(visit: Visit, unknown: UnknownCaseError) -> Response:
    return visit.show("sok.html", status=404, no=No(text=str(unknown), status=404))


def _read_identity(form: Form) -> Patient:
    oid = form.text("typ")
    if oid not in shown.IDENTITIES:
        raise FieldError("typ", "Välj vilken typ av identitet det är.")
    written = form.required("nummer", "Skriv patientens person- eller reservnummer.")
    number = written.replace("-", "").replace(" ", "").upper()
    if len(number) != 12 or not (number.isascii() and number.isalnum()):
        raise FieldError("nummer", f"»{written}« har inte tolv tecken. Skriv numret med århundrade, ÅÅÅÅMMDD-NNNN.")
    return Patient(oid, number)


def _units_by_part(visit: Visit) -> list[tuple[PartyRole, str, list[tuple[str, str]]]]:
    """For each part of a case: its role, its label and the units that can be it, by name."""
    units = sorted(visit.world.landscape.units.values(), key=lambda unit: swedish_order(unit.name))
    return [
        (role, part.capitalize(), [(unit.name, unit.hsa_id) for unit in units if unit.part == part])
        for role, part in PARTS.items()
    ]
